//! The bound in whole numbers.
//!
//! For any multipliers `q ≥ 0` of the limits (and `q` at most the penalty, for the levels) no answer costs less
//! than `Σ_groups min_choices (cost + q·spent) − q·amounts`: an answer that keeps the limits has
//! `q·(spent − amounts) ≤ 0`, and one above a level pays at least `q` for each unit above it. So the
//! multipliers may come from floats: they are rounded to whole multiples of 2⁻ˢ, and the sum is exact.

use super::blend::{Blend, Picks};
use super::model::{Choice, Model};
use super::number::{at, ceiling, scaled, wide};
use super::view::View;

/// A proven bound, in 2⁻ˢʰⁱᶠᵗ minor units.
#[derive(Debug, Clone)]
pub(super) struct Bound {
    pub(super) value: i128,
    pub(super) shift: u32,
    /// What a unit costs in each year.
    by_year: Vec<i128>,
    /// For each level its year, what a unit above it costs at least, and its amount.
    soft: Vec<(usize, i128, i128)>,
}

impl Bound {
    /// The bound in minor units, rounded up to a multiple of `step` from `origin`.
    pub(super) fn minor(&self, origin: i128, step: i128) -> i128 {
        let minor = ceiling(self.value, self.shift);
        let over = (minor - origin).rem_euclid(step.max(1));
        if over == 0 { minor } else { minor - over + step }
    }

    /// Cost of a choice with what it spends, scaled.
    #[inline]
    pub(super) fn price(&self, model: &Model, choice: &Choice) -> Option<i128> {
        let mut sum = choice.cost.checked_mul(1_i128.checked_shl(self.shift)?)?;
        if choice.more == 0 {
            let own = at(&self.by_year, wide(choice.year));
            return sum.checked_add(own.checked_mul(i128::from(choice.amount))?);
        }
        for (year, amount) in model.parts(choice) {
            sum = sum.checked_add(at(&self.by_year, year).checked_mul(i128::from(amount))?)?;
        }
        Some(sum)
    }

    /// What being above the levels costs at least, scaled; below them it counts less than nothing.
    pub(super) fn soft(&self, spent: &[i128]) -> i128 {
        self.soft.iter().map(|(year, unit, amount)| unit * (at(spent, *year) - amount)).sum()
    }

    /// How much that changes.
    pub(super) fn soft_change(&self, change: &[i128]) -> i128 {
        self.soft.iter().map(|(year, unit, _)| unit * at(change, *year)).sum()
    }

    /// The least price among the allowed choices of a group.
    pub(super) fn least(&self, model: &Model, allowed: &[bool], group: usize) -> Option<i128> {
        let range = model.range(group);
        let choices = model.choices.get(range.clone())?.iter().zip(allowed.get(range)?);
        let mut least = i128::MAX;
        for (choice, _) in choices.filter(|(_, allowed)| **allowed) {
            least = least.min(self.price(model, choice)?);
        }
        Some(least)
    }

    /// For each bundle of policy `saving` the cheapest combination, where it is cheaper than every choice.
    pub(super) fn missing(&self, model: &Model, allowed: &[bool]) -> Vec<(usize, Picks)> {
        let missing = |(index, blend): (usize, &Blend)| {
            let (least, picks) = blend.cheapest(&|choice| self.price(model, choice))?;
            (least < self.least(model, allowed, blend.group)?).then_some((index, picks))
        };
        model.blends.iter().enumerate().filter_map(missing).collect()
    }
}

/// The bound at `multipliers`, those of the view; coarser multipliers where finer ones overflow.
pub(super) fn bound(view: &View<'_>, multipliers: &[f64], allowed: &[bool]) -> Bound {
    let tried = [40, 24, 12, 0].into_iter();
    let mut found = tried.filter_map(|shift| bound_at(view, multipliers, allowed, shift));
    found.next().unwrap_or_else(|| Bound {
        value: i128::from(i64::MIN),
        shift: 0,
        by_year: vec![0; view.model.base.len()],
        soft: Vec::new(),
    })
}

fn bound_at(view: &View<'_>, multipliers: &[f64], allowed: &[bool], shift: u32) -> Option<Bound> {
    let model = view.model;
    let mut by_year = vec![0_i128; model.base.len()];
    let mut value = model.base_cost.checked_mul(1_i128.checked_shl(shift)?)?;
    let (hard, soft) = multipliers.split_at_checked(model.limits.len())?;
    for (limit, multiplier) in model.limits.iter().zip(hard) {
        let multiplier = scaled(multiplier / view.scale, shift)?;
        let amount = limit.amount - limit.spent(&model.base);
        value = value.checked_sub(multiplier.checked_mul(amount)?)?;
        for slot in by_year.iter_mut().skip(limit.from).take(limit.to + 1 - limit.from) {
            *slot = slot.checked_add(multiplier)?;
        }
    }
    let mut above = Vec::with_capacity(model.levels.len());
    for (level, multiplier) in model.levels.iter().zip(soft) {
        let most = (i128::from(level.penalty_ppm) << shift) / 1_000_000;
        let multiplier = scaled(multiplier / view.scale, shift)?.min(most);
        let amount = level.amount - at(&model.base, level.year);
        value = value.checked_sub(multiplier.checked_mul(amount)?)?;
        above.push((level.year, multiplier, level.amount));
        if let Some(slot) = by_year.get_mut(level.year) {
            *slot = slot.checked_add(multiplier)?;
        }
    }
    let mut bound = Bound { value, shift, by_year, soft: above };
    for group in 0..model.groups() {
        bound.value = bound.value.checked_add(bound.least(model, allowed, group)?)?;
    }
    for blend in &model.blends {
        let (least, _) = blend.cheapest(&|choice| bound.price(model, choice))?;
        let listed = bound.least(model, allowed, blend.group)?;
        bound.value = bound.value.checked_add(least.min(listed))?.checked_sub(listed)?;
    }
    Some(bound)
}
