//! Where each item went, and what it costs.

use crate::quantity::Currency;
use serde::Serialize;

/// A filled budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetAnswer {
    /// The currency of every amount.
    pub currency: Currency,
    /// One for each item, in the order of the input.
    pub placements: Vec<Placement>,
    /// One for each bundle, in the order of the input.
    pub bundles: Vec<BundleSum>,
    /// One for each year, in order.
    pub years: Vec<YearSum>,
    /// Price changes + early and late costs + consequences − savings + penalties, in minor units.
    pub total_regret_minor: i64,
    /// No answer that leaves at most as many mandatory items without place has less total regret.
    pub lower_bound_minor: i64,
    /// `total_regret_minor − lower_bound_minor`.
    pub gap_minor: i64,
    /// Mandatory items without place.
    pub mandatory_unplaced: usize,
    /// Whether it is proven that no answer is better: fewer mandatory items without place, or as many and
    /// less regret.
    pub is_optimal: bool,
    /// How the answer was found.
    pub method: Method,
    /// Steps of work done; one step looks at one choice.
    pub steps: u64,
    /// Whether the work stopped at the limit of the input.
    pub is_limit_reached: bool,
}

crate::text::choice! {
    /// How an answer was found.
    #[cfg_attr(feature = "schema", schemars(rename = "BudgetMethod"))]
    Method {
        /// The bound of the multipliers is met at once.
        Multipliers "multipliers" "multipliers" "multiplicateurs",
        /// By branching and bounding, to the end.
        Branching "branching" "branching to the end" "séparation et évaluation menée à terme",
        /// By branching and bounding, up to the limit of work.
        Limited "limited" "branching up to the limit of work" "séparation et évaluation jusqu'à la limite de travail",
    }
}

/// Where an item went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Placement {
    /// The item.
    pub id: String,
    /// The place and its regret, or why there is none.
    pub outcome: Outcome,
}

/// The place of an item and its regret, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It has a place.
    Placed {
        /// The calendar year.
        year: i32,
        /// The month, as year × 12 + month − 1.
        month: i32,
        /// The price of that year, in minor units.
        price_minor: i64,
        /// That price less the price of the wanted year; negative when it falls.
        price_change_minor: i64,
        /// What being early or late costs.
        shift_minor: i64,
    },
    /// It has none.
    Unplaced {
        /// What that costs, in minor units.
        consequence_minor: i64,
        /// Whether it was mandatory.
        is_mandatory: bool,
        /// Why.
        reason: Reason,
    },
}

/// Why an item has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Its window, or the common window of its bundle, has no month in the years of the budget.
    Window,
    /// Every year would cost more regret than leaving it out.
    Dearer,
    /// The money of the years `first_year` to `last_year` does not hold it. The year tried is the one of
    /// least regret; of the limits that bar it, the one that lacks most.
    Cap {
        /// The year tried.
        year: i32,
        /// The first year of the limit that bars it; the same as `last_year` for the cap of one year.
        first_year: i32,
        /// The last year of that limit.
        last_year: i32,
        /// What is lacking, in minor units.
        lacking_minor: i64,
    },
    /// It would fit, and the search ended before it was placed; only when the answer is not proven optimal.
    Unfinished,
}

/// Whether a bundle went together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BundleSum {
    /// The bundle.
    pub id: String,
    /// The year that all of its items are placed in.
    pub year: Option<i32>,
    /// What that year costs less, in minor units.
    pub saving_minor: i64,
}

/// What a year costs and may cost, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearSum {
    /// The calendar year.
    pub year: i32,
    /// Prices of what is placed in it, less the savings.
    pub spent_minor: i64,
    /// Its own cap.
    pub cap_minor: Option<i64>,
    /// What was carried into it.
    pub carried_minor: i64,
    /// Cap + carried − spent; `None` without cap.
    pub left_minor: Option<i64>,
    /// What being above the level costs.
    pub penalty_minor: i64,
}

impl BudgetAnswer {
    /// The gap in parts per million of the lower bound's size, rounded up; `None` when that is zero.
    ///
    /// A total of 10 050 with a bound of 10 000 is 5 000 ppm, half a percent.
    pub fn gap_ppm(&self) -> Option<i64> {
        let size = i128::from(self.lower_bound_minor).abs();
        let scaled = i128::from(self.gap_minor) * 1_000_000 + size - 1;
        i64::try_from(scaled.checked_div(size)?).ok()
    }
}
