//! Differences of plans, and what-if: on random changes to an estate that uses every policy.

use chrono::NaiveDate;
use entretien::document::{read_changes, read_engagement};
use entretien::engagement::{Engagement, WhatIf};
use entretien::plan::{
    Change, Difference, DifferenceKind, OccurrenceTable, Plan, PlanDiff, ReasonKind, Row, diff,
};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien_tests::{Random, assert_committed, text};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn read(document: &Value) -> Engagement {
    let text = serde_json::to_vec(document).expect("JSON");
    read_engagement(&text, &Takeover::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn changes_of(engagement: &Engagement, changes: &Value) -> Vec<Change> {
    let document =
        json!({"format": "entretien/changes", "format_version": "1.0", "changes": changes});
    let text = serde_json::to_vec(&document).expect("JSON");
    read_changes(&text, engagement.input()).unwrap_or_else(|error| panic!("{error}\n{changes}"))
}

/// A day of 2026, or the year after.
fn any_day(random: &mut Random) -> String {
    let day = date("2026-01-01") + chrono::Days::new(random.below(500));
    day.to_string()
}

/// The estate of `policies.json`, with more assets on two sites, and some parts left out.
fn estate(random: &mut Random) -> Value {
    let text = text("tests/data/document/policies.json");
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    document["sites"] = json!([{"id": "lyon", "name": "Lyon"}, {"id": "nantes", "name": "Nantes"}]);
    let assets = document["assets"].as_array_mut().expect("assets");
    for number in 0..random.below(4) {
        assets.push(asset(random, &format!("more-{number}")));
    }
    if random.chance(50) {
        document["visits"] = Value::Null;
    }
    if random.chance(50) {
        document["tolerance"] = Value::Null;
    }
    for (list, percent) in [("windows", 50), ("relations", 50), ("contracts", 20)] {
        let kept = document[list].as_array().expect("a list").clone();
        let kept: Vec<Value> = kept.into_iter().filter(|_| !random.chance(percent)).collect();
        // Events and tasks name both contracts.
        if list != "contracts" || kept.len() == 2 {
            document[list] = json!(kept);
        }
    }
    document
}

fn asset(random: &mut Random, id: &str) -> Value {
    json!({
        "id": id, "category": random.pick(&["server", "printer", "laptop"]),
        "site": random.pick(&["lyon", "nantes"]), "usage": random.pick(&["normal", "frequent"]),
    })
}

/// One change; some cannot be made.
fn change(random: &mut Random, plan: &Plan, number: usize) -> Value {
    let id = format!("n{number}");
    let occurrence = plan.occurrence(random.below(plan.len())).expect("an occurrence").id();
    let some_asset = random.pick(&["srv-1", "srv-2", "prn-1", "more-0"]);
    let (day, other) = (any_day(random), any_day(random));
    match random.below(18) {
        0 => json!({"event": {"id": id, "day": "2026-01-02", "moved": occurrence, "to": day}}),
        1 => json!({"event": {"id": id, "day": "2026-01-02", "fixed": occurrence, "on": day}}),
        2 => json!({"event": {"id": id, "day": day, "done": occurrence}}),
        3 => json!({"event": {"id": id, "day": day, "skipped": occurrence}}),
        4 => json!({"remove_event": random.pick(&["e1", "e2", "e3", "e4", "e5", "e6"])}),
        5 => json!({"request": {"id": id, "asset": some_asset, "day": day,
            "kind": random.pick(&["corrective_closed", "end_of_support"]), "remedy": "disk"}}),
        6 => json!({"remove_request": random.pick(&["INC-7", "EOS-1"])}),
        7 => json!({"reading": {"asset": "prn-1", "counts": "pages", "day": day, "value": 20_000}}),
        8 => json!({"asset": asset(random, some_asset)}),
        9 => json!({"remove_asset": some_asset}),
        10 => json!({"task": {"id": "backup", "title": {"en": "Backup check"},
            "duration_minutes": 15 + random.below(2), "roll": random.pick(&["next", "none"]),
            "every": random.pick(&["monthly", "weekly"])}}),
        11 => json!({"remove_task": random.pick(&["belt", "filter", "kit"])}),
        12 => json!({"window": {"id": id, "kind": random.pick(&["blackout", "freeze"]),
            "periods": [{"start": day.clone().min(other.clone()), "end": day.max(other)}]}}),
        13 => {
            json!({"remove_window": random.pick(&["saturdays", "year-end", "inventory", "pay-day"])})
        }
        14 => json!({"house_rules": {"review": random.pick(&["none", "monthly"]),
            "follow_up_days": random.below(20) + 1}}),
        15 => json!({"visits": "none"}),
        16 => json!({"visits": {"within_days": random.below(10)}}),
        _ => json!({"capacity": {"skill": "general", "minutes_per_week": 60}}),
    }
}

/// What would happen to random estates: those changes that can be made.
fn cases(count: u64, mut judge: impl FnMut(&Engagement, &Value, WhatIf)) {
    let mut made = 0;
    for seed in 0..count {
        let mut random = Random(seed);
        let engagement = read(&estate(&mut random));
        let as_of = date(&any_day(&mut random));
        let start = date("2026-01-01") + chrono::Days::new(random.below(60));
        let end = start + chrono::Days::new(60 + random.below(400));
        let plan = engagement.plan(as_of, start, end).expect("a plan");
        let changes: Vec<Value> =
            (0..=random.below(3)).map(|number| change(&mut random, &plan, number)).collect();
        let changes = json!(changes);
        let parsed = changes_of(&engagement, &changes);
        if let Ok(found) = engagement.what_if(&parsed, as_of, start, end) {
            made += 1;
            assert_eq!(found.before.to_json(), plan.to_json(), "the engagement stays as it is");
            judge(&engagement, &changes, found);
        }
    }
    assert!(made * 2 > count, "{made} of {count} changes can be made");
}

type Rows = BTreeMap<String, Value>;

const STORED: [&str; 10] =
    ["nominal", "due", "window", "date", "call", "status", "done_on", "contract", "site", "visit"];

/// What a tool stores of each occurrence, by id: taken from the JSON of the plan, not from the difference.
fn stored(plan: &Plan) -> Rows {
    let document: Value = serde_json::from_str(&plan.to_json()).expect("JSON");
    let lines = document["occurrences"].as_array().expect("occurrences");
    let tasks: BTreeMap<&str, &Value> = document["tasks"]
        .as_array()
        .expect("tasks")
        .iter()
        .map(|task| (task["id"].as_str().expect("an id"), task))
        .collect();
    lines
        .iter()
        .map(|line| {
            let task = tasks[line["task"].as_str().expect("a task")];
            let mut row: Value = STORED.iter().map(|name| (*name, line[*name].clone())).collect();
            for name in ["duration_minutes", "mode", "skill"] {
                row[name] = task[name].clone();
            }
            (line["id"].as_str().expect("an id").to_owned(), row)
        })
        .collect()
}

fn row_of(seen: &Value) -> Value {
    let names = STORED.into_iter().chain(["duration_minutes", "mode", "skill"]);
    names.map(|name| (name, seen[name].clone())).collect()
}

/// Takes a difference over as its documentation says.
fn apply(rows: &mut Rows, diff: &Value) {
    for difference in diff["differences"].as_array().expect("differences") {
        let id = difference["id"].as_str().expect("an id");
        if difference["kind"] == "removed" {
            rows.remove(id);
        } else {
            rows.insert(id.to_owned(), row_of(&difference["after"]));
        }
    }
}

fn check_diff(before: &Plan, after: &Plan, found: &PlanDiff) {
    let (a, b) = (stored(before), stored(after));
    let document: Value = serde_json::from_str(&found.to_json()).expect("JSON");
    for difference in document["differences"].as_array().expect("differences") {
        let id = difference["id"].as_str().expect("an id");
        let sides = [("before", &a), ("after", &b)];
        for (side, rows) in sides {
            let seen = difference.get(side).map(row_of);
            assert_eq!(rows.get(id), seen.as_ref(), "{id} {side}");
        }
    }
    let mut rows = a.clone();
    apply(&mut rows, &document);
    assert_eq!(rows, b);
    apply(&mut rows, &document);
    assert_eq!(rows, b, "twice is once");
    assert!(found.differences.is_sorted_by(|x, y| x.id < y.id));
    assert!(diff(before, before).is_empty());
    assert!(diff(after, after).is_empty());
    assert_eq!(
        diff(after, before).differences,
        found.differences.iter().map(mirror).collect::<Vec<_>>()
    );
    let totals = &found.totals;
    let counts = totals.added + totals.removed + totals.moved + totals.changed;
    assert_eq!(usize::try_from(counts).unwrap(), found.differences.len());
    assert_eq!(totals.occurrences_before, before.totals().occurrences);
    assert_eq!(totals.visits_after, after.totals().visits);
}

fn mirror(difference: &Difference) -> Difference {
    let kind = match difference.kind {
        DifferenceKind::Added => DifferenceKind::Removed,
        DifferenceKind::Removed => DifferenceKind::Added,
        other => other,
    };
    let Difference { id, before, after, reasons, .. } = difference.clone();
    Difference { id, kind, before: after, after: before, reasons }
}

/// What a change may be told as: kind and id of reasons.
fn told_as(engagement: &Engagement, change: &Value) -> Vec<(String, Option<String>)> {
    let (name, value) = change.as_object().expect("a change").iter().next().expect("a field");
    let kind = name.trim_start_matches("remove_");
    let id = value.as_str().or(value["id"].as_str()).map(str::to_owned);
    match kind {
        "reading" => vec![("meter".to_owned(), Some("prn-1/pages".to_owned()))],
        "house_rules" | "visits" => vec![(kind.to_owned(), None)],
        "asset" if name == "remove_asset" => {
            // What is about the asset goes with it.
            let asset = id.clone().expect("an id");
            let programme = engagement.input().programme();
            let mut all = vec![("asset".to_owned(), id)];
            let requests = programme.requests.iter().filter(|own| own.asset.as_str() == asset);
            all.extend(requests.map(|own| ("request".to_owned(), Some(own.id.to_string()))));
            all.extend(programme.meters.iter().map(|own| {
                ("meter".to_owned(), Some(format!("{}/{}", own.asset().as_str(), own.counts())))
            }));
            all.extend(
                programme.events.iter().map(|own| ("event".to_owned(), Some(own.id.to_string()))),
            );
            for other in ["srv-1", "srv-2"] {
                all.push(("relation".to_owned(), Some(other.to_owned())));
            }
            all
        }
        "task" if name == "remove_task" => {
            let events = engagement.input().programme().events.iter();
            let mut all = vec![("task".to_owned(), id)];
            all.extend(events.map(|own| ("event".to_owned(), Some(own.id.to_string()))));
            all
        }
        _ => vec![(kind.to_owned(), id)],
    }
}

#[test]
fn a_difference_makes_of_one_plan_the_other() {
    cases(300, |_, _, found| check_diff(&found.before, &found.after, &found.diff));
}

#[test]
fn every_difference_names_a_change() {
    let mut kinds = BTreeMap::new();
    cases(300, |engagement, changes, found| {
        let changes = changes.as_array().expect("changes");
        let told: BTreeSet<_> =
            changes.iter().flat_map(|change| told_as(engagement, change)).collect();
        for difference in &found.diff.differences {
            assert!(!difference.reasons.is_empty(), "{}", difference.text(Lang::En));
            for reason in &difference.reasons {
                *kinds.entry(reason.kind).or_insert(0) += 1;
                let pair = (reason.kind.code().to_owned(), reason.id.as_deref().map(str::to_owned));
                let known = reason.kind == ReasonKind::Neighbour || told.contains(&pair);
                assert!(known, "{} of {changes:?}", difference.text(Lang::En));
            }
        }
    });
    // The random changes reach each of these.
    for kind in [
        ReasonKind::Task,
        ReasonKind::Asset,
        ReasonKind::Event,
        ReasonKind::Request,
        ReasonKind::Meter,
        ReasonKind::Window,
        ReasonKind::HouseRules,
        ReasonKind::Visits,
        ReasonKind::Neighbour,
    ] {
        assert!(kinds.contains_key(&kind), "no {} among {kinds:?}", kind.code());
    }
}

#[test]
fn plans_of_other_horizons_and_days_compare() {
    for seed in 0..150 {
        let mut random = Random(seed);
        let engagement = read(&estate(&mut random));
        let start = date("2026-01-01");
        let mut plan = |as_of: &str| {
            let from = start + chrono::Days::new(random.below(100));
            let to = from + chrono::Days::new(1 + random.below(300));
            engagement.plan(date(as_of), from, to).expect("a plan")
        };
        let (a, b, later) = (plan("2026-03-01"), plan("2026-03-01"), plan("2026-06-01"));
        let found = diff(&a, &b);
        check_diff(&a, &b, &found);
        for difference in &found.differences {
            let kinds: Vec<ReasonKind> = difference.reasons.iter().map(|own| own.kind).collect();
            assert_eq!(kinds, [ReasonKind::Horizon], "{}", difference.text(Lang::En));
        }
        let found = diff(&a, &later);
        check_diff(&a, &later, &found);
        for difference in &found.differences {
            for reason in &difference.reasons {
                let known = [
                    ReasonKind::Horizon,
                    ReasonKind::AsOf,
                    ReasonKind::Event,
                    ReasonKind::Request,
                    ReasonKind::Meter,
                ];
                assert!(known.contains(&reason.kind), "{}", difference.text(Lang::En));
            }
        }
    }
}

fn plain(assets: &[Value]) -> Value {
    json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "Europe/Paris",
        "begin": "2026-01-05", "assets": assets,
        "sites": [{"id": "lyon", "name": "Lyon"}, {"id": "nantes", "name": "Nantes"}],
        "tasks": [
            {"id": "house", "title": {"en": "T"}, "duration_minutes": 30, "spread": "by_asset"},
            {"id": "dust", "title": {"en": "T"}, "duration_minutes": 30, "every": "quarterly",
             "mode": "on_site", "applies_to": {"categories": ["server"]}, "tolerance": {"late_days": 3}},
            {"id": "moving", "title": {"en": "T"}, "duration_minutes": 30, "every": "monthly",
             "counting": "from_completion", "applies_to": {"categories": ["printer", "server"]}}],
    })
}

