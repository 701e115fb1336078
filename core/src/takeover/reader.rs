//! Reading files one by one, and putting them together.

use super::declared::{self, Table};
use super::glpi::{self, Reading};
use super::identity;
use super::kind::{self, FileKind};
use super::mapped::{self, Mapping};
use super::record::Import;
use super::relate;
use super::rows::{self, JsonRows, TableKind};
use super::table::{self, DateOrder};
use super::{Refusal, Takeover, agent, finish, itop, snipe, standing, xml};
use crate::error::{Error, Fault, Faults, codes};
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
    /// Tables of GLPI, and rows of others.
    Tables(Vec<(TableKind, table::Table)>, BTreeMap<String, u64>),
    /// Objects of iTop.
    Itop(itop::Objects),
}

/// What became of a file.
enum Outcome {
    Used(Content),
    Refused(Fault),
    PassedOver(&'static str),
}

impl From<Reading> for Outcome {
    fn from(reading: Reading) -> Self {
        match reading {
            Reading::Inventory(import) => Ok(import).into(),
            Reading::Refused(fault) => Outcome::Refused(fault),
            Reading::Other(what) => Outcome::PassedOver(what),
        }
    }
}

impl From<Result<itop::Objects, Fault>> for Outcome {
    fn from(read: Result<itop::Objects, Fault>) -> Self {
        match read {
            Ok(objects) => Outcome::Used(Content::Itop(objects)),
            Err(fault) => Outcome::Refused(fault),
        }
    }
}

impl From<Result<Import, Fault>> for Outcome {
    fn from(read: Result<Import, Fault>) -> Self {
        match read {
            Ok(import) => Outcome::Used(Content::Import(Box::new(import))),
            Err(fault) => Outcome::Refused(fault),
        }
    }
}

impl TakeoverReader {
    /// No file yet.
    pub fn new() -> Self {
        TakeoverReader::default()
    }

    /// Reads one file, called `name` in all that is said of it.
    ///
    /// What it is is told by its content:
    ///
    /// | Content | Read as |
    /// |---|---|
    /// | `{` with an agent's message | inventory in the GLPI format, or of OCS Inventory |
    /// | `<REQUEST>` | message of an agent: of the machine itself, or of devices that it asked |
    /// | `<Set>` | export of iTop |
    /// | CSV with two columns that only iTop writes | export of iTop |
    /// | `{"data":[…]}`, `[…]` of objects, an export of phpMyAdmin | tables of GLPI |
    /// | CSV that is named like a table of GLPI (`glpi_states.csv`) and has an `id`, or has columns that only one has | table of GLPI |
    /// | CSV of which at least half the columns are those of declared facts | declared facts |
    /// | CSV with the columns of Snipe-IT, English or French | assets, licences, stock, models, locations, users |
    ///
    /// The name of a file decides only between tables of GLPI, most of which are an id and a name. Anything
    /// else is passed over (`TAK-051`); [`TakeoverReader::read_mapped`] reads any other CSV. UTF-8 is
    /// expected, a byte order mark is accepted, UTF-16 is read where it has one, other encodings where XML
    /// declares them; a CSV of a tool that is
    /// not UTF-8 is read as Windows-1252, or as Mac OS Roman where its lines end with bare carriage
    /// returns (`TAK-018`). The separator of such a CSV is found, its dates are read
    /// in the order that each column allows (`TAK-019` where none shows it).
    ///
    /// Refused, and told in [`Takeover::refused`]: `TAK-050` not JSON, or truncated · `TAK-052` no
    /// content · `TAK-053` nothing identifies the machine · `TAK-054` beyond
    /// [`FILE_BYTES_MAX`](super::FILE_BYTES_MAX), [`ITEMS_MAX`](super::ITEMS_MAX) or
    /// [`FIELDS_MAX`](super::FIELDS_MAX) · `TAK-055` deeper than [`DEPTH_MAX`](super::DEPTH_MAX) ·
    /// `TAK-056` a CSV of declared facts without `name` or `serial`, or that cannot be read · `TAK-060` a
    /// table without names of columns · `TAK-063` a row of more than 4 MiB · `TAK-064` a quote never
    /// closed · `TAK-065` rows that are no JSON · `TAK-067` not XML, or truncated · `TAK-068` a document type
    /// definition · `TAK-069` no object in an export of iTop.
    pub fn read(&mut self, name: &str, bytes: &[u8]) {
        if self.is_too_large(name, bytes) {
            return;
        }
        let mut faults = Faults::new();
        let text = xml::decode(bytes, &mut faults);
        let outcome = match kind::of(name, bytes, &text) {
            FileKind::Object => match read_object(&text, &mut faults) {
                Reading::Other(what) => rows_of(name, &text, what, &mut faults),
                reading => reading.into(),
            },
            FileKind::Markup => read_markup(&text, &mut faults),
            FileKind::Itop => itop::read_csv(&text, &mut faults).into(),
            FileKind::List => rows_of(name, &text, "a JSON list", &mut faults),
            FileKind::Declared => match declared::read(&text, &mut faults) {
                Ok(table) => Outcome::Used(Content::Declared(table)),
                Err(fault) => Outcome::Refused(fault),
            },
            FileKind::Snipe(kind, head) => {
                // Characters are read, and told, once more by the reader of tables.
                faults = Faults::new();
                snipe::read(kind, bytes, &head, &mut faults).into()
            }
            FileKind::Table(kind) => {
                faults = Faults::new();
                match table::Table::read(bytes, &mut faults) {
                    Ok(table) => {
                        Outcome::Used(Content::Tables(vec![(kind, table)], BTreeMap::new()))
                    }
                    Err(fault) => Outcome::Refused(fault),
                }
            }
            FileKind::Other(what) => Outcome::PassedOver(what),
        };
        self.keep(name, bytes, faults, outcome);
    }

