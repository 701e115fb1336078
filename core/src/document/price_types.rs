//! How prices and index series are written in documents.

use super::read::{IdText, choices, record};
use super::types::{EveryDoc, MoneyDoc, SelectorDoc};
use crate::contract::price::{
    Alignment, CapScope, Compounding, DayCount, LineKind, Membership, MinimumOver, MissingIndex,
    MonthEndTerms, Publication, Suspended, Timing,
};
use crate::quantity::Rounding;
use crate::time::Day;

choices!(
    Alignment,
    CapScope,
    Compounding,
    DayCount,
    LineKind,
    Membership,
    MinimumOver,
    MissingIndex,
    MonthEndTerms,
    Publication,
    Rounding,
    Suspended,
    Timing,
);

record! {
    /// What a contract costs. All amounts are in one currency.
    pub struct PriceDoc {
        /// The billing period: `monthly`, `quarterly`, `half_yearly`, `yearly`, or 1, 2, 3, 4, 6 or 12 months.
        pub every: EveryDoc,
        /// When the fee of a period is invoiced. Default: `in_arrears`.
        pub timing: Option<Timing>,
        /// What periods are counted from. Default: `anniversary`.
        pub alignment: Option<Alignment>,
        /// How a part of a period is counted. Default: `actual`.
        pub day_count: Option<DayCount>,
        /// How assets are counted when some join or leave within a period. Default: `period_start`.
        pub membership: Option<Membership>,
        /// What a suspension of the contract does to the fees. Default: `unbilled`.
        pub suspended: Option<Suspended>,
        /// How every division comes to a whole minor unit. Default: `half_up`.
        pub rounding: Option<Rounding>,
        /// Days from the first day (in advance) or the last day (in arrears) of a period to the issue, at most 366. Default: 0.
        pub issue_delay_days: Option<u32>,
        /// When invoices are due. Default: 30 days net.
        pub payment: Option<PaymentDoc>,
        /// The fixed fee.
        pub fixed: Option<FeeDoc>,
        /// Prices per asset.
        #[serde(default)]
        pub classes: Vec<ClassPriceDoc>,
        /// Price of one hour out of scope.
        pub hour: Option<MoneyDoc>,
        /// Price of one visit out of scope.
        pub visit: Option<MoneyDoc>,
        /// The least that is billed.
        pub minimum: Option<FeeDoc>,
        /// Over what the minimum is compared with what was billed. Default: `period`.
        pub minimum_over: Option<MinimumOver>,
        /// How amounts follow an index. Default: they do not.
        pub indexation: Option<IndexationDoc>,
        /// What breaches of the service level cost. Default: nothing.
        pub penalties: Option<PenaltiesDoc>,
        /// New amounts from a day on.
        #[serde(default)]
        pub amendments: Vec<PriceAmendmentDoc>,
    }
}

record! {
    /// An amount per period.
    pub struct FeeDoc {
        /// Integer minor units (cents), not negative.
        pub minor: i64,
        /// ISO 4217 code, such as `EUR`.
        pub currency: String,
        /// Per what. Default: the billing period.
        pub per: Option<EveryDoc>,
    }
}

record! {
    /// The price of each asset of a class. An asset that two classes select is billed in both.
    pub struct ClassPriceDoc {
        /// Names the class on invoices.
        pub id: IdText,
        /// Which assets of the perimeter. Default: all of them.
        pub select: Option<SelectorDoc>,
        /// Integer minor units (cents) for one asset, not negative.
        pub minor: i64,
        /// ISO 4217 code, such as `EUR`.
        pub currency: String,
        /// Per what. Default: the billing period.
        pub per: Option<EveryDoc>,
    }
}

record! {
    /// New amounts from a day on. What is not given stays as it was; 0 ends a fee.
    pub struct PriceAmendmentDoc {
        /// First day of the new amounts.
        pub from: Day,
        /// Month (`YYYY-MM`) whose prices these are. Default: those of that day, revised from the next anniversary on.
        pub base_month: Option<String>,
        /// The fixed fee.
        pub fixed: Option<FeeDoc>,
        /// Prices per asset.
        #[serde(default)]
        pub classes: Vec<ClassPriceDoc>,
        /// Price of one hour out of scope.
        pub hour: Option<MoneyDoc>,
        /// Price of one visit out of scope.
        pub visit: Option<MoneyDoc>,
        /// The least that is billed.
        pub minimum: Option<FeeDoc>,
    }
}

record! {
    /// When an invoice is due.
    pub struct PaymentDoc {
        /// Days to pay, at most 365.
        pub days: u32,
        /// How they fall at the end of a month. Default: `net`.
        pub month_end: Option<MonthEndTerms>,
    }
}

record! {
    /// Revision of prices at each yearly anniversary of the contract: price × index / index of the base month.
    pub struct IndexationDoc {
        /// An index of `index_series`.
        pub series: IdText,
        /// Base month, `YYYY-MM`. Default: that of the first day of the contract, less the lag.
        pub base_month: Option<String>,
        /// Months from the reference month to the anniversary, at most 120. Default: 0.
        pub lag_months: Option<u32>,
        /// Highest rise in percent, such as `"2.5"`, at most four decimals. Default: none.
        pub cap: Option<String>,
        /// Lowest change in percent: `"0"` never falls, `"-2"` falls by at most 2 %. Default: none.
        pub floor: Option<String>,
        /// What cap and floor are percentages of. Default: `per_step`.
        pub scope: Option<CapScope>,
        /// What a revision multiplies. Default: `from_base`.
        pub compounding: Option<Compounding>,
        /// What happens when an index is not known. Default: `refuse`.
        pub missing: Option<MissingIndex>,
        /// Which amounts are revised. Default: all.
        #[serde(default)]
        pub applies_to: Vec<LineKind>,
    }
}

record! {
    /// Credit for breaches of the service level.
    pub struct PenaltiesDoc {
        /// Percent of the fees of the period for one breach, such as `"5"`, at most four decimals.
        pub percent: String,
        /// Most for all breaches of a period, percent of its fees. Default: `"100"`.
        pub cap: Option<String>,
    }
}

record! {
    /// A published index, such as Syntec.
    pub struct IndexSeriesDoc {
        /// Its id.
        pub id: IdText,
        /// Its name. Default: the id.
        pub name: Option<String>,
        /// What its values are, such as `base 100 in 2010`; free text.
        pub unit: Option<String>,
        /// How often it is published. Default: `monthly`.
        pub published: Option<Publication>,
        /// Its values, in any order.
        pub values: Vec<IndexValueDoc>,
    }
}

record! {
    /// One value of an index.
    pub struct IndexValueDoc {
        /// `YYYY-MM`; the first month of the quarter for a quarterly index.
        pub month: String,
        /// Exact decimal as text, such as `"123.45"`, at most six decimals, above zero.
        pub value: String,
    }
}

record! {
    /// A price with the index series that it uses, apart from an engagement.
    pub struct PriceFileDoc {
        /// The price.
        pub price: PriceDoc,
        /// Index series.
        #[serde(default)]
        pub index_series: Vec<IndexSeriesDoc>,
    }
}
