//! What holds of every audit: order of input, sums of scores, comparisons, waivers.

use super::estate::{AS_OF, World, day};
use super::random::random_world;
use entretien::audit::{
    Audit, ClosedBecause, Grouping, Score, Severity, WaivedSubject, Waiver, WaiverState,
};
use entretien::document::shipped_rules;
use entretien::id::{AssetId, RuleId};
use entretien::inventory::Selector;
use entretien::text::Text;
use entretien_tests::Random;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn bytes(audit: &Audit) -> String {
    serde_json::to_string(audit).expect("JSON")
}

#[test]
fn the_order_of_input_does_not_matter() {
    let rules = shipped_rules();
    let mut reversed = rules.as_slice().to_vec();
    reversed.reverse();
    let reversed = entretien::audit::AuditRules::new(reversed).expect("rules");
    let mut random = Random(11);
    for _ in 0..40 {
        let world = random_world(&mut random);
        let mut other = world.clone();
        other.assets.reverse();
        other.relations.reverse();
        other.licences.reverse();
        other.sites.reverse();
        assert_eq!(
            bytes(&world.audit(&rules, &[], AS_OF)),
            bytes(&other.audit(&reversed, &[], AS_OF))
        );
    }
}

fn weights<'a>(scores: impl Iterator<Item = &'a Score>) -> [u64; 4] {
    scores.fold([0; 4], |sum, s| {
        [sum[0] + s.gained, sum[1] + s.lost, sum[2] + s.waived, sum[3] + s.undecided]
    })
}

#[test]
fn scores_add_up_and_are_the_written_formula() {
    let rules = shipped_rules();
    let mut random = Random(13);
    for _ in 0..60 {
        let audit = random_world(&mut random).audit(&rules, &[], AS_OF);
        let scores = audit.scores();
        let all = weights([scores.overall].iter());
        assert_eq!(all, weights(scores.by_domain.iter().map(|d| &d.score)));
        assert_eq!(all, weights(scores.by_site.iter().map(|s| &s.score)));
        for site in &scores.by_site {
            assert_eq!(
                weights([site.score].iter()),
                weights(site.by_domain.iter().map(|d| &d.score))
            );
        }
        // From the rules alone: every check weighs what its rule can weigh.
        let mut expected = [0; 4];
        for (rule, result) in rules.as_slice().iter().zip(audit.rules()) {
            let weight = rule.severity_max().weight();
            let mut worst: BTreeMap<&str, Severity> = BTreeMap::new();
            for finding in audit.findings().iter().filter(|f| f.rule == rule.id && f.is_open()) {
                let severity = worst.entry(finding.subject()).or_insert(finding.severity);
                *severity = finding.severity.max(*severity);
            }
            assert_eq!(worst.len(), result.failed);
            let lost: u64 = worst.values().map(|severity| severity.weight()).sum();
            expected[0] += weight * (result.passed + result.failed) as u64 - lost;
            expected[1] += lost;
            expected[2] += weight * result.waived as u64;
            expected[3] += weight * result.undecided as u64;
        }
        assert_eq!(all, expected);
        let permille = scores.overall.permille;
        assert_eq!(permille, (all[0] * 1_000).checked_div(all[0] + all[1]));
        let worst = audit.findings().iter().filter(|f| f.is_open()).map(|f| f.severity).max();
        assert_eq!(scores.overall.worst, worst);
    }
}

#[test]
fn groups_count_every_finding_once() {
    let mut random = Random(17);
    for _ in 0..20 {
        let audit = random_world(&mut random).audit(&shipped_rules(), &[], AS_OF);
        for by in
            [Grouping::Rule, Grouping::Remedy, Grouping::Domain, Grouping::Asset, Grouping::Site]
        {
            let groups = audit.groups(by);
            assert!(groups.windows(2).all(|pair| pair[0].key < pair[1].key));
            assert!(groups.iter().all(|g| g.open() == g.by_severity.iter().sum::<u64>()));
            let counted: u64 = groups.iter().map(|g| g.open() + g.waived).sum();
            let with_key = audit.findings().iter().filter(|f| match by {
                Grouping::Asset | Grouping::Site => f.asset.is_some(),
                _ => true,
            });
            assert_eq!(counted, with_key.count() as u64, "{by:?}");
        }
    }
}

