//! The work calendar.

use crate::answer::{Answer, Typed};
use crate::convert::{Date, Document, EN, Lang, date, literal};
use crate::error::{raise, try_compute};
use crate::keyword::{FRANCE, Holidays, RollPolicy};
use chrono::NaiveDate;
use entretien::calendar as core;
use entretien::calendar::{Combination, Hours, Rolled};
use entretien::document::read_calendar;
use entretien::error::{Error, codes};
use entretien::id::CalendarId;
use entretien::time::Zone;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyType;
use pyo3::{type_hint_identifier, type_hint_union};
use serde::Serialize;

/// The document of a calendar, or documents of which the last is meant: values or text.
#[derive(Debug)]
pub(crate) struct CalendarDocument(Document);

impl FromPyObject<'_, '_> for CalendarDocument {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("entretien._types", "CalendarValues"),
        Document::INPUT_TYPE
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(document) = object.extract() {
            return Ok(CalendarDocument(document));
        }
        Document::of_values(object.to_owned()).map(CalendarDocument)
    }
}

impl CalendarDocument {
    /// The calendar; `time_zone` is that of calendars which name none.
    pub(crate) fn read(
        &self,
        py: Python<'_>,
        time_zone: Option<&str>,
    ) -> PyResult<core::WorkCalendar> {
        let zone = time_zone.map(|name| zone(py, name)).transpose()?;
        try_compute(py, || read_calendar(self.0.bytes(), zone))
    }
}

fn zone(py: Python<'_>, name: &str) -> PyResult<Zone> {
    Zone::parse(name).ok_or_else(|| {
        let short: String = name.chars().take(60).collect();
        let why = format!("no time zone `{short}`");
        raise(py, &Error::new(codes::CAL_UNKNOWN_ZONE, "", why))
    })
}

fn calendar_id(py: Python<'_>, id: &str) -> PyResult<CalendarId> {
    CalendarId::new(id).ok_or_else(|| {
        let why = "`id` is 1 to 128 characters, none a control character, no blank at the ends";
        raise(py, &Error::new(codes::DOC_BAD_TEXT, "", why))
    })
}

/// Why a day is closed, typed by `entretien._types.Closed`.
#[derive(Debug, Serialize)]
pub(crate) struct Closed {
    code: &'static str,
    text: String,
}

impl Typed for Closed {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._types", "Closed");
}

/// When work may happen: hours of the week, public holidays, closures, exceptional openings; immutable.
///
/// It is one of the `calendars` of an engagement document, given as Python values or as JSON. Of a list of
/// them the last is meant, and those before are what it may `combine`.
#[pyclass(frozen, eq, module = "entretien.calendar")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WorkCalendar {
    pub(crate) core: core::WorkCalendar,
}

impl WorkCalendar {
    fn combined(
        &self,
        py: Python<'_>,
        how: Combination,
        other: &WorkCalendar,
        id: &str,
    ) -> PyResult<WorkCalendar> {
        let id = calendar_id(py, id)?;
        let core = self.core.combine(how, &other.core, id).map_err(|error| raise(py, &error))?;
        Ok(WorkCalendar { core })
    }
}

