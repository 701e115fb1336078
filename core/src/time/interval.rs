//! Counted intervals: every n days, weeks or months.

use serde::Serialize;

/// Longest interval, in months (100 years).
pub const INTERVAL_MONTHS_MAX: u32 = 1_200;

/// What an interval counts. A quarter is 3 months, a half-year 6, a year 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks of seven days.
    Week,
    /// Calendar months.
    Month,
}

/// `count` days, weeks or months; at least one, at most 100 years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Interval {
    count: u32,
    unit: Unit,
}

impl Interval {
    /// One day.
    pub const DAILY: Interval = Interval { count: 1, unit: Unit::Day };
    /// Seven days.
    pub const WEEKLY: Interval = Interval { count: 1, unit: Unit::Week };
    /// One month.
    pub const MONTHLY: Interval = Interval { count: 1, unit: Unit::Month };
    /// Three months.
    pub const QUARTERLY: Interval = Interval { count: 3, unit: Unit::Month };
    /// Six months.
    pub const HALF_YEARLY: Interval = Interval { count: 6, unit: Unit::Month };
    /// Twelve months.
    pub const YEARLY: Interval = Interval { count: 12, unit: Unit::Month };

    /// The interval, or `None` for a count of zero or more than 100 years.
    pub fn new(count: u32, unit: Unit) -> Option<Interval> {
        let most = match unit {
            Unit::Day => 36_525,
            Unit::Week => 5_217,
            Unit::Month => INTERVAL_MONTHS_MAX,
        };
        (1..=most).contains(&count).then_some(Interval { count, unit })
    }

    /// How many units.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The unit.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Days of a day or week interval; `None` for months, whose length varies.
    pub fn fixed_days(&self) -> Option<i32> {
        let days = match self.unit {
            Unit::Day => self.count,
            Unit::Week => self.count.checked_mul(7)?,
            Unit::Month => return None,
        };
        i32::try_from(days).ok()
    }

    /// Months of a month interval; `None` for days and weeks.
    pub fn months(&self) -> Option<i32> {
        match self.unit {
            Unit::Month => i32::try_from(self.count).ok(),
            _ => None,
        }
    }

    /// ISO 8601 duration: `P3M`, `P2W`, `P10D`.
    pub fn iso(&self) -> String {
        let letter = match self.unit {
            Unit::Day => 'D',
            Unit::Week => 'W',
            Unit::Month => 'M',
        };
        format!("P{}{letter}", self.count)
    }
}