#[test]
fn what_is_new_one_way_is_closed_the_other_way() {
    let rules = shipped_rules();
    let mut random = Random(19);
    for _ in 0..40 {
        let (one, two) = (random_world(&mut random), random_world(&mut random));
        let (one, two) = (one.audit(&rules, &[], AS_OF), two.audit(&rules, &[], AS_OF));
        let there = two.compare(&one, true).expect("a comparison");
        let back = one.compare(&two, true).expect("a comparison");
        let new = |c: &entretien::audit::AuditComparison| {
            c.new.iter().map(|f| (f.finding.clone(), f.severity)).collect::<Vec<_>>()
        };
        let closed = |c: &entretien::audit::AuditComparison| {
            c.closed.iter().map(|f| (f.finding.clone(), f.severity)).collect::<Vec<_>>()
        };
        assert_eq!((new(&there), closed(&there)), (closed(&back), new(&back)));
        assert_eq!(there.persisting.len(), back.persisting.len());
        assert_eq!(there.new.len() + there.persisting.len(), two.findings().len());
        assert_eq!(there.closed.len() + there.persisting.len(), one.findings().len());
        let sum = |field: fn(&entretien::audit::RuleChange) -> u64| {
            there.rules.iter().map(field).sum::<u64>()
        };
        assert_eq!(sum(|r| r.new), there.new.len() as u64);
        assert_eq!(sum(|r| r.before), one.findings().len() as u64);
        assert_eq!(sum(|r| r.after), two.findings().len() as u64);
        let same = one.compare(&one, true).expect("a comparison");
        assert!(same.new.is_empty() && same.closed.is_empty());
    }
}

fn server(fields: &Value) -> World {
    let mut asset = json!({"id": "srv", "category": "server", "site": "paris"});
    for (name, value) in fields.as_object().expect("fields") {
        asset[name] = value.clone();
    }
    World { assets: vec![asset], sites: vec!["paris".to_owned()], ..World::default() }
}

fn waiver(rule: &str, until: Option<&str>) -> Waiver {
    let selector =
        Selector { assets: vec![AssetId::new("srv").expect("an id")], ..Selector::default() };
    Waiver {
        rule: RuleId::new(rule).expect("an id"),
        subject: WaivedSubject::Assets(selector),
        part: None,
        until: until.map(day),
        reason: Text::new("Made anew from scripts", None),
        by: "A. Martin".into(),
    }
}

#[test]
fn a_waiver_keeps_the_finding_until_its_day() {
    let rules = shipped_rules();
    let world = server(&json!({"is_backed_up": false, "is_monitored": true}));
    let waivers = [
        waiver("no-backup", Some("2026-03-02")),
        waiver("no-monitoring", None),
        waiver("no-backup", Some("2026-03-01")),
    ];
    let audit = world.audit(&rules, &waivers, AS_OF);
    let finding = audit.findings().iter().find(|f| &*f.id == "no-backup/srv").expect("a finding");
    let waived = finding.waived.as_ref().expect("waived");
    assert_eq!((waived.waiver, waived.until), (0, Some(day("2026-03-02"))));
    let states: Vec<_> = audit.waivers().iter().map(|w| (w.state, w.finding_count)).collect();
    assert_eq!(
        states,
        [(WaiverState::InForce, 1), (WaiverState::Unused, 0), (WaiverState::Expired, 1)]
    );
    assert!(audit.remedies(&BTreeMap::new()).iter().all(|row| &*row.finding != "no-backup/srv"));
    let (with, without) =
        (audit.scores().overall, world.audit(&rules, &[], AS_OF).scores().overall);
    assert_eq!((with.lost + 27, with.waived), (without.lost, 27));

    // The day after, it counts again; a comparison of what counts calls it new.
    let later = world.audit(&rules, &waivers, "2026-03-02");
    let open: Vec<&str> = later.findings().iter().filter(|f| f.is_open()).map(|f| &*f.id).collect();
    assert!(open.contains(&"no-backup/srv"));
    let counted = later.compare(&audit, false).expect("a comparison");
    assert_eq!(counted.new.iter().map(|f| &*f.finding).collect::<Vec<_>>(), ["no-backup/srv"]);
    assert!(later.compare(&audit, true).expect("a comparison").new.is_empty());
    assert_eq!(audit.compare(&later, true).unwrap_err().code(), "AUD-018");
}

