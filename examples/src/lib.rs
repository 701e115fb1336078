//! What the example programs share: finding inventory files and reading them with progress; and the parts of
//! the larger ones.

pub mod data;
pub mod embedding;
pub mod program;
pub mod story;

use entretien::takeover::{Takeover, TakeoverReader};
use std::io;
use std::path::{Path, PathBuf};

/// The shipped company: `engagement.json` and `inventory/`.
pub fn company() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/company")
}

/// Every file under `paths`, folders walked in name order, with the name that reports show: the path
/// below the folder that was given, with `/`.
///
/// # Errors
/// Those of the file system.
pub fn list_files(paths: &[PathBuf]) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, "", &mut files)?;
        } else {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            files.push((name.unwrap_or_default(), path.clone()));
        }
    }
    Ok(files)
}

#[expect(clippy::disallowed_methods, reason = "programs read folders; the library does not")]
fn walk(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for entry in entries {
        let name = entry.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = format!("{prefix}{}", name.unwrap_or_default());
        if entry.is_dir() {
            walk(&entry, &format!("{name}/"), files)?;
        } else {
            files.push((name, entry));
        }
    }
    Ok(())
}

/// The same error, with the file that it is about.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Reads inventories one file at a time; `progress` hears how many are done.
///
/// # Errors
/// Those of the file system.
#[expect(clippy::disallowed_methods, reason = "programs read files; the library does not")]
pub fn take_over(
    files: &[(String, PathBuf)],
    mut progress: impl FnMut(usize),
) -> io::Result<Takeover> {
    let mut reader = TakeoverReader::new();
    for (done, (name, path)) in files.iter().enumerate() {
        // A pipe or a device would be read for ever; a dangling link says so.
        let kind = std::fs::metadata(path).map_err(|error| named(path, &error))?;
        if !kind.is_file() {
            return Err(named(path, &io::Error::other("not a regular file")));
        }
        reader.read(name, &std::fs::read(path).map_err(|error| named(path, &error))?);
        progress(done + 1);
    }
    Ok(reader.finish())
}
