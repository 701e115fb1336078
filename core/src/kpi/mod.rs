//! Indicators (indicateurs de performance): what they are, and what a log says of them.
//!
//! Every [`Indicator`] has a written [`Definition`] in one registry: formula, unit, direction, edges, source. It
//! is a quotient of sums of [`Measure`]s, which are whole numbers; there is one division, at the end. The
//! [`Answer`] keeps numerator and denominator, what was left out, and says why when there is no value: what is
//! not known is never shown as 0.
//!
//! # A ratio of sums, not a mean of ratios
//!
//! Over a fleet the MTBF is `ΣU / Σn`. The mean of the MTBFs of the assets is another figure: it leaves out
//! the assets that never failed and weighs an asset of one day like one of ten years.

mod accumulator;
mod advice;
mod answer;
mod change;
mod collect;
mod definitions;
pub mod downtime;
mod due;
mod evaluate;
mod group;
mod indicator;
mod lives;
mod measure;
mod number;
mod pareto;
mod percentile;
mod registry;
mod result;
mod state;
mod terms;
mod totals;
mod trend;
mod windows;

#[doc = include_str!("../../docs/kpi.md")]
pub mod rules {}

#[doc = include_str!("../../docs/indicators.md")]
pub mod indicators {}

pub use accumulator::KpiAccumulator;
pub use advice::{
    ADVICE_RULES_MAX, Advice, AdviceRule, AdviceRules, AdviceTest, CorrectiveMeasure, Evidence,
};
pub use answer::Answer;
pub use change::{ChangeTest, KpiChange, Verdict};
pub use due::DueWork;
pub use indicator::Indicator;
pub use lives::Lives;
pub use measure::{Measure, MeasureUnit};
pub use pareto::{Pareto, ParetoClass, ParetoRow};
pub use percentile::{Percentile, percentile};
pub use registry::{
    Definition, DefinitionRow, Formula, Goal, IndicatorUnit, IntervalKind, NoValue, definitions,
};
pub use result::{KpiCell, KpiGroup, Kpis};
pub(crate) use terms::is_among;
pub use terms::{DIMENSIONS_MAX, Dimension, KpiAsset, KpiTerms, KpiTermsParts, WINDOWS_MAX};
pub use totals::Totals;
pub use trend::Trend;
pub(crate) use windows::day_begins;
pub use windows::{Grain, windows};
