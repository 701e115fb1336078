//! Answers as rows and as Arrow record batches.

use crate::answer::Typed;
use arrow_array::{
    ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray, StructArray,
    TimestampSecondArray, UInt32Array, UInt64Array,
};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use entretien::kpi as core;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use serde::Serialize;
use std::sync::Arc;

/// An answer with its place.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerRow {
    group: usize,
    pub(super) key: Vec<Option<String>>,
    window: usize,
    #[serde(skip)]
    pub(super) begin: i64,
    #[serde(skip)]
    end: i64,
    #[serde(flatten)]
    pub(super) answer: core::Answer,
}

impl Typed for AnswerRow {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._types", "KpiRow");
}

impl AnswerRow {
    /// Every answer, by group, window, then indicator.
    pub(super) fn all(
        kpis: &core::Kpis,
        only: Option<core::Indicator>,
    ) -> impl Iterator<Item = AnswerRow> + '_ {
        let groups = kpis.groups().iter().enumerate();
        groups.flat_map(move |(group, row)| {
            let windows = kpis.windows().iter().enumerate();
            windows.flat_map(move |(window, (begin, end))| {
                let asked = core::Indicator::ALL.iter().copied();
                let asked = asked.filter(move |one| only.is_none_or(|only| only == *one));
                asked.filter_map(move |indicator| {
                    let answer = kpis.answer(group, window, indicator).ok()?;
                    let key = row.key.clone();
                    Some(AnswerRow { group, key, window, begin: *begin, end: *end, answer })
                })
            })
        })
    }
}

/// The answers as a table for any library that reads Arrow, a row each.
///
/// - one column of texts for each dimension; null for what is not known;
/// - `window`, `begin`, `end`: number and instants of the window;
/// - `indicator`, `value`, `reason`: the value, or why there is none;
/// - `numerator`, `denominator`, `lower`, `upper`: what it follows from, and its interval;
/// - `open`, `censored`, `unknown`: what was left out.
#[pyclass(frozen, module = "entretien.kpi")]
#[derive(Debug, Clone)]
pub(crate) struct KpiTable {
    core: Arc<core::Kpis>,
    only: Option<core::Indicator>,
}

impl KpiTable {
    pub(crate) fn new(core: Arc<core::Kpis>, only: Option<core::Indicator>) -> KpiTable {
        KpiTable { core, only }
    }

    fn fields(&self) -> Fields {
        let instant = DataType::Timestamp(TimeUnit::Second, Some("UTC".into()));
        let dimensions = self.core.dimensions().iter();
        let texts = dimensions.map(|one| Field::new(one.code(), DataType::Utf8, true));
        let rest = [
            Field::new("window", DataType::UInt32, false),
            Field::new("begin", instant.clone(), false),
            Field::new("end", instant, false),
            Field::new("indicator", DataType::Utf8, false),
            Field::new("value", DataType::Float64, true),
            Field::new("reason", DataType::Utf8, true),
            Field::new("numerator", DataType::Int64, true),
            Field::new("denominator", DataType::Int64, true),
            Field::new("lower", DataType::Float64, true),
            Field::new("upper", DataType::Float64, true),
            Field::new("open", DataType::UInt64, false),
            Field::new("censored", DataType::UInt64, false),
            Field::new("unknown", DataType::UInt64, false),
        ];
        texts.chain(rest).collect()
    }

    fn schema(&self) -> SchemaRef {
        Arc::new(Schema::new(self.fields()))
    }

    fn batch(&self) -> Result<ArrayRef, ArrowError> {
        let rows: Vec<AnswerRow> = AnswerRow::all(&self.core, self.only).collect();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let instant = |of: fn(&AnswerRow) -> i64| -> ArrayRef {
            let values = rows.iter().map(of).collect::<Vec<i64>>();
            Arc::new(TimestampSecondArray::from(values).with_timezone("UTC"))
        };
        let float = |of: fn(&core::Answer) -> Option<f64>| -> ArrayRef {
            Arc::new(rows.iter().map(|row| of(&row.answer)).collect::<Float64Array>())
        };
        let whole = |of: fn(&core::Answer) -> Option<i64>| -> ArrayRef {
            Arc::new(rows.iter().map(|row| of(&row.answer)).collect::<Int64Array>())
        };
        let count = |of: fn(&core::Answer) -> u64| -> ArrayRef {
            Arc::new(UInt64Array::from_iter_values(rows.iter().map(|row| of(&row.answer))))
        };
        let texts = (0..self.core.dimensions().len()).map(|place| -> ArrayRef {
            let text = |row: &AnswerRow| row.key.get(place).cloned().flatten();
            Arc::new(rows.iter().map(text).collect::<StringArray>())
        });
        let codes = rows.iter().map(|row| row.answer.indicator.code());
        let reasons = rows.iter().map(|row| row.answer.reason.map(core::NoValue::code));
        let rest: [ArrayRef; 13] = [
            Arc::new(UInt32Array::from_iter_values(rows.iter().map(|row| number(row.window)))),
            instant(|row| row.begin),
            instant(|row| row.end),
            Arc::new(StringArray::from_iter_values(codes)),
            float(|answer| answer.value),
            Arc::new(reasons.collect::<StringArray>()),
            whole(|answer| answer.numerator),
            whole(|answer| answer.denominator),
            float(|answer| answer.lower),
            float(|answer| answer.upper),
            count(|answer| answer.open),
            count(|answer| answer.censored),
            count(|answer| answer.unknown),
        ];
        let batch = RecordBatch::try_new(self.schema(), texts.chain(rest).collect())?;
        Ok(Arc::new(StructArray::from(batch)))
    }
}

#[pymethods]
impl KpiTable {
    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    pub(crate) fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let field = Arc::new(Field::new_struct("", self.fields(), false));
        let table = self.clone();
        let batches = std::iter::once_with(move || table.batch());
        let reader = Box::new(ArrayIterator::new(batches, field));
        Ok(to_stream_pycapsule(py, reader, requested_schema)?)
    }

    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, &*self.schema())?)
    }

    /// Names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        let indicators = if self.only.is_some() { 1 } else { core::Indicator::ALL.len() };
        self.core.groups().len() * self.core.windows().len() * indicators
    }

    fn __repr__(&self) -> String {
        format!("<KpiTable: {} rows, {}>", self.__len__(), self.column_names().join(", "))
    }
}
