//! Days counted within months, beside RRULE: the n-th weekday with an offset, the n-th working day.
//!
//! "Patch Tuesday + 1 day" is not "2nd Wednesday": a [`MonthRule`] finds the 2nd Tuesday first and then
//! moves by days, which may leave the month. Working days follow a [`WorkCalendar`].

use super::month_day::{Dated, MonthDay};
use crate::calendar::WorkCalendar;
use crate::error::Error;
use crate::time::{Day, Period};
use chrono::Weekday;

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
    day: MonthDay,
    /// Only working days need one.
    calendar: Option<Box<WorkCalendar>>,
}

impl MonthRule {
    /// The `n`-th weekday (from the end when negative), moved by `offset_days`.
    ///
    /// A month without an `n`-th such weekday has no day.
    ///
    /// # Errors
    /// `REC-001` zero months · `REC-002` more than 100 years · `REC-006` `n` not within ±1 to ±5, or an
    /// offset beyond ±[`OFFSET_DAYS_MAX`](super::OFFSET_DAYS_MAX).
    pub fn nth_weekday(
        anchor: Day,
        every_months: u32,
        n: i8,
        weekday: Weekday,
        offset_days: i32,
    ) -> Result<MonthRule, Error> {
        let day = MonthDay::nth_weekday(every_months, n, weekday, offset_days)?;
        Ok(MonthRule { anchor, day, calendar: None })
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
    /// let calendar = WorkCalendar::new(id, Week::office(), HolidaySet::FR, vec![]);
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
        let day = MonthDay::working_day(every_months, n)?;
        Ok(MonthRule { anchor, day, calendar: Some(Box::new(calendar)) })
    }

    fn dated(&self) -> Dated<'_> {
        Dated { day: self.day, anchor: self.anchor, calendar: self.calendar.as_deref() }
    }

    /// The day of each month, without anchor.
    pub fn day(&self) -> MonthDay {
        self.day
    }

    /// The days in `period`, ascending. Seeks by division.
    pub fn within(&self, period: Period) -> Vec<Day> {
        self.dated().within(period).collect()
    }

    /// The first day after `day`; `None` when the calendar ends before.
    pub fn next_after(&self, day: Day) -> Option<Day> {
        self.dated().next_after(day)
    }

    /// The last day before `day`; `None` when there is none from the anchor on.
    pub fn previous_before(&self, day: Day) -> Option<Day> {
        self.dated().previous_before(day)
    }

    /// Whether `day` is one of the days.
    pub fn contains(&self, day: Day) -> bool {
        self.dated().contains(day)
    }

    /// Number of days in `period`.
    pub fn count_between(&self, period: Period) -> usize {
        self.dated().within(period).count()
    }
}
