//! Whether an indicator changes over the windows, and which windows leave its usual range.

use super::indicator::Indicator;
use super::number::{count, hours};
use super::registry::{Formula, IntervalKind};
use super::result::Kpis;
use crate::error::Error;
use crate::reliability::{
    COUNT_MAX, History, IndividualsChart, MannKendall, RateSample, RatioChart, ShareSample,
    TrendTest, control_limits_individuals, control_limits_proportion, control_limits_rate, laplace,
    mann_kendall, mil_handbook,
};
use serde::Serialize;

/// An indicator over the windows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trend {
    /// Which one.
    pub indicator: Indicator,
    /// Its value in each window; `None` where it has none.
    pub values: Vec<Option<f64>>,
    /// Windows that have a value, by number: places of `mann_kendall` and of the charts refer to this list.
    pub windows: Vec<usize>,
    /// Whether the values rise or fall.
    pub mann_kendall: MannKendall,
    /// Limits of a chart of single values, for indicators that are neither shares nor rates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub individuals: Option<IndividualsChart>,
    /// Limits of a p-chart (shares) or u-chart (failures for their exposure).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratios: Option<RatioChart>,
    /// For indicators of failures: whether failures come more often, by the centroid of their times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laplace: Option<TrendTest>,
    /// The same by the logarithms of their times (MIL-HDBK-189).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mil_handbook: Option<TrendTest>,
}

impl Kpis {
    /// An indicator of a group over all windows, with a trend test and control limits. Before quoting a mean
    /// time between failures look at `laplace` and `mil_handbook`: where failures come ever more often, a
    /// constant mean is wrong.
    ///
    /// # Errors
    /// `KPI-007` no such group · `REN-002`, `REN-013` a series beyond the bounds of the tests.
    pub fn trend(&self, group: usize, indicator: Indicator) -> Result<Trend, Error> {
        let answers = (0..self.windows().len())
            .map(|window| self.answer(group, window, indicator))
            .collect::<Result<Vec<_>, Error>>()?;
        let values: Vec<Option<f64>> = answers.iter().map(|answer| answer.value).collect();
        let windows: Vec<usize> =
            values.iter().enumerate().filter_map(|(window, value)| value.map(|_| window)).collect();
        let series: Vec<f64> = values.iter().copied().flatten().collect();
        let pairs = || {
            answers
                .iter()
                .filter(|answer| answer.value.is_some())
                .filter_map(|answer| Some((answer.numerator?, answer.denominator?)))
        };
        let whole = |whole: i64| count(Some(whole));
        let kind = indicator.definition().interval;
        let ratios = match kind {
            IntervalKind::Wilson => {
                let shares = pairs().map(|(hits, trials)| ShareSample {
                    successes: whole(hits),
                    trials: whole(trials),
                });
                let shares: Vec<ShareSample> = shares.collect();
                let countable = shares.iter().all(|share| share.trials <= COUNT_MAX);
                if countable { control_limits_proportion(&shares)? } else { None }
            }
            IntervalKind::Rate => {
                let scale = match indicator.definition().formula {
                    Formula::Ratio { scale: (above, _), .. } => hours(above),
                    _ => 1.0,
                };
                let rates = pairs().filter(|(_, seconds)| *seconds > 0).map(|(events, seconds)| {
                    RateSample { events: whole(events), exposure: hours(seconds) / scale }
                });
                control_limits_rate(&rates.collect::<Vec<_>>())?
            }
            _ => None,
        };
        let individuals =
            if ratios.is_none() { control_limits_individuals(&series)? } else { None };
        let (laplace, mil_handbook) = match kind {
            IntervalKind::MeanTime | IntervalKind::Rate => self.failure_trend(group)?,
            _ => (None, None),
        };
        let mann_kendall = mann_kendall(&series)?;
        Ok(Trend {
            indicator,
            values,
            windows,
            mann_kendall,
            individuals,
            ratios,
            laplace,
            mil_handbook,
        })
    }

    /// Tests of the times of all failures, from the begin of the first window to the end of the last or
    /// `as_of`; only where no time lies between the windows.
    fn failure_trend(&self, group: usize) -> Result<(Option<TrendTest>, Option<TrendTest>), Error> {
        let windows = self.windows();
        let is_whole = windows.windows(2).all(|pair| match pair {
            [a, b] => a.1 == b.0,
            _ => true,
        });
        let (Some((from, _)), Some((_, to))) = (windows.first(), windows.last()) else {
            return Ok((None, None));
        };
        let end = hours((*to).min(self.as_of()).saturating_sub(*from));
        if !is_whole || end <= 0.0 {
            return Ok((None, None));
        }
        let mut events = Vec::new();
        for window in 0..windows.len() {
            let onsets = &self.cell(group, window)?.onsets;
            events.extend(onsets.iter().map(|onset| hours(onset.saturating_sub(*from))));
        }
        let history = [History::new(events, end)];
        Ok((Some(laplace(&history)?), Some(mil_handbook(&history)?)))
    }
}
