//! Events over exposures: two rates compared.

use super::super::beta::{beta_quantile, beta_sides};
use super::super::lifetime::{TIME_MAX, TIME_MIN};
use super::super::number::{confidence, count, within};
use super::{Direction, NoComparison};
use crate::error::{Error, codes};
use serde::Serialize;

/// Events and the time (or distance, or number of items) in which they could happen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateSample {
    /// Number of events.
    pub events: u64,
    /// Exposure, above zero, such as operating hours.
    pub exposure: f64,
}

impl RateSample {
    /// Both as floats.
    pub(super) fn floats(self, place: &str) -> Result<(f64, f64), Error> {
        let times = (TIME_MIN, TIME_MAX);
        let pointer = format!("{place}/exposure");
        let exposure = within(self.exposure, times, codes::REN_BAD_TIME, &pointer, "exposure")?;
        Ok((count(self.events, &format!("{place}/events"))?, exposure))
    }
}

/// Two rates compared.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateRatio {
    /// Rate of the sample over that of the reference; `None` when the reference has no event.
    pub ratio: Option<f64>,
    /// Lower bound of the ratio; `None` when no event was counted at all.
    pub lower: Option<f64>,
    /// Upper bound of the ratio; `None` when the reference has no event.
    pub upper: Option<f64>,
    /// Exact two-sided p-value of equal rates; `None` when no event was counted at all.
    pub p_value: Option<f64>,
    /// Which way it goes.
    pub direction: Option<Direction>,
    /// Why there is no figure.
    pub reason: Option<NoComparison>,
}

/// Compares the rate of a sample with that of a reference, both counts being Poisson's.
///
/// Given `n` events in all, those of the sample follow a binomial law of share `π = ρt / (ρt + s)`, for
/// exposures `t` and `s` and the ratio `ρ` (Przyborowski and Wilenski 1940). The p-value doubles the smaller
/// tail at `ρ = 1`, the interval is Clopper and Pearson's for `π`: it holds 1 exactly when the p-value is
/// above `1 − confidence`.
///
/// # Errors
/// `REN-002` an exposure outside 10⁻¹² to 10¹⁵ · `REN-012` a confidence that is not between 0 and 1 ·
/// `REN-014` more than [`COUNT_MAX`](super::super::COUNT_MAX) events.
///
/// # Example
/// 12 failures in 1 000 h, then 4 in 1 000 h: `2 × P(X ≤ 4)` of 16 tosses, `2 × 2517/65536`.
/// ```
/// use entretien::reliability::{Direction, RateSample, rate_ratio};
/// let (now, before) =
///     (RateSample { events: 4, exposure: 1_000.0 }, RateSample { events: 12, exposure: 1_000.0 });
/// let change = rate_ratio(now, before, 0.95).unwrap();
/// assert_eq!(change.direction, Some(Direction::Down));
/// assert!((change.ratio.unwrap() - 1.0 / 3.0).abs() < 1e-15);
/// assert!((change.p_value.unwrap() - 2.0 * 2_517.0 / 65_536.0).abs() < 1e-14);
/// assert!(change.upper.unwrap() > 1.0); // 0.0768 is above 0.05
/// ```
pub fn rate_ratio(
    sample: RateSample,
    reference: RateSample,
    confidence: f64,
) -> Result<RateRatio, Error> {
    let tail = (1.0 - self::confidence(confidence)?) / 2.0;
    let (x, t) = sample.floats("/sample")?;
    let (y, s) = reference.floats("/reference")?;
    if x + y <= 0.0 {
        return Ok(RateRatio {
            ratio: None,
            lower: None,
            upper: None,
            p_value: None,
            direction: None,
            reason: Some(NoComparison::NoEvent),
        });
    }
    let (share, rest) = (t / (t + s), s / (t + s));
    // P(X ≤ x) = 1 − I_π(x + 1, y); P(X ≥ x) = I_π(x, y + 1).
    let at_most = if y > 0.0 { upper(beta_sides(x + 1.0, y, share, rest)) } else { 1.0 };
    let at_least = if x > 0.0 { lower(beta_sides(x, y + 1.0, share, rest)) } else { 1.0 };
    let odds = |[p, q]: [f64; 2]| p / q * (s / t);
    Ok(RateRatio {
        ratio: (y > 0.0).then(|| x / y * (s / t)).filter(|ratio| ratio.is_finite()),
        lower: Some(if x > 0.0 { odds(beta_quantile(x, y + 1.0, tail)) } else { 0.0 })
            .filter(|bound| bound.is_finite()),
        upper: (y > 0.0)
            .then(|| odds(beta_quantile(x + 1.0, y, 1.0 - tail)))
            .filter(|bound| bound.is_finite()),
        p_value: Some((2.0 * at_most.min(at_least)).min(1.0)),
        direction: Some(Direction::of(x * s - y * t)),
        reason: None,
    })
}

fn lower([lower, _]: [f64; 2]) -> f64 {
    lower
}

fn upper([_, upper]: [f64; 2]) -> f64 {
    upper
}