#[pymethods]
impl WorkCalendar {
    /// Reads a calendar; `time_zone` is that of calendars which name none, otherwise Europe/Paris.
    ///
    /// Raises `entretien.Error` with every fault of the document: `DOC-…` for its form, `CAL-…` for its
    /// meaning.
    #[new]
    #[pyo3(signature = (document, *, time_zone = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn new(
        py: Python<'_>,
        document: CalendarDocument,
        time_zone: Option<PyBackedStr>,
    ) -> PyResult<Self> {
        let core = document.read(py, time_zone.as_deref())?;
        Ok(WorkCalendar { core })
    }

    /// Reads opening hours as OpenStreetMap writes them, such as `Mo-Fr 08:00-18:00; PH off`; `holidays`
    /// is the set that `PH` means.
    ///
    /// Raises `entretien.Error` with every fault and its column: `CAL-014`, `CAL-015` (a part that is not
    /// computed), `CAL-003`, `CAL-004`; `DOC-008`, `CAL-005` for the set and the zone.
    #[classmethod]
    #[pyo3(signature = (text, *, holidays = FRANCE, time_zone = "Europe/Paris", id = "calendar"))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_opening_hours(
        cls: &Bound<'_, PyType>,
        text: PyBackedStr,
        holidays: Holidays,
        time_zone: &str,
        id: &str,
    ) -> PyResult<Self> {
        let py = cls.py();
        let (zone, id) = (zone(py, time_zone)?, calendar_id(py, id)?);
        let hours = try_compute(py, || Hours::from_opening_hours(&text, holidays.0))?;
        Ok(WorkCalendar { core: core::WorkCalendar::of_hours(id, zone, hours) })
    }

    /// Its id.
    #[getter]
    fn id(&self) -> &str {
        self.core.id().as_str()
    }

    /// The IANA name of the zone whose wall time its hours are.
    #[getter]
    fn time_zone(&self) -> &'static str {
        self.core.zone().name()
    }

    /// Whether hours begin on `day` or, of a combination, are left on it.
    fn is_open(&self, py: Python<'_>, day: Date) -> PyResult<bool> {
        let day = day.day("day").map_err(|error| raise(py, &error))?;
        Ok(self.core.is_open(day))
    }

    /// Why `day` is closed; `None` when it is open.
    ///
    /// The codes are `weekday`, `holiday`, `closure` and `combined` (no hours left).
    #[pyo3(signature = (day, lang = EN))]
    fn closed(&self, py: Python<'_>, day: Date, lang: Lang) -> PyResult<Answer<Option<Closed>>> {
        let day = day.day("day").map_err(|error| raise(py, &error))?;
        let closed = self.core.closed(day);
        let told = |why: core::Closed<'_>| Closed { code: why.code(), text: why.text(day, lang.0) };
        Ok(Answer(closed.map(told)))
    }

    /// Moves `day` off a closed day by `policy`; `None` when the policy leaves it out (`skip`).
    ///
    /// Raises `entretien.Error` `CAL-006` when no day is open within 366 days.
    fn roll(&self, py: Python<'_>, day: Date, policy: RollPolicy) -> PyResult<Option<NaiveDate>> {
        let day = day.day("day").map_err(|error| raise(py, &error))?;
        match self.core.roll(day, policy.0) {
            Rolled::To(target) => Ok(date(Some(target))),
            Rolled::Skipped => Ok(None),
            Rolled::OutOfReach => {
                let why = format!("no open day within {} days of {day}", core::ROLL_REACH_DAYS);
                Err(raise(py, &Error::new(codes::CAL_NO_WORKING_DAY, "", why)))
            }
        }
    }

    /// Open when one of the two is; both are of one zone.
    ///
    /// Raises `entretien.Error`: `CAL-012` two zones, `CAL-013` more than 64 calendars.
    #[pyo3(signature = (other, *, id = "combined"))]
    fn union(&self, py: Python<'_>, other: &WorkCalendar, id: &str) -> PyResult<WorkCalendar> {
        self.combined(py, Combination::Union, other, id)
    }

    /// Open when both are; raises as `union`.
    #[pyo3(signature = (other, *, id = "combined"))]
    fn intersection(
        &self,
        py: Python<'_>,
        other: &WorkCalendar,
        id: &str,
    ) -> PyResult<WorkCalendar> {
        self.combined(py, Combination::Intersection, other, id)
    }

    /// Open when this one is and the other is not; raises as `union`.
    #[pyo3(signature = (other, *, id = "combined"))]
    fn minus(&self, py: Python<'_>, other: &WorkCalendar, id: &str) -> PyResult<WorkCalendar> {
        self.combined(py, Combination::Minus, other, id)
    }

    fn __or__(&self, py: Python<'_>, other: &WorkCalendar) -> PyResult<WorkCalendar> {
        self.union(py, other, "combined")
    }

    fn __and__(&self, py: Python<'_>, other: &WorkCalendar) -> PyResult<WorkCalendar> {
        self.intersection(py, other, "combined")
    }

    fn __sub__(&self, py: Python<'_>, other: &WorkCalendar) -> PyResult<WorkCalendar> {
        self.minus(py, other, "combined")
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<WorkCalendar {}, {}>", literal(py, self.id())?, self.time_zone()))
    }
}
