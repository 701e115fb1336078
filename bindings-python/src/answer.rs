//! Answers of the core as Python values: what they serialise to, with dates and datetimes.
//!
//! Records become dictionaries, in the order of their fields; `entretien._answers` has their types. A day
//! becomes a `date`, an instant an aware `datetime`; what is not known is `None`.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyDict, PyList};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use serde::Serialize;
use serde::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::Display;

/// An answer of the core, on its way to Python.
#[derive(Debug)]
pub(crate) struct Answer<T>(pub(crate) T);

/// A type of the core that has a type in Python.
pub(crate) trait Typed: Serialize {
    /// How a stub names it.
    const HINT: PyStaticExpr;
}

impl<'py, T: Typed> IntoPyObject<'py> for Answer<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr = T::HINT;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        answer(py, &self.0)
    }
}

impl<T: Typed> Typed for &T {
    const HINT: PyStaticExpr = T::HINT;
}

impl<T: Typed> Typed for Vec<T> {
    const HINT: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("builtins", "list"), T::HINT);
}

impl<T: Typed> Typed for Option<T> {
    const HINT: PyStaticExpr =
        type_hint_union!(T::HINT, PyStaticExpr::Constant { value: PyStaticConstant::None });
}

/// The Python value of an answer.
fn answer<'py>(py: Python<'py>, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    value.serialize(ToPython { py }).map_err(|failure| failure.0)
}

/// What Python raised.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Failure(PyErr);

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Failure {
        Failure(error)
    }
}

impl serde::ser::Error for Failure {
    fn custom<T: Display>(message: T) -> Failure {
        Failure(PyValueError::new_err(message.to_string()))
    }
}

#[derive(Clone, Copy)]
struct ToPython<'py> {
    py: Python<'py>,
}

/// Lists and tuples.
struct List<'py>(Bound<'py, PyList>);

/// Records and maps.
struct Record<'py> {
    dict: Bound<'py, PyDict>,
    key: Option<Bound<'py, PyAny>>,
    /// The name of the variant that the record is, when it is one.
    variant: Option<&'static str>,
}

type Value<'py> = Result<Bound<'py, PyAny>, Failure>;

impl<'py> ToPython<'py> {
    fn plain(self, value: impl IntoPyObjectExt<'py>) -> Value<'py> {
        Ok(value.into_bound_py_any(self.py)?)
    }

    fn list(self) -> List<'py> {
        List(PyList::empty(self.py))
    }

    fn record(self, variant: Option<&'static str>) -> Record<'py> {
        Record { dict: PyDict::new(self.py), key: None, variant }
    }
}

macro_rules! plain {
    ($( $method:ident: $type:ty ),*) => { $(
        fn $method(self, value: $type) -> Value<'py> {
            self.plain(value)
        }
    )* };
}

impl<'py> Serializer for ToPython<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;
    type SerializeSeq = List<'py>;
    type SerializeTuple = List<'py>;
    type SerializeTupleStruct = List<'py>;
    type SerializeTupleVariant = List<'py>;
    type SerializeMap = Record<'py>;
    type SerializeStruct = Record<'py>;
    type SerializeStructVariant = Record<'py>;

    plain! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_str: &str,
        serialize_bytes: &[u8]
    }

    fn serialize_none(self) -> Value<'py> {
        Ok(self.py.None().into_bound(self.py))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Value<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Value<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Value<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Value<'py> {
        self.plain(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Value<'py> {
        let inner = value.serialize(self)?;
        let class = match name {
            "Day" => self.py.get_type::<PyDate>(),
            "Instant" => self.py.get_type::<PyDateTime>(),
            _ => return Ok(inner),
        };
        Ok(class.call_method1(intern!(self.py, "fromisoformat"), (inner,))?)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Value<'py> {
        let dict = PyDict::new(self.py);
        dict.set_item(variant, value.serialize(self)?)?;
        Ok(dict.into_any())
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<List<'py>, Failure> {
        Ok(self.list())
    }

    fn serialize_tuple(self, _length: usize) -> Result<List<'py>, Failure> {
        Ok(self.list())
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<List<'py>, Failure> {
        Ok(self.list())
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<List<'py>, Failure> {
        Err(Failure::custom(format!("`{name}::{variant}` has no form in Python")))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Record<'py>, Failure> {
        Ok(self.record(None))
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Record<'py>, Failure> {
        Ok(self.record(None))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Record<'py>, Failure> {
        Ok(self.record(Some(variant)))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Value<'py> {
        self.plain(value.to_string())
    }
}

macro_rules! list {
    ($( $trait:ident::$method:ident ),*) => { $(
        impl<'py> $trait for List<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Failure;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
                let value = value.serialize(ToPython { py: self.0.py() })?;
                Ok(self.0.append(value)?)
            }

            fn end(self) -> Value<'py> {
                Ok(self.0.into_any())
            }
        }
    )* };
}

list!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

impl<'py> SerializeMap for Record<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failure> {
        self.key = Some(key.serialize(ToPython { py: self.dict.py() })?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        let value = value.serialize(ToPython { py: self.dict.py() })?;
        let key = self.key.take().ok_or_else(|| Failure::custom("a value without a key"))?;
        Ok(self.dict.set_item(key, value)?)
    }

    fn end(self) -> Value<'py> {
        Ok(self.dict.into_any())
    }
}

macro_rules! record {
    ($( $trait:ident ),*) => { $(
        impl<'py> $trait for Record<'py> {
            type Ok = Bound<'py, PyAny>;
            type Error = Failure;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Failure> {
                let value = value.serialize(ToPython { py: self.dict.py() })?;
                Ok(self.dict.set_item(key, value)?)
            }

            fn end(self) -> Value<'py> {
                let py = self.dict.py();
                let Some(variant) = self.variant else { return Ok(self.dict.into_any()) };
                let outer = PyDict::new(py);
                outer.set_item(variant, self.dict)?;
                Ok(outer.into_any())
            }
        }
    )* };
}

record!(SerializeStruct, SerializeStructVariant);
