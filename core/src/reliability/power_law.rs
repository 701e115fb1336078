//! The power-law trend of the failures of repaired items.

use super::history::{History, check};
use super::misfit::{Misfit, misfit};
use super::number::{confidence, float};
use super::special::{chi_square_quantile, normal_quantile};
use crate::error::Error;
use crate::text::choice;
use serde::Serialize;

/// Range of the exponent β.
const BETAS: (f64, f64) = (1e-3, 1e3);

choice! {
    /// Why there is no power law.
    NoPowerLaw {
        /// No item failed.
        NoFailure "no_failure" "no failure was observed" "aucune panne observée",
        /// Every failure is at the end of its observation, as a single failure that ended it is: any steeper
        /// trend fits better still.
        Unbounded "unbounded" "every failure is at the end of its observation" "toutes les pannes sont à la fin de l'observation",
        /// A failure at age 0 fits no power law.
        FailureAtStart "failure_at_start" "a failure at age 0" "une panne à l'âge 0",
        /// The likelihood has no maximum between 0.001 and 1000, as when all failures come just after late starts.
        NoMaximum "no_maximum" "the likelihood has no maximum in the range of exponents" "la vraisemblance n'a pas de maximum dans les exposants admis",
    }
}

/// A power-law trend of the failures of repaired items: `λ β t^(β−1)` failures per unit of time and item, a
/// Poisson process (Crow 1974).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerLaw {
    /// Number of failures.
    pub failures: usize,
    /// β by maximum likelihood: above 1 the items get worse, below 1 they get better.
    pub beta: f64,
    /// λ by maximum likelihood.
    pub lambda: f64,
    /// Standard error of β, from the observed information.
    pub se_beta: f64,
    /// Logarithm of the likelihood.
    pub loglik: f64,
    /// β without bias: `(m − 1) / Σ ln(T/t)` over the `m` failures beside those that ended an observation;
    /// `None` with fewer than two of them, or when an item was not seen from new.
    pub beta_unbiased: Option<f64>,
    /// λ with that β.
    pub lambda_unbiased: Option<f64>,
    /// Confidence interval of β: exact by χ² with `2m` degrees of freedom when all items are seen from new
    /// and some failure is left beside those that ended an observation; otherwise normal on the logarithm.
    pub beta_interval: [f64; 2],
    /// The greatest age under observation, which the figures below are for.
    pub end: f64,
    /// Failures per unit of time and item at that age.
    pub intensity_at_end: f64,
    /// Its confidence interval, normal on the logarithm.
    pub intensity_interval: [f64; 2],
    /// Mean time between failures at that age, `1 / intensity`.
    pub mtbf_at_end: f64,
    /// Its confidence interval.
    pub mtbf_interval: [f64; 2],
    /// The same with β without bias.
    pub mtbf_at_end_unbiased: Option<f64>,
    /// Time under observation over failures, which takes the rate to be constant.
    pub cumulative_mtbf: f64,
    /// Cramér and von Mises' measure of misfit, with β without bias.
    pub misfit: Option<Misfit>,
}

/// The answer of [`power_law`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerLawEstimate {
    /// The trend; `None` when the failures do not decide it.
    pub trend: Option<PowerLaw>,
    /// Why there is no trend.
    pub reason: Option<NoPowerLaw>,
    /// Number of items.
    pub items: usize,
    /// Number of failures.
    pub failures: usize,
    /// Time under observation of all items.
    pub exposure: f64,
}

impl PowerLaw {
    /// Failures per unit of time and item at an age; `None` when it has no bound (at age 0 with β below 1).
    pub fn intensity(&self, age: f64) -> Option<f64> {
        let power = libm::exp((self.beta - 1.0) * libm::log(age));
        let intensity = self.lambda * self.beta * power;
        (age >= 0.0 && intensity.is_finite()).then_some(intensity)
    }

    /// Expected failures of one item between two ages.
    pub fn expected(&self, from: f64, to: f64) -> Option<f64> {
        let power = |age: f64| if age > 0.0 { libm::exp(self.beta * libm::log(age)) } else { 0.0 };
        let expected = self.lambda * (power(to) - power(from));
        (expected.is_finite() && expected >= 0.0).then_some(expected)
    }
}

