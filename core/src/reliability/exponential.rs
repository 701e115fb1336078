//! The constant hazard that fits observed lives.

use super::availability::{MtbfEstimate, Truncation, mtbf_interval};
use super::number::confidence;
use super::weibull::{Life, check};
use crate::error::{Error, codes};
use serde::Serialize;

/// A constant hazard fitted to observed lives.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExponentialFit {
    /// Number of lives.
    pub lives: usize,
    /// Number of failures.
    pub failures: usize,
    /// Total time under observation (total time on test), `Σ (age − entry)`.
    pub exposure: f64,
    /// Mean life and its bounds; without failure a lower bound alone. `None` without a life.
    pub mean: Option<MtbfEstimate>,
    /// Failures per unit of time, `failures / exposure`; `None` without failure: zero is not what is known.
    pub rate: Option<f64>,
    /// Lower bound of the rate; `None` without failure.
    pub rate_lower: Option<f64>,
    /// Upper bound of the rate; there is one without failure too.
    pub rate_upper: Option<f64>,
    /// Logarithm of the likelihood; `None` without failure.
    pub loglik: Option<f64>,
}

/// The constant hazard of greatest likelihood for lives that ended by a failure, still go on (right-censored) or
/// came under observation at some age (left-truncated): failures over total time, whatever the ages.
///
/// Bounds are those of [`mtbf_interval`]: exact when the total time was fixed beforehand, or when the last
/// failure ended the observation (`truncation`); near enough when each life has an end of its own.
///
/// # Errors
/// `REN-004`, `REN-005` as in [`weibull_fit`](super::weibull_fit) · `REN-012` a confidence that is not between 0
/// and 1.
///
/// # Example
/// Two failures in 800 h (NIST e-Handbook 8.4.5.1), as three lives:
/// ```
/// use entretien::reliability::{Life, Truncation, exponential_fit};
/// let lives = [Life::failure(100.0), Life::failure(300.0), Life::survivor(400.0)];
/// let fit = exponential_fit(&lives, 0.9, Truncation::Time).unwrap();
/// let mean = fit.mean.unwrap();
/// assert_eq!((fit.rate, mean.mtbf), (Some(0.0025), Some(400.0)));
/// assert!((mean.lower.unwrap() - 127.07).abs() < 0.01);
/// ```
pub fn exponential_fit(
    lives: &[Life],
    confidence: f64,
    truncation: Truncation,
) -> Result<ExponentialFit, Error> {
    check(lives)?;
    self::confidence(confidence)?;
    let failures = lives.iter().filter(|life| life.failed).count();
    let exposure: f64 = lives.iter().map(|life| life.age - life.entry).sum();
    let count = u32::try_from(failures)
        .map_err(|_| Error::new(codes::REN_TOO_LARGE, "", format!("{failures} failures")))?;
    let mean = if lives.is_empty() {
        None
    } else {
        Some(mtbf_interval(exposure, count, confidence, truncation)?)
    };
    let inverse = |bound: Option<f64>| bound.map(|bound| 1.0 / bound);
    let rate = (failures > 0).then(|| f64::from(count) / exposure);
    Ok(ExponentialFit {
        lives: lives.len(),
        failures,
        exposure,
        mean,
        rate,
        rate_lower: inverse(mean.and_then(|mean| mean.upper)),
        rate_upper: inverse(mean.and_then(|mean| mean.lower)),
        loglik: rate.map(|rate| f64::from(count) * (libm::log(rate) - 1.0)),
    })
}
