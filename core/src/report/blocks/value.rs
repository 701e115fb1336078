//! Answers of indicators as cells.

use super::Scene;
use crate::kpi::{Answer, IndicatorUnit, Verdict};
use crate::quantity::Currency;
use crate::report::deliverable::{Cell, Meaning};
use crate::report::kpi::values::minor;
use crate::report::pen::places;

/// The value in the unit of its indicator; unknown where there is none.
pub(in super::super) fn cell(
    answer: &Answer,
    currency: Option<Currency>,
    scene: &Scene<'_>,
) -> Cell {
    answer.value.map_or(Cell::Unknown, |value| {
        of_unit(answer.indicator.definition().unit, value, currency, scene)
    })
}

/// A value in a unit.
pub(in super::super) fn of_unit(
    unit: IndicatorUnit,
    value: f64,
    currency: Option<Currency>,
    scene: &Scene<'_>,
) -> Cell {
    let number = |most: usize, unit: String| {
        let decimals = u8::try_from(places(value).min(most)).unwrap_or(0);
        Cell::Number { value, decimals, unit }
    };
    match (unit, currency) {
        (IndicatorUnit::Share, _) => Cell::share(Some(value)),
        (IndicatorUnit::Minor, Some(currency)) => Cell::money(Some(minor(value)), currency),
        (IndicatorUnit::Hours, _) => number(2, scene.words.say("unit-hours")),
        (IndicatorUnit::Ratio, _) => number(3, String::new()),
        (IndicatorUnit::PerHour, _) => number(8, scene.label(&unit)),
        _ => number(2, scene.label(&unit)),
    }
}

/// What a comparison means.
pub(in super::super) fn meaning(verdict: Verdict) -> Meaning {
    match verdict {
        Verdict::Better => Meaning::Better,
        Verdict::Worse => Meaning::Worse,
        Verdict::Different => Meaning::Different,
        Verdict::Chance => Meaning::Steady,
        Verdict::Untested => Meaning::Untested,
    }
}
