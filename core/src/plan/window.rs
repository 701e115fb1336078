//! When work may happen beside the calendars: maintenance windows, blackouts, freezes.

use super::policy::Kind;
use super::task::{Mode, TaskTemplate};
use crate::calendar::YearSpan;
use crate::id::TaskId;
use crate::inventory::{Asset, Selector};
use crate::recurrence::Generator;
use crate::text::{Text, choice};
use crate::time::{Day, Period};

choice! {
    /// What a window does to the work on its days.
    WindowKind {
        /// Work happens on these days only (fenêtre de maintenance). Several that apply add up.
        Maintenance "maintenance" "maintenance window" "fenêtre de maintenance",
        /// No work on these days (période interdite).
        Blackout "blackout" "blackout" "période interdite",
        /// No change on these days (gel): updates and renewals, and what interrupts the service.
        Freeze "freeze" "freeze" "gel",
    }
}

/// Days that return by a rule, each for some days.
#[derive(Debug, Clone)]
pub struct WindowSeries {
    /// What makes the first days.
    pub generator: Generator,
    /// The text of the periodicity.
    pub text: Box<str>,
    /// Counted from.
    pub anchor: Day,
    /// Days of each, 1 to 366.
    pub length_days: u16,
}

impl PartialEq for WindowSeries {
    fn eq(&self, other: &Self) -> bool {
        let key = |series: &WindowSeries| (series.text.clone(), series.anchor, series.length_days);
        key(self) == key(other)
    }
}

/// Days on which some work must, or must not, happen: the days that any of its lists names.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkWindow {
    /// Its id.
    pub id: Box<str>,
    /// What it does.
    pub kind: WindowKind,
    /// Which assets it is about; work for contracts only when every list is empty.
    pub applies_to: Selector,
    /// Which tasks; empty for all.
    pub tasks: Vec<TaskId>,
    /// Which modes; empty for all.
    pub modes: Vec<Mode>,
    /// Weekdays, Monday first.
    pub weekdays: [bool; 7],
    /// Periods.
    pub periods: Vec<Period>,
    /// Days of every year.
    pub yearly: Vec<YearSpan>,
    /// Days that return by a rule.
    pub series: Option<WindowSeries>,
    /// Why.
    pub reason: Option<Text>,
}

impl WorkWindow {
    /// Whether it is about this task, on `asset` if there is one.
    pub fn concerns(&self, task: &TaskTemplate, asset: Option<&Asset>) -> bool {
        self.concerns_task(task) && self.concerns_asset(asset)
    }

    pub(super) fn concerns_asset(&self, asset: Option<&Asset>) -> bool {
        asset.map_or_else(
            || self.applies_to == Selector::default(),
            |asset| self.applies_to.matches(asset),
        )
    }

    pub(super) fn concerns_task(&self, task: &TaskTemplate) -> bool {
        let changes = || {
            let kind = task.policy.kind;
            task.policy.interrupts || matches!(kind, Kind::Update | Kind::Renewal)
        };
        (self.kind != WindowKind::Freeze || changes())
            && (self.tasks.is_empty() || self.tasks.contains(&task.id))
            && (self.modes.is_empty() || self.modes.contains(&task.mode))
    }

    /// Whether `day` is one of its days.
    pub fn contains(&self, day: Day) -> bool {
        self.weekdays.get(day.weekday_index()) == Some(&true)
            || self.periods.iter().any(|period| period.contains(day))
            || self.yearly.iter().any(|span| span.contains(day))
            || self.series.as_ref().is_some_and(|series| {
                let last = day
                    .add_days(1)
                    .and_then(|next| series.generator.previous_before(series.anchor, next));
                last.is_some_and(|first| {
                    day.number() - first.number() < i32::from(series.length_days)
                })
            })
    }
}
