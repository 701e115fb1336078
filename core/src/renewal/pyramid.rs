//! Ages of the estate, year by year.

use super::list::Renewals;
use super::reason::birth;
use super::row::RenewalSubject;
use crate::id::AssetId;
use crate::inventory::{Category, Estate, Lifecycle};
use crate::order;
use crate::time::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many assets of a category have an age, in whole years, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// Ages on `as_of` and each year after it, by day, category, age (the unknown first).
pub(super) fn pyramid(renewals: &Renewals, estate: &Estate, years: u16) -> Vec<AgeRow> {
    let replaced: BTreeMap<&AssetId, Vec<Day>> = renewals
        .rows
        .iter()
        .filter_map(|row| match &row.subject {
            RenewalSubject::Asset { asset } => Some((asset, renewals.dates(row, years))),
            _ => None,
        })
        .collect();
    let mut counts: BTreeMap<(Day, Category, Option<u16>), u64> = BTreeMap::new();
    let days: Vec<Day> = (0..=i32::from(years))
        .filter_map(|year| renewals.as_of.add_months(year.checked_mul(12)?))
        .collect();
    for asset in estate.assets() {
        if asset.facts.lifecycle == Some(Lifecycle::Retired) {
            continue;
        }
        let dates = replaced.get(&asset.id).map_or(&[][..], Vec::as_slice);
        for (turn, day) in days.iter().enumerate() {
            // On the day asked nothing that is due is done yet.
            let done = dates.iter().rev().find(|done| turn > 0 && *done <= day);
            let born = done.copied().or_else(|| birth(asset));
            let age = born.map(|born| whole_years(born, *day));
            *counts.entry((*day, asset.category, age)).or_default() += 1;
        }
    }
    let mut rows: Vec<AgeRow> = counts
        .into_iter()
        .map(|((day, category, age_years), count)| AgeRow { day, category, age_years, count })
        .collect();
    order::sort_by(&mut rows, |a, b| {
        (a.day, a.category, a.age_years).cmp(&(b.day, b.category, b.age_years))
    });
    rows
}

/// Whole years from `born` to `day`; 0 before.
fn whole_years(born: Day, day: Day) -> u16 {
    let ((year, month, date), (born_year, born_month, born_date)) = (day.ymd(), born.ymd());
    let before = i32::from((month, date) < (born_month, born_date));
    u16::try_from(year - born_year - before).unwrap_or(0)
}
