//! Branching and bounding among the answers of a core.

use super::bound::{Bound, bound};
use super::exchange::steps_of;
use super::filling::Filling;
use super::model::{Choice, Model};
use super::number::{at, set, wide};
use super::point::Point;
use super::search::ROUNDS;
use super::sweep::Sweep;
use super::view::View;
use std::collections::BTreeMap;

/// Rounds of the way up at a later node.
const NODE_ROUNDS: usize = 200;
/// Moves that a first sweep has at most.
const REACH: usize = 150;
/// Steps of a sweep.
const SWEEP_STEPS: u64 = 300_000;
/// Rounds when nodes are compared.
const LOOK_ROUNDS: usize = 12;

/// A part of the answers: those that take allowed choices.
struct Node {
    point: Point,
    lower: i128,
}

/// The nodes to be visited, the lowest bound first, then the newest.
#[derive(Default)]
struct Open {
    nodes: BTreeMap<(i128, std::cmp::Reverse<u64>), Node>,
    count: u64,
}

impl Open {
    fn push(&mut self, node: Node) {
        self.count += 1;
        self.nodes.insert((node.lower, std::cmp::Reverse(self.count)), node);
    }

    fn lowest(&mut self) -> Option<Node> {
        self.nodes.pop_first().map(|(_, node)| node)
    }
}

