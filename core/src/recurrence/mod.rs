//! Recurrence: rules as data, and their instances.
//!
//! A [`Rule`] is an RFC 5545 recurrence rule (with RFC 7529 RSCALE and SKIP); a [`RuleSet`] anchors
//! rules at a [`Start`], adds dates and leaves others out. Compiled, a set answers every query by
//! seeking, never by walking from its start: asking the year 2126 costs what 2027 costs.
//!
//! Civil time first, zone last: instances are computed in wall time, then moved to instants one stretch
//! of constant offset at a time. Every choice that RFC 5545 leaves, or that practice disputes, is a
//! named policy ([`Policies`]). Impossible rules (30 February) are proved empty over the 400-year
//! cycle; no cap shortens an answer: a bound that is met is an error.
//!
//! Beside rules there are civil intervals counted from an anchor, [`Series`], and days counted within
//! months, [`MonthRule`]: the n-th weekday with an offset, the n-th working day of a calendar. A
//! [`Generator`] is any of the three, for any anchor: what the plan expands.

mod batch;
mod builder;
mod calm;
mod civil;
mod dates;
mod days;
mod describe;
mod emit;
mod generator;
mod instants;
#[cfg(feature = "rrule-interop")]
mod interop;
mod local;
mod memo;
mod month_day;
mod month_rule;
mod months;
mod parse;
mod program;
mod query;
mod rule;
mod runs;
mod seek;
mod series;
mod set;
mod setpos;
mod subday;
mod tables;
mod text;
mod times;
mod validate;
mod zone;

pub use batch::{BATCH_VALUES_MAX, Columns, expand_many, expand_many_days, expand_many_into};
pub use builder::RuleBuilder;
pub use civil::{Civil, Start};
pub use generator::Generator;
pub use month_day::{MonthDay, OFFSET_DAYS_MAX};
pub use month_rule::MonthRule;
pub use parse::RULE_BYTES_MAX;
pub use program::Program;
pub use query::{OCCURRENCES_MAX, Recurrence, Window};
pub use rule::{Freq, NthDay, RULE_COUNT_MAX, RULE_INTERVAL_MAX, Rule, Skip, Until};
pub use series::{MonthEnd, Series};
pub use set::{Policies, RuleSet, SET_DATES_MAX, SET_RULES_MAX, Unmatched, Warning};
pub use text::SET_BYTES_MAX;
pub use zone::{Gap, Horizon, Overlap, ZONE_HORIZON, Zone};
