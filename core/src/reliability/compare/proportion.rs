//! Shares of successes: their interval, and two of them compared.

use super::super::number::{confidence, count};
use super::super::special::normal_quantile;
use super::{Direction, NoComparison, TestMethod};
use crate::error::{Error, codes};
use serde::Serialize;

/// Successes among trials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareSample {
    /// Trials that succeeded.
    pub successes: u64,
    /// All trials.
    pub trials: u64,
}

/// A share and how well it is known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProportionInterval {
    /// Successes over trials; `None` without a trial, as the bounds.
    pub ratio: Option<f64>,
    /// Lower bound, from 0.
    pub lower: Option<f64>,
    /// Upper bound, to 1.
    pub upper: Option<f64>,
}

impl ShareSample {
    /// Both counts as floats.
    pub(super) fn floats(self, place: &str) -> Result<(f64, f64), Error> {
        let trials = count(self.trials, &format!("{place}/trials"))?;
        if self.successes > self.trials {
            let message = format!("{} successes in {} trials", self.successes, self.trials);
            return Err(Error::new(codes::REN_BAD_COUNT, format!("{place}/successes"), message));
        }
        Ok((count(self.successes, &format!("{place}/successes"))?, trials))
    }
}

/// Wilson's score interval: the shares `p` that `|x − np| ≤ z √(np(1−p))` does not refute (Wilson 1927). It
/// stays within 0 and 1, and is not of width zero when all or no trials succeed.
///
/// # Errors
/// `REN-012` a confidence that is not between 0 and 1 · `REN-014` more successes than trials, or more than
/// [`COUNT_MAX`](super::super::COUNT_MAX) trials.
///
/// # Example
/// Preventive visits done in time, 45 of 50, at 95 %: `(45 + 1.92 ± 1.96 √(45·5/50 + 0.96)) / 53.84`.
/// ```
/// use entretien::reliability::wilson_interval;
/// let share = wilson_interval(45, 50, 0.95).unwrap();
/// assert_eq!(share.ratio, Some(0.9));
/// assert!((share.lower.unwrap() - 0.786_398).abs() < 1e-6);
/// assert!((share.upper.unwrap() - 0.956_524).abs() < 1e-6);
/// assert_eq!(wilson_interval(0, 0, 0.95).unwrap().ratio, None);
/// ```
pub fn wilson_interval(
    successes: u64,
    trials: u64,
    confidence: f64,
) -> Result<ProportionInterval, Error> {
    let share = ShareSample { successes, trials };
    let (successes, trials) = share.floats("")?;
    let bounds = wilson(successes, trials, quantile(confidence)?);
    Ok(ProportionInterval {
        ratio: (trials > 0.0).then(|| successes / trials),
        lower: bounds.map(|[lower, _]| lower),
        upper: bounds.map(|[_, upper]| upper),
    })
}

/// The normal quantile of a two-sided interval.
fn quantile(asked: f64) -> Result<f64, Error> {
    Ok(normal_quantile(f64::midpoint(1.0, confidence(asked)?)))
}

fn wilson(x: f64, n: f64, z: f64) -> Option<[f64; 2]> {
    if n <= 0.0 {
        return None;
    }
    let square = z * z;
    let width = z * libm::sqrt(x * (n - x) / n + square / 4.0);
    let bound = |sign: f64| (x + square / 2.0 + sign * width) / (n + square);
    let lower = if x > 0.0 { bound(-1.0).max(0.0) } else { 0.0 };
    Some([lower, if x < n { bound(1.0).min(1.0) } else { 1.0 }])
}

/// Two shares compared.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProportionDifference {
    /// The share of the sample less that of the reference; `None` when one has no trial.
    pub difference: Option<f64>,
    /// Lower bound of the difference.
    pub lower: Option<f64>,
    /// Upper bound of the difference.
    pub upper: Option<f64>,
    /// Fisher's exact test that both are the same share; 0 stands for less than 10⁻³⁰⁰.
    pub p_value: Option<f64>,
    /// Which way it goes.
    pub direction: Option<Direction>,
    /// How the p-value was found: always exact.
    pub method: Option<TestMethod>,
    /// Why there is no figure.
    pub reason: Option<NoComparison>,
}

