//! Downtime of one asset and of fleets.

use crate::answer::Answer;
use crate::convert::{Items, Lang};
use crate::error::try_compute;
use crate::fleet_column::{Assets, Instants};
use crate::recurrence::moment::Instant;
use arrow_array::{
    ArrayRef, Float64Array, Int64Array, RecordBatch, StructArray, UInt32Array, UInt64Array,
};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use entretien::kpi::{self as kpis, downtime as core};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3::{type_hint_identifier, type_hint_union};
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use std::sync::Arc;

/// An integer of any unit, or an aware `datetime`, which is seconds since 1970.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At {
    Number(i64),
    Time(i64),
}

impl At {
    fn value(self) -> i64 {
        match self {
            At::Number(value) | At::Time(value) => value,
        }
    }
}

impl FromPyObject<'_, '_> for At {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "int"),
        type_hint_identifier!("datetime", "datetime")
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(number) = object.extract::<i64>() {
            return Ok(At::Number(number));
        }
        object.extract::<Instant>().map(|instant| At::Time(instant.0))
    }
}

/// That all are numbers, or all are datetimes.
fn alike(instants: impl IntoIterator<Item = At>, are_times: bool) -> PyResult<()> {
    if instants.into_iter().any(|at| matches!(at, At::Time(_)) != are_times) {
        let message = "give aware datetimes beside timestamps, integers beside integers";
        return Err(PyTypeError::new_err(message));
    }
    Ok(())
}

/// Every indicator: what it is, how it is computed, in which direction it is good.
#[pyfunction]
#[pyo3(signature = (lang = crate::convert::EN))]
pub(crate) fn definitions(lang: Lang) -> Answer<Vec<kpis::DefinitionRow>> {
    Answer(kpis::definitions(lang.0))
}

/// Times and counts of one asset in a window: outages `(begin, end)`, without an end `None`, and planned windows
/// `(begin, end)`, in any order; they may overlap. Instants are all integers of one unit, or all aware datetimes,
/// whose times come back in seconds.
///
/// Raises `entretien.Error`: `KPI-001` what ends before it begins · `KPI-002` beyond 2⁵³ − 1.
#[pyfunction]
#[pyo3(signature = (window, outages, planned = Items::NONE))]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn downtime(
    py: Python<'_>,
    window: (At, At),
    outages: Items<(At, Option<At>)>,
    planned: Items<(At, At)>,
) -> PyResult<Answer<core::Downtime>> {
    let are_times = matches!(window.0, At::Time(_));
    alike([window.1], are_times)?;
    alike(outages.0.iter().flat_map(|(begin, end)| [Some(*begin), *end]).flatten(), are_times)?;
    alike(planned.0.iter().flat_map(|(begin, end)| [*begin, *end]), are_times)?;
    let outage = |(begin, end): &(At, Option<At>)| core::Outage {
        begin: begin.value(),
        end: end.map(At::value),
    };
    let outages: Vec<_> = outages.0.iter().map(outage).collect();
    let planned: Vec<_> = planned.0.iter().map(|(a, b)| (a.value(), b.value())).collect();
    let window = (window.0.value(), window.1.value());
    try_compute(py, || core::downtime(window, &outages, &planned)).map(Answer)
}

/// Times and counts of a fleet, from columns that are read where they are: the number of the asset of each outage
/// (unsigned 32-bit), when it begins and when it ends (64-bit integers of any unit, or timestamps); an outage with
/// a null end is open. `begins` and `ends` of `NumPy` are copied first. Timestamps count in whole seconds; the
/// window is then two aware datetimes, and times come back in seconds.
///
/// Assets are numbered from 0 to below `asset_count`, by default the highest number that occurs and one. `present`
/// is when each asset is looked at, two columns of a row an asset; `planned` are windows `(asset, begin, end)` of
/// one asset, `common` windows `(begin, end)` of all.
///
/// Raises `entretien.Error`: `KPI-001` what ends before it begins · `KPI-002` beyond 2⁵³ − 1 · `KPI-003` columns of
/// different lengths · `KPI-004` an asset that is not below `asset_count`; `ValueError` for nulls elsewhere.
#[pyfunction]
#[pyo3(signature = (
    assets, begins, ends, window, asset_count = None, present = None, planned = Items::NONE,
    common = Items::NONE
))]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
pub(crate) fn fleet_downtime(
    py: Python<'_>,
    assets: Assets,
    begins: Instants,
    ends: Instants,
    window: (At, At),
    asset_count: Option<u32>,
    present: Option<(Instants, Instants)>,
    planned: Items<(u32, At, At)>,
    common: Items<(At, At)>,
) -> PyResult<FleetDowntime> {
    let are_times = begins.are_timestamps;
    let spans = present.iter().flat_map(|(from, to)| [from, to]);
    let others = spans.chain([&ends]).any(|column| column.are_timestamps != are_times);
    if others && !ends.values().is_empty() {
        return Err(PyTypeError::new_err("give columns that are all integers, or all timestamps"));
    }
    alike([window.0, window.1], are_times)?;
    alike(planned.0.iter().flat_map(|(_, begin, end)| [*begin, *end]), are_times)?;
    alike(common.0.iter().flat_map(|(begin, end)| [*begin, *end]), are_times)?;
    let has_nulls = |column: &Instants| column.known().is_some();
    if has_nulls(&begins) || present.iter().any(|(from, to)| has_nulls(from) || has_nulls(to)) {
        return Err(PyValueError::new_err("only `ends` may have nulls"));
    }
    let planned: Vec<_> =
        planned.0.iter().map(|(asset, a, b)| (*asset, a.value(), b.value())).collect();
    let common: Vec<_> = common.0.iter().map(|(a, b)| (a.value(), b.value())).collect();
    let window = (window.0.value(), window.1.value());
    let found = try_compute(py, || {
        let highest = || assets.values().iter().max().map_or(0, |last| last.saturating_add(1));
        let count = asset_count.unwrap_or_else(highest);
        let known = ends.known();
        let outages = core::Outages {
            assets: assets.values(),
            begins: begins.values(),
            ends: ends.values(),
            ends_known: known.map(|(bytes, offset)| core::Validity { bytes, offset }),
        };
        let present = present
            .as_ref()
            .map(|(from, to)| core::Presence { from: from.values(), to: to.values() });
        core::fleet_downtime(window, count, &outages, present.as_ref(), &planned, &common)
    })?;
    Ok(FleetDowntime { core: Arc::new(found) })
}

