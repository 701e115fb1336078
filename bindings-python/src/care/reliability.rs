//! Laws of lifetimes, and what they say of replacement.

use super::lives::lives;
use crate::answer::Answer;
use crate::convert::Items;
use crate::error::try_compute;
use crate::fleet_column::{Flags, Floats};
use crate::keyword::keyword;
use entretien::reliability as core;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyType;
use pyo3::{type_hint_identifier, type_hint_subscript};

keyword! {
    /// What ended the observation.
    Truncation(core::Truncation) "truncation" {
        "time" => core::Truncation::Time,
        "failure" => core::Truncation::Failure,
    }
}

/// The default of `truncation`.
pub(super) const TIME: Truncation = Truncation(core::Truncation::Time);

/// The law of a lifetime, in any unit of time.
#[pyclass(frozen, module = "entretien.reliability")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lifetime {
    pub(super) core: core::Lifetime,
}

#[pymethods]
impl Lifetime {
    /// `R(t) = exp(−(t/scale)^shape)`: wears out when `shape` is above 1.
    ///
    /// Raises `entretien.Error`: `REN-001`.
    #[classmethod]
    fn weibull(cls: &Bound<'_, PyType>, shape: f64, scale: f64) -> PyResult<Self> {
        let law = try_compute(cls.py(), || core::Lifetime::weibull(shape, scale))?;
        Ok(Lifetime { core: law })
    }

    /// The sum of `stages` exponential stages.
    ///
    /// Raises `entretien.Error`: `REN-001`.
    #[classmethod]
    fn erlang(cls: &Bound<'_, PyType>, stages: u32, rate: f64) -> PyResult<Self> {
        let law = try_compute(cls.py(), || core::Lifetime::erlang(stages, rate))?;
        Ok(Lifetime { core: law })
    }

    /// Constant hazard of `rate` failures per unit of time.
    ///
    /// Raises `entretien.Error`: `REN-001`.
    #[classmethod]
    fn exponential(cls: &Bound<'_, PyType>, rate: f64) -> PyResult<Self> {
        let law = try_compute(cls.py(), || core::Lifetime::exponential(rate))?;
        Ok(Lifetime { core: law })
    }

    /// Equally likely at any age between `earliest` and `latest`.
    ///
    /// Raises `entretien.Error`: `REN-001`.
    #[classmethod]
    fn uniform(cls: &Bound<'_, PyType>, earliest: f64, latest: f64) -> PyResult<Self> {
        let law = try_compute(cls.py(), || core::Lifetime::uniform(earliest, latest))?;
        Ok(Lifetime { core: law })
    }

    /// Normal, cut at age 0.
    ///
    /// Raises `entretien.Error`: `REN-001`.
    #[classmethod]
    fn normal(cls: &Bound<'_, PyType>, mean: f64, sd: f64) -> PyResult<Self> {
        let law = try_compute(cls.py(), || core::Lifetime::normal(mean, sd))?;
        Ok(Lifetime { core: law })
    }

    /// The share that outlives the age `t`.
    fn reliability(&self, t: f64) -> f64 {
        self.core.reliability(t)
    }

    /// Failures per unit of time among those of age `t`; `None` where none is left.
    fn hazard(&self, t: f64) -> Option<f64> {
        self.core.hazard(t)
    }

    /// The share of those of age `age` that live `more`; `None` where none is left.
    fn conditional_reliability(&self, age: f64, more: f64) -> Option<f64> {
        self.core.conditional_reliability(age, more)
    }

    /// The mean life.
    #[getter]
    fn mean(&self) -> f64 {
        self.core.mean()
    }

    /// The standard deviation of lives.
    #[getter]
    fn standard_deviation(&self) -> f64 {
        self.core.standard_deviation()
    }

    /// The age that `share` of the items do not outlive.
    ///
    /// Raises `entretien.Error`: `REN-012`.
    fn quantile(&self, py: Python<'_>, share: f64) -> PyResult<f64> {
        try_compute(py, || self.core.quantile(share))
    }

    fn __repr__(&self) -> String {
        format!("<Lifetime {:?}>", self.core.law())
    }
}

/// The age of preventive replacement of least cost, or why to run to failure.
///
/// Raises `entretien.Error`: `REN-003`.
#[pyfunction]
pub(crate) fn age_replacement(
    py: Python<'_>,
    life: &Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
) -> PyResult<Answer<core::AgeReplacement>> {
    let ask = || core::age_replacement(&life.core, cost_preventive, cost_corrective);
    try_compute(py, ask).map(Answer)
}

