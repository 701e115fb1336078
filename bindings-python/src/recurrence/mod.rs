//! Recurrence: rules, sets, generators of days, and columns for fleets.

mod days;
mod fleet;
mod kept;
mod keyword;
mod moment;
mod rule;
mod set;
mod values;

pub(crate) use days::{MonthRule, Series};
pub(crate) use fleet::expand;
pub(crate) use rule::Rule;
pub(crate) use set::{RuleSet, RuleWarning};
pub(crate) use values::{Columns, Values};
