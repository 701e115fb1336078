//! When to replace an item before it fails.

use super::lifetime::{Law, Lifetime, TIME_MAX, TIME_MIN};
use super::number::{bisect, within};
use crate::error::{Error, codes};
use crate::text::choice;
use serde::Serialize;

choice! {
    /// Why no preventive replacement pays: items run until they fail.
    RunToFailure {
        /// A failure costs no more than a replacement.
        CorrectiveNotDearer "corrective_not_dearer" "a failure costs no more than a preventive replacement" "une panne ne coûte pas plus qu'un remplacement préventif",
        /// The hazard does not rise with age: a new item fails as often as an old one.
        NoWear "no_wear" "the item does not wear out" "l'équipement ne s'use pas",
        /// Replacing at any age costs more than the failures it avoids.
        NeverPays "never_pays" "no age is early enough to pay" "aucun âge de remplacement n'est rentable",
    }
}

/// The best age or interval of replacement.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplacementOptimum {
    /// Age or interval, in the unit of the lifetime.
    pub age: f64,
    /// Cost per unit of time over the long run.
    pub cost_rate: f64,
    /// Share of the cost of running to failure that is saved, at most 1.
    pub saving_ratio: f64,
    /// What one more unit of time costs at that age, `(Cf − Cp)·h`: equals `cost_rate` at a smooth optimum.
    /// `None` where the hazard has no figure.
    pub marginal_cost_rate: Option<f64>,
}

/// The answer of [`age_replacement`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgeReplacement {
    /// The optimum; `None` when items had better run to failure.
    pub optimum: Option<ReplacementOptimum>,
    /// Why there is no optimum.
    pub reason: Option<RunToFailure>,
    /// Cost per unit of time without preventive replacement: `Cf / mean life`.
    pub run_to_failure_cost_rate: f64,
}

/// The answer of [`minimal_repair`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MinimalRepair {
    /// Interval between replacements; `None` when repairing for ever is cheaper.
    pub interval: Option<f64>,
    /// Cost per unit of time at that interval.
    pub cost_rate: Option<f64>,
    /// Why there is no interval.
    pub reason: Option<RunToFailure>,
}

/// Largest cost, in any currency unit.
const COST_MAX: f64 = 1e15;

/// Checks the two costs; a preventive one of zero would be done without end.
pub(super) fn costs(preventive: f64, corrective: f64) -> Result<(), Error> {
    let code = codes::REN_BAD_COST;
    within(preventive, (1e-9, COST_MAX), code, "/cost_preventive", "preventive cost")?;
    within(corrective, (0.0, COST_MAX), code, "/cost_corrective", "corrective cost")?;
    Ok(())
}

fn rate_at(life: &Lifetime, preventive: f64, corrective: f64, age: f64) -> f64 {
    (preventive * life.reliability(age) + corrective * life.cdf(age)) / life.restricted_mean(age)
}

/// Cost per unit of time when each item is replaced at `age`, or at failure if that comes first:
/// `(Cp R + Cf F) / ∫₀ᵗ R`.
///
/// # Errors
/// `REN-002` an age outside [`TIME_MIN`] to [`TIME_MAX`] · `REN-003` a cost out of range.
pub fn age_replacement_cost_rate(
    life: &Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
    age: f64,
) -> Result<f64, Error> {
    costs(cost_preventive, cost_corrective)?;
    within(age, (TIME_MIN, TIME_MAX), codes::REN_BAD_TIME, "/age", "age")?;
    Ok(rate_at(life, cost_preventive, cost_corrective, age))
}

