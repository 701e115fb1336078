//! Laws of how long an item works before it fails.

use super::number::{bisect, within};
use super::special::{gamma_lower, gamma_p, gamma_q, normal_cdf, normal_density};
use crate::error::{Error, codes};
use serde::Serialize;

/// Smallest time parameter, in the unit of the caller.
pub const TIME_MIN: f64 = 1e-12;
/// Largest time, in the unit of the caller.
pub const TIME_MAX: f64 = 1e15;
/// Smallest shape of a Weibull law.
pub const SHAPE_MIN: f64 = 0.1;
/// Largest shape of a Weibull law.
pub const SHAPE_MAX: f64 = 100.0;
/// Most stages of an Erlang law.
pub const ERLANG_STAGES_MAX: u32 = 1_000;
/// Least number of standard deviations from zero to the mean of a normal law.
const NORMAL_DEVIATIONS_MIN: f64 = 2.0;

/// A family of lifetime laws with its parameters; rates are per unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Law {
    /// `R(t) = exp(−(t/scale)^shape)`: wears out when `shape` is above 1, early failures below 1.
    Weibull {
        /// Shape β, [`SHAPE_MIN`] to [`SHAPE_MAX`].
        shape: f64,
        /// Scale η: the age that 36.8 % of the items reach.
        scale: f64,
    },
    /// The sum of `stages` exponential stages (a gamma law with a whole shape).
    Erlang {
        /// Number of stages, 1 to [`ERLANG_STAGES_MAX`].
        stages: u32,
        /// Rate of each stage.
        rate: f64,
    },
    /// Constant hazard.
    Exponential {
        /// Failures per unit of time.
        rate: f64,
    },
    /// Equally likely at any age between the two.
    Uniform {
        /// Earliest age at failure.
        from: f64,
        /// Latest age at failure.
        to: f64,
    },
    /// The normal law as tables print it. Its part below zero, at most 2.3 % since the mean is at least two
    /// standard deviations, counts as failed at age 0; renewals leave that part out, since a life that is
    /// not begun is not a renewal.
    Normal {
        /// Mean of the whole law.
        mean: f64,
        /// Standard deviation of the whole law.
        sd: f64,
    },
}

/// A checked [`Law`].
///
/// Functions of time take any float: a time at or below zero (or that is not a number) is the start.
///
/// ```
/// use entretien::reliability::Lifetime;
/// let drive = Lifetime::weibull(2.0, 1_000.0).unwrap(); // hours
/// assert!((drive.reliability(500.0) - 0.778_800_783).abs() < 1e-9); // exp(−0.25)
/// assert!((drive.hazard(500.0).unwrap() - 0.001).abs() < 1e-15); // 2/1000 × 0.5 per hour
/// assert!((drive.mean() - 886.226_925).abs() < 1e-6); // 1000 × Γ(1.5)
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Lifetime(Law);

impl Lifetime {
    /// The law, with its parameters checked.
    ///
    /// # Errors
    /// `REN-001` a parameter that is not finite or out of range: times from [`TIME_MIN`] to [`TIME_MAX`]
    /// (rates are one over them), a uniform law that ends before it begins, a normal mean below two
    /// standard deviations. The pointer names the parameter.
    pub fn new(law: Law) -> Result<Lifetime, Error> {
        let check = |value, range, place: &str, what: &str| {
            within(value, range, codes::REN_BAD_LIFETIME, place, what)
        };
        let times = (TIME_MIN, TIME_MAX);
        let rates = (1.0 / TIME_MAX, 1.0 / TIME_MIN);
        match law {
            Law::Weibull { shape, scale } => {
                check(shape, (SHAPE_MIN, SHAPE_MAX), "/shape", "shape")?;
                check(scale, times, "/scale", "scale")?;
            }
            Law::Erlang { stages, rate } => {
                let most = (1.0, f64::from(ERLANG_STAGES_MAX));
                check(f64::from(stages), most, "/stages", "number of stages")?;
                check(rate, rates, "/rate", "rate")?;
            }
            Law::Exponential { rate } => {
                check(rate, rates, "/rate", "rate")?;
            }
            Law::Uniform { from, to } => {
                check(from, (0.0, TIME_MAX), "/from", "earliest age")?;
                check(to - from, times, "/to", "latest age less the earliest")?;
                check(to, times, "/to", "latest age")?;
            }
            Law::Normal { mean, sd } => {
                check(sd, times, "/sd", "standard deviation")?;
                check(mean, (NORMAL_DEVIATIONS_MIN * sd, TIME_MAX), "/mean", "mean")?;
            }
        }
        Ok(Lifetime(law))
    }

    /// A Weibull law. See [`Lifetime::new`].
    ///
    /// # Errors
    /// `REN-001`.
    pub fn weibull(shape: f64, scale: f64) -> Result<Lifetime, Error> {
        Lifetime::new(Law::Weibull { shape, scale })
    }

    /// An Erlang law. See [`Lifetime::new`].
    ///
    /// # Errors
    /// `REN-001`.
    pub fn erlang(stages: u32, rate: f64) -> Result<Lifetime, Error> {
        Lifetime::new(Law::Erlang { stages, rate })
    }

