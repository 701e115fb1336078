//! Tables of text: what the readers of CSV files share.
//!
//! Bytes become rows in [`rows`], a first row becomes a [`Head`], values are read by [`dates`] and
//! [`value`]. [`Table`] keeps a whole file, for readers that need more than one look at it.

mod dates;
mod encoding;
mod header;
mod kept;
mod rows;
mod split;
mod value;

pub use dates::DateOrder;
pub(crate) use dates::{Guess, Parts, read as read_date};
pub use encoding::Encoding;
pub(crate) use header::fold;
pub(crate) use kept::KeptRow;
pub(crate) use rows::{Row, RowParser};
pub use value::DecimalSign;
pub(crate) use value::{amount, boolean, is_rounded, months, whole, years};

use crate::error::{Fault, Faults, codes};
use crate::text::{Label, Lang};
use rows::Seen;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most items of one list that is read or counted, and most rows of one CSV.
pub const ITEMS_MAX: usize = 1_000_000;
/// Most sections of one inventory and most columns of one CSV.
pub const FIELDS_MAX: usize = 1_000;

/// The first row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    /// Line that it stands on.
    pub line: u64,
    /// Names as written, for messages; `column N` where there is none.
    pub shown: Vec<String>,
    /// Names as compared, see [`fold`]; empty where there is none.
    pub folded: Vec<String>,
}

impl Head {
    /// Reads the names of the columns; names that stand several times are told.
    ///
    /// # Errors
    /// `TAK-060` no name at all · `TAK-054` too many columns.
    pub(crate) fn read(row: Row<'_>, faults: &mut Faults) -> Result<Head, Fault> {
        let place = || format!("line {}", row.line);
        if row.len() > FIELDS_MAX {
            let message = format!("{} columns, at most {FIELDS_MAX}", row.len());
            return Err(Fault::new(codes::TAK_TOO_LARGE, place(), message));
        }
        let mut head = Head { line: row.line, ..Head::default() };
        for name in row.values() {
            let number = head.shown.len().saturating_add(1);
            let trimmed = name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            head.shown.push(match trimmed {
                "" => format!("column {number}"),
                name => quote(name),
            });
            head.folded.push(fold(trimmed));
        }
        if head.folded.iter().all(String::is_empty) {
            let message = "the first row names no column";
            return Err(Fault::new(codes::TAK_NO_HEADER, place(), message));
        }
        head.tell_repeated(faults);
        Ok(head)
    }

    fn tell_repeated(&self, faults: &mut Faults) {
        let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
        for name in self.folded.iter().filter(|name| !name.is_empty()) {
            let count = seen.entry(name).or_default();
            *count = count.saturating_add(1);
        }
        for (name, count) in seen.into_iter().filter(|(_, count)| *count > 1) {
            let place = self.folded.iter().position(|folded| folded == name);
            let shown = place.and_then(|place| self.shown.get(place)).map_or("", String::as_str);
            let message = format!(
                "column `{shown}` stands {count} times, the first value that is not empty is used"
            );
            faults.add(codes::TAK_REPEATED_COLUMN, format!("line {}", self.line), message);
        }
    }

    /// The columns of a name, in order.
    pub(crate) fn columns<'h>(&'h self, folded: &'h str) -> impl Iterator<Item = usize> + 'h {
        let same = move |(_, name): &(usize, &String)| name.as_str() == folded;
        self.folded.iter().enumerate().filter(same).map(|(place, _)| place)
    }

    pub(crate) fn has(&self, folded: &str) -> bool {
        self.folded.iter().any(|name| name == folded)
    }

    /// A name for messages.
    pub(crate) fn shown(&self, column: usize) -> &str {
        self.shown.get(column).map_or("", String::as_str)
    }

    /// Tells a row that has not one value for each column.
    pub(crate) fn check_length(&self, row: Row<'_>, faults: &mut Faults) {
        if row.len() != self.folded.len() {
            let message = format!("{} values under {} columns", row.len(), self.folded.len());
            faults.add(codes::TAK_UNEVEN_ROW, format!("line {}", row.line), message);
        }
    }
}

/// A short form of a value for a message: one line, at most 60 characters.
pub(crate) fn quote(text: &str) -> String {
    let mut short: String =
        text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

/// The name of an order, for messages.
pub(crate) fn order_name(order: DateOrder) -> &'static str {
    order.label(Lang::En)
}

