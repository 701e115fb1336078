//! Public holidays by set.

use crate::answer::{Answer, Typed};
use crate::convert::{EN, Lang};
use crate::keyword::Holidays;
use entretien::calendar as core;
use entretien::time::Day;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use serde::Serialize;

/// A holiday, typed by `entretien._types.Holiday`.
#[derive(Debug, Serialize)]
pub(crate) struct Holiday {
    date: Day,
    code: &'static str,
    name: String,
    observed: bool,
    estimated: bool,
}

impl Typed for Holiday {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._types", "Holiday");
}

/// The codes of all sets of public holidays: `none`, then country by country, the country before its parts.
#[pyfunction]
pub(crate) fn holiday_sets() -> Vec<&'static str> {
    core::HolidaySet::all().map(core::HolidaySet::code).collect()
}

/// The public holidays of a year by date, two where two fall together.
///
/// A day in lieu is `observed`; what follows the moon, or a list that is decreed anew each year, is
/// `estimated` beyond what is decreed. Years before the rules are known to hold have none.
///
/// Raises `entretien.Error` `DOC-008` for a set that is not known.
#[pyfunction]
#[pyo3(signature = (set, year, lang = EN))]
pub(crate) fn holidays(set: Holidays, year: i32, lang: Lang) -> Answer<Vec<Holiday>> {
    let list = set.0.holidays(year).into_iter().map(|holiday| Holiday {
        date: holiday.day(),
        code: holiday.code(),
        name: holiday.name(lang.0),
        observed: holiday.is_observed(),
        estimated: holiday.is_estimated(),
    });
    Answer(list.collect())
}