/// The search among the answers of the core.
pub(super) struct Tree<'a> {
    model: &'a Model,
    view: View<'a>,
    step: i128,
    /// The least total so far.
    pub(super) total: i128,
    pub(super) best: Option<Vec<u32>>,
    /// What no answer is below, once grown.
    pub(super) lower: i128,
    steps: &'a mut u64,
    /// Sweeps with more moves are not tried.
    reach: usize,
    /// The next group with the same choices.
    twins: Vec<Option<usize>>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(model: &'a Model, (step, total): (i128, i128), steps: &'a mut u64) -> Self {
        let view = View::new(model);
        let twins = twins(model);
        Tree { model, view, step, total, best: None, lower: total, steps, twins, reach: REACH }
    }

    /// Goes down from the node of the lowest bound until nothing better is below, then on from the next lowest,
    /// until nothing is open or the steps run out.
    pub(super) fn grow(&mut self) {
        let mut open = Open::default();
        let mut next = Some(Node { point: Point::origin(&self.view), lower: i128::MIN });
        while let Some(node) = next.take().or_else(|| open.lowest()) {
            if node.lower >= self.total {
                continue;
            }
            if *self.steps == 0 {
                let rest = open.lowest().map_or(i128::MAX, |node| node.lower);
                self.lower = rest.min(node.lower).min(self.total);
                return;
            }
            next = self.visit(node, &mut open);
        }
        self.lower = self.total;
    }

    /// A node where `group` takes `choice`, or does not; `None` when no answer is left.
    fn child(&mut self, point: &Point, turn: (usize, usize, bool), rounds: usize) -> Option<Node> {
        let (group, choice, is_taken) = turn;
        let mut point = point.clone();
        for index in self.model.range(group) {
            if (index == choice) != is_taken && at(&point.allowed, index) {
                point.forbid(&self.view, group, index);
            }
        }
        if !self.order_twins(&mut point, group) {
            return None;
        }
        point.climb(&self.view, rounds, self.steps);
        let lower = self.bound(&point).minor(self.total, self.step);
        Some(Node { point, lower })
    }

    fn bound(&mut self, point: &Point) -> Bound {
        *self.steps = self.steps.saturating_sub(steps_of(self.model.choices.len()));
        bound(&self.view, &point.multipliers, &point.allowed)
    }

    fn visit(&mut self, node: Node, open: &mut Open) -> Option<Node> {
        let Node { mut point, lower } = node;
        point.sum(&self.view);
        let rounds = if lower == i128::MIN { ROUNDS } else { NODE_ROUNDS };
        point.climb(&self.view, rounds, self.steps);
        let bound = self.bound(&point);
        let lower = bound.minor(self.total, self.step).max(lower);
        if lower >= self.total {
            return None;
        }
        let fractions = point.fractions(&self.view);
        self.round(&point, &fractions);
        if lower >= self.total || !self.fix(&mut point, &bound) {
            return None;
        }
        if self.sweep(&point, &bound) || lower >= self.total {
            return None;
        }
        self.branch(&point, &fractions, lower, open)
    }

    /// Tries what is left where that is little; whether all of it was tried.
    fn sweep(&mut self, point: &Point, bound: &Bound) -> bool {
        let sums = (self.total, self.step);
        let sweep = Sweep::new(self.model, bound, &point.allowed, sums, self.reach);
        *self.steps = self.steps.saturating_sub(steps_of(self.model.choices.len()));
        let Some(mut sweep) = sweep else { return false };
        let count = sweep.moves();
        let is_done = sweep.run(self.steps, SWEEP_STEPS);
        self.total = sweep.total;
        if let Some(best) = sweep.best.take() {
            self.best = Some(best);
        }
        // So that about every second one is tried to the end.
        self.reach = if is_done {
            self.reach.max(count + count / 16 + 1)
        } else {
            count.saturating_sub(count / 16 + 1)
        };
        is_done
    }

    /// Forbids what cannot be in a better answer; `false` when a group has nothing left.
    fn fix(&mut self, point: &mut Point, bound: &Bound) -> bool {
        let room = (self.total << bound.shift) - bound.value;
        for group in 0..self.model.groups() {
            let Some(least) = bound.least(self.model, &point.allowed, group) else { return true };
            for index in self.model.range(group) {
                let price = bound.price(self.model, &at(&self.model.choices, index));
                if at(&point.allowed, index) && price.is_some_and(|price| price - least >= room) {
                    point.forbid(&self.view, group, index);
                }
            }
            if !self.model.range(group).any(|index| at(&point.allowed, index)) {
                return false;
            }
        }
        true
    }

    /// The answer nearest to a vertex; kept when it is the best so far.
    fn round(&mut self, point: &Point, fractions: &[(usize, usize, f64)]) {
        let mut filling = Filling::new(self.model, point.current.clone());
        let mut groups: Vec<usize> = fractions.iter().map(|part| part.0).collect();
        groups.dedup();
        for group in &groups {
            let mut range = self.model.range(*group).filter(|index| at(&point.allowed, *index));
            if let Some(empty) = range.find(|index| self.model.is_empty(*index)) {
                filling.take(self.model, *group, empty);
            }
        }
        filling.fill(self.model, &groups, &point.allowed);
        if !filling.is_feasible(self.model) {
            return;
        }
        if filling.total(self.model) < self.total {
            filling.exchange(self.model, 20, &|_| true, self.steps);
            self.total = filling.total(self.model);
            self.best = Some(filling.chosen);
        }
    }

    /// Two nodes: a choice is taken, or it is not. Of the choices that tie, the one whose two nodes raise the
    /// bound most is taken; where one of the two nodes is closed, the other goes on at once.
    fn branch(
        &mut self,
        point: &Point,
        fractions: &[(usize, usize, f64)],
        lower: i128,
        open: &mut Open,
    ) -> Option<Node> {
        let mut best: Option<(i128, Node, Node)> = None;
        for (group, choice, share) in fractions {
            let allowed = self.model.range(*group).filter(|index| at(&point.allowed, *index));
            if !at(&point.allowed, *choice) || allowed.count() < 2 {
                continue;
            }
            let mut sides = [*share >= 0.5, *share < 0.5].map(|is_taken| {
                let child = self.child(point, (*group, *choice, is_taken), LOOK_ROUNDS);
                child.filter(|node| node.lower < self.total)
            });
            for node in sides.iter_mut().flatten() {
                node.lower = node.lower.max(lower);
            }
            match sides {
                [None, None] => return None,
                [Some(node), None] | [None, Some(node)] => return Some(node),
                [Some(first), Some(second)] => {
                    let rise = |node: &Node| (node.lower - lower + 1).min(1 << 60);
                    let (low, high) = if first.lower < second.lower {
                        (rise(&first), rise(&second))
                    } else {
                        (rise(&second), rise(&first))
                    };
                    let score = low * low.max(1) + low * high / 4;
                    if best.as_ref().is_none_or(|best| score > best.0) {
                        // The lower one is visited first.
                        let is_first = first.lower <= second.lower;
                        let pair = if is_first { (first, second) } else { (second, first) };
                        best = Some((score, pair.0, pair.1));
                    }
                }
            }
        }
        if best.is_none() {
            let Some((group, choice, _)) = self.any(point) else {
                // Every group is decided: this is one answer.
                self.round(point, &[]);
                return None;
            };
            let taken = self.child(point, (group, choice, true), LOOK_ROUNDS);
            let other = self.child(point, (group, choice, false), LOOK_ROUNDS);
            for mut node in [other, taken].into_iter().flatten() {
                node.lower = node.lower.max(lower);
                open.push(node);
            }
            return open.lowest();
        }
        let (_, first, second) = best?;
        open.push(second);
        Some(first)
    }

    /// A group that is not decided, and its current choice.
    fn any(&self, point: &Point) -> Option<(usize, usize, bool)> {
        let spends = |group: &usize| {
            std::cmp::Reverse(at(&self.model.choices, wide(at(&point.current, *group))).amount)
        };
        let is_open = |group: &usize| {
            self.model.range(*group).filter(|index| at(&point.allowed, *index)).count() > 1
        };
        let group = (0..self.model.groups()).filter(is_open).min_by_key(spends)?;
        Some((group, wide(at(&point.current, group)), true))
    }

    /// Of groups with the same choices, the earlier takes no later choice: answers that differ only by
    /// swapping them are looked at once. `false` when nothing is left.
    fn order_twins(&self, point: &mut Point, group: usize) -> bool {
        let mut open = vec![group];
        while let Some(group) = open.pop() {
            let Some(next) = at(&self.twins, group) else { continue };
            let own = self.model.range(group);
            let first = own.clone().position(|index| at(&point.allowed, index));
            let Some(first) = first else { return false };
            let before: Vec<usize> = self.model.range(next).take(first).collect();
            let mut is_changed = false;
            for index in before {
                if at(&point.allowed, index) {
                    point.forbid(&self.view, next, index);
                    is_changed = true;
                }
            }
            if !self.model.range(next).any(|index| at(&point.allowed, index)) {
                return false;
            }
            if is_changed {
                open.push(next);
            }
        }
        self.order_back(point, group)
    }

    fn order_back(&self, point: &mut Point, group: usize) -> bool {
        let mut group = group;
        while let Some(before) = self.twins.iter().position(|twin| *twin == Some(group)) {
            let last = self.model.range(group).rposition(|index| at(&point.allowed, index));
            let Some(last) = last else { return false };
            let after: Vec<usize> = self.model.range(before).skip(last + 1).collect();
            for index in after {
                if at(&point.allowed, index) {
                    point.forbid(&self.view, before, index);
                }
            }
            if !self.model.range(before).any(|index| at(&point.allowed, index)) {
                return false;
            }
            group = before;
        }
        true
    }
}

/// For each group the next one with the same choices.
fn twins(model: &Model) -> Vec<Option<usize>> {
    // What the further limits say of them may differ: they hold for every answer.
    let parts = |choice: &Choice| {
        let own = model.parts(choice).filter(|part| part.0 <= model.years && part.1 != 0);
        (choice.cost, own.collect::<Vec<_>>())
    };
    let key = |group: usize| {
        let choices = model.choices.get(model.range(group)).unwrap_or_default();
        choices.iter().map(parts).collect::<Vec<_>>()
    };
    let pairs: Vec<_> = (0..model.groups()).map(|group| (key(group), group)).collect();
    let mut twins = vec![None; model.groups()];
    for (_, groups) in crate::order::group(pairs) {
        for pair in groups.windows(2) {
            if let [a, b] = pair {
                set(&mut twins, *a, Some(*b));
            }
        }
    }
    twins
}
