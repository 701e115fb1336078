//! Updates in rings: which assets, on which days.
use entretien::document::read_engagement;
use entretien::takeover::Takeover;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn document(rings: &Value) -> Vec<u8> {
    let asset = |id: &str, tags: &[&str], criticality: &str| json!({"id": id, "category": "server", "site": "lyon", "tags": tags, "criticality": criticality});
    let doc = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"},
        "time_zone": "Europe/Paris", "begin": "2026-01-01",
        "sites": [{"id": "lyon", "name": "Lyon"}],
        "assets": [
            asset("lab-1", &["pilot"], "low"), asset("lab-2", &["pilot"], "critical"),
            asset("srv-1", &[], "medium"), asset("srv-2", &[], "critical"),
            {"id": "pc-1", "category": "laptop", "site": "lyon", "tags": ["pilot"]},
        ],
        "tasks": [{
            "id": "patch", "title": {"en": "Patches", "fr": "Correctifs"}, "duration_minutes": 30, "roll": "none",
            "applies_to": {"categories": ["server"]}, "kind": "update",
            "every": {"nth": 2, "weekday": "tuesday", "offset_days": 1}, "rings": rings,
        }],
    });
    serde_json::to_vec(&doc).expect("JSON")
}

/// The works of April 2026 and of the days after it, by asset: task and day.
fn april(rings: &Value) -> BTreeMap<String, (String, String)> {
    let engagement = read_engagement(&document(rings), &Takeover::default())
        .unwrap_or_else(|error| panic!("{:?}", error.faults().collect::<Vec<_>>()));
    let day = |text: &str| text.parse().expect("a date");
    let plan =
        engagement.plan(day("2026-01-01"), day("2026-04-10"), day("2026-05-10")).expect("a plan");
    assert!(engagement.check(&plan).is_empty());
    let works = plan.occurrences().map(|one| {
        let asset = one.asset().expect("work on an asset").id.to_string();
        (asset, (one.task().id.to_string(), one.date().to_string()))
    });
    works.collect()
}

#[test]
fn pilots_come_first_and_the_critical_last() {
    // The second Tuesday of April 2026 is the 14th; a day after it the pilots, a week later the rest, two weeks
    // later the critical ones. A critical pilot stays a pilot; the laptop is not of the task.
    let rings = json!([
        {"id": "pilot", "applies_to": {"tags": ["pilot"]}, "delay_days": 0},
        {"id": "broad", "delay_days": 7},
        {"id": "critical", "applies_to": {"criticalities": ["critical"]}, "delay_days": 14},
    ]);
    let expected = [
        ("lab-1", "patch-pilot", "2026-04-15"),
        ("lab-2", "patch-pilot", "2026-04-15"),
        ("srv-1", "patch-broad", "2026-04-22"),
        ("srv-2", "patch-critical", "2026-04-29"),
    ];
    let expected: BTreeMap<String, (String, String)> = expected
        .into_iter()
        .map(|(asset, task, day)| (asset.to_owned(), (task.to_owned(), day.to_owned())))
        .collect();
    assert_eq!(april(&rings), expected);
}

#[test]
fn without_an_open_ring_the_others_get_nothing() {
    let rings = json!([
        {"id": "pilot", "applies_to": {"tags": ["pilot"]}, "delay_days": 0},
        {"id": "critical", "applies_to": {"criticalities": ["critical"]}, "delay_days": 14},
    ]);
    let assets: Vec<String> = april(&rings).into_keys().collect();
    assert_eq!(assets, ["lab-1", "lab-2", "srv-2"]);
}
