//! A filled budget as plain rows.

use super::budget::{BundleSum, Method, Outcome, Reason, YearSum};
use super::terms::Budget;
use crate::quantity::Currency;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// Why a renewal has no place in a budget.
    Unplaced {
        /// No month of the years is in its window.
        Window "window" "no month in its window" "aucun mois dans sa fenêtre",
        /// Every place costs more than leaving it out.
        Dearer "dearer" "dearer than leaving it out" "plus cher que de s'en passer",
        /// The caps do not hold it.
        Cap "cap" "the caps do not hold it" "les plafonds ne le permettent pas",
        /// The search stopped before.
        Unfinished "unfinished" "the search stopped before" "recherche interrompue avant",
    }
}

/// One renewal in a budget: placed, with its price and regret, or not, with its consequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetRow {
    /// Key of the renewal, with `#2`, `#3` … for the next replacements of an asset.
    pub key: String,
    /// Month that it is placed in, `YYYY-MM`.
    pub month: Option<String>,
    /// Its price there, minor units.
    pub price_minor: Option<i64>,
    /// That price less the one of the wanted year, minor units.
    pub price_change_minor: Option<i64>,
    /// What being early or late costs, minor units.
    pub shift_minor: Option<i64>,
    /// Why it has no place.
    pub unplaced: Option<Unplaced>,
    /// What that costs, minor units.
    pub consequence_minor: Option<i64>,
    /// Whether it had to be placed; only told of what was not.
    pub is_mandatory: Option<bool>,
    /// Year of least regret that was tried, where caps bar it.
    pub tried_year: Option<i32>,
    /// What is lacking there, minor units.
    pub lacking_minor: Option<i64>,
}

/// A filled budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetTable {
    /// The first year.
    pub first_year: i32,
    /// Currency of every amount.
    pub currency: Currency,
    /// Renewals, in order of the rows they come from.
    pub rows: Vec<BudgetRow>,
    /// The years, in order.
    pub years: Vec<YearSum>,
    /// The bundles, by name.
    pub bundles: Vec<BundleSum>,
    /// Price changes, early and late costs, consequences and penalties, less savings, minor units.
    pub total_regret_minor: i64,
    /// No answer has less regret, minor units.
    pub lower_bound_minor: i64,
    /// The difference of the two, minor units.
    pub gap_minor: i64,
    /// Renewals that had to be placed and were not.
    pub mandatory_unplaced: usize,
    /// Whether it is proven that no answer is better.
    pub is_optimal: bool,
    /// How it was found.
    pub method: Method,
    /// Keys of renewals whose price is unknown.
    pub unpriced: Vec<String>,
    /// Keys of renewals with a price in another currency.
    pub other_currency: Vec<String>,
}

impl From<Budget> for BudgetTable {
    fn from(budget: Budget) -> BudgetTable {
        let Budget { first_year, answer, unpriced, other_currency } = budget;
        let placements = answer.placements.into_iter();
        BudgetTable {
            first_year,
            currency: answer.currency,
            rows: placements.map(|placement| row(placement.id, placement.outcome)).collect(),
            years: answer.years,
            bundles: answer.bundles,
            total_regret_minor: answer.total_regret_minor,
            lower_bound_minor: answer.lower_bound_minor,
            gap_minor: answer.gap_minor,
            mandatory_unplaced: answer.mandatory_unplaced,
            is_optimal: answer.is_optimal,
            method: answer.method,
            unpriced,
            other_currency,
        }
    }
}

fn row(key: String, outcome: Outcome) -> BudgetRow {
    let mut row = BudgetRow {
        key,
        month: None,
        price_minor: None,
        price_change_minor: None,
        shift_minor: None,
        unplaced: None,
        consequence_minor: None,
        is_mandatory: None,
        tried_year: None,
        lacking_minor: None,
    };
    match outcome {
        Outcome::Placed { month, price_minor, price_change_minor, shift_minor, .. } => {
            row.month =
                Some(format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1));
            row.price_minor = Some(price_minor);
            row.price_change_minor = Some(price_change_minor);
            row.shift_minor = Some(shift_minor);
        }
        Outcome::Unplaced { consequence_minor, is_mandatory, reason } => {
            row.consequence_minor = Some(consequence_minor);
            row.is_mandatory = Some(is_mandatory);
            row.unplaced = Some(match reason {
                Reason::Window => Unplaced::Window,
                Reason::Dearer => Unplaced::Dearer,
                Reason::Cap { .. } => Unplaced::Cap,
                Reason::Unfinished => Unplaced::Unfinished,
            });
            if let Reason::Cap { year, lacking_minor, .. } = reason {
                (row.tried_year, row.lacking_minor) = (Some(year), Some(lacking_minor));
            }
        }
    }
    row
}
