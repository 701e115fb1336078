//! The years ahead: what is renewed and updated in each month, what it costs, how old the estate gets.

use super::list::Renewals;
use super::policy::{Driver, RenewalPolicy};
use super::price::price_after;
use super::pyramid::{AgeRow, Ages};
use super::row::{RenewalAction, RenewalRow};
use super::unplanned::{Unplanned, unplanned};
use crate::error::{Error, codes};
use crate::id::{ContractId, SiteId};
use crate::inventory::{Category, Estate};
use crate::order;
use crate::quantity::{Currency, INTEGER_MAX, Money};
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

/// Most years of a forecast.
pub const FORECAST_YEARS_MAX: u16 = 30;

choice! {
    /// How long the periods of a total are.
    Grain {
        /// A month.
        Month "month" "month" "mois",
        /// A quarter.
        Quarter "quarter" "quarter" "trimestre",
        /// A year.
        Year "year" "year" "année",
    }
}

choice! {
    /// What totals are split by.
    SplitBy {
        /// Not.
        Nothing "nothing" "all" "tout",
        /// Category of the asset.
        Category "category" "class" "catégorie",
        /// Its site.
        Site "site" "site" "site",
        /// The first contract that covers it.
        Contract "contract" "contract" "contrat",
    }
}

/// What is alike in one month.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellKey {
    /// First day of the month.
    pub month: Day,
    /// Action.
    pub action: RenewalAction,
    /// Category of the assets.
    pub category: Option<Category>,
    /// Their site.
    pub site: Option<SiteId>,
    /// Their first contract.
    pub contract: Option<ContractId>,
    /// Currency of the prices; `None` for those without a price.
    pub currency: Option<Currency>,
}

/// Renewals that are alike in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ForecastCell {
    /// What they have in common.
    #[serde(flatten)]
    pub key: CellKey,
    /// How many.
    pub count: u64,
    /// How many of them were over already on `as_of`.
    pub overdue_count: u64,
    /// How many replace what this forecast already replaced once.
    pub again_count: u64,
    /// Sum of their prices, indexed to the year; `None` without a price.
    pub price_minor: Option<i64>,
    /// Carbon dioxide of making the new ones, kilograms, where the policy gives a factor.
    pub co2_kg: Option<u64>,
}

/// A sum of cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ForecastTotal {
    /// First day of the period.
    pub start: Day,
    /// What it is split by: id or code; `None` for what has none.
    pub split: Option<String>,
    /// Action.
    pub action: RenewalAction,
    /// How many.
    pub count: u64,
    /// How many of them have no known price.
    pub unpriced_count: u64,
    /// Sums of known prices, by currency.
    pub prices: Vec<Money>,
    /// Carbon dioxide of making the new ones, kilograms, as far as known.
    pub co2_kg: Option<u64>,
}

/// How many rows of an action nothing dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UndatedCount {
    /// Action.
    pub action: RenewalAction,
    /// How many.
    pub count: u64,
}

/// Renewals and updates of coming years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Forecast {
    /// The day as of which it was asked.
    pub as_of: Day,
    /// How many years from the month of `as_of`.
    pub years: u16,
    /// Renewals by month and what they have in common, in that order.
    pub cells: Vec<ForecastCell>,
    /// Rows that nothing dates, by action.
    pub undated: Vec<UndatedCount>,
    /// Ages of the assets on `as_of` and each year after it, if what is planned is done.
    pub ages: Vec<AgeRow>,
    /// Failures to expect in each year, where a policy has a failure model.
    pub unplanned: Vec<Unplanned>,
}

impl Renewals {
    /// What is renewed in each month of `years` years, from the month of `as_of`.
    ///
    /// # Errors
    /// `REN-002` a year beyond 64 mean lives of a failure model · `REN-040` no year, or more than
    /// [`FORECAST_YEARS_MAX`] · `DOC-009` prices that add up beyond 2⁵³.
    pub fn forecast(&self, estate: &Estate, years: u16) -> Result<Forecast, Error> {
        if years == 0 || years > FORECAST_YEARS_MAX {
            let message = format!("{years} years, 1 to {FORECAST_YEARS_MAX} are possible");
            return Err(Error::new(codes::REN_FORECAST_YEARS, "", message));
        }
        let mut found = Vec::new();
        let mut undated = Vec::new();
        for row in &self.rows {
            let dates = self.dates(row, years);
            if row.wanted.is_none() {
                undated.push((row.action, 1_u64));
            }
            found.extend(dates.iter().enumerate().map(|(turn, day)| {
                let again = turn > 0;
                self.entry(row, *day, again)
            }));
        }
        let undated = order::group(undated);
        let undated = undated
            .into_iter()
            .map(|(action, ones)| UndatedCount { action, count: ones.iter().sum() })
            .collect();
        let mut cells = Vec::new();
        for (key, entries) in order::group(found) {
            cells.push(cell(key, &entries)?);
        }
        let ages = Ages::new(self, estate, years);
        let unplanned = unplanned(self, &ages)?;
        let ages = ages.pyramid();
        Ok(Forecast { as_of: self.as_of, years, cells, undated, ages, unplanned })
    }

    /// The days on which a row is done within `years` years: once, and for assets with a life again.
    pub(super) fn dates(&self, row: &RenewalRow, years: u16) -> Vec<Day> {
        let Some(first) = row.wanted else { return Vec::new() };
        let Some(end) = end_of(self.as_of, years) else { return Vec::new() };
        let life = self.policy(row).and_then(|policy| again_months(row, policy));
        let mut dates = Vec::new();
        for turn in 0_i32.. {
            let months = life.and_then(|life| i32::from(life).checked_mul(turn));
            let day =
                if turn == 0 { Some(first) } else { months.and_then(|m| first.add_months(m)) };
            match day.filter(|day| *day < end) {
                Some(day) => dates.push(day),
                None => break,
            }
        }
        dates
    }

