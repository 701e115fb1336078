//! Dates of renewals and updates, as cases that a maintenance manager can read.
//!
//! Each line of `tests/data/renewal/dates.jsonl` holds a part of an engagement document, a support catalogue
//! if need be, and what is expected of some rows by key: `due`, `by` (the binding driver), `over`, `wanted`,
//! `window`, and reasons by driver as a date, or as the code of why there is none.
use chrono::NaiveDate;
use entretien::document::read_engagement;
use entretien::renewal::{Reason, RenewalRow, Renewals};
use entretien::support::SupportCatalogue;
use entretien::takeover::Takeover;
use entretien_tests::text;
use serde_json::{Map, Value, json};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no date"))
}

/// The document of a case: its parts over a minimal one.
fn document(parts: &Value) -> String {
    let mut doc = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "Provider"}, "customer": {"name": "Customer"},
        "time_zone": "Europe/Paris", "begin": "2020-01-01",
        "sites": [{"id": "lyon", "name": "Lyon"}],
    });
    let (Some(doc), Some(parts)) = (doc.as_object_mut(), parts.as_object()) else {
        panic!("the document of a case is an object")
    };
    doc.extend(parts.clone());
    Value::Object(doc.clone()).to_string()
}

fn renewals(case: &Value) -> Renewals {
    let engagement = read_engagement(document(&case["doc"]).as_bytes(), &Takeover::default());
    let mut engagement = engagement.unwrap_or_else(|error| panic!("{}: {error:#?}", case["id"]));
    if let Some(csv) = case["catalogue"].as_str() {
        let catalogue = SupportCatalogue::read_csv(csv.as_bytes()).expect("a catalogue").catalogue;
        engagement = engagement.with_catalogue(catalogue, vec![]).expect("rules");
    }
    engagement.renewals(date(case["as_of"].as_str().expect("as_of"))).expect("renewals")
}

fn day_text(day: Option<entretien::time::Day>) -> Value {
    day.map_or(Value::Null, |day| json!(day.to_string()))
}

/// A reason as cases write it.
fn told(reason: &Reason) -> Value {
    match (reason.date, reason.no_date) {
        (Some(day), _) => json!(day.to_string()),
        (None, Some(why)) => json!(why.code()),
        (None, None) => json!("over"),
    }
}

/// What a case expects of a row, as the row has it.
fn found(row: &RenewalRow, wanted: &Map<String, Value>) -> Map<String, Value> {
    let reasons = |asked: &Value| -> Value {
        let asked = asked.as_object().expect("reasons by driver");
        let pairs = asked.keys().map(|driver| {
            let reason = row.reasons.iter().find(|reason| reason.driver.code() == driver);
            (driver.clone(), reason.map_or(Value::Null, told))
        });
        Value::Object(pairs.collect())
    };
    let pairs = wanted.iter().map(|(name, asked)| {
        let value = match name.as_str() {
            "due" => day_text(row.due),
            "by" => row.binding().map_or(Value::Null, |reason| json!(reason.driver.code())),
            "over" => json!(row.is_over),
            "wanted" => day_text(row.wanted),
            "window" => json!([day_text(row.earliest), day_text(row.latest)]),
            "action" => json!(row.action.code()),
            "contract" => row.contract.as_ref().map_or(Value::Null, |id| json!(id.as_str())),
            "policy" => json!(row.policy),
            "price_minor" => row.price.map_or(Value::Null, |price| json!(price.minor())),
            "what" => row
                .binding()
                .and_then(|r| r.what.as_deref())
                .map_or(Value::Null, |what| json!(what)),
            "reasons" => reasons(asked),
            other => panic!("a case cannot ask for `{other}`"),
        };
        (name.clone(), value)
    });
    pairs.collect()
}

#[test]
fn every_case_is_dated_as_it_says() {
    let mut failed = Vec::new();
    let cases = text("tests/data/renewal/dates.jsonl");
    for line in cases.lines().filter(|line| !line.trim().is_empty()) {
        let case: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        assert!(case["why"].is_string(), "{}: a case says why", case["id"]);
        let all = renewals(&case);
        for (key, wanted) in case["rows"].as_object().expect("rows by key") {
            let row = all.rows.iter().find(|row| row.subject.key() == *key);
            match (row, wanted) {
                (None, Value::Null) => {}
                (None, _) => failed.push(format!("{}: no row `{key}`", case["id"])),
                (Some(_), Value::Null) => failed.push(format!("{}: a row `{key}`", case["id"])),
                (Some(row), wanted) => {
                    let wanted = wanted.as_object().expect("what is expected");
                    let found = found(row, wanted);
                    if found != *wanted {
                        let (found, wanted) = (json!(found), json!(wanted));
                        failed.push(format!(
                            "{} {key}\n  found  {found}\n  wanted {wanted}",
                            case["id"]
                        ));
                    }
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
