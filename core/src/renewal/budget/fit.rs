//! An answer made to fit: pairs of moves, of those nearest to the top of the bound, until every limit is kept.

use super::bound::Bound;
use super::filling::Filling;
use super::limits::Limit;
use super::model::Model;
use super::number::{at, small, wide};

/// The moves that are tried with each other.
const NEAREST: usize = 240;
/// Pairs that are taken at most.
const PAIRS_MAX: usize = 40;

/// The choices nearest to the top of the bound that are not `current`: what they cost above the least of their group,
/// group, choice.
pub(super) fn nearest(model: &Model, root: &Bound, current: &[u32]) -> Vec<(i128, usize, usize)> {
    let all = vec![true; model.choices.len()];
    let mut list = Vec::new();
    for group in 0..model.groups() {
        let least = root.least(model, &all, group).unwrap_or_default();
        let own = wide(at(current, group));
        for index in model.range(group).filter(|index| *index != own) {
            if let Some(price) = root.price(model, &at(&model.choices, index)) {
                list.push((price - least, group, index));
            }
        }
    }
    if list.len() > NEAREST {
        list.select_nth_unstable(NEAREST);
        list.truncate(NEAREST);
    }
    crate::order::sort(&mut list);
    list
}

/// A move: what the regret changes, and what each limit is used more.
struct Step {
    cost: i128,
    group: usize,
    to: usize,
    used: Vec<i128>,
}

impl Filling {
    /// Takes pairs of the moves `near`, the one first that passes the limits least and then costs least. Returns whether
    /// every limit is kept.
    pub(super) fn fit(
        &mut self,
        model: &Model,
        near: &[(i128, usize, usize)],
        steps: &mut u64,
    ) -> bool {
        for _ in 0..PAIRS_MAX {
            let over: Vec<i128> =
                model.limits.iter().map(|limit| limit.spent(&self.spent) - limit.amount).collect();
            let passed: i128 = over.iter().map(|over| (*over).max(0)).sum();
            if passed == 0 {
                return true;
            }
            let moves = self.moves(model, near);
            let work = moves.len() * moves.len() * (model.limits.len() + 1) / 8;
            *steps = steps.saturating_sub(u64::from(small(work)));
            let mut best = (passed, i128::MAX, None);
            for (index, first) in moves.iter().enumerate() {
                let left: Vec<i128> =
                    over.iter().zip(&first.used).map(|(over, used)| over + used).collect();
                let alone = left.iter().map(|over| (*over).max(0)).sum();
                if (alone, first.cost) < (best.0, best.1) && alone < passed {
                    best = (alone, first.cost, Some((first, None)));
                }
                for second in moves.iter().skip(index + 1).filter(|m| m.group != first.group) {
                    let both =
                        left.iter().zip(&second.used).map(|(over, used)| (over + used).max(0));
                    let (both, cost) = (both.sum(), first.cost + second.cost);
                    if both < passed && (both, cost) < (best.0, best.1) {
                        best = (both, cost, Some((first, Some(second))));
                    }
                }
            }
            let Some((first, second)) = best.2 else { return false };
            self.take(model, first.group, first.to);
            if let Some(second) = second {
                self.take(model, second.group, second.to);
            }
        }
        self.is_feasible(model)
    }

    /// The moves away from what is chosen.
    fn moves(&self, model: &Model, near: &[(i128, usize, usize)]) -> Vec<Step> {
        let mut moves = Vec::new();
        for (_, group, to) in near {
            let own = wide(at(&self.chosen, *group));
            if own == *to {
                continue;
            }
            let (from, next) = (at(&model.choices, own), at(&model.choices, *to));
            let mut change = vec![0_i128; model.base.len()];
            model.spend(&from, -1, &mut change);
            model.spend(&next, 1, &mut change);
            let used: Vec<i128> =
                model.limits.iter().map(|limit: &Limit| limit.spent(&change)).collect();
            moves.push(Step { cost: next.cost - from.cost, group: *group, to: *to, used });
        }
        moves
    }
}
