//! Reading incidents and interventions from the files of other systems.

mod events;
mod feed;
mod field;
mod glpi;
mod glpi_task;
mod glpi_ticket;
mod glpi_values;
mod incident_row;
mod incidents;
mod mapping;
mod moment;
mod objects;
mod sheet;
mod words;
mod work_row;
mod works;

pub use field::{Field, IncidentField, WorkField};
pub use glpi::GlpiReader;
pub use incidents::IncidentReader;
pub use mapping::Mapping;
pub use works::InterventionReader;

use super::{LogParts, TERMS_MAX};
use crate::error::{Fault, Faults, codes};
use std::collections::BTreeMap;

/// What was read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The records, in the order of the file; [`Log::new`](super::Log::new) takes them as they are.
    pub parts: LogParts,
    /// Number of rows or objects that were left out: nothing identifies them, or they stand twice.
    pub refused: u64,
    /// What was doubtful, in the order found, at most [`FAULTS_MAX`](crate::error::FAULTS_MAX) and one.
    pub diagnostics: Vec<Fault>,
    /// Values that nothing was made of, as `csv:` and the name of their column, or the name of a JSON field.
    pub unused: BTreeMap<String, u64>,
}

/// Tells that texts found no room.
fn tell_full(parts: &LogParts, faults: &mut Faults) {
    if parts.terms.len() >= TERMS_MAX {
        let message = format!("more than {TERMS_MAX} different texts, the others left out");
        faults.add(codes::INT_TOO_MANY, "", message);
    }
}
