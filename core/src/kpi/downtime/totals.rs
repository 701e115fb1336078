//! What a window holds, for one asset or a fleet.

use crate::error::{Error, codes};
use crate::kpi::number::float;
use crate::quantity::INTEGER_MAX;
use crate::reliability::{MtbfEstimate, Truncation, mtbf_interval};
use serde::Serialize;

/// The times and counts of a window: those of one asset, or sums over a fleet. Times have the unit of the
/// instants given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Downtime {
    /// Length of the window.
    pub window_time: i64,
    /// Planned windows, united.
    pub planned_time: i64,
    /// Window less planned windows.
    pub required_time: i64,
    /// Outages, united, cut at the window, outside planned windows.
    pub down_time: i64,
    /// Required time less down time: the operating time.
    pub up_time: i64,
    /// Outages that begin in the window.
    pub failures: u64,
    /// Runs of overlapping or touching outages that begin in the window.
    pub episodes: u64,
    /// Failures whose end is known.
    pub closed: u64,
    /// Sum of their whole lengths.
    pub restoration_time: i64,
    /// Outages without an end that began before the window ends.
    pub open: u64,
    /// Sum of the lengths of outages cut at the window, overlaps counted several times and planned windows
    /// not left out: the figure of tools that do not unite. For comparison only.
    pub naive_down_time: i64,
}

/// `None` for nothing to divide by.
fn ratio(numerator: i64, denominator: i64) -> Option<f64> {
    (denominator > 0).then(|| float(numerator) / float(denominator))
}

impl Downtime {
    /// Up time over required time; `None` without required time.
    pub fn availability(&self) -> Option<f64> {
        ratio(self.up_time, self.required_time)
    }

    /// Up time over failures (MTBF); `None` without failure. Over a fleet this is the ratio of the sums, not
    /// the mean of the ratios of the assets.
    pub fn mtbf(&self) -> Option<f64> {
        ratio(self.up_time, i64::try_from(self.failures).ok()?)
    }

    /// Up time over episodes; `None` without one.
    pub fn mtbf_episodes(&self) -> Option<f64> {
        ratio(self.up_time, i64::try_from(self.episodes).ok()?)
    }

    /// Mean time to restoration of closed failures (MTTR); `None` without one.
    pub fn mttr(&self) -> Option<f64> {
        ratio(self.restoration_time, i64::try_from(self.closed).ok()?)
    }

    /// MTBF with its bounds; `None` without operating time.
    ///
    /// # Errors
    /// `REN-012` a confidence that is not between 0 and 1 · `KPI-002` more failures than 2³².
    pub fn mtbf_bounds(&self, confidence: f64) -> Result<Option<MtbfEstimate>, Error> {
        let failures = u32::try_from(self.failures)
            .map_err(|_| Error::new(codes::KPI_TOO_LARGE, "/failures", "more than 2³² failures"))?;
        match ratio(self.up_time, 1).filter(|time| *time > 0.0) {
            None => Ok(None),
            Some(time) => mtbf_interval(time, failures, confidence, Truncation::Time).map(Some),
        }
    }

    /// The sums of two answers about different assets or windows.
    ///
    /// # Errors
    /// `KPI-002` a sum beyond 2⁵³ − 1.
    pub fn merge(&self, other: &Downtime) -> Result<Downtime, Error> {
        let time = |a: i64, b: i64| {
            a.checked_add(b).filter(|sum| *sum <= INTEGER_MAX).ok_or_else(|| {
                Error::new(codes::KPI_TOO_LARGE, "", "a sum of times beyond 2⁵³ − 1")
            })
        };
        Ok(Downtime {
            window_time: time(self.window_time, other.window_time)?,
            planned_time: time(self.planned_time, other.planned_time)?,
            required_time: time(self.required_time, other.required_time)?,
            down_time: time(self.down_time, other.down_time)?,
            up_time: time(self.up_time, other.up_time)?,
            failures: self.failures.saturating_add(other.failures),
            episodes: self.episodes.saturating_add(other.episodes),
            closed: self.closed.saturating_add(other.closed),
            restoration_time: time(self.restoration_time, other.restoration_time)?,
            open: self.open.saturating_add(other.open),
            naive_down_time: time(self.naive_down_time, other.naive_down_time)?,
        })
    }
}
