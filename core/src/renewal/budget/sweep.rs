//! What is left at a node, tried move by move without a new top of the bound.
//!
//! At given multipliers every choice costs some deviation more than the cheapest of its group, and a better answer
//! deviates by less than what is between the bound and the best answer. Where few moves are so near, they are tried
//! together: from the cheapest of all groups, a limit that is passed (or the cost, which is to be less than the best)
//! can only be kept by one of the moves that relieve it. Those are tried in the order of what they relieve for their
//! deviation, each without the ones before it, as long as the rest of them could still relieve enough.

use super::bound::Bound;
use super::filling::Filling;
use super::model::{Choice, Model};
use super::number::{at, set, small, wide};
use std::cmp::Reverse;

/// Deviations are counted in 2^-n of what a better answer may deviate.
const FINE: u32 = 20;

/// A move from the cheapest choice of a group.
struct Move {
    group: usize,
    choice: u32,
    /// The cheapest choice of the group.
    home: u32,
    /// What it deviates, rounded down.
    dev: i64,
    /// By row: how much less it is used.
    relief: Vec<i64>,
}

/// A way through the moves.
pub(super) struct Sweep<'a> {
    model: &'a Model,
    moves: Vec<Move>,
    /// By row, the moves that relieve it, the most for their deviation first; at last all moves, the nearest first.
    lists: Vec<Vec<u32>>,
    /// By row, how far it is passed; the last is the cost.
    over: Vec<i64>,
    chosen: Vec<u32>,
    /// Moves that are not to be taken: how many reasons there are.
    closed: Vec<u32>,
    /// What an answer may deviate at most.
    room: i64,
    /// The same, and what a better answer costs more than the start at most: in parts of minor units.
    whole: (i128, i128),
    step: i128,
    /// Of the bound, and of deviations in it.
    shifts: (u32, u32),
    /// The least total so far.
    pub(super) total: i128,
    pub(super) best: Option<Vec<u32>>,
    steps: u64,
}

/// `value / 2^shift` rounded down, where it is small.
fn fine(value: i128, shift: u32) -> Option<i64> {
    i64::try_from(value >> shift).ok().filter(|value| value.unsigned_abs() < 1 << 52)
}

