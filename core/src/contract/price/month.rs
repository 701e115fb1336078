//! Calendar months, and days moved by months.

use crate::time::Day;
use serde::{Serialize, Serializer};

/// A month of a year, written `2026-01`.
///
/// ```
/// use entretien::contract::price::Month;
/// let month = Month::parse("2026-01").unwrap();
/// assert_eq!(month.plus(-2).unwrap().to_string(), "2025-11");
/// assert_eq!(Month::parse("2026-13"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// The month that `day` lies in.
    pub fn of(day: Day) -> Month {
        let (year, month, _) = day.ymd();
        Month(year * 12 + i32::try_from(month).unwrap_or(1) - 1)
    }

    /// Reads `YYYY-MM`, from 1583 to 9999; anything else is `None`.
    pub fn parse(text: &str) -> Option<Month> {
        if text.len() != 7 {
            return None;
        }
        Day::parse(&format!("{text}-01")).map(Month::of)
    }

    /// The month `months` later (earlier when negative), or `None` outside 1583–9999.
    pub fn plus(self, months: i32) -> Option<Month> {
        let month = Month(self.0.checked_add(months)?);
        month.first_day().map(|_| month)
    }

    /// Its first day, or `None` outside 1583–9999.
    pub fn first_day(self) -> Option<Day> {
        Day::from_ymd(self.0.div_euclid(12), self.month(), 1)
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        u32::try_from(self.0.rem_euclid(12)).unwrap_or_default() + 1
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// Months since the year 0.
    pub(super) fn number(self) -> i32 {
        self.0
    }

    /// The first month of its quarter.
    pub(super) fn quarter(self) -> Month {
        Month(self.0 - self.0.rem_euclid(3))
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Month {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Month".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$",
            "description": "A month, `YYYY-MM`."
        })
    }
}

/// The number of the step of `months` months counted from `anchor` that `day` lies in: 0 for the first,
/// negative before it.
pub(super) fn step_of(anchor: Day, months: i32, day: Day) -> i32 {
    let step = (Month::of(day).0 - Month::of(anchor).0).div_euclid(months.max(1));
    match anchor.add_months(step * months) {
        Some(start) if start > day => step - 1,
        _ => step,
    }
}
