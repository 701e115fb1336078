//! A row that is kept after its reader went on.

use super::Row;
use std::ops::Range;

/// Room for one row.
#[derive(Debug, Default)]
pub(crate) struct KeptRow {
    line: u64,
    is_plain: bool,
    text: String,
    spans: Vec<Range<usize>>,
}

impl KeptRow {
    /// Keeps a row instead of the one before it.
    #[inline]
    pub(crate) fn keep(&mut self, row: Row<'_>) {
        (self.line, self.is_plain) = (row.line, row.is_plain);
        self.text.clear();
        self.text.push_str(row.text);
        self.spans.clear();
        self.spans.extend_from_slice(row.spans);
    }

    /// The row that is kept.
    pub(crate) fn row(&self) -> Row<'_> {
        Row { line: self.line, is_plain: self.is_plain, text: &self.text, spans: &self.spans }
    }
}
