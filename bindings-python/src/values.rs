//! Columns of integers that leave without a copy: by buffer, by `NumPy`'s array interface, by Arrow.

use crate::convert::answer;
use crate::kept;
use arrow_array::{Array, ArrayRef, Int32Array, Int64Array, UInt64Array, make_array};
use arrow_schema::{ArrowError, DataType, Field};
use pyo3::exceptions::PyIndexError;
use pyo3::inspect::PyStaticExpr;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyMemoryView, PyTuple};
use pyo3::{type_hint_identifier, type_hint_subscript};
use pyo3_arrow::buffer::PyArrowBuffer;
use pyo3_arrow::ffi::{to_array_pycapsules, to_schema_pycapsule};
use std::sync::Arc;

/// Byte order of the machine, in the letters of `NumPy`.
const ORDER: char = if cfg!(target_endian = "big") { '>' } else { '<' };

#[derive(Debug, Clone)]
enum Column {
    Long(Int64Array),
    Short(Int32Array),
}

/// A column of integers, immutable: 64-bit seconds or 32-bit days since 1970-01-01.
///
/// `numpy.asarray(values)`, `pyarrow.array(values)`, `polars.Series(values)` and
/// `numpy.frombuffer(values.buffer, "int64")` read it; `NumPy`, Arrow and `memoryview` share its memory.
#[pyclass(frozen, module = "entretien.recurrence")]
#[derive(Debug, Clone)]
pub(crate) struct Values {
    column: Column,
}

impl From<Vec<i64>> for Values {
    fn from(values: Vec<i64>) -> Values {
        Values { column: Column::Long(values.into()) }
    }
}

impl From<Vec<i32>> for Values {
    fn from(values: Vec<i32>) -> Values {
        Values { column: Column::Short(values.into()) }
    }
}

impl Drop for Values {
    /// Keeps the memory of whole columns that no view shares.
    fn drop(&mut self) {
        if let Column::Long(values) = &mut self.column {
            let (_, buffer, _) = std::mem::replace(values, Vec::<i64>::new().into()).into_parts();
            if let Ok(values) = buffer.into_inner().into_vec() {
                kept::give(values);
            }
        }
    }
}

impl Values {
    fn array(&self) -> &dyn Array {
        match &self.column {
            Column::Long(values) => values,
            Column::Short(values) => values,
        }
    }

    fn field(&self) -> Field {
        Field::new("", self.array().data_type().clone(), false)
    }

    fn slice(&self, from: usize, length: usize) -> Values {
        let column = match &self.column {
            Column::Long(values) => Column::Long(values.slice(from, length)),
            Column::Short(values) => Column::Short(values.slice(from, length)),
        };
        Values { column }
    }

    fn bytes(&self) -> PyArrowBuffer {
        PyArrowBuffer::new(match &self.column {
            Column::Long(values) => values.values().inner().clone(),
            Column::Short(values) => values.values().inner().clone(),
        })
    }
}

const INT: PyStaticExpr = type_hint_identifier!("builtins", "int");

answer! {
    /// Memory as integers.
    View: type_hint_subscript!(type_hint_identifier!("builtins", "memoryview"), INT)
}

answer! {
    /// What `NumPy`'s array interface asks for.
    Interface: type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "object")
    )
}

answer! {
    /// One integer after the other.
    Integers: type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterator"), INT)
}

/// The place that an index of Python means.
fn place(index: isize, length: usize) -> PyResult<usize> {
    let place = match usize::try_from(index) {
        Ok(place) => Some(place),
        Err(_) => length.checked_sub(index.unsigned_abs()),
    };
    place.filter(|place| *place < length).ok_or_else(|| PyIndexError::new_err("out of range"))
}

