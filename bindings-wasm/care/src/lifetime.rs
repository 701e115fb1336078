//! Lives of items, and when it pays to replace them.

use crate::answer::{answer, answered};
use crate::{number, numbers, out, whole};
use entretien::reliability::{self, ERLANG_STAGES_MAX};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// How long an item works before it fails. Times are in any unit, the same everywhere; rates are per that unit.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Lifetime {
    inner: reliability::Lifetime,
}

impl Lifetime {
    fn of(inner: reliability::Lifetime) -> Lifetime {
        Lifetime { inner }
    }
}

#[wasm_bindgen]
impl Lifetime {
    /// `R(t) = exp(-(t/scale)^shape)`: wears out when `shape` is above 1.
    pub fn weibull(
        #[wasm_bindgen(unchecked_param_type = "number")] shape: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] scale: &JsValue,
    ) -> Result<Lifetime, JsValue> {
        let (shape, scale) = (number("shape", shape)?, number("scale", scale)?);
        out(reliability::Lifetime::weibull(shape, scale)).map(Lifetime::of)
    }

    /// The sum of `stages` exponential stages.
    pub fn erlang(
        #[wasm_bindgen(unchecked_param_type = "number")] stages: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] rate: &JsValue,
    ) -> Result<Lifetime, JsValue> {
        let stages = whole("stages", stages, 1, ERLANG_STAGES_MAX)?;
        out(reliability::Lifetime::erlang(stages, number("rate", rate)?)).map(Lifetime::of)
    }

    /// Constant hazard: nothing wears.
    pub fn exponential(
        #[wasm_bindgen(unchecked_param_type = "number")] rate: &JsValue,
    ) -> Result<Lifetime, JsValue> {
        out(reliability::Lifetime::exponential(number("rate", rate)?)).map(Lifetime::of)
    }

    /// Equally likely to fail at any age between the two.
    pub fn uniform(
        #[wasm_bindgen(unchecked_param_type = "number")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] to: &JsValue,
    ) -> Result<Lifetime, JsValue> {
        let (from, to) = (number("from", from)?, number("to", to)?);
        out(reliability::Lifetime::uniform(from, to)).map(Lifetime::of)
    }

    /// The normal law as tables print it; its mean is at least two standard deviations.
    pub fn normal(
        #[wasm_bindgen(unchecked_param_type = "number")] mean: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] sd: &JsValue,
    ) -> Result<Lifetime, JsValue> {
        let (mean, sd) = (number("mean", mean)?, number("sd", sd)?);
        out(reliability::Lifetime::normal(mean, sd)).map(Lifetime::of)
    }

    /// The probability that an item works longer than `t`.
    pub fn reliability(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] t: &JsValue,
    ) -> Result<f64, JsValue> {
        Ok(self.inner.reliability(number("t", t)?))
    }

    /// Failures per unit of time at the age `t`; `undefined` where it has no figure.
    pub fn hazard(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] t: &JsValue,
    ) -> Result<Option<f64>, JsValue> {
        Ok(self.inner.hazard(number("t", t)?))
    }

    /// The age at which the given share of the items has failed.
    pub fn quantile(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] share: &JsValue,
    ) -> Result<f64, JsValue> {
        out(self.inner.quantile(number("share", share)?))
    }

    /// The mean life.
    #[wasm_bindgen(getter)]
    pub fn mean(&self) -> f64 {
        self.inner.mean()
    }

    /// Its standard deviation.
    #[wasm_bindgen(getter, js_name = standardDeviation)]
    pub fn standard_deviation(&self) -> f64 {
        self.inner.standard_deviation()
    }
}

/// The age at which replacing an item before it fails costs least over the long run, or why none does.
#[wasm_bindgen(js_name = ageReplacement, unchecked_return_type = "AgeReplacement")]
pub fn age_replacement(
    life: &Lifetime,
    #[wasm_bindgen(js_name = costPreventive, unchecked_param_type = "number")]
    cost_preventive: &JsValue,
    #[wasm_bindgen(js_name = costCorrective, unchecked_param_type = "number")]
    cost_corrective: &JsValue,
) -> Result<JsValue, JsValue> {
    let preventive = number("costPreventive", cost_preventive)?;
    let corrective = number("costCorrective", cost_corrective)?;
    answered(reliability::age_replacement(&life.inner, preventive, corrective))
}

