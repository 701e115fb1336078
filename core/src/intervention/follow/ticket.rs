//! From an incident to the ticket that a service level judges.

use crate::contract::Service;
use crate::contract::level::{Pause, Resolution, Ticket, TicketParts};
use crate::id::{AssetId, PriorityId};
use crate::intervention::{Incident, Log};

/// The incident as [`Levels`](crate::contract::level::Levels) take it, for the clock of its contract; `None` when it is
/// not known when it was opened.
///
/// What a ticket cannot say is made to fit: a wait or a reopening before the opening is cut or left out, an
/// acknowledgement after the restoration or the first resolution counts at that, and an incident that was closed
/// without a known resolution counts as resolved at its closing. A withdrawal counts where nothing comes after it.
///
/// ```
/// use entretien::contract::Service;
/// use entretien::id::TicketId;
/// use entretien::intervention::{Incident, Log, LogParts, follow};
/// use entretien::time::Zone;
/// let mut parts = LogParts::new(Zone::PARIS);
/// let mut incident = Incident::new(TicketId::new("I-1").unwrap());
/// (incident.opened, incident.closed) = (Some(1_000), Some(5_000));
/// incident.priority = parts.terms.add("P1");
/// parts.incidents.push(incident);
/// let log = Log::new(parts).unwrap();
/// let ticket = follow::ticket(&log, &log.incidents()[0], Service::Corrective).unwrap();
/// assert_eq!(ticket.parts().resolutions[0].resolved, 5_000);
/// assert_eq!(ticket.parts().priority.as_ref().unwrap().as_str(), "P1");
/// ```
pub fn ticket(log: &Log, incident: &Incident, service: Service) -> Option<Ticket> {
    let opened = incident.opened?;
    let priority = log.text(incident.priority).and_then(PriorityId::new);
    let mut parts = TicketParts::new(incident.id.clone(), service, priority, opened);
    let asset = incident.assets.first().copied();
    parts.asset = log.text(asset).and_then(AssetId::new);
    let mut since = opened;
    for one in &incident.reopenings {
        if since <= one.resolved && one.resolved <= one.reopened {
            let (resolved, reopened) = (one.resolved, Some(one.reopened));
            parts.resolutions.push(Resolution { resolved, reopened });
            since = one.reopened;
        }
    }
    if let Some(resolved) = incident.resolved.or(incident.closed).filter(|at| *at >= since) {
        parts.resolutions.push(Resolution { resolved, reopened: None });
    }
    let last = parts.resolutions.last().filter(|last| last.reopened.is_none());
    parts.restored = incident
        .restored
        .filter(|restored| *restored >= opened)
        .filter(|restored| last.is_none_or(|last| *restored <= last.resolved));
    let first = parts.resolutions.first().map(|first| first.resolved);
    let bounds = [incident.acknowledged, parts.restored, first];
    if incident.acknowledged.is_some() {
        let earliest = bounds.into_iter().flatten().min();
        parts.responded = earliest.filter(|at| *at >= opened);
    }
    let latest = parts.resolutions.last().map(|last| last.reopened.unwrap_or(last.resolved));
    let latest = [parts.responded, parts.restored, latest].into_iter().flatten().max();
    parts.cancelled = incident
        .cancelled
        .filter(|cancelled| *cancelled >= opened && latest.is_none_or(|at| at <= *cancelled));
    for wait in &incident.waits {
        if wait.to.is_none_or(|to| to > opened) {
            let from = wait.from.max(opened);
            parts.pauses.push(Pause { from, to: wait.to, reason: wait.reason });
        }
    }
    Ticket::new(parts).ok()
}
