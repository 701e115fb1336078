//! Dates and datetimes of Python, to and from the values of a recurrence.
//!
//! A set that holds dates speaks `date`, a floating one naive `datetime`, one in UTC or in a zone aware
//! `datetime`. As the bound of a window, a date stands for its first moment on the clock of the set.

use crate::convert::answer;
use crate::error::raise;
use chrono::NaiveDate;
use entretien::error::{Error, codes};
use entretien::recurrence::{Civil, Policies, RuleSet, Start, Window, Zone};
use entretien::time::Day;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyTzInfo};
use pyo3::{type_hint_identifier, type_hint_union};

const DAY_SECONDS: i64 = 86_400;

/// A `date`, or a `datetime` still to be read.
#[derive(Debug)]
pub(crate) enum Moment<'py> {
    /// A date.
    Date(NaiveDate),
    /// A date and time, naive or aware.
    Time(Bound<'py, PyDateTime>),
}

impl<'py> FromPyObject<'_, 'py> for Moment<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("datetime", "date"),
        type_hint_identifier!("datetime", "datetime")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(time) = object.cast::<PyDateTime>() {
            return Ok(Moment::Time(time.to_owned()));
        }
        Ok(Moment::Date(object.extract()?))
    }
}

/// What a `tzinfo` says about the civil times beside it.
#[derive(Debug, Clone, Copy)]
enum Clock {
    Floating,
    Utc,
    Zoned(Zone),
    /// A zone that the core does not know, or no zone at all.
    Other,
}

/// Reads datetimes, and keeps what it learned of the last `tzinfo`.
#[derive(Debug, Default)]
pub(crate) struct Reader<'py> {
    last: Option<Known<'py>>,
}

type Known<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>, Clock);

/// Civil seconds since 1970, and whether a fraction of a second follows.
#[derive(Debug, Clone, Copy)]
struct Seconds {
    whole: i64,
    fraction: bool,
}

impl<'py> Reader<'py> {
    /// The anchor that a date or datetime is.
    ///
    /// `fold` is not looked at: which of two equal civil times is meant is a policy of the set.
    pub(crate) fn start(&mut self, name: &str, moment: &Moment<'py>) -> PyResult<Start> {
        let time = match moment {
            Moment::Date(date) => {
                let day = Day::from_date(*date);
                return Ok(Start::Date(day.ok_or_else(|| out_of_range(name, date))?));
            }
            Moment::Time(time) => time,
        };
        self.start_of(name, time)
    }

    /// The anchor that a datetime is.
    pub(crate) fn start_of(
        &mut self,
        name: &str,
        time: &Bound<'py, PyDateTime>,
    ) -> PyResult<Start> {
        let (seconds, clock) = self.civil(time)?;
        let civil = Civil::from_seconds(seconds.whole).filter(|_| !seconds.fraction);
        match (civil, clock) {
            (None, _) => Err(out_of_range(name, time)),
            (Some(civil), Clock::Floating) => Ok(Start::Floating(civil)),
            (Some(civil), Clock::Utc) => Ok(Start::Utc(civil)),
            (Some(civil), Clock::Zoned(zone)) => Ok(Start::Zoned(civil, zone)),
            (Some(_), Clock::Other) => {
                let zone = time.getattr(intern!(time.py(), "tzinfo"))?;
                let why = format!("`{zone}` of `{name}` is not a zone of the IANA data");
                Err(refuse(time.py(), &Error::new(codes::CAL_UNKNOWN_ZONE, "", why)))
            }
        }
    }

    /// Civil time and clock of a datetime.
    fn civil(&mut self, time: &Bound<'py, PyDateTime>) -> PyResult<(Seconds, Clock)> {
        let py = time.py();
        let tzinfo = time.getattr(intern!(py, "tzinfo"))?;
        let (_, epoch, clock) = match &mut self.last {
            Some(known) if known.0.is(&tzinfo) => known,
            last => last.insert(learn(tzinfo)?),
        };
        // Of two datetimes that share their tzinfo the difference is that of their civil times; only a
        // subclass, such as a pandas Timestamp, may have another opinion.
        let delta = if time.is_exact_instance_of::<PyDateTime>() {
            time.sub(&*epoch)?
        } else {
            let parts = (time.call_method0("date")?, time.call_method0("time")?);
            let plain = py.get_type::<PyDateTime>().call_method1("combine", parts)?;
            plain.sub(PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, None)?)?
        };
        Ok((seconds(&delta)?, *clock))
    }

    /// The instant of an aware datetime.
    fn instant(&mut self, time: &Bound<'py, PyDateTime>) -> PyResult<Seconds> {
        let (civil, _) = self.civil(time)?;
        let offset = time.call_method0(intern!(time.py(), "utcoffset"))?;
        let offset = seconds(&offset)?;
        if civil.fraction || offset.fraction {
            let micros = |value: &Bound<'_, PyAny>| -> PyResult<i64> {
                value.getattr(intern!(value.py(), "microseconds"))?.extract()
            };
            let micro: i64 = time.getattr(intern!(time.py(), "microsecond"))?.extract()?;
            let micro = micro - micros(&time.call_method0("utcoffset")?)?;
            let whole = civil.whole - offset.whole + micro.div_euclid(1_000_000);
            return Ok(Seconds { whole, fraction: micro.rem_euclid(1_000_000) != 0 });
        }
        Ok(Seconds { whole: civil.whole - offset.whole, fraction: false })
    }
}

