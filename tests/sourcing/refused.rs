//! What is refused, with its code and its place.

use super::cases::changed;
use entretien::document::read_sourcing;
use entretien::error::Error;
use entretien::sourcing::{Parameter, Sensitivity, SourcingInput, compare};
use entretien_tests::text;
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    change: Map<String, Value>,
    faults: Vec<(String, String)>,
}

fn faults(error: &Error) -> Vec<(String, String)> {
    error.faults().map(|fault| (fault.code.to_owned(), fault.pointer.clone())).collect()
}

#[test]
fn every_fault_has_its_code_and_place() {
    let mut failed = Vec::new();
    for line in text("tests/data/sourcing/refused.jsonl").lines() {
        let case: Case =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(!case.why.is_empty(), "{}", case.name);
        let document = changed(&case.change).to_string();
        let answer = read_sourcing(document.as_bytes(), None).and_then(|input| compare(&input));
        match answer {
            Ok(_) => failed.push(format!("{}: accepted", case.name)),
            Err(error) if faults(&error) != case.faults => {
                failed.push(format!("{}: {:?}", case.name, faults(&error)));
            }
            Err(_) => {}
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

fn example() -> SourcingInput {
    let document = text("tests/data/sourcing/example.json");
    read_sourcing(document.as_bytes(), None).expect("the example")
}

fn refused(change: impl FnOnce(&mut SourcingInput)) -> Vec<(String, String)> {
    let mut input = example();
    change(&mut input);
    faults(&compare(&input).expect_err("a refusal"))
}

fn one(code: &str, pointer: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), pointer.to_owned())]
}

/// Too much for a case in a file.
#[test]
fn bounds_are_refused_and_never_cut() {
    let many = refused(|input| {
        let line = input.demand[0].clone();
        input.demand = (0..1_001)
            .map(|n| entretien::sourcing::DemandLine { key: n.to_string().into(), ..line.clone() })
            .collect();
    });
    assert_eq!(many, [one("SRC-005", "/demand"), one("SRC-012", "/sensitivity")].concat());
    let search = refused(|input| {
        let line = input.demand[0].clone();
        input.demand = (0..1_000)
            .map(|n| entretien::sourcing::DemandLine { key: n.to_string().into(), ..line.clone() })
            .collect();
        (input.years, input.volume_max) = (50, Some(10));
        input.sensitivity = Sensitivity::by_a_fifth();
    });
    assert_eq!(search, one("SRC-012", "/sensitivity"));
    let volume = refused(|input| input.volume_max = Some(10_000_001));
    assert_eq!(volume, one("SRC-012", "/volume_max"));
    let posts = refused(|input| {
        input.demand[0].minutes = Some(1_000_000_000);
        input.volume_max = Some(10_000_000);
    });
    assert_eq!(posts, one("SRC-012", "/volume_max"));
    let twice = refused(|input| {
        input.sensitivity.parameters = vec![(Parameter::Wage, 1), (Parameter::Wage, 2)];
    });
    assert_eq!(twice, one("SRC-006", "/sensitivity/parameters/1/parameter"));
}
