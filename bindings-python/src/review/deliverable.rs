//! A document for people, typed, in every form.

use crate::answer::Answer;
use crate::convert::answer;
use crate::error::{compute, try_compute};
use crate::html;
use chrono::NaiveDate;
use entretien::report::{self as core, Block, IcsOptions, Meaning, chart};
use entretien::text::{Label as _, Lang};
use pyo3::exceptions::PyKeyError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use pyo3::{type_hint_identifier, type_hint_subscript};
use std::sync::Arc;

answer! {
    /// Texts by name of file, in order.
    Files: type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "str")
    )
}

/// A document that people decide on: a review, a proposal, a kick-off, a comparison of sourcing.
///
/// Every figure is in it once, typed; what it is written as shows them and computes nothing. Its texts are in the language
/// that it was asked in, its keys, codes and ids in none.
#[pyclass(frozen, module = "entretien.review")]
#[derive(Debug, Clone)]
pub(crate) struct Deliverable {
    core: Arc<core::Deliverable>,
}

impl Deliverable {
    pub(crate) fn new(core: core::Deliverable) -> Deliverable {
        Deliverable { core: Arc::new(core) }
    }
}

#[pymethods]
impl Deliverable {
    /// Which document it is.
    #[getter]
    fn kind(&self) -> Answer<core::DeliverableKind> {
        Answer(self.core.kind)
    }

    /// The language of its texts.
    #[getter]
    fn lang(&self) -> Answer<Lang> {
        Answer(self.core.lang)
    }

    /// Its title.
    #[getter]
    fn title(&self) -> &str {
        &self.core.title
    }

    /// Who maintains.
    #[getter]
    fn provider(&self) -> &str {
        &self.core.provider
    }

    /// Whose estate it is.
    #[getter]
    fn customer(&self) -> &str {
        &self.core.customer
    }

    /// The last day of which something is known.
    #[getter]
    fn as_of(&self) -> NaiveDate {
        self.core.as_of.to_date()
    }

    /// First day of what it is about, and first day after it.
    #[getter]
    fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.core.period.map(|period| (period.start().to_date(), period.end().to_date()))
    }

    /// Ids of its sections, in order.
    #[getter]
    fn sections(&self) -> Vec<&str> {
        self.core.sections.iter().map(|section| section.id).collect()
    }

    /// Ids of its pictures, in order.
    #[getter]
    fn pictures(&self) -> Vec<&str> {
        self.core.pictures().map(|picture| picture.id).collect()
    }

    /// The section with this id; `None` when there is none.
    fn section(&self, id: &str) -> Answer<Option<&core::Section>> {
        Answer(self.core.section(id))
    }

    /// The picture with this id as an SVG file, which follows the light or dark scheme of what shows it.
    ///
    /// Raises `KeyError` when there is none.
    fn svg(&self, py: Python<'_>, id: &str) -> PyResult<String> {
        let picture = self.core.pictures().find(|picture| picture.id == id);
        let picture = picture.ok_or_else(|| PyKeyError::new_err(id.to_owned()))?;
        compute(py, || chart::to_svg(&picture.chart, self.core.lang))
    }

    /// The self-contained page.
    fn to_html(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.to_html())
    }

    /// The document as Markdown, charts as their figures.
    fn to_markdown(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.to_markdown())
    }

    /// The document as a workbook.
    ///
    /// Raises `entretien.Error`: `RPT-001` a table has more rows or columns than a sheet holds.
    fn to_xlsx<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = try_compute(py, || self.core.to_xlsx())?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Its figures, lists, tables and charts as CSV files: the text of each, by name of file.
    fn to_csv<'py>(&self, py: Python<'py>) -> PyResult<Files<'py>> {
        let files = PyDict::new(py);
        for (name, text) in compute(py, || self.core.to_csv())? {
            files.set_item(name, text)?;
        }
        Ok(Files(files.into_any()))
    }

    /// Its dated entries as iCalendar texts, each of at most `bytes_max` bytes; at least one.
    ///
    /// Raises `entretien.Error`: `DOC-009` `bytes_max` is too small for one event.
    #[pyo3(signature = (bytes_max = None, calendar_name = None))]
    fn to_ics(
        &self,
        py: Python<'_>,
        bytes_max: Option<usize>,
        calendar_name: Option<String>,
    ) -> PyResult<Vec<String>> {
        let options = IcsOptions { lang: self.core.lang, bytes_max, calendar_name };
        try_compute(py, || self.core.to_ics(&options))
    }

    /// Canonical JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.to_json())
    }

    /// Everything in it, typed.
    fn to_dict(&self) -> Answer<&core::Deliverable> {
        Answer(&self.core)
    }

    /// BLAKE3 of `to_json`, hexadecimal.
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.digest())
    }

    fn __repr__(&self) -> String {
        format!("<Deliverable {} as of {}>", self.core.kind.code(), self.core.as_of)
    }

    /// Its title over the key figures of its first page.
    fn _repr_html_(&self) -> String {
        let lang = self.core.lang;
        let figures = self.core.summary.iter().filter_map(|block| match block {
            Block::Figures(figures) => Some(figures),
            _ => None,
        });
        let figures: Vec<_> = figures.flatten().collect();
        let rows = figures.iter().map(|figure| {
            let before = figure.before.as_ref().map(|before| before.written(lang));
            let meaning = match figure.meaning {
                Meaning::Untested => "",
                meaning => meaning.label(lang),
            };
            [
                figure.label.clone(),
                figure.value.written(lang),
                before.unwrap_or_default(),
                meaning.to_owned(),
            ]
        });
        let caption = format!("{} – {}", self.core.title, self.core.customer);
        html::table(&caption, ["figure", "value", "before", "meaning"], rows, figures.len())
    }
}