#[test]
fn what_is_closed_says_why() {
    let rules = shipped_rules();
    let before = server(&json!({"is_backed_up": false, "memory_mib": 1_024, "core_count": 1,
        "drives": [{"name": "C:", "total_mib": 100_000, "free_mib": 9_000}]}));
    let after = server(&json!({"is_backed_up": true, "core_count": 1,
        "drives": [{"name": "C:", "total_mib": 100_000, "free_mib": 1_000}]}));
    let (one, two) = (
        before.audit(&rules, &[], AS_OF),
        after.audit(&rules, &[waiver("cores-few", None)], AS_OF),
    );
    let change = two.compare(&one, false).expect("a comparison");
    let closed: Vec<_> = change.closed.iter().map(|f| (&*f.finding, f.because)).collect();
    assert_eq!(
        closed,
        [
            ("cores-few/srv", ClosedBecause::Waived),
            ("memory-low/srv", ClosedBecause::Undecided),
            ("no-backup/srv", ClosedBecause::Passed),
        ]
    );
    let worse = change.persisting.iter().find(|f| &*f.finding == "drive-nearly-full/srv/C:");
    let worse = worse.expect("it persists");
    assert_eq!(
        (worse.severity_before, worse.severity_after),
        (Severity::Major, Severity::Critical)
    );
    let gone = World { sites: vec!["paris".to_owned()], ..World::default() };
    let gone = gone.audit(&rules, &[], AS_OF).compare(&one, true).expect("a comparison");
    assert!(gone.closed.iter().all(|f| f.because == ClosedBecause::SubjectGone));
    let none = after.audit(&entretien::audit::AuditRules::default(), &[], AS_OF);
    let none = none.compare(&one, true).expect("a comparison");
    assert!(none.closed.iter().all(|f| f.because == ClosedBecause::RuleGone));
}

#[test]
fn remedies_count_from_the_first_day() {
    let world = server(&json!({"is_backed_up": false, "warranty_end": "2025-01-01"}));
    let audit = world.audit(&shipped_rules(), &[], AS_OF);
    let raised = BTreeMap::from([("no-backup/srv".into(), day("2026-02-20"))]);
    let rows: Vec<String> = audit
        .remedies(&raised)
        .iter()
        .map(|row| format!("{} {} {} {}", row.finding, row.task, row.raised, row.due))
        .collect();
    assert_eq!(
        rows,
        [
            "no-backup/srv audit-remedy 2026-02-20 2026-02-22",
            "warranty-over/srv audit-remedy 2026-03-01 2026-04-30",
        ]
    );
    let tasks: BTreeSet<_> = audit.rules().iter().map(|rule| rule.rule.clone()).collect();
    assert_eq!(tasks.len(), audit.rules().len());
}

/// A line of assets, each of which depends on the one before; every seventh has a twin that can do its work
/// and depends on the same, and the last is critical.
#[test]
fn the_bound_of_the_search_hides_no_critical_asset() {
    let mut relations = Vec::new();
    let mut ids: Vec<String> = vec!["n000".to_owned()];
    for n in 1..400 {
        let (own, before) = (format!("n{n:03}"), format!("n{:03}", n - 1));
        relations.push(json!({"kind": "depends_on", "from": own, "to": before}));
        if n % 7 == 0 {
            let twin = format!("{own}-twin");
            relations.push(json!({"kind": "depends_on", "from": twin, "to": before}));
            relations.push(json!({"kind": "redundant_with", "from": twin, "to": own}));
            ids.push(twin);
        }
        ids.push(own);
    }
    // Beside the line: what hangs on one of a pair alone does not stop with it.
    relations.push(json!({"kind": "depends_on", "from": "x", "to": "n007"}));
    ids.push("x".to_owned());
    let assets = ids.iter().map(|id| {
        let criticality = if id == "n399" { "critical" } else { "low" };
        json!({"id": id, "category": "server", "criticality": criticality})
    });
    let world = World { assets: assets.collect(), relations, ..World::default() };
    let audit = world.audit(&shipped_rules(), &[], AS_OF);
    let found: BTreeMap<&str, Severity> = audit
        .findings()
        .iter()
        .filter(|f| f.rule.as_str() == "single-point-of-failure")
        .map(|f| (f.subject(), f.severity))
        .collect();
    for n in 0..399 {
        let expected = (n == 0 || n % 7 != 0).then_some(Severity::Critical);
        assert_eq!(found.get(&*format!("n{n:03}")).copied(), expected, "n{n:03}");
    }
}
