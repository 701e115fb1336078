//! The catalogue of support cycles.

use crate::answer::Answer;
use crate::convert::{Date, Document};
use crate::error::{Fault, faults, raise, try_compute};
use crate::keyword::keyword;
use entretien::error::Error;
use entretien::support as core;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyType;
use pyo3::{type_hint_identifier, type_hint_subscript};
use std::sync::Arc;

keyword! {
    /// A level of support.
    Level(core::SupportLevel) "level" {
        "active" => core::SupportLevel::Active,
        "security" => core::SupportLevel::Security,
        "extended" => core::SupportLevel::Extended,
    }
}

/// Products and their support cycles, as endoflife.date lists them.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct SupportCatalogue {
    reading: Arc<core::CatalogueReading>,
}

impl SupportCatalogue {
    pub(crate) fn core(&self) -> core::SupportCatalogue {
        self.reading.catalogue.clone()
    }

    fn of(reading: core::CatalogueReading) -> SupportCatalogue {
        SupportCatalogue { reading: Arc::new(reading) }
    }
}

/// Rules that recognise products, one a line.
pub(crate) fn rules(lines: &[String]) -> Result<Vec<core::MatchRule>, Error> {
    lines.iter().map(|line| core::MatchRule::parse(line)).collect()
}

#[pymethods]
impl SupportCatalogue {
    /// Reads a CSV with the columns `product` and `cycle`, and `eol`, `eoas`, `eoes`, `lts` and others.
    ///
    /// Raises `entretien.Error`: `SUP-050`, `SUP-052`, `SUP-053`.
    #[classmethod]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn read_csv(cls: &Bound<'_, PyType>, text: Document) -> PyResult<Self> {
        try_compute(cls.py(), || core::SupportCatalogue::read_csv(text.bytes())).map(Self::of)
    }

    /// Reads the JSON of endoflife.date; its older shape does not name the product, `product` does.
    ///
    /// Raises `entretien.Error`: `SUP-050` to `SUP-054`.
    #[classmethod]
    #[pyo3(signature = (text, product = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn read_json(cls: &Bound<'_, PyType>, text: Document, product: Option<&str>) -> PyResult<Self> {
        let read = || core::SupportCatalogue::read_json(text.bytes(), product);
        try_compute(cls.py(), read).map(Self::of)
    }

    /// This catalogue with the products of `later` laid over it; of one that both have, that of `later`.
    fn merged(&self, later: &SupportCatalogue) -> Self {
        let catalogue = self.core().with(later.core());
        SupportCatalogue::of(core::CatalogueReading { catalogue, diagnostics: Vec::new() })
    }

    /// The products, by name, with their cycles, the newest first.
    #[getter]
    fn products(&self) -> Answer<Vec<&core::SupportProduct>> {
        Answer(self.reading.catalogue.products().iter().collect())
    }

    /// Values that could not be used: each is unknown in the catalogue.
    #[getter]
    fn diagnostics(&self) -> Vec<Fault> {
        faults(&self.reading.diagnostics)
    }

    /// One cycle of a product; `None` when the catalogue does not have it.
    fn cycle(&self, product: &str, cycle: &str) -> Answer<Option<&core::Cycle>> {
        Answer(self.reading.catalogue.cycle(product, cycle))
    }

    /// The state of a level of support of a cycle on `as_of`; `None` when the catalogue does not have it.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    #[pyo3(signature = (product, cycle, as_of, level = SECURITY))]
    fn status(
        &self,
        py: Python<'_>,
        product: &str,
        cycle: &str,
        as_of: Date,
        level: Level,
    ) -> PyResult<Answer<Option<core::SupportStatus>>> {
        let day = as_of.day("as_of").map_err(|error| raise(py, &error))?;
        let cycle = self.reading.catalogue.cycle(product, cycle);
        Ok(Answer(cycle.map(|cycle| cycle.status(day, level.0))))
    }

    /// The newest supported cycles that an update from `cycle` could lead to, the newest first.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    fn successors(
        &self,
        py: Python<'_>,
        product: &str,
        cycle: Option<&str>,
        as_of: Date,
    ) -> PyResult<Answer<Vec<&core::Cycle>>> {
        let day = as_of.day("as_of").map_err(|error| raise(py, &error))?;
        Ok(Answer(self.reading.catalogue.successors(product, cycle, day)))
    }

    fn __len__(&self) -> usize {
        self.reading.catalogue.products().len()
    }

    fn __repr__(&self) -> String {
        let catalogue = &self.reading.catalogue;
        let (products, cycles) = (catalogue.products().len(), catalogue.cycle_count());
        format!("<SupportCatalogue: {products} products, {cycles} cycles>")
    }
}

/// The default of `level`.
const SECURITY: Level = Level(core::SupportLevel::Security);
