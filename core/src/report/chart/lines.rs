//! Several series over the same places.

use super::unit::ValueUnit;
use serde::Serialize;

/// Several series over the same places, such as the cumulated cost of options over years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinesChart {
    /// What the chart is called.
    pub title: String,
    /// What the values are.
    pub unit: ValueUnit,
    /// Names of the places, such as years, in order.
    pub labels: Vec<String>,
    /// The series; those after the sixth are not drawn, and said so.
    pub series: Vec<LineSeries>,
    /// Where two series cross.
    pub crossing: Option<LineCrossing>,
}

/// One series of a [`LinesChart`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineSeries {
    /// Its name.
    pub name: String,
    /// A value for each place; `None` or lacking where unknown: the line is broken there.
    pub values: Vec<Option<f64>>,
}

/// Where two series cross.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineCrossing {
    /// Place, counted from 0 at the first label; 2.5 is midway between the third and the fourth.
    pub position: f64,
    /// The value there.
    pub value: f64,
    /// What it is, such as `break-even in June 2029`.
    pub label: String,
}
