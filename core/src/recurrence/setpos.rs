//! BYSETPOS over a period that holds several times a day, or whose days depend on a month gate.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a period has at most 366 days of 86 400 times"
)]

use super::days::{Cadence, Days};
use super::months::{CYCLE_MONTHS, YearBits, month, split};
use super::times::{Times, at, day_of};
use crate::time::Day;

/// Days and times of each period, of which only some positions count.
#[derive(Debug, Clone)]
pub(super) struct Positions {
    pub(super) days: Days,
    pub(super) times: Times,
    pub(super) low: YearBits,
    pub(super) high: YearBits,
}

impl Positions {
    /// Blocks of one period.
    fn span(&self) -> i32 {
        if matches!(self.days.cadence, Cadence::Years { .. }) {
            12
        } else {
            1
        }
    }

    fn period_at(&self, day: i32) -> i32 {
        self.days.block_at(day).div_euclid(self.span())
    }

    /// The values of period `p`, ascending; one that SKIP moved onto the neighbour's counts there.
    fn period(&self, p: i32, out: &mut Vec<i64>) {
        self.picks(p, out);
        if self.days.spills && self.span() == 1 {
            let mut near = Vec::new();
            for neighbour in [p - 1, p + 1] {
                self.picks(neighbour, &mut near);
                let (base, _) = self.days.raw_block(neighbour);
                // The day is moved when it stands in the neighbour's month.
                let (low, high) = (at(base + 1, 0), at(month(split(base + 1).0 + 1).0, 0));
                out.retain(|value| !(*value >= low && *value < high && near.contains(value)));
            }
        }
    }

    /// The values that a period picks by itself.
    fn picks(&self, p: i32, out: &mut Vec<i64>) {
        out.clear();
        let mut days: Vec<i32> = Vec::new();
        for k in p * self.span()..(p + 1) * self.span() {
            let (base, mut mask) = if self.span() == 1 {
                self.days.raw_block(k)
            } else {
                self.days.block(k)
            };
            while mask != 0 {
                days.push(base + mask.trailing_zeros() as i32);
                mask &= mask - 1;
            }
        }
        let each = self.times.len();
        let total = days.len() * each;
        let mut picked: Vec<usize> = Vec::new();
        picked.extend(
            self.low
                .iter()
                .map(|n| n as usize - 1)
                .filter(|i| *i < total),
        );
        picked.extend(
            self.high
                .iter()
                .filter_map(|n| total.checked_sub(n as usize)),
        );
        picked.sort_unstable();
        picked.dedup();
        out.extend(picked.into_iter().filter_map(|index| {
            let second = self.times.slice().get(index % each)?;
            Some(at(*days.get(index / each)?, *second))
        }));
    }

    pub(super) fn fill(&self, a: i64, b: i64, limit: usize, out: &mut Vec<i64>) {
        let full = out.len().saturating_add(limit);
        let mut values = Vec::new();
        for p in self.period_at(day_of(a).0) - 1..=self.period_at(day_of(b).0) + 1 {
            self.period(p, &mut values);
            for value in values.iter().filter(|value| **value >= a && **value <= b) {
                if out.len() >= full {
                    return;
                }
                out.push(*value);
            }
        }
    }

    /// Periods that are visited before a search knows that there is nothing.
    fn reach(&self) -> i32 {
        match self.days.cadence {
            Cadence::Weeks { .. } => 20_872,
            _ => CYCLE_MONTHS + 1,
        }
    }

    pub(super) fn next(&self, a: i64) -> Option<i64> {
        let first = self.period_at(day_of(a).0) - 1;
        let last = self.period_at(Day::MAX.number()).min(first + self.reach());
        let mut values = Vec::new();
        (first..=last).find_map(|p| {
            self.period(p, &mut values);
            values.iter().find(|value| **value >= a).copied()
        })
    }

    pub(super) fn previous(&self, b: i64, floor: i64) -> Option<i64> {
        let last = self.period_at(day_of(b).0) + 1;
        let first = self.period_at(day_of(floor).0).max(last - self.reach());
        let mut values = Vec::new();
        let found = (first..=last).rev().find_map(|p| {
            self.period(p, &mut values);
            values.iter().rev().find(|value| **value <= b).copied()
        });
        found.filter(|value| *value >= floor)
    }

    pub(super) fn count(&self, a: i64, b: i64) -> i64 {
        let mut values = Vec::new();
        (self.period_at(day_of(a).0) - 1..=self.period_at(day_of(b).0) + 1)
            .map(|p| {
                self.period(p, &mut values);
                values.iter().filter(|v| **v >= a && **v <= b).count() as i64
            })
            .sum()
    }

    pub(super) fn nth(&self, a: i64, n: i64) -> Option<i64> {
        let (mut left, mut values) = (n, Vec::new());
        for p in self.period_at(day_of(a).0) - 1..=self.period_at(Day::MAX.number()) {
            self.period(p, &mut values);
            for value in values.iter().filter(|value| **value >= a) {
                if left == 0 {
                    return Some(*value);
                }
                left -= 1;
            }
        }
        None
    }
}