/// The interval at which replacing a whole group costs least, each item that fails in between being replaced at
/// once, or why none does.
#[wasm_bindgen(js_name = blockReplacement, unchecked_return_type = "BlockReplacement")]
pub fn block_replacement(
    life: &Lifetime,
    #[wasm_bindgen(js_name = costPreventive, unchecked_param_type = "number")]
    cost_preventive: &JsValue,
    #[wasm_bindgen(js_name = costCorrective, unchecked_param_type = "number")]
    cost_corrective: &JsValue,
) -> Result<JsValue, JsValue> {
    let preventive = number("costPreventive", cost_preventive)?;
    let corrective = number("costCorrective", cost_corrective)?;
    answered(reliability::block_replacement(&life.inner, preventive, corrective))
}

/// The interval at which a group is replaced when failures in between are only repaired, or why none pays.
#[wasm_bindgen(js_name = minimalRepair, unchecked_return_type = "MinimalRepair")]
pub fn minimal_repair(
    life: &Lifetime,
    #[wasm_bindgen(js_name = costPreventive, unchecked_param_type = "number")]
    cost_preventive: &JsValue,
    #[wasm_bindgen(js_name = costRepair, unchecked_param_type = "number")] cost_repair: &JsValue,
) -> Result<JsValue, JsValue> {
    let preventive = number("costPreventive", cost_preventive)?;
    let repair = number("costRepair", cost_repair)?;
    answered(reliability::minimal_repair(&life.inner, preventive, repair))
}

/// What replacing a group every 1, 2 … `periods` periods costs, failures being dealt with at the end of theirs.
#[wasm_bindgen(js_name = blockReplacementByPeriod, unchecked_return_type = "BlockPeriods")]
pub fn block_replacement_by_period(
    life: &Lifetime,
    #[wasm_bindgen(js_name = costPreventive, unchecked_param_type = "number")]
    cost_preventive: &JsValue,
    #[wasm_bindgen(js_name = costCorrective, unchecked_param_type = "number")]
    cost_corrective: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] periods: &JsValue,
) -> Result<JsValue, JsValue> {
    let preventive = number("costPreventive", cost_preventive)?;
    let corrective = number("costCorrective", cost_corrective)?;
    let periods = whole("periods", periods, 0, u32::MAX)?;
    let life = &life.inner;
    answered(reliability::block_replacement_by_period(life, preventive, corrective, periods))
}

/// The number of renewals to expect up to `t` of an item that is new at 0 and replaced at each failure.
#[wasm_bindgen(js_name = renewalFunction)]
pub fn renewal_function(
    life: &Lifetime,
    #[wasm_bindgen(unchecked_param_type = "number")] t: &JsValue,
) -> Result<f64, JsValue> {
    out(reliability::renewal_function(&life.inner, number("t", t)?))
}

/// The failures to expect from items of the given ages, from `from` (excluded) to `to` (included) units of
/// time after today; the interval has the given confidence, 0.9 when it is left out.
#[wasm_bindgen(js_name = expectedRenewals, unchecked_return_type = "FleetRenewals")]
pub fn expected_renewals(
    life: &Lifetime,
    #[wasm_bindgen(unchecked_param_type = "readonly number[] | Float64Array")] ages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
) -> Result<JsValue, JsValue> {
    let ages = numbers("ages", ages)?;
    let (from, to) = (number("from", from)?, number("to", to)?);
    let confidence = if crate::argument::is_absent(confidence) {
        0.9
    } else {
        number("confidence", confidence)?
    };
    answer(&out(reliability::expected_renewals(&life.inner, &ages, from, to, confidence))?)
}
