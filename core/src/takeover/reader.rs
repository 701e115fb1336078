//! Reading files one by one, and putting them together.

use super::declared::{self, Table};
use super::glpi::{self, Reading};
use super::identity::{self, Sourced};
use super::record::Import;
use super::{Refusal, Takeover, agent, itop, xml};
use crate::error::{Fault, Faults, codes};
use crate::order;
use std::collections::BTreeMap;

/// Reads files and reconciles them.
///
/// The order of the files does not matter: they are put in order of name first, files of one name
/// in order of content.
///
/// ```
/// use entretien::takeover::TakeoverReader;
/// let mut reader = TakeoverReader::new();
/// reader.read(
///     "pc-01.json",
///     br#"{"deviceid":"pc-01-2026-01-05-09-00-00","itemtype":"Computer","content":{
///         "hardware":{"name":"pc-01","chassis_type":"Notebook","memory":"8192"},
///         "bios":{"ssn":"To be filled by O.E.M."},
///         "operatingsystem":{"name":"Windows","boot_time":"2019-54-17 10:54:37"}}}"#,
/// );
/// reader.read("facts.csv", b"name,site,price\npc-01,lyon,1250.00\n");
/// let takeover = reader.finish();
/// assert_eq!(takeover.files_read, 2);
/// let asset = &takeover.assets[0];
/// assert_eq!((asset.id.as_str(), asset.category.code()), ("pc-01", "laptop"));
/// assert_eq!(asset.facts.memory_mib, Some(8192));
/// assert_eq!(asset.facts.price.unwrap().minor(), 125_000);
/// let found: Vec<_> = takeover.diagnostics.iter().map(|d| (d.code, d.pointer.as_str())).collect();
/// assert_eq!(
///     found,
///     [("TAK-002", "/content/bios/ssn"), ("TAK-001", "/content/operatingsystem/boot_time")]
/// );
/// ```
#[derive(Debug, Default)]
pub struct TakeoverReader {
    files: Vec<File>,
    refused: Vec<Refusal>,
    passed_over: Vec<Fault>,
}

/// A file that is used.
#[derive(Debug)]
pub(super) struct File {
    pub name: String,
    digest: [u8; 32],
    pub faults: Faults,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Import(Box<Import>),
    Declared(Table),
    Itop(itop::Objects),
}

impl TakeoverReader {
    /// No file yet.
    pub fn new() -> Self {
        TakeoverReader::default()
    }

    /// Reads one file, called `name` in all that is said of it.
    ///
    /// A file that begins with `{` is JSON: an inventory in the GLPI format or of OCS Inventory. One that
    /// begins with `<` is XML: a `REQUEST` is the message of an agent (of the machine itself, or of
    /// devices that it asked), a `Set` an export of iTop; other encodings are read where the XML declares
    /// them. A text whose first line has two columns that only iTop writes is an export of iTop as CSV; a text
    /// whose first line is made of the columns of declared facts (at least half of its columns) is such a CSV; anything else is passed over
    /// (`TAK-051`). UTF-8 is expected, a byte order mark is accepted, UTF-16 is read where it has
    /// one.
    ///
    /// Refused, and told in [`Takeover::refused`]: `TAK-050` not JSON, or truncated · `TAK-052` no
    /// content · `TAK-053` nothing identifies the machine · `TAK-054` beyond
    /// [`FILE_BYTES_MAX`](super::FILE_BYTES_MAX), [`ITEMS_MAX`](super::ITEMS_MAX) or
    /// [`FIELDS_MAX`](super::FIELDS_MAX) · `TAK-055` deeper than [`DEPTH_MAX`](super::DEPTH_MAX) ·
    /// `TAK-056` a CSV without `name` or `serial`, or that cannot be read · `TAK-067` not XML, or truncated ·
    /// `TAK-068` a document type definition · `TAK-069` no object in an export of iTop.
    pub fn read(&mut self, name: &str, bytes: &[u8]) {
        if bytes.len() > super::FILE_BYTES_MAX {
            let message = format!("{} bytes, at most {}", bytes.len(), super::FILE_BYTES_MAX);
            self.refuse(name, Faults::new(), Fault::new(codes::TAK_TOO_LARGE, "", message));
            return;
        }
        let mut faults = Faults::new();
        let text = xml::decode(bytes, &mut faults);
        let start = text.trim_start();
        let reading = if start.starts_with('{') {
            match read_object(&text, &mut faults) {
                Reading::Inventory(import) => Ok(Content::Import(Box::new(import))),
                Reading::Refused(fault) => return self.refuse(name, faults, fault),
                Reading::Other(what) => Err(what),
            }
        } else if start.starts_with('<') {
            match read_markup(&text, &mut faults) {
                Ok(content) => content,
                Err(fault) => return self.refuse(name, faults, fault),
            }
        } else if itop::is_csv(&text) {
            match itop::read_csv(&text, &mut faults) {
                Ok(objects) => Ok(Content::Itop(objects)),
                Err(fault) => return self.refuse(name, faults, fault),
            }
        } else if declared::is_declared(&text) {
            match declared::read(&text, &mut faults) {
                Ok(table) => Ok(Content::Declared(table)),
                Err(fault) => return self.refuse(name, faults, fault),
            }
        } else {
            Err(kind_of_other(start))
        };
        match reading {
            Ok(content) => self.files.push(File {
                name: name.to_owned(),
                digest: *blake3::hash(bytes).as_bytes(),
                faults,
                content,
            }),
            Err(what) => {
                let fault = Fault::new(codes::TAK_NOT_INVENTORY, "", what);
                self.passed_over.push(fault.in_source(name));
            }
        }
    }

