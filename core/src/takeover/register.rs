//! What registers hold beside assets: contracts and relations, as they stand there.

use crate::id::SiteId;
use crate::inventory::RelationKind;
use crate::quantity::Money;
use crate::time::Day;
use serde::Serialize;

/// A contract as a register tells it: a draft for the engagement document, where somebody must still say
/// what it covers and how.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundContract {
    /// Its id in the register.
    pub id: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// Who serves it.
    pub provider: Option<Box<str>>,
    /// First day.
    pub begin: Option<Day>,
    /// First day after it, where the register tells an end.
    pub end: Option<Day>,
    /// Initial term in months, where the register tells a duration.
    pub initial_months: Option<u16>,
    /// Months of notice.
    pub notice_months: Option<u16>,
    /// Months of a renewal period.
    pub period_months: Option<u16>,
    /// Whether it renews: `tacit`, `express` or `none`, as the register means it.
    pub renewal: Option<Box<str>>,
    /// Price of a billing period.
    pub price: Option<Money>,
    /// Ids or names of the assets that the register puts under it, sorted.
    pub assets: Vec<Box<str>>,
    /// Its site, where it has one.
    pub site: Option<SiteId>,
}

/// A relation between assets as a register tells it, by id or name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundRelation {
    /// What it says.
    pub kind: RelationKind,
    /// The asset that depends.
    pub from: Box<str>,
    /// The asset that it depends on.
    pub to: Box<str>,
}
