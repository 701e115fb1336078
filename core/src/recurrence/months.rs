//! Months and years as bit masks.
//!
//! A month has one of 28 shapes: its length (28–31) and the weekday of its 1st. Its days are a mask:
//! bit `i` is day `i` of the month, so bits 1–31; bit 0 (the last day of the month before) and the bit
//! after the length (the 1st of the next) are only ever set by SKIP. A year has one of 28 shapes: the
//! weekday of 1 January, and whether it, the year before or the year after is leap (week numbers from
//! the end need the neighbours). Four hundred years are 4 800
//! months, 146 097 days and 20 871 weeks exactly, so everything repeats.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "every quantity is bounded by the calendar of 400 years, every index by its shape"
)]

use crate::time::{days_in_month, is_leap_year};
use std::sync::Arc;

/// Months of the 400-year cycle.
pub(super) const CYCLE_MONTHS: i32 = 4_800;
/// Days of the 400-year cycle.
pub(super) const CYCLE_DAYS: i32 = 146_097;
/// 2000-01-01, where the tabulated cycle begins; a Saturday.
const CYCLE_START: i32 = 10_957;
/// Number of month 2000-01.
const CYCLE_MONTH: i32 = 24_000;

/// For each month from 2000-01 on: days since 2000-01-01, five bits to the left, and its shape.
///
/// Made by the compiler; in a browser at first need, since the table compresses to 15 KiB of download and
/// takes some microseconds to make.
#[cfg(not(target_arch = "wasm32"))]
#[inline]
fn months() -> &'static [u32; CYCLE_MONTHS as usize] {
    static MONTHS: [u32; CYCLE_MONTHS as usize] = tabulate();
    &MONTHS
}

/// The same, made at first need.
#[cfg(target_arch = "wasm32")]
#[inline]
fn months() -> &'static [u32; CYCLE_MONTHS as usize] {
    static MONTHS: std::sync::OnceLock<Box<[u32; CYCLE_MONTHS as usize]>> =
        std::sync::OnceLock::new();
    MONTHS.get_or_init(|| Box::new(tabulate()))
}

#[expect(clippy::large_stack_arrays, reason = "evaluated by the compiler, or once")]
const fn tabulate() -> [u32; CYCLE_MONTHS as usize] {
    let mut table = [0; CYCLE_MONTHS as usize];
    let mut index = 0;
    let mut first = 0;
    while index < CYCLE_MONTHS {
        let length = days_in_month(2000 + index / 12, (index % 12) as u32 + 1);
        let weekday = (first + 5) % 7;
        table[index as usize] = (first << 5) | ((length - 28) * 7 + weekday);
        first += length;
        index += 1;
    }
    table
}

/// The slice of [`months`] that begins at month `m`, and the day number that its offsets count from.
#[inline]
pub(super) fn run_at(m: i32) -> (&'static [u32], i32) {
    let ahead = m - CYCLE_MONTH;
    let cycle = ahead.div_euclid(CYCLE_MONTHS);
    let index = ahead.rem_euclid(CYCLE_MONTHS) as usize;
    (&months()[index..], CYCLE_START + cycle * CYCLE_DAYS)
}

/// First day and shape of month `m` (year × 12 + month − 1).
#[inline]
pub(super) fn month(m: i32) -> (i32, usize) {
    let ahead = m - CYCLE_MONTH;
    let cycle = ahead.div_euclid(CYCLE_MONTHS);
    let packed = months()[ahead.rem_euclid(CYCLE_MONTHS) as usize];
    (CYCLE_START + cycle * CYCLE_DAYS + (packed >> 5) as i32, (packed & 31) as usize)
}

/// The month number of a day, and its day of the month from 1.
#[inline]
pub(super) fn split(day: i32) -> (i32, u32) {
    let ahead = day - CYCLE_START;
    let cycle = ahead.div_euclid(CYCLE_DAYS);
    let rest = ahead.rem_euclid(CYCLE_DAYS) as u32;
    // Months are 30.4 days on average and never two days off: the guess is right to one month.
    let guess = rest * CYCLE_MONTHS as u32 / CYCLE_DAYS as u32;
    let table = months();
    let first = |index: u32| table[index as usize] >> 5;
    let late = u32::from(first(guess) > rest);
    let early = u32::from(guess + 1 < CYCLE_MONTHS as u32 && first(guess + 1) <= rest);
    let index = guess + early - late;
    (CYCLE_MONTH + cycle * CYCLE_MONTHS + index as i32, rest - first(index) + 1)
}

/// Monday = 0 … Sunday = 6.
#[inline]
pub(super) fn weekday(day: i32) -> u32 {
    (day + 3).rem_euclid(7) as u32
}

/// Shape of a year, 0–27.
#[inline]
pub(super) fn year_shape(year: i32) -> usize {
    let jan = month(year * 12).1 % 7;
    let kind = if is_leap_year(year) {
        2
    } else if is_leap_year(year + 1) {
        3
    } else {
        usize::from(is_leap_year(year - 1))
    };
    jan * 4 + kind
}

/// Length of the months of shape `shape`.
#[inline]
pub(super) const fn shape_length(shape: usize) -> u32 {
    28 + (shape / 7) as u32
}

