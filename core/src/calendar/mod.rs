//! When work may happen: opening hours, public holidays, closures, and what to do on a closed day.
//!
//! A [`WorkCalendar`] answers for any day whether it is open and, if not, why ([`Closed`]). A [`Roll`]
//! moves a date off a closed day; the policy is always named. Public holidays are rules, computed for
//! any year ([`HolidaySet`]); the version of the rules is [`HOLIDAY_RULES_VERSION`].

mod holidays;
mod roll;
mod work;

pub use holidays::{HOLIDAY_RULES_VERSION, Holiday, HolidaySet, easter};
pub use roll::{ROLL_REACH_DAYS, Roll, RollTable, Rolled};
pub use work::{Closed, Closure, Span, Week, WorkCalendar};
