//! The answers of every group and window.

use super::answer::{Answer, check_confidence};
use super::indicator::Indicator;
use super::lives::Lives;
use super::measure::Measure;
use super::percentile::{Percentile, percentile};
use super::terms::Dimension;
use super::totals::Totals;
use crate::error::{Error, codes};
use crate::quantity::Currency;
use serde::ser::{SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

/// One window of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiCell {
    /// Its totals.
    pub totals: Totals,
    /// Seconds from opening to resolution of the tickets resolved in the window, sorted.
    pub resolutions: Vec<i64>,
    /// When failures of the window began, sorted.
    pub onsets: Vec<i64>,
    /// The lives of the assets.
    pub lives: Lives,
}

impl KpiCell {
    /// What an indicator says, with its interval at `confidence`.
    ///
    /// # Errors
    /// As [`Totals::answer`].
    pub fn answer(&self, indicator: Indicator, confidence: f64) -> Result<Answer, Error> {
        match indicator {
            Indicator::Mttf => Ok(self.lives.answer()),
            _ => self.totals.answer(indicator, confidence),
        }
    }
}

/// One group: its texts, one a dimension, and a cell a window.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiGroup {
    /// What its records have in common; `None` where that is not known.
    pub key: Vec<Option<String>>,
    /// One cell a window.
    pub cells: Vec<KpiCell>,
}

/// The parts of the answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct KpisParts {
    pub(super) windows: Vec<(i64, i64)>,
    pub(super) as_of: i64,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) currency: Option<Currency>,
    pub(super) confidence: f64,
    pub(super) groups: Vec<KpiGroup>,
    pub(super) undated: u64,
    pub(super) cancelled: u64,
    pub(super) strange_assets: u64,
    pub(super) unended: u64,
}

/// What a log says: totals of every group and window, from which each indicator follows when it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Kpis(KpisParts);

impl Kpis {
    pub(super) fn new(parts: KpisParts) -> Result<Kpis, Error> {
        check_confidence(parts.confidence)?;
        let kpis = Kpis(parts);
        // Where sums are large, every answer once, so that none fails later.
        for group in &kpis.0.groups {
            for cell in group.cells.iter().filter(|cell| !cell.totals.is_small()) {
                for indicator in Indicator::ALL {
                    cell.answer(*indicator, kpis.0.confidence)?;
                }
            }
        }
        Ok(kpis)
    }

    /// The windows, as they were asked for.
    pub fn windows(&self) -> &[(i64, i64)] {
        &self.0.windows
    }

    /// What happened later is not known.
    pub fn as_of(&self) -> i64 {
        self.0.as_of
    }

    /// What the groups are made by.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.0.dimensions
    }

    /// Currency of amounts.
    pub fn currency(&self) -> Option<Currency> {
        self.0.currency
    }

    /// Confidence of the intervals.
    pub fn confidence(&self) -> f64 {
        self.0.confidence
    }

    /// The groups, by their texts, unknown first.
    pub fn groups(&self) -> &[KpiGroup] {
        &self.0.groups
    }

    /// Records without an instant to count them at.
    pub fn undated(&self) -> u64 {
        self.0.undated
    }

    /// Incidents that were withdrawn: they count nowhere.
    pub fn cancelled(&self) -> u64 {
        self.0.cancelled
    }

    /// Mentions of assets that the question does not list.
    pub fn strange_assets(&self) -> u64 {
        self.0.strange_assets
    }

    /// Incidents that are over without saying since when: they count as no outage.
    pub fn unended(&self) -> u64 {
        self.0.unended
    }

    /// The number of a group.
    pub fn find(&self, key: &[Option<&str>]) -> Option<usize> {
        self.0
            .groups
            .iter()
            .position(|group| group.key.iter().map(Option::as_deref).eq(key.iter().copied()))
    }

    pub(super) fn cell(&self, group: usize, window: usize) -> Result<&KpiCell, Error> {
        let found = self.0.groups.get(group).and_then(|group| group.cells.get(window));
        found.ok_or_else(|| {
            Error::new(codes::KPI_NO_GROUP, "", format!("no group {group} with window {window}"))
        })
    }

    /// What an indicator says of a group in a window, both by number.
    ///
    /// # Errors
    /// `KPI-007` no such group or window.
    pub fn answer(
        &self,
        group: usize,
        window: usize,
        indicator: Indicator,
    ) -> Result<Answer, Error> {
        self.cell(group, window)?.answer(indicator, self.0.confidence)
    }

    /// A percentile of the time to resolution of a group in a window, in seconds.
    ///
    /// # Errors
    /// `KPI-007` no such group or window · `REN-012` a share that is not from 0 to 1.
    pub fn resolution_percentile(
        &self,
        group: usize,
        window: usize,
        share: f64,
    ) -> Result<Percentile, Error> {
        percentile(&self.cell(group, window)?.resolutions, share)
    }

    /// Canonical JSON: windows, dimensions, groups, and of each window every answer and the totals that are known.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// BLAKE3 of [`to_json`](Kpis::to_json), hex.
    pub fn digest(&self) -> String {
        blake3::hash(self.to_json().as_bytes()).to_hex().to_string()
    }
}

struct Answers<'k>(&'k KpiCell, f64);

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(Indicator::ALL.len()))?;
        for indicator in Indicator::ALL {
            if let Ok(answer) = self.0.answer(*indicator, self.1) {
                rows.serialize_element(&answer)?;
            }
        }
        rows.end()
    }
}

/// The totals that are known, by code.
struct Known<'k>(&'k Totals);

impl Serialize for Known<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = Measure::ALL.iter().filter_map(|measure| {
            let total = i64::try_from(self.0.get(*measure)?).ok()?;
            Some((measure.code(), total))
        });
        serializer.collect_map(known)
    }
}

struct CellRow<'k>(&'k KpiCell, f64);

impl Serialize for CellRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("KpiCell", 2)?;
        row.serialize_field("answers", &Answers(self.0, self.1))?;
        row.serialize_field("totals", &Known(&self.0.totals))?;
        row.end()
    }
}

struct GroupRow<'k>(&'k KpiGroup, f64);

impl Serialize for GroupRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("KpiGroup", 2)?;
        row.serialize_field("key", &self.0.key)?;
        let cells: Vec<CellRow<'_>> =
            self.0.cells.iter().map(|cell| CellRow(cell, self.1)).collect();
        row.serialize_field("windows", &cells)?;
        row.end()
    }
}

impl Serialize for Kpis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = &self.0;
        let mut row = serializer.serialize_struct("Kpis", 10)?;
        row.serialize_field("as_of", &parts.as_of)?;
        row.serialize_field("windows", &parts.windows)?;
        row.serialize_field("dimensions", &parts.dimensions)?;
        row.serialize_field("currency", &parts.currency)?;
        row.serialize_field("confidence", &parts.confidence)?;
        row.serialize_field("undated", &parts.undated)?;
        row.serialize_field("cancelled", &parts.cancelled)?;
        row.serialize_field("strange_assets", &parts.strange_assets)?;
        row.serialize_field("unended", &parts.unended)?;
        let groups: Vec<GroupRow<'_>> =
            parts.groups.iter().map(|group| GroupRow(group, parts.confidence)).collect();
        row.serialize_field("groups", &groups)?;
        row.end()
    }
}
