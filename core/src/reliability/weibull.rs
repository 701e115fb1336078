//! The Weibull law that fits observed lives best: maximum likelihood.

use super::lifetime::{Lifetime, SHAPE_MAX, SHAPE_MIN, TIME_MAX, TIME_MIN};
use super::number::float;
use super::special::normal_quantile;
use crate::error::{Error, Faults, codes};
use crate::text::choice;
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

impl WeibullFit {
    /// The law itself.
    ///
    /// # Errors
    /// `REN-001` never in fact: a fit stays within the range of shapes and scales.
    pub fn lifetime(&self) -> Result<Lifetime, Error> {
        Lifetime::weibull(self.shape, self.scale)
    }

    /// Confidence intervals of shape and scale, normal on their logarithms, so that they stay above zero.
    ///
    /// # Errors
    /// `REN-012` a confidence that is not between 0 and 1.
    ///
    /// # Example
    /// The fit of the example of [`weibull_fit`]: `1.7208 × e^(±1.645 × 0.5022/1.7208)`.
    /// ```
    /// # use entretien::reliability::{Life, weibull_fit};
    /// # let failed = [54.0, 187.0, 216.0, 240.0, 244.0, 335.0, 361.0, 373.0, 375.0, 386.0];
    /// # let lives: Vec<Life> =
    /// #     failed.map(Life::failure).into_iter().chain([Life::survivor(500.0); 10]).collect();
    /// # let fit = weibull_fit(&lives).unwrap().fit.unwrap();
    /// let [shape, scale] = fit.intervals(0.9).unwrap();
    /// assert!((shape[0] - 1.0648).abs() < 1e-4 && (shape[1] - 2.7810).abs() < 1e-4);
    /// assert!(scale[0] < 606.5 && scale[1] > 606.5);
    /// ```
    pub fn intervals(&self, confidence: f64) -> Result<[[f64; 2]; 2], Error> {
        if !(confidence > 0.0 && confidence < 1.0) {
            let message = format!("the confidence is `{confidence}`, not between 0 and 1");
            return Err(Error::new(codes::REN_BAD_SHARE, "/confidence", message));
        }
        let z = normal_quantile(f64::midpoint(1.0, confidence));
        Ok([(self.shape, self.se_shape), (self.scale, self.se_scale)].map(|(value, se)| {
            let factor = libm::exp((z * se / value).min(600.0));
            [value / factor, value * factor]
        }))
    }
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
        return Ok(answer(Err(NoWeibull::NoFailure)));
    }
    let longest = lives.iter().map(|life| life.age).fold(0.0, f64::max);
    let first = lives.iter().find(|life| life.failed).map_or(longest, |life| life.age);
    if first >= longest && lives.iter().all(|life| !life.failed || life.age >= longest) {
        return Ok(answer(Err(NoWeibull::Unbounded)));
    }
    let sample = Sample::new(lives, failures, longest);
    let shape = if sample.truncated { sample.best_shape() } else { sample.only_shape() };
    let fit = match shape.map(|shape| sample.fit(shape)) {
        Some(Some(fit)) => Ok(fit),
        Some(None) => Err(NoWeibull::NoMaximum),
        None if sample.truncated => Err(NoWeibull::NoMaximum),
        None => Err(NoWeibull::Unbounded),
    };
    Ok(answer(fit))
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

/// Lives as logarithms of the ages over the longest one.
struct Sample {
    ages: Vec<f64>,
    entries: Vec<f64>,
    failures: f64,
    /// Mean of the logarithms of the ages at failure.
    mean_log: f64,
    longest: f64,
    truncated: bool,
}

/// `Σ± e^(βx)`, `Σ± x e^(βx)` and `Σ± x² e^(βx)`.
struct Sums {
    zero: f64,
    one: f64,
    two: f64,
}

impl Sample {
    fn new(lives: &[Life], failures: usize, longest: f64) -> Sample {
        let log = |age: f64| libm::log(age / longest);
        let ages: Vec<f64> = lives.iter().map(|life| log(life.age)).collect();
        let entries: Vec<f64> =
            lives.iter().filter(|life| life.entry > 0.0).map(|life| log(life.entry)).collect();
        let failures = float(failures);
        let failed = lives.iter().zip(&ages).filter(|(life, _)| life.failed);
        let mean_log = failed.map(|(_, log)| log).sum::<f64>() / failures;
        let truncated = !entries.is_empty();
        Sample { ages, entries, failures, mean_log, longest, truncated }
    }

