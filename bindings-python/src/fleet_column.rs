//! Columns of numbers, instants and flags that Python gives, shared with Arrow where they can be.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float64Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt32Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};
use pyo3::buffer::{Element, PyUntypedBuffer};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3_arrow::input::AnyArray;

/// Values in memory.
#[derive(Debug)]
enum Memory<T: ArrowPrimitiveType> {
    /// A copy: of several chunks, or so that nobody writes to it while it is read.
    Copied(Vec<T::Native>),
    /// Arrow does not change.
    Shared(PrimitiveArray<T>),
}

impl<T: ArrowPrimitiveType> Memory<T> {
    fn values(&self) -> &[T::Native] {
        match self {
            Memory::Copied(values) => values,
            Memory::Shared(array) => array.values(),
        }
    }
}

/// What Python gave.
enum Given {
    Chunks(Vec<ArrayRef>),
    Buffer(PyUntypedBuffer),
}

fn given(object: Borrowed<'_, '_, PyAny>, wanted: &str) -> PyResult<Given> {
    let has = |name| object.hasattr(name).unwrap_or(false);
    if has("__arrow_c_array__") || has("__arrow_c_stream__") {
        let column: AnyArray = object.extract()?;
        let (chunks, _) = column.into_chunked_array().map_err(PyErr::from)?.into_inner();
        return Ok(Given::Chunks(chunks));
    }
    let buffer = PyUntypedBuffer::get(&object).map_err(|_| wrong_type(wanted))?;
    if buffer.dimensions() != 1 {
        return Err(PyValueError::new_err("expected a column of one dimension"));
    }
    Ok(Given::Buffer(buffer))
}

fn wrong_type(wanted: &str) -> PyErr {
    PyTypeError::new_err(format!("expected a column of {wanted}"))
}

fn copied<T: Element>(py: Python<'_>, buffer: PyUntypedBuffer, wanted: &str) -> PyResult<Vec<T>> {
    let buffer = buffer.into_typed::<T>().map_err(|_| wrong_type(wanted))?;
    buffer.to_vec(py)
}

/// Chunks of one type without nulls.
fn whole<T: ArrowPrimitiveType>(chunks: &[ArrayRef], wanted: &str) -> PyResult<Memory<T>> {
    let mut arrays = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let array = chunk.as_primitive_opt::<T>().ok_or_else(|| wrong_type(wanted))?;
        if array.null_count() > 0 {
            return Err(PyValueError::new_err(format!("the column of {wanted} has nulls")));
        }
        arrays.push(array.clone());
    }
    Ok(match <[PrimitiveArray<T>; 1]>::try_from(arrays) {
        Ok([array]) => Memory::Shared(array),
        Err(arrays) => Memory::Copied(arrays.iter().flat_map(|a| a.values().to_vec()).collect()),
    })
}

macro_rules! numbers {
    ($(#[$meta:meta])* $name:ident: $arrow:ty, $native:ty, $wanted:literal) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name(Memory<$arrow>);

        impl $name {
            /// The values.
            pub(crate) fn values(&self) -> &[$native] {
                self.0.values()
            }
        }

        impl FromPyObject<'_, '_> for $name {
            type Error = PyErr;
            const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._types", "Numbers");

            fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
                match given(object, $wanted)? {
                    Given::Chunks(chunks) => whole(&chunks, $wanted).map($name),
                    Given::Buffer(buffer) => {
                        copied(object.py(), buffer, $wanted).map(|values| $name(Memory::Copied(values)))
                    }
                }
            }
        }
    };
}

numbers! {
    /// Numbers of assets.
    Assets: UInt32Type, u32, "unsigned 32-bit integers"
}
numbers! {
    /// Ages and values.
    Floats: Float64Type, f64, "64-bit floats"
}

/// Instants: integers of any unit, or timestamps, which become whole seconds since 1970.
#[derive(Debug)]
pub(crate) struct Instants {
    values: Memory<Int64Type>,
    /// Where some are missing: one bit a row, and the bit of the first row.
    known: Option<(Vec<u8>, usize)>,
    /// Whether they were timestamps.
    pub(crate) are_timestamps: bool,
}

const INSTANTS: &str = "64-bit integers or timestamps";

impl Instants {
    /// The values; what stands where one is missing means nothing.
    pub(crate) fn values(&self) -> &[i64] {
        self.values.values()
    }

    /// Bits of the rows that have a value, lowest first, and the bit of the first row.
    pub(crate) fn known(&self) -> Option<(&[u8], usize)> {
        self.known.as_ref().map(|(bits, offset)| (bits.as_slice(), *offset))
    }

