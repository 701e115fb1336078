//! Amounts that must add up: money in integer minor units.
//!
//! No amount leaves ±(2⁵³−1), so that JavaScript reads every one exactly. Arithmetic is checked; a
//! division names its rounding.

#![deny(clippy::arithmetic_side_effects)]

mod decimal;
mod rounding;

pub use decimal::{decimal, decimal_text};
pub use rounding::Rounding;

use serde::Serialize;

/// Largest magnitude of an integer in any document or result: 2⁵³−1.
pub const INTEGER_MAX: i64 = 9_007_199_254_740_991;

/// ISO 4217 currencies whose minor unit is not a hundredth, with their number of decimals.
const DECIMALS: &[(&str, usize)] = &[
    ("BHD", 3),
    ("BIF", 0),
    ("CLF", 4),
    ("CLP", 0),
    ("DJF", 0),
    ("GNF", 0),
    ("IQD", 3),
    ("ISK", 0),
    ("JOD", 3),
    ("JPY", 0),
    ("KMF", 0),
    ("KRW", 0),
    ("KWD", 3),
    ("LYD", 3),
    ("OMR", 3),
    ("PYG", 0),
    ("RWF", 0),
    ("TND", 3),
    ("UGX", 0),
    ("UYI", 0),
    ("UYW", 4),
    ("VND", 0),
    ("VUV", 0),
    ("XAF", 0),
    ("XOF", 0),
    ("XPF", 0),
];

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

    /// Decimals of its minor unit: 2 for the euro, 0 for the yen; 2 for a code that ISO 4217 does not list.
    pub fn decimals(&self) -> usize {
        let special = DECIMALS.iter().find(|(code, _)| code.as_bytes() == self.0);
        special.map_or(2, |(_, decimals)| *decimals)
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[A-Z]{3}$",
            "description": "An ISO 4217 code."
        })
    }
}

/// An amount of money: `1 250,00 €` is `price_minor` 125 000 of `EUR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    /// `part / whole` of the amount; `None` when `whole` is zero or the bound is passed.
    ///
    /// ```
    /// use entretien::quantity::{Currency, Money, Rounding};
    /// let fee = Money::new(10_001, Currency::EUR).unwrap(); // 100,01 €
    /// let half = fee.share(15, 30, Rounding::HalfUp).unwrap();
    /// assert_eq!(half.minor(), 5_001); // 50,005 → 50,01
    /// ```
    pub fn share(self, part: i64, whole: i64, rounding: Rounding) -> Option<Money> {
        let product = i128::from(self.minor).checked_mul(i128::from(part))?;
        let minor = rounding.divide(product, i128::from(whole))?;
        Money::new(i64::try_from(minor).ok()?, self.currency)
    }

    /// The amount in parts as `weights` say, which add up to the whole: each part is the difference of two
    /// rounded running shares. `None` when the weights add up to zero or beyond 2⁶⁴.
    ///
    /// ```
    /// use entretien::quantity::{Currency, Money, Rounding};
    /// let year = Money::new(100_000, Currency::EUR).unwrap();
    /// let parts = year.allocate(&[1, 1, 1], Rounding::HalfUp).unwrap();
    /// let minors: Vec<i64> = parts.iter().map(Money::minor).collect();
    /// assert_eq!(minors, [33_333, 33_334, 33_333]);
    /// ```
    pub fn allocate(self, weights: &[u64], rounding: Rounding) -> Option<Vec<Money>> {
        let total = weights.iter().try_fold(0_u64, |sum, weight| sum.checked_add(*weight))?;
        let (mut reached, mut paid) = (0_u64, 0_i128);
        let mut parts = Vec::with_capacity(weights.len());
        for weight in weights {
            reached = reached.checked_add(*weight)?;
            let product = i128::from(self.minor).checked_mul(i128::from(reached))?;
            let running = rounding.divide(product, i128::from(total))?;
            let part = i64::try_from(running.checked_sub(paid)?).ok()?;
            parts.push(Money::new(part, self.currency)?);
            paid = running;
        }
        Some(parts)
    }
}
