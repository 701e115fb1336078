//! Cases on paper: the example with some values changed, and figures of the answer.

use entretien::document::read_sourcing;
use entretien::sourcing::{Sourcing, compare};
use entretien_tests::text;
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    /// Values of the example by pointer; `"absent"` removes one.
    change: Map<String, Value>,
    /// Values of the answer by pointer.
    expect: Map<String, Value>,
}

/// The example with values changed.
pub fn changed(change: &Map<String, Value>) -> Value {
    let mut document: Value =
        serde_json::from_str(&text("tests/data/sourcing/example.json")).expect("JSON");
    for (pointer, value) in change {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("no {pointer}"));
        match parent {
            Value::Object(fields) if value == "absent" => drop(fields.remove(name)),
            Value::Object(fields) => drop(fields.insert(name.to_owned(), value.clone())),
            Value::Array(list) if name == "-" => list.push(value.clone()),
            Value::Array(list) => list[name.parse::<usize>().expect("a place")] = value.clone(),
            _ => panic!("{pointer} is in no object or list"),
        }
    }
    document
}

/// The answer for the example with values changed.
pub fn answer(change: &Map<String, Value>) -> Sourcing {
    let document = changed(change).to_string();
    compare(&read_sourcing(document.as_bytes(), None).expect("a document")).expect("an answer")
}

#[test]
fn cases_on_paper() {
    let mut failed = Vec::new();
    for line in text("tests/data/sourcing/cases.jsonl").lines() {
        let case: Case =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(!case.why.is_empty(), "{}", case.name);
        let mut change = case.change.clone();
        let asks = |list: &str| case.expect.keys().any(|pointer| pointer.starts_with(list));
        if !asks("/tornado") && !asks("/thresholds") {
            change.insert("/sensitivity".to_owned(), json!({"parameters": []}));
        }
        if !asks("/volumes") {
            change.insert("/volume_max".to_owned(), json!(1));
        }
        let answer = serde_json::to_value(answer(&change)).expect("JSON");
        for (pointer, expected) in &case.expect {
            let found = answer.pointer(pointer).unwrap_or(&Value::Null);
            if found != expected {
                failed.push(format!("{}: {pointer}: {found} for {expected}", case.name));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