    fn sums(&self, shape: f64) -> Sums {
        let add = |logs: &[f64]| {
            let mut sums = Sums { zero: 0.0, one: 0.0, two: 0.0 };
            for log in logs {
                let power = libm::exp(shape * log);
                sums.zero += power;
                sums.one += power * log;
                sums.two += power * log * log;
            }
            sums
        };
        let (mut sums, entries) = (add(&self.ages), add(&self.entries));
        sums.zero -= entries.zero;
        sums.one -= entries.one;
        sums.two -= entries.two;
        sums
    }

    /// The profile score, negative below the shape of greatest likelihood, and its slope.
    fn score(&self, shape: f64) -> (f64, f64) {
        let Sums { zero, one, two } = self.sums(shape);
        let mean = one / zero;
        let score = mean - 1.0 / shape - self.mean_log;
        (score, two / zero - mean * mean + 1.0 / (shape * shape))
    }

    /// The shape when all items are seen from new: the score rises throughout.
    fn only_shape(&self) -> Option<f64> {
        if self.score(SHAPE_MAX).0 < 0.0 || self.score(SHAPE_MIN).0 > 0.0 {
            return None;
        }
        Some(self.root(SHAPE_MIN, SHAPE_MAX))
    }

    /// Newton's steps on the logarithm of the shape, kept within a bracket that each of them narrows.
    fn root(&self, mut low: f64, mut high: f64) -> f64 {
        let mut shape = 1.0_f64.clamp(low, high);
        if !(low < shape && shape < high) {
            shape = libm::sqrt(low * high);
        }
        for _ in 0..100 {
            let (score, slope) = self.score(shape);
            if score > 0.0 {
                high = shape;
            } else {
                low = shape;
            }
            let next = shape * libm::exp((-score / (slope * shape)).clamp(-2.0, 2.0));
            let next = if next > low && next < high { next } else { libm::sqrt(low * high) };
            if (next - shape).abs() <= 4e-16 * shape {
                break;
            }
            shape = next;
        }
        shape
    }

    /// The shape of greatest likelihood among all roots of a grid.
    fn best_shape(&self) -> Option<f64> {
        const CELLS: u32 = 128;
        let grid = |cell: u32| {
            SHAPE_MIN
                * libm::exp(libm::log(SHAPE_MAX / SHAPE_MIN) * f64::from(cell) / f64::from(CELLS))
        };
        let mut best: Option<(f64, f64)> = None;
        let (mut low, mut below) = (SHAPE_MIN, self.score(SHAPE_MIN).0);
        for cell in 1..=CELLS {
            let high = grid(cell);
            let above = self.score(high).0;
            // A maximum of the likelihood is where the score turns from negative to positive.
            if below < 0.0 && above >= 0.0 {
                let shape = self.root(low, high);
                let loglik = self.fit(shape).map(|fit| fit.loglik);
                if let Some(loglik) = loglik
                    && best.is_none_or(|(_, most)| loglik > most)
                {
                    best = Some((shape, loglik));
                }
            }
            (low, below) = (high, above);
        }
        best.map(|(shape, _)| shape)
    }

    /// Everything else, given the shape; `None` when the likelihood has no maximum there.
    fn fit(&self, shape: f64) -> Option<WeibullFit> {
        let r = self.failures;
        let sums = self.sums(shape);
        // η in units of the longest age, as a logarithm.
        let log_scale = libm::log(sums.zero / r) / shape;
        let scale = self.longest * libm::exp(log_scale);
        let log_longest = libm::log(self.longest);
        let logs = r * (self.mean_log + log_longest);
        let loglik =
            r * (libm::log(shape) - shape * (log_scale + log_longest)) + (shape - 1.0) * logs - r;
        // Σ± (t/η)^β ln^k(t/η), with Σ± (t/η)^β = r at the maximum.
        let factor = r / sums.zero;
        let one = factor * (sums.one - log_scale * sums.zero);
        let two =
            factor * (sums.two - 2.0 * log_scale * sums.one + log_scale * log_scale * sums.zero);
        let shapes = r / (shape * shape) + two;
        let scales = shape * shape * r / (scale * scale);
        let both = -shape * one / scale;
        let determinant = shapes * scales - both * both;
        let law = Lifetime::weibull(shape, scale).ok()?;
        let fit = WeibullFit {
            shape,
            scale,
            loglik,
            se_shape: libm::sqrt(scales / determinant),
            se_scale: libm::sqrt(shapes / determinant),
            covariance: -both / determinant,
            b10: law.quantile(0.1).ok()?,
            median: law.quantile(0.5).ok()?,
            mean: law.mean(),
        };
        let figures = [fit.loglik, fit.se_shape, fit.se_scale, fit.covariance];
        figures.iter().all(|figure| figure.is_finite()).then_some(fit)
    }
}
