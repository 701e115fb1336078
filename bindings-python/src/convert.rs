//! Arguments and values that need more than a type: dates, languages, document text.

use chrono::NaiveDate;
use entretien::error::{Error, codes};
use entretien::text::Lang as CoreLang;
use entretien::time::Day;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyDate, PyDateTime, PyString};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};

/// A `datetime.date`; a `datetime` is refused, its time of day would be lost silently.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Date(pub(crate) NaiveDate);

impl Date {
    /// The day of the core.
    pub(crate) fn day(self, name: &str) -> Result<Day, Error> {
        Day::from_date(self.0).ok_or_else(|| {
            let message = format!("`{name}` {} is outside 1583 to 9999", self.0);
            Error::new(codes::DOC_BAD_DATE, "", message)
        })
    }
}

impl FromPyObject<'_, '_> for Date {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyDateTime>() {
            return Err(PyTypeError::new_err("expected a date, not a datetime; use .date()"));
        }
        Ok(Date(object.extract()?))
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Date {
        Date(day.to_date())
    }
}

impl<'py> IntoPyObject<'py> for Date {
    type Target = PyDate;
    type Output = Bound<'py, PyDate>;
    type Error = PyErr;
    /// An alias of `datetime.date`: in a class with a property `date`, a stub cannot say `date`.
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("entretien._types", "Date");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.0.into_pyobject(py)
    }
}

/// `"en"` or `"fr"`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lang(pub(crate) CoreLang);

/// The default of `lang`.
pub(crate) const EN: Lang = Lang(CoreLang::En);

impl FromPyObject<'_, '_> for Lang {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("typing", "Literal"),
        PyStaticExpr::Constant { value: PyStaticConstant::Str("en") },
        PyStaticExpr::Constant { value: PyStaticConstant::Str("fr") }
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let text: PyBackedStr = object.extract()?;
        let lang = CoreLang::parse(&text).map(Lang);
        lang.ok_or_else(|| {
            PyValueError::new_err(format!("lang must be 'en' or 'fr', not {:?}", &*text))
        })
    }
}

/// The bytes of a document, given as text or bytes.
#[derive(Debug)]
pub(crate) enum Document {
    /// Valid UTF-8.
    Text(PyBackedStr),
    /// Anything; the core judges it.
    Bytes(PyBackedBytes),
}

impl Document {
    /// The JSON text of a document given as Python values.
    pub(crate) fn of_values(values: Bound<'_, PyAny>) -> PyResult<Document> {
        let dumps = values.py().import("entretien._document")?.getattr("dumps")?;
        dumps.call1((values,))?.extract()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Document::Text(text) => text.as_bytes(),
            Document::Bytes(bytes) => bytes,
        }
    }
}

impl FromPyObject<'_, '_> for Document {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "bytes"),
        type_hint_identifier!("builtins", "bytearray")
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let Ok(text) = object.cast::<PyString>() else {
            let bytes = object.extract().map_err(PyErr::from);
            return bytes.map(Document::Bytes);
        };
        if let Ok(text) = text.extract() {
            return Ok(Document::Text(text));
        }
        // Text with lone surrogates: handed on as it is, so that it is refused like any other.
        let bytes = text.call_method1("encode", ("utf-8", "surrogatepass"))?;
        Ok(Document::Bytes(bytes.extract()?))
    }
}

/// Declares an argument that is only handed on, for the sake of its type in the stubs.
macro_rules! argument {
    ($(#[$meta:meta])* $name:ident: $hint:expr) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name<'py>(pub(crate) Bound<'py, PyAny>);

        impl<'py> FromPyObject<'_, 'py> for $name<'py> {
            type Error = PyErr;
            const INPUT_TYPE: PyStaticExpr = $hint;

            fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                Ok($name(object.to_owned()))
            }
        }
    };
}

/// Declares a result that is only handed on, for the sake of its type in the stubs.
macro_rules! answer {
    ($(#[$meta:meta])* $name:ident: $hint:expr) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name<'py>(pub(crate) Bound<'py, PyAny>);

        impl<'py> IntoPyObject<'py> for $name<'py> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;
            const OUTPUT_TYPE: PyStaticExpr = $hint;

            fn into_pyobject(self, _py: Python<'py>) -> PyResult<Self::Output> {
                Ok(self.0)
            }
        }
    };
}
pub(crate) use answer;

const STR: PyStaticExpr = type_hint_identifier!("builtins", "str");
const INT: PyStaticExpr = type_hint_identifier!("builtins", "int");
const OBJECT: PyStaticExpr = type_hint_identifier!("builtins", "object");

argument! {
    /// A document as Python values.
    Fields: type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        STR,
        type_hint_identifier!("typing", "Any")
    )
}

argument! {
    /// Pairs of name and bytes.
    Files: type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterable"),
        type_hint_subscript!(
            type_hint_identifier!("builtins", "tuple"),
            STR,
            type_hint_identifier!("builtins", "bytes")
        )
    )
}

argument! {
    /// Called with how many are done, and of how many.
    Progress: type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Callable"),
        PyStaticExpr::List { elts: &[INT, INT] },
        OBJECT
    )
}

/// What an iterable gives; a text, which is one of texts, is refused.
#[derive(Debug)]
pub(crate) struct Items<T>(pub(crate) Vec<T>);

impl<T> Items<T> {
    /// Nothing.
    pub(crate) const NONE: Items<T> = Items(Vec::new());
}

impl<'py, T: for<'a> FromPyObject<'a, 'py>> FromPyObject<'_, 'py> for Items<T> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), T::INPUT_TYPE);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("expected a list, not a text"));
        }
        let item = |item: PyResult<Bound<'py, PyAny>>| item?.extract().map_err(Into::into);
        object.try_iter()?.map(item).collect::<PyResult<Vec<T>>>().map(Items)
    }
}

/// The days of the core as dates.
pub(crate) fn date(day: Option<Day>) -> Option<NaiveDate> {
    day.map(Day::to_date)
}

/// An owned copy of a text that may be unknown.
pub(crate) fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// `text` as a Python literal, for `__repr__`.
pub(crate) fn literal(py: Python<'_>, text: &str) -> PyResult<String> {
    PyString::new(py, text).repr()?.extract()
}
