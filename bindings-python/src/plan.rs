//! The plan.

use crate::answer::{Answer, Typed};
use crate::change::{Changes, replanned};
use crate::convert::{EN, Lang};
use crate::diff::PlanDiff;
use crate::error::{Fault, compute, faults, try_compute};
use crate::html;
use crate::occurrence::Occurrence;
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
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._plan_types", "Totals");
}

impl Typed for core::PlanFinding {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._plan_types", "PlanFinding");
}

/// The place that an index of Python means.
pub(crate) fn place(index: isize, length: usize, refusal: &'static str) -> PyResult<usize> {
    let place = match usize::try_from(index) {
        Ok(place) => Some(place),
        Err(_) => length.checked_sub(index.unsigned_abs()),
    };
    place.filter(|place| *place < length).ok_or_else(|| PyIndexError::new_err(refusal))
}

/// A maintenance plan: occurrences by date, subject, task, nominal date.
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
        Occurrence::new(&self.core, index)
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

    /// The occurrence with this id; `None` when the plan has none.
    fn find(&self, id: &str) -> Option<Occurrence> {
        let id = core::OccurrenceId::parse(id)?;
        self.core.find(&id).map(|index| self.row(index))
    }

    /// The plan after changes, as planning the changed engagement afresh would give it; this one stays.
    ///
    /// `changes` is one change, several, or a document of format `entretien/changes`. An event or a reading plans
    /// only what it touches anew.
    ///
    /// Raises `entretien.Error` with every fault of the changes; `DOC-013` nothing of that id to remove.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn replan(&self, py: Python<'_>, changes: Changes) -> PyResult<Plan> {
        let plan = try_compute(py, || {
            let changes = changes.read(self.core.input())?;
            replanned(&self.core, &changes)
        })?;
        Ok(Plan::new(Arc::clone(&self.engagement), plan))
    }

    /// What differs from this plan to `other`, occurrence by occurrence, and why.
    fn diff(&self, py: Python<'_>, other: &Plan) -> PyResult<PlanDiff> {
        compute(py, || core::diff(&self.core, &other.core)).map(PlanDiff::new)
    }

    /// What the plan finds, codes `PLAN-020` to `PLAN-027`: work without a day or date, intervals that are too
    /// long, decisions against a rule, weeks beyond capacity.
    fn findings(&self, py: Python<'_>) -> PyResult<Answer<Vec<core::PlanFinding>>> {
        compute(py, || self.core.findings()).map(Answer)
    }

    /// Ids of the assets that no preventive task returns to, in order.
    fn assets_without_preventive(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        let ids = || self.core.assets_without_preventive().map(|asset| asset.id.to_string());
        compute(py, || ids().collect())
    }

    /// Verifies it day by day, without the planner, against what it was computed from: what is wrong, or
    /// nothing. For a plan that was planned anew that is the engagement with its changes.
    fn check(&self, py: Python<'_>) -> PyResult<Vec<Fault>> {
        let found = compute(py, || core::check(self.core.input(), &self.core))?;
        Ok(faults(&found))
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
        place(index, self.core.len(), "no such occurrence").map(|place| self.row(place))
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
                occurrence.subject_name().to_owned(),
                occurrence.asset().map_or_else(String::new, |asset| asset.site.to_string()),
                occurrence.task().duration_minutes.to_string(),
                occurrence.task().mode.code().to_owned(),
                occurrence.task().skill.to_string(),
            ]
        });
        let head = ["date", "task", "subject", "site", "minutes", "mode", "skill"];
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
        (index < self.plan.len()).then(|| Occurrence::new(&self.plan, index))
    }
}