/// An aware `datetime`, in UTC seconds; a part of a second is dropped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Instant(pub(crate) i64);

impl FromPyObject<'_, '_> for Instant {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "datetime");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let naive = || PyTypeError::new_err("give an aware datetime, with a tzinfo");
        let time = object.cast::<PyDateTime>().map_err(|_| naive())?;
        if time.call_method0(intern!(time.py(), "utcoffset"))?.is_none() {
            return Err(naive());
        }
        Ok(Instant(Reader::default().instant(&time)?.whole))
    }
}

/// A `tzinfo`, the epoch on its clock, and what it says.
fn learn(tzinfo: Bound<'_, PyAny>) -> PyResult<Known<'_>> {
    let zone = if tzinfo.is_none() { None } else { Some(tzinfo.cast::<PyTzInfo>()?) };
    let epoch = PyDateTime::new(tzinfo.py(), 1970, 1, 1, 0, 0, 0, 0, zone)?.into_any();
    let clock = clock_of(&tzinfo)?;
    Ok((tzinfo, epoch, clock))
}

/// A `timedelta` in seconds, rounded down.
fn seconds(delta: &Bound<'_, PyAny>) -> PyResult<Seconds> {
    let py = delta.py();
    let days: i64 = delta.getattr(intern!(py, "days"))?.extract()?;
    let seconds: i64 = delta.getattr(intern!(py, "seconds"))?.extract()?;
    let micros: i64 = delta.getattr(intern!(py, "microseconds"))?.extract()?;
    Ok(Seconds { whole: days * DAY_SECONDS + seconds, fraction: micros != 0 })
}

fn clock_of(tzinfo: &Bound<'_, PyAny>) -> PyResult<Clock> {
    if tzinfo.is_none() {
        return Ok(Clock::Floating);
    }
    if tzinfo.is(PyTzInfo::utc(tzinfo.py())?) {
        return Ok(Clock::Utc);
    }
    // `zoneinfo.ZoneInfo` has a key; one made from a file without a key has None.
    let key = tzinfo.getattr_opt(intern!(tzinfo.py(), "key"))?;
    let key: Option<String> = key.and_then(|key| key.extract().ok());
    Ok(key.as_deref().and_then(Zone::parse).map_or(Clock::Other, Clock::Zoned))
}

fn refuse(py: Python<'_>, error: &Error) -> PyErr {
    raise(py, error)
}

fn out_of_range(name: &str, value: &impl std::fmt::Display) -> PyErr {
    let why = format!("`{name}` {value} is not a whole second from 1583 to 9999");
    Python::attach(|py| refuse(py, &Error::new(codes::REC_BAD_DATE, "", why)))
}

fn date_seconds(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days() * DAY_SECONDS
}

/// The first moment of a day on the clock of a set.
fn midnight(start: Start, seconds: i64) -> Result<i64, Error> {
    let (Some(zone), Some(civil)) = (start.zone(), Civil::from_seconds(seconds)) else {
        return Ok(seconds);
    };
    let start = Start::Zoned(civil, zone);
    let clock = RuleSet::build(start, Vec::new(), Vec::new(), Vec::new(), Policies::default())?;
    Ok(clock.compile()?.value_at(civil).unwrap_or(seconds))
}

fn wrong_kind(start: Start) -> PyErr {
    PyTypeError::new_err(match start {
        Start::Date(_) => "the set holds dates: give a date",
        Start::Floating(_) => "the set has no time zone: give a naive datetime",
        Start::Utc(_) | Start::Zoned(..) => {
            "the set has a time zone: give an aware datetime, with a tzinfo"
        }
    })
}

/// A moment on the scale of a set, to the second below.
fn value(start: Start, moment: &Moment<'_>) -> PyResult<Seconds> {
    let mut reader = Reader::default();
    match (start, moment) {
        (Start::Date(_), Moment::Date(date)) => {
            Ok(Seconds { whole: date_seconds(*date), fraction: false })
        }
        (Start::Floating(_), Moment::Time(time)) => match reader.civil(time)? {
            (seconds, Clock::Floating) => Ok(seconds),
            _ => Err(wrong_kind(start)),
        },
        (Start::Utc(_) | Start::Zoned(..), Moment::Time(time)) => {
            if time.call_method0(intern!(time.py(), "utcoffset"))?.is_none() {
                return Err(wrong_kind(start));
            }
            reader.instant(time)
        }
        _ => Err(wrong_kind(start)),
    }
}

/// The value of an instance; `None` when no instance can be there.
pub(crate) fn instance(start: Start, moment: &Moment<'_>) -> PyResult<Option<i64>> {
    let seconds = value(start, moment)?;
    Ok((!seconds.fraction).then_some(seconds.whole))
}

fn bound(py: Python<'_>, start: Start, moment: &Moment<'_>) -> PyResult<Seconds> {
    match moment {
        Moment::Date(date) => {
            let whole = midnight(start, date_seconds(*date)).map_err(|error| raise(py, &error))?;
            Ok(Seconds { whole, fraction: false })
        }
        Moment::Time(_) => value(start, moment),
    }
}

/// The last value that is not after `moment`.
pub(crate) fn at_or_before(py: Python<'_>, start: Start, moment: &Moment<'_>) -> PyResult<i64> {
    Ok(bound(py, start, moment)?.whole)
}

/// The first value that is not before `moment`.
pub(crate) fn at_or_after(py: Python<'_>, start: Start, moment: &Moment<'_>) -> PyResult<i64> {
    let seconds = bound(py, start, moment)?;
    Ok(seconds.whole + i64::from(seconds.fraction))
}

/// The window from `from` to before `to`.
pub(crate) fn window(
    py: Python<'_>,
    start: Start,
    from: &Moment<'_>,
    to: &Moment<'_>,
) -> PyResult<Window> {
    let (from, to) = (at_or_after(py, start, from)?, at_or_after(py, start, to)?);
    Window::new(from, to).ok_or_else(reversed)
}

/// The refusal of a window that ends before it begins.
pub(crate) fn reversed() -> PyErr {
    PyValueError::new_err("end is before start")
}

/// Makes dates and datetimes of the values of one set.
pub(crate) struct Writer<'py> {
    py: Python<'py>,
    start: Start,
    zone: Option<Bound<'py, PyTzInfo>>,
}

