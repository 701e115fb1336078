//! Working days, and deadlines counted in days and months.

use super::block::{BLOCK_BITS, BLOCK_DAYS, DAY};
use super::{BLOCKS, BusinessTime, CYCLE_BLOCKS, FIRST_DAY, Unreachable};
use crate::time::{Day, days_in_month};

impl BusinessTime {
    /// The block of a day, and its place there.
    fn spot(day: Day) -> (usize, usize) {
        let index = usize::try_from(day.number() - FIRST_DAY).unwrap_or(0);
        (index >> BLOCK_BITS, index & ((1 << BLOCK_BITS) - 1))
    }

    fn day_at(block: usize, place: usize) -> Result<Day, Unreachable> {
        let index = i32::try_from((block << BLOCK_BITS) + place).ok();
        index.and_then(|i| Day::from_number(FIRST_DAY + i)).ok_or(Unreachable::OutOfRange)
    }

    /// Whether `day` is a working day, as [`WorkCalendar::is_open`](crate::calendar::WorkCalendar::is_open).
    pub fn is_working_day(&self, day: Day) -> bool {
        let (block, place) = BusinessTime::spot(day);
        self.block(block).is_some_and(|b| b.working_before(place + 1) > b.working_before(place))
    }

    /// The `count`-th working day after `day`, or before it when `count` is negative; whether `day` is
    /// one itself does not matter. Zero is `day` if it is a working day, otherwise the next one.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # use entretien::time::Day;
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let day = |text| Day::parse(text).unwrap();
    /// // Ascension on Thursday 14 May, Whit Monday on 25 May 2026.
    /// assert_eq!(time.add_working_days(day("2026-05-13"), 7), Ok(day("2026-05-26")));
    /// assert_eq!(time.add_working_days(day("2026-05-16"), -1), Ok(day("2026-05-15")));
    /// assert_eq!(time.add_working_days(day("2026-05-16"), 0), Ok(day("2026-05-18")));
    /// ```
    ///
    /// # Errors
    /// [`Unreachable`]: the calendar has no working day again, or only beyond its years.
    pub fn add_working_days(&self, day: Day, count: i32) -> Result<Day, Unreachable> {
        if count < 0 {
            return self.working_days_back(day, count.unsigned_abs());
        }
        let mut left = count.unsigned_abs();
        if left == 0 {
            if self.is_working_day(day) {
                return Ok(day);
            }
            left = 1;
        }
        let (first, place) = BusinessTime::spot(day);
        let mut skip =
            self.block(first).map_or(0, |block| u32::from(block.working_before(place + 1)));
        let mut idle = 0;
        for index in first..BLOCKS {
            let Some(block) = self.block(index) else { break };
            let all = u32::from(block.working_total());
            if all - skip >= left {
                let nth = u16::try_from(skip + left).unwrap_or(u16::MAX);
                return BusinessTime::day_at(index, block.nth_working(nth));
            }
            left -= all - skip;
            skip = 0;
            idle = if all == 0 && index > self.settled { idle + 1 } else { 0 };
            if idle > CYCLE_BLOCKS {
                return Err(Unreachable::NeverOpen);
            }
        }
        Err(self.why_not(first))
    }

    fn working_days_back(&self, day: Day, count: u32) -> Result<Day, Unreachable> {
        let (first, place) = BusinessTime::spot(day);
        let mut left = count;
        let mut any = false;
        for index in (0..=first).rev() {
            let Some(block) = self.block(index) else { break };
            let all =
                if index == first { block.working_before(place) } else { block.working_total() };
            if u32::from(all) >= left {
                let nth = u32::from(all) - left + 1;
                let nth = u16::try_from(nth).unwrap_or(u16::MAX);
                return BusinessTime::day_at(index, block.nth_working(nth));
            }
            left -= u32::from(all);
            any |= all > 0;
        }
        Err(if any { Unreachable::OutOfRange } else { Unreachable::NeverOpen })
    }

