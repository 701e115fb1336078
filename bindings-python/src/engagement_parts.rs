//! What the questions to an engagement share.

use crate::answer::{Answer, Typed};
use crate::contract::{Given, records as read};
use crate::convert::{Date, Document, literal};
use crate::engagement::Engagement;
use crate::error::try_compute;
use crate::inventory::TakenOver;
use crate::plan::Plan;
use entretien::document::read_engagement;
use entretien::engagement as core;
use entretien::error::Error;
use entretien::takeover::Takeover;
use pyo3::prelude::*;
use std::path::Path;
use std::sync::Arc;

impl Engagement {
    pub(crate) fn build(
        py: Python<'_>,
        inventory: Option<&TakenOver>,
        build: impl FnOnce(&Takeover) -> Result<core::Engagement, Error> + Send,
    ) -> PyResult<Engagement> {
        let takeover = inventory.map(|inventory| &*inventory.takeover);
        let core = try_compute(py, || match takeover {
            Some(takeover) => build(takeover),
            None => build(&Takeover::default()),
        })?;
        Ok(Engagement::of(core))
    }

    pub(crate) fn of(core: core::Engagement) -> Engagement {
        Engagement { core: Arc::new(core) }
    }

    pub(crate) fn of_file(
        py: Python<'_>,
        path: &Path,
        inventory: Option<&TakenOver>,
    ) -> PyResult<Engagement> {
        let file = py.import("pathlib")?.call_method1("Path", (path,))?;
        let text: Document = file.call_method0("read_bytes")?.extract()?;
        let name = path.to_string_lossy();
        Self::build(py, inventory, |takeover| {
            read_engagement(text.bytes(), takeover).map_err(|error| error.in_source(&name))
        })
    }

    pub(crate) fn summary(&self, py: Python<'_>) -> PyResult<String> {
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

/// What is asked of the book of what was done under contracts.
pub(crate) fn booked<T: Typed + Send>(
    py: Python<'_>,
    records: Option<Given>,
    ask: impl FnOnce(&core::RecordBook) -> Result<T, Error> + Send,
) -> PyResult<Answer<T>> {
    try_compute(py, || ask(&read(records)?)).map(Answer)
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
