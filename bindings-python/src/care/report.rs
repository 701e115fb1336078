//! The report of care, for people.

use crate::convert::{EN, Lang};
use crate::error::{compute, try_compute};
use entretien::engagement as core;
use entretien::report::IcsOptions;
use pyo3::prelude::*;
use std::sync::Arc;

/// Renewals, the years ahead, budget, books and audit of an estate, computed once, as page, calendar and tables.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct CareReport {
    core: Arc<core::CareReport>,
}

impl CareReport {
    pub(crate) fn new(core: core::CareReport) -> CareReport {
        CareReport { core: Arc::new(core) }
    }
}

#[pymethods]
impl CareReport {
    /// The self-contained page.
    #[pyo3(signature = (lang = EN))]
    fn to_html(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.to_html(lang.0))
    }

    /// The calendar of renewals as iCalendar texts, each of at most `bytes_max` bytes.
    ///
    /// Raises `entretien.Error` when one event is larger.
    #[pyo3(signature = (lang = EN, bytes_max = None, calendar_name = None))]
    fn to_ics(
        &self,
        py: Python<'_>,
        lang: Lang,
        bytes_max: Option<usize>,
        calendar_name: Option<String>,
    ) -> PyResult<Vec<String>> {
        let options = IcsOptions { lang: lang.0, bytes_max, calendar_name };
        try_compute(py, || self.core.to_ics(&options))
    }

    /// The renewals as CSV.
    #[pyo3(signature = (lang = EN))]
    fn renewals_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.renewals_csv(lang.0))
    }

    /// The cells of the forecast as CSV.
    fn forecast_csv(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.forecast_csv())
    }

    /// The placements of the budget as CSV.
    #[pyo3(signature = (lang = EN))]
    fn budget_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.budget_csv(lang.0))
    }

    /// The findings of the audit as CSV.
    #[pyo3(signature = (lang = EN))]
    fn findings_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.findings_csv(lang.0))
    }

    fn __repr__(&self) -> String {
        format!("<CareReport as of {}>", self.core.renewals.as_of)
    }
}
