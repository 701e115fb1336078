//! Indicators of the oracles: downtime of windows, and logs and totals through an engagement without assets.

use crate::Item;
use entretien::document::{read_engagement, read_kpi_question, read_work_mapping};
use entretien::intervention::{InterventionReader, Log, LogParts};
use entretien::kpi::downtime::{Outage, downtime};
use entretien::kpi::{Indicator, Kpis};
use entretien::takeover::TakeoverReader;
use entretien::time::{Day, Zone};
use entretien_tests::text;
use serde_json::{Value, json};

/// Topics of the oracles that are answered here.
pub(crate) const TOPICS: [&str; 3] = ["kpi_edge_cases", "pm_compliance", "en15341"];

/// What is hashed of an item.
pub(crate) fn answer(topic: &str, item: &Item) -> Value {
    match topic {
        "kpi_edge_cases" => edge_case(item),
        "pm_compliance" => compliance(item),
        _ => by_code(item),
    }
}

fn edge_case(item: &Item) -> Value {
    let window: (i64, i64) = serde_json::from_value(item["window"].clone()).expect("a window");
    let incidents: Vec<(i64, Option<i64>)> =
        serde_json::from_value(item["incidents"].clone()).expect("incidents");
    let planned: Vec<(i64, i64)> =
        serde_json::from_value(item["planned"].clone()).expect("windows");
    let outages: Vec<Outage> =
        incidents.into_iter().map(|(begin, end)| Outage { begin, end }).collect();
    let found = downtime(window, &outages, &planned).expect("an answer");
    json!({
        "times": found,
        "availability": found.availability(),
        "mtbf": found.mtbf(),
        "mtbf_episodes": found.mtbf_episodes(),
        "mttr": found.mttr(),
        "bounds": found.mtbf_bounds(0.9).expect("bounds"),
    })
}

fn ask(log: &Log, question: &Value) -> Kpis {
    let nothing = json!({
        "format": "entretien/engagement", "format_version": "1.0", "provider": {"name": "P"},
        "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05", "assets": [],
    });
    let engagement =
        read_engagement(nothing.to_string().as_bytes(), &TakeoverReader::new().finish());
    let question = read_kpi_question(question.to_string().as_bytes()).expect("a question");
    engagement.expect("an engagement").kpis(log, &question).expect("indicators")
}

/// Works that were due, their interval in days and the day on which they were done, as a CSV.
fn compliance(item: &Item) -> Value {
    type Works = Vec<(i32, u32, Option<i32>)>;
    let works: Works =
        serde_json::from_value(item["items_due_interval_done_days"].clone()).expect("works");
    let day = |number: i32| Day::from_number(number).expect("a day");
    let mut csv = "id,kind,status,ended,due,interval_days\n".to_owned();
    for (index, (due, interval, done)) in works.iter().enumerate() {
        let (status, ended) = match done {
            Some(done) => ("done", format!("{}T12:00:00Z", day(*done))),
            None => ("not_done", String::new()),
        };
        csv += &format!("W-{index},preventive,{status},{ended},{},{interval}\n", day(*due));
    }
    let mapping =
        json!({"format": "entretien/log-mapping", "format_version": "1.0", "time_zone": "UTC"});
    let mapping = read_work_mapping(mapping.to_string().as_bytes()).expect("a mapping");
    let mut reader = InterventionReader::new(mapping).expect("a reader");
    reader.push(csv.as_bytes()).expect("rows");
    let log = Log::new(reader.finish().expect("an import").parts).expect("a log");
    assert_eq!(log.interventions().len(), works.len());
    let kpis = ask(
        &log,
        &json!({
            "format": "entretien/kpi-question", "format_version": "1.0", "start": "1970-01-01",
            "end": "1980-01-01", "as_of": "1980-01-01", "grace_percent": 10, "with_plan": false,
        }),
    );
    let answer = |indicator| kpis.answer(0, 0, indicator).expect("an answer");
    json!([answer(Indicator::PreventiveCompliance), answer(Indicator::PreventiveOnTime)])
}

/// Totals in, indicators by their code of EN 15341:2007 out.
fn by_code(item: &Item) -> Value {
    let table: Value = serde_json::from_str(&text("tests/data/bits/measures.json")).expect("JSON");
    let inputs: Vec<(String, String, i64)> =
        serde_json::from_value(table["inputs"].clone()).expect("inputs");
    let totals = inputs.iter().filter_map(|(name, measure, worth)| {
        let amount = item["inputs"].get(name)?.as_i64()? * worth;
        Some(json!({ "measure": measure, "amount": amount }))
    });
    let kpis = ask(
        &Log::new(LogParts::new(Zone::UTC)).expect("a log"),
        &json!({
            "format": "entretien/kpi-question", "format_version": "1.0", "start": "2026-01-01",
            "end": "2027-01-01", "as_of": "2026-12-31", "with_plan": false,
            "totals": totals.collect::<Vec<_>>(),
        }),
    );
    let codes = item["expected"].as_object().expect("codes").keys();
    let answer = |code: &String| {
        let indicator = Indicator::from_en15341(code).expect("an indicator");
        (code.clone(), json!(kpis.answer(0, 0, indicator).expect("an answer")))
    };
    codes.map(answer).collect()
}
