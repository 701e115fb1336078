//! What reviews and offers are asked about: keyword arguments as the documents that the core reads.

use crate::convert::{Date, Document, Fields, Items};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// A document in the making, whose fields without a value are left out.
pub(super) struct Question<'py> {
    fields: Bound<'py, PyDict>,
}

impl<'py> Question<'py> {
    /// A document that asks nothing yet.
    pub(super) fn new(py: Python<'py>, name: &str) -> PyResult<Question<'py>> {
        let fields = PyDict::new(py);
        fields.set_item("format", name)?;
        fields.set_item("format_version", "1.0")?;
        Ok(Question { fields })
    }

    /// The same with days.
    pub(super) fn days<const N: usize>(self, days: [(&str, Option<Date>); N]) -> PyResult<Self> {
        for (name, day) in days {
            if let Some(day) = day {
                self.fields.set_item(name, day)?;
            }
        }
        Ok(self)
    }

    /// The same with a number.
    pub(super) fn number(self, name: &str, number: u16) -> PyResult<Self> {
        self.fields.set_item(name, number)?;
        Ok(self)
    }

    /// The same with a list of records.
    pub(super) fn list(self, name: &str, items: Items<Fields<'py>>) -> PyResult<Self> {
        let items: Vec<Bound<'py, PyAny>> = items.0.into_iter().map(|item| item.0).collect();
        self.fields.set_item(name, items)?;
        Ok(self)
    }

    /// The same with a record.
    pub(super) fn record(self, name: &str, record: Option<Fields<'py>>) -> PyResult<Self> {
        if let Some(Fields(record)) = record {
            self.fields.set_item(name, record)?;
        }
        Ok(self)
    }

    /// The text of the document.
    pub(super) fn document(self) -> PyResult<Document> {
        Document::of_values(self.fields.into_any())
    }
}
