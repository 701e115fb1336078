//! Charts as data, and their drawing.
//!
//! A [`Chart`] holds the figures, once, with labels already in the language of the document that it stands
//! in. What shows it draws it: [`to_svg`] as a picture of its own, [`table`] as rows for what has no pictures.
//! Both are pure: the same chart gives the same bytes on every platform.
//!
//! A picture is 720 units wide, 180 mm on paper, and readable without colour: series differ by pattern, dash or
//! mark as well. Its `<title>` and `<desc>` say in words what it shows. Where a bound below is met the picture
//! says how many there are. A value that is unknown, or no finite number, is left out and said to be unknown.

mod axis;
mod budget;
mod canvas;
mod control;
mod gantt;
mod heat;
mod lanes;
mod lines;
mod load;
mod pareto;
mod pyramid;
mod shades;
mod stack;
mod survival;
mod table;
mod tornado;
mod unit;
mod words;

pub use axis::VALUE_MAX;
pub use budget::{BudgetChart, BudgetYear};
pub use control::{ControlChart, ControlPoint};
pub use gantt::{GanttBar, GanttChart, GanttRow, GanttTone, GanttWindow, GanttWindowKind};
pub use heat::{ClosedDay, HeatChart, HeatDay};
pub use lines::{LineCrossing, LineSeries, LinesChart};
pub use load::{LoadChart, LoadWeek};
pub use pareto::{ParetoChart, ParetoItem, ParetoRest};
pub use pyramid::{AgeClass, PyramidChart};
pub(super) use shades::{Scale, minutes_up};
pub use survival::{CurvePoint, FittedCurve, SurvivalChart, SurvivalStep};
pub use table::ChartTable;
pub use tornado::{TornadoChart, TornadoRow};
pub use unit::ValueUnit;

use super::pen::Pen;
use crate::text::Lang;
use canvas::{Anchor, Canvas, WIDTH};
use maud::Markup;
use serde::Serialize;

/// Style of the pictures, for a page that holds some; [`to_svg`] holds it already.
pub const CSS: &str = include_str!("../assets/chart.css");

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

/// What can be drawn by itself, so that a page with one kind of chart carries no other drawing.
pub(super) trait Drawn {
    /// What it is called.
    fn title(&self) -> &str;

    /// Draws; gives the height and the description.
    fn draw(&self, canvas: &mut Canvas) -> (f64, String);
}

impl Drawn for Chart {
    fn title(&self) -> &str {
        Chart::title(self)
    }

    fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        draw(self, canvas)
    }
}

impl Drawn for ControlChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn draw(&self, canvas: &mut Canvas) -> (f64, String) {
        ControlChart::draw(self, canvas)
    }
}

/// The picture as a file of its own: it has its style, and follows the light or dark scheme of what shows it.
///
/// 180 mm wide, as high as it needs. There is no script, and nothing is fetched.
///
/// # Example
///
/// ```
/// use entretien::report::chart::{Chart, ParetoChart, ParetoItem, ValueUnit, description, to_svg};
/// use entretien::text::Lang;
///
/// let item = |label: &str, count| ParetoItem { label: label.to_owned(), count };
/// let chart = Chart::Pareto(ParetoChart {
///     title: "Tickets by category".to_owned(),
///     unit: ValueUnit::Number { unit: "tickets".to_owned(), decimals: 0 },
///     items: vec![item("passwords", 20), item("printers", 60)],
///     rest: None,
/// });
/// assert!(to_svg(&chart, Lang::En).starts_with("<svg"));
/// let said = description(&chart, Lang::En);
/// assert!(said.contains("printers 60\u{a0}tickets (75.0%), passwords 20\u{a0}tickets (100%)"));
/// ```
pub fn to_svg(chart: &Chart, lang: Lang) -> String {
    picture(chart, "chart", Pen::new(lang), Some(CSS)).into_string()
}

/// The picture for a page that has [`CSS`]; the ids in it begin with `id`, which no other of the page may have.
pub(super) fn svg(chart: &impl Drawn, id: &str, pen: Pen) -> Markup {
    picture(chart, id, pen, None)
}

fn picture(chart: &impl Drawn, id: &str, pen: Pen, alone: Option<&str>) -> Markup {
    let mut canvas = Canvas::new(id, pen);
    let (height, description) = chart.draw(&mut canvas);
    canvas.finish(chart.title(), &description, height, alone)
}

/// The figures of the chart as rows, all of them, written in a language.
pub fn table(chart: &Chart, lang: Lang) -> ChartTable {
    let pen = Pen::new(lang);
    match chart {
        Chart::Load(chart) => chart.table(pen),
        Chart::Heat(chart) => chart.table(pen),
        Chart::Pyramid(chart) => chart.table(pen),
        Chart::Budget(chart) => chart.table(pen),
        Chart::Control(chart) => chart.table(pen),
        Chart::Pareto(chart) => chart.table(pen),
        Chart::Survival(chart) => chart.table(pen),
        Chart::Gantt(chart) => chart.table(pen),
        Chart::Lines(chart) => chart.table(pen),
        Chart::Tornado(chart) => chart.table(pen),
    }
}

/// What the chart shows in words: totals, extremes, what is unknown. It is the `<desc>` of the picture.
pub fn description(chart: &Chart, lang: Lang) -> String {
    draw(chart, &mut Canvas::new("chart", Pen::new(lang))).1
}

/// Height and description.
fn draw(chart: &Chart, canvas: &mut Canvas) -> (f64, String) {
    match chart {
        Chart::Load(chart) => chart.draw(canvas),
        Chart::Heat(chart) => chart.draw(canvas),
        Chart::Pyramid(chart) => chart.draw(canvas),
        Chart::Budget(chart) => chart.draw(canvas),
        Chart::Control(chart) => chart.draw(canvas),
        Chart::Pareto(chart) => chart.draw(canvas),
        Chart::Survival(chart) => chart.draw(canvas),
        Chart::Gantt(chart) => chart.draw(canvas),
        Chart::Lines(chart) => chart.draw(canvas),
        Chart::Tornado(chart) => chart.draw(canvas),
    }
}

/// A picture that says that there is nothing.
fn empty(canvas: &mut Canvas) -> (f64, String) {
    let text = words::no_data(canvas.pen);
    canvas.rect(canvas::Fill::Class("k-empty"), 1.0, 1.0, WIDTH - 2.0, 58.0);
    canvas.text("k-text", (WIDTH / 2.0, 34.0), Anchor::Middle, &text);
    (60.0, words::sentences(&[text]))
}
