//! Few causes that make most of the effect.

use super::unit::ValueUnit;
use serde::Serialize;

/// Items by what they count, the largest first, and how they add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoChart {
    /// What the chart is called.
    pub title: String,
    /// What the counts are.
    pub unit: ValueUnit,
    /// Items; they are drawn by count, the largest first, equals in the order given.
    pub items: Vec<ParetoItem>,
    /// Those that are not listed.
    pub rest: Option<ParetoRest>,
}

/// One item of a [`ParetoChart`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoItem {
    /// Its name.
    pub label: String,
    /// How much it counts, in the unit of the chart.
    pub count: u64,
}

/// Items that are not listed one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoRest {
    /// How many items they are.
    pub items: u64,
    /// How much they count together.
    pub count: u64,
}
