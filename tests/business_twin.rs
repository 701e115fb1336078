//! Business time against the minutes and seconds themselves, on seeded random calendars.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::needless_pass_by_value,
    reason = "a test"
)]

#[path = "reference/business.rs"]
mod reference;

use chrono::{DateTime, Datelike, Days, NaiveDate, Offset, TimeZone};
use chrono_tz::Tz;
use entretien::calendar::{
    BusinessTime, Closure, Combination, HolidaySet, Hours, MonthDay, Opening, Pauses, Span, Week,
    WorkCalendar, YearlyClosure,
};
use entretien::id::CalendarId;
use entretien::time::{Day, Period, Zone};
use entretien_tests::Random;
use reference::{Spec, Ticks, wall};

const ZONES: [Tz; 8] = [
    Tz::Europe__Paris,
    Tz::America__New_York,
    Tz::Australia__Lord_Howe,
    Tz::Africa__Casablanca,
    Tz::Asia__Kathmandu,
    Tz::America__Sao_Paulo,
    Tz::America__St_Johns,
    Tz::Pacific__Apia,
];

/// Spans of a day on a grid of `grid` seconds, apart, the last one perhaps past midnight.
fn spans(random: &mut Random, grid: i64, night: bool) -> Vec<(u32, u32)> {
    let mut at = random.below(10 * 3_600) / grid * grid;
    let mut out = Vec::new();
    for _ in 0..=random.below(4) {
        let length = (1 + random.below(6 * 3_600) / grid) * grid;
        let last = if night && random.chance(30) { 86_400 + 4 * 3_600 } else { 86_400 };
        let end = (at + length).min(last);
        if at >= 86_400 || end <= at {
            break;
        }
        out.push((at as u32, end as u32));
        at = end + random.below(4 * 3_600) / grid * grid;
    }
    out
}

/// A calendar about `near`.
fn hours(random: &mut Random, near: NaiveDate, grid: i64) -> reference::Hours {
    if random.chance(8) {
        let week = std::array::from_fn(|_| vec![(0, 86_400)]);
        return reference::Hours { week, ..Default::default() };
    }
    let mut hours = reference::Hours { holidays: random.chance(40), ..Default::default() };
    let nights = random.chance(30);
    for index in 0..7 {
        if random.chance(75) {
            // Nights are kept clear of the morning after.
            let mut day = spans(random, grid, nights);
            if nights {
                day.retain(|span| span.0 >= 5 * 3_600);
            }
            hours.week[index] = day;
        }
    }
    if hours.week.iter().all(Vec::is_empty) {
        hours.week[near.weekday().num_days_from_monday() as usize].push((32_400, 64_800));
    }
    let around = |random: &mut Random| near + Days::new(random.below(50) as u64) - Days::new(20);
    for _ in 0..random.below(3) {
        let from = around(random);
        hours.closures.push((from, from + Days::new(1 + random.below(9) as u64)));
    }
    for _ in 0..random.below(2) {
        let (from, to) = (around(random), around(random) + Days::new(random.below(3) as u64));
        if (from.month(), from.day()) != (to.month(), to.day()) {
            hours.yearly.push(((from.month(), from.day()), (to.month(), to.day())));
        }
    }
    for _ in 0..random.below(3) {
        let extra = spans(random, grid, true);
        if !extra.is_empty() {
            hours.openings.push((around(random), extra));
        }
    }
    hours
}

fn spec(random: &mut Random, near: NaiveDate, grid: i64) -> Spec {
    let one = |random: &mut Random| Spec::Hours(Box::new(hours(random, near, grid)));
    match random.below(10) {
        0..=6 => one(random),
        7 => Spec::Combined(0, Box::new(one(random)), Box::new(one(random))),
        8 => Spec::Combined(1, Box::new(one(random)), Box::new(one(random))),
        _ => {
            let inner = Spec::Combined(0, Box::new(one(random)), Box::new(one(random)));
            Spec::Combined(2, Box::new(inner), Box::new(one(random)))
        }
    }
}

