//! The plan and its occurrences.

use crate::answer::{Answer, Typed};
use crate::convert::{Date, EN, Lang, date, literal};
use crate::error::{compute, try_compute};
use crate::html;
use crate::table::PlanTable;
use chrono::NaiveDate;
use entretien::engagement::Engagement;
use entretien::plan as core;
use entretien::report::{self, IcsOptions};
use pyo3::exceptions::PyIndexError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyCapsule;
use std::sync::Arc;

impl Typed for core::Totals {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._types", "Totals");
}

/// A maintenance plan: occurrences by date, asset, task, nominal date.
///
/// It is a stream of Arrow record batches too: `polars.DataFrame(plan)`, `pyarrow.table(plan)`,
/// `pandas.DataFrame.from_arrow(plan)`.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    engagement: Arc<Engagement>,
    core: Arc<core::Plan>,
}

impl Plan {
    pub(crate) fn new(engagement: Arc<Engagement>, plan: core::Plan) -> Plan {
        Plan { engagement, core: Arc::new(plan) }
    }

    pub(crate) fn core(&self) -> &core::Plan {
        &self.core
    }

    fn row(&self, index: usize) -> Occurrence {
        Occurrence { plan: Arc::clone(&self.core), index }
    }
}

#[pymethods]
impl Plan {
    /// The day as of which it was planned.
    #[getter]
    fn as_of(&self) -> NaiveDate {
        self.core.as_of().to_date()
    }

    /// First day of the horizon.
    #[getter]
    fn start(&self) -> NaiveDate {
        self.core.horizon().start().to_date()
    }

    /// First day left out of the horizon.
    #[getter]
    fn end(&self) -> NaiveDate {
        self.core.horizon().end().to_date()
    }

    /// All occurrences, in order. Each is a small view; `for occurrence in plan` makes them one by one.
    fn occurrences(&self) -> Vec<Occurrence> {
        (0..self.core.len()).map(|index| self.row(index)).collect()
    }

    /// Sums, every list sorted by its key.
    #[getter]
    fn totals(&self) -> Answer<&core::Totals> {
        Answer(self.core.totals())
    }

    /// BLAKE3 of the canonical JSON: the same from Rust, Python and JavaScript.
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.digest())
    }

    /// The canonical JSON, format `entretien/plan`.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.to_json())
    }

    /// The occurrences as CSV.
    #[pyo3(signature = (lang = EN))]
    fn to_csv(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || report::csv(&self.core, lang.0))
    }

    /// The occurrences, then the dates of the contracts, as iCalendar: one text, or several below `bytes_max` bytes.
    ///
    /// Raises `entretien.Error` when `bytes_max` is too small for one event.
    #[pyo3(signature = (lang = EN, bytes_max = None, calendar_name = None))]
    fn to_ics(
        &self,
        py: Python<'_>,
        lang: Lang,
        bytes_max: Option<usize>,
        calendar_name: Option<String>,
    ) -> PyResult<Vec<String>> {
        let options = IcsOptions { lang: lang.0, bytes_max, calendar_name };
        try_compute(py, || report::ics(&self.core, &options))
    }

    /// The report as one HTML page, complete in itself.
    #[pyo3(signature = (lang = EN))]
    fn to_html(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        compute(py, || report::html(&self.engagement.report(&self.core), lang.0))
    }

    /// The occurrences as a table for any library that reads Arrow; titles are in `lang`.
    #[pyo3(signature = (lang = EN))]
    fn to_arrow(&self, lang: Lang) -> PlanTable {
        PlanTable::new(Arc::clone(&self.core), lang.0)
    }

    /// The Arrow stream of `to_arrow()`.
    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        self.to_arrow(EN).__arrow_c_stream__(py, requested_schema)
    }

    fn __len__(&self) -> usize {
        self.core.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Occurrence> {
        let length = self.core.len();
        let place = match usize::try_from(index) {
            Ok(place) => Some(place),
            Err(_) => length.checked_sub(index.unsigned_abs()),
        };
        match place {
            Some(place) if place < length => Ok(self.row(place)),
            _ => Err(PyIndexError::new_err("no such occurrence")),
        }
    }

    fn __iter__(&self) -> Occurrences {
        Occurrences { plan: Arc::clone(&self.core), next: 0.into() }
    }

    fn __repr__(&self) -> String {
        format!("<Plan: {}>", self.summary())
    }

    fn _repr_html_(&self) -> String {
        let rows = self.core.occurrences().map(|occurrence| {
            [
                occurrence.date().to_string(),
                occurrence.task().title.get(EN.0).to_owned(),
                occurrence.asset().name.to_string(),
                occurrence.asset().site.to_string(),
                occurrence.task().duration_minutes.to_string(),
                occurrence.task().mode.code().to_owned(),
                occurrence.task().skill.to_string(),
            ]
        });
        let head = ["date", "task", "asset", "site", "minutes", "mode", "skill"];
        html::table(&self.summary(), head, rows, self.core.len())
    }
}

