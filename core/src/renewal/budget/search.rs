//! The two searches: as few mandatory items without place as can be, then the least regret with as few.

use super::answer::Method;
use super::blend::Picks;
use super::bound::{Bound, bound};
use super::cuts::cut;
use super::filling::Filling;
use super::fit::nearest;
use super::limits::Limit;
use super::model::{Choice, Model};
use super::number::{at, small, wide};
use super::point::Point;
use super::reduce::{near, reduce};
use super::tree::Tree;
use super::view::View;

/// What was found: a choice for each group.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) chosen: Vec<Choice>,
    /// What the tags of bundles of policy `saving` mean.
    pub(super) combinations: Vec<Picks>,
    pub(super) total: i128,
    pub(super) lower: i128,
    pub(super) method: Method,
    pub(super) steps_left: u64,
}

impl Found {
    /// Whether no answer is better.
    pub(super) fn is_optimal(&self) -> bool {
        self.total == self.lower && self.method != Method::Limited
    }
}

/// Rounds of the way up at the start.
pub(super) const ROUNDS: usize = 4_000;
/// How often combinations are added at most.
const ADDITIONS_MAX: usize = 200;
/// The narrowest of the cores is 2^-n of what a better answer can be above the bound; each further one is four times as
/// wide, and may use one part of the steps that are left.
const NARROWEST: u32 = 8;
/// One part of so many of the steps that are left.
const NARROW_SHARE: u64 = 6;
/// One part of so many of the steps may find further limits.
const CUT_SHARE: u64 = 4;
/// A core of more choices gets no further limits.
const CUT_CHOICES: usize = 3_000;
/// What a mandatory item without place costs in the first search: the noise of costs is small beside it.
const LOST_COST: i128 = 1 << 20;

/// A sure answer to begin with.
struct Start {
    /// Mandatory items without place.
    lost: u32,
    /// Whether they are proven to be as few as can be.
    is_least: bool,
    /// By group: the year, or that of each item; nothing where nothing is placed.
    picks: Vec<Picks>,
}

/// The best answer that `steps` of work find. It is optimal when the bound is met and `method` is not
/// [`Method::Limited`].
pub(super) fn search(whole: &Model, steps: u64) -> Found {
    let mut steps = steps;
    let start = fewest(whole, &mut steps);
    let (model, chosen) = second(whole, &start);
    let mut found = run(model, &chosen, &mut steps);
    if !start.is_least {
        found.method = Method::Limited;
    }
    found.steps_left = steps;
    found
}

/// As few mandatory items without place as can be: only the groups that can leave more or fewer of them, at no other
/// cost. It may use half of the steps.
fn fewest(whole: &Model, steps: &mut u64) -> Start {
    let by_group = whole.lost_by_group();
    let mut start = Start { lost: 0, is_least: true, picks: vec![Picks::new(); by_group.len()] };
    start.lost = by_group.iter().map(|ends| ends.0).sum();
    let open = |group: &usize| by_group.get(*group).is_some_and(|ends| ends.0 < ends.1);
    let groups: Vec<usize> = (0..whole.groups()).filter(open).collect();
    let counted =
        |choice: Choice, _| Some(Choice { cost: i128::from(choice.lost) * LOST_COST, ..choice });
    let mut model = whole.part(&groups, &counted);
    model.blends.iter_mut().for_each(|blend| blend.saving_cost = 0);
    model.settle();
    let empty = |group: usize| {
        let place = model.range(group).find(|choice| model.is_empty(*choice));
        small(place.unwrap_or_else(|| model.range(group).start))
    };
    let chosen: Vec<u32> = (0..model.groups()).map(empty).collect();
    let mut own = *steps / 2;
    let rest = *steps - own;
    let found = run(model, &chosen, &mut own);
    *steps = rest + own;
    start.is_least = found.total == found.lower;
    for (group, choice) in groups.iter().zip(&found.chosen) {
        let ends = at(&by_group, *group);
        start.lost += choice.lost - ends.0;
        let picks = match found.combinations.get(wide(choice.tag)) {
            Some(picks) if whole.range(*group).is_empty() => picks.clone(),
            _ => vec![u8::try_from(choice.tag).unwrap_or(u8::MAX)],
        };
        super::number::set(&mut start.picks, *group, picks);
    }
    start
}

