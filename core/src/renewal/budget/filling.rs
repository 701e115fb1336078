//! An answer being made: a choice for each group, and what the years spend.

use super::model::{Choice, Model};
use super::number::{at, float, set, small, wide};

/// A choice for each group.
#[derive(Debug, Clone)]
pub(super) struct Filling {
    pub(super) chosen: Vec<u32>,
    pub(super) spent: Vec<i128>,
    /// Costs of the choices, without penalties.
    pub(super) cost: i128,
}

impl Filling {
    /// The sums of what is chosen.
    pub(super) fn new(model: &Model, chosen: Vec<u32>) -> Filling {
        let mut filling = Filling { chosen, spent: model.base.clone(), cost: model.base_cost };
        for index in &filling.chosen {
            let choice = at(&model.choices, wide(*index));
            model.spend(&choice, 1, &mut filling.spent);
            filling.cost += choice.cost;
        }
        filling
    }

    /// Cost and penalties.
    pub(super) fn total(&self, model: &Model) -> i128 {
        self.cost + model.penalty(&self.spent)
    }

    /// Whether every limit is kept.
    pub(super) fn is_feasible(&self, model: &Model) -> bool {
        model.limits.iter().all(|limit| limit.spent(&self.spent) <= limit.amount)
    }

    fn choice(&self, model: &Model, group: usize) -> Choice {
        at(&model.choices, wide(at(&self.chosen, group)))
    }

    /// Takes another choice of a group.
    pub(super) fn take(&mut self, model: &Model, group: usize, to: usize) {
        let (from, next) = (self.choice(model, group), at(&model.choices, to));
        model.spend(&from, -1, &mut self.spent);
        model.spend(&next, 1, &mut self.spent);
        self.cost += next.cost - from.cost;
        set(&mut self.chosen, group, small(to));
    }

    /// Takes another choice if no limit is passed that was kept, or further passed.
    fn try_take(&mut self, model: &Model, group: usize, to: usize) -> bool {
        let from = wide(at(&self.chosen, group));
        let passed = |filling: &Filling| -> Vec<i128> {
            let over = |limit: &super::limits::Limit| limit.spent(&filling.spent) - limit.amount;
            model.limits.iter().map(|limit| over(limit).max(0)).collect()
        };
        let before = passed(self);
        self.take(model, group, to);
        if passed(self).iter().zip(&before).all(|(now, then)| now <= then) {
            return true;
        }
        self.take(model, group, from);
        false
    }

    /// Whether another choice would keep every limit: quick, for choices that spend in one year.
    fn fits(&self, model: &Model, group: usize, to: usize) -> bool {
        let (from, next) = (self.choice(model, group), at(&model.choices, to));
        model.limits.iter().all(|limit| {
            let part = |choice: &Choice| -> i128 {
                let parts = model.parts(choice).filter(|(year, _)| limit.holds(*year));
                parts.map(|(_, amount)| i128::from(amount)).sum()
            };
            let more = part(&next) - part(&from);
            more <= 0 || limit.spent(&self.spent) + more <= limit.amount
        })
    }

    /// How much the total changes with another choice of a group.
    fn change(&self, model: &Model, group: usize, to: usize) -> i128 {
        let (from, next) = (self.choice(model, group), at(&model.choices, to));
        let change = next.cost - from.cost;
        if model.levels.is_empty() {
            return change;
        }
        let mut spent = self.spent.clone();
        model.spend(&from, -1, &mut spent);
        model.spend(&next, 1, &mut spent);
        change + model.penalty(&spent) - model.penalty(&self.spent)
    }

    /// Moves what costs least for what it frees, until every limit is kept. `by_year` is what a unit costs.
    pub(super) fn repair(&mut self, model: &Model, by_year: &[f64], steps: &mut u64) {
        for is_last in [false, false, false, true] {
            for limit in &model.limits {
                let over = limit.spent(&self.spent) - limit.amount;
                if over <= 0 {
                    continue;
                }
                *steps = steps.saturating_sub(u64::from(small(model.choices.len())));
                let mut moves = self.reliefs(model, limit, by_year, is_last);
                moves.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                for (_, group, to) in moves {
                    if limit.spent(&self.spent) <= limit.amount {
                        break;
                    }
                    self.try_take(model, group, to);
                }
            }
        }
    }

    /// For each group the move that costs least for what it frees of `limit`.
    fn reliefs(
        &self,
        model: &Model,
        limit: &super::limits::Limit,
        by_year: &[f64],
        is_last: bool,
    ) -> Vec<(f64, usize, usize)> {
        let held = |choice: &Choice| -> i128 {
            let parts = model.parts(choice).filter(|(year, _)| limit.holds(*year));
            parts.map(|(_, amount)| i128::from(amount)).sum()
        };
        let price = |choice: &Choice| {
            let parts = model.parts(choice);
            let spent: f64 =
                parts.map(|(year, sum)| at(by_year, year) * float(i128::from(sum))).sum();
            float(choice.cost) + spent
        };
        let best = |group: usize| {
            let from = self.choice(model, group);
            let (own, own_price) = (held(&from), price(&from));
            let mut best: Option<(f64, usize, usize)> = None;
            for to in model.range(group).filter(|_| own > 0) {
                let next = at(&model.choices, to);
                let freed = own - held(&next);
                if freed <= 0 || (is_last && (next.amount != 0 || next.more != 0)) {
                    continue;
                }
                let rate = (price(&next) - own_price) / float(freed);
                if best.is_none_or(|best| rate < best.0) {
                    best = Some((rate, group, to));
                }
            }
            best
        };
        (0..model.groups()).filter_map(best).collect()
    }

    /// Takes better choices while they fit, the most gainful first.
    pub(super) fn improve(&mut self, model: &Model, rounds: usize, steps: &mut u64) {
        for _ in 0..rounds {
            let mut gains = Vec::new();
            for group in 0..model.groups() {
                for to in model.range(group) {
                    let change = self.change(model, group, to);
                    if change < 0 && self.fits(model, group, to) {
                        gains.push((change, group, to));
                    }
                }
            }
            *steps = steps.saturating_sub(u64::from(small(model.choices.len())));
            crate::order::sort(&mut gains);
            let mut is_changed = false;
            for (_, group, to) in gains {
                if self.change(model, group, to) < 0 && self.fits(model, group, to) {
                    self.take(model, group, to);
                    is_changed = true;
                }
            }
            if !is_changed {
                break;
            }
        }
    }

    /// For the groups of `open`, one after the other, the cheapest allowed choice that fits.
    pub(super) fn fill(&mut self, model: &Model, open: &[usize], allowed: &[bool]) {
        for group in open {
            let mut best: Option<(i128, usize)> = None;
            for to in model.range(*group).filter(|to| at(allowed, *to)) {
                let change = self.change(model, *group, to);
                if best.is_none_or(|best| change < best.0) && self.fits(model, *group, to) {
                    best = Some((change, to));
                }
            }
            if let Some((_, to)) = best {
                self.take(model, *group, to);
            }
        }
    }
}