impl Plan {
    fn summary(&self) -> String {
        let horizon = self.core.horizon();
        let (as_of, start, end) = (self.core.as_of(), horizon.start(), horizon.end());
        format!("{} occurrences from {start} to {end} (excluded), as of {as_of}", self.core.len())
    }
}

/// The occurrences of a plan, one by one.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Occurrences {
    plan: Arc<core::Plan>,
    next: std::sync::atomic::AtomicUsize,
}

#[pymethods]
impl Occurrences {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self) -> Option<Occurrence> {
        let index = self.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        (index < self.plan.len()).then(|| Occurrence { plan: Arc::clone(&self.plan), index })
    }
}

/// One dated work: a task on an asset.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Occurrence {
    plan: Arc<core::Plan>,
    index: usize,
}

impl Occurrence {
    #[expect(
        clippy::expect_used,
        reason = "rows are counted by the plan, and a plan of the engine names known tasks and assets"
    )]
    fn core(&self) -> core::Occurrence<'_> {
        self.plan.occurrence(self.index).expect("a row of the plan")
    }
}

#[pymethods]
impl Occurrence {
    /// Stable id: planning again gives the same one.
    #[getter]
    fn id(&self) -> String {
        self.core().id()
    }

    /// Id of the task.
    #[getter]
    fn task(&self) -> &str {
        self.core().task().id.as_str()
    }

    /// Title of the task.
    #[pyo3(signature = (lang = EN))]
    fn title(&self, lang: Lang) -> &str {
        self.core().task().title.get(lang.0)
    }

    /// Id of the asset.
    #[getter]
    fn asset(&self) -> &str {
        self.core().asset().id.as_str()
    }

    /// Name of the asset.
    #[getter]
    fn asset_name(&self) -> &str {
        &self.core().asset().name
    }

    /// Kind of equipment of the asset.
    #[getter]
    fn category(&self) -> &'static str {
        self.core().asset().category.code()
    }

    /// Id of the site.
    #[getter]
    fn site(&self) -> &str {
        self.core().asset().site.as_str()
    }

    /// The day of the series, before any roll.
    #[getter]
    fn nominal(&self) -> Date {
        self.core().nominal().into()
    }

    /// The planned day.
    #[getter]
    fn date(&self) -> Date {
        self.core().date().into()
    }

    /// Planned work, minutes.
    #[getter]
    fn duration_minutes(&self) -> u32 {
        self.core().task().duration_minutes
    }

    /// Where it is done: `remote` or `on_site`.
    #[getter]
    fn mode(&self) -> &'static str {
        self.core().task().mode.code()
    }

    /// Skill needed.
    #[getter]
    fn skill(&self) -> &str {
        self.core().task().skill.as_str()
    }

    /// Periodicity on this asset: an interval as ISO 8601 (`P3M`), an RFC 5545 rule
    /// (`FREQ=MONTHLY;BYDAY=2TU`), or a day counted within months (`P1M/2TU+1D`, `P1M/-1WD`).
    #[getter]
    fn periodicity(&self) -> String {
        let row = self.core();
        self.plan.input().periodicity(row.task(), row.asset())
    }

    /// Why it is on its date: the steps from the anchor, in order.
    #[getter]
    fn trace(&self) -> Vec<Step> {
        self.core().trace().into_iter().map(Step::from).collect()
    }

    /// The trace in words, one line a step.
    #[pyo3(signature = (lang = EN))]
    fn why(&self, lang: Lang) -> Vec<String> {
        let row = self.core();
        let text = |step: &core::Step| step.text(self.plan.input(), row.asset(), lang.0);
        row.trace().iter().map(text).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let row = self.core();
        Ok(format!("<Occurrence {} on {}>", literal(py, &row.id())?, row.date()))
    }
}

/// One step from the anchor to the planned date.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Step {
    /// Code of the rule, such as `roll.forward`.
    rule: &'static str,
    /// The date before the step; `None` where it sets one.
    before: Option<NaiveDate>,
    /// The date after the step.
    after: NaiveDate,
    /// What the rule depended on, such as `P3M*4`.
    detail: Option<String>,
}

impl From<core::Step> for Step {
    fn from(step: core::Step) -> Self {
        Step {
            rule: step.rule.code(),
            before: date(step.before),
            after: step.after.to_date(),
            detail: step.detail,
        }
    }
}

#[pymethods]
impl Step {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let before = self.before.map_or_else(|| "None".to_owned(), |day| day.to_string());
        let detail = self.detail.as_deref().map(|detail| literal(py, detail)).transpose()?;
        let detail = detail.unwrap_or_else(|| "None".to_owned());
        Ok(format!("<Step {}: {before} → {}, {detail}>", self.rule, self.after))
    }
}
