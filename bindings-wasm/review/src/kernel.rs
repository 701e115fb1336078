//! Make or buy with one kind of intervention.

use crate::answer::answered;
use crate::given::whole;
use crate::{argument, out};
use entretien::error::{Error, codes};
use entretien::sourcing::{self, Fraction, MakeOrBuyTerms, PAID_HOURS};
use entretien_wasm_indicators::fields::Fields;
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// A whole number within ±(2⁵³ − 1).
pub(crate) fn integer(name: &str, value: &JsValue) -> Result<i64, JsValue> {
    const MOST: f64 = 9_007_199_254_740_991.0;
    let given = value.as_f64().ok_or_else(|| argument::mismatch(name, "a number", value));
    let given = out(given)?;
    if given.fract() == 0.0 && given.abs() <= MOST {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within its range")]
        return Ok(given as i64);
    }
    let message = "not a whole number within 2⁵³ − 1";
    out(Err(Error::new(codes::DOC_OUT_OF_RANGE, name, message)))
}

/// An amount that must be given.
fn amount(fields: &Fields<'_>, name: &str) -> Result<i64, JsValue> {
    integer(&fields.at(name), &fields.needed(name)?)
}

/// A pair of whole numbers; `usual` where it was left out.
fn fraction(fields: &Fields<'_>, name: &str, usual: Fraction) -> Result<Fraction, JsValue> {
    let value = fields.value(name);
    if argument::is_absent(&value) {
        return Ok(usual);
    }
    let at = fields.at(name);
    let pair = value.dyn_ref::<Array>().filter(|pair| pair.length() == 2);
    let pair = out(pair.ok_or_else(|| argument::mismatch(&at, "a pair of numbers", &value)))?;
    Ok((integer(&format!("{at}/0"), &pair.get(0))?, integer(&format!("{at}/1"), &pair.get(1))?))
}

/// Compares a team with a contract of a fixed fee and a price per intervention, exactly.
#[wasm_bindgen(js_name = makeOrBuy, unchecked_return_type = "MakeOrBuy")]
pub fn make_or_buy(
    #[wasm_bindgen(unchecked_param_type = "MakeOrBuyTerms")] terms: &JsValue,
) -> Result<JsValue, JsValue> {
    const KNOWN: [&str; 15] = [
        "interventionsPerYear",
        "minutesPerIntervention",
        "fteCostMinor",
        "paidHours",
        "utilisation",
        "toolsMinor",
        "outFixedMinor",
        "outUnitMinor",
        "outIncludedUnits",
        "managementOverhead",
        "years",
        "growth",
        "discount",
        "indexOut",
        "indexWage",
    ];
    let fields = Fields::needed_at("", terms, &KNOWN)?;
    let count_or = |name: &str, usual: u64| {
        if argument::is_absent(&fields.value(name)) { Ok(usual) } else { fields.count(name) }
    };
    let tools_minor = if argument::is_absent(&fields.value("toolsMinor")) {
        0
    } else {
        amount(&fields, "toolsMinor")?
    };
    let none = (0, 1);
    answered(sourcing::make_or_buy(&MakeOrBuyTerms {
        interventions_per_year: fields.count("interventionsPerYear")?,
        minutes_per_intervention: fields.count("minutesPerIntervention")?,
        fte_cost_minor: amount(&fields, "fteCostMinor")?,
        paid_hours: count_or("paidHours", PAID_HOURS)?,
        utilisation: fraction(&fields, "utilisation", (1, 1))?,
        tools_minor,
        out_fixed_minor: amount(&fields, "outFixedMinor")?,
        out_unit_minor: amount(&fields, "outUnitMinor")?,
        out_included_units: count_or("outIncludedUnits", 0)?,
        management_overhead: fraction(&fields, "managementOverhead", none)?,
        years: whole("/years", &fields.needed("years")?, 0, u32::MAX)?,
        growth: fraction(&fields, "growth", none)?,
        discount: fraction(&fields, "discount", none)?,
        index_out: fraction(&fields, "indexOut", none)?,
        index_wage: fraction(&fields, "indexWage", none)?,
    }))
}
