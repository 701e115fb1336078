//! When work may happen: opening hours, public holidays, closures, what to do on a closed day, and
//! business time.
//!
//! A [`WorkCalendar`] answers for any day whether it is open and, if not, why ([`Closed`]). A [`Roll`]
//! moves a date off a closed day; the policy is always named. Public holidays are rules, computed for
//! any year ([`HolidaySet`]); the version of the rules is [`HOLIDAY_RULES_VERSION`]. Calendars combine
//! ([`Combination`]). Compiled to [`BusinessTime`], a calendar counts open seconds between instants and
//! finds deadlines.

mod business;
mod closure;
mod combine;
mod holidays;
mod osm;
mod roll;
mod span;
mod work;

pub use business::{BusinessTime, Pauses, SPANS_MAX, Unreachable};
pub use closure::{Closed, Closure, MonthDay, Opening, YearSpan, YearlyClosure};
pub use combine::{COMBINED_MAX, Combination};
pub use holidays::{HOLIDAY_RULES_VERSION, Holiday, HolidaySet, easter};
pub use osm::OPENING_HOURS_BYTES_MAX;
pub use roll::{ROLL_REACH_DAYS, Roll, RollTable, Rolled};
pub use span::{Span, Week};
pub use work::{Hours, WorkCalendar};
