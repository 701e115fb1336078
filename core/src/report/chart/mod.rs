//! Charts as data, and their drawing.
//!
//! A [`Chart`] holds the figures, once, with labels already in the language of the document that it stands
//! in. What shows it draws it: `to_svg` as a picture of its own, `table` as rows for what has no pictures.
//! Both are pure: the same chart gives the same bytes on every platform.
//!
//! A picture is 720 units wide, 180 mm on paper, and readable without colour: series differ by pattern, dash or
//! mark as well. Its `<title>` and `<desc>` say in words what it shows. Where a bound below is met the picture
//! says how many there are. A value that is unknown, or no finite number, is left out and said to be unknown.

mod budget;
mod control;
mod gantt;
mod heat;
mod lines;
mod load;
mod pareto;
mod pyramid;
mod survival;
mod table;
mod tornado;
mod unit;

pub use budget::{BudgetChart, BudgetYear};
pub use control::{Better, ControlChart, ControlPoint};
pub use gantt::{GanttBar, GanttChart, GanttRow, GanttTone, GanttWindow, GanttWindowKind};
pub use heat::{ClosedDay, HeatChart, HeatDay};
pub use lines::{LineCrossing, LineSeries, LinesChart};
pub use load::{LoadChart, LoadWeek};
pub use pareto::{ParetoChart, ParetoItem, ParetoRest};
pub use pyramid::{AgeClass, PyramidChart};
pub use survival::{CurvePoint, FittedCurve, SurvivalChart, SurvivalStep};
pub use table::ChartTable;
pub use tornado::{TornadoChart, TornadoRow};
pub use unit::ValueUnit;

use serde::Serialize;

/// Most series that a picture tells apart; the parts of later ones are drawn together as the last.
pub const SERIES_DRAWN_MAX: usize = 6;
/// Most weeks of a [`LoadChart`] that are drawn, from the first.
pub const WEEKS_DRAWN_MAX: usize = 106;
/// Most strips of twelve months of a [`HeatChart`] that are drawn, from the first.
pub const HEAT_STRIPS_DRAWN_MAX: usize = 6;
/// Most age classes of a [`PyramidChart`] that are drawn, from the first; the unknown class always is.
pub const AGE_CLASSES_DRAWN_MAX: usize = 40;
/// Most years of a [`BudgetChart`] that are drawn, from the first.
pub const BUDGET_YEARS_DRAWN_MAX: usize = 40;
/// Most points of a [`ControlChart`] that are drawn: the last ones.
pub const CONTROL_POINTS_DRAWN_MAX: usize = 120;
/// Most items of a [`ParetoChart`] that are drawn, the largest; the others join the rest.
pub const PARETO_ITEMS_DRAWN_MAX: usize = 20;
/// Most steps, censored lives or points of a fitted curve of a [`SurvivalChart`] that are drawn, from the first.
pub const SURVIVAL_STEPS_DRAWN_MAX: usize = 2_000;
/// Most days of a [`GanttChart`] that are drawn, from the first.
pub const GANTT_DAYS_DRAWN_MAX: usize = 62;
/// Most rows of a [`GanttChart`] that are drawn, from the first.
pub const GANTT_ROWS_DRAWN_MAX: usize = 40;
/// Most bars of one row of a [`GanttChart`] that are drawn, from the first.
pub const GANTT_BARS_DRAWN_MAX: usize = 100;
/// Most places of a [`LinesChart`] that are drawn, from the first.
pub const LINES_POINTS_DRAWN_MAX: usize = 120;
/// Most rows of a [`TornadoChart`] that are drawn, those that move the result most.
pub const TORNADO_ROWS_DRAWN_MAX: usize = 20;

/// A chart: what it shows, not how.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Chart {
    /// Work of each week against capacity.
    Load(LoadChart),
    /// Days of a year, darker where there is more.
    Heat(HeatChart),
    /// How many of each age.
    Pyramid(PyramidChart),
    /// Money of each year against its cap.
    Budget(BudgetChart),
    /// An indicator over time with the limits of its usual range.
    Control(ControlChart),
    /// Few causes that make most of the effect.
    Pareto(ParetoChart),
    /// What part is still in service after a time.
    Survival(SurvivalChart),
    /// Work of a month, row by row.
    Gantt(GanttChart),
    /// Several series over the same places, such as the cumulated cost of options.
    Lines(LinesChart),
    /// How far each parameter moves a result.
    Tornado(TornadoChart),
}

impl Chart {
    /// What the chart is called.
    pub fn title(&self) -> &str {
        match self {
            Chart::Load(chart) => &chart.title,
            Chart::Heat(chart) => &chart.title,
            Chart::Pyramid(chart) => &chart.title,
            Chart::Budget(chart) => &chart.title,
            Chart::Control(chart) => &chart.title,
            Chart::Pareto(chart) => &chart.title,
            Chart::Survival(chart) => &chart.title,
            Chart::Gantt(chart) => &chart.title,
            Chart::Lines(chart) => &chart.title,
            Chart::Tornado(chart) => &chart.title,
        }
    }
}
