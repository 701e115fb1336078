//! Whether two samples differ, and whether a series leaves its usual range.

use crate::answer::answered;
use crate::fields::{Fields, confidence, list, whole};
use crate::numbers;
use entretien::reliability::{self, RateSample, ShareSample};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn rate(pointer: &str, value: &JsValue) -> Result<RateSample, JsValue> {
    let fields = Fields::needed_at(pointer, value, &["events", "exposure"])?;
    Ok(RateSample { events: fields.count("events")?, exposure: fields.number("exposure")? })
}

fn share(pointer: &str, value: &JsValue) -> Result<ShareSample, JsValue> {
    let fields = Fields::needed_at(pointer, value, &["successes", "trials"])?;
    Ok(ShareSample { successes: fields.count("successes")?, trials: fields.count("trials")? })
}

fn rows<T>(
    value: &JsValue,
    read: impl Fn(&str, &JsValue) -> Result<T, JsValue>,
) -> Result<Vec<T>, JsValue> {
    let given = list("rows", value)?;
    let rows = given.iter().enumerate();
    rows.map(|(place, one)| read(&format!("/{place}"), &one)).collect()
}

/// Compares the rate of a sample with that of a reference: exact conditional test of two counts for their exposure.
#[wasm_bindgen(js_name = rateRatio, unchecked_return_type = "RateRatio")]
pub fn rate_ratio(
    #[wasm_bindgen(unchecked_param_type = "RateSample")] sample: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "RateSample")] reference: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
) -> Result<JsValue, JsValue> {
    let (sample, reference) = (rate("/sample", sample)?, rate("/reference", reference)?);
    answered(reliability::rate_ratio(sample, reference, self::confidence(confidence, 0.95)?))
}

/// Compares the share of a sample with that of a reference: Fisher's exact test, Newcombe's interval.
#[wasm_bindgen(js_name = proportionDifference, unchecked_return_type = "ProportionDifference")]
pub fn proportion_difference(
    #[wasm_bindgen(unchecked_param_type = "ShareSample")] sample: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "ShareSample")] reference: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
) -> Result<JsValue, JsValue> {
    let (sample, reference) = (share("/sample", sample)?, share("/reference", reference)?);
    let confidence = self::confidence(confidence, 0.95)?;
    answered(reliability::proportion_difference(sample, reference, confidence))
}

/// A share with Wilson's interval.
#[wasm_bindgen(js_name = wilsonInterval, unchecked_return_type = "ProportionInterval")]
pub fn wilson_interval(
    #[wasm_bindgen(unchecked_param_type = "number")] successes: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] trials: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
) -> Result<JsValue, JsValue> {
    let (successes, trials) = (whole("successes", successes)?, whole("trials", trials)?);
    let confidence = self::confidence(confidence, 0.95)?;
    answered(reliability::wilson_interval(successes, trials, confidence))
}

/// Whether the values of a sample, such as times to restore, are longer or shorter than those of a reference
/// (Mann and Whitney): no law is assumed.
#[wasm_bindgen(js_name = mannWhitneyTest, unchecked_return_type = "MannWhitney")]
pub fn mann_whitney(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] sample: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] reference: &JsValue,
) -> Result<JsValue, JsValue> {
    let (sample, reference) = (numbers("sample", sample)?, numbers("reference", reference)?);
    answered(reliability::mann_whitney(&sample, &reference))
}

/// The limits of a series of single values, from its moving ranges; `null` with fewer than two values.
#[wasm_bindgen(js_name = individualsChart, unchecked_return_type = "IndividualsChart | null")]
pub fn individuals_chart(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] series: &JsValue,
) -> Result<JsValue, JsValue> {
    answered(reliability::control_limits_individuals(&numbers("series", series)?))
}

/// The limits of shares (p-chart), each for its number of trials; `null` when there is no trial at all.
#[wasm_bindgen(js_name = proportionChart, unchecked_return_type = "RatioChart | null")]
pub fn proportion_chart(
    #[wasm_bindgen(unchecked_param_type = "readonly ShareSample[]")] shares: &JsValue,
) -> Result<JsValue, JsValue> {
    answered(reliability::control_limits_proportion(&rows(shares, share)?))
}

/// The limits of rates (u-chart), each for its exposure; `null` without a point.
#[wasm_bindgen(js_name = rateChart, unchecked_return_type = "RatioChart | null")]
pub fn rate_chart(
    #[wasm_bindgen(unchecked_param_type = "readonly RateSample[]")] rates: &JsValue,
) -> Result<JsValue, JsValue> {
    answered(reliability::control_limits_rate(&rows(rates, rate)?))
}
