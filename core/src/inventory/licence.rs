//! Licences: what may be installed, how often, until when.

use crate::id::LicenceId;
use crate::quantity::Money;
use crate::time::Day;
use serde::Serialize;

/// A software licence or subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Licence {
    /// Its id.
    pub id: LicenceId,
    /// Program that it allows: installed programs whose name begins with this count against it, without
    /// regard to case.
    pub software: Box<str>,
    /// Publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Box<str>>,
    /// How many installations it allows; `None` when unknown, which is not unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat_count: Option<u64>,
    /// How many seats its register says are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_count: Option<u64>,
    /// Day of purchase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase: Option<Day>,
    /// Price of a term, or of the purchase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// First day on which it no longer allows anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// Something that is used up: toner, paper, cables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consumable {
    /// Its name.
    pub name: Box<str>,
    /// Number of the maker or seller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_number: Option<Box<str>>,
    /// How many are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u64>,
    /// How many should at least be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_quantity: Option<u64>,
    /// Price of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Day of purchase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase: Option<Day>,
}
