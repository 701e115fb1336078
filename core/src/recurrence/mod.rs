//! Series of dates counted from an anchor.
//!
//! The n-th date of a [`Series`] is computed from its anchor, never from the previous date, so that
//! the 31st does not drift. What happens to day 29–31 in a shorter month is the named policy
//! [`MonthEnd`].

mod series;

pub use series::{MonthEnd, Series};
