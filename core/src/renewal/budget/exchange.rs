//! Better answers by two moves at once: one group takes a better choice, another makes room for it.

use super::filling::Filling;
use super::model::Model;
use super::number::{at, set, small, wide};

/// The most moves that are tried with each other.
const MOVES_MAX: usize = 3_000;

/// A move: how much the costs change, of which group, to which choice.
type Move = (i128, usize, usize);

impl Filling {
    /// Exchanges until no pair of moves makes the answer better, at most `rounds` times over. Only moves to
    /// choices for which `is_near` holds are tried.
    pub(super) fn exchange(
        &mut self,
        model: &Model,
        rounds: usize,
        is_near: &dyn Fn(usize) -> bool,
        steps: &mut u64,
    ) {
        for _ in 0..rounds {
            let (mut better, mut worse) = (Vec::new(), Vec::new());
            for group in 0..model.groups() {
                let own = wide(at(&self.chosen, group));
                for to in model.range(group).filter(|to| *to != own && is_near(*to)) {
                    let change = at(&model.choices, to).cost - at(&model.choices, own).cost;
                    let list = if change < 0 { &mut better } else { &mut worse };
                    list.push((change, group, to));
                }
            }
            crate::order::sort(&mut better);
            crate::order::sort(&mut worse);
            better.truncate(MOVES_MAX);
            worse.truncate(MOVES_MAX);
            let mut is_changed = false;
            for gain in &better {
                is_changed |= self.exchange_one(model, gain, &worse, steps);
            }
            if !is_changed || *steps == 0 {
                break;
            }
        }
        self.improve(model, 4, steps);
    }

    /// Takes a better choice together with the cheapest move that makes room.
    fn exchange_one(
        &mut self,
        model: &Model,
        gain: &Move,
        worse: &[Move],
        steps: &mut u64,
    ) -> bool {
        let (_, group, to) = *gain;
        let own = wide(at(&self.chosen, group));
        if at(&model.choices, to).cost >= at(&model.choices, own).cost {
            return false;
        }
        let mut first = self.spent.clone();
        model.spend(&at(&model.choices, own), -1, &mut first);
        model.spend(&at(&model.choices, to), 1, &mut first);
        let gained = at(&model.choices, to).cost - at(&model.choices, own).cost;
        let before = model.penalty(&self.spent);
        let mut both = first.clone();
        for (_, other, place) in worse {
            let from = wide(at(&self.chosen, *other));
            if *other == group || from == *place {
                continue;
            }
            let cost = at(&model.choices, *place).cost - at(&model.choices, from).cost;
            if gained + cost >= 0 {
                // Sorted by what they cost: the rest costs more, but for groups that moved since.
                if cost > 0 {
                    break;
                }
                continue;
            }
            *steps = steps.saturating_sub(1);
            both.clone_from(&first);
            model.spend(&at(&model.choices, from), -1, &mut both);
            model.spend(&at(&model.choices, *place), 1, &mut both);
            if keeps(model, &both) && gained + cost + model.penalty(&both) < before {
                self.take(model, group, to);
                self.take(model, *other, *place);
                return true;
            }
        }
        false
    }
}

/// Whether every limit is kept by what the years spend.
fn keeps(model: &Model, spent: &[i128]) -> bool {
    let mut sums = vec![0_i128; spent.len() + 1];
    let mut sum = 0;
    for (year, amount) in spent.iter().enumerate() {
        sum += amount;
        set(&mut sums, year + 1, sum);
    }
    let spent = |limit: &super::limits::Limit| at(&sums, limit.to + 1) - at(&sums, limit.from);
    model.limits.iter().all(|limit| spent(limit) <= limit.amount)
}

/// A count of steps.
pub(super) fn steps_of(count: usize) -> u64 {
    u64::from(small(count))
}
