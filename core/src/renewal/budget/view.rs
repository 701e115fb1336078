//! The model in floats, for the search of multipliers. What it finds is judged in whole numbers only.

use super::model::Model;
use super::number::{at, count, float, set, small, wide};

/// A choice: cost, and what it spends, in units of [`View::scale`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lean {
    pub(super) cost: f64,
    pub(super) amount: f64,
    pub(super) year: u32,
    pub(super) more: u32,
}

/// A multiplier: the years `from` to `to` have `amount`; at most `most` is paid for a unit above it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) amount: f64,
    pub(super) most: f64,
}

/// The model in floats.
#[derive(Debug, Clone)]
pub(super) struct View<'a> {
    pub(super) model: &'a Model,
    pub(super) choices: Vec<Lean>,
    extras: Vec<Vec<(usize, f64)>>,
    pub(super) rows: Vec<Row>,
    /// Minor units in a unit: a power of two.
    pub(super) scale: f64,
}

/// A number from 0 to 1 that only depends on a group and the place in it (`SplitMix64`).
fn noise(group: usize, place: usize) -> f64 {
    let index = (u64::from(small(group)) << 32) | u64::from(small(place));
    let mut z = index.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap_or_default()) / 4_294_967_296.0
}

impl<'a> View<'a> {
    /// Costs are moved by less than a quarter of a minor unit in all, so that equal choices do not tie.
    pub(super) fn new(model: &'a Model) -> Self {
        let groups = count(model.groups()).max(1.0);
        let scale = model.scale();
        let lean = |group: usize, place: usize, choice: &super::model::Choice| Lean {
            cost: float(choice.cost) + 0.25 / groups * noise(group, place),
            amount: float(i128::from(choice.amount)) / scale,
            year: choice.year,
            more: choice.more,
        };
        let mut choices = Vec::with_capacity(model.choices.len());
        for group in 0..model.groups() {
            let own = model.choices.get(model.range(group)).unwrap_or_default();
            choices
                .extend(own.iter().enumerate().map(|(place, choice)| lean(group, place, choice)));
        }
        let part = |(year, amount): &(usize, i64)| (*year, float(i128::from(*amount)) / scale);
        let hard = model.limits.iter().map(|limit| Row {
            from: limit.from,
            to: limit.to,
            amount: float(limit.amount - limit.spent(&model.base)) / scale,
            most: f64::INFINITY,
        });
        let soft = model.levels.iter().map(|level| Row {
            from: level.year,
            to: level.year,
            amount: float(level.amount - at(&model.base, level.year)) / scale,
            most: float(i128::from(level.penalty_ppm)) / 1e6 * scale,
        });
        View {
            model,
            choices,
            extras: model.extras.iter().map(|parts| parts.iter().map(part).collect()).collect(),
            rows: hard.chain(soft).collect(),
            scale,
        }
    }

    /// What a unit costs in each year; nothing in the place after the last.
    pub(super) fn by_year(&self, multipliers: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.model.base.len()];
        for (row, value) in self.rows.iter().zip(multipliers) {
            for year in row.from..=row.to {
                let sum = at(&sums, year) + value;
                set(&mut sums, year, sum);
            }
        }
        sums
    }

    /// What a choice spends at `by_year` for a unit.
    #[inline]
    pub(super) fn spent(&self, choice: Lean, by_year: &[f64]) -> f64 {
        let first = choice.amount * at(by_year, wide(choice.year));
        if choice.more == 0 { first } else { first + self.spent_more(choice, by_year) }
    }

    fn spent_more(&self, choice: Lean, by_year: &[f64]) -> f64 {
        let parts = self.extras.get(wide(choice.more) - 1).map_or(&[][..], Vec::as_slice);
        parts.iter().map(|(year, amount)| amount * at(by_year, *year)).sum()
    }

    /// Cost and slope of a choice when units cost `by_year` and that grows by `slopes`.
    #[inline]
    pub(super) fn line(&self, choice: usize, by_year: &[f64], slopes: &[f64]) -> (f64, f64) {
        let choice = at(&self.choices, choice);
        (choice.cost + self.spent(choice, by_year), self.spent(choice, slopes))
    }

    /// Adds what a choice spends, `times` over.
    pub(super) fn spend(&self, choice: usize, times: f64, by_year: &mut [f64]) {
        let choice = at(&self.choices, choice);
        let year = wide(choice.year);
        let sum = at(by_year, year) + times * choice.amount;
        set(by_year, year, sum);
        if choice.more != 0 {
            for (year, amount) in self.extras.get(wide(choice.more) - 1).into_iter().flatten() {
                let sum = at(by_year, *year) + times * amount;
                set(by_year, *year, sum);
            }
        }
    }

    /// What `by_year` spends in the years of each row.
    pub(super) fn by_row(&self, by_year: &[f64]) -> Vec<f64> {
        let sum = |row: &Row| by_year.iter().skip(row.from).take(row.to + 1 - row.from).sum();
        self.rows.iter().map(sum).collect()
    }
}
