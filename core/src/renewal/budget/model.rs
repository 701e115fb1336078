//! The budget as groups of choices, of each of which one is taken.

use super::input::{BudgetInput, BundlePolicy};
use super::limits::{Limit, limits};
use super::number::{at, set, small, wide};

/// One choice of a group: what it costs as regret, and what it spends in which year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice {
    /// Regret, and the weight of the mandatory items it leaves without place.
    pub(super) cost: i128,
    /// What it spends in `year`.
    pub(super) amount: i64,
    /// The year number; the number of years when it spends nothing.
    pub(super) year: u32,
    /// One more than the index of what it spends in further years; 0 when it does not.
    pub(super) more: u32,
    /// Which choice of its group it is, in the order the group was made.
    pub(super) tag: u32,
}

/// What a year above its level costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    pub(super) year: usize,
    pub(super) amount: i128,
    pub(super) penalty_ppm: i64,
}

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

/// The budget, or what is left of it when most groups have been decided.
#[derive(Debug, Clone, Default)]
pub(super) struct Model {
    pub(super) years: usize,
    /// Where the choices of each group start, and the end of the last.
    pub(super) starts: Vec<u32>,
    pub(super) choices: Vec<Choice>,
    pub(super) extras: Vec<Vec<(usize, i64)>>,
    pub(super) limits: Vec<Limit>,
    pub(super) levels: Vec<Level>,
    /// What decided groups cost.
    pub(super) base_cost: i128,
    /// What decided groups spend by year.
    pub(super) base: Vec<i128>,
    /// What a mandatory item without place weighs: more than any two answers differ in regret.
    pub(super) weight: i128,
}

impl Model {
    pub(super) fn groups(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The choices of a group, as a range of `choices`.
    #[inline]
    pub(super) fn range(&self, group: usize) -> std::ops::Range<usize> {
        wide(at(&self.starts, group))..wide(at(&self.starts, group + 1))
    }

    /// Adds what a choice spends, `times` over.
    pub(super) fn spend(&self, choice: &Choice, times: i128, by_year: &mut [i128]) {
        for (year, amount) in self.parts(choice) {
            let sum = at(by_year, year) + times * i128::from(amount);
            set(by_year, year, sum);
        }
    }

    /// What a choice spends, by year.
    pub(super) fn parts(&self, choice: &Choice) -> impl Iterator<Item = (usize, i64)> + '_ {
        let first = (wide(choice.year), choice.amount);
        let index = wide(choice.more).checked_sub(1);
        let more = index.and_then(|index| self.extras.get(index)).map_or(&[][..], Vec::as_slice);
        std::iter::once(first).chain(more.iter().copied())
    }

    /// What being above the levels costs.
    pub(super) fn penalty(&self, spent: &[i128]) -> i128 {
        self.levels.iter().map(|level| level.penalty(at(spent, level.year))).sum()
    }

    fn close_group(&mut self) {
        self.starts.push(small(self.choices.len()));
    }

    fn push(&mut self, cost: i128, year: usize, amount: i64, tag: usize) {
        let (year, tag) = (small(year), small(tag));
        self.choices.push(Choice { cost, amount, year, more: 0, tag });
    }
}

