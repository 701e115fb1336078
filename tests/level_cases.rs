//! Service levels by cases: deadlines, clocks and escalations that were worked out by hand, and what
//! is refused.

use entretien::calendar::WorkCalendar;
use entretien::contract::level::{
    Clock, ClockState, Idle, Levels, LocalInstant, NoDeadline, ServiceLevel, TargetKind, Ticket,
};
use entretien::document::{read_engagement, read_tickets};
use entretien::error::Error;
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien::time::Zone;
use entretien_tests::text;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    calendar: String,
    target: Option<String>,
    response: Option<Value>,
    restoration: Option<Value>,
    resolution: Option<Value>,
    #[serde(default)]
    level: Value,
    #[serde(default)]
    others: Vec<Value>,
    ticket: Value,
    deadline: Option<String>,
    trace: Option<Vec<String>>,
    trace_fr: Option<Vec<String>>,
    #[serde(default)]
    clock: Vec<Moment>,
    #[serde(default)]
    escalations: Vec<Steps>,
}

/// Figures in minutes, unless they say seconds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    at: String,
    state: String,
    deadline: Option<String>,
    target: Option<i64>,
    elapsed: Option<i64>,
    remaining: Option<i64>,
    paused: Option<i64>,
    overrun: Option<i64>,
    overrun_seconds: Option<i64>,
    percent: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Steps {
    at: String,
    steps: Vec<String>,
}

fn merge(into: &mut Value, from: &Value) {
    for (name, value) in from.as_object().into_iter().flatten() {
        into[name] = value.clone();
    }
}

fn zone() -> Zone {
    Zone::parse("Europe/Paris").expect("a zone")
}

/// The calendars of the cases and the levels of a contract, read from an engagement document.
fn read_levels(levels: &[Value]) -> Result<(Vec<WorkCalendar>, Vec<ServiceLevel>), Error> {
    let calendars: Value =
        serde_json::from_str(&text("tests/data/contract/levels/calendars.json")).expect("JSON");
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"},
        "time_zone": "Europe/Paris", "begin": "2026-01-05", "calendars": calendars,
        "contracts": [{"id": "c", "begin": "2026-01-01", "perimeter": {},
            "services": ["corrective", "preventive"], "service_levels": levels}],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default())?;
    let levels = engagement.input().contracts()[0].versions()[0].content.service_levels.clone();
    Ok((engagement.input().calendars().to_vec(), levels))
}

fn read_ticket(fields: &Value) -> Result<Ticket, Error> {
    let mut ticket = json!({"id": "INC-1", "service": "corrective"});
    merge(&mut ticket, fields);
    let document = json!({
        "format": "entretien/tickets", "format_version": "1.0", "tickets": [ticket],
    });
    Ok(read_tickets(&serde_json::to_vec(&document).expect("JSON"))?.remove(0))
}

fn instant(text: &str) -> i64 {
    let found = chrono::DateTime::parse_from_rfc3339(text);
    found.unwrap_or_else(|error| panic!("{text}: {error}")).timestamp()
}

fn compiled(case: &Case) -> Levels {
    let mut level = json!({"service": "corrective"});
    if case.calendar == "24x7" {
        level["around_the_clock"] = json!(true);
    } else {
        level["calendar"] = json!(case.calendar);
    }
    let targets = [
        ("response", &case.response),
        ("restoration", &case.restoration),
        ("resolution", &case.resolution),
    ];
    for (name, target) in targets {
        if let Some(target) = target {
            level[name] = target.clone();
        }
    }
    merge(&mut level, &case.level);
    let mut levels = vec![level.clone()];
    for other in &case.others {
        let mut level = level.clone();
        merge(&mut level, other);
        levels.push(level);
    }
    let (calendars, levels) =
        read_levels(&levels).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    Levels::compile(&levels, &calendars, zone()).expect("levels of a document compile")
}

/// An instant as written, or the code of the reason.
fn said(instant: Option<i64>, reason: Option<&str>) -> String {
    match instant {
        Some(at) => LocalInstant::new(at, zone()).to_string(),
        None => reason.expect("a reason where there is no instant").to_owned(),
    }
}

