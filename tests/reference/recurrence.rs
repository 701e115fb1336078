//! A naive reading of RFC 5545 3.3.10 and RFC 7529 4, period by period and day by day.
//!
//! Written from the text of the RFCs, sharing nothing with the engine: dates by chrono, lists as
//! vectors, every candidate visited.

mod clock;

pub use clock::Clock;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::collections::BTreeSet;

/// A frequency, coarsest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freq {
    /// SECONDLY
    Secondly,
    /// MINUTELY
    Minutely,
    /// HOURLY
    Hourly,
    /// DAILY
    Daily,
    /// WEEKLY
    Weekly,
    /// MONTHLY
    Monthly,
    /// YEARLY
    Yearly,
}

/// A rule as lists.
#[derive(Debug, Clone)]
pub struct Spec {
    pub freq: Freq,
    pub interval: i64,
    pub count: Option<usize>,
    pub until: Option<NaiveDateTime>,
    pub wkst: u32,
    pub second: Vec<u32>,
    pub minute: Vec<u32>,
    pub hour: Vec<u32>,
    pub day: Vec<(i32, u32)>,
    pub monthday: Vec<i32>,
    pub yearday: Vec<i32>,
    pub weekno: Vec<i32>,
    pub month: Vec<u32>,
    pub setpos: Vec<i32>,
    /// 0 omit, 1 backward, 2 forward
    pub skip: u8,
}

fn epoch(at: NaiveDateTime) -> i64 {
    at.and_utc().timestamp()
}

fn month_length(year: i32, month: u32) -> u32 {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let first = NaiveDate::from_ymd_opt(next.0, next.1, 1).unwrap();
    first.pred_opt().unwrap().day()
}

fn year_length(year: i32) -> i32 {
    if month_length(year, 2) == 29 { 366 } else { 365 }
}

/// First day of the week number 1 of a year.
fn week_one(year: i32, wkst: u32) -> NaiveDate {
    // The first week that has at least four days in the year is that of 4 January.
    let fourth = NaiveDate::from_ymd_opt(year, 1, 4).unwrap();
    let back = (fourth.weekday().num_days_from_monday() + 7 - wkst) % 7;
    fourth - Days::new(u64::from(back))
}

/// Whether the week number of a day is asked for.
fn week_matches(date: NaiveDate, wkst: u32, wanted: &[i32]) -> bool {
    let mut year = date.year() + 1;
    while week_one(year, wkst) > date {
        year -= 1;
    }
    let first = week_one(year, wkst);
    let weeks = (week_one(year + 1, wkst) - first).num_days() / 7;
    let number = (date - first).num_days() / 7 + 1;
    wanted.iter().any(|n| i64::from(*n) == number || i64::from(*n) == number - weeks - 1)
}

impl Spec {
    fn weekday_in(&self, date: NaiveDate) -> bool {
        let weekday = date.weekday().num_days_from_monday();
        self.day.iter().any(|(_, w)| *w == weekday)
    }

    /// BYDAY in a period of dates from `first` to `last`.
    fn day_matches(&self, date: NaiveDate, first: NaiveDate, last: NaiveDate) -> bool {
        let weekday = date.weekday().num_days_from_monday();
        self.day.iter().any(|(n, w)| {
            if *w != weekday {
                return false;
            }
            if *n == 0 {
                return true;
            }
            if date < first || date > last {
                return false;
            }
            let from_start = (date - first).num_days() / 7 + 1;
            let from_end = (last - date).num_days() / 7 + 1;
            i64::from(*n) == from_start || i64::from(-*n) == from_end
        })
    }

    fn times(&self, start: NaiveTime) -> Vec<NaiveTime> {
        let or = |list: &[u32], value: u32| {
            if list.is_empty() { vec![value] } else { list.to_vec() }
        };
        let mut times = BTreeSet::new();
        for hour in or(&self.hour, start.hour()) {
            for minute in or(&self.minute, start.minute()) {
                for second in or(&self.second, start.second()) {
                    times.insert(NaiveTime::from_hms_opt(hour, minute, second.min(59)).unwrap());
                }
            }
        }
        times.into_iter().collect()
    }

