//! How much work comes to a part of an option in a year.

use super::choice::{Activity, Parameter, Unknown};
use super::exact::{Exact, exact, half_up, ppm};
use super::terms::DemandLine;
use num_traits::{One, Zero};

/// A figure, or what must be known first.
pub(super) type Figure = Result<Exact, Unknown>;

/// A known number, or why it is not known.
pub(super) fn known<T: Into<num_bigint::BigInt>>(value: Option<T>, reason: Unknown) -> Figure {
    value.map(|value| exact(value)).ok_or(reason)
}

/// A known share in parts per million, or why it is not known.
pub(super) fn share(value_ppm: Option<i64>, reason: Unknown) -> Figure {
    value_ppm.map(ppm).ok_or(reason)
}

/// The product; what is asked for nothing, or is free, costs nothing even where the other is not known.
pub(super) fn times(quantity: &Figure, price: &Figure) -> Figure {
    let is_nothing = |figure: &Figure| figure.as_ref().is_ok_and(Zero::is_zero);
    if is_nothing(quantity) || is_nothing(price) {
        return Ok(Exact::zero());
    }
    Ok(quantity.clone()? * price.clone()?)
}

/// The sum, or the first reason why it is not known.
pub(super) fn plus(a: &Figure, b: &Figure) -> Figure {
    Ok(a.clone()? + b.clone()?)
}

/// One parameter away from what was given.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lever(pub Option<(Parameter, i64)>);

impl Lever {
    /// The factor of a parameter.
    pub(super) fn of(self, parameter: Parameter) -> Exact {
        match self.0 {
            Some((moved, factor_ppm)) if moved == parameter => ppm(factor_ppm),
            _ => Exact::one(),
        }
    }

    /// A yearly rate under the factor of a parameter, as the factor of a year; never below a loss of everything.
    pub(super) fn grown(self, rate_ppm: i64, parameter: Parameter) -> Exact {
        (Exact::one() + ppm(rate_ppm) * self.of(parameter)).max(Exact::zero())
    }
}

/// What is asked of a part in a year.
#[derive(Debug, Clone)]
pub(super) struct Load {
    pub interventions: Figure,
    pub corrective: Figure,
    pub minutes: Figure,
    pub out_of_hours: Figure,
    pub visits: Figure,
    /// Minutes when each intervention is billed for some of them at least.
    pub billed: Figure,
    pub billed_out_of_hours: Figure,
}

impl Load {
    /// The work of lines, each with its interventions of the year; `minutes_min` are billed of each at least.
    pub(super) fn of<'a>(
        lines: impl Iterator<Item = (&'a DemandLine, Figure)>,
        minutes_min: u64,
        lever: Lever,
    ) -> Load {
        let nothing = || Ok(Exact::zero());
        let mut load = Load {
            interventions: nothing(),
            corrective: nothing(),
            minutes: nothing(),
            out_of_hours: nothing(),
            visits: nothing(),
            billed: nothing(),
            billed_out_of_hours: nothing(),
        };
        for (line, volume) in lines {
            let each = |total: Option<u64>, reason| each(line, total, reason);
            let longer = lever.of(Parameter::Minutes);
            let mean = each(line.minutes, Unknown::Minutes).map(|mean| mean * longer);
            let least = exact(minutes_min);
            let billed_mean = mean.clone().map(|mean| mean.max(least));
            let outside = share(line.out_of_hours_ppm, Unknown::OutOfHours);
            let minutes = times(&volume, &mean);
            let billed = times(&volume, &billed_mean);
            let visits = times(&volume, &each(line.visits, Unknown::Visits));
            load.out_of_hours = plus(&load.out_of_hours, &times(&minutes, &outside));
            load.billed_out_of_hours = plus(&load.billed_out_of_hours, &times(&billed, &outside));
            load.minutes = plus(&load.minutes, &minutes);
            load.billed = plus(&load.billed, &billed);
            load.visits = plus(&load.visits, &visits);
            if line.activity == Activity::Corrective {
                load.corrective = plus(&load.corrective, &volume);
            }
            load.interventions = plus(&load.interventions, &volume);
        }
        load
    }
}

/// The mean of an intervention of the line; 0 without interventions.
fn each(line: &DemandLine, total: Option<u64>, reason: Unknown) -> Figure {
    let total = known(total, reason)?;
    if total.is_zero() {
        return Ok(total);
    }
    match line.interventions {
        None => Err(Unknown::Interventions),
        Some(0) => Ok(Exact::zero()),
        Some(count) => Ok(total / exact(count)),
    }
}

/// Interventions of each line in each year: `round(first · (1 + growth)^(y−1))`, half up.
pub(super) fn volumes(lines: &[&DemandLine], years: u32, lever: Lever) -> Vec<Vec<Figure>> {
    let by_line = lines.iter().map(|line| {
        let first = known(line.interventions, Unknown::Interventions);
        let mut running = first.map(|first| first * lever.of(Parameter::Volume));
        let growth = lever.grown(line.growth_ppm, Parameter::Growth);
        let each = (0..years).map(move |_| {
            let rounded = running.clone().map(|value| exact(half_up(&value)));
            running = running.clone().map(|value| value * &growth);
            rounded
        });
        each.collect()
    });
    by_line.collect()
}
