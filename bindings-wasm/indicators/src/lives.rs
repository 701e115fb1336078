//! Observed lives: the law they follow, their survival, their mean.

use crate::answer::{answer, answered};
use crate::columns::{counts, flags, floats, object, same_length};
use crate::fields::{Fields, confidence, list};
use crate::{choice, number, numbers, out, whole};
use entretien::reliability::{self, Life, Truncation, WeibullEstimate, WeibullQuantity};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Lives from columns: age, whether it failed then, age at entry (0 for all when left out).
fn lives(ages: &JsValue, failed: &JsValue, options: &Fields<'_>) -> Result<Vec<Life>, JsValue> {
    let (ages, failed) = (numbers("ages", ages)?, flags("failed", failed)?);
    same_length("failed", ages.len(), failed.len())?;
    let entries = options.value("entries");
    let entries = if crate::argument::is_absent(&entries) {
        vec![0.0; ages.len()]
    } else {
        options.numbers("entries")?
    };
    same_length("/entries", ages.len(), entries.len())?;
    let rows = ages.into_iter().zip(failed).zip(entries);
    Ok(rows.map(|((age, failed), entry)| Life { entry, age, failed }).collect())
}

fn options(value: &JsValue) -> Result<Fields<'_>, JsValue> {
    Fields::of("", value, &["entries", "confidence"])
}

/// A fit with the intervals of its parameters.
#[derive(Serialize)]
struct Fit {
    #[serde(flatten)]
    estimate: WeibullEstimate,
    shape_interval: Option<[f64; 2]>,
    scale_interval: Option<[f64; 2]>,
}

/// The Weibull law of greatest likelihood for lives that ended by a failure, still go on (`failed` false) or came
/// under observation at some age (`entries`). Intervals, at 0.95 unless `confidence` says otherwise, are normal on
/// the logarithms; where the lives do not decide the law, `reason` says why.
#[wasm_bindgen(js_name = weibullFit, unchecked_return_type = "WeibullAnswer")]
pub fn weibull_fit(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] ages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | readonly boolean[]")] failed: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LifeOptions | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = self::options(options)?;
    let lives = lives(ages, failed, &options)?;
    let confidence = options.number_or("confidence", 0.95)?;
    let estimate = out(reliability::weibull_fit(&lives))?;
    let intervals = match &estimate.fit {
        Some(fit) => Some(out(fit.intervals(confidence))?),
        None => None,
    };
    answer(&Fit {
        estimate,
        shape_interval: intervals.map(|[shape, _]| shape),
        scale_interval: intervals.map(|[_, scale]| scale),
    })
}

/// A figure asked of a Weibull law.
fn quantity(name: &str, value: &JsValue) -> Result<WeibullQuantity, JsValue> {
    if let Some(code) = value.as_string() {
        let parse = |code: &str| match code {
            "shape" => Some(WeibullQuantity::Shape),
            "scale" => Some(WeibullQuantity::Scale),
            "mean" => Some(WeibullQuantity::Mean),
            _ => None,
        };
        return choice(name, &JsValue::from_str(&code), parse, None);
    }
    let fields = Fields::needed_at(name, value, &["bLife", "reliability", "more"])?;
    if !fields.value("bLife").is_undefined() {
        return Ok(WeibullQuantity::BLife { share: fields.number("bLife")? });
    }
    let age = fields.number("reliability")?;
    if fields.value("more").is_undefined() {
        return Ok(WeibullQuantity::Reliability { age });
    }
    Ok(WeibullQuantity::ConditionalReliability { age, more: fields.number("more")? })
}

/// Fits a Weibull law, and gives figures of it with intervals by the profile likelihood: better with few failures
/// than those of {@link weibullFit}.
#[wasm_bindgen(js_name = weibullProfile, unchecked_return_type = "WeibullProfile")]
pub fn weibull_profile(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] ages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | readonly boolean[]")] failed: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly WeibullQuantity[]")] quantities: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LifeOptions | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = self::options(options)?;
    let lives = lives(ages, failed, &options)?;
    let given = list("quantities", quantities)?;
    let quantities = given
        .iter()
        .enumerate()
        .map(|(place, one)| quantity(&format!("quantities/{place}"), &one))
        .collect::<Result<Vec<_>, _>>()?;
    let confidence = options.number_or("confidence", 0.95)?;
    answered(reliability::weibull_profile(&lives, &quantities, confidence))
}

