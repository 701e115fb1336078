//! The catalogue of product support cycles (fin de support), and matching of real strings to it.

mod end;

pub use end::SupportEnd;
