//! Runs agreed answers against the library: `conformance TOPIC FILE…`.
//!
//! Each failing case is printed, and each that is not understood as skipped; the last line reads
//! `N passed, M failed, K skipped`, and the exit code is 1 when a case failed, 2 when the command could
//! not be run.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

mod business_time;
mod rrule;

use std::process::ExitCode;

/// Outcome of a run.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    /// Records a case, and prints it when it failed.
    pub(crate) fn record(&mut self, name: &str, result: Result<(), String>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                println!("FAIL {name}: {why}");
            }
        }
    }
}

impl Tally {
    /// Counts a case that this runner does not know.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        self.skipped += 1;
        println!("SKIP {name}: {why}");
    }
}

/// Runs the cases of one file, given its name and text.
type Topic = fn(&str, &str, &mut Tally);

const TOPICS: [(&str, Topic); 2] = [("rrule", rrule::run), ("business-time", business_time::run)];

fn usage() -> ExitCode {
    let topics = TOPICS.map(|(name, _)| name).join(" | ");
    eprintln!("usage: conformance {topics} FILE…");
    ExitCode::from(2)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((topic, files)) = arguments.split_first() else {
        return usage();
    };
    let known = TOPICS.iter().find(|(name, _)| name == topic);
    let Some((_, run)) = known.filter(|_| !files.is_empty()) else {
        return usage();
    };
    let mut tally = Tally::default();
    for file in files {
        #[expect(clippy::disallowed_methods, reason = "the runner reads the files it is given")]
        let text = std::fs::read_to_string(file);
        match text {
            Ok(text) => run(file, &text, &mut tally),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    println!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped);
    ExitCode::from(u8::from(tally.failed > 0))
}
