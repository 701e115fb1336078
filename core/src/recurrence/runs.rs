//! The direct loops over days: even strides, and months by their shape.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "days and months stay within 1583–9999; tables are indexed by shape"
)]

use super::days::{Cadence, Days};
use super::months::{Masks, MonthMasks, run_at, split};

impl Days {
    /// The direct loops over month shapes; false when this rule has none. `map` takes the month and
    /// the day.
    #[inline]
    pub(super) fn fill_months<T: PartialOrd>(
        &self,
        a: i32,
        b: i32,
        out: &mut Vec<T>,
        map: impl Fn(i32, i32) -> T + Copy,
    ) -> bool {
        let (Masks::Month(masks), false) = (&self.masks, self.spills) else {
            return false;
        };
        let MonthMasks { table, gate } = &**masks;
        if a > b {
            return true;
        }
        let (first, last) = (split(a).0, split(b).0);
        let start = out.len();
        match self.cadence {
            Cadence::Months { n: 1, .. } if *gate == 0xFFF => {
                every_month(table, (first, last), out, map);
            }
            Cadence::Months { n, m0 } => {
                let mut m = first + (m0 - first).rem_euclid(n);
                if n == 1 || n == 3 {
                    m = step_months(table, *gate, (m, last, n), out, map);
                }
                while m <= last {
                    if gate >> m.rem_euclid(12) & 1 == 1 {
                        let (run, base) = run_at(m);
                        push_mask(table, run[0], base, out, |day| map(m, day));
                    }
                    m += n;
                }
            }
            Cadence::Years { n, y0 } => {
                let low = first.div_euclid(12);
                let high = last.div_euclid(12);
                let mut year = low + (y0 - low).rem_euclid(n);
                while year <= high {
                    let (run, base) = run_at(year * 12);
                    // Within a cycle, a year is the next twelve entries.
                    let mut months = u32::from(*gate);
                    while months != 0 {
                        let index = months.trailing_zeros() as usize;
                        months &= months - 1;
                        push_mask(table, run[index], base, out, |day| {
                            map(year * 12 + index as i32, day)
                        });
                    }
                    year += n;
                }
            }
            _ => return false,
        }
        trim(out, start, &map(first, a), &map(last, b));
        true
    }
}

/// `n` evenly spaced days, eight at a time: the target has no cheap product of integers.
#[inline]
pub(super) fn ramp<T>(first: i32, step: i32, n: usize, out: &mut Vec<T>, map: impl Fn(i32) -> T) {
    out.reserve(n);
    let mut day = first;
    for _ in 0..n / 8 {
        let eight =
            [0, 1, 2, 3, 4, 5, 6, 7].map(|i: i32| map(day.wrapping_add(i.wrapping_mul(step))));
        out.extend(eight);
        day = day.wrapping_add(step.wrapping_mul(8));
    }
    for _ in 0..n % 8 {
        out.push(map(day));
        day = day.wrapping_add(step);
    }
}

/// Removes what whole months or years brought before `low` and after `high`.
#[inline]
fn trim<T: PartialOrd>(out: &mut Vec<T>, start: usize, low: &T, high: &T) {
    while out.len() > start && out.last().is_some_and(|value| value > high) {
        out.pop();
    }
    let early = out[start..].iter().take_while(|value| *value < low).count();
    if early > 0 {
        out.drain(start..start + early);
    }
}

/// The months of all years through `gate`, when every month is visited or every third one.
fn step_months<T>(
    table: &[u32; 28],
    gate: u16,
    (mut m, last, n): (i32, i32, i32),
    out: &mut Vec<T>,
    map: impl Fn(i32, i32) -> T + Copy,
) -> i32 {
    // Months of the year that are both visited and let through.
    let mut visited = 0_u16;
    let mut index = m.rem_euclid(n);
    while index < 12 {
        visited |= gate & 1 << index;
        index += n;
    }
    // Whole years from the first January on; what is left is for the caller.
    while m <= last && m.rem_euclid(12) >= n {
        if gate >> m.rem_euclid(12) & 1 == 1 {
            let (run, base) = run_at(m);
            push_mask(table, run[0], base, out, |day| map(m, day));
        }
        m += n;
    }
    while m + 12 <= last {
        let january = m - m.rem_euclid(12);
        let (run, base) = run_at(january);
        let mut months = visited;
        while months != 0 {
            let index = months.trailing_zeros() as usize;
            months &= months - 1;
            push_mask(table, run[index], base, out, |day| map(january + index as i32, day));
        }
        m += 12;
    }
    m
}

/// Every month of a run of months.
#[inline]
fn every_month<T>(
    table: &[u32; 28],
    (mut m, last): (i32, i32),
    out: &mut Vec<T>,
    map: impl Fn(i32, i32) -> T + Copy,
) {
    let single = single_days(table);
    while m <= last {
        let (run, base) = run_at(m);
        let run = &run[..run.len().min((last - m) as usize + 1)];
        if single {
            out.extend((m..).zip(run).map(|(m, packed)| {
                let dom = table[(packed & 31) as usize].trailing_zeros() as i32;
                map(m, base.wrapping_add((packed >> 5) as i32).wrapping_add(dom).wrapping_sub(1))
            }));
        } else {
            for (m, packed) in (m..).zip(run) {
                push_mask(table, *packed, base, out, |day| map(m, day));
            }
        }
        m += run.len() as i32;
    }
}

/// Whether every shape has exactly one day.
#[inline]
fn single_days(table: &[u32; 28]) -> bool {
    table.iter().all(|mask| *mask != 0 && mask & (mask - 1) == 0)
}

#[inline]
fn push_mask<T>(
    table: &[u32; 28],
    packed: u32,
    base: i32,
    out: &mut Vec<T>,
    map: impl Fn(i32) -> T,
) {
    let mut mask = table[(packed & 31) as usize];
    let before = base + (packed >> 5) as i32 - 1;
    while mask != 0 {
        out.push(map(before + mask.trailing_zeros() as i32));
        mask &= mask - 1;
    }
}
