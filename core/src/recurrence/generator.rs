//! Days counted within months, beside RRULE: the n-th weekday with an offset, the n-th working day.
//!
//! "Patch Tuesday + 1 day" is not "2nd Wednesday": a [`MonthRule`] finds the 2nd Tuesday first and then
//! moves by days, which may leave the month. Working days follow a [`WorkCalendar`].

use super::months::{month, split};
use crate::calendar::WorkCalendar;
use crate::error::{Error, Faults, codes};
use crate::time::{Day, INTERVAL_MONTHS_MAX, Period};
use chrono::Weekday;

/// Largest offset of an n-th weekday, in days.
pub const OFFSET_DAYS_MAX: i32 = 366;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Pick {
    Weekday { n: i8, weekday: u32, offset_days: i32 },
    Working { n: i8, calendar: Box<WorkCalendar> },
}

/// One day a month, every so many months from the month of an anchor; none before the anchor.
///
/// ```
/// use chrono::Weekday;
/// use entretien::recurrence::MonthRule;
/// use entretien::time::{Day, Period};
/// let day = |text: &str| Day::parse(text).unwrap();
/// // The day after Patch Tuesday; the 2nd Wednesday of April 2026 is the 8th, before the 2nd Tuesday.
/// let rule = MonthRule::nth_weekday(day("2026-03-01"), 1, 2, Weekday::Tue, 1).unwrap();
/// let spring = Period::new(day("2026-03-01"), day("2026-06-01")).unwrap();
/// let days: Vec<String> = rule.within(spring).iter().map(ToString::to_string).collect();
/// assert_eq!(days, ["2026-03-11", "2026-04-15", "2026-05-13"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRule {
    anchor: Day,
    every_months: i32,
    pick: Pick,
}

impl MonthRule {
    /// The `n`-th weekday (from the end when negative), moved by `offset_days`.
    ///
    /// A month without an `n`-th such weekday has no day.
    ///
    /// # Errors
    /// `REC-001` zero months · `REC-002` more than 100 years · `REC-006` `n` not within ±1 to ±5, or an
    /// offset beyond ±[`OFFSET_DAYS_MAX`].
    pub fn nth_weekday(
        anchor: Day,
        every_months: u32,
        n: i8,
        weekday: Weekday,
        offset_days: i32,
    ) -> Result<MonthRule, Error> {
        let mut faults = Faults::new();
        if n == 0 || !(-5..=5).contains(&n) {
            faults.add(codes::REC_BAD_VALUE, "/n", format!("`{n}` is not within ±1 to ±5"));
        }
        if offset_days.abs() > OFFSET_DAYS_MAX {
            let why = format!("`{offset_days}` is beyond ±{OFFSET_DAYS_MAX}");
            faults.add(codes::REC_BAD_VALUE, "/offset_days", why);
        }
        let weekday = weekday.num_days_from_monday();
        MonthRule::checked(anchor, every_months, Pick::Weekday { n, weekday, offset_days }, faults)
    }

    /// The `n`-th working day of the month by `calendar` (from the end when negative).
    ///
    /// A month with fewer working days has no day.
    ///
    /// # Errors
    /// `REC-001` zero months · `REC-002` more than 100 years · `REC-006` `n` not within ±1 to ±31.
    ///
    /// ```
    /// use entretien::calendar::{HolidaySet, Week, WorkCalendar};
    /// use entretien::{id::CalendarId, recurrence::MonthRule, time::Day};
    /// let id = CalendarId::new("office").unwrap();
    /// let calendar = WorkCalendar::new(id, Week::office(), HolidaySet::Fr, vec![]);
    /// let start = Day::parse("2026-05-01").unwrap();
    /// let last = MonthRule::working_day(start, 1, -1, calendar.clone()).unwrap();
    /// assert_eq!(last.next_after(start).unwrap().to_string(), "2026-05-29");
    /// // 1 May is a public holiday, 2 and 3 May a weekend.
    /// let third = MonthRule::working_day(start, 1, 3, calendar).unwrap();
    /// assert_eq!(third.next_after(start).unwrap().to_string(), "2026-05-06");
    /// ```
    pub fn working_day(
        anchor: Day,
        every_months: u32,
        n: i8,
        calendar: WorkCalendar,
    ) -> Result<MonthRule, Error> {
        let mut faults = Faults::new();
        if n == 0 || !(-31..=31).contains(&n) {
            faults.add(codes::REC_BAD_VALUE, "/n", format!("`{n}` is not within ±1 to ±31"));
        }
        let calendar = Box::new(calendar);
        MonthRule::checked(anchor, every_months, Pick::Working { n, calendar }, faults)
    }

