//! Rows as JSON.

use super::{TableKind, kind};
use crate::error::{Fault, Faults, codes};
use crate::takeover::json::{Broken, Source};
use crate::takeover::table::{Table, fold};
use crate::takeover::{FIELDS_MAX, text};
use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;

/// What a JSON text turned out to be.
#[derive(Debug)]
pub(in crate::takeover) enum JsonRows {
    /// Tables, and the rows of those that are not known.
    Tables(Vec<(TableKind, Table)>, BTreeMap<String, u64>),
    /// No rows that are known.
    Other,
    /// Rows that cannot be read.
    Refused(Fault),
}

/// Reads a JSON list of rows, an object with such a list as `data`, or an export of phpMyAdmin.
pub(in crate::takeover) fn read(name: &str, text: &str, faults: &mut Faults) -> JsonRows {
    let source = Source::new(text);
    if source.is_too_large() {
        return JsonRows::Other;
    }
    let is_list = text.trim_start().starts_with('[');
    // A name or a mention of a table makes it one that cannot be read.
    let is_meant = super::named(name).is_some()
        || text.get(..4_096).unwrap_or(text).contains("\"glpi_")
        || text.get(..4_096).unwrap_or(text).contains("\"itemtype\"");
    let found = tables(name, &source, is_list, faults);
    match (found, source.too_deep()) {
        (Ok(Some(found)), None) => found,
        (Ok(Some(_)), Some(Broken::Deep(message))) if is_meant => {
            JsonRows::Refused(Fault::new(codes::TAK_TOO_DEEP, "", message))
        }
        (Err(fault), _) if is_meant || fault.code == "TAK-054" => JsonRows::Refused(fault),
        _ => JsonRows::Other,
    }
}

fn broken(source: &Source<'_>, piece: &str, error: &serde_json::Error) -> Fault {
    let message = match source.wrong(piece, error) {
        Broken::Syntax(message) | Broken::Deep(message) | Broken::Large(message) => message,
    };
    Fault::new(codes::TAK_BAD_ROWS, "", message)
}

fn tables(
    name: &str,
    source: &Source<'_>,
    is_list: bool,
    faults: &mut Faults,
) -> Result<Option<JsonRows>, Fault> {
    let body = source.text();
    let (rows, place) = if is_list {
        (body, "")
    } else {
        let data = pairs(source, body)?.into_iter().find(|(key, _)| key == "data");
        match data {
            Some((_, data)) if data.starts_with('[') => (data, "/data"),
            _ => return Ok(None),
        }
    };
    let list: Vec<&RawValue> =
        serde_json::from_str(rows).map_err(|error| broken(source, rows, &error))?;
    if list.is_empty() || !list.iter().all(|item| item.get().starts_with('{')) {
        return Ok(None);
    }
    if let Some(exported) = exported(source, &list, place, faults)? {
        return Ok(Some(exported));
    }
    let table = table(source, &list, place.to_owned(), faults)?;
    Ok(kind(name, &table.head).map(|kind| JsonRows::Tables(vec![(kind, table)], BTreeMap::new())))
}

/// The tables of an export of phpMyAdmin, where it is one.
fn exported(
    source: &Source<'_>,
    list: &[&RawValue],
    place: &str,
    faults: &mut Faults,
) -> Result<Option<JsonRows>, Fault> {
    let mut tables = Vec::new();
    let mut unused: BTreeMap<String, u64> = BTreeMap::new();
    for (index, item) in list.iter().enumerate() {
        let fields = pairs(source, item.get())?;
        let field =
            |wanted: &str| fields.iter().find(|(key, _)| key == wanted).map(|(_, raw)| *raw);
        match field("type") {
            Some("\"header\"" | "\"database\"") => continue,
            Some("\"table\"") => {}
            _ => return Ok(None),
        }
        let (Some(name), Some(data)) = (field("name"), field("data")) else {
            return Ok(None);
        };
        let name = name.trim_matches('"');
        let rows: Vec<&RawValue> =
            serde_json::from_str(data).map_err(|error| broken(source, data, &error))?;
        if let Some(known) = super::named(name) {
            let place = format!("{place}/{index}/data");
            tables.push((known, table(source, &rows, place, faults)?));
        } else {
            let sum = unused.entry(format!("table:{}", text::quote(name))).or_default();
            *sum = sum.saturating_add(u64::try_from(rows.len()).unwrap_or(u64::MAX));
        }
    }
    Ok(Some(JsonRows::Tables(tables, unused)))
}

/// Makes a table of objects: its columns are the names in them, in the order in which they come.
fn table(
    source: &Source<'_>,
    list: &[&RawValue],
    place: String,
    faults: &mut Faults,
) -> Result<Table, Fault> {
    let mut table = Table::of_list(place);
    let mut columns: BTreeMap<String, usize> = BTreeMap::new();
    let mut values: Vec<String> = Vec::new();
    for (index, item) in list.iter().enumerate() {
        let number = u64::try_from(index).unwrap_or(u64::MAX);
        values.iter_mut().for_each(String::clear);
        for (key, raw) in pairs(source, item.get())? {
            let column = if let Some(column) = columns.get(&key) {
                *column
            } else {
                if columns.len() >= FIELDS_MAX {
                    let message = format!("more than {FIELDS_MAX} fields in the rows");
                    return Err(Fault::new(codes::TAK_TOO_LARGE, "", message));
                }
                table.head.folded.push(fold(&key));
                table.head.shown.push(text::quote(&key));
                values.push(String::new());
                columns.insert(key.clone(), columns.len());
                columns.len().saturating_sub(1)
            };
            let value = match raw.as_bytes().first() {
                Some(b'"') => match serde_json::from_str::<String>(raw) {
                    Ok(text) => text,
                    Err(error) => return Err(broken(source, raw, &error)),
                },
                Some(b'n') => String::new(),
                Some(b't') => "1".to_owned(),
                Some(b'f') => "0".to_owned(),
                Some(b'{' | b'[') => {
                    let mut pointer = format!("{}/{number}", table.list.as_deref().unwrap_or(""));
                    text::push_pointer(&mut pointer, &key);
                    let message = "a list or an object where a value is expected";
                    faults.add(codes::TAK_WRONG_TYPE, pointer, message);
                    String::new()
                }
                _ => raw.to_owned(),
            };
            if let Some(slot) = values.get_mut(column) {
                *slot = value;
            }
        }
        table.add_values(number, values.iter().map(String::as_str))?;
    }
    Ok(table)
}

/// The fields of an object, in order.
fn pairs<'a>(source: &Source<'_>, raw: &'a str) -> Result<Vec<(String, &'a str)>, Fault> {
    let mut json = serde_json::Deserializer::from_str(raw);
    let read = json.deserialize_map(Pairs).and_then(|pairs| json.end().map(|()| pairs));
    read.map_err(|error| broken(source, raw, &error))
}

struct Pairs;

impl<'a> Visitor<'a> for Pairs {
    type Value = Vec<(String, &'a str)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, raw)) = map.next_entry::<String, &'a RawValue>()? {
            pairs.push((key, raw.get()));
        }
        Ok(pairs)
    }
}
