//! Exports of iTop as CSV: one class a file, columns by code (`org_id->name`) or by label, in English or
//! French; what others are referred to by is an id or a name.

use super::class::{self, Class};
use super::{Object, Objects};
use crate::error::{Fault, Faults, codes};
use crate::takeover::{FIELDS_MAX, ITEMS_MAX, text};
use std::collections::BTreeMap;

/// Labels of attributes: code, labels in lower case.
const LABELS: &[(&str, &[&str])] = &[
    ("name", &["nom"]),
    ("org_id", &["organization", "organisation", "customer", "client"]),
    ("business_criticity", &["business criticality", "business criticity", "criticité"]),
    ("move2production", &["move to production date", "date de mise en production"]),
    ("serialnumber", &["serial number", "numéro de série"]),
    ("location_id", &["location", "site", "lieu"]),
    ("status", &["statut", "état"]),
    ("brand_id", &["brand", "marque"]),
    ("model_id", &["model", "modèle"]),
    ("asset_number", &["asset number", "numéro d'asset"]),
    ("purchase_date", &["purchase date", "date d'achat"]),
    ("end_of_warranty", &["end of warranty", "date de fin de garantie", "fin de garantie"]),
    ("rack_id", &["rack"]),
    ("enclosure_id", &["enclosure", "chassis", "châssis"]),
    ("networkdevicetype_id", &["network type", "device type", "type"]),
    ("iosversion_id", &["ios version", "version ios"]),
    ("osfamily_id", &["os family", "famille d'os", "famille os"]),
    ("osversion_id", &["os version", "version d'os", "version os"]),
    ("cpu", &["processeur"]),
    ("ram", &["mémoire"]),
    ("virtualhost_id", &["virtual host", "hôte virtuel"]),
    ("farm_id", &["farm", "ferme"]),
    ("server_id", &["server", "serveur"]),
    ("system_id", &["system", "système"]),
    ("start_date", &["start date", "date de début"]),
    ("end_date", &["end date", "date de fin"]),
    ("cost", &["coût"]),
    ("cost_currency", &["cost currency", "currency", "devise", "monnaie"]),
    ("provider_id", &["provider", "fournisseur"]),
];

/// Columns that only iTop writes; two of them tell its files.
const MARKS: &[&str] = &[
    "finalclass",
    "ci sub-class",
    "sous-classe de ci",
    "business_criticity",
    "business criticality",
    "business criticity",
    "criticité",
    "move2production",
    "move to production date",
    "date de mise en production",
    "end_of_warranty",
    "org_id",
    "org_name",
    "organization",
    "organisation",
    "cost_currency",
    "osfamily_id",
    "virtualhost_id",
    "networkdevicetype_id",
];

/// Names of classes as iTop shows them, in lower case.
const CLASS_LABELS: &[(&str, &str)] = &[
    ("serveur", "Server"),
    ("virtual machine", "VirtualMachine"),
    ("machine virtuelle", "VirtualMachine"),
    ("network device", "NetworkDevice"),
    ("equipement réseau", "NetworkDevice"),
    ("équipement réseau", "NetworkDevice"),
    ("imprimante", "Printer"),
    ("storage system", "StorageSystem"),
    ("système de stockage", "StorageSystem"),
    ("tape library", "TapeLibrary"),
    ("san switch", "SANSwitch"),
    ("mobile phone", "MobilePhone"),
    ("téléphone mobile", "MobilePhone"),
    ("application solution", "ApplicationSolution"),
    ("solution applicative", "ApplicationSolution"),
    ("customer contract", "CustomerContract"),
    ("contrat client", "CustomerContract"),
    ("provider contract", "ProviderContract"),
    ("contrat fournisseur", "ProviderContract"),
    ("hyperviseur", "Hypervisor"),
    ("db server", "DBServer"),
    ("serveur de base de données", "DBServer"),
];

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Id,
    Class,
    /// A value, or an id that refers to another object.
    Field(&'static str),
    /// The name of what an attribute refers to.
    Named(&'static str),
    Other,
}

fn header_line(text: &str) -> &str {
    text.trim_start().split(['\r', '\n']).next().unwrap_or_default()
}

fn separator(header: &str) -> u8 {
    let count = |sign: char| header.matches(sign).count();
    let mut best = (b',', count(','));
    for (byte, sign) in [(b';', ';'), (b'\t', '\t')] {
        if count(sign) > best.1 {
            best = (byte, count(sign));
        }
    }
    best.0
}

fn folded(name: &str) -> String {
    name.trim().trim_matches('"').trim().to_lowercase()
}

/// Whether the first line is that of an export of iTop.
pub(in crate::takeover) fn is_itop(text: &str) -> bool {
    let header = header_line(text);
    if header.len() > text::quote(header).len().max(100_000) {
        return false;
    }
    let names: Vec<String> =
        header.split(char::from(separator(header))).map(folded).take(FIELDS_MAX).collect();
    let marks = names.iter().filter(|name| {
        MARKS.contains(&name.as_str()) || name.contains("->") || name.ends_with("_friendlyname")
    });
    marks.count() >= 2
}

fn column(name: &str) -> Column {
    let name = folded(name);
    match name.as_str() {
        "id" | "id (primary key)" => return Column::Id,
        "finalclass" | "ci sub-class" | "sous-classe de ci" | "class" | "classe" => {
            return Column::Class;
        }
        _ => {}
    }
    let named = name
        .split_once("->")
        .filter(|(_, of)| ["name", "nom", "friendlyname", "full name"].contains(&of.trim()))
        .map(|(base, _)| base.trim())
        .or_else(|| name.strip_suffix("_friendlyname"));
    let (base, is_name) = match named {
        Some(base) => (base.to_owned(), true),
        None => match name.strip_suffix("_name").map(|base| format!("{base}_id")) {
            Some(base) if class::FIELDS.contains(&base.as_str()) => (base, true),
            _ => (name.clone(), false),
        },
    };
    let code = class::FIELDS.iter().find(|field| **field == base).copied().or_else(|| {
        let known = LABELS.iter().find(|(_, labels)| labels.contains(&base.as_str()));
        known.map(|(code, _)| *code)
    });
    match code {
        Some(field) if is_name && field.ends_with("_id") => Column::Named(field),
        Some(field) if !is_name => Column::Field(field),
        _ => Column::Other,
    }
}

/// The class of a file that has no column for it, by the columns that only one class has.
fn class_of(columns: &[Column]) -> Option<&'static Class> {
    let has = |field: &str| {
        columns.iter().any(|column| match column {
            Column::Field(name) | Column::Named(name) => *name == field,
            _ => false,
        })
    };
    let name = if has("virtualhost_id") {
        "VirtualMachine"
    } else if has("start_date") && has("provider_id") {
        "CustomerContract"
    } else if has("serialnumber") && has("osfamily_id") {
        "Server"
    } else if has("serialnumber") && has("networkdevicetype_id") {
        "NetworkDevice"
    } else {
        return None;
    };
    class::find(name)
}

