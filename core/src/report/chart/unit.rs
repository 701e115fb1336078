//! In what the values of a chart are counted.

use crate::quantity::Currency;
use serde::Serialize;

/// In what the values of a chart are counted, and so how they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ValueUnit {
    /// Part of a whole: 1 is written 100 %.
    Share,
    /// Minutes, written as hours.
    Minutes,
    /// Minor units of a currency: 125 000 of EUR is 1 250,00 EUR.
    Money {
        /// The currency.
        currency: Currency,
    },
    /// A plain number.
    Number {
        /// What follows it, such as `h` or `tickets`; may be empty.
        unit: String,
        /// Most decimals written.
        decimals: u8,
    },
}
