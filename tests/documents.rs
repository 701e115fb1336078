//! Engagement documents: the broken ones are refused with every fault at its place, the good ones read.

#[path = "policies.rs"]
mod policies;

use entretien::document::{
    read_engagement, read_event, read_events, read_reading, read_request, shipped_engagement,
};
use entretien::takeover::{Takeover, TakeoverReader};
use entretien_tests::{bytes, text};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn base() -> Value {
    serde_json::from_str(&text("tests/data/document/base.json")).expect("the base document")
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    let key = last.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
        Value::Object(fields) => drop(fields.insert(key, value)),
        Value::Array(items) => match key.parse::<usize>().expect("an index") {
            index if index == items.len() => items.push(value),
            index => items[index] = value,
        },
        other => panic!("{parent} is {other}"),
    }
}

fn remove(document: &mut Value, pointer: &str) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    let fields = document.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    fields.remove(last).expect("a field to remove");
}

/// The bytes of a case: the base document with changes, or a text, or bytes.
fn document_of(case: &Value) -> Vec<u8> {
    if let Some(text) = case["text"].as_str() {
        return text.as_bytes().to_vec();
    }
    if let Some(hex) = case["hex"].as_str() {
        let byte = |place| u8::from_str_radix(&hex[place..place + 2], 16).expect("hex");
        return (0..hex.len()).step_by(2).map(byte).collect();
    }
    if let Some(repeat) = case["repeat"].as_object() {
        let times = usize::try_from(repeat["times"].as_u64().expect("times")).expect("a count");
        return repeat["text"].as_str().expect("text").repeat(times).into_bytes();
    }
    let name = case["base"].as_str().unwrap_or("base");
    let base = text(&format!("tests/data/document/{name}.json"));
    let mut document = serde_json::from_str(&base).expect("a document to change");
    for (pointer, value) in case["set"].as_object().into_iter().flatten() {
        set(&mut document, pointer, value.clone());
    }
    for pointer in case["remove"].as_array().into_iter().flatten() {
        remove(&mut document, pointer.as_str().expect("a pointer"));
    }
    if let Some(many) = case["many"].as_object() {
        let times = usize::try_from(many["times"].as_u64().expect("times")).expect("a count");
        let list = vec![many["value"].clone(); times];
        set(&mut document, many["pointer"].as_str().expect("a pointer"), json!(list));
    }
    serde_json::to_vec(&document).expect("JSON")
}