/// Fits a power law to the failures of repaired items, which share β and λ.
///
/// With one end for all, seen from new: `β = n / Σ ln(T/t)` and `λ = n / (k Tᵝ)`. In general β is the only root
/// of `n/β + Σ ln t − n Σ(Tᵝ ln T − Sᵝ ln S) / Σ(Tᵝ − Sᵝ) = 0` with starts `S` and ends `T`, and
/// `λ = n / Σ(Tᵝ − Sᵝ)`. Run the trend tests ([`laplace`](super::laplace),
/// [`mil_handbook`](super::mil_handbook)) before quoting an MTBF: a constant MTBF is wrong if there is a trend.
///
/// # Errors
/// `REN-004` an observation that does not end after its start, or a failure outside it ·
/// `REN-005` more than [`EVENTS_MAX`](super::EVENTS_MAX) failures or [`HISTORIES_MAX`](super::HISTORIES_MAX)
/// items · `REN-012` a confidence that is not between 0 and 1.
///
/// # Example
/// NIST e-Handbook 8.4.5.2: 10 failures in 1 500 h.
/// ```
/// use entretien::reliability::{History, power_law};
/// let times = [5.0, 40.0, 43.0, 175.0, 389.0, 712.0, 747.0, 795.0, 1299.0, 1478.0];
/// let answer = power_law(&[History::new(times.to_vec(), 1_500.0)], 0.9).unwrap();
/// let trend = answer.trend.unwrap();
/// assert!((trend.beta_unbiased.unwrap() - 0.483_506).abs() < 1e-6); // it gets better
/// assert!((trend.mtbf_at_end_unbiased.unwrap() - 310.234).abs() < 1e-3);
/// assert!(trend.misfit.unwrap().rejected_at.is_none());
/// ```
pub fn power_law(histories: &[History], confidence: f64) -> Result<PowerLawEstimate, Error> {
    check(histories)?;
    self::confidence(confidence)?;
    let failures: usize = histories.iter().map(|history| history.events.len()).sum();
    let trend = if failures == 0 {
        Err(NoPowerLaw::NoFailure)
    } else {
        fit(histories, failures, confidence)
    };
    Ok(PowerLawEstimate {
        trend: trend.ok(),
        reason: trend.err(),
        items: histories.len(),
        failures,
        exposure: histories.iter().map(History::exposure).sum(),
    })
}

/// Starts and ends as logarithms over the greatest end.
struct Windows {
    starts: Vec<f64>,
    ends: Vec<f64>,
}

/// `Σ Tᵝ − Sᵝ` over the power of the greatest end, and the two slopes of its logarithm.
struct Moments {
    sum: f64,
    mean: f64,
    variance: f64,
}

impl Windows {
    fn of(histories: &[History], end: f64) -> Windows {
        let log = |age: f64| libm::log(age / end);
        let starts = histories.iter().map(|history| history.start).filter(|start| *start > 0.0);
        Windows {
            starts: starts.map(log).collect(),
            ends: histories.iter().map(|history| log(history.end)).collect(),
        }
    }

    fn moments(&self, beta: f64) -> Moments {
        let (mut zero, mut one, mut two) = (0.0, 0.0, 0.0);
        for (logs, sign) in [(&self.ends, 1.0), (&self.starts, -1.0)] {
            for log in logs {
                let power = sign * libm::exp(beta * log);
                zero += power;
                one += power * log;
                two += power * log * log;
            }
        }
        let mean = one / zero;
        Moments { sum: zero, mean, variance: two / zero - mean * mean }
    }

    /// The root of `1/β + mean ln t − mean(β)`, which falls throughout.
    fn root(&self, mean_log: f64) -> Option<f64> {
        let score = |beta: f64| {
            let Moments { mean, variance, .. } = self.moments(beta);
            (1.0 / beta + mean_log - mean, -1.0 / (beta * beta) - variance)
        };
        let (mut low, mut high) = BETAS;
        if score(low).0 <= 0.0 || score(high).0 >= 0.0 {
            return None;
        }
        let mut beta = (-1.0 / mean_log).clamp(low, high);
        for _ in 0..200 {
            let (value, slope) = score(beta);
            if value > 0.0 {
                low = beta;
            } else {
                high = beta;
            }
            let next = beta * libm::exp((-value / (slope * beta)).clamp(-2.0, 2.0));
            let next = if next > low && next < high { next } else { libm::sqrt(low * high) };
            let moved = (next - beta).abs();
            beta = next;
            if moved <= 4e-16 * beta {
                break;
            }
        }
        Some(beta)
    }
}

/// `ln(t/T)` of each failure, `T` being the greatest end.
fn mean_log(histories: &[History], end: f64, failures: f64) -> f64 {
    let logs = histories.iter().flat_map(|history| &history.events);
    logs.map(|age| libm::log(age / end)).sum::<f64>() / failures
}

