//! Book values of an estate: what each asset is worth on paper, and what its early renewal writes off.

use super::depreciation::{
    Depreciation, DepreciationDayCount, DepreciationMethod, DepreciationTerms,
};
use super::forecast::too_much;
use super::list::Renewals;
use super::policy::{Book, RenewalPolicy, policy_of};
use super::row::RenewalSubject;
use crate::error::Error;
use crate::id::AssetId;
use crate::inventory::{Asset, BookMethod, Estate};
use crate::order;
use crate::quantity::{Currency, INTEGER_MAX, Money};
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;
use std::collections::BTreeMap;

choice! {
    /// Why an asset has no book value.
    NoBook {
        /// Its price is unknown.
        NoPrice "no_price" "price unknown" "prix inconnu",
        /// Neither day of putting into service nor of purchase.
        NoDay "no_day" "no day of service or purchase" "pas de date de mise en service ni d'achat",
        /// Nothing says over how many years.
        NoYears "no_years" "no book life given" "pas de durée d'amortissement",
        /// It was charged at once.
        Expensed "expensed" "charged at once" "passé en charge",
        /// Its numbers cannot be depreciated.
        Unusable "unusable" "numbers that cannot be depreciated" "nombres non amortissables",
    }
}

/// The charge of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BookYear {
    /// Calendar year.
    pub year: i32,
    /// Its charge, minor units.
    pub charge_minor: i64,
    /// Book value at its end, minor units.
    pub closing_minor: i64,
}

/// The book of one asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BookRow {
    /// The asset.
    pub asset: AssetId,
    /// How it is written off; the asset says, else its policy.
    pub method: Option<BookMethod>,
    /// Over how many years.
    pub years: Option<u16>,
    /// What it cost.
    pub cost: Option<Money>,
    /// First day of its book life.
    pub in_service: Option<Day>,
    /// Book value at the end of the day asked.
    pub value_minor: Option<i64>,
    /// The charge of every year of its book life.
    pub charges: Vec<BookYear>,
    /// What is written off at once if it is replaced when its renewal is wanted.
    pub exceptional_minor: Option<i64>,
    /// Why it has no book value.
    pub no_book: Option<NoBook>,
}

/// Charges of a year over all assets of a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BookTotal {
    /// Calendar year.
    pub year: i32,
    /// Currency.
    pub currency: Currency,
    /// Sum of charges, minor units.
    pub charge_minor: i64,
    /// Sum of book values at the end of the year, minor units.
    pub closing_minor: i64,
}

/// The books of an estate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Books {
    /// The day whose values they give.
    pub as_of: Day,
    /// Assets by id, the retired ones included.
    pub rows: Vec<BookRow>,
    /// By year, then currency.
    pub totals: Vec<BookTotal>,
}

impl Renewals {
    /// The book value of every asset at the end of `day`, past or future, the charges of its years, and the
    /// exceptional charge of renewing it when wanted.
    ///
    /// # Errors
    /// `DOC-009` charges or values that add up beyond 2⁵³.
    pub fn books(&self, estate: &Estate, day: Day) -> Result<Books, Error> {
        let wanted: BTreeMap<&str, Day> = self
            .rows
            .iter()
            .filter_map(|row| match &row.subject {
                RenewalSubject::Asset { asset } => Some((asset.as_str(), row.wanted?)),
                _ => None,
            })
            .collect();
        let rows: Vec<BookRow> = estate
            .assets()
            .iter()
            .map(|asset| {
                let policy = policy_of(&self.policies, asset);
                row(asset, policy, day, wanted.get(asset.id.as_str()).copied())
            })
            .collect();
        let totals = totals(&rows)?;
        Ok(Books { as_of: day, rows, totals })
    }
}

fn row(asset: &Asset, policy: Option<&RenewalPolicy>, day: Day, wanted: Option<Day>) -> BookRow {
    let facts = &asset.facts;
    let book: Option<Book> = policy.and_then(|policy| policy.book);
    let method = facts.book_method.or(book.map(|book| book.method));
    let years = facts.book_years.or(book.map(|book| book.years));
    let mut row = BookRow {
        asset: asset.id.clone(),
        method,
        years,
        cost: facts.price,
        in_service: facts.in_service.or(facts.purchase),
        value_minor: None,
        charges: Vec::new(),
        exceptional_minor: None,
        no_book: None,
    };
    match plan(&row) {
        Err(why) => {
            row.no_book = Some(why);
            if why == NoBook::Expensed {
                row.value_minor = Some(0);
            }
        }
        Ok(plan) => {
            row.value_minor = Some(plan.book_value_minor(day));
            row.charges = plan
                .charges()
                .iter()
                .map(|year| BookYear {
                    year: year.year,
                    charge_minor: year.charge_minor,
                    closing_minor: year.closing_minor,
                })
                .collect();
            let retired = wanted.and_then(|day| plan.retire(day, None).ok());
            row.exceptional_minor = retired.map(|retired| retired.exceptional_minor);
        }
    }
    row
}

fn plan(row: &BookRow) -> Result<Depreciation, NoBook> {
    if row.method == Some(BookMethod::Expensed) {
        return Err(NoBook::Expensed);
    }
    let cost = row.cost.ok_or(NoBook::NoPrice)?;
    let in_service = row.in_service.ok_or(NoBook::NoDay)?;
    let years = row.years.ok_or(NoBook::NoYears)?;
    let method = match row.method {
        Some(BookMethod::Declining) => DepreciationMethod::Declining { coefficient: None },
        _ => DepreciationMethod::StraightLine(DepreciationDayCount::Thirty360),
    };
    let terms = DepreciationTerms {
        method,
        ..DepreciationTerms::straight_line(cost.minor(), u32::from(years), in_service)
    };
    Depreciation::new(terms).map_err(|_: Error| NoBook::Unusable)
}

fn totals(rows: &[BookRow]) -> Result<Vec<BookTotal>, Error> {
    let mut years: Vec<((i32, Currency), BookYear)> = Vec::new();
    for row in rows {
        let Some(currency) = row.cost.map(|cost| cost.currency()) else { continue };
        years.extend(row.charges.iter().map(|year| ((year.year, currency), *year)));
    }
    let mut totals = Vec::new();
    for ((year, currency), of_year) in order::group(years) {
        totals.push(BookTotal {
            year,
            currency,
            charge_minor: sum(of_year.iter().map(|year| year.charge_minor))?,
            closing_minor: sum(of_year.iter().map(|year| year.closing_minor))?,
        });
    }
    Ok(totals)
}

fn sum(mut amounts: impl Iterator<Item = i64>) -> Result<i64, Error> {
    let total = amounts
        .try_fold(0_i64, |sum, minor| sum.checked_add(minor).filter(|sum| *sum <= INTEGER_MAX));
    total.ok_or_else(too_much)
}
