//! Plans as Arrow record batches, built while they are read.

use arrow_array::builder::{Date32Builder, ListBuilder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use entretien::plan::{Mark, Occurrence, Plan};
use entretien::text::Lang;
use entretien::time::Day;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use std::sync::Arc;

/// Rows of one batch: large enough to amortise it, small enough to stay in the cache.
const BATCH_ROWS: usize = 65_536;

/// The occurrences of a plan as a table for any library that reads Arrow.
///
/// - `id`, `task`, `title`: the occurrence, and what is done; titles are in the language asked for.
/// - `subject`, `subject_name`: the asset, or the contract of a meeting.
/// - `asset`, `asset_name`, `category`, `site`: null for work on a contract.
/// - `nominal`, `due`, `earliest`, `latest`, `date`, `call`: days, as of `Occurrence`; `done_on` is null until
///   it is done.
/// - `duration_minutes`, `mode`, `skill`, `periodicity`: as of `Occurrence`.
/// - `status`: `planned`, `called`, `overdue`, `done`, `skipped` or `cancelled`.
/// - `contract`: the one that covers it; `visit`: the one that it is part of; null without.
/// - `key`: the last part of the id.
/// - `marks`: a list of what made its date.
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

/// Columns in their order: text, days, minutes, text, marks.
const TEXT_BEFORE: [&str; 9] =
    ["id", "task", "title", "subject", "subject_name", "asset", "asset_name", "category", "site"];
const DAYS: [&str; 7] = ["nominal", "due", "earliest", "latest", "date", "call", "done_on"];
const MINUTES: &str = "duration_minutes";
const TEXT_AFTER: [&str; 7] =
    ["mode", "skill", "periodicity", "status", "contract", "visit", "key"];
const MARKS: &str = "marks";
/// Columns that may be null.
const NULLABLE: [&str; 7] =
    ["asset", "asset_name", "category", "site", "done_on", "contract", "visit"];

fn fields() -> Fields {
    let field = |kind: DataType| {
        move |name: &&str| Field::new(*name, kind.clone(), NULLABLE.contains(name))
    };
    TEXT_BEFORE
        .iter()
        .map(field(DataType::Utf8))
        .chain(DAYS.iter().map(field(DataType::Date32)))
        .chain([&MINUTES].into_iter().map(field(DataType::UInt32)))
        .chain(TEXT_AFTER.iter().map(field(DataType::Utf8)))
        .chain([&MARKS].into_iter().map(field(DataType::List(mark_field()))))
        .collect()
}

fn mark_field() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Utf8, false))
}

fn schema() -> SchemaRef {
    Arc::new(Schema::new(fields()))
}

/// The columns of one batch, being filled. The bytes of a batch stay far below the 2 GiB of its offsets,
/// since every text of the core is bounded.
struct Columns {
    before: [StringBuilder; 9],
    days: [Date32Builder; 7],
    minutes: UInt32Builder,
    after: [StringBuilder; 7],
    marks: ListBuilder<StringBuilder>,
}

fn push<const N: usize>(columns: &mut [StringBuilder; N], texts: [Option<&str>; N]) {
    for (column, text) in columns.iter_mut().zip(texts) {
        column.append_option(text);
    }
}

impl Columns {
    fn new(rows: usize) -> Columns {
        Columns {
            before: std::array::from_fn(|_| StringBuilder::new()),
            days: std::array::from_fn(|_| Date32Builder::with_capacity(rows)),
            minutes: UInt32Builder::with_capacity(rows),
            after: std::array::from_fn(|_| StringBuilder::new()),
            marks: ListBuilder::with_capacity(StringBuilder::new(), rows).with_field(mark_field()),
        }
    }

    fn add(&mut self, row: &Occurrence<'_>, lang: Lang) {
        let (task, asset, id) = (row.task(), row.asset(), row.occurrence_id());
        let texts = [
            Some(&*id.to_string()),
            Some(task.id.as_str()),
            Some(task.title.get(lang)),
            Some(row.subject()),
            Some(row.subject_name()),
            asset.map(|asset| asset.id.as_str()),
            asset.map(|asset| &*asset.name),
            asset.map(|asset| asset.category.code()),
            asset.map(|asset| asset.site.as_str()),
        ];
        push(&mut self.before, texts);
        let (earliest, latest) = row.window();
        let planned = [row.nominal(), row.due(), earliest, latest, row.date(), row.call()];
        let days = planned.into_iter().map(Some).chain([row.done_on()]);
        for (column, day) in self.days.iter_mut().zip(days) {
            column.append_option(day.map(Day::number));
        }
        self.minutes.append_value(task.duration_minutes);
        let visit = row.visit();
        let texts = [
            Some(task.mode.code()),
            Some(task.skill.as_str()),
            Some(&*row.periodicity()),
            Some(row.status().code()),
            row.contract().map(|contract| contract.id().as_str()),
            visit.as_deref(),
            Some(&*id.key),
        ];
        push(&mut self.after, texts);
        for mark in Mark::all_of(row.row().marks) {
            self.marks.values().append_value(mark.code());
        }
        self.marks.append(true);
    }

    fn finish(self) -> Vec<ArrayRef> {
        let Columns { before, days, mut minutes, after, mut marks } = self;
        let text = |mut column: StringBuilder| -> ArrayRef { Arc::new(column.finish()) };
        let day = |mut column: Date32Builder| -> ArrayRef { Arc::new(column.finish()) };
        let minutes: ArrayRef = Arc::new(minutes.finish());
        let marks: ArrayRef = Arc::new(marks.finish());
        before
            .into_iter()
            .map(text)
            .chain(days.into_iter().map(day))
            .chain([minutes])
            .chain(after.into_iter().map(text))
            .chain([marks])
            .collect()
    }
}

fn batch(plan: &Plan, start: usize, lang: Lang) -> Result<ArrayRef, ArrowError> {
    let end = plan.len().min(start + BATCH_ROWS);
    let mut columns = Columns::new(end - start);
    for row in (start..end).filter_map(|index| plan.occurrence(index)) {
        columns.add(&row, lang);
    }
    let batch = RecordBatch::try_new(schema(), columns.finish())?;
    Ok(Arc::new(StructArray::from(batch)))
}
