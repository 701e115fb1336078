//! Logs, indicators and failure statistics for JavaScript: a module of its own, loaded on demand, because it
//! carries the readers of logs and the mathematics that a plan does without.
//!
//! Each class holds a value of the core and each method converts in, calls the core, converts out. Days go in
//! and out as `YYYY-MM-DD` texts, instants as ISO 8601 texts, long columns as typed arrays, amounts as whole
//! minor units. A refusal is an `Error` with `code` and `faults`.

#![expect(
    clippy::missing_errors_doc,
    reason = "these docs become the JavaScript documentation: every refusal is the core's, as `EntretienError`"
)]

pub mod accumulator;
#[path = "../../src/answer.rs"]
pub mod answer;
#[path = "../../src/argument.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod argument;
#[cfg(feature = "statistics")]
pub mod columns;
#[cfg(feature = "statistics")]
pub mod compare;
pub mod document;
#[cfg(feature = "statistics")]
pub mod downtime;
pub mod engagement;
#[path = "../../src/failure.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod failure;
pub mod fields;
#[path = "../../src/given.rs"]
#[expect(dead_code, reason = "shared with the care module, which uses all of it")]
pub mod given;
pub mod kpis;
#[cfg(feature = "statistics")]
pub mod lives;
pub mod log;
#[path = "../../src/mapping.rs"]
pub mod mapping;
#[path = "../../src/panic.rs"]
pub mod panic;
#[cfg(feature = "statistics")]
pub mod repairs;
pub mod report;
#[cfg(feature = "statistics")]
pub mod structure;
pub mod words;

pub use accumulator::KpiAccumulator;
#[cfg(feature = "statistics")]
pub use compare::{
    individuals_chart, mann_whitney, proportion_chart, proportion_difference, rate_chart,
    rate_ratio, wilson_interval,
};
#[cfg(feature = "statistics")]
pub use downtime::{downtime, fleet_downtime};
pub use engagement::{KpiEngagement, KpiReader};
pub use kpis::Kpis;
#[cfg(feature = "statistics")]
pub use lives::{exponential_fit, kaplan_meier, mtbf_interval, weibull_fit, weibull_profile};
pub use log::Log;
#[cfg(feature = "statistics")]
pub use repairs::{laplace, mann_kendall, mean_cumulative_function, mil_handbook, power_law};
#[cfg(feature = "statistics")]
pub use structure::{availability, group_availability, structure_availability};
pub use words::{definitions, labels};

#[cfg(feature = "statistics")]
pub(crate) use given::numbers;
pub(crate) use given::{choice, date, day, number, out, text, whole};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = include_str!("declarations.ts");

#[wasm_bindgen(typescript_custom_section)]
const LOGS: &str = include_str!("logs.ts");

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