    /// Dates of one month that BYMONTHDAY asks for, moved by SKIP; all of them without BYMONTHDAY.
    fn month_dates(&self, year: i32, month: u32, monthdays: &[i32]) -> Vec<NaiveDate> {
        let length = i32::try_from(month_length(year, month)).unwrap();
        let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
        let day = |n: i32| first + TimeDelta::days(i64::from(n - 1));
        if monthdays.is_empty() {
            return (1..=length).map(day).collect();
        }
        let mut dates = Vec::new();
        for n in monthdays {
            if n.abs() <= length {
                dates.push(day(if *n > 0 { *n } else { length + 1 + *n }));
            } else {
                match (self.skip, *n > 0) {
                    (1, true) => dates.push(day(length)),
                    (2, true) => dates.push(day(length + 1)),
                    (1, false) => dates.push(day(0)),
                    (2, false) => dates.push(day(1)),
                    _ => {}
                }
            }
        }
        dates
    }

    /// Dates of the months of a year or of one month.
    fn expand_months(
        &self,
        months: &[(i32, u32)],
        start: NaiveDate,
        year: Option<i32>,
    ) -> BTreeSet<NaiveDate> {
        let mut monthdays = self.monthday.clone();
        let mut gate = self.month.clone();
        let mut weekday_only = None;
        let nothing = self.day.is_empty() && monthdays.is_empty() && self.yearday.is_empty();
        if nothing && self.weekno.is_empty() {
            monthdays = vec![i32::try_from(start.day()).unwrap()];
            if year.is_some() && gate.is_empty() {
                gate = vec![start.month()];
            }
        } else if nothing {
            weekday_only = Some(start.weekday());
        }
        let mut dates = BTreeSet::new();
        for (y, m) in months {
            if !gate.is_empty() && !gate.contains(m) {
                continue;
            }
            let first = NaiveDate::from_ymd_opt(*y, *m, 1).unwrap();
            let last = NaiveDate::from_ymd_opt(*y, *m, month_length(*y, *m)).unwrap();
            for date in self.month_dates(*y, *m, &monthdays) {
                let (low, high) = match year {
                    Some(year) if self.month.is_empty() => (
                        NaiveDate::from_ymd_opt(year, 1, 1).unwrap(),
                        NaiveDate::from_ymd_opt(year, 12, 31).unwrap(),
                    ),
                    _ => (first, last),
                };
                let ok = (self.day.is_empty() || self.day_matches(date, low, high))
                    && weekday_only.is_none_or(|w| date.weekday() == w)
                    && self.yearday_matches(date)
                    && (self.weekno.is_empty() || week_matches(date, self.wkst, &self.weekno));
                if ok {
                    dates.insert(date);
                }
            }
        }
        dates
    }

    fn yearday_matches(&self, date: NaiveDate) -> bool {
        let n = i32::try_from(date.ordinal()).unwrap();
        let length = year_length(date.year());
        self.yearday.is_empty() || self.yearday.iter().any(|d| *d == n || *d == n - length - 1)
    }

    /// BYMONTH, BYYEARDAY, BYMONTHDAY and BYDAY as limits of a date that exists.
    fn date_passes(&self, date: NaiveDate) -> bool {
        let length = i32::try_from(month_length(date.year(), date.month())).unwrap();
        let n = i32::try_from(date.day()).unwrap();
        (self.month.is_empty() || self.month.contains(&date.month()))
            && (self.monthday.is_empty()
                || self.monthday.iter().any(|d| *d == n || *d == n - length - 1))
            && self.yearday_matches(date)
            && (self.day.is_empty() || self.weekday_in(date))
    }

    fn pick(&self, set: BTreeSet<NaiveDateTime>) -> Vec<NaiveDateTime> {
        let all: Vec<NaiveDateTime> = set.into_iter().collect();
        if self.setpos.is_empty() {
            return all;
        }
        let length = i32::try_from(all.len()).unwrap();
        let mut picked = BTreeSet::new();
        for n in &self.setpos {
            let index = if *n > 0 { n - 1 } else { length + n };
            if let Some(value) = usize::try_from(index).ok().and_then(|i| all.get(i)) {
                picked.insert(*value);
            }
        }
        picked.into_iter().collect()
    }

