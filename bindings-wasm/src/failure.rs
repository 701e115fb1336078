//! Refusals as JavaScript errors.

use entretien::error::{Error, Fault};
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// A JavaScript `Error` named `EntretienError` that carries the code and every fault.
pub(crate) fn throw(error: &Error) -> JsValue {
    let faults: Vec<&Fault> = error.faults().collect();
    let faults = serde_json::to_string(&faults).unwrap_or_else(|_| "[]".to_owned());
    let faults = JSON::parse(&faults).unwrap_or_else(|_| js_sys::Array::new().into());
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("EntretienError");
    for (name, value) in [("code", JsValue::from_str(error.code())), ("faults", faults)] {
        // A fresh `Error` takes any property.
        let _ = Reflect::set(&thrown, &JsValue::from_str(name), &value);
    }
    thrown.into()
}

/// The failure of a conversion that cannot fail on the engine's own results.
#[expect(clippy::needless_pass_by_value, reason = "the shape that `map_err` wants")]
pub(crate) fn conversion(error: tsify::Error) -> JsValue {
    js_sys::Error::new(&error.to_string()).into()
}
