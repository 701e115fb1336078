//! An indicator over time with the limits of its usual range.

use super::unit::ValueUnit;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// In which direction an indicator gets better.
    Better {
        /// Upwards, such as availability.
        Higher "higher" "higher is better" "mieux vers le haut",
        /// Downwards, such as the time to restore.
        Lower "lower" "lower is better" "mieux vers le bas",
        /// Neither.
        Neither "neither" "neither direction is better" "aucun sens n'est meilleur",
    }
}

/// An indicator over time with the limits of its usual range.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ControlChart {
    /// What the chart is called.
    pub title: String,
    /// What the values are.
    pub unit: ValueUnit,
    /// In which direction it gets better.
    pub better: Better,
    /// Points in order of day.
    pub points: Vec<ControlPoint>,
}

/// One point of a [`ControlChart`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ControlPoint {
    /// Under it, such as `Apr`.
    pub label: String,
    /// First day of what it sums up.
    pub day: Day,
    /// Its value; `None` where there is none: the line is broken there.
    pub value: Option<f64>,
    /// Lower limit of the usual range.
    pub lower: Option<f64>,
    /// Middle of the usual range.
    pub centre: Option<f64>,
    /// Upper limit of the usual range.
    pub upper: Option<f64>,
    /// Whether it leaves the usual range.
    pub is_outside: bool,
}
