//! The Weibull law that fits observed lives best: maximum likelihood.

mod interval;
mod profile;
mod sample;

pub use interval::{Estimate, WeibullQuantity};
pub use profile::{WeibullProfile, weibull_profile};

use super::lifetime::{TIME_MAX, TIME_MIN};
use crate::error::{Error, Faults, codes};
use crate::text::choice;
use sample::Sample;
use serde::Serialize;

/// Most observed lives of one fit.
pub const LIVES_MAX: usize = 10_000_000;

/// One observed life.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Life {
    /// Age at which the item came under observation; 0 when it is seen from new (otherwise left-truncated:
    /// items that failed before are unknown).
    pub entry: f64,
    /// Age at failure, or the age up to which the item is known to work (right-censored).
    pub age: f64,
    /// Whether it failed at `age`.
    pub failed: bool,
}

impl Life {
    /// An item seen from new that failed at `age`.
    pub fn failure(age: f64) -> Life {
        Life { entry: 0.0, age, failed: true }
    }

    /// An item seen from new that still works at `age`.
    pub fn survivor(age: f64) -> Life {
        Life { entry: 0.0, age, failed: false }
    }
}

choice! {
    /// Why there is no fitted law.
    NoWeibull {
        /// No item failed: only a lower bound of the mean life can be given.
        NoFailure "no_failure" "no failure was observed" "aucune panne observée",
        /// One failure, or all at one age with none outliving it: any steep shape fits better still.
        Unbounded "unbounded" "the failures do not bound the shape" "les pannes ne bornent pas la forme",
        /// Ages of entry leave the likelihood without a maximum inside the range of shapes.
        NoMaximum "no_maximum" "the likelihood has no maximum in the range of shapes" "la vraisemblance n'a pas de maximum dans les formes admises",
    }
}

/// A fitted Weibull law, with its precision.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeibullFit {
    /// Shape β.
    pub shape: f64,
    /// Scale η, in the unit of the ages.
    pub scale: f64,
    /// Natural logarithm of the likelihood.
    pub loglik: f64,
    /// Standard error of the shape, from the observed information.
    pub se_shape: f64,
    /// Standard error of the scale.
    pub se_scale: f64,
    /// Covariance of scale and shape.
    pub covariance: f64,
    /// The age by which a tenth of the items fail.
    pub b10: f64,
    /// The age by which half of the items fail.
    pub median: f64,
    /// Mean life.
    pub mean: f64,
}

/// The answer of [`weibull_fit`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeibullEstimate {
    /// The fit; `None` when the lives do not decide it.
    pub fit: Option<WeibullFit>,
    /// Why there is no fit.
    pub reason: Option<NoWeibull>,
    /// Number of lives.
    pub lives: usize,
    /// Number of failures.
    pub failures: usize,
    /// Total time under observation, `Σ (age − entry)`. Without failure the mean life is above
    /// `exposure / −ln(1 − c)` with confidence `c`, if the hazard is constant.
    pub exposure: f64,
}

/// The Weibull law of greatest likelihood for lives that ended by a failure, still go on (right-censored)
/// or came under observation at some age (left-truncated).
///
/// The shape is the root of `Σ± t^β ln t / Σ± t^β − 1/β − mean(ln t_failed) = 0`, where ages at entry
/// count negatively, and `η = (Σ± t^β / failures)^(1/β)`. Without entries the root is unique; with
/// entries every root between shapes 0.1 and 100 on a grid of 128 is found and the one of greatest
/// likelihood kept. Precision comes from the observed information. The order of the lives changes the
/// last digits at most.
///
/// # Errors
/// `REN-004` a life that does not end after its entry, or an age outside [`TIME_MIN`] to [`TIME_MAX`]; each
/// is listed, the pointer names its place · `REN-005` more than [`LIVES_MAX`] lives.
///
/// # Example
/// 20 units on test for 500 h, 10 failed (NIST e-Handbook 8.4.1.2, printed 1.7208 and 606.5280):
/// ```
/// use entretien::reliability::{Life, weibull_fit};
/// let failed = [54.0, 187.0, 216.0, 240.0, 244.0, 335.0, 361.0, 373.0, 375.0, 386.0];
/// let lives: Vec<Life> =
///     failed.map(Life::failure).into_iter().chain([Life::survivor(500.0); 10]).collect();
/// let fit = weibull_fit(&lives).unwrap().fit.unwrap();
/// assert!((fit.shape - 1.720_797_26).abs() < 1e-7);
/// assert!((fit.scale - 606.527_558).abs() < 1e-5);
/// assert!((fit.b10 - 164.022_44).abs() < 1e-4);
/// ```
pub fn weibull_fit(lives: &[Life]) -> Result<WeibullEstimate, Error> {
    estimate(lives).map(|(estimate, _)| estimate)
}

/// The fit, and the likelihood that it comes from unless it is refused before.
fn estimate(lives: &[Life]) -> Result<(WeibullEstimate, Option<Sample>), Error> {
    check(lives)?;
    let failures = lives.iter().filter(|life| life.failed).count();
    let exposure = lives.iter().map(|life| life.age - life.entry).sum();
    let answer = |fit: Result<WeibullFit, NoWeibull>| WeibullEstimate {
        fit: fit.ok(),
        reason: fit.err(),
        lives: lives.len(),
        failures,
        exposure,
    };
    if failures == 0 {
        return Ok((answer(Err(NoWeibull::NoFailure)), None));
    }
    let longest = lives.iter().map(|life| life.age).fold(0.0, f64::max);
    let first = lives.iter().find(|life| life.failed).map_or(longest, |life| life.age);
    if first >= longest && lives.iter().all(|life| !life.failed || life.age >= longest) {
        return Ok((answer(Err(NoWeibull::Unbounded)), None));
    }
    let sample = Sample::new(lives, failures, longest);
    Ok((answer(sample.best()), Some(sample)))
}

/// Refuses lives that cannot be used, each by its place.
pub(super) fn check(lives: &[Life]) -> Result<(), Error> {
    if lives.len() > LIVES_MAX {
        let message = format!("{} lives, at most {LIVES_MAX}", lives.len());
        return Err(Error::new(codes::REN_TOO_LARGE, "", message));
    }
    let mut faults = Faults::new();
    for (place, life) in lives.iter().enumerate() {
        let Life { entry, age, .. } = *life;
        if !(TIME_MIN..=TIME_MAX).contains(&age) {
            let message = format!("the age is `{age}`, not from {TIME_MIN} to {TIME_MAX}");
            faults.add(codes::REN_BAD_SAMPLE, format!("/{place}/age"), message);
        } else if !(entry >= 0.0 && entry < age) {
            let message = format!("the entry is `{entry}`, not from 0 to below the age `{age}`");
            faults.add(codes::REN_BAD_SAMPLE, format!("/{place}/entry"), message);
        }
    }
    Error::check(faults.into_vec())
}
