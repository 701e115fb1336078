//! Business time and opening hours by cases: data a maintenance manager can read.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test")]

use chrono::{DateTime, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use entretien::calendar::{
    BusinessTime, COMBINED_MAX, Combination, HolidaySet, Hours, OPENING_HOURS_BYTES_MAX, Opening,
    Pauses, SPANS_MAX, Span, Unreachable, Week, WorkCalendar,
};
use entretien::document::read_engagement;
use entretien::error::Error;
use entretien::id::CalendarId;
use entretien::takeover::Takeover;
use entretien::time::{Day, Zone};
use entretien_tests::text;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

type Calendars = BTreeMap<String, WorkCalendar>;

/// The calendars of an engagement document that has these.
fn read_calendars(calendars: &[Value]) -> Result<Vec<WorkCalendar>, Error> {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"},
        "time_zone": "Europe/Paris", "begin": "2026-01-05",
        "calendars": calendars,
    });
    let bytes = serde_json::to_vec(&document).unwrap();
    let engagement = read_engagement(&bytes, &Takeover::default())?;
    Ok(engagement.input().calendars().to_vec())
}

fn calendars(file: &toml::Table) -> Calendars {
    let named = file["calendars"].as_table().unwrap().iter().map(|(name, source)| {
        let mut source: Value = serde_json::to_value(source).unwrap();
        source["id"] = json!(name);
        source
    });
    let named: Vec<Value> = named.collect();
    let read = read_calendars(&named).unwrap_or_else(|error| panic!("{error}"));
    read.into_iter().map(|calendar| (calendar.id().to_string(), calendar)).collect()
}

/// What a case is answered.
#[derive(Debug, PartialEq)]
enum Answer {
    Number(i64),
    Instant(i64),
    Day(String),
    Open(bool),
    Spans(Vec<(i64, i64)>),
    None,
    Reason(&'static str),
    Code(&'static str),
}

impl From<Result<i64, Error>> for Answer {
    fn from(found: Result<i64, Error>) -> Answer {
        found.map_or_else(|error| Answer::Code(error.code()), Answer::Number)
    }
}

impl From<Result<i64, Unreachable>> for Answer {
    fn from(found: Result<i64, Unreachable>) -> Answer {
        found.map_or_else(|reason| Answer::Reason(reason.code()), Answer::Instant)
    }
}

impl From<Result<Day, Unreachable>> for Answer {
    fn from(found: Result<Day, Unreachable>) -> Answer {
        let day = found.map(|day| day.to_string());
        day.map_or_else(|reason| Answer::Reason(reason.code()), Answer::Day)
    }
}

struct Case<'a> {
    fields: &'a toml::Table,
    zone: Tz,
}

impl Case<'_> {
    /// The instant of a wall time, the first of two unless an offset follows.
    fn instant(&self, value: &toml::Value) -> i64 {
        let written = value.as_str().unwrap_or_else(|| panic!("{value} is no time"));
        let with_seconds = |text: &str| match text.len() {
            16 => format!("{text}:00"),
            _ => text.to_owned(),
        };
        if let Some((wall, offset)) = written.get(16..).and_then(|rest| {
            let at = rest.find(['+', '-'])? + 16;
            Some(written.split_at(at))
        }) {
            let stamp = format!("{}{offset}", with_seconds(wall));
            return DateTime::parse_from_rfc3339(&stamp).unwrap().timestamp();
        }
        let wall: NaiveDateTime = with_seconds(written).parse().unwrap();
        self.zone.from_local_datetime(&wall).earliest().unwrap().timestamp()
    }

    fn pair(&self, name: &str) -> Option<(i64, i64)> {
        let list = self.fields.get(name)?.as_array().unwrap();
        Some((self.instant(&list[0]), self.instant(&list[1])))
    }

    /// An instant and a number.
    fn moved(&self, name: &str) -> Option<(i64, i64)> {
        let list = self.fields.get(name)?.as_array().unwrap();
        Some((self.instant(&list[0]), list[1].as_integer().unwrap()))
    }

    fn days(&self, name: &str) -> Option<(Day, &toml::Value)> {
        let list = self.fields.get(name)?.as_array().unwrap();
        Some((Day::parse(list[0].as_str().unwrap()).unwrap(), &list[1]))
    }

    fn pairs(&self, name: &str) -> Vec<(i64, i64)> {
        let list = self.fields.get(name).and_then(toml::Value::as_array);
        let pair = |pair: &toml::Value| (self.instant(&pair[0]), self.instant(&pair[1]));
        list.into_iter().flatten().map(pair).collect()
    }

