//! Business time: single times as datetimes, many as columns of seconds.
//!
//! `between` and `add` have their overloads in `entretien/calendar.py`, which calls `_between` and `_add`.

use super::work::{CalendarDocument, WorkCalendar};
use crate::column::Longs;
use crate::convert::{Date, Items, answer as declare, date};
use crate::error::{raise, try_compute};
use crate::recurrence::moment::{Instant, Writer};
use crate::{kept, values::Values};
use chrono::{NaiveDate, TimeDelta};
use entretien::calendar as core;
use entretien::calendar::{Pauses, Unreachable};
use entretien::error::Error;
use pyo3::PyTypeInfo;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyDateTime, PyDelta};
use pyo3::{type_hint_identifier, type_hint_union};

/// One time, or a column of UTC epoch seconds.
#[derive(Debug)]
pub(crate) enum Times {
    One(Instant),
    Many(Longs),
}

impl FromPyObject<'_, '_> for Times {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(Instant::INPUT_TYPE, Longs::INPUT_TYPE);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyDateTime>() {
            return object.extract().map(Times::One);
        }
        object.extract().map(Times::Many)
    }
}

/// Open time: of one need, or a column of seconds.
#[derive(Debug)]
pub(crate) enum Needs {
    One(i64),
    Many(Longs),
}

impl FromPyObject<'_, '_> for Needs {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(PyDelta::TYPE_HINT, Longs::INPUT_TYPE);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyDelta>() {
            return Ok(Needs::One(seconds(object.extract()?)));
        }
        object.extract().map(Needs::Many)
    }
}

/// Whole seconds; a part of one is dropped.
fn seconds(delta: TimeDelta) -> i64 {
    delta.num_seconds()
}

fn delta(seconds: i64) -> TimeDelta {
    TimeDelta::try_seconds(seconds).unwrap_or(TimeDelta::MAX)
}

/// Open time between two times, or between the pairs of two columns.
#[derive(Debug, IntoPyObject)]
pub(crate) enum OpenTime {
    One(TimeDelta),
    Many(Values),
}

declare! {
    /// An aware datetime, in the zone of the calendar.
    LocalTime: type_hint_identifier!("datetime", "datetime")
}

/// A time, or a column of UTC epoch seconds.
#[derive(Debug, IntoPyObject)]
pub(crate) enum Deadlines<'py> {
    One(LocalTime<'py>),
    Many(Values),
}

fn mixed() -> PyErr {
    PyTypeError::new_err("give two single values, or columns without pauses")
}

/// Half-open periods during which the clock stands still.
type PauseList = Items<(Instant, Instant)>;

fn pauses(py: Python<'_>, list: &PauseList) -> PyResult<Pauses> {
    let list: Vec<(i64, i64)> = list.0.iter().map(|(from, to)| (from.0, to.0)).collect();
    Pauses::new(&list).map_err(|error| raise(py, &error))
}

/// A calendar made ready to count open time; immutable.
#[pyclass(frozen, subclass, module = "entretien.calendar")]
#[derive(Debug, Clone)]
pub(crate) struct BusinessTime {
    core: core::BusinessTime,
}

impl BusinessTime {
    fn local<'py>(&self, py: Python<'py>, value: i64) -> PyResult<LocalTime<'py>> {
        Ok(LocalTime(Writer::of_zone(py, self.core.zone())?.write(value)?.0))
    }

    fn reached<'py>(
        &self,
        py: Python<'py>,
        find: impl FnOnce(&core::BusinessTime) -> Result<i64, Unreachable> + Send,
    ) -> PyResult<LocalTime<'py>> {
        let value = try_compute(py, || find(&self.core).map_err(Error::from))?;
        self.local(py, value)
    }

    /// A column made of two.
    fn column(
        &self,
        py: Python<'_>,
        a: &[i64],
        b: &[i64],
        fill: impl FnOnce(&core::BusinessTime, &[i64], &[i64], &mut [i64]) -> Result<(), Error> + Send,
    ) -> PyResult<Values> {
        let out = try_compute(py, || {
            let mut out = kept::take();
            out.resize(a.len(), 0);
            fill(&self.core, a, b, &mut out)?;
            Ok(out)
        })?;
        Ok(Values::from(out))
    }
}