/// The model of the regret with at most as many mandatory items without place, and the answer to begin with.
fn second(whole: &Model, start: &Start) -> (Model, Vec<u32>) {
    let unit = whole.mean();
    let least: u32 = whole.lost_by_group().iter().map(|ends| ends.0).sum();
    let is_strict = start.lost == least;
    let turn = |choice: Choice, least: u32| {
        let amount = if wide(choice.year) == whole.years && !is_strict {
            unit.saturating_mul(i64::from(choice.lost))
        } else {
            choice.amount
        };
        (!is_strict || choice.lost == least).then_some(Choice { amount, ..choice })
    };
    let groups: Vec<usize> = (0..whole.groups()).collect();
    let mut model = whole.part(&groups, &turn);
    model.levels.clone_from(&whole.levels);
    if !is_strict {
        // What is lost is spent in a year after the last.
        let amount = i128::from(start.lost) * i128::from(unit);
        model.limits.push(Limit { from: whole.years, to: whole.years, amount });
    }
    model.settle();
    let picks = |group: usize| start.picks.get(group).filter(|picks| !picks.is_empty());
    let blends = model.blends.iter().enumerate();
    let new = blends.filter_map(|(index, blend)| picks(blend.group).map(|p| (index, p.clone())));
    let new: Vec<(usize, Picks)> = new.collect();
    model.insert(new);
    let mut chosen = Vec::with_capacity(model.groups());
    let mut blends = model.blends.iter().peekable();
    for group in 0..model.groups() {
        let is_blend = blends.next_if(|blend| blend.group == group).is_some();
        let is_own = |index: &usize| {
            let tag = wide(at(&model.choices, *index).tag);
            match picks(group) {
                Some(picks) if is_blend => model.combinations.get(tag) == Some(picks),
                Some(picks) => picks.first().is_some_and(|pick| usize::from(*pick) == tag),
                None => model.is_empty(*index),
            }
        };
        let place = model.range(group).find(is_own).unwrap_or_else(|| model.range(group).start);
        chosen.push(small(place));
    }
    (model, chosen)
}

/// The least total of a model. `start` is an answer of it.
fn run(mut model: Model, start: &[u32], steps: &mut u64) -> Found {
    let (point, moved) = climb(&mut model, steps);
    let start: Vec<u32> = start.iter().map(|index| at(&moved, wide(*index))).collect();
    let model = &model;
    let view = View::new(model);
    let root = bound(&view, &point.multipliers, &point.allowed);
    let step = model.step();
    let best = round_root(model, &view, &point, start, steps);
    let mut total = best.total(model);
    let mut lower = root.minor(total, step).min(total);
    let mut method = Method::Multipliers;
    let mut chosen: Vec<Choice> =
        best.chosen.iter().map(|index| at(&model.choices, wide(*index))).collect();
    let mut combinations = model.combinations.clone();
    if lower < total {
        let width = (total << root.shift) - root.value;
        let (core, mut outer) = reduce(model, &root, total, width);
        let (core, root) = tightened(core, root, total, steps);
        let mut inner = Inner { core: &core, root: &root, total, lower, found: None };
        inner.narrow(step, steps);
        (total, lower) = (inner.total, inner.lower.min(outer.lower).max(lower).min(inner.total));
        if let Some(found) = inner.found {
            for (choice, group) in found.iter().zip(&outer.groups) {
                super::number::set(&mut outer.decided, *group, *choice);
            }
            chosen = outer.decided;
            combinations = core.combinations;
        }
        method = if lower == total { Method::Branching } else { Method::Limited };
    }
    Found { chosen, combinations, total, lower, method, steps_left: 0 }
}