    fn expected(&self) -> Answer {
        let text = |name: &str| self.fields.get(name).and_then(toml::Value::as_str);
        let number = |name: &str| self.fields.get(name).and_then(toml::Value::as_integer);
        let leaked = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        if let Some(value) = number("seconds").or(number("days")) {
            Answer::Number(value)
        } else if let Some(open) = self.fields.get("open").and_then(toml::Value::as_bool) {
            Answer::Open(open)
        } else if let Some(reason) = text("reason") {
            Answer::Reason(leaked(reason))
        } else if let Some(code) = text("code") {
            Answer::Code(leaked(code))
        } else if self.fields.contains_key("list") {
            Answer::Spans(self.pairs("list"))
        } else {
            match text("is").unwrap_or_else(|| panic!("no answer")) {
                "none" => Answer::None,
                day if day.len() == 10 => Answer::Day(day.to_owned()),
                _ => Answer::Instant(self.instant(&self.fields["is"])),
            }
        }
    }

    fn answer(&self, time: &BusinessTime) -> Answer {
        let pauses = match Pauses::new(&self.pairs("pauses")) {
            Ok(pauses) => pauses,
            Err(error) => return Answer::Code(error.code()),
        };
        let stops = !pauses.spans().is_empty();
        let count = |n: i64| i32::try_from(n).unwrap();
        if let Some((from, to)) = self.pair("between") {
            if !stops {
                return time.between(from, to).into();
            }
            let seconds = time.between_with_pauses(from, to, &pauses).unwrap();
            let stopped = time.paused_between(from, to, &pauses).unwrap();
            assert_eq!(time.between(from, to), Ok(seconds + stopped));
            Answer::Number(seconds)
        } else if let Some((at, seconds)) = self.moved("add") {
            if stops {
                time.add_with_pauses(at, seconds, &pauses).into()
            } else {
                time.add(at, seconds).into()
            }
        } else if let Some((at, seconds)) = self.moved("subtract") {
            time.subtract(at, seconds).into()
        } else if let Some((at, n)) = self.moved("working_days_after") {
            time.working_days_after(at, count(n)).into()
        } else if let Some((at, n)) = self.moved("end_of_working_day") {
            time.end_of_working_day(at, count(n)).into()
        } else if let Some((at, n)) = self.moved("months_after") {
            time.months_after(at, count(n)).into()
        } else if let Some((from, to)) = self.pair("spans") {
            Answer::Spans(time.spans(from, to).unwrap())
        } else if let Some((day, n)) = self.days("add_working_days") {
            time.add_working_days(day, count(n.as_integer().unwrap())).into()
        } else if let Some((from, to)) = self.days("working_days_between") {
            let to = Day::parse(to.as_str().unwrap()).unwrap();
            Answer::Number(time.working_days_between(from, to))
        } else if let Some(list) = self.fields.get("nth_working_day") {
            let part = |index: usize| count(list[index].as_integer().unwrap());
            let month = u32::try_from(part(1)).unwrap();
            let found = time.nth_working_day_of_month(part(0), month, part(2));
            found.map_or(Answer::None, |day| Answer::Day(day.to_string()))
        } else {
            self.of_instant(time)
        }
    }

    fn of_instant(&self, time: &BusinessTime) -> Answer {
        let at = |name: &str| self.fields.get(name).map(|value| self.instant(value));
        if let Some(at) = at("next_open") {
            time.next_open(at).into()
        } else if let Some(at) = at("next_close") {
            time.next_close(at).into()
        } else if let Some(at) = at("previous_close") {
            time.previous_close(at).into()
        } else {
            Answer::Open(time.is_open(at("is_open").unwrap_or_else(|| panic!("no question"))))
        }
    }
}

