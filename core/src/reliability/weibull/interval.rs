//! What is asked of a fitted Weibull law, and how well the normal law of its estimate knows it.

use super::super::lifetime::{Lifetime, TIME_MAX, TIME_MIN};
use super::super::number::{confidence, within};
use super::super::special::{digamma, normal_quantile};
use super::WeibullFit;
use crate::error::{Error, codes};
use serde::Serialize;

/// A figure with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Lower bound; `None` when the data give none.
    pub lower: Option<f64>,
    /// Upper bound; `None` when the data give none.
    pub upper: Option<f64>,
}

/// A figure of a Weibull law.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WeibullQuantity {
    /// Shape β.
    Shape,
    /// Scale η.
    Scale,
    /// The age by which a share of the items fail: 0.1 for B10.
    BLife {
        /// The share, between 0 and 1.
        share: f64,
    },
    /// The mean life (MTTF), `η Γ(1 + 1/β)`.
    Mean,
    /// The share of the items that outlive an age.
    Reliability {
        /// The age.
        age: f64,
    },
    /// The share of the items of an age that work so much longer.
    ConditionalReliability {
        /// The age that was reached.
        age: f64,
        /// The time to work beyond it.
        more: f64,
    },
}

impl WeibullQuantity {
    /// Refuses an age or a share out of range.
    pub(super) fn check(self) -> Result<(), Error> {
        let time = |value, place: &str, what: &str| {
            within(value, (TIME_MIN, TIME_MAX), codes::REN_BAD_TIME, place, what).map(drop)
        };
        match self {
            WeibullQuantity::BLife { share } if !(share > 0.0 && share < 1.0) => {
                let message = format!("the share is `{share}`, not between 0 and 1");
                Err(Error::new(codes::REN_BAD_SHARE, "/share", message))
            }
            WeibullQuantity::Reliability { age } => time(age, "/age", "age"),
            WeibullQuantity::ConditionalReliability { age, more } => {
                time(age, "/age", "age")?;
                time(more, "/more", "time beyond the age")
            }
            _ => Ok(()),
        }
    }

    /// Whether the figure is a share that outlives, which falls as its logarithmic hazard rises.
    fn is_share(self) -> bool {
        matches!(
            self,
            WeibullQuantity::Reliability { .. } | WeibullQuantity::ConditionalReliability { .. }
        )
    }

    /// The figure of a value on the scale where it is about normal: a logarithm, or for shares
    /// `ln(−ln share)`.
    pub(super) fn value(self, normal: f64) -> f64 {
        if self.is_share() { libm::exp(-libm::exp(normal)) } else { libm::exp(normal) }
    }

    /// The bounds of the figure, from those on the normal scale.
    pub(super) fn bounds(self, [low, high]: [Option<f64>; 2]) -> [Option<f64>; 2] {
        let figure = |normal: Option<f64>| {
            normal.map(|normal| self.value(normal)).filter(|value| value.is_finite())
        };
        if self.is_share() { [figure(high), figure(low)] } else { [figure(low), figure(high)] }
    }

    /// The value of a law on the normal scale.
    pub(super) fn normal(self, shape: f64, scale: f64) -> f64 {
        let log = |age: f64| libm::log(age / scale);
        match self {
            WeibullQuantity::Shape => libm::log(shape),
            WeibullQuantity::Scale => libm::log(scale),
            WeibullQuantity::BLife { share } => {
                libm::log(scale) + libm::log(-libm::log1p(-share)) / shape
            }
            WeibullQuantity::Mean => libm::log(scale) + libm::lgamma(1.0 + 1.0 / shape),
            WeibullQuantity::Reliability { age } => shape * log(age),
            WeibullQuantity::ConditionalReliability { age, more } => {
                // ln(H₂ − H₁) = ln H₁ + ln(e^{β ln(t₂/t₁)} − 1)
                let longer = shape * libm::log1p(more / age);
                shape * log(age) + libm::log(libm::expm1(longer))
            }
        }
    }

    /// Its slopes along the shape and the logarithm of the scale.
    fn slopes(self, shape: f64, scale: f64) -> [f64; 2] {
        match self {
            WeibullQuantity::Shape => [1.0 / shape, 0.0],
            WeibullQuantity::Scale => [0.0, 1.0],
            WeibullQuantity::BLife { share } => {
                [-libm::log(-libm::log1p(-share)) / (shape * shape), 1.0]
            }
            WeibullQuantity::Mean => [-digamma(1.0 + 1.0 / shape) / (shape * shape), 1.0],
            WeibullQuantity::Reliability { age } => [libm::log(age / scale), -shape],
            WeibullQuantity::ConditionalReliability { age, more } => {
                // (u₂H₂ − u₁H₁) / (H₂ − H₁), with H₁/H₂ from the difference of logarithms.
                let gap = libm::log1p(more / age);
                let first = libm::log(age / scale);
                [first + gap / -libm::expm1(-shape * gap), -shape]
            }
        }
    }
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
    /// The fit of the example of [`weibull_fit`](super::weibull_fit): `1.7208 × e^(±1.645 × 0.5022/1.7208)`.
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
        let z = normal_quantile(f64::midpoint(1.0, self::confidence(confidence)?));
        Ok([(self.shape, self.se_shape), (self.scale, self.se_scale)].map(|(value, se)| {
            let factor = libm::exp((z * se / value).min(600.0));
            [value / factor, value * factor]
        }))
    }

    /// A figure of the law with its interval by the observed (Fisher) information, carried over by slopes (delta
    /// method) to the scale on which the figure has no bounds: logarithms for times and the shape,
    /// `ln(−ln R)` for shares. With few failures prefer [`weibull_profile`](super::weibull_profile).
    ///
    /// # Errors
    /// `REN-002` an age outside [`TIME_MIN`] to [`TIME_MAX`] · `REN-012` a share or a confidence that is not
    /// between 0 and 1.
    ///
    /// # Example
    /// ```
    /// # use entretien::reliability::{Life, weibull_fit};
    /// use entretien::reliability::WeibullQuantity;
    /// # let failed = [54.0, 187.0, 216.0, 240.0, 244.0, 335.0, 361.0, 373.0, 375.0, 386.0];
    /// # let lives: Vec<Life> =
    /// #     failed.map(Life::failure).into_iter().chain([Life::survivor(500.0); 10]).collect();
    /// # let fit = weibull_fit(&lives).unwrap().fit.unwrap();
    /// let b10 = fit.interval(WeibullQuantity::BLife { share: 0.1 }, 0.9).unwrap();
    /// assert!((b10.value - fit.b10).abs() < 1e-9);
    /// assert!(b10.lower.unwrap() < b10.value && b10.value < b10.upper.unwrap());
    /// ```
    pub fn interval(&self, quantity: WeibullQuantity, confidence: f64) -> Result<Estimate, Error> {
        quantity.check()?;
        let z = normal_quantile(f64::midpoint(1.0, self::confidence(confidence)?));
        let middle = quantity.normal(self.shape, self.scale);
        let [shape, scale] = quantity.slopes(self.shape, self.scale);
        let variance = shape * shape * self.se_shape * self.se_shape
            + scale * scale * self.se_scale * self.se_scale / (self.scale * self.scale)
            + 2.0 * shape * scale * self.covariance / self.scale;
        let width = z * libm::sqrt(variance.max(0.0));
        let known = |bound: f64| Some(bound).filter(|bound| bound.is_finite());
        let [lower, upper] = quantity.bounds([known(middle - width), known(middle + width)]);
        Ok(Estimate { value: quantity.value(middle), lower, upper })
    }
}