#[pymethods]
impl BusinessTime {
    /// Makes a calendar ready, or the document of one; `time_zone` is that of documents which name none.
    ///
    /// Raises `entretien.Error` as `WorkCalendar`.
    #[new]
    #[pyo3(signature = (calendar, *, time_zone = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn new(py: Python<'_>, calendar: Source, time_zone: Option<PyBackedStr>) -> PyResult<Self> {
        let calendar = match calendar {
            Source::Calendar(calendar) => calendar,
            Source::Document(document) => document.read(py, time_zone.as_deref())?,
        };
        Ok(BusinessTime { core: core::BusinessTime::compile(&calendar) })
    }

    /// The calendar.
    #[getter]
    fn calendar(&self) -> WorkCalendar {
        WorkCalendar { core: self.core.calendar().clone() }
    }

    /// Open time from `start` to before `end`, that of the pauses left out.
    #[pyo3(name = "_between", signature = (start, end, pauses))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn between(
        &self,
        py: Python<'_>,
        start: Times,
        end: Times,
        pauses: PauseList,
    ) -> PyResult<OpenTime> {
        match (start, end) {
            (Times::One(start), Times::One(end)) => {
                let pauses = self::pauses(py, &pauses)?;
                let seconds =
                    try_compute(py, || self.core.between_with_pauses(start.0, end.0, &pauses))?;
                Ok(OpenTime::One(delta(seconds)))
            }
            (Times::Many(starts), Times::Many(ends)) if pauses.0.is_empty() => {
                let fill = core::BusinessTime::between_many;
                self.column(py, starts.values(), ends.values(), fill).map(OpenTime::Many)
            }
            _ => Err(mixed()),
        }
    }

    /// The first time with `open_time` between `at` and it, that of the pauses left out.
    #[pyo3(name = "_add", signature = (at, open_time, pauses))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn add<'py>(
        &self,
        py: Python<'py>,
        at: Times,
        open_time: Needs,
        pauses: PauseList,
    ) -> PyResult<Deadlines<'py>> {
        let fill = core::BusinessTime::add_many;
        match (at, open_time) {
            (Times::One(at), Needs::One(seconds)) if pauses.0.is_empty() => {
                self.reached(py, |time| time.add(at.0, seconds)).map(Deadlines::One)
            }
            (Times::One(at), Needs::One(seconds)) => {
                let pauses = self::pauses(py, &pauses)?;
                let add = |time: &core::BusinessTime| time.add_with_pauses(at.0, seconds, &pauses);
                self.reached(py, add).map(Deadlines::One)
            }
            (Times::Many(at), Needs::Many(needs)) if pauses.0.is_empty() => {
                self.column(py, at.values(), needs.values(), fill).map(Deadlines::Many)
            }
            (Times::Many(at), Needs::One(seconds)) if pauses.0.is_empty() => {
                let needs = vec![seconds; at.values().len()];
                self.column(py, at.values(), &needs, fill).map(Deadlines::Many)
            }
            _ => Err(mixed()),
        }
    }

    /// The last time with `open_time` between it and `at`: a need that begins at opening time begins there.
    ///
    /// Raises `entretien.Error`: `CAL-010`, `CAL-011`.
    fn subtract<'py>(
        &self,
        py: Python<'py>,
        at: Instant,
        open_time: TimeDelta,
    ) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.subtract(at.0, seconds(open_time)))
    }

    /// Open time of the pauses themselves from `start` to before `end`.
    ///
    /// Raises `entretien.Error`: `CAL-002`, `CAL-010`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn paused_between(
        &self,
        py: Python<'_>,
        start: Instant,
        end: Instant,
        pauses: PauseList,
    ) -> PyResult<TimeDelta> {
        let pauses = self::pauses(py, &pauses)?;
        try_compute(py, || self.core.paused_between(start.0, end.0, &pauses)).map(delta)
    }

    /// Whether the calendar is open at `at`.
    fn is_open(&self, at: Instant) -> bool {
        self.core.is_open(at.0)
    }

    /// The first open time at or after `at`.
    ///
    /// Raises `entretien.Error`: `CAL-010`, `CAL-011`.
    fn next_open<'py>(&self, py: Python<'py>, at: Instant) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.next_open(at.0))
    }

    /// The first closing time after `at`.
    ///
    /// Raises `entretien.Error`: `CAL-011` when nothing opens, `CAL-010` when nothing closes.
    fn next_close<'py>(&self, py: Python<'py>, at: Instant) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.next_close(at.0))
    }

    /// The last closing time at or before `at`.
    ///
    /// Raises `entretien.Error`: `CAL-011` when nothing was open before, `CAL-010` when nothing closed.
    fn previous_close<'py>(&self, py: Python<'py>, at: Instant) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.previous_close(at.0))
    }

    /// The open spans of `start` to `end`, cut at both ends, ascending and apart.
    ///
    /// Raises `entretien.Error`: `CAL-002`, `CAL-010`, `CAL-013` beyond a million.
    fn spans<'py>(
        &self,
        py: Python<'py>,
        start: Instant,
        end: Instant,
    ) -> PyResult<Vec<(LocalTime<'py>, LocalTime<'py>)>> {
        let spans = try_compute(py, || self.core.spans(start.0, end.0))?;
        let writer = Writer::of_zone(py, self.core.zone())?;
        let local = |value: i64| Ok::<_, PyErr>(LocalTime(writer.write(value)?.0));
        spans.into_iter().map(|(from, to)| Ok((local(from)?, local(to)?))).collect()
    }

    /// Whether `day` is a working day.
    fn is_working_day(&self, py: Python<'_>, day: Date) -> PyResult<bool> {
        let day = day.day("day").map_err(|error| raise(py, &error))?;
        Ok(self.core.is_working_day(day))
    }

    /// The `count`-th working day after `day`, before it when negative; zero is `day` itself if it is one,
    /// otherwise the next.
    ///
    /// Raises `entretien.Error`: `CAL-010`, `CAL-011`.
    fn add_working_days(&self, py: Python<'_>, day: Date, count: i32) -> PyResult<NaiveDate> {
        let found = try_compute(py, || Ok(self.core.add_working_days(day.day("day")?, count)?))?;
        Ok(found.to_date())
    }

    /// Working days from `start` to before `end`; negative when `end` is earlier.
    fn working_days_between(&self, py: Python<'_>, start: Date, end: Date) -> PyResult<i64> {
        try_compute(py, || Ok(self.core.working_days_between(start.day("start")?, end.day("end")?)))
    }

    /// The `n`-th working day of a month, from its end when negative; `None` when the month has fewer.
    fn nth_working_day_of_month(&self, year: i32, month: u32, n: i32) -> Option<NaiveDate> {
        date(self.core.nth_working_day_of_month(year, month, n))
    }

    /// The deadline `count` working days after `at`: the same time of day, or closing time when that is
    /// earlier.
    ///
    /// Raises `entretien.Error`: `CAL-010`, `CAL-011`.
    fn working_days_after<'py>(
        &self,
        py: Python<'py>,
        at: Instant,
        count: i32,
    ) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.working_days_after(at.0, count))
    }

    /// Closing time of the `count`-th working day after `at`; for zero, of its own day, or of the next
    /// working day when that one is closed or has closed.
    ///
    /// Raises `entretien.Error`: `CAL-010`, `CAL-011`.
    #[pyo3(signature = (at, count = 0))]
    fn end_of_working_day<'py>(
        &self,
        py: Python<'py>,
        at: Instant,
        count: i32,
    ) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.end_of_working_day(at.0, count))
    }

    /// `months` calendar months after `at`, open or not: same day of the month or its last, same time.
    ///
    /// Raises `entretien.Error` `CAL-010`.
    fn months_after<'py>(
        &self,
        py: Python<'py>,
        at: Instant,
        months: i32,
    ) -> PyResult<LocalTime<'py>> {
        self.reached(py, |time| time.months_after(at.0, months))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let calendar = self.core.calendar();
        let id = crate::convert::literal(py, calendar.id().as_str())?;
        Ok(format!("<BusinessTime {id}, {}>", calendar.zone().name()))
    }
}

/// A calendar, or the document of one.
#[derive(Debug)]
pub(crate) enum Source {
    Calendar(core::WorkCalendar),
    Document(CalendarDocument),
}

impl FromPyObject<'_, '_> for Source {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(WorkCalendar::TYPE_HINT, CalendarDocument::INPUT_TYPE);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        match object.cast::<WorkCalendar>() {
            Ok(calendar) => Ok(Source::Calendar(calendar.get().core.clone())),
            Err(_) => object.extract().map(Source::Document),
        }
    }
}
