//! BYSETPOS over a period that holds several times a day, or whose days depend on a month gate.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a period has at most 366 days of 86 400 times"
)]

use super::days::{Cadence, Days, Sums};
use super::months::YearBits;
use super::times::{Times, at, day_of};
use crate::time::Day;
use std::sync::OnceLock;

/// Days and times of each period, of which only some positions count.
#[derive(Debug, Clone)]
pub(super) struct Positions {
    days: Days,
    times: Times,
    low: YearBits,
    high: YearBits,
    sums: OnceLock<Sums>,
}

/// Periods that are counted one by one before a table of sums is built.
const WALK_PERIODS: i32 = 64;

impl Positions {
    pub(super) fn new(days: Days, times: Times, low: YearBits, high: YearBits) -> Positions {
        Positions { days, times, low, high, sums: OnceLock::new() }
    }

    /// Times of each day.
    pub(super) fn times(&self) -> usize {
        self.times.len()
    }

    /// Blocks of one period.
    fn span(&self) -> i32 {
        if matches!(self.days.cadence, Cadence::Years { .. }) { 12 } else { 1 }
    }

    fn period_at(&self, day: i32) -> i32 {
        self.days.block_at(day).div_euclid(self.span())
    }

    /// Periods after which everything repeats.
    fn cycle(&self) -> i32 {
        self.days.cycle() / self.span()
    }

    fn block(&self, k: i32) -> (i32, u32) {
        if self.span() == 1 { self.days.raw_block(k) } else { self.days.block(k) }
    }

    /// Indices picked among `total` values, ascending.
    fn indices(&self, total: usize) -> Vec<usize> {
        let low = self.low.iter().map(|n| n as usize - 1).filter(|i| *i < total);
        let high = self.high.iter().filter_map(|n| total.checked_sub(n as usize));
        let mut picked: Vec<usize> = low.chain(high).collect();
        picked.sort_unstable();
        picked.dedup();
        picked
    }

    /// Number of values that period `p` picks, SKIP aside.
    fn size(&self, p: i32) -> u32 {
        let blocks = p * self.span()..(p + 1) * self.span();
        let days: u32 = blocks.map(|k| self.block(k).1.count_ones()).sum();
        let total = days as usize * self.times.len();
        if total == 0 { 0 } else { self.indices(total).len() as u32 }
    }

    /// The values that period `p` picks, ascending.
    fn period(&self, p: i32, out: &mut Vec<i64>) {
        out.clear();
        let mut days: Vec<i32> = Vec::new();
        for k in p * self.span()..(p + 1) * self.span() {
            let (base, mut mask) = self.block(k);
            while mask != 0 {
                days.push(base + mask.trailing_zeros() as i32);
                mask &= mask - 1;
            }
        }
        let each = self.times.len();
        let picked = self.indices(days.len() * each);
        out.extend(picked.into_iter().filter_map(|index| {
            let second = self.times.slice().get(index % each)?;
            Some(at(*days.get(index / each)?, *second))
        }));
    }

    pub(super) fn fill(&self, a: i64, b: i64, limit: usize, out: &mut Vec<i64>) {
        let start = out.len();
        let full = start.saturating_add(limit);
        let mut values = Vec::new();
        for p in self.period_at(day_of(a).0) - 1..=self.period_at(day_of(b).0) + 1 {
            self.period(p, &mut values);
            out.extend(values.iter().filter(|value| **value >= a && **value <= b));
            if out.len() >= full && !self.days.spills {
                break;
            }
        }
        if self.days.spills {
            // SKIP may move a day onto one of the next period: once, and in order.
            let mut tail = out.split_off(start);
            tail.sort_unstable();
            tail.dedup();
            out.append(&mut tail);
        }
        out.truncate(full);
    }

    pub(super) fn next(&self, a: i64) -> Option<i64> {
        let first = self.period_at(day_of(a).0) - 1;
        let end = self.period_at(Day::MAX.number()) + 1;
        let last = end.min(first.saturating_add(self.cycle() + 3));
        let found = (first..=last).find(|p| {
            self.size(*p) > 0 && {
                let mut values = Vec::new();
                self.period(*p, &mut values);
                values.last().is_some_and(|value| *value >= a)
            }
        })?;
        let mut values = Vec::new();
        let mut nearest: Option<i64> = None;
        for p in found..=found + 1 {
            self.period(p, &mut values);
            let value = values.iter().find(|value| **value >= a).copied();
            nearest = nearest.into_iter().chain(value).min();
        }
        nearest
    }

    pub(super) fn previous(&self, b: i64, floor: i64) -> Option<i64> {
        let last = self.period_at(day_of(b).0) + 1;
        let end = self.period_at(day_of(floor).0) - 1;
        let first = end.max(last.saturating_sub(self.cycle() + 3));
        let mut values = Vec::new();
        let mut nearest: Option<i64> = None;
        for p in (first..=last).rev().filter(|p| self.size(*p) > 0) {
            self.period(p, &mut values);
            let value = values.iter().rev().find(|value| **value <= b).copied();
            let done = nearest.is_some();
            nearest = nearest.max(value);
            if done {
                break;
            }
        }
        nearest.filter(|value| *value >= floor)
    }

    pub(super) fn count(&self, a: i64, b: i64) -> i64 {
        let periods = self.period_at(day_of(b).0) - self.period_at(day_of(a).0);
        if periods <= WALK_PERIODS || self.days.spills {
            let mut out = Vec::new();
            self.fill(a, b, usize::MAX, &mut out);
            return out.len() as i64;
        }
        self.rank(b + 1) - self.rank(a)
    }

    fn sums(&self) -> &Sums {
        self.sums.get_or_init(|| Sums::new(self.cycle(), |p| self.size(p)))
    }

    /// Values before `value`, counted from period 0.
    fn rank(&self, value: i64) -> i64 {
        let p = self.period_at(day_of(value).0) - 1;
        let mut out = Vec::new();
        let mut partial = 0;
        for near in p..=p + 2 {
            self.period(near, &mut out);
            partial += out.iter().filter(|v| **v < value).count() as i64;
        }
        self.sums().before(p) + partial
    }

    pub(super) fn nth(&self, a: i64, n: i64) -> Option<i64> {
        let (mut left, mut values) = (n, Vec::new());
        let first = self.period_at(day_of(a).0) - 1;
        let end = self.period_at(Day::MAX.number()) + 1;
        if self.days.spills {
            self.fill(a, at(Day::MAX.number(), 86_399), n as usize + 1, &mut values);
            return values.get(n as usize).copied();
        }
        for p in first..=(first + WALK_PERIODS).min(end) {
            self.period(p, &mut values);
            for value in values.iter().filter(|value| **value >= a) {
                if left == 0 {
                    return Some(*value);
                }
                left -= 1;
            }
        }
        let target = self.rank(a) + n;
        let (mut low, mut high) = (first, end + 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.sums().before(middle) <= target {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.period(low, &mut values);
        values.get((target - self.sums().before(low)) as usize).copied()
    }
}
