//! One log of a year, asked by documents: Rust, Python and JavaScript reproduce each byte of the answers.

use entretien::document::{
    read_engagement, read_incident_mapping, read_kpi_question, read_work_mapping,
};
use entretien::engagement::Engagement;
use entretien::intervention::{IncidentReader, InterventionReader, Log};
use entretien::kpi::KpiAccumulator;
use entretien::takeover::TakeoverReader;
use entretien_tests::{assert_committed, bytes, files_below, root, sha256, text};
use serde_json::{Value, json};

const FOLDER: &str = "tests/data/kpi";

fn case() -> Value {
    serde_json::from_str(&text(&format!("{FOLDER}/case.json"))).expect("JSON")
}

/// A file of the case.
fn file(case: &Value, name: &str) -> Vec<u8> {
    bytes(&format!("{FOLDER}/{}", case[name].as_str().expect("a name")))
}

fn log(case: &Value) -> Log {
    let mapping = file(case, "mapping");
    let mut incidents =
        IncidentReader::new(read_incident_mapping(&mapping).expect("a mapping")).expect("a reader");
    incidents.push(&file(case, "incidents")).expect("rows");
    let mut works =
        InterventionReader::new(read_work_mapping(&mapping).expect("a mapping")).expect("a reader");
    works.push(&file(case, "interventions")).expect("rows");
    let incidents = incidents.finish().expect("incidents");
    assert_eq!((incidents.refused, incidents.parts.incidents.len()), (1, 141));
    let mut parts = incidents.parts;
    parts.append(works.finish().expect("interventions").parts);
    Log::new(parts).expect("a log")
}

fn engagement(case: &Value) -> Engagement {
    let inventory = case["inventory"].as_str().expect("a folder");
    let mut reader = TakeoverReader::new();
    for path in files_below(inventory) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        reader.read(&name, &std::fs::read(root().join(&path)).expect("a readable file"));
    }
    let document = bytes(case["engagement"].as_str().expect("a path"));
    read_engagement(&document, &reader.finish()).expect("an engagement")
}

#[test]
fn the_answers_of_a_year_are_reproduced() {
    let case = case();
    let (log, engagement) = (log(&case), engagement(&case));
    let mut answers = Vec::new();
    for question in case["questions"].as_array().expect("questions") {
        let mut document = json!({"format": "entretien/kpi-question", "format_version": "1.0"});
        for (name, value) in question.as_object().expect("a question") {
            document[name] = value.clone();
        }
        let ask = read_kpi_question(document.to_string().as_bytes()).expect("a question");
        let kpis = engagement.kpis(&log, &ask).expect("indicators");
        let mut gathered = engagement.kpi_accumulator(&ask).expect("a question");
        gathered.push_log(&log);
        let state = gathered.to_bytes();
        let again =
            KpiAccumulator::from_bytes(gathered.terms().clone(), &state).expect("its bytes");
        assert_eq!(again.to_bytes(), state);
        let gathered = gathered.answers(ask.confidence).expect("answers");
        answers.push(json!({
            "groups": kpis.groups().len(),
            "windows": kpis.windows().len(),
            "digest": kpis.digest(),
            "json": sha256(kpis.to_json().as_bytes()),
            "question": again.question(),
            "accumulator": sha256(&state),
            "accumulator_digest": gathered.digest(),
        }));
    }
    let log = serde_json::to_string(&log).expect("JSON");
    let page = json!({"log": sha256(log.as_bytes()), "answers": answers});
    let page = serde_json::to_string_pretty(&page).expect("JSON") + "\n";
    assert_committed(&format!("{FOLDER}/digests.json"), &page);
}