/// Days by the shape of the month, in the months of `gate`.
#[derive(Debug)]
pub(super) struct MonthMasks {
    pub(super) table: [u32; 28],
    pub(super) gate: u16,
}

/// Which days of each month.
#[derive(Debug, Clone)]
pub(super) enum Masks {
    /// Every day.
    All,
    /// By the shape of the month, in the months of `gate` (bit 0 is January).
    Month(Arc<MonthMasks>),
    /// By the shape of the year.
    Year(Arc<[[u32; 12]; 28]>),
}

impl Masks {
    /// First day of month `m` and its mask.
    #[inline]
    pub(super) fn month(&self, m: i32) -> (i32, u32) {
        let (first, shape) = month(m);
        let mask = match self {
            Masks::All => full(shape),
            Masks::Month(masks) => {
                let MonthMasks { table, gate } = &**masks;
                if gate >> m.rem_euclid(12) & 1 == 1 { table[shape] } else { 0 }
            }
            Masks::Year(table) => table[year_shape(m.div_euclid(12))][m.rem_euclid(12) as usize],
        };
        (first, mask)
    }

    /// Whether no month of any shape has a day: proof of emptiness over the 400-year cycle.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Masks::All => false,
            // Shapes that no month of the gate has are left empty when the table is made.
            Masks::Month(masks) => masks.gate == 0 || masks.table.iter().all(|mask| *mask == 0),
            Masks::Year(table) => table.iter().all(|year| year.iter().all(|mask| *mask == 0)),
        }
    }
}

/// Every day of the months of `shape`.
#[inline]
pub(super) const fn full(shape: usize) -> u32 {
    // Bits 1 to the length.
    u32::MAX >> (31 - shape_length(shape)) & !1
}

/// The set bits of `mask` at the positions (from 1) of `from_low` and `from_high`.
#[inline]
pub(super) fn select(mask: u32, from_low: u64, from_high: u64) -> u32 {
    if from_low == 0 && from_high == 2 {
        return top(mask);
    }
    let mut picked = 0;
    let mut positions = from_low & (u64::MAX >> 30);
    while positions != 0 {
        let mut rest = mask;
        for _ in 1..positions.trailing_zeros() {
            rest &= rest.wrapping_sub(1);
        }
        picked |= rest & rest.wrapping_neg();
        positions &= positions - 1;
    }
    positions = from_high & (u64::MAX >> 30);
    while positions != 0 {
        let mut rest = mask;
        for _ in 1..positions.trailing_zeros() {
            rest &= !top(rest);
        }
        picked |= top(rest);
        positions &= positions - 1;
    }
    picked
}

/// The highest set bit.
#[inline]
fn top(mask: u32) -> u32 {
    if mask == 0 { 0 } else { 1 << mask.ilog2() }
}

/// The days of a year as bits from 0, 1 January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct YearBits(pub(super) [u64; 6]);

impl YearBits {
    /// Adds day `index`; a negative one, or one past the 384th, is ignored.
    pub(super) fn add(&mut self, index: i32) {
        if (0..384).contains(&index) {
            self.0[(index >> 6) as usize] |= 1 << (index & 63);
        }
    }

    /// Whether day `index` is in.
    pub(super) fn has(&self, index: u32) -> bool {
        index < 384 && self.0[(index >> 6) as usize] >> (index & 63) & 1 == 1
    }

    /// Indices 0–63.
    pub(super) fn low_word(&self) -> u64 {
        self.0[0]
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0 == [0; 6]
    }

    /// Indices in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let words = self.0;
        (0..6_u32).flat_map(move |index| {
            let mut word = words[index as usize];
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros())?;
                word &= word - 1;
                Some(index * 64 + bit)
            })
        })
    }

    /// `length` days from `first` on, as a month mask.
    pub(super) fn month(&self, first: u32, length: u32) -> u32 {
        let (word, bit) = ((first >> 6) as usize, first & 63);
        let low = self.0[word] >> bit;
        let high = match self.0.get(word + 1) {
            Some(next) if bit > 0 => next << (64 - bit),
            _ => 0,
        };
        ((low | high) as u32) << 1 & (u32::MAX >> (31 - length))
    }
}

#[cfg(test)]
mod tests {
    use super::{month, select, split, weekday, year_shape};
    use crate::time::Day;

    #[test]
    fn months_and_days_agree_with_the_civil_calendar() {
        for number in Day::MIN.number()..=Day::MAX.number() {
            let day = Day::from_number(number).expect("in range");
            let (year, civil_month, dom) = day.ymd();
            let (m, d) = split(number);
            assert_eq!((m, d), (year * 12 + civil_month as i32 - 1, dom));
            assert_eq!(month(m).0, number - dom as i32 + 1);
            assert_eq!(weekday(number) as usize, day.weekday_index());
        }
        let shapes: std::collections::BTreeSet<usize> = (2000..2400).map(year_shape).collect();
        assert_eq!(shapes.len(), 28);
    }

    #[test]
    fn positions_count_from_either_end() {
        assert_eq!(select(0b1011_0100, 1 << 2, 1 << 1), 0b1001_0000);
        assert_eq!(select(0b1, 1 << 2, 0), 0);
    }
}
