//! The real catalogue and the names of real inventories.

use super::lines;
use super::support_matching::catalogue;
use entretien::support::{
    LongTerm, Match, Matcher, ProgramText, SupportCatalogue, SupportEnd, SupportLevel, SystemText,
};
use entretien::time::Day;
use entretien_tests::{RealTexts, SystemTexts, shared};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_real_catalogue_is_read_whole() {
    let Some(folder) = shared("the_real_catalogue_is_read_whole") else { return };
    let csv = std::fs::read(folder.join("data/support/endoflife_cycles.csv")).expect("the file");
    let reading = SupportCatalogue::read_csv(&csv).expect("a catalogue");
    assert_eq!(reading.diagnostics, [], "no cycle ends before its release, nothing is doubtful");
    let catalogue = reading.catalogue;
    assert_eq!((catalogue.products().len(), catalogue.cycle_count()), (464, 8_351));
    let cycles: Vec<_> = catalogue.products().iter().flat_map(|product| &product.cycles).collect();
    let count = |wanted: fn(SupportEnd) -> bool| {
        cycles.iter().filter(|cycle| wanted(cycle.security_end)).count()
    };
    let dates = count(|end| matches!(end, SupportEnd::On(_)));
    let (alive, over) =
        (count(|end| end == SupportEnd::NotEnded), count(|end| end == SupportEnd::Ended));
    assert_eq!((dates, alive, over, alive + over), (7_228, 644, 479, 1_123));
    let of = |level: SupportLevel, end: SupportEnd| {
        cycles.iter().filter(|cycle| cycle.end(level) == end).count()
    };
    assert_eq!(of(SupportLevel::Active, SupportEnd::Unknown), 5_464);
    assert_eq!(of(SupportLevel::Active, SupportEnd::Ended), 417);
    assert_eq!(of(SupportLevel::Extended, SupportEnd::NotEnded), 94);
    assert_eq!(of(SupportLevel::Extended, SupportEnd::Ended), 24);
    assert!(cycles.iter().all(|cycle| cycle.released.is_some()));
    let long_term =
        |wanted: fn(LongTerm) -> bool| cycles.iter().filter(|cycle| wanted(cycle.lts)).count();
    assert_eq!(long_term(|lts| lts == LongTerm::Yes), 519);
    assert_eq!(long_term(|lts| matches!(lts, LongTerm::From(_))), 108);
    assert_eq!(long_term(|lts| lts == LongTerm::No), 7);
    let day = |product: &str, cycle: &str, level| {
        let end = catalogue.cycle(product, cycle).unwrap_or_else(|| panic!("{product} {cycle}"));
        end.end(level).day().expect("a date").to_string()
    };
    assert_eq!(day("debian", "12", SupportLevel::Security), "2026-07-11");
    assert_eq!(day("debian", "12", SupportLevel::Extended), "2028-06-30");
    assert_eq!(day("windows", "11-25h2-w", SupportLevel::Security), "2027-10-12");
    assert_eq!(day("windows-server", "2022", SupportLevel::Active), "2026-10-13");
    let as_of = Day::parse("2026-11-26").expect("a day");
    let target = |product, cycle| catalogue.successors(product, Some(cycle), as_of)[0].name.clone();
    assert_eq!(&*target("debian", "11"), "13");
    assert_eq!(&*target("rhel", "8"), "10");
    assert_eq!(&*target("windows-server", "2016"), "2025");
}

fn system(texts: &SystemTexts) -> SystemText<'_> {
    let [name, full_name, version, kernel, manufacturer, model, firmware] = texts;
    SystemText { name, full_name, version, kernel, manufacturer, model, firmware }
}

/// The systems without product are those of the list, each with its reason, and no other.
#[test]
fn systems_without_product_are_known() {
    let Some(folder) = shared("systems_without_product_are_known") else { return };
    let texts = RealTexts::read(&folder.join("data/inventory"));
    let (matcher, catalogue) = (Matcher::shipped(), catalogue());
    let mut without = BTreeSet::new();
    let (mut cycles, mut products) = (0, 0);
    for texts in &texts.systems {
        match matcher.system(&catalogue, &system(texts)).product() {
            Some((_, cycle)) => {
                products += 1;
                cycles += usize::from(cycle.is_some());
            }
            None => {
                without.insert(short(texts));
            }
        }
    }
    println!(
        "systems and devices: {}, {products} with a product, {cycles} with a cycle",
        texts.systems.len()
    );
    let listed: BTreeSet<String> = lines("tests/data/support/without_product.jsonl")
        .iter()
        .map(|line| {
            assert!(!line["why"].as_str().unwrap_or_default().is_empty(), "{line}");
            line["text"].as_str().expect("a text").to_owned()
        })
        .collect();
    let more: Vec<_> = without.difference(&listed).collect();
    let fewer: Vec<_> = listed.difference(&without).collect();
    assert!(more.is_empty() && fewer.is_empty(), "not listed: {more:#?}\nnot found: {fewer:#?}");
}

/// The texts of a system in one line, a long description cut.
fn short(texts: &SystemTexts) -> String {
    let cut = |text: &String| text.replace(['\n', '\r'], " ").chars().take(60).collect::<String>();
    texts.iter().map(cut).collect::<Vec<_>>().join("|")
}

#[test]
fn real_programs_are_counted() {
    let Some(folder) = shared("real_programs_are_counted") else { return };
    let texts = RealTexts::read(&folder.join("data/inventory"));
    let (matcher, catalogue) = (Matcher::shipped(), catalogue());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for [name, version, publisher] in &texts.programs {
        let kind = match matcher.program(&catalogue, &ProgramText { name, version, publisher }) {
            Match::Product(found) if found.cycle.is_some() => "cycle",
            Match::Product(_) => "product",
            Match::None(none) => none.reason.code(),
        };
        *counts.entry(kind).or_default() += 1;
    }
    println!("{} programs: {counts:?}", texts.programs.len());
    // A rule that suddenly knows many more names takes parts for products.
    assert!((80..130).contains(&counts["cycle"]), "{counts:?}");
}

/// The names of the table that are said to be real are.
#[test]
fn real_names_of_the_table_are_real() {
    let Some(folder) = shared("real_names_of_the_table_are_real") else { return };
    let texts = RealTexts::read(&folder.join("data/inventory"));
    let programs: BTreeSet<_> =
        texts.programs.iter().map(|[name, version, _]| (name.as_str(), version.as_str())).collect();
    let systems: Vec<String> = texts.systems.iter().map(|texts| texts.join("|")).collect();
    let mut invented = Vec::new();
    for case in lines("tests/data/support/matches.jsonl") {
        let of = |field: &str| case["text"][field].as_str().unwrap_or_default().trim().to_owned();
        let known = if case["kind"] == "program" {
            programs.contains(&(of("name").as_str(), of("version").as_str()))
        } else {
            let given = case["text"].as_object().expect("texts").values();
            let given: Vec<&str> = given.filter_map(Value::as_str).collect();
            systems.iter().any(|system| given.iter().all(|text| system.contains(text)))
        };
        if case["source"] == "real" && !known {
            invented.push(case.to_string());
        }
    }
    assert!(invented.is_empty(), "{}", invented.join("\n"));
}
