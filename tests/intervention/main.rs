//! Interventions and incidents: cases, real data, naive twins.

mod bad;
mod cases;
mod glpi;
mod log;
mod problems;
mod real;
mod sums;
mod twin;

use entretien::error::Error;
use entretien::intervention::{
    GlpiReader, Import, IncidentReader, InterventionReader, Log, LogParts, Mapping,
};
use entretien::time::Zone;

/// The zone of the cases.
fn utc() -> Zone {
    Zone::parse("UTC").expect("a zone")
}

fn incidents(text: &[u8]) -> Result<Import, Error> {
    let mut reader = IncidentReader::new(Mapping::new(utc()))?;
    reader.push(text)?;
    reader.finish()
}

fn events(text: &[u8]) -> Result<Import, Error> {
    let mut reader = IncidentReader::of_events(Mapping::new(utc()))?;
    reader.push(text)?;
    reader.finish()
}

fn works(text: &[u8]) -> Result<Import, Error> {
    let mut reader = InterventionReader::new(Mapping::new(utc()))?;
    reader.push(text)?;
    reader.finish()
}

fn glpi(text: &[u8]) -> Result<Import, Error> {
    let mut reader = GlpiReader::new(utc());
    reader.push(text)?;
    reader.finish()
}

/// A log of two files of cases.
fn log_of(first: &str, second: &str) -> Log {
    let mut parts: LogParts = incidents(first.as_bytes()).expect("incidents").parts;
    parts.append(works(second.as_bytes()).expect("interventions").parts);
    Log::new(parts).expect("a log")
}

/// `2026-03-02T08:00` in UTC.
fn instant(text: &str) -> i64 {
    let time = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("an instant");
    time.and_utc().timestamp()
}
