//! Support, renewals, audits and reliability for JavaScript: a module of its own, loaded on demand, because
//! it carries the rules and the mathematics that a plan does without.
//!
//! Each class holds a value of the core and each method converts in, calls the core, converts out. Days go in
//! and out as `YYYY-MM-DD` texts, amounts as whole minor units, lives in the unit of the caller. A refusal is
//! an `Error` with `code` and `faults`.

#![expect(
    clippy::missing_errors_doc,
    reason = "these docs become the JavaScript documentation: every refusal is the core's, as `EntretienError`"
)]

#[path = "../../src/answer.rs"]
pub mod answer;
#[path = "../../src/argument.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod argument;
pub mod audit;
pub mod catalogue;
pub mod economics;
pub mod estate;
#[path = "../../src/failure.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod failure;
pub mod lifetime;
#[path = "../../src/mapping.rs"]
pub mod mapping;
#[path = "../../src/panic.rs"]
pub mod panic;
pub mod renewals;
pub mod report;

pub use audit::Audit;
pub use catalogue::SupportCatalogue;
pub use economics::{Depreciation, depreciation, equivalent_annual_cost};
pub use estate::{Care, CareReader};
pub use lifetime::{
    Lifetime, age_replacement, block_replacement, expected_renewals, renewal_function,
};
pub use renewals::{Forecast, Renewals};
pub use report::CareReport;

use chrono::NaiveDate;
use entretien::error::{Error, codes};
use entretien::time::Day;
use js_sys::{Float64Array, Function, Reflect};
use wasm_bindgen::convert::TryFromJsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = include_str!("declarations.ts");

#[wasm_bindgen(typescript_custom_section)]
const ANSWERS: &str = include_str!("answers.ts");

/// Prepares a fresh module: a panic leaves its message behind (see [`panic::last_panic`]).
#[wasm_bindgen(start, skip_typescript)]
pub fn start() {
    panic::install();
}

/// Version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

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
