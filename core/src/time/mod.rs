//! Civil days, half-open periods and counted intervals.
//!
//! A [`Day`] is a day of the proleptic Gregorian calendar as the number of days since 1970-01-01. The
//! public edge speaks [`chrono::NaiveDate`]; inside, days are integers. A [`Period`] includes its first
//! day and excludes its end. An [`Interval`] is a count of days, weeks or months.

mod day;
mod interval;
mod period;

pub use day::{Day, YEAR_MAX, YEAR_MIN, days_in_month, is_leap_year};
pub use interval::{INTERVAL_MONTHS_MAX, Interval, Unit};
pub use period::Period;

/// Version of the IANA zone data compiled into this release, printed in every result.
pub const TZ_DATA_VERSION: &str = chrono_tz::IANA_TZDB_VERSION;
