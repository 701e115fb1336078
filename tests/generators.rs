//! Generators of dates against naive readings: rules by the twin of the RFCs, the others day by day.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::format_push_string,
    reason = "a test"
)]

#[path = "reference/recurrence.rs"]
mod reference;

use chrono::{NaiveDate, Weekday};
use entretien::calendar::{HolidaySet, Week, WorkCalendar};
use entretien::id::CalendarId;
use entretien::recurrence::{Generator, MonthDay, MonthEnd, Rule};
use entretien::time::{Day, Interval, Period, Unit};
use entretien_tests::Random;
use reference::{Clock, Freq, Spec};

const TRIALS: u64 = 10_000;
const WEEKDAYS: [Weekday; 3] = [Weekday::Mon, Weekday::Tue, Weekday::Sun];

/// What the trials are made of.
struct Draw(Random);

impl Draw {
    /// From `low` to `high`, both included.
    fn within(&mut self, low: i64, high: i64) -> i64 {
        low + self.0.below(high - low + 1)
    }

    fn chance(&mut self, percent: i64) -> bool {
        self.within(0, 99) < percent
    }

    fn signed(&mut self, percent: i64, high: i64) -> Vec<i32> {
        if !self.chance(percent) {
            return Vec::new();
        }
        let one = |r: &mut Draw| {
            let n = r.within(1, high) as i32;
            if r.chance(40) { -n } else { n }
        };
        (0..self.within(1, 3)).map(|_| one(self)).collect()
    }

    fn day(&mut self, low: &str, high: &str) -> Day {
        let number = |text| i64::from(Day::parse(text).unwrap().number());
        Day::from_number(self.within(number(low), number(high)) as i32).unwrap()
    }
}

/// A rule of days or coarser, and its last day.
fn rule(r: &mut Draw, anchor: Day) -> (Spec, Option<Day>, String) {
    let freq = [Freq::Yearly, Freq::Monthly, Freq::Weekly, Freq::Daily][r.within(0, 3) as usize];
    let freq = if r.chance(1) { Freq::Hourly } else { freq };
    let coarse = freq >= Freq::Monthly;
    let yearly = freq == Freq::Yearly;
    let mut spec = Spec {
        freq,
        interval: if r.chance(50) { 1 } else { r.within(1, 6) },
        count: r.chance(25).then(|| r.within(1, 200) as usize),
        until: None,
        wkst: if r.chance(30) { r.within(0, 6) as u32 } else { 0 },
        second: Vec::new(),
        minute: Vec::new(),
        hour: Vec::new(),
        day: Vec::new(),
        monthday: if freq == Freq::Weekly { Vec::new() } else { r.signed(35, 31) },
        yearday: if yearly { r.signed(12, 366) } else { Vec::new() },
        weekno: if yearly { r.signed(18, 53) } else { Vec::new() },
        month: r.signed(30, 12).into_iter().map(i32::unsigned_abs).collect(),
        setpos: Vec::new(),
        skip: if r.chance(25) { r.within(1, 2) as u8 } else { 0 },
    };
    if r.chance(45) {
        let nth = coarse && spec.weekno.is_empty();
        for _ in 0..r.within(1, 3) {
            let n = if nth && r.chance(60) { r.within(1, 5) as i32 } else { 0 };
            spec.day.push((if r.chance(40) { -n } else { n }, r.within(0, 6) as u32));
        }
    }
    let lists = spec.monthday.len() + spec.yearday.len() + spec.weekno.len() + spec.month.len();
    if lists + spec.day.len() > 0 {
        spec.setpos = r.signed(25, 4);
    }
    let mut text = reference::text(&spec, false);
    let until = (spec.count.is_none() && r.chance(25))
        .then(|| anchor.add_days(r.within(0, 4_000) as i32).unwrap());
    if let Some(until) = until {
        text += &format!(";UNTIL={}", until.to_string().replace('-', ""));
    }
    (spec, until, text)
}