/// A core with further limits, and its bound.
fn tightened(core: Model, root: Bound, total: i128, steps: &mut u64) -> (Model, Bound) {
    if core.choices.len() > CUT_CHOICES {
        return (core, root);
    }
    let mut own = *steps / CUT_SHARE;
    *steps -= own;
    let found = cut(&core, total, &mut own);
    *steps += own;
    found
}

/// The search in the core of a model.
struct Inner<'a> {
    core: &'a Model,
    root: &'a Bound,
    total: i128,
    lower: i128,
    found: Option<Vec<Choice>>,
}

impl Inner<'_> {
    /// First among the choices nearest to the top of the bound only: the better the answer, the fewer remain at last.
    fn narrow(&mut self, step: i128, steps: &mut u64) {
        let (model, root) = (self.core, self.root);
        let width = |total: i128| (total << root.shift) - root.value;
        self.lower = self.lower.max(root.minor(self.total, step)).min(self.total);
        let mut narrow = (width(self.total) >> NARROWEST).max(1);
        while self.lower < self.total {
            let whole = width(self.total);
            let is_last = narrow >= whole;
            let (core, mut kept) = reduce(model, root, self.total, narrow.min(whole));
            let mut own = if is_last { *steps } else { *steps / NARROW_SHARE };
            *steps -= own;
            let core =
                if is_last { tightened(core, root.clone(), self.total, &mut own).0 } else { core };
            let mut tree = Tree::new(&core, (step, self.total), &mut own);
            tree.grow();
            self.total = tree.total;
            self.lower = tree.lower.min(kept.lower).max(self.lower).min(self.total);
            if let Some(found) = tree.best.take() {
                for (choice, group) in found.iter().zip(&kept.groups) {
                    super::number::set(&mut kept.decided, *group, at(&core.choices, wide(*choice)));
                }
                self.found = Some(kept.decided);
            }
            *steps += own;
            if is_last {
                break;
            }
            narrow = narrow.saturating_mul(4);
        }
    }
}

/// Goes up to the top of the bound, with every combination that is cheapest on the way. Returns where each choice
/// went.
fn climb(model: &mut Model, steps: &mut u64) -> (Point, Vec<u32>) {
    let mut moved: Vec<u32> = (0..small(model.choices.len())).collect();
    let mut view = View::new(model);
    let mut point = Point::origin(&view);
    for round in 0..ADDITIONS_MAX {
        point.climb(&view, ROUNDS, steps);
        if model.blends.is_empty() || *steps == 0 || round + 1 == ADDITIONS_MAX {
            break;
        }
        let new = bound(&view, &point.multipliers, &point.allowed).missing(model, &point.allowed);
        if new.is_empty() {
            break;
        }
        *steps = steps.saturating_sub(u64::from(small(model.choices.len())));
        let turned = model.insert(new);
        for place in &mut moved {
            *place = at(&turned, wide(*place));
        }
        view = View::new(model);
        point.renumber(&view, &turned);
    }
    (point, moved)
}

/// The answer nearest to the top of the bound.
fn round_root(
    model: &Model,
    view: &View<'_>,
    point: &Point,
    start: Vec<u32>,
    steps: &mut u64,
) -> Filling {
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
        let empty = range.clone().find(|index| model.is_empty(*index)).unwrap_or(range.start);
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
    let nearest = nearest(model, &root, &point.current);
    let mut fitted = Filling::new(model, point.current.clone());
    let is_fit = fitted.fit(model, &nearest, steps);
    if is_fit && (!best.is_feasible(model) || fitted.total(model) < best.total(model)) {
        best = fitted;
    }
    if !best.is_feasible(model) && !best.fit(model, &nearest, steps) {
        best = Filling::new(model, start);
        best.improve(model, 8, steps);
    }
    let width = (best.total(model) << root.shift) - root.value;
    let near = near(model, &root, width);
    best.exchange(model, 20, &|index| at(&near, index), steps);
    best
}
