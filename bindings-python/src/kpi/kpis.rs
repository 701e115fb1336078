//! The answers of every group and window.

use super::table::KpiTable;
use super::{Indicator, Measure};
use crate::answer::Answer;
use crate::care::json;
use crate::contract::Given;
use crate::convert::Items;
use crate::error::{raise, try_compute};
use crate::html;
use crate::kpi::table::AnswerRow;
use chrono::{DateTime, Utc};
use entretien::document::{read_advice, shipped_advice};
use entretien::error::Error;
use entretien::kpi as core;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::sync::Arc;

/// An instant in UTC.
fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// Rules of recommendations: those of a document, else the shipped ones.
pub(crate) fn rules(given: Option<Given>) -> Result<core::AdviceRules, Error> {
    given.map_or_else(|| Ok(shipped_advice()), |document| read_advice(document.bytes()))
}

/// What a log says: every indicator of every group in every window.
///
/// Groups and windows are named by number. It is a stream of Arrow record batches too, one row an answer:
/// `polars.DataFrame(kpis)`, `pyarrow.table(kpis)`.
#[pyclass(frozen, module = "entretien.kpi")]
#[derive(Debug, Clone)]
pub(crate) struct Kpis {
    core: Arc<core::Kpis>,
}

impl Kpis {
    pub(crate) fn new(core: core::Kpis) -> Kpis {
        Kpis { core: Arc::new(core) }
    }

    pub(crate) fn core(&self) -> &core::Kpis {
        &self.core
    }
}