/// Compares the share of a sample with that of a reference, such as this period with the one before.
///
/// The p-value is Fisher's (1935): the probability, given both sums, of the tables that are no more likely
/// than this one. The interval of the difference is Newcombe's hybrid of two Wilson intervals (1998, his
/// method 10): they are two methods, and near the edge one may tell a difference that the other does not.
///
/// # Errors
/// `REN-012`, `REN-014` as in [`wilson_interval`].
///
/// # Example
/// Newcombe's first example, 56 of 70 against 48 of 80; printed 0.0524 to 0.3339.
/// ```
/// use entretien::reliability::{Direction, ShareSample, proportion_difference};
/// let (now, before) =
///     (ShareSample { successes: 56, trials: 70 }, ShareSample { successes: 48, trials: 80 });
/// let change = proportion_difference(now, before, 0.95).unwrap();
/// assert!((change.difference.unwrap() - 0.2).abs() < 1e-15);
/// assert!((change.lower.unwrap() - 0.0524).abs() < 5e-5);
/// assert!((change.upper.unwrap() - 0.3339).abs() < 5e-5);
/// assert!(change.p_value.unwrap() < 0.05);
/// assert_eq!(change.direction, Some(Direction::Up));
/// ```
pub fn proportion_difference(
    sample: ShareSample,
    reference: ShareSample,
    confidence: f64,
) -> Result<ProportionDifference, Error> {
    let deviations = quantile(confidence)?;
    let (x, n) = sample.floats("/sample")?;
    let (y, m) = reference.floats("/reference")?;
    let bounds = (wilson(x, n, deviations), wilson(y, m, deviations));
    let (Some([low, high]), Some([low_reference, high_reference])) = bounds else {
        return Ok(ProportionDifference {
            difference: None,
            lower: None,
            upper: None,
            p_value: None,
            direction: None,
            method: None,
            reason: Some(NoComparison::EmptySample),
        });
    };
    // Shares compare as products of counts do, without the rounding of two divisions.
    let difference = (x * m - y * n) / (n * m);
    Ok(ProportionDifference {
        difference: Some(difference),
        lower: Some((difference - libm::hypot(x / n - low, high_reference - y / m)).max(-1.0)),
        upper: Some((difference + libm::hypot(high - x / n, y / m - low_reference)).min(1.0)),
        p_value: Some(fisher(x, n, x + y, n + m)),
        direction: Some(Direction::of(difference)),
        method: Some(TestMethod::Exact),
        reason: None,
    })
}

/// Fisher's two-sided p-value for `x` of `n`, when `successes` of `all` were.
///
/// Weights of the hypergeometric law are walked outward from its mode, each from its neighbour, until they
/// vanish: no factorial is taken, and the walk is some 75 standard deviations long.
fn fisher(x: f64, n: f64, successes: f64, all: f64) -> f64 {
    let (least, most) = ((successes + n - all).max(0.0), successes.min(n));
    let mode = libm::floor((n + 1.0) * (successes + 1.0) / (all + 2.0)).clamp(least, most);
    let up = |k: f64| (n - k) / (k + 1.0) * ((successes - k) / (all - n - successes + k + 1.0));
    let walk = |each: &mut dyn FnMut(f64, f64)| {
        let (mut k, mut weight) = (mode, 1.0);
        while k <= most && weight > 1e-305 {
            each(k, weight);
            weight *= up(k);
            k += 1.0;
        }
        let (mut k, mut weight) = (mode, 1.0);
        while k > least {
            k -= 1.0;
            weight /= up(k);
            if weight <= 1e-305 {
                break;
            }
            each(k, weight);
        }
    };
    let (mut observed, mut total) = (0.0, 0.0);
    walk(&mut |k, weight| {
        total += weight;
        if (k - x).abs() < 0.5 {
            observed = weight;
        }
    });
    // Equal weights may differ in their last digits.
    let (mut rare, limit) = (0.0, observed * (1.0 + 1e-7));
    walk(&mut |_, weight| {
        if weight <= limit {
            rare += weight;
        }
    });
    (rare / total).min(1.0)
}
