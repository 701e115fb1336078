//! The dates of a series, judged one day at a time, and the roll off closed days.

use crate::calendar::{ROLL_REACH_DAYS, Roll, WorkCalendar};
use crate::plan::naive;
use crate::recurrence::{MonthDay, MonthEnd, Rule};
use crate::time::{Day, Interval, Period, Unit, days_in_month};
use std::rc::Rc;

/// Days before the horizon for which rules are read too: what lies there can reach into it.
const BEFORE_DAYS: i32 = 1_200;
/// Days after the horizon for which rules are read too: the next date of a series gives its cycle.
const AFTER_DAYS: i32 = 1_900;
/// Days that a search for the next date of a series goes on for (100 years and some).
const SEARCH_DAYS: i32 = 36_900;

/// `day` and so many days, kept within the calendar.
pub(super) fn shift(day: Day, days: i32) -> Day {
    let edge = if days < 0 { Day::MIN } else { Day::MAX };
    day.add_days(days).unwrap_or(edge)
}

/// What dates a series.
#[derive(Clone)]
pub(super) enum Source {
    Interval(Interval),
    /// The days of a rule about the horizon.
    Days(Rc<[Day]>),
    MonthDay(MonthDay),
}

impl Source {
    /// The days of `rule`, from `anchor` when they must be counted, else from before `horizon`.
    pub(super) fn rule(rule: &Rule, anchor: Day, horizon: Period, from_anchor: bool) -> Source {
        let near = shift(horizon.start(), -BEFORE_DAYS).max(anchor);
        let start = if from_anchor { anchor } else { near };
        let period = Period::new(start, shift(horizon.end(), AFTER_DAYS));
        let days = period.map(|period| naive::dates(rule, anchor, period)).unwrap_or_default();
        Source::Days(days.into())
    }

    /// Reads the text of a periodicity.
    pub(super) fn parse(text: &str, anchor: Day, horizon: Period) -> Option<Source> {
        if let Some(day) = MonthDay::parse(text) {
            return Some(Source::MonthDay(day));
        }
        if let Ok(rule) = Rule::parse(text) {
            return Some(Source::rule(&rule, anchor, horizon, false));
        }
        let unit = match text.chars().last()? {
            'D' => Unit::Day,
            'W' => Unit::Week,
            _ => Unit::Month,
        };
        let count = text.strip_prefix('P')?.trim_end_matches(['D', 'W', 'M']);
        Some(Source::Interval(Interval::new(count.parse().ok()?, unit)?))
    }
}

/// A series of dates from its anchor on.
#[derive(Clone)]
pub(super) struct Series<'a> {
    pub(super) source: Source,
    pub(super) anchor: Day,
    pub(super) month_end: MonthEnd,
    pub(super) calendar: &'a WorkCalendar,
}

impl Series<'_> {
    /// Whether `day` is a date of the series, judged from the day alone.
    pub(super) fn falls_on(&self, day: Day) -> bool {
        day >= self.anchor
            && match &self.source {
                Source::Interval(interval) => self.is_in_interval(*interval, day),
                Source::Days(days) => days.binary_search(&day).is_ok(),
                Source::MonthDay(pick) => self.is_month_day(*pick, day).unwrap_or_default(),
            }
    }

    /// The first date later than `day`, looked for day by day; `None` when none was found.
    pub(super) fn next_after(&self, day: Day) -> Option<Day> {
        if let Source::Days(days) = &self.source {
            return days.iter().copied().find(|date| *date > day);
        }
        (1..=SEARCH_DAYS).map_while(|n| day.add_days(n)).find(|day| self.falls_on(*day))
    }

    /// The same series counted from another day.
    pub(super) fn counted_from(&self, anchor: Day) -> Self {
        Series { anchor, ..self.clone() }
    }

    /// Whether every date is the last day of its month.
    pub(super) fn sticks_to_end(&self) -> bool {
        self.month_end == MonthEnd::StickToEnd
            && matches!(self.source, Source::Interval(interval) if interval.months().is_some())
            && self.anchor.is_month_end()
    }

    fn months_since(&self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        let (anchor_year, anchor_month, _) = self.anchor.ymd();
        let number = |month: u32| i32::try_from(month).unwrap_or_default();
        (year - anchor_year) * 12 + number(month) - number(anchor_month)
    }

    /// Whether `day` is the n-th weekday or working day of a month in turn, moved by the offset.
    fn is_month_day(&self, pick: MonthDay, day: Day) -> Option<bool> {
        let found = day.add_days(-pick.offset_days())?;
        let (year, month, of_month) = found.ymd();
        let counts = |other: &Day| match pick.weekday() {
            Some(weekday) => other.weekday_index() == usize::from(weekday),
            None => self.calendar.is_open(*other),
        };
        let in_turn = self.months_since(found) % i32::try_from(pick.every_months()).ok()? == 0;
        let days = |from: u32, to: u32| {
            let days = (from..=to).filter_map(|day| Day::from_ymd(year, month, day));
            i32::try_from(days.filter(counts).count()).unwrap_or_default()
        };
        let n = i32::from(pick.n());
        let nth = if n > 0 {
            days(1, of_month) == n
        } else {
            days(of_month, days_in_month(year, month)) == -n
        };
        Some(in_turn && counts(&found) && nth)
    }

    fn is_in_interval(&self, interval: Interval, day: Day) -> bool {
        let Some(every) = interval.months() else {
            let days = interval.fixed_days().unwrap_or(1);
            return (day.number() - self.anchor.number()) % days == 0;
        };
        let (year, month, of_month) = day.ymd();
        let wanted = self.anchor.ymd().2;
        let last = days_in_month(year, month);
        let in_turn = self.months_since(day) % every == 0;
        match self.month_end {
            MonthEnd::Omit => in_turn && of_month == wanted,
            MonthEnd::StickToEnd if self.anchor.is_month_end() => in_turn && of_month == last,
            MonthEnd::Backward | MonthEnd::StickToEnd => in_turn && of_month == wanted.min(last),
            MonthEnd::Forward => {
                let spilled = of_month == 1
                    && (self.months_since(day) - 1) % every == 0
                    && day
                        .add_days(-1)
                        .is_some_and(|eve| eve >= self.anchor && eve.ymd().2 < wanted);
                (in_turn && of_month == wanted) || spilled
            }
        }
    }
}

