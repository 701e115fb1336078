//! The data that programs read by default: the shipped company and its log.

use crate::program::{Failure, at, print_faults};
use crate::{company, list_files, take_over};
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::intervention::{IncidentReader, InterventionReader, Log, Mapping};
use entretien::time::Zone;
use std::path::{Path, PathBuf};

/// Categories of the shipped log in which equipment fails; the others are requests.
pub fn company_failures() -> Vec<Box<str>> {
    ["Matériel", "Impression", "Réseau", "Stockage"].map(Into::into).to_vec()
}

/// The engagement of a document, or the shipped company with its inventories.
///
/// # Errors
/// A file that cannot be read, or that the library refuses.
pub fn engagement(path: Option<&Path>) -> Result<Engagement, Failure> {
    let shipped = company().join("engagement.json");
    let inventory = if path.is_none() { vec![company().join("inventory")] } else { Vec::new() };
    let path = path.unwrap_or(&shipped);
    let failed = |error: std::io::Error| Failure::File(error.to_string());
    let files = list_files(&inventory).map_err(failed)?;
    let takeover = take_over(&files, |_| ()).map_err(failed)?;
    let name = path.display().to_string();
    Ok(read_engagement(&read(path)?, &takeover).map_err(|error| error.in_source(&name))?)
}

/// The log of two CSV files; without a name, those of the shipped company. Doubts are printed.
///
/// # Errors
/// A file that cannot be read, or that the library refuses.
pub fn log(incidents: Option<&Path>, works: Option<&Path>, zone: Zone) -> Result<Log, Failure> {
    let of_company = |name: &str| company().join("log").join(name);
    let path = |given: Option<&Path>, name: &str| -> PathBuf {
        given.map_or_else(|| of_company(name), Path::to_path_buf)
    };
    let mut reader = IncidentReader::new(Mapping::new(zone))?;
    reader.push(&read(&path(incidents, "incidents.csv"))?)?;
    let read_incidents = reader.finish()?;
    print_faults(&read_incidents.diagnostics);
    let mut parts = read_incidents.parts;
    // The works of another company say nothing of these incidents.
    if works.is_some() || incidents.is_none() {
        let mut reader = InterventionReader::new(Mapping::new(zone))?;
        reader.push(&read(&path(works, "works.csv"))?)?;
        let works = reader.finish()?;
        print_faults(&works.diagnostics);
        parts.append(works.parts);
    }
    Ok(Log::new(parts)?)
}

/// The bytes of a file.
///
/// # Errors
/// A file that cannot be read.
#[expect(clippy::disallowed_methods, reason = "a program may read its files")]
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(at(path))
}
