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
#[path = "../../src/given.rs"]
pub mod given;
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
    Lifetime, age_replacement, block_replacement, block_replacement_by_period, expected_renewals,
    minimal_repair, renewal_function,
};
pub use renewals::{Forecast, Renewals};
pub use report::CareReport;

pub(crate) use given::{choice, date, day, number, numbers, out, shared, text, whole};
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
