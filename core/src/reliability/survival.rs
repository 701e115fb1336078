//! Survival of observed lives without assuming a law: Kaplan and Meier's estimate.

use super::number::float;
use super::weibull::{Life, check};
use crate::error::Error;
use crate::order;
use serde::Serialize;

/// Survival just after an age at which items failed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalStep {
    /// The age.
    pub age: f64,
    /// Items under observation just before that age.
    pub at_risk: usize,
    /// Items that failed at that age.
    pub failures: usize,
    /// Share of the items that work beyond that age.
    pub survival: f64,
    /// Standard error of the share by Greenwood's formula; `None` once nothing survives.
    pub standard_error: Option<f64>,
}

/// The product-limit estimate: at each age with failures, survival is multiplied by `1 − d/n`, `n` being the
/// items under observation. Sorted by age.
///
/// A life that ends without failure at an age counts as under observation there; one that enters at an age
/// counts after it. `Greenwood: S √(Σ d / (n (n − d)))`.
///
/// # Errors
/// `REN-004`, `REN-005` as in [`weibull_fit`](super::weibull_fit).
///
/// # Example
/// ```
/// use entretien::reliability::{Life, kaplan_meier};
/// let lives = [Life::failure(6.0), Life::survivor(6.0), Life::failure(7.0), Life::survivor(9.0)];
/// let steps = kaplan_meier(&lives).unwrap();
/// assert_eq!((steps[0].at_risk, steps[0].survival), (4, 0.75));
/// assert_eq!((steps[1].at_risk, steps[1].survival), (2, 0.375));
/// ```
pub fn kaplan_meier(lives: &[Life]) -> Result<Vec<SurvivalStep>, Error> {
    check(lives)?;
    let mut ends: Vec<(f64, bool)> = lives.iter().map(|life| (life.age, life.failed)).collect();
    order::sort_by(&mut ends, |a, b| a.0.total_cmp(&b.0));
    let mut entries: Vec<f64> = lives.iter().map(|life| life.entry).collect();
    order::sort_by(&mut entries, f64::total_cmp);
    let (mut entered, mut ended) = (0_usize, 0_usize);
    let (mut survival, mut sum) = (1.0, 0.0);
    let mut steps: Vec<SurvivalStep> = Vec::new();
    let mut open = entries.iter().peekable();
    for same in ends.chunk_by(|a, b| a.0 >= b.0) {
        let Some((age, _)) = same.first().copied() else { continue };
        while open.next_if(|entry| **entry < age).is_some() {
            entered += 1;
        }
        let failures = same.iter().filter(|(_, failed)| *failed).count();
        let at_risk = entered.saturating_sub(ended);
        ended += same.len();
        if failures == 0 {
            continue;
        }
        let (n, d) = (float(at_risk), float(failures));
        survival *= (n - d) / n;
        sum += d / (n * (n - d));
        let standard_error = (at_risk > failures && survival > 0.0)
            .then(|| survival * libm::sqrt(sum))
            .filter(|error| error.is_finite());
        steps.push(SurvivalStep { age, at_risk, failures, survival, standard_error });
    }
    Ok(steps)
}
