//! What happened to a ticket.

use super::target::Waiting;
use crate::calendar::BusinessTime;
use crate::contract::Service;
use crate::error::{Error, Faults, codes};
use crate::id::{AssetId, PriorityId, TicketId};

/// Most pauses, resolutions or changes of priority of one ticket.
pub const TICKET_LIST_MAX: usize = 10_000;

/// A time in which the ticket waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pause {
    /// Since when.
    pub from: i64,
    /// Until when; `None` while it lasts.
    pub to: Option<i64>,
    /// For what.
    pub reason: Waiting,
}

/// A resolution, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Resolution {
    /// When the ticket was resolved.
    pub resolved: i64,
    /// When it was opened again; `None` while the resolution stands.
    pub reopened: Option<i64>,
}

/// A change of priority.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PriorityChange {
    /// When.
    pub at: i64,
    /// To which; `None` when it is not known.
    pub priority: Option<PriorityId>,
}

/// The parts of a ticket, before they are checked. Instants are UTC seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketParts {
    /// Its id.
    pub id: TicketId,
    /// Which asset it is about, if that is known.
    pub asset: Option<AssetId>,
    /// Which service it asks for.
    pub service: Service,
    /// Its priority when it was opened; `None` when it is not known.
    pub priority: Option<PriorityId>,
    /// When it was opened.
    pub opened: i64,
    /// Later changes of priority, in order of time.
    pub priority_changes: Vec<PriorityChange>,
    /// When it was first answered.
    pub responded: Option<i64>,
    /// When the service worked again.
    pub restored: Option<i64>,
    /// Resolutions, in order of time; only the last one may stand.
    pub resolutions: Vec<Resolution>,
    /// When it was cancelled.
    pub cancelled: Option<i64>,
    /// Its waits, in any order; they may overlap.
    pub pauses: Vec<Pause>,
}

impl TicketParts {
    /// A ticket to which nothing has happened yet.
    pub fn new(
        id: TicketId,
        service: Service,
        priority: Option<PriorityId>,
        opened: i64,
    ) -> TicketParts {
        TicketParts {
            id,
            asset: None,
            service,
            priority,
            opened,
            priority_changes: Vec::new(),
            responded: None,
            restored: None,
            resolutions: Vec::new(),
            cancelled: None,
            pauses: Vec::new(),
        }
    }
}

/// A ticket, checked.
///
/// The priority in force is the last one given: a change is answered as if the new priority had held
/// since the opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket(TicketParts);

impl Ticket {
    /// The ticket.
    ///
    /// ```
    /// use entretien::contract::{Service, level::*};
    /// use entretien::id::TicketId;
    /// let id = TicketId::new("INC-7").unwrap();
    /// let mut parts = TicketParts::new(id, Service::Corrective, None, 1_772_467_200);
    /// assert!(Ticket::new(parts.clone()).is_ok());
    /// parts.responded = Some(1_772_467_199);
    /// assert_eq!(Ticket::new(parts).unwrap_err().code(), "LVL-011");
    /// ```
    ///
    /// # Errors
    /// `LVL-009` an instant outside 1583–9999 · `LVL-011` an event before the opening · `LVL-012` events
    /// in an impossible order · `LVL-013` a pause that ends before it begins · `DOC-002` more than
    /// [`TICKET_LIST_MAX`] elements of a list. Pointers name the parts: `/pauses/0/to`.
    pub fn new(parts: TicketParts) -> Result<Ticket, Error> {
        let mut check = Check { opened: parts.opened, faults: Faults::new() };
        check.in_range("/opened", parts.opened);
        check.lengths(&parts);
        for (name, at) in [
            ("/responded", parts.responded),
            ("/restored", parts.restored),
            ("/cancelled", parts.cancelled),
        ] {
            if let Some(at) = at {
                check.event(name, at);
            }
        }
        check.order(&parts);
        check.resolutions(&parts);
        check.changes(&parts);
        for (index, pause) in parts.pauses.iter().enumerate() {
            check.event(&format!("/pauses/{index}/from"), pause.from);
            if let Some(to) = pause.to {
                let pointer = format!("/pauses/{index}/to");
                check.in_range(&pointer, to);
                if to < pause.from {
                    let message = "the pause ends before it begins";
                    check.faults.add(codes::LVL_REVERSED_PAUSE, pointer, message);
                }
            }
        }
        Error::check(check.faults.into_vec())?;
        Ok(Ticket(parts))
    }

