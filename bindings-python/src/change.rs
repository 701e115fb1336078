//! Changes to what a plan is computed from, as arguments.

use crate::convert::{Document, Fields};
use entretien::document::read_changes;
use entretien::error::Error;
use entretien::plan::{self as core, Change, Plan, PlanInput};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use std::sync::Arc;

/// One change or several, as Python values, or a document of format `entretien/changes`.
#[derive(Debug)]
pub(crate) struct Changes(Document);

impl FromPyObject<'_, '_> for Changes {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        Document::INPUT_TYPE,
        <Fields<'_> as FromPyObject<'_, '_>>::INPUT_TYPE,
        type_hint_subscript!(
            type_hint_identifier!("collections.abc", "Iterable"),
            <Fields<'_> as FromPyObject<'_, '_>>::INPUT_TYPE
        )
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let is_document = object.is_instance_of::<PyString>()
            || object.is_instance_of::<PyBytes>()
            || object.is_instance_of::<PyByteArray>();
        if is_document {
            return object.extract().map(Changes);
        }
        let write = object.py().import("entretien._document")?.getattr("changes")?;
        write.call1((object,))?.extract().map(Changes)
    }
}

impl Changes {
    /// The changes of the core.
    pub(crate) fn read(&self, input: &PlanInput) -> Result<Vec<Change>, Error> {
        read_changes(self.0.bytes(), input)
    }
}

/// The plan after `changes`, which are made together: what one of them names may come with another.
pub(crate) fn replanned(plan: &Plan, changes: &[Change]) -> Result<Plan, Error> {
    let is_small = |change: &Change| {
        matches!(change, Change::Event(_) | Change::RemoveEvent(_) | Change::Reading { .. })
    };
    if changes.len() == 1 || changes.iter().all(is_small) {
        // A refusal, whose place is known only to all of them together, is found again below.
        let mut other = plan.clone();
        if changes.iter().all(|change| other.replan(change).is_ok()) {
            return Ok(other);
        }
    }
    core::plan(Arc::new(plan.input().with(changes)?), plan.as_of(), plan.horizon())
}
