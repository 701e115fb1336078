//! Items that are repaired and go on: their trend, their mean number of failures.

use crate::answer::answered;
use crate::columns::{counts, floats, object};
use crate::fields::{Fields, confidence, list};
use crate::{numbers, out};
use entretien::reliability::{self, History, Truncation};
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

fn histories(value: &JsValue) -> Result<Vec<History>, JsValue> {
    let given = list("histories", value)?;
    let mut rows = Vec::new();
    for (place, one) in given.iter().enumerate() {
        let pointer = format!("/{place}");
        let fields = Fields::needed_at(&pointer, &one, &["events", "start", "end", "truncation"])?;
        rows.push(History {
            events: fields.numbers("events")?,
            start: fields.number_or("start", 0.0)?,
            end: fields.number("end")?,
            truncation: fields.choice_or("truncation", Truncation::parse, Truncation::Time)?,
        });
    }
    Ok(rows)
}

/// Fits a power law (Crow 1974) to the failures of repaired items: whether they come more often with age, how often
/// now, and whether the law fits. Intervals at 0.95 when `confidence` is left out.
#[wasm_bindgen(js_name = powerLaw, unchecked_return_type = "PowerLawEstimate")]
pub fn power_law(
    #[wasm_bindgen(unchecked_param_type = "readonly History[]")] histories: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
) -> Result<JsValue, JsValue> {
    let confidence = self::confidence(confidence, 0.95)?;
    answered(reliability::power_law(&self::histories(histories)?, confidence))
}

/// The mean number of failures of repaired items by age (Nelson), with variance and interval: columns with a row for
/// each age with failures; `NaN` where there is no figure.
#[wasm_bindgen(js_name = meanCumulativeFunction, unchecked_return_type = "CumulativeColumns")]
pub fn mean_cumulative_function(
    #[wasm_bindgen(unchecked_param_type = "readonly History[]")] histories: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] confidence: &JsValue,
) -> Result<JsValue, JsValue> {
    let confidence = self::confidence(confidence, 0.95)?;
    let steps = out(reliability::mean_cumulative_function(&self::histories(histories)?))?;
    let intervals = steps.iter().map(|step| step.interval(confidence));
    let intervals = out(intervals.collect::<Result<Vec<_>, _>>())?;
    let bound = |end: usize| {
        floats(intervals.iter().map(|bounds| bounds.and_then(|bounds| bounds.get(end).copied())))
    };
    let rows = steps.iter();
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    Ok(object([
        ("ages", floats(rows.clone().map(|step| Some(step.age)))),
        ("atRisk", counts(rows.clone().map(|step| count(step.at_risk)))),
        ("failures", counts(rows.clone().map(|step| count(step.failures)))),
        ("mean", floats(rows.clone().map(|step| Some(step.mean)))),
        ("variance", floats(rows.map(|step| step.variance))),
        ("lower", bound(0)),
        ("upper", bound(1)),
        ("confidence", JsValue::from(confidence)),
    ]))
}

/// Laplace's test that items fail at a constant rate: positive when failures come late.
#[wasm_bindgen(js_name = laplaceTest, unchecked_return_type = "TrendTest")]
pub fn laplace(
    #[wasm_bindgen(unchecked_param_type = "readonly History[]")] histories: &JsValue,
) -> Result<JsValue, JsValue> {
    answered(reliability::laplace(&self::histories(histories)?))
}

/// The test of MIL-HDBK-189 against a power-law trend.
#[wasm_bindgen(js_name = milHandbookTest, unchecked_return_type = "TrendTest")]
pub fn mil_handbook(
    #[wasm_bindgen(unchecked_param_type = "readonly History[]")] histories: &JsValue,
) -> Result<JsValue, JsValue> {
    answered(reliability::mil_handbook(&self::histories(histories)?))
}

/// Mann and Kendall's test of a series in order of time against a rise or a fall; of several series, such as the
/// sites of a fleet, pairs are taken within each.
#[wasm_bindgen(js_name = mannKendallTest, unchecked_return_type = "MannKendall")]
pub fn mann_kendall(
    #[wasm_bindgen(
        unchecked_param_type = "Float64Array | readonly number[] | readonly (Float64Array | readonly number[])[]"
    )]
    series: &JsValue,
) -> Result<JsValue, JsValue> {
    let several = series.dyn_ref::<Array>().filter(|list| list.get(0).is_object());
    let Some(list) = several else {
        return answered(reliability::mann_kendall(&numbers("series", series)?));
    };
    let rows = list
        .iter()
        .enumerate()
        .map(|(place, one)| numbers(&format!("series/{place}"), &one))
        .collect::<Result<Vec<_>, _>>()?;
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    answered(reliability::mann_kendall_pooled(&rows))
}
