//! The event log of UCI 498 (DOI 10.24432/C57S4H) and its indicators.

use entretien::intervention::{IncidentReader, Log, Mapping};
use entretien::kpi::{Dimension, Grain, KpiAccumulator, KpiTerms, KpiTermsParts, Kpis, windows};
use entretien::time::{Day, Period, Zone};
use flate2::read::GzDecoder;
use std::io::Read as _;
use std::path::Path;

/// The log, from the shared folder.
///
/// # Panics
/// When it cannot be read.
pub fn log(shared: &Path) -> Log {
    let path = shared.join("data/incidents/uci498_events.csv.gz");
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).expect("the event log");
    GzDecoder::new(file).read_to_end(&mut bytes).expect("gzip");
    let mut reader = IncidentReader::of_events(Mapping::new(Zone::UTC)).expect("a reader");
    reader.push(&bytes).expect("events");
    Log::new(reader.finish().expect("incidents").parts).expect("a log")
}

/// A question about its thirteen months, in one window, without assets.
///
/// # Panics
/// Never: the days exist.
pub fn question() -> KpiTermsParts {
    let whole = windows(months(), Grain::Whole, Zone::UTC);
    KpiTermsParts::new(whole[0], whole[0].1, Zone::UTC)
}

/// Its indicators by windows and dimensions.
///
/// # Panics
/// When they cannot be asked.
pub fn kpis(log: &Log, grain: Grain, dimensions: &[Dimension]) -> Kpis {
    let windows = windows(months(), grain, Zone::UTC);
    let dimensions = dimensions.to_vec();
    answers(log, KpiTermsParts { windows, dimensions, ..question() })
}

/// The answers to a question, at 95 %.
///
/// # Panics
/// When it cannot be asked.
pub fn answers(log: &Log, question: KpiTermsParts) -> Kpis {
    let mut gathered = KpiAccumulator::new(KpiTerms::new(question).expect("a question"));
    gathered.push_log(log);
    gathered.answers(0.95).expect("answers")
}

fn months() -> Period {
    let day = |text: &str| Day::parse(text).expect("a day");
    Period::new(day("2016-02-01"), day("2017-03-01")).expect("a period")
}
