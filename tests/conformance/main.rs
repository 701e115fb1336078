//! Runs agreed answers against the library: `conformance TOPIC FILE…`.
//!
//! Each failing case is printed, and each that is not understood as skipped; the last line reads
//! `N passed, M failed` (`, K skipped` follows when the topic can skip), and the exit code is 1 when a case
//! failed, 2 when the command could not be run.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

mod business_time;
mod compare;
mod holidays;
mod indicators;
mod kpi;
mod observed;
mod reliability;
mod rrule;
mod sourcing;

use std::process::ExitCode;

/// Cases that passed, failed or were not understood.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    /// Counts a case; prints why it failed.
    pub(crate) fn record(&mut self, name: &str, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                println!("FAIL {name}: {why}");
            }
        }
    }

    /// Counts `cases` that this runner does not know.
    pub(crate) fn skip(&mut self, name: &str, cases: usize, why: &str) {
        self.skipped += cases;
        println!("SKIP {name}: {why}");
    }
}

/// Runs the cases of one file, given its name.
type Topic = fn(&str, &mut Tally) -> Result<(), String>;

const TOPICS: [(&str, Topic); 5] = [
    ("rrule", |file, tally| text(file).map(|text| rrule::run(file, &text, tally))),
    ("business-time", |file, tally| text(file).map(|text| business_time::run(file, &text, tally))),
    ("holidays", holidays::run),
    ("reliability", |file, tally| text(file).map(|text| reliability::run(file, &text, tally))),
    ("kpi", |file, tally| text(file).map(|text| kpi::run(file, &text, tally))),
];

#[expect(clippy::disallowed_methods, reason = "the runner reads the files it is given")]
fn text(file: &str) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let topic = arguments.first().and_then(|name| TOPICS.iter().find(|topic| topic.0 == name));
    let (Some((name, run)), Some(files @ [_, ..])) = (topic, arguments.get(1..)) else {
        eprintln!("usage: conformance {} FILE…", TOPICS.map(|topic| topic.0).join("|"));
        return ExitCode::from(2);
    };
    let mut tally = Tally::default();
    for file in files {
        if let Err(error) = run(file, &mut tally) {
            eprintln!("{file}: {error}");
            return ExitCode::from(2);
        }
    }
    let Tally { passed, failed, skipped } = tally;
    if *name == "rrule" {
        println!("{passed} passed, {failed} failed");
    } else {
        println!("{passed} passed, {failed} failed, {skipped} skipped");
    }
    ExitCode::from(u8::from(failed > 0))
}
