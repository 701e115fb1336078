//! Building a rule in code: every fault at once, and no invalid rule.

use super::rule::{Freq, NthDay, RULE_COUNT_MAX, RULE_INTERVAL_MAX, Rule, Skip, Until};
use super::validate;
use crate::error::{Error, Faults, codes};
use chrono::Weekday;

/// Collects the parts of a [`Rule`]; [`build`](RuleBuilder::build) checks them all.
///
/// ```
/// use chrono::Weekday;
/// use entretien::recurrence::{Freq, NthDay, Rule};
/// let rule = Rule::builder(Freq::Monthly)
///     .by_day(&[NthDay::nth(2, Weekday::Tue)])
///     .count(12)
///     .build()
///     .unwrap();
/// assert_eq!(rule.to_string(), "FREQ=MONTHLY;COUNT=12;BYDAY=2TU");
/// assert!(Rule::builder(Freq::Daily).interval(0).by_month(&[13]).build().is_err());
/// ```
#[derive(Debug)]
pub struct RuleBuilder {
    rule: Rule,
    faults: Faults,
}

impl Rule {
    /// A builder of rules that repeat by `freq`.
    pub fn builder(freq: Freq) -> RuleBuilder {
        RuleBuilder { rule: Rule::blank(freq), faults: Faults::new() }
    }
}

impl RuleBuilder {
    fn bad(&mut self, part: &str, value: impl std::fmt::Display, why: &str) {
        let code = if part == "INTERVAL" && why == "zero" {
            codes::REC_ZERO_INTERVAL
        } else {
            codes::REC_BAD_VALUE
        };
        self.faults.add(code, format!("/{part}"), format!("`{part}={value}`: {why}"));
    }

    fn each<T: Copy + Into<i32>>(
        mut self,
        part: &str,
        values: &[T],
        (least, most): (i32, i32),
        set: impl Fn(&mut Rule, i32),
    ) -> RuleBuilder {
        for value in values {
            let value: i32 = (*value).into();
            if value < least || value > most || (least < 0 && value == 0) {
                self.bad(part, value, &format!("not within {least} to {most}"));
            } else {
                set(&mut self.rule, value);
            }
        }
        self
    }

    /// INTERVAL, 1 to [`RULE_INTERVAL_MAX`].
    #[must_use]
    pub fn interval(mut self, interval: u32) -> RuleBuilder {
        if interval == 0 {
            self.bad("INTERVAL", 0, "zero");
        } else if interval > RULE_INTERVAL_MAX {
            self.bad("INTERVAL", interval, "beyond the bound");
        }
        self.rule.interval = interval;
        self
    }

    /// COUNT, 1 to [`RULE_COUNT_MAX`].
    #[must_use]
    pub fn count(mut self, count: u64) -> RuleBuilder {
        if count == 0 || count > RULE_COUNT_MAX {
            self.bad("COUNT", count, "zero or beyond the bound");
        }
        self.rule.count = Some(count);
        self
    }

    /// UNTIL, inclusive.
    #[must_use]
    pub fn until(mut self, until: Until) -> RuleBuilder {
        self.rule.until = Some(until);
        self
    }

    /// WKST.
    #[must_use]
    pub fn week_start(mut self, weekday: Weekday) -> RuleBuilder {
        self.rule.wkst = NthDay::every(weekday).weekday;
        self
    }

    /// RSCALE=GREGORIAN with this SKIP.
    #[must_use]
    pub fn skip(mut self, skip: Skip) -> RuleBuilder {
        self.rule.rscale = true;
        self.rule.skip = skip;
        self
    }

    /// BYMONTH, 1–12.
    #[must_use]
    pub fn by_month(self, months: &[u8]) -> RuleBuilder {
        self.each("BYMONTH", months, (1, 12), |rule, n| {
            rule.months |= 1 << (n - 1);
        })
    }

    /// BYWEEKNO, ±1 to ±53.
    #[must_use]
    pub fn by_week_no(self, weeks: &[i8]) -> RuleBuilder {
        self.each("BYWEEKNO", weeks, (-53, 53), |rule, n| {
            let set = if n < 0 { &mut rule.weeknos_last } else { &mut rule.weeknos };
            *set |= 1 << n.abs();
        })
    }

    /// BYYEARDAY, ±1 to ±366.
    #[must_use]
    pub fn by_year_day(self, days: &[i16]) -> RuleBuilder {
        self.each("BYYEARDAY", days, (-366, 366), |rule, n| {
            let set = if n < 0 { &mut rule.yeardays_last } else { &mut rule.yeardays };
            set.add(n.abs());
        })
    }

    /// BYMONTHDAY, ±1 to ±31.
    #[must_use]
    pub fn by_month_day(self, days: &[i8]) -> RuleBuilder {
        self.each("BYMONTHDAY", days, (-31, 31), |rule, n| {
            let set = if n < 0 { &mut rule.monthdays_last } else { &mut rule.monthdays };
            *set |= 1 << n.abs();
        })
    }

    /// BYDAY, ordinals up to ±53.
    #[must_use]
    pub fn by_day(mut self, days: &[NthDay]) -> RuleBuilder {
        for day in days {
            if day.weekday > 6 || !(-53..=53).contains(&day.n) {
                self.bad("BYDAY", format!("{}/{}", day.n, day.weekday), "out of range");
            } else {
                let ordinal = u64::from(day.n.unsigned_abs());
                self.rule.add_day(ordinal, day.n < 0, day.weekday);
            }
        }
        self
    }

    /// BYHOUR, 0–23.
    #[must_use]
    pub fn by_hour(self, hours: &[u8]) -> RuleBuilder {
        self.each("BYHOUR", hours, (0, 23), |rule, n| {
            rule.hours |= 1 << n;
        })
    }

    /// BYMINUTE, 0–59.
    #[must_use]
    pub fn by_minute(self, minutes: &[u8]) -> RuleBuilder {
        self.each("BYMINUTE", minutes, (0, 59), |rule, n| {
            rule.minutes |= 1 << n;
        })
    }

    /// BYSECOND, 0–60.
    #[must_use]
    pub fn by_second(self, seconds: &[u8]) -> RuleBuilder {
        self.each("BYSECOND", seconds, (0, 60), |rule, n| {
            rule.seconds |= 1 << n;
        })
    }

    /// BYSETPOS, ±1 to ±366.
    #[must_use]
    pub fn by_set_pos(self, positions: &[i16]) -> RuleBuilder {
        self.each("BYSETPOS", positions, (-366, 366), |rule, n| {
            let set = if n < 0 { &mut rule.setpos_last } else { &mut rule.setpos };
            set.add(n.abs());
        })
    }

    /// The rule.
    ///
    /// # Errors
    /// All faults, pointers name the part (`/BYMONTH`): `REC-001` zero interval · `REC-006` value ·
    /// `REC-008` COUNT and UNTIL · `REC-009` parts that do not go together.
    pub fn build(mut self) -> Result<Rule, Error> {
        if let Err((code, part, why)) = validate::check(&self.rule) {
            self.faults.add(code, format!("/{part}"), format!("`{part}`: {why}"));
        }
        Error::check(self.faults.into_vec())?;
        Ok(self.rule)
    }
}