/// The downtime of a fleet: an Arrow table of one row an asset, and `fleet`, the sums.
///
/// Columns: `asset`, the times and counts of `Downtime`, and `availability`, `mtbf`, `mtbf_episodes` and `mttr`,
/// null where there is nothing to divide by. Read it by `polars.DataFrame(found)` or `pyarrow.table(found)`.
#[pyclass(frozen, module = "entretien.kpi")]
#[derive(Debug, Clone)]
pub(crate) struct FleetDowntime {
    core: Arc<core::FleetDowntime>,
}

#[pymethods]
impl FleetDowntime {
    /// The sums over all assets.
    #[getter]
    fn fleet(&self) -> Answer<core::Downtime> {
        Answer(self.core.fleet)
    }

    /// Up time over required time of the fleet; `None` without required time.
    #[getter]
    fn availability(&self) -> Option<f64> {
        self.core.fleet.availability()
    }

    /// Up time over failures of the fleet, the ratio of the sums; `None` without failure.
    #[getter]
    fn mtbf(&self) -> Option<f64> {
        self.core.fleet.mtbf()
    }

    /// Mean time to restoration of closed failures of the fleet; `None` without one.
    #[getter]
    fn mttr(&self) -> Option<f64> {
        self.core.fleet.mttr()
    }

    /// The row of an asset.
    fn __getitem__(&self, asset: usize) -> PyResult<Answer<core::Downtime>> {
        let row = self.core.assets.get(asset).copied();
        row.map(Answer).ok_or_else(|| pyo3::exceptions::PyIndexError::new_err("out of range"))
    }

    fn __len__(&self) -> usize {
        self.core.assets.len()
    }

    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let found = Arc::clone(&self.core);
        let field = Arc::new(Field::new_struct("", fields(), false));
        let batches = std::iter::once_with(move || batch(&found.assets));
        let reader = Box::new(ArrayIterator::new(batches, field));
        Ok(to_stream_pycapsule(py, reader, requested_schema)?)
    }

    #[pyo3(signature = () -> "object")]
    #[expect(clippy::unused_self, reason = "the protocol asks the object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, &*schema())?)
    }

    fn __repr__(&self) -> String {
        let fleet = &self.core.fleet;
        format!(
            "<FleetDowntime: {} assets, {} failures, {} down of {}>",
            self.core.assets.len(),
            fleet.failures,
            fleet.down_time,
            fleet.required_time
        )
    }
}

type Time = (&'static str, fn(&core::Downtime) -> i64);
type Count = (&'static str, fn(&core::Downtime) -> u64);
type Ratio = (&'static str, fn(&core::Downtime) -> Option<f64>);

const TIMES: [Time; 7] = [
    ("window_time", |row| row.window_time),
    ("planned_time", |row| row.planned_time),
    ("required_time", |row| row.required_time),
    ("down_time", |row| row.down_time),
    ("up_time", |row| row.up_time),
    ("restoration_time", |row| row.restoration_time),
    ("naive_down_time", |row| row.naive_down_time),
];
const COUNTS: [Count; 4] = [
    ("failures", |row| row.failures),
    ("episodes", |row| row.episodes),
    ("closed", |row| row.closed),
    ("open", |row| row.open),
];
const RATIOS: [Ratio; 4] = [
    ("availability", core::Downtime::availability),
    ("mtbf", core::Downtime::mtbf),
    ("mtbf_episodes", core::Downtime::mtbf_episodes),
    ("mttr", core::Downtime::mttr),
];

fn fields() -> Fields {
    let times = TIMES.iter().map(|(name, _)| Field::new(*name, DataType::Int64, false));
    let counts = COUNTS.iter().map(|(name, _)| Field::new(*name, DataType::UInt64, false));
    let ratios = RATIOS.iter().map(|(name, _)| Field::new(*name, DataType::Float64, true));
    let asset = Field::new("asset", DataType::UInt32, false);
    [asset].into_iter().chain(times).chain(counts).chain(ratios).collect()
}

fn schema() -> SchemaRef {
    Arc::new(Schema::new(fields()))
}

fn batch(rows: &[core::Downtime]) -> Result<ArrayRef, ArrowError> {
    let length = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let asset: ArrayRef = Arc::new(UInt32Array::from_iter_values(0..length));
    let times = TIMES
        .iter()
        .map(|(_, of)| -> ArrayRef { Arc::new(Int64Array::from_iter_values(rows.iter().map(of))) });
    let counts = COUNTS.iter().map(|(_, of)| -> ArrayRef {
        Arc::new(UInt64Array::from_iter_values(rows.iter().map(of)))
    });
    let ratios = RATIOS
        .iter()
        .map(|(_, of)| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<Float64Array>()) });
    let columns = [asset].into_iter().chain(times).chain(counts).chain(ratios).collect();
    let batch = RecordBatch::try_new(schema(), columns)?;
    Ok(Arc::new(StructArray::from(batch)))
}
