//! Columns of 64-bit integers that Python gives: by buffer, as `NumPy` has them, or by Arrow.

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, Int64Array};
use pyo3::buffer::PyUntypedBuffer;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3_arrow::input::AnyArray;

/// A column of integers.
#[derive(Debug)]
pub(crate) enum Longs {
    /// A copy, so that nobody writes to it while it is read.
    Copied(Vec<i64>),
    /// Arrow does not change.
    Shared(Int64Array),
}

impl Longs {
    /// The values.
    pub(crate) fn values(&self) -> &[i64] {
        match self {
            Longs::Copied(values) => values,
            Longs::Shared(array) => array.values(),
        }
    }

    fn of_buffer(object: &Bound<'_, PyAny>) -> PyResult<Longs> {
        let buffer = PyUntypedBuffer::get(object)?;
        if buffer.dimensions() != 1 {
            return Err(PyValueError::new_err("expected a column of one dimension"));
        }
        match buffer.into_typed::<i64>() {
            Ok(buffer) => Ok(Longs::Copied(buffer.to_vec(object.py())?)),
            Err(_) => Err(wrong_type()),
        }
    }

    fn of_arrow(column: AnyArray) -> PyResult<Longs> {
        let chunked = column.into_chunked_array().map_err(PyErr::from)?;
        let (chunks, _) = chunked.into_inner();
        let mut arrays = Vec::with_capacity(chunks.len());
        for chunk in &chunks {
            let array = chunk.as_primitive_opt::<Int64Type>().ok_or_else(wrong_type)?;
            if array.null_count() > 0 {
                return Err(PyValueError::new_err("the column has nulls"));
            }
            arrays.push(array.clone());
        }
        Ok(match <[Int64Array; 1]>::try_from(arrays) {
            Ok([array]) => Longs::Shared(array),
            Err(arrays) => {
                Longs::Copied(arrays.iter().flat_map(Int64Array::values).copied().collect())
            }
        })
    }
}

fn wrong_type() -> PyErr {
    PyTypeError::new_err(
        "expected a column of 64-bit integers, such as numpy.asarray(…, \"int64\")",
    )
}

impl FromPyObject<'_, '_> for Longs {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._types", "Column");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let is_arrow = |name| object.hasattr(name).unwrap_or(false);
        if is_arrow("__arrow_c_array__") || is_arrow("__arrow_c_stream__") {
            return Longs::of_arrow(object.extract()?);
        }
        if PyUntypedBuffer::get(&object).is_err() {
            return Err(wrong_type());
        }
        Longs::of_buffer(&object)
    }
}
