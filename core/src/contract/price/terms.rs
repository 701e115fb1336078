//! The terms of a price: what is owed, per what, and how it changes.

use super::choices::{
    Alignment, DayCount, LineKind, Membership, MinimumOver, MonthEndTerms, Suspended, Timing,
};
use super::{Indexation, Month};
use crate::inventory::Selector;
use crate::quantity::{Currency, Rounding};
use crate::time::Day;
use serde::Serialize;

/// Most classes of assets of one price.
pub const CLASSES_MAX: usize = 200;
/// Most amendments of one price.
pub const AMENDMENTS_MAX: usize = 1_000;
/// Longest term of payment, in days.
pub const PAYMENT_DAYS_MAX: u32 = 365;
/// Longest delay from the nominal day of issue, in days.
pub const ISSUE_DELAY_DAYS_MAX: u32 = 366;
/// One whole in parts per million.
pub const WHOLE_PPM: i64 = 1_000_000;
/// Decimals of a percentage: `2.5` is 25 000 parts per million.
pub const PERCENT_PLACES: u32 = 4;

/// A number of months that divides the year: 1, 2, 3, 4, 6 or 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct BillingPeriod(u8);

impl BillingPeriod {
    /// One month.
    pub const MONTHLY: BillingPeriod = BillingPeriod(1);
    /// Three months.
    pub const QUARTERLY: BillingPeriod = BillingPeriod(3);
    /// Six months.
    pub const HALF_YEARLY: BillingPeriod = BillingPeriod(6);
    /// Twelve months.
    pub const YEARLY: BillingPeriod = BillingPeriod(12);

    /// The period, or `None` when `months` does not divide the year.
    pub fn new(months: u32) -> Option<BillingPeriod> {
        let months = u8::try_from(months).ok()?;
        matches!(months, 1 | 2 | 3 | 4 | 6 | 12).then_some(BillingPeriod(months))
    }

    /// Its months.
    pub fn months(self) -> u32 {
        u32::from(self.0)
    }

    /// Whether one of the two periods is a whole number of the other.
    pub(super) fn fits(self, other: BillingPeriod) -> bool {
        self.0.max(other.0).is_multiple_of(self.0.min(other.0))
    }
}

/// An amount per period: `12,00 €` a month is `minor` 1 200 per [`BillingPeriod::MONTHLY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fee {
    /// Minor units, not negative.
    pub minor: i64,
    /// Per what. `None`: per billing period.
    pub per: Option<BillingPeriod>,
}

/// The price of each asset of a class. An asset that two classes select is billed in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPrice {
    /// Names the class; shown on invoices.
    pub class: Class,
    /// What one asset costs.
    pub fee: Fee,
}

/// A class of assets, within the perimeter of the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its id, once in a price.
    pub id: Box<str>,
    /// Which assets.
    pub selector: Selector,
}

/// What is owed. In an amendment, what is `None` (or a class that is not named) stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts {
    /// The fixed fee.
    pub fixed: Option<Fee>,
    /// Prices per asset, in the order of invoice lines.
    pub classes: Vec<ClassPrice>,
    /// Price of one hour out of scope, minor units.
    pub hour_minor: Option<i64>,
    /// Price of one visit out of scope, minor units.
    pub visit_minor: Option<i64>,
    /// The least that is billed; cut pro rata as a fee is.
    pub minimum: Option<Fee>,
    /// Month whose prices these are, for the indexation. `None`: those of the day they take effect, so that the next
    /// anniversary is the first to revise them.
    pub base_month: Option<Month>,
}

/// New amounts from a day on (avenant).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceAmendment {
    /// First day of the new amounts.
    pub from: Day,
    /// What changes.
    pub amounts: Amounts,
}

/// Credit for breaches of the service level (pénalités).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Penalties {
    /// Share of the fee of the period that one breach costs, parts per million (5 % is 50 000).
    pub percent_ppm: i64,
    /// Most that all breaches of a period cost, parts per million of its fee. `None`: the whole fee.
    pub cap_ppm: Option<i64>,
}

/// When an invoice is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentTerms {
    /// Days to pay, at most [`PAYMENT_DAYS_MAX`].
    pub days: u32,
    /// How they are counted.
    pub month_end: MonthEndTerms,
}

impl Default for PaymentTerms {
    /// 30 days net.
    fn default() -> Self {
        PaymentTerms { days: 30, month_end: MonthEndTerms::Net }
    }
}

/// The parts of a price; [`Price::new`] checks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceParts {
    /// The one currency of every amount.
    pub currency: Currency,
    /// The billing period.
    pub every: BillingPeriod,
    /// When the fee of a period is invoiced.
    pub timing: Timing,
    /// What periods are counted from.
    pub alignment: Alignment,
    /// How a part of a period is counted.
    pub day_count: DayCount,
    /// How assets are counted when some join or leave within a period.
    pub membership: Membership,
    /// What a suspension does to the fees.
    pub suspended: Suspended,
    /// Over what the minimum is compared with what was billed.
    pub minimum_over: MinimumOver,
    /// How every division comes to a whole minor unit.
    pub rounding: Rounding,
    /// Days from the nominal day to the day of issue, at most [`ISSUE_DELAY_DAYS_MAX`].
    pub issue_delay_days: u32,
    /// When invoices are due.
    pub payment: PaymentTerms,
    /// What is owed from the first day.
    pub amounts: Amounts,
    /// What changes later, in any order.
    pub amendments: Vec<PriceAmendment>,
    /// How amounts follow an index.
    pub indexation: Option<Indexation>,
    /// What breaches cost.
    pub penalties: Option<Penalties>,
}

impl PriceParts {
    /// No amount yet, every policy by default.
    pub fn new(currency: Currency, every: BillingPeriod) -> PriceParts {
        PriceParts {
            currency,
            every,
            timing: Timing::Arrears,
            alignment: Alignment::Anniversary,
            day_count: DayCount::Actual,
            membership: Membership::PeriodStart,
            suspended: Suspended::Unbilled,
            minimum_over: MinimumOver::Period,
            rounding: Rounding::HalfUp,
            issue_delay_days: 0,
            payment: PaymentTerms::default(),
            amounts: Amounts::default(),
            amendments: Vec::new(),
            indexation: None,
            penalties: None,
        }
    }
}

/// One amount over the days that it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rate {
    /// Place among the rates of the price.
    pub number: usize,
    pub kind: LineKind,
    /// Place among the classes, in order of first mention.
    pub place: usize,
    /// The class, for assets.
    pub class: Option<Class>,
    pub minor: i64,
    pub per: BillingPeriod,
    pub base_month: Option<Month>,
    /// `None`: from the first day of the contract.
    pub from: Option<Day>,
    /// First day of the next amount.
    pub until: Option<Day>,
}

impl Rate {
    /// Whether it is in force on `day`.
    pub(super) fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// The price of a contract, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    pub(super) parts: PriceParts,
    /// By kind, class, first day.
    pub(super) rates: Vec<Rate>,
}
