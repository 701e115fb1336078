//! Facts that people declare, in a CSV: what no agent knows.

mod apply;
pub(super) mod price;

pub(super) use apply::apply;

use super::{FIELDS_MAX, ITEMS_MAX, text};
use crate::error::{Fault, Faults, codes};
use crate::id::SiteId;
use crate::inventory::{Category, Criticality, Usage};
use crate::quantity::{Currency, Money};
use crate::text::{Label, Lang};
use crate::time::Day;
use std::collections::BTreeMap;

/// The columns that are used.
const COLUMNS: &[&str] = &[
    "name",
    "serial",
    "site",
    "category",
    "criticality",
    "usage",
    "purchase",
    "price",
    "currency",
    "warranty_end",
    "tags",
];

/// The rows of one file.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Row>,
    /// Values in columns that are not used, by column.
    pub unused: BTreeMap<String, u64>,
}

/// What one row declares; what it leaves empty is not declared.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Line of the file, from 1.
    pub line: u64,
    pub name: Option<Box<str>>,
    pub serial: Option<Box<str>>,
    pub site: Option<SiteId>,
    pub category: Option<Category>,
    pub criticality: Option<Criticality>,
    pub usage: Option<Usage>,
    pub purchase: Option<Day>,
    pub price: Option<Money>,
    pub warranty_end: Option<Day>,
    pub tags: Vec<Box<str>>,
}

/// Whether the first line is a header of declared facts: at least half of its columns are known,
/// and `name` or `serial` or two others are among them.
pub(super) fn is_declared(text: &str) -> bool {
    let header = header_line(text);
    let names = columns(header, separator(header));
    let known = |name: &&String| COLUMNS.contains(&name.as_str());
    let count = names.iter().filter(known).count();
    let keyed = names.iter().any(|name| name == "name" || name == "serial");
    count.saturating_mul(2) >= names.len() && count >= if keyed { 1 } else { 2 }
}

fn header_line(text: &str) -> &str {
    let line = text.trim_start().split(['\r', '\n']).next().unwrap_or_default();
    match line.char_indices().nth(TEXT_OF_HEADER) {
        Some(_) => "",
        None => line,
    }
}

/// Longest header line, in characters.
const TEXT_OF_HEADER: usize = 100_000;

/// A comma, unless the header has none and has semicolons or tabs.
fn separator(header: &str) -> u8 {
    match header {
        header if header.contains(',') => b',',
        header if header.contains(';') => b';',
        header if header.contains('\t') => b'\t',
        _ => b',',
    }
}

fn columns(header: &str, separator: u8) -> Vec<String> {
    let names = header.split(char::from(separator));
    names.map(|name| column_name(name.trim().trim_matches('"'))).collect()
}

fn column_name(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Reads the rows.
///
/// # Errors
/// `TAK-054` too many columns or rows · `TAK-056` neither `name` nor `serial`, or no CSV.
pub(super) fn read(text: &str, faults: &mut Faults) -> Result<Table, Fault> {
    // Old spreadsheets end lines with CR alone, others with CR and LF; lines are counted by LF.
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let body = text.trim_start();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(header_line(body)))
        .from_reader(body.as_bytes());
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut table = Table::default();
    let mut header: Option<Vec<String>> = None;
    let mut record = csv::StringRecord::new();
    let mut swallowed = false;
    loop {
        let start = reader.position().byte();
        match reader.read_record(&mut record) {
            Ok(false) if swallowed && text.matches('"').count() % 2 == 1 => {
                let pointer =
                    table.rows.last().map_or(String::new(), |row| format!("line {}", row.line));
                let message = "a quote is opened and never closed";
                return Err(Fault::new(codes::TAK_BAD_CSV, pointer, message));
            }
            Ok(false) => return Ok(table),
            Ok(true) => {}
            Err(error) => {
                let pointer = format!("line {}", lines.of(body, start));
                return Err(Fault::new(codes::TAK_BAD_CSV, pointer, error.to_string()));
            }
        }
        let line = lines.of(body, record.position().map_or(start, csv::Position::byte));
        let Some(names) = &header else {
            header = Some(read_header(&record, line, faults)?);
            continue;
        };
        if table.rows.len() >= ITEMS_MAX {
            let message = format!("more than {ITEMS_MAX} rows");
            return Err(Fault::new(codes::TAK_TOO_LARGE, format!("line {line}"), message));
        }
        if record.len() != names.len() {
            let message = format!("{} values under {} columns", record.len(), names.len());
            faults.add(codes::TAK_UNEVEN_ROW, format!("line {line}"), message);
        }
        // A value that runs over lines up to the end of the file has lost its closing quote.
        swallowed = record.iter().any(|value| value.contains('\n'));
        let row = read_row(names, &record, line, &mut table.unused, faults);
        table.rows.extend(row);
    }
}

/// Counts lines up to growing places: the reader says where a record begins, blank lines before it
/// included, but not on which line.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line, from 1, of the first character that is no line end at or after `byte` of `body`, the
    /// end of the text.
    fn of(&mut self, body: &str, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(body.len());
        let rest = body.get(byte..).unwrap_or_default().trim_start_matches('\n');
        let place = self.text.len().saturating_sub(rest.len());
        let passed = self.text.get(self.at..place).unwrap_or_default().matches('\n').count();
        self.line = self.line.saturating_add(u64::try_from(passed).unwrap_or(u64::MAX));
        self.at = place;
        self.line
    }
}

