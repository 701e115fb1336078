//! How the programs read dates, stop, and say why.

#![expect(clippy::print_stderr, reason = "programs tell what stopped them")]

use chrono::NaiveDate;
use entretien::error::{Error, Fault};
use entretien::time::Day;
use std::path::Path;
use std::process::ExitCode;

/// A date of the command line.
///
/// # Errors
/// A text that is no date.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    Day::parse(text).map(Day::to_date).ok_or_else(|| "not a date, YYYY-MM-DD".to_owned())
}

/// What stops a program, as it is printed.
#[derive(Debug)]
pub enum Failure {
    /// A file that cannot be read or written.
    File(String),
    /// What the library refuses.
    Refused(Error),
    /// What the program itself finds wrong.
    Wrong(String),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Failure::Wrong(format!("database: {error}"))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Refused(error)
    }
}

/// What stops a program at a file.
pub fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Failure {
    let path = path.display().to_string();
    move |error| Failure::File(format!("{path}: {error}"))
}

/// Ends a program: what stopped it is printed.
pub fn end(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::File(message) | Failure::Wrong(message)) => eprintln!("{message}"),
        Err(Failure::Refused(error)) => {
            eprintln!("refused:");
            print_faults(error.faults());
        }
    }
    ExitCode::FAILURE
}

/// Prints faults, a line each.
pub fn print_faults<'a>(faults: impl IntoIterator<Item = &'a Fault>) {
    for fault in faults {
        eprintln!("  {fault}");
    }
}
