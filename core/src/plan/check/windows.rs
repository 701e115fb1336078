//! Maintenance windows, blackouts and freezes, read day by day, and the rules of one day alone.

use super::series::{Series, Source, shift};
use super::strand::Strand;
use crate::calendar::{Roll, WorkCalendar};
use crate::inventory::{Asset, Selector};
use crate::plan::input::PlanInput;
use crate::plan::policy::Kind;
use crate::plan::task::{Mode, TaskTemplate};
use crate::plan::window::{WindowKind, WorkWindow};
use crate::recurrence::MonthEnd;
use crate::time::{Day, Period};

/// The windows of a programme, with their series.
pub(super) struct Windows<'a>(Vec<(&'a WorkWindow, Option<Series<'a>>)>);

/// What the rules of one day alone say of work on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Free {
    Yes,
    /// The rule that excludes the day.
    No(&'static str),
    /// Not judged: hours over midnight, or of combined calendars.
    Unknown,
}

impl<'a> Windows<'a> {
    pub(super) fn of(input: &'a PlanInput, horizon: Period) -> Windows<'a> {
        let calendar = input.calendars.get(input.default_calendar);
        let own = |window: &'a WorkWindow| {
            let series = window.series.as_ref().zip(calendar).and_then(|(series, calendar)| {
                let source = Source::parse(&series.text, series.anchor, horizon)?;
                let month_end = MonthEnd::Backward;
                Some(Series { source, anchor: series.anchor, month_end, calendar })
            });
            (window, series)
        };
        Windows(input.programme().windows.iter().map(own).collect())
    }

    fn contains((window, series): &(&WorkWindow, Option<Series<'_>>), day: Day) -> bool {
        let length = window.series.as_ref().map_or(0, |series| i32::from(series.length_days));
        window.weekdays.get(day.weekday_index()).copied().unwrap_or_default()
            || window.periods.iter().any(|period| period.start() <= day && day < period.end())
            || window.yearly.iter().any(|span| span.contains(day))
            || series.as_ref().is_some_and(|series| {
                (0..length).filter_map(|n| day.add_days(-n)).any(|first| series.falls_on(first))
            })
    }

    /// What calendar, hours, windows, blackouts and freezes say of work on `day`.
    pub(super) fn free(&self, task: &TaskTemplate, strand: &Strand<'_>, day: Day) -> Free {
        let (asset, calendar, roll) = (strand.asset, strand.calendar, strand.task.roll);
        if !calendar.is_open(day) {
            match (roll != Roll::None, task.roll != Roll::None) {
                (true, true) => return Free::No("the date is a closed day"),
                (false, false) => {}
                // Of a sequence, whether the series or the task in turn is asked is not said.
                _ => return Free::Unknown,
            }
        }
        let (mut any, mut inside) = (false, false);
        for own in &self.0 {
            let window = own.0;
            if !concerns(window, task, asset) {
                continue;
            }
            let contains = Windows::contains(own, day);
            match window.kind {
                WindowKind::Maintenance => {
                    any = true;
                    inside |= contains;
                }
                WindowKind::Blackout if contains => return Free::No("the date is in a blackout"),
                WindowKind::Freeze if contains => return Free::No("the date is in a freeze"),
                _ => {}
            }
        }
        if any && !inside {
            return Free::No("the date is in no maintenance window");
        }
        match task.mode {
            Mode::OnSite => fits(task, roll, calendar, day),
            Mode::Remote => Free::Yes,
        }
    }

    /// Whether all days from one to the other are days of maintenance windows of the work.
    pub(super) fn are_joined(
        &self,
        task: &TaskTemplate,
        asset: &Asset,
        one: Day,
        other: Day,
    ) -> bool {
        let (from, to) = (one.min(other).number(), one.max(other).number());
        let in_window = |day: Day| {
            self.0.iter().any(|own| {
                own.0.kind == WindowKind::Maintenance
                    && concerns(own.0, task, Some(asset))
                    && Windows::contains(own, day)
            })
        };
        one == other || (from..=to).filter_map(Day::from_number).all(in_window)
    }
}

fn concerns(window: &WorkWindow, task: &TaskTemplate, asset: Option<&Asset>) -> bool {
    let changes =
        task.policy.interrupts || matches!(task.policy.kind, Kind::Update | Kind::Renewal);
    let about = match asset {
        Some(asset) => window.applies_to.matches(asset),
        None => window.applies_to == Selector::default(),
    };
    about
        && (window.tasks.is_empty() || window.tasks.contains(&task.id))
        && (window.modes.is_empty() || window.modes.contains(&task.mode))
        && (window.kind != WindowKind::Freeze || changes)
}

/// Work on site that fits in some opening day of the week must fit in the hours of this day.
fn fits(task: &TaskTemplate, roll: Roll, calendar: &WorkCalendar, day: Day) -> Free {
    let Some(hours) = calendar.hours() else { return Free::Unknown };
    let needed = task.duration_minutes;
    let monday = shift(day, -i32::try_from(day.weekday_index()).unwrap_or_default());
    let mut most = 0;
    for weekday in (0..7).map(|n| shift(monday, n)) {
        let spans = hours.week.spans(weekday);
        if spans.iter().any(|span| span.to_minutes() > 1_440) {
            return Free::Unknown;
        }
        most = most.max(spans.iter().map(|s| s.to_minutes() - s.from_minutes()).sum());
    }
    let spans = calendar.spans(day);
    let here: u32 = spans.iter().map(|span| span.to_minutes() - span.from_minutes()).sum();
    if needed <= most && needed > here && roll == Roll::None && !calendar.is_open(day) {
        // The calendar is not asked; whether its hours are is not said.
        return Free::Unknown;
    }
    if needed <= most && needed > here {
        Free::No("the work does not fit in the hours of the day")
    } else {
        Free::Yes
    }
}