impl<'py> Writer<'py> {
    /// A writer for the values of a set.
    pub(crate) fn new(py: Python<'py>, start: Start) -> PyResult<Writer<'py>> {
        let zone = match start {
            Start::Date(_) | Start::Floating(_) => None,
            Start::Utc(_) => Some(PyTzInfo::utc(py)?.to_owned()),
            Start::Zoned(_, zone) => Some(PyTzInfo::timezone(py, zone.name())?),
        };
        Ok(Writer { py, start, zone })
    }

    /// The date or datetime of a value.
    pub(crate) fn write(&self, value: i64) -> PyResult<Instance<'py>> {
        let any = match (self.start, Civil::from_seconds(value)) {
            (Start::Date(_), Some(civil)) => {
                let (year, month, day) = civil.day().ymd();
                PyDate::new(self.py, year, byte(month), byte(day))?.into_any()
            }
            (Start::Zoned(..), Some(utc)) => {
                let utc = self.datetime(utc)?;
                match &self.zone {
                    Some(zone) => zone.call_method1(intern!(self.py, "fromutc"), (utc,))?,
                    None => utc,
                }
            }
            (_, Some(civil)) => self.datetime(civil)?,
            // The last hours of the calendar, in a zone where UTC is past them.
            (start, None) => {
                let civil = start.zone().and_then(|zone| zone.civil_at(value));
                self.datetime(civil.unwrap_or(Civil::MAX))?
            }
        };
        Ok(Instance(any))
    }

    /// A writer of instants as a zone shows them.
    pub(crate) fn of_zone(py: Python<'py>, zone: Zone) -> PyResult<Writer<'py>> {
        Writer::new(py, Start::Zoned(Civil::MAX, zone))
    }

    /// A date of the set as it was given: its civil time, even one that the clocks jump over.
    pub(crate) fn anchor(py: Python<'py>, start: Start) -> PyResult<Instance<'py>> {
        let writer = Writer::new(py, start)?;
        match start {
            Start::Date(_) => writer.write(start.civil().seconds()),
            _ => writer.datetime(start.civil()).map(Instance),
        }
    }

    fn datetime(&self, civil: Civil) -> PyResult<Bound<'py, PyAny>> {
        let (year, month, day) = civil.day().ymd();
        let second = civil.second_of_day();
        let [hour, minute, second] = [second / 3_600, second / 60 % 60, second % 60].map(byte);
        let (month, day) = (byte(month), byte(day));
        let zone = self.zone.as_ref();
        let time = PyDateTime::new(self.py, year, month, day, hour, minute, second, 0, zone)?;
        Ok(time.into_any())
    }
}

/// A part of a date or time of day.
fn byte(part: u32) -> u8 {
    u8::try_from(part).unwrap_or(0)
}

answer! {
    /// An instance as a `date` or `datetime`.
    Instance: type_hint_union!(
        type_hint_identifier!("datetime", "date"),
        type_hint_identifier!("datetime", "datetime")
    )
}
