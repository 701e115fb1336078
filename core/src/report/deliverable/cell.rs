//! A value of a table or figure.

use crate::quantity::{Currency, Money};
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What the cells of a column hold, besides unknown and empty ones.
    ColumnKind {
        /// Words.
        Text "text" "text" "texte",
        /// Whole numbers.
        Count "count" "count" "nombre",
        /// Numbers with a fraction.
        Number "number" "number" "nombre",
        /// Shares of a whole.
        Share "share" "share" "part",
        /// Days.
        Date "date" "date" "date",
        /// Lengths of time, minutes.
        Minutes "minutes" "minutes" "minutes",
        /// Amounts.
        Money "money" "amount" "montant",
    }
}

/// A value, typed: back ends write it in the manner of its language and their format.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Cell {
    /// Nothing applies here.
    Empty,
    /// Something applies, and nobody knows it.
    Unknown,
    /// Words, in the language of the deliverable.
    Text(String),
    /// A name that is the same in every language: an id, a code, a reference.
    Code(String),
    /// A whole number.
    Count(i64),
    /// A number with `decimals` decimals, and its unit in words; the unit may be empty.
    Number {
        /// The number.
        value: f64,
        /// How many decimals are shown.
        decimals: u8,
        /// Its unit, such as `h`.
        unit: String,
    },
    /// A share of a whole: 0.25 is 25 %. Shown to a tenth of a percent, near 0 and 1 with the
    /// decimals that tell it from them.
    Share(f64),
    /// A day.
    Date(Day),
    /// A length of time, minutes.
    Minutes(i64),
    /// An amount.
    Money(Money),
}

impl Cell {
    /// Words, or unknown.
    pub fn text(text: Option<impl Into<String>>) -> Cell {
        text.map_or(Cell::Unknown, |text| Cell::Text(text.into()))
    }

    /// A count; beyond the range of 64 bits it is held at its end.
    pub fn count(count: impl TryInto<i64>) -> Cell {
        Cell::Count(count.try_into().unwrap_or(i64::MAX))
    }

    /// A length of time.
    pub fn minutes(minutes: impl TryInto<i64>) -> Cell {
        Cell::Minutes(minutes.try_into().unwrap_or(i64::MAX))
    }

    /// A day, or unknown.
    pub fn date(day: Option<Day>) -> Cell {
        day.map_or(Cell::Unknown, Cell::Date)
    }

    /// An amount in minor units, or unknown; unknown too where it is beyond what amounts can be.
    pub fn money(minor: Option<i64>, currency: Currency) -> Cell {
        minor.and_then(|minor| Money::new(minor, currency)).map_or(Cell::Unknown, Cell::Money)
    }

    /// A share, or unknown.
    pub fn share(share: Option<f64>) -> Cell {
        share.filter(|share| share.is_finite()).map_or(Cell::Unknown, Cell::Share)
    }

    /// `part` of `whole`; empty where there is nothing to divide by.
    pub fn part(part: u64, whole: u64) -> Cell {
        if whole == 0 {
            return Cell::Empty;
        }
        #[expect(clippy::cast_precision_loss, reason = "a share for people")]
        Cell::Share(part as f64 / whole as f64)
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty)
    }
}
