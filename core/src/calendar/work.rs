//! The calendar: opening hours of a zone, or a combination of calendars.

use super::closure::{Closed, Closure, Opening, YearlyClosure};
use super::combine::{Combined, merge};
use super::holidays::HolidaySet;
use super::span::{DAY_SECONDS, Span, Week};
use crate::id::CalendarId;
use crate::order;
use crate::time::{Day, Zone};

/// What a calendar is made of. Every part has a default: no opening, no holiday, no closure.
///
/// A day has the hours of its weekday unless it is a public holiday or closed, and those of its
/// exceptional openings whatever it is. A span past midnight belongs to the day that it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Opening spans of each weekday.
    pub week: Week,
    /// Public holidays, which are closed.
    pub holidays: HolidaySet,
    /// Closed periods, in any order; they may overlap.
    pub closures: Vec<Closure>,
    /// Closures that return every year.
    pub yearly_closures: Vec<YearlyClosure>,
    /// Exceptional openings, in any order.
    pub openings: Vec<Opening>,
}

impl Default for Hours {
    fn default() -> Hours {
        Hours {
            week: Week::closed(),
            holidays: HolidaySet::NONE,
            closures: Vec::new(),
            yearly_closures: Vec::new(),
            openings: Vec::new(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    Hours(Box<Hours>),
    Combined(Box<Combined>),
}

/// A calendar of opening days and hours.
///
/// ```
/// use entretien::calendar::{HolidaySet, Hours, Span, Week, WorkCalendar};
/// use entretien::{id::CalendarId, time::{Day, Zone}};
/// let night = || vec![Span::new(1_200, 1_680).unwrap()]; // 20:00–04:00
/// let week = Week::new(std::array::from_fn(|_| night())).unwrap();
/// let hours = Hours { week, holidays: HolidaySet::FR, ..Hours::default() };
/// let zone = Zone::parse("Europe/Paris").unwrap();
/// let calendar = WorkCalendar::of_hours(CalendarId::new("nights").unwrap(), zone, hours);
/// // The shift of 30 April goes on until 04:00 on Labour Day, which has no shift of its own.
/// let labour_day = Day::parse("2026-05-01").unwrap();
/// assert_eq!(calendar.spans(labour_day), [Span::new(0, 240).unwrap()]);
/// assert!(!calendar.is_open(labour_day));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    id: CalendarId,
    zone: Zone,
    source: Source,
}

/// Opening stretches of consecutive days, and which of the days are open.
#[derive(Debug, Default)]
pub(super) struct Stretch {
    /// Wall seconds since 1970-01-01T00:00:00, ascending, apart.
    pub(super) spans: Vec<(i64, i64)>,
    /// For each day.
    pub(super) open: Vec<bool>,
}

impl WorkCalendar {
    /// A calendar of Europe/Paris without yearly closures or exceptional openings; closures in any
    /// order, they may overlap.
    pub fn new(
        id: CalendarId,
        week: Week,
        holidays: HolidaySet,
        closures: Vec<Closure>,
    ) -> WorkCalendar {
        let hours = Hours { week, holidays, closures, ..Hours::default() };
        WorkCalendar::of_hours(id, Zone::PARIS, hours)
    }

    /// A calendar of these hours, in the wall time of `zone`.
    pub fn of_hours(id: CalendarId, zone: Zone, mut hours: Hours) -> WorkCalendar {
        order::sort_by(&mut hours.closures, |a, b| {
            a.period.cmp(&b.period).then_with(|| a.reason.cmp(&b.reason))
        });
        order::sort_by(&mut hours.openings, |a, b| a.day().cmp(&b.day()));
        WorkCalendar { id, zone, source: Source::Hours(Box::new(hours)) }
    }

    /// A calendar that never closes.
    pub fn always_open(id: CalendarId, zone: Zone) -> WorkCalendar {
        WorkCalendar::of_hours(id, zone, Hours { week: Week::always(), ..Hours::default() })
    }

    pub(super) fn of_combined(id: CalendarId, zone: Zone, combined: Combined) -> WorkCalendar {
        WorkCalendar { id, zone, source: Source::Combined(Box::new(combined)) }
    }

    /// Its id.
    pub fn id(&self) -> &CalendarId {
        &self.id
    }

    /// The zone whose wall time its hours are.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// What it is made of; `None` for a combination.
    pub fn hours(&self) -> Option<&Hours> {
        match &self.source {
            Source::Hours(hours) => Some(hours),
            Source::Combined(_) => None,
        }
    }

    /// Why `day` is closed; `None` when it is open. A closed weekday is named before a holiday, a
    /// holiday before a closure.
    pub fn closed(&self, day: Day) -> Option<Closed<'_>> {
        match &self.source {
            Source::Hours(hours) => hours.closed(day),
            Source::Combined(combined) => combined.closed(day),
        }
    }

    /// Whether `day` is a working day: hours begin on it, or, for a combination, are left on it.
    pub fn is_open(&self, day: Day) -> bool {
        self.closed(day).is_none()
    }

    /// The opening hours of a civil day from midnight to midnight: sorted, disjoint, the end of the
    /// night before included, and cut at 24:00.
    pub fn spans(&self, day: Day) -> Vec<Span> {
        let midnight = i64::from(day.number()) * i64::from(DAY_SECONDS);
        let second = |at: i64| u32::try_from(at - midnight).ok();
        let stretch = self.stretch(day.number(), day.number() + 1);
        let spans = stretch.spans.iter();
        spans.filter_map(|(a, b)| Span::from_seconds(second(*a)?, second(*b)?)).collect()
    }

    /// When the hours that begin on `day` end, in wall seconds after its midnight: beyond 86 400 for a
    /// night; `None` when the day is closed. A combination is cut at 24:00.
    ///
    /// ```
    /// use entretien::calendar::{HolidaySet, Week, WorkCalendar};
    /// use entretien::{id::CalendarId, time::Day};
    /// let id = CalendarId::new("office").unwrap();
    /// let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// assert_eq!(office.closing(Day::parse("2026-05-13").unwrap()), Some(18 * 3_600));
    /// assert_eq!(office.closing(Day::parse("2026-05-14").unwrap()), None); // Ascension
    /// ```
    pub fn closing(&self, day: Day) -> Option<u32> {
        if !self.is_open(day) {
            return None;
        }
        match &self.source {
            Source::Hours(hours) => hours.closing(day),
            Source::Combined(_) => self.spans(day).last().map(Span::to),
        }
    }

    /// The days from `first` to before `end`.
    pub(super) fn stretch(&self, first: i32, end: i32) -> Stretch {
        match &self.source {
            Source::Hours(hours) => hours.stretch(first, end),
            Source::Combined(combined) => combined.stretch(first, end),
        }
    }

    /// How many calendars it is combined of; 1 for one of hours.
    pub(super) fn parts(&self) -> usize {
        match &self.source {
            Source::Hours(_) => 1,
            Source::Combined(combined) => combined.parts(),
        }
    }

    /// The day after the last one that is named with its year: from there on years are alike.
    pub(super) fn settled(&self) -> i32 {
        match &self.source {
            Source::Hours(hours) => hours.settled(),
            Source::Combined(combined) => combined.settled(),
        }
    }
}

impl Hours {
    fn openings_of(&self, day: Day) -> &[Opening] {
        let from = self.openings.partition_point(|opening| opening.day() < day);
        let to = self.openings.partition_point(|opening| opening.day() <= day);
        self.openings.get(from..to).unwrap_or_default()
    }

