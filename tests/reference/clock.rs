//! Civil times and instants, by chrono-tz alone.

use super::{epoch, year_length};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// What becomes of a time in a gap: 0 forward, 1 skip, 2 before; in an overlap: first or second.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// The zone; none is floating.
    pub zone: Option<Tz>,
    /// Gap policy.
    pub gap: u8,
    /// Whether the second of two is taken.
    pub second: bool,
}

impl Clock {
    /// The offset of a civil time that exists once, by chrono-tz until 2099, then by the year of the
    /// same shape among the last ones.
    fn offsets(self, at: NaiveDateTime) -> chrono::LocalResult<i64> {
        let zone = self.zone.unwrap();
        let day =
            |month: u32| NaiveDate::from_ymd_opt(2099, month, 15).unwrap().and_time(at.time());
        let flat = zone.offset_from_local_datetime(&day(1)).map(|o| o.fix())
            == zone.offset_from_local_datetime(&day(7)).map(|o| o.fix());
        let shown = match at.year() < 2100 {
            true => at,
            // A zone that no longer changes keeps its offset; the Ramadan years before do not return.
            false if flat => day(7),
            false => same_shape(at),
        };
        zone.offset_from_local_datetime(&shown).map(|o| i64::from(o.fix().local_minus_utc()))
    }

    /// The value of a civil time on the scale of the set.
    pub fn value(self, at: NaiveDateTime) -> Option<i64> {
        if self.zone.is_none() {
            return Some(epoch(at));
        }
        match self.offsets(at) {
            chrono::LocalResult::Single(offset) => Some(epoch(at) - offset),
            chrono::LocalResult::Ambiguous(a, b) => {
                // The first instant has the greater offset.
                let offset = if self.second { a.min(b) } else { a.max(b) };
                Some(epoch(at) - offset)
            }
            chrono::LocalResult::None => {
                let step = |sign: i64| {
                    (1..=200).find_map(|n| {
                        match self.offsets(at + TimeDelta::seconds(sign * n * 900)) {
                            chrono::LocalResult::None => None,
                            chrono::LocalResult::Single(o) => Some(o),
                            chrono::LocalResult::Ambiguous(a, b) => {
                                Some(if sign < 0 { a.min(b) } else { a.max(b) })
                            }
                        }
                    })
                };
                match self.gap {
                    0 => Some(epoch(at) - step(-1)?),
                    1 => None,
                    _ => Some(epoch(at) - step(1)?),
                }
            }
        }
    }
}

fn same_shape(at: NaiveDateTime) -> NaiveDateTime {
    let jan = |y: i32| NaiveDate::from_ymd_opt(y, 1, 1).unwrap().weekday();
    let year = (2072..2100)
        .rev()
        .find(|y| jan(*y) == jan(at.year()) && year_length(*y) == year_length(at.year()))
        .unwrap();
    at.with_year(year).unwrap()
}

impl Clock {
    /// Civil times that may be instants of `from..to`: by the offsets of a day before and after.
    pub fn civil_range(self, from: i64, to: i64) -> (i64, i64) {
        if self.zone.is_none() {
            return (from, to);
        }
        let offsets = |at: i64| -> Vec<i64> {
            let day = chrono::DateTime::from_timestamp(at, 0).unwrap().naive_utc();
            [-30, -12, 0, 12, 30]
                .iter()
                .filter_map(|h| self.offsets(day + TimeDelta::hours(*h)).earliest())
                .collect()
        };
        (
            from + offsets(from).into_iter().min().unwrap_or(-90_000),
            to + offsets(to).into_iter().max().unwrap_or(90_000),
        )
    }
}
