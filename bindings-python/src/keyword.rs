//! Closed lists of the core as keyword strings.

use crate::error::raise;
use chrono::Weekday;
use entretien::calendar::{HolidaySet, Roll};
use entretien::recurrence as core;
use entretien::time::Unit;
use pyo3::exceptions::PyValueError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::{type_hint_identifier, type_hint_subscript};

/// Declares an argument that is one of some strings.
macro_rules! keyword {
    ($(#[$meta:meta])* $name:ident($core:ty) $argument:literal { $($code:literal => $value:expr,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct $name(pub(crate) $core);

        impl FromPyObject<'_, '_> for $name {
            type Error = PyErr;
            const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
                type_hint_identifier!("typing", "Literal"),
                $(PyStaticExpr::Constant { value: PyStaticConstant::Str($code) }),+
            );

            fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
                let text: PyBackedStr = object.extract()?;
                match &*text {
                    $($code => Ok($name($value)),)+
                    _ => Err($crate::keyword::unknown($argument, &[$($code),+], &text)),
                }
            }
        }
    };
}

pub(crate) use keyword;

pub(crate) fn unknown(argument: &str, codes: &[&str], text: &str) -> PyErr {
    let codes: Vec<String> = codes.iter().map(|code| format!("'{code}'")).collect();
    PyValueError::new_err(format!("{argument} must be {}, not {text:?}", codes.join(" or ")))
}

keyword! {
    /// What becomes of a civil time that the clocks jump over.
    Gap(core::Gap) "gap" {
        "forward" => core::Gap::Forward,
        "skip" => core::Gap::Skip,
        "before" => core::Gap::Before,
    }
}

keyword! {
    /// Which of two instants a repeated civil time is.
    Overlap(core::Overlap) "overlap" {
        "first" => core::Overlap::First,
        "second" => core::Overlap::Second,
    }
}

keyword! {
    /// What happens after the last year of the zone data.
    Horizon(core::Horizon) "horizon" {
        "continue" => core::Horizon::Continue,
        "refuse" => core::Horizon::Refuse,
    }
}

keyword! {
    /// What a DTSTART that its rules do not produce counts for.
    Unmatched(core::Unmatched) "unmatched" {
        "omit" => core::Unmatched::Omit,
        "count" => core::Unmatched::Count,
    }
}

keyword! {
    /// What happens to a day of month that a month does not have.
    MonthEnd(core::MonthEnd) "month_end" {
        "omit" => core::MonthEnd::Omit,
        "backward" => core::MonthEnd::Backward,
        "forward" => core::MonthEnd::Forward,
        "stick_to_end" => core::MonthEnd::StickToEnd,
    }
}

keyword! {
    /// A weekday, as RFC 5545 writes it.
    DayOfWeek(Weekday) "weekday" {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
    }
}

/// Which public holidays are no working days: `none`, or a code in the style of ISO 3166-2.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holidays(pub(crate) HolidaySet);

impl FromPyObject<'_, '_> for Holidays {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = PyBackedStr::INPUT_TYPE;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let code: PyBackedStr = object.extract()?;
        HolidaySet::read(&code).map(Holidays).map_err(|error| raise(object.py(), &error))
    }
}

keyword! {
    /// What happens to a date on a closed day.
    RollPolicy(Roll) "policy" {
        "none" => Roll::None,
        "previous" => Roll::Previous,
        "next" => Roll::Next,
        "nearest" => Roll::Nearest,
        "modified_next" => Roll::ModifiedNext,
        "modified_previous" => Roll::ModifiedPrevious,
        "skip" => Roll::Skip,
    }
}

keyword! {
    /// What an interval counts.
    IntervalUnit(Unit) "unit" {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
    }
}

/// What the values of a column count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Seconds since 1970-01-01T00:00:00, as 64-bit integers.
    Seconds,
    /// Days since 1970-01-01, as 32-bit integers.
    Days,
}

keyword! {
    /// What the values of a column count.
    ColumnUnit(Scale) "unit" {
        "seconds" => Scale::Seconds,
        "days" => Scale::Days,
    }
}

/// The defaults of the arguments.
pub(crate) const FORWARD: Gap = Gap(core::Gap::Forward);
pub(crate) const FIRST: Overlap = Overlap(core::Overlap::First);
pub(crate) const CONTINUE: Horizon = Horizon(core::Horizon::Continue);
pub(crate) const OMIT: Unmatched = Unmatched(core::Unmatched::Omit);
pub(crate) const BACKWARD: MonthEnd = MonthEnd(core::MonthEnd::Backward);
pub(crate) const NO_HOLIDAYS: Holidays = Holidays(HolidaySet::NONE);
pub(crate) const FRANCE: Holidays = Holidays(HolidaySet::FR);
pub(crate) const SECONDS: ColumnUnit = ColumnUnit(Scale::Seconds);

/// The policies of a set, from its four keywords.
pub(crate) fn policies(
    gap: Gap,
    overlap: Overlap,
    horizon: Horizon,
    unmatched: Unmatched,
) -> core::Policies {
    core::Policies { gap: gap.0, overlap: overlap.0, horizon: horizon.0, unmatched: unmatched.0 }
}