fn class_named(value: &str) -> Option<&'static Class> {
    let lower = value.to_lowercase();
    let label = CLASS_LABELS.iter().find(|(label, _)| *label == lower).map(|(_, name)| *name);
    class::find(label.unwrap_or(value))
}

/// Reads the rows of an export.
///
/// # Errors
/// `TAK-054` too many rows or columns · `TAK-056` no CSV · `TAK-069` nothing tells the class of the objects.
pub(in crate::takeover) fn read(text: &str, faults: &mut Faults) -> Result<Objects, Fault> {
    let text = text.trim_start().replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(header_line(&text)))
        .from_reader(text.as_bytes());
    let mut objects = Objects::default();
    let mut header: Option<Header> = None;
    for (number, record) in reader.records().enumerate() {
        let record =
            record.map_err(|error| Fault::new(codes::TAK_BAD_CSV, "", error.to_string()))?;
        let line = record.position().map_or(1, csv::Position::line);
        let at = format!("line {line}");
        if number > ITEMS_MAX || record.len() > FIELDS_MAX {
            let message = format!("more than {ITEMS_MAX} rows or {FIELDS_MAX} columns");
            return Err(Fault::new(codes::TAK_TOO_LARGE, at, message));
        }
        let Some(header) = &header else {
            header = Some(Header::read(&record, &at, faults)?);
            continue;
        };
        if record.len() != header.columns.len() {
            let message = format!("{} values under {} columns", record.len(), header.columns.len());
            faults.add(codes::TAK_UNEVEN_ROW, at.as_str(), message);
        }
        header.row(&record, &at, &mut objects, faults);
    }
    Ok(objects)
}

struct Header {
    columns: Vec<Column>,
    names: Vec<String>,
    class: Option<&'static Class>,
}

impl Header {
    fn read(record: &csv::StringRecord, at: &str, faults: &mut Faults) -> Result<Header, Fault> {
        let columns: Vec<Column> = record.iter().map(column).collect();
        let class = class_of(&columns);
        if class.is_none() && !columns.contains(&Column::Class) {
            let message = "no column tells the class of the objects; add `finalclass`";
            return Err(Fault::new(codes::TAK_NO_OBJECT, at, message));
        }
        for (place, known) in columns.iter().enumerate() {
            if *known != Column::Other && columns.iter().take(place).any(|other| other == known) {
                let name = record.get(place).unwrap_or_default();
                let message = format!("column `{}` stands twice", text::quote(name));
                faults.add(codes::TAK_DUPLICATE_KEY, at, message);
            }
        }
        let names = record.iter().map(folded).collect();
        Ok(Header { columns, names, class })
    }

    fn row(
        &self,
        record: &csv::StringRecord,
        at: &str,
        objects: &mut Objects,
        faults: &mut Faults,
    ) {
        let mut id: Box<str> = Box::default();
        let mut class = self.class;
        let mut fields: BTreeMap<&'static str, Box<str>> = BTreeMap::new();
        let mut names: BTreeMap<&'static str, Box<str>> = BTreeMap::new();
        let mut word = None;
        for (place, value) in record.iter().enumerate() {
            let Some(value) = text::clean(value, || at.to_owned(), faults) else {
                continue;
            };
            match self.columns.get(place).copied().unwrap_or(Column::Other) {
                Column::Id => id = value.into_owned().into(),
                Column::Class => {
                    class = class_named(&value);
                    word = Some(text::quote(&value));
                }
                Column::Field(field) if field.ends_with("_id") && !is_number(&value) => {
                    names.insert(field, value.into_owned().into());
                }
                Column::Field(field) => {
                    fields.insert(field, value.into_owned().into());
                }
                Column::Named(field) => {
                    names.insert(field, value.into_owned().into());
                }
                Column::Other => {
                    let name = self.names.get(place).map_or("", String::as_str);
                    objects.count(&format!("itop:{}", text::quote(name)));
                }
            }
        }
        if fields.is_empty() && names.is_empty() {
            return;
        }
        match class {
            Some(class) => {
                // A name says what an id would, and needs no other file.
                fields.retain(|field, _| !names.contains_key(field));
                let at = at.to_owned();
                objects.list.push(Object { class, id, at, has_paths: false, fields, names });
            }
            None => objects.count(&format!("itop:{}", word.unwrap_or_default())),
        }
    }
}

fn is_number(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}
