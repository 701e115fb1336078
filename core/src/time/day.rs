//! The day number and its civil form.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Serialize, Serializer};

/// First year of the calendar of this library, the first full Gregorian one.
pub const YEAR_MIN: i32 = 1583;
/// Last year of the calendar of this library.
pub const YEAR_MAX: i32 = 9999;

/// A civil day: days since 1970-01-01, from 1583-01-01 to 9999-12-31.
///
/// ```
/// use entretien::time::Day;
/// let day = Day::from_ymd(2026, 2, 28).unwrap();
/// assert_eq!(day.number(), 20_512);
/// assert_eq!(day.to_string(), "2026-02-28");
/// assert_eq!(Day::from_ymd(2026, 2, 29), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 1583-01-01.
    pub const MIN: Day = Day(-141_349);
    /// 9999-12-31.
    pub const MAX: Day = Day(2_932_896);

    /// The day with this number, or `None` outside [`Day::MIN`]..=[`Day::MAX`].
    pub const fn from_number(number: i32) -> Option<Day> {
        if number < Day::MIN.0 || number > Day::MAX.0 { None } else { Some(Day(number)) }
    }

    /// The day of a civil date, or `None` when it does not exist or is out of range.
    pub const fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 {
            return None;
        }
        if day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Day(number_of(year, month, day)))
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year, month (1–12) and day of the month.
    pub const fn ymd(self) -> (i32, u32, u32) {
        civil_of(self.0)
    }

    /// Months since January 1583; orders months, whatever the day.
    pub(crate) fn month_number(self) -> usize {
        let (year, month, _) = self.ymd();
        usize::try_from((year - YEAR_MIN) * 12).unwrap_or_default()
            + usize::try_from(month).unwrap_or_default()
            - 1
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.ymd().0
    }

    /// Day of the week, Monday = 0 … Sunday = 6.
    pub const fn weekday_index(self) -> usize {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// Day of the week.
    pub const fn weekday(self) -> Weekday {
        match self.weekday_index() {
            0 => Weekday::Mon,
            1 => Weekday::Tue,
            2 => Weekday::Wed,
            3 => Weekday::Thu,
            4 => Weekday::Fri,
            5 => Weekday::Sat,
            _ => Weekday::Sun,
        }
    }

    /// The day `days` later (earlier when negative), or `None` out of range.
    pub const fn add_days(self, days: i32) -> Option<Day> {
        match self.0.checked_add(days) {
            Some(number) => Day::from_number(number),
            None => None,
        }
    }

    /// The day `months` later (earlier when negative): the same day of the month, or the last one of a
    /// shorter month. `None` out of range.
    ///
    /// ```
    /// use entretien::time::Day;
    /// let day = Day::from_ymd(2025, 5, 31).unwrap();
    /// assert_eq!(day.add_months(6), Day::from_ymd(2025, 11, 30));
    /// assert_eq!(day.add_months(-3), Day::from_ymd(2025, 2, 28));
    /// ```
    pub const fn add_months(self, months: i32) -> Option<Day> {
        let (year, month, day) = self.ymd();
        let Some(total) = months.checked_add(year * 12 + month.cast_signed() - 1) else {
            return None;
        };
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12).cast_unsigned() + 1);
        let last = days_in_month(year, month);
        Day::from_ymd(year, month, if day < last { day } else { last })
    }

    /// The first day of its month.
    ///
    /// ```
    /// use entretien::time::Day;
    /// let day = Day::parse("2026-02-17").unwrap();
    /// assert_eq!(day.first_of_month(), Day::parse("2026-02-01").unwrap());
    /// ```
    #[must_use]
    pub const fn first_of_month(self) -> Day {
        let (year, month, _) = self.ymd();
        match Day::from_ymd(year, month, 1) {
            Some(first) => first,
            // INVARIANT: the first days of the months of every day are days.
            None => self,
        }
    }

    /// Whether this is the last day of its month.
    pub const fn is_month_end(self) -> bool {
        let (year, month, day) = self.ymd();
        day == days_in_month(year, month)
    }

    /// The same day as chrono writes it.
    pub fn to_date(self) -> NaiveDate {
        let (year, month, day) = self.ymd();
        // INVARIANT: every Day is a date that chrono knows.
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// The day of a chrono date, or `None` outside 1583–9999.
    pub fn from_date(date: NaiveDate) -> Option<Day> {
        Day::from_ymd(date.year(), date.month(), date.day())
    }

    /// Reads `YYYY-MM-DD`; anything else, or a date that does not exist, is `None`.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *bytes else {
            return None;
        };
        let number = |digits: &[u8]| -> Option<i32> {
            digits.iter().try_fold(0, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + i32::from(digit - b'0'))
            })
        };
        let month = u32::try_from(number(&[m0, m1])?).ok()?;
        let day = u32::try_from(number(&[d0, d1])?).ok()?;
        Day::from_ymd(number(&[y0, y1, y2, y3])?, month, day)
    }
}

/// The day number of a civil date, of any year.
#[expect(clippy::cast_possible_wrap, reason = "month ≤ 12 and day ≤ 31")]
pub(super) const fn number_of(year: i32, month: u32, day: u32) -> i32 {
    // Years that begin in March put the leap day last; 400-year eras repeat.
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let mp = (month as i32 + 9) % 12;
    let doy = (153 * mp + 2) / 5 + day as i32 - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    era * 146_097 + doe - 719_468
}

/// Year, month and day of the month of a day number.
#[expect(clippy::cast_sign_loss, reason = "month and day are positive by construction")]
pub(super) const fn civil_of(number: i32) -> (i32, u32, u32) {
    let z = number + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month as u32, day as u32)
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The name lets a binding make a date of its language out of the text.
        serializer.serialize_newtype_struct("Day", &format_args!("{self}"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "description": "A date, `YYYY-MM-DD`, from 1583-01-01 to 9999-12-31."
        })
    }
}

/// Whether February has 29 days in `year`.
pub const fn is_leap_year(year: i32) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Number of days of a month, 1–12.
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 => 28 + is_leap_year(year) as u32,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn every_day_of_the_calendar_round_trips_and_agrees_with_chrono() {
        let mut date = Day::MIN.to_date();
        for number in Day::MIN.number()..=Day::MAX.number() {
            let day = Day::from_number(number).expect("in range");
            assert_eq!(Day::from_date(date), Some(day));
            assert_eq!(day.weekday(), chrono::Datelike::weekday(&date));
            date = date.succ_opt().expect("chrono goes further");
        }
        assert_eq!(Day::MIN.to_string(), "1583-01-01");
        assert_eq!(Day::MAX.to_string(), "9999-12-31");
    }

    #[test]
    fn only_the_iso_form_is_read() {
        assert!(Day::parse("2026-02-28").is_some());
        for text in [
            "2026-02-30",
            "26-02-28",
            "2026-2-28",
            "2026-02-28T00:00",
            "",
            "2026/02/28",
            "٢٠٢٦-02-28",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
