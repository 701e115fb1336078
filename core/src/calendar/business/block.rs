//! Some years of a calendar, tabulated by day: seconds open before each day, and the spans in it.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "seconds of five years, indices of the block"
)]

use super::super::WorkCalendar;
use super::super::work::{Stretch, midnight};
use super::BusinessTime;
use crate::time::Segment;

/// Days of a block, 2¹¹: five and a half years.
pub(super) const BLOCK_DAYS: i32 = 1 << BLOCK_BITS;
pub(super) const BLOCK_BITS: u32 = 11;
/// Seconds of a day of the table, which is not that of any clock.
pub(super) const DAY: i64 = 86_400;
/// No clock is further from UTC than that, in days.
const REACH: i32 = 2;

/// A day of the table: 86 400 s, beginning about local midnight.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// Open seconds of the block before it.
    before: u32,
    /// The first two spans, in seconds of the day; `from` is `to` where there are fewer.
    a: (u32, u32),
    b: (u32, u32),
    /// One more than the place of its further spans; 0 where there are none.
    more: u32,
}

/// A further span of a day, and the open seconds of the block before it.
#[derive(Debug, Clone, Copy)]
struct Further {
    from: u32,
    to: u32,
    before: u32,
}

/// Ends the further spans of a day.
const END: Further = Further { from: u32::MAX, to: u32::MAX, before: u32::MAX };

/// The table of [`BLOCK_DAYS`] days.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// By day; empty when nothing is open.
    entries: Vec<Entry>,
    further: Vec<Further>,
    /// Open seconds.
    pub(super) total: u32,
    /// Working days before each day, and, last, all of them.
    working: Vec<u16>,
}

#[inline]
fn held(second: u32, span: (u32, u32)) -> u32 {
    second.clamp(span.0, span.1) - span.0
}

impl Entry {
    /// Puts a span into the day.
    fn put(&mut self, span: (u32, u32), total: u32, further: &mut Vec<Further>) {
        if self.a.0 == self.a.1 {
            self.a = span;
        } else if self.b.0 == self.b.1 {
            self.b = span;
        } else {
            if self.more == 0 {
                self.more = further.len() as u32 + 1;
            } else {
                further.pop();
            }
            further.push(Further { from: span.0, to: span.1, before: total });
            further.push(END);
        }
    }

    /// The first two spans as far as they are spans.
    fn pair(&self) -> impl Iterator<Item = (u32, u32)> {
        [self.a, self.b].into_iter().filter(|span| span.0 < span.1)
    }
}

impl Block {
    /// The block of `first` and the days after it; days begin `shift` seconds before midnight UTC.
    pub(super) fn build(calendar: &WorkCalendar, first: i32, shift: i64) -> Block {
        let end = first + BLOCK_DAYS;
        let stretch = calendar.stretch(first - REACH, end + REACH);
        let own = stretch.open.iter().skip(REACH as usize).take(BLOCK_DAYS as usize);
        let mut count = 0;
        let mut working = vec![0];
        working.extend(own.map(|open| {
            count += u16::from(*open);
            count
        }));
        let mut block = Block { entries: Vec::new(), further: Vec::new(), total: 0, working };
        if !stretch.spans.is_empty() {
            let low = midnight(first) - shift;
            // What lies beyond the calendar can be no answer.
            let high = (midnight(end) - shift).min(BusinessTime::MAX);
            block.fill(low, &instants(calendar, &stretch, (low, high)));
        }
        block
    }

    fn fill(&mut self, low: i64, spans: &[(i64, i64)]) {
        if spans.is_empty() {
            return;
        }
        let mut entries = vec![Entry::default(); BLOCK_DAYS as usize];
        let mut at = 0;
        for (from, to) in spans {
            let (mut from, to) = (from - low, to - low);
            while from < to {
                let day = from / DAY;
                let until = to.min((day + 1) * DAY);
                for entry in entries.iter_mut().take(day as usize + 1).skip(at) {
                    entry.before = self.total;
                }
                at = day as usize + 1;
                let span = ((from - day * DAY) as u32, (until - day * DAY) as u32);
                if let Some(entry) = entries.get_mut(day as usize) {
                    entry.put(span, self.total, &mut self.further);
                }
                self.total += (until - from) as u32;
                from = until;
            }
        }
        entries.iter_mut().skip(at).for_each(|entry| entry.before = self.total);
        self.entries = entries;
    }

    /// Open seconds of the block before a second of a day of it.
    #[inline]
    pub(super) fn before(&self, day: usize, second: u32) -> u32 {
        let Some(entry) = self.entries.get(day) else {
            return 0;
        };
        let mut sum = entry.before + held(second, entry.a) + held(second, entry.b);
        if entry.more != 0 {
            sum += self.held_further(entry, second);
        }
        sum
    }