#[test]
fn business_time_cases() {
    let file: toml::Table = text("tests/data/calendar/business_time.toml").parse().expect("TOML");
    let calendars = calendars(&file);
    let cases = file["case"].as_array().expect("cases");
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for case in cases {
        let fields = case.as_table().unwrap();
        let (name, why) = (fields["name"].as_str().unwrap(), fields["why"].as_str().unwrap());
        assert!(!why.is_empty() && names.insert(name), "{name}: twice, or without why");
        let calendar = &calendars[fields["calendar"].as_str().unwrap()];
        let case = Case { fields, zone: calendar.zone().tz() };
        let (found, expected) = (case.answer(&BusinessTime::compile(calendar)), case.expected());
        if found != expected {
            failures.push(format!("{name}: {found:?}, not {expected:?}"));
        }
    }
    assert!(names.len() >= 40, "{} cases", names.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Each text of the subset against a calendar of the document's own fields: the same hours on every day
/// of three years. Each text beyond it against its faults.
#[test]
fn opening_hours_cases() {
    let file: toml::Table = text("tests/data/calendar/opening_hours.toml").parse().expect("TOML");
    let mut texts = BTreeSet::new();
    let mut failures = Vec::new();
    for case in file["case"].as_array().expect("cases") {
        let (written, why) = (case["text"].as_str().unwrap(), case["why"].as_str().unwrap());
        assert!(!why.is_empty() && texts.insert(written), "{written}: twice, or without why");
        let mut source = json!({"id": "text", "opening_hours": written});
        if let Some(holidays) = case.get("holidays") {
            source["holidays"] = json!(holidays.as_str());
        }
        let read = read_calendars(&[source]);
        let Some(same) = case.get("same") else {
            let Some(error) = read.err() else {
                failures.push(format!("{written}: read"));
                continue;
            };
            let faults: Vec<String> = error
                .faults()
                .map(|fault| {
                    assert_eq!(fault.pointer, "/calendars/0/opening_hours", "{written}");
                    assert!(!fault.help.is_empty(), "{written}");
                    format!("{} {}", fault.code, fault.message)
                })
                .collect();
            let expected: Vec<&str> =
                case["faults"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
            if faults != expected {
                failures.push(format!("{written}: {faults:?}, not {expected:?}"));
            }
            continue;
        };
        let mut same: Value = serde_json::to_value(same).unwrap();
        same["id"] = json!("fields");
        let read = read.unwrap_or_else(|error| panic!("{written}: {error}"));
        let fields = read_calendars(&[same]).unwrap_or_else(|error| panic!("{written}: {error}"));
        let (read, fields) = (&read[0], &fields[0]);
        if let Err(error) = opening_hours_syntax::parse(written.trim()) {
            failures.push(format!("{written}: a second reader refuses it, {error}"));
        }
        let first = Day::parse("2026-01-01").unwrap();
        for day in (0..1_096).filter_map(|n| first.add_days(n)) {
            if (read.spans(day), read.is_open(day)) != (fields.spans(day), fields.is_open(day)) {
                failures.push(format!("{written}: other hours on {day}"));
                break;
            }
        }
    }
    assert!(texts.len() >= 30, "{} texts", texts.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn always(name: &str, zone: &str) -> WorkCalendar {
    let zone = Zone::parse(zone).unwrap();
    WorkCalendar::always_open(CalendarId::new(name).unwrap(), zone)
}

/// The code and the pointer of the first fault.
fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, String) {
    let error = result.unwrap_err();
    let pointer = error.faults().next().unwrap().pointer.clone();
    (error.code(), pointer)
}

#[test]
fn bad_questions_are_refused() {
    let time = BusinessTime::compile(&always("a", "Europe/Paris"));
    let milliseconds = 1_772_467_200_000;
    assert_eq!(refusal(time.between(0, milliseconds)).0, "CAL-010");
    assert_eq!(time.add(milliseconds, 1), Err(Unreachable::OutOfRange));
    assert_eq!(time.add(0, i64::MIN), Err(Unreachable::OutOfRange));
    assert_eq!(time.subtract(0, i64::MIN), Err(Unreachable::OutOfRange));
    assert_eq!(time.add(0, i64::MAX), Err(Unreachable::OutOfRange));
    assert!(!time.is_open(milliseconds));
    let mut out = [0; 2];
    assert_eq!(refusal(time.between_many(&[0, 0], &[1], &mut out)).0, "CAL-013");
    let many = time.between_many(&[0, 7], &[1, 6], &mut out);
    assert_eq!(refusal(many), ("CAL-002", "/1".to_owned()));
    let pauses = Pauses::new(&[(0, 1), (5, 4), (9, 8)]).unwrap_err();
    let places: Vec<&str> = pauses.faults().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!((pauses.code(), places), ("CAL-002", vec!["/1", "/2"]));
    assert_eq!(Error::from(Unreachable::NeverOpen).code(), "CAL-011");
    assert_eq!(Error::from(Unreachable::OutOfRange).code(), "CAL-010");
    let long = " ".repeat(OPENING_HOURS_BYTES_MAX + 1);
    assert_eq!(refusal(Hours::from_opening_hours(&long, HolidaySet::FR)).0, "CAL-013");
    let opening = Opening::new(Day::MIN, Vec::new(), None);
    assert_eq!(refusal(opening).0, "CAL-004");
}

#[test]
fn combinations_have_bounds_and_one_zone() {
    let (paris, rome) = (always("a", "Europe/Paris"), always("b", "Europe/Rome"));
    let id = || CalendarId::new("c").unwrap();
    assert_eq!(refusal(paris.combine(Combination::Union, &rome, id())).0, "CAL-012");
    let mut all = paris.clone();
    for _ in 1..COMBINED_MAX {
        all = all.combine(Combination::Union, &paris, id()).unwrap();
    }
    assert_eq!(refusal(all.combine(Combination::Minus, &paris, id())).0, "CAL-013");
    let time = BusinessTime::compile(&all);
    assert_eq!(time.between(0, 1_000_000), Ok(1_000_000));
}

/// More spans than a window may have is an error, never a shorter list.
#[test]
fn spans_have_a_bound() {
    let minutes: Vec<Span> = (0..720).map(|n| Span::new(2 * n, 2 * n + 1).unwrap()).collect();
    let week = Week::new(std::array::from_fn(|_| minutes.clone())).unwrap();
    let hours = Hours { week, ..Hours::default() };
    let calendar = WorkCalendar::of_hours(CalendarId::new("m").unwrap(), Zone::PARIS, hours);
    let time = BusinessTime::compile(&calendar);
    let day = 86_400;
    let spans = time.spans(0, 1_000 * day).unwrap();
    assert_eq!(spans.len(), 720_000);
    assert_eq!(time.between(0, 1_000 * day), Ok(500 * day));
    assert_eq!(time.add(60, 43_200), Ok(day + 60));
    assert_eq!(time.subtract(day, 43_200), Ok(0));
    let days = i64::try_from(SPANS_MAX / 720 + 10).unwrap();
    assert_eq!(refusal(time.spans(0, days * day)).0, "CAL-013");
}

/// Clones, threads and the order of questions change nothing.
#[test]
fn questions_do_not_depend_on_each_other() {
    let calendar = always("a", "Europe/Paris").combine(
        Combination::Minus,
        &WorkCalendar::new(CalendarId::new("o").unwrap(), Week::office(), HolidaySet::FR, vec![]),
        CalendarId::new("c").unwrap(),
    );
    let calendar = calendar.unwrap();
    let ask = |time: &BusinessTime, years: &mut dyn Iterator<Item = i64>| -> Vec<(i64, i64)> {
        let mut found: Vec<(i64, i64)> = years
            .map(|year| (year, time.between(year * 31_556_952, (year + 3) * 31_556_952).unwrap()))
            .collect();
        found.sort_unstable();
        found
    };
    let (one, two) = (BusinessTime::compile(&calendar), BusinessTime::compile(&calendar));
    let forth = ask(&one, &mut (-300..900));
    assert_eq!(ask(&two, &mut (-300..900).rev()), forth);
    let copy = two.clone();
    let threads: Vec<Vec<(i64, i64)>> = std::thread::scope(|scope| {
        let both = [&copy, &one].map(|time| scope.spawn(move || ask(time, &mut (-300..900))));
        both.map(|thread| thread.join().unwrap()).into()
    });
    assert!(threads.iter().all(|found| *found == forth));
}

/// Any text is read or refused at a place within it, and what is read is no surprise to a second reader.
#[test]
fn mangled_opening_hours_are_read_or_refused() {
    let file: toml::Table = text("tests/data/calendar/opening_hours.toml").parse().expect("TOML");
    let cases = file["case"].as_array().unwrap().iter();
    let good = cases.filter(|case| case.get("same").is_some());
    let texts: Vec<&str> = good.map(|case| case["text"].as_str().unwrap()).collect();
    let pieces =
        [" ", ";", ",", "-", ":", "PH", "off", "Mo", "Dec", "24", "2026", "é", "24/7", "Su", "0"];
    let mut state = 7_u64;
    let mut draw = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let (mut read, mut refused) = (0, 0);
    for _ in 0..30_000 {
        let mut mangled: Vec<char> = texts[draw(texts.len())].chars().collect();
        for _ in 0..=draw(2) {
            let at = draw(mangled.len() + 1);
            let end = (at + draw(4)).min(mangled.len());
            mangled.splice(at..end, pieces[draw(pieces.len())].chars());
        }
        let mangled: String = mangled.into_iter().collect();
        match Hours::from_opening_hours(&mangled, HolidaySet::FR) {
            Ok(_) => {
                read += 1;
                // The second reader takes no repeated spaces.
                let single: Vec<&str> = mangled.split_whitespace().collect();
                let second = opening_hours_syntax::parse(&single.join(" "));
                assert!(second.is_ok(), "`{mangled}`: a second reader refuses it, {second:?}");
            }
            Err(error) => {
                refused += 1;
                for fault in error.faults() {
                    let column = fault.pointer.strip_prefix("line 1 column ").unwrap();
                    let most = mangled.chars().count() + 1;
                    assert!(column.parse::<usize>().unwrap() <= most, "`{mangled}`");
                }
            }
        }
    }
    assert!(read > 200 && refused > 10_000, "{read} read, {refused} refused");
}
