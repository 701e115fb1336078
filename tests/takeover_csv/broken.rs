//! Broken files as data: each is told as written, at its place.

use super::{lines, take};
use std::collections::BTreeSet;
use std::fmt::Write as _;

#[test]
fn every_broken_file_is_told_as_written() {
    let cases = lines("tests/data/takeover/bad_csv.jsonl");
    assert!(cases.len() >= 85);
    let mut names = BTreeSet::new();
    let mut wrong = String::new();
    for case in &cases {
        let field = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("{name} of {case}"));
        assert!(!field("why").is_empty());
        assert!(names.insert(field("name")), "{} stands twice", field("name"));
        let found: Vec<_> = match (field("kind"), take(case)) {
            ("error", Err(error)) => error.faults().cloned().collect(),
            ("diagnostic", Ok(takeover)) => {
                assert_eq!(takeover.refused, [], "{case}");
                takeover.diagnostics
            }
            ("refused", Ok(takeover)) => {
                let first = |r: &entretien::takeover::Refusal| r.faults[0].clone();
                takeover.refused.iter().map(first).collect()
            }
            ("passed_over", Ok(takeover)) => takeover.passed_over,
            (kind, other) => panic!("{kind} expected of {case}, found {other:#?}"),
        };
        let source = if field("kind") == "error" { "" } else { field("source") };
        let is_it = |fault: &entretien::error::Fault| {
            fault.code == field("code")
                && fault.pointer == field("pointer")
                && fault.source == source
        };
        if !found.iter().any(is_it) {
            let brief: Vec<_> =
                found.iter().map(|f| (f.code, &f.source, &f.pointer, &f.message)).collect();
            let _ = writeln!(
                wrong,
                "{}: {} at {}: found {brief:?}",
                field("name"),
                field("code"),
                field("pointer")
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