#[test]
fn a_change_to_one_asset_touches_no_other() {
    for seed in 0..150 {
        let mut random = Random(seed);
        let assets: Vec<Value> =
            (0..=random.below(5)).map(|number| asset(&mut random, &format!("a{number}"))).collect();
        let engagement = read(&plain(&assets));
        let id = random.pick(&["a0", "a00", "b"]);
        let own = asset(&mut random, id);
        let changes = changes_of(&engagement, &json!([{"asset": own}]));
        let found = engagement
            .what_if(&changes, date("2026-02-01"), date("2026-01-01"), date("2026-12-01"))
            .expect("two plans");
        check_diff(&found.before, &found.after, &found.diff);
        for difference in &found.diff.differences {
            assert_eq!(*difference.id.subject, *own["id"].as_str().expect("an id"));
            let reasons: Vec<_> =
                difference.reasons.iter().map(|own| (own.kind, own.id.as_deref())).collect();
            assert_eq!(reasons, [(ReasonKind::Asset, own["id"].as_str())]);
        }
    }
}

fn small() -> (Engagement, WhatIf) {
    let assets = [json!({"id": "srv-1", "category": "server", "site": "lyon"})];
    let mut document = plain(&assets);
    document["tasks"].as_array_mut().expect("tasks").remove(0);
    document["rates"] =
        json!({"hourly": [{"skill": "general", "price": {"minor": 6000, "currency": "EUR"}}]});
    let engagement = read(&document);
    let changes = json!([
        {"asset": {"id": "prn-1", "category": "printer", "site": "nantes"}},
        {"event": {"id": "e1", "day": "2026-01-05", "cancelled": "moving/srv-1/1"}},
        {"window": {"id": "works", "kind": "blackout", "reason": {"en": "Works", "fr": "Travaux"},
                    "periods": [{"start": "2026-04-06", "end": "2026-04-08"}]}}
    ]);
    let changes = changes_of(&engagement, &changes);
    let found = engagement
        .what_if(&changes, date("2026-01-10"), date("2026-01-01"), date("2026-05-01"))
        .expect("two plans");
    (engagement, found)
}

