//! Questions about instants.

use super::block::{BLOCK_DAYS, Block, DAY};
use super::{BLOCKS, BusinessTime, CYCLE_BLOCKS, Place, Unreachable};
use crate::error::{Error, codes};

/// The most spans of one window.
pub const SPANS_MAX: usize = 1_000_000;

impl BusinessTime {
    /// Open seconds from `from` to before `to`.
    ///
    /// ```
    /// use entretien::calendar::{BusinessTime, WorkCalendar};
    /// use entretien::{id::CalendarId, time::Zone};
    /// let paris = Zone::parse("Europe/Paris").unwrap();
    /// let always = WorkCalendar::always_open(CalendarId::new("24x7").unwrap(), paris);
    /// let time = BusinessTime::compile(&always);
    /// let midnight = 1_792_879_200; // 25 October 2026 in Paris, when the clocks go back
    /// assert_eq!(time.between(midnight, midnight + 90_000), Ok(25 * 3_600));
    /// ```
    ///
    /// # Errors
    /// `CAL-002` `to` before `from` · `CAL-010` an instant beyond the calendar.
    #[inline]
    pub fn between(&self, from: i64, to: i64) -> Result<i64, Error> {
        match (self.place(from), self.place(to)) {
            (Some(a), Some(b)) if from <= to => Ok(self.distance(a, b)),
            _ => Err(refusal(from, to)),
        }
    }

    #[inline]
    fn distance(&self, a: Place, b: Place) -> i64 {
        let Some(first) = self.block(a.block) else {
            return 0;
        };
        let begin = first.before(a.day, a.second);
        if a.block == b.block {
            return i64::from(first.before(b.day, b.second)) - i64::from(begin);
        }
        self.far(first.total - begin, a.block, b)
    }

    #[cold]
    fn far(&self, rest: u32, block: usize, b: Place) -> i64 {
        let whole = (block + 1..b.block).filter_map(|index| self.block(index));
        let whole: i64 = whole.map(|block| i64::from(block.total)).sum();
        let last = self.block(b.block).map_or(0, |block| block.before(b.day, b.second));
        i64::from(rest) + whole + i64::from(last)
    }

    /// Open seconds of every pair, into `out`.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let mut seconds = [0; 2];
    /// time.between_many(&[0, 86_400], &[172_800, 172_800], &mut seconds).unwrap();
    /// assert_eq!(seconds, [36_000, 36_000]); // 1 January 1970 was a holiday
    /// let error = time.between_many(&[0, 9], &[5, 0], &mut seconds).unwrap_err();
    /// assert_eq!(error.faults().next().unwrap().pointer, "/1");
    /// ```
    ///
    /// # Errors
    /// As [`BusinessTime::between`], the pointer names the first such pair (`/0` is the first pair) ·
    /// `CAL-013` columns of different lengths. `out` is then partly written.
    pub fn between_many(&self, from: &[i64], to: &[i64], out: &mut [i64]) -> Result<(), Error> {
        same_length(from, to, out)?;
        for (index, ((from, to), slot)) in from.iter().zip(to).zip(out).enumerate() {
            match (self.place(*from), self.place(*to)) {
                (Some(a), Some(b)) if from <= to => *slot = self.distance(a, b),
                _ => return Err(placed(refusal(*from, *to), index)),
            }
        }
        Ok(())
    }

    /// The first instant with `seconds` open seconds between `at` and it: a need that ends at closing
    /// time ends there. A negative number goes back, as [`BusinessTime::subtract`].
    ///
    /// # Errors
    /// [`Unreachable`]: the calendar never opens again, or only beyond its years.
    #[inline]
    pub fn add(&self, at: i64, seconds: i64) -> Result<i64, Unreachable> {
        let place = self.place(at).ok_or(Unreachable::OutOfRange)?;
        if seconds <= 0 {
            return if seconds == 0 {
                Ok(at)
            } else {
                self.back(at, place, seconds.unsigned_abs())
            };
        }
        let seconds = seconds.unsigned_abs();
        if let Some(block) = self.block(place.block) {
            let target = seconds.saturating_add(block.before(place.day, place.second).into());
            if let Some(target) = u32::try_from(target).ok().filter(|target| *target <= block.total)
            {
                let reached = block.reach(target, place.day).ok_or(Unreachable::OutOfRange)?;
                return in_range(self.instant(place.block, reached));
            }
        }
        self.forth(at, place, seconds)
    }

