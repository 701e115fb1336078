//! One type for everything that makes dates: civil intervals, RFC 5545 rules, days counted within months.

use super::civil::Start;
use super::month_day::{Dated, MonthDay};
use super::program::Program;
use super::rule::Rule;
use super::series::{MonthEnd, Series};
use super::set::check_rule;
use crate::calendar::WorkCalendar;
use crate::error::{Error, Faults, codes};
use crate::time::{Day, Interval, Period};

/// Dates from any anchor: compiled once, then asked by seeking, so that the year 2126 costs what 2027
/// does. Answers ascend, and never lie before the anchor.
///
/// Made from a rule, it leaves out an anchor that does not match the rule (as
/// [`Unmatched::Omit`](super::Unmatched::Omit)), ignores BYHOUR, BYMINUTE and BYSECOND (RFC 5545 3.3.10),
/// and reads COUNT and UNTIL from each anchor.
///
/// ```
/// use entretien::recurrence::{Generator, MonthEnd, Rule};
/// use entretien::time::{Day, Interval, Period};
/// let day = |text: &str| Day::parse(text).unwrap();
/// let quarter = Period::new(day("2026-01-01"), day("2026-04-01")).unwrap();
/// let text = |days: Vec<Day>| days.iter().map(ToString::to_string).collect::<Vec<_>>();
///
/// let monthly = Generator::interval(Interval::MONTHLY, MonthEnd::Backward);
/// assert_eq!(text(monthly.within(day("2026-01-31"), quarter)), ["2026-01-31", "2026-02-28", "2026-03-31"]);
///
/// let patches = Generator::rule(&Rule::parse("FREQ=MONTHLY;BYDAY=2TU").unwrap()).unwrap();
/// assert_eq!(text(patches.within(day("2026-02-01"), quarter)), ["2026-02-10", "2026-03-10"]);
/// assert_eq!(patches.next_after(day("2026-02-01"), day("2125-12-31")), Some(day("2126-01-08")));
/// ```
#[derive(Debug, Clone)]
pub struct Generator {
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Interval(Interval, MonthEnd),
    Rule(Box<Program>),
    Month(Month),
}

/// A day counted within months, and the calendar that working days need.
#[derive(Debug, Clone)]
struct Month {
    day: MonthDay,
    calendar: Option<Box<WorkCalendar>>,
}

impl Month {
    fn at(&self, anchor: Day) -> Dated<'_> {
        Dated { day: self.day, anchor, calendar: self.calendar.as_deref() }
    }
}

impl Generator {
    /// Every so many days, weeks or months; the anchor is the first date.
    pub fn interval(every: Interval, month_end: MonthEnd) -> Generator {
        Generator { kind: Kind::Interval(every, month_end) }
    }

    /// By a rule of days or coarser.
    ///
    /// # Errors
    /// `REC-011` UNTIL that is not a date · `REC-012` a rule finer than a day · `REC-022` a rule that no
    /// day satisfies, whatever the anchor (30 February).
    ///
    /// ```
    /// use entretien::recurrence::{Generator, Rule};
    /// let code = |text: &str| Generator::rule(&Rule::parse(text).unwrap()).unwrap_err().code();
    /// assert_eq!(code("FREQ=HOURLY"), "REC-012");
    /// assert_eq!(code("FREQ=DAILY;UNTIL=20270101T000000Z"), "REC-011");
    /// assert_eq!(code("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "REC-022");
    /// ```
    pub fn rule(rule: &Rule) -> Result<Generator, Error> {
        let mut faults = Faults::new();
        check_rule(Start::Date(Day::MIN), rule, &"", &mut faults);
        if faults.is_empty() && is_never(rule) {
            faults.add(codes::REC_NEVER, "", format!("`{rule}` has no date"));
        }
        Error::check(faults.into_vec())?;
        Ok(Generator { kind: Kind::Rule(Box::new(rule.compile())) })
    }