    /// An exponential law. See [`Lifetime::new`].
    ///
    /// # Errors
    /// `REN-001`.
    pub fn exponential(rate: f64) -> Result<Lifetime, Error> {
        Lifetime::new(Law::Exponential { rate })
    }

    /// A uniform law. See [`Lifetime::new`].
    ///
    /// # Errors
    /// `REN-001`.
    pub fn uniform(from: f64, to: f64) -> Result<Lifetime, Error> {
        Lifetime::new(Law::Uniform { from, to })
    }

    /// A normal law. See [`Lifetime::new`].
    ///
    /// # Errors
    /// `REN-001`.
    pub fn normal(mean: f64, sd: f64) -> Result<Lifetime, Error> {
        Lifetime::new(Law::Normal { mean, sd })
    }

    /// The family and its parameters.
    pub fn law(&self) -> Law {
        self.0
    }

    /// `R(t) = P(X > t)`.
    pub fn reliability(&self, t: f64) -> f64 {
        let t = start(t);
        match self.0 {
            Law::Weibull { shape, scale } => libm::exp(-libm::pow(t / scale, shape)),
            Law::Erlang { stages, rate } => gamma_q(f64::from(stages), rate * t),
            Law::Exponential { rate } => libm::exp(-rate * t),
            Law::Uniform { from, to } => ((to - t) / (to - from)).clamp(0.0, 1.0),
            Law::Normal { mean, sd } => normal_cdf((mean - t) / sd),
        }
    }

    /// `F(t) = P(X ≤ t)`, precise also where it is tiny.
    pub fn cdf(&self, t: f64) -> f64 {
        let t = start(t);
        match self.0 {
            Law::Weibull { shape, scale } => -libm::expm1(-libm::pow(t / scale, shape)),
            Law::Erlang { stages, rate } => gamma_p(f64::from(stages), rate * t),
            Law::Exponential { rate } => -libm::expm1(-rate * t),
            Law::Uniform { from, to } => ((t - from) / (to - from)).clamp(0.0, 1.0),
            Law::Normal { mean, sd } => normal_cdf((t - mean) / sd),
        }
    }

    /// Hazard `h(t) = f(t)/R(t)`, failures per unit of time among the survivors. `None` where it has no
    /// bound (a Weibull shape below 1 at age 0) or where practically no item survives.
    pub fn hazard(&self, t: f64) -> Option<f64> {
        let t = start(t);
        let hazard = match self.0 {
            Law::Weibull { shape, scale } => shape / scale * libm::pow(t / scale, shape - 1.0),
            Law::Erlang { stages, rate } => rate / stages_left(stages, rate * t),
            Law::Exponential { rate } => rate,
            Law::Uniform { from, to } if t >= from => 1.0 / (to - t),
            Law::Uniform { .. } => 0.0,
            Law::Normal { mean, sd } => {
                normal_density((t - mean) / sd) / (sd * normal_cdf((mean - t) / sd))
            }
        };
        (hazard.is_finite() && hazard >= 0.0).then_some(hazard)
    }

    /// Cumulative hazard `−ln R(t)`; `None` where practically no item survives.
    pub fn cumulative_hazard(&self, t: f64) -> Option<f64> {
        let hazard = match self.0 {
            Law::Weibull { shape, scale } => libm::pow(start(t) / scale, shape),
            Law::Exponential { rate } => rate * start(t),
            _ => {
                let (alive, failed) = (self.reliability(t), self.cdf(t));
                if failed < 0.5 { -libm::log1p(-failed) } else { -libm::log(alive) }
            }
        };
        hazard.is_finite().then_some(hazard)
    }

    /// `P(X > age + more | X > age)`: the share of the items of that age that work `more` time units longer.
    /// `None` when practically no item reaches the age.
    pub fn conditional_reliability(&self, age: f64, more: f64) -> Option<f64> {
        let (age, later) = (start(age), start(age) + start(more));
        match self.0 {
            Law::Weibull { .. } | Law::Exponential { .. } => {
                let reached = self.cumulative_hazard(age)?;
                Some(self.cumulative_hazard(later).map_or(0.0, |all| libm::exp(reached - all)))
            }
            _ => {
                let reached = self.reliability(age);
                (reached > 1e-290).then(|| (self.reliability(later) / reached).clamp(0.0, 1.0))
            }
        }
    }

    /// Mean life; for the normal law that of the whole law.
    pub fn mean(&self) -> f64 {
        match self.0 {
            Law::Weibull { shape, scale } => scale * libm::tgamma(1.0 + 1.0 / shape),
            Law::Erlang { stages, rate } => f64::from(stages) / rate,
            Law::Exponential { rate } => 1.0 / rate,
            Law::Uniform { from, to } => from + (to - from) / 2.0,
            Law::Normal { mean, .. } => mean,
        }
    }

