//! The shipped company and its log.

use crate::{bytes, files_below};
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::intervention::{IncidentReader, InterventionReader, Log, Mapping};
use entretien::takeover::TakeoverReader;
use entretien::time::Zone;

const FOLDER: &str = "examples/data/company";

/// The shipped company, with its inventory.
pub fn company() -> Engagement {
    let mut reader = TakeoverReader::new();
    for file in files_below(&format!("{FOLDER}/inventory")) {
        let path = file.to_string_lossy();
        let name = path.rsplit('/').next().expect("a name");
        reader.read(name, &bytes(&path));
    }
    let document = bytes(&format!("{FOLDER}/engagement.json"));
    read_engagement(&document, &reader.finish()).expect("an engagement")
}

/// The log of the shipped company; nothing in it is doubtful.
pub fn company_log() -> Log {
    let mut incidents = IncidentReader::new(Mapping::new(Zone::PARIS)).expect("a mapping");
    incidents.push(&bytes(&format!("{FOLDER}/log/incidents.csv"))).expect("rows");
    let incidents = incidents.finish().expect("incidents");
    let mut works = InterventionReader::new(Mapping::new(Zone::PARIS)).expect("a mapping");
    works.push(&bytes(&format!("{FOLDER}/log/works.csv"))).expect("rows");
    let works = works.finish().expect("works");
    assert_eq!((incidents.diagnostics, works.diagnostics), (vec![], vec![]));
    assert!(incidents.unused.is_empty() && works.unused.is_empty());
    let mut parts = incidents.parts;
    parts.append(works.parts);
    Log::new(parts).expect("a log")
}
