//! Catalogues of support cycles: reading them, broken ones, and the questions asked of them.

mod support_matching;
mod support_real;

use entretien::support::{
    CatalogueReading, Cycle, LongTerm, SupportCatalogue, SupportEnd, SupportLevel, SupportStatus,
};
use entretien::time::Day;
use entretien_tests::text;
use proptest::prelude::*;
use serde_json::Value;
use std::fmt::Write;

/// The objects of a file of one JSON a line.
fn lines(path: &str) -> Vec<Value> {
    let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
    text(path).lines().filter(|line| !line.is_empty()).map(parse).collect()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text}"))
}

fn csv(text: &str) -> SupportCatalogue {
    SupportCatalogue::read_csv(text.as_bytes()).expect("a catalogue").catalogue
}

#[test]
fn every_broken_catalogue_is_told_as_written() {
    let cases = lines("tests/data/support/bad.jsonl");
    for case in &cases {
        let field = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("{name} of {case}"));
        assert!(!field("why").is_empty());
        let bytes: Vec<u8> = match &case["bytes"] {
            Value::Array(bytes) => {
                bytes.iter().map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap()).collect()
            }
            _ => field("content").as_bytes().to_vec(),
        };
        let product = case["product"].as_str();
        let reading = match field("format") {
            "csv" => SupportCatalogue::read_csv(&bytes),
            _ => SupportCatalogue::read_json(&bytes, product),
        };
        let (code, place) = (field("code"), field("place"));
        match (field("kind"), reading) {
            ("refused", Err(error)) => {
                let fault = error.faults().next().expect("a fault");
                assert_eq!((fault.code, fault.pointer.as_str()), (code, place), "{case}");
            }
            ("diagnostic", Ok(CatalogueReading { catalogue, diagnostics })) => {
                let told: Vec<_> =
                    diagnostics.iter().map(|d| (d.code, d.pointer.as_str())).collect();
                assert_eq!(told, [(code, place)], "{case}");
                let kept = usize::try_from(case["cycles"].as_u64().unwrap_or(1)).unwrap();
                assert_eq!(catalogue.cycle_count(), kept, "{case}");
            }
            (kind, other) => panic!("{kind} expected: {case}\n{other:?}"),
        }
    }
    assert!(cases.len() >= 15);
}

#[test]
fn more_cycles_than_any_catalogue_has_are_refused() {
    let mut table = String::from("product,cycle\n");
    for cycle in 0..=entretien::support::CYCLES_MAX {
        writeln!(table, "x,{cycle}").expect("a line");
    }
    let error = SupportCatalogue::read_csv(table.as_bytes()).expect_err("too many");
    let fault = error.faults().next().expect("a fault");
    assert_eq!((fault.code, fault.pointer.as_str()), ("SUP-053", "line 200002"));
}

/// One cycle through each of the three forms is the same cycle.
#[test]
fn the_three_forms_of_a_catalogue_agree() {
    let table = csv("product,cycle,release_date,eoas,eol,eoes,lts,latest,latest_date\n\
         mssqlserver,16.0,2022-11-16,2028-01-11,2033-01-11,,false,16.0.4175.1,2025-01-14\n\
         mssqlserver,9.0,2005-11-07,,true,false,true,,\n");
    let v1 = r#"{"result":{"name":"mssqlserver","releases":[
        {"name":"16.0","releaseDate":"2022-11-16","isLts":false,"ltsFrom":null,"isEoas":false,
         "eoasFrom":"2028-01-11","isEol":false,"eolFrom":"2033-01-11","isMaintained":true,
         "latest":{"name":"16.0.4175.1","date":"2025-01-14","link":null}},
        {"name":"9.0","releaseDate":"2005-11-07","isLts":true,"isEol":true,"eolFrom":null,
         "isEoes":false,"eoesFrom":null,"isMaintained":false,"latest":null}]}}"#;
    let v1 = SupportCatalogue::read_json(v1.as_bytes(), None).expect("API v1");
    let older = r#"[{"cycle":"16.0","releaseDate":"2022-11-16","support":"2028-01-11",
         "eol":"2033-01-11","lts":false,"latest":"16.0.4175.1","latestReleaseDate":"2025-01-14"},
        {"cycle":"9.0","releaseDate":"2005-11-07","eol":true,"extendedSupport":false,"lts":true}]"#;
    let older = SupportCatalogue::read_json(older.as_bytes(), Some("mssqlserver")).expect("older");
    assert_eq!((&v1.catalogue, v1.diagnostics.len()), (&table, 0));
    assert_eq!((&older.catalogue, older.diagnostics.len()), (&table, 0));
    let many = r#"{"result":[{"name":"b","releases":[{"name":"1","isEol":true}]},
        {"name":"a","label":"A","category":"os","releases":[{"name":"1","isEol":false}]}]}"#;
    let many = SupportCatalogue::read_json(many.as_bytes(), None).expect("all products").catalogue;
    let names: Vec<_> = many.products().iter().map(|product| &*product.slug).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(many.cycle("b", "1").unwrap().security_end, SupportEnd::Ended);
    assert_eq!(many.cycle("a", "1").unwrap().security_end, SupportEnd::NotEnded);
}

#[test]
fn rows_in_any_order_make_one_catalogue() {
    let rows = ["a,1,2020-01-01", "a,10,2020-01-01", "a,9,2020-01-01", "a,2,", "b,1,2021-01-01"];
    let head = "product,cycle,release_date\n";
    let first = csv(&(head.to_owned() + &rows.join("\n")));
    let names: Vec<_> =
        first.product("a").unwrap().cycles.iter().map(|cycle| &*cycle.name).collect();
    assert_eq!(names, ["10", "9", "1", "2"], "newest first, unknown days last, names as numbers");
    let mut turned = rows;
    turned.reverse();
    assert_eq!(csv(&(head.to_owned() + &turned.join("\n"))), first);
}