    /// Standard deviation of the life; for the normal law that of the whole law.
    pub fn standard_deviation(&self) -> f64 {
        match self.0 {
            Law::Weibull { shape, scale } => {
                let mean = libm::tgamma(1.0 + 1.0 / shape);
                scale * libm::sqrt((libm::tgamma(1.0 + 2.0 / shape) - mean * mean).max(0.0))
            }
            Law::Erlang { stages, rate } => libm::sqrt(f64::from(stages)) / rate,
            Law::Exponential { rate } => 1.0 / rate,
            Law::Uniform { from, to } => (to - from) / libm::sqrt(12.0),
            Law::Normal { sd, .. } => sd,
        }
    }

    /// `∫₀ᵗ R(u) du`: the mean time that an item works when it is taken out at age `t` at the latest.
    ///
    /// Weibull: `(η/β) γ(1/β, (t/η)^β)` with the lower incomplete gamma function.
    ///
    /// ```
    /// use entretien::reliability::Lifetime;
    /// let uniform = Lifetime::uniform(0.0, 40_000.0).unwrap(); // km
    /// assert_eq!(uniform.restricted_mean(10_000.0), 8_750.0); // 10 000 − 10 000²/80 000
    /// ```
    pub fn restricted_mean(&self, t: f64) -> f64 {
        let t = start(t).min(1e30);
        match self.0 {
            Law::Weibull { shape, scale } => {
                scale / shape * gamma_lower(1.0 / shape, libm::pow(t / scale, shape))
            }
            Law::Erlang { stages, rate } => {
                let stages = f64::from(stages);
                t * gamma_q(stages, rate * t) + stages / rate * gamma_p(stages + 1.0, rate * t)
            }
            Law::Exponential { rate } => -libm::expm1(-rate * t) / rate,
            Law::Uniform { from, to } => {
                let late = (t.min(to) - from).max(0.0);
                t.min(from) + late - late * late / (2.0 * (to - from))
            }
            Law::Normal { mean, sd } => {
                let (low, high) = (-mean / sd, (t - mean) / sd);
                t * normal_cdf(-high) + mean * (normal_cdf(high) - normal_cdf(low))
                    - sd * (normal_density(high) - normal_density(low))
            }
        }
    }

    /// The age by which the given share of the items has failed: 0.1 for B10, 0.5 for the median.
    ///
    /// # Errors
    /// `REN-012` a share that is not strictly between 0 and 1.
    pub fn quantile(&self, share: f64) -> Result<f64, Error> {
        if !(share > 0.0 && share < 1.0) {
            let message = format!("the share is `{share}`, not between 0 and 1");
            return Err(Error::new(codes::REN_BAD_SHARE, "/share", message));
        }
        Ok(match self.0 {
            Law::Weibull { shape, scale } => scale * libm::pow(-libm::log1p(-share), 1.0 / shape),
            Law::Exponential { rate } => -libm::log1p(-share) / rate,
            Law::Uniform { from, to } => from + share * (to - from),
            _ => bisect(0.0, self.end(), |t| self.cdf(t) >= share),
        })
    }

    /// An age that practically no item reaches: its reliability is about 10⁻²⁵⁰.
    pub(super) fn end(&self) -> f64 {
        const GONE: f64 = 1e-250;
        match self.0 {
            Law::Weibull { shape, scale } => scale * libm::pow(-libm::log(GONE), 1.0 / shape),
            Law::Uniform { to, .. } => to,
            _ => {
                let far = self.mean() + 40.0 * self.standard_deviation();
                let far = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0]
                    .map(|times| far * times)
                    .into_iter()
                    .find(|far| self.reliability(*far) <= GONE);
                let far = far.unwrap_or(self.mean() * 1_000.0);
                bisect(0.0, far, |t| self.reliability(t) <= GONE)
            }
        }
    }

    /// Mean and variance of the lives above zero.
    pub(super) fn renewal_moments(&self) -> (f64, f64) {
        match self.0 {
            Law::Normal { mean, sd } => {
                let low = -mean / sd;
                let ratio = normal_density(low) / normal_cdf(-low);
                let variance = sd * sd * (1.0 + low * ratio - ratio * ratio);
                (mean + sd * ratio, variance)
            }
            _ => (self.mean(), self.standard_deviation() * self.standard_deviation()),
        }
    }

    /// `F` of the lives above zero.
    pub(super) fn renewal_cdf(&self, t: f64) -> f64 {
        match self.0 {
            Law::Normal { .. } => {
                let below = self.cdf(0.0);
                (self.cdf(t) - below) / (1.0 - below)
            }
            _ => self.cdf(t),
        }
    }
}

fn start(t: f64) -> f64 {
    if t > 0.0 { t } else { 0.0 }
}

/// `Σ_{j<k} (k−1)!/j! · x^{j−k+1}`: the reliability of `k` stages over the density, times the rate.
fn stages_left(stages: u32, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0_f64, 1.0_f64);
    for stage in (1..stages).rev() {
        term *= f64::from(stage) / x;
        sum += term;
        if term > 1e300 {
            // The hazard is then below any figure that matters.
            return f64::INFINITY;
        }
    }
    sum
}
