//! Rules prepared for any anchor.

use super::civil::Start;
use super::local::{Prepared, prepare};
use super::memo::Memo;
use super::query::Recurrence;
use super::rule::Rule;
use super::set::{Policies, Unmatched, check_rule};
use crate::error::{Error, Faults};
use crate::time::{Day, Period};

/// A rule whose text, masks and times are ready for any anchor.
///
/// ```
/// use entretien::recurrence::{Civil, Policies, Rule, Start, Window};
/// let program = Rule::parse("FREQ=MONTHLY;BYDAY=2TU;COUNT=2").unwrap().compile();
/// let start = Start::Floating(Civil::parse("20260101T090000").unwrap());
/// let values = program.at(start, Policies::default()).unwrap().expand(Window::ALL).unwrap();
/// let dates: Vec<String> = values.iter().filter_map(|v| Civil::from_seconds(*v)).map(|c| c.to_string()).collect();
/// assert_eq!(dates, ["20260113T090000", "20260210T090000"]);
/// ```
#[derive(Debug, Clone)]
pub struct Program {
    pub(super) rule: Rule,
    pub(super) prepared: Prepared,
    pub(super) memo: Memo,
}

impl Rule {
    /// Prepares the rule for anchors.
    pub fn compile(&self) -> Program {
        Program { prepared: prepare(self), rule: self.clone(), memo: Memo::default() }
    }
}

impl Program {
    /// Appends the days of the rule from an anchor that is a date, within `period`.
    ///
    /// The same as [`Recurrence::days_into`] of [`Program::at`] a date, without anything in between.
    ///
    /// # Errors
    /// `REC-011` UNTIL that is not a date · `REC-012` a rule finer than a day.
    ///
    /// ```
    /// use entretien::recurrence::Rule;
    /// use entretien::time::{Day, Period};
    /// let program = Rule::parse("FREQ=MONTHLY;BYMONTHDAY=-1").unwrap().compile();
    /// let day = |text: &str| Day::parse(text).unwrap();
    /// let quarter = Period::new(day("2026-01-01"), day("2026-04-01")).unwrap();
    /// let mut days = Vec::new();
    /// program.days_into(day("2026-01-15"), quarter, &mut days).unwrap();
    /// assert_eq!(days, [20_484, 20_512, 20_543]);
    /// ```
    #[inline]
    pub fn days_into(&self, anchor: Day, period: Period, out: &mut Vec<i32>) -> Result<(), Error> {
        let first = anchor.max(period.start()).number();
        let last = period.end().number() - 1;
        match self.listed_days(first, last) {
            Some(days) => {
                out.extend_from_slice(days);
                Ok(())
            }
            None => self.days_of(anchor, period, out),
        }
    }

    fn days_of(&self, anchor: Day, period: Period, out: &mut Vec<i32>) -> Result<(), Error> {
        if self.rule.until.is_some() || self.rule.freq.is_sub_daily() {
            let mut faults = Faults::new();
            check_rule(Start::Date(anchor), &self.rule, &"", &mut faults);
            Error::check(faults.into_vec())?;
        }
        self.dates(anchor).days_into(period, out);
        Ok(())
    }

    /// The rule.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// The recurrence from an anchor.
    ///
    /// # Errors
    /// `REC-011` UNTIL of another kind than DTSTART · `REC-012` a rule finer than a day with a date ·
    /// `REC-017` a COUNT too costly to locate.
    #[inline]
    pub fn at(&self, start: Start, policies: Policies) -> Result<Recurrence, Error> {
        if self.rule.until.is_some() || start.is_date() {
            let mut faults = Faults::new();
            check_rule(start, &self.rule, &"", &mut faults);
            Error::check(faults.into_vec())?;
        }
        let mut compiled = Recurrence::new(start, policies, &self.rule, &self.prepared)?;
        if policies.unmatched == Unmatched::Count {
            compiled.count_start(std::slice::from_ref(&self.rule))?;
        }
        Ok(compiled)
    }
}
