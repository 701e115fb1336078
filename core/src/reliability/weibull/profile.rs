//! Intervals of a Weibull law by its profile likelihood.

use super::super::number::confidence;
use super::super::special::{chi_square_quantile, digamma, trigamma};
use super::sample::Sample;
use super::{Estimate, Life, WeibullEstimate, WeibullQuantity, estimate};
use crate::error::Error;
use serde::Serialize;

/// A fit, and figures of it with their intervals by the profile likelihood.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeibullProfile {
    /// The fit.
    pub estimate: WeibullEstimate,
    /// The figures asked for, in their order; empty without a fit.
    pub figures: Vec<Estimate>,
}

/// Fits a Weibull law, and gives figures of it with the interval of the values that a likelihood ratio test does
/// not refute: those whose best likelihood is within `χ²₁/2` of the greatest. It follows the likelihood as
/// it is, skewed or not: better than the normal law of [`WeibullFit::interval`](super::WeibullFit::interval)
/// with few failures. A bound that the data do not give within a factor of `e³⁰` (or beyond the shapes 0.05 to
/// 200) is `None`.
///
/// # Errors
/// As [`weibull_fit`](super::weibull_fit); `REN-002` an age out of range · `REN-012` a share or a confidence
/// that is not between 0 and 1.
///
/// # Example
/// ```
/// use entretien::reliability::{Life, WeibullQuantity, weibull_profile};
/// let failed = [54.0, 187.0, 216.0, 240.0, 244.0, 335.0, 361.0, 373.0, 375.0, 386.0];
/// let lives: Vec<Life> =
///     failed.map(Life::failure).into_iter().chain([Life::survivor(500.0); 10]).collect();
/// let profile = weibull_profile(&lives, &[WeibullQuantity::Shape], 0.95).unwrap();
/// let shape = profile.figures[0];
/// assert!(shape.lower.unwrap() < 1.7208 && shape.upper.unwrap() > 1.7208);
/// ```
pub fn weibull_profile(
    lives: &[Life],
    quantities: &[WeibullQuantity],
    confidence: f64,
) -> Result<WeibullProfile, Error> {
    let drop_allowed = chi_square_quantile(self::confidence(confidence)?, 1.0) / 2.0;
    for quantity in quantities {
        quantity.check()?;
    }
    let (estimate, sample) = estimate(lives)?;
    let (Some(fit), Some(sample)) = (estimate.fit, sample) else {
        return Ok(WeibullProfile { estimate, figures: Vec::new() });
    };
    let ridge = Ridge { sample: &sample, shape: fit.shape };
    let least = ridge.free(fit.shape) - drop_allowed;
    let figures = quantities
        .iter()
        .map(|quantity| {
            let middle = quantity.normal(fit.shape, fit.scale);
            let bound = |sign: f64| ridge.bound(*quantity, middle, sign, least);
            let [lower, upper] = quantity.bounds([bound(-1.0), bound(1.0)]);
            Estimate { value: quantity.value(middle), lower, upper }
        })
        .collect();
    Ok(WeibullProfile { estimate, figures })
}

/// Largest distance of a bound from the estimate, on the normal scale.
const REACH: f64 = 30.0;
/// Shapes that the search may pass through.
const SHAPES: (f64, f64) = (0.05, 200.0);

/// The ridge of the likelihood along values of a figure.
struct Ridge<'a> {
    sample: &'a Sample,
    shape: f64,
}

/// `K(β) = ln (L/η)^β` where the figure has a given value, with its two slopes; `L` is the longest age.
struct Curve {
    height: f64,
    slope: f64,
    bend: f64,
}

