//! What the numbers of a policy come to: its economic life, its optimal age.

use super::economics::equivalent_annual_cost;
use super::policy::{FailureModel, RenewalPolicy};
use super::row::NoDate;
use crate::error::Error;
use crate::quantity::INTEGER_MAX;
use crate::reliability::{Lifetime, age_replacement};

/// An amount within ±(2⁵³−1) as a float, exactly.
#[expect(clippy::cast_precision_loss, reason = "money stays within 2^53")]
fn amount(minor: i64) -> f64 {
    minor.clamp(-INTEGER_MAX, INTEGER_MAX) as f64
}

/// The economic life, in months.
pub(super) fn economic_months(policy: &RenewalPolicy) -> Result<u16, NoDate> {
    let upkeep = policy.upkeep.as_ref().ok_or(NoDate::NoLife)?;
    let costs: Vec<f64> = upkeep.yearly_cost_minor.iter().copied().map(amount).collect();
    let salvage: Vec<f64> = upkeep.salvage_minor.iter().copied().map(amount).collect();
    let rate = f64::from(upkeep.rate_ppm) / 1_000_000.0;
    let life = equivalent_annual_cost(amount(upkeep.price_minor), &costs, &salvage, rate);
    let years = life.ok().and_then(|life| u16::try_from(life.years).ok());
    years.and_then(|years| years.checked_mul(12)).ok_or(NoDate::NoLife)
}

/// The optimal age of replacement, in days to the nearest.
pub(super) fn optimal_days(policy: &RenewalPolicy) -> Result<i32, NoDate> {
    let model = policy.failure.as_ref().ok_or(NoDate::NoLife)?;
    let (planned, failed) = (amount(model.planned_cost_minor), amount(model.failure_cost_minor));
    let answer = lifetime(model).and_then(|life| age_replacement(&life, planned, failed));
    let optimum = answer.map_err(|_| NoDate::NoLife)?.optimum.ok_or(NoDate::RunToFailure)?;
    whole_days(optimum.age).ok_or(NoDate::NoLife)
}

/// The law of a model, in days.
pub(super) fn lifetime(model: &FailureModel) -> Result<Lifetime, Error> {
    Lifetime::weibull(model.shape, model.scale_days)
}

/// Days to the nearest; `None` beyond ten thousand years.
#[expect(clippy::cast_possible_truncation, reason = "checked against a bound that i32 holds")]
fn whole_days(days: f64) -> Option<i32> {
    let nearest = libm::round(days);
    (0.0..=3_652_425.0).contains(&nearest).then_some(nearest as i32)
}
