//! The shipped company with its log.

use crate::{bytes, files_below};
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::intervention::{IncidentReader, InterventionReader, Log, Mapping};
use entretien::takeover::{Takeover, TakeoverReader};
use entretien::time::Zone;

const FOLDER: &str = "examples/data/company";
/// Categories of the log in which equipment fails.
pub const FAILURES: [&str; 4] = ["Matériel", "Impression", "Réseau", "Stockage"];

/// Its engagement, with its inventories.
///
/// # Panics
/// When it cannot be read.
pub fn company() -> Engagement {
    let document = bytes(&format!("{FOLDER}/engagement.json"));
    read_engagement(&document, &takeover()).expect("an engagement")
}

/// What its inventories hold.
///
/// # Panics
/// When they cannot be read.
pub fn takeover() -> Takeover {
    let mut reader = TakeoverReader::new();
    for file in files_below(&format!("{FOLDER}/inventory")) {
        let path = file.to_string_lossy();
        let name = path.rsplit('/').next().expect("a name");
        reader.read(name, &bytes(&path));
    }
    reader.finish()
}

/// Its log; nothing in it is doubtful.
///
/// # Panics
/// When it cannot be read, or something in it is doubtful.
pub fn log() -> Log {
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
