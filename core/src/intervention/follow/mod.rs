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

use crate::intervention::Incident;
use serde::Serializer;

/// An incident is written as its id.
fn incident_id<S: Serializer>(incident: &Incident, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(incident.id.as_str())
}

/// Incidents are written as their ids.
fn incident_list<S: Serializer>(incidents: &[&Incident], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(incidents.iter().map(|incident| &incident.id))
}