#[test]
fn the_four_answers_stay_apart() {
    let catalogue =
        csv("product,cycle,eoas,eol,eoes,discontinued,lts\nx,1,2026-07-11,false,true,,\n");
    let json = serde_json::to_value(&catalogue).expect("JSON");
    let cycle = &json["products"][0]["cycles"][0];
    assert_eq!(cycle["active_end"], "2026-07-11");
    assert_eq!(cycle["security_end"], false);
    assert_eq!(cycle["extended_end"], true);
    assert_eq!(cycle["discontinued"], Value::Null);
    assert_eq!(cycle["lts"], Value::Null);
    let cycle = catalogue.cycle("x", "1").unwrap();
    let as_of = day("2026-07-11");
    let status = |level| cycle.status(as_of, level);
    let since = Some(as_of);
    assert_eq!(status(SupportLevel::Active), SupportStatus::Ended { since });
    assert_eq!(status(SupportLevel::Security), SupportStatus::Supported { until: None });
    assert_eq!(status(SupportLevel::Extended), SupportStatus::Ended { since: None });
    assert_eq!(cycle.lts, LongTerm::Unknown);
    let shown = serde_json::to_string(&status(SupportLevel::Active)).unwrap();
    assert_eq!(shown, r#"{"state":"ended","since":"2026-07-11"}"#);
}

/// By hand: Windows 10 22H2 has no edition, so its successors are of any; 23H2 Enterprise stays there.
#[test]
fn successors_keep_the_edition() {
    let catalogue = csv("product,cycle,release_date,eol\n\
        windows,11-26h1-e,2026-02-10,2029-03-13\nwindows,11-25h2-e,2025-09-30,2028-10-10\n\
        windows,11-25h2-w,2025-09-30,2027-10-12\nwindows,11-24h2-e-lts,2024-10-01,2029-10-09\n\
        windows,11-23h2-e,2023-10-31,2026-11-10\nwindows,10-22h2,2022-10-18,2025-10-14\n");
    let names = |cycle, as_of| -> Vec<String> {
        let found = catalogue.successors("windows", cycle, day(as_of));
        found.iter().map(|cycle| cycle.name.to_string()).collect()
    };
    assert_eq!(names(Some("11-23h2-e"), "2026-11-26"), ["11-26h1-e", "11-25h2-e"]);
    assert_eq!(names(Some("11-23h2-e"), "2026-02-09"), ["11-25h2-e"], "26H1 is not out yet");
    assert_eq!(names(Some("11-24h2-e-lts"), "2026-11-26").len(), 3, "no newer LTSC: those of any");
    assert_eq!(names(Some("10-22h2"), "2026-11-26").len(), 4);
    assert_eq!(names(Some("11-26h1-e"), "2026-11-26"), Vec::<String>::new());
    assert!(catalogue.successors("linux", None, day("2026-11-26")).is_empty());
}

fn an_end() -> impl Strategy<Value = SupportEnd> {
    prop_oneof![
        (10_000i32..30_000).prop_map(|number| SupportEnd::On(Day::from_number(number).unwrap())),
        Just(SupportEnd::NotEnded),
        Just(SupportEnd::Ended),
        Just(SupportEnd::Unknown),
    ]
}

fn cell(end: SupportEnd) -> String {
    match serde_json::to_value(end).unwrap() {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}

proptest! {
    /// What has ended stays ended.
    #[test]
    fn status_is_monotone(end in an_end(), a in 9_000i32..31_000, b in 9_000i32..31_000) {
        let rank = |number: i32| match end.status(Day::from_number(number).unwrap()) {
            SupportStatus::Supported { .. } => 0,
            SupportStatus::Ended { .. } => 1,
            SupportStatus::Unknown => 2,
        };
        prop_assert!(rank(a.min(b)) <= rank(a.max(b)));
    }

    /// Written as JSON and read again, in the table and in the older shape, an end is the same.
    #[test]
    fn ends_survive_writing(active in an_end(), security in an_end(), extended in an_end()) {
        let ends = [active, security, extended];
        let [a, b, c] = ends.map(cell);
        let table = csv(&format!("product,cycle,eoas,eol,eoes\nx,1,{a},{b},{c}\n"));
        let [a, b, c] = ends.map(|end| serde_json::to_string(&end).unwrap());
        let json = format!(r#"[{{"cycle":"1","support":{a},"eol":{b},"extendedSupport":{c}}}]"#);
        let json = SupportCatalogue::read_json(json.as_bytes(), Some("x")).unwrap().catalogue;
        for catalogue in [table, json] {
            let cycle: &Cycle = catalogue.cycle("x", "1").unwrap();
            prop_assert_eq!([cycle.active_end, cycle.security_end, cycle.extended_end], ends);
        }
    }

    /// `ends_within` is what the statuses of both days say.
    #[test]
    fn endings_are_changes_of_status(end in an_end(), number in 9_000i32..31_000, days in 0u32..2_000) {
        let catalogue = csv(&format!("product,cycle,eol\nx,1,{}\n", cell(end)));
        let as_of = Day::from_number(number).unwrap();
        let later = as_of.add_days(i32::try_from(days).unwrap()).unwrap();
        let supported = |day| matches!(end.status(day), SupportStatus::Supported { .. });
        let changes = supported(as_of) && !supported(later);
        let found = catalogue.ends_within(as_of, days, SupportLevel::Security);
        prop_assert_eq!(found.len(), usize::from(changes));
    }
}