    /// The instant of every pair of an instant and open seconds, into `out`, as [`BusinessTime::add`]; a
    /// negative number goes back.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let monday_17h = 1_772_467_200; // 2 March 2026 in Paris
    /// let mut deadlines = [0; 2];
    /// time.add_many(&[monday_17h, monday_17h], &[3_600, 14_400], &mut deadlines).unwrap();
    /// assert_eq!(deadlines, [monday_17h + 3_600, monday_17h + 18 * 3_600]);
    /// let error = time.add_many(&[0, i64::MAX], &[1, 1], &mut deadlines).unwrap_err();
    /// assert_eq!(error.faults().next().unwrap().pointer, "/1");
    /// ```
    ///
    /// # Errors
    /// `CAL-010`, `CAL-011` as [`Unreachable`], the pointer names the first such pair (`/0` is the first
    /// pair) · `CAL-013` columns of different lengths. `out` is then partly written.
    pub fn add_many(&self, at: &[i64], seconds: &[i64], out: &mut [i64]) -> Result<(), Error> {
        same_length(at, seconds, out)?;
        for (index, ((at, seconds), slot)) in at.iter().zip(seconds).zip(out).enumerate() {
            *slot = self.add(*at, *seconds).map_err(|reason| placed(reason.into(), index))?;
        }
        Ok(())
    }

    #[cold]
    fn forth(&self, at: i64, place: Place, seconds: u64) -> Result<i64, Unreachable> {
        // No more seconds are open than pass.
        if seconds > (BusinessTime::MAX - at).unsigned_abs() {
            return Err(self.why_not(place.block));
        }
        let mut left = seconds;
        let mut skip = self.block(place.block).map_or(0, |b| b.before(place.day, place.second));
        let mut idle = 0;
        for index in place.block..BLOCKS {
            let Some(block) = self.block(index) else { break };
            let open = u64::from(block.total - skip);
            if open >= left {
                let target = u32::try_from(left).unwrap_or(u32::MAX) + skip;
                let reached = block.reach(target, 0).ok_or(Unreachable::OutOfRange)?;
                return in_range(self.instant(index, reached));
            }
            left -= open;
            skip = 0;
            idle = if block.total == 0 && index > self.settled { idle + 1 } else { 0 };
            if idle > CYCLE_BLOCKS {
                return Err(Unreachable::NeverOpen);
            }
        }
        Err(self.why_not(place.block))
    }

    /// Whether the last centuries are closed, or only end too early.
    pub(super) fn why_not(&self, from: usize) -> Unreachable {
        let last = from.max(BLOCKS - CYCLE_BLOCKS)..BLOCKS;
        let opens = last.filter_map(|index| self.block(index)).any(|block| block.total > 0);
        if opens { Unreachable::OutOfRange } else { Unreachable::NeverOpen }
    }

    /// The last instant with `seconds` open seconds between it and `at`: a need that begins at opening
    /// time begins there. A negative number goes forward, as [`BusinessTime::add`].
    ///
    /// # Errors
    /// [`Unreachable`]: the calendar was never open for so long before, in its years.
    pub fn subtract(&self, at: i64, seconds: i64) -> Result<i64, Unreachable> {
        let place = self.place(at).ok_or(Unreachable::OutOfRange)?;
        match seconds {
            0 => Ok(at),
            1.. => self.back(at, place, seconds.unsigned_abs()),
            _ => self.add(at, seconds.checked_neg().ok_or(Unreachable::OutOfRange)?),
        }
    }

    fn back(&self, at: i64, place: Place, seconds: u64) -> Result<i64, Unreachable> {
        if seconds > (at - BusinessTime::MIN).unsigned_abs() {
            return Err(Unreachable::OutOfRange);
        }
        let mut left = seconds;
        let mut before = self.block(place.block).map_or(0, |b| b.before(place.day, place.second));
        let mut any = false;
        for index in (0..=place.block).rev() {
            let Some(block) = self.block(index) else { break };
            if u64::from(before) >= left {
                // The start of the open second after those that stay before it.
                let target = before - u32::try_from(left).unwrap_or(u32::MAX) + 1;
                let reached = block.reach(target, 0).ok_or(Unreachable::OutOfRange)?;
                return in_range(self.instant(index, reached - 1));
            }
            left -= u64::from(before);
            any |= before > 0;
            before = index.checked_sub(1).and_then(|i| self.block(i)).map_or(0, |b| b.total);
        }
        Err(if any { Unreachable::OutOfRange } else { Unreachable::NeverOpen })
    }

    /// Whether `at` is open; false beyond the calendar.
    pub fn is_open(&self, at: i64) -> bool {
        self.place(at).is_some_and(|place| {
            let block = self.block(place.block);
            block.is_some_and(|block| {
                block.before(place.day, place.second + 1) > block.before(place.day, place.second)
            })
        })
    }

    /// The first open instant at or after `at`.
    ///
    /// # Errors
    /// [`Unreachable`], as [`BusinessTime::add`].
    pub fn next_open(&self, at: i64) -> Result<i64, Unreachable> {
        self.add(at, 1).map(|after| after - 1)
    }

