//! The engine for JavaScript: inventories and an engagement in, plans out.
//!
//! Each class holds a value of the core and each method converts in, calls the core, converts out; what
//! JavaScript sees of types is generated from here. Rules of the interface: dates are `YYYY-MM-DD`
//! texts or days since 1970-01-01 in an `Int32Array`; large results are columns, copied out of the
//! module's memory; there is no 64-bit integer; a refusal is a JavaScript `Error` with `code` and
//! `faults`.

#![expect(
    clippy::missing_errors_doc,
    reason = "these docs become the JavaScript documentation: every refusal is the core's, as `EntretienError`"
)]

#[expect(dead_code, reason = "shared with the module `service`, which uses all of it")]
pub mod answer;
pub mod argument;
pub mod engagement;
pub mod failure;
pub mod inventory;
pub mod mapping;
pub mod panic;
pub mod plan;
pub mod types;

pub use engagement::Engagement;
pub use inventory::{Inventory, InventoryReader};
pub use plan::Plan;

use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares a fresh module: a panic leaves its message behind (see [`panic::last_panic`]).
#[wasm_bindgen(start, skip_typescript)]
pub fn start() {
    panic::install();
}

/// Every code that a fault can carry, with its meaning and cure in `lang` (`en` when left out).
#[wasm_bindgen]
pub fn codes(
    #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
) -> Result<Ts<types::CodeList>, JsValue> {
    let lang = argument::lang(lang).map_err(|error| failure::throw(&error))?;
    types::codes_in(lang).into_ts().map_err(failure::conversion)
}

/// Version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
