//! When a phase of support ends.

use crate::time::Day;
use serde::{Serialize, Serializer};

/// When a phase of support ends, as a catalogue says it. Four answers that are never mixed up: a day, no end
/// announced, over on a day that is not told, not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SupportEnd {
    /// The first day without it.
    On(Day),
    /// It has not ended, and no end is announced.
    NotEnded,
    /// It has ended, on a day that is not told.
    Ended,
    /// Nobody says.
    Unknown,
}

impl SupportEnd {
    /// Whether it has ended as of `day`; `None` when nobody says.
    ///
    /// ```
    /// use entretien::{support::SupportEnd, time::Day};
    /// let day = Day::from_ymd(2025, 10, 14).unwrap();
    /// assert_eq!(SupportEnd::On(day).is_over(day), Some(true));
    /// assert_eq!(SupportEnd::NotEnded.is_over(day), Some(false));
    /// assert_eq!(SupportEnd::Unknown.is_over(day), None);
    /// ```
    pub fn is_over(self, day: Day) -> Option<bool> {
        match self {
            SupportEnd::On(end) => Some(end <= day),
            SupportEnd::NotEnded => Some(false),
            SupportEnd::Ended => Some(true),
            SupportEnd::Unknown => None,
        }
    }
}

impl Serialize for SupportEnd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            SupportEnd::On(day) => day.serialize(serializer),
            SupportEnd::NotEnded => serializer.serialize_str("not_ended"),
            SupportEnd::Ended => serializer.serialize_str("ended"),
            SupportEnd::Unknown => serializer.serialize_str("unknown"),
        }
    }
}
