//! Items that are repaired and go on: trends of their failures, mean number of failures by age.

use super::history::{EVENTS_MAX, History, check};
use super::lifetime::{TIME_MAX, TIME_MIN};
use super::number::{float, within};
use super::special::chi_square_quantile;
use crate::error::{Error, codes};
use crate::order;
use serde::Serialize;

/// Most pairs of item and age of one [`mean_cumulative_function`].
pub const HISTORY_STEPS_MAX: usize = 50_000_000;

/// A power-law trend of the failures of repaired items: `λ β t^(β−1)` failures per unit of time and item.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerLaw {
    /// Number of failures.
    pub failures: usize,
    /// β by maximum likelihood: above 1 the item gets worse, below 1 it gets better.
    pub beta: f64,
    /// λ by maximum likelihood.
    pub lambda: f64,
    /// β without bias, `(n−1)/n β`; `None` for one failure.
    pub beta_unbiased: Option<f64>,
    /// λ with that β.
    pub lambda_unbiased: Option<f64>,
    /// Failures per unit of time and item at the end of observation.
    pub intensity_at_end: f64,
    /// Mean time between failures at the end of observation.
    pub mtbf_at_end: f64,
    /// The same with β without bias.
    pub mtbf_at_end_unbiased: Option<f64>,
    /// Time under observation over failures.
    pub cumulative_mtbf: f64,
    /// Cramér and von Mises' measure of misfit, with β without bias.
    pub cramer_von_mises: Option<f64>,
    /// Laplace's statistic: about standard normal without trend, positive when failures come late.
    pub laplace: f64,
    /// The statistic of MIL-HDBK-189, `2 Σ ln(T/t)`: χ² with `2n` degrees of freedom without trend.
    pub chi_square: f64,
    /// Confidence interval of β.
    pub beta_interval: [f64; 2],
}

/// Fits a power law to failures at `times`, of `systems` items observed from 0 to `end` together (time
/// truncated). `None` without failure.
///
/// `β = n / Σ ln(T/t)`, `λ = n / (k T^β)` (Crow 1974). Run the trend tests before quoting an MTBF: a constant
/// MTBF is wrong if there is a trend.
///
/// # Errors
/// `REN-002` an end or a failure outside [`TIME_MIN`] to the end, no item, or all failures at the end ·
/// `REN-005` more than [`EVENTS_MAX`] failures · `REN-012` a confidence that is not between 0 and 1.
///
/// # Example
/// NIST e-Handbook 8.4.5.2: 10 failures in 1 500 h.
/// ```
/// use entretien::reliability::power_law;
/// let times = [5.0, 40.0, 43.0, 175.0, 389.0, 712.0, 747.0, 795.0, 1299.0, 1478.0];
/// let trend = power_law(&times, 1_500.0, 1, 0.9).unwrap().unwrap();
/// assert!((trend.beta_unbiased.unwrap() - 0.483_506).abs() < 1e-6); // it gets better
/// assert!((trend.mtbf_at_end_unbiased.unwrap() - 310.234).abs() < 1e-3);
/// ```
pub fn power_law(
    times: &[f64],
    end: f64,
    systems: u32,
    confidence: f64,
) -> Result<Option<PowerLaw>, Error> {
    check_trend(times, end, systems, confidence)?;
    if times.is_empty() {
        return Ok(None);
    }
    let mut sorted = times.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    let n = float(sorted.len());
    let k = f64::from(systems);
    let logs: f64 = sorted.iter().map(|time| libm::log(end / time)).sum();
    let fit = |beta: f64| n / (k * libm::exp(beta * libm::log(end)));
    let beta = n / logs;
    if !(logs > 0.0 && beta.is_finite()) {
        let message = "every failure is at the end of observation";
        return Err(Error::new(codes::REN_BAD_TIME, "/times", message));
    }
    let beta_unbiased = (sorted.len() > 1).then(|| beta * (n - 1.0) / n);
    let misfit = |beta: f64| {
        let squares = (1_u32..).zip(&sorted).map(|(rank, time)| {
            let expected = (2.0 * f64::from(rank) - 1.0) / (2.0 * n);
            let gap = libm::pow(time / end, beta) - expected;
            gap * gap
        });
        1.0 / (12.0 * n) + squares.sum::<f64>()
    };
    let total: f64 = sorted.iter().sum();
    let tail = (1.0 - confidence) / 2.0;
    let bound = |share: f64| beta * chi_square_quantile(share, 2.0 * n) / (2.0 * n);
    Ok(Some(PowerLaw {
        failures: sorted.len(),
        beta,
        lambda: fit(beta),
        beta_unbiased,
        lambda_unbiased: beta_unbiased.map(fit),
        intensity_at_end: n * beta / (k * end),
        mtbf_at_end: k * end / (n * beta),
        mtbf_at_end_unbiased: beta_unbiased.map(|beta| k * end / (n * beta)),
        cumulative_mtbf: k * end / n,
        cramer_von_mises: beta_unbiased.map(misfit),
        laplace: (total / n - end / 2.0) / (end * libm::sqrt(1.0 / (12.0 * n))),
        chi_square: 2.0 * logs,
        beta_interval: [bound(tail), bound(1.0 - tail)],
    }))
}