#[test]
fn broken_documents_are_refused_with_every_fault_at_its_place() {
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for line in text("tests/data/document/bad.jsonl").lines() {
        let case: Value = serde_json::from_str(line).expect("a case");
        let name = case["name"].as_str().expect("a name").to_owned();
        assert!(!case["why"].as_str().expect("a why").is_empty());
        assert!(names.insert(name.clone()), "two cases named {name}");
        let Err(error) = read_engagement(&document_of(&case), &Takeover::default()) else {
            failures.push(format!("{name}: accepted"));
            continue;
        };
        let found: BTreeSet<(String, String)> =
            error.faults().map(|fault| (fault.code.to_owned(), fault.pointer.clone())).collect();
        let expected: BTreeSet<(String, String)> = case["expect"]
            .as_array()
            .expect("expectations")
            .iter()
            .map(|e| {
                (e["code"].as_str().unwrap().to_owned(), e["pointer"].as_str().unwrap().to_owned())
            })
            .collect();
        let bounded = case.get("many").is_some();
        if found != expected && !(bounded && expected.is_subset(&found)) {
            failures.push(format!("{name}: expected {expected:?}, found {found:#?}"));
        }
        for fault in error.faults() {
            assert!(
                !fault.message.is_empty() && !fault.help.is_empty(),
                "{name}: a fault without words"
            );
            assert!(!fault.message.ends_with('.'), "{name}: {}", fault.message);
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(names.len() >= 250, "{} cases", names.len());
}

#[test]
fn the_base_document_is_read() {
    let engagement = read_engagement(&bytes("tests/data/document/base.json"), &Takeover::default())
        .expect("a good document");
    let input = engagement.input();
    assert_eq!(input.estate().assets().len(), 3);
    assert_eq!(input.tasks().len(), 3);
    assert_eq!(input.calendars().len(), 2);
    let asset = input.estate().asset("srv-1").expect("srv-1");
    assert_eq!(asset.facts.price.map(|price| price.minor()), Some(425_000));
    assert_eq!(input.anchor_contract(asset).map(|c| c.id().as_str()), Some("c-1"));
    let excluded = input.estate().asset("srv-2").expect("srv-2");
    assert_eq!(input.anchor_contract(excluded), None);
}

#[test]
fn defaults_are_those_of_the_documentation() {
    let minimal =
        br#"{"format":"entretien/engagement","format_version":"1.0","provider":{"name":"A"},
        "customer":{"name":"B"},"time_zone":"UTC","begin":"2026-01-05",
        "assets":[{"id":"x","category":"other"}]}"#;
    let engagement = read_engagement(minimal, &Takeover::default()).expect("a minimal document");
    let input = engagement.input();
    assert_eq!(input.tasks(), entretien::document::catalogue());
    let asset = input.estate().asset("x").expect("x");
    assert_eq!((asset.name.as_ref(), asset.site.as_str()), ("x", "unknown"));
    let calendar = input.calendar_of(asset);
    let open = |day: &str| calendar.is_open(entretien::time::Day::parse(day).expect("a day"));
    assert!(open("2026-01-05") && !open("2026-01-04") && !open("2026-07-14"));
    assert_eq!(input.house_rules(), entretien::plan::HouseRules::default());
}

#[test]
fn a_null_is_an_absent_optional_field() {
    let mut document = base();
    set(&mut document, "/assets/0/serial", Value::Null);
    set(&mut document, "/calendar", Value::Null);
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    assert_eq!(engagement.input().estate().asset("srv-1").expect("srv-1").facts.serial, None);
}

/// One decision or fact is read as an element of its list in a document.
#[test]
fn facts_are_read_apart_from_a_document() {
    let document = text("tests/data/document/policies.json");
    let document: Value = serde_json::from_str(&document).expect("JSON");
    let element = |pointer: &str| {
        let value = document.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        serde_json::to_vec(value).expect("JSON")
    };
    let engagement = read_engagement(document.to_string().as_bytes(), &Takeover::default());
    let engagement = engagement.expect("a good document");
    let programme = engagement.input().programme();
    let mut events = read_events(&element("/events")).expect("events");
    assert_eq!(read_event(&element("/events/0")).expect("an event"), events[0]);
    events.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(events, programme.events);
    let request = read_request(&element("/requests/0")).expect("a request");
    assert!(programme.requests.contains(&request));
    let reading = read_reading(&element("/meters/0/readings/2")).expect("a reading");
    assert!(programme.meters[0].readings().contains(&reading));

    let twice =
        br#"[{"id": "e", "day": "2026-01-01", "done": "t/a/1"}, {"id": "e", "day": "2026-01-01"}]"#;
    let error = read_events(twice).expect_err("an id twice, and nothing that happened");
    let faults: Vec<_> = error.faults().map(|f| (f.code, f.pointer.as_str())).collect();
    assert_eq!(faults, [("DOC-012", "/1/id"), ("DOC-005", "/1")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read_engagement(&bytes, &Takeover::default()).is_err());
    }

    #[test]
    fn no_mutation_of_a_good_document_makes_the_reader_panic(
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<prop::sample::Index>(),
        truncate in any::<bool>(),
        name in prop::sample::select(vec!["base", "policies"]),
    ) {
        let mut document = bytes(&format!("tests/data/document/{name}.json"));
        let place = place.index(document.len());
        document[place] = byte;
        if truncate {
            document.truncate(cut.index(document.len()));
        }
        if let Err(error) = read_engagement(&document, &Takeover::default()) {
            prop_assert!(error.faults().count() > 0);
        }
    }
}

#[test]
fn lists_are_bounded() {
    let mut document = base();
    let tasks: Vec<Value> = (0..10_001)
        .map(|n| json!({"id": format!("t{n}"), "title": {"en": "T"}, "duration_minutes": 5}))
        .collect();
    set(&mut document, "/tasks", json!(tasks));
    let text = serde_json::to_vec(&document).expect("JSON");
    let error = read_engagement(&text, &Takeover::default()).expect_err("10 001 tasks");
    assert_eq!(
        error.faults().map(|f| (f.code, f.pointer.as_str())).collect::<Vec<_>>(),
        [("DOC-002", "/tasks")]
    );
}

#[test]
fn found_assets_join_the_declared_ones() {
    let mut reader = TakeoverReader::new();
    let inventory = |name: &str, serial: &str| {
        json!({"deviceid": name, "itemtype": "Computer", "content": {
            "hardware": {"name": name, "chassis_type": "Desktop"}, "bios": {"ssn": serial, "smodel": "M1"}}})
        .to_string()
    };
    reader.read("srv-1.json", inventory("srv-1", "OTHER").as_bytes());
    reader.read("pc-9.json", inventory("pc-9", "PC9X").as_bytes());
    reader.read("facts.csv", b"name,site\npc-9,atlantis\n");
    reader.read("twin.json", inventory("renamed", "sn-1").as_bytes());
    let takeover = reader.finish();
    let engagement =
        read_engagement(&bytes("tests/data/document/base.json"), &takeover).expect("read");
    let estate = engagement.input().estate();
    let declared = estate.asset("srv-1").expect("srv-1");
    assert_eq!(declared.facts.serial.as_deref(), Some("SN-1"), "the declared value wins");
    assert_eq!(declared.facts.model.as_deref(), Some("M1"), "the found one fills");
    assert_eq!(declared.category, entretien::inventory::Category::Server);
    let found = estate.asset("pc-9").expect("pc-9");
    assert_eq!(found.site.as_str(), "unknown", "its site is not declared");
    let codes: Vec<&str> = engagement.diagnostics().iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&"TAK-010"), "{codes:?}");
    // `renamed` carries the serial number of the declared `srv-1`: kept, and told.
    assert!(estate.asset("renamed").is_some());
    let twin = engagement.diagnostics().iter().find(|fault| fault.code == "TAK-008");
    assert!(twin.is_some_and(|fault| fault.message.contains("declared `srv-1`")), "{twin:?}");
}

#[test]
fn without_a_document_the_shipped_rules_apply() {
    let begin = entretien::time::Day::parse("2026-01-05").expect("a day");
    let error = shipped_engagement(&Takeover::default(), begin).map(|_| ()).expect_err("no asset");
    assert_eq!(error.code(), "TAK-057");
    let mut reader = TakeoverReader::new();
    let laptop = json!({"deviceid": "l", "itemtype": "Computer",
        "content": {"hardware": {"name": "l", "chassis_type": "Notebook"}}});
    reader.read("l.json", laptop.to_string().as_bytes());
    let engagement = shipped_engagement(&reader.finish(), begin).expect("one asset");
    let laptop = engagement.input().estate().asset("l").expect("l");
    assert_eq!(laptop.site.as_str(), "unknown");
    assert!(engagement.input().tasks().iter().any(|task| task.applies_to.matches(laptop)));
}
