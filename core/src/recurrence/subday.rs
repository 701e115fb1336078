//! Rules that repeat by hours, minutes or seconds.
//!
//! A unit is an hour, a minute or a second, numbered from 1970. Visited units are `anchor + n × step`;
//! a unit that a limit refuses is passed over with everything the limit refuses (to the next allowed
//! hour, or the next allowed day), so that the work follows what is found.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "units of a day, days of the calendar"
)]

use super::civil::DAY_SECONDS;
use super::days::Days;
use super::months::{month, split};
use super::times::{at, day_of};
use crate::time::Day;

/// Units that a search passes over before it gives up with a code.
const WORK_MAX: u32 = 20_000;
/// Days that a count looks at before it gives up: over five hundred years.
const COUNT_DAYS_MAX: i64 = 200_000;

/// Too much work to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMuch;

/// Units of a rule.
#[derive(Debug, Clone)]
pub(super) struct Units {
    /// Seconds of a unit: 3 600, 60 or 1.
    pub(super) seconds: i64,
    /// Units from one to the next.
    pub(super) step: i64,
    /// A visited unit.
    pub(super) anchor: i64,
    /// Allowed hours, minutes and seconds; minutes are all set for hours, and so on.
    pub(super) hours: u32,
    pub(super) minutes: u64,
    pub(super) second_mask: u64,
    /// Allowed days, stepping by one.
    pub(super) days: Days,
    /// Seconds after the beginning of a unit.
    pub(super) inner: Box<[u32]>,
    /// Weekdays on which an allowed day may fall, bit 0 is Monday.
    pub(super) weekdays: u8,
}

const ALL_HOURS: u32 = (1 << 24) - 1;
const ALL_SIXTY: u64 = (1 << 60) - 1;

impl Units {
    fn per_day(&self) -> i64 {
        DAY_SECONDS / self.seconds
    }

    fn align(&self, unit: i64) -> i64 {
        unit + (self.anchor - unit).rem_euclid(self.step)
    }

    fn align_down(&self, unit: i64) -> i64 {
        unit - (unit - self.anchor).rem_euclid(self.step)
    }

    /// Whether only the step limits.
    fn is_free(&self) -> bool {
        self.days.stride().is_some() && self.is_unlimited()
    }

    /// Whether every time of day is allowed.
    fn is_unlimited(&self) -> bool {
        self.hours == ALL_HOURS && self.minutes == ALL_SIXTY && self.second_mask == ALL_SIXTY
    }

    /// Whether every day has the same visited units.
    fn is_steady(&self) -> bool {
        self.per_day() % self.step == 0
    }

    /// `Err(next)` when `unit` is refused: the first unit that may not be.
    fn check(&self, unit: i64) -> Result<(), i64> {
        let per_day = self.per_day();
        let day = unit.div_euclid(per_day);
        let second = (unit - day * per_day) * self.seconds;
        let (hour, minute, tail) = (second / 3_600, second / 60 % 60, second % 60);
        if self.hours >> hour & 1 == 0 {
            let ahead = (self.hours >> hour).trailing_zeros().min(24 - hour as u32);
            return Err(day * per_day + (hour + i64::from(ahead)) * 3_600 / self.seconds);
        }
        if self.minutes >> minute & 1 == 0 {
            let ahead = (self.minutes >> minute).trailing_zeros().min(60 - minute as u32);
            let next = (hour * 60 + minute + i64::from(ahead)) * 60;
            return Err(day * per_day + next / self.seconds);
        }
        if self.second_mask >> tail & 1 == 0 {
            let ahead = (self.second_mask >> tail).trailing_zeros().min(60 - tail as u32);
            return Err(unit + i64::from(ahead));
        }
        Ok(())
    }

    /// The first visited and allowed unit at or after `unit`, not past `end`.
    fn next_unit(&self, unit: i64, end: i64) -> Result<Option<i64>, TooMuch> {
        let per_day = self.per_day();
        let mut unit = self.align(unit);
        for _ in 0..WORK_MAX {
            if unit > end {
                return Ok(None);
            }
            let day = unit.div_euclid(per_day) as i32;
            match self.days.next(day) {
                None => return Ok(None),
                Some(next) if next > day => unit = self.align(i64::from(next) * per_day),
                Some(_) => match self.check(unit) {
                    Ok(()) => return Ok(Some(unit)),
                    Err(next) => unit = self.align(next),
                },
            }
        }
        Err(TooMuch)
    }

    fn calendar_end(&self) -> i64 {
        (i64::from(Day::MAX.number()) + 1) * self.per_day() - 1
    }

