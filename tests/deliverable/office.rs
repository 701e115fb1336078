//! The workbook as `LibreOffice` reads it: `tests/ci/office.sh` writes the forms, converts them, and asks.

use crate::sample::sample;
use entretien::text::Lang;
use entretien_tests::root;
use std::path::PathBuf;

fn folder() -> PathBuf {
    root().join("target/deliverable")
}

/// Every form of the sample, for office programs and for people.
#[test]
#[ignore = "a part of tests/ci/office.sh"]
fn writes() {
    let folder = folder();
    std::fs::create_dir_all(&folder).expect("a folder");
    for lang in [Lang::En, Lang::Fr] {
        let document = sample(lang);
        let write = |ending: &str, bytes: &[u8]| {
            std::fs::write(folder.join(format!("{}.{ending}", lang.tag())), bytes).expect("a file");
        };
        write("html", document.to_html().as_bytes());
        write("md", document.to_markdown().as_bytes());
        write("json", document.to_json().as_bytes());
        write("xlsx", &document.to_xlsx().expect("a workbook"));
    }
}

/// What `LibreOffice` shows in a sheet, as CSV.
fn shown(sheet: &str) -> Vec<Vec<String>> {
    let path = folder().join(format!("en-{sheet}.csv"));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
#[ignore = "a part of tests/ci/office.sh"]
fn shows_what_the_page_shows() {
    let figures = shown("Key figures");
    assert_eq!(figures[1][3], "99.31%");
    assert_eq!(figures[2][3], "5:12");
    assert_eq!(figures[3][3], "1,482");
    assert_eq!(figures[4][3], "-12,345.67\u{a0}EUR");
    assert_eq!(figures[5][3], "unknown");
    assert_eq!(figures[6][3], "0.24");
    let assets = shown("Assets by kind");
    assert_eq!(
        assets[1][3..],
        ["5.3\u{a0}years", "97.5%", "5 Oct 2026", "1:35", "12,500.00\u{a0}EUR"]
    );
    assert_eq!(
        assets[2][3..],
        ["0.0\u{a0}years", "0.0120%", "31 Dec 1899", "−750\u{a0}h\u{a0}10", "-0.99\u{a0}EUR"]
    );
    assert_eq!(assets[3][1], "=1+1");
    assert_eq!(assets[3][7], "1,500\u{a0}JPY");
    assert!(assets[4][2..].iter().all(|cell| cell == "unknown"));
}
