//! Generators of days beside RRULE: days counted within months, and civil intervals.

use super::moment::reversed;
use crate::convert::{Date, date};
use crate::error::{raise, try_compute};
use crate::keyword::{BACKWARD, DayOfWeek, Holidays, IntervalUnit, MonthEnd, NO_HOLIDAYS};
use chrono::NaiveDate;
use entretien::calendar::{Week, WorkCalendar};
use entretien::error::{Error, codes};
use entretien::id::CalendarId;
use entretien::recurrence as core;
use entretien::time::{Day, Interval, Period};
use pyo3::prelude::*;
use pyo3::types::PyType;

/// The period of two dates; `None` when it is empty.
pub(crate) fn period(py: Python<'_>, start: Date, end: Date) -> PyResult<Option<Period>> {
    let (start, end) = (day(py, "start", start)?, day(py, "end", end)?);
    if end < start { Err(reversed()) } else { Ok(Period::new(start, end)) }
}

fn day(py: Python<'_>, name: &str, value: Date) -> PyResult<Day> {
    Day::from_date(value.0).ok_or_else(|| {
        let why = format!("`{name}` {} is outside 1583 to 9999", value.0);
        raise(py, &Error::new(codes::REC_BAD_DATE, "", why))
    })
}

/// One day a month, every so many months from the month of an anchor; none before the anchor.
#[pyclass(frozen, eq, module = "entretien.recurrence")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MonthRule {
    core: core::MonthRule,
}

#[pymethods]
impl MonthRule {
    /// The `n`-th weekday of the month (from the end when negative), moved by `offset_days`.
    ///
    /// "Patch Tuesday + 1 day" is the 2nd Tuesday moved by one day, which is not the 2nd Wednesday. A
    /// month without an `n`-th such weekday has no day.
    ///
    /// Raises `entretien.Error`: `REC-001`, `REC-002`, `REC-006`, `REC-020`.
    #[classmethod]
    #[pyo3(signature = (anchor, n, weekday, *, offset_days = 0, every_months = 1))]
    fn nth_weekday(
        cls: &Bound<'_, PyType>,
        anchor: Date,
        n: i8,
        weekday: DayOfWeek,
        offset_days: i32,
        every_months: u32,
    ) -> PyResult<Self> {
        let anchor = day(cls.py(), "anchor", anchor)?;
        let core = try_compute(cls.py(), || {
            core::MonthRule::nth_weekday(anchor, every_months, n, weekday.0, offset_days)
        })?;
        Ok(MonthRule { core })
    }

    /// The `n`-th working day of the month (from the end when negative): Monday to Friday, without
    /// the public holidays of the set named.
    ///
    /// A month with fewer working days has no day.
    ///
    /// Raises `entretien.Error`: `REC-001`, `REC-002`, `REC-006`, `REC-020`.
    #[classmethod]
    #[pyo3(signature = (anchor, n, *, holidays = NO_HOLIDAYS, every_months = 1))]
    fn working_day(
        cls: &Bound<'_, PyType>,
        anchor: Date,
        n: i8,
        holidays: Holidays,
        every_months: u32,
    ) -> PyResult<Self> {
        let anchor = day(cls.py(), "anchor", anchor)?;
        let core = try_compute(cls.py(), || {
            let bad = || Error::new(codes::REC_BAD_VALUE, "", "`office` is no id");
            let id = CalendarId::new("office").ok_or_else(bad)?;
            let calendar = WorkCalendar::new(id, Week::office(), holidays.0, Vec::new());
            core::MonthRule::working_day(anchor, every_months, n, calendar)
        })?;
        Ok(MonthRule { core })
    }

    /// The days from `start` to before `end`, ascending.
    fn expand(&self, py: Python<'_>, start: Date, end: Date) -> PyResult<Vec<NaiveDate>> {
        let period = period(py, start, end)?;
        let days = try_compute(py, || Ok(period.map(|period| self.core.within(period))))?;
        Ok(days.unwrap_or_default().into_iter().map(Day::to_date).collect())
    }

