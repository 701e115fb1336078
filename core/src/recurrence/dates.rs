//! A rule bound to an anchor that is a date: days only, without times, zones or failure.

use super::civil::DAY_SECONDS;
use super::local::{Local, bind_date};
use super::program::Program;
use super::rule::Until;
use super::times::{at, day_of};
use crate::time::{Day, Period};

/// The days of a rule from an anchor to COUNT, UNTIL or the end of the calendar.
pub(super) struct Dates {
    local: Local,
    first: i32,
    last: i32,
}

impl Program {
    /// The days from `anchor` on; none for a rule finer than a day.
    pub(super) fn dates(&self, anchor: Day) -> Dates {
        let first = anchor.number();
        if self.rule.freq.is_sub_daily() {
            return Dates { local: Local::Empty, first, last: first - 1 };
        }
        let local = bind_date(&self.rule, &self.prepared, first);
        let mut last = Day::MAX.number();
        if let Some(Until::Date(until)) = self.rule.until {
            last = until.number();
        }
        if let Some(count) = self.rule.count {
            let n = i64::try_from(count - 1).unwrap_or(i64::MAX / 4);
            let found = match &local {
                Local::Product { days, .. } => days.nth(first, n),
                Local::Positions(positions) => positions.nth(at(first, 0), n).map(|v| day_of(v).0),
                Local::Empty | Local::Units(_) => None,
            };
            last = found.unwrap_or(last);
        }
        Dates { local, first, last }
    }
}

impl Dates {
    /// Appends the days within `period`, ascending.
    pub(super) fn days_into(&self, period: Period, out: &mut Vec<i32>) {
        let (a, b) = self.clip(period.start().number(), period.end().number() - 1);
        match &self.local {
            Local::Product { days, .. } => days.fill(a, b, usize::MAX, out, |day| day),
            Local::Positions(positions) if a <= b => {
                let mut values = Vec::new();
                positions.fill(at(a, 0), at(b, 0), usize::MAX, &mut values);
                out.extend(values.into_iter().map(|value| day_of(value).0));
            }
            _ => {}
        }
    }

    /// The first day at or after `day`.
    pub(super) fn next(&self, day: i32) -> Option<i32> {
        let (a, b) = self.clip(day, Day::MAX.number());
        if a > b {
            return None;
        }
        let found = match &self.local {
            Local::Product { days, .. } => days.next(a),
            Local::Positions(positions) => positions.next(at(a, 0)).map(|value| day_of(value).0),
            Local::Empty | Local::Units(_) => None,
        };
        found.filter(|found| *found <= b)
    }

    /// The last day at or before `day`.
    pub(super) fn previous(&self, day: i32) -> Option<i32> {
        let (a, b) = self.clip(Day::MIN.number(), day);
        if a > b {
            return None;
        }
        match &self.local {
            Local::Product { days, .. } => days.previous(b, a),
            Local::Positions(positions) => {
                let floor = i64::from(a) * DAY_SECONDS;
                positions.previous(at(b, 0), floor).map(|value| day_of(value).0)
            }
            Local::Empty | Local::Units(_) => None,
        }
    }

    /// Number of days within `period`.
    pub(super) fn count(&self, period: Period) -> i64 {
        let (a, b) = self.clip(period.start().number(), period.end().number() - 1);
        match &self.local {
            Local::Product { days, .. } => days.count(a, b),
            Local::Positions(positions) if a <= b => positions.count(at(a, 0), at(b, 0)),
            _ => 0,
        }
    }

    fn clip(&self, a: i32, b: i32) -> (i32, i32) {
        (a.max(self.first), b.min(self.last))
    }
}