    /// The first closing instant after `at`: the end of the span that `at` lies in, or of the next one.
    ///
    /// # Errors
    /// [`Unreachable::NeverOpen`] when nothing opens, [`Unreachable::OutOfRange`] when nothing closes.
    pub fn next_close(&self, at: i64) -> Result<i64, Unreachable> {
        let open = self.next_open(at)?;
        let place = self.place(open).ok_or(Unreachable::OutOfRange)?;
        let closed = |b: &Block| block_seconds() - b.total;
        let mut skip = self.block(place.block).map_or(0, |block| {
            let passed = seconds_of(place);
            passed - block.before(place.day, place.second)
        });
        let mut idle = 0;
        for index in place.block..BLOCKS {
            let Some(block) = self.block(index) else { break };
            if closed(block) > skip {
                return in_range(self.instant(index, block.reach_closed(skip + 1) - 1));
            }
            skip = 0;
            idle = if index > self.settled { idle + 1 } else { 0 };
            if idle > CYCLE_BLOCKS {
                break;
            }
        }
        Err(Unreachable::OutOfRange)
    }

    /// The last closing instant at or before `at`.
    ///
    /// # Errors
    /// [`Unreachable::NeverOpen`] when nothing was open before, [`Unreachable::OutOfRange`] when the
    /// span that `at` lies in has no beginning.
    pub fn previous_close(&self, at: i64) -> Result<i64, Unreachable> {
        let place = self.place(at).ok_or(Unreachable::OutOfRange)?;
        let start = if self.is_open(at) { self.span_start(at, place)? } else { at };
        self.subtract(start, 1).map(|last| last + 1)
    }

    /// The beginning of the span that the open instant `at` lies in.
    fn span_start(&self, at: i64, place: Place) -> Result<i64, Unreachable> {
        let mut before = self
            .block(place.block)
            .map_or(0, |block| seconds_of(place) - block.before(place.day, place.second));
        for index in (0..=place.block).rev() {
            let Some(block) = self.block(index) else { break };
            if before > 0 {
                return in_range(self.instant(index, block.reach_closed(before)))
                    .map(|s| s.min(at));
            }
            let earlier = index.checked_sub(1).and_then(|i| self.block(i));
            before = earlier.map_or(0, |block| block_seconds() - block.total);
        }
        Err(Unreachable::OutOfRange)
    }

    /// The open spans of `from..to`, cut at both ends, ascending and apart.
    ///
    /// # Errors
    /// `CAL-002` `to` before `from` · `CAL-010` an instant beyond the calendar · `CAL-013` more than
    /// [`SPANS_MAX`] spans.
    pub fn spans(&self, from: i64, to: i64) -> Result<Vec<(i64, i64)>, Error> {
        let (Some(a), Some(b), true) = (self.place(from), self.place(to), from <= to) else {
            return Err(refusal(from, to));
        };
        let mut out: Vec<(i64, i64)> = Vec::new();
        for index in a.block..=b.block {
            let Some(block) = self.block(index).filter(|block| block.total > 0) else { continue };
            let first = if index == a.block { a.day } else { 0 };
            let last = if index == b.block { b.day } else { usize::MAX };
            let most = usize::try_from(BLOCK_DAYS).unwrap_or(0) - 1;
            for day in first..=last.min(most) {
                let base = self.instant(index, i64::try_from(day).unwrap_or(0) * DAY);
                for span in block.of_day(day) {
                    let start = (base + i64::from(span.0)).max(from);
                    let end = (base + i64::from(span.1)).min(to);
                    match out.last_mut() {
                        _ if start >= end => {}
                        Some(previous) if previous.1 == start => previous.1 = end,
                        _ => out.push((start, end)),
                    }
                }
            }
            if out.len() > SPANS_MAX {
                let why = format!("more than {SPANS_MAX} opening spans");
                return Err(Error::new(codes::CAL_BOUND, "", why));
            }
        }
        Ok(out)
    }
}

fn block_seconds() -> u32 {
    u32::try_from(i64::from(BLOCK_DAYS) * DAY).unwrap_or(u32::MAX)
}

/// Seconds of the block before a place.
fn seconds_of(place: Place) -> u32 {
    u32::try_from(place.day).unwrap_or(0) * 86_400 + place.second
}

fn in_range(at: i64) -> Result<i64, Unreachable> {
    let known = (BusinessTime::MIN..=BusinessTime::MAX).contains(&at);
    if known { Ok(at) } else { Err(Unreachable::OutOfRange) }
}

/// Why two instants have no business time between them.
#[cold]
pub(super) fn refusal(from: i64, to: i64) -> Error {
    let known = |at: i64| in_range(at).is_ok();
    if known(from) && known(to) {
        let why = format!("the end {to} is before the beginning {from}");
        return Error::new(codes::CAL_REVERSED, "", why);
    }
    let why = format!("instant {}", if known(from) { to } else { from });
    Error::new(codes::CAL_OUT_OF_RANGE, "", why)
}

/// The refusal of columns that do not go together.
fn same_length(a: &[i64], b: &[i64], out: &[i64]) -> Result<(), Error> {
    if a.len() == b.len() && a.len() == out.len() {
        return Ok(());
    }
    let why = format!("columns of {}, {} and {}", a.len(), b.len(), out.len());
    Err(Error::new(codes::CAL_BOUND, "", why))
}

/// The same refusal at a row.
#[cold]
fn placed(error: Error, index: usize) -> Error {
    error.at(&format!("/{index}"))
}
