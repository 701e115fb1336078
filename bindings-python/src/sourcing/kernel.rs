//! Make or buy with one kind of intervention.

use crate::answer::Answer;
use crate::error::try_compute;
use entretien::sourcing as core;
use pyo3::prelude::*;

/// Compares a team with a contract of a fixed fee and a price per intervention, exactly. Amounts are minor units of year 1,
/// shares and rates fractions such as `(63, 100)`.
///
/// Raises `entretien.Error`: `SRC-001` to `SRC-004`, `SRC-009`.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
#[pyo3(signature = (
    *, interventions_per_year, minutes_per_intervention, fte_cost_minor, out_fixed_minor, out_unit_minor, years,
    paid_hours = core::PAID_HOURS, utilisation = (1, 1), tools_minor = 0, out_included_units = 0,
    management_overhead = (0, 1), growth = (0, 1), discount = (0, 1), index_out = (0, 1), index_wage = (0, 1)
))]
pub(crate) fn make_or_buy(
    py: Python<'_>,
    interventions_per_year: u64,
    minutes_per_intervention: u64,
    fte_cost_minor: i64,
    out_fixed_minor: i64,
    out_unit_minor: i64,
    years: u32,
    paid_hours: u64,
    utilisation: core::Fraction,
    tools_minor: i64,
    out_included_units: u64,
    management_overhead: core::Fraction,
    growth: core::Fraction,
    discount: core::Fraction,
    index_out: core::Fraction,
    index_wage: core::Fraction,
) -> PyResult<Answer<core::MakeOrBuy>> {
    let terms = core::MakeOrBuyTerms {
        interventions_per_year,
        minutes_per_intervention,
        fte_cost_minor,
        paid_hours,
        utilisation,
        tools_minor,
        out_fixed_minor,
        out_unit_minor,
        out_included_units,
        management_overhead,
        years,
        growth,
        discount,
        index_out,
        index_wage,
    };
    try_compute(py, || core::make_or_buy(&terms)).map(Answer)
}