#[pymethods]
impl Kpis {
    /// Begin and end of each window, in UTC.
    #[getter]
    fn windows(&self) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        self.core.windows().iter().map(|(from, to)| (moment(*from), moment(*to))).collect()
    }

    /// What happened later is not known.
    #[getter]
    fn as_of(&self) -> DateTime<Utc> {
        moment(self.core.as_of())
    }

    /// What the groups are made by.
    #[getter]
    fn dimensions(&self) -> Answer<Vec<core::Dimension>> {
        Answer(self.core.dimensions().to_vec())
    }

    /// The texts of each group, one a dimension; `None` for what is not known.
    #[getter]
    fn groups(&self) -> Vec<Vec<Option<String>>> {
        self.core.groups().iter().map(|group| group.key.clone()).collect()
    }

    /// Currency of amounts.
    #[getter]
    fn currency(&self) -> Option<String> {
        self.core.currency().map(|currency| currency.code().to_owned())
    }

    /// Confidence of the intervals.
    #[getter]
    fn confidence(&self) -> f64 {
        self.core.confidence()
    }

    /// Records without an instant to count them at.
    #[getter]
    fn undated(&self) -> u64 {
        self.core.undated()
    }

    /// Incidents that were withdrawn: they count nowhere.
    #[getter]
    fn cancelled(&self) -> u64 {
        self.core.cancelled()
    }

    /// Mentions of assets that the question does not list.
    #[getter]
    fn strange_assets(&self) -> u64 {
        self.core.strange_assets()
    }

    /// Incidents that are over without saying since when: they count as no outage.
    #[getter]
    fn unended(&self) -> u64 {
        self.core.unended()
    }

    /// The number of a group by its texts; `None` when there is none.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn find(&self, key: Items<Option<String>>) -> Option<usize> {
        let key: Vec<Option<&str>> = key.0.iter().map(Option::as_deref).collect();
        self.core.find(&key)
    }

    /// What an indicator says of a group in a window.
    ///
    /// Raises `entretien.Error`: `KPI-007`.
    fn answer(
        &self,
        py: Python<'_>,
        group: usize,
        window: usize,
        indicator: Indicator,
    ) -> PyResult<Answer<core::Answer>> {
        let found = self.core.answer(group, window, indicator.0);
        found.map(Answer).map_err(|error| raise(py, &error))
    }

    /// The total of a measure of a group in a window; `None` when it is not known.
    ///
    /// Raises `entretien.Error`: `KPI-007`.
    fn total(
        &self,
        py: Python<'_>,
        group: usize,
        window: usize,
        measure: Measure,
    ) -> PyResult<Option<i128>> {
        // The same refusal as `answer`, for a group or window that is not there.
        let checked = self.core.answer(group, window, core::Indicator::Mtbf);
        checked.map_err(|error| raise(py, &error))?;
        let cell = self.core.groups().get(group).and_then(|group| group.cells.get(window));
        Ok(cell.and_then(|cell| cell.totals.get(measure.0)))
    }

    /// Every answer, by group, window, then indicator; only of one indicator when it is given.
    #[pyo3(signature = (indicator = None))]
    fn answers(&self, indicator: Option<Indicator>) -> Answer<Vec<AnswerRow>> {
        Answer(AnswerRow::all(&self.core, indicator.map(|one| one.0)).collect())
    }

    /// Every answer as a table for any library that reads Arrow; only of one indicator when it is given.
    #[pyo3(signature = (indicator = None))]
    fn to_arrow(&self, indicator: Option<Indicator>) -> KpiTable {
        KpiTable::new(Arc::clone(&self.core), indicator.map(|one| one.0))
    }

    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        self.to_arrow(None).__arrow_c_stream__(py, requested_schema)
    }

    /// A percentile of the time to resolution, seconds; `share` is 0 to 1.
    ///
    /// Raises `entretien.Error`: `KPI-007`, `REN-012`.
    fn resolution_percentile(
        &self,
        py: Python<'_>,
        group: usize,
        window: usize,
        share: f64,
    ) -> PyResult<Answer<core::Percentile>> {
        let found = self.core.resolution_percentile(group, window, share);
        found.map(Answer).map_err(|error| raise(py, &error))
    }

    /// An indicator of a group over all windows, with a trend test and control limits.
    ///
    /// Raises `entretien.Error`: `KPI-007`, `REN-005`.
    fn trend(
        &self,
        py: Python<'_>,
        group: usize,
        indicator: Indicator,
    ) -> PyResult<Answer<core::Trend>> {
        try_compute(py, || self.core.trend(group, indicator.0)).map(Answer)
    }

    /// What changed in an indicator of a group from the window `before` to the window `after`, and whether chance
    /// explains it.
    ///
    /// Raises `entretien.Error`: `KPI-007`, `REN-014`.
    fn change(
        &self,
        py: Python<'_>,
        group: usize,
        before: usize,
        after: usize,
        indicator: Indicator,
    ) -> PyResult<Answer<core::KpiChange>> {
        try_compute(py, || self.core.change(group, (before, after), indicator.0)).map(Answer)
    }

    /// The groups of a window by their part of a measure.
    ///
    /// Raises `entretien.Error`: `KPI-007`.
    fn pareto(
        &self,
        py: Python<'_>,
        window: usize,
        measure: Measure,
    ) -> PyResult<Answer<core::Pareto>> {
        try_compute(py, || self.core.pareto(window, measure.0)).map(Answer)
    }

    /// What rules recommend for each group; `rules` is a document of format `entretien/advice`, by default the
    /// shipped rules.
    ///
    /// Raises `entretien.Error`: every fault of the document.
    #[pyo3(signature = (rules = None))]
    fn advice(&self, py: Python<'_>, rules: Option<Given>) -> PyResult<Answer<Vec<core::Advice>>> {
        try_compute(py, || self.core.advice(&self::rules(rules)?)).map(Answer)
    }

    /// All of it as JSON: the bytes that every other binding gives.
    fn to_json(&self) -> PyResult<String> {
        json(&*self.core)
    }

    /// BLAKE3 of the JSON, hex.
    #[getter]
    fn digest(&self) -> String {
        self.core.digest()
    }

    fn __repr__(&self) -> String {
        let dimensions: Vec<&str> = self.core.dimensions().iter().map(|one| one.code()).collect();
        format!(
            "<Kpis: {} groups by {}, {} windows>",
            self.core.groups().len(),
            if dimensions.is_empty() { "nothing".to_owned() } else { dimensions.join(", ") },
            self.core.windows().len()
        )
    }

    fn _repr_html_(&self) -> String {
        let rows: Vec<AnswerRow> = AnswerRow::all(&self.core, None).collect();
        let count = rows.iter().filter(|row| row.answer.value.is_some()).count();
        let shown = rows.iter().filter_map(|row| {
            let value = row.answer.value?;
            let key: Vec<&str> =
                row.key.iter().map(|text| text.as_deref().unwrap_or("—")).collect();
            let window = moment(row.begin).format("%Y-%m-%d").to_string();
            Some([
                key.join(", "),
                window,
                row.answer.indicator.code().to_owned(),
                format!("{value:.4}"),
            ])
        });
        let caption = self.__repr__().replace(['<', '>'], "");
        html::table(&caption, ["group", "window", "indicator", "value"], shown, count)
    }
}
