//! Offsets by month, for times of day that no clock change touches.
//!
//! A maintenance visit at nine in the morning never meets a clock change at two: its offset follows
//! from the day alone, and changes once a month at most. Days and offsets are then made in one pass.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "months from 1970 to 2099, tables by shape"
)]

use super::civil::DAY_SECONDS;
use super::days::{Cadence, Days};
use super::months::{Masks, MonthMasks, month, split};
use super::zone::Segment;
use crate::time::calm_seconds;

/// Month 1970-01, and that after 2099-12.
const MONTHS: (i32, i32) = (23_640, 25_200);

/// A month of a zone.
#[derive(Debug, Clone, Copy)]
struct CalmMonth {
    /// UTC second of the midnight before the 1st, by the offset before and after the change.
    before: i64,
    after: i64,
    /// Day of the month from which `after` applies; 0 without change.
    switch: u32,
    shape: u32,
}

impl CalmMonth {
    #[inline]
    fn instant(&self, dom: u32, second: i64) -> i64 {
        let base = if dom < self.switch { self.before } else { self.after };
        base.wrapping_add(i64::from(dom).wrapping_mul(DAY_SECONDS)).wrapping_add(second)
    }
}

/// The months from 1970 to 2099 of a zone.
#[derive(Debug)]
pub(super) struct Calm {
    /// First and last second of the day that no change of these years touches.
    seconds: (i64, i64),
    months: Box<[CalmMonth]>,
}

impl Calm {
    /// `None` for a zone with two changes in a month, or changes around noon.
    pub(super) fn new(segments: &[Segment]) -> Option<Calm> {
        let recent = segments.partition_point(|segment| segment.start < 0).max(1) - 1;
        let recent = segments.get(recent..)?;
        let changes: Vec<(i64, i64, i64)> = recent
            .windows(2)
            .map(|pair| {
                let (a, b) = (pair[0], pair[1]);
                let (low, high) = (a.offset.min(b.offset), a.offset.max(b.offset));
                (b.start + low, b.start + high, b.offset)
            })
            .collect();
        let seconds = calm_seconds(changes.iter().map(|change| (change.0, change.1)));
        let mut changes = changes.into_iter().map(switch_day).peekable();
        let mut offset = recent.first()?.offset;
        let mut months = Vec::new();
        for m in MONTHS.0..MONTHS.1 {
            let ((first, shape), (end, _)) = (month(m), month(m + 1));
            let midnight = i64::from(first - 1) * DAY_SECONDS;
            let mut entry = CalmMonth {
                before: midnight - offset,
                after: midnight - offset,
                switch: 0,
                shape: shape as u32,
            };
            if let Some((day, after)) = changes.next_if(|change| change.0 < end) {
                entry.switch = (day - first + 1).max(0) as u32;
                entry.after = midnight - after;
                offset = after;
                if changes.peek().is_some_and(|change| change.0 < end) {
                    return None;
                }
            }
            months.push(entry);
        }
        (seconds.0 <= seconds.1).then(|| Calm { seconds, months: months.into() })
    }

    /// Appends the instants of `days` at `second`, from day `first` to `last`; false when the days, the
    /// time or the rule are not for this table.
    #[inline]
    pub(super) fn fill(
        &self,
        days: &Days,
        second: u32,
        (first, last): (i32, i32),
        out: &mut Vec<i64>,
    ) -> bool {
        let (Masks::Month(masks), false) = (&days.masks, days.spills) else {
            return false;
        };
        let MonthMasks { table, gate } = &**masks;
        let second = i64::from(second);
        if second < self.seconds.0 || second > self.seconds.1 || first < 31 || last > 47_400 {
            return false;
        }
        if first > last {
            return true;
        }
        let ((low, low_dom), (high, high_dom)) = (split(first), split(last));
        let start = out.len();
        match days.cadence {
            Cadence::Months { n: 1, .. } if *gate == 0xFFF => {
                let run = &self.months[(low - MONTHS.0) as usize..=(high - MONTHS.0) as usize];
                every(table, run, second, out);
            }
            Cadence::Months { n, m0 } if 12 % n == 0 => {
                let phase = m0.rem_euclid(n) as u32;
                let visited =
                    (0..12).filter(|i| i % n as u32 == phase).fold(0, |set, i| set | 1 << i);
                self.years(table, u32::from(*gate) & visited, (1, 0), (low, high), second, out);
            }
            Cadence::Years { n, y0 } => {
                self.years(table, u32::from(*gate), (n, y0), (low, high), second, out);
            }
            _ => return false,
        }
        let at = |m: i32, dom: u32| self.months[(m - MONTHS.0) as usize].instant(dom, second);
        let (from, to) = (at(low, low_dom), at(high, high_dom));
        while out.len() > start && out.last().is_some_and(|value| *value > to) {
            out.pop();
        }
        let early = out[start..].iter().take_while(|value| **value < from).count();
        if early > 0 {
            out.drain(start..start + early);
        }
        true
    }