/// The cycle of `interval` in percent of it: months must come out whole, days are rounded half-up.
pub(super) fn scaled(interval: Interval, percent: u32) -> Option<Interval> {
    if percent == 100 {
        return Some(interval);
    }
    match interval.fixed_days() {
        None => {
            let months = interval.count().checked_mul(percent)?;
            (months % 100 == 0).then(|| Interval::new(months / 100, Unit::Month)).flatten()
        }
        Some(days) => {
            let hundredths = u32::try_from(days).ok()?.checked_mul(percent)?;
            Interval::new(hundredths.checked_add(50)? / 100, Unit::Day)
        }
    }
}

/// Where `policy` leads from `day`, walking outwards one day at a time; `None` when nowhere.
pub(super) fn rolled(calendar: &WorkCalendar, policy: Roll, day: Day) -> Option<Day> {
    let open = |day: Day| calendar.is_open(day);
    if policy == Roll::None || open(day) {
        return Some(day);
    }
    let walk = |step: i32| {
        (1..=ROLL_REACH_DAYS).filter_map(|n| day.add_days(n * step)).find(|day| open(*day))
    };
    let (before, after) = (walk(-1), walk(1));
    let inside = |other: Option<Day>| other.filter(|other| other.ymd().1 == day.ymd().1);
    match policy {
        Roll::Next => after,
        Roll::Previous => before,
        Roll::ModifiedNext => inside(after).or(before),
        Roll::ModifiedPrevious => inside(before).or(after),
        Roll::Nearest => match (before, after) {
            (Some(b), Some(a)) if a.number() - day.number() < day.number() - b.number() => Some(a),
            (Some(b), _) => Some(b),
            (None, a) => a,
        },
        Roll::None => Some(day),
        Roll::Skip => None,
    }
}

/// The sum of the first eight bytes, little-endian, of the BLAKE3 of both ids, through the output function of
/// `SplitMix64`, modulo the days.
pub(super) fn spread(task: &str, asset: &str, period_days: i32) -> i32 {
    let head = |id: &str| {
        let digest = blake3::hash(id.as_bytes());
        digest.as_bytes().iter().take(8).rev().fold(0u64, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let mut value = head(task).wrapping_add(head(asset));
    for (shift, factor) in [(30, 0xBF58_476D_1CE4_E5B9), (27, 0x94D0_49BB_1331_11EB), (31, 1)] {
        value = (value ^ value >> shift).wrapping_mul(factor);
    }
    let days = u64::try_from(period_days.max(1)).unwrap_or(1);
    i32::try_from(value % days).unwrap_or_default()
}

/// Days from the anchor to the next date of an interval, walked one by one; day 29–31 clamps.
pub(super) fn first_period_days(interval: Interval, anchor: Day, calendar: &WorkCalendar) -> i32 {
    let source = Source::Interval(interval);
    let series = Series { source, anchor, month_end: MonthEnd::Backward, calendar };
    series.next_after(anchor).map_or(1, |day| day.number() - anchor.number())
}
