//! Recurrence cases as data: RFC examples, decided readings, refusals, hostile rules.

use entretien::recurrence::{
    Gap, Horizon, Policies, Recurrence, RuleSet, Unmatched, Warning, Window,
};
use entretien_tests::text;
use serde::Deserialize;
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct File<T> {
    case: Vec<T>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[expect(dead_code, reason = "for readers")]
    why: String,
    set: String,
    first: Vec<String>,
    #[serde(default)]
    complete: bool,
    gap: Option<String>,
    unmatched: Option<String>,
    warning: Option<String>,
    values: Option<Vec<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refusal {
    set: String,
    code: String,
    pointer: String,
}

fn read<T: for<'a> Deserialize<'a>>(name: &str) -> Vec<T> {
    let file: File<T> =
        toml::from_str(&text(&format!("tests/data/recurrence/{name}"))).expect("a file of cases");
    file.case
}

fn listed(compiled: &Recurrence, most: usize) -> Vec<i64> {
    let mut values = Vec::new();
    let mut next = compiled.first().expect("decided");
    while let Some(value) = next.filter(|_| values.len() < most) {
        values.push(value);
        next = compiled.next_after(value).expect("decided");
    }
    values
}

fn check(case: &Case) {
    let name = &case.name;
    let mut policies = Policies::default();
    if let Some(gap) = &case.gap {
        policies.gap = Gap::parse(gap).expect("a gap policy");
    }
    if let Some(unmatched) = &case.unmatched {
        policies.unmatched = Unmatched::parse(unmatched).expect("a policy");
    }
    let set = RuleSet::parse(&case.set).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(RuleSet::parse(&set.to_string()), Ok(set.clone()), "{name}: round trip");
    let compiled = set.with_policies(policies).compile().expect("compiles");
    let values = listed(&compiled, case.first.len() + usize::from(case.complete));
    let found: Vec<String> = values
        .iter()
        .map(|value| compiled.civil(*value).expect("a civil time").to_datetime())
        .map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string())
        .collect();
    assert_eq!(found, case.first, "{name}");
    if let Some(expected) = &case.values {
        assert_eq!(&values, expected, "{name}");
    }
    let window = Window::new(values[0], values[values.len() - 1] + 1).expect("ordered");
    assert_eq!(compiled.expand(window).expect("expands"), values, "{name}: at once");
    let warnings: Vec<&str> = compiled
        .warnings()
        .expect("decided")
        .into_iter()
        .map(|warning| match warning {
            Warning::StartUnmatched(_) => "start_unmatched",
            Warning::TimesIgnored => "times_ignored",
        })
        .collect();
    let expected: Vec<&str> = case.warning.iter().map(String::as_str).collect();
    assert_eq!(warnings, expected, "{name}");
}

#[test]
fn rfc_5545_examples() {
    let cases: Vec<Case> = read("rfc5545.toml");
    assert!(cases.len() > 40);
    cases.iter().for_each(check);
}

#[test]
fn decided_readings() {
    read("decided.toml").iter().for_each(check);
}

#[test]
fn refusals_name_their_code_and_their_place() {
    for case in read::<Refusal>("refused.toml") {
        let error = RuleSet::parse(&case.set).expect_err(&case.set);
        let fault = error.faults().next().expect("a fault");
        assert_eq!(
            (fault.code, fault.pointer.as_str()),
            (&*case.code, &*case.pointer),
            "{}",
            case.set
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hostile {
    name: String,
    start: String,
    rule: String,
    /// A list repeated so many times after the rule.
    repeat: Option<(String, usize)>,
    /// `empty`, `endless`, a code, or the civil time of the last instance.
    answer: String,
}

#[test]
fn hostile_rules_are_answered_or_refused_at_once() {
    for case in read::<Hostile>("hostile.toml") {
        let tail = case.repeat.as_ref().map_or(String::new(), |(item, n)| item.repeat(*n));
        let text = format!("DTSTART:{}\nRRULE:{}{tail}", case.start, case.rule);
        let begin = Instant::now();
        let answer = answer(&text);
        assert_eq!(answer, case.answer, "{}", case.name);
        // The bench measures closely; here, not to hang is enough.
        assert!(begin.elapsed() < Duration::from_millis(500), "{}", case.name);
    }
}

fn answer(text: &str) -> String {
    let ask = || -> Result<String, entretien::error::Error> {
        let compiled = RuleSet::parse(text)?.compile()?;
        if compiled.first()?.is_none() {
            return Ok("empty".to_owned());
        }
        Ok(match compiled.last()? {
            None => "endless".to_owned(),
            Some(last) => compiled.civil(last).expect("a civil time").to_string(),
        })
    };
    ask().unwrap_or_else(|error| error.code().to_owned())
}

#[test]
fn far_counts_agree_with_listing() {
    let rules = [
        "FREQ=MONTHLY;BYDAY=2TU;COUNT=5000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=300",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE;BYMONTH=1,6;COUNT=4000",
        "FREQ=DAILY;INTERVAL=5;BYMONTHDAY=1,15;BYDAY=MO,TU;COUNT=900",
        "FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=31;COUNT=700",
        "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=53;BYDAY=SU;COUNT=200",
        "FREQ=MONTHLY;BYDAY=MO,FR;BYHOUR=9,14;BYSETPOS=3,-1;COUNT=3000",
        "FREQ=HOURLY;INTERVAL=5;BYDAY=MO,TH;COUNT=30000",
        "FREQ=MINUTELY;INTERVAL=7;BYHOUR=3,4;COUNT=20000",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,30,31;SKIP=FORWARD;COUNT=6000",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=1,30;SKIP=BACKWARD;COUNT=3000",
    ];
    for rule in rules {
        let text = format!("DTSTART;TZID=Europe/Paris:19970902T023000\nRRULE:{rule}");
        let compiled = RuleSet::parse(&text).expect("parses").compile().expect("compiles");
        let count: u64 = rule.rsplit('=').next().expect("COUNT is last").parse().expect("a number");
        let all = compiled.expand(Window::ALL).expect("expands");
        // Two civil times may be one instant where clocks jump.
        assert!(count - all.len() as u64 <= 30, "{rule}: {} of {count}", all.len());
        assert_eq!(
            compiled.count_between(Window::ALL).expect("counts"),
            all.len() as u64,
            "{rule}"
        );
        assert_eq!(compiled.last().expect("decided"), all.last().copied(), "{rule}");
        let (low, high) = (all[all.len() / 3], all[all.len() / 2]);
        let window = Window::new(low, high).expect("ordered");
        let inside = compiled.count_between(window).expect("counts");
        assert_eq!(inside, (all.len() / 2 - all.len() / 3) as u64, "{rule}");
    }
}

#[test]
fn bounds_that_are_met_are_errors() {
    let every_second =
        RuleSet::parse("DTSTART:20260101T000000\nRRULE:FREQ=SECONDLY").expect("parses");
    let compiled = every_second.compile().expect("compiles");
    let error = compiled.expand(Window::ALL).expect_err("2.5e11 values");
    assert_eq!(error.code(), "REC-015");
    let text = "DTSTART;TZID=Europe/Paris:20990701T090000\nRRULE:FREQ=YEARLY;COUNT=3";
    let policies = Policies { horizon: Horizon::Refuse, ..Policies::default() };
    let compiled = RuleSet::parse(text).expect("parses").with_policies(policies).compile();
    let compiled = compiled.expect("compiles");
    assert!(compiled.first().expect("in 2099").is_some());
    assert_eq!(compiled.expand(Window::ALL).expect_err("2100").code(), "REC-016");
}