    /// The instances of period number `p` from that of the anchor; `None` past the calendar.
    fn period(&self, start: NaiveDateTime, p: i64) -> Option<Vec<NaiveDateTime>> {
        let ahead = p * self.interval;
        let with_times = |dates: BTreeSet<NaiveDate>| -> BTreeSet<NaiveDateTime> {
            let times = self.times(start.time());
            dates.iter().flat_map(|d| times.iter().map(move |t| d.and_time(*t))).collect()
        };
        let date = start.date();
        let set = match self.freq {
            Freq::Yearly => {
                let year = i32::try_from(i64::from(date.year()) + ahead).ok()?;
                if year > 9999 {
                    return None;
                }
                let months: Vec<(i32, u32)> = (1..=12).map(|m| (year, m)).collect();
                with_times(self.expand_months(&months, date, Some(year)))
            }
            Freq::Monthly => {
                let m = i64::from(date.year()) * 12 + i64::from(date.month0()) + ahead;
                let year = i32::try_from(m.div_euclid(12)).ok()?;
                if year > 9999 {
                    return None;
                }
                let month = u32::try_from(m.rem_euclid(12)).unwrap() + 1;
                with_times(self.expand_months(&[(year, month)], date, None))
            }
            Freq::Weekly => {
                let back = (date.weekday().num_days_from_monday() + 7 - self.wkst) % 7;
                let first = date - Days::new(u64::from(back)) + TimeDelta::days(7 * ahead);
                if first.year() > 9999 {
                    return None;
                }
                let days = (0..7).map(|i| first + TimeDelta::days(i));
                let days = days.filter(|d| {
                    (self.month.is_empty() || self.month.contains(&d.month()))
                        && if self.day.is_empty() {
                            d.weekday() == date.weekday()
                        } else {
                            self.weekday_in(*d)
                        }
                });
                with_times(days.collect())
            }
            Freq::Daily => {
                let day = date + TimeDelta::days(ahead);
                if day.year() > 9999 {
                    return None;
                }
                with_times(std::iter::once(day).filter(|d| self.date_passes(*d)).collect())
            }
            _ => self.clock_period(start, ahead)?,
        };
        Some(self.pick(set))
    }

    fn clock_period(&self, start: NaiveDateTime, ahead: i64) -> Option<BTreeSet<NaiveDateTime>> {
        let mut set = BTreeSet::new();
        let (step, truncated) = match self.freq {
            Freq::Hourly => (3_600, start.date().and_hms_opt(start.hour(), 0, 0)?),
            Freq::Minutely => (60, start.date().and_hms_opt(start.hour(), start.minute(), 0)?),
            _ => (1, start),
        };
        let begin = truncated + TimeDelta::seconds(step * ahead);
        if begin.year() > 9999 {
            return None;
        }
        let limited = |list: &[u32], value: u32| list.is_empty() || list.contains(&value);
        let leap = |list: &[u32]| -> Vec<u32> { list.iter().map(|s| (*s).min(59)).collect() };
        if !self.date_passes(begin.date()) || !limited(&self.hour, begin.hour()) {
            return Some(set);
        }
        if self.freq <= Freq::Minutely && !limited(&self.minute, begin.minute()) {
            return Some(set);
        }
        if self.freq == Freq::Secondly && !limited(&leap(&self.second), begin.second()) {
            return Some(set);
        }
        let or = |list: Vec<u32>, value: u32| if list.is_empty() { vec![value] } else { list };
        let minutes = match self.freq {
            Freq::Hourly => or(self.minute.clone(), start.minute()),
            _ => vec![begin.minute()],
        };
        let seconds = match self.freq {
            Freq::Secondly => vec![begin.second()],
            _ => or(leap(&self.second), start.second()),
        };
        for minute in minutes {
            for second in &seconds {
                set.insert(begin.date().and_hms_opt(begin.hour(), minute, *second)?);
            }
        }
        Some(set)
    }

    /// Period number that holds `at`, or the one before it.
    fn period_of(&self, start: NaiveDateTime, at: NaiveDateTime) -> i64 {
        let days = (at.date() - start.date()).num_days();
        let whole = match self.freq {
            Freq::Yearly => i64::from(at.year() - start.year()),
            Freq::Monthly => {
                i64::from(at.year() - start.year()) * 12 + i64::from(at.month())
                    - i64::from(start.month())
            }
            Freq::Weekly => days.div_euclid(7) - 1,
            Freq::Daily => days,
            Freq::Hourly => (at - start).num_hours() - 1,
            Freq::Minutely => (at - start).num_minutes() - 1,
            Freq::Secondly => (at - start).num_seconds(),
        };
        (whole.div_euclid(self.interval) - 1).max(0)
    }
}

