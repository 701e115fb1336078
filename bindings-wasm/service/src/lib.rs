//! Calendars, business time and contracts for JavaScript: a module of its own, loaded on demand, because it
//! carries the time zones.
//!
//! Each class holds a value of the core and each method converts in, calls the core, converts out. Days
//! and instants go in and out as ISO 8601 texts, instants with their offset; many at once as
//! `Float64Array` of UTC epoch seconds. A refusal is an `Error` with `code` and `faults`.

#![expect(
    clippy::missing_errors_doc,
    reason = "these docs become the JavaScript documentation: every refusal is the core's, as `EntretienError`"
)]

#[path = "../../src/answer.rs"]
pub mod answer;
#[path = "../../src/argument.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod argument;
pub mod business;
pub mod calendar;
pub mod contracts;
#[path = "../../src/failure.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod failure;
pub mod levels;
#[path = "../../src/panic.rs"]
pub mod panic;

pub use business::BusinessTime;
pub use calendar::{WorkCalendar, holiday_sets, holidays};
pub use contracts::Contracts;
pub use levels::ServiceLevels;

use entretien::document::types::Moment;
use entretien::error::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

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

/// UTC seconds of an instant with its offset.
pub(crate) fn instant(name: &str, value: &JsValue) -> Result<i64, JsValue> {
    let text = out(argument::text(name, value))?;
    out(Moment::parse(&text).map_err(|error| error.within(name))).map(|moment| moment.0)
}

/// A whole number of JavaScript, within 2³¹.
pub(crate) fn integer(name: &str, value: &JsValue) -> Result<i32, JsValue> {
    let number = value.as_f64().filter(|number| {
        number.fract() == 0.0 && (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(number)
    });
    let number = number.ok_or_else(|| argument::mismatch(name, "an integer", value));
    #[expect(clippy::cast_possible_truncation, reason = "a whole number within its range")]
    out(number.map(|number| number as i32))
}
