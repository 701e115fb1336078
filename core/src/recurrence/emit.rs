//! The canonical text of a rule.

use super::civil::compact;
use super::rule::{Freq, NthDay, Rule, Skip, Until};
use std::fmt;

/// RFC 5545 names of the weekdays, Monday first.
pub(super) const WEEKDAY_CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

pub(super) fn weekday_code(weekday: u8) -> &'static str {
    WEEKDAY_CODES.get(usize::from(weekday)).copied().unwrap_or("MO")
}

impl fmt::Display for NthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.n != 0 {
            write!(f, "{}", self.n)?;
        }
        f.write_str(weekday_code(self.weekday))
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Until::Date(day) => f.write_str(&compact(*day)),
            Until::Local(civil) => write!(f, "{civil}"),
            Until::Utc(civil) => write!(f, "{civil}Z"),
        }
    }
}

fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, values: &[T]) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        let head = if index == 0 { format!(";{name}=") } else { ",".to_owned() };
        write!(f, "{head}{value}")?;
    }
    Ok(())
}

/// The canonical text: RSCALE first when given, FREQ, then the parts in the order of RFC 5545, values
/// ascending, defaults left out (INTERVAL=1, WKST=MO, SKIP=OMIT). Parsing it gives an equal rule.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rscale {
            f.write_str("RSCALE=GREGORIAN;")?;
        }
        write!(f, "FREQ={}", self.freq.code())?;
        if let Some(until) = self.until {
            write!(f, ";UNTIL={until}")?;
        }
        if let Some(count) = self.count {
            write!(f, ";COUNT={count}")?;
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYSECOND", &self.by_second())?;
        list(f, "BYMINUTE", &self.by_minute())?;
        list(f, "BYHOUR", &self.by_hour())?;
        list(f, "BYDAY", &self.by_day())?;
        list(f, "BYMONTHDAY", &self.by_month_day())?;
        list(f, "BYYEARDAY", &self.by_year_day())?;
        list(f, "BYWEEKNO", &self.by_week_no())?;
        list(f, "BYMONTH", &self.by_month())?;
        list(f, "BYSETPOS", &self.by_set_pos())?;
        if self.wkst != 0 {
            write!(f, ";WKST={}", weekday_code(self.wkst))?;
        }
        if self.skip != Skip::Omit {
            write!(f, ";SKIP={}", self.skip.code())?;
        }
        Ok(())
    }
}

impl Freq {
    /// Whether it is finer than a day.
    pub fn is_sub_daily(self) -> bool {
        self < Freq::Daily
    }

    pub(super) fn is_daily(self) -> bool {
        self == Freq::Daily
    }
}
