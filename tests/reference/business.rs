//! Business time by looking at every minute, or every second.
//!
//! Shares nothing with the product but the list of public holidays: the wall clock is asked of chrono-tz
//! at each instant, and each instant is open or not. Sums and deadlines are then counted one by one.

use chrono::{DateTime, Datelike, Days, NaiveDate, Timelike};
use chrono_tz::Tz;
use entretien::calendar::HolidaySet;
use entretien::time::Day;

/// What a calendar is made of.
#[derive(Debug, Clone)]
pub enum Spec {
    /// Hours.
    Hours(Box<Hours>),
    /// Open when one of the two is, both are, or the first and not the second: 0, 1, 2.
    Combined(u8, Box<Spec>, Box<Spec>),
}

/// Hours of a week and what differs from them. Seconds of the day; a span may end beyond 86 400.
#[derive(Debug, Clone, Default)]
pub struct Hours {
    /// By weekday, Monday first.
    pub week: [Vec<(u32, u32)>; 7],
    /// Whether French public holidays are closed.
    pub holidays: bool,
    /// Closed dates, the last one left out.
    pub closures: Vec<(NaiveDate, NaiveDate)>,
    /// Month and day, and those of the first day open again.
    pub yearly: Vec<((u32, u32), (u32, u32))>,
    /// Exceptional openings.
    pub openings: Vec<(NaiveDate, Vec<(u32, u32)>)>,
}

impl Hours {
    /// The spans that begin on a date.
    pub fn of(&self, date: NaiveDate) -> Vec<(u32, u32)> {
        let day = Day::from_date(date).unwrap();
        let mut closed = self.holidays && HolidaySet::FR.holiday(day).is_some();
        closed |= self.closures.iter().any(|(from, to)| *from <= date && date < *to);
        for (start, end) in &self.yearly {
            // The closure that began this year or the year before.
            for year in [date.year() - 1, date.year()] {
                let last = if end > start { year } else { year + 1 };
                let at = |year: i32, (month, dom): (u32, u32)| {
                    let feast = NaiveDate::from_ymd_opt(year, month, dom);
                    feast.unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 3, 1).unwrap())
                };
                closed |= at(year, *start) <= date && date < at(last, *end);
            }
        }
        let weekday = date.weekday().num_days_from_monday() as usize;
        let mut spans = if closed { Vec::new() } else { self.week[weekday].clone() };
        for (_, extra) in self.openings.iter().filter(|(opened, _)| *opened == date) {
            spans.extend(extra);
        }
        spans
    }
}

impl Spec {
    /// Whether a wall time is open.
    pub fn is_open(&self, date: NaiveDate, second: u32) -> bool {
        match self {
            Spec::Hours(hours) => {
                let inside =
                    |spans: Vec<(u32, u32)>, at: u32| spans.iter().any(|s| s.0 <= at && at < s.1);
                inside(hours.of(date), second)
                    || inside(hours.of(date - Days::new(1)), second + 86_400)
            }
            Spec::Combined(how, a, b) => {
                let (a, b) = (a.is_open(date, second), b.is_open(date, second));
                match how {
                    0 => a || b,
                    1 => a && b,
                    _ => a && !b,
                }
            }
        }
    }

    /// Whether a date is a working day.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        let left = || (0..86_400).step_by(60).any(|second| self.is_open(date, second));
        match self {
            Spec::Hours(hours) => !hours.of(date).is_empty(),
            Spec::Combined(0, a, b) => a.is_working_day(date) || b.is_working_day(date),
            Spec::Combined(1, a, b) => a.is_working_day(date) && b.is_working_day(date) && left(),
            Spec::Combined(_, a, _) => a.is_working_day(date) && left(),
        }
    }
}

/// The wall clock at an instant.
pub fn wall(zone: Tz, at: i64) -> (NaiveDate, u32) {
    let local = DateTime::from_timestamp(at, 0).unwrap().with_timezone(&zone).naive_local();
    (local.date(), local.time().num_seconds_from_midnight())
}

