//! Days of a rule, unbounded on both sides: fill, next, previous, count, n-th.
//!
//! Days come in blocks of a base day and a mask: a month, or a week. Every query begins at the block
//! found by division. Counts use the sum over one 400-year cycle of blocks, computed at first need.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "days and blocks stay within 1583–9999; tables are indexed by shape"
)]

use super::months::{CYCLE_DAYS, CYCLE_MONTHS, Masks, full, month, split, weekday};
use super::runs::ramp;
use crate::time::Day;
use std::sync::OnceLock;

/// Blocks that are walked one by one before a table of sums is built.
const WALK_BLOCKS: i32 = 128;

/// How blocks follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cadence {
    /// Every `step` days, through `phase`.
    Step { step: i32, phase: i32 },
    /// Every `n` weeks from the one that begins on `base`; bit `i` of `mask` is day `base + i`.
    Weeks { n: i32, base: i32, mask: u32 },
    /// Every `n` months from month `m0`.
    Months { n: i32, m0: i32 },
    /// All months of every `n` years from `y0`.
    Years { n: i32, y0: i32 },
}

/// The days of a rule.
#[derive(Debug, Clone)]
pub(super) struct Days {
    pub(super) cadence: Cadence,
    pub(super) masks: Masks,
    /// Whether SKIP may move days out of their month.
    pub(super) spills: bool,
    sums: OnceLock<Sums>,
}

/// How many there are before each block of one cycle, which repeats for ever.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    before: Box<[u32]>,
    total: i64,
}

impl Sums {
    /// Adds up blocks `0..cycle`.
    pub(super) fn new(cycle: i32, count: impl Fn(i32) -> u32) -> Sums {
        let mut total = 0_u32;
        let before = (0..cycle)
            .map(|k| {
                let sum = total;
                total += count(k);
                sum
            })
            .collect();
        Sums { before, total: i64::from(total) }
    }

    /// How many there are in the blocks before `k`, from block 0 on; negative before it.
    pub(super) fn before(&self, k: i32) -> i64 {
        let cycle = self.before.len() as i32;
        i64::from(k.div_euclid(cycle)) * self.total
            + i64::from(self.before[k.rem_euclid(cycle) as usize])
    }
}

