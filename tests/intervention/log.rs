//! A log refuses what contradicts itself, and merges.

use super::utc;
use entretien::id::{InterventionId, TicketId};
use entretien::intervention::{
    Costs, Downtime, Incident, Intervention, Log, LogParts, Reopened, Terms,
};
use entretien::quantity::Currency;

fn incident(id: &str) -> Incident {
    let mut incident = Incident::new(TicketId::new(id).expect("an id"));
    incident.opened = Some(1_000);
    incident
}

fn work(id: &str) -> Intervention {
    Intervention::new(InterventionId::new(id).expect("an id"))
}

#[test]
fn every_fault_is_told_at_its_place() {
    let mut parts = LogParts::new(utc());
    let mut first = incident("a");
    first.resolved = Some(999);
    first.opened = Some(i64::MAX);
    let mut second = incident("b");
    second.resolved = Some(999);
    let mut third = incident("c");
    (third.resolved, third.closed) = (Some(3_000), Some(2_000));
    third.reopenings.push(Reopened { resolved: 2_500, reopened: 3_500 });
    let mut fourth = incident("c");
    let mut other = Terms::new();
    other.add("x");
    fourth.site = other.add("y");
    fourth.contract = parts.terms.add(&"z".repeat(201));
    parts.incidents = vec![first, second, third, fourth];
    let mut fifth = work("w");
    (fifth.begun, fifth.ended) = (Some(10), Some(9));
    fifth.downtime = Some(Downtime { from: 10, to: Some(9), is_planned: None });
    (fifth.labour_minutes, fifth.overtime_minutes) = (Some(10), Some(11));
    let mut costs = Costs::new(Currency::EUR);
    costs.parts_minor = Some(-1);
    fifth.costs = Some(Box::new(costs));
    parts.interventions = vec![fifth];
    let error = Log::new(parts).expect_err("faults");
    let told: Vec<(&str, &str)> =
        error.faults().map(|fault| (fault.code, fault.pointer.as_str())).collect();
    assert_eq!(
        told,
        [
            ("INT-008", "/incidents/3/site"),
            ("INT-009", "/incidents/3/contract"),
            ("INT-002", "/incidents/0/opened"),
            ("INT-003", "/incidents/1/resolved"),
            ("INT-004", "/incidents/2/closed"),
            ("INT-004", "/incidents/2/reopenings"),
            ("INT-005", "/interventions/0/ended"),
            ("INT-005", "/interventions/0/downtime"),
            ("INT-007", "/interventions/0/overtime_minutes"),
            ("INT-006", "/interventions/0/costs"),
            ("INT-001", "/incidents/3/id"),
        ]
    );
}

#[test]
fn a_list_without_end_is_refused() {
    let mut parts = LogParts::new(utc());
    let mut one = incident("a");
    for number in 0..10_001 {
        one.assets.extend(parts.terms.add(&format!("asset-{number}")));
    }
    parts.incidents.push(one);
    assert_eq!(Log::new(parts).unwrap_err().code(), "INT-010");
}

#[test]
fn the_order_of_the_parts_does_not_count() {
    let build = |order: [usize; 3]| {
        let mut parts = LogParts::new(utc());
        for place in order {
            let mut one = incident(["b", "c", "a"][place]);
            one.site = parts.terms.add(["Paris", "Lyon", "Nice"][place]);
            one.assets.extend(parts.terms.add("srv-2"));
            one.assets.extend(parts.terms.add("srv-1"));
            parts.incidents.push(one);
        }
        Log::new(parts).expect("a log")
    };
    let log = build([0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(build(order), log);
    }
    let texts: Vec<&str> = log.terms().iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["Lyon", "Nice", "Paris", "srv-1", "srv-2"]);
    assert_eq!(log.incident("a").and_then(|one| log.text(one.site)), Some("Nice"));
    assert!(log.incident("d").is_none() && log.intervention("d").is_none());
}

#[test]
fn logs_of_several_files_become_one() {
    let mut first = LogParts::new(utc());
    let mut one = incident("a");
    first.terms.add("unused");
    one.site = first.terms.add("Lyon");
    first.incidents.push(one);
    let mut second = LogParts::new(utc());
    let mut two = work("w");
    two.site = second.terms.add("Lyon");
    two.cause = second.terms.add("disk");
    second.interventions.push(two);
    first.append(second);
    let log = Log::new(first).expect("a log");
    assert_eq!(log.incidents()[0].site, log.interventions()[0].site);
    assert_eq!(log.text(log.interventions()[0].cause), Some("disk"));
}