    /// Reads one CSV of assets as a mapping says. At most [`ITEMS_MAX`](super::ITEMS_MAX) rows: a
    /// [`RowReader`](super::RowReader) reads any number.
    ///
    /// Where the mapping states no order of dates, it is found by looking at whole columns: the order that
    /// the dates of the column allow, else that of the other columns, else day, month, year, which is
    /// told (`TAK-019`).
    ///
    /// Refused, and told in [`Takeover::refused`]: `TAK-054`, `TAK-060`, `TAK-063` and `TAK-064` as for
    /// [`TakeoverReader::read`] · `TAK-062` no column of the mapping that identifies is there.
    ///
    /// # Errors
    /// `TAK-061` the mapping itself, see [`Mapping::check`]; nothing is read then.
    ///
    /// ```
    /// use entretien::takeover::{ColumnMap, MappedFact, Mapping, TakeoverReader};
    /// let mapping = Mapping {
    ///     columns: vec![
    ///         ColumnMap::new("Nom", MappedFact::Name),
    ///         ColumnMap::new("Date d'achat", MappedFact::Purchase),
    ///         ColumnMap::new("Garantie (mois)", MappedFact::WarrantyMonths),
    ///     ],
    ///     ..Mapping::default()
    /// };
    /// let mut reader = TakeoverReader::new();
    /// let csv = "Nom;Date d'achat;Garantie (mois)\nsrv-1;31/01/2026;13\n";
    /// reader.read_mapped("parc.csv", csv.as_bytes(), &mapping).unwrap();
    /// let takeover = reader.finish();
    /// let end = takeover.assets[0].facts.warranty_end.unwrap();
    /// assert_eq!(end.to_string(), "2027-02-28");
    /// ```
    pub fn read_mapped(
        &mut self,
        name: &str,
        bytes: &[u8],
        mapping: &Mapping,
    ) -> Result<(), Error> {
        mapping.check()?;
        if self.is_too_large(name, bytes) {
            return Ok(());
        }
        let mut faults = Faults::new();
        let mut whole = mapped::Whole { dates: DateOrder::DayMonthYear, each: &mut |_, _| {} };
        let outcome = mapped::read(bytes, mapping, &mut whole, &mut faults).into();
        self.keep(name, bytes, faults, outcome);
        Ok(())
    }

