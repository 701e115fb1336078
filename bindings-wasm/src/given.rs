//! Arguments of the modules that are loaded on demand, one at a time: what is wrong is thrown.

use crate::{argument, failure};
use chrono::NaiveDate;
use entretien::error::{Error, codes};
use entretien::time::Day;
use js_sys::{Float64Array, Function, Reflect};
use wasm_bindgen::convert::TryFromJsValue;
use wasm_bindgen::{JsCast, JsValue};

/// What JavaScript gets: the value, or an error thrown.
pub(crate) fn out<T>(result: Result<T, Error>) -> Result<T, JsValue> {
    result.map_err(|error| failure::throw(&error))
}

pub(crate) fn day(name: &str, value: &JsValue) -> Result<Day, JsValue> {
    out(argument::day(name, value))
}

pub(crate) fn date(name: &str, value: &JsValue) -> Result<NaiveDate, JsValue> {
    day(name, value).map(Day::to_date)
}

pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, JsValue> {
    out(argument::text(name, value))
}

/// A number; whether it is one that can be used is for the core to say.
pub(crate) fn number(name: &str, value: &JsValue) -> Result<f64, JsValue> {
    out(value.as_f64().ok_or_else(|| argument::mismatch(name, "a number", value)))
}

/// Numbers in an array or a `Float64Array`.
pub(crate) fn numbers(name: &str, value: &JsValue) -> Result<Vec<f64>, JsValue> {
    if let Some(array) = value.dyn_ref::<Float64Array>() {
        return Ok(array.to_vec());
    }
    let Some(array) = value.dyn_ref::<js_sys::Array>() else {
        return out(Err(argument::mismatch(name, "an array of numbers", value)));
    };
    array.iter().map(|one| number(name, &one)).collect()
}

/// A whole number from `least` to `most`.
pub(crate) fn whole(name: &str, value: &JsValue, least: u32, most: u32) -> Result<u32, JsValue> {
    let given = number(name, value)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within the bounds of its type"
    )]
    if given.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&given) {
        return Ok(given as u32);
    }
    let message = format!("not a whole number within {least} and {most}");
    out(Err(Error::new(codes::DOC_OUT_OF_RANGE, name, message)))
}

/// One of a closed list, by its code; `usual` when it was left out.
pub(crate) fn choice<T>(
    name: &str,
    value: &JsValue,
    parse: fn(&str) -> Option<T>,
    usual: Option<T>,
) -> Result<T, JsValue> {
    if argument::is_absent(value)
        && let Some(usual) = usual
    {
        return Ok(usual);
    }
    let code = text(name, value)?;
    let shown: String = code.chars().filter(|c| !c.is_control()).take(60).collect();
    let unknown = || Error::new(codes::DOC_BAD_CHOICE, name, format!("no such choice: `{shown}`"));
    out(parse(&code).ok_or_else(unknown))
}

/// Another handle on the object behind a JavaScript value, which keeps it; `None` when it was left out.
pub(crate) fn shared<T: TryFromJsValue>(
    name: &str,
    expected: &str,
    value: &JsValue,
) -> Result<Option<T>, JsValue> {
    if argument::is_absent(value) {
        return Ok(None);
    }
    let refuse = || failure::throw(&argument::mismatch(name, expected, value));
    let share = Reflect::get(value, &JsValue::from_str("share")).map_err(|_| refuse())?;
    let share: Function = share.dyn_into().map_err(|_| refuse())?;
    T::try_from_js_value(share.call0(value)?).map(Some).map_err(|_| refuse())
}