fn check_clock(case: &Case, clock: &Clock, at: &Moment, failures: &mut Vec<String>) {
    let mut compare = |what: &str, expected: Option<i64>, found: Option<i64>| {
        if expected.is_some() && expected != found {
            let name = &case.name;
            failures.push(format!("{name} at {}: {what} {found:?}, not {expected:?}", at.at));
        }
    };
    let seconds = |minutes: Option<i64>| minutes.map(|minutes| minutes * 60);
    compare("target", seconds(at.target), clock.target_seconds);
    compare("elapsed", seconds(at.elapsed), clock.elapsed_seconds);
    compare("remaining", seconds(at.remaining), clock.remaining_seconds);
    compare("paused", seconds(at.paused), clock.paused_seconds);
    compare("overrun", seconds(at.overrun), clock.overrun_seconds);
    compare("overrun", at.overrun_seconds, clock.overrun_seconds);
    match &at.percent {
        Some(Value::String(none)) => {
            assert_eq!((none.as_str(), clock.percent()), ("none", None), "{}", case.name);
        }
        percent => compare("percent", percent.as_ref().and_then(Value::as_i64), clock.percent()),
    }
    if clock.state.code() != at.state {
        let (name, state) = (&case.name, clock.state.code());
        failures.push(format!("{name} at {}: {state}, not {}", at.at, at.state));
    }
    if let Some(expected) = &at.deadline {
        let found = said(clock.deadline, clock.reason.map(NoDeadline::code));
        if found != *expected {
            failures.push(format!("{} at {}: due {found}, not {expected}", case.name, at.at));
        }
    }
}

fn check(case: &Case, failures: &mut Vec<String>) {
    let name = &case.name;
    let levels = compiled(case);
    let ticket = read_ticket(&case.ticket).unwrap_or_else(|error| panic!("{name}: {error}"));
    let kind = case.target.as_deref().unwrap_or("resolution");
    let kind = TargetKind::parse(kind).expect("a target");
    let deadline = levels.deadline(&ticket, kind);
    let reason = deadline.reason.map(NoDeadline::code);
    let found =
        deadline.instant.map_or_else(|| reason.unwrap_or("?").to_owned(), |at| at.to_string());
    if case.deadline.as_ref().is_some_and(|expected| *expected != found) {
        failures.push(format!("{name}: due {found}, not {:?}", case.deadline));
    }
    for (lang, expected) in [(Lang::En, &case.trace), (Lang::Fr, &case.trace_fr)] {
        let lines: Vec<&str> = deadline.trace.iter().map(|step| step.text.get(lang)).collect();
        if expected.as_ref().is_some_and(|expected| *expected != lines) {
            failures.push(format!("{name}: the trace is {lines:#?}"));
        }
    }
    for at in &case.clock {
        let clocks = levels.clock(&ticket, instant(&at.at));
        let clock = clocks.iter().find(|clock| clock.target == kind).expect("three clocks");
        check_clock(case, clock, at, failures);
    }
    for at in &case.escalations {
        let due = levels.escalations(&ticket, instant(&at.at));
        let steps: Vec<String> = due
            .iter()
            .map(|step| {
                let reason = step.reason.map(NoDeadline::code);
                format!("{} {}", said(step.instant, reason), step.state.code())
            })
            .collect();
        if steps != at.steps {
            failures.push(format!("{name} at {}: {steps:?}, not {:?}", at.at, at.steps));
        }
    }
    let checks = usize::from(case.deadline.is_some()) + case.clock.len() + case.escalations.len();
    assert!(checks > 0, "{name} expects something");
}

