//! Preventive works that were due, done or not.

use super::accumulator::KpiAccumulator;
use super::group::Key;
use super::measure::Measure;
use super::terms::{Dimension, KpiAsset};
use crate::time::Day;

/// A preventive work that was due, of which no intervention tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueWork<'w> {
    /// The id of the asset.
    pub asset: &'w str,
    /// The contract that covers it; `None` for that of the asset.
    pub contract: Option<&'w str>,
    /// When it was due.
    pub due: Day,
    /// Days of its interval; without it only the due day itself is in time.
    pub interval_days: Option<u32>,
    /// When it was done; `None` when it was not.
    pub done: Option<Day>,
}

impl KpiAccumulator {
    /// Takes a work that was due: one that was not done counts as missed.
    pub fn push_due(&mut self, work: &DueWork<'_>) {
        let terms = self.terms.clone();
        let asset = terms.asset(work.asset);
        if asset.is_none() {
            self.counts.strange_assets = self.counts.strange_assets.saturating_add(1);
        }
        let value = |dimension: &Dimension| match (dimension, work.contract) {
            (Dimension::Contract, Some(contract)) => Some(contract),
            (Dimension::Asset, _) => Some(work.asset),
            _ => asset.and_then(|(_, asset): (usize, &KpiAsset)| asset.value(*dimension)),
        };
        let texts: Vec<Option<&str>> = terms.parts().dimensions.iter().map(value).collect();
        let key = texts.into_iter().map(|text| text.and_then(|text| self.keys.add(text))).collect();
        let done =
            work.done.filter(|done| terms.day(terms.parts().as_of).is_some_and(|day| *done < day));
        due(self, key, work.due, work.interval_days, done);
    }
}

/// A work of a group that was due on a day, and the day on which it was done.
pub(super) fn due(
    into: &mut KpiAccumulator,
    key: Key,
    due: Day,
    interval_days: Option<u32>,
    done: Option<Day>,
) {
    let terms = into.terms.clone();
    let Some(window) = terms.window_of_day(due) else { return };
    let (above, below) = terms.parts().grace;
    let late = done.map(|done| i64::from(done.number()).saturating_sub(i64::from(due.number())));
    let days = i128::from(interval_days.unwrap_or(0)).saturating_mul(i128::from(above));
    let fits = late.is_some_and(|late| {
        i128::from(late.unsigned_abs()).saturating_mul(i128::from(below)) <= days
    });
    if let Some(cell) = into.group(key).cell(window) {
        cell.totals.tally(Measure::PreventiveDue, Measure::PreventiveInTolerance, fits);
        cell.totals.count(Measure::PreventiveOnTime, i64::from(late.is_some_and(|late| late <= 0)));
        if interval_days.is_none() {
            cell.totals.miss(Measure::PreventiveInTolerance);
        }
    }
}