/// All queries of a generator agree with the days listed.
fn agree(
    generator: &Generator,
    anchor: Day,
    horizon: Period,
    expected: &[Day],
    r: &mut Draw,
    label: &str,
) {
    assert_eq!(generator.within(anchor, horizon), expected, "within {label}");
    assert_eq!(generator.count_between(anchor, horizon), expected.len() as u64, "count {label}");
    let day = horizon.start().add_days(r.within(0, i64::from(horizon.days()) - 1) as i32).unwrap();
    assert_eq!(generator.contains(anchor, day), expected.contains(&day), "contains {day} {label}");
    let next = expected.iter().find(|found| **found > day).copied();
    let found = generator.next_after(anchor, day).filter(|found| *found < horizon.end());
    assert_eq!(found, next, "next after {day} {label}");
    let previous = expected.iter().rev().find(|found| **found < day).copied();
    let found = generator.previous_before(anchor, day).filter(|found| *found >= horizon.start());
    assert_eq!(found, previous, "previous before {day} {label}");
}

fn seconds(day: Day) -> i64 {
    i64::from(day.number()) * 86_400
}

#[test]
fn rules_agree_with_the_twin() {
    let clock = Clock { zone: None, gap: 0, second: false };
    let (mut filled, mut never) = (0, 0);
    for seed in 0..TRIALS {
        let mut r = Draw(Random(seed));
        let anchor = r.day("1990-01-01", "2090-12-31");
        let (spec, until, text) = rule(&mut r, anchor);
        if spec.freq < Freq::Daily {
            let error = Generator::rule(&Rule::parse(&text).unwrap()).unwrap_err();
            assert!(error.faults().any(|fault| fault.code == "REC-012"), "{text}: {error}");
            continue;
        }
        let start: NaiveDate = anchor.to_date();
        // The twin walks a COUNT from the anchor: stay near.
        let ahead = if spec.count.is_some() || r.chance(70) { 1_500 } else { 40_000 };
        let from = anchor.add_days(r.within(-200, ahead) as i32).unwrap();
        let horizon = Period::new(from, from.add_days(r.within(1, 1_500) as i32).unwrap()).unwrap();
        let last = until.map_or(i64::MAX, seconds);
        let (low, high) = (seconds(horizon.start()), seconds(horizon.end()));
        let midnight = start.and_hms_opt(0, 0, 0).unwrap();
        let expected: Vec<Day> = reference::values(&spec, midnight, clock, low, high, Some(last))
            .into_iter()
            .map(|value| Day::from_number((value / 86_400) as i32).unwrap())
            .collect();
        let label = format!("seed {seed}: {anchor} {text} {}..{}", horizon.start(), horizon.end());
        let rule = Rule::parse(&text).unwrap_or_else(|error| panic!("{label}: {error}"));
        match Generator::rule(&rule) {
            Ok(generator) => agree(&generator, anchor, horizon, &expected, &mut r, &label),
            Err(error) => {
                assert_eq!(error.code(), "REC-022", "{label}");
                assert!(expected.is_empty(), "{label}: not empty");
                never += 1;
            }
        }
        filled += u64::from(!expected.is_empty());
    }
    eprintln!("{TRIALS} rules, {filled} with dates, {never} proved to have none");
    assert!(filled > TRIALS / 2, "{filled} rules with dates");
    assert!(never > 50, "{never} rules proved to have none");
}

fn naive_month_day(day: MonthDay, anchor: Day, calendar: &WorkCalendar, on: Day) -> bool {
    let Some(found) = on.add_days(-day.offset_days()) else { return false };
    let counts = |other: Day| match day.weekday() {
        Some(weekday) => other.weekday_index() == usize::from(weekday),
        None => calendar.is_open(other),
    };
    let months = |day: Day| day.ymd().0 * 12 + day.ymd().1 as i32;
    let month: Vec<Day> = (-31..=31)
        .filter_map(|n| found.add_days(n))
        .filter(|other| months(*other) == months(found) && counts(*other))
        .collect();
    let n = i32::from(day.n());
    let index = if n > 0 { n - 1 } else { month.len() as i32 + n };
    on >= anchor
        && usize::try_from(index).ok().and_then(|index| month.get(index)) == Some(&found)
        && (months(found) - months(anchor)) % day.every_months() as i32 == 0
}

