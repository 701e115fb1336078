//! How many of each age.

use serde::Serialize;

/// How many of each age, of one series or two back to back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PyramidChart {
    /// What the chart is called.
    pub title: String,
    /// What is counted, such as `assets`.
    pub unit: String,
    /// Names of the series: the first to the left when there are two; more are not drawn, and said so.
    pub series: Vec<String>,
    /// Age classes, youngest first.
    pub classes: Vec<AgeClass>,
    /// Those whose age is not known, in the order of the series; they stand apart.
    pub unknown_counts: Vec<u64>,
}

/// One age class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeClass {
    /// Its ages, such as `3` or `10–14`.
    pub label: String,
    /// How many, in the order of the series; one that is lacking is 0.
    pub counts: Vec<u64>,
}
