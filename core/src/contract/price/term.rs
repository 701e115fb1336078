//! What billing needs to know of the contract, and of what happened under it.

use super::{Class, LineKind, PERCENT_PLACES};
use crate::quantity::decimal_text;
use crate::time::{Day, Period};
use serde::{Serialize, Serializer};

/// The days of a contract: what a price is laid over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermSpans {
    /// First covered day; yearly anniversaries are counted from it.
    pub begin: Day,
    /// First day not covered; `None` when open-ended.
    pub end: Option<Day>,
    /// Suspended days, in any order, overlaps counting once.
    pub suspensions: Vec<Period>,
}

/// How many assets of a class the perimeter holds on a day. Any `Fn(&Class, Day) -> u64` is one.
pub trait Counts {
    /// Assets of `class` within the perimeter on `day`.
    fn assets(&self, class: &Class, day: Day) -> u64;

    /// A later day up to which the count stays that of `day` (the first day on which it may differ); the
    /// next day when that is not known, `None` when it stays for ever. Saves calls, changes no amount.
    fn next_change(&self, class: &Class, day: Day) -> Option<Day> {
        let _ = class;
        day.add_days(1)
    }
}

impl<F: Fn(&Class, Day) -> u64> Counts for F {
    fn assets(&self, class: &Class, day: Day) -> u64 {
        self(class, day)
    }
}

/// Work out of scope, as the caller recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Shown on the invoice line.
    pub label: Box<str>,
    /// Day of the work.
    pub day: Day,
    /// How much.
    pub quantity: ExtraQuantity,
}

/// How much work out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ExtraQuantity {
    /// Minutes, priced by the hour.
    Minutes(u32),
    /// Visits.
    Visits(u32),
}

impl ExtraQuantity {
    /// The kind of its invoice line, how much, and how much the price is for.
    pub(super) fn parts(self) -> (LineKind, u32, i64) {
        match self {
            ExtraQuantity::Minutes(minutes) => (LineKind::Hours, minutes, 60),
            ExtraQuantity::Visits(visits) => (LineKind::Visits, visits, 1),
        }
    }
}

/// A breach of the service level, as the caller found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Breach {
    /// Shown on the line of credit.
    pub label: Box<str>,
    /// Day of the breach.
    pub day: Day,
    /// Share of the fee of the period, parts per million. `None`: that of the price.
    ///
    /// Serialises as `percent`, such as `"2.5"`: a row of `breaches` of format `entretien/records`.
    #[serde(
        rename = "percent",
        skip_serializing_if = "Option::is_none",
        serialize_with = "percent"
    )]
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "Option<String>",
            description = "Percent of the fee of the period, such as `2.5`; left out: that of the price."
        )
    )]
    pub percent_ppm: Option<i64>,
    /// A cap of its own kind, beside that of the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<BreachCap>,
}

/// The most that breaches of one kind cost in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreachCap {
    /// The kind: breaches with the same text share the cap.
    pub kind: Box<str>,
    /// Share of the fee of the period, parts per million. Serialises as `percent`.
    #[serde(rename = "percent", serialize_with = "whole_percent")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "String", description = "Percent of the fee of the period, such as `5`.")
    )]
    pub cap_ppm: i64,
}

#[expect(clippy::ref_option, reason = "serde hands a reference to the field")]
fn percent<S: Serializer>(ppm: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    ppm.map(|ppm| decimal_text(ppm, PERCENT_PLACES)).serialize(serializer)
}

#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference to the field")
)]
fn whole_percent<S: Serializer>(ppm: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    decimal_text(*ppm, PERCENT_PLACES).serialize(serializer)
}