fn gcd(a: i32, b: i32) -> i32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl Days {
    pub(super) fn new(cadence: Cadence, masks: Masks, spills: bool) -> Days {
        Days { cadence, masks, spills, sums: OnceLock::new() }
    }

    fn spill(&self) -> i32 {
        i32::from(self.spills)
    }

    /// Base day and mask of block `k`.
    #[inline]
    pub(super) fn block(&self, k: i32) -> (i32, u32) {
        match self.cadence {
            Cadence::Step { step, phase } => {
                let (first, mask) = self.masks.month(k);
                if step == 1 {
                    return (first - 1, mask);
                }
                let at = (phase - first).rem_euclid(step) + 1;
                if at > 31 || mask == 0 {
                    return (first - 1, 0);
                }
                let mut comb = 0_u32;
                let mut bit = at;
                while bit < 32 {
                    comb |= 1 << bit;
                    bit += step;
                }
                (first - 1, mask & comb)
            }
            Cadence::Weeks { n, base, mask } => {
                let first = base + 7 * n * k;
                (first, self.gate_week(first, mask))
            }
            // SKIP makes nothing of periods before that of the anchor.
            _ if self.spills && k < 0 => (i32::MIN / 4, 0),
            Cadence::Months { n, m0 } => self.month_block(m0 + n * k, n == 1),
            Cadence::Years { n, y0 } => {
                let year = y0 + n * k.div_euclid(12);
                self.month_block(year * 12 + k.rem_euclid(12), n == 1)
            }
        }
    }

    /// The block before days that SKIP moved onto days of a neighbour are taken out.
    pub(super) fn raw_block(&self, k: i32) -> (i32, u32) {
        match self.cadence {
            Cadence::Months { n, m0 } if !self.spills || k >= 0 => {
                let (first, mask) = self.masks.month(m0 + n * k);
                (first - 1, mask)
            }
            _ => self.block(k),
        }
    }

    fn month_block(&self, m: i32, adjacent: bool) -> (i32, u32) {
        let (first, mut mask) = self.masks.month(m);
        if self.spills && mask != 0 {
            let length = full(month(m).1).count_ones();
            let near = adjacent || matches!(self.cadence, Cadence::Years { .. });
            // A day that SKIP moved onto a day of the neighbour counts once, there.
            if near && length < 31 && mask >> (length + 1) & 1 == 1 {
                mask &= !((self.neighbour(m + 1) >> 1 & 1) << (length + 1));
            }
            if near && mask & 1 == 1 {
                let before = full(month(m - 1).1).count_ones();
                mask &= !(self.neighbour(m - 1) >> before & 1);
            }
        }
        (first - 1, mask)
    }

    /// Mask of month `m` where it belongs to the cadence, else 0.
    fn neighbour(&self, m: i32) -> u32 {
        let on = match self.cadence {
            Cadence::Years { n, y0 } => (m.div_euclid(12) - y0) % n == 0,
            _ => true,
        };
        if on { self.masks.month(m).1 } else { 0 }
    }

    fn gate_week(&self, first: i32, mask: u32) -> u32 {
        if matches!(self.masks, Masks::All) {
            return mask;
        }
        let (m, dom) = split(first);
        let (month_first, low) = self.masks.month(m);
        let (next_first, high) = self.masks.month(m + 1);
        let left = (next_first - month_first) as u32 - (dom - 1);
        let own = (low >> dom) & (u32::MAX >> (32 - left.min(31)));
        let next = if left < 7 { (high >> 1) << left } else { 0 };
        mask & (own | next)
    }

    /// The last block whose base is at or before `day`.
    #[inline]
    pub(super) fn block_at(&self, day: i32) -> i32 {
        match self.cadence {
            Cadence::Step { .. } => split(day).0,
            Cadence::Weeks { n, base, .. } => (day - base).div_euclid(7 * n),
            Cadence::Months { n, m0 } => (split(day).0 - m0).div_euclid(n),
            Cadence::Years { n, y0 } => {
                let m = split(day).0;
                let ahead = m.div_euclid(12) - y0;
                let inside = if ahead.rem_euclid(n) == 0 { m.rem_euclid(12) } else { 11 };
                ahead.div_euclid(n) * 12 + inside
            }
        }
    }

    /// Number of blocks after which the days repeat.
    pub(super) fn cycle(&self) -> i32 {
        let months = CYCLE_MONTHS;
        match self.cadence {
            Cadence::Step { step, .. } => months.saturating_mul(step / gcd(step, CYCLE_DAYS)),
            Cadence::Weeks { .. } if matches!(self.masks, Masks::All) => 1,
            Cadence::Weeks { n, .. } => 20_871 / gcd(20_871, n),
            Cadence::Months { n, .. } => months / gcd(months, n),
            Cadence::Years { n, .. } => 12 * (400 / gcd(400, n)),
        }
    }

    /// Evenly spaced days, without any mask.
    pub(super) fn stride(&self) -> Option<(i32, i32)> {
        match (self.cadence, &self.masks) {
            (Cadence::Step { step, phase }, Masks::All) => Some((step, phase)),
            _ => None,
        }
    }

    /// Appends each day of `a..=b`, mapped, at most `limit` of them; says whether all were.
    pub(super) fn fill<T: PartialOrd>(
        &self,
        a: i32,
        b: i32,
        limit: usize,
        out: &mut Vec<T>,
        map: impl Fn(i32) -> T + Copy,
    ) {
        if a > b {
            return;
        }
        if let Some((step, phase)) = self.stride() {
            let first = a + (phase - a).rem_euclid(step);
            if first <= b {
                let n = ((b - first) / step) as u32 + 1;
                let n = n.min(u32::try_from(limit).unwrap_or(u32::MAX));
                ramp(first, step, n as usize, out, map);
            }
            return;
        }
        if limit == usize::MAX && self.fill_months(a, b, out, |_, day| map(day)) {
            return;
        }
        let full_at = out.len().saturating_add(limit);
        for k in self.block_at(a) - self.spill()..=self.block_at(b) + self.spill() {
            let (base, mut mask) = self.block(k);
            while mask != 0 {
                let day = base + mask.trailing_zeros() as i32;
                mask &= mask - 1;
                if day >= a && day <= b {
                    if out.len() >= full_at {
                        return;
                    }
                    out.push(map(day));
                }
            }
        }
    }

    /// First day at or after `day`, up to the end of the calendar; `None` is a proof.
    pub(super) fn next(&self, day: i32) -> Option<i32> {
        if let Some((step, phase)) = self.stride() {
            let next = day + (phase - day).rem_euclid(step);
            return (next <= Day::MAX.number()).then_some(next);
        }
        if self.masks.is_empty() {
            return None;
        }
        let first = self.block_at(day) - self.spill();
        let end = self.block_at(Day::MAX.number()) + self.spill();
        let last = first.saturating_add(self.cycle()).saturating_add(2).min(end);
        for k in first..=last {
            let (base, mut mask) = self.block(k);
            if day > base {
                mask &= u32::MAX.checked_shl((day - base) as u32).unwrap_or(0);
            }
            if mask != 0 {
                let found = base + mask.trailing_zeros() as i32;
                return (found <= Day::MAX.number()).then_some(found);
            }
        }
        None
    }

    /// Last day at or before `day` and at or after `floor`.
    pub(super) fn previous(&self, day: i32, floor: i32) -> Option<i32> {
        if let Some((step, phase)) = self.stride() {
            let found = day - (day - phase).rem_euclid(step);
            return (found >= floor).then_some(found);
        }
        let last = self.block_at(day) + self.spill();
        let end = self.block_at(floor) - self.spill();
        let first = last.saturating_sub(self.cycle()).saturating_sub(2).max(end);
        for k in (first..=last).rev() {
            let (base, mut mask) = self.block(k);
            if day < base {
                continue;
            }
            if day - base < 31 {
                mask &= (2_u32 << (day - base)).wrapping_sub(1);
            }
            if mask != 0 {
                let found = base + 31 - mask.leading_zeros() as i32;
                return (found >= floor).then_some(found);
            }
        }
        None
    }

    /// Number of days in `a..=b`.
    pub(super) fn count(&self, a: i32, b: i32) -> i64 {
        if a > b {
            return 0;
        }
        if let Some((step, phase)) = self.stride() {
            let before = |day: i32| i64::from((day - phase).div_euclid(step));
            return before(b) - before(a - 1);
        }
        if self.block_at(b) - self.block_at(a) <= WALK_BLOCKS {
            return i64::from(self.walk_count(a, b));
        }
        self.rank(b + 1) - self.rank(a)
    }

    fn walk_count(&self, a: i32, b: i32) -> u32 {
        let blocks = self.block_at(a) - self.spill()..=self.block_at(b) + self.spill();
        blocks.map(|k| within(self.block(k), a, b).count_ones()).sum()
    }

    /// Days before `day`, counted from block 0 of the tabulated cycle.
    fn rank(&self, day: i32) -> i64 {
        let k = self.block_at(day);
        let low = if self.spills { (k - 1).max(0) } else { k };
        let high = k + self.spill();
        let partial: u32 =
            (low..=high).map(|k| within(self.block(k), i32::MIN / 2, day - 1).count_ones()).sum();
        self.before_block(low) + i64::from(partial)
    }

    /// First block of the tabulated cycle.
    fn origin(&self) -> i32 {
        match self.cadence {
            // Stride blocks are months of the calendar: begin where the calendar does.
            Cadence::Step { .. } => split(Day::MIN.number()).0,
            _ => 0,
        }
    }

    fn before_block(&self, k: i32) -> i64 {
        self.sums().before(k - self.origin())
    }

    fn sums(&self) -> &Sums {
        self.sums.get_or_init(|| {
            let origin = self.origin();
            let cycle = match self.cadence {
                // A table beyond the end of the calendar would never be read.
                Cadence::Step { .. } => self.cycle().min(split(Day::MAX.number()).0 - origin + 4),
                _ => self.cycle(),
            };
            Sums::new(cycle, |k| self.block(k + origin).1.count_ones())
        })
    }

    /// The `n`-th day (from 0) at or after `day`; `None` when the calendar ends before.
    pub(super) fn nth(&self, day: i32, n: i64) -> Option<i32> {
        if let Some((step, phase)) = self.stride() {
            let first = i64::from(day + (phase - day).rem_euclid(step));
            let found = first.checked_add(n.checked_mul(i64::from(step))?)?;
            return i32::try_from(found).ok().filter(|d| *d <= Day::MAX.number());
        }
        let mut left = n;
        let start = self.block_at(day) - self.spill();
        let end = self.block_at(Day::MAX.number()) + self.spill();
        for k in start..=(start + WALK_BLOCKS).min(end) {
            let (base, mask) = self.block(k);
            let mask = within((base, mask), day, i32::MAX / 2);
            let here = i64::from(mask.count_ones());
            if left < here {
                return nth_bit(base, mask, left);
            }
            left -= here;
        }
        // Ranks are monotone in the day: find the block by halving.
        let target = self.rank(day) + n;
        let (mut low, mut high) = (start, end + 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.before_block(middle) <= target {
                low = middle;
            } else {
                high = middle;
            }
        }
        let (base, mask) = self.block(low);
        nth_bit(base, mask, target - self.before_block(low))
    }
}

/// The bits of a block whose days lie in `a..=b`.
#[inline]
fn within((base, mask): (i32, u32), a: i32, b: i32) -> u32 {
    let mut mask = mask;
    if a > base {
        mask &= u32::MAX.checked_shl((a - base) as u32).unwrap_or(0);
    }
    if b < base {
        return 0;
    }
    if b - base < 31 {
        mask &= (2_u32 << (b - base)).wrapping_sub(1);
    }
    mask
}

fn nth_bit(base: i32, mask: u32, n: i64) -> Option<i32> {
    if n >= i64::from(mask.count_ones()) {
        return None;
    }
    let mut rest = mask;
    for _ in 0..n {
        rest &= rest.wrapping_sub(1);
    }
    let day = base + rest.trailing_zeros() as i32;
    (rest != 0 && day <= Day::MAX.number()).then_some(day)
}

/// The day on which the week of `day` begins.
pub(super) fn week_start(day: i32, wkst: u8) -> i32 {
    day - ((weekday(day) + 7 - u32::from(wkst)) % 7) as i32
}
