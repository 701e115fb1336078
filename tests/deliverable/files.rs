//! CSV files, calendar files, JSON, and the same bytes each time.

use crate::sample::{HOSTILE, day, sample};
use entretien::report::{DatedEntry, Deliverable, IcsOptions};
use entretien::text::Lang;
use entretien::time::Day;
use entretien_tests::{assert_committed, sha256};
use serde_json::{Value, json};

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("as many cells as heads"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn each_table_is_a_file() {
    let files = sample(Lang::En).to_csv();
    let names: Vec<&str> = files.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        [
            "figures.csv",
            "facts.csv",
            "findings.csv",
            "decisions.csv",
            "evidence.csv",
            "outcomes.csv",
            "ages.csv",
            "assets.csv",
            "hostile.csv",
            "works.csv",
            "none.csv",
        ]
    );
    for (name, text) in &files {
        assert!(text.ends_with("\r\n") && !text.starts_with('\u{feff}'), "{name}");
        records(text);
    }
}

/// Heads, codes, ids and numbers are the same in each language.
#[test]
fn programs_read_the_same_in_each_language() {
    let (en, fr) = (sample(Lang::En).to_csv(), sample(Lang::Fr).to_csv());
    for ((name, en), (_, fr)) in en.iter().zip(&fr).filter(|((name, _), _)| name != "ages.csv") {
        assert_eq!(records(en)[0], records(fr)[0], "{name}");
    }
    let figures = records(&en[0].1);
    assert_eq!(
        figures[0],
        [
            "section",
            "key",
            "label",
            "value",
            "value_unit",
            "before",
            "before_unit",
            "meaning",
            "note"
        ]
    );
    assert_eq!(figures[4][3..8], ["-12345.67", "EUR", "99500", "EUR", "different"]);
    assert_eq!(figures[5][3..8], ["", "", "", "", "untested"]);
    let assets = records(&en[7].1);
    assert_eq!(
        assets[1],
        ["Servers", "srv", "1204", "5.25", "years", "0.975", "2026-10-05", "95", "12500", "EUR"]
    );
    assert_eq!(assets[2][6..], ["1899-12-31", "-45010", "-0.99", "EUR"]);
    assert!(assets[4][2..].iter().all(String::is_empty));
}

#[test]
fn no_text_is_a_formula() {
    let files = sample(Lang::En).to_csv();
    let hostile = records(&files[8].1);
    for (row, text) in hostile[1..].iter().zip(HOSTILE) {
        let expected =
            if text.starts_with(['=', '-']) { format!("'{text}") } else { text.to_owned() };
        assert_eq!(row[..4], [expected.clone(), expected.clone(), "1.5".to_owned(), expected]);
    }
}

fn property<'c>(calendar: &'c str, name: &str) -> Vec<&'c str> {
    calendar.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn entries_are_events_of_whole_days() {
    let files = sample(Lang::Fr).to_ics(&IcsOptions::default()).expect("a calendar");
    let [calendar] = &*files else { panic!("{} files", files.len()) };
    let uids = property(calendar, "UID");
    assert!(uids[0].starts_with("review/decide/replace-par@") && uids[0].ends_with(".entretien"));
    assert!(uids[1].starts_with("review/freeze@"));
    assert_eq!(property(calendar, "DTSTAMP"), ["20260930T000000Z"; 2]);
    assert_eq!(property(calendar, "DTSTART;VALUE=DATE"), ["20261115", "20261221"]);
    assert_eq!(property(calendar, "DTEND;VALUE=DATE"), ["20261116", "20270104"]);
    assert_eq!(
        property(calendar, "SUMMARY")[0],
        "Décider : remplacer les serveurs \\; Paris\\, 14"
    );
    assert_eq!(
        property(calendar, "DESCRIPTION"),
        ["first line\\nsecond line\\n\\nfourth\\na | b \\\\| c || d"]
    );
}

#[test]
fn calendars_are_split_and_bounded() {
    let document = sample(Lang::En);
    let options = |bytes_max| IcsOptions { bytes_max: Some(bytes_max), ..IcsOptions::default() };
    let whole = document.to_ics(&options(10_000)).expect("a calendar");
    let parts = document.to_ics(&options(700)).expect("calendars");
    assert_eq!((whole.len(), parts.len()), (1, 2));
    assert!(parts.iter().all(|part| part.len() < 700));
    assert_eq!(document.to_ics(&options(300)).expect_err("too small").code(), "DOC-009");
    let mut empty = document;
    empty.entries.clear();
    assert_eq!(empty.to_ics(&IcsOptions::default()).expect("a calendar").len(), 1);
}

/// The last days of the calendar have no day after.
#[test]
fn the_last_days_end() {
    let mut document = sample(Lang::En);
    let entry = |day, days| DatedEntry {
        day,
        days,
        key: "x".to_owned(),
        title: "x".to_owned(),
        text: String::new(),
    };
    document.entries =
        vec![entry(day("9999-12-30"), 9), entry(Day::MAX, 1), entry(day("2026-01-01"), 0)];
    let calendar = document.to_ics(&IcsOptions::default()).expect("a calendar").concat();
    assert_eq!(property(&calendar, "DTEND;VALUE=DATE"), ["99991231", "20260102"]);
}

#[test]
fn json_has_every_value_typed() {
    let document = sample(Lang::En);
    let json: Value = serde_json::from_str(&document.to_json()).expect("JSON");
    assert_eq!(json["summary"][1]["block"], "figures");
    assert_eq!(json["summary"][1]["content"][0]["value"], json!({"is": "share", "value": 0.9931}));
    assert_eq!(json["summary"][1]["content"][4]["value"], json!({"is": "unknown"}));
    assert_eq!(
        json["sections"][0]["blocks"][3]["content"]["rows"][0][7]["value"],
        json!({"minor": 1_250_000, "currency": "EUR"})
    );
    assert_eq!(document.digest(), blake3::hash(document.to_json().as_bytes()).to_hex().to_string());
}

/// SHA-256 of every form.
fn forms(document: &Deliverable) -> Value {
    let csv: Vec<Value> = document
        .to_csv()
        .iter()
        .map(|(name, text)| json!([name, sha256(text.as_bytes())]))
        .collect();
    let calendar = document.to_ics(&IcsOptions::default()).expect("a calendar").concat();
    json!({
        "html": sha256(document.to_html().as_bytes()),
        "markdown": sha256(document.to_markdown().as_bytes()),
        "xlsx": sha256(&document.to_xlsx().expect("a workbook")),
        "csv": csv,
        "ics": sha256(calendar.as_bytes()),
        "json": sha256(document.to_json().as_bytes()),
        "digest": document.digest(),
    })
}

#[test]
fn the_bytes_are_those_committed() {
    let (en, fr) = (sample(Lang::En), sample(Lang::Fr));
    assert_eq!(forms(&en), forms(&en.clone()));
    let all = json!({"en": forms(&en), "fr": forms(&fr)});
    let text = serde_json::to_string_pretty(&all).expect("JSON") + "\n";
    assert_committed("tests/golden/deliverable.json", &text);
}