fn read_header(
    record: &csv::StringRecord,
    line: u64,
    faults: &mut Faults,
) -> Result<Vec<String>, Fault> {
    let pointer = || format!("line {line}");
    if record.len() > FIELDS_MAX {
        let message = format!("{} columns, at most {FIELDS_MAX}", record.len());
        return Err(Fault::new(codes::TAK_TOO_LARGE, pointer(), message));
    }
    let names: Vec<String> = record.iter().map(column_name).collect();
    if !names.iter().any(|name| name == "name" || name == "serial") {
        let message = "neither a `name` nor a `serial` column";
        return Err(Fault::new(codes::TAK_BAD_CSV, pointer(), message));
    }
    for (place, name) in names.iter().enumerate() {
        let shown = text::quote(name);
        if !COLUMNS.contains(&name.as_str()) {
            let message = format!("column `{shown}` is not used");
            faults.add(codes::TAK_UNKNOWN_COLUMN, pointer(), message);
        } else if names.iter().take(place).any(|earlier| earlier == name) {
            let message = format!("column `{shown}` stands twice");
            faults.add(codes::TAK_DUPLICATE_KEY, pointer(), message);
        }
    }
    Ok(names)
}

/// The values of one row, with its diagnostics.
struct Cells<'r, 'f> {
    /// By column; the last value where a column stands twice.
    values: Vec<(&'r str, &'r str)>,
    line: u64,
    faults: &'f mut Faults,
}

impl<'r> Cells<'r, '_> {
    /// The value of a column as written.
    fn value(&self, column: &str) -> Option<&'r str> {
        self.values.iter().find(|(name, _)| *name == column).map(|(_, value)| *value)
    }

    fn pointer(&self) -> String {
        format!("line {}", self.line)
    }

    /// The cleaned value of a column, or `None` when empty.
    fn text(&mut self, column: &str) -> Option<Box<str>> {
        let value = self.value(column)?;
        let pointer = || format!("line {}", self.line);
        let value = text::clean(value, pointer, self.faults)?;
        Some(value.into_owned().into())
    }

    fn parsed<T>(
        &mut self,
        column: &str,
        code: crate::error::Code,
        needed: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.text(column)?;
        let parsed = parse(&value);
        if parsed.is_none() {
            let message = format!("column `{column}`: `{}` is not {needed}", text::quote(&value));
            self.faults.add(code, self.pointer(), message);
        }
        parsed
    }

    fn day(&mut self, column: &str) -> Option<Day> {
        self.parsed(column, codes::TAK_BAD_DATE, "an existing date YYYY-MM-DD", Day::parse)
    }

    fn choice<T: Label + Copy>(
        &mut self,
        column: &str,
        all: &[T],
        code: fn(T) -> &'static str,
    ) -> Option<T> {
        let value = self.value(column)?;
        if value.trim().is_empty() {
            return None;
        }
        let codes: Vec<&str> = all.iter().map(|value| code(*value)).collect();
        let needed = format!("one of {}", codes.join(", "));
        self.parsed(column, codes::TAK_BAD_CHOICE, &needed, |text| {
            let text = text.to_lowercase();
            let means = |value: &&T| {
                let labels = [Lang::En, Lang::Fr].map(|lang| value.label(lang).to_lowercase());
                code(**value) == text || labels.contains(&text)
            };
            all.iter().find(means).copied()
        })
    }

    fn price(&mut self) -> Option<Money> {
        let given = self.text("currency").is_some();
        let currency =
            self.parsed("currency", codes::TAK_BAD_CHOICE, "a currency code such as EUR", |text| {
                Currency::new(&text.to_ascii_uppercase())
            });
        let currency = match currency {
            // A price in a currency that cannot be read is no price.
            None if given => return None,
            None => Currency::EUR,
            Some(currency) => currency,
        };
        let needed =
            format!("an amount of {} such as {}", currency.code(), price::example(currency));
        self.parsed("price", codes::TAK_OUT_OF_RANGE, &needed, |text| price::read(text, currency))
    }
}

/// Reads one row; a row without any value is `None`.
fn read_row(
    names: &[String],
    record: &csv::StringRecord,
    line: u64,
    unused: &mut BTreeMap<String, u64>,
    faults: &mut Faults,
) -> Option<Row> {
    let mut values = Vec::new();
    for (name, value) in names.iter().zip(record) {
        if COLUMNS.contains(&name.as_str()) {
            match values.iter_mut().find(|(known, _)| known == name) {
                Some((_, slot)) => *slot = value,
                None => values.push((name.as_str(), value)),
            }
        } else if !value.trim().is_empty() {
            let sum = unused.entry(format!("csv:{}", text::quote(name))).or_default();
            *sum = sum.saturating_add(1);
        }
    }
    if values.iter().all(|(_, value)| value.trim().is_empty()) {
        return None;
    }
    let mut cells = Cells { values, line, faults };
    let needed = "an id of at most 200 characters";
    let tags = cells.text("tags").unwrap_or_default();
    Some(Row {
        line,
        name: cells.text("name"),
        serial: cells.text("serial"),
        site: cells.parsed("site", codes::TAK_OUT_OF_RANGE, needed, SiteId::new),
        category: cells.choice("category", Category::ALL, Category::code),
        criticality: cells.choice("criticality", Criticality::ALL, Criticality::code),
        usage: cells.choice("usage", Usage::ALL, Usage::code),
        purchase: cells.day("purchase"),
        price: cells.price(),
        warranty_end: cells.day("warranty_end"),
        tags: tags
            .split(';')
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
            .map(Into::into)
            .collect(),
    })
}