impl<'a> Sweep<'a> {
    /// The moves that a better answer than `total` can hold; `None` where they are more than `most`.
    pub(super) fn new(
        model: &'a Model,
        bound: &Bound,
        allowed: &[bool],
        (total, step): (i128, i128),
        most: usize,
    ) -> Option<Sweep<'a>> {
        let whole = ((total - step) << bound.shift) - bound.value;
        let mut shift = 0;
        while whole >> shift >= 1 << FINE {
            shift += 1;
        }
        let room = fine(whole, shift)?;
        let mut chosen = Vec::with_capacity(model.groups());
        let mut moves = Vec::new();
        for group in 0..model.groups() {
            let list = model.range(group).filter(|index| at(allowed, *index));
            let price = |index| bound.price(model, &at(&model.choices, index));
            let list: Option<Vec<(i128, usize)>> =
                list.map(|index| Some((price(index)?, index))).collect();
            let list = list?;
            let (least, home) = list.iter().min().copied()?;
            chosen.push(small(home));
            for (price, index) in list {
                let dev = fine(price - least, shift)?;
                if index != home && dev <= room {
                    let (choice, home) = (small(index), small(home));
                    moves.push(Move { group, choice, home, dev, relief: Vec::new() });
                }
            }
            if moves.len() > most {
                return None;
            }
        }
        let (lists, closed) = (Vec::new(), vec![0; moves.len()]);
        let (over, best) = (Vec::new(), None);
        let (whole, shifts) = ((whole, 0), (bound.shift, shift));
        let mut sweep = Sweep {
            model,
            moves,
            lists,
            over,
            chosen,
            closed,
            room,
            whole,
            step,
            shifts,
            total,
            best,
            steps: 0,
        };
        sweep.measure(bound)?;
        Some(sweep)
    }

    /// What each move relieves.
    fn measure(&mut self, bound: &Bound) -> Option<()> {
        let model = self.model;
        let used = |choice: &Choice, times: i128, by_year: &mut Vec<i128>| {
            model.spend(choice, times, by_year);
        };
        let start = Filling::new(model, self.chosen.clone());
        for limit in &model.limits {
            self.over.push(fine(limit.spent(&start.spent) - limit.amount, 0)?);
        }
        // The cost, with what being above the levels costs at least.
        let soft = bound.soft(&start.spent);
        self.whole.1 = ((self.total - self.step - start.cost) << bound.shift) - soft;
        self.over.push(-fine(self.whole.1, self.shifts.1)?);
        for own in &mut self.moves {
            let (from, to) =
                (at(&model.choices, wide(own.home)), at(&model.choices, wide(own.choice)));
            let mut change = vec![0_i128; model.base.len()];
            used(&from, 1, &mut change);
            used(&to, -1, &mut change);
            for limit in &model.limits {
                own.relief.push(fine(limit.spent(&change), 0)?);
            }
            let soft = bound.soft_change(&change);
            let cost = ((to.cost - from.cost) << bound.shift) - soft;
            own.relief.push(-fine(cost, self.shifts.1)?);
        }
        for row in 0..self.over.len() {
            let mut list: Vec<(Reverse<i64>, u32)> = Vec::new();
            for (index, own) in self.moves.iter().enumerate() {
                let relief = at(&own.relief, row);
                if relief > 0 {
                    let rate = (i128::from(relief) << 32) / i128::from(own.dev.max(1));
                    list.push((Reverse(fine(rate, 8)?), small(index)));
                }
            }
            crate::order::sort(&mut list);
            self.lists.push(list.into_iter().map(|(_, index)| index).collect());
        }
        let mut all: Vec<(i64, u32)> =
            self.moves.iter().enumerate().map(|(index, own)| (own.dev, small(index))).collect();
        crate::order::sort(&mut all);
        self.lists.push(all.into_iter().map(|(_, index)| index).collect());
        Some(())
    }

    /// How many moves there are.
    pub(super) fn moves(&self) -> usize {
        self.moves.len()
    }

    /// Tries the moves; whether all were tried before `steps` ran out.
    pub(super) fn run(&mut self, steps: &mut u64, most: u64) -> bool {
        let given = most.min(*steps);
        self.steps = given;
        let build = self.moves.len() * (self.over.len() + 1);
        self.spend(build);
        let is_done = self.dive(0);
        *steps -= given - self.steps;
        is_done
    }

    fn spend(&mut self, steps: usize) {
        self.steps = self.steps.saturating_sub(u64::from(small(steps)));
    }

    /// What keeping a row deviates at least, with the moves of its list from `from` on.
    fn need(&mut self, row: usize, from: usize, spare: i64) -> i64 {
        let mut rest = at(&self.over, row);
        let mut sum = 0_i64;
        let mut looked = 1;
        for index in self.lists.get(row).into_iter().flatten().skip(from) {
            looked += 1;
            if sum > spare {
                break;
            }
            let index = wide(*index);
            if at(&self.closed, index) > 0 {
                continue;
            }
            let Some(own) = self.moves.get(index) else { continue };
            let relief = at(&own.relief, row);
            if relief >= rest {
                let part = i128::from(own.dev) * i128::from(rest) / i128::from(relief);
                sum += i64::try_from(part).unwrap_or(i64::MAX);
                rest = 0;
                break;
            }
            rest -= relief;
            sum += own.dev;
        }
        self.spend(looked);
        if rest > 0 { i64::MAX } else { sum }
    }

    /// Every answer with the moves taken and any that are not closed; `false` when the steps run out.
    fn dive(&mut self, dev: i64) -> bool {
        self.record();
        let rows = self.over.len();
        let mut hardest: Option<(i64, usize)> = None;
        for row in 0..rows {
            if at(&self.over, row) > 0 {
                let need = self.need(row, 0, self.room - dev);
                if need > self.room - dev {
                    return true;
                }
                hardest = hardest.max(Some((need, row)));
            }
        }
        let row = hardest.map_or(rows, |hardest| hardest.1);
        let count = self.lists.get(row).map_or(0, Vec::len);
        let mut tried = Vec::new();
        let mut is_done = true;
        for place in 0..count {
            let index = wide(self.lists.get(row).map_or(0, |list| at(list, place)));
            let spare = self.room - dev;
            let own = self.moves.get(index).map_or(i64::MAX, |own| own.dev);
            if at(&self.closed, index) > 0 || own > spare {
                continue;
            }
            if row < rows && !tried.is_empty() && self.need(row, place, spare) > spare {
                break;
            }
            self.spend(rows);
            if self.steps == 0 {
                is_done = false;
                break;
            }
            self.turn(index, true);
            is_done = self.dive(dev + own);
            self.turn(index, false);
            if !is_done {
                break;
            }
            tried.push(index);
            self.close(index, true);
        }
        for index in tried {
            self.close(index, false);
        }
        is_done
    }

    fn close(&mut self, index: usize, is_closed: bool) {
        if let Some(count) = self.closed.get_mut(index) {
            *count = if is_closed { *count + 1 } else { count.saturating_sub(1) };
        }
    }

    /// Takes a move, or takes it back. Of its group no other can be taken meanwhile.
    fn turn(&mut self, index: usize, is_taken: bool) {
        let Some(own) = self.moves.get(index) else { return };
        for (over, relief) in self.over.iter_mut().zip(&own.relief) {
            *over += if is_taken { -relief } else { *relief };
        }
        set(&mut self.chosen, own.group, if is_taken { own.choice } else { own.home });
        let group = own.group;
        let first = self.moves.partition_point(|other| other.group < group);
        let last = self.moves.partition_point(|other| other.group <= group);
        for index in first..last {
            self.close(index, is_taken);
        }
    }

    /// Keeps what is chosen when it is the best so far.
    fn record(&mut self) {
        if self.over.iter().any(|over| *over > 0) {
            return;
        }
        self.spend(self.chosen.len());
        let filling = Filling::new(self.model, self.chosen.clone());
        let total = filling.total(self.model);
        if total >= self.total || !filling.is_feasible(self.model) {
            return;
        }
        let less = (self.total - total) << self.shifts.0;
        let before = self.whole.1 >> self.shifts.1;
        self.whole = (self.whole.0 - less, self.whole.1 - less);
        let raised = before - (self.whole.1 >> self.shifts.1);
        if let Some(over) = self.over.last_mut() {
            *over = over.saturating_add(i64::try_from(raised).unwrap_or(i64::MAX));
        }
        self.room = i64::try_from(self.whole.0 >> self.shifts.1).unwrap_or(i64::MIN);
        self.total = total;
        self.best = Some(filling.chosen);
    }
}