impl Level {
    pub(super) fn penalty(&self, spent: i128) -> i128 {
        let above = (spent - self.amount).max(0) * i128::from(self.penalty_ppm);
        (above + 999_999) / 1_000_000
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
fn unplaced(input: &BudgetInput, list: &[usize]) -> (i128, i128) {
    let items = list.iter().filter_map(|index| input.items.get(*index));
    items.fold((0, 0), |(cost, lost), item| {
        (cost + i128::from(item.consequence_minor), lost + i128::from(item.is_mandatory))
    })
}

/// The model, and what each of its groups stands for.
pub(super) fn build(input: &BudgetInput) -> (Model, Vec<Unit>) {
    let years = input.years.len();
    let mut model = Model { years, starts: vec![0], base: vec![0; years + 1], ..Model::default() };
    let mut units = Vec::new();
    // Mandatory items that each choice leaves without place: weighed once all costs are known.
    let mut lost = Vec::new();
    for (index, item) in input.items.iter().enumerate().filter(|(_, item)| item.bundle.is_none()) {
        let (consequence, count) = unplaced(input, &[index]);
        for spot in spots(input, index) {
            if item.is_mandatory || spot.regret() <= consequence {
                model.push(spot.regret(), spot.year, spot.price, spot.year);
                lost.push(0);
            }
        }
        model.push(consequence, years, 0, years);
        lost.push(count);
        model.close_group();
        units.push(Unit::Item(index));
    }
    for (index, items) in members(input).iter().enumerate() {
        let Some(bundle) = input.bundles.get(index) else { continue };
        if bundle.policy == BundlePolicy::Saving {
            combine(input, items, bundle.saving_minor, &mut model, &mut lost);
            units.push(Unit::Saving(index));
            continue;
        }
        let (consequence, count) = unplaced(input, items);
        for (year, regret, price) in together(input, items, bundle.saving_minor) {
            if count > 0 || regret <= consequence {
                model.push(regret, year, i64::try_from(price).unwrap_or(i64::MAX), year);
                lost.push(0);
            }
        }
        model.push(consequence, years, 0, years);
        lost.push(count);
        model.close_group();
        units.push(Unit::Together(index));
    }
    constrain(input, &mut model);
    weigh(&mut model, &lost);
    (model, units)
}

/// The options of the items of a bundle of policy `saving`: its years, and none.
pub(super) fn options(input: &BudgetInput, items: &[usize]) -> Vec<Vec<Option<Spot>>> {
    let options = |item: &usize| spots(input, *item).into_iter().map(Some).chain([None]).collect();
    items.iter().map(options).collect()
}

/// What the combination number `tag` takes of the options of each item.
pub(super) fn combination(options: &[Vec<Option<Spot>>], tag: usize) -> Vec<Option<Spot>> {
    let mut rest = tag;
    let pick = |list: &Vec<Option<Spot>>| {
        let index = rest.checked_rem(list.len()).unwrap_or_default();
        rest = rest.checked_div(list.len()).unwrap_or_default();
        at(list, index)
    };
    options.iter().map(pick).collect()
}

/// The year that all items are placed in, if there is one.
pub(super) fn common_year(picked: &[Option<Spot>]) -> Option<usize> {
    let first = picked.first().copied().flatten()?.year;
    let same = |spot: &Option<Spot>| spot.is_some_and(|spot| spot.year == first);
    picked.iter().all(same).then_some(first)
}

/// Every combination of the years of the items of a bundle, as a choice.
fn combine(
    input: &BudgetInput,
    items: &[usize],
    saving: i64,
    model: &mut Model,
    lost: &mut Vec<i128>,
) {
    let years = input.years.len();
    let options = options(input, items);
    let total: usize = options.iter().map(Vec::len).product();
    for tag in 0..total {
        let picked = combination(&options, tag);
        let mut sums = vec![0_i64; years];
        let (mut cost, mut count) = (0, 0);
        for (item, spot) in items.iter().zip(&picked) {
            if let Some(spot) = spot {
                cost += spot.regret();
                let sum = at(&sums, spot.year) + spot.price;
                set(&mut sums, spot.year, sum);
            } else {
                let (consequence, mandatory) = unplaced(input, &[*item]);
                cost += consequence;
                count += mandatory;
            }
        }
        if let Some(year) = common_year(&picked) {
            cost -= i128::from(saving);
            let sum = at(&sums, year) - saving;
            set(&mut sums, year, sum);
        }
        let mut parts: Vec<(usize, i64)> =
            sums.into_iter().enumerate().filter(|part| part.1 != 0).collect();
        let (year, amount) = if parts.is_empty() { (years, 0) } else { parts.remove(0) };
        let mut more = 0;
        if !parts.is_empty() {
            model.extras.push(parts);
            more = small(model.extras.len());
        }
        model.choices.push(Choice { cost, amount, year: small(year), more, tag: small(tag) });
        lost.push(count);
    }
    model.close_group();
}

/// The limits that can be met, and the levels.
fn constrain(input: &BudgetInput, model: &mut Model) {
    let mut most = vec![0_i128; model.years + 1];
    for group in 0..model.groups() {
        let mut by_year = vec![0_i128; model.years + 1];
        for choice in model.choices.get(model.range(group)).unwrap_or_default() {
            for (year, amount) in model.parts(choice) {
                let amount = at(&by_year, year).max(i128::from(amount));
                set(&mut by_year, year, amount);
            }
        }
        most.iter_mut().zip(&by_year).for_each(|(most, amount)| *most += amount);
    }
    model.limits = limits(input);
    model.limits.retain(|limit| limit.spent(&most) > limit.amount);
    tighten(model);
    if let Some(smoothing) = input.smoothing {
        let amount = level(input, smoothing.level_minor);
        let levels = (0..model.years).filter(|year| at(&most, *year) > amount);
        let penalty_ppm = smoothing.penalty_ppm;
        model.levels = levels.map(|year| Level { year, amount, penalty_ppm }).collect();
    }
}

/// Rounds each limit down to a multiple of what all spending in its years is a multiple of.
fn tighten(model: &mut Model) {
    let mut steps = vec![0_i128; model.limits.len()];
    for choice in &model.choices {
        for (limit, step) in model.limits.iter().zip(&mut steps) {
            let parts = model.parts(choice).filter(|(year, _)| limit.holds(*year));
            let amount: i128 = parts.map(|(_, amount)| i128::from(amount)).sum();
            if *step != 1 && amount != 0 {
                *step = divisor(*step, amount);
            }
        }
    }
    for (limit, step) in model.limits.iter_mut().zip(steps) {
        limit.amount -= limit.amount.checked_rem(step).unwrap_or_default();
    }
}

/// The greatest common divisor of two numbers that are not negative.
pub(super) fn divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
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

/// Gives mandatory items without place more weight than any two answers can differ in regret.
fn weigh(model: &mut Model, lost: &[i128]) {
    let mut most = vec![0_i128; model.years + 1];
    let mut spread = 1;
    for group in 0..model.groups() {
        let choices = model.choices.get(model.range(group)).unwrap_or_default();
        let costs = || choices.iter().map(|choice| choice.cost);
        spread += costs().max().unwrap_or_default() - costs().min().unwrap_or_default();
        for choice in choices {
            // More than a group can spend in a year, and enough for a bound.
            for (year, amount) in model.parts(choice) {
                let sum = at(&most, year) + i128::from(amount);
                set(&mut most, year, sum);
            }
        }
    }
    model.weight = spread + model.penalty(&most);
    for (choice, lost) in model.choices.iter_mut().zip(lost) {
        choice.cost += model.weight * lost;
    }
}
