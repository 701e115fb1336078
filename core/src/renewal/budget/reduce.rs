//! The core: what can still be in a better answer than the one that is known.

use super::blend::{Blend, Picks};
use super::bound::Bound;
use super::model::{Choice, Model};
use super::number::{at, ceiling, set, small};

/// Places in all the combinations of bundles that a core lists.
const PLACES_MAX: usize = 200_000;
/// Combinations of one bundle that a core lists at most.
const LISTED_MAX: usize = 25_000;

/// The choices that a better answer can hold.
pub(super) fn near(model: &Model, root: &Bound, width: i128) -> Vec<bool> {
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

/// Where the groups of a core come from.
pub(super) struct Kept {
    /// The choice of each group of the whole model that is decided.
    pub(super) decided: Vec<Choice>,
    /// The groups that are not.
    pub(super) groups: Vec<usize>,
    /// What no answer outside of the core is below.
    pub(super) lower: i128,
}

/// The model of the choices that cost less than `width` more than the cheapest of their group: the other choices are
/// left out, and the groups with one choice are decided.
pub(super) fn reduce(model: &Model, root: &Bound, total: i128, width: i128) -> (Model, Kept) {
    let mut core = Model {
        years: model.years,
        starts: vec![0],
        extras: model.extras.clone(),
        limits: model.limits.clone(),
        levels: model.levels.clone(),
        unit: model.unit,
        base_cost: model.base_cost,
        base: model.base.clone(),
        combinations: model.combinations.clone(),
        ..Model::default()
    };
    let decided = vec![Choice::default(); model.groups()];
    let mut kept = Kept { decided, groups: Vec::new(), lower: total };
    kept.lower = kept.lower.min(ceiling(root.value + width, root.shift));
    let near = near(model, root, width);
    let mut blends = model.blends.iter().peekable();
    for group in 0..model.groups() {
        let first = core.choices.len();
        if let Some(blend) = blends.next_if(|blend| blend.group == group) {
            let most = most_listed(model, blend);
            let (list, width) = listed(model, root, blend, width, most);
            kept.lower = kept.lower.min(ceiling(root.value + width, root.shift));
            for picks in &list {
                core.push_combination(blend, picks);
            }
        } else {
            let open = model.range(group).filter(|index| at(&near, *index));
            core.choices.extend(open.map(|index| at(&model.choices, index)));
        }
        if core.choices.len() == first + 1 {
            let choice = core.choices.pop().unwrap_or_default();
            core.base_cost += choice.cost;
            let mut base = std::mem::take(&mut core.base);
            core.spend(&choice, 1, &mut base);
            core.base = base;
            set(&mut kept.decided, group, choice);
            continue;
        }
        core.starts.push(small(core.choices.len()));
        kept.groups.push(group);
    }
    (core, kept)
}

fn most_listed(model: &Model, blend: &Blend) -> usize {
    let places = model.blends.len().saturating_mul(blend.items.len()).max(1);
    PLACES_MAX.checked_div(places).unwrap_or_default().clamp(16, LISTED_MAX)
}

/// The combinations of a bundle that are near enough, and how near: nearer ones only where they are too many.
fn listed(
    model: &Model,
    root: &Bound,
    blend: &Blend,
    width: i128,
    most: usize,
) -> (Vec<Picks>, i128) {
    let price = |choice: &Choice| root.price(model, choice);
    let mut width = width;
    while width > 1 {
        if let Some(list) = blend.within(&price, width, most) {
            return (list, width);
        }
        width /= 8;
    }
    let cheapest = blend.cheapest(&price).map(|(_, picks)| picks);
    (cheapest.into_iter().collect(), 0)
}
