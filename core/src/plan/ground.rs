//! Which days are free for a piece of work, as far as its calendar and the windows decide.

use super::book::{Book, SubjectRef};
use super::input::PlanInput;
use super::open_days::OpenDays;
use super::task::{Mode, TaskTemplate};
use super::window::{WindowKind, WorkWindow};
use crate::calendar::{Roll, WorkCalendar};
use crate::time::Day;

/// What decides whether a day is free: the same for all works of one calendar and the same windows.
#[derive(Debug, Clone)]
pub(super) struct Ground<'a> {
    pub(super) calendar: &'a WorkCalendar,
    days: &'a OpenDays,
    asks_calendar: bool,
    /// Minutes that a day must be open for work on site.
    minutes: Option<u32>,
    /// Windows that the work must lie in, when there are any.
    pub(super) maintenance: Vec<&'a WorkWindow>,
    /// Blackouts and freezes.
    closed: Vec<&'a WorkWindow>,
}

/// A rule that keeps work off a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Bar<'a> {
    Calendar,
    Hours,
    Maintenance,
    Window(&'a WorkWindow),
}

impl Bar<'_> {
    /// Its name, with the window after a colon.
    pub(super) fn name(self) -> String {
        match self {
            Bar::Calendar => "calendar".to_owned(),
            Bar::Hours => "hours".to_owned(),
            Bar::Maintenance => "maintenance".to_owned(),
            Bar::Window(window) => format!("{}:{}", window.kind.code(), window.id),
        }
    }
}

impl<'a> Ground<'a> {
    pub(super) fn new(
        book: &'a Book,
        input: &'a PlanInput,
        task: u16,
        subject: SubjectRef<'a>,
    ) -> Option<Ground<'a>> {
        let (template, info) = (input.tasks.get(usize::from(task))?, book.task(task)?);
        let calendar = input.calendar_of_subject(subject);
        let mut ground = Ground {
            calendar,
            days: book.open_days.get(input.calendar_index_of(subject))?,
            asks_calendar: template.roll != Roll::None,
            minutes: minutes_on_site(template, calendar),
            maintenance: Vec::new(),
            closed: Vec::new(),
        };
        for place in &info.windows {
            let window = input.programme.windows.get(usize::from(*place))?;
            if window.concerns_asset(subject.asset()) {
                match window.kind {
                    WindowKind::Maintenance => ground.maintenance.push(window),
                    WindowKind::Blackout | WindowKind::Freeze => ground.closed.push(window),
                }
            }
        }
        Some(ground)
    }

    /// Whether every day is free on which the calendar opens: then the roll alone decides.
    pub(super) fn is_plain(&self) -> bool {
        self.minutes.is_none() && self.maintenance.is_empty() && self.closed.is_empty()
    }

    /// Whether `day` lies in a maintenance window.
    pub(super) fn in_maintenance(&self, day: Day) -> bool {
        self.maintenance.iter().any(|window| window.contains(day))
    }

    /// Whether the calendar opens on `day`.
    pub(super) fn is_open(&self, day: Day) -> bool {
        self.days.is_open(day)
    }

    /// Whether `day` is free.
    pub(super) fn is_free(&self, day: Day) -> bool {
        (!self.asks_calendar || self.days.is_open(day))
            && self.minutes.is_none_or(|minutes| open_minutes(self.calendar, day) >= minutes)
            && (self.maintenance.is_empty() || self.in_maintenance(day))
            && !self.closed.iter().any(|window| window.contains(day))
    }

    /// The rules that keep the work off `day`.
    pub(super) fn bars(&self, day: Day) -> Vec<Bar<'a>> {
        let mut bars = Vec::new();
        if self.asks_calendar && !self.calendar.is_open(day) {
            bars.push(Bar::Calendar);
        } else if self.minutes.is_some_and(|minutes| open_minutes(self.calendar, day) < minutes) {
            bars.push(Bar::Hours);
        }
        if !self.maintenance.is_empty() && !self.in_maintenance(day) {
            bars.push(Bar::Maintenance);
        }
        let closed = self.closed.iter().filter(|window| window.contains(day));
        bars.extend(closed.map(|window| Bar::Window(window)));
        bars
    }

    /// The free day nearest to `due` within `early` days before and `late` days after it; of two, the
    /// earlier.
    pub(super) fn nearest(&self, due: Day, early: i32, late: i32) -> Option<Day> {
        by_distance(due, early, late).find(|day| self.is_free(*day))
    }
}