/// The age at which replacing an item before it fails costs least over the long run.
///
/// Minimises `(Cp R(T) + Cf F(T)) / ∫₀ᵀ R`: the root of `h(T) ∫₀ᵀ R − F(T) = Cp / (Cf − Cp)`, which rises
/// with `T` for every law that wears out (Barlow and Proschan 1965). There is none when a failure costs no
/// more than a replacement, or when the hazard does not rise enough.
///
/// # Errors
/// `REN-003` a cost that is negative, not finite or beyond 10¹⁵, or a preventive cost below 10⁻⁹.
///
/// # Example
/// A part with a Weibull life of shape 2.5 and scale 1 000 h; 1 k€ when planned, 5 k€ when it fails.
/// ```
/// use entretien::reliability::{Lifetime, RunToFailure, age_replacement};
/// let life = Lifetime::weibull(2.5, 1_000.0).unwrap();
/// let answer = age_replacement(&life, 1.0, 5.0).unwrap();
/// let optimum = answer.optimum.unwrap();
/// assert!((optimum.age - 493.046_957_6).abs() < 1e-6); // hours
/// assert!((optimum.cost_rate - 0.003_462_042_739).abs() < 1e-12); // k€ per hour
/// assert!((answer.run_to_failure_cost_rate - 0.005_635_302_49).abs() < 1e-12);
///
/// let random = Lifetime::exponential(0.001).unwrap();
/// assert_eq!(age_replacement(&random, 1.0, 5.0).unwrap().reason, Some(RunToFailure::NoWear));
/// ```
pub fn age_replacement(
    life: &Lifetime,
    cost_preventive: f64,
    cost_corrective: f64,
) -> Result<AgeReplacement, Error> {
    costs(cost_preventive, cost_corrective)?;
    let run_to_failure_cost_rate = cost_corrective / life.mean();
    let none =
        |reason| AgeReplacement { optimum: None, reason: Some(reason), run_to_failure_cost_rate };
    if cost_corrective <= cost_preventive {
        return Ok(none(RunToFailure::CorrectiveNotDearer));
    }
    if !wears(life) {
        return Ok(none(RunToFailure::NoWear));
    }
    let wanted = cost_preventive / (cost_corrective - cost_preventive);
    // Where the hazard has no figure nobody survives: waiting that long is surely too long.
    let reached = |age: f64| {
        life.hazard(age)
            .is_none_or(|hazard| hazard * life.restricted_mean(age) - life.cdf(age) >= wanted)
    };
    let end = life.end();
    let ends = matches!(life.law(), Law::Uniform { .. });
    if !(ends || reached(end)) {
        return Ok(none(RunToFailure::NeverPays));
    }
    let age = bisect(0.0, end, reached);
    let cost_rate = rate_at(life, cost_preventive, cost_corrective, age);
    let optimum = ReplacementOptimum {
        age,
        cost_rate,
        saving_ratio: 1.0 - cost_rate / run_to_failure_cost_rate,
        marginal_cost_rate: life
            .hazard(age)
            .map(|hazard| (cost_corrective - cost_preventive) * hazard),
    };
    Ok(AgeReplacement { optimum: Some(optimum), reason: None, run_to_failure_cost_rate })
}

/// Whether the hazard rises with age.
pub(super) fn wears(life: &Lifetime) -> bool {
    match life.law() {
        Law::Weibull { shape, .. } => shape > 1.0,
        Law::Erlang { stages, .. } => stages > 1,
        Law::Exponential { .. } => false,
        Law::Uniform { .. } | Law::Normal { .. } => true,
    }
}

/// The interval of replacement when a failure in between is only repaired, which leaves the item as worn
/// as it was (minimal repair, a non-homogeneous Poisson process).
///
/// Minimises `(Cp + Cm H(T)) / T` with the cumulative hazard `H`; for a Weibull law
/// `T* = η (Cp / ((β − 1) Cm))^{1/β}`. Here a repair may well cost less than a replacement.
///
/// # Errors
/// `REN-003` a cost out of range, as in [`age_replacement`].
///
/// # Example
/// ```
/// use entretien::reliability::{Lifetime, minimal_repair};
/// let life = Lifetime::weibull(2.5, 1_000.0).unwrap();
/// let answer = minimal_repair(&life, 1.0, 5.0).unwrap();
/// assert!((answer.interval.unwrap() - 446.658_388_44).abs() < 1e-6);
/// assert!((answer.cost_rate.unwrap() - 0.003_731_412_439).abs() < 1e-12);
/// ```
pub fn minimal_repair(
    life: &Lifetime,
    cost_preventive: f64,
    cost_repair: f64,
) -> Result<MinimalRepair, Error> {
    costs(cost_preventive, cost_repair)?;
    let none = |reason| MinimalRepair { interval: None, cost_rate: None, reason: Some(reason) };
    if !wears(life) {
        return Ok(none(RunToFailure::NoWear));
    }
    if cost_repair <= 0.0 {
        return Ok(none(RunToFailure::CorrectiveNotDearer));
    }
    let wanted = cost_preventive / cost_repair;
    let end = life.end();
    let gain = |age: f64| Some(age * life.hazard(age)? - life.cumulative_hazard(age)?);
    let interval = match life.law() {
        Law::Weibull { shape, scale } => scale * libm::pow(wanted / (shape - 1.0), 1.0 / shape),
        Law::Uniform { .. } => bisect(0.0, end, |age| gain(age).is_none_or(|gain| gain >= wanted)),
        _ if gain(end).is_some_and(|gain| gain >= wanted) => {
            bisect(0.0, end, |age| gain(age).is_none_or(|gain| gain >= wanted))
        }
        _ => return Ok(none(RunToFailure::NeverPays)),
    };
    let cost_rate = life
        .cumulative_hazard(interval)
        .map(|repairs| (cost_preventive + cost_repair * repairs) / interval)
        .filter(|rate| rate.is_finite());
    if cost_rate.is_none() || !(TIME_MIN..=TIME_MAX).contains(&interval) {
        return Ok(none(RunToFailure::NeverPays));
    }
    Ok(MinimalRepair { interval: Some(interval), cost_rate, reason: None })
}
