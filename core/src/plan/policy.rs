//! How the dates of one task may move: counting, season, tolerance, call, nesting, sequence.

use crate::calendar::YearSpan;
use crate::id::{ContractId, TaskId};
use crate::quantity::Money;
use crate::text::choice;
use crate::time::{Day, Interval, Unit};

/// Highest level of a nest.
pub const NEST_LEVEL_MAX: u8 = 20;
/// Longest tolerance, days.
pub const TOLERANCE_DAYS_MAX: u16 = 366;

choice! {
    /// What kind of work a task is.
    Kind {
        /// Keeps an asset working (maintenance préventive).
        Preventive "preventive" "preventive" "préventive",
        /// Mends what failed (maintenance curative).
        Corrective "corrective" "corrective" "curative",
        /// Brings software or firmware up to date (mise à jour).
        Update "update" "update" "mise à jour",
        /// Replaces an asset (renouvellement).
        Renewal "renewal" "renewal" "renouvellement",
        /// People meet (réunion).
        Meeting "meeting" "meeting" "réunion",
    }
}

choice! {
    /// What a task is done on.
    Subject {
        /// On each asset that `applies_to` selects.
        Asset "asset" "asset" "équipement",
        /// Once for each contract: meetings, reports.
        Contract "contract" "contract" "contrat",
    }
}

/// What the next date of a task counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counting {
    /// The planned date, whatever was done when: occurrence k is always counted from the anchor.
    #[default]
    Fixed,
    /// The day of completion; in a forecast, the planned date (`as_of` where that is overdue).
    FromCompletion,
    /// The planned date, moved by a part of the days that the work was early or late.
    PartialShift(PartialShift),
}

/// How much of an early or late completion moves the dates after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartialShift {
    /// Done before the planned date.
    pub early: Shift,
    /// Done after it.
    pub late: Shift,
}

/// A shift of the dates after a completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// Days that are forgiven, in percent of the cycle, rounded down; for a task that nests with others, of
    /// the smallest number of days between the dates of their cycles (30 and 40 days: 10).
    pub tolerance_percent: u16,
    /// Part of all early or late days that moves the next date, in percent, rounded half-up.
    pub factor_percent: u16,
}

impl PartialShift {
    /// Days that the next date moves by, when work planned on a day was done `late_days` after it (before
    /// it, when negative), within a cycle of `cycle_days`.
    ///
    /// ```
    /// use entretien::plan::{PartialShift, Shift};
    /// let half = Shift { tolerance_percent: 10, factor_percent: 50 };
    /// let shift = PartialShift { early: half, late: half };
    /// // Planned 1 June, next 1 September: 92 days, of which 9 are forgiven.
    /// assert_eq!(shift.days(14, 92), 7);
    /// assert_eq!(shift.days(7, 92), 0);
    /// assert_eq!(shift.days(-15, 92), -8);
    /// ```
    pub fn days(&self, late_days: i32, cycle_days: i32) -> i32 {
        let shift = if late_days < 0 { self.early } else { self.late };
        let days = i64::from(late_days).abs();
        if days <= i64::from(cycle_days) * i64::from(shift.tolerance_percent) / 100 {
            return 0;
        }
        let moved = (days * i64::from(shift.factor_percent) + 50) / 100;
        let moved = i32::try_from(moved).unwrap_or(i32::MAX);
        if late_days < 0 { -moved } else { moved }
    }
}

choice! {
    /// What happens to a date outside the season.
    OutOfSeason {
        /// It is left out.
        Skip "skip" "left out" "omis",
        /// It moves to the next day of the season.
        Next "next" "next day of the season" "prochain jour de la saison",
    }
}

/// The days of the year on which a task is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// Open spans; at least one.
    pub spans: Vec<YearSpan>,
    /// What happens outside them.
    pub outside: OutOfSeason,
}

impl Season {
    /// Whether the season is open on `day`.
    pub fn contains(&self, day: Day) -> bool {
        self.spans.iter().any(|span| span.contains(day))
    }

    /// The day of work for a date: itself in season, else the next day of the season or none.
    pub fn admit(&self, day: Day) -> Option<Day> {
        if self.contains(day) {
            return Some(day);
        }
        if self.outside == OutOfSeason::Skip {
            return None;
        }
        // 29 February is 1 March in common years, so every span begins within a year.
        (1..=366).map_while(|n| day.add_days(n)).find(|day| self.contains(*day))
    }
}

/// When the work order is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// After this part of the cycle, rounded down: 80 % of 250 days is 50 days before the date.
    PercentOfCycle(u16),
    /// So many days before.
    CalendarDays(u16),
    /// So many working days before, by the calendar of the work.
    WorkingDays(u16),
}

