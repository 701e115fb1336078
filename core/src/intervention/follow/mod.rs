//! Follow-up of incidents (suivi des incidents), as of any instant.
//!
//! What happens after `as_of` is not known there: a later resolution leaves an incident open, a later
//! intervention is only planned.

mod after;
mod chance;
mod open;
mod problems;
mod repeat;
mod synthesis;
mod ticket;

pub use after::{FOLLOW_UP_DAYS, FollowUp, FollowUpState, FollowUpSummary, follow_ups};
pub use open::{AGE_DAYS, Ageing, OpenIncident, OpenList, open_list};
pub use problems::{Cluster, Correction, Evidence, Problem, ProblemSearch, Problems, problems};
pub use repeat::{Repeat, RepeatKey, repeats};
pub use synthesis::{PeriodUnit, Synthesis, SynthesisRow, synthesis};
pub use ticket::ticket;

use crate::time::{Day, Zone};

/// The local day of an instant.
fn day_of(zone: Zone, at: i64) -> Option<Day> {
    zone.civil_at(at).map(crate::recurrence::Civil::day)
}