    fn closed(&self, day: Day) -> Option<Closed<'_>> {
        if !self.openings_of(day).is_empty() {
            return None;
        }
        if self.week.spans(day).is_empty() {
            return Some(Closed::Weekday);
        }
        if let Some(holiday) = self.holidays.holiday(day) {
            return Some(Closed::Holiday(holiday));
        }
        if let Some(one) = self.closures.iter().find(|closure| closure.period.contains(day)) {
            return Some(Closed::Closure(one));
        }
        self.yearly_closures.iter().find(|yearly| yearly.contains(day)).map(Closed::Yearly)
    }

    /// Whether the hours of the week hold on `day`.
    fn is_regular(&self, day: Day) -> bool {
        self.holidays.holiday(day).is_none()
            && !self.yearly_closures.iter().any(|yearly| yearly.contains(day))
    }

    fn closing(&self, day: Day) -> Option<u32> {
        let shut = self.in_closures(day.number(), day.number() + 1).first() == Some(&true);
        let regular = if !shut && self.is_regular(day) { self.week.spans(day) } else { &[] };
        let extra = self.openings_of(day).iter().flat_map(Opening::spans);
        regular.iter().chain(extra).map(Span::to).max()
    }

    /// Which of the days from `first` to before `end` lie in a closed period.
    fn in_closures(&self, first: i32, end: i32) -> Vec<bool> {
        let index = |day: i32| usize::try_from(day.clamp(first, end) - first).unwrap_or(0);
        let mut marks = vec![false; index(end)];
        for closure in &self.closures {
            let (from, to) = (closure.period.start().number(), closure.period.end().number());
            let days = marks.get_mut(index(from)..index(to));
            days.unwrap_or_default().fill(true);
        }
        marks
    }

    fn stretch(&self, first: i32, end: i32) -> Stretch {
        let (low, high) = (midnight(first), midnight(end));
        let mut stretch = Stretch::default();
        let mut ordered = true;
        // The night before reaches into the first day.
        let shut = self.in_closures(first - 1, end);
        for (number, shut) in (first - 1..end).zip(shut) {
            let Some(day) = Day::from_number(number) else {
                stretch.open.push(false);
                continue;
            };
            let week = self.week.spans(day);
            let kept = !shut && !week.is_empty() && self.is_regular(day);
            let regular = if kept { week } else { &[] };
            let extra = self.openings_of(day);
            for span in regular.iter().chain(extra.iter().flat_map(Opening::spans)) {
                let at = midnight(number);
                let (from, to) = (at + i64::from(span.from()), at + i64::from(span.to()));
                let (from, to) = (from.max(low), to.min(high));
                if from < to {
                    ordered &= stretch.spans.last().is_none_or(|last| last.1 < from);
                    stretch.spans.push((from, to));
                }
            }
            stretch.open.push(!regular.is_empty() || !extra.is_empty());
        }
        stretch.open.remove(0);
        if !ordered {
            merge(&mut stretch.spans);
        }
        stretch
    }

    fn settled(&self) -> i32 {
        let closures = self.closures.iter().map(|closure| closure.period.end());
        let openings = self.openings.iter().map(Opening::day);
        closures.chain(openings).map(|day| day.number() + 1).max().unwrap_or(i32::MIN)
    }
}

/// Wall seconds of a midnight.
pub(super) fn midnight(day: i32) -> i64 {
    i64::from(day) * i64::from(DAY_SECONDS)
}
