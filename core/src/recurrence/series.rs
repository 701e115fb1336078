//! Civil series: an anchor and an interval.

use crate::text::choice;
use crate::time::{Day, Interval, Period, YEAR_MAX, days_in_month};

choice! {
    /// What happens to a day of month that a month does not have (RFC 7529 SKIP, and one more).
    MonthEnd {
        /// The date is left out: from 31 January monthly, 31 January, 31 March, 31 May.
        Omit "omit" "left out" "omis",
        /// The last day of the month: 31 January, 28 February, 31 March, 30 April. The default.
        Backward "backward" "last day of the month" "dernier jour du mois",
        /// The first day of the next month: 31 January, 1 March, 31 March, 1 May.
        Forward "forward" "first day of the next month" "premier jour du mois suivant",
        /// Always the last day once the anchor is one: 30 April, 31 May, 30 June.
        StickToEnd "stick_to_end" "always the last day" "toujours le dernier jour",
    }
}

/// Dates at a fixed interval from an anchor. The anchor is date number 0.
///
/// ```
/// use entretien::recurrence::{MonthEnd, Series};
/// use entretien::time::{Day, Interval};
/// let anchor = Day::parse("2015-01-31").unwrap();
/// let series = Series::new(anchor, Interval::MONTHLY, MonthEnd::Backward);
/// let dates: Vec<String> = (0..4).filter_map(|n| series.nth(n)).map(|d| d.to_string()).collect();
/// assert_eq!(dates, ["2015-01-31", "2015-02-28", "2015-03-31", "2015-04-30"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    anchor: Day,
    every: Interval,
    month_end: MonthEnd,
}

impl Series {
    /// A series.
    pub fn new(anchor: Day, every: Interval, month_end: MonthEnd) -> Series {
        Series { anchor, every, month_end }
    }

    /// Date number 0.
    pub fn anchor(&self) -> Day {
        self.anchor
    }

    /// The interval.
    pub fn every(&self) -> Interval {
        self.every
    }

    /// The month-end policy.
    pub fn month_end(&self) -> MonthEnd {
        self.month_end
    }

    /// Whether every date is the last day of its month, by [`MonthEnd::StickToEnd`].
    pub fn sticks_to_end(&self) -> bool {
        self.month_end == MonthEnd::StickToEnd
            && self.every.months().is_some()
            && self.anchor.is_month_end()
    }

    /// Date number `n`; `None` when [`MonthEnd::Omit`] leaves it out, or past the year 9999.
    pub fn nth(&self, n: i32) -> Option<Day> {
        if let Some(days) = self.every.fixed_days() {
            return self.anchor.add_days(days.checked_mul(n)?);
        }
        let (year, month, wanted) = self.month_of(n)?;
        let last = days_in_month(year, month);
        if self.sticks_to_end() {
            return Day::from_ymd(year, month, last);
        }
        if wanted <= last {
            return Day::from_ymd(year, month, wanted);
        }
        match self.month_end {
            MonthEnd::Omit => None,
            MonthEnd::Backward | MonthEnd::StickToEnd => Day::from_ymd(year, month, last),
            MonthEnd::Forward => Day::from_ymd(year, month, last)?.add_days(1),
        }
    }

    /// Whether date number `n` is not on the anchor's day of month.
    pub fn is_adjusted(&self, n: i32) -> bool {
        let Some((_, _, wanted)) = self.month_of(n) else {
            return false;
        };
        self.every.months().is_some() && self.nth(n).is_some_and(|day| day.ymd().2 != wanted)
    }

    /// The number whose date is `day`, or `None` when the series does not fall on it.
    pub fn number_of(&self, day: Day) -> Option<i32> {
        let period = Period::new(day, day.add_days(1)?)?;
        self.within(period).map(|(n, _)| n).next()
    }

    /// Whether the series falls on `day`.
    pub fn contains(&self, day: Day) -> bool {
        let first = self.seek(day);
        (first..=first.saturating_add(2)).any(|n| self.nth(n) == Some(day))
    }

    /// The first date after `day`; `None` when the calendar ends before.
    pub fn next_after(&self, day: Day) -> Option<Day> {
        let last = self.seek(Day::MAX).saturating_add(2);
        (self.seek(day)..=last).filter_map(|n| self.nth(n)).find(|found| *found > day)
    }

    /// The last date before `day`; `None` when there is none from the anchor on.
    pub fn previous_before(&self, day: Day) -> Option<Day> {
        let last = self.seek(day).saturating_add(2);
        (0..=last).rev().filter_map(|n| self.nth(n)).find(|found| *found < day)
    }

    /// Year, month and wanted day of month of date number `n` of a month series.
    fn month_of(&self, n: i32) -> Option<(i32, u32, u32)> {
        let (year, month, day) = self.anchor.ymd();
        let months = i32::try_from(month).ok()? - 1 + self.every.months()?.checked_mul(n)?;
        let target_year = year.checked_add(months.div_euclid(12))?;
        if target_year > YEAR_MAX {
            return None;
        }
        Some((target_year, u32::try_from(months.rem_euclid(12)).ok()? + 1, day))
    }

    /// The lowest number whose date may be at or after `day`, by division; never below 0.
    fn seek(&self, day: Day) -> i32 {
        let ahead = day.number() - self.anchor.number();
        if ahead <= 0 {
            return 0;
        }
        if let Some(days) = self.every.fixed_days() {
            return (ahead + days - 1) / days;
        }
        let (year, month, _) = day.ymd();
        let (anchor_year, anchor_month, _) = self.anchor.ymd();
        let months = (year - anchor_year) * 12 + i32::try_from(month).unwrap_or(1)
            - i32::try_from(anchor_month).unwrap_or(1);
        // One earlier: a date moved forward leaves its month.
        (months / self.every.months().unwrap_or(1) - 1).max(0)
    }

    /// Numbers and dates within `period`, in order. Seeks by division, whatever the distance.
    pub fn within(&self, period: Period) -> impl Iterator<Item = (i32, Day)> + use<> {
        let series = *self;
        let last = series.seek(period.end()).saturating_add(2);
        (series.seek(period.start())..=last)
            .filter_map(move |n| Some((n, series.nth(n)?)))
            .filter(move |(_, day)| period.contains(*day))
    }
}
