//! Few groups make most of a total: which ones.

use super::measure::Measure;
use super::number::float;
use super::result::Kpis;
use crate::error::Error;
use crate::text::choice;
use serde::Serialize;

choice! {
    /// Class of a group in a Pareto analysis.
    ParetoClass {
        /// The first groups, up to four fifths of the total.
        A "A" "A" "A",
        /// The next ones, up to nineteen twentieths.
        B "B" "B" "B",
        /// The rest.
        C "C" "C" "C",
    }
}

/// A group and its part of a total.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParetoRow {
    /// Number of the group.
    pub group: usize,
    /// Its texts.
    pub key: Vec<Option<String>>,
    /// Its amount.
    pub amount: i64,
    /// Its part of the total.
    pub share: f64,
    /// Part of it and of the groups before it.
    pub cumulated_share: f64,
    /// A when the groups before it make less than four fifths, B when less than nineteen twentieths.
    pub class: ParetoClass,
}

/// Groups by their part of a total.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pareto {
    /// What is added up.
    pub measure: Measure,
    /// The total.
    pub total: i64,
    /// Largest amount first, then by the texts; groups with nothing or of which nothing is known are left out.
    pub rows: Vec<ParetoRow>,
}

fn share(part: i128, whole: i128) -> f64 {
    if whole > 0 { float(part) / float(whole) } else { 0.0 }
}

impl Kpis {
    /// The groups of a window by their part of a measure.
    ///
    /// # Errors
    /// `KPI-007` no such window.
    pub fn pareto(&self, window: usize, measure: Measure) -> Result<Pareto, Error> {
        let mut amounts = Vec::new();
        for (group, row) in self.groups().iter().enumerate() {
            let amount = self.cell(group, window)?.totals.get(measure);
            let amount = amount.and_then(|amount| i64::try_from(amount).ok());
            if let Some(amount) = amount.filter(|amount| *amount > 0) {
                amounts.push((amount, group, row));
            }
        }
        crate::order::sort_by(&mut amounts, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let total: i128 = amounts.iter().map(|(amount, ..)| i128::from(*amount)).sum();
        let mut before = 0_i128;
        let rows = amounts.into_iter().map(|(amount, group, row)| {
            let class = if before.saturating_mul(5) < total.saturating_mul(4) {
                ParetoClass::A
            } else if before.saturating_mul(20) < total.saturating_mul(19) {
                ParetoClass::B
            } else {
                ParetoClass::C
            };
            before = before.saturating_add(i128::from(amount));
            ParetoRow {
                group,
                key: row.key.clone(),
                amount,
                share: share(i128::from(amount), total),
                cumulated_share: share(before, total),
                class,
            }
        });
        let rows = rows.collect();
        Ok(Pareto { measure, total: i64::try_from(total).unwrap_or(i64::MAX), rows })
    }
}