    pub(super) fn fill(
        &self,
        a: i64,
        b: i64,
        limit: usize,
        out: &mut Vec<i64>,
    ) -> Result<(), TooMuch> {
        let full = out.len().saturating_add(limit);
        if self.is_free() && self.inner.len() == 1 {
            let tail = i64::from(self.inner.first().copied().unwrap_or(0));
            let first = self.align(
                (a - tail).div_euclid(self.seconds)
                    + i64::from((a - tail).rem_euclid(self.seconds) > 0),
            );
            let last = (b - tail).div_euclid(self.seconds);
            if last >= first {
                let n = usize::try_from((last - first) / self.step + 1)
                    .unwrap_or(usize::MAX)
                    .min(limit);
                let (start, stride) = (first * self.seconds + tail, self.step * self.seconds);
                out.extend(
                    (0..n as u64).map(|i| start.wrapping_add((i as i64).wrapping_mul(stride))),
                );
            }
            return Ok(());
        }
        let end = b.div_euclid(self.seconds);
        let mut unit = a.div_euclid(self.seconds);
        while let Some(found) = self.next_unit(unit, end)? {
            for tail in &self.inner {
                let value = found * self.seconds + i64::from(*tail);
                if out.len() >= full {
                    return Ok(());
                }
                if value >= a && value <= b {
                    out.push(value);
                }
            }
            unit = found + 1;
        }
        Ok(())
    }

    pub(super) fn next(&self, a: i64) -> Result<Option<i64>, TooMuch> {
        let mut unit = a.div_euclid(self.seconds);
        while let Some(found) = self.next_unit(unit, self.calendar_end())? {
            let values = self.inner.iter().map(|tail| found * self.seconds + i64::from(*tail));
            if let Some(value) = values.into_iter().find(|value| *value >= a) {
                return Ok(Some(value));
            }
            unit = found + 1;
        }
        Ok(None)
    }

    pub(super) fn previous(&self, b: i64, floor: i64) -> Result<Option<i64>, TooMuch> {
        let mut width = self.step.saturating_mul(self.seconds * 4);
        let by_day = self.step <= self.per_day();
        let (mut end, mut values) = (b, Vec::new());
        for _ in 0..WORK_MAX {
            if end < floor {
                return Ok(None);
            }
            let last = end.div_euclid(DAY_SECONDS) as i32;
            let low = floor.div_euclid(DAY_SECONDS) as i32;
            let Some(day) = self.days.previous(last, low) else {
                return Ok(None);
            };
            if day < last {
                end = (i64::from(day) + 1) * DAY_SECONDS - 1;
            }
            let mut start = (end - width).max(floor);
            if by_day {
                start = start.max(i64::from(day) * DAY_SECONDS);
            }
            values.clear();
            self.fill(start, end, usize::MAX, &mut values)?;
            if let Some(value) = values.last() {
                return Ok(Some(*value));
            }
            // A value may still stand in the unit that `start` cuts.
            end = start - 1;
            width = width.saturating_mul(2);
        }
        Err(TooMuch)
    }

    /// Units visited and allowed on any one allowed day, when all days are alike.
    fn steady_units(&self) -> Vec<i64> {
        let per_day = self.per_day();
        let mut list = Vec::new();
        let mut unit = self.align(0);
        if self.is_unlimited() {
            let step = usize::try_from(self.step).unwrap_or(usize::MAX);
            return (unit..per_day).step_by(step).collect();
        }
        while unit < per_day {
            match self.check(unit) {
                Ok(()) => {
                    list.push(unit);
                    unit += self.step;
                }
                Err(next) => unit = self.align(next),
            }
        }
        list
    }

    /// The times of day, when all days are alike: the rule is then days × times.
    pub(super) fn steady_times(&self) -> Option<Vec<u32>> {
        self.is_steady().then(|| {
            self.steady_units()
                .into_iter()
                .flat_map(|unit| {
                    let start = unit * self.seconds;
                    self.inner.iter().map(move |tail| start as u32 + tail)
                })
                .collect()
        })
    }

    pub(super) fn count(&self, a: i64, b: i64) -> Result<i64, TooMuch> {
        if a > b {
            return Ok(0);
        }
        if self.is_free() {
            let before = |end: i64| -> i64 {
                // Values at or before `end`, up to a constant.
                let inner = self.inner.iter();
                inner
                    .map(|tail| {
                        let unit = (end - i64::from(*tail)).div_euclid(self.seconds);
                        (unit - self.anchor).div_euclid(self.step)
                    })
                    .sum()
            };
            return Ok(before(b) - before(a - 1));
        }
        let ((first, _), (last, _)) = (day_of(a), day_of(b));
        if last - first < 2 {
            return self.count_near(a, b);
        }
        let (start, end) = (at(first + 1, 0), at(last, 0));
        let mut walk = DayWalk::new(self, first + 1);
        let mut sum = self.count_near(a, start - 1)? + self.count_near(end, b)?;
        while let Some((_, count)) = walk.next(last - 1)? {
            sum += count;
        }
        Ok(sum)
    }

    /// Counts by listing: for a day or two.
    fn count_near(&self, a: i64, b: i64) -> Result<i64, TooMuch> {
        let mut values = Vec::new();
        self.fill(a, b, usize::MAX, &mut values)?;
        Ok(values.len() as i64)
    }

