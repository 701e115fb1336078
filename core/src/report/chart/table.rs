//! The figures of a chart as rows.

use serde::Serialize;

/// The figures of a chart as rows, written in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChartTable {
    /// Heads of the columns; the first column names the row, the others hold figures or words.
    pub columns: Vec<String>,
    /// Rows, each with a text for every column; what is unknown is `–`.
    pub rows: Vec<Vec<String>>,
}