fn day(date: NaiveDate) -> Day {
    Day::from_date(date).unwrap()
}

/// The calendar that a spec describes.
fn calendar(spec: &Spec, zone: Tz) -> WorkCalendar {
    let id = CalendarId::new("calendar").unwrap();
    let hours = match spec {
        Spec::Combined(how, a, b) => {
            let how = Combination::ALL[usize::from(*how)];
            return calendar(a, zone).combine(how, &calendar(b, zone), id).unwrap();
        }
        Spec::Hours(hours) => hours,
    };
    let spans = |list: &Vec<(u32, u32)>| -> Vec<Span> {
        list.iter().rev().map(|(a, b)| Span::from_seconds(*a, *b).unwrap()).collect()
    };
    let feast = |(month, dom): (u32, u32)| MonthDay::new(month, dom).unwrap();
    let product = Hours {
        week: if hours.week.iter().all(Vec::is_empty) {
            Week::closed()
        } else {
            Week::new(std::array::from_fn(|index| spans(&hours.week[index]))).unwrap()
        },
        holidays: if hours.holidays { HolidaySet::FR } else { HolidaySet::NONE },
        closures: hours
            .closures
            .iter()
            .map(|(from, to)| Closure {
                period: Period::new(day(*from), day(*to)).unwrap(),
                reason: None,
            })
            .collect(),
        yearly_closures: hours
            .yearly
            .iter()
            .map(|(a, b)| YearlyClosure::new(feast(*a), feast(*b), None).unwrap())
            .collect(),
        openings: hours
            .openings
            .iter()
            .map(|(date, list)| Opening::new(day(*date), spans(list), None).unwrap())
            .collect(),
    };
    WorkCalendar::of_hours(id, Zone::from_tz(zone), product)
}

/// An instant of 1975 to 2090, mostly near a clock change of the zone.
fn moment(random: &mut Random, zone: Tz) -> i64 {
    let offset = |at: i64| {
        let utc = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
        zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    };
    let from = 157_766_400 + random.below(3_600_000_000) / 3_600 * 3_600;
    if random.chance(20) {
        return from;
    }
    let mut hours = (0..9_000).map(|hour| from + hour * 3_600);
    hours.find(|at| offset(*at) != offset(at - 3_600)).unwrap_or(from)
}

struct Run {
    random: Random,
    spec: Spec,
    zone: Tz,
    time: BusinessTime,
    ticks: Ticks,
    compared: u64,
}

impl Run {
    fn new(seed: u64, step: i64, count: usize) -> Run {
        let mut random = Random(seed);
        let zone = ZONES[random.below(ZONES.len() as i64) as usize];
        let middle = moment(&mut random, zone);
        let (near, _) = wall(zone, middle);
        // A step of a minute needs hours on whole minutes.
        let grid = if step == 1 { [1, 60, 900][random.below(3) as usize] } else { 60 };
        let spec = spec(&mut random, near, grid);
        let begin = middle - step * count as i64 * 2 / 5;
        let ticks = Ticks::of(&spec, zone, begin, step, count);
        let time = BusinessTime::compile(&calendar(&spec, zone));
        Run { random, spec, zone, time, ticks, compared: 0 }
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: T, naive: T) {
        self.compared += 1;
        assert!(
            found == naive,
            "{what}: {found:?}, by ticks {naive:?}; {} {:?}",
            self.zone.name(),
            self.spec
        );
    }

