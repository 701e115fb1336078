//! Plans as Arrow record batches, built while they are read.

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StructArray, UInt32Array};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use entretien::plan::Plan;
use entretien::text::Lang;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use std::sync::Arc;

/// Rows of one batch: large enough to amortise it, small enough to stay in the cache.
const BATCH_ROWS: usize = 65_536;

/// The occurrences of a plan as a table for any library that reads Arrow.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct PlanTable {
    plan: Arc<Plan>,
    lang: Lang,
}

impl PlanTable {
    pub(crate) fn new(plan: Arc<Plan>, lang: Lang) -> PlanTable {
        PlanTable { plan, lang }
    }
}

#[pymethods]
impl PlanTable {
    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    pub(crate) fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let PlanTable { plan, lang } = self.clone();
        let starts = (0..plan.len()).step_by(BATCH_ROWS);
        let batches = starts.map(move |start| batch(&plan, start, lang));
        let field = Arc::new(Field::new_struct("", fields(), false));
        let reader = Box::new(ArrayIterator::new(batches, field));
        Ok(to_stream_pycapsule(py, reader, requested_schema)?)
    }

    #[pyo3(signature = () -> "object")]
    #[expect(clippy::unused_self, reason = "the protocol asks the object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, &*schema())?)
    }

    /// Names of the columns.
    #[getter]
    #[expect(clippy::unused_self, reason = "a property of the object")]
    fn column_names(&self) -> Vec<String> {
        fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.plan.len()
    }

    fn __repr__(&self) -> String {
        format!("<PlanTable: {} rows, {}>", self.plan.len(), self.column_names().join(", "))
    }
}

/// Text columns, in their order around the dates.
const TEXT_BEFORE: [&str; 7] = ["id", "task", "title", "asset", "asset_name", "category", "site"];
const TEXT_AFTER: [&str; 3] = ["mode", "skill", "periodicity"];

fn fields() -> Fields {
    let text = |name: &&str| Field::new(*name, DataType::Utf8, false);
    let numbers = [
        Field::new("nominal", DataType::Date32, false),
        Field::new("date", DataType::Date32, false),
        Field::new("duration_minutes", DataType::UInt32, false),
    ];
    TEXT_BEFORE.iter().map(text).chain(numbers).chain(TEXT_AFTER.iter().map(text)).collect()
}

fn schema() -> SchemaRef {
    Arc::new(Schema::new(fields()))
}

/// One column of text; the bytes of a batch stay far below the 2 GiB of its offsets, since every text
/// of the core is bounded.
fn push<const N: usize>(columns: &mut [StringBuilder; N], texts: [&str; N]) {
    for (column, text) in columns.iter_mut().zip(texts) {
        column.append_value(text);
    }
}

fn batch(plan: &Plan, start: usize, lang: Lang) -> Result<ArrayRef, ArrowError> {
    let end = plan.len().min(start + BATCH_ROWS);
    let mut before: [StringBuilder; 7] = std::array::from_fn(|_| StringBuilder::new());
    let mut after: [StringBuilder; 3] = std::array::from_fn(|_| StringBuilder::new());
    let mut dates = Vec::with_capacity(end - start);
    let mut nominals = Vec::with_capacity(end - start);
    let mut minutes = Vec::with_capacity(end - start);
    for row in (start..end).filter_map(|index| plan.occurrence(index)) {
        let (task, asset) = (row.task(), row.asset());
        let texts = [
            &*row.id(),
            task.id.as_str(),
            task.title.get(lang),
            asset.id.as_str(),
            &asset.name,
            asset.category.code(),
            asset.site.as_str(),
        ];
        push(&mut before, texts);
        let periodicity = plan.input().periodicity(task, asset);
        push(&mut after, [task.mode.code(), task.skill.as_str(), &periodicity]);
        dates.push(row.date().number());
        nominals.push(row.nominal().number());
        minutes.push(task.duration_minutes);
    }
    let text = |mut column: StringBuilder| -> ArrayRef { Arc::new(column.finish()) };
    let numbers: [ArrayRef; 3] = [
        Arc::new(Date32Array::from(nominals)),
        Arc::new(Date32Array::from(dates)),
        Arc::new(UInt32Array::from(minutes)),
    ];
    let columns = before.into_iter().map(text).chain(numbers).chain(after.into_iter().map(text));
    let batch = RecordBatch::try_new(schema(), columns.collect())?;
    Ok(Arc::new(StructArray::from(batch)))
}