    /// Working days from `from` to before `to`; when `to` is earlier, those from `to` to before `from`,
    /// counted negative.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # use entretien::time::Day;
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let (monday, next) = (Day::parse("2026-05-11").unwrap(), Day::parse("2026-05-18").unwrap());
    /// assert_eq!(time.working_days_between(monday, next), 4); // Ascension is left out
    /// assert_eq!(time.working_days_between(next, monday), -4);
    /// ```
    pub fn working_days_between(&self, from: Day, to: Day) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let ((a, a_place), (b, b_place)) = (BusinessTime::spot(from), BusinessTime::spot(to));
        let before = |index: usize, place: usize| {
            self.block(index).map_or(0, |block| i64::from(block.working_before(place)))
        };
        let whole = (a..b).filter_map(|index| self.block(index));
        let whole: i64 = whole.map(|block| i64::from(block.working_total())).sum();
        whole + before(b, b_place) - before(a, a_place)
    }

    /// The `n`-th working day of a month, from its end when `n` is negative; `None` when the month has
    /// fewer, and for zero.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let second = time.nth_working_day_of_month(2026, 5, 2).unwrap();
    /// assert_eq!(second.to_string(), "2026-05-05"); // 1 May is a holiday, the 4th a Monday
    /// let last = time.nth_working_day_of_month(2026, 5, -1).unwrap();
    /// assert_eq!(last.to_string(), "2026-05-29");
    /// ```
    pub fn nth_working_day_of_month(&self, year: i32, month: u32, n: i32) -> Option<Day> {
        let first = Day::from_ymd(year, month, 1)?;
        let last = Day::from_ymd(year, month, days_in_month(year, month))?;
        let found = match n {
            0 => return None,
            1.. => {
                let ahead = n - i32::from(self.is_working_day(first));
                if ahead == 0 { first } else { self.add_working_days(first, ahead).ok()? }
            }
            _ => {
                let back = n + i32::from(self.is_working_day(last));
                if back == 0 { last } else { self.add_working_days(last, back).ok()? }
            }
        };
        (first <= found && found <= last).then_some(found)
    }

    /// The deadline `count` working days after `at`: the time of day stays, on the `count`-th working
    /// day after the civil day of `at` ([`BusinessTime::add_working_days`]), and is brought forward to
    /// the closing time of that day when later.
    ///
    /// The wall time stays over a clock change; one that the clocks jump over is the instant of the
    /// change, one that comes twice is the first.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let friday_10h = 1_774_602_000; // 27 March 2026 at UTC+1; the clocks change on Sunday
    /// let tuesday_10h = friday_10h + 4 * 86_400 - 3_600;
    /// assert_eq!(time.working_days_after(friday_10h, 2), Ok(tuesday_10h));
    /// ```
    ///
    /// # Errors
    /// [`Unreachable`], as [`BusinessTime::add_working_days`].
    pub fn working_days_after(&self, at: i64, count: i32) -> Result<i64, Unreachable> {
        let (day, second) = self.wall(at)?;
        let target = self.add_working_days(day, count)?;
        match self.calendar.closing(target) {
            Some(closing) if i64::from(closing) < second => self.closing_instant(target),
            _ => self.instant_of(target, second),
        }
    }

    /// The closing time of a working day: for zero, of the civil day of `at`, or of the next working
    /// day when that one is closed or has closed before `at`; otherwise of the `count`-th working day
    /// after the civil day of `at`. Hours past midnight belong to the day that they begin on.
    ///
    /// # Errors
    /// [`Unreachable`], as [`BusinessTime::add_working_days`].
    pub fn end_of_working_day(&self, at: i64, count: i32) -> Result<i64, Unreachable> {
        let (day, _) = self.wall(at)?;
        let closing = self.closing_instant(self.add_working_days(day, count)?)?;
        if count == 0 && closing < at {
            return self.closing_instant(self.add_working_days(day, 1)?);
        }
        Ok(closing)
    }

    /// The deadline `months` calendar months after `at`: same day of the month, the last one where the
    /// month is shorter, same wall time; open or not.
    ///
    /// ```
    /// # use entretien::calendar::{BusinessTime, HolidaySet, Week, WorkCalendar};
    /// # let id = entretien::id::CalendarId::new("office").unwrap();
    /// # let office = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
    /// let time = BusinessTime::compile(&office);
    /// let june = 1_780_300_800; // 1 June 2026, 10:00 in Paris
    /// assert_eq!(time.months_after(june, 1), Ok(june + 30 * 86_400)); // 1 July
    /// ```
    ///
    /// # Errors
    /// [`Unreachable::OutOfRange`].
    pub fn months_after(&self, at: i64, months: i32) -> Result<i64, Unreachable> {
        let (day, second) = self.wall(at)?;
        let (year, month, dom) = day.ymd();
        let index = i32::try_from(month).unwrap_or(1) - 1;
        let index = (year * 12 + index).checked_add(months).ok_or(Unreachable::OutOfRange)?;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        let month = u32::try_from(month).unwrap_or(1);
        let target = Day::from_ymd(year, month, dom.min(days_in_month(year, month)));
        self.instant_of(target.ok_or(Unreachable::OutOfRange)?, second)
    }

    /// The civil day of an instant and the wall second of it.
    fn wall(&self, at: i64) -> Result<(Day, i64), Unreachable> {
        self.place(at).ok_or(Unreachable::OutOfRange)?;
        let wall = at + i64::from(self.zone().offset_at(at));
        let day = i32::try_from(wall.div_euclid(DAY)).ok().and_then(Day::from_number);
        Ok((day.ok_or(Unreachable::OutOfRange)?, wall.rem_euclid(DAY)))
    }

    /// The first instant at which the wall clock shows that second of `day` or a later one.
    fn instant_of(&self, day: Day, second: i64) -> Result<i64, Unreachable> {
        let wall = i64::from(day.number()) * DAY + second;
        let segments = self.zone().offsets().around(wall - 2 * DAY, wall + 2 * DAY);
        let next = |index: usize| segments.get(index + 1).map_or(i64::MAX, |next| next.start);
        let found = segments.iter().enumerate().find_map(|(index, segment)| {
            let at = (wall - segment.offset).max(segment.start);
            (at < next(index)).then_some(at)
        });
        let found = found.filter(|at| self.place(*at).is_some());
        found.ok_or(Unreachable::OutOfRange)
    }

    /// The instant at which the hours that begin on `day` end.
    fn closing_instant(&self, day: Day) -> Result<i64, Unreachable> {
        let closing = self.calendar.closing(day).ok_or(Unreachable::NeverOpen)?;
        // The last open second, where it comes twice the second time.
        let wall = i64::from(day.number()) * DAY + i64::from(closing) - 1;
        let segments = self.zone().offsets().around(wall - 2 * DAY, wall + 2 * DAY);
        let next = |index: usize| segments.get(index + 1).map_or(i64::MAX, |next| next.start);
        let found = segments.iter().enumerate().rev().find_map(|(index, segment)| {
            let at = wall - segment.offset;
            (at >= segment.start).then(|| (at + 1).min(next(index)))
        });
        let found = found.filter(|at| self.place(*at).is_some());
        found.ok_or(Unreachable::OutOfRange)
    }
}

/// The number of days of a block fits what counts them.
const _: () = assert!(BLOCK_DAYS < u16::MAX as i32);
