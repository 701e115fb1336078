//! A recurrence rule read naively for the checker: period by period, day by day, from the text of
//! RFC 5545 3.3.10 and RFC 7529 4, sharing nothing with the engine but the lists of the rule.

use crate::order;
use crate::recurrence::{Freq, NthDay, Rule, Skip, Until};
use crate::time::{Day, Period, YEAR_MAX, YEAR_MIN, days_in_month, is_leap_year};

/// The lists of a rule, and the anchor.
struct Reading {
    freq: Freq,
    interval: i64,
    skip: Skip,
    week_start: i32,
    anchor: Day,
    months: Vec<u8>,
    month_days: Vec<i8>,
    year_days: Vec<i16>,
    weeks: Vec<i8>,
    weekdays: Vec<NthDay>,
    positions: Vec<i16>,
}

/// The days of `rule` from `anchor` within `horizon`, ascending.
pub(super) fn dates(rule: &Rule, anchor: Day, horizon: Period) -> Vec<Day> {
    let reading = Reading {
        freq: rule.freq(),
        interval: i64::from(rule.interval()),
        skip: rule.skip(),
        week_start: i32::from(rule.week_start()),
        anchor,
        months: rule.by_month(),
        month_days: rule.by_month_day(),
        year_days: rule.by_year_day(),
        weeks: rule.by_week_no(),
        weekdays: rule.by_day(),
        positions: rule.by_set_pos(),
    };
    // Without COUNT, nothing depends on the periods long before the horizon.
    let mut period = match rule.count() {
        Some(_) => 0,
        None => reading.early_period(horizon.start()),
    };
    let mut days: Vec<i32> = Vec::new();
    while let Some(begin) =
        reading.begin(period).filter(|begin| *begin <= horizon.end().number() + 1)
    {
        days.extend(reading.period(begin));
        period += 1;
    }
    // A day that SKIP moved may come from two periods: it is one.
    order::sort_once(&mut days);
    let counted = rule.count().map_or(usize::MAX, |n| usize::try_from(n).unwrap_or(usize::MAX));
    days.into_iter()
        .filter_map(Day::from_number)
        .filter(|day| *day >= anchor)
        .take(counted)
        .filter(|day| match rule.until() {
            Some(Until::Date(until)) => *day <= until,
            _ => true,
        })
        .filter(|day| horizon.contains(*day))
        .collect()
}

impl Reading {
    /// Number of a period that ends well before `day`, never below 0.
    fn early_period(&self, day: Day) -> i64 {
        let longest = match self.freq {
            Freq::Yearly => 366,
            Freq::Monthly => 31,
            Freq::Weekly => 7,
            _ => 1,
        };
        let ahead = i64::from(day.number() - self.anchor.number());
        (ahead / (longest * self.interval) - 2).max(0)
    }

    /// First day of period number `p` from that of the anchor; `None` past the calendar.
    fn begin(&self, p: i64) -> Option<i32> {
        let ahead = i32::try_from(p.checked_mul(self.interval)?).ok()?;
        let (year, month, _) = self.anchor.ymd();
        let first = match self.freq {
            Freq::Yearly => Day::from_ymd(year.checked_add(ahead)?, 1, 1)?.number(),
            Freq::Monthly => {
                let months = i32::try_from(month).ok()? - 1 + ahead;
                let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
                Day::from_ymd(year + months.div_euclid(12), month, 1)?.number()
            }
            Freq::Weekly => {
                let into = (self.anchor.number() + 3 - self.week_start).rem_euclid(7);
                (self.anchor.number() - into).checked_add(ahead.checked_mul(7)?)?
            }
            _ => self.anchor.number().checked_add(ahead)?,
        };
        (first <= Day::MAX.number()).then_some(first)
    }

    /// The days of the period that begins on day number `begin`.
    fn period(&self, begin: i32) -> Vec<i32> {
        let mut days = match self.freq {
            Freq::Yearly => {
                let year = Day::from_number(begin).map_or(YEAR_MIN, Day::year);
                (1..=12).flat_map(|month| self.month(year, month)).collect()
            }
            Freq::Monthly => {
                let (year, month, _) = Day::from_number(begin).unwrap_or(Day::MIN).ymd();
                self.month(year, month)
            }
            Freq::Weekly => {
                let days = (begin..begin + 7).filter(|day| {
                    let weekday = if self.weekdays.is_empty() {
                        weekday(*day) == weekday(self.anchor.number())
                    } else {
                        self.is_weekday(*day)
                    };
                    weekday && self.is_month(*day)
                });
                days.collect()
            }
            _ => Some(begin).into_iter().filter(|day| self.passes(*day)).collect::<Vec<i32>>(),
        };
        order::sort_once(&mut days);
        if self.positions.is_empty() {
            return days;
        }
        let place = |n: &i16| {
            let n = isize::from(*n);
            let count = isize::try_from(days.len()).unwrap_or(isize::MAX);
            usize::try_from(if n > 0 { n - 1 } else { count + n }).ok()
        };
        self.positions.iter().filter_map(|n| days.get(place(n)?).copied()).collect()
    }

    fn is_month(&self, day: i32) -> bool {
        let month = Day::from_number(day).map_or(0, |day| day.ymd().1);
        self.months.is_empty() || self.months.iter().any(|wanted| u32::from(*wanted) == month)
    }

    fn is_weekday(&self, day: i32) -> bool {
        self.weekdays.iter().any(|wanted| i32::from(wanted.weekday) == weekday(day))
    }

