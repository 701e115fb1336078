//! Runs agreed answers against the library: `conformance TOPIC FILE…`.
//!
//! Each failing case is printed; the last line reads `N passed, M failed`, and the exit code is 1 when
//! a case failed, 2 when the command could not be run.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

mod rrule;

use std::process::ExitCode;

/// Outcome of a run.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
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

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((topic, files)) = arguments.split_first() else {
        eprintln!("usage: conformance rrule FILE…");
        return ExitCode::from(2);
    };
    if topic != "rrule" || files.is_empty() {
        eprintln!("usage: conformance rrule FILE…");
        return ExitCode::from(2);
    }
    let mut tally = Tally::default();
    for file in files {
        #[expect(clippy::disallowed_methods, reason = "the runner reads the files it is given")]
        let text = std::fs::read_to_string(file);
        match text {
            Ok(text) => rrule::run(file, &text, &mut tally),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    ExitCode::from(u8::from(tally.failed > 0))
}
