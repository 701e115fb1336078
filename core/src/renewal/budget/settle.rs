//! Models of a part of the budget: which choices count, what they cost, and which limits can be passed.

use super::blend::{Blend, Picks};
use super::model::{Choice, Model};
use super::number::{at, set, small, wide};

/// A choice as it counts, given the least that its item or bundle can leave without place; `None` when it is out.
type Turn<'a> = &'a dyn Fn(Choice, u32) -> Option<Choice>;

impl Model {
    /// The groups of `groups` with the choices that `turn` lets through.
    pub(super) fn part(&self, groups: &[usize], turn: Turn<'_>) -> Model {
        let mut part = Model {
            years: self.years,
            starts: vec![0],
            limits: self.limits.clone(),
            base: vec![0; self.years + 1],
            ..Model::default()
        };
        let turned = |choices: &[Choice]| -> Vec<Choice> {
            let least = choices.iter().map(|choice| choice.lost).min().unwrap_or_default();
            choices.iter().filter_map(|choice| turn(*choice, least)).collect()
        };
        let mut blends = self.blends.iter().peekable();
        for group in groups {
            part.choices.extend(turned(self.choices.get(self.range(*group)).unwrap_or_default()));
            while blends.next_if(|blend| blend.group < *group).is_some() {}
            if let Some(blend) = blends.next_if(|blend| blend.group == *group) {
                let items = blend.items.iter().map(|places| turned(places)).collect();
                part.blends.push(Blend { group: part.groups(), items, ..blend.clone() });
            }
            part.close_group();
        }
        part
    }

    /// The least and the most mandatory items that each group leaves without place.
    pub(super) fn lost_by_group(&self) -> Vec<(u32, u32)> {
        let ends = |choices: &[Choice]| {
            let lost = || choices.iter().map(|choice| choice.lost);
            (lost().min().unwrap_or_default(), lost().max().unwrap_or_default())
        };
        let of = |group| ends(self.choices.get(self.range(group)).unwrap_or_default());
        let mut list: Vec<(u32, u32)> = (0..self.groups()).map(of).collect();
        for blend in &self.blends {
            let parts = blend.items.iter().map(|places| ends(places));
            let sum = parts.fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
            set(&mut list, blend.group, sum);
        }
        list
    }

    /// Every choice, and every place of the items of bundles.
    fn places(&self) -> impl Iterator<Item = &Choice> {
        self.choices.iter().chain(self.blends.iter().flat_map(|blend| blend.items.iter().flatten()))
    }

    /// The mean of what choices spend, at least 1.
    pub(super) fn mean(&self) -> i64 {
        let sum: i128 = self.places().map(|choice| i128::from(choice.amount)).sum();
        let count = i128::try_from(self.places().count()).unwrap_or(i128::MAX).max(1);
        i64::try_from(sum / count).unwrap_or(i64::MAX).max(1)
    }

    /// Leaves out the limits and levels that nothing passes, tightens the others, and gives each bundle of policy
    /// `saving` its first combinations: all in one year, and each item where it costs least.
    pub(super) fn settle(&mut self) {
        let most = self.most();
        self.limits.retain(|limit| limit.spent(&most) > limit.amount);
        self.levels.retain(|level| at(&most, level.year) > level.amount);
        self.tighten();
        self.unit = self.mean();
        let mut first = Vec::new();
        for (index, blend) in self.blends.iter().enumerate() {
            let free = |choice: &Choice| Some(choice.cost);
            let size = blend.items.len();
            let years = blend.common(&free).map(|(_, year)| u8::try_from(year).unwrap_or(u8::MAX));
            let mut list: Vec<Picks> = years.map(|year| vec![year; size]).collect();
            let none = |places: &Vec<Choice>| {
                u8::try_from(places.last().map_or(0, |place| place.tag)).unwrap_or(u8::MAX)
            };
            list.push(blend.items.iter().map(none).collect());
            list.extend(blend.cheapest(&free).map(|(_, picks)| picks));
            crate::order::sort_once(&mut list);
            first.extend(list.into_iter().map(|picks| (index, picks)));
        }
        self.insert(first);
    }

    /// What each year spends at most.
    fn most(&self) -> Vec<i128> {
        let mut most = self.base.clone();
        let mut add = |choices: &[Choice]| {
            let mut by_year = vec![0_i128; self.years + 1];
            for choice in choices {
                let amount = at(&by_year, wide(choice.year)).max(i128::from(choice.amount));
                set(&mut by_year, wide(choice.year), amount);
            }
            most.iter_mut().zip(&by_year).for_each(|(most, amount)| *most += amount);
        };
        for group in 0..self.groups() {
            add(self.choices.get(self.range(group)).unwrap_or_default());
        }
        for places in self.blends.iter().flat_map(|blend| &blend.items) {
            add(places);
        }
        most
    }

    /// Rounds each limit down to a multiple of what all spending in its years is a multiple of.
    fn tighten(&mut self) {
        let mut steps = vec![0_i128; self.limits.len()];
        let savings = self.blends.iter().flat_map(|blend| {
            let years = 0..small(self.years);
            years.map(|year| Choice { amount: blend.saving, year, ..Choice::default() })
        });
        for choice in self.places().copied().chain(savings) {
            for (limit, step) in self.limits.iter().zip(&mut steps) {
                if *step != 1 && choice.amount != 0 && limit.holds(wide(choice.year)) {
                    *step = divisor(*step, i128::from(choice.amount));
                }
            }
        }
        for (limit, step) in self.limits.iter_mut().zip(steps) {
            limit.amount -= limit.amount.checked_rem(step).unwrap_or_default();
        }
    }

    /// The greatest step that all totals are apart by: costs of a group differ by multiples of it.
    pub(super) fn step(&self) -> i128 {
        if !self.levels.is_empty() {
            return 1;
        }
        let mut step = 0_i128;
        let mut add = |choices: &[Choice]| {
            let first = choices.first().map_or(0, |choice| choice.cost);
            for choice in choices {
                if step == 1 {
                    break;
                }
                step = divisor(step, (choice.cost - first).abs());
            }
        };
        for group in 0..self.groups() {
            add(self.choices.get(self.range(group)).unwrap_or_default());
        }
        for blend in &self.blends {
            blend.items.iter().for_each(|places| add(places));
            add(&[Choice::default(), Choice { cost: blend.saving_cost, ..Choice::default() }]);
        }
        step.max(1)
    }
}

/// The greatest common divisor of two numbers that are not negative.
fn divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
