//! Make or buy: `{"inputs": {…}, "rows": […], "npv_inhouse_cents": …}`.

use crate::compare;
use entretien::sourcing::{self, MakeOrBuyTerms};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What an item may say.
pub(crate) const MAKE_OR_BUY: [&str; 7] = [
    "inputs",
    "rows",
    "npv_inhouse_cents",
    "npv_inhouse_fractional_cents",
    "npv_outsourced_cents",
    "cheaper",
    "break_even_volume_fractional_above_included",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inputs {
    interventions_per_year: u64,
    minutes_per_intervention: u64,
    fte_cost_cents: i64,
    fte_paid_hours: u64,
    utilisation: (i64, i64),
    tools_cents: i64,
    out_fixed_cents: i64,
    out_unit_cents: i64,
    out_included_units: u64,
    management_overhead: (i64, i64),
    years: u32,
    growth: (i64, i64),
    discount: (i64, i64),
    index_out: (i64, i64),
    index_wage: (i64, i64),
}

/// Runs one item; whole numbers must be equal, floats the same to a relative 1e-7.
pub(crate) fn make_or_buy(item: &Map<String, Value>) -> Result<(), String> {
    let inputs = item.get("inputs").ok_or("no `inputs`")?;
    let given = Inputs::deserialize(inputs).map_err(|error| error.to_string())?;
    let answer = sourcing::make_or_buy(&MakeOrBuyTerms {
        interventions_per_year: given.interventions_per_year,
        minutes_per_intervention: given.minutes_per_intervention,
        fte_cost_minor: given.fte_cost_cents,
        paid_hours: given.fte_paid_hours,
        utilisation: given.utilisation,
        tools_minor: given.tools_cents,
        out_fixed_minor: given.out_fixed_cents,
        out_unit_minor: given.out_unit_cents,
        out_included_units: given.out_included_units,
        management_overhead: given.management_overhead,
        years: given.years,
        growth: given.growth,
        discount: given.discount,
        index_out: given.index_out,
        index_wage: given.index_wage,
    });
    let answer = answer.map_err(|error| error.to_string())?;
    let rows = answer.rows.iter().map(|row| {
        json!({
            "year": row.year,
            "volume": row.volume,
            "fte_needed": row.fte_needed,
            "fte_hired": row.fte_hired,
            "inhouse_cents": row.inhouse_minor,
            "inhouse_fractional_cents": row.inhouse_fractional_minor,
            "outsourced_cents": row.outsourced_minor,
        })
    });
    let found = json!({
        "rows": rows.collect::<Vec<Value>>(),
        "npv_inhouse_cents": answer.npv_inhouse_minor,
        "npv_inhouse_fractional_cents": answer.npv_inhouse_fractional_minor,
        "npv_outsourced_cents": answer.npv_outsourced_minor,
        "cheaper": answer.cheaper.code(),
        "break_even_volume_fractional_above_included": answer.break_even_volume_fractional_above_included,
    });
    let expected: Map<String, Value> = item
        .iter()
        .filter(|(key, _)| *key != "inputs")
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    if expected.is_empty() {
        return Err("nothing to compare with".to_owned());
    }
    compare::every(&expected, &found)
}