    fn of_chunks(chunks: &[ArrayRef]) -> PyResult<Instants> {
        let are_timestamps =
            chunks.first().is_some_and(|one| matches!(one.data_type(), DataType::Timestamp(..)));
        let mut arrays = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let is_timestamp = matches!(chunk.data_type(), DataType::Timestamp(..));
            let array = seconds(chunk).filter(|_| is_timestamp == are_timestamps);
            arrays.push(array.ok_or_else(|| wrong_type(INSTANTS))?);
        }
        let length = arrays.iter().map(Array::len).sum();
        let has_nulls = arrays.iter().any(|array| array.null_count() > 0);
        match <[PrimitiveArray<Int64Type>; 1]>::try_from(arrays) {
            Ok([array]) => {
                let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
                let known = nulls.map(|nulls| (nulls.validity().to_vec(), nulls.offset()));
                Ok(Instants { values: Memory::Shared(array), known, are_timestamps })
            }
            Err(arrays) => {
                let mut values = Vec::with_capacity(length);
                let mut bits = vec![0_u8; length.div_ceil(8)];
                for array in &arrays {
                    for row in 0..array.len() {
                        if array.is_valid(row)
                            && let Some(byte) = bits.get_mut(values.len() / 8)
                        {
                            *byte |= 1 << (values.len() % 8);
                        }
                        values.push(array.value(row));
                    }
                }
                let known = has_nulls.then_some((bits, 0));
                Ok(Instants { values: Memory::Copied(values), known, are_timestamps })
            }
        }
    }
}

/// Integers as they are, timestamps as whole seconds, rounded down.
fn seconds(chunk: &ArrayRef) -> Option<PrimitiveArray<Int64Type>> {
    fn by<T: ArrowPrimitiveType<Native = i64>>(
        chunk: &ArrayRef,
        units: i64,
    ) -> Option<PrimitiveArray<Int64Type>> {
        let array = chunk.as_primitive_opt::<T>()?.reinterpret_cast::<Int64Type>();
        Some(if units == 1 { array } else { array.unary(|value| value.div_euclid(units)) })
    }
    match chunk.data_type() {
        DataType::Int64 => by::<Int64Type>(chunk, 1),
        DataType::Timestamp(TimeUnit::Second, _) => by::<TimestampSecondType>(chunk, 1),
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            by::<TimestampMillisecondType>(chunk, 1_000)
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            by::<TimestampMicrosecondType>(chunk, 1_000_000)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            by::<TimestampNanosecondType>(chunk, 1_000_000_000)
        }
        _ => None,
    }
}

impl FromPyObject<'_, '_> for Instants {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._types", "Numbers");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        match given(object, INSTANTS)? {
            Given::Chunks(chunks) => Instants::of_chunks(&chunks),
            Given::Buffer(buffer) => {
                let values = Memory::Copied(copied(object.py(), buffer, INSTANTS)?);
                Ok(Instants { values, known: None, are_timestamps: false })
            }
        }
    }
}

/// Yes or no, a row each.
#[derive(Debug)]
pub(crate) struct Flags(pub(crate) Vec<bool>);

const FLAGS: &str = "booleans, or of unsigned 8-bit integers";

impl FromPyObject<'_, '_> for Flags {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._types", "Numbers");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let chunks = match given(object, FLAGS)? {
            Given::Chunks(chunks) => chunks,
            Given::Buffer(buffer) => {
                let bytes: Vec<u8> = if buffer.format().to_bytes() == b"?" {
                    let memory = pyo3::types::PyMemoryView::from(&object)?;
                    let view = memory.call_method1("cast", ("B",))?;
                    copied(object.py(), PyUntypedBuffer::get(&view)?, FLAGS)?
                } else {
                    copied(object.py(), buffer, FLAGS)?
                };
                return Ok(Flags(bytes.into_iter().map(|byte| byte != 0).collect()));
            }
        };
        let mut flags = Vec::with_capacity(chunks.iter().map(Array::len).sum());
        for chunk in &chunks {
            if chunk.null_count() > 0 {
                return Err(PyValueError::new_err(format!("the column of {FLAGS} has nulls")));
            }
            if let Some(array) = chunk.as_boolean_opt() {
                flags.extend(array.values().iter());
            } else if let Some(array) = chunk.as_primitive_opt::<UInt8Type>() {
                flags.extend(array.values().iter().map(|byte| *byte != 0));
            } else {
                return Err(wrong_type(FLAGS));
            }
        }
        Ok(Flags(flags))
    }
}