    #[cold]
    fn held_further(&self, entry: &Entry, second: u32) -> u32 {
        let spans = self.further.iter().skip(entry.more as usize - 1);
        spans
            .take_while(|span| span.from < second)
            .map(|span| held(second, (span.from, span.to)))
            .sum()
    }

    /// The place, in seconds of the block, where its open seconds reach `target`, 1 to the total: the
    /// end of the open second of that number. `near` is a day at or before it.
    #[inline]
    pub(super) fn reach(&self, target: u32, near: usize) -> Option<i64> {
        // The last day with fewer seconds before it; the first days after `near` are tried by doubling.
        let (mut low, mut step) = (near, 1);
        while self.entries.get(low + step).is_some_and(|entry| entry.before < target) {
            low += step;
            step *= 2;
        }
        let end = (low + step).min(self.entries.len());
        let ahead = self.entries.get(low + 1..end).unwrap_or_default();
        let day = low + ahead.partition_point(|entry| entry.before < target);
        let entry = self.entries.get(day)?;
        let mut left = target - entry.before;
        let at = |second: u32| Some(day as i64 * DAY + i64::from(second));
        for span in entry.pair() {
            if left <= span.1 - span.0 {
                return at(span.0 + left);
            }
            left -= span.1 - span.0;
        }
        let mut further = self.further.iter().skip((entry.more as usize).checked_sub(1)?);
        let length = |span: &Further| span.to - span.from;
        let span = further.find(|span| target.saturating_sub(span.before) <= length(span))?;
        at(span.from + target - span.before)
    }

    /// The place where its closed seconds reach `target`, as [`Block::reach`] for the open ones.
    pub(super) fn reach_closed(&self, target: u32) -> i64 {
        let closed = |day: usize| day as u32 * DAY as u32 - self.before(day, 0);
        let mut days = 0..BLOCK_DAYS as usize;
        while days.len() > 1 {
            let middle = days.start + days.len() / 2;
            if closed(middle) < target { days.start = middle } else { days.end = middle }
        }
        let day = days.start;
        let mut left = target - closed(day);
        let mut from = 0;
        for span in self.of_day(day) {
            if left <= span.0 - from {
                break;
            }
            left -= span.0 - from;
            from = span.1;
        }
        day as i64 * DAY + i64::from(from + left)
    }

    /// The spans of a day.
    pub(super) fn of_day(&self, day: usize) -> impl Iterator<Item = (u32, u32)> {
        let entry = self.entries.get(day);
        let further = entry.map_or(0, |entry| entry.more as usize);
        let further =
            if further == 0 { &[] } else { self.further.get(further - 1..).unwrap_or_default() };
        let further = further.iter().take_while(|span| span.from != END.from);
        entry.into_iter().flat_map(Entry::pair).chain(further.map(|span| (span.from, span.to)))
    }

    /// Working days before a day of the block.
    pub(super) fn working_before(&self, day: usize) -> u16 {
        self.working.get(day).copied().unwrap_or_default()
    }

    /// Working days of the block.
    pub(super) fn working_total(&self) -> u16 {
        self.working.last().copied().unwrap_or_default()
    }

    /// The day that is the `n`-th working one, from 1.
    pub(super) fn nth_working(&self, n: u16) -> usize {
        self.working.partition_point(|before| *before < n).saturating_sub(1)
    }
}

/// Opening stretches as instants of `low..high`, ascending; those that touch are joined.
///
/// An instant is open when the wall clock then shows a time of a span: a span that begins in a gap
/// begins at the change, and a repeated hour counts twice.
fn instants(calendar: &WorkCalendar, wall: &Stretch, (low, high): (i64, i64)) -> Vec<(i64, i64)> {
    let segments = calendar.zone().offsets().around(low, high);
    let mut out: Vec<(i64, i64)> = Vec::with_capacity(wall.spans.len() + 1);
    for (index, Segment { start, offset }) in segments.iter().enumerate() {
        let next = segments.get(index + 1).map_or(i64::MAX, |next| next.start);
        let (from, to) = ((*start).max(low), next.min(high));
        if from >= to {
            continue;
        }
        let skipped = wall.spans.partition_point(|span| span.1 <= from + offset);
        for span in wall.spans.iter().skip(skipped) {
            let (a, b) = ((span.0 - offset).max(from), (span.1 - offset).min(to));
            if a >= b {
                break;
            }
            match out.last_mut() {
                Some(last) if last.1 == a => last.1 = b,
                _ => out.push((a, b)),
            }
        }
    }
    out
}
