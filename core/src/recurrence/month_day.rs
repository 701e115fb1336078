//! A day counted within months, as a value: the n-th weekday with an offset, the n-th working day.

use super::emit::{WEEKDAY_CODES, weekday_code};
use super::months::{month, split};
use crate::calendar::WorkCalendar;
use crate::error::{Error, Faults, codes};
use crate::time::{Day, INTERVAL_MONTHS_MAX, Interval, Period, Unit};
use chrono::Weekday;

/// Largest offset of an n-th weekday, in days.
pub const OFFSET_DAYS_MAX: i32 = 366;
/// No offset leads further from its month than this many months.
const OFFSET_MONTHS: i32 = 14;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pick {
    Weekday { weekday: u8, offset_days: i32 },
    Working,
}

/// One day a month, every so many months: the n-th weekday moved by days, or the n-th working day.
///
/// A value without anchor or calendar; [`Generator`](super::Generator) and
/// [`MonthRule`](super::MonthRule) date it. Its text is the interval and the day: `P1M/2TU+1D` is the
/// day after the 2nd Tuesday of every month, `P3M/-1WD` the last working day of every third month.
///
/// ```
/// use chrono::Weekday;
/// use entretien::{recurrence::MonthDay, text::Lang};
/// let day = MonthDay::nth_weekday(1, 2, Weekday::Tue, 1).unwrap();
/// assert_eq!(day.to_string(), "P1M/2TU+1D");
/// assert_eq!(MonthDay::parse("P1M/2TU+1D"), Some(day));
/// assert_eq!(day.describe(Lang::En), "1 day after the second Tuesday of every month");
/// let last = MonthDay::working_day(1, -1).unwrap();
/// assert_eq!(last.describe(Lang::Fr), "le dernier jour ouvré de chaque mois");
/// assert_eq!(MonthDay::working_day(0, 99).unwrap_err().faults().count(), 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    every_months: u32,
    n: i8,
    pick: Pick,
}

impl MonthDay {
    /// The `n`-th weekday (from the end when negative), moved by `offset_days`.
    ///
    /// A month without an `n`-th such weekday has no day.
    ///
    /// # Errors
    /// `REC-001` zero months · `REC-002` more than 100 years · `REC-006` `n` not within ±1 to ±5, or an
    /// offset beyond ±[`OFFSET_DAYS_MAX`].
    pub fn nth_weekday(
        every_months: u32,
        n: i8,
        weekday: Weekday,
        offset_days: i32,
    ) -> Result<MonthDay, Error> {
        let weekday = u8::try_from(weekday.num_days_from_monday()).unwrap_or(0);
        MonthDay { every_months, n, pick: Pick::Weekday { weekday, offset_days } }.checked()
    }

    /// The `n`-th working day of the month (from the end when negative).
    ///
    /// A month with fewer working days has no day.
    ///
    /// # Errors
    /// `REC-001` zero months · `REC-002` more than 100 years · `REC-006` `n` not within ±1 to ±31.
    pub fn working_day(every_months: u32, n: i8) -> Result<MonthDay, Error> {
        MonthDay { every_months, n, pick: Pick::Working }.checked()
    }

    fn checked(self) -> Result<MonthDay, Error> {
        let mut faults = Faults::new();
        let most = if self.is_working() { 31 } else { 5 };
        if self.n == 0 || !(-most..=most).contains(&self.n) {
            let why = format!("`{}` is not within ±1 to ±{most}", self.n);
            faults.add(codes::REC_BAD_VALUE, "/n", why);
        }
        let offset = self.offset_days();
        if !(-OFFSET_DAYS_MAX..=OFFSET_DAYS_MAX).contains(&offset) {
            let why = format!("`{offset}` is beyond ±{OFFSET_DAYS_MAX}");
            faults.add(codes::REC_BAD_VALUE, "/offset_days", why);
        }
        let months = self.every_months;
        if months == 0 {
            faults.add(codes::REC_ZERO_INTERVAL, "/every_months", "every 0 months");
        } else if months > INTERVAL_MONTHS_MAX {
            faults.add(codes::REC_TOO_LONG, "/every_months", format!("every {months} months"));
        }
        Error::check(faults.into_vec())?;
        Ok(self)
    }

    /// Reads the text that [`Display`](std::fmt::Display) writes; anything else is `None`.
    pub fn parse(text: &str) -> Option<MonthDay> {
        let (months, day) = text.strip_prefix('P')?.split_once("M/")?;
        let every_months = months.parse().ok()?;
        let digits = day.find(|c: char| c.is_ascii_uppercase())?;
        let n = day.get(..digits)?.parse().ok()?;
        let (name, offset) = (day.get(digits..digits + 2)?, day.get(digits + 2..)?);
        let pick = if name == "WD" && offset.is_empty() {
            Pick::Working
        } else {
            let weekday = WEEKDAY_CODES.iter().position(|code| *code == name)?;
            let offset_days = match offset {
                "" => 0,
                offset => offset.strip_suffix('D')?.parse().ok()?,
            };
            Pick::Weekday { weekday: u8::try_from(weekday).ok()?, offset_days }
        };
        let read = MonthDay { every_months, n, pick }.checked().ok()?;
        (read.to_string() == text).then_some(read)
    }