    fn instants(&mut self, rounds: usize) {
        let length = self.ticks.step * self.ticks.open.len() as i64;
        for _ in 0..rounds {
            let (a, b) = (self.random.below(length), self.random.below(length));
            let (from, to) = (self.ticks.begin + a.min(b), self.ticks.begin + a.max(b));
            let naive = self.ticks.between(from, to, &[]);
            self.same("between", self.time.between(from, to).unwrap(), naive);
            let need = self.random.below(200_000);
            if let Some(naive) = self.ticks.add(from, need, &[]) {
                self.same("add", self.time.add(from, need), Ok(naive));
                let mut column = [0; 2];
                let added = self.time.add_many(&[from, from], &[need, 0], &mut column);
                self.same("add_many", added.map(|()| column).ok(), Some([naive, from]));
            }
            if let Some(naive) = self.ticks.subtract(to, need) {
                self.same("subtract", self.time.subtract(to, need), Ok(naive));
            }
            self.same("is_open", self.time.is_open(from), self.ticks.is_open(from));
            self.paused(from, to, need);
        }
        let end = self.ticks.begin + length;
        let spans = self.ticks.spans(self.ticks.begin, end);
        let found = self.time.spans(self.ticks.begin, end).unwrap();
        self.same("spans", found, spans.clone());
        for pair in spans.windows(2) {
            let ((_, close), (open, next_close)) = (pair[0], pair[1]);
            self.same("next_open", self.time.next_open(close), Ok(open));
            self.same("next_open when open", self.time.next_open(open), Ok(open));
            self.same("previous_close", self.time.previous_close(open), Ok(close));
            self.same("previous_close, open", self.time.previous_close(next_close - 1), Ok(close));
            if next_close < end {
                self.same("next_close", self.time.next_close(close), Ok(next_close));
                self.same("next_close, open", self.time.next_close(open), Ok(next_close));
            }
        }
    }

    fn paused(&mut self, from: i64, to: i64, need: i64) {
        let length = self.ticks.step * self.ticks.open.len() as i64;
        let pauses: Vec<(i64, i64)> = (0..self.random.below(4))
            .map(|_| {
                let begin = self.ticks.begin + self.random.below(length);
                (begin, begin + self.random.below(50_000))
            })
            .collect();
        let compiled = Pauses::new(&pauses).unwrap();
        let naive = self.ticks.between(from, to, &pauses);
        let found = self.time.between_with_pauses(from, to, &compiled).unwrap();
        self.same("between with pauses", found, naive);
        if self.random.chance(20)
            && let Some(naive) = self.ticks.add(from, need, &pauses)
        {
            let found = self.time.add_with_pauses(from, need, &compiled);
            self.same("add with pauses", found, Ok(naive));
        }
    }

    fn days(&mut self, rounds: usize) {
        let (first, _) = wall(self.zone, self.ticks.begin);
        let first = first - Days::new(30);
        let open: Vec<bool> =
            (0..120).map(|n| self.spec.is_working_day(first + Days::new(n))).collect();
        for _ in 0..rounds {
            let (a, b) = (self.random.below(120) as usize, self.random.below(120) as usize);
            let at = |index: usize| day(first + Days::new(index as u64));
            self.same("working day", self.time.is_working_day(at(a)), open[a]);
            self.same("of the calendar", self.time.calendar().is_open(at(a)), open[a]);
            let naive = open[a.min(b)..a.max(b)].iter().filter(|open| **open).count() as i64;
            let found = self.time.working_days_between(at(a), at(b));
            self.same("days between", found, if a <= b { naive } else { -naive });
            let n = self.random.below(12) as usize;
            let after = (a + 1..120).filter(|index| open[*index]).nth(n.max(1) - 1);
            let after = if n == 0 && open[a] { Some(a) } else { after };
            if let Some(after) = after {
                let found = self.time.add_working_days(at(a), n as i32);
                self.same("days after", found, Ok(at(after)));
            }
            if let Some(before) = (0..a).rev().filter(|index| open[*index]).nth(n) {
                let found = self.time.add_working_days(at(a), -1 - n as i32);
                self.same("days before", found, Ok(at(before)));
            }
            let (year, month, _) = at(a).ymd();
            let of_month = (0..120).filter(|i| open[*i] && at(*i).ymd().1 == month);
            let of_month: Vec<usize> = of_month.collect();
            let inside = at(0).ymd().1 != month && at(119).ymd().1 != month;
            if inside {
                let found = self.time.nth_working_day_of_month(year, month, n as i32);
                let naive = n.checked_sub(1).and_then(|n| of_month.get(n)).map(|i| at(*i));
                self.same("of month", found, naive);
                let found = self.time.nth_working_day_of_month(year, month, -1 - n as i32);
                let naive = of_month.iter().rev().nth(n).map(|i| at(*i));
                self.same("from its end", found, naive);
            }
        }
    }

