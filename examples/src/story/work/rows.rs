//! The log as its tool exports it: two tables, read back by the readers that read any other.

use crate::program::Failure;
use entretien::intervention::{IncidentReader, InterventionReader, Log, Mapping};
use entretien::time::Zone;
use serde::Serialize;

/// A row of `incidents.csv`; the names of the columns are those that the reader knows.
#[derive(Debug, Default, Serialize)]
pub(super) struct IncidentRow {
    pub(super) number: String,
    pub(super) opened: String,
    pub(super) acknowledged: String,
    pub(super) restored: String,
    pub(super) resolved: String,
    pub(super) closed: String,
    pub(super) state: &'static str,
    pub(super) priority: &'static str,
    pub(super) category: &'static str,
    pub(super) subcategory: &'static str,
    pub(super) site: String,
    pub(super) asset: String,
    pub(super) technician: &'static str,
    pub(super) cause: &'static str,
    pub(super) contact: &'static str,
    pub(super) reopen_count: u32,
    pub(super) visits: u32,
}

/// A row of `works.csv`.
#[derive(Debug, Default, Serialize)]
pub(super) struct WorkRow {
    pub(super) number: String,
    pub(super) kind: &'static str,
    pub(super) basis: &'static str,
    pub(super) status: &'static str,
    pub(super) place: &'static str,
    pub(super) planned_from: String,
    pub(super) planned_to: String,
    pub(super) begun: String,
    pub(super) ended: String,
    pub(super) technician: &'static str,
    pub(super) asset: String,
    pub(super) site: String,
    pub(super) category: String,
    pub(super) supplier: &'static str,
    pub(super) contract: String,
    pub(super) labour_minutes: Option<i64>,
    pub(super) external_minutes: Option<i64>,
    pub(super) estimated_minutes: Option<u32>,
    pub(super) travel_minutes: Option<i64>,
    pub(super) immediate: &'static str,
    pub(super) labour_cost: String,
    pub(super) contractor_cost: String,
    pub(super) parts_cost: String,
    pub(super) occurrence: String,
    pub(super) due: String,
    pub(super) interval_days: Option<u32>,
    pub(super) incident: String,
}

/// The rows as CSV.
pub(super) fn csv(rows: &[impl Serialize]) -> Result<String, Failure> {
    let wrong = |error: csv::Error| Failure::Wrong(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).map_err(wrong)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Wrong(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::Wrong(error.to_string()))
}

/// Reads both tables as a log. What the program has written itself must leave no doubt.
pub(super) fn read(incidents: &str, works: &str, zone: Zone) -> Result<Log, Failure> {
    let mut reader = IncidentReader::new(Mapping::new(zone))?;
    reader.push(incidents.as_bytes())?;
    let incidents = reader.finish()?;
    let mut reader = InterventionReader::new(Mapping::new(zone))?;
    reader.push(works.as_bytes())?;
    let works = reader.finish()?;
    if let Some(fault) = incidents.diagnostics.iter().chain(&works.diagnostics).next() {
        return Err(Failure::Wrong(format!("doubtful: {fault}")));
    }
    let mut parts = incidents.parts;
    parts.append(works.parts);
    Ok(Log::new(parts)?)
}

/// Minor units as the reader takes them.
pub(super) fn amount(minor: i64) -> String {
    entretien::quantity::decimal_text(minor, 2)
}
