//! Tables: columns with a kind, rows of cells.

use super::cell::{Cell, ColumnKind};
use serde::Serialize;

/// Most rows that a table of a deliverable holds; the rest is counted in `omitted`.
pub const TABLE_ROWS_MAX: usize = 10_000;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Column {
    /// Stable name, the same in every language: header of CSV files.
    pub key: &'static str,
    /// Heading, in the language of the deliverable.
    pub label: String,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// Stable name, unique in the deliverable: name of the sheet and of the CSV file.
    pub id: &'static str,
    /// Its caption.
    pub title: String,
    /// Its columns; the first one names the row.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// What the columns add up to, a cell a column.
    pub total: Option<Vec<Cell>>,
    /// Rows left out beyond [`TABLE_ROWS_MAX`].
    pub omitted: u64,
    /// What there is to say of it, such as what it does not know.
    pub note: Option<String>,
    /// Whether it is for files only: a list that nobody reads on paper. Workbook, CSV files and JSON have it, page and
    /// Markdown say how many rows it has.
    pub is_detail: bool,
}

impl Table {
    /// A table without rows.
    pub fn new(id: &'static str, title: String, columns: Vec<Column>) -> Table {
        Table {
            id,
            title,
            columns,
            rows: Vec::new(),
            total: None,
            omitted: 0,
            note: None,
            is_detail: false,
        }
    }

    /// The same for files only.
    #[must_use]
    pub fn detail(self) -> Table {
        Table { is_detail: true, ..self }
    }

    /// Adds a row, or counts it where the table is full.
    pub fn push(&mut self, row: Vec<Cell>) {
        if self.rows.len() < TABLE_ROWS_MAX {
            self.rows.push(row);
        } else {
            self.omitted = self.omitted.saturating_add(1);
        }
    }
}
