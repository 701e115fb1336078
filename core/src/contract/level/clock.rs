//! The state of a target at an instant.

use super::course::NoDeadline;
use super::target::TargetKind;
use crate::text::choice;

choice! {
    /// How a target stands.
    ClockState {
        /// The ticket is opened later than `as_of`.
        NotStarted "not_started" "not started" "non commencé",
        /// The clock runs and the deadline is not passed.
        Running "running" "running" "en cours",
        /// The ticket waits, and the deadline moves with it.
        Paused "paused" "paused" "suspendu",
        /// Done by the deadline, the very instant included.
        Met "met" "met" "tenu",
        /// The deadline is passed, done since or not.
        Breached "breached" "breached" "dépassé",
        /// Cancelled by the deadline.
        Cancelled "cancelled" "cancelled" "annulé",
        /// There is nothing to count: no level, no such target, or a calendar that never opens.
        NotCounted "not_counted" "not counted" "non décompté",
    }
}

/// One target of one ticket at `as_of`. Seconds are open seconds outside pauses unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Place of the ticket in the list that was asked.
    pub ticket: usize,
    /// Which target.
    pub target: TargetKind,
    /// Place of the level that applies among those compiled; `None` when none does.
    pub level: Option<usize>,
    /// How it stands.
    pub state: ClockState,
    /// By when; UTC seconds.
    pub deadline: Option<i64>,
    /// Why there is no deadline.
    pub reason: Option<NoDeadline>,
    /// When it was done, or cancelled; UTC seconds. `None` while it is not.
    pub stopped: Option<i64>,
    /// Length of the target; `None` when there is nothing to count.
    pub target_seconds: Option<i64>,
    /// Counted since the opening, up to the stop or `as_of`.
    pub elapsed_seconds: Option<i64>,
    /// Open seconds that pauses took out of the count.
    pub paused_seconds: Option<i64>,
    /// Left until the target is used up; 0 when it is overrun.
    pub remaining_seconds: Option<i64>,
    /// Counted beyond the target; 0 in time. A breach within closed hours has overrun none.
    pub overrun_seconds: Option<i64>,
}

impl Clock {
    /// Elapsed in percent of the target, rounded down; `None` when there is nothing to count, or when
    /// the target holds no open second (a calendar day that is closed throughout).
    pub fn percent(&self) -> Option<i64> {
        let length = self.target_seconds.filter(|length| *length > 0)?;
        self.elapsed_seconds?.checked_mul(100)?.checked_div(length)
    }

    /// Whether the target is breached and still not done.
    pub fn is_overdue(&self) -> bool {
        self.state == ClockState::Breached && self.stopped.is_none()
    }
}

choice! {
    /// How an escalation step stands.
    EscalationState {
        /// Still to come, or waiting for the end of a pause.
        Due "due" "due" "à venir",
        /// Its moment came while the target was not yet done.
        Passed "passed" "passed" "passé",
        /// The target was done, or the ticket cancelled, before its moment.
        Dropped "dropped" "dropped" "sans objet",
    }
}

/// One escalation step of one ticket at `as_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EscalationDue {
    /// Of which target.
    pub target: TargetKind,
    /// Place of the level among those compiled.
    pub level: usize,
    /// Place of the step among the escalations of the level.
    pub step: usize,
    /// When; UTC seconds.
    pub instant: Option<i64>,
    /// Why there is no instant.
    pub reason: Option<NoDeadline>,
    /// How it stands.
    pub state: EscalationState,
}