fn fit(histories: &[History], failures: usize, confidence: f64) -> Result<PowerLaw, NoPowerLaw> {
    let n = float(failures);
    let end = histories.iter().map(|history| history.end).fold(0.0, f64::max);
    if histories.iter().any(|history| history.events.iter().any(|age| *age <= 0.0)) {
        return Err(NoPowerLaw::FailureAtStart);
    }
    let early = |history: &History| history.events.iter().any(|age| *age < history.end);
    if !histories.iter().any(early) {
        return Err(NoPowerLaw::Unbounded);
    }
    let mean_log = mean_log(histories, end, n);
    let windows = Windows::of(histories, end);
    let new = windows.starts.is_empty();
    let same = new && histories.iter().all(|history| history.end >= end);
    let beta = if same { Some(-1.0 / mean_log) } else { windows.root(mean_log) };
    let beta = beta.filter(|beta| *beta >= BETAS.0 && *beta <= BETAS.1);
    let beta = beta.ok_or(NoPowerLaw::NoMaximum)?;
    let Moments { sum, mean, variance } = windows.moments(beta);
    let information = n * (1.0 / (beta * beta) + variance);
    let se_beta = 1.0 / libm::sqrt(information);
    let log_end = libm::log(end);
    let lambda = |beta: f64, sum: f64| n / sum * libm::exp(-beta * log_end);
    let intensity = |beta: f64, sum: f64| n * beta / (sum * end);
    let z = normal_quantile(f64::midpoint(1.0, confidence));
    let spread = |value: f64, se: f64| {
        let factor = libm::exp((z * se).min(600.0));
        [value / factor, value * factor]
    };
    // The count and β are independent: ln ρ = ln n + ln β − ln ΣTᵝ + …, whose slope along β is 1/β − mean.
    let slope = 1.0 / beta - mean;
    let se_intensity = libm::sqrt(1.0 / n + slope * slope / information);
    let [low, high] = spread(intensity(beta, sum), se_intensity);
    let pivot =
        new.then(|| Pivot::of(histories)).filter(|pivot| pivot.count > 0 && pivot.logs > 0.0);
    let beta_unbiased = pivot.as_ref().and_then(Pivot::unbiased);
    let unbiased = beta_unbiased.map(|beta| (beta, windows.moments(beta).sum));
    let trend = PowerLaw {
        failures,
        beta,
        lambda: lambda(beta, sum),
        se_beta,
        loglik: n * (libm::log(intensity(beta, sum)) + (beta - 1.0) * mean_log - 1.0),
        beta_unbiased,
        lambda_unbiased: unbiased.map(|(beta, sum)| lambda(beta, sum)),
        beta_interval: pivot
            .as_ref()
            .map_or_else(|| spread(beta, se_beta / beta), |pivot| pivot.interval(confidence)),
        end,
        intensity_at_end: intensity(beta, sum),
        intensity_interval: [low, high],
        mtbf_at_end: 1.0 / intensity(beta, sum),
        mtbf_interval: [1.0 / high, 1.0 / low],
        mtbf_at_end_unbiased: unbiased.map(|(beta, sum)| 1.0 / intensity(beta, sum)),
        cumulative_mtbf: histories.iter().map(History::exposure).sum::<f64>() / n,
        misfit: beta_unbiased.and_then(|beta| misfit(histories, beta)),
    };
    let figures = [trend.lambda, trend.loglik, trend.mtbf_at_end, low, high, se_beta];
    let usable = figures.iter().all(|figure| figure.is_finite());
    if usable { Ok(trend) } else { Err(NoPowerLaw::NoMaximum) }
}

/// `2β Σ ln(T/t)` over the failures beside those that ended an observation: χ² with twice their number of
/// degrees of freedom, whatever the λ of each item.
struct Pivot {
    count: usize,
    logs: f64,
}

impl Pivot {
    fn of(histories: &[History]) -> Pivot {
        let mut pivot = Pivot { count: 0, logs: 0.0 };
        for history in histories {
            for age in history.inner() {
                pivot.count += 1;
                pivot.logs += libm::log(history.end / age);
            }
        }
        pivot
    }

    fn unbiased(&self) -> Option<f64> {
        (self.count > 1).then(|| (float(self.count) - 1.0) / self.logs)
    }

    fn interval(&self, confidence: f64) -> [f64; 2] {
        let degrees = 2.0 * float(self.count);
        let tail = (1.0 - confidence) / 2.0;
        [tail, 1.0 - tail].map(|share| chi_square_quantile(share, degrees) / (2.0 * self.logs))
    }
}