/// The values of a rule in `from..to`, on the scale of the set: naive in every step.
pub fn values(
    spec: &Spec,
    start: NaiveDateTime,
    clock: Clock,
    from: i64,
    to: i64,
    until: Option<i64>,
) -> BTreeSet<i64> {
    let mut out = BTreeSet::new();
    let (low, high) = clock.civil_range(from, to);
    let near = chrono::DateTime::from_timestamp(low, 0).unwrap().naive_utc();
    let first = if spec.count.is_some() { 0 } else { spec.period_of(start, near.max(start)) };
    let mut counted = 0;
    // A day that SKIP moves may be made by two periods: it is one instance.
    let mut seen: BTreeSet<NaiveDateTime> = BTreeSet::new();
    let mut p = first;
    while spec.begin(start, p) <= high {
        let Some(list) = spec.period(start, p) else {
            break;
        };
        p += 1;
        seen.extend(list.into_iter().filter(|at| *at >= start && at.year() <= 9999));
    }
    for at in seen {
        let Some(value) = clock.value(at) else {
            continue;
        };
        if spec.count.is_some_and(|count| counted >= count) {
            break;
        }
        counted += 1;
        if value >= from && value < to && until.is_none_or(|until| value <= until) {
            out.insert(value);
        }
    }
    out
}

impl Spec {
    /// A civil second at or before every instance of period `p`.
    fn begin(&self, start: NaiveDateTime, p: i64) -> i64 {
        let (seconds, early) = match self.freq {
            Freq::Yearly => (365 * 86_400 + 20_952, 368),
            Freq::Monthly => (30 * 86_400 + 37_746, 35),
            Freq::Weekly => (7 * 86_400, 7),
            Freq::Daily => (86_400, 1),
            Freq::Hourly => (3_600, 0),
            Freq::Minutely => (60, 0),
            Freq::Secondly => (1, 0),
        };
        let anchor =
            epoch(start) - epoch(start).rem_euclid(if early == 0 { seconds } else { 86_400 });
        anchor + p * self.interval * seconds - early * 86_400
    }
}

/// Lists as text.
fn join<T: std::fmt::Display>(name: &str, list: &[T]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let items: Vec<String> = list.iter().map(ToString::to_string).collect();
    format!(";{name}={}", items.join(","))
}

/// The RRULE text of a spec; UNTIL in UTC with a zone.
pub fn text(spec: &Spec, zoned: bool) -> String {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let freq = format!("{:?}", spec.freq).to_uppercase();
    let mut out = format!("FREQ={freq};INTERVAL={}", spec.interval);
    if let Some(count) = spec.count {
        out += &format!(";COUNT={count}");
    }
    if let Some(until) = spec.until {
        out += &format!(";UNTIL={}{}", until.format("%Y%m%dT%H%M%S"), if zoned { "Z" } else { "" });
    }
    if spec.wkst != 0 {
        out += &format!(";WKST={}", NAMES[spec.wkst as usize]);
    }
    if spec.skip != 0 {
        out += ["", ";RSCALE=GREGORIAN;SKIP=BACKWARD", ";RSCALE=GREGORIAN;SKIP=FORWARD"]
            [usize::from(spec.skip)];
    }
    let days: Vec<String> = spec
        .day
        .iter()
        .map(|(n, w)| {
            if *n == 0 {
                NAMES[*w as usize].to_owned()
            } else {
                format!("{n}{}", NAMES[*w as usize])
            }
        })
        .collect();
    out + &join("BYSECOND", &spec.second)
        + &join("BYMINUTE", &spec.minute)
        + &join("BYHOUR", &spec.hour)
        + &join("BYDAY", &days)
        + &join("BYMONTHDAY", &spec.monthday)
        + &join("BYYEARDAY", &spec.yearday)
        + &join("BYWEEKNO", &spec.weekno)
        + &join("BYMONTH", &spec.month)
        + &join("BYSETPOS", &spec.setpos)
}
