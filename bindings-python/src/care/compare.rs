//! Whether samples differ, which points leave their usual range, and items that depend on each other.

use crate::answer::Answer;
use crate::convert::Items;
use crate::error::try_compute;
use entretien::reliability as core;
use pyo3::prelude::*;

/// The rate of a sample over that of a reference, each `(events, exposure)`, with bounds and an exact test.
///
/// Raises `entretien.Error`: `REN-002`, `REN-012`, `REN-014`.
#[pyfunction]
#[pyo3(signature = (sample, reference, confidence = 0.95))]
pub(crate) fn rate_ratio(
    py: Python<'_>,
    sample: (u64, f64),
    reference: (u64, f64),
    confidence: f64,
) -> PyResult<Answer<core::RateRatio>> {
    let rate = |(events, exposure)| core::RateSample { events, exposure };
    try_compute(py, || core::rate_ratio(rate(sample), rate(reference), confidence)).map(Answer)
}

/// The share of a sample less that of a reference, each `(successes, trials)`, with bounds and Fisher's test.
///
/// Raises `entretien.Error`: `REN-012`, `REN-014`.
#[pyfunction]
#[pyo3(signature = (sample, reference, confidence = 0.95))]
pub(crate) fn proportion_difference(
    py: Python<'_>,
    sample: (u64, u64),
    reference: (u64, u64),
    confidence: f64,
) -> PyResult<Answer<core::ProportionDifference>> {
    let share = |(successes, trials)| core::ShareSample { successes, trials };
    let ask = || core::proportion_difference(share(sample), share(reference), confidence);
    try_compute(py, ask).map(Answer)
}

/// A share with its bounds by Wilson.
///
/// Raises `entretien.Error`: `REN-012`, `REN-014`.
#[pyfunction]
#[pyo3(signature = (successes, trials, confidence = 0.95))]
pub(crate) fn wilson_interval(
    py: Python<'_>,
    successes: u64,
    trials: u64,
    confidence: f64,
) -> PyResult<Answer<core::ProportionInterval>> {
    try_compute(py, || core::wilson_interval(successes, trials, confidence)).map(Answer)
}

/// Whether values of a sample are larger than those of a reference, by ranks.
///
/// Raises `entretien.Error`: `REN-005`, `REN-015`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn mann_whitney(
    py: Python<'_>,
    sample: Items<f64>,
    reference: Items<f64>,
) -> PyResult<Answer<core::MannWhitney>> {
    try_compute(py, || core::mann_whitney(&sample.0, &reference.0)).map(Answer)
}

/// Limits of single values and of their moving ranges; `None` with fewer than two values.
///
/// Raises `entretien.Error`: `REN-005`, `REN-015`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn control_limits_individuals(
    py: Python<'_>,
    series: Items<f64>,
) -> PyResult<Answer<Option<core::IndividualsChart>>> {
    try_compute(py, || core::control_limits_individuals(&series.0)).map(Answer)
}

/// Limits of shares, pairs of successes and trials: a p-chart; `None` without a trial.
///
/// Raises `entretien.Error`: `REN-005`, `REN-014`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn control_limits_proportion(
    py: Python<'_>,
    shares: Items<(u64, u64)>,
) -> PyResult<Answer<Option<core::RatioChart>>> {
    let share = |(successes, trials): &(u64, u64)| core::ShareSample {
        successes: *successes,
        trials: *trials,
    };
    let shares: Vec<_> = shares.0.iter().map(share).collect();
    try_compute(py, || core::control_limits_proportion(&shares)).map(Answer)
}

/// Limits of rates, pairs of events and exposure: a u-chart; `None` without exposure.
///
/// Raises `entretien.Error`: `REN-002`, `REN-005`, `REN-014`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn control_limits_rate(
    py: Python<'_>,
    rates: Items<(u64, f64)>,
) -> PyResult<Answer<Option<core::RatioChart>>> {
    let rate =
        |(events, exposure): &(u64, f64)| core::RateSample { events: *events, exposure: *exposure };
    let rates: Vec<_> = rates.0.iter().map(rate).collect();
    try_compute(py, || core::control_limits_rate(&rates)).map(Answer)
}

/// An item and what it depends on, by place in a list of nodes.
#[pyclass(frozen, module = "entretien.reliability")]
#[derive(Debug, Clone)]
pub(crate) struct StructureNode {
    core: core::StructureNode,
}

#[pymethods]
impl StructureNode {
    /// `needs` must all work; of the members of each of `groups`, pairs of members and a number, so many must.
    #[new]
    #[pyo3(signature = (availability, needs = Items::NONE, groups = Items::NONE))]
    fn new(
        availability: f64,
        needs: Items<u32>,
        groups: Items<(Items<u32>, u32)>,
    ) -> StructureNode {
        let groups = groups.0.into_iter();
        let groups =
            groups.map(|(Items(members), needed)| core::RedundancyGroup { members, needed });
        let core = core::StructureNode { availability, needs: needs.0, groups: groups.collect() };
        StructureNode { core }
    }

    /// Share of the time that the item itself is up.
    #[getter]
    fn availability(&self) -> f64 {
        self.core.availability
    }

    fn __repr__(&self) -> String {
        let core::StructureNode { availability, needs, groups } = &self.core;
        format!(
            "<StructureNode: {availability}, needs {} nodes and {} groups>",
            needs.len(),
            groups.len()
        )
    }
}

/// The availability of nodes that depend on others, exact also where paths share nodes, and which nodes matter
/// most to each of `asked`.
///
/// Raises `entretien.Error`: `REN-005`, `REN-012`, `REN-014`, `REN-016` to `REN-018`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn structure_availability(
    py: Python<'_>,
    nodes: Items<PyRef<'_, StructureNode>>,
    asked: Items<u32>,
) -> PyResult<Answer<Vec<core::NodeAvailability>>> {
    let nodes: Vec<_> = nodes.0.iter().map(|node| node.core.clone()).collect();
    try_compute(py, || core::structure_availability(&nodes, &asked.0)).map(Answer)
}

/// The availability of items of which `needed` must work, each with its own.
///
/// Raises `entretien.Error`: `REN-005`, `REN-012`, `REN-014`.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn group_availability(
    py: Python<'_>,
    items: Items<f64>,
    needed: u32,
) -> PyResult<Answer<core::GroupAvailability>> {
    try_compute(py, || core::group_availability(&items.0, needed)).map(Answer)
}
