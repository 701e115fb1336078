//! Renewal policies, as they are written.

use super::asset_types::MoneyDoc;
use super::read::{IdText, choices, record};
use super::types::SelectorDoc;
use crate::inventory::BookMethod;
use crate::renewal::{BundleBy, Driver, LifePoint};
use crate::support::SupportLevel;

choices!(Driver, LifePoint, SupportLevel, BundleBy, CarryName, BundleName);

record! {
    /// How assets are renewed and updated.
    pub struct RenewalDoc {
        /// Policies; the first that takes an asset is its policy. Default: the shipped one, `default`.
        #[serde(default)]
        pub policies: Vec<RenewalPolicyDoc>,
        /// What each year may cost. Default: no budget.
        pub budget: Option<BudgetDoc>,
    }
}

record! {
    /// What renewals may cost in each calendar year, from the year asked.
    pub struct BudgetDoc {
        /// Currency of all amounts, such as `EUR`; renewals in another are left out and listed.
        pub currency: String,
        /// The years, 1 to 30.
        pub years: Vec<BudgetYearDoc>,
        /// What becomes of what a year does not spend. Default: `none`, it lapses.
        pub carry_over: Option<CarryName>,
        /// With `unspent`, the most that is carried from a year to the next, minor units. Default: everything.
        pub carry_over_max_minor: Option<i64>,
        /// With `window`, the years after its own in which money can still be spent.
        pub carry_over_years: Option<u32>,
        /// Which replacements belong together. Default: `nothing`.
        pub bundle_by: Option<BundleBy>,
        /// Whether a bundle must go to one year, or saves when it does. Default: `saving`.
        pub bundle: Option<BundleName>,
        /// What a bundle in one year saves, minor units for each replacement after the first. Default: 0.
        pub bundle_saving_minor: Option<i64>,
        /// Level above which a year is penalised, minor units. Default: the mean year.
        pub level_minor: Option<i64>,
        /// Penalty for each minor unit above the level, in percent, such as `"5"`. Default: no smoothing.
        pub penalty: Option<String>,
    }
}

record! {
    /// A year of a budget.
    pub struct BudgetYearDoc {
        /// The most that it may cost, minor units. Default: no limit.
        pub cap_minor: Option<i64>,
    }
}

crate::text::choice! {
    /// What becomes of what a year does not spend.
    CarryName {
        /// It lapses.
        None "none" "lapses" "perdu",
        /// It is carried on.
        Unspent "unspent" "carried on" "reporté",
        /// It can be spent in the years after its own.
        Window "window" "for some years" "pour quelques années",
    }
}

crate::text::choice! {
    /// How a bundle goes together.
    BundleName {
        /// In one year, or none of it.
        Together "together" "together" "ensemble",
        /// As each likes; it saves when all go to one year.
        Saving "saving" "saving" "économie",
    }
}

record! {
    /// What holds for the renewal of a group of assets. What is left out is as in the policy `default`.
    pub struct RenewalPolicyDoc {
        /// Its id.
        pub id: IdText,
        /// Which assets it is for. Default: every asset.
        pub applies_to: Option<SelectorDoc>,
        /// Reasons that may bind a replacement.
        pub drivers: Option<Vec<Driver>>,
        /// Support reasons that call for an update of the product instead.
        pub updates: Option<Vec<Driver>>,
        /// Life in months. Default: that of the category.
        pub life: Option<LifeDoc>,
        /// Which of the three lives dates the asset. Default: `mode`.
        pub life_point: Option<LifePoint>,
        /// Which end of support counts. Default: `security`.
        pub support_level: Option<SupportLevel>,
        /// How many months before the date the work is wanted, at most 240. Default: 0.
        pub lead_months: Option<u16>,
        /// How many months earlier than wanted it may be done, at most 240. Default: 0.
        pub flex_early_months: Option<u16>,
        /// How many months later than wanted it may be done, at most 240. Default: 0.
        pub flex_late_months: Option<u16>,
        /// Whether a budget must place it. Default: false.
        pub is_mandatory: Option<bool>,
        /// Price of a replacement. Default: the purchase price of the asset.
        pub price: Option<MoneyDoc>,
        /// Price of an update. Default: unknown.
        pub update_price: Option<MoneyDoc>,
        /// Rise of prices in percent a year, such as `"2.5"`, −50 to 100, at most four decimals. Default: `"0"`.
        pub price_index: Option<String>,
        /// What a month early costs, minor units. Default: 0.
        pub early_cost_minor: Option<i64>,
        /// What a month late costs, minor units. Default: 0.
        pub late_cost_minor: Option<i64>,
        /// What it costs not to renew at all, minor units. Default: 0.
        pub consequence_minor: Option<i64>,
        /// Costs that its economic life follows from.
        pub upkeep: Option<UpkeepDoc>,
        /// How it fails.
        pub failure: Option<FailureDoc>,
        /// How it is written off; what an asset says goes before. Default: straight line over 3 years.
        pub book: Option<BookDoc>,
        /// Carbon dioxide of making one, kilograms. Default: unknown.
        pub manufacture_co2_kg: Option<u32>,
    }
}

record! {
    /// Usual lives of a class.
    pub struct LifeDoc {
        /// Shortest, months.
        pub low_months: u16,
        /// Most usual, months.
        pub mode_months: u16,
        /// Longest, months, at most 1 200.
        pub high_months: u16,
    }
}

record! {
    /// Costs of keeping an asset year by year.
    pub struct UpkeepDoc {
        /// Purchase price, minor units.
        pub price_minor: i64,
        /// Cost of each year of use, minor units, at its end; 1 to 60 years.
        pub yearly_cost_minor: Vec<i64>,
        /// What it sells for at the end of each year, minor units. Default: nothing.
        pub salvage_minor: Option<Vec<i64>>,
        /// Interest in percent a year, 0 to 100. Default: `"0"`.
        pub rate: Option<String>,
    }
}

record! {
    /// The Weibull law of a life, and what replacing costs.
    pub struct FailureDoc {
        /// Shape, such as `"2.5"`, at most four decimals.
        pub shape: String,
        /// Scale, days: by then 63 % have failed.
        pub scale_days: u32,
        /// Cost of a planned replacement, minor units.
        pub planned_cost_minor: i64,
        /// Cost of a replacement after a failure, minor units.
        pub failure_cost_minor: i64,
    }
}

record! {
    /// How a price is written off.
    pub struct BookDoc {
        /// Method.
        pub method: BookMethod,
        /// Over how many years, 1 to 50.
        pub years: u16,
    }
}
