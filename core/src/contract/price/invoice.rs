//! Invoices and their lines.

use super::revise::Revision;
use super::{Bound, LineKind, Month};
use crate::quantity::Currency;
use crate::time::{Day, Period};
use serde::Serialize;

/// An invoice of a schedule (échéancier de facturation).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invoice {
    /// Its number since the contract began, from 0; stays the same whatever the horizon. A billing period
    /// without any line has no invoice, and its number is not used.
    pub number: u32,
    /// Billed period, cut to the term of the contract.
    pub period: Period,
    /// Day of issue.
    pub issue: Day,
    /// Day by which it must be paid.
    pub due: Day,
    /// The currency of every amount.
    pub currency: Currency,
    /// By kind, class, then day.
    pub lines: Vec<Line>,
    /// Sum of the lines, minor units.
    pub total_minor: i64,
}

/// A line of an invoice. `amount = price × quantity × share`, rounded once, except for a minimum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// What it is for.
    pub kind: LineKind,
    /// Class, work or breach; empty for the fee and the minimum.
    pub label: Box<str>,
    /// The days that it is for, in order; the cost accrues evenly over them.
    pub days: Vec<Period>,
    /// Price of one unit over the whole billing period; of one hour or visit; for a penalty, the fee of
    /// the period; for a minimum, the minimum itself, the amount being what lacks to it.
    pub price_minor: i64,
    /// Assets, minutes, visits; 1 for a fee. `None` when assets were counted day by day.
    pub quantity: Option<u64>,
    /// Sum of the daily counts, when assets were counted day by day.
    pub asset_days: Option<u64>,
    /// Part of the whole that is billed: days of the part and of the period as the day count has them, 1 and
    /// 60 for minutes, parts per million for a penalty.
    pub share: [i64; 2],
    /// The amount, minor units; negative for a credit.
    pub amount_minor: i64,
    /// The bound that the amount ran into.
    pub bound: Option<Bound>,
    /// How the price came from the base price; `None` when nothing revised it.
    pub revision: Option<Box<Revision>>,
}

/// Accrued cost of the days of a horizon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cost {
    /// The currency of every amount.
    pub currency: Currency,
    /// Every month that the horizon touches, in order.
    pub months: Vec<MonthCost>,
    /// Sum of the months, minor units.
    pub total_minor: i64,
}

/// Accrued cost of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthCost {
    /// The month.
    pub month: Month,
    /// Cost of its days within the horizon, minor units.
    pub minor: i64,
}

impl Cost {
    /// Cost by calendar year, in order; adds up to the total.
    pub fn years(&self) -> Vec<(i32, i64)> {
        let mut years: Vec<(i32, i64)> = Vec::new();
        for row in &self.months {
            match years.last_mut() {
                Some((year, minor)) if *year == row.month.year() => {
                    *minor = minor.saturating_add(row.minor);
                }
                _ => years.push((row.month.year(), row.minor)),
            }
        }
        years
    }
}

/// An amount in force on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceInForce {
    /// What it is for.
    pub kind: LineKind,
    /// The class of assets, else empty.
    pub label: Box<str>,
    /// Months that it is quoted per; `None` for an hour or a visit.
    pub per_months: Option<u32>,
    /// Minor units.
    pub price_minor: i64,
    /// How it came from the base price; `None` when nothing revised it.
    pub revision: Option<Revision>,
}
