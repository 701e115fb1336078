//! Interventions and incidents: what failed, what was done, and what is still to follow up (suivi des
//! incidents).
//!
//! A [`Log`] holds [`Incident`]s and [`Intervention`]s, checked. Texts that repeat (sites, categories,
//! technicians, causes …) are [`Term`]s of one table ([`Terms`]), so that a million records fit. Instants are UTC
//! seconds since 1970; what is not known is `None`.

mod check;
mod choice;
mod fold;
pub mod follow;
mod import;
mod incident;
mod log;
mod terms;
mod work;

pub use choice::{IncidentState, Kind, Place, PreventiveBasis, Status};
pub use fold::{Event, Fold, Stated};
pub use import::{
    Field, GlpiReader, Import, IncidentField, IncidentReader, InterventionReader, Mapping,
    WorkField,
};
pub use incident::{Incident, Reopened, Wait};
pub use log::{Log, LogParts, RECORDS_MAX};
pub use terms::{TERMS_MAX, Term, Terms};
pub use work::{Costs, Downtime, Intervention};
