//! Failures that come back.

use crate::intervention::{Incident, Log, Term};
use crate::order;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// What two incidents have in common.
    RepeatKey {
        /// The asset.
        Asset "asset" "same asset" "même équipement",
        /// The asset and the cause.
        AssetAndCause "asset_and_cause" "same asset and cause" "même équipement et même cause",
        /// The site and the cause.
        SiteAndCause "site_and_cause" "same site and cause" "même site et même cause",
        /// The cause, wherever.
        Cause "cause" "same cause" "même cause",
    }
}

/// Two incidents of one asset or cause, one soon after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repeat<'l> {
    /// The asset or the site, where that is in common.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<&'l str>,
    /// The cause, where that is in common.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<&'l str>,
    /// The earlier incident; serialised as its id, like the later one.
    #[serde(serialize_with = "super::incident_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub earlier: &'l Incident,
    /// The later one: the next of the same key.
    #[serde(serialize_with = "super::incident_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub later: &'l Incident,
    /// Seconds from the time at which the earlier one worked again, or was over, to the report of the later one; 0 where
    /// that was reported before.
    pub gap_seconds: i64,
}

/// Incidents reported by `as_of`, each no more than `within_days` times 24 hours after the one before it of the same key
/// worked again; sorted by key, then by report, then by id.
///
/// An incident of several assets counts for each. Incidents without the asset, site or cause in question have no key.
/// Withdrawn incidents are no failures and are left out.
///
/// ```
/// use entretien::id::TicketId;
/// use entretien::intervention::{Incident, Log, LogParts, follow};
/// use entretien::time::Zone;
/// let mut parts = LogParts::new(Zone::PARIS);
/// for (id, opened, resolved) in [("a", 0, 3_600), ("b", 90_000, 95_000), ("c", 900_000, 900_060)] {
///     let mut incident = Incident::new(TicketId::new(id).unwrap());
///     (incident.opened, incident.resolved) = (Some(opened), Some(resolved));
///     incident.assets.extend(parts.terms.add("srv-01"));
///     parts.incidents.push(incident);
/// }
/// let log = Log::new(parts).unwrap();
/// let repeats = follow::repeats(&log, 1_000_000, 1, follow::RepeatKey::Asset);
/// assert_eq!(repeats.len(), 1);
/// assert_eq!((repeats[0].later.id.as_str(), repeats[0].gap_seconds), ("b", 86_400));
/// ```
pub fn repeats(log: &Log, as_of: i64, within_days: u32, key: RepeatKey) -> Vec<Repeat<'_>> {
    let mut rows: Vec<(Option<Term>, Option<Term>, i64, &Incident)> = Vec::new();
    for incident in log.incidents() {
        let Some(opened) = incident.opened.filter(|opened| *opened <= as_of) else { continue };
        if incident.cancelled.is_some_and(|cancelled| cancelled <= as_of) {
            continue;
        }
        let cause = incident.cause;
        match key {
            RepeatKey::Asset => {
                rows.extend(incident.assets.iter().map(|a| (Some(*a), None, opened, incident)));
            }
            RepeatKey::AssetAndCause if cause.is_some() => {
                rows.extend(incident.assets.iter().map(|a| (Some(*a), cause, opened, incident)));
            }
            RepeatKey::SiteAndCause if cause.is_some() && incident.site.is_some() => {
                rows.push((incident.site, cause, opened, incident));
            }
            RepeatKey::Cause if cause.is_some() => rows.push((None, cause, opened, incident)),
            _ => {}
        }
    }
    // Incidents come by id, and the sort is stable.
    order::sort_by(&mut rows, |a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let within = i64::from(within_days) * 86_400;
    let pairs = rows.windows(2).filter_map(|pair| match pair {
        [a, b] if (a.0, a.1) == (b.0, b.1) => {
            let over = a.3.worked_again().or(a.3.closed).unwrap_or(a.2);
            let gap_seconds = b.2.saturating_sub(over).max(0);
            let (first, cause) = (log.text(b.0), log.text(b.1));
            let (earlier, later) = (a.3, b.3);
            let found = Repeat { first, cause, earlier, later, gap_seconds };
            (gap_seconds <= within).then_some(found)
        }
        _ => None,
    });
    pairs.collect()
}
