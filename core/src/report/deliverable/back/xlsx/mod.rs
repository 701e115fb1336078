//! A deliverable as a workbook: a first sheet that says what is where, then a sheet for each table.

mod cells;
mod names;
mod sheet;

use super::super::Deliverable;
use super::grid::{self, Grid, Manner};
use crate::error::{Error, codes};
use crate::report::words::Words;
use crate::time::Day;
use cells::Cells;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, IntoExcelData, Url, Workbook, Worksheet, XlsxError,
};

/// Most rows and columns of a sheet.
const ROWS_MAX: usize = 1_048_576;
const COLUMNS_MAX: usize = 16_384;

pub(super) fn workbook(document: &Deliverable, words: &Words) -> Result<Vec<u8>, Error> {
    let grids = grid::all(document, Manner { words, is_coded: false });
    for grid in &grids {
        fits(grid)?;
    }
    let titles = grids.iter().map(|grid| &*grid.title);
    let mut names = names::of(words.say("contents"), titles).into_iter();
    let first = names.next().unwrap_or_default();
    let names: Vec<String> = names.collect();
    write(document, &grids, &first, &names, words).map_err(|error| refused(&error.to_string()))
}

/// Header, rows, total, note and what was left out must have room.
fn fits(grid: &Grid<'_>) -> Result<(), Error> {
    let rows = grid.rows.len().saturating_add(5);
    if rows > ROWS_MAX || grid.heads.len() > COLUMNS_MAX {
        return Err(refused(&format!(
            "the table `{}` has {} rows and {} columns, a sheet at most {ROWS_MAX} and {COLUMNS_MAX}",
            grid.id,
            grid.rows.len(),
            grid.heads.len()
        )));
    }
    Ok(())
}

fn refused(message: &str) -> Error {
    Error::new(codes::RPT_WORKBOOK, "", message)
}

fn write(
    document: &Deliverable,
    grids: &[Grid<'_>],
    first: &str,
    names: &[String],
    words: &Words,
) -> Result<Vec<u8>, XlsxError> {
    let cells = Cells::new(words);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document)?);
    contents(workbook.add_worksheet().set_name(first)?, document, grids, names, &cells)?;
    for (grid, name) in grids.iter().zip(names) {
        sheet::write(workbook.add_worksheet().set_name(name)?, grid, &cells)?;
    }
    workbook.save_to_buffer()
}

/// The date that the file bears is that of what is known: no clock is in it.
fn properties(document: &Deliverable) -> Result<DocProperties, XlsxError> {
    let created = date(document.as_of).map_or_else(|| ExcelDateTime::from_ymd(1900, 1, 1), Ok)?;
    Ok(DocProperties::new()
        .set_title(&document.title)
        .set_subject(&document.customer)
        .set_author(&document.provider)
        .set_company(&document.provider)
        .set_creation_datetime(&created))
}

/// The day as workbooks have it: from 1900 on.
fn date(day: Day) -> Option<ExcelDateTime> {
    let (year, month, day) = day.ymd();
    // The library knows one day of 1899, which is 0 and which others read as 1900.
    let year = Some(year).filter(|year| *year >= 1900)?;
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(year).ok()?, month, day).ok()
}

/// The first sheet: what the document is, and a link to each table.
fn contents(
    sheet: &mut Worksheet,
    document: &Deliverable,
    grids: &[Grid<'_>],
    names: &[String],
    cells: &Cells<'_>,
) -> Result<(), XlsxError> {
    let words = cells.words;
    cells.text(sheet, (0, 0), &document.title, &cells.title)?;
    cells.text(sheet, (1, 0), &document.customer, &cells.bold)?;
    let mut row = 2;
    let mut add = |name: &str, value: &str| {
        cells.text(sheet, (row, 0), &words.say(name), &cells.plain)?;
        cells.text(sheet, (row, 1), value, &cells.plain)?;
        row += 1;
        Ok::<(), XlsxError>(())
    };
    add("provider", &document.provider)?;
    if let Some(period) = document.period {
        let last = period.end().add_days(-1).unwrap_or(period.start());
        add("period", &format!("{} – {}", words.date(period.start()), words.date(last)))?;
    }
    add("known-until", &words.date(document.as_of))?;
    row += 1;
    cells.text(sheet, (row, 0), &words.say("column-table"), &cells.heads.0)?;
    cells.text(sheet, (row, 1), &words.say("column-rows"), &cells.heads.1)?;
    for (grid, name) in grids.iter().zip(names) {
        row += 1;
        let title = cells.kept(&grid.title);
        let title = if title.is_empty() { name.clone() } else { title };
        let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(title);
        sheet.write_url(row, 0, link)?;
        cells.number(sheet, (row, 1), grid.rows.len(), "#,##0")?;
    }
    sheet.set_row_height(0, 24)?;
    sheet.set_column_width(0, 60)?.set_column_width(1, 40)?;
    sheet::paper(sheet, &document.title);
    Ok(())
}

/// Writes what the library takes, in a format.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: impl IntoExcelData,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_with_format(row, column, value, format).map(|_| ())
}
