//! Service levels (niveaux de service): by when a ticket must be answered, restored and resolved.
//!
//! A [`ServiceLevel`] gives, for a service and a priority, up to three [`Target`]s: response (GTI),
//! restoration (GTR) and resolution. Each counts open seconds of a named calendar or of every hour,
//! working days, or calendar days and months. Compiled with their calendars into [`Levels`], they
//! answer for any [`Ticket`]:
//!
//! - [`Levels::deadline`]: the instant, or why there is none, with its trace ([`LevelStep`]);
//! - [`Levels::clock`]: the state at `as_of`, what has elapsed, what remains;
//! - [`Levels::escalations`]: when whom to warn;
//! - [`Levels::clocks`]: all clocks of a fleet of tickets.
//!
//! # How time is counted
//!
//! Instants are UTC seconds since 1970-01-01T00:00:00Z; periods are half-open.
//!
//! - The clock starts when the ticket is opened; outside opening hours it starts to count at the next
//!   opening. It stops at the event of its target: a response at the first of response, restoration
//!   and resolution; a restoration at the restoration that is stated, else at the resolution; a
//!   resolution at the resolution that stands.
//! - Pauses whose reason is among the waiting reasons of the level are united, cut at the opening and
//!   at the stop, and their *open* seconds are left out. A pause over a closed night pushes nothing.
//! - A target in days or months has a nominal deadline; the open seconds up to it are its length.
//!   While no pause took open seconds before it, it is the deadline, even at a closed moment;
//!   otherwise the deadline is where that many open seconds outside pauses have elapsed.
//! - A need that ends at closing time ends there. At the very instant of the deadline a target is met.
//! - A ticket opened again runs on ([`Reopening`]); a change of priority recomputes from the opening,
//!   as if the new priority had always held ([`Ticket`]); a change after the stop changes nothing.
//! - At `as_of`, what happens later is not known: later events are ignored, a pause that ends later
//!   still lasts, and a period still open counts as running. A paused target has no deadline
//!   ([`NoDeadline::Paused`]): it would move with every second.

mod clock;
mod course;
mod hours;
mod idle;
mod levels;
mod target;
mod ticket;
mod trace;

pub use clock::{Clock, ClockState, EscalationDue, EscalationState};
pub use course::NoDeadline;
pub use idle::{Idle, IdleTarget};
pub use levels::Levels;
pub use target::{
    Escalation, EscalationMoment, Hours, LevelParts, Measure, PENALTY_PPM_MAX, PERCENT_MAX,
    Penalty, Reopening, ServiceLevel, TARGET_DAYS_MAX, TARGET_MONTHS_MAX, TARGET_SECONDS_MAX,
    Target, TargetKind, Waiting,
};
pub use ticket::{Pause, PriorityChange, Resolution, TICKET_LIST_MAX, Ticket, TicketParts};
pub use trace::{Deadline, LevelRule, LevelStep, LocalInstant};
