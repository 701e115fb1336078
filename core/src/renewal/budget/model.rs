//! The budget as groups of choices, of each of which one is taken.

use super::blend::{Blend, Picks};
use super::limits::Limit;
use super::number::{at, float, set, small, wide};

/// One choice of a group: what it costs as regret, and what it spends in which year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice {
    /// Regret.
    pub(super) cost: i128,
    /// What it spends in `year`.
    pub(super) amount: i64,
    /// The year number; the number of years when it spends nothing.
    pub(super) year: u32,
    /// One more than the index of what it spends in further years; 0 when it does not.
    pub(super) more: u32,
    /// The year number, the number of years for none; the index of a combination for a bundle of policy `saving`.
    pub(super) tag: u32,
    /// Mandatory items that it leaves without place.
    pub(super) lost: u32,
}

/// What a year above its level costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    pub(super) year: usize,
    pub(super) amount: i128,
    pub(super) penalty_ppm: i64,
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
    /// What a choice spends in the mean, about.
    pub(super) unit: i64,
    /// Bundles of policy `saving`, in the order of their groups.
    pub(super) blends: Vec<Blend>,
    /// The combinations that choices of theirs stand for.
    pub(super) combinations: Vec<Picks>,
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

    /// A power of two near what a choice spends in the mean.
    pub(super) fn scale(&self) -> f64 {
        let mean = float(i128::from(self.unit));
        let mut scale = 1.0;
        while scale < mean {
            scale *= 2.0;
        }
        scale
    }

    /// What being above the levels costs.
    pub(super) fn penalty(&self, spent: &[i128]) -> i128 {
        self.levels.iter().map(|level| level.penalty(at(spent, level.year))).sum()
    }

    /// Ends a group.
    pub(super) fn close_group(&mut self) {
        self.starts.push(small(self.choices.len()));
    }

    /// Whether a choice places nothing.
    pub(super) fn is_empty(&self, choice: usize) -> bool {
        let choice = at(&self.choices, choice);
        wide(choice.year) == self.years
    }

    /// Adds a combination of a bundle as a choice of the group being made.
    pub(super) fn push_combination(&mut self, blend: &Blend, picks: &[u8]) {
        let (mut choice, more) = blend.combine(picks);
        if !more.is_empty() {
            self.extras.push(more);
            choice.more = small(self.extras.len());
        }
        choice.tag = small(self.combinations.len());
        self.combinations.push(picks.to_vec());
        self.choices.push(choice);
    }

    /// Adds combinations, by index of `blends` in order, at the end of their groups. Returns where each choice is now.
    pub(super) fn insert(&mut self, new: Vec<(usize, Picks)>) -> Vec<u32> {
        let choices = std::mem::take(&mut self.choices);
        let starts = std::mem::replace(&mut self.starts, vec![0]);
        let blends = std::mem::take(&mut self.blends);
        let mut moved = Vec::with_capacity(choices.len());
        let mut new = new.into_iter().peekable();
        for group in 0..starts.len().saturating_sub(1) {
            for index in wide(at(&starts, group))..wide(at(&starts, group + 1)) {
                moved.push(small(self.choices.len()));
                self.choices.push(at(&choices, index));
            }
            let is_own = |index: usize| blends.get(index).is_some_and(|own| own.group == group);
            while let Some((index, picks)) = new.next_if(|(index, _)| is_own(*index)) {
                if let Some(blend) = blends.get(index) {
                    self.push_combination(blend, &picks);
                }
            }
            self.close_group();
        }
        self.blends = blends;
        moved
    }
}

impl Level {
    pub(super) fn penalty(&self, spent: i128) -> i128 {
        let above = (spent - self.amount).max(0) * i128::from(self.penalty_ppm);
        (above + 999_999) / 1_000_000
    }
}
