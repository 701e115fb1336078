//! The real inventories beside the workspace, audited.

use super::estate::day;
use entretien::audit::{Audit, AuditInput, Grouping, audit};
use entretien::document::{shipped_engagement, shipped_rules};
use entretien::takeover::{Takeover, TakeoverReader};
use entretien_tests::shared;

fn take(folder: &std::path::Path) -> Takeover {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut reader = TakeoverReader::new();
    for path in paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        reader.read(&name, &std::fs::read(&path).expect("a readable file"));
    }
    reader.finish()
}

fn print(name: &str, audit: &Audit) {
    let undecided: usize = audit.rules().iter().map(|rule| rule.undecided).sum();
    let overall = audit.scores().overall;
    println!(
        "{name}: {} findings, {undecided} undecided, score {:?} of 1000, worst {:?}",
        audit.findings().len(),
        overall.permille,
        overall.worst
    );
    for group in audit.groups(Grouping::Rule) {
        println!("  {:<28} {:>4}", group.key, group.open());
    }
}

#[test]
fn real_inventories_are_audited() {
    let Some(root) = shared("real_inventories_are_audited") else {
        return;
    };
    for (name, assets) in [("glpi-json", 27), ("glpi-json-tests", 41)] {
        let takeover = take(&root.join("data/inventory").join(name));
        assert_eq!(takeover.assets.len(), assets, "{name}");
        let engagement = shipped_engagement(&takeover, day("2026-01-05")).expect("an engagement");
        let input = AuditInput::new(engagement.input().estate(), day("2026-03-01"));
        let audit = audit(&shipped_rules(), &input).expect("an audit");
        print(name, &audit);
        assert!(!audit.findings().is_empty());
        // Every check ends in one of four ways.
        for rule in audit.rules() {
            let sum = rule.passed + rule.failed + rule.waived + rule.undecided;
            assert!(sum <= assets, "{}", rule.rule);
        }
        // Agents do not speak of contracts: nobody is told to be out of contract.
        assert!(audit.findings().iter().all(|f| f.rule.as_str() != "out-of-contract"));
    }
}
