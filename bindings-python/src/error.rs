//! Faults and the one mapping from core errors to the Python exception.

use crate::convert::literal;
use entretien::error as core;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// One thing that is wrong in an input, with its place and its cure.
#[pyclass(frozen, eq, hash, get_all, module = "entretien")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Fault {
    /// Stable code, such as `DOC-004`. Never reused for another meaning.
    code: String,
    /// Name of the file or argument the value came from; empty when there is only one.
    source: String,
    /// JSON pointer of the value, or `line N` for text formats; empty for the whole input.
    pointer: String,
    /// What is wrong, in one English sentence.
    message: String,
    /// What to do, in one English sentence.
    help: String,
}

#[pymethods]
impl Fault {
    #[new]
    fn new(code: String, source: String, pointer: String, message: String, help: String) -> Self {
        Fault { code, source, pointer, message, help }
    }

    fn __getnewargs__(&self) -> (&str, &str, &str, &str, &str) {
        (&self.code, &self.source, &self.pointer, &self.message, &self.help)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let code = literal(py, &self.code)?;
        let source = literal(py, &self.source)?;
        let pointer = literal(py, &self.pointer)?;
        let message = literal(py, &self.message)?;
        let help = literal(py, &self.help)?;
        Ok(format!(
            "Fault(code={code}, source={source}, pointer={pointer}, message={message}, help={help})"
        ))
    }

    fn __str__(&self) -> String {
        let place = [&self.source, &self.pointer];
        let place: Vec<&str> = place.into_iter().filter(|p| !p.is_empty()).map(|p| &**p).collect();
        let place =
            if place.is_empty() { String::new() } else { format!(" {}", place.join(" at ")) };
        format!("{}{place}: {}. {}", self.code, self.message, self.help)
    }
}

impl From<&core::Fault> for Fault {
    fn from(fault: &core::Fault) -> Self {
        Fault {
            code: fault.code.to_owned(),
            source: fault.source.clone(),
            pointer: fault.pointer.clone(),
            message: fault.message.clone(),
            help: fault.help.clone(),
        }
    }
}

/// Faults of the core as Python objects.
pub(crate) fn faults<'a>(list: impl IntoIterator<Item = &'a core::Fault>) -> Vec<Fault> {
    list.into_iter().map(Fault::from).collect()
}

/// The exception `entretien.Error` that carries `error`.
pub(crate) fn raise(py: Python<'_>, error: &core::Error) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let exception = CLASS
        .import(py, "entretien._error", "Error")
        .and_then(|class| class.call1((error.to_string(), faults(error.faults()))));
    exception.map_or_else(|failure| failure, PyErr::from_value)
}

/// Calls the core with the GIL released. A panic, which would be a defect of the core, becomes a
/// `RuntimeError`, not pyo3's `PanicException` that `except Exception` misses.
pub(crate) fn compute<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(work))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
        PyRuntimeError::new_err(format!("internal error, please report it: {text}"))
    })
}

/// [`compute`] for what the core can refuse.
pub(crate) fn try_compute<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, core::Error> + Send,
) -> PyResult<T> {
    compute(py, work)?.map_err(|error| raise(py, &error))
}