fn check_trend(times: &[f64], end: f64, systems: u32, confidence: f64) -> Result<(), Error> {
    let code = codes::REN_BAD_TIME;
    if times.len() > EVENTS_MAX {
        let message = format!("{} failures, at most {EVENTS_MAX}", times.len());
        return Err(Error::new(codes::REN_TOO_LARGE, "/times", message));
    }
    within(end, (1e-6, TIME_MAX), code, "/end", "end of observation")?;
    for (place, time) in times.iter().enumerate() {
        within(*time, (TIME_MIN, end), code, &format!("/times/{place}"), "time of a failure")?;
    }
    within(f64::from(systems), (1.0, 1e9), code, "/systems", "number of items")?;
    if !(confidence > 0.0 && confidence < 1.0) {
        let message = format!("the confidence is `{confidence}`, not between 0 and 1");
        return Err(Error::new(codes::REN_BAD_SHARE, "/confidence", message));
    }
    Ok(())
}

/// Mean number of failures per item up to an age.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CumulativeStep {
    /// The age.
    pub age: f64,
    /// Items observed at that age.
    pub at_risk: usize,
    /// Failures at that age.
    pub failures: usize,
    /// Mean number of failures per item, from new to that age.
    pub mean: f64,
    /// Variance of that mean (Lawless and Nadeau 1995).
    pub variance: f64,
}

/// Nelson's mean cumulative function: `M(t) = Σ d/n` over the ages with failures, `n` items being observed.
/// Sorted by age. No model is assumed; ages of equal failures may repeat.
///
/// Variance: `Σ over items of (Σ over ages of (d of the item − d/n) / n)²`.
///
/// # Errors
/// `REN-004` an end outside [`TIME_MIN`] to [`TIME_MAX`], or a failure outside 0 to the end of its item ·
/// `REN-005` more than [`EVENTS_MAX`] failures, or items × ages above [`HISTORY_STEPS_MAX`].
///
/// # Example
/// Three machines (Meeker and Escobar 1998, table 16.2):
/// ```
/// use entretien::reliability::{History, mean_cumulative_function};
/// let machine = |events: &[f64], end| History::new(events.to_vec(), end);
/// let fleet = [machine(&[5.0, 8.0], 12.0), machine(&[], 16.0), machine(&[1.0, 8.0, 16.0], 20.0)];
/// let steps = mean_cumulative_function(&fleet).unwrap();
/// let means: Vec<String> = steps.iter().map(|step| format!("{:.3}", step.mean)).collect();
/// assert_eq!(means, ["0.333", "0.667", "1.333", "1.833"]);
/// ```
pub fn mean_cumulative_function(histories: &[History]) -> Result<Vec<CumulativeStep>, Error> {
    check(histories)?;
    let mut events: Vec<(f64, usize)> = histories
        .iter()
        .enumerate()
        .flat_map(|(item, history)| history.events.iter().map(move |age| (*age, item)))
        .collect();
    order::sort_by(&mut events, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let ages = events.chunk_by(|a, b| a.0 >= b.0).count();
    if ages.saturating_mul(histories.len()) > HISTORY_STEPS_MAX {
        let message = format!("{} items at {ages} ages", histories.len());
        return Err(Error::new(codes::REN_TOO_LARGE, "", message));
    }
    // What each item has had beyond the mean, so far.
    let mut excess = vec![0.0; histories.len()];
    let mut mean = 0.0;
    let mut steps = Vec::with_capacity(ages);
    for same in events.chunk_by(|a, b| a.0 >= b.0) {
        let Some((age, _)) = same.first().copied() else { continue };
        let at_risk = histories.iter().filter(|history| history.end >= age).count();
        let (n, d) = (float(at_risk), float(same.len()));
        mean += d / n;
        for (excess, history) in excess.iter_mut().zip(histories) {
            if history.end >= age {
                *excess -= d / n / n;
            }
        }
        for (_, item) in same {
            if let Some(excess) = excess.get_mut(*item) {
                *excess += 1.0 / n;
            }
        }
        let variance = excess.iter().map(|excess| excess * excess).sum();
        steps.push(CumulativeStep { age, at_risk, failures: same.len(), mean, variance });
    }
    Ok(steps)
}
