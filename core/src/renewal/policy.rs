//! Renewal policies: which reasons count, how long things live, what they cost.

use crate::inventory::{Asset, BookMethod, Category, Selector};
use crate::quantity::Money;
use crate::support::SupportLevel;
use crate::text::choice;

/// Longest life of a policy, in months: a century.
pub const LIFE_MONTHS_MAX: u16 = 1_200;
/// Longest lead or flexibility, in months.
pub const FLEX_MONTHS_MAX: u16 = 240;

choice! {
    /// A reason to renew or update. The order decides between reasons of one date.
    Driver {
        /// End of the class life.
        Age "age" "age" "âge",
        /// End of life as its maker or owner states it.
        StatedLife "stated_life" "stated end of life" "fin de vie annoncée",
        /// End of the warranty.
        Warranty "warranty" "end of warranty" "fin de garantie",
        /// End of support of the operating system.
        OsSupport "os_support" "end of support of the system" "fin de support du système",
        /// End of support of the firmware or device.
        FirmwareSupport "firmware_support" "end of support of the device" "fin de support du matériel",
        /// End of support of an installed program.
        SoftwareSupport "software_support" "end of support of software" "fin de support logiciel",
        /// Notice or end of a contract.
        Contract "contract" "end of contract" "fin de contrat",
        /// End of a licence.
        Licence "licence" "end of licence" "fin de licence",
        /// End of a certificate.
        Certificate "certificate" "end of certificate" "fin de certificat",
        /// Lowest equivalent annual cost.
        EconomicLife "economic_life" "economic life" "durée de vie économique",
        /// Optimal age under the failure model.
        Failure "failure" "optimal replacement age" "âge optimal de remplacement",
        /// End of depreciation.
        BookEnd "book_end" "end of depreciation" "fin d'amortissement",
    }
}

choice! {
    /// Which of the three lives of a class is meant.
    LifePoint {
        /// The shortest that is usual.
        Low "low" "low" "courte",
        /// The most usual.
        Mode "mode" "usual" "usuelle",
        /// The longest that is usual.
        High "high" "high" "longue",
    }
}

/// How long assets of a class live, in months; low ≤ mode ≤ high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Life {
    /// Shortest usual life.
    pub low_months: u16,
    /// Most usual life.
    pub mode_months: u16,
    /// Longest usual life.
    pub high_months: u16,
}

impl Life {
    /// A life in years.
    const fn years(low: u16, mode: u16, high: u16) -> Life {
        Life { low_months: low * 12, mode_months: mode * 12, high_months: high * 12 }
    }

    /// Whether the three are in order, within 1 to [`LIFE_MONTHS_MAX`].
    pub fn is_ordered(self) -> bool {
        0 < self.low_months
            && self.low_months <= self.mode_months
            && self.mode_months <= self.high_months
            && self.high_months <= LIFE_MONTHS_MAX
    }

    /// The months of one of the three.
    pub fn months(self, point: LifePoint) -> u16 {
        match point {
            LifePoint::Low => self.low_months,
            LifePoint::Mode => self.mode_months,
            LifePoint::High => self.high_months,
        }
    }

    /// The life of a category where no policy says another; `None` for a virtual machine.
    ///
    /// ```
    /// use entretien::{inventory::Category, renewal::Life};
    /// let life = Life::of_category(Category::Laptop).unwrap();
    /// assert_eq!((life.low_months, life.mode_months, life.high_months), (36, 48, 72));
    /// assert_eq!(Life::of_category(Category::VirtualMachine), None);
    /// ```
    pub const fn of_category(category: Category) -> Option<Life> {
        Some(match category {
            Category::Laptop => Life::years(3, 4, 6),
            Category::Desktop => Life::years(3, 5, 8),
            Category::Server | Category::Storage | Category::Backup => Life::years(5, 6, 7),
            Category::Switch | Category::Router | Category::Firewall | Category::AccessPoint => {
                Life::years(5, 6, 8)
            }
            Category::Ups => Life::years(5, 6, 8),
            Category::Printer | Category::Other => Life::years(3, 5, 10),
            Category::Phone => Life::years(2, 3, 4),
            Category::Monitor => Life::years(6, 8, 10),
            Category::VirtualMachine => return None,
        })
    }
}

