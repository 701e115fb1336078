//! Golden requests and answers: Rust, Python and WebAssembly reproduce each byte.
//!
//! A case is a folder of `tests/golden` with `request.json`: `as_of`, `from`, `to`, and the paths,
//! relative to the folder, of `engagement` (or null: the shipped rules) and `inventory` (or null).
//! Answers are committed whole for small cases and always as digests.

use chrono::NaiveDate;
use entretien::document::{read_engagement, shipped_engagement};
use entretien::report::{self, IcsOptions};
use entretien::takeover::TakeoverReader;
use entretien::text::Lang;
use entretien::time::Day;
use entretien_tests::{assert_committed, files_below, root, sha256, text};
use serde_json::{Value, json};

const CASES: [&str; 4] = ["company", "minimal", "policies", "shipped"];
/// Cases whose answers are committed as bytes, not only as digests.
const WHOLE: [&str; 2] = ["minimal", "policies"];

/// The answers of one case: file name and content, and the digest of the plan.
fn answer(case: &str) -> (Vec<(&'static str, String)>, String) {
    let folder = format!("tests/golden/{case}");
    let request: Value =
        serde_json::from_str(&text(&format!("{folder}/request.json"))).expect("JSON");
    let path = |name: &str| request[name].as_str().map(|path| format!("{folder}/{path}"));
    let mut reader = TakeoverReader::new();
    if let Some(inventory) = path("inventory") {
        let inventory_root = root().join(&inventory);
        for file in files_below(&inventory) {
            let full = root().join(&file).canonicalize().expect("a file");
            let base = inventory_root.canonicalize().expect("a folder");
            let name = full.strip_prefix(&base).expect("below").to_string_lossy().into_owned();
            reader.read(&name, &std::fs::read(&full).expect("a readable file"));
        }
    }
    let takeover = reader.finish();
    let date = |name: &str| -> NaiveDate {
        request[name]
            .as_str()
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| panic!("no {name}"))
    };
    let engagement = match path("engagement") {
        Some(path) => read_engagement(text(&path).as_bytes(), &takeover),
        None => shipped_engagement(&takeover, Day::from_date(date("from")).expect("a day")),
    };
    let engagement = engagement.unwrap_or_else(|error| panic!("{case}: {error}"));
    let plan = engagement.plan(date("as_of"), date("from"), date("to")).expect("a plan");
    assert!(engagement.check(&plan).is_empty(), "{case} is checked");
    let input = engagement.report(&plan);
    let options = IcsOptions { lang: Lang::En, bytes_max: None, calendar_name: None };
    let ics = report::ics(&plan, &options).expect("a calendar").concat();
    let files = vec![
        ("plan.json", plan.to_json()),
        ("plan.csv", report::csv(&plan, Lang::En)),
        ("plan.ics", ics),
        ("report.en.html", report::html(&input, Lang::En)),
        ("report.fr.html", report::html(&input, Lang::Fr)),
    ];
    (files, plan.digest())
}

#[test]
fn golden_answers_are_reproduced() {
    for case in CASES {
        let (files, digest) = answer(case);
        let mut digests = json!({"plan": digest});
        for (name, content) in &files {
            digests[*name] = json!(sha256(content.as_bytes()));
            if WHOLE.contains(&case) {
                assert_committed(&format!("tests/golden/{case}/{name}"), content);
            }
        }
        let digests = serde_json::to_string_pretty(&digests).expect("JSON") + "\n";
        assert_committed(&format!("tests/golden/{case}/digests.json"), &digests);
    }
}

#[test]
fn answering_twice_gives_the_same_bytes() {
    for case in CASES {
        assert_eq!(answer(case), answer(case), "{case}");
    }
}

#[test]
fn every_folder_is_a_case() {
    let mut folders: Vec<String> = std::fs::read_dir(root().join("tests/golden"))
        .expect("golden cases")
        .flatten()
        .filter(|entry| entry.path().join("request.json").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, CASES);
}

#[test]
fn the_canonical_json_is_one_line_and_hashes_to_the_digest() {
    let (files, digest) = answer("minimal");
    let (_, json) = files.first().expect("plan.json");
    assert!(!json.contains('\n'));
    assert_eq!(blake3::hash(json.as_bytes()).to_hex().as_str(), digest);
}