/// The days from `early` days before `due` to `late` days after it, the nearest first, of two the earlier.
pub(super) fn by_distance(due: Day, early: i32, late: i32) -> impl Iterator<Item = Day> {
    let offsets = (0..=early.max(late)).flat_map(move |n| {
        let before = (n <= early && n > 0).then_some(-n);
        let after = (n <= late || n == 0).then_some(n);
        [before, after].into_iter().flatten()
    });
    offsets.filter_map(move |days| due.add_days(days))
}

/// Minutes that a day must be open: the duration of work on site that fits in a day of the week. A
/// calendar of calendars has no week, and asks for none.
fn minutes_on_site(task: &TaskTemplate, calendar: &WorkCalendar) -> Option<u32> {
    let hours = calendar.hours().filter(|_| task.mode == Mode::OnSite)?;
    let of_weekday = |number: i32| {
        let day = Day::from_number(number)?;
        let seconds: u32 = hours.week.spans(day).iter().map(|span| span.to() - span.from()).sum();
        Some(seconds / 60).filter(|minutes| *minutes > 0)
    };
    let longest = (0..7).filter_map(of_weekday).max()?;
    let shortest = (0..7).filter_map(of_weekday).min()?;
    let duration = task.duration_minutes;
    // Work that fits in every open day asks for nothing, unless single days have other hours.
    let asks = duration > shortest || !hours.openings.is_empty();
    (duration <= longest && asks).then_some(duration)
}

/// Minutes that the calendar is open on `day`.
fn open_minutes(calendar: &WorkCalendar, day: Day) -> u32 {
    calendar.spans(day).iter().map(|span| span.to() - span.from()).sum::<u32>() / 60
}

/// Longest run of closed days within `from..to`: how far a roll can lead.
pub(super) fn longest_closed_run(calendar: &OpenDays, from: Day, to: Day) -> i32 {
    let (mut longest, mut run) = (0, 0);
    for day in (from.number()..to.number()).filter_map(Day::from_number) {
        run = if calendar.is_open(day) { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    longest
}

/// Grounds that were met, each once.
#[derive(Debug, Default)]
pub(super) struct Grounds<'a> {
    keys: Vec<(u16, usize, Vec<u16>)>,
    order: Vec<usize>,
    all: Vec<Ground<'a>>,
}

impl<'a> Grounds<'a> {
    /// The number of the ground of a task on a subject.
    pub(super) fn number(
        &mut self,
        book: &'a Book,
        input: &'a PlanInput,
        task: u16,
        subject: SubjectRef<'a>,
    ) -> Option<usize> {
        let info = book.task(task)?;
        let calendar = input.calendar_index_of(subject);
        let windows = if info.by_asset {
            let windows = info.windows.iter().copied().filter(|place| {
                let window = input.programme.windows.get(usize::from(*place));
                window.is_some_and(|window| window.concerns_asset(subject.asset()))
            });
            windows.collect()
        } else {
            Vec::new()
        };
        let found = self.order.binary_search_by(|number| {
            let key = self.keys.get(*number);
            key.map(|key| (key.0, key.1, &key.2)).cmp(&Some((task, calendar, &windows)))
        });
        match found {
            Ok(place) => self.order.get(place).copied(),
            Err(place) => {
                let number = self.all.len();
                self.all.push(Ground::new(book, input, task, subject)?);
                self.keys.push((task, calendar, windows));
                self.order.insert(place, number);
                Some(number)
            }
        }
    }

    pub(super) fn get(&self, number: usize) -> Option<&Ground<'a>> {
        self.all.get(number)
    }
}
