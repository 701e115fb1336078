//! Days of a year, darker where there is more.

use super::unit::ValueUnit;
use crate::time::Day;
use serde::Serialize;

/// Days, darker where there is more, hatched where closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeatChart {
    /// What the chart is called.
    pub title: String,
    /// First day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
    /// What the values are; minutes are shown as hours.
    pub unit: ValueUnit,
    /// Days with a value, in order; the others have none, which is 0. Days outside are not shown.
    pub days: Vec<HeatDay>,
    /// Closed days in order.
    pub closed: Vec<ClosedDay>,
}

/// A day with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeatDay {
    /// The day.
    pub day: Day,
    /// Its value in the unit of the chart.
    pub value: u64,
}

/// A closed day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClosedDay {
    /// The day.
    pub day: Day,
    /// Why, such as the name of a holiday.
    pub reason: Option<String>,
}
