//! Civil days, half-open periods and counted intervals.
//!
//! A [`Day`] is a day of the proleptic Gregorian calendar as the number of days since 1970-01-01. The
//! public edge speaks [`chrono::NaiveDate`]; inside, days are integers. A [`Period`] includes its first
//! day and excludes its end. An [`Interval`] is a count of days, weeks or months. A [`Zone`] is an IANA
//! time zone of the data compiled into the release ([`TZ_DATA_VERSION`]).

mod day;
mod interval;
mod period;
mod zone;

pub use day::{Day, YEAR_MAX, YEAR_MIN, days_in_month, is_leap_year};
pub use interval::{INTERVAL_MONTHS_MAX, Interval, Unit};
pub use period::Period;
pub(crate) use zone::{Offsets, Segment, calm_seconds};
pub use zone::{ZONE_HORIZON, Zone};

/// Version of the IANA zone data compiled into this release, printed in every result.
pub const TZ_DATA_VERSION: &str = chrono_tz::IANA_TZDB_VERSION;
