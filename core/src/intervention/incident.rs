//! What failed.

use super::{IncidentState, Term};
use crate::contract::level::Waiting;
use crate::id::TicketId;

/// A time in which work waited, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wait {
    /// Since when.
    pub from: i64,
    /// Until when; `None` while it lasts.
    pub to: Option<i64>,
    /// For what.
    pub reason: Waiting,
    /// The words of the source: `Awaiting Vendor`.
    pub label: Option<Term>,
}

/// A resolution that did not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reopened {
    /// When the incident was resolved.
    pub resolved: i64,
    /// When it was opened again.
    pub reopened: i64,
}

/// One incident. Instants are UTC seconds since 1970; what is not known is `None`.
///
/// Texts are [`Term`]s of the [`Terms`](super::Terms) of its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Its id, unique in the log.
    pub id: TicketId,
    /// The assets that it is about, sorted, each once; empty when none is known.
    pub assets: Vec<Term>,
    /// Where.
    pub site: Option<Term>,
    /// What kind of incident, in the caller's own words.
    pub category: Option<Term>,
    /// A finer kind.
    pub subcategory: Option<Term>,
    /// Priority, in the caller's own words; the last one that was given.
    pub priority: Option<Term>,
    /// How many suffer how much.
    pub impact: Option<Term>,
    /// How soon it must be dealt with.
    pub urgency: Option<Term>,
    /// The contract that covers it.
    pub contract: Option<Term>,
    /// The company that works on it.
    pub supplier: Option<Term>,
    /// The team in charge; the last one.
    pub group: Option<Term>,
    /// Who resolved it.
    pub technician: Option<Term>,
    /// What caused it, or with what code it was closed.
    pub cause: Option<Term>,
    /// How it was reported: phone, monitoring …
    pub contact: Option<Term>,
    /// The problem that it is an effect of.
    pub problem: Option<Term>,
    /// How it stands, as the source says.
    pub state: Option<IncidentState>,
    /// When it was reported; the onset of the failure where the source knows no better.
    pub opened: Option<i64>,
    /// When somebody took it in hand.
    pub acknowledged: Option<i64>,
    /// When the service worked again, if only by a workaround.
    pub restored: Option<i64>,
    /// When it was resolved; the resolution that stands.
    pub resolved: Option<i64>,
    /// When it was closed.
    pub closed: Option<i64>,
    /// When it was withdrawn.
    pub cancelled: Option<i64>,
    /// Resolutions that did not hold, in order of time; there may be fewer than `reopen_count`.
    pub reopenings: Vec<Reopened>,
    /// How often it was opened again.
    pub reopen_count: Option<u32>,
    /// How often it went to another team or person.
    pub reassignment_count: Option<u32>,
    /// Visits on site that it took.
    pub visits: Option<u32>,
    /// Events of the log that it was folded from.
    pub events: Option<u32>,
    /// Whether its service level was kept, as the source says (`made_sla`).
    pub is_level_kept: Option<bool>,
    /// Its waits, by begin, then by end, one that lasts last.
    pub waits: Vec<Wait>,
    /// Seconds that it waited in all, in the hours of its source, where `waits` does not say when.
    pub waiting_seconds: Option<u32>,
}

impl Incident {
    /// An incident of which only the id is known.
    pub fn new(id: TicketId) -> Incident {
        Incident {
            id,
            assets: Vec::new(),
            site: None,
            category: None,
            subcategory: None,
            priority: None,
            impact: None,
            urgency: None,
            contract: None,
            supplier: None,
            group: None,
            technician: None,
            cause: None,
            contact: None,
            problem: None,
            state: None,
            opened: None,
            acknowledged: None,
            restored: None,
            resolved: None,
            closed: None,
            cancelled: None,
            reopenings: Vec::new(),
            reopen_count: None,
            reassignment_count: None,
            visits: None,
            events: None,
            is_level_kept: None,
            waits: Vec::new(),
            waiting_seconds: None,
        }
    }

    /// When equipment worked again: at the restoration that is stated, else at the resolution.
    pub fn worked_again(&self) -> Option<i64> {
        self.restored.or(self.resolved)
    }

    /// When it stopped asking for work: at its resolution, closing or withdrawal, whichever came first.
    pub fn ended(&self) -> Option<i64> {
        [self.resolved, self.closed, self.cancelled].into_iter().flatten().min()
    }

    /// Whether it was open at `as_of`: reported by then, and neither resolved, closed nor withdrawn. A
    /// resolution that did not hold leaves it closed from then until it was opened again.
    ///
    /// `None` when it is not known when it was reported, or when its source says that it is over without
    /// saying since when.
    pub fn is_open(&self, as_of: i64) -> Option<bool> {
        if self.opened? > as_of {
            return Some(false);
        }
        if self.reopenings.iter().any(|one| one.resolved <= as_of && as_of < one.reopened) {
            return Some(false);
        }
        match (self.ended(), self.state) {
            (Some(end), _) => Some(end > as_of),
            (
                None,
                Some(IncidentState::Resolved | IncidentState::Closed | IncidentState::Cancelled),
            ) => None,
            (None, _) => Some(true),
        }
    }

    /// Seconds from the report to the resolution that stands; `None` when one of them is not known.
    pub fn resolution_seconds(&self) -> Option<i64> {
        self.resolved?.checked_sub(self.opened?)
    }

    /// The terms, each with the name of its field; assets as `assets`.
    pub(super) fn terms_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Term)> {
        let single = [
            ("site", &mut self.site),
            ("category", &mut self.category),
            ("subcategory", &mut self.subcategory),
            ("priority", &mut self.priority),
            ("impact", &mut self.impact),
            ("urgency", &mut self.urgency),
            ("contract", &mut self.contract),
            ("supplier", &mut self.supplier),
            ("group", &mut self.group),
            ("technician", &mut self.technician),
            ("cause", &mut self.cause),
            ("contact", &mut self.contact),
            ("problem", &mut self.problem),
        ];
        let single = single.into_iter().filter_map(|(name, term)| Some((name, term.as_mut()?)));
        let assets = self.assets.iter_mut().map(|term| ("assets", term));
        let waits = self.waits.iter_mut().filter_map(|wait| Some(("waits", wait.label.as_mut()?)));
        single.chain(assets).chain(waits)
    }
}
