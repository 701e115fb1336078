//! How far each parameter moves a result.

use super::unit::ValueUnit;
use serde::Serialize;

/// How far each parameter moves a result when it alone changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TornadoChart {
    /// What the chart is called.
    pub title: String,
    /// What the result is counted in.
    pub unit: ValueUnit,
    /// The result when nothing changes.
    pub base: f64,
    /// Parameters; they are drawn by how far they move the result, most first, equals in the order given.
    pub rows: Vec<TornadoRow>,
}

/// One parameter of a [`TornadoChart`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TornadoRow {
    /// Its name.
    pub parameter: String,
    /// Its low value as text, such as `−10 %`.
    pub low_label: String,
    /// The result at its low value; `None` when unknown.
    pub low: Option<f64>,
    /// Its high value as text.
    pub high_label: String,
    /// The result at its high value; `None` when unknown.
    pub high: Option<f64>,
}