    /// The months of `gate` in every `n`-th year.
    #[inline]
    fn years(
        &self,
        table: &[u32; 28],
        gate: u32,
        (n, y0): (i32, i32),
        (low, high): (i32, i32),
        second: i64,
        out: &mut Vec<i64>,
    ) {
        let (first, last) = (low.div_euclid(12), high.div_euclid(12));
        let mut year = if n == 1 { first } else { first + (y0 - first).rem_euclid(n) };
        let mut chunk = Chunk::new();
        let mut months = gate;
        if year == first {
            months &= u32::MAX << (low - first * 12);
        }
        while year <= last {
            if year == last {
                months &= (2 << (high - last * 12)) - 1;
            }
            let at = (year * 12 - MONTHS.0) as usize;
            let run = &self.months[at..at + 12];
            while months != 0 {
                let entry = &run[months.trailing_zeros() as usize];
                months &= months - 1;
                chunk.push(table, entry, second, out);
            }
            months = gate;
            year += n;
        }
        chunk.flush(out);
    }
}

/// Values on their way to a vector: the length stays in a register, not in memory.
struct Chunk {
    values: [i64; 64],
    count: usize,
}

impl Chunk {
    fn new() -> Chunk {
        Chunk { values: [0; 64], count: 0 }
    }

    /// Adds the days of a month.
    #[inline]
    fn push(&mut self, table: &[u32; 28], entry: &CalmMonth, second: i64, out: &mut Vec<i64>) {
        let mut mask = table[entry.shape as usize];
        if self.count > 32 {
            self.flush(out);
        }
        while mask != 0 {
            self.values[self.count & 63] = entry.instant(mask.trailing_zeros(), second);
            self.count += 1;
            mask &= mask - 1;
        }
    }

    #[inline]
    fn flush(&mut self, out: &mut Vec<i64>) {
        out.extend_from_slice(&self.values[..self.count & 63]);
        self.count = 0;
    }
}

#[inline]
fn every(table: &[u32; 28], run: &[CalmMonth], second: i64, out: &mut Vec<i64>) {
    if table.iter().all(|mask| *mask != 0 && mask & (mask - 1) == 0) {
        let mut doms = [0_u8; 32];
        doms.iter_mut().zip(table).for_each(|(dom, mask)| *dom = mask.trailing_zeros() as u8);
        out.extend(
            run.iter()
                .map(|entry| entry.instant(u32::from(doms[(entry.shape & 31) as usize]), second)),
        );
        return;
    }
    let mut chunk = Chunk::new();
    for entry in run {
        chunk.push(table, entry, second, out);
    }
    chunk.flush(out);
}

/// The first day that the new offset holds at a calm time: that of the change, or the one after when
/// the change is in the evening.
fn switch_day((begin, end, offset): (i64, i64, i64)) -> (i32, i64) {
    let evening = begin.rem_euclid(DAY_SECONDS) > DAY_SECONDS / 2;
    let day = if evening { begin.div_euclid(DAY_SECONDS) + 1 } else { end.div_euclid(DAY_SECONDS) };
    (day as i32, offset)
}

#[cfg(test)]
mod tests {
    use super::super::zone::Zone;
    use super::{MONTHS, split};
    use chrono_tz::TZ_VARIANTS;

    #[test]
    fn offsets_by_month_are_those_of_the_segments() {
        let mut checked = 0;
        for tz in TZ_VARIANTS {
            let table = Zone::from_tz(tz).table();
            let Some(calm) = table.calm() else { continue };
            for second in [9 * 3_600, 43_200, 15 * 3_600] {
                if second < calm.seconds.0 || second > calm.seconds.1 {
                    continue;
                }
                for day in (40..47_400).step_by(3) {
                    checked += 1;
                    let (m, dom) = split(day);
                    let index = usize::try_from(m - MONTHS.0).expect("in the table");
                    let instant = calm.months[index].instant(dom, second);
                    let wall = i64::from(day) * 86_400 + second;
                    let segments = table.around(instant, instant);
                    let at = segments.iter().rev().find(|s| s.start <= instant);
                    assert_eq!(at.map(|s| s.offset), Some(wall - instant), "{} {day}", tz.name());
                }
            }
        }
        assert!(checked > 10_000_000, "{checked}");
    }
}
