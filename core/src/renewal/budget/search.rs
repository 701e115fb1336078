//! From multipliers to an answer: rounding, fixing by reduced costs, branching and bounding.

use super::answer::Method;
use super::bound::{Bound, bound};
use super::exchange::steps_of;
use super::filling::Filling;
use super::model::{Model, divisor};
use super::number::{at, set, small, wide};
use super::point::Point;
use super::view::View;
use std::collections::BTreeMap;

/// What was found: a choice for each group.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) chosen: Vec<u32>,
    pub(super) total: i128,
    pub(super) lower: i128,
    pub(super) method: Method,
    pub(super) steps_left: u64,
}

/// Rounds of the way up at the start, and at each later node.
const ROUNDS: usize = 4_000;
const NODE_ROUNDS: usize = 200;
/// Rounds when nodes are compared.
const LOOK_ROUNDS: usize = 12;

/// The greatest step that all totals are apart by: costs of a group differ by multiples of it.
fn step(model: &Model) -> i128 {
    if !model.levels.is_empty() {
        return 1;
    }
    let mut step = 0_i128;
    for group in 0..model.groups() {
        let choices = model.choices.get(model.range(group)).unwrap_or_default();
        let first = choices.first().map_or(0, |choice| choice.cost);
        for choice in choices {
            step = divisor(step, (choice.cost - first).abs());
        }
        if step == 1 {
            break;
        }
    }
    step.max(1)
}

/// The best answer that `steps` of work find.
pub(super) fn search(model: &Model, steps: u64) -> Found {
    let mut steps = steps;
    let view = View::new(model);
    let mut point = Point::origin(&view);
    point.climb(&view, ROUNDS, &mut steps);
    let root = bound(&view, &point.multipliers, &point.allowed);
    let step = step(model);
    let mut best = round_root(model, &view, &point, &mut steps);
    let mut total = best.total(model);
    let mut lower = root.minor(total, step).min(total);
    let mut method = Method::Multipliers;
    if lower < total {
        let (core, kept) = reduce(model, &root, total);
        let mut tree = Tree::new(&core, step, total, &mut steps);
        tree.grow();
        let (chosen, found, open) = (tree.best.take(), tree.total, tree.lower);
        if let Some(chosen) = chosen {
            let mut all = kept.decided.clone();
            for (choice, group) in chosen.iter().zip(&kept.groups) {
                set(&mut all, *group, at(&kept.choices, wide(*choice)));
            }
            best = Filling::new(model, all);
            total = found;
        }
        lower = open.clamp(lower, total);
        method = if lower == total { Method::Branching } else { Method::Limited };
    }
    Found { chosen: best.chosen, total, lower, method, steps_left: steps }
}

/// The answer nearest to the top of the bound.
fn round_root(model: &Model, view: &View<'_>, point: &Point, steps: &mut u64) -> Filling {
    let by_year: Vec<f64> =
        view.by_year(&point.multipliers).iter().map(|value| value / view.scale).collect();
    let mut filling = Filling::new(model, point.current.clone());
    filling.repair(model, &by_year, steps);
    filling.improve(model, 8, steps);
    let mut best = filling;
    // Beside it: the groups that tie left out first, then filled in again.
    let mut other = Filling::new(model, point.current.clone());
    let open: Vec<usize> = point.tied().iter().map(|tied| tied.group).collect();
    for group in &open {
        let range = model.range(*group);
        let empty = range.clone().find(|index| is_empty(model, *index)).unwrap_or(range.start);
        other.take(model, *group, empty);
    }
    other.repair(model, &by_year, steps);
    other.fill(model, &open, &point.allowed);
    other.improve(model, 8, steps);
    if !best.is_feasible(model)
        || (other.is_feasible(model) && other.total(model) < best.total(model))
    {
        best = other;
    }
    let root = bound(view, &point.multipliers, &point.allowed);
    let width = (best.total(model) << root.shift) - root.value;
    let near = near(model, &root, width);
    best.exchange(model, 20, &|index| at(&near, index), steps);
    best
}