#[pymethods]
impl Values {
    /// The memory of the column, read-only: of format `q` for seconds, `i` for days.
    #[getter]
    fn buffer<'py>(&self, py: Python<'py>) -> PyResult<View<'py>> {
        let format = match self.column {
            Column::Long(_) => "q",
            Column::Short(_) => "i",
        };
        let bytes = PyMemoryView::from(Bound::new(py, self.bytes())?.as_any())?;
        bytes.call_method1(intern!(py, "cast"), (format,)).map(View)
    }

    /// For `numpy.asarray`.
    #[getter]
    fn __array_interface__<'py>(&self, py: Python<'py>) -> PyResult<Interface<'py>> {
        let width = match self.column {
            Column::Long(_) => 8,
            Column::Short(_) => 4,
        };
        let interface = PyDict::new(py);
        interface.set_item("version", 3)?;
        interface.set_item("typestr", format!("{ORDER}i{width}"))?;
        interface.set_item("shape", (self.array().len(),))?;
        interface.set_item("data", Bound::new(py, self.bytes())?)?;
        Ok(Interface(interface.into_any()))
    }

    #[pyo3(signature = (requested_schema: "object" = None) -> "tuple[object, object]")]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let field = Arc::new(self.field());
        Ok(to_array_pycapsules(py, field, self.array(), requested_schema)?)
    }

    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field())?)
    }

    fn __len__(&self) -> usize {
        self.array().len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<i64> {
        let place = place(index, self.array().len())?;
        Ok(match &self.column {
            Column::Long(values) => values.value(place),
            Column::Short(values) => values.value(place).into(),
        })
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Integers<'py>> {
        Ok(Integers(self.buffer(py)?.0.try_iter()?.into_any()))
    }

    fn __repr__(&self) -> String {
        let unit = match self.column {
            Column::Long(_) => "int64",
            Column::Short(_) => "int32",
        };
        format!("<Values: {} {unit}>", self.array().len())
    }
}

/// The values of many series: those of row `i` are `values[offsets[i]:offsets[i + 1]]`, or `columns[i]`.
///
/// It is an Arrow array of lists too: `pyarrow.array(columns)`.
#[pyclass(frozen, module = "entretien.recurrence")]
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    values: Values,
    offsets: Int64Array,
}

impl Columns {
    /// From values and where each row begins; offsets are one more than rows.
    pub(crate) fn new(values: impl Into<Values>, offsets: Vec<u64>) -> Columns {
        // Offsets count values in memory: they are far below 2⁶³, and read the same when signed.
        let offsets = UInt64Array::from(offsets).into_data().into_builder();
        let offsets = offsets.data_type(DataType::Int64).build();
        let offsets = offsets.map_or_else(|_| Int64Array::from(vec![0]), Int64Array::from);
        Columns { values: values.into(), offsets }
    }

    fn rows(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    fn field(&self) -> Field {
        let item = Field::new("item", self.values.array().data_type().clone(), false);
        Field::new("", DataType::LargeList(Arc::new(item)), false)
    }

    fn lists(&self) -> Result<ArrayRef, ArrowError> {
        let lists = self.offsets.to_data().into_builder();
        let lists = lists.data_type(self.field().data_type().clone()).len(self.rows());
        Ok(make_array(lists.add_child_data(self.values.array().to_data()).build()?))
    }
}

#[pymethods]
impl Columns {
    /// All values, row after row, ascending within a row.
    #[getter]
    fn values(&self) -> Values {
        self.values.clone()
    }

    /// Where each row begins in `values`; one more than there are rows.
    #[getter]
    fn offsets(&self) -> Values {
        Values { column: Column::Long(self.offsets.clone()) }
    }

    #[pyo3(signature = (requested_schema: "object" = None) -> "tuple[object, object]")]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let lists = self.lists().map_err(pyo3_arrow::error::PyArrowError::from)?;
        Ok(to_array_pycapsules(py, Arc::new(self.field()), &*lists, requested_schema)?)
    }

    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field())?)
    }

    fn __len__(&self) -> usize {
        self.rows()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Values> {
        let row = place(index, self.rows())?;
        let bound = |row: usize| usize::try_from(self.offsets.value(row)).unwrap_or(0);
        let (from, to) = (bound(row), bound(row + 1));
        Ok(self.values.slice(from, to.saturating_sub(from)))
    }

    fn __repr__(&self) -> String {
        format!("<Columns: {} rows, {} values>", self.rows(), self.values.array().len())
    }
}