    fn checked(
        anchor: Day,
        every_months: u32,
        pick: Pick,
        mut faults: Faults,
    ) -> Result<MonthRule, Error> {
        if every_months == 0 {
            faults.add(codes::REC_ZERO_INTERVAL, "/every_months", "every 0 months");
        } else if every_months > INTERVAL_MONTHS_MAX {
            let why = format!("every {every_months} months");
            faults.add(codes::REC_TOO_LONG, "/every_months", why);
        }
        Error::check(faults.into_vec())?;
        Ok(MonthRule { anchor, every_months: i32::try_from(every_months).unwrap_or(1), pick })
    }

    /// The day of visited month number `k`, whether or not it is before the anchor.
    fn nth(&self, k: i32) -> Option<Day> {
        let m = split(self.anchor.number()).0.checked_add(k.checked_mul(self.every_months)?)?;
        let ((first, _), (end, _)) = (month(m), month(m + 1));
        match &self.pick {
            Pick::Weekday { n, weekday, offset_days } => {
                let start = Day::from_number(first)?;
                let into =
                    i32::try_from((weekday + 7 - u32::try_from(start.weekday_index()).ok()?) % 7)
                        .ok()?;
                let count = (end - first - 1 - into) / 7 + 1;
                let n = i32::from(*n);
                let index = if n > 0 { n - 1 } else { count + n };
                let found = (0..count).contains(&index).then_some(first + into + 7 * index)?;
                Day::from_number(found + offset_days)
            }
            Pick::Working { n, calendar } => {
                let mut open =
                    (first..end).filter_map(Day::from_number).filter(|d| calendar.is_open(*d));
                let index = usize::from(n.unsigned_abs()) - 1;
                if *n > 0 { open.nth(index) } else { open.nth_back(index) }
            }
        }
    }

    fn offset(&self) -> i32 {
        match self.pick {
            Pick::Weekday { offset_days, .. } => offset_days,
            Pick::Working { .. } => 0,
        }
    }

    /// Number of the visited month whose day may be `day`, or of the one before.
    fn seek(&self, day: Day) -> i32 {
        let m = split(day.number() - self.offset()).0;
        (m - split(self.anchor.number()).0).div_euclid(self.every_months)
    }

    /// The days in `period`, ascending. Seeks by division.
    pub fn within(&self, period: Period) -> Vec<Day> {
        let last = self.seek(period.end());
        (self.seek(period.start()).max(-14)..=last)
            .filter_map(|k| self.nth(k))
            .filter(|day| *day >= self.anchor && period.contains(*day))
            .collect()
    }

    /// The first day after `day`; `None` when the calendar ends before.
    pub fn next_after(&self, day: Day) -> Option<Day> {
        let first = self.seek(day.max(self.anchor)).max(-14);
        let last = self.seek(Day::MAX) + 1;
        let found = |found: &Day| *found > day && *found >= self.anchor;
        (first..=last).filter_map(|k| self.nth(k)).find(found)
    }

    /// The last day before `day`; `None` when there is none from the anchor on.
    pub fn previous_before(&self, day: Day) -> Option<Day> {
        let first = self.seek(self.anchor).max(-14);
        let found = (first..=self.seek(day)).rev().filter_map(|k| self.nth(k));
        found.filter(|found| *found >= self.anchor).find(|found| *found < day)
    }

    /// Whether `day` is one of the days.
    pub fn contains(&self, day: Day) -> bool {
        day >= self.anchor && self.nth(self.seek(day)) == Some(day)
    }

    /// Number of days in `period`.
    pub fn count_between(&self, period: Period) -> usize {
        self.within(period).len()
    }
}
