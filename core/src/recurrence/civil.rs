//! Civil date and time, and the start of a series.

use super::zone::Zone;
use crate::time::Day;
use chrono::{NaiveDateTime, Timelike};

/// Seconds of a civil day.
pub(super) const DAY_SECONDS: i64 = 86_400;

/// A civil date and time of day, without zone, to the second, from 1583 to 9999.
///
/// ```
/// use entretien::recurrence::Civil;
/// let nine = Civil::parse("20260310T090000").unwrap();
/// assert_eq!(nine.to_string(), "20260310T090000");
/// assert_eq!(nine.seconds(), 1_773_133_200);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil(i64);

impl Civil {
    /// 1583-01-01T00:00:00.
    pub const MIN: Civil = Civil(Day::MIN.number() as i64 * DAY_SECONDS);
    /// 9999-12-31T23:59:59.
    pub const MAX: Civil = Civil(Day::MAX.number() as i64 * DAY_SECONDS + DAY_SECONDS - 1);

    /// The civil time this many wall seconds after 1970-01-01T00:00:00, or `None` out of range.
    pub fn from_seconds(seconds: i64) -> Option<Civil> {
        (Civil::MIN.0..=Civil::MAX.0).contains(&seconds).then_some(Civil(seconds))
    }

    /// A day and a second of that day, 0–86 399.
    pub fn new(day: Day, second: u32) -> Option<Civil> {
        (i64::from(second) < DAY_SECONDS)
            .then(|| Civil(i64::from(day.number()) * DAY_SECONDS + i64::from(second)))
    }

    /// Wall seconds since 1970-01-01T00:00:00.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The civil day.
    pub fn day(self) -> Day {
        // INVARIANT: a Civil lies between the first and the last Day.
        i32::try_from(self.0.div_euclid(DAY_SECONDS))
            .ok()
            .and_then(Day::from_number)
            .unwrap_or(Day::MIN)
    }

    /// Second of the day, 0–86 399.
    pub fn second_of_day(self) -> u32 {
        u32::try_from(self.0.rem_euclid(DAY_SECONDS)).unwrap_or(0)
    }

    /// As chrono writes it.
    pub fn to_datetime(self) -> NaiveDateTime {
        let second = self.second_of_day();
        self.day()
            .to_date()
            .and_hms_opt(second / 3_600, second / 60 % 60, second % 60)
            .unwrap_or_default()
    }

    /// From chrono, to the second (a fraction is dropped); `None` outside 1583–9999.
    pub fn from_datetime(value: NaiveDateTime) -> Option<Civil> {
        Civil::new(Day::from_date(value.date())?, value.time().num_seconds_from_midnight())
    }

    /// Reads `YYYYMMDDTHHMMSS`; second 60 is second 59 (RFC 5545 3.3.12). Anything else is `None`.
    pub fn parse(text: &str) -> Option<Civil> {
        let bytes = text.as_bytes();
        let (date, rest) = bytes.split_first_chunk::<8>()?;
        let [b'T', h1, h0, m1, m0, s1, s0] = *rest else {
            return None;
        };
        let (hour, minute) = (pair(h1, h0)?, pair(m1, m0)?);
        let second = pair(s1, s0)?;
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        Civil::new(compact_date(*date)?, hour * 3_600 + minute * 60 + second.min(59))
    }
}

/// Two digits.
fn pair(tens: u8, units: u8) -> Option<u32> {
    let (tens, units) = (tens.wrapping_sub(b'0'), units.wrapping_sub(b'0'));
    (tens < 10 && units < 10).then(|| u32::from(tens) * 10 + u32::from(units))
}

/// `YYYYMMDD`.
pub(super) fn compact_date(date: [u8; 8]) -> Option<Day> {
    let [y3, y2, y1, y0, m1, m0, d1, d0] = date;
    let year = pair(y3, y2)? * 100 + pair(y1, y0)?;
    Day::from_ymd(i32::try_from(year).ok()?, pair(m1, m0)?, pair(d1, d0)?)
}

/// A day as `YYYYMMDD`.
pub(super) fn compact(day: Day) -> String {
    let (year, month, dom) = day.ymd();
    format!("{year:04}{month:02}{dom:02}")
}

impl std::fmt::Display for Civil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let second = self.second_of_day();
        write!(
            f,
            "{}T{:02}{:02}{:02}",
            compact(self.day()),
            second / 3_600,
            second / 60 % 60,
            second % 60
        )
    }
}

/// DTSTART: the anchor of a series, and what kind of time it is counted in.
///
/// The scale of every query follows from it: see [`Start::Date`] and the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Start {
    /// A date. Values are wall seconds at midnight, or days.
    Date(Day),
    /// A civil time, the same in every zone. Values are wall seconds.
    Floating(Civil),
    /// A UTC time. Values are UTC epoch seconds.
    Utc(Civil),
    /// A civil time in a zone. Values are UTC epoch seconds.
    Zoned(Civil, Zone),
}

impl Start {
    /// The civil time of the anchor (midnight of a date).
    pub fn civil(self) -> Civil {
        match self {
            Start::Date(day) => Civil(i64::from(day.number()) * DAY_SECONDS),
            Start::Floating(civil) | Start::Utc(civil) | Start::Zoned(civil, _) => civil,
        }
    }

    /// The zone, when there is one.
    pub fn zone(self) -> Option<Zone> {
        match self {
            Start::Zoned(_, zone) => Some(zone),
            _ => None,
        }
    }

    /// Whether it is a date without time.
    pub fn is_date(self) -> bool {
        matches!(self, Start::Date(_))
    }
}
