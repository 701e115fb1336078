//! Plans by cases: data a maintenance manager can read.

use chrono::NaiveDate;
use entretien::document::{catalogue, read_engagement};
use entretien::engagement::Engagement;
use entretien::error::{Error, codes};
use entretien::plan::{
    Every, OccurrenceTable, Plan, PlanInput, PlanParts, Row, Spread, TaskTemplate,
};
use entretien::recurrence::{MonthEnd, Rule};
use entretien::takeover::Takeover;
use entretien::text::Lang;
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

/// One task on one asset of one site, counted from 2026-01-01; closed on the French public holidays.
fn plan_of(every: &Value, roll: &str) -> (Engagement, Plan) {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-01",
        "assets": [{"id": "a", "category": "server"}],
        "tasks": [{"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "every": every, "roll": roll}],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    let plan = engagement
        .plan(date("2026-01-01"), date("2026-01-01"), date("2027-01-01"))
        .expect("a plan");
    (engagement, plan)
}

#[test]
fn traces_explain_rules_in_both_languages() {
    let cases = [
        (
            json!({"rrule": "FREQ=MONTHLY;BYDAY=2TU"}),
            "t/a/2026-07-14",
            [
                "anchor.begin -",
                "rule FREQ=MONTHLY;BYDAY=2TU",
                "roll.forward next:holiday:national_day",
            ],
            "règle\u{202f}: 2026-01-01 → 2026-07-14 (le deuxième mardi de chaque mois)",
        ),
        (
            json!({"rrule": "RRULE:freq=yearly"}),
            "t/a/2026-01-01",
            ["anchor.begin -", "rule FREQ=YEARLY", "roll.forward next:holiday:new_year"],
            "règle\u{202f}: 2026-01-01 (le 1er de janvier, chaque année)",
        ),
        (
            json!({"nth": 1, "weekday": "monday", "offset_days": -3}),
            "t/a/2026-05-01",
            ["nth_weekday P1M/1MO-3D", "offset -P3D", "roll.forward next:holiday:labour_day"],
            "jour du mois\u{202f}: 2026-01-01 → 2026-05-04 (3 jours avant le premier lundi de chaque mois)",
        ),
        (
            json!({"working_day": -1, "every_months": 3}),
            "t/a/2026-04-30",
            ["anchor.begin -", "working_day P3M/-1WD", ""],
            "jour ouvré du mois\u{202f}: 2026-01-01 → 2026-04-30 (le dernier jour ouvré, tous les 3 mois)",
        ),
    ];
    for (every, id, steps, french) in cases {
        let (engagement, plan) = plan_of(&every, "next");
        let occurrence = plan.occurrences().find(|o| o.id() == id);
        let occurrence = occurrence.unwrap_or_else(|| panic!("no {id}"));
        let trace = occurrence.trace();
        let codes: Vec<String> = trace
            .iter()
            .map(|step| format!("{} {}", step.rule.code(), step.detail.as_deref().unwrap_or("-")))
            .collect();
        for step in steps.iter().filter(|step| !step.is_empty()) {
            assert!(codes.iter().any(|code| code == step), "{id}: {step} is not in {codes:?}");
        }
        let texts: Vec<String> = trace
            .iter()
            .map(|step| step.text(engagement.input(), occurrence.asset(), Lang::Fr))
            .collect();
        assert!(texts.iter().any(|text| text == french), "{id}: {french} is not in {texts:#?}");
    }
}

/// Dates that no rule gives, or that are missing, planted in plans by rules.
#[test]
fn the_checker_judges_rules() {
    for every in [
        json!({"rrule": "FREQ=MONTHLY;BYDAY=2TU;COUNT=7"}),
        json!({"nth": 2, "weekday": "tuesday", "offset_days": 1}),
        json!({"working_day": 3}),
    ] {
        let (engagement, plan) = plan_of(&every, "none");
        assert!(engagement.check(&plan).is_empty() && plan.len() >= 7, "{every}");
        let rows: Vec<Row> = plan.table().rows().collect();
        let mut moved = rows.clone();
        let later = rows[3].nominal.add_days(7).expect("a day");
        (moved[3].nominal, moved[3].date) = (later, later);
        for (words, rows) in [("missing", rows[1..].to_vec()), ("no rule gives", moved)] {
            let stored = plan.clone().with_table(OccurrenceTable::from_rows(&rows));
            let faults = engagement.check(&stored);
            assert!(
                faults.iter().any(|fault| fault.message.contains(words)),
                "{every}: `{words}` was planted, found {faults:?}"
            );
        }
    }
}

#[test]
fn periodicities_are_told_by_their_texts() {
    for (every, key) in [
        (json!({"rrule": "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU"}), "FREQ=MONTHLY;BYDAY=2TU"),
        (json!({"nth": 2, "weekday": "tuesday", "offset_days": 1}), "P1M/2TU+1D"),
        (json!({"working_day": -1, "every_months": 2}), "P2M/-1WD"),
        (json!({"count": 2, "unit": "month"}), "P2M"),
    ] {
        let (engagement, plan) = plan_of(&every, "next");
        assert_eq!(engagement.input().tasks()[0].every.text().as_deref(), Some(key));
        let keys: Vec<&str> = plan.totals().periodicities.iter().map(|total| &*total.key).collect();
        assert_eq!(keys, [key]);
    }
}

/// A template's spread and month end go with its interval; what a task says itself is refused.
#[test]
fn a_rule_replaces_the_spread_of_a_template() {
    let spread = catalogue().into_iter().find(|task| task.spread != Spread::None);
    let template = spread.expect("a template that is spread").id.to_string();
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-01",
        "tasks": [
            {"id": "t", "template": template, "every": {"rrule": "FREQ=MONTHLY;BYDAY=-1MO"}},
            {"id": "u", "template": template, "every": "monthly"},
            {"id": "v", "template": template, "every": {"working_day": 1}, "spread": "none"}],
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    let spreads: Vec<Spread> = engagement.input().tasks().iter().map(|task| task.spread).collect();
    assert_eq!(spreads, [Spread::None, Spread::ByAsset, Spread::None]);
}

/// The input refuses in Rust what the document refuses in JSON.
#[test]
fn an_input_refuses_rules_that_cannot_date_a_task() {
    let (engagement, _) = plan_of(&json!({"working_day": 1}), "none");
    let input = engagement.input();
    let task = &input.tasks()[0];
    let rule = |text: &str| Every::Rule(Box::new(Rule::parse(text).expect("a rule")));
    let with = |every: Every, spread: Spread, month_end: MonthEnd| {
        let tasks = vec![TaskTemplate { every, spread, month_end, ..task.clone() }];
        let refused = PlanInput::new(PlanParts {
            provider: "P".into(),
            customer: "C".into(),
            begin: input.begin(),
            estate: input.estate().clone(),
            calendars: input.calendars().to_vec(),
            default_calendar: input.calendars()[0].id().clone(),
            contracts: Vec::new(),
            tasks,
            capacity: Vec::new(),
            house: input.house_rules(),
            zone: input.zone(),
            programme: input.programme().clone(),
        });
        let faults = |error: Error| {
            error.faults().map(|f| format!("{} {}", f.code, f.pointer)).collect::<Vec<_>>()
        };
        refused.map_err(faults).err().unwrap_or_default()
    };
    let monthly = || rule("FREQ=MONTHLY");
    assert_eq!(with(monthly(), Spread::None, MonthEnd::Backward), Vec::<String>::new());
    assert_eq!(
        with(monthly(), Spread::ByAsset, MonthEnd::Omit),
        ["PLAN-006 /tasks/0/spread", "PLAN-006 /tasks/0/month_end"]
    );
    assert_eq!(
        with(rule("FREQ=HOURLY"), Spread::None, MonthEnd::Backward),
        ["REC-012 /tasks/0/every/rrule"]
    );
    assert_eq!(
        with(rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), Spread::None, MonthEnd::Backward),
        ["REC-022 /tasks/0/every/rrule"]
    );
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
    for every in [json!("daily"), json!({"rrule": "FREQ=DAILY"})] {
        refuse_too_many(&every);
    }
}

fn refuse_too_many(every: &Value) {
    let assets: Vec<Value> =
        (0..3_000).map(|n| json!({"id": format!("a{n}"), "category": "other"})).collect();
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05",
        "assets": assets,
        "tasks": [{"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "every": every}],
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
        ("no rule gives", &|rows| rows[3].subject = 77),
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