    /// Its parts.
    pub fn parts(&self) -> &TicketParts {
        &self.0
    }

    /// The priority in force at `at`.
    pub fn priority_at(&self, at: i64) -> Option<&PriorityId> {
        let last = self.0.priority_changes.iter().rev().find(|change| change.at <= at);
        last.map_or(self.0.priority.as_ref(), |change| change.priority.as_ref())
    }
}

struct Check {
    opened: i64,
    faults: Faults,
}

impl Check {
    fn in_range(&mut self, pointer: &str, at: i64) {
        if !(BusinessTime::MIN..=BusinessTime::MAX).contains(&at) {
            let message = format!("`{at}` is not an instant of the years 1583 to 9999");
            self.faults.add(codes::LVL_BAD_INSTANT, pointer, message);
        }
    }

    fn event(&mut self, pointer: &str, at: i64) {
        self.in_range(pointer, at);
        if at < self.opened {
            let seconds = self.opened.saturating_sub(at);
            let message = format!("{seconds} s before the opening");
            self.faults.add(codes::LVL_BEFORE_OPENING, pointer, message);
        }
    }

    /// `later` may not lie before `earlier`.
    fn follows(&mut self, pointer: &str, later: Option<i64>, earlier: Option<i64>, what: &str) {
        if let (Some(later), Some(earlier)) = (later, earlier)
            && later < earlier
        {
            self.faults.add(codes::LVL_ORDER, pointer, format!("{what} comes later"));
        }
    }

    fn order(&mut self, parts: &TicketParts) {
        let first = parts.resolutions.first().map(|resolution| resolution.resolved);
        self.follows("/restored", parts.restored, parts.responded, "the response");
        self.follows("/resolutions/0/resolved", first, parts.responded, "the response");
        let last = parts.resolutions.last();
        if let Some(last) = last.filter(|last| last.reopened.is_none()) {
            let pointer = format!("/resolutions/{}/resolved", parts.resolutions.len() - 1);
            self.follows(&pointer, Some(last.resolved), parts.restored, "the restoration");
        }
        let ends = [
            parts.responded,
            parts.restored,
            last.map(|last| last.reopened.unwrap_or(last.resolved)),
        ];
        self.follows(
            "/cancelled",
            parts.cancelled,
            ends.into_iter().flatten().max(),
            "another event",
        );
    }

    fn resolutions(&mut self, parts: &TicketParts) {
        let mut since = None;
        for (index, resolution) in parts.resolutions.iter().enumerate() {
            let pointer = format!("/resolutions/{index}/resolved");
            self.event(&pointer, resolution.resolved);
            self.follows(&pointer, Some(resolution.resolved), since, "the reopening before it");
            if let Some(reopened) = resolution.reopened {
                let pointer = format!("/resolutions/{index}/reopened");
                self.event(&pointer, reopened);
                self.follows(&pointer, Some(reopened), Some(resolution.resolved), "the resolution");
                since = Some(reopened);
            } else if index + 1 < parts.resolutions.len() {
                let pointer = format!("/resolutions/{}/resolved", index + 1);
                let message = "the resolution before it was not reopened";
                self.faults.add(codes::LVL_ORDER, pointer, message);
            }
        }
    }

    fn changes(&mut self, parts: &TicketParts) {
        let mut since = None;
        for (index, change) in parts.priority_changes.iter().enumerate() {
            let pointer = format!("/priority_changes/{index}/at");
            self.event(&pointer, change.at);
            self.follows(&pointer, Some(change.at), since, "the change before it");
            since = Some(change.at);
        }
    }

    fn lengths(&mut self, parts: &TicketParts) {
        for (pointer, length) in [
            ("/priority_changes", parts.priority_changes.len()),
            ("/resolutions", parts.resolutions.len()),
            ("/pauses", parts.pauses.len()),
        ] {
            if length > TICKET_LIST_MAX {
                let message = format!("{length} elements, at most {TICKET_LIST_MAX}");
                self.faults.add(codes::DOC_TOO_LARGE, pointer, message);
            }
        }
    }
}
