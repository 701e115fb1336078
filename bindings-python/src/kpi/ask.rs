//! What is asked of a log, as keyword arguments.

use super::{Dimension, Measure};
use crate::convert::{Date, Items};
use crate::error::raise;
use crate::keyword::keyword;
use entretien::engagement::{GivenTotal, KpiAsk};
use entretien::error::{Error, codes};
use entretien::id::CalendarId;
use entretien::kpi as core;
use entretien::quantity::Currency;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::{type_hint_identifier, type_hint_subscript};

keyword! {
    /// How days are cut into windows.
    Grain(core::Grain) "grain" {
        "whole" => core::Grain::Whole,
        "month" => core::Grain::Month,
        "quarter" => core::Grain::Quarter,
        "year" => core::Grain::Year,
    }
}

/// The default of `grain`.
pub(crate) const WHOLE: Grain = Grain(core::Grain::Whole);

/// A total that no log has: texts of its group, number of its window, measure, amount.
pub(crate) type Total = (Items<Option<String>>, usize, Measure, i64);

/// What is asked: first day, first day left out, last day known; windows and groups; categories and priorities of
/// tickets that are failures; currency, grace in percent, days to a fix, calendar, whether the plan counts,
/// confidence; totals.
pub(crate) fn ask(
    py: Python<'_>,
    (start, end, as_of): (Date, Date, Date),
    (grain, dimensions): (Grain, Items<Dimension>),
    (categories, priorities): (Items<String>, Items<String>),
    policy: (&str, u32, u32, Option<&str>, bool, f64),
    totals: Items<Total>,
) -> PyResult<KpiAsk> {
    let (currency, grace_percent, first_time_days, calendar, with_plan, confidence) = policy;
    let range = |pointer: &str, message: String| {
        raise(py, &Error::new(codes::DOC_OUT_OF_RANGE, pointer, message))
    };
    let money = Currency::new(currency);
    let money =
        money.ok_or_else(|| range("/currency", format!("{currency:?} is not a currency code")))?;
    let calendar = match calendar {
        None => None,
        Some(id) => {
            let read = CalendarId::new(id);
            Some(read.ok_or_else(|| range("/calendar", format!("{id:?} is not an id")))?)
        }
    };
    let texts = |texts: Items<String>| texts.0.into_iter().map(String::into_boxed_str).collect();
    let total = |(Items(group), window, Measure(measure), amount)| GivenTotal {
        group,
        window,
        measure,
        amount,
    };
    Ok(KpiAsk {
        grain: grain.0,
        dimensions: dimensions.0.iter().map(|dimension| dimension.0).collect(),
        currency: money,
        grace: (grace_percent, 100),
        first_time_days,
        failure_categories: texts(categories),
        failure_priorities: texts(priorities),
        calendar,
        with_plan,
        totals: totals.0.into_iter().map(total).collect(),
        confidence,
        ..KpiAsk::new(start.0, end.0, as_of.0)
    })
}