/// How far a date may lie from the day on which it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tolerance {
    /// Before it.
    pub early: Slack,
    /// After it.
    pub late: Slack,
}

/// So many days, or a part of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slack {
    /// Days.
    Days(u16),
    /// Percent of the days from this date of the series to the next, rounded down.
    PercentOfCycle(u16),
}

impl Default for Slack {
    fn default() -> Self {
        Slack::Days(0)
    }
}

impl Slack {
    /// The days, in a cycle of `cycle_days`.
    pub fn days(self, cycle_days: i32) -> i32 {
        match self {
            Slack::Days(days) => i32::from(days),
            Slack::PercentOfCycle(percent) => {
                let days = i64::from(cycle_days) * i64::from(percent) / 100;
                i32::try_from(days).unwrap_or(i32::MAX).min(i32::from(TOLERANCE_DAYS_MAX))
            }
        }
    }
}

choice! {
    /// What a visit of a higher level does to one of a lower level that falls in its window.
    Nesting {
        /// The higher does the work of the lower, which is not planned.
        Absorb "absorb" "absorb" "absorber",
        /// Both are planned.
        Add "add" "add" "ajouter",
    }
}

/// The place of a task in a group of visits of several cycles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nest {
    /// Name of the group: only tasks of one group nest.
    pub group: Box<str>,
    /// 1 to 20; the higher absorbs the lower.
    pub level: u8,
    /// What this task does to lower ones.
    pub how: Nesting,
}

/// How the dates of a task move, and what else is stated of it; the default is an ordinary preventive task
/// on fixed dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPolicy {
    /// Kind of work.
    pub kind: Kind,
    /// What it is done on.
    pub subject: Subject,
    /// The contracts that it is done for, when the subject is a contract; empty for all.
    pub contracts: Vec<ContractId>,
    /// What the next date counts from; other than fixed only with an interval or counters.
    pub counting: Counting,
    /// The cycle, in percent of what the periodicity says; 100 unless stated.
    pub cycle_percent: u32,
    /// Whether the first date is one cycle after the anchor, not the anchor itself. Counters always begin
    /// so.
    pub after_one_cycle: bool,
    /// Days of the year on which it is done; `None` for all.
    pub season: Option<Season>,
    /// When its work order is opened; `None` on the date itself.
    pub call: Option<Call>,
    /// How far it may move; `None` for that of the programme.
    pub tolerance: Option<Tolerance>,
    /// Its place among visits of several cycles.
    pub nest: Option<Nest>,
    /// The tasks that its dates stand for in turn (Q Q Q A); empty for itself. A task of a sequence has the
    /// periodicity [`Every::Sequence`](super::Every::Sequence).
    pub sequence: Vec<TaskId>,
    /// Tasks that come first on the same asset, and on the assets that it depends on.
    pub after: Vec<TaskId>,
    /// Whether the service of the asset is interrupted: redundant assets are then kept apart.
    pub interrupts: bool,
    /// Price of the parts of one occurrence.
    pub parts: Option<Money>,
}

impl TaskPolicy {
    /// The cycle in effect of a periodicity: `cycle_percent` of it, days rounded half-up and at least one, weeks
    /// that do not come out whole as days; `None` for months that do not come out whole, and beyond 100 years.
    ///
    /// ```
    /// use entretien::plan::TaskPolicy;
    /// use entretien::time::{Interval, Unit};
    /// let policy = TaskPolicy { cycle_percent: 120, ..TaskPolicy::default() };
    /// let days = Interval::new(150, Unit::Day).unwrap();
    /// assert_eq!(policy.scale(days).unwrap().iso(), "P180D");
    /// assert_eq!(policy.scale(Interval::WEEKLY).unwrap().iso(), "P8D");
    /// assert_eq!(policy.scale(Interval::QUARTERLY), None); // 3.6 months
    /// ```
    pub fn scale(&self, every: Interval) -> Option<Interval> {
        let percent = self.cycle_percent;
        let parts = every.count().checked_mul(percent)?;
        if parts % 100 == 0 {
            return Interval::new(parts / 100, every.unit());
        }
        let days = u32::try_from(every.fixed_days()?).ok()?.checked_mul(percent)?;
        Interval::new((days.checked_add(50)? / 100).max(1), Unit::Day)
    }
}

impl Default for TaskPolicy {
    fn default() -> Self {
        TaskPolicy {
            kind: Kind::Preventive,
            subject: Subject::Asset,
            contracts: Vec::new(),
            counting: Counting::Fixed,
            cycle_percent: 100,
            after_one_cycle: false,
            season: None,
            call: None,
            tolerance: None,
            nest: None,
            sequence: Vec::new(),
            after: Vec::new(),
            interrupts: false,
            parts: None,
        }
    }
}
