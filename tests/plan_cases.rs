//! Plans by cases: data a maintenance manager can read.

use chrono::NaiveDate;
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::error::codes;
use entretien::plan::{OccurrenceTable, Plan, Row};
use entretien::takeover::Takeover;
use entretien::time::Day;
use entretien_tests::{bytes, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a date"))
}

fn engagement_of(case: &toml::Table) -> Engagement {
    let every = match &case["every"] {
        toml::Value::String(name) => json!(name),
        fields => serde_json::to_value(fields).expect("JSON"),
    };
    let closures: Vec<Value> = case
        .get("closures")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .map(|pair| json!({"start": pair[0].as_str(), "end": pair[1].as_str()}))
        .collect();
    let optional = |name: &str| case.get(name).and_then(toml::Value::as_str);
    let mut task = json!({
        "id": "task", "title": {"en": "Task"}, "duration_minutes": 30,
        "every": every, "anchor": case["anchor"].as_str(),
        "roll": optional("roll").unwrap_or("none"),
        "month_end": optional("month_end"),
        "spread": optional("spread"),
    });
    if task["roll"] == "default" {
        task["roll"] = Value::Null;
    }
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"},
        "time_zone": "Europe/Paris", "begin": "2026-01-05",
        "calendars": [{"id": "k", "holidays": optional("holidays").unwrap_or("none"), "closures": closures}],
        "assets": [{"id": "a", "category": "server", "usage": optional("usage")}],
        "tasks": [task],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    read_engagement(&text, &Takeover::default()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn periodicity_cases() {
    let file: toml::Table = text("tests/data/plan/periodicity.toml").parse().expect("TOML");
    let cases = file["case"].as_array().expect("cases");
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for case in cases {
        let case = case.as_table().expect("a case");
        let name = case["name"].as_str().expect("a name");
        assert!(names.insert(name), "two cases named {name}");
        assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{name} says why");
        let horizon = case["horizon"].as_array().expect("a horizon");
        let (start, end) = (horizon[0].as_str().expect("start"), horizon[1].as_str().expect("end"));
        let engagement = engagement_of(case);
        let plan = engagement.plan(date(start), date(start), date(end)).expect("a plan");
        let found: Vec<String> = plan
            .occurrences()
            .map(|occurrence| match (occurrence.nominal(), occurrence.date()) {
                (nominal, date) if nominal == date => nominal.to_string(),
                (nominal, date) => format!("{nominal} > {date}"),
            })
            .collect();
        let expected: Vec<&str> = case["expect"]
            .as_array()
            .expect("dates")
            .iter()
            .filter_map(toml::Value::as_str)
            .collect();
        if found != expected {
            failures.push(format!("{name}: expected {expected:?}, found {found:?}"));
        }
        let faults = engagement.check(&plan);
        if !faults.is_empty() {
            failures.push(format!("{name}: the checker says {faults:?}"));
        }
        for occurrence in plan.occurrences() {
            let trace = occurrence.trace();
            let last = trace.last().expect("every date explains itself");
            assert_eq!(last.after, occurrence.date(), "{name}: the trace ends on the date");
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(names.len() >= 50, "{} cases", names.len());
}

fn base_plan() -> (Engagement, Plan) {
    let engagement = read_engagement(&bytes("tests/data/document/base.json"), &Takeover::default())
        .expect("the base document");
    let plan = engagement
        .plan(date("2026-01-05"), date("2026-01-05"), date("2027-01-05"))
        .expect("a plan of the base document");
    (engagement, plan)
}

#[test]
fn traces_name_the_rules() {
    let (_, plan) = base_plan();
    let trace_of = |id: &str| {
        let occurrence =
            plan.occurrences().find(|o| o.id() == id).unwrap_or_else(|| panic!("no {id}"));
        occurrence
            .trace()
            .iter()
            .map(|step| format!("{} {}", step.rule.code(), step.detail.as_deref().unwrap_or("-")))
            .collect::<Vec<_>>()
    };
    // 31 May 2026 is a Sunday: the previous open day is Friday 29.
    assert_eq!(
        trace_of("month-end/srv-1/2026-05-31"),
        ["anchor.task -", "series P1M*4", "roll.back previous:weekday"]
    );
    // 28 February 2026 is a Saturday, and February has no 31st.
    assert_eq!(
        trace_of("month-end/srv-1/2026-02-28"),
        ["anchor.task -", "series P1M*1", "month_end.backward 31", "roll.back previous:weekday"]
    );
    // srv-1 is in the perimeter of contract c-1, which begins on 12 January; its usage is frequent.
    assert_eq!(trace_of("visit/srv-1/2026-07-12")[..2], ["anchor.contract c-1", "series P1M*6"]);
    // srv-2 is excluded from it: the programme begins on 5 January; usage unknown, so quarterly.
    assert_eq!(
        trace_of("visit/srv-2/2026-07-05"),
        ["anchor.begin -", "series P3M*2", "roll.forward next:weekday"]
    );
    // 12 April 2027 would be out of the horizon; 5 April 2026 is Easter Sunday, 6 April is closed too.
    let easter = plan.occurrences().find(|o| o.id() == "visit/srv-2/2026-04-05").expect("April");
    assert_eq!(easter.date().to_string(), "2026-04-07");
}

#[test]
fn a_slash_in_an_id_cannot_forge_another_id() {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05",
        "assets": [{"id": "a/b", "category": "server"}, {"id": "b", "category": "server"}],
        "tasks": [
            {"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "every": "yearly"},
            {"id": "t/a", "title": {"en": "T"}, "duration_minutes": 5, "every": "yearly"}],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    let plan = engagement
        .plan(date("2026-01-05"), date("2026-01-05"), date("2026-01-06"))
        .expect("a plan");
    let ids: BTreeSet<String> = plan.occurrences().map(|o| o.id()).collect();
    let expected =
        ["t%2Fa/a%2Fb/2026-01-05", "t%2Fa/b/2026-01-05", "t/a%2Fb/2026-01-05", "t/b/2026-01-05"];
    assert_eq!(ids, expected.map(str::to_owned).into());
}

#[test]
fn horizons_are_bounded() {
    let (engagement, _) = base_plan();
    let code = |start: &str, end: &str| {
        engagement.plan(date("2026-01-05"), date(start), date(end)).map(|_| ()).unwrap_err().code()
    };
    assert_eq!(code("2026-01-05", "2026-01-05"), "PLAN-001");
    assert_eq!(code("2026-01-05", "2025-01-05"), "PLAN-001");
    assert_eq!(code("2026-01-05", "2126-02-01"), "PLAN-002");
    assert_eq!(code("1500-01-05", "1600-02-01"), "DOC-007");
}

#[test]
fn too_many_occurrences_are_refused_before_they_are_computed() {
    let assets: Vec<Value> =
        (0..3_000).map(|n| json!({"id": format!("a{n}"), "category": "other"})).collect();
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05",
        "assets": assets,
        "tasks": [{"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "every": "daily"}],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    let error = engagement
        .plan(date("2026-01-05"), date("2026-01-05"), date("2125-12-31"))
        .map(|_| ())
        .expect_err("110 million occurrences");
    assert_eq!(error.code(), "PLAN-003");
}

#[test]
fn a_roll_without_an_open_day_in_reach_is_an_error() {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05",
        "calendars": [{"id": "k", "closures": [{"start": "2026-01-01", "end": "2028-01-01"}]}],
        "assets": [{"id": "a", "category": "other"}],
        "tasks": [{"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "every": "yearly"}],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    let error = engagement
        .plan(date("2026-01-05"), date("2026-01-05"), date("2027-01-05"))
        .map(|_| ())
        .expect_err("closed for two years");
    assert_eq!(error.code(), "CAL-006");
    assert!(error.to_string().contains("`t` on `a`, nominal 2026-01-05"), "{error}");
}

type Plant<'a> = (&'a str, &'a dyn Fn(&mut Vec<Row>));

/// Each way a stored plan can be wrong, planted; the checker must find it.
#[test]
fn the_checker_finds_every_planted_violation() {
    let (engagement, plan) = base_plan();
    assert!(engagement.check(&plan).is_empty(), "the plan itself is clean");
    let rows: Vec<Row> = plan.table().rows().collect();
    let shift = |day: Day, days: i32| day.add_days(days).expect("a day");
    let moved = rows.iter().position(|row| row.date != row.nominal).expect("a rolled row");
    let plant = |change: &dyn Fn(&mut Vec<Row>)| {
        let mut changed = rows.clone();
        change(&mut changed);
        let stored = plan.clone().with_table(OccurrenceTable::from_rows(&changed));
        engagement.check(&stored)
    };
    let planted: [Plant<'_>; 8] = [
        ("missing", &|rows| {
            rows.remove(5);
        }),
        ("twice", &|rows| rows.insert(6, rows[5])),
        ("out of order", &|rows| rows.swap(0, 40)),
        ("no rule gives", &|rows| rows[3].nominal = shift(rows[3].nominal, 1)),
        ("the roll leads to another day", &|rows| rows[moved].date = shift(rows[moved].date, -14)),
        ("closed day", &|rows| rows[moved].date = rows[moved].nominal),
        ("needs no roll", &|rows| {
            let open = rows.iter().position(|row| row.date == row.nominal).expect("an open row");
            rows[open].date = shift(rows[open].date, 1);
        }),
        ("no rule gives", &|rows| rows[3].asset = 77),
    ];
    for (words, change) in planted {
        let faults = plant(change);
        assert!(
            faults.iter().any(|fault| fault.message.contains(words)),
            "`{words}` was planted, found {faults:?}"
        );
        assert!(faults.iter().all(|fault| fault.code == codes::info(codes::PLAN_CHECK).code));
        assert_eq!(faults[0].code, "PLAN-005");
    }
}

#[test]
fn totals_add_up_in_every_direction() {
    let (_, plan) = base_plan();
    let totals = plan.totals();
    let rows = plan.len() as u64;
    let minutes: u64 = plan.occurrences().map(|o| u64::from(o.task().duration_minutes)).sum();
    assert_eq!((totals.occurrences, totals.work_minutes), (rows, minutes));
    for list in [
        &totals.periodicities,
        &totals.skills,
        &totals.modes,
        &totals.sites,
        &totals.categories,
        &totals.tasks,
    ] {
        assert_eq!(list.iter().map(|total| total.occurrences).sum::<u64>(), rows);
        assert_eq!(list.iter().map(|total| total.work_minutes).sum::<u64>(), minutes);
        assert!(list.is_sorted_by(|a, b| a.key < b.key));
    }
    assert_eq!(totals.months.iter().map(|month| month.work_minutes).sum::<u64>(), minutes);
    assert_eq!(totals.weeks.iter().map(|week| week.work_minutes).sum::<u64>(), minutes);
    let backup = totals.weeks.iter().find(|week| &*week.skill == "backup").expect("a backup week");
    assert_eq!(backup.capacity_minutes, Some(600));
    let general =
        totals.weeks.iter().find(|week| &*week.skill == "general").expect("a general week");
    assert_eq!(general.capacity_minutes, None, "unknown is not zero");
}
