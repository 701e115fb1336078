//! Half-open periods of days.

use super::Day;
use serde::Serialize;

/// Days from `start` to the day before `end`: half-open, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    start: Day,
    end: Day,
}

impl Period {
    /// The period, or `None` when `end` is not after `start`.
    pub fn new(start: Day, end: Day) -> Option<Period> {
        (start < end).then_some(Period { start, end })
    }

    /// First day.
    pub fn start(&self) -> Day {
        self.start
    }

    /// First day left out.
    pub fn end(&self) -> Day {
        self.end
    }

    /// Number of days.
    pub fn days(&self) -> i32 {
        self.end.number() - self.start.number()
    }

    /// Whether `day` lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// Each day, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Day> + use<> {
        (self.start.number()..self.end.number()).filter_map(Day::from_number)
    }
}
