//! The report of indicators, for people.

use super::Dimension;
use super::ask::{Grain, Total, WHOLE, ask};
use super::kpis::rules as advice_rules;
use crate::contract::Given;
use crate::convert::{Date, EN, Items, Lang};
use crate::engagement::Engagement;
use crate::error::{compute, try_compute};
use crate::log::Log;
use entretien::engagement as core;
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::sync::Arc;

/// What a log says of an engagement, for people: indicators over the period, by month, category and priority, follow-up and
/// recommendations, computed once, as page and tables.
#[pyclass(frozen, module = "entretien.kpi")]
#[derive(Debug, Clone)]
pub(crate) struct KpiReport {
    core: Arc<core::KpiReport>,
}

#[pymethods]
impl KpiReport {
    /// The report of the days from `start` to the day before `end`, as known at the end of `as_of`, beside as long a time before;
    /// `dimensions` make further groups, `rules` is a document of format `entretien/advice`, by default the shipped rules. The other
    /// arguments are those of `Engagement.kpis`, which it raises `entretien.Error` as.
    #[classmethod]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
    #[pyo3(signature = (
        engagement, log, start, end, as_of, grain = WHOLE, dimensions = Items::NONE, *, rules = None, currency = "EUR",
        grace_percent = 10, first_time_days = 7, failure_categories = Items::NONE, failure_priorities = Items::NONE,
        calendar = None, with_plan = true, totals = Items::NONE, confidence = 0.95
    ))]
    fn of(
        cls: &Bound<'_, PyType>,
        engagement: &Engagement,
        log: &Log,
        start: Date,
        end: Date,
        as_of: Date,
        grain: Grain,
        dimensions: Items<Dimension>,
        rules: Option<Given>,
        currency: &str,
        grace_percent: u32,
        first_time_days: u32,
        failure_categories: Items<String>,
        failure_priorities: Items<String>,
        calendar: Option<&str>,
        with_plan: bool,
        totals: Items<Total>,
        confidence: f64,
    ) -> PyResult<KpiReport> {
        let py = cls.py();
        let failures = (failure_categories, failure_priorities);
        let policy = (currency, grace_percent, first_time_days, calendar, with_plan, confidence);
        let ask = ask(py, (start, end, as_of), (grain, dimensions), failures, policy, totals)?;
        let made = try_compute(py, || {
            engagement.core.kpi_report(log.shared(), &ask, &advice_rules(rules)?)
        })?;
        Ok(KpiReport { core: Arc::new(made) })
    }

    /// The self-contained page.
    #[pyo3(signature = (lang = EN))]
    fn to_html(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.to_html(lang.0))
    }

    /// Every answer as CSV.
    #[pyo3(signature = (lang = EN))]
    fn indicators_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.indicators_csv(lang.0))
    }

    /// Open incidents as CSV.
    #[pyo3(signature = (lang = EN))]
    fn open_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.open_csv(lang.0))
    }

    /// Recommendations as CSV.
    #[pyo3(signature = (lang = EN))]
    fn advice_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || self.core.advice_csv(lang.0))
    }

    fn __repr__(&self) -> String {
        format!("<KpiReport as of {}>", self.core.as_of)
    }
}