/// Tells how the characters were read.
pub(crate) fn tell_seen(seen: Seen, faults: &mut Faults) {
    if let Some((line, encoding)) = seen.assumed {
        let message = format!("not UTF-8 from here on, read as {}", encoding.label(Lang::En));
        faults.add(codes::TAK_ASSUMED_ENCODING, format!("line {line}"), message);
    }
    if seen.broken_units > 0 {
        let message =
            format!("{} units are not UTF-16, each replaced by U+FFFD", seen.broken_units);
        faults.add(codes::TAK_BAD_TEXT, "", message);
    }
}

/// The names of the columns of a file, or `None` where it has no row.
pub(crate) fn head_of(bytes: &[u8]) -> Option<Head> {
    let mut parser = RowParser::new(None, None);
    let mut head = None;
    // The first row is enough: the reader is stopped there.
    let mut each = |row: Row<'_>| {
        head = Head::read(row, &mut Faults::new()).ok();
        Err(Fault::new(codes::TAK_TOO_LARGE, "", ""))
    };
    parser.look(bytes);
    let done = parser.push(bytes, &mut each).and_then(|()| parser.finish(&mut each));
    drop(done);
    head
}

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub head: Head,
    rows: Vec<Kept>,
    text: String,
    spans: Vec<Range<usize>>,
    /// Place of the rows of a JSON list; `None` for lines of a CSV.
    pub list: Option<String>,
}

#[derive(Debug)]
struct Kept {
    /// Line, or place in the list.
    number: u64,
    values: Range<usize>,
}

impl Table {
    /// Reads a CSV; rows without any value are left out.
    ///
    /// # Errors
    /// `TAK-054` too many rows or columns · `TAK-060` no header · `TAK-063` a row too long ·
    /// `TAK-064` a quote never closed.
    pub(crate) fn read(bytes: &[u8], faults: &mut Faults) -> Result<Table, Fault> {
        let mut parser = RowParser::new(None, None);
        let mut table: Option<Table> = None;
        let mut each = |row: Row<'_>| match &mut table {
            None => {
                let head = Head::read(row, faults)?;
                table = Some(Table { head, ..Table::default() });
                Ok(())
            }
            Some(table) => table.add(row, faults),
        };
        parser.look(bytes);
        parser.push(bytes, &mut each)?;
        parser.finish(&mut each)?;
        tell_seen(parser.seen, faults);
        table.ok_or_else(|| Fault::new(codes::TAK_NO_HEADER, "", "the file has no row"))
    }

    /// An empty table of the rows of a JSON list at `place`.
    pub(crate) fn of_list(place: String) -> Table {
        Table { list: Some(place), ..Table::default() }
    }

    fn add(&mut self, row: Row<'_>, faults: &mut Faults) -> Result<(), Fault> {
        if row.values().all(|value| value.trim().is_empty()) {
            return Ok(());
        }
        self.head.check_length(row, faults);
        self.add_values(row.line, row.values())
    }

    /// Adds a row.
    ///
    /// # Errors
    /// `TAK-054` too many rows.
    pub(crate) fn add_values<'v>(
        &mut self,
        number: u64,
        values: impl Iterator<Item = &'v str>,
    ) -> Result<(), Fault> {
        if self.rows.len() >= ITEMS_MAX {
            let message = format!("more than {ITEMS_MAX} rows");
            return Err(Fault::new(codes::TAK_TOO_LARGE, self.place_of(number), message));
        }
        let first = self.spans.len();
        for value in values {
            let start = self.text.len();
            self.text.push_str(value);
            self.spans.push(start..self.text.len());
        }
        self.rows.push(Kept { number, values: first..self.spans.len() });
        Ok(())
    }

    fn place_of(&self, number: u64) -> String {
        match &self.list {
            Some(list) => format!("{list}/{number}"),
            None => format!("line {number}"),
        }
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Pointer of a row.
    pub(crate) fn place(&self, row: usize) -> String {
        self.place_of(self.rows.get(row).map_or(0, |row| row.number))
    }

    /// A value, trimmed; empty beyond the end of the row.
    pub(crate) fn get(&self, row: usize, column: usize) -> &str {
        let values = self.rows.get(row).map(|row| row.values.clone()).unwrap_or_default();
        let spans = self.spans.get(values).unwrap_or_default();
        let text = spans.get(column).and_then(|span| self.text.get(span.clone()));
        text.unwrap_or_default().trim()
    }
}
