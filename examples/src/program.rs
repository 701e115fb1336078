//! How the programs read dates, stop, and say why.

#![expect(clippy::print_stderr, reason = "programs tell what stopped them")]

use chrono::NaiveDate;
use entretien::error::{Error, Fault};
use entretien::report::{Deliverable, IcsOptions};
use entretien::time::Day;
use std::path::{Path, PathBuf};
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

/// Writes a file into a folder, which is made where it is not there; the file's path.
///
/// # Errors
/// What the file system refuses.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(folder).map_err(at(folder))?;
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(at(&path))?;
    Ok(path)
}

/// Writes a document for people in every form into a folder: page, Markdown, workbook, calendar, JSON, and a folder of CSV
/// files; the paths of the first five.
///
/// # Errors
/// What the file system or a form refuses.
pub fn write_deliverable(
    folder: &Path,
    name: &str,
    document: &Deliverable,
) -> Result<Vec<PathBuf>, Failure> {
    let calendar = document.to_ics(&IcsOptions::default())?.concat();
    let forms: [(&str, Vec<u8>); 5] = [
        ("html", document.to_html().into_bytes()),
        ("md", document.to_markdown().into_bytes()),
        ("xlsx", document.to_xlsx()?),
        ("ics", calendar.into_bytes()),
        ("json", document.to_json().into_bytes()),
    ];
    let mut paths = Vec::new();
    for (extension, bytes) in &forms {
        paths.push(write(folder, &format!("{name}.{extension}"), bytes)?);
    }
    for (file, text) in document.to_csv() {
        write(&folder.join(format!("{name}-csv")), &file, text.as_bytes())?;
    }
    Ok(paths)
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