    fn entry(&self, row: &RenewalRow, day: Day, again: bool) -> (CellKey, Entry) {
        let policy = self.policy(row);
        let price = row.price.map_or(Priced::Unknown, |price| {
            let index = policy.map_or(0, |policy| policy.price_index_ppm);
            let years = day.year().saturating_sub(self.as_of.year());
            let after = price_after(price.minor(), index, u16::try_from(years).unwrap_or(0));
            after.map_or(Priced::TooMuch, Priced::Minor)
        });
        let is_replaced = row.action == RenewalAction::Replace;
        let key = CellKey {
            month: day.first_of_month(),
            action: row.action,
            category: row.category,
            site: row.site.clone(),
            contract: row.contract.clone(),
            currency: row.price.map(|price| price.currency()),
        };
        let co2_kg = policy.and_then(|policy| policy.manufacture_co2_kg).filter(|_| is_replaced);
        (key, Entry { is_over: row.is_over && !again, again, price, co2_kg })
    }
}

/// What is known of a price.
#[derive(Clone, Copy)]
enum Priced {
    Minor(i64),
    Unknown,
    /// Beyond the bounds of money once indexed.
    TooMuch,
}

/// One renewal on one day.
struct Entry {
    is_over: bool,
    again: bool,
    price: Priced,
    co2_kg: Option<u32>,
}

fn cell(key: CellKey, entries: &[Entry]) -> Result<ForecastCell, Error> {
    let count = |keep: fn(&Entry) -> bool| {
        u64::try_from(entries.iter().filter(|entry| keep(entry)).count()).unwrap_or(u64::MAX)
    };
    let mut price_minor = None;
    for entry in entries {
        let sum = match entry.price {
            Priced::Unknown => continue,
            Priced::TooMuch => None,
            Priced::Minor(price) => price_minor.unwrap_or(0_i64).checked_add(price),
        };
        let sum = sum.filter(|sum| (-INTEGER_MAX..=INTEGER_MAX).contains(sum));
        price_minor = Some(sum.ok_or_else(too_much)?);
    }
    let mut known = entries.iter().filter_map(|entry| entry.co2_kg).map(u64::from).peekable();
    let co2_kg = known.peek().is_some().then(|| known.sum());
    Ok(ForecastCell {
        key,
        count: count(|_| true),
        overdue_count: count(|entry| entry.is_over),
        again_count: count(|entry| entry.again),
        price_minor,
        co2_kg,
    })
}

/// The refusal of a sum of money.
pub(super) fn too_much() -> Error {
    Error::new(codes::DOC_OUT_OF_RANGE, "", "prices add up beyond 2^53 minor units")
}

/// Months until an asset is replaced again; only where its age counts.
fn again_months(row: &RenewalRow, policy: &RenewalPolicy) -> Option<u16> {
    let is_aging = row.action == RenewalAction::Replace && policy.drivers.contains(&Driver::Age);
    let life = policy.life_of(row.category.filter(|_| is_aging)?)?;
    Some(life.months(policy.life_point))
}

/// The first day after a forecast of `years` years.
pub(super) fn end_of(as_of: Day, years: u16) -> Option<Day> {
    as_of.first_of_month().add_months(i32::from(years).saturating_mul(12))
}

impl Grain {
    fn start(self, month: Day) -> Day {
        let (year, number, _) = month.ymd();
        let first = match self {
            Grain::Month => number,
            Grain::Quarter => number - (number - 1) % 3,
            Grain::Year => 1,
        };
        Day::from_ymd(year, first, 1).unwrap_or(month)
    }
}

impl Forecast {
    /// Sums by period, split as asked, in order of period, split, action; periods without anything are left
    /// out.
    ///
    /// # Errors
    /// `DOC-009` prices that add up beyond 2⁵³.
    pub fn totals(&self, grain: Grain, split: SplitBy) -> Result<Vec<ForecastTotal>, Error> {
        let keyed = self.cells.iter().map(|cell| {
            let key = &cell.key;
            let name = match split {
                SplitBy::Nothing => None,
                SplitBy::Category => key.category.map(|category| category.code().to_owned()),
                SplitBy::Site => key.site.as_ref().map(ToString::to_string),
                SplitBy::Contract => key.contract.as_ref().map(ToString::to_string),
            };
            ((grain.start(key.month), name, key.action), cell)
        });
        let groups = order::group(keyed.collect());
        groups
            .into_iter()
            .map(|((start, split, action), cells)| total(start, split, action, &cells))
            .collect()
    }
}

fn total(
    start: Day,
    split: Option<String>,
    action: RenewalAction,
    cells: &[&ForecastCell],
) -> Result<ForecastTotal, Error> {
    let mut prices: Vec<Money> = Vec::new();
    let mut unpriced_count = 0;
    for cell in cells {
        let (Some(minor), Some(currency)) = (cell.price_minor, cell.key.currency) else {
            unpriced_count += cell.count;
            continue;
        };
        let price = Money::new(minor, currency).ok_or_else(too_much)?;
        match prices.iter_mut().find(|sum| sum.currency() == currency) {
            Some(sum) => *sum = sum.checked_add(price).ok_or_else(too_much)?,
            None => prices.push(price),
        }
    }
    order::sort_by(&mut prices, |a, b| a.currency().cmp(&b.currency()));
    let mut known = cells.iter().filter_map(|cell| cell.co2_kg).peekable();
    let co2_kg = known.peek().is_some().then(|| known.sum());
    let count = cells.iter().map(|cell| cell.count).sum();
    Ok(ForecastTotal { start, split, action, count, unpriced_count, prices, co2_kg })
}
