//! Recurrence: rules, sets, generators of days, and columns for fleets.

mod days;
mod fleet;
pub(crate) mod moment;
mod rule;
mod set;

pub(crate) use days::{MonthRule, Series};
pub(crate) use fleet::expand;
pub(crate) use rule::Rule;
pub(crate) use set::{RuleSet, RuleWarning};
