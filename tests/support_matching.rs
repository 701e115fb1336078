//! The table of names that a person has decided on, and what holds for any name.

use super::{lines, text};
use entretien::id::AssetId;
use entretien::support::{
    CycleGap, Match, MatchHow, MatchRule, Matcher, NoMatchReason, ProgramText, SupportCatalogue,
    SystemText,
};
use entretien_tests::shared;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

const TABLE: &str = "tests/data/support/matches.jsonl";

/// The real catalogue where it is there, else one of the products and cycles of the table.
pub(crate) fn catalogue() -> SupportCatalogue {
    if let Some(folder) = shared("support_matching") {
        let csv =
            std::fs::read(folder.join("data/support/endoflife_cycles.csv")).expect("the file");
        return SupportCatalogue::read_csv(&csv).expect("a catalogue").catalogue;
    }
    let mut csv = String::from("product,cycle\n");
    for case in lines(TABLE) {
        if let (Some(product), Some(cycle)) = (case["product"].as_str(), case["cycle"].as_str()) {
            writeln!(csv, "{product},{cycle}").expect("a line");
        }
    }
    SupportCatalogue::read_csv(csv.as_bytes()).expect("a catalogue").catalogue
}

/// The answer for a case whose texts are changed by `change`.
fn answer(matcher: &Matcher, catalogue: &SupportCatalogue, case: &Value, change: Change) -> Match {
    let of = |field: &str| change(case["text"][field].as_str().unwrap_or_default());
    if case["kind"] == "program" {
        let [name, version, publisher] = ["name", "version", "publisher"].map(of);
        let text = ProgramText { name: &name, version: &version, publisher: &publisher };
        return matcher.program(catalogue, &text);
    }
    let [name, full_name, version, kernel] = ["name", "full_name", "version", "kernel"].map(of);
    let [manufacturer, model, firmware] = ["manufacturer", "model", "firmware"].map(of);
    matcher.system(
        catalogue,
        &SystemText {
            name: &name,
            full_name: &full_name,
            version: &version,
            kernel: &kernel,
            manufacturer: &manufacturer,
            model: &model,
            firmware: &firmware,
        },
    )
}

type Change = fn(&str) -> String;

