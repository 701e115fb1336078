//! The recurrence engine for JavaScript: a module of its own, loaded on demand and built for speed.
//!
//! Each class holds a value of the core and each method converts in, calls the core, converts out. Rules
//! of the interface: times go in and out as ISO 8601 texts, many at once as typed arrays; there is no
//! 64-bit integer. Seconds come as `Float64Array`, exact up to 2⁵³ where the calendar ends near 2³⁸:
//! UTC epoch seconds for starts in UTC or in a zone, wall seconds for floating ones and dates. Days
//! since 1970-01-01 come as `Int32Array`. A refusal is an `Error` with `code` and `faults`.

#![expect(
    clippy::missing_errors_doc,
    reason = "these docs become the JavaScript documentation: every refusal is the core's, as `EntretienError`"
)]

pub mod argument;
pub mod days;
#[path = "../../src/failure.rs"]
pub mod failure;
pub mod fleet;
pub mod moment;
#[path = "../../src/panic.rs"]
pub mod panic;
pub mod rule;
pub mod set;

pub use days::{MonthRule, Series};
pub use fleet::{Fleet, expand_many};
pub use rule::Rule;
pub use set::{RuleSet, Warning, WarningList};

use entretien::error::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Inputs and closed lists, which no class carries.
pub const DECLARATIONS: &str = include_str!("declarations.ts");

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = DECLARATIONS;

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

#[cfg(test)]
mod tests {
    use super::DECLARATIONS;
    use entretien::recurrence::{Freq, Gap, Horizon, MonthEnd, Overlap, Unmatched};

    /// The unions written by hand list exactly the values of the core.
    #[test]
    fn closed_lists_are_those_of_the_core() {
        let lists: [(&str, Vec<&str>); 6] = [
            ("Gap", Gap::ALL.iter().map(|value| value.code()).collect()),
            ("Overlap", Overlap::ALL.iter().map(|value| value.code()).collect()),
            ("Horizon", Horizon::ALL.iter().map(|value| value.code()).collect()),
            ("Unmatched", Unmatched::ALL.iter().map(|value| value.code()).collect()),
            ("Freq", Freq::ALL.iter().map(|value| value.code()).collect()),
            ("MonthEnd", MonthEnd::ALL.iter().map(|value| value.code()).collect()),
        ];
        for (name, codes) in lists {
            let union =
                codes.iter().map(|code| format!("{code:?}")).collect::<Vec<_>>().join(" | ");
            let declared = format!("export type {name} = {union};");
            assert!(DECLARATIONS.contains(&declared), "write: {declared}");
        }
    }
}
