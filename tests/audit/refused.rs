//! Rules and waivers that are refused, with every fault at its place.

use super::estate::{AS_OF, day};
use entretien::audit::{AuditInput, AuditRules, CoveredAsset, audit};
use entretien::document::{read_audit, shipped_rules};
use entretien::error::Error;
use entretien::id::AssetId;
use entretien::inventory::Estate;
use entretien::support::{Installed, InstalledKind, SupportEnd};
use entretien_tests::text;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A document of one rule that is right but for the fields given; `null` takes a field away.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    #[serde(default)]
    rule: Map<String, Value>,
    #[serde(default)]
    document: Map<String, Value>,
    expect: Vec<Expected>,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Expected {
    code: String,
    pointer: String,
}

fn faults(error: &Error) -> Vec<Expected> {
    error
        .faults()
        .map(|fault| Expected { code: fault.code.to_owned(), pointer: fault.pointer.clone() })
        .collect()
}

fn lay_over(base: &mut Map<String, Value>, fields: &Map<String, Value>) {
    for (name, value) in fields {
        if value.is_null() {
            base.remove(name);
        } else {
            base.insert(name.clone(), value.clone());
        }
    }
}

fn document(case: &Case) -> Vec<u8> {
    let rule = json!({"id": "own", "title": {"en": "A rule"}, "severity": "minor",
        "domain": "security", "test": {"fact": "is_monitored", "is": false},
        "remedy": "protect", "source": {"en": "The house"}});
    let mut rule = rule.as_object().expect("a rule").clone();
    lay_over(&mut rule, &case.rule);
    let doc = json!({"format": "entretien/audit", "format_version": "1.0", "rules": [rule]});
    let mut doc = doc.as_object().expect("a document").clone();
    lay_over(&mut doc, &case.document);
    serde_json::to_vec(&doc).expect("JSON")
}

#[test]
fn bad_rules_are_refused_with_all_their_faults() {
    let text = text("tests/data/audit/bad.jsonl");
    let mut count = 0;
    for line in text.lines() {
        let case: Case = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        assert!(case.why.len() > 10, "{}", case.name);
        let Err(error) = read_audit(&document(&case)) else { panic!("{}: is read", case.name) };
        assert_eq!(faults(&error), case.expect, "{}: {error}", case.name);
        count += 1;
    }
    assert!(count >= 20, "{count}");
}

#[test]
fn the_rule_that_the_cases_break_is_right() {
    let case = Case {
        name: String::new(),
        why: String::new(),
        rule: Map::new(),
        document: Map::new(),
        expect: Vec::new(),
    };
    let policy = read_audit(&document(&case)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(policy.rules.as_slice().len(), shipped_rules().as_slice().len() + 1);
}

#[test]
fn rows_beside_the_estate_are_sorted_and_known() {
    let estate = Estate::default();
    let id = |text: &str| AssetId::new(text).expect("an id");
    let row = Installed {
        asset: id("x"),
        kind: InstalledKind::Os,
        text: "OS".into(),
        product: None,
        cycle: None,
        active: SupportEnd::Unknown,
        security: SupportEnd::Unknown,
        extended: SupportEnd::Unknown,
        target: None,
    };
    let covered =
        |name: &str| CoveredAsset { asset: id(name), is_covered: true, is_covered_remotely: false };
    let (support, coverage) = ([row], [covered("b"), covered("a")]);
    let mut input = AuditInput::new(&estate, day(AS_OF));
    input.support = &support;
    input.coverage = Some(&coverage);
    let error = audit(&AuditRules::default(), &input).expect_err("rows of unknown assets");
    let at = |pointer: &str| Expected { code: "AUD-016".to_owned(), pointer: pointer.to_owned() };
    assert_eq!(faults(&error), [at("/support/0"), at("/coverage/0"), at("/coverage/1")]);
}