#[test]
fn a_small_difference_is_the_committed_one() {
    let (_, found) = small();
    // A difference a line, for those who review it.
    let lines = found.diff.to_json().replace("{\"id\":", "\n{\"id\":") + "\n";
    assert_committed("tests/data/plan/diff/small.json", &lines);
    for (lang, name) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let lines: Vec<String> =
            found.diff.differences.iter().map(|own| own.text(lang) + "\n").collect();
        assert_committed(&format!("tests/data/plan/diff/small.{name}.txt"), &lines.concat());
    }
}

#[test]
fn rows_that_were_stored_differ_for_no_other_reason() {
    let (_, found) = small();
    let mut rows: Vec<Row> = found.before.table().rows().collect();
    rows[0].date = rows[0].date.add_days(1).expect("a day");
    let stored = found.before.clone().with_table(OccurrenceTable::from_rows(&rows));
    let differences = diff(&found.before, &stored).differences;
    let kinds: Vec<_> = differences.iter().map(|own| (own.kind, own.reasons[0].kind)).collect();
    assert_eq!(kinds, [(DifferenceKind::Moved, ReasonKind::Rows)]);
}

/// Rates, begin, site, calendar, contract, relation: what no change of this list can change.
#[test]
fn other_parts_of_two_engagements_are_told_too() {
    let text = text("tests/data/document/policies.json");
    let base: Value = serde_json::from_str(&text).expect("JSON");
    let plan = |document: &Value| {
        let engagement = read(document);
        engagement.plan(date("2026-02-01"), date("2026-01-01"), date("2026-12-01")).expect("a plan")
    };
    let before = plan(&base);
    let reasons = |edit: &dyn Fn(&mut Value)| -> BTreeSet<String> {
        let mut edited = base.clone();
        edit(&mut edited);
        let after = plan(&edited);
        let found = diff(&before, &after);
        check_diff(&before, &after, &found);
        let all = found.differences.iter().flat_map(|own| own.reasons.clone());
        all.map(|own| format!("{} {}", own.kind.code(), own.id.as_deref().unwrap_or("-"))).collect()
    };
    let closed = |id: &str| {
        let closures = json!([{"start": "2026-04-13", "end": "2026-05-13"}]);
        json!({"id": id, "holidays": "FR", "closures": closures})
    };
    let set = |list: &[&str]| list.iter().map(|own| (*own).to_owned()).collect::<BTreeSet<_>>();
    let rates = reasons(&|own| own["rates"]["hourly"][0]["price"]["minor"] = json!(9_000));
    assert_eq!(rates, set(&["rates -"]));
    let tolerance = reasons(&|own| own["tolerance"] = json!({"late_days": 1}));
    assert!(tolerance.is_superset(&set(&["tolerance -"])), "{tolerance:?}");
    let calendar = reasons(&|own| {
        own["calendars"] = json!([closed("default")]);
    });
    assert!(calendar.is_superset(&set(&["calendar default"])), "{calendar:?}");
    let contract = reasons(&|own| own["contracts"][0]["begin"] = json!("2026-01-19"));
    assert!(contract.is_superset(&set(&["contract c-1"])), "{contract:?}");
    let site = reasons(&|own| {
        own["calendars"] = json!([{"id": "default", "holidays": "FR"}, closed("b")]);
        own["calendar"] = json!("default");
        own["sites"][0]["calendar"] = json!("b");
    });
    assert!(site.is_superset(&set(&["site lyon"])), "{site:?}");
    let relation = reasons(&|own| own["relations"] = json!([]));
    assert!(
        relation.is_subset(&set(&["relation srv-1", "relation srv-2", "neighbour -"])),
        "{relation:?}"
    );
    let begin = reasons(&|own| {
        own["begin"] = json!("2026-01-06");
        own["contracts"] = json!([
            {"id": "c-1", "begin": "2026-01-12", "perimeter": {"include": [{}]}, "services": ["monitoring"]},
            {"id": "c-2", "begin": "2026-02-01", "perimeter": {"include": [{}]}, "services": ["monitoring"]}]);
    });
    assert!(begin.is_superset(&set(&["begin -"])), "{begin:?}");
}

