//! Totals that are gathered in parts and merged.

use super::kpis::Kpis;
use crate::error::{compute, raise, try_compute};
use crate::log::Log;
use entretien::kpi as core;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::borrow::Cow;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Gathers logs for one question, in any order and in any parts: the bytes and answers of the whole are the
/// same however the records were divided. Each record is given once.
///
/// `Engagement.kpi_accumulator` makes one.
#[pyclass(frozen, module = "entretien.kpi")]
#[derive(Debug)]
pub(crate) struct KpiAccumulator {
    core: Mutex<core::KpiAccumulator>,
    confidence: f64,
}

impl KpiAccumulator {
    pub(crate) fn new(core: core::KpiAccumulator, confidence: f64) -> KpiAccumulator {
        KpiAccumulator { core: Mutex::new(core), confidence }
    }

    fn lock(&self) -> MutexGuard<'_, core::KpiAccumulator> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl KpiAccumulator {
    /// Takes every record of a log.
    fn push_log(&self, py: Python<'_>, log: &Log) -> PyResult<()> {
        let log = log.core();
        compute(py, || self.lock().push_log(log))
    }

    /// Takes in what another one gathered for the same question.
    ///
    /// Raises `entretien.Error`: `KPI-008` a different question.
    fn merge(&self, py: Python<'_>, other: &KpiAccumulator) -> PyResult<()> {
        try_compute(py, || {
            // One lock at a time: two threads may merge each into the other.
            let given = other.lock().clone();
            self.lock().merge(&given)
        })
    }

    /// What was gathered: equal bytes for equal records. For machines that run the same release.
    fn to_bytes(&self, py: Python<'_>) -> PyResult<Cow<'static, [u8]>> {
        compute(py, || Cow::Owned(self.lock().to_bytes()))
    }

    /// An accumulator of the same question with what `to_bytes` wrote.
    ///
    /// Raises `entretien.Error`: `KPI-008` gathered for another question · `KPI-009` not such bytes.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    #[expect(
        clippy::wrong_self_convention,
        reason = "a question is needed to read what it gathered"
    )]
    fn from_bytes(&self, py: Python<'_>, data: PyBackedBytes) -> PyResult<KpiAccumulator> {
        let read = try_compute(py, || {
            let terms = self.lock().terms().clone();
            core::KpiAccumulator::from_bytes(terms, &data)
        })?;
        Ok(KpiAccumulator::new(read, self.confidence))
    }

    /// Digest of the question: accumulators merge when theirs are the same.
    #[getter]
    fn question(&self) -> String {
        self.lock().question()
    }

    /// The answers; intervals at `confidence`, by default that of the question.
    ///
    /// Raises `entretien.Error`: `KPI-002` a sum beyond 2⁵³ − 1 · `REN-012` a confidence that is not between 0
    /// and 1.
    #[pyo3(signature = (confidence = None))]
    fn answers(&self, py: Python<'_>, confidence: Option<f64>) -> PyResult<Kpis> {
        let confidence = confidence.unwrap_or(self.confidence);
        let found = compute(py, || self.lock().answers(confidence))?;
        found.map(Kpis::new).map_err(|error| raise(py, &error))
    }

    fn __repr__(&self) -> String {
        let gathered = self.lock();
        let parts = gathered.terms().parts();
        format!(
            "<KpiAccumulator: {} windows, {} dimensions, {} assets>",
            parts.windows.len(),
            parts.dimensions.len(),
            parts.assets.len()
        )
    }
}
