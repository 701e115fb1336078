//! Task templates.

use crate::calendar::Roll;
use crate::id::{SkillId, TaskId};
use crate::inventory::Selector;
use crate::recurrence::MonthEnd;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// At this interval.
    Interval(Interval),
    /// By the house rules, after the usage of the asset.
    House,
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
    /// How first dates are spread.
    pub spread: Spread,
    /// What happens to day 29–31 in a shorter month.
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
}
