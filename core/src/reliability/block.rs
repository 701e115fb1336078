//! When to replace all items of a group on one day, whatever their age.

use super::age::{ReplacementOptimum, RunToFailure, costs, wears};
use super::lifetime::{Law, Lifetime};
use super::number::{bisect, float, within};
use super::renewals::curve;
use crate::error::{Error, codes};
use serde::Serialize;

/// Most periods of [`block_replacement_by_period`].
pub const BLOCK_PERIODS_MAX: u32 = 5_000;

/// Steps of one search for the interval.
const STEPS: usize = 4_096;
/// Mean lives that are searched first.
const MEANS: f64 = 8.0;

/// The answer of [`block_replacement`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockReplacement {
    /// The optimum; `None` when replacing at failure only is cheaper.
    pub optimum: Option<ReplacementOptimum>,
    /// Why there is no optimum.
    pub reason: Option<RunToFailure>,
    /// Cost per unit of time and item without block replacement: `Cf / mean life`.
    pub run_to_failure_cost_rate: f64,
}

/// The interval at which replacing a whole group costs least: all items every `T`, whatever their age, and
/// each one that fails in between at once.
///
/// Minimises `(Cp + Cf M(T)) / T` per item, with the [renewal function](super::renewal_function) `M`, over
/// intervals up to eight mean lives. The cost of a failure includes that of the new item, as that of a
/// preventive replacement does.
///
/// # Errors
/// `REN-003` a cost out of range, as in [`age_replacement`](super::age_replacement).
///
/// # Example
/// ```
/// use entretien::reliability::{Lifetime, block_replacement};
/// let life = Lifetime::weibull(2.5, 1_000.0).unwrap(); // hours
/// let optimum = block_replacement(&life, 1.0, 5.0).unwrap().optimum.unwrap();
/// assert!((optimum.age - 478.413).abs() < 0.01);
/// assert!((optimum.cost_rate - 0.003_643_523_65).abs() < 1e-11);
/// ```
pub fn block_replacement(
    life: &Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
) -> Result<BlockReplacement, Error> {
    costs(cost_preventive, cost_corrective)?;
    let (mean, _) = life.renewal_moments();
    let run_to_failure_cost_rate = cost_corrective / mean;
    let none =
        |reason| BlockReplacement { optimum: None, reason: Some(reason), run_to_failure_cost_rate };
    if cost_corrective <= cost_preventive {
        return Ok(none(RunToFailure::CorrectiveNotDearer));
    }
    if !wears(life) {
        return Ok(none(RunToFailure::NoWear));
    }
    let rate = |renewals: f64, t: f64| (cost_preventive + cost_corrective * renewals) / t;
    let Some((age, cost_rate)) = search(life, MEANS * mean, rate) else {
        return Ok(none(RunToFailure::NeverPays));
    };
    if cost_rate >= run_to_failure_cost_rate {
        return Ok(none(RunToFailure::NeverPays));
    }
    let optimum = ReplacementOptimum {
        age,
        cost_rate,
        saving_ratio: 1.0 - cost_rate / run_to_failure_cost_rate,
        marginal_cost_rate: None,
    };
    Ok(BlockReplacement { optimum: Some(optimum), reason: None, run_to_failure_cost_rate })
}

/// The interval of least cost up to `end`; `None` when the cost still falls there. The range is narrowed
/// until the optimum lies in its upper part, so that the points around it are close.
fn search(life: &Lifetime, mut end: f64, rate: impl Fn(f64, f64) -> f64) -> Option<(f64, f64)> {
    let mut found = None;
    for _ in 0..60 {
        let values = curve(life, end, STEPS);
        let step = end / float(values.len().saturating_sub(1).max(1));
        let (mut place, mut least) = (0, f64::INFINITY);
        for (at, renewals) in values.iter().enumerate().skip(1) {
            let cost = rate(*renewals, float(at) * step);
            if cost < least {
                (place, least) = (at, cost);
            }
        }
        if place + 2 >= values.len() {
            break;
        }
        found = Some(refine(&values, step, place, &rate));
        if place * 3 >= values.len() {
            break;
        }
        end = step * float(place * 2).max(4.0);
    }
    found
}

