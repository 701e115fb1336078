//! What the tests share: where the workspace and the shared data are, how cases are read.

pub mod budgets;
pub mod company;
pub mod failures;
mod holidays;
mod page;
mod random;
mod texts;
pub mod tickets;

pub use holidays::{Difference, differences};
pub use page::{assert_sections, assert_well_formed};
pub use random::Random;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
pub use texts::{ProgramTexts, RealTexts, SystemTexts};

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace root")
}

/// The folder of real data, `ENTRETIEN_SHARED` or `../shared` beside the workspace; `None`, said aloud,
/// when it is absent.
pub fn shared(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ENTRETIEN_SHARED")
        .map_or_else(|| root().join("../shared"), PathBuf::from);
    if folder.is_dir() {
        Some(folder)
    } else {
        eprintln!("{test}: NOT RUN, the shared data are absent ({})", folder.display());
        None
    }
}

/// The files of a folder of real inventories, in order of name: `real_files(&shared, "glpi-json")`.
pub fn real_files(shared: &Path, name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = shared.join("data/inventory").join(name);
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(&path).expect("a readable file"))
        })
        .collect();
    files.sort();
    files
}

/// The text of a file of the workspace.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The bytes of a file of the workspace.
pub fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Compares a generated file with the committed one. With `ENTRETIEN_UPDATE=1` it is written instead.
pub fn assert_committed(path: &str, generated: &str) {
    let file = root().join(path);
    if std::env::var_os("ENTRETIEN_UPDATE").is_some() {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for generated files");
        }
        std::fs::write(&file, generated).expect("a generated file");
        return;
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == generated,
        "{path} is not what the code generates: review, then run `make update` and commit"
    );
}

/// SHA-256, hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Every file below a folder of the workspace, by path, with paths relative to the root.
pub fn files_below(folder: &str) -> Vec<PathBuf> {
    let root = root();
    let mut found = Vec::new();
    let mut open = vec![root.join(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                let name = entry.file_name();
                if name != "node_modules" && name != "target" && name != ".venv" && name != "pkg" {
                    open.push(path);
                }
            } else {
                found.push(path.strip_prefix(&root).expect("below the root").to_path_buf());
            }
        }
    }
    found.sort();
    found
}
