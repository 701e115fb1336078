//! From a history of states to one record.
//!
//! The rules, with an example in [`rules`](super::rules):
//!
//! 1. Events are taken in the order of the log. One that is dated before the event before it is taken at the
//!    instant of that one, and one without an instant too. Those before the first instant date nothing.
//! 2. It is acknowledged at the first event in another state than new or cancelled.
//! 3. A wait lasts from the event that begins a waiting state to the next event in another state or with other
//!    words; the last one may have no end.
//! 4. It is over from the event that takes it from an open state to resolved or closed; the resolution that stands
//!    is the last such event. An open state after that opens it again: one [`Reopened`].
//! 5. It is closed at the event that takes it to closed, unless it is opened again later.
//! 6. What the log states in a column of its own (opening, resolution, closing, number of reopenings) goes
//!    before what the states say, also where its last value is empty: then it is unknown.

use super::{Incident, IncidentState, Reopened, Term, Wait};
use crate::contract::level::Waiting;

/// One event of a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When; `None` when it is not known.
    pub at: Option<i64>,
    /// The state from then on; `None` when the event says nothing of it, or nothing that is known.
    pub state: Option<IncidentState>,
    /// For what it waits, in a waiting state.
    pub reason: Waiting,
    /// The words of the state.
    pub label: Option<Term>,
}

/// What a log states in columns of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each column")]
pub struct Stated {
    /// When the incident was opened.
    pub opened: bool,
    /// When somebody took it in hand.
    pub acknowledged: bool,
    /// When it was resolved.
    pub resolved: bool,
    /// When it was closed.
    pub closed: bool,
    /// How often it was opened again.
    pub reopen_count: bool,
}

/// Folds the events of one incident, one after the other.
///
/// ```
/// use entretien::contract::level::Waiting;
/// use entretien::id::TicketId;
/// use entretien::intervention::{Event, Fold, Incident, IncidentState, Stated};
/// let mut incident = Incident::new(TicketId::new("INC-7").unwrap());
/// let mut fold = Fold::new();
/// for (at, state) in [
///     (0, IncidentState::New),
///     (600, IncidentState::Waiting),
///     (4_200, IncidentState::Active),
///     (7_800, IncidentState::Resolved),
///     (9_000, IncidentState::Active),
///     (9_600, IncidentState::Resolved),
/// ] {
///     let event = Event { at: Some(at), state: Some(state), reason: Waiting::Customer, label: None };
///     assert!(fold.push(&event, &mut incident));
/// }
/// fold.finish(Stated::default(), &mut incident);
/// assert_eq!((incident.opened, incident.acknowledged), (Some(0), Some(600)));
/// assert_eq!((incident.waits[0].from, incident.waits[0].to), (600, Some(4_200)));
/// assert_eq!((incident.resolved, incident.reopen_count), (Some(9_600), Some(1)));
/// assert_eq!((incident.reopenings[0].resolved, incident.reopenings[0].reopened), (7_800, 9_000));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Fold {
    events: u32,
    last: Option<i64>,
    state: Option<IncidentState>,
    /// The state before the first instant.
    early: Option<IncidentState>,
    opened: Option<i64>,
    acknowledged: Option<i64>,
    /// Since when it is over.
    over: Option<i64>,
    closed: Option<i64>,
    cancelled: Option<i64>,
}

impl Fold {
    /// No event yet.
    pub fn new() -> Fold {
        Fold::default()
    }

    /// The state after the events so far.
    pub fn state(&self) -> Option<IncidentState> {
        self.state.or(self.early)
    }

    /// Takes the next event; waits and reopenings are added to `incident`. Says whether the event is dated in
    /// order: `false` when it was taken at the instant of the one before it.
    #[inline]
    pub fn push(&mut self, event: &Event, incident: &mut Incident) -> bool {
        self.events = self.events.saturating_add(1);
        let in_order = event.at.is_none() || event.at >= self.last;
        self.last = event.at.max(self.last);
        if self.opened.is_none() {
            self.opened = self.last;
        }
        if let Some(state) = event.state {
            self.enter(state, event, incident);
        }
        in_order
    }

    fn enter(&mut self, state: IncidentState, event: &Event, incident: &mut Incident) {
        let Some(at) = self.last else {
            self.early = Some(state);
            return;
        };
        let waits = state == IncidentState::Waiting;
        let goes_on = self.state == Some(state)
            && (!waits || incident.waits.last().is_some_and(|wait| wait.label == event.label));
        if goes_on {
            return;
        }
        let before = self.state.replace(state);
        if before == Some(IncidentState::Waiting)
            && let Some(wait) = incident.waits.last_mut()
        {
            wait.to = Some(at);
        }
        if waits {
            let (reason, label) = (event.reason, event.label);
            incident.waits.push(Wait { from: at, to: None, reason, label });
        }
        if !matches!(state, IncidentState::New | IncidentState::Cancelled) {
            self.acknowledged = self.acknowledged.or(Some(at));
        }
        match state {
            IncidentState::New | IncidentState::Active | IncidentState::Waiting => {
                if let Some(resolved) = self.over.take() {
                    incident.reopenings.push(Reopened { resolved, reopened: at });
                }
                (self.closed, self.cancelled) = (None, None);
            }
            IncidentState::Resolved => self.over = self.over.or(Some(at)),
            IncidentState::Closed => {
                self.over = self.over.or(Some(at));
                self.closed = Some(at);
            }
            IncidentState::Cancelled => self.cancelled = Some(at),
        }
    }

    /// Says that there are no more events, and fills in what the log does not state itself.
    pub fn finish(&self, stated: Stated, incident: &mut Incident) {
        incident.events = Some(self.events);
        incident.state = self.state();
        let counted = u32::try_from(incident.reopenings.len()).ok();
        for (is_stated, slot, found) in [
            (stated.opened, &mut incident.opened, self.opened),
            (stated.acknowledged, &mut incident.acknowledged, self.acknowledged),
            (stated.resolved, &mut incident.resolved, self.over),
            (stated.closed, &mut incident.closed, self.closed),
            (false, &mut incident.cancelled, self.cancelled),
        ] {
            if !is_stated {
                *slot = found;
            }
        }
        if !stated.reopen_count {
            incident.reopen_count = counted;
        }
    }
}
