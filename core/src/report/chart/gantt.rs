//! Work of a month, row by row.

use super::heat::ClosedDay;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What a bar of a Gantt chart is.
    GanttTone {
        /// Planned work.
        Preventive "preventive" "preventive" "préventif",
        /// Repair.
        Corrective "corrective" "corrective" "correctif",
        /// Update or change.
        Update "update" "update" "mise à jour",
        /// Replacement.
        Renewal "renewal" "renewal" "renouvellement",
        /// Anything else.
        Other "other" "other" "autre",
    }
}

choice! {
    /// What a span of a Gantt chart is for all rows.
    GanttWindowKind {
        /// Work that interrupts is allowed.
        Window "window" "maintenance window" "fenêtre de maintenance",
        /// Nothing may change.
        Freeze "freeze" "freeze" "gel",
    }
}

/// Work of a month, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttChart {
    /// What the chart is called.
    pub title: String,
    /// First day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
    /// Rows in order.
    pub rows: Vec<GanttRow>,
    /// Closed days in order.
    pub closed: Vec<ClosedDay>,
    /// Spans that hold for all rows, in order of start.
    pub windows: Vec<GanttWindow>,
}

/// One row: a site, a skill, an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttRow {
    /// Its name.
    pub label: String,
    /// Its bars in order of start.
    pub bars: Vec<GanttBar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttBar {
    /// First day.
    pub start: Day,
    /// How many days; 0 is a moment, drawn as a mark.
    pub length_days: u32,
    /// What it is.
    pub tone: GanttTone,
    /// What is written in or beside it where there is room.
    pub label: String,
}

/// A span that holds for all rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GanttWindow {
    /// First day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
    /// What it is.
    pub kind: GanttWindowKind,
    /// What it is called.
    pub label: String,
}
