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

mod answer;
mod definitions;
pub mod downtime;
mod indicator;
mod measure;
mod registry;
mod totals;

pub use answer::Answer;
pub use indicator::Indicator;
pub use measure::{Measure, MeasureUnit};
pub use registry::{
    Definition, DefinitionRow, Direction, Formula, IndicatorUnit, IntervalKind, NoValue, definitions,
};
pub use totals::Totals;
