//! What observed failures say: fits with intervals, fleets of repaired items, trends.

use super::lives::{History, histories, lives};
use super::reliability::{TIME, Truncation};
use crate::answer::{Answer, Typed};
use crate::convert::Items;
use crate::error::{raise, try_compute};
use crate::fleet_column::{Flags, Floats};
use entretien::error::Error;
use entretien::reliability as core;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use serde::Serialize;

/// Both ends.
type Interval = (f64, f64);

/// The Weibull law of lives, with profile likelihood intervals: figures are shape, scale and mean life, then the
/// ages by which `shares` fail (0.1 for B10), then the shares that outlive `ages`, then those of an age that work
/// longer, of pairs `(age, more)`.
///
/// Raises `entretien.Error`: `REN-002`, `REN-004`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (
    failures = Items::NONE, survivors = Items::NONE, *, times = None, failed = None, entries = None,
    shares = Items::NONE, ages = Items::NONE, conditional = Items::NONE, confidence = 0.95
))]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn weibull_profile(
    py: Python<'_>,
    failures: Items<f64>,
    survivors: Items<f64>,
    times: Option<Floats>,
    failed: Option<Flags>,
    entries: Option<Floats>,
    shares: Items<f64>,
    ages: Items<f64>,
    conditional: Items<(f64, f64)>,
    confidence: f64,
) -> PyResult<Answer<core::WeibullProfile>> {
    let lives = lives(&failures, &survivors, &(times, failed, entries))?;
    let mut asked = vec![
        core::WeibullQuantity::Shape,
        core::WeibullQuantity::Scale,
        core::WeibullQuantity::Mean,
    ];
    asked.extend(shares.0.iter().map(|share| core::WeibullQuantity::BLife { share: *share }));
    asked.extend(ages.0.iter().map(|age| core::WeibullQuantity::Reliability { age: *age }));
    let pairs = conditional.0.iter();
    asked.extend(pairs.map(|(age, more)| core::WeibullQuantity::ConditionalReliability {
        age: *age,
        more: *more,
    }));
    try_compute(py, || core::weibull_profile(&lives, &asked, confidence)).map(Answer)
}

/// Intervals `(from, to)` of the shape and of the scale of `weibull_fit` at `confidence`, by their standard errors on
/// the logarithm; `None` without a law. With few failures `weibull_profile` is better.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (
    failures = Items::NONE, survivors = Items::NONE, *, times = None, failed = None, entries = None,
    confidence = 0.95
))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn weibull_intervals(
    py: Python<'_>,
    failures: Items<f64>,
    survivors: Items<f64>,
    times: Option<Floats>,
    failed: Option<Flags>,
    entries: Option<Floats>,
    confidence: f64,
) -> PyResult<Option<(Interval, Interval)>> {
    let lives = lives(&failures, &survivors, &(times, failed, entries))?;
    let ask = || -> Result<Option<(Interval, Interval)>, Error> {
        let Some(fit) = core::weibull_fit(&lives)?.fit else { return Ok(None) };
        let [shape, scale] = fit.intervals(confidence)?;
        Ok(Some((shape.into(), scale.into())))
    };
    try_compute(py, ask)
}

/// A constant hazard with exact bounds; without failure the bounds that are known.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (
    failures = Items::NONE, survivors = Items::NONE, *, times = None, failed = None, entries = None,
    confidence = 0.95, truncation = TIME
))]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn exponential_fit(
    py: Python<'_>,
    failures: Items<f64>,
    survivors: Items<f64>,
    times: Option<Floats>,
    failed: Option<Flags>,
    entries: Option<Floats>,
    confidence: f64,
    truncation: Truncation,
) -> PyResult<Answer<core::ExponentialFit>> {
    let lives = lives(&failures, &survivors, &(times, failed, entries))?;
    try_compute(py, || core::exponential_fit(&lives, confidence, truncation.0)).map(Answer)
}

/// The survival without a law, by Kaplan and Meier, with a band at `confidence` and the median life.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (
    failures = Items::NONE, survivors = Items::NONE, *, times = None, failed = None, entries = None,
    confidence = 0.95
))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn survival_curve(
    py: Python<'_>,
    failures: Items<f64>,
    survivors: Items<f64>,
    times: Option<Floats>,
    failed: Option<Flags>,
    entries: Option<Floats>,
    confidence: f64,
) -> PyResult<Answer<core::SurvivalCurve>> {
    let lives = lives(&failures, &survivors, &(times, failed, entries))?;
    try_compute(py, || core::survival_curve(&lives, confidence)).map(Answer)
}

/// The power law (Crow–AMSAA) of the failures of repaired items, or why there is none.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (items, confidence = 0.95))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn power_law(
    py: Python<'_>,
    items: Items<PyRef<'_, History>>,
    confidence: f64,
) -> PyResult<Answer<core::PowerLawEstimate>> {
    let items = histories(&items);
    try_compute(py, || core::power_law(&items, confidence)).map(Answer)
}

/// A step of the mean cumulative function with its interval.
#[derive(Debug, Serialize)]
pub(crate) struct Step {
    #[serde(flatten)]
    step: core::CumulativeStep,
    interval: Option<[f64; 2]>,
}

impl Typed for Step {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._types", "MeanCumulativeStep");
}

/// The mean number of failures of an item by age, without a law; each step with its variance and its interval
/// at `confidence`, by way of logarithms.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (items, confidence = 0.95))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn mean_cumulative_function(
    py: Python<'_>,
    items: Items<PyRef<'_, History>>,
    confidence: f64,
) -> PyResult<Answer<Vec<Step>>> {
    let items = histories(&items);
    let ask = || -> Result<Vec<Step>, Error> {
        let steps = core::mean_cumulative_function(&items)?;
        let with =
            |step: core::CumulativeStep| Ok(Step { step, interval: step.interval(confidence)? });
        steps.into_iter().map(with).collect()
    };
    try_compute(py, ask).map(Answer)
}

/// Whether failures come more often with time, by the centroid of their times.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn laplace(
    py: Python<'_>,
    items: Items<PyRef<'_, History>>,
) -> PyResult<Answer<core::TrendTest>> {
    let items = histories(&items);
    try_compute(py, || core::laplace(&items)).map(Answer)
}

/// Whether failures come more often with time, by the logarithms of their times (MIL-HDBK-189).
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn mil_handbook(
    py: Python<'_>,
    items: Items<PyRef<'_, History>>,
) -> PyResult<Answer<core::TrendTest>> {
    let items = histories(&items);
    try_compute(py, || core::mil_handbook(&items)).map(Answer)
}

/// Whether a series rises or falls, in whatever shape.
///
/// Raises `entretien.Error`: `REN-005`, `REN-015`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn mann_kendall(
    py: Python<'_>,
    series: Items<f64>,
) -> PyResult<Answer<core::MannKendall>> {
    try_compute(py, || core::mann_kendall(&series.0)).map(Answer)
}

/// Expected failures and cost of each number of periods between replacements of a group, and the best.
///
/// Raises `entretien.Error`: `REN-002`, `REN-003`.
#[pyfunction]
pub(crate) fn block_replacement_by_period(
    py: Python<'_>,
    life: &super::reliability::Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
    periods: u32,
) -> PyResult<Answer<core::BlockPeriods>> {
    let found =
        core::block_replacement_by_period(&life.core, cost_preventive, cost_corrective, periods);
    found.map(Answer).map_err(|error| raise(py, &error))
}
