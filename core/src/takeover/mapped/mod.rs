//! CSV files of which somebody says what their columns mean.

mod convert;
mod fact;
mod mapping;
mod memo;
mod plan;
mod reader;
mod row;
mod words;

pub(super) use super::text::quote;
pub use fact::MappedFact;
pub use mapping::{ColumnMap, Mapping, ValueMap};
pub use reader::{RowReader, RowSummary};
pub use row::{MappedRow, RowText};
pub(super) use words::{category, criticality, lifecycle};

use super::record::Import;
use super::table::{self, DateOrder, Guess, Head, Row, RowParser};
use super::{ITEMS_MAX, record::Record};
use crate::error::{Fault, Faults, codes};
use plan::Plan;

/// What the reading of a whole file needs beside its mapping.
pub(super) struct Whole<'w> {
    /// Order of dates that no column shows.
    pub dates: DateOrder,
    /// Changes a record before it is kept.
    pub each: &'w mut dyn FnMut(&MappedRow<'_>, &mut Record),
}

/// Reads a whole file: the order of the dates of a column is found by looking at all of them.
///
/// # Errors
/// `TAK-054` too many rows or columns · `TAK-060` no header · `TAK-062` no column that identifies ·
/// `TAK-063` a row too long · `TAK-064` a quote never closed.
pub(super) fn read(
    bytes: &[u8],
    mapping: &Mapping,
    whole: &mut Whole<'_>,
    faults: &mut Faults,
) -> Result<Import, Fault> {
    let orders = orders(bytes, mapping, whole.dates, faults)?;
    let mut import = Import::default();
    let mut too_many = None;
    let mut reader = RowReader::unchecked(mapping.clone());
    let mut each = |row: &MappedRow<'_>| {
        if import.records.len() >= ITEMS_MAX {
            too_many.get_or_insert(row.line);
            return;
        }
        if let Some(site) = row.site.as_deref()
            && !import.sites.contains_key(site)
        {
            import.sites.insert(site.to_owned(), site.to_owned());
        }
        if let Some(mut record) = row.to_record() {
            (whole.each)(row, &mut record);
            import.records.push(record);
        }
    };
    // The header alone first, so that the orders are known before the first row.
    let first = |error: crate::error::Error| error.faults().next().cloned();
    let summary = push_after_header(&mut reader, bytes, &orders, &mut each)
        .and_then(|()| reader.finish(&mut each));
    let summary = match summary {
        Ok(summary) => summary,
        Err(error) => {
            let unknown = || Fault::new(codes::TAK_BAD_CSV, "", "unreadable");
            return Err(first(error).unwrap_or_else(unknown));
        }
    };
    if let Some(line) = too_many {
        let message = format!("more than {ITEMS_MAX} rows");
        return Err(Fault::new(codes::TAK_TOO_LARGE, format!("line {line}"), message));
    }
    summary.diagnostics.into_iter().for_each(|fault| faults.push(fault));
    import.unused = summary.unused;
    Ok(import)
}

/// Feeds the file, the header in small pieces so that the orders of dates can be stated before the
/// first row is read.
fn push_after_header(
    reader: &mut RowReader,
    bytes: &[u8],
    orders: &[(usize, DateOrder)],
    each: &mut dyn FnMut(&MappedRow<'_>),
) -> Result<(), crate::error::Error> {
    reader.look(bytes);
    let mut rest = bytes;
    while reader.converter().is_none() && !rest.is_empty() {
        // The header is complete at a line end; the rows behind it are not touched before.
        let end =
            memchr::memchr2(b'\n', b'\r', rest).map_or(rest.len(), |end| end.saturating_add(1));
        let (piece, left) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        reader.push(piece, each)?;
        rest = left;
    }
    if let Some(converter) = reader.converter() {
        for (column, order) in orders {
            converter.set_order(*column, *order);
        }
    }
    reader.push(rest, each)
}

/// The order of the dates of each column: the one that its dates allow, else that of the other columns
/// of the file, else `usual`, which is told.
fn orders(
    bytes: &[u8],
    mapping: &Mapping,
    usual: DateOrder,
    faults: &mut Faults,
) -> Result<Vec<(usize, DateOrder)>, Fault> {
    if mapping.dates.is_some() {
        return Ok(Vec::new());
    }
    let separator = mapping.separator.and_then(|separator| u8::try_from(separator).ok());
    let mut parser = RowParser::new(mapping.encoding, separator);
    let mut head: Option<Head> = None;
    let mut guesses: Vec<(usize, Guess)> = Vec::new();
    let mut each = |row: Row<'_>| {
        if head.is_none() {
            let names = Head::read(row, &mut Faults::new())?;
            let plan = Plan::new(mapping, &names, &mut Faults::new())?;
            guesses = plan.day_columns().map(|column| (column, Guess::default())).collect();
            head = Some(names);
        } else {
            for (column, guess) in &mut guesses {
                guess.add(row.get(*column));
            }
        }
        Ok(())
    };
    parser.look(bytes);
    parser.push(bytes, &mut each)?;
    parser.finish(&mut each)?;
    let head = head.unwrap_or_default();
    Ok(settle(&guesses, usual, |column| head.shown(column), head.line, faults))
}

/// Settles the orders of columns from what their dates say.
pub(super) fn settle<'h>(
    guesses: &[(usize, Guess)],
    usual: DateOrder,
    shown: impl Fn(usize) -> &'h str,
    line: u64,
    faults: &mut Faults,
) -> Vec<(usize, DateOrder)> {
    let mut known = guesses.iter().filter_map(|(_, guess)| guess.known());
    let first = known.next();
    let common = first.filter(|first| known.all(|other| other == *first));
    let mut orders = Vec::with_capacity(guesses.len());
    for (column, guess) in guesses {
        let order = guess.known().or(common).unwrap_or(usual);
        if guess.ambiguous() > 0 && guess.known().is_none() && common.is_none() {
            let message = format!(
                "column `{}`: {} dates can be read in two ways, taken as {}",
                shown(*column),
                guess.ambiguous(),
                table::order_name(order)
            );
            faults.add(codes::TAK_AMBIGUOUS_DATES, format!("line {line}"), message);
        }
        orders.push((*column, order));
    }
    orders
}