/// The interval of block replacement of least cost, or why to run to failure.
///
/// Raises `entretien.Error`: `REN-003`.
#[pyfunction]
pub(crate) fn block_replacement(
    py: Python<'_>,
    life: &Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
) -> PyResult<Answer<core::BlockReplacement>> {
    let ask = || core::block_replacement(&life.core, cost_preventive, cost_corrective);
    try_compute(py, ask).map(Answer)
}

/// The interval of replacement of least cost when failures between are repaired as they were.
///
/// Raises `entretien.Error`: `REN-003`.
#[pyfunction]
pub(crate) fn minimal_repair(
    py: Python<'_>,
    life: &Lifetime,
    cost_preventive: f64,
    cost_repair: f64,
) -> PyResult<Answer<core::MinimalRepair>> {
    let ask = || core::minimal_repair(&life.core, cost_preventive, cost_repair);
    try_compute(py, ask).map(Answer)
}

/// The expected number of renewals of one place within `t`, replaced at each failure.
///
/// Raises `entretien.Error`: `REN-002`.
#[pyfunction]
pub(crate) fn renewal_function(py: Python<'_>, life: &Lifetime, t: f64) -> PyResult<f64> {
    try_compute(py, || core::renewal_function(&life.core, t))
}

/// Failures to expect from `start` to `end` ahead among items of these ages, with an interval.
///
/// Raises `entretien.Error`: `REN-002`, `REN-005`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (life, ages, start, end, confidence = 0.9))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn expected_renewals(
    py: Python<'_>,
    life: &Lifetime,
    ages: Items<f64>,
    start: f64,
    end: f64,
    confidence: f64,
) -> PyResult<Answer<core::FleetRenewals>> {
    let ask = || core::expected_renewals(&life.core, &ages.0, start, end, confidence);
    try_compute(py, ask).map(Answer)
}

/// The Weibull law that fits ages at failure, and ages of items that still work; or why there is none.
///
/// Lives are lists of ages, columns, or both: of the rows of `times` those that are not `failed` still worked,
/// and those with an age in `entries` came under observation at it. Without `failed` all failed.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`; `ValueError` for columns of different lengths.
#[pyfunction]
#[pyo3(signature = (
    failures = Items::NONE, survivors = Items::NONE, *, times = None, failed = None, entries = None
))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn weibull_fit(
    py: Python<'_>,
    failures: Items<f64>,
    survivors: Items<f64>,
    times: Option<Floats>,
    failed: Option<Flags>,
    entries: Option<Floats>,
) -> PyResult<Answer<core::WeibullEstimate>> {
    let lives = lives(&failures, &survivors, &(times, failed, entries))?;
    try_compute(py, || core::weibull_fit(&lives)).map(Answer)
}

/// The share that outlives each age at failure, by Kaplan and Meier; lives as in `weibull_fit`.
///
/// Raises `entretien.Error`: `REN-004`, `REN-005`; `ValueError` for columns of different lengths.
#[pyfunction]
#[pyo3(signature = (
    failures = Items::NONE, survivors = Items::NONE, *, times = None, failed = None, entries = None
))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn kaplan_meier(
    py: Python<'_>,
    failures: Items<f64>,
    survivors: Items<f64>,
    times: Option<Floats>,
    failed: Option<Flags>,
    entries: Option<Floats>,
) -> PyResult<Answer<Vec<core::SurvivalStep>>> {
    let lives = lives(&failures, &survivors, &(times, failed, entries))?;
    try_compute(py, || core::kaplan_meier(&lives)).map(Answer)
}

/// The mean time between failures, with its interval.
///
/// Raises `entretien.Error`: `REN-002`, `REN-012`.
#[pyfunction]
#[pyo3(signature = (operating_time, failures, confidence = 0.9, truncation = TIME))]
pub(crate) fn mtbf_interval(
    py: Python<'_>,
    operating_time: f64,
    failures: u32,
    confidence: f64,
    truncation: Truncation,
) -> PyResult<Answer<core::MtbfEstimate>> {
    let ask = || core::mtbf_interval(operating_time, failures, confidence, truncation.0);
    try_compute(py, ask).map(Answer)
}

/// The availability of one item, and of `items` of which `needed` must work.
///
/// Raises `entretien.Error`: `REN-002`.
#[pyfunction]
#[pyo3(signature = (mtbf, mttr, items = 1, needed = 1))]
pub(crate) fn availability(
    py: Python<'_>,
    mtbf: f64,
    mttr: f64,
    items: u32,
    needed: u32,
) -> PyResult<Answer<core::Availability>> {
    try_compute(py, || core::availability(mtbf, mttr, items, needed)).map(Answer)
}