/// The choices that a better answer can hold.
fn near(model: &Model, root: &Bound, width: i128) -> Vec<bool> {
    let all = vec![true; model.choices.len()];
    let mut near = Vec::with_capacity(model.choices.len());
    for group in 0..model.groups() {
        let least = root.least(model, &all, group).unwrap_or_default();
        for choice in model.choices.get(model.range(group)).unwrap_or_default() {
            near.push(root.price(model, choice).is_none_or(|price| price - least < width));
        }
    }
    near
}

fn is_empty(model: &Model, choice: usize) -> bool {
    let choice = at(&model.choices, choice);
    choice.amount == 0 && choice.more == 0
}

/// Where the groups and choices of a smaller model come from.
struct Kept {
    /// The choice of each group of the whole model that is decided.
    decided: Vec<u32>,
    groups: Vec<usize>,
    choices: Vec<u32>,
}

/// The model of what can still be in a better answer than `total`: the other choices are left out, and the
/// groups with one choice are decided.
fn reduce(model: &Model, root: &Bound, total: i128) -> (Model, Kept) {
    let mut core = Model {
        years: model.years,
        starts: vec![0],
        extras: model.extras.clone(),
        limits: model.limits.clone(),
        levels: model.levels.clone(),
        base_cost: model.base_cost,
        base: model.base.clone(),
        weight: model.weight,
        choices: Vec::new(),
    };
    let decided = vec![0; model.groups()];
    let mut kept = Kept { decided, groups: Vec::new(), choices: Vec::new() };
    let width = (total << root.shift) - root.value;
    let near = near(model, root, width);
    for group in 0..model.groups() {
        let open: Vec<usize> = model.range(group).filter(|index| at(&near, *index)).collect();
        if let [only] = open.as_slice() {
            let choice = at(&model.choices, *only);
            core.base_cost += choice.cost;
            model.spend(&choice, 1, &mut core.base);
            set(&mut kept.decided, group, small(*only));
            continue;
        }
        for index in open {
            core.choices.push(at(&model.choices, index));
            kept.choices.push(small(index));
        }
        core.starts.push(small(core.choices.len()));
        kept.groups.push(group);
    }
    (core, kept)
}

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
struct Tree<'a> {
    model: &'a Model,
    view: View<'a>,
    step: i128,
    /// The least total so far.
    total: i128,
    best: Option<Vec<u32>>,
    /// What no answer is below, once grown.
    lower: i128,
    steps: &'a mut u64,
    /// The next group with the same choices.
    twins: Vec<Option<usize>>,
}

impl<'a> Tree<'a> {
    fn new(model: &'a Model, step: i128, total: i128, steps: &'a mut u64) -> Self {
        let view = View::new(model);
        let twins = twins(model);
        Tree { model, view, step, total, best: None, lower: total, steps, twins }
    }

    /// Goes down from the node of the lowest bound until nothing better is below, then on from the next lowest,
    /// until nothing is open or the steps run out.
    fn grow(&mut self) {
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
        self.branch(&point, &fractions, lower, open)
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
            if let Some(empty) = range.find(|index| is_empty(self.model, *index)) {
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
    let key = |group: usize| {
        let choices = model.choices.get(model.range(group)).unwrap_or_default();
        let mut list = choices.to_vec();
        for choice in &mut list {
            choice.tag = 0;
        }
        list
    };
    let pairs: Vec<_> = (0..model.groups()).map(|group| (key(group), group)).collect();
    let mut twins = vec![None; model.groups()];
    for (choices, groups) in crate::order::group(pairs) {
        if choices.iter().any(|choice| choice.more != 0) {
            continue;
        }
        for pair in groups.windows(2) {
            if let [a, b] = pair {
                set(&mut twins, *a, Some(*b));
            }
        }
    }
    twins
}