    /// By a day counted within months, working days by `calendar`.
    pub fn month_day(day: MonthDay, calendar: &WorkCalendar) -> Generator {
        let calendar = day.is_working().then(|| Box::new(calendar.clone()));
        Generator { kind: Kind::Month(Month { day, calendar }) }
    }

    /// The interval, when it is one.
    pub fn every(&self) -> Option<Interval> {
        match self.kind {
            Kind::Interval(every, _) => Some(every),
            _ => None,
        }
    }

    /// Whether every date from this anchor is the last day of its month, by [`MonthEnd::StickToEnd`].
    pub fn sticks_to_end(&self, anchor: Day) -> bool {
        match self.kind {
            Kind::Interval(every, month_end) => {
                Series::new(anchor, every, month_end).sticks_to_end()
            }
            _ => false,
        }
    }

    /// Appends the dates from `anchor` that lie within `period`, as days since 1970-01-01.
    pub fn days_into(&self, anchor: Day, period: Period, out: &mut Vec<i32>) {
        match &self.kind {
            Kind::Interval(every, month_end) => {
                let series = Series::new(anchor, *every, *month_end);
                out.extend(series.within(period).map(|(_, day)| day.number()));
            }
            Kind::Rule(program) => program.dates(anchor).days_into(period, out),
            Kind::Month(month) => {
                out.extend(month.at(anchor).within(period).map(Day::number));
            }
        }
    }

    /// The dates from `anchor` that lie within `period`.
    pub fn within(&self, anchor: Day, period: Period) -> Vec<Day> {
        let mut days = Vec::new();
        self.days_into(anchor, period, &mut days);
        days.into_iter().filter_map(Day::from_number).collect()
    }

    /// The first date after `day`; `None` when there is none.
    pub fn next_after(&self, anchor: Day, day: Day) -> Option<Day> {
        match &self.kind {
            Kind::Interval(every, month_end) => {
                Series::new(anchor, *every, *month_end).next_after(day)
            }
            Kind::Rule(program) => {
                program.dates(anchor).next(day.number() + 1).and_then(Day::from_number)
            }
            Kind::Month(month) => month.at(anchor).next_after(day),
        }
    }

    /// The last date before `day`; `None` when there is none from the anchor on.
    pub fn previous_before(&self, anchor: Day, day: Day) -> Option<Day> {
        match &self.kind {
            Kind::Interval(every, month_end) => {
                Series::new(anchor, *every, *month_end).previous_before(day)
            }
            Kind::Rule(program) => {
                program.dates(anchor).previous(day.number() - 1).and_then(Day::from_number)
            }
            Kind::Month(month) => month.at(anchor).previous_before(day),
        }
    }

    /// Whether `day` is one of the dates.
    pub fn contains(&self, anchor: Day, day: Day) -> bool {
        match &self.kind {
            Kind::Interval(every, month_end) => {
                Series::new(anchor, *every, *month_end).contains(day)
            }
            Kind::Rule(program) => program.dates(anchor).next(day.number()) == Some(day.number()),
            Kind::Month(month) => month.at(anchor).contains(day),
        }
    }

    /// Number of dates within `period`.
    pub fn count_between(&self, anchor: Day, period: Period) -> u64 {
        match &self.kind {
            Kind::Interval(every, month_end) => {
                Series::new(anchor, *every, *month_end).within(period).count() as u64
            }
            Kind::Rule(program) => {
                u64::try_from(program.dates(anchor).count(period)).unwrap_or_default()
            }
            Kind::Month(month) => month.at(anchor).within(period).count() as u64,
        }
    }
}

/// Whether a rule has no date from any anchor.
///
/// A longer interval visits fewer periods and a later anchor fewer days: what is empty every period from
/// the first day on is empty always. A rule whose days come from its anchor is not judged.
fn is_never(rule: &Rule) -> bool {
    let mut widest = rule.clone();
    widest.interval = 1;
    widest.count = None;
    widest.until = None;
    let given = rule.has_day() || rule.has_monthday() || rule.has_yearday();
    (given || rule.freq.is_daily()) && widest.compile().dates(Day::MIN).next(i32::MIN).is_none()
}