    /// Units visited and allowed on a day whose first visited unit is `first`.
    fn count_day(&self, first: i64) -> i64 {
        let per_day = self.per_day();
        if self.is_unlimited() {
            return (per_day - 1 - first).div_euclid(self.step) + 1;
        }
        let (mut unit, mut count) = (first, 0);
        while unit < per_day {
            match self.check(unit) {
                Ok(()) => {
                    count += 1;
                    unit += self.step;
                }
                Err(next) => unit = next + (first - next).rem_euclid(self.step),
            }
        }
        count
    }

    pub(super) fn nth(&self, a: i64, n: i64) -> Result<Option<i64>, TooMuch> {
        if self.is_free() {
            return Ok(self.free_nth(a, n));
        }
        let day = day_of(a).0;
        let here = self.count_near(a, at(day + 1, 0) - 1)?;
        if n < here {
            return self.nth_near(a, at(day + 1, 0) - 1, n);
        }
        let mut left = n - here;
        let mut walk = DayWalk::new(self, day + 1);
        while let Some((day, count)) = walk.next(Day::MAX.number())? {
            if left < count {
                return self.nth_near(at(day, 0), at(day + 1, 0) - 1, left);
            }
            left -= count;
        }
        Ok(None)
    }

    fn nth_near(&self, a: i64, b: i64, n: i64) -> Result<Option<i64>, TooMuch> {
        let mut values = Vec::new();
        self.fill(a, b, usize::MAX, &mut values)?;
        Ok(usize::try_from(n).ok().and_then(|n| values.get(n)).copied())
    }

    fn free_nth(&self, a: i64, n: i64) -> Option<i64> {
        let unit = self.align_down(a.div_euclid(self.seconds));
        let before =
            self.inner.iter().filter(|tail| unit * self.seconds + i64::from(**tail) < a).count();
        let rank = n.checked_add(i64::try_from(before).ok()?)?;
        let each = i64::try_from(self.inner.len()).ok()?;
        let unit = unit.checked_add((rank / each).checked_mul(self.step)?)?;
        let tail = self.inner.get(usize::try_from(rank % each).ok()?)?;
        (unit <= self.calendar_end()).then(|| unit * self.seconds + i64::from(*tail))
    }

    /// Whether the step never meets an allowed time of an allowed weekday.
    pub(super) fn never_meets(&self) -> bool {
        let per_day = self.per_day();
        let week = 7 * per_day;
        let common = gcd(self.step, week);
        // Unit 0 is the first of 1970, a Thursday; unit `monday` is a Monday.
        let monday = 4 * per_day;
        let phase = (self.anchor - monday).rem_euclid(common);
        let mut unit = phase;
        while unit < week {
            let day = unit / per_day;
            let next = if self.weekdays >> day & 1 == 0 {
                (day + 1) * per_day
            } else {
                match self.check(unit) {
                    Ok(()) => return false,
                    Err(next) => next,
                }
            };
            unit = next + (phase - next).rem_euclid(common);
        }
        true
    }
}

/// Allowed days one after the other, with the number of values of each.
struct DayWalk<'a> {
    units: &'a Units,
    day: i32,
    /// First visited unit of `day`, counted from its midnight; past the day when there is none.
    first: i64,
    /// How much earlier the first unit is the day after.
    shift: i64,
    left: i64,
    /// Counts by first unit, −1 when not known yet.
    known: Vec<i64>,
    /// The month at hand and its mask.
    month: (i32, u32, i32),
}

impl<'a> DayWalk<'a> {
    fn new(units: &'a Units, day: i32) -> DayWalk<'a> {
        let start = i64::from(day) * units.per_day();
        let size = units.step.min(units.per_day());
        DayWalk {
            units,
            day,
            first: units.align(start) - start,
            shift: units.per_day() % units.step,
            left: COUNT_DAYS_MAX,
            known: vec![-1; usize::try_from(size).unwrap_or(0)],
            month: (0, 0, i32::MIN),
        }
    }

    /// The next allowed day up to `last` that has values, and how many.
    fn next(&mut self, last: i32) -> Result<Option<(i32, i64)>, TooMuch> {
        let units = self.units;
        let (per_day, step) = (units.per_day(), units.step);
        while self.day <= last {
            self.left -= 1;
            if self.left < 0 {
                return Err(TooMuch);
            }
            if self.day >= self.month.2 {
                let m = split(self.day).0;
                let (first, mask) = units.days.masks.month(m);
                self.month = (first - 1, mask, month(m + 1).0);
            }
            let (day, first) = (self.day, self.first);
            self.day += 1;
            self.first -= self.shift;
            if self.first < 0 {
                self.first += step;
            }
            if self.month.1 >> (day - self.month.0) & 1 == 0 || first >= per_day {
                continue;
            }
            let Some(known) = usize::try_from(first).ok().and_then(|i| self.known.get_mut(i))
            else {
                continue;
            };
            if *known < 0 {
                *known = units.count_day(first) * units.inner.len() as i64;
            }
            if *known > 0 {
                return Ok(Some((day, *known)));
            }
        }
        Ok(None)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
