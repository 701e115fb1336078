//! Work of each week against capacity.

use crate::time::Day;
use serde::Serialize;

/// Work of each week, by kind, against what can be done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadChart {
    /// What the chart is called.
    pub title: String,
    /// Names of the kinds of work, such as preventive, corrective, update.
    pub series: Vec<String>,
    /// Weeks in order.
    pub weeks: Vec<LoadWeek>,
}

/// One week of a [`LoadChart`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadWeek {
    /// Its first day.
    pub start: Day,
    /// Minutes of work in the order of the series; one that is lacking is 0.
    pub parts_minutes: Vec<u64>,
    /// Minutes that can be done; `None` when unknown or unlimited.
    pub capacity_minutes: Option<u64>,
}

impl LoadWeek {
    /// Minutes of work in all, held at the largest number.
    pub fn work_minutes(&self) -> u64 {
        self.parts_minutes.iter().fold(0, |sum, part| sum.saturating_add(*part))
    }

    /// Whether there is more work than capacity.
    pub fn is_over(&self) -> bool {
        self.capacity_minutes.is_some_and(|capacity| self.work_minutes() > capacity)
    }
}