    /// The first day after `day`.
    fn next_after(&self, py: Python<'_>, day: Date) -> PyResult<Option<NaiveDate>> {
        let day = self::day(py, "day", day)?;
        Ok(date(try_compute(py, || Ok(self.core.next_after(day)))?))
    }

    /// The last day before `day`.
    fn previous_before(&self, py: Python<'_>, day: Date) -> PyResult<Option<NaiveDate>> {
        let day = self::day(py, "day", day)?;
        Ok(date(try_compute(py, || Ok(self.core.previous_before(day)))?))
    }

    /// Whether `day` is one of the days.
    fn contains(&self, day: Date) -> bool {
        Day::from_date(day.0).is_some_and(|day| self.core.contains(day))
    }

    /// Number of days from `start` to before `end`.
    fn count_between(&self, py: Python<'_>, start: Date, end: Date) -> PyResult<usize> {
        let period = period(py, start, end)?;
        try_compute(py, || Ok(period.map_or(0, |period| self.core.count_between(period))))
    }
}

/// Dates every so many days, weeks or months from an anchor, which is date number 0.
///
/// Each is counted from the anchor, never from the date before it: the 31st does not drift.
#[pyclass(frozen, eq, module = "entretien.recurrence")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Series {
    core: core::Series,
}

#[pymethods]
impl Series {
    /// Every `count` units from `anchor`; `month_end` says what becomes of a day that a month lacks.
    ///
    /// Raises `entretien.Error`: `REC-001`, `REC-002`, `REC-020`.
    #[new]
    #[pyo3(signature = (anchor, count, unit, *, month_end = BACKWARD))]
    fn new(
        py: Python<'_>,
        anchor: Date,
        count: u32,
        unit: IntervalUnit,
        month_end: MonthEnd,
    ) -> PyResult<Self> {
        let anchor = day(py, "anchor", anchor)?;
        let every = Interval::new(count, unit.0).ok_or_else(|| {
            let code = if count == 0 { codes::REC_ZERO_INTERVAL } else { codes::REC_TOO_LONG };
            let why = format!("{count} is zero or more than 100 years");
            raise(py, &Error::new(code, "/count", why))
        })?;
        Ok(Series { core: core::Series::new(anchor, every, month_end.0) })
    }

    /// Date number 0.
    #[getter]
    fn anchor(&self) -> NaiveDate {
        self.core.anchor().to_date()
    }

    /// The interval as ISO 8601 (`P3M`).
    #[getter]
    fn every(&self) -> String {
        self.core.every().iso()
    }

    /// What becomes of a day that a month lacks: `omit`, `backward`, `forward`, `stick_to_end`.
    #[getter]
    fn month_end(&self) -> &'static str {
        self.core.month_end().code()
    }

    /// Date number `n`; `None` when `month_end` leaves it out, or past the year 9999.
    fn nth(&self, n: i32) -> Option<NaiveDate> {
        date(self.core.nth(n))
    }

    /// The number whose date is `day`; `None` when the series does not fall on it.
    fn number_of(&self, day: Date) -> Option<i32> {
        self.core.number_of(Day::from_date(day.0)?)
    }

    /// Whether `day` is one of the dates.
    fn contains(&self, day: Date) -> bool {
        self.number_of(day).is_some()
    }

    /// The dates from `start` to before `end`, ascending.
    fn expand(&self, py: Python<'_>, start: Date, end: Date) -> PyResult<Vec<NaiveDate>> {
        let Some(period) = period(py, start, end)? else {
            return Ok(Vec::new());
        };
        try_compute(py, || Ok(self.core.within(period).map(|(_, day)| day.to_date()).collect()))
    }

    fn __repr__(&self) -> String {
        format!("<Series {} from {}, {}>", self.every(), self.core.anchor(), self.month_end())
    }
}