    /// Deadlines in working days: the first tick whose wall clock has come so far.
    fn deadlines(&mut self, rounds: usize) {
        for _ in 0..rounds {
            let at = self.ticks.begin + self.random.below(self.ticks.open.len() as i64 / 3) * 60;
            let n = 1 + self.random.below(3);
            let (date, second) = wall(self.zone, at);
            let mut target = date;
            let mut left = n;
            while left > 0 && target < date + Days::new(20) {
                target = target + Days::new(1);
                left -= i32::from(self.spec.is_working_day(target));
            }
            let Spec::Hours(hours) = &self.spec else { return };
            let Some(closing) = hours.of(target).iter().map(|span| span.1).max() else { continue };
            if left > 0 || closing < second {
                continue;
            }
            let mut minutes = (0..40_000).map(|minute| at - at.rem_euclid(60) + minute * 60);
            let naive = minutes.find(|tick| wall(self.zone, *tick) >= (target, second / 60 * 60));
            let found = self.time.working_days_after(at, n);
            self.same("working days after", found, Ok(naive.unwrap() + i64::from(second % 60)));
        }
    }
}

#[test]
fn minutes_of_random_calendars() {
    let mut compared = 0;
    for seed in 0..120 {
        let mut run = Run::new(seed, 60, 30 * 1_440);
        run.instants(25);
        run.days(20);
        run.deadlines(8);
        compared += run.compared;
    }
    eprintln!("{compared} comparisons by minutes");
    assert!(compared >= 30_000, "{compared}");
}

#[test]
fn seconds_about_clock_changes() {
    let mut compared = 0;
    for seed in 1_000..1_040 {
        let mut run = Run::new(seed, 1, 3 * 86_400);
        run.instants(12);
        compared += run.compared;
    }
    eprintln!("{compared} comparisons by seconds");
    assert!(compared >= 2_000, "{compared}");
}

/// SEMANTICS of deadlines: what is added is between, and what is between leads back.
#[test]
fn adding_and_counting_undo_each_other() {
    let mut landed = 0;
    for seed in 2_000..2_120 {
        let mut random = Random(seed);
        let zone = ZONES[random.below(ZONES.len() as i64) as usize];
        let middle = moment(&mut random, zone);
        let spec = spec(&mut random, wall(zone, middle).0, 1);
        let time = BusinessTime::compile(&calendar(&spec, zone));
        for _ in 0..200 {
            let a = middle - 3_000_000 + random.below(6_000_000);
            let most = [100, 40_000, 20_000_000][random.below(3) as usize];
            let need = random.below(most);
            let Ok(end) = time.add(a, need) else { continue };
            assert_eq!(time.between(a, end), Ok(need), "{} {spec:?}", zone.name());
            let Ok(start) = time.subtract(a, need) else { continue };
            assert_eq!(time.between(start, a), Ok(need));
            let b = a + random.below(6_000_000);
            if b > a && time.is_open(b - 1) {
                landed += 1;
                let open = time.between(a, b).unwrap();
                assert_eq!(time.add(a, open), Ok(b), "{} {spec:?}", zone.name());
            }
            let mut many = [0];
            time.between_many(&[a], &[b], &mut many).unwrap();
            assert_eq!(Ok(many[0]), time.between(a, b));
        }
    }
    assert!(landed > 3_000, "{landed}");
}
