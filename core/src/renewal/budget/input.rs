//! What is to be placed, and what each year may cost.

use crate::quantity::{Currency, Rounding};
use serde::Serialize;

/// The most years of a budget.
pub const YEARS_MAX: usize = 30;
/// The most items of a budget.
pub const ITEMS_MAX: usize = 250_000;
/// The most choices of a budget: the years each item or bundle may go to, plus one for each of them.
pub const CHOICES_MAX: usize = 4_000_000;
/// Steps of work unless the input says otherwise: one step looks at one choice of one item.
pub const WORK_STEPS_DEFAULT: u64 = 200_000_000;

/// A budget to be filled: years with their caps, and the items that ask for a place in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BudgetInput {
    /// The calendar year of the first of `years`.
    pub first_year: i32,
    /// The years, without gap.
    pub years: Vec<YearBudget>,
    /// The currency of every amount.
    pub currency: Currency,
    /// What becomes of the money that a year does not spend.
    pub carry_over: CarryOver,
    /// What asks for a place.
    pub items: Vec<BudgetItem>,
    /// Items that belong together.
    pub bundles: Vec<Bundle>,
    /// What a year above the level costs.
    pub smoothing: Option<Smoothing>,
    /// The most steps of work; `None` is [`WORK_STEPS_DEFAULT`]. One step looks at one choice.
    pub work_steps_max: Option<u64>,
}

/// What one year may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct YearBudget {
    /// The most that the year may cost, in minor units; `None` is without limit.
    pub cap_minor: Option<i64>,
}

/// What becomes of the money that a year does not spend. A year without cap ends every carry: what was
/// left before it lapses, and nothing is carried out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CarryOver {
    /// It lapses.
    None,
    /// It is carried to the next year, and so on.
    Unspent {
        /// The most that is carried from a year to the next, in minor units; `None` is everything.
        max_minor: Option<i64>,
    },
    /// The money of a year can be spent in that year and in the `years` after it; the oldest is spent first.
    Window {
        /// Years after its own in which money can still be spent; 0 is as [`CarryOver::None`].
        years: u32,
    },
}

/// One thing to be renewed, or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BudgetItem {
    /// Its name, once in an input.
    pub id: String,
    /// The month it is wanted in, as year × 12 + month − 1; it may lie outside of the window.
    pub wanted_month: i32,
    /// The first month it may go to.
    pub earliest_month: i32,
    /// The last month it may go to.
    pub latest_month: i32,
    /// What it costs in each year.
    pub price: PriceByYear,
    /// What each month before the wanted one costs, in minor units.
    pub cost_per_month_early_minor: i64,
    /// What each month after the wanted one costs, in minor units.
    pub cost_per_month_late_minor: i64,
    /// What it costs not to place it at all, in minor units.
    pub consequence_minor: i64,
    /// Whether it must be placed: no regret outweighs it. What still finds no place is reported.
    pub is_mandatory: bool,
    /// Its bundle, as an index of [`BudgetInput::bundles`].
    pub bundle: Option<usize>,
}

/// What an item costs in each year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceByYear {
    /// `base_minor` in the first year; each further year the price of the year before ×
    /// `numerator / denominator`, rounded half up, as a price list is revised. 1000,00 € at 103/100 is
    /// 1030,00 € in the second year and 1060,90 € in the third.
    Indexed {
        /// The price in the first year of the budget, in minor units.
        base_minor: i64,
        /// Numerator of the yearly index.
        numerator: i64,
        /// Denominator of the yearly index.
        denominator: i64,
    },
    /// A price for each year of the budget, in minor units.
    Listed(Vec<i64>),
}

/// How the items of a bundle go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BundlePolicy {
    /// All of them in the same year, or none of them.
    Together,
    /// Each as it likes; the saving is had when all of them go to the same year.
    Saving,
}

/// Items of one site or one model that are renewed at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bundle {
    /// Its name, once in an input.
    pub id: String,
    /// How its items go together.
    pub policy: BundlePolicy,
    /// What the year costs less when all of them are placed in it, in minor units.
    pub saving_minor: i64,
}

/// What a year above a level costs: `penalty_ppm` millionths of each minor unit above it, each year rounded
/// up. It is linear, so that the bound counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Smoothing {
    /// The level of every year, in minor units; `None` is the mean year: the reference prices of all items
    /// that have a month in the budget, divided by the number of years, rounded down.
    pub level_minor: Option<i64>,
    /// Millionths of a minor unit for each minor unit above the level: 50 000 is 5 %.
    pub penalty_ppm: i64,
}

/// The last possible month of a year.
pub(super) const MONTHS: i32 = 12;

impl BudgetInput {
    /// The calendar year of the year number `index`.
    pub(super) fn year(&self, index: usize) -> i32 {
        self.first_year.saturating_add(i32::try_from(index).unwrap_or(i32::MAX))
    }

    /// The most steps of work.
    pub(super) fn steps(&self) -> u64 {
        self.work_steps_max.unwrap_or(WORK_STEPS_DEFAULT)
    }
}

impl PriceByYear {
    /// The price of each of `years` years; `None` where it cannot be told.
    ///
    /// ```
    /// use entretien::renewal::budget::PriceByYear;
    /// let price = PriceByYear::Indexed { base_minor: 100_000, numerator: 103, denominator: 100 };
    /// assert_eq!(price.by_year(3), Some(vec![100_000, 103_000, 106_090]));
    /// ```
    pub fn by_year(&self, years: usize) -> Option<Vec<i64>> {
        let (base, numerator, denominator) = match self {
            PriceByYear::Listed(prices) => return (prices.len() == years).then(|| prices.clone()),
            PriceByYear::Indexed { base_minor, numerator, denominator } => {
                (*base_minor, i128::from(*numerator), i128::from(*denominator))
            }
        };
        let mut prices = Vec::with_capacity(years);
        let mut price = base;
        for _ in 0..years {
            prices.push(price);
            let next = i128::from(price).checked_mul(numerator)?;
            // A price beyond 64 bits is as good as none: it is refused as too large.
            price = i64::try_from(Rounding::HalfUp.divide(next, denominator)?).unwrap_or(i64::MAX);
        }
        Some(prices)
    }
}

impl BudgetItem {
    /// The month of the calendar year `year` that is nearest to the wanted one within the window.
    ///
    /// Wanted in 2027-03 with a window from 2026-05 to 2028-02: 2026-12, 2027-03 and 2028-01.
    pub fn month_in(&self, year: i32) -> Option<i32> {
        let first = year.checked_mul(MONTHS)?;
        let from = first.max(self.earliest_month);
        let to = first.checked_add(MONTHS - 1)?.min(self.latest_month);
        (from <= to).then(|| self.wanted_month.clamp(from, to))
    }

    /// The year number of the reference price: the one of the wanted month, or the nearest to it.
    pub(super) fn reference_year(&self, first_year: i32, years: usize) -> usize {
        let last = years.saturating_sub(1);
        let ahead = self.wanted_month.div_euclid(MONTHS).saturating_sub(first_year);
        usize::try_from(ahead.max(0)).unwrap_or(last).min(last)
    }

    /// What placing it in `month` costs for being early or late.
    pub(super) fn shift_minor(&self, month: i32) -> i128 {
        let months = i128::from(month) - i128::from(self.wanted_month);
        if months < 0 {
            -months * i128::from(self.cost_per_month_early_minor)
        } else {
            months * i128::from(self.cost_per_month_late_minor)
        }
    }
}