#[test]
fn every_case_holds() {
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for file in ["open_time", "days", "pauses", "clock", "escalations"] {
        let path = format!("tests/data/contract/levels/{file}.toml");
        let cases: File = toml::from_str(&text(&path)).unwrap_or_else(|error| panic!("{error}"));
        for case in cases.case {
            assert!(!case.why.is_empty(), "{} says why", case.name);
            assert!(names.insert(case.name.clone()), "two cases named {}", case.name);
            check(&case, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(names.len() >= 100, "{} cases", names.len());
}

/// Compares the faults of each line of a file with those expected; `prefix` begins every pointer.
fn refused(path: &str, prefix: &str, read: impl Fn(&Value) -> Option<Error>) {
    let mut failures = Vec::new();
    for line in text(path).lines() {
        let case: Value = serde_json::from_str(line).expect("a case");
        let name = case["name"].as_str().expect("a name");
        assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{name} says why");
        let Some(error) = read(&case) else {
            failures.push(format!("{name}: accepted"));
            continue;
        };
        let found: BTreeSet<(String, String)> =
            error.faults().map(|fault| (fault.code.to_owned(), fault.pointer.clone())).collect();
        let expected: BTreeSet<(String, String)> = case["expect"]
            .as_array()
            .expect("expectations")
            .iter()
            .map(|fault| {
                let pointer = format!("{prefix}{}", fault["pointer"].as_str().expect("a pointer"));
                (fault["code"].as_str().expect("a code").to_owned(), pointer)
            })
            .collect();
        if found != expected {
            failures.push(format!("{name}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn broken_levels_are_refused_with_every_fault_at_its_place() {
    refused("tests/data/contract/levels/bad_levels.jsonl", "/contracts/0/service_levels", |case| {
        read_levels(case["levels"].as_array().expect("levels")).err()
    });
}

#[test]
fn broken_tickets_are_refused_with_every_fault_at_its_place() {
    refused("tests/data/contract/levels/bad_tickets.jsonl", "/tickets/0", |case| {
        read_ticket(&case["ticket"]).err()
    });
}

#[test]
fn lists_of_tickets_are_bounded_and_their_ids_unique() {
    let pause =
        json!({"reason": "other", "from": "2026-03-02T09:00:00Z", "to": "2026-03-02T09:00:00Z"});
    let ticket = json!({"opened": "2026-03-02T09:00:00Z", "pauses": vec![pause; 10_001]});
    let error = read_ticket(&ticket).expect_err("too many pauses");
    assert_eq!(error.code(), "DOC-002");
    let ticket = json!({"id": "INC-1", "service": "corrective", "opened": "2026-03-02T09:00:00Z"});
    let document = json!({
        "format": "entretien/tickets", "format_version": "1.0", "tickets": [ticket, ticket],
    });
    let error = read_tickets(&serde_json::to_vec(&document).expect("JSON")).expect_err("twice");
    let fault = error.faults().next().expect("a fault");
    assert_eq!((fault.code, fault.pointer.as_str()), ("DOC-012", "/tickets/1/id"));
    assert_eq!(read_tickets(b"[]").expect_err("no list").code(), "DOC-006");
}

#[test]
fn tickets_without_level_are_named() {
    let level =
        json!({"service": "corrective", "priority": "P1", "resolution": {"open_minutes": 60}});
    let (calendars, levels) = read_levels(&[level]).expect("levels");
    let levels = Levels::compile(&levels, &calendars, zone()).expect("levels");
    let opened = "2026-03-02T09:00:00Z";
    let tickets = [
        json!({"opened": opened, "priority": "P1"}),
        json!({"opened": opened, "priority": "p1"}),
        json!({"opened": opened}),
        json!({"opened": opened, "priority": "P1", "service": "preventive"}),
        json!({"opened": opened, "priority": "P1", "priority_changes": [{"at": opened, "priority": "P0"}]}),
    ]
    .map(|ticket| read_ticket(&ticket).expect("a ticket"));
    let faults = levels.check(&tickets);
    let found: Vec<(&str, &str)> =
        faults.iter().map(|fault| (fault.code, fault.pointer.as_str())).collect();
    assert_eq!(found, ["/1", "/2", "/3", "/4"].map(|pointer| ("LVL-014", pointer)));
    let clocks = levels.clocks(&tickets, instant("2026-03-02T09:30:00Z"));
    let states: Vec<(usize, &str)> = clocks
        .iter()
        .filter(|clock| clock.target == TargetKind::Resolution)
        .map(|clock| (clock.ticket, clock.state.code()))
        .collect();
    let none = "not_counted";
    assert_eq!(states, [(0, "running"), (1, none), (2, none), (3, none), (4, none)]);
}

#[test]
fn a_calendar_that_is_not_given_is_refused() {
    let level =
        json!({"service": "corrective", "calendar": "plain", "resolution": {"open_minutes": 60}});
    let (_, levels) = read_levels(&[level]).expect("levels");
    let error = Levels::compile(&levels, &[], zone()).expect_err("no calendar");
    let fault = error.faults().next().expect("a fault");
    assert_eq!((fault.code, fault.pointer.as_str()), ("DOC-013", "/0/resolution"));
    let twice = [levels[0].clone(), levels[0].clone()];
    let codes: Vec<&str> = Levels::compile(&twice, &[], zone())
        .expect_err("twice")
        .faults()
        .map(|fault| fault.code)
        .collect();
    assert_eq!(codes, ["LVL-005", "DOC-013", "DOC-013"]);
}

#[test]
fn overdue_is_breached_and_not_done() {
    let level =
        json!({"service": "corrective", "calendar": "plain", "resolution": {"open_minutes": 60}});
    let (calendars, levels) = read_levels(&[level]).expect("levels");
    let levels = Levels::compile(&levels, &calendars, zone()).expect("levels");
    let overdue = |resolutions: Value| {
        let ticket = json!({"opened": "2026-03-02T09:00:00+01:00", "resolutions": resolutions});
        let ticket = read_ticket(&ticket).expect("a ticket");
        let [.., clock] = levels.clock(&ticket, instant("2026-03-02T12:00:00+01:00"));
        assert_eq!(clock.state, ClockState::Breached);
        clock.is_overdue()
    };
    assert!(overdue(json!([])));
    assert!(!overdue(json!([{"resolved": "2026-03-02T11:00:00+01:00"}])));
}

/// Promises by night of those who work by day.
#[test]
fn windows_in_which_nobody_works_are_found() {
    let around = |minutes: u32| {
        json!({"service": "corrective", "priority": format!("P{minutes}"),
        "response": {"open_minutes": minutes, "around_the_clock": true}})
    };
    let office = |calendar: &str| {
        json!({"service": "preventive", "priority": calendar,
        "response": {"open_minutes": 60, "calendar": calendar}})
    };
    // From Friday 18:00 to Monday 08:00 are 62 hours: 3 720 minutes fit, 3 721 do not.
    let levels = [
        around(60),
        around(3_720),
        around(3_721),
        office("plain"),
        office("split"),
        office("night"),
        office("never"),
        office("from-2030"),
    ];
    let (calendars, levels) = read_levels(&levels).expect("levels");
    let plain: Vec<WorkCalendar> =
        calendars.iter().filter(|calendar| calendar.id().as_str() == "plain").cloned().collect();
    let levels = Levels::compile(&levels, &calendars, zone()).expect("levels");
    let from = instant("2026-03-02T09:00:00+01:00");
    let to = instant("2026-03-30T00:00:00+02:00");
    let found = |staff: &[WorkCalendar]| -> Vec<String> {
        let list = levels.idle(staff, from, to).expect("a period");
        list.iter()
            .map(|idle| match idle.kind {
                Idle::NeverOpen => format!("{} never", idle.level),
                Idle::ClosedInPeriod => format!("{} closed", idle.level),
                Idle::Unattended { opened, deadline } => {
                    let local = |at| LocalInstant::new(at, zone());
                    format!("{} {} {}", idle.level, local(opened), local(deadline))
                }
            })
            .collect()
    };
    let expected = [
        "0 2026-03-02T18:00:00+01:00 2026-03-02T19:00:00+01:00",
        "1 2026-03-06T18:00:00+01:00 2026-03-09T08:00:00+01:00",
        "5 2026-03-02T18:00:00+01:00 2026-03-02T23:00:00+01:00",
        "6 never",
        "7 closed",
    ];
    assert_eq!(found(&plain), expected);
    // Without anybody, every window is empty from the begin of the period.
    assert_eq!(found(&[])[0], "0 2026-03-02T09:00:00+01:00 2026-03-02T10:00:00+01:00");
    assert_eq!(found(&[]).len(), 8);
    let reversed = levels.idle(&plain, to, from).expect_err("reversed");
    assert_eq!(reversed.code(), "CAL-002");
}
