//! Business time against the `workclock` crate, in one process, interleaved, on CPU time of one thread.
//!
//! Monday to Friday 09:00–18:00 in Europe/Paris, public holidays of mainland France; 100,000 pairs of
//! UTC epoch seconds that begin in 2024 to 2029 and last 1 minute to 60 days. Answers are compared one
//! by one before anything is timed.

mod python;

use crate::table::median;
use cpu_time::ThreadTime;
use entretien::calendar::{BusinessTime, HolidaySet, Hours, Span, Week, WorkCalendar};
use entretien::id::CalendarId;
use entretien::time::{Day, Period, TZ_DATA_VERSION, Zone};
use jiff::civil::{date, time};
use jiff::{SignedDuration, Timestamp};
use std::hint::black_box;
use workclock::{Holidays, Schedule, Weekdays, WorkDay};

const PAIRS: usize = 100_000;
const ROUNDS: usize = 7;
/// 2024-01-01T00:00:00Z, and the seconds of the six years from then.
const FIRST: u64 = 1_704_067_200;
const YEARS: u64 = 2_192 * 86_400;
/// Shortest and longest pair.
const SHORTEST: u64 = 60;
const LONGEST: u64 = 60 * 86_400;

/// Pairs by a linear congruential generator, which `benches/python/business_time.py` repeats.
struct Mix {
    from: Vec<i64>,
    to: Vec<i64>,
}

fn mix() -> Mix {
    let mut state: u64 = 42;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let signed = |value: u64| i64::try_from(value).expect("small");
    let (mut from, mut to) = (Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let begin = FIRST + draw(YEARS);
        from.push(signed(begin));
        to.push(signed(begin + SHORTEST + draw(LONGEST - SHORTEST + 1)));
    }
    Mix { from, to }
}

fn ours() -> BusinessTime {
    let day = || vec![Span::new(540, 1_080).expect("nine to six")];
    let none = Vec::new;
    let week = Week::new([day(), day(), day(), day(), day(), none(), none()]).expect("a week");
    let hours = Hours { week, holidays: HolidaySet::FR, ..Hours::default() };
    let id = CalendarId::new("office").expect("an id");
    let paris = Zone::parse("Europe/Paris").expect("a zone");
    BusinessTime::compile(&WorkCalendar::of_hours(id, paris, hours))
}

fn peer() -> Schedule {
    let day = |text| Day::parse(text).expect("a day");
    let years = Period::new(day("2023-01-01"), day("2033-01-01")).expect("ordered");
    let closed = years.iter().filter(|day| HolidaySet::FR.holiday(*day).is_some()).map(|day| {
        let (year, month, dom) = day.ymd();
        let small = |n: u32| i8::try_from(n).expect("small");
        date(i16::try_from(year).expect("small"), small(month), small(dom))
    });
    let office = WorkDay::new(time(9, 0, 0, 0), time(18, 0, 0, 0), Weekdays::MON_TO_FRI);
    Schedule::builder()
        .time_zone("Europe/Paris")
        .rule(office)
        .rule(Holidays::new(closed))
        .build()
        .expect("the peer builds")
}

fn timed(work: impl FnOnce()) -> f64 {
    let begin = ThreadTime::now();
    work();
    begin.elapsed().as_secs_f64()
}

/// As `benches/python/business_time.py` computes it.
fn checksum(values: &[i64]) -> u32 {
    let sum = values.iter().fold(0, |sum: i64, value| sum.wrapping_mul(31).wrapping_add(*value));
    u32::try_from(sum & 0xFFFF_FFFF).expect("32 bits")
}

/// Seconds by round: ours scalar, ours in columns, the peer.
#[derive(Default)]
struct Times {
    scalar: Vec<f64>,
    columns: Vec<f64>,
    peer: Vec<f64>,
}

