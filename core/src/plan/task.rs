//! Task templates.

use super::counter::Counters;
use super::event::OnOccasion;
use super::policy::{Counting, TaskPolicy};
use crate::calendar::Roll;
use crate::id::{SkillId, TaskId};
use crate::inventory::Selector;
use crate::recurrence::{MonthDay, MonthEnd, Rule};
use crate::text::{Text, choice};
use crate::time::{Day, Interval};

/// Longest duration of one occurrence, minutes (one week).
pub(crate) const DURATION_MINUTES_MAX: u32 = 10_080;

choice! {
    /// Where a task is done.
    Mode {
        /// At a distance (à distance).
        Remote "remote" "remote" "à distance",
        /// On site (sur place).
        OnSite "on_site" "on site" "sur place",
    }
}

choice! {
    /// How the first dates of a task are spread over its period.
    Spread {
        /// Not: every asset on the same dates.
        None "none" "none" "aucun",
        /// Each asset is shifted by a number of days, from 0 to the period less one, drawn from the
        /// ids of task and asset: the same on every run, whatever the rest of the estate.
        ByAsset "by_asset" "by asset" "par équipement",
    }
}

/// How often a task is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Every {
    /// At this interval.
    Interval(Interval),
    /// By the house rules, after the usage of the asset.
    House,
    /// By an RFC 5545 rule of days or coarser, the same for every asset of one anchor. An anchor that
    /// does not match the rule is no occurrence and is not counted by COUNT
    /// ([`Unmatched::Omit`](crate::recurrence::Unmatched::Omit)); BYHOUR, BYMINUTE and BYSECOND are ignored.
    Rule(Box<Rule>),
    /// On a day counted within months, from the month of the anchor; working days by the calendar of
    /// the asset.
    MonthDay(MonthDay),
    /// By use, or by use and time.
    Counters(Box<Counters>),
    /// On occasion: once for each closed corrective, finding, end of support, begin of a contract.
    Occasion(Box<OnOccasion>),
    /// Whenever the sequence of another task comes to it.
    Sequence,
}

impl Every {
    /// The text of the periodicity: an interval as ISO 8601 (`P3M`), an RFC 5545 rule
    /// (`FREQ=MONTHLY;BYDAY=2TU`), a day counted within months (`P1M/2TU+1D`, `P1M/-1WD`), counters
    /// (`1000 pages or P6M`), the code of an occasion, `sequence`; `None` where the house rules decide.
    ///
    /// ```
    /// use entretien::plan::Every;
    /// use entretien::{recurrence::MonthDay, time::Interval};
    /// assert_eq!(Every::Interval(Interval::QUARTERLY).text().as_deref(), Some("P3M"));
    /// let last = MonthDay::working_day(1, -1).unwrap();
    /// assert_eq!(Every::MonthDay(last).text().as_deref(), Some("P1M/-1WD"));
    /// assert_eq!(Every::House.text(), None);
    /// ```
    pub fn text(&self) -> Option<String> {
        match self {
            Every::Interval(interval) => Some(interval.iso()),
            Every::House => None,
            Every::Rule(rule) => Some(rule.to_string()),
            Every::MonthDay(day) => Some(day.to_string()),
            Every::Counters(counters) => Some(counters.to_string()),
            Every::Occasion(occasion) => Some(occasion.occasion.code().to_owned()),
            Every::Sequence => Some("sequence".to_owned()),
        }
    }

    /// Whether dates follow from an interval: only then `spread` and `month_end` apply.
    pub fn is_interval(&self) -> bool {
        matches!(self, Every::Interval(_) | Every::House)
    }
}

/// A recurring task: what is done, on which assets, how often, and how it is made safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskTemplate {
    /// Its id.
    pub id: TaskId,
    /// Its title.
    pub title: Text,
    /// Which assets it is done on.
    pub applies_to: Selector,
    /// Time that one occurrence takes, 1 to 10 080.
    pub duration_minutes: u32,
    /// On site or remote.
    pub mode: Mode,
    /// Skill needed.
    pub skill: SkillId,
    /// Periodicity.
    pub every: Every,
    /// Day that the series is counted from; `None` takes the contract's or the programme's begin.
    pub anchor: Option<Day>,
    /// How first dates are spread; only an interval can be.
    pub spread: Spread,
    /// What happens to day 29–31 in a shorter month; `backward` unless the periodicity is an interval
    /// (in a rule, SKIP says it).
    pub month_end: MonthEnd,
    /// What happens on a closed day; a series that sticks to the end of the month rolls to the previous
    /// open day whatever is said here, `none` and `skip` excepted.
    pub roll: Roll,
    /// Checks before the work begins.
    pub checks_before: Vec<Text>,
    /// Checks after the work.
    pub checks_after: Vec<Text>,
    /// How to come back to the initial state.
    pub way_back: Option<Text>,
    /// How its dates move, and what else is stated of it.
    pub policy: Box<TaskPolicy>,
}

impl TaskTemplate {
    /// Whether its dates move with what was done: its occurrences are then named by their ordinal, not by their
    /// nominal date. A task in the sequence of another is named as that one.
    pub fn is_moving(&self) -> bool {
        self.policy.counting != Counting::Fixed || matches!(self.every, Every::Counters(_))
    }
}
