//! A table as a sheet.

use super::super::super::Cell;
use super::super::grid::Grid;
use super::cells::Cells;
use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

const A4: u8 = 9;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (8, 45);
/// Longest title at the head of printed pages.
const TITLE_CHARS: usize = 100;

pub(super) fn write(
    sheet: &mut Worksheet,
    grid: &Grid<'_>,
    cells: &Cells<'_>,
) -> Result<(), XlsxError> {
    let words = cells.words;
    for (column, head) in (0_u16..).zip(&grid.heads) {
        let format = if head.is_numeric() { &cells.heads.1 } else { &cells.heads.0 };
        cells.text(sheet, (0, column), &head.label, format)?;
    }
    let mut row = 0_u32;
    for cells_of_row in grid.rows.iter() {
        row += 1;
        for (column, cell) in (0_u16..).zip(cells_of_row) {
            cells.cell(sheet, (row, column), cell, false)?;
        }
    }
    let last = u16::try_from(grid.heads.len().saturating_sub(1)).unwrap_or_default();
    if row > 0 {
        sheet.autofilter(0, 0, row, last)?;
        sheet.ignore_error_range(1, 0, row, last, IgnoreError::NumberStoredAsText)?;
    }
    if let Some(total) = grid.total {
        row += 1;
        for (column, cell) in (0_u16..).zip(total) {
            cells.cell(sheet, (row, column), cell, true)?;
        }
    }
    let omitted = (grid.omitted > 0).then(|| words.count("omitted", grid.omitted));
    let notes: Vec<&str> = grid.note.into_iter().chain(omitted.as_deref()).collect();
    for (place, note) in (2_u32..).zip(notes) {
        cells.text(sheet, (row + place, 0), note, &cells.note)?;
    }
    for (column, width) in (0_u16..).zip(widths(grid, cells)) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    paper(sheet, &grid.title);
    Ok(())
}

/// A4 across, one page wide, with its title and page numbers.
pub(super) fn paper(sheet: &mut Worksheet, title: &str) {
    let title: String = title.chars().filter(|c| !c.is_control()).take(TITLE_CHARS).collect();
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L{}", title.replace('&', "&&"))).set_footer("&R&P / &N");
}

/// As wide as what is longest, its head on two lines if need be.
fn widths(grid: &Grid<'_>, cells: &Cells<'_>) -> Vec<u16> {
    let length = |text: &str| {
        let lines = text.lines().map(|line| line.chars().take(WIDTHS.1).count());
        lines.max().unwrap_or_default()
    };
    let width = |column: usize, head: &str| {
        let rows = grid.rows.iter().map(Vec::as_slice).chain(grid.total);
        let shown = rows.map(|row| row.get(column).unwrap_or(&Cell::Empty).show(cells.words));
        let longest = shown.map(|text| length(&text)).max().unwrap_or_default();
        // The arrow of the filter takes the room of three characters.
        let head = length(head).saturating_add(3).min(WIDTHS.1 / 3);
        u16::try_from(longest.max(head).clamp(WIDTHS.0, WIDTHS.1) + 1).unwrap_or_default()
    };
    grid.heads.iter().enumerate().map(|(column, head)| width(column, &head.label)).collect()
}