    /// BYMONTH, BYMONTHDAY and BYDAY as limits of a day.
    fn passes(&self, number: i32) -> bool {
        let Some(day) = Day::from_number(number) else { return false };
        let (year, month, dom) = day.ymd();
        let (length, dom) = (signed(days_in_month(year, month)), signed(dom));
        let is_dom = |wanted: &i8| {
            let wanted = i32::from(*wanted);
            wanted == dom || wanted == dom - length - 1
        };
        self.is_month(number)
            && (self.month_days.is_empty() || self.month_days.iter().any(is_dom))
            && (self.weekdays.is_empty() || self.is_weekday(number))
    }

    /// The days that one month gives.
    fn month(&self, year: i32, month: u32) -> Vec<i32> {
        let (_, anchor_month, anchor_dom) = self.anchor.ymd();
        let bare = self.weekdays.is_empty()
            && self.month_days.is_empty()
            && self.year_days.is_empty()
            && self.weeks.is_empty();
        let yearly = self.freq == Freq::Yearly;
        let named = self.months.iter().any(|wanted| u32::from(*wanted) == month);
        let visited = match self.months.is_empty() {
            true if bare && yearly => month == anchor_month,
            true => true,
            false => named,
        };
        let Some(first) = Day::from_ymd(year, month, 1).map(Day::number).filter(|_| visited) else {
            return Vec::new();
        };
        let length = signed(days_in_month(year, month));
        let wanted: Vec<i32> = if bare {
            vec![signed(anchor_dom)]
        } else {
            self.month_days.iter().map(|n| i32::from(*n)).collect()
        };
        let days: Vec<i32> = if wanted.is_empty() {
            (first..first + length).collect()
        } else {
            wanted.iter().filter_map(|n| self.month_day(first, length, *n)).collect()
        };
        // Ordinals of BYDAY count within the year, unless BYMONTH makes them count within the month.
        let (low, high) = if yearly && self.months.is_empty() {
            (new_year(year), new_year(year + 1) - 1)
        } else {
            (first, first + length - 1)
        };
        days.into_iter().filter(|day| self.is_chosen(*day, low, high)).collect()
    }

    /// Day `n` of the month that begins on `first`, moved by SKIP when there is none.
    fn month_day(&self, first: i32, length: i32, n: i32) -> Option<i32> {
        if n.abs() <= length {
            return Some(if n > 0 { first + n - 1 } else { first + length + n });
        }
        match (self.skip, n > 0) {
            (Skip::Omit, _) => None,
            (Skip::Backward, true) => Some(first + length - 1),
            (Skip::Forward, true) => Some(first + length),
            (Skip::Backward, false) => Some(first - 1),
            (Skip::Forward, false) => Some(first),
        }
    }

    fn is_chosen(&self, day: i32, low: i32, high: i32) -> bool {
        let by_weekday = |wanted: &NthDay| {
            let n = i32::from(wanted.n);
            let inside = day >= low && day <= high;
            let nth = n == (day - low) / 7 + 1 || -n == (high - day) / 7 + 1;
            i32::from(wanted.weekday) == weekday(day) && (n == 0 || inside && nth)
        };
        let from_anchor = self.weekdays.is_empty()
            && self.month_days.is_empty()
            && self.year_days.is_empty()
            && !self.weeks.is_empty();
        (self.weekdays.is_empty() || self.weekdays.iter().any(by_weekday))
            && (!from_anchor || weekday(day) == weekday(self.anchor.number()))
            && (self.year_days.is_empty() || self.is_year_day(day))
            && (self.weeks.is_empty() || self.is_week(day))
    }

    fn is_year_day(&self, day: i32) -> bool {
        let year = Day::from_number(day).map_or(YEAR_MAX, Day::year);
        let number = day - new_year(year) + 1;
        let length = new_year(year + 1) - new_year(year);
        let hits = |wanted: &i16| {
            i32::from(*wanted) == number || i32::from(*wanted) == number - length - 1
        };
        self.year_days.iter().any(hits)
    }

    /// BYWEEKNO: week 1 is that of 4 January.
    fn is_week(&self, day: i32) -> bool {
        let week_one = |year: i32| {
            let fourth = new_year(year) + 3;
            fourth - (fourth + 3 - self.week_start).rem_euclid(7)
        };
        let mut year = Day::from_number(day).map_or(YEAR_MAX, Day::year) + 1;
        while week_one(year) > day {
            year -= 1;
        }
        let number = (day - week_one(year)) / 7 + 1;
        let weeks = (week_one(year + 1) - week_one(year)) / 7;
        let hits =
            |wanted: &i8| i32::from(*wanted) == number || i32::from(*wanted) == number - weeks - 1;
        self.weeks.iter().any(hits)
    }
}

fn signed(n: u32) -> i32 {
    i32::try_from(n).unwrap_or_default()
}

/// Monday = 0; 1970-01-01 was a Thursday.
fn weekday(day: i32) -> i32 {
    (day + 3).rem_euclid(7)
}

/// Day number of 1 January, also of the years beside the calendar.
fn new_year(year: i32) -> i32 {
    match Day::from_ymd(year, 1, 1) {
        Some(day) => day.number(),
        None if year > YEAR_MAX => {
            (YEAR_MAX + 1..year).map(year_days).sum::<i32>() + Day::MAX.number() + 1
        }
        None => Day::MIN.number() - (year..YEAR_MIN).map(year_days).sum::<i32>(),
    }
}

fn year_days(year: i32) -> i32 {
    if is_leap_year(year) { 366 } else { 365 }
}
