//! The schema of the GLPI format judges the real files; what it finds is told by the reader, or known.
//!
//! The schema is never a gate of the library: it lets month 54 pass and refuses new kinds of hardware.

use super::{lines, take_one};
use entretien_tests::{real_files, shared};
use serde_json::Value;
use std::collections::BTreeMap;

/// One violation without the places in lists: where, and which rule.
type Violation = (String, String);

fn violations(schema: &jsonschema::Validator, file: &Value) -> Vec<(String, Violation)> {
    let found = schema.iter_errors(file).map(|error| {
        let pointer = error.instance_path().to_string();
        let plain: Vec<&str> = pointer
            .split('/')
            .map(|step| if step.parse::<usize>().is_ok() { "#" } else { step })
            .collect();
        let rule = error.schema_path().to_string();
        let rule = rule.rsplit('/').find(|step| step.parse::<usize>().is_err()).unwrap_or_default();
        let plain = plain.join("/");
        (pointer, (plain, rule.to_owned()))
    });
    found.collect()
}

#[test]
fn what_the_schema_finds_is_told_or_known() {
    let Some(root) = shared("what_the_schema_finds_is_told_or_known") else {
        return;
    };
    let schema = real_files(&root, "schema");
    let (_, schema) = schema.iter().find(|(name, _)| name == "inventory.schema.json").expect("it");
    let schema: Value = serde_json::from_slice(schema).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let mut silent: BTreeMap<Violation, usize> = BTreeMap::new();
    let mut files = 0;
    for name in ["glpi-json", "glpi-json-tests"] {
        for (name, bytes) in real_files(&root, name) {
            // Two files carry control characters that only a tolerant reader takes.
            let Ok(file) = serde_json::from_slice::<Value>(&bytes) else {
                continue;
            };
            files += 1;
            let takeover = take_one(&name, &bytes);
            for (pointer, violation) in violations(&schema, &file) {
                let told = takeover.diagnostics.iter().any(|fault| fault.pointer == pointer);
                if !told {
                    *silent.entry(violation).or_default() += 1;
                }
            }
        }
    }
    let known: BTreeMap<Violation, usize> = lines("tests/data/takeover/schema_known.jsonl")
        .iter()
        .map(|line| {
            let text = |name: &str| line[name].as_str().expect("a text").to_owned();
            assert!(!text("why").is_empty());
            let count = line["count"].as_u64().expect("a count");
            ((text("path"), text("what")), usize::try_from(count).expect("small"))
        })
        .collect();
    assert_eq!(silent, known);
    assert_eq!(files, 165);
}

/// A value that breaks the schema in a field that is read is told where it stands.
#[test]
fn a_value_that_breaks_the_schema_is_told_at_its_place() {
    for line in lines("tests/data/takeover/schema_breaks.jsonl") {
        let text = |name: &str| line[name].as_str().unwrap_or_else(|| panic!("{name} of {line}"));
        let file = serde_json::json!({"deviceid": "d", "itemtype": "Computer", "content": line["content"]});
        let takeover = take_one("a.json", file.to_string().as_bytes());
        let told = takeover
            .diagnostics
            .iter()
            .any(|fault| fault.code == text("code") && fault.pointer == text("pointer"));
        assert!(told, "{line}\n{takeover:#?}");
    }
}
