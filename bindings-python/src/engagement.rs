//! The engagement and what can be asked of it.

use crate::asset::{Asset, Estate};
use crate::convert::{Date, Document, Fields, literal};
use crate::error::{Fault, compute, faults, try_compute};
use crate::html;
use crate::inventory::Inventory;
use crate::plan::Plan;
use crate::task::Task;
use chrono::NaiveDate;
use entretien::document::{read_engagement, shipped_engagement};
use entretien::engagement as core;
use entretien::error::Error;
use entretien::takeover::Takeover;
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::path::PathBuf;
use std::sync::Arc;

/// One estate with its contracts, tasks and policies, ready to be planned.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Engagement {
    core: Arc<core::Engagement>,
}

impl Engagement {
    fn build(
        py: Python<'_>,
        inventory: Option<&Inventory>,
        build: impl FnOnce(&Takeover) -> Result<core::Engagement, Error> + Send,
    ) -> PyResult<Engagement> {
        let takeover = inventory.map(|inventory| &*inventory.takeover);
        let core = try_compute(py, || match takeover {
            Some(takeover) => build(takeover),
            None => build(&Takeover::default()),
        })?;
        Ok(Engagement { core: Arc::new(core) })
    }
}

#[pymethods]
impl Engagement {
    /// Reads an engagement document and brings in the assets of `inventory`.
    ///
    /// Raises `entretien.Error` with every fault of the document.
    #[classmethod]
    #[pyo3(signature = (text, inventory = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_json(
        cls: &Bound<'_, PyType>,
        text: Document,
        inventory: Option<&Inventory>,
    ) -> PyResult<Self> {
        Self::build(cls.py(), inventory, |takeover| read_engagement(text.bytes(), takeover))
    }

    /// Reads an engagement document given as Python values; `datetime.date` is written as a date.
    ///
    /// Raises `entretien.Error` with every fault of the document, `TypeError` or `ValueError` for
    /// values that JSON does not have.
    #[classmethod]
    #[pyo3(signature = (document, inventory = None))]
    fn from_dict(
        cls: &Bound<'_, PyType>,
        document: Fields<'_>,
        inventory: Option<&Inventory>,
    ) -> PyResult<Self> {
        let dumps = cls.py().import("entretien._document")?.getattr("dumps")?;
        Self::from_json(cls, dumps.call1((document.0,))?.extract()?, inventory)
    }

    /// Reads an engagement document from a file; its faults name the file as their source.
    ///
    /// Raises `entretien.Error` with every fault of the document, `OSError` when it cannot be read.
    #[classmethod]
    #[pyo3(signature = (path, inventory = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_file(
        cls: &Bound<'_, PyType>,
        path: PathBuf,
        inventory: Option<&Inventory>,
    ) -> PyResult<Self> {
        let file = cls.py().import("pathlib")?.call_method1("Path", (&path,))?;
        let text: Document = file.call_method0("read_bytes")?.extract()?;
        let name = path.to_string_lossy();
        Self::build(cls.py(), inventory, |takeover| {
            read_engagement(text.bytes(), takeover).map_err(|error| error.in_source(&name))
        })
    }

    /// The shipped task templates on every asset of `inventory`, counted from `begin`.
    ///
    /// Raises `entretien.Error` `TAK-057` when the inventory has no asset.
    #[classmethod]
    fn shipped(cls: &Bound<'_, PyType>, inventory: &Inventory, begin: Date) -> PyResult<Self> {
        Self::build(cls.py(), Some(inventory), |takeover| {
            shipped_engagement(takeover, begin.day("begin")?)
        })
    }

    /// The plan of the days from `start` to the day before `end`, as known on `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
    fn plan(&self, py: Python<'_>, as_of: Date, start: Date, end: Date) -> PyResult<Plan> {
        let plan = try_compute(py, || self.core.plan(as_of.0, start.0, end.0))?;
        Ok(Plan::new(Arc::clone(&self.core), plan))
    }

    /// Verifies a plan day by day, without the planner: what is wrong, or nothing.
    fn check(&self, py: Python<'_>, plan: &Plan) -> PyResult<Vec<Fault>> {
        let found = compute(py, || self.core.check(plan.core()))?;
        Ok(faults(&found))
    }

    /// Who does the works.
    #[getter]
    fn provider(&self) -> &str {
        self.core.input().provider()
    }

    /// Whose estate it is.
    #[getter]
    fn customer(&self) -> &str {
        self.core.input().customer()
    }

    /// First day of the programme.
    #[getter]
    fn begin(&self) -> NaiveDate {
        self.core.input().begin().to_date()
    }

    /// The assets, declared and taken over, by id.
    #[getter]
    fn assets(&self) -> Vec<Asset> {
        Estate::Engagement(Arc::clone(&self.core)).rows()
    }

    /// The task templates, by id.
    #[getter]
    fn tasks(&self) -> Vec<Task> {
        self.core.input().tasks().iter().map(Task::from).collect()
    }

    /// Doubts about values that were taken over.
    #[getter]
    fn diagnostics(&self) -> Vec<Fault> {
        faults(self.core.diagnostics())
    }

    /// Files that gave no asset, with the reason.
    #[getter]
    fn refused(&self) -> Vec<Fault> {
        faults(self.core.refused())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Engagement: {}>", self.summary(py)?))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        Ok(html::assets(&self.summary(py)?, self.core.input().estate().assets()))
    }
}

impl Engagement {
    fn summary(&self, py: Python<'_>) -> PyResult<String> {
        let input = self.core.input();
        Ok(format!(
            "{} for {} from {}, {} assets, {} tasks",
            literal(py, input.provider())?,
            literal(py, input.customer())?,
            input.begin(),
            input.estate().assets().len(),
            input.tasks().len()
        ))
    }
}

/// The plan of `engagement` for the days from `start` to the day before `end`, as known on `as_of`.
///
/// Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
#[pyfunction]
pub(crate) fn plan(
    py: Python<'_>,
    engagement: &Engagement,
    as_of: Date,
    start: Date,
    end: Date,
) -> PyResult<Plan> {
    engagement.plan(py, as_of, start, end)
}