    fn is_too_large(&mut self, name: &str, bytes: &[u8]) -> bool {
        let is_too_large = bytes.len() > super::FILE_BYTES_MAX;
        if is_too_large {
            let message = format!("{} bytes, at most {}", bytes.len(), super::FILE_BYTES_MAX);
            self.refuse(name, Faults::new(), Fault::new(codes::TAK_TOO_LARGE, "", message));
        }
        is_too_large
    }

    fn keep(&mut self, name: &str, bytes: &[u8], faults: Faults, outcome: Outcome) {
        match outcome {
            Outcome::Used(content) => self.files.push(File {
                name: name.to_owned(),
                digest: *blake3::hash(bytes).as_bytes(),
                faults,
                content,
            }),
            Outcome::Refused(fault) => self.refuse(name, faults, fault),
            Outcome::PassedOver(what) => {
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
        let (mut given, mut objects) = (Vec::new(), Vec::new());
        let mut tables = Vec::new();
        let mut notes = Vec::with_capacity(files.len());
        for (place, file) in files.into_iter().enumerate() {
            match file.content {
                Content::Import(import) => imports.push((place, *import)),
                Content::Itop(given) => objects.push((place, given)),
                Content::Declared(mut table) => {
                    finish::add_counts(&mut takeover.unused, std::mem::take(&mut table.unused));
                    tables.push((place, table));
                }
                Content::Tables(several, unused) => {
                    finish::add_counts(&mut takeover.unused, unused);
                    let give = |(kind, table)| rows::Given { file: place, kind, table };
                    given.extend(several.into_iter().map(give));
                }
            }
            notes.push(Notes { file: file.name, faults: file.faults });
        }
        imports.extend(rows::join(&given, &mut notes));
        imports.extend(itop::join(objects, &mut notes));
        let (records, told) = finish::gather(imports, &mut takeover);
        order::sort_by(&mut takeover.licences, |a, b| a.id.cmp(&b.id));
        order::sort(&mut takeover.consumables);
        let (doubts, mut backgrounds) = identity::reconcile(records, &mut notes, &mut takeover);
        let assets = &mut takeover.assets;
        let declared = declared::apply(tables, &mut notes, assets, &mut backgrounds);
        identity::tell_doubts(doubts, &declared, &mut notes);
        relate::resolve(told, &backgrounds, &mut notes, &mut takeover);
        takeover.standings = standing::standings(&backgrounds, &notes);
        let Takeover { assets, duplicates, .. } = &takeover;
        takeover.reconciliation = standing::reconciliation(assets, &backgrounds, duplicates);
        takeover.conflicts = standing::conflicts(&takeover.assets, &mut backgrounds, &notes);
        takeover.files = notes.iter().map(|notes| notes.file.clone()).collect();
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

/// A text that begins with `<`: a message of an agent, an export of iTop, or something else.
fn read_markup(text: &str, faults: &mut Faults) -> Outcome {
    let name = xml::root_name(text);
    let root = match name.as_deref() {
        Some("REQUEST" | "Set") => xml::parse(text, faults),
        Some(_) => return Outcome::PassedOver("XML that is no inventory, or HTML"),
        None => return Outcome::PassedOver("neither XML nor HTML"),
    };
    let root = match root {
        Ok(root) => root,
        Err(broken) => return Outcome::Refused(xml::refusal(broken)),
    };
    match name.as_deref() {
        Some("Set") => itop::read(&root, faults).into(),
        _ => agent::read_xml(&root, faults).into(),
    }
}

/// JSON that is no inventory: rows, or something else.
fn rows_of(name: &str, text: &str, what: &'static str, faults: &mut Faults) -> Outcome {
    match rows::read_json(name, text, faults) {
        JsonRows::Tables(tables, unused) => Outcome::Used(Content::Tables(tables, unused)),
        JsonRows::Refused(fault) => Outcome::Refused(fault),
        JsonRows::Other => Outcome::PassedOver(what),
    }
}
