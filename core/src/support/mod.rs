//! The catalogue of product support cycles (fin de support), and matching of real strings to it.

mod end;
mod installed;

pub use end::{SupportEnd, SupportLevel};
pub use installed::{Installed, InstalledKind};