    /// Which one: 1 is the first of the month, −1 the last.
    pub fn n(&self) -> i8 {
        self.n
    }

    /// The weekday, Monday = 0; `None` for working days.
    pub fn weekday(&self) -> Option<u8> {
        match self.pick {
            Pick::Weekday { weekday, .. } => Some(weekday),
            Pick::Working => None,
        }
    }

    /// Whether working days are counted.
    pub fn is_working(&self) -> bool {
        self.pick == Pick::Working
    }

    /// Days from the n-th weekday to the day; 0 for working days.
    pub fn offset_days(&self) -> i32 {
        match self.pick {
            Pick::Weekday { offset_days, .. } => offset_days,
            Pick::Working => 0,
        }
    }

    /// The day so many days later.
    ///
    /// # Errors
    /// `REC-006` an offset beyond ±[`OFFSET_DAYS_MAX`], or working days, which have none.
    pub fn delayed(&self, days: i32) -> Result<MonthDay, Error> {
        match self.pick {
            Pick::Weekday { weekday, offset_days } => {
                let offset_days = offset_days.saturating_add(days);
                MonthDay { pick: Pick::Weekday { weekday, offset_days }, ..*self }.checked()
            }
            Pick::Working if days == 0 => Ok(*self),
            Pick::Working => {
                let message = "working days cannot be delayed";
                Err(Error::new(codes::REC_BAD_VALUE, "/offset_days", message))
            }
        }
    }

    /// Months from one visited month to the next.
    pub fn every_months(&self) -> u32 {
        self.every_months
    }

    /// From one visited month to the next, as an interval.
    pub fn every(&self) -> Interval {
        // INVARIANT: `checked` holds the bounds of an interval.
        Interval::new(self.every_months, Unit::Month).unwrap_or(Interval::MONTHLY)
    }
}

impl std::fmt::Display for MonthDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "P{}M/{}", self.every_months, self.n)?;
        match self.pick {
            Pick::Working => f.write_str("WD"),
            Pick::Weekday { weekday, offset_days } => {
                f.write_str(weekday_code(weekday))?;
                if offset_days != 0 {
                    write!(f, "{offset_days:+}D")?;
                }
                Ok(())
            }
        }
    }
}

/// A [`MonthDay`] counted from an anchor, by a calendar.
#[derive(Clone, Copy)]
pub(super) struct Dated<'a> {
    pub(super) day: MonthDay,
    pub(super) anchor: Day,
    /// Only working days need one.
    pub(super) calendar: Option<&'a WorkCalendar>,
}

impl Dated<'_> {
    fn step(&self) -> i32 {
        i32::try_from(self.day.every_months).unwrap_or(1)
    }

    /// The day of visited month number `k`, whether or not it is before the anchor.
    fn nth(&self, k: i32) -> Option<Day> {
        let m = split(self.anchor.number()).0.checked_add(k.checked_mul(self.step())?)?;
        let ((first, _), (end, _)) = (month(m), month(m + 1));
        match self.day.pick {
            Pick::Weekday { weekday, offset_days } => {
                let start = i32::try_from(Day::from_number(first)?.weekday_index()).ok()?;
                let into = (i32::from(weekday) + 7 - start) % 7;
                let count = (end - first - 1 - into) / 7 + 1;
                let n = i32::from(self.day.n);
                let index = if n > 0 { n - 1 } else { count + n };
                let found = (0..count).contains(&index).then_some(first + into + 7 * index)?;
                Day::from_number(found + offset_days)
            }
            Pick::Working => {
                let calendar = self.calendar?;
                let mut open =
                    (first..end).filter_map(Day::from_number).filter(|day| calendar.is_open(*day));
                let index = usize::from(self.day.n.unsigned_abs()) - 1;
                if self.day.n > 0 { open.nth(index) } else { open.nth_back(index) }
            }
        }
    }

    /// Number of the visited month whose day may be `day`, or of the one before.
    fn seek(&self, day: Day) -> i32 {
        let m = split(day.number() - self.day.offset_days()).0;
        (m - split(self.anchor.number()).0).div_euclid(self.step())
    }

    /// The days within `period`, ascending. Seeks by division.
    pub(super) fn within(self, period: Period) -> impl Iterator<Item = Day> {
        let last = self.seek(period.end());
        (self.seek(period.start()).max(-OFFSET_MONTHS)..=last)
            .filter_map(move |k| self.nth(k))
            .filter(move |day| *day >= self.anchor && period.contains(*day))
    }

    pub(super) fn next_after(self, day: Day) -> Option<Day> {
        let first = self.seek(day.max(self.anchor)).max(-OFFSET_MONTHS);
        let last = self.seek(Day::MAX) + 1;
        let found = |found: &Day| *found > day && *found >= self.anchor;
        (first..=last).filter_map(|k| self.nth(k)).find(found)
    }

    pub(super) fn previous_before(self, day: Day) -> Option<Day> {
        let first = self.seek(self.anchor).max(-OFFSET_MONTHS);
        let found = (first..=self.seek(day)).rev().filter_map(|k| self.nth(k));
        found.filter(|found| *found >= self.anchor).find(|found| *found < day)
    }

    pub(super) fn contains(self, day: Day) -> bool {
        day >= self.anchor && self.nth(self.seek(day)) == Some(day)
    }
}
