//! In what the values of a chart are counted.

use super::super::pen::{Pen, places};
use super::axis::{float, known};
use super::words::UNKNOWN;
use crate::quantity::{Currency, INTEGER_MAX};
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
        /// Most decimals written; three figures need no more.
        decimals: u8,
    },
}

/// No-break space: between a number and its unit.
const NO_BREAK: char = '\u{a0}';

impl ValueUnit {
    /// A value as its axis counts it: hours, whole units of money, percent.
    pub(super) fn shown(&self, value: f64) -> f64 {
        match self {
            ValueUnit::Share => value * 100.0,
            ValueUnit::Minutes => value / 60.0,
            ValueUnit::Money { currency } => {
                (0..currency.decimals()).fold(value, |value, _| value / 10.0)
            }
            ValueUnit::Number { .. } => value,
        }
    }

    /// Whether between two values there may be none.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self, ValueUnit::Number { decimals: 0, .. })
    }

    /// What the numbers of an axis count, in thousands `k`, millions `M`…
    pub(super) fn axis_name(&self, prefix: &str) -> String {
        let join = |unit: &str| match (prefix.is_empty(), unit.is_empty()) {
            (true, _) => unit.to_owned(),
            (false, true) => prefix.to_owned(),
            (false, false) => format!("{prefix}{NO_BREAK}{unit}"),
        };
        match self {
            ValueUnit::Share => String::new(),
            ValueUnit::Minutes => join("h"),
            ValueUnit::Money { currency } => join(currency.code()),
            ValueUnit::Number { unit, .. } => join(unit),
        }
    }

    /// A value with its unit.
    pub(super) fn write(&self, value: f64, pen: Pen) -> String {
        match self {
            ValueUnit::Share => pen.share(value),
            ValueUnit::Minutes => {
                format!("{}{NO_BREAK}h", pen.decimal(self.shown(value), 1))
            }
            ValueUnit::Money { currency } => match minor(value) {
                Some(minor) => pen.money(minor, *currency),
                None => {
                    format!("{}{NO_BREAK}{}", pen.decimal(self.shown(value), 0), currency.code())
                }
            },
            ValueUnit::Number { .. } => self.with_unit(self.bare(value, pen)),
        }
    }

    /// A value with its unit, `–` when unknown.
    pub(super) fn or_unknown(&self, value: Option<f64>, pen: Pen) -> String {
        known(value).map_or_else(|| UNKNOWN.to_owned(), |value| self.write(value, pen))
    }

    /// A value where the axis names the unit: a plain number is without it.
    pub(super) fn bare(&self, value: f64, pen: Pen) -> String {
        match self {
            ValueUnit::Number { decimals, .. } => {
                pen.decimal(value, places(value).min(usize::from(*decimals)))
            }
            _ => self.write(value, pen),
        }
    }

    /// A whole amount with its unit.
    pub(super) fn amount(&self, amount: u64, pen: Pen) -> String {
        match self {
            ValueUnit::Minutes => pen.hours_unit(amount),
            ValueUnit::Number { .. } => self.with_unit(pen.number(amount)),
            ValueUnit::Share | ValueUnit::Money { .. } => self.write(float(amount), pen),
        }
    }

    fn with_unit(&self, number: String) -> String {
        match self {
            ValueUnit::Number { unit, .. } if !unit.is_empty() => {
                format!("{number}{NO_BREAK}{unit}")
            }
            _ => number,
        }
    }
}

/// The nearest whole number of minor units, as far as amounts go.
#[expect(clippy::cast_possible_truncation, reason = "held below 2^53 just before")]
fn minor(value: f64) -> Option<i64> {
    let most = super::axis::float_signed(INTEGER_MAX);
    (value.abs() <= most).then(|| value.round() as i64)
}