impl Ridge<'_> {
    /// The logarithm of the likelihood of a shape with its best scale, less a constant.
    fn free(&self, shape: f64) -> f64 {
        let (r, zero) = (self.sample.failures, self.sample.sums(shape).zero);
        r * (libm::log(shape) + shape * self.sample.mean_log + libm::log(r / zero) - 1.0)
    }

    /// The value on the normal scale where the ridge falls to `least`, on one side of the estimate.
    fn bound(&self, quantity: WeibullQuantity, middle: f64, sign: f64, least: f64) -> Option<f64> {
        // The last shape along the ridge: the next one is near.
        let mut shape = self.shape;
        let mut gap = |distance: f64| -> Option<f64> {
            let height = if quantity == WeibullQuantity::Shape {
                let at = libm::exp(middle + sign * distance);
                (at >= SHAPES.0 && at <= SHAPES.1).then(|| self.free(at))?
            } else {
                let (best, height) = self.best(quantity, middle + sign * distance, shape)?;
                shape = best;
                height
            };
            Some(height - least).filter(|gap| gap.is_finite())
        };
        let (mut near, mut near_gap) = (0.0, gap(0.0)?);
        let (mut far, mut far_gap) = (0.05, gap(0.05)?);
        while far_gap > 0.0 {
            (near, near_gap) = (far, far_gap);
            far *= 1.6;
            if far > REACH {
                return None;
            }
            far_gap = gap(far)?;
        }
        // False position with halved weights (Illinois): the ridge is nearly a parabola.
        let mut side = 0.0;
        for _ in 0..200 {
            if far - near <= 1e-13 * far {
                break;
            }
            let guess = near + (far - near) * near_gap / (near_gap - far_gap);
            let next = if guess > near && guess < far { guess } else { near + (far - near) / 2.0 };
            let next_gap = gap(next)?;
            if next_gap > 0.0 {
                (near, near_gap) = (next, next_gap);
                far_gap = if side > 0.0 { far_gap / 2.0 } else { far_gap };
                side = 1.0;
            } else {
                (far, far_gap) = (next, next_gap);
                near_gap = if side < 0.0 { near_gap / 2.0 } else { near_gap };
                side = -1.0;
            }
            if next_gap.abs() <= 1e-13 * (1.0 + least.abs()) {
                return Some(middle + sign * next);
            }
        }
        Some(middle + sign * far)
    }

    /// The best shape where the figure has a given value, and the likelihood there. Newton's steps, halved while
    /// they lower the likelihood.
    fn best(&self, quantity: WeibullQuantity, normal: f64, start: f64) -> Option<(f64, f64)> {
        let (r, mean) = (self.sample.failures, self.sample.mean_log);
        let at = |shape: f64| {
            let sums = self.sample.sums(shape);
            let Curve { height, slope, bend } = self.curve(quantity, normal, shape);
            let weight = libm::exp(height);
            let value = r * (libm::log(shape) + shape * mean + height) - weight * sums.zero;
            let first = r * (1.0 / shape + mean + slope) - weight * (sums.one + sums.zero * slope);
            let second = r * (bend - 1.0 / (shape * shape))
                - weight * (sums.two + 2.0 * sums.one * slope + sums.zero * (slope * slope + bend));
            (value, first, second)
        };
        let mut shape = start;
        let (mut value, mut first, mut second) = at(shape);
        for _ in 0..100 {
            // On the logarithm of the shape; uphill even where the likelihood is not concave.
            let (rise, curvature) = (first * shape, second * shape * shape + first * shape);
            let step = if curvature < 0.0 { -rise / curvature } else { rise.signum() * 0.1 };
            let mut step = step.clamp(-0.7, 0.7);
            let (mut next, mut found) = (shape, (value, first, second));
            for _ in 0..40 {
                next = shape * libm::exp(step);
                found = at(next);
                if found.0 >= value - 1e-12 * value.abs() {
                    break;
                }
                step /= 2.0;
            }
            if !(next >= SHAPES.0 && next <= SHAPES.1 && found.0.is_finite()) {
                return None;
            }
            let moved = (next - shape).abs();
            shape = next;
            (value, first, second) = found;
            // The likelihood is flat at its top: an error of 1e-9 there is one of 1e-18 in its value.
            if moved <= 1e-9 * shape {
                return Some((shape, value));
            }
        }
        None
    }

    fn curve(&self, quantity: WeibullQuantity, normal: f64, shape: f64) -> Curve {
        let longest = libm::log(self.sample.longest);
        let line =
            |height: f64, slope: f64| Curve { height: height + shape * slope, slope, bend: 0.0 };
        match quantity {
            WeibullQuantity::Shape | WeibullQuantity::Scale => line(0.0, longest - normal),
            WeibullQuantity::BLife { share } => {
                line(libm::log(-libm::log1p(-share)), longest - normal)
            }
            WeibullQuantity::Reliability { age } => line(normal, longest - libm::log(age)),
            WeibullQuantity::Mean => {
                let inner = 1.0 + 1.0 / shape;
                let slope = longest - normal + libm::lgamma(inner);
                Curve {
                    height: shape * slope,
                    slope: slope - digamma(inner) / shape,
                    bend: trigamma(inner) / (shape * shape * shape),
                }
            }
            WeibullQuantity::ConditionalReliability { age, more } => {
                // h / (t₂^β − t₁^β): the logarithm of t₁^β (e^{βg} − 1), with g = ln(t₂/t₁).
                let gap = libm::log1p(more / age);
                let (grown, away) = (libm::expm1(shape * gap), longest - libm::log(age));
                let ratio = gap / -libm::expm1(-shape * gap);
                Curve {
                    height: normal + shape * away - libm::log(grown),
                    slope: away - ratio,
                    // −d/dβ of g e^{βg}/(e^{βg} − 1) is g² e^{βg}/(e^{βg} − 1)².
                    bend: ratio * (gap / grown),
                }
            }
        }
    }
}
