//! What keeping an item costs, and what its purchase costs each year.

use crate::answer::{answer, answered};
use crate::argument::{self, Options};
use crate::{day, number, numbers, out, whole};
use entretien::error::{Error, codes};
use entretien::quantity::INTEGER_MAX;
use entretien::renewal::{
    self, DepreciationDayCount, DepreciationMethod, DepreciationTerms,
    equivalent_annual_cost as cost,
};
use js_sys::Reflect;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// What a year of an item costs when it is kept for 1, 2 … years, at a discount rate, and the number of years of
/// least cost. Amounts have any unit.
#[wasm_bindgen(js_name = equivalentAnnualCost, unchecked_return_type = "EconomicLife")]
pub fn equivalent_annual_cost(
    #[wasm_bindgen(unchecked_param_type = "number")] price: &JsValue,
    #[wasm_bindgen(
        js_name = operatingCosts,
        unchecked_param_type = "readonly number[] | Float64Array"
    )]
    operating_costs: &JsValue,
    #[wasm_bindgen(
        js_name = resaleValues,
        unchecked_param_type = "readonly number[] | Float64Array"
    )]
    resale_values: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] rate: &JsValue,
) -> Result<JsValue, JsValue> {
    let operating = numbers("operatingCosts", operating_costs)?;
    let resale = numbers("resaleValues", resale_values)?;
    answered(cost(number("price", price)?, &operating, &resale, number("rate", rate)?))
}

/// The depreciation plan of an item: exact whole minor units throughout.
#[wasm_bindgen]
pub fn depreciation(
    #[wasm_bindgen(unchecked_param_type = "DepreciationRequest")] terms: &JsValue,
) -> Result<Depreciation, JsValue> {
    let terms = self::terms(terms)?;
    out(renewal::Depreciation::new(terms)).map(|inner| Depreciation { inner })
}

/// A depreciation plan (amortissement), made by {@link depreciation}.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Depreciation {
    inner: renewal::Depreciation,
}

#[wasm_bindgen]
impl Depreciation {
    /// The charge of each fiscal year, in order.
    #[wasm_bindgen(unchecked_return_type = "YearCharge[]")]
    pub fn charges(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.charges())
    }

    /// Book value at the end of a day, minor units.
    #[wasm_bindgen(js_name = bookValueMinor)]
    pub fn book_value_minor(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] on: &JsValue,
    ) -> Result<f64, JsValue> {
        Ok(exact(self.inner.book_value_minor(day("on", on)?)))
    }

    /// What becomes of the plan when the item leaves after `on`, its last day in service: the charges up to
    /// it, and the exceptional one. The sale price is the residual value when it is left out.
    #[wasm_bindgen(unchecked_return_type = "Retirement")]
    pub fn retire(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] on: &JsValue,
        #[wasm_bindgen(
            js_name = proceedsMinor,
            unchecked_optional_param_type = "number | null"
        )]
        proceeds_minor: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let on = day("on", on)?;
        let proceeds = if argument::is_absent(proceeds_minor) {
            None
        } else {
            Some(minor("proceedsMinor", proceeds_minor)?)
        };
        answered(self.inner.retire(on, proceeds))
    }
}

#[expect(clippy::cast_precision_loss, reason = "amounts are within 2^53")]
fn exact(minor: i64) -> f64 {
    minor as f64
}

/// An amount in minor units.
fn minor(name: &str, value: &JsValue) -> Result<i64, JsValue> {
    let given = number(name, value)?;
    if given.fract() == 0.0 && given.abs() <= exact(INTEGER_MAX) {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within 2^53")]
        return Ok(given as i64);
    }
    let message = "not a whole number within 2^53";
    out(Err(Error::new(codes::DOC_OUT_OF_RANGE, name, message)))
}

const FIELDS: [&str; 8] = [
    "costMinor",
    "residualMinor",
    "inService",
    "years",
    "method",
    "dayCount",
    "coefficient",
    "fiscalMonth",
];

fn terms(object: &JsValue) -> Result<DepreciationTerms, JsValue> {
    out(Options::of(object, &FIELDS).check())?;
    let field = |name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let given = |name: &str| field(name).filter(|value| !argument::is_absent(value));
    let needed = |name: &str| {
        let missing = || {
            Error::new(codes::DOC_MISSING_FIELD, format!("/{name}"), format!("`{name}` is missing"))
        };
        out(given(name).ok_or_else(missing))
    };
    let cost_minor = minor("/costMinor", &needed("costMinor")?)?;
    let in_service = day("/inService", &needed("inService")?)?;
    let years = whole("/years", &needed("years")?, 0, u32::MAX)?;
    let mut terms = DepreciationTerms::straight_line(cost_minor, years, in_service);
    let method = given("method").unwrap_or_else(|| JsValue::from_str("straight_line"));
    match method.as_string().as_deref() {
        Some("straight_line") => {
            let usual = Some(DepreciationDayCount::Thirty360);
            let count = given("dayCount").unwrap_or(JsValue::UNDEFINED);
            let count = crate::choice("/dayCount", &count, DepreciationDayCount::parse, usual)?;
            terms.method = DepreciationMethod::StraightLine(count);
        }
        Some("declining") => {
            let coefficient = given("coefficient").map(|value| fraction(&value)).transpose()?;
            terms.method = DepreciationMethod::Declining { coefficient };
        }
        _ => {
            let message = "`method` is not one of `straight_line`, `declining`";
            return out(Err(Error::new(codes::DOC_BAD_CHOICE, "/method", message)));
        }
    }
    if let Some(residual) = given("residualMinor") {
        terms.residual_minor = minor("/residualMinor", &residual)?;
    }
    if let Some(month) = given("fiscalMonth") {
        terms.fiscal_month = whole("/fiscalMonth", &month, 0, u32::MAX)?;
    }
    Ok(terms)
}

/// A coefficient as numerator and denominator.
fn fraction(value: &JsValue) -> Result<(u32, u32), JsValue> {
    let name = "/coefficient";
    let Some(pair) = value.dyn_ref::<js_sys::Array>().filter(|pair| pair.length() == 2) else {
        return out(Err(argument::mismatch(name, "a pair of whole numbers", value)));
    };
    Ok((whole(name, &pair.get(0), 0, u32::MAX)?, whole(name, &pair.get(1), 0, u32::MAX)?))
}
