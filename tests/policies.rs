//! The engagement document that uses every field of tasks, house rules and programme, read into the plan model.

use entretien::document::{read_engagement, schema};
use entretien::engagement::Engagement;
use entretien::plan::{
    Call, Counting, Cycle, Every, Happening, Join, Kind, Nesting, Occasion, OutOfSeason, PlanInput,
    Slack, Subject, TaskTemplate, WindowKind,
};
use entretien::takeover::Takeover;
use entretien::time::Day;
use entretien_tests::text;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PATH: &str = "tests/data/document/policies.json";

fn document() -> Value {
    serde_json::from_str(&text(PATH)).expect("JSON")
}

fn read(document: &Value) -> Engagement {
    let text = serde_json::to_vec(document).expect("JSON");
    read_engagement(&text, &Takeover::default()).unwrap_or_else(|error| {
        let faults: Vec<String> = error.faults().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}

fn task<'a>(input: &'a PlanInput, id: &str) -> &'a TaskTemplate {
    let found = input.tasks().iter().find(|task| task.id.as_str() == id);
    found.unwrap_or_else(|| panic!("no task {id}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn policies_are_read() {
    let engagement = read(&document());
    let input = engagement.input();
    let pm = &task(input, "pm").policy;
    assert!(pm.after_one_cycle && pm.sequence.len() == 4 && pm.kind == Kind::Preventive);
    let nest = pm.nest.as_ref().expect("a nest");
    assert_eq!((&*nest.group, nest.level, nest.how), ("pm", 2, Nesting::Absorb));
    assert_eq!(task(input, "quarter").every, Every::Sequence);
    let year = task(input, "year").policy.tolerance.expect("a tolerance");
    assert_eq!((year.early, year.late), (Slack::Days(2), Slack::Days(5)));

    let filter = task(input, "filter");
    assert_eq!(filter.policy.counting, Counting::FromCompletion);
    assert_eq!(filter.policy.call, Some(Call::PercentOfCycle(80)));
    let season = filter.policy.season.as_ref().expect("a season");
    assert_eq!(season.outside, OutOfSeason::Next);
    assert!(season.contains(day("2026-10-31")) && !season.contains(day("2026-11-01")));

    let belt = task(input, "belt");
    let Counting::PartialShift(shift) = belt.policy.counting else { panic!("no shift") };
    // 184 days: 18 are forgiven; half of 20 days late, all of 3 days early.
    assert_eq!([20, 18, -3].map(|late| shift.days(late, 184)), [10, 0, -3]);
    assert_eq!(belt.policy.call, Some(Call::WorkingDays(5)));
    let tolerance = belt.policy.tolerance.expect("a tolerance");
    assert_eq!(tolerance.early, Slack::PercentOfCycle(10));
    assert_eq!(tolerance.late, Slack::PercentOfCycle(20));

    let reboot = &task(input, "reboot").policy;
    assert_eq!((reboot.kind, reboot.interrupts), (Kind::Update, true));
    assert_eq!((reboot.after.len(), reboot.call), (2, Some(Call::CalendarDays(5))));
    let review = &task(input, "review").policy;
    assert_eq!((review.subject, review.contracts.len()), (Subject::Contract, 1));
    assert_eq!(task(input, "kit").policy.parts.map(|price| price.minor()), Some(12_900));
}

#[test]
fn counters_and_occasions_are_read() {
    let engagement = read(&document());
    let input = engagement.input();
    let kit = task(input, "kit");
    let Every::Counters(counters) = &kit.every else { panic!("no counters") };
    assert_eq!(counters.to_string(), "5000 pages or P6M ×3; 10000 pages");
    assert_eq!(counters.sets.iter().map(|set| set.join).collect::<Vec<_>>(), [Join::Or; 2]);
    let windows: Vec<u16> = counters
        .sets
        .iter()
        .flat_map(|set| &set.cycles)
        .filter_map(|cycle| match cycle {
            Cycle::Meter(cycle) => Some(cycle.window_days),
            Cycle::Time(_) => None,
        })
        .collect();
    assert_eq!(windows, [60, 90], "90 where nothing is said");
    assert_eq!(kit.policy.counting, Counting::FromCompletion, "that of counters");
    let moving: Vec<&str> =
        input.tasks().iter().filter(|task| task.is_moving()).map(|task| task.id.as_str()).collect();
    assert_eq!(moving, ["belt", "filter", "kit"]);

    let occasion = |id: &str| match &task(input, id).every {
        Every::Occasion(on) => {
            (on.occasion, on.offset_days, on.served_by_preventive, on.remedies.len())
        }
        _ => panic!("{id} is on no occasion"),
    };
    assert_eq!(occasion("follow"), (Occasion::CorrectiveClosed, None, true, 2));
    assert_eq!(occasion("support"), (Occasion::EndOfSupport, Some(-90), false, 0));
    assert_eq!(occasion("kick-off"), (Occasion::ContractBegin, None, false, 0));
}

#[test]
fn the_programme_is_read_and_sorted() {
    let engagement = read(&document());
    let input = engagement.input();
    let programme = input.programme();
    assert_eq!(programme.tolerance.early, Slack::Days(3));
    assert_eq!(programme.tolerance.late, Slack::PercentOfCycle(10));
    assert_eq!(programme.visits.map(|visits| visits.within_days), Some(5));
    let windows: Vec<_> =
        programme.windows.iter().map(|window| (&*window.id, window.kind)).collect();
    assert_eq!(
        windows,
        [
            ("inventory", WindowKind::Blackout),
            ("pay-day", WindowKind::Blackout),
            ("saturdays", WindowKind::Maintenance),
            ("year-end", WindowKind::Freeze)
        ]
    );
    let on = |window: usize, text: &str| programme.windows[window].contains(day(text));
    assert!(on(0, "2026-03-02") && !on(0, "2026-03-03") && on(0, "2026-07-01"));
    assert!(on(1, "2026-01-30") && !on(1, "2026-01-31"), "the last working day");
    assert!(on(2, "2026-01-10") && !on(2, "2026-01-11"));
    assert!(on(3, "2027-01-03") && !on(3, "2027-01-04"));
    let events: Vec<&str> = programme.events.iter().map(|event| &*event.id).collect();
    assert_eq!(events, ["e1", "e2", "e3", "e4", "e5", "e6"], "by id");
    let skipped = programme.events.iter().find(|event| &*event.id == "e3");
    assert!(matches!(
        skipped.map(|event| &event.happening),
        Some(Happening::Skipped { resets_meter: true, .. })
    ));
    let requests: Vec<&str> = programme.requests.iter().map(|request| &*request.id).collect();
    assert_eq!(requests, ["EOS-1", "INC-7"]);
    // 1 400 pages to the second reading, 500 more to the third, in 46 days.
    let used = programme.meters[0].last_known(day("2026-03-01"));
    assert_eq!(used, Some((day("2026-02-20"), 1_900)));
    assert_eq!(programme.rates.travel.len(), 1);
    let house = input.house_rules();
    assert_eq!(
        (house.follow_up_days, house.judge_intervals, house.kick_off),
        (Some(10), false, true)
    );
    assert_eq!(house.review.map(|every| every.iso()).as_deref(), Some("P6M"));
}

#[test]
fn house_rules_can_be_switched_off() {
    let mut document = document();
    document["house_rules"] =
        json!({"follow_up": false, "kick_off": false, "review": "none", "judge_intervals": false});
    let engagement = read(&document);
    let house = engagement.input().house_rules();
    assert_eq!((house.follow_up_days, house.kick_off, house.review), (None, false, None));
    assert_eq!(engagement.input().interval_for_contracts(task(engagement.input(), "review")), None);
}

/// 120 % of 150 days are 180; 1.5 weeks are 11 days, rounded half-up; 50 % of six months are three.
#[test]
fn the_cycle_factor_is_in_effect() {
    for (every, percent, expected) in [
        (json!({"count": 150, "unit": "day"}), 120, "P180D"),
        (json!("weekly"), 150, "P11D"),
        (json!({"count": 2, "unit": "week"}), 150, "P3W"),
        (json!("half_yearly"), 50, "P3M"),
        (json!("daily"), 1, "P1D"),
        (json!("house"), 100, "P3M"),
    ] {
        let mut document = document();
        document["tasks"][3]["every"] = every.clone();
        document["tasks"][3]["cycle_percent"] = json!(percent);
        let engagement = read(&document);
        let input = engagement.input();
        let (filter, asset) = (task(input, "filter"), &input.estate().assets()[0]);
        let interval = input.interval_of(filter, asset).map(|interval| interval.iso());
        assert_eq!(interval.as_deref(), Some(expected), "{percent} percent of {every}");
        assert_eq!(input.periodicity(filter, asset), expected);
    }
    let engagement = read(&document());
    let input = engagement.input();
    let review = input.interval_for_contracts(task(input, "review"));
    assert_eq!(review.map(|interval| interval.iso()).as_deref(), Some("P6M"));
}

/// The policies of a template hold where a task gives none, and go where its own periodicity or subject cannot
/// have them.
#[test]
fn templates_bring_their_policies() {
    let mut document = document();
    document["events"] = json!([]);
    document["windows"] = json!([]);
    document["tasks"] = json!([
        {"id": "a", "template": "review-meeting"},
        {"id": "b", "template": "review-meeting", "every": {"on": "contract_begin"}},
        {"id": "c", "template": "review-meeting", "after_one_cycle": false, "every": "yearly"},
        {"id": "d", "template": "wifi-survey", "subject": "contract"},
        {"id": "e", "template": "end-of-support-update", "kind": "renewal"},
        {"id": "f", "template": "corrective-follow-up", "every": "monthly"}]);
    let engagement = read(&document);
    let input = engagement.input();
    let policy = |id: &str| &task(input, id).policy;
    assert_eq!((policy("a").subject, policy("a").kind), (Subject::Contract, Kind::Meeting));
    let first = ["a", "b", "c"].map(|id| policy(id).after_one_cycle);
    assert_eq!(first, [true, false, false]);
    assert!(task(input, "d").applies_to.categories.is_empty(), "a contract has no category");
    assert_eq!(policy("e").kind, Kind::Renewal);
    let Every::Occasion(on) = &task(input, "e").every else { panic!("no occasion") };
    assert_eq!((on.occasion, on.offset_days), (Occasion::EndOfSupport, Some(-90)));
    assert!(task(input, "f").every.is_interval());
}

/// The order of the lists of the document says nothing.
#[test]
fn a_reversed_document_is_the_same_input() {
    let mut reversed = document();
    for list in ["tasks", "windows", "events", "requests", "meters", "contracts"] {
        reversed[list].as_array_mut().expect("a list").reverse();
    }
    for list in ["hourly", "travel"] {
        reversed["rates"][list].as_array_mut().expect("a list").reverse();
    }
    assert_eq!(read(&reversed).input(), read(&document()).input());
}

/// Every field that the schema has for tasks, house rules and the programme is in the document, and the
/// document satisfies the schema.
#[test]
fn the_document_uses_every_field() {
    let schema = serde_json::to_value(schema::engagement()).expect("JSON");
    let document = document();
    let validator =
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a valid schema");
    let faults: Vec<String> =
        validator.iter_errors(&document).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");

    let mut used = BTreeSet::new();
    names(&document, &mut used);
    let of = |definition: &str| -> Vec<String> {
        let properties = &schema["$defs"][definition]["properties"];
        properties
            .as_object()
            .unwrap_or_else(|| panic!("no {definition}"))
            .keys()
            .cloned()
            .collect()
    };
    for definition in [
        "CallDoc",
        "CountersDoc",
        "CycleSetDoc",
        "DateSpanDoc",
        "EventDoc",
        "HourlyDoc",
        "HouseRulesDoc",
        "LastDoneDoc",
        "MeterCycleDoc",
        "MeterDoc",
        "NestDoc",
        "OccasionDoc",
        "PartialShiftDoc",
        "RatesDoc",
        "ReadingDoc",
        "RequestDoc",
        "SeasonDoc",
        "ShiftDoc",
        "ToleranceDoc",
        "TravelDoc",
        "VisitsDoc",
        "WindowDoc",
        "WindowSeriesDoc",
        "YearSpanDoc",
    ] {
        for field in of(definition) {
            assert!(used.contains(&field), "{definition}: no `{field}` in {PATH}");
        }
    }
    let elsewhere = [
        "anchor",
        "checks_after",
        "checks_before",
        "month_end",
        // In tests/rings.rs: a task in rings is several.
        "rings",
        "roll",
        "skill",
        "spread",
        "template",
        "way_back",
    ];
    for field in of("TaskDoc").iter().filter(|field| !elsewhere.contains(&field.as_str())) {
        assert!(used.contains(field), "TaskDoc: no `{field}` in {PATH}");
    }
}

fn names(value: &Value, used: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                used.insert(name.clone());
                names(value, used);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, used)),
        _ => {}
    }
}