#[test]
fn changes_that_do_not_read_say_where() {
    let (engagement, _) = small();
    let faults = |changes: &str| -> Vec<(String, String)> {
        let text = format!(
            r#"{{"format":"entretien/changes","format_version":"1.0","changes":{changes}}}"#
        );
        let error = read_changes(text.as_bytes(), engagement.input()).expect_err("faults");
        error.faults().map(|own| (own.code.to_string(), own.pointer.clone())).collect()
    };
    for (changes, code, pointer) in [
        ("[{}]", "DOC-005", "/changes/0"),
        (r#"[{"remove_event": "a", "remove_task": "b"}]"#, "CON-008", "/changes/0"),
        (r#"[{"visits": "some"}]"#, "DOC-008", "/changes/0/visits"),
        (r#"[{"visits": "none"}, {"more": 1}]"#, "DOC-004", "/changes/1/more"),
        (
            r#"[{"house_rules": {"normal": {"working_day": 1}}}]"#,
            "DOC-008",
            "/changes/0/house_rules/normal",
        ),
        (
            r#"[{"window": {"id": "w", "kind": "freeze", "applies_to": {"assets": ["srv-1", "x"]}}}]"#,
            "DOC-013",
            "/changes/0/window/applies_to/assets/1",
        ),
        (
            r#"[{"event": {"id": "e", "day": "2026-01-01", "done": "x"}}]"#,
            "PLAN-011",
            "/changes/0/event/done",
        ),
    ] {
        assert_eq!(faults(changes), [(code.to_owned(), pointer.to_owned())], "{changes}");
    }
    let missing = changes_of(&engagement, &json!([{"visits": "none"}, {"remove_window": "w"}]));
    let day = date("2026-01-01");
    let error = engagement.what_if(&missing, day, day, date("2026-02-01")).expect_err("no window");
    let fault = error.faults().next().expect("a fault");
    assert_eq!((error.code(), fault.pointer.as_str()), ("DOC-013", "/changes/1"));
}
