//! Index series and the terms of an indexation.

use super::Month;
use super::choices::{CapScope, Compounding, LineKind, MissingIndex, Publication};
use crate::error::{Error, Faults, codes};
use crate::order;
use serde::Serialize;
use std::sync::Arc;

/// Decimals that an index value keeps: `103.25` is 103 250 000 millionths.
pub const INDEX_PLACES: u32 = 6;
/// Most values of one series (1 000 years of months).
pub const INDEX_VALUES_MAX: usize = 12_000;
/// Longest reference lag, in months.
pub const LAG_MONTHS_MAX: u32 = 120;

/// A published index, such as Syntec: one value a month, or a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexSeries {
    id: Box<str>,
    publication: Publication,
    /// By month, each once; values in millionths, above zero.
    values: Vec<(Month, i64)>,
}

impl IndexSeries {
    /// A series from values in millionths, in any order. Months without value may lie between them: they
    /// matter only to a price that needs them.
    ///
    /// # Errors
    /// Pointers name the place in `values`: `PRI-002` a value that is not above zero · `PRI-005` a month
    /// that does not begin a quarter, in a quarterly series · `PRI-006` a month given twice · `DOC-002`
    /// more than [`INDEX_VALUES_MAX`] values.
    ///
    /// # Example
    /// ```
    /// use entretien::contract::price::{IndexSeries, Month, Publication};
    /// let month = |text| Month::parse(text).unwrap();
    /// let values = [(month("2025-10"), 100_000_000), (month("2026-10"), 103_200_000)];
    /// let series = IndexSeries::new("syntec", Publication::Monthly, &values).unwrap();
    /// assert_eq!(series.value(month("2026-10")), Some(103_200_000));
    /// assert_eq!(series.value(month("2026-09")), None);
    /// ```
    pub fn new(
        id: &str,
        publication: Publication,
        values: &[(Month, i64)],
    ) -> Result<IndexSeries, Error> {
        let mut faults = Faults::new();
        if values.len() > INDEX_VALUES_MAX {
            let message = format!("{} values, at most {INDEX_VALUES_MAX}", values.len());
            faults.add(codes::DOC_TOO_LARGE, "", message);
        }
        let mut places: Vec<(Month, usize)> = Vec::with_capacity(values.len());
        for (place, (month, value)) in values.iter().take(INDEX_VALUES_MAX).enumerate() {
            if *value <= 0 {
                let message = format!("the index of {month} is not above zero");
                faults.add(codes::PRI_NEGATIVE, format!("/{place}/value"), message);
            }
            if publication == Publication::Quarterly && month.quarter() != *month {
                let message = format!("{month} is not the first month of a quarter");
                faults.add(codes::PRI_BAD_MONTH, format!("/{place}/month"), message);
            }
            places.push((*month, place));
        }
        order::sort(&mut places);
        for pair in places.windows(2) {
            if let [(a, _), (b, place)] = pair
                && a == b
            {
                let message = format!("{b} is given twice");
                faults.add(codes::PRI_DUPLICATE_MONTH, format!("/{place}/month"), message);
            }
        }
        Error::check(faults.into_vec())?;
        let values = places.iter().filter_map(|(_, place)| values.get(*place).copied()).collect();
        Ok(IndexSeries { id: id.into(), publication, values })
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How often it is published.
    pub fn publication(&self) -> Publication {
        self.publication
    }

    /// Its values in millionths, by month.
    pub fn values(&self) -> &[(Month, i64)] {
        &self.values
    }

    /// The value that holds for `month` (that of its quarter, in a quarterly series), in millionths.
    pub fn value(&self, month: Month) -> Option<i64> {
        let month = self.published(month);
        let place = self.values.binary_search_by(|(known, _)| known.cmp(&month)).ok()?;
        self.values.get(place).map(|(_, value)| *value)
    }

    /// The month that the value of `month` is published under.
    pub(super) fn published(&self, month: Month) -> Month {
        match self.publication {
            Publication::Monthly => month,
            Publication::Quarterly => month.quarter(),
        }
    }

    /// The value of `month`, or the last one known before it when `missing` allows it, with its month.
    pub(super) fn find(&self, month: Month, missing: MissingIndex) -> Option<(Month, i64)> {
        let month = self.published(month);
        let after = self.values.partition_point(|(known, _)| *known <= month);
        let found = self.values.get(after.checked_sub(1)?).copied()?;
        (found.0 == month || missing == MissingIndex::LastKnown).then_some(found)
    }
}

/// How prices are revised at each yearly anniversary of the contract (révision de prix).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexation {
    /// The index.
    pub series: Arc<IndexSeries>,
    /// Month whose index is index(0). `None`: the first day of the contract, less the lag.
    pub base_month: Option<Month>,
    /// Months from the reference month to the anniversary: with 3, a revision in January reads October.
    pub lag_months: u32,
    /// Highest rise, parts per million (2 % is 20 000). `None`: no cap.
    pub cap_ppm: Option<i64>,
    /// Lowest change, parts per million: 0 never falls, −20 000 falls by at most 2 %. `None`: no floor.
    pub floor_ppm: Option<i64>,
    /// What cap and floor are percentages of.
    pub scope: CapScope,
    /// What a revision multiplies.
    pub compounding: Compounding,
    /// What happens when an index is not known.
    pub missing: MissingIndex,
    /// Which amounts are revised; empty: all of them.
    pub applies_to: Vec<LineKind>,
}

impl Indexation {
    /// By `series`, from the month of the first day, without lag, cap or floor; other policies by default.
    pub fn new(series: Arc<IndexSeries>) -> Indexation {
        Indexation {
            series,
            base_month: None,
            lag_months: 0,
            cap_ppm: None,
            floor_ppm: None,
            scope: CapScope::PerStep,
            compounding: Compounding::FromBase,
            missing: MissingIndex::Refuse,
            applies_to: Vec::new(),
        }
    }

    /// Whether amounts of `kind` are revised.
    pub fn revises(&self, kind: LineKind) -> bool {
        self.applies_to.is_empty() || self.applies_to.contains(&kind)
    }
}

/// An index value that a revision used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexValue {
    /// The month asked for.
    pub month: Month,
    /// The month whose value was used: another one when a quarter or the last known value stands in.
    pub used: Month,
    /// The value, millionths.
    pub value_millionths: i64,
}
