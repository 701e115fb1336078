//! Audits through an engagement: what inventories, registers and the document say reaches the rules.
//!
//! Each line of `tests/data/audit/engagement.jsonl` has files of a takeover (a `register` is a CSV whose headers
//! are codes of facts), assets of the document, a support catalogue, and what one rule finds.

use super::estate::AS_OF;
use entretien::audit::Asked;
use entretien::document::read_engagement;
use entretien::support::SupportCatalogue;
use entretien::takeover::{ColumnMap, MappedFact, Mapping, Takeover, TakeoverReader};
use entretien_tests::text;
use serde_json::{Value, json};

fn take(files: &Value) -> Takeover {
    let mut reader = TakeoverReader::new();
    for (name, file) in files.as_object().into_iter().flatten() {
        let content = file.as_str().map_or_else(|| file.to_string(), str::to_owned);
        if name.contains("register") {
            let column =
                |code: &str| ColumnMap::new(code, MappedFact::parse(code).expect("a fact"));
            let header = content.lines().next().unwrap_or_default();
            let columns = header.split(',').map(column).collect();
            let mapping = Mapping { columns, ..Mapping::default() };
            reader.read_mapped(name, content.as_bytes(), &mapping).expect("a mapping");
        } else {
            reader.read(name, content.as_bytes());
        }
    }
    reader.finish()
}

/// What a case expects, as the audit of its engagement has it.
fn seen(case: &Value) -> Value {
    let mut doc = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "Europe/Paris",
        "begin": "2026-01-01", "sites": [{"id": "lyon", "name": "Lyon"}],
    });
    if case["assets"].is_array() {
        doc["assets"] = case["assets"].clone();
    }
    let takeover = take(&case["files"]);
    assert!(takeover.refused.is_empty() && takeover.passed_over.is_empty(), "{takeover:#?}");
    let mut engagement = read_engagement(doc.to_string().as_bytes(), &takeover)
        .unwrap_or_else(|error| panic!("{}: {error:#?}", case["name"]));
    if let Some(rows) = case["catalogue"].as_str() {
        let csv = format!("product,cycle,lts,release,eol\n{rows}");
        let reading = SupportCatalogue::read_csv(csv.as_bytes()).expect("a catalogue");
        engagement = engagement.with_catalogue(reading.catalogue, vec![]).expect("rules");
    }
    let audit = engagement.audit(AS_OF.parse().expect("a date")).expect("an audit");
    let rule = case["rule"].as_str().expect("a rule");
    let findings: Vec<_> = audit.findings().iter().filter(|f| f.rule.as_str() == rule).collect();
    let undecided = audit.undecided().iter().filter(|row| row.rule.as_str() == rule);
    let evidence = findings.first().and_then(|finding| finding.evidence.first());
    let evidence = evidence.map(|evidence| match &evidence.asked {
        Asked::Fact(fact) => fact.code(),
        Asked::Parts(parts) => parts.code(),
    });
    json!({
        "found": findings.iter().map(|finding| &finding.id).collect::<Vec<_>>(),
        "evidence": evidence,
        "undecided": undecided.flat_map(|row| row.missing.codes()).collect::<Vec<_>>(),
    })
}

#[test]
fn what_sources_say_reaches_the_rules() {
    let text = text("tests/data/audit/engagement.jsonl");
    for line in text.lines() {
        let case: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        assert!(case["why"].as_str().is_some_and(|why| why.len() > 10), "{}", case["name"]);
        let wanted = json!({
            "found": case["found"], "evidence": case["evidence"],
            "undecided": case.get("undecided").cloned().unwrap_or_else(|| json!([])),
        });
        assert_eq!(seen(&case), wanted, "{}: {}", case["name"], case["why"]);
    }
}