/// Every tick of a stretch of time: open or not.
#[derive(Debug)]
pub struct Ticks {
    /// The first instant.
    pub begin: i64,
    /// Seconds of a tick.
    pub step: i64,
    /// By tick.
    pub open: Vec<bool>,
}

impl Ticks {
    /// Looks at every tick.
    pub fn of(spec: &Spec, zone: Tz, begin: i64, step: i64, count: usize) -> Ticks {
        // Within a quarter of an hour of one date, hours are asked of the spec once a tick all the same.
        let open = (0..count as i64).map(|index| {
            let (date, second) = wall(zone, begin + index * step);
            spec.is_open(date, second)
        });
        Ticks { begin, step, open: open.collect() }
    }

    fn end(&self) -> i64 {
        self.begin + self.step * self.open.len() as i64
    }

    /// Each open second of `from..to` is counted, those of the pauses left out.
    pub fn between(&self, from: i64, to: i64, pauses: &[(i64, i64)]) -> i64 {
        let first = (from - self.begin) / self.step;
        let mut sum = 0;
        for (index, open) in self.open.iter().enumerate().skip(first as usize) {
            let tick = self.begin + index as i64 * self.step;
            if tick >= to {
                break;
            }
            let (low, high) = (tick.max(from), (tick + self.step).min(to));
            if *open && pauses.iter().all(|pause| pause.1 <= low || pause.0 >= high) {
                sum += high - low;
            } else if *open {
                let running = |at: &i64| pauses.iter().all(|pause| *at < pause.0 || *at >= pause.1);
                sum += (low..high).filter(running).count() as i64;
            }
        }
        sum
    }

    /// The first instant with `need` open seconds since `at`; `None` when it is beyond the ticks.
    pub fn add(&self, at: i64, need: i64, pauses: &[(i64, i64)]) -> Option<i64> {
        let mut left = need;
        let mut tick = self.begin + (at - self.begin) / self.step * self.step;
        let mut now = at;
        while left > 0 {
            if tick >= self.end() {
                return None;
            }
            let next = tick + self.step;
            let passed = self.between(now, next, pauses);
            if passed >= left {
                // Second by second within the tick.
                while left > 0 {
                    left -= self.between(now, now + 1, pauses);
                    now += 1;
                }
                return Some(now);
            }
            left -= passed;
            now = next;
            tick = next;
        }
        Some(now)
    }

    /// The last instant with `need` open seconds before `at`; `None` when it is before the ticks.
    pub fn subtract(&self, at: i64, need: i64) -> Option<i64> {
        let (mut left, mut now) = (need, at);
        while left > 0 {
            let tick = self.begin + (now - 1 - self.begin).div_euclid(self.step) * self.step;
            if tick < self.begin {
                return None;
            }
            let open = self.open[((tick - self.begin) / self.step) as usize];
            let length = now - tick;
            match open {
                true if length >= left => return Some(now - left),
                true => left -= length,
                false => {}
            }
            now = tick;
        }
        Some(now)
    }

    /// Whether a tick is open.
    pub fn is_open(&self, at: i64) -> bool {
        self.open[((at - self.begin) / self.step) as usize]
    }

    /// The open spans of `from..to`.
    pub fn spans(&self, from: i64, to: i64) -> Vec<(i64, i64)> {
        let mut out: Vec<(i64, i64)> = Vec::new();
        for (index, _) in self.open.iter().enumerate().filter(|(_, open)| **open) {
            let tick = self.begin + index as i64 * self.step;
            let (low, high) = (tick.max(from), (tick + self.step).min(to));
            match out.last_mut() {
                _ if low >= high => {}
                Some(last) if last.1 == low => last.1 = high,
                _ => out.push((low, high)),
            }
        }
        out
    }
}