/// Costs of keeping an asset, for its economic life. Amounts are in the currency of the price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upkeep {
    /// Purchase price, minor units.
    pub price_minor: i64,
    /// Cost of each year of use, minor units, at the end of the year.
    pub yearly_cost_minor: Vec<i64>,
    /// What it sells for at the end of each year, minor units; as many as years.
    pub salvage_minor: Vec<i64>,
    /// Interest, parts per million a year.
    pub rate_ppm: u32,
}

/// How assets of a class fail, and what that costs: for the optimal age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FailureModel {
    /// Shape of the Weibull law of its life.
    pub shape: f64,
    /// Scale of that law, days.
    pub scale_days: f64,
    /// Cost of a planned replacement, minor units.
    pub planned_cost_minor: i64,
    /// Cost of a replacement after a failure, minor units.
    pub failure_cost_minor: i64,
}

/// How the price of assets of a class is written off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Book {
    /// Method.
    pub method: BookMethod,
    /// Over how many years.
    pub years: u16,
}

/// What holds for the renewal of a group of assets; see [`crate::renewal::rules`].
#[derive(Debug, Clone, PartialEq)]
pub struct RenewalPolicy {
    /// Its id; `default` is that of the shipped one.
    pub id: Box<str>,
    /// Which assets it is for.
    pub applies_to: Selector,
    /// Reasons that may bind a replacement.
    pub drivers: Vec<Driver>,
    /// Support reasons that call for an update of the product instead.
    pub updates: Vec<Driver>,
    /// Life; that of the category where `None`.
    pub life: Option<Life>,
    /// Which of the three lives dates the asset.
    pub life_point: LifePoint,
    /// Which end of support counts.
    pub support_level: SupportLevel,
    /// How many months before the date the work is wanted.
    pub lead_months: u16,
    /// How many months earlier than wanted it may be done.
    pub flex_early_months: u16,
    /// How many months later than wanted it may be done.
    pub flex_late_months: u16,
    /// Whether a budget must place it.
    pub is_mandatory: bool,
    /// Price of a replacement; the purchase price of the asset where `None`.
    pub price: Option<Money>,
    /// Price of an update; unknown where `None`.
    pub update_price: Option<Money>,
    /// Rise of prices, parts per million a year.
    pub price_index_ppm: i64,
    /// What a month early costs, minor units.
    pub early_cost_minor: i64,
    /// What a month late costs, minor units.
    pub late_cost_minor: i64,
    /// What it costs not to renew at all, minor units.
    pub consequence_minor: i64,
    /// Costs that its economic life follows from.
    pub upkeep: Option<Upkeep>,
    /// How it fails.
    pub failure: Option<FailureModel>,
    /// How it is written off; what the asset says goes before.
    pub book: Option<Book>,
    /// Carbon dioxide of making one, kilograms, if somebody gives a factor.
    pub manufacture_co2_kg: Option<u32>,
}

impl Default for RenewalPolicy {
    fn default() -> Self {
        RenewalPolicy {
            id: "default".into(),
            applies_to: Selector::default(),
            drivers: vec![
                Driver::Age,
                Driver::StatedLife,
                Driver::OsSupport,
                Driver::FirmwareSupport,
                Driver::EconomicLife,
                Driver::Failure,
            ],
            updates: vec![Driver::SoftwareSupport],
            life: None,
            life_point: LifePoint::Mode,
            support_level: SupportLevel::Security,
            lead_months: 0,
            flex_early_months: 0,
            flex_late_months: 0,
            is_mandatory: false,
            price: None,
            update_price: None,
            price_index_ppm: 0,
            early_cost_minor: 0,
            late_cost_minor: 0,
            consequence_minor: 0,
            upkeep: None,
            failure: None,
            book: Some(Book { method: BookMethod::StraightLine, years: 3 }),
            manufacture_co2_kg: None,
        }
    }
}

/// The policy of an asset: the first that takes it.
pub(super) fn policy_of<'p>(
    policies: impl IntoIterator<Item = &'p RenewalPolicy>,
    asset: &Asset,
) -> Option<&'p RenewalPolicy> {
    policies.into_iter().find(|policy| policy.applies_to.matches(asset))
}

impl RenewalPolicy {
    /// The life of an asset of `category` under this policy.
    pub fn life_of(&self, category: Category) -> Option<Life> {
        self.life.or_else(|| Life::of_category(category))
    }
}
