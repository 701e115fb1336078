//! What is open, and since when.

use crate::contract::level::Waiting;
use crate::intervention::{Incident, Log};
use crate::order;
use serde::Serialize;

/// Usual bounds of ages, in days: up to a day, a week, a month, a quarter, and older.
pub const AGE_DAYS: [u32; 4] = [1, 7, 30, 90];

/// An incident that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenIncident<'l> {
    /// The incident; serialised as its id.
    #[serde(serialize_with = "super::incident_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub incident: &'l Incident,
    /// Seconds since it was reported; time in which it was resolved before it was opened again is included.
    pub age_seconds: i64,
    /// Place of its age among the ages of the list.
    pub bucket: usize,
    /// For what it waits, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
}

/// How many are how old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ageing {
    /// From so many days on; 0 for the first.
    pub from_days: u32,
    /// Below so many days; `None` for the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below_days: Option<u32>,
    /// Open incidents of this age.
    pub count: u64,
    /// Those of them that wait.
    pub waiting_count: u64,
}

/// What is open at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenList<'l> {
    /// Open incidents, the oldest first, then by id.
    pub incidents: Vec<OpenIncident<'l>>,
    /// How many are how old, the youngest first.
    pub ageing: Vec<Ageing>,
    /// Incidents of which it is not known whether they are open: no date of opening, or over since nobody knows when.
    pub unknown_count: u64,
}

/// The incidents that are open at `as_of`. `bounds_days` divide their ages, in ascending order; an age of exactly a bound
/// belongs above it.
///
/// ```
/// use entretien::id::TicketId;
/// use entretien::intervention::{Incident, Log, LogParts, follow};
/// use entretien::time::Zone;
/// let mut parts = LogParts::new(Zone::PARIS);
/// for (id, opened, resolved) in [("a", 0, None), ("b", 86_400, Some(90_000)), ("c", 80_000, None)] {
///     let mut incident = Incident::new(TicketId::new(id).unwrap());
///     (incident.opened, incident.resolved) = (Some(opened), resolved);
///     parts.incidents.push(incident);
/// }
/// let log = Log::new(parts).unwrap();
/// let list = follow::open_list(&log, 86_400, &follow::AGE_DAYS);
/// let ids: Vec<_> = list.incidents.iter().map(|open| open.incident.id.as_str()).collect();
/// assert_eq!(ids, ["a", "c", "b"]);
/// assert_eq!((list.ageing[0].count, list.ageing[1].count), (2, 1)); // `a` is exactly a day old
/// ```
pub fn open_list<'l>(log: &'l Log, as_of: i64, bounds_days: &[u32]) -> OpenList<'l> {
    let mut bounds = bounds_days.to_vec();
    order::sort_once(&mut bounds);
    bounds.retain(|bound| *bound > 0);
    let mut ageing: Vec<Ageing> = Vec::with_capacity(bounds.len().saturating_add(1));
    let mut from_days = 0;
    for bound in &bounds {
        ageing.push(Ageing { from_days, below_days: Some(*bound), count: 0, waiting_count: 0 });
        from_days = *bound;
    }
    ageing.push(Ageing { from_days, below_days: None, count: 0, waiting_count: 0 });
    let (mut incidents, mut unknown_count) = (Vec::new(), 0_u64);
    for incident in log.incidents() {
        let (Some(is_open), Some(opened)) = (incident.is_open(as_of), incident.opened) else {
            unknown_count = unknown_count.saturating_add(1);
            continue;
        };
        if !is_open {
            continue;
        }
        let age_seconds = as_of.saturating_sub(opened);
        let bucket = bounds.partition_point(|bound| i64::from(*bound) * 86_400 <= age_seconds);
        let lasts = |from: i64, to: Option<i64>| from <= as_of && to.is_none_or(|to| as_of < to);
        let wait = incident.waits.iter().rev().find(|wait| lasts(wait.from, wait.to));
        let waiting = wait.map(|wait| wait.reason);
        if let Some(row) = ageing.get_mut(bucket) {
            row.count = row.count.saturating_add(1);
            row.waiting_count = row.waiting_count.saturating_add(u64::from(waiting.is_some()));
        }
        incidents.push(OpenIncident { incident, age_seconds, bucket, waiting });
    }
    // Incidents come by id, and the sort is stable.
    order::sort_by(&mut incidents, |a, b| b.age_seconds.cmp(&a.age_seconds));
    OpenList { incidents, ageing, unknown_count }
}
