//! Amounts that must add up: money in integer minor units.
//!
//! No amount leaves ±(2⁵³−1), so that JavaScript reads every one exactly. Arithmetic is checked; a
//! division names its rounding.

#![deny(clippy::arithmetic_side_effects)]

use serde::Serialize;

/// Largest magnitude of an integer in any document or result: 2⁵³−1.
pub const INTEGER_MAX: i64 = 9_007_199_254_740_991;

/// An ISO 4217 alphabetic code, three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// The currency, or `None` when `code` is not three capital letters.
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Currency(bytes))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// An amount of money: `1 250,00 €` is `price_minor` 125 000 of `EUR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// The amount, or `None` beyond ±(2⁵³−1) minor units.
    pub fn new(minor: i64, currency: Currency) -> Option<Self> {
        (-INTEGER_MAX..=INTEGER_MAX).contains(&minor).then_some(Money { minor, currency })
    }

    /// Integer minor units (cents).
    pub fn minor(&self) -> i64 {
        self.minor
    }

    /// The currency.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The sum, or `None` when the currencies differ or the bound is passed.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        if self.currency != other.currency {
            return None;
        }
        Money::new(self.minor.checked_add(other.minor)?, self.currency)
    }
}