/// The least of `rate` near `place`, between the points: the polynomial through six of them stands for `M`.
fn refine(values: &[f64], step: f64, place: usize, rate: impl Fn(f64, f64) -> f64) -> (f64, f64) {
    let last = values.len().saturating_sub(6);
    let first = place.saturating_sub(2).min(last);
    let near = values.get(first..first + 6).unwrap_or_default();
    let value = |x: f64| -> f64 {
        let weigh = |i: usize| {
            (0..near.len())
                .filter(|j| *j != i)
                .fold(1.0, |weight, j| weight * (x - float(j)) / (float(i) - float(j)))
        };
        near.iter().enumerate().map(|(i, value)| value * weigh(i)).sum()
    };
    let at = |x: f64| rate(value(x), (float(first) + x) * step);
    // The cost falls before the optimum and rises after it: compare it a little before and after.
    let centre = float(place - first.min(place));
    let (low, high) = ((centre - 1.0).max(0.01), centre + 1.0);
    let x = bisect(low, high, |x| at(x + 1e-3) >= at(x - 1e-3));
    ((float(first) + x) * step, at(x))
}

/// The answer of [`block_replacement_by_period`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockPeriods {
    /// Expected failures `H(T)` per item over `T` periods, for `T` from 0.
    pub expected_failures: Vec<f64>,
    /// Cost per item and period when the group is replaced every `T` periods, for `T` from 1.
    pub cost_rate: Vec<f64>,
    /// The `T` of least cost, the shortest of several; 1 to the number of periods.
    pub optimum_periods: u32,
}

/// Block replacement in whole periods (weeks, months), failures being counted by period:
/// `H(T) = Σ_{i<T} (1 + H(T−i−1)) P(i < X ≤ i+1)` and `C(T) = (Cp + Cf H(T)) / T`.
///
/// The method of Jardine and Tsang for group replacement. The part of a normal law below zero is in no
/// period.
///
/// # Errors
/// `REN-003` a cost out of range · `REN-002` zero periods or more than [`BLOCK_PERIODS_MAX`].
///
/// # Example
/// ```
/// use entretien::reliability::{Lifetime, block_replacement_by_period};
/// let lamp = Lifetime::normal(6.0, 1.5).unwrap(); // weeks
/// let answer = block_replacement_by_period(&lamp, 4.0, 12.0, 10).unwrap();
/// assert_eq!(answer.optimum_periods, 4);
/// assert!((answer.cost_rate[3] - 1.273_627_052).abs() < 1e-9);
/// ```
pub fn block_replacement_by_period(
    life: &Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
    periods: u32,
) -> Result<BlockPeriods, Error> {
    costs(cost_preventive, cost_corrective)?;
    let most = (1.0, f64::from(BLOCK_PERIODS_MAX));
    within(f64::from(periods), most, codes::REN_BAD_TIME, "/periods", "number of periods")?;
    let shares: Vec<f64> = (0..periods).map(|period| share(life, f64::from(period))).collect();
    let mut expected_failures = vec![0.0];
    let mut cost_rate = Vec::new();
    let (mut best, mut least) = (1, f64::INFINITY);
    for period in 1..=periods {
        let earlier = expected_failures.iter().rev();
        let failures: f64 =
            shares.iter().zip(earlier).map(|(share, earlier)| (1.0 + earlier) * share).sum();
        expected_failures.push(failures);
        let cost = (cost_preventive + cost_corrective * failures) / f64::from(period);
        if cost < least {
            (best, least) = (period, cost);
        }
        cost_rate.push(cost);
    }
    Ok(BlockPeriods { expected_failures, cost_rate, optimum_periods: best })
}

/// `P(from < X ≤ from + 1)`, from the tail that keeps its digits.
fn share(life: &Lifetime, from: f64) -> f64 {
    let lower = life.cdf(from + 1.0) - life.cdf(from);
    let upper = life.reliability(from) - life.reliability(from + 1.0);
    let late =
        matches!(life.law(), Law::Normal { mean, .. } if from > mean) || life.cdf(from) > 0.5;
    if late { upper.max(0.0) } else { lower.max(0.0) }
}
