//! Reviews, proposals and kick-offs for JavaScript: a module of its own, loaded on demand, because it carries
//! everything that such a document joins, and the back ends that write it.
//!
//! Engagements and logs are the classes of the module of indicators, which is linked in: objects do not cross from one
//! module to the other. Each class holds a value of the core and each method converts in, calls the core, converts
//! out. A refusal is an `Error` with `code` and `faults`.

#![expect(
    clippy::missing_errors_doc,
    reason = "these docs become the JavaScript documentation: every refusal is the core's, as `EntretienError`"
)]

#[path = "../../src/answer.rs"]
pub mod answer;
#[path = "../../src/argument.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod argument;
pub mod deliverable;
#[path = "../../src/failure.rs"]
#[expect(dead_code, reason = "shared with the main module, which uses all of it")]
pub mod failure;
#[path = "../../src/given.rs"]
#[expect(dead_code, reason = "shared with the care module, which uses all of it")]
pub mod given;
pub mod kernel;
pub mod make;
pub mod sourcing;

pub use deliverable::Deliverable;
pub use entretien_wasm_indicators::{
    KpiAccumulator, KpiEngagement, KpiReader, Kpis, Log, report::KpiReport,
};
pub use kernel::make_or_buy;
pub use make::{kick_off, proposal, review};
pub use sourcing::{Sourcing, compare_sourcing, sourcing_of};

pub(crate) use given::{date, out, shared, text};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = include_str!("declarations.ts");

#[wasm_bindgen(typescript_custom_section)]
const ANSWERS: &str = include_str!("answers.ts");

#[wasm_bindgen(typescript_custom_section)]
const SOURCING: &str = include_str!("sourcing.ts");