fn between(time: &BusinessTime, schedule: &Schedule, mix: &Mix) -> (Times, u32) {
    let mut times = Times::default();
    let stamp = |at: i64| Timestamp::from_second(at).expect("in range");
    let stamps: Vec<(Timestamp, Timestamp)> =
        mix.from.iter().zip(&mix.to).map(|(a, b)| (stamp(*a), stamp(*b))).collect();
    let (mut a, mut b, mut c) = (vec![0; PAIRS], vec![0; PAIRS], vec![0; PAIRS]);
    for _ in 0..ROUNDS {
        times.peer.push(timed(|| {
            for ((from, to), slot) in stamps.iter().zip(&mut a) {
                *slot = schedule.between(*from, *to).as_secs();
            }
        }));
        times.scalar.push(timed(|| {
            for ((from, to), slot) in mix.from.iter().zip(&mix.to).zip(&mut b) {
                *slot = time.between(*from, *to).expect("ordered");
            }
        }));
        times.columns.push(timed(|| {
            time.between_many(&mix.from, &mix.to, &mut c).expect("ordered");
        }));
        assert_eq!(a, b, "between: the peer differs");
        assert_eq!(b, c, "between: columns differ");
        black_box((&a, &b, &c));
    }
    (times, checksum(&b))
}

/// Deadlines: each pair's open seconds, and an hour, added to its beginning.
fn add(time: &BusinessTime, schedule: &Schedule, mix: &Mix) -> Times {
    let mut needs = vec![0; PAIRS];
    time.between_many(&mix.from, &mix.to, &mut needs).expect("ordered");
    for need in &mut needs {
        *need += 3_600;
    }
    let stamps: Vec<Timestamp> =
        mix.from.iter().map(|at| Timestamp::from_second(*at).expect("in range")).collect();
    let lengths: Vec<SignedDuration> =
        needs.iter().copied().map(SignedDuration::from_secs).collect();
    let mut times = Times::default();
    let (mut a, mut b) = (vec![0; PAIRS], vec![0; PAIRS]);
    for _ in 0..ROUNDS {
        times.peer.push(timed(|| {
            for ((from, length), slot) in stamps.iter().zip(&lengths).zip(&mut a) {
                *slot = schedule.add(*from, *length).expect("in range").as_second();
            }
        }));
        times.scalar.push(timed(|| {
            for ((from, need), slot) in mix.from.iter().zip(&needs).zip(&mut b) {
                *slot = time.add(*from, *need).expect("in range");
            }
        }));
        assert_eq!(a, b, "add: the peer differs");
        black_box((&a, &b));
    }
    times
}

/// Measures and prints.
pub(crate) fn run() {
    let (time, schedule, mix) = (ours(), peer(), mix());
    println!("zone data: entretien {TZ_DATA_VERSION}, workclock {}", peer_zone_version());
    let (spans, sum) = between(&time, &schedule, &mix);
    let deadlines = add(&time, &schedule, &mix);
    #[expect(clippy::cast_precision_loss, reason = "a count of thousands")]
    let rate = |seconds: &[f64]| PAIRS as f64 / median(seconds.to_vec()) / 1e6;
    let row = |name: &str, rate: f64| println!("{name:<28}{rate:>12.2} M/s");
    let (scalar, columns) = (rate(&spans.scalar), rate(&spans.columns));
    row("workclock between", rate(&spans.peer));
    row("between", scalar);
    row("between_many", columns);
    row("workclock add", rate(&deadlines.peer));
    row("add", rate(&deadlines.scalar));
    let numpy = python::ratio(sum).map_or("skipped".to_owned(), |ratio| format!("{ratio:.2}"));
    println!(
        "vs_workclock={:.2} vs_numpy={numpy} add_vs_workclock={:.2} between_mps={scalar:.2}",
        scalar / rate(&spans.peer),
        rate(&deadlines.scalar) / rate(&deadlines.peer),
    );
}

/// jiff reads the zone data of the machine where there are some.
fn peer_zone_version() -> String {
    const LIST: &str = "/usr/share/zoneinfo/tzdata.zi";
    let first = std::fs::read_to_string(LIST).ok();
    let version = first.as_deref().and_then(|text| text.lines().next()?.strip_prefix("# version "));
    match version {
        Some(version) => format!("{version} (of this machine)"),
        None if std::path::Path::new("/usr/share/zoneinfo").is_dir() => {
            "of this machine".to_owned()
        }
        None => "bundled with jiff".to_owned(),
    }
}
