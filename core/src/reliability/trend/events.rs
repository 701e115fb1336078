//! Tests that failures come at a constant rate.

use super::super::compare::{Direction, TestMethod};
use super::super::history::{History, check};
use super::super::number::{float, wide};
use super::super::special::{gamma_p, gamma_q, normal_both_tails};
use super::NoTrend;
use crate::error::Error;
use serde::Serialize;

/// Fewest failures for a p-value of [`laplace`]: from 4 on the normal law is near enough at 5 % (Cox and
/// Lewis 1966).
pub const LAPLACE_FAILURES_MIN: usize = 4;

/// A test of a constant rate of failures against a trend.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrendTest {
    /// Failures that the statistic counts: those that ended an observation are left out.
    pub failures: usize,
    /// The statistic.
    pub statistic: Option<f64>,
    /// Degrees of freedom of χ².
    pub degrees: Option<u64>,
    /// Two-sided p-value of a constant rate.
    pub p_value: Option<f64>,
    /// `up`: failures come more often with time, the item gets worse.
    pub direction: Option<Direction>,
    /// The law that the p-value comes from.
    pub method: Option<TestMethod>,
    /// Why a figure is missing.
    pub reason: Option<NoTrend>,
}

fn nothing(failures: usize, reason: NoTrend) -> TrendTest {
    TrendTest {
        failures,
        statistic: None,
        degrees: None,
        p_value: None,
        direction: None,
        method: None,
        reason: Some(reason),
    }
}

/// Laplace's test over all items together: `U = Σ (t − middle) / √(Σ n T² / 12)`, about standard normal when each
/// item fails at a constant rate of its own; `T` is the time an item is observed and `n` its failures.
/// Positive when failures come late.
///
/// An observation that a failure ended is taken to that failure, which is left out. No p-value with fewer than
/// [`LAPLACE_FAILURES_MIN`] failures.
///
/// # Errors
/// `REN-004` an observation that does not end after its start, or a failure outside it · `REN-005` more than
/// [`EVENTS_MAX`](super::super::EVENTS_MAX) failures.
///
/// # Example
/// The ten failures in 1 500 h of NIST e-Handbook 8.4.5.2: `(568.3 − 750) / (1500 √(1/120))`.
/// ```
/// use entretien::reliability::{Direction, History, laplace};
/// let times = [5.0, 40.0, 43.0, 175.0, 389.0, 712.0, 747.0, 795.0, 1299.0, 1478.0];
/// let test = laplace(&[History::new(times.to_vec(), 1_500.0)]).unwrap();
/// assert!((test.statistic.unwrap() + 1.326_949).abs() < 1e-6);
/// assert!((test.p_value.unwrap() - 0.184_525).abs() < 1e-6);
/// assert_eq!(test.direction, Some(Direction::Down)); // fewer and fewer
/// ```
pub fn laplace(histories: &[History]) -> Result<TrendTest, Error> {
    check(histories)?;
    let (mut failures, mut beyond, mut variance) = (0_usize, 0.0, 0.0);
    for history in histories {
        let middle = history.start + history.exposure() / 2.0;
        let mut count = 0_usize;
        for age in history.inner() {
            beyond += age - middle;
            count += 1;
        }
        failures += count;
        variance += float(count) * history.exposure() * history.exposure() / 12.0;
    }
    if failures == 0 {
        return Ok(nothing(0, NoTrend::NoFailure));
    }
    let statistic = beyond / libm::sqrt(variance);
    let enough = failures >= LAPLACE_FAILURES_MIN;
    Ok(TrendTest {
        failures,
        statistic: Some(statistic),
        degrees: None,
        p_value: enough.then(|| normal_both_tails(statistic)),
        direction: Some(Direction::of(statistic)),
        method: enough.then_some(TestMethod::Normal),
        reason: (!enough).then_some(NoTrend::TooFew),
    })
}

/// The test of MIL-HDBK-189 over all items together: `2 Σ ln(T / t)`, times counted from the start of each
/// observation, is χ² with twice the number of failures as degrees of freedom when each item fails at a
/// constant rate of its own; exactly, for any number of failures. The most powerful test against a power
/// law. Small when failures come late.
///
/// An observation that a failure ended is taken to that failure, which is left out. A failure at the very
/// start has no logarithm: where times are whole seconds, add half of one.
///
/// # Errors
/// `REN-004`, `REN-005` as in [`laplace`].
///
/// # Example
/// ```
/// use entretien::reliability::{Direction, History, mil_handbook};
/// let times = [5.0, 40.0, 43.0, 175.0, 389.0, 712.0, 747.0, 795.0, 1299.0, 1478.0];
/// let test = mil_handbook(&[History::new(times.to_vec(), 1_500.0)]).unwrap();
/// assert!((test.statistic.unwrap() - 37.228_081).abs() < 1e-6 && test.degrees == Some(20));
/// assert!(test.p_value.unwrap() < 0.05);
/// assert_eq!(test.direction, Some(Direction::Down)); // fewer and fewer
/// ```
pub fn mil_handbook(histories: &[History]) -> Result<TrendTest, Error> {
    check(histories)?;
    let (mut failures, mut logs, mut at_start) = (0_usize, 0.0, false);
    for history in histories {
        for age in history.inner() {
            let since = age - history.start;
            at_start = at_start || since <= 0.0;
            logs += libm::log(history.exposure() / since);
            failures += 1;
        }
    }
    if failures == 0 {
        return Ok(nothing(0, NoTrend::NoFailure));
    }
    if at_start {
        return Ok(nothing(failures, NoTrend::FailureAtStart));
    }
    let n = float(failures);
    // Half of χ² with 2n degrees of freedom is a gamma variable of shape n.
    let (below, above) = (gamma_p(n, logs), gamma_q(n, logs));
    Ok(TrendTest {
        failures,
        statistic: Some(2.0 * logs),
        degrees: u64::try_from(failures).ok().map(|failures| 2 * failures),
        p_value: Some((2.0 * below.min(above)).min(1.0)),
        // The mean of the sum is n: small logarithms are late failures.
        direction: Some(Direction::of(n - logs)),
        method: Some(TestMethod::ChiSquare),
        reason: None,
    })
}

/// Half the number of pairs, as a float, of so many values: exact for 2³² of them.
pub(super) fn pairs(count: usize) -> f64 {
    let n = u64::try_from(count).map_or(0.0, wide);
    n * (n - 1.0) / 2.0
}
