//! Interventions and incidents: what failed, what was done, and what is still to follow up (suivi des
//! incidents).
//!
//! A [`Log`] holds [`Incident`]s and [`Intervention`]s, checked. Texts that repeat (sites, categories,
//! technicians, causes …) are [`Term`]s of one table ([`Terms`]), so that a million records fit. Instants are UTC
//! seconds since 1970; what is not known is `None`.
//!
//! Records come from a CSV of any shape ([`IncidentReader`], [`InterventionReader`]), from an event log
//! ([`IncidentReader::of_events`]) or from the JSON of GLPI ([`GlpiReader`]). What is open, what comes back, what
//! should follow a repair and which problems the incidents suggest is in [`follow`]. The rules, with worked
//! examples, are in [`rules`].

mod check;
mod choice;
mod fold;
pub mod follow;
mod import;
mod incident;
mod log;
mod rows;
mod terms;
mod work;

#[doc = include_str!("../../docs/intervention.md")]
pub mod rules {}

pub use choice::{IncidentState, Kind, Place, PreventiveBasis, Status};
pub use fold::{Event, Fold, Stated};
pub use import::{
    Field, GlpiReader, Import, IncidentField, IncidentReader, InterventionReader, Mapping,
    WorkField,
};
pub use incident::{Incident, Reopened, Wait};
pub use log::{Log, LogParts, RECORDS_MAX};
pub use rows::{IncidentRow, InterventionRow};
pub use terms::{TERMS_MAX, Term, Terms};
pub use work::{Costs, Downtime, Intervention};
