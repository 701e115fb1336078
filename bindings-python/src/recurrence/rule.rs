//! The recurrence rule.

use crate::convert::{EN, Lang, literal};
use crate::error::raise;
use entretien::recurrence as core;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyString, PyType};
use pyo3::{PyTypeInfo, type_hint_identifier, type_hint_union};
use std::hash::{Hash, Hasher};

/// A recurrence rule of RFC 5545, with RSCALE and SKIP of RFC 7529: immutable and valid.
///
/// `str(rule)` is its canonical text; rules that mean the same are equal.
#[pyclass(frozen, eq, hash, module = "entretien.recurrence")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) core: core::Rule,
}

/// By the text: equal rules have equal text.
impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.core.to_string().hash(state);
    }
}

#[pymethods]
impl Rule {
    /// Reads a rule such as `FREQ=MONTHLY;BYDAY=2TU`; a leading `RRULE:` is accepted.
    ///
    /// Raises `entretien.Error` with the place of the part that is wrong: `REC-001`, `REC-003` to
    /// `REC-010`, `REC-014`.
    #[classmethod]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn parse(cls: &Bound<'_, PyType>, text: PyBackedStr) -> PyResult<Self> {
        read(cls.py(), &text).map(|core| Rule { core })
    }

    /// The rule in words.
    #[pyo3(signature = (lang = EN))]
    fn describe(&self, lang: Lang) -> String {
        self.core.describe(lang.0)
    }

    fn __str__(&self) -> String {
        self.core.to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Rule.parse({})", literal(py, &self.__str__())?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((Rule::type_object(py).getattr("parse")?, (self.__str__(),)))
    }
}

fn read(py: Python<'_>, text: &str) -> PyResult<core::Rule> {
    core::Rule::parse(text).map_err(|error| raise(py, &error))
}

/// A rule, or its text.
#[derive(Debug)]
pub(crate) struct RuleOrText(pub(crate) core::Rule);

impl FromPyObject<'_, '_> for RuleOrText {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(Rule::TYPE_HINT, type_hint_identifier!("builtins", "str"));

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(rule) = object.cast::<Rule>() {
            return Ok(RuleOrText(rule.get().core.clone()));
        }
        let Ok(text) = object.cast::<PyString>() else {
            return Err(PyTypeError::new_err("expected a Rule or the text of one"));
        };
        let text: PyBackedStr = text.extract()?;
        read(object.py(), &text).map(RuleOrText)
    }
}