#[test]
fn days_within_months_agree_with_a_walk() {
    let id = CalendarId::new("france").unwrap();
    let calendar = WorkCalendar::new(id, Week::office(), HolidaySet::FR, Vec::new());
    let mut filled = 0;
    for seed in 0..2_000 {
        let mut r = Draw(Random(seed));
        let anchor = r.day("1990-01-01", "2090-12-31");
        let sign = if r.chance(40) { -1 } else { 1 };
        let months = r.within(1, 5) as u32;
        let day = if r.chance(40) {
            MonthDay::working_day(months, (sign * r.within(1, 23)) as i8).unwrap()
        } else {
            let (n, weekday) = ((sign * r.within(1, 5)) as i8, WEEKDAYS[r.within(0, 2) as usize]);
            let offset = if r.chance(50) { r.within(-366, 366) } else { r.within(-3, 3) };
            MonthDay::nth_weekday(months, n, weekday, offset as i32).unwrap()
        };
        let from = anchor.add_days(r.within(-400, 20_000) as i32).unwrap();
        let horizon = Period::new(from, from.add_days(r.within(1, 400) as i32).unwrap()).unwrap();
        let expected: Vec<Day> =
            horizon.iter().filter(|on| naive_month_day(day, anchor, &calendar, *on)).collect();
        let label = format!("seed {seed}: {anchor} {day} {}..{}", horizon.start(), horizon.end());
        agree(&Generator::month_day(day, &calendar), anchor, horizon, &expected, &mut r, &label);
        assert_eq!(MonthDay::parse(&day.to_string()), Some(day), "{label}");
        filled += u64::from(!expected.is_empty());
    }
    assert!(filled > 1_000, "{filled} with dates");
}

#[test]
fn intervals_agree_with_counting_from_the_anchor() {
    for seed in 0..2_000 {
        let mut r = Draw(Random(seed));
        let anchor = r.day("1990-01-01", "2090-12-31");
        let unit = [Unit::Day, Unit::Week, Unit::Month][r.within(0, 2) as usize];
        let every = Interval::new(r.within(1, 30) as u32, unit).unwrap();
        let month_end = MonthEnd::ALL[r.within(0, 3) as usize];
        let from = anchor.add_days(r.within(-400, 20_000) as i32).unwrap();
        let horizon = Period::new(from, from.add_days(r.within(1, 400) as i32).unwrap()).unwrap();
        let series = entretien::recurrence::Series::new(anchor, every, month_end);
        let all = (0..25_000).map_while(|n| match series.nth(n) {
            Some(day) if day >= horizon.end() => None,
            day => Some(day),
        });
        let expected: Vec<Day> = all.flatten().filter(|day| horizon.contains(*day)).collect();
        let label = format!("seed {seed}: {anchor} {} {month_end:?}", every.iso());
        let generator = Generator::interval(every, month_end);
        agree(&generator, anchor, horizon, &expected, &mut r, &label);
        assert_eq!(generator.every(), Some(every), "{label}");
    }
}

/// Far from the anchor, and at the ends of the calendar.
#[test]
fn the_year_2126_is_as_near_as_2027() {
    let day = |text: &str| Day::parse(text).unwrap();
    let anchor = day("2026-01-01");
    let id = CalendarId::new("office").unwrap();
    let calendar = WorkCalendar::new(id, Week::office(), HolidaySet::NONE, Vec::new());
    let rule = |text: &str| Generator::rule(&Rule::parse(text).unwrap()).unwrap();
    let patches = rule("FREQ=MONTHLY;BYDAY=2TU");
    assert_eq!(patches.next_after(anchor, day("2126-01-01")), Some(day("2126-01-08")));
    let counted = rule("FREQ=DAILY;COUNT=36525");
    assert_eq!(counted.previous_before(anchor, Day::MAX), Some(day("2126-01-01")));
    assert_eq!(counted.next_after(anchor, day("2126-01-01")), None);
    let last = Generator::month_day(MonthDay::working_day(1, -1).unwrap(), &calendar);
    assert_eq!(last.next_after(anchor, day("2126-08-01")), Some(day("2126-08-30")));
    for generator in [rule("FREQ=DAILY"), Generator::interval(Interval::DAILY, MonthEnd::Omit)] {
        assert!(generator.contains(anchor, Day::MAX));
        assert_eq!(generator.next_after(anchor, Day::MAX), None);
        assert_eq!(generator.previous_before(anchor, anchor), None);
        assert_eq!(generator.next_after(anchor, Day::MIN), Some(anchor));
    }
}
