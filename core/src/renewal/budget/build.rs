//! From a budget to groups of choices.

use super::blend::Blend;
use super::input::{BudgetInput, BundlePolicy};
use super::limits::limits;
use super::model::{Choice, Level, Model};
use super::number::{at, small};

/// What a group stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Item(usize),
    Together(usize),
    Saving(usize),
}

/// An item in one year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) year: usize,
    pub(super) month: i32,
    pub(super) price: i64,
    pub(super) price_change: i128,
    pub(super) shift: i128,
}

impl Spot {
    pub(super) fn regret(&self) -> i128 {
        self.price_change + self.shift
    }
}

/// The years an item may go to, in order.
pub(super) fn spots(input: &BudgetInput, item: usize) -> Vec<Spot> {
    let years = input.years.len();
    let Some(item) = input.items.get(item) else { return Vec::new() };
    let prices = item.price.by_year(years).unwrap_or_default();
    let reference = i128::from(at(&prices, item.reference_year(input.first_year, years)));
    let spot = |(year, price): (usize, i64)| {
        let month = item.month_in(input.year(year))?;
        let price_change = i128::from(price) - reference;
        Some(Spot { year, month, price, price_change, shift: item.shift_minor(month) })
    };
    prices.into_iter().enumerate().filter_map(spot).collect()
}

/// The items of each bundle.
pub(super) fn members(input: &BudgetInput) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); input.bundles.len()];
    for (index, item) in input.items.iter().enumerate() {
        if let Some(list) = item.bundle.and_then(|bundle| members.get_mut(bundle)) {
            list.push(index);
        }
    }
    members
}

/// The sum over the items of what a bundle costs in each year that all of them can go to.
pub(super) fn together(
    input: &BudgetInput,
    items: &[usize],
    saving: i64,
) -> Vec<(usize, i128, i128)> {
    let years = input.years.len();
    let mut sums = vec![(0_usize, 0_i128, 0_i128); years];
    for item in items {
        for spot in spots(input, *item) {
            if let Some(sum) = sums.get_mut(spot.year) {
                *sum = (sum.0 + 1, sum.1 + spot.regret(), sum.2 + i128::from(spot.price));
            }
        }
    }
    let saving = i128::from(saving);
    let whole = sums.into_iter().enumerate().filter(|(_, sum)| sum.0 == items.len());
    whole.map(|(year, sum)| (year, sum.1 - saving, sum.2 - saving)).collect()
}

/// Consequence and mandatory items of the items of `list`, none of them placed.
fn unplaced(input: &BudgetInput, list: &[usize]) -> (i128, u32) {
    let items = list.iter().filter_map(|index| input.items.get(*index));
    items.fold((0, 0), |(cost, lost), item| {
        (cost + i128::from(item.consequence_minor), lost + u32::from(item.is_mandatory))
    })
}

/// The whole budget, its limits and levels as they are, and what each group stands for. Bundles of policy `saving`
/// have no choices yet; see [`Model::settle`].
pub(super) fn build(input: &BudgetInput) -> (Model, Vec<Unit>) {
    let years = input.years.len();
    let mut model = Model { years, starts: vec![0], base: vec![0; years + 1], ..Model::default() };
    let mut units = Vec::new();
    for (index, item) in input.items.iter().enumerate().filter(|(_, item)| item.bundle.is_none()) {
        let (consequence, lost) = unplaced(input, &[index]);
        for spot in spots(input, index) {
            if item.is_mandatory || spot.regret() <= consequence {
                model.choices.push(placed(&spot));
            }
        }
        model.choices.push(none(years, consequence, lost));
        model.close_group();
        units.push(Unit::Item(index));
    }
    for (index, items) in members(input).iter().enumerate() {
        let Some(bundle) = input.bundles.get(index) else { continue };
        if bundle.policy == BundlePolicy::Saving {
            let group = model.groups();
            model.blends.push(blend(input, items, group, bundle.saving_minor));
            units.push(Unit::Saving(index));
        } else {
            let (consequence, lost) = unplaced(input, items);
            for (year, regret, price) in together(input, items, bundle.saving_minor) {
                if lost > 0 || regret <= consequence {
                    let (year, amount) = (small(year), i64::try_from(price).unwrap_or(i64::MAX));
                    let choice = Choice { cost: regret, amount, year, tag: year, ..none(0, 0, 0) };
                    model.choices.push(choice);
                }
            }
            model.choices.push(none(years, consequence, lost));
            units.push(Unit::Together(index));
        }
        model.close_group();
    }
    model.limits = limits(input);
    if let Some(smoothing) = input.smoothing {
        let amount = level(input, smoothing.level_minor);
        let penalty_ppm = smoothing.penalty_ppm;
        model.levels = (0..years).map(|year| Level { year, amount, penalty_ppm }).collect();
    }
    (model, units)
}

/// An item in one year.
fn placed(spot: &Spot) -> Choice {
    let year = small(spot.year);
    Choice { cost: spot.regret(), amount: spot.price, year, more: 0, tag: year, lost: 0 }
}

/// Nothing placed.
fn none(years: usize, cost: i128, lost: u32) -> Choice {
    let year = small(years);
    Choice { cost, amount: 0, year, more: 0, tag: year, lost }
}

/// The items of a bundle of policy `saving`, each with its places.
fn blend(input: &BudgetInput, items: &[usize], group: usize, saving: i64) -> Blend {
    let years = input.years.len();
    let places = |item: &usize| {
        let (consequence, lost) = unplaced(input, &[*item]);
        let places = spots(input, *item);
        places.iter().map(placed).chain([none(years, consequence, lost)]).collect()
    };
    let items = items.iter().map(places).collect();
    Blend { group, years, items, saving_cost: i128::from(saving), saving }
}

/// The year that all items are placed in, if there is one.
pub(super) fn common_year(picked: &[Option<Spot>]) -> Option<usize> {
    let first = picked.first().copied().flatten()?.year;
    let same = |spot: &Option<Spot>| spot.is_some_and(|spot| spot.year == first);
    picked.iter().all(same).then_some(first)
}

/// The level of every year: the one given, or the mean of what is wanted.
pub(super) fn level(input: &BudgetInput, given: Option<i64>) -> i128 {
    if let Some(level) = given {
        return i128::from(level);
    }
    let years = input.years.len();
    let wanted = |index: usize| {
        let item = input.items.get(index)?;
        spots(input, index).first()?;
        let prices = item.price.by_year(years)?;
        Some(i128::from(at(&prices, item.reference_year(input.first_year, years))))
    };
    let sum: i128 = (0..input.items.len()).filter_map(wanted).sum();
    sum / i128::try_from(years.max(1)).unwrap_or(1)
}