    fn refuse(&mut self, name: &str, faults: Faults, last: Fault) {
        // The reason first, then what else was seen on the way.
        let faults = std::iter::once(last).chain(faults.into_vec());
        self.refused.push(Refusal {
            source: name.to_owned(),
            faults: faults.map(|fault| fault.in_source(name)).collect(),
        });
    }

    /// Reconciles everything that was read.
    pub fn finish(self) -> Takeover {
        let mut files = self.files;
        order::sort_by(&mut files, |a, b| (&a.name, &a.digest).cmp(&(&b.name, &b.digest)));
        let mut takeover = Takeover {
            files_read: files.len(),
            refused: self.refused,
            passed_over: self.passed_over,
            ..Takeover::default()
        };
        order::sort_by(&mut takeover.refused, |a, b| {
            (&a.source, &a.faults).cmp(&(&b.source, &b.faults))
        });
        order::sort_by(&mut takeover.passed_over, |a, b| (&a.source, a).cmp(&(&b.source, b)));
        let mut imports = Vec::new();
        let mut objects = Vec::new();
        let mut tables = Vec::new();
        let mut notes = Vec::with_capacity(files.len());
        for (place, file) in files.into_iter().enumerate() {
            match file.content {
                Content::Import(import) => imports.push((place, *import)),
                Content::Itop(given) => objects.push((place, given)),
                Content::Declared(mut table) => {
                    add_counts(&mut takeover.unused, std::mem::take(&mut table.unused));
                    tables.push((place, table));
                }
            }
            notes.push(Notes { file: file.name, faults: file.faults });
        }
        imports.extend(itop::join(objects, &mut notes));
        let mut records = Vec::new();
        for (place, import) in imports {
            add_counts(&mut takeover.attached, import.attached);
            add_counts(&mut takeover.unused, import.unused);
            let sourced = |record| Sourced { file: place, record };
            records.extend(import.records.into_iter().map(sourced));
            takeover.licences.extend(import.licences);
            takeover.consumables.extend(import.consumables);
            takeover.contracts.extend(import.contracts);
            takeover.relations.extend(import.relations);
            takeover.sites.extend(import.sites);
        }
        order::sort_by(&mut takeover.licences, |a, b| a.id.cmp(&b.id));
        order::sort(&mut takeover.consumables);
        order::sort(&mut takeover.contracts);
        order::sort_once(&mut takeover.relations);
        let doubts = identity::reconcile(records, &mut notes, &mut takeover);
        let declared = declared::apply(tables, &mut notes, &mut takeover.assets);
        identity::tell_doubts(doubts, &declared, &mut notes);
        takeover.diagnostics = notes.into_iter().flat_map(Notes::into_faults).collect();
        takeover
    }
}

/// The diagnostics of one file.
#[derive(Debug)]
pub(super) struct Notes {
    pub file: String,
    pub faults: Faults,
}

impl Notes {
    fn into_faults(self) -> impl Iterator<Item = Fault> {
        let name = self.file;
        self.faults.into_vec().into_iter().map(move |fault| fault.in_source(&name))
    }
}

fn add_counts(sums: &mut BTreeMap<String, u64>, counts: BTreeMap<String, u64>) {
    for (name, count) in counts {
        let sum = sums.entry(name).or_default();
        *sum = sum.saturating_add(count);
    }
}

/// A JSON object: an inventory of OCS, else one in the GLPI format.
fn read_object(text: &str, faults: &mut Faults) -> Reading {
    if agent::is_ocs(text) {
        let mut found = Faults::new();
        match agent::read_ocs(text, &mut found) {
            Reading::Other(_) => {}
            reading => {
                found.into_vec().into_iter().for_each(|fault| faults.push(fault));
                return reading;
            }
        }
    }
    glpi::read(text, faults)
}

/// A text that begins with `<`: a message of an agent, or what else it is.
///
/// # Errors
/// What stops the reading of a file that is one of the known kinds.
fn read_markup(text: &str, faults: &mut Faults) -> Result<Result<Content, &'static str>, Fault> {
    let root = match xml::root_name(text).as_deref() {
        Some("REQUEST") => xml::parse(text, faults).map_err(xml::refusal)?,
        Some("Set") => {
            let root = xml::parse(text, faults).map_err(xml::refusal)?;
            return itop::read(&root, faults).map(|objects| Ok(Content::Itop(objects)));
        }
        Some(_) => return Ok(Err("XML that is no inventory, or HTML")),
        None => return Ok(Err("neither XML nor HTML")),
    };
    match agent::read_xml(&root, faults) {
        Reading::Inventory(import) => Ok(Ok(Content::Import(Box::new(import)))),
        Reading::Refused(fault) => Err(fault),
        Reading::Other(what) => Ok(Err(what)),
    }
}

fn kind_of_other(start: &str) -> &'static str {
    match start.chars().next() {
        None => "an empty file",
        Some('<') => "XML or HTML",
        Some('[') => "a JSON list",
        Some(_) => "neither JSON nor a CSV of declared facts",
    }
}
