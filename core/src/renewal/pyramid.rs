//! Ages of the estate, year by year.

use super::list::Renewals;
use super::reason::birth;
use super::row::RenewalSubject;
use crate::inventory::{Category, Estate};
use crate::time::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many assets of a category have an age, in whole years, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeRow {
    /// The day.
    pub day: Day,
    /// Category.
    pub category: Category,
    /// Whole years since purchase; `None` where the day of purchase is unknown.
    pub age_years: Option<u16>,
    /// How many.
    pub count: u64,
}

/// Since when each asset is there, on `as_of` and each year after it, if what is planned is done.
pub(super) struct Ages {
    /// The days.
    pub days: Vec<Day>,
    /// The assets that are not retired, by id.
    pub assets: Vec<AssetAges>,
}

/// The same of one asset.
pub(super) struct AssetAges {
    pub category: Category,
    /// Place of its policy.
    pub policy: usize,
    /// For each day.
    pub births: Vec<Option<Day>>,
}

impl Ages {
    pub(super) fn new(renewals: &Renewals, estate: &Estate, years: u16) -> Ages {
        let days: Vec<Day> = (0..=i32::from(years))
            .filter_map(|year| renewals.as_of.add_months(year.checked_mul(12)?))
            .collect();
        let rows = renewals.rows.iter().filter_map(|row| match &row.subject {
            RenewalSubject::Asset { asset } => Some((row, asset)),
            _ => None,
        });
        let assets = rows.filter_map(|(row, id)| {
            let asset = estate.asset(id.as_str())?;
            let dates = renewals.dates(row, years);
            let births = days.iter().enumerate().map(|(turn, day)| {
                // On the day asked nothing that is due is done yet.
                let done = dates.iter().rev().find(|done| turn > 0 && *done <= day);
                done.copied().or_else(|| birth(asset))
            });
            let policy = renewals.policies.iter().position(|policy| policy.id == row.policy)?;
            let births = births.collect();
            Some(AssetAges { category: asset.category, policy, births })
        });
        Ages { assets: assets.collect(), days }
    }

    /// Counts by day, category, age (the unknown first).
    pub(super) fn pyramid(&self) -> Vec<AgeRow> {
        let mut counts: BTreeMap<(Day, Category, Option<u16>), u64> = BTreeMap::new();
        for asset in &self.assets {
            for (day, born) in self.days.iter().zip(&asset.births) {
                let age = born.map(|born| whole_years(born, *day));
                *counts.entry((*day, asset.category, age)).or_default() += 1;
            }
        }
        let counts = counts.into_iter();
        counts
            .map(|((day, category, age_years), count)| AgeRow { day, category, age_years, count })
            .collect()
    }
}

/// Whole years from `born` to `day`; 0 before.
fn whole_years(born: Day, day: Day) -> u16 {
    let ((year, month, date), (born_year, born_month, born_date)) = (day.ymd(), born.ymd());
    let before = i32::from((month, date) < (born_month, born_date));
    u16::try_from(year - born_year - before).unwrap_or(0)
}
