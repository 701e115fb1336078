//! The bytes that Rust, Python and JavaScript give to the same questions.
//!
//! `tests/golden/review` has the questions, and in `digests.json` for each document and language the SHA-256 of each
//! form: of CSV files their names and texts, a line feed after each, in order; of calendar files one after the other.
//! `digest` is its own. The log is that of the shipped company, the options of sourcing are its `sourcing.json`.

use entretien::document::{read_offer, read_review, read_sourcing, shipped_advice};
use entretien::engagement::{DemandAsk, Engagement, ReviewSources};
use entretien::intervention::Log;
use entretien::report::{Deliverable, IcsOptions};
use entretien::text::Lang;
use entretien_tests::company::{company, log};
use entretien_tests::{assert_committed, bytes, sha256};
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};

const FOLDER: &str = "tests/golden/review";

type Documents = [(&'static str, Deliverable); 4];

/// The documents in a language, by name.
fn made(lang: Lang) -> Documents {
    let engagement = company();
    let log = Arc::new(log());
    let advice = shipped_advice();
    let sources =
        ReviewSources { log: Some(&log), advice: Some(&advice), ..ReviewSources::default() };
    let ask = read_review(&bytes(&format!("{FOLDER}/review.json"))).expect("a question");
    let offer = read_offer(&bytes(&format!("{FOLDER}/offer.json"))).expect("a question");
    [
        ("review", engagement.review(&ask, &sources, lang).expect("a review")),
        ("proposal", engagement.proposal(&offer, lang).expect("a proposal")),
        ("kick_off", engagement.kick_off(&offer, lang).expect("a kick-off")),
        ("sourcing", sourcing(&engagement, &log, lang)),
    ]
}

/// The options of the company for the demand of 2027, as known at the end of 2026.
fn sourcing(engagement: &Engagement, log: &Log, lang: Lang) -> Deliverable {
    let date = |text: &str| text.parse().expect("a date");
    let as_of = date("2026-12-31");
    let plan = engagement.plan(as_of, date("2027-01-01"), date("2028-01-01")).expect("a plan");
    let ask = DemandAsk { out_of_hours_ppm: Some(0), ..DemandAsk::new() };
    let document = bytes("examples/data/company/sourcing.json");
    let input = read_sourcing(&document, Some(engagement)).expect("options");
    let found = engagement.sourcing(&plan, Some(log), &ask, &input).expect("a comparison");
    engagement.sourcing_deliverable(&found, as_of, lang).expect("a document")
}

fn documents() -> &'static [(Lang, Documents); 2] {
    static DOCUMENTS: OnceLock<[(Lang, Documents); 2]> = OnceLock::new();
    DOCUMENTS.get_or_init(|| [Lang::En, Lang::Fr].map(|lang| (lang, made(lang))))
}

/// The digests of every form.
fn forms(document: &Deliverable) -> Value {
    let files = document.to_csv().into_iter().map(|(name, text)| format!("{name}\n{text}\n"));
    let ics = document.to_ics(&IcsOptions::default()).expect("a calendar").concat();
    json!({
        "digest": document.digest(),
        "json": sha256(document.to_json().as_bytes()),
        "html": sha256(document.to_html().as_bytes()),
        "markdown": sha256(document.to_markdown().as_bytes()),
        "xlsx": sha256(&document.to_xlsx().expect("a workbook")),
        "csv": sha256(files.collect::<String>().as_bytes()),
        "ics": sha256(ics.as_bytes()),
    })
}

#[test]
fn every_form_has_the_committed_bytes() {
    let mut digests = json!({});
    for (lang, documents) in documents() {
        for (name, document) in documents {
            digests[*name][lang.tag()] = forms(document);
        }
    }
    let digests = serde_json::to_string_pretty(&digests).expect("JSON") + "\n";
    assert_committed(&format!("{FOLDER}/digests.json"), &digests);
}

#[test]
fn sections_and_pictures_are_found_by_id() {
    for (_, documents) in documents() {
        for (name, document) in documents {
            for section in &document.sections {
                assert_eq!(document.section(section.id), Some(section), "{name}");
            }
            assert_eq!(document.section("elsewhere"), None);
            let mut ids: Vec<&str> = document.pictures().map(|picture| picture.id).collect();
            assert!(!ids.is_empty(), "{name} has pictures");
            ids.sort_unstable();
            assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{name}: {ids:?}");
        }
    }
}
