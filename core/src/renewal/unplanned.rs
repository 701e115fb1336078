//! Replacements that failures will call for, beside the planned ones.

use super::list::Renewals;
use super::models::lifetime;
use super::pyramid::Ages;
use crate::error::Error;
use crate::inventory::Category;
use crate::reliability::{CountMethod, expected_renewals};
use crate::time::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// Confidence of the intervals.
pub const UNPLANNED_CONFIDENCE: f64 = 0.9;

/// Failures to expect in a year among assets of one policy and category.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unplanned {
    /// First day of the year.
    pub start: Day,
    /// First day after it.
    pub end: Day,
    /// Policy, which holds the failure model.
    pub policy: Box<str>,
    /// Category.
    pub category: Category,
    /// Assets of known age.
    pub asset_count: u64,
    /// Assets left out as their age is unknown.
    pub unknown_age_count: u64,
    /// Expected number of failures, those of replacements that fail again included.
    pub expected: f64,
    /// Fewest failures of the interval of [`UNPLANNED_CONFIDENCE`].
    pub low: u32,
    /// Most failures of that interval.
    pub high: u32,
    /// How the interval was found.
    pub method: CountMethod,
}

/// Expected failures of each year, by day, policy, category.
///
/// Each year counts from the ages of its first day, as the plan leaves them (see the ages of the forecast),
/// given that every asset works on that day.
pub(super) fn unplanned(renewals: &Renewals, ages: &Ages) -> Result<Vec<Unplanned>, Error> {
    let mut rows = Vec::new();
    let years = ages.days.windows(2).enumerate();
    for (turn, pair) in years {
        let &[start, end] = pair else { continue };
        let mut groups: BTreeMap<(&str, Category), (Vec<f64>, u64)> = BTreeMap::new();
        for asset in &ages.assets {
            let Some(policy) = renewals.policies.get(asset.policy) else { continue };
            if policy.failure.is_none() {
                continue;
            }
            let (known, unknown) = groups.entry((&*policy.id, asset.category)).or_default();
            match asset.births.get(turn).copied().flatten() {
                Some(born) => known.push(f64::from((start.number() - born.number()).max(0))),
                None => *unknown += 1,
            }
        }
        for ((policy, category), (known, unknown_age_count)) in groups {
            let found = renewals.policies.iter().find(|known| &*known.id == policy);
            let Some(model) = found.and_then(|policy| policy.failure.as_ref()) else { continue };
            let days = f64::from(end.number() - start.number());
            let life = lifetime(model)?;
            let fleet = expected_renewals(&life, &known, 0.0, days, UNPLANNED_CONFIDENCE)?;
            rows.push(Unplanned {
                start,
                end,
                policy: policy.into(),
                category,
                asset_count: u64::try_from(known.len()).unwrap_or(u64::MAX),
                unknown_age_count,
                expected: fleet.expected_renewals,
                low: fleet.lower,
                high: fleet.upper,
                method: fleet.method,
            });
        }
    }
    Ok(rows)
}
