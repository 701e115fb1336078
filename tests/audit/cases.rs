//! Every shipped rule: an asset that fails it, one that passes, one of which a fact is missing.

use super::estate::{AS_OF, World};
use entretien::audit::{Audit, Finding, RuleResult};
use entretien::document::{AUDIT_RULES_JSON, read_audit, shipped_rules};
use entretien_tests::text;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    why: String,
    #[serde(default)]
    asset: Map<String, Value>,
    fails: Map<String, Value>,
    passes: Map<String, Value>,
    undecided: Option<Map<String, Value>>,
    missing: Option<Vec<String>>,
    severity: Option<String>,
    since: Option<String>,
    part: Option<String>,
}

fn cases() -> Vec<Case> {
    let text = text("tests/data/audit/rules.jsonl");
    let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    text.lines().map(read).collect()
}

/// The estate of a case: the asset `a`, or the licence `l`, with one of the variants laid over.
fn world(case: &Case, variant: &Map<String, Value>) -> World {
    let mut asset = Map::from_iter([
        ("id".to_owned(), Value::from("a")),
        ("site".to_owned(), Value::from("paris")),
    ]);
    asset.extend(case.asset.clone());
    asset.extend(variant.clone());
    let list = |value: Option<Value>| value.and_then(|v| v.as_array().cloned()).unwrap_or_default();
    let (others, relations) = (list(asset.remove("+others")), list(asset.remove("+relations")));
    let licence = asset.remove("+licence").map(|mut licence| {
        licence["id"] = Value::from("l");
        licence
    });
    let mut assets = vec![Value::from(asset)];
    assets.extend(others);
    World {
        assets,
        relations,
        licences: licence.into_iter().collect(),
        sites: vec!["paris".to_owned()],
    }
}

fn result<'a>(audit: &'a Audit, rule: &str) -> &'a RuleResult {
    audit.rules().iter().find(|r| r.rule.as_str() == rule).unwrap_or_else(|| panic!("no {rule}"))
}

/// The findings of a rule on the subject of the case.
fn findings<'a>(audit: &'a Audit, rule: &str) -> Vec<&'a Finding> {
    let all = audit.findings().iter();
    all.filter(|f| f.rule.as_str() == rule && ["a", "l"].contains(&f.subject())).collect()
}

fn undecided<'a>(audit: &'a Audit, rule: &str) -> Vec<&'a str> {
    let rows = audit.undecided().iter().filter(|row| row.rule.as_str() == rule);
    let own = rows.filter(|row| audit.undecided_subjects(row).any(|id| id == "a" || id == "l"));
    own.flat_map(|row| row.missing.codes()).collect()
}

#[test]
fn every_case_fails_passes_and_waits_as_it_says() {
    let rules = shipped_rules();
    for case in cases() {
        let name = format!("{}: {}", case.rule, case.why);
        assert!(case.why.len() > 10, "{name}");
        let rule = rules.get(&case.rule).unwrap_or_else(|| panic!("{name}"));

        let audit = world(&case, &case.fails).audit(&rules, &[], AS_OF);
        let found = findings(&audit, &case.rule);
        let [finding] = found[..] else { panic!("{name}: {found:#?}") };
        if let Some(severity) = &case.severity {
            assert_eq!(finding.severity.code(), severity, "{name}");
        }
        if let Some(part) = &case.part {
            assert_eq!(finding.part.as_deref(), Some(part.as_str()), "{name}");
        }
        if let Some(since) = &case.since {
            assert_eq!(finding.since.map(|day| day.to_string()).as_ref(), Some(since), "{name}");
        }
        assert!(!finding.evidence.is_empty(), "{name}");
        let text = finding.text();
        assert!(!text.get(entretien::text::Lang::En).is_empty(), "{name}");
        assert_eq!(undecided(&audit, &case.rule), [""; 0], "{name}");

        let audit = world(&case, &case.passes).audit(&rules, &[], AS_OF);
        assert!(findings(&audit, &case.rule).is_empty(), "{name}: passes");
        assert_eq!(undecided(&audit, &case.rule), [""; 0], "{name}: passes");
        assert!(result(&audit, &case.rule).passed > 0, "{name}");

        match (&case.undecided, &case.missing) {
            (Some(variant), Some(missing)) => {
                let audit = world(&case, variant).audit(&rules, &[], AS_OF);
                assert!(findings(&audit, &case.rule).is_empty(), "{name}: undecided");
                assert_eq!(undecided(&audit, &case.rule), *missing, "{name}: undecided");
                assert!(result(&audit, &case.rule).undecided > 0, "{name}");
            }
            _ => assert!(rule.is_always_decided(), "{name}: no undecided case"),
        }
    }
}

#[test]
fn every_shipped_rule_has_cases() {
    let covered: BTreeSet<String> = cases().into_iter().map(|case| case.rule).collect();
    let shipped: BTreeSet<String> =
        shipped_rules().as_slice().iter().map(|rule| rule.id.to_string()).collect();
    assert_eq!(covered, shipped);
    assert!(shipped.len() >= 40, "{}", shipped.len());
}

/// The shipped rules go through the reader of everybody's rules.
#[test]
fn the_shipped_rules_are_a_document_in_order_and_in_two_languages() {
    let policy = read_audit(AUDIT_RULES_JSON.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(policy.rules, shipped_rules());
    let doc: Value = serde_json::from_str(AUDIT_RULES_JSON).expect("JSON");
    let ids: Vec<&str> =
        doc["rules"].as_array().expect("rules").iter().filter_map(|r| r["id"].as_str()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
    let tasks = entretien::document::catalogue();
    for rule in doc["rules"].as_array().expect("rules") {
        for text in ["title", "source"] {
            assert!(rule[text]["en"].is_string() && rule[text]["fr"].is_string(), "{rule}");
        }
        if let Some(task) = rule["task"].as_str() {
            assert!(tasks.iter().any(|known| known.id.as_str() == task), "{task}");
        }
    }
}