/// The rate of lives whose hazard is constant, with its χ² interval.
#[wasm_bindgen(js_name = exponentialFit, unchecked_return_type = "ExponentialFit")]
pub fn exponential_fit(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] ages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | readonly boolean[]")] failed: &JsValue,
    #[wasm_bindgen(
        unchecked_optional_param_type = "(LifeOptions & { readonly truncation?: Truncation }) | null"
    )]
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = Fields::of("", options, &["entries", "confidence", "truncation"])?;
    let lives = lives(ages, failed, &options)?;
    let truncation = options.choice_or("truncation", Truncation::parse, Truncation::Time)?;
    let confidence = options.number_or("confidence", 0.95)?;
    answered(reliability::exponential_fit(&lives, confidence, truncation))
}

/// What a curve says beside its points.
#[derive(Serialize)]
struct Rest<'c> {
    median: &'c reliability::SurvivalQuantile,
    flaw: Option<reliability::SurvivalFlaw>,
    from: Option<f64>,
    to: Option<f64>,
}

/// The survival of observed lives (Kaplan and Meier) with its band: columns with a row for each age at which items
/// failed; `NaN` where there is no figure.
#[wasm_bindgen(js_name = kaplanMeier, unchecked_return_type = "SurvivalColumns")]
pub fn kaplan_meier(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] ages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | readonly boolean[]")] failed: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LifeOptions | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = self::options(options)?;
    let lives = lives(ages, failed, &options)?;
    let confidence = options.number_or("confidence", 0.95)?;
    let curve = out(reliability::survival_curve(&lives, confidence))?;
    let points = curve.points.iter();
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let (median, flaw, from, to) = (&curve.median, curve.flaw, curve.from, curve.to);
    let rest = answer(&Rest { median, flaw, from, to })?;
    let of =
        |name: &str| js_sys::Reflect::get(&rest, &JsValue::from_str(name)).unwrap_or(JsValue::NULL);
    Ok(object([
        ("lives", JsValue::from(u32::try_from(curve.lives).unwrap_or(u32::MAX))),
        ("failures", JsValue::from(u32::try_from(curve.failures).unwrap_or(u32::MAX))),
        ("from", of("from")),
        ("to", of("to")),
        ("confidence", JsValue::from(curve.confidence)),
        ("median", of("median")),
        ("flaw", of("flaw")),
        ("ages", floats(points.clone().map(|point| Some(point.age)))),
        ("atRisk", counts(points.clone().map(|point| count(point.at_risk)))),
        ("failed", counts(points.clone().map(|point| count(point.failures)))),
        ("survival", floats(points.clone().map(|point| Some(point.survival)))),
        ("variance", floats(points.clone().map(|point| point.variance))),
        ("lower", floats(points.clone().map(|point| point.lower))),
        ("upper", floats(points.map(|point| point.upper))),
    ]))
}

/// MTBF from an operating time and a number of failures, with its χ² interval (0.95 when left out); without failure
/// the lower bound is all there is to say.
#[wasm_bindgen(js_name = mtbfInterval, unchecked_return_type = "MtbfEstimate")]
pub fn mtbf_interval(
    #[wasm_bindgen(js_name = operatingTime, unchecked_param_type = "number")]
    operating_time: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] failures: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Truncation | null")] truncation: &JsValue,
) -> Result<JsValue, JsValue> {
    let time = number("operatingTime", operating_time)?;
    let failures = whole("failures", failures, 0, u32::MAX)?;
    let confidence = self::confidence(confidence, 0.95)?;
    let truncation = choice("truncation", truncation, Truncation::parse, Some(Truncation::Time))?;
    answered(reliability::mtbf_interval(time, failures, confidence, truncation))
}