#[test]
fn every_name_of_the_table_is_matched_as_decided() {
    let (matcher, catalogue) = (Matcher::shipped(), catalogue());
    let cases = lines(TABLE);
    let mut wrong = Vec::new();
    for case in &cases {
        assert!(!case["why"].as_str().unwrap_or_default().is_empty(), "{case}");
        let found = answer(&matcher, &catalogue, case, str::to_owned);
        let (product, cycle) = found.product().map_or((None, None), |(p, c)| (Some(p), c));
        if (product, cycle) != (case["product"].as_str(), case["cycle"].as_str()) {
            wrong.push(format!("{case}\n    found {}", serde_json::to_string(&found).unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    let real = cases.iter().filter(|case| case["source"] == "real").count();
    assert!(real >= 150, "{real} real names");
}

#[test]
fn case_and_spaces_do_not_matter() {
    let (matcher, catalogue) = (Matcher::shipped(), catalogue());
    let changes: [Change; 3] =
        [str::to_uppercase, str::to_lowercase, |text| format!("  {}  ", text.replace(' ', "   "))];
    for case in lines(TABLE) {
        let plain = answer(&matcher, &catalogue, &case, str::to_owned);
        for change in changes {
            let other = answer(&matcher, &catalogue, &case, change);
            assert_eq!(other.product(), plain.product(), "{case}");
        }
    }
}

#[test]
fn reasons_are_told() {
    let (matcher, catalogue) = (Matcher::shipped(), catalogue());
    let program =
        |name, version| matcher.program(&catalogue, &ProgramText { name, version, publisher: "" });
    let gap = |found: &Match| match found {
        Match::Product(found) => found.gap,
        Match::None(_) => None,
    };
    let reason = |found: &Match| match found {
        Match::Product(_) => None,
        Match::None(none) => Some(none.reason),
    };
    assert_eq!(gap(&program("Python", "")), Some(CycleGap::VersionMissing));
    assert_eq!(reason(&program("", "1")), Some(NoMatchReason::NoText));
    assert_eq!(reason(&program("A program of ours", "1")), Some(NoMatchReason::NoRule));
    let apps = program("Microsoft 365 Apps for enterprise - fr-fr", "16.0");
    assert_eq!(reason(&apps), None.or(reason(&apps)));
    assert!(apps.product().is_none());
    let el =
        SystemText { name: "GNU/Linux", kernel: "4.18.0-477.el8.x86_64", ..SystemText::default() };
    let Match::None(none) = matcher.system(&catalogue, &el) else { panic!("a product for el8") };
    assert_eq!(none.reason, NoMatchReason::Several);
    assert!(none.candidates.iter().any(|product| &**product == "rocky-linux"));
    let package = program("httpd", "2.4.66-1.fc42");
    assert!(matches!(&package, Match::Product(found) if found.how == MatchHow::Package));
    if catalogue.cycle_count() > 1_000 {
        assert_eq!(gap(&program("MySQL", "8")), Some(CycleGap::Several));
        assert_eq!(gap(&program("redis", "3.2.8-1.fc25")), Some(CycleGap::VersionOlder));
        assert_eq!(gap(&program("Python", "9.1")), Some(CycleGap::VersionUnknown));
    }
}

#[test]
fn rules_of_the_caller_come_first_and_pins_before_them() {
    let catalogue = catalogue();
    let rules = [
        "mint | app | python | acme tool | field | longest |",
        "python | app | - | python | field | none |",
    ];
    let rules = rules.map(|line| MatchRule::parse(line).expect(line)).to_vec();
    let mut matcher = Matcher::with_rules(rules.clone()).expect("rules");
    let text = |name| ProgramText { name, version: "3.12.2", publisher: "" };
    let tool = matcher.program(&catalogue, &text("ACME Tool"));
    assert_eq!(tool.product(), Some(("python", Some("3.12"))));
    assert_eq!(matcher.program(&catalogue, &text("Python")).product(), None, "replaced by id");
    let twice = Matcher::with_rules([rules.clone(), rules].concat());
    assert_eq!(twice.expect_err("ids twice").code(), "SUP-061");
    let asset = AssetId::new("srv-01").expect("an id");
    matcher.pin(asset.clone(), "debian", Some("12"));
    let windows = SystemText { name: "Windows", ..SystemText::default() };
    let found = matcher.system_of(&catalogue, &asset, &windows);
    assert_eq!(found.product(), Some(("debian", Some("12"))));
}

/// Every product that a rule names is in the real catalogue, and so is every cycle.
#[test]
fn rules_name_products_and_cycles_of_the_catalogue() {
    if shared("rules_name_products_and_cycles_of_the_catalogue").is_none() {
        return;
    }
    let catalogue = catalogue();
    for rule in Matcher::shipped().rules() {
        for product in &rule.products {
            let listed = catalogue.product(product).unwrap_or_else(|| panic!("{}", rule.id));
            for target in targets(&rule.cycle) {
                let known = listed.cycles.iter().any(|cycle| {
                    *cycle.name == *target || cycle.name.starts_with(&format!("{target}-"))
                });
                assert!(known, "rule {}: no cycle {target} of {product}", rule.id);
            }
        }
    }
}

/// The cycles that the cycle field of a rule names.
fn targets(field: &str) -> Vec<String> {
    let mut targets = Vec::new();
    for step in field.split(';') {
        if let Some(fixed) = step.trim().strip_prefix('=') {
            targets.push(fixed.to_owned());
        }
        targets.extend(step.split(',').filter_map(|pair| Some(pair.split_once('>')?.1.to_owned())));
    }
    targets
}

#[test]
fn broken_rules_are_refused() {
    for line in [
        "a | app | x | y | field | longest",
        "a | app | x | y | field | longest | c | d",
        "a | program | x | y | field | longest |",
        "a | app | x | y | version | longest |",
        "a | app | x | y | field | shortest |",
        "a | app | x | y | field | map:1=2 |",
        "a | app | x | y | field | floor:abc>2 |",
        " | app | x | y | field | longest |",
        "a | app | x |  | field | longest |",
    ] {
        assert_eq!(MatchRule::parse(line).expect_err(line).code(), "SUP-060", "{line}");
    }
    let shipped = text("core/src/support/rules.txt");
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in shipped.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        *counts.entry(line.split('|').next().unwrap().trim()).or_default() += 1;
    }
    assert!(counts.values().all(|count| *count == 1));
}

proptest! {
    /// Whatever is written, there is an answer, and the same one each time.
    #[test]
    fn any_text_has_an_answer(name in ".{0,40}", version in ".{0,20}", words in "(windows |python|linux|10|server|[ (){}|.-]){0,6}") {
        let catalogue = SupportCatalogue::read_csv(b"product,cycle\npython,3.12\nwindows,10-22h2\n").unwrap().catalogue;
        let matcher = Matcher::shipped();
        for name in [&name, &words] {
            let program = ProgramText { name, version: &version, publisher: &words };
            prop_assert_eq!(matcher.program(&catalogue, &program), matcher.program(&catalogue, &program));
            let system = SystemText { name, full_name: &words, version: &version, kernel: name, firmware: &version, manufacturer: &words, model: name };
            prop_assert_eq!(matcher.system(&catalogue, &system), matcher.system(&catalogue, &system));
        }
    }
}
