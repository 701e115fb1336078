//! Opening hours as OpenStreetMap writes them, read strictly.
//!
//! What is read, of the `opening_hours` specification:
//!
//! | text | meaning |
//! |---|---|
//! | `24/7` | every day, all day |
//! | `Mo-Fr 08:00-12:00,13:30-18:00` | hours of weekdays; `Sa-Mo` goes over the end of the week; without weekdays, every day |
//! | `Fr 20:00-04:00`, `Fr 20:00-28:00` | past midnight; the night belongs to Friday |
//! | `We off`, `We closed` | no hours on Wednesdays |
//! | `PH off` | closed on the public holidays of the set given |
//! | `Dec 24-Jan 02 off`, `Aug off`, `Dec 25 off` | closed every year; the last day is closed too |
//! | `2026 Dec 24 off`, `2026 Dec 24-2027 Jan 02 off` | closed once |
//! | `2026 Dec 24 09:00-12:00` | other hours on one date |
//!
//! Rules are separated by `;` and a later one replaces what earlier ones say of the days that it
//! names. Everything else is refused by name and place: sunrise and sunset, school holidays, week
//! numbers, comments, `easter`, fallbacks, open ends. Nothing is ignored.

mod scan;

use super::closure::{Closure, MonthDay, Opening, YearlyClosure};
use super::holidays::HolidaySet;
use super::span::{Span, Week, settle};
use super::work::Hours;
use crate::error::{Error, Fault, Faults, codes};
use crate::time::{Day, Period};
use scan::{Dates, Refused, Rule, Scan};

/// Longest text, in bytes.
pub const OPENING_HOURS_BYTES_MAX: usize = 10_000;
/// Longest one-off range of dates with hours of their own, in days.
const DATES_MAX: i32 = 366;

impl Hours {
    /// Reads OpenStreetMap `opening_hours`; `public` is the set of public holidays that `PH` means.
    /// Without `PH off` they are days like others.
    ///
    /// Read are `24/7`; weekdays with hours, past midnight too; `off`; `PH off`; closures by month and
    /// day, every year or once; other hours on one date. A later rule replaces earlier ones on its days.
    ///
    /// ```
    /// use entretien::calendar::{HolidaySet, Hours};
    /// let text = "Mo-Fr 08:00-12:00,13:30-18:00; PH off; Dec 24-Jan 02 off";
    /// let hours = Hours::from_opening_hours(text, HolidaySet::FR).unwrap();
    /// assert_eq!(hours.yearly_closures[0].end().to_string(), "01-03");
    /// let error = Hours::from_opening_hours("Mo-Fr sunrise-18:00", HolidaySet::FR).unwrap_err();
    /// assert_eq!(error.code(), "CAL-015");
    /// assert_eq!(error.faults().next().unwrap().pointer, "line 1 column 7");
    /// ```
    ///
    /// # Errors
    /// All faults, each with `line 1 column N`: `CAL-014` not `opening_hours` · `CAL-015` a part that is
    /// not computed · `CAL-003` overlapping spans · `CAL-004` no opening at all · `CAL-013` text beyond
    /// [`OPENING_HOURS_BYTES_MAX`].
    pub fn from_opening_hours(text: &str, public: HolidaySet) -> Result<Hours, Error> {
        if text.len() > OPENING_HOURS_BYTES_MAX {
            let why = format!("{} bytes, more than {OPENING_HOURS_BYTES_MAX}", text.len());
            return Err(Error::new(codes::CAL_BOUND, "line 1 column 1", why));
        }
        let mut reader = Reader::new(public);
        let mut faults = Faults::new();
        let mut begin = 0;
        for rule in text.split(';') {
            let read = Scan::new(rule, begin).rule();
            if let Err(refused) = read.and_then(|rule| reader.apply(&rule)) {
                faults.push(Fault::new(refused.code, place(text, refused.at), refused.why));
            }
            begin += rule.len() + 1;
        }
        let complete = faults.is_empty();
        let hours = reader.finish(text, complete, &mut faults);
        Error::check(faults.into_vec())?;
        Ok(hours)
    }
}

/// Where a byte of a text stands, in characters.
fn place(text: &str, at: usize) -> String {
    let before = text.get(..at).map_or(0, |before| before.chars().count());
    format!("line 1 column {}", before + 1)
}

/// What the rules read so far say.
#[derive(Debug)]
struct Reader {
    public: HolidaySet,
    days: [Vec<Span>; 7],
    /// Where the hours of each weekday were given.
    places: [usize; 7],
    /// Whether an exception was read, which weekly hours must not follow.
    excepted: bool,
    hours: Hours,
}

impl Reader {
    fn new(public: HolidaySet) -> Reader {
        let hours = Hours::default();
        Reader { public, days: Default::default(), places: [0; 7], excepted: false, hours }
    }

    fn apply(&mut self, rule: &Rule) -> Result<(), Refused> {
        match &rule.dates {
            None if rule.weekdays.is_none() && rule.holidays => self.public_holidays(rule),
            None => self.weekly(rule),
            Some(_) if rule.weekdays.is_some() || rule.holidays => {
                Err(Refused::unsupported(rule.at, "weekdays within dates"))
            }
            Some(dates) => self.dated(rule, *dates),
        }
    }

    fn weekly(&mut self, rule: &Rule) -> Result<(), Refused> {
        if !settle(&mut rule.spans.clone()) {
            return Err(Refused::overlap(rule.at));
        }
        if rule.holidays {
            self.public_holidays(rule)?;
        } else if self.excepted && !rule.spans.is_empty() {
            let why =
                "weekly hours after an exception, which they would undo: write exceptions last";
            return Err(Refused::unsupported(rule.at, why));
        }
        let days = self.days.iter_mut().zip(&mut self.places);
        for ((spans, at), named) in days.zip(rule.weekdays.unwrap_or([true; 7])) {
            if named {
                spans.clone_from(&rule.spans);
                *at = rule.at;
            }
        }
        Ok(())
    }

    fn public_holidays(&mut self, rule: &Rule) -> Result<(), Refused> {
        if !rule.spans.is_empty() {
            return Err(Refused::unsupported(rule.at, "hours on public holidays"));
        }
        if self.public == HolidaySet::NONE {
            return Err(Refused::unsupported(rule.at, "`PH` without a set of public holidays"));
        }
        self.excepted = true;
        self.hours.holidays = self.public;
        self.hours.openings.retain(|opening| self.public.holiday(opening.day()).is_none());
        Ok(())
    }

    fn dated(&mut self, rule: &Rule, dates: Dates) -> Result<(), Refused> {
        self.excepted = true;
        let hours = &mut self.hours;
        match dates {
            Dates::Yearly(..) if !rule.spans.is_empty() => {
                return Err(Refused::unsupported(rule.at, "hours for a part of every year"));
            }
            Dates::Yearly(first, last) => {
                let end = next(last);
                // From a day to the one before it is the whole year, in two halves.
                let whole = (first == end).then_some((MonthDay::FIRST, MonthDay::JULY));
                let (a, b) = whole.unwrap_or((first, end));
                let halves = [Some((a, b)), whole.map(|(a, b)| (b, a))];
                let closed = halves.into_iter().flatten();
                let closed: Vec<YearlyClosure> =
                    closed.filter_map(|(a, b)| YearlyClosure::new(a, b, None)).collect();
                hours
                    .openings
                    .retain(|opening| !closed.iter().any(|yearly| yearly.contains(opening.day())));
                hours.yearly_closures.extend(closed);
            }
            Dates::Once(first, last) => {
                let period = last.add_days(1).and_then(|end| Period::new(first, end));
                let period =
                    period.ok_or_else(|| Refused::syntax(rule.at, "dates out of order"))?;
                if !rule.spans.is_empty() && period.days() > DATES_MAX {
                    let why = "other hours for more than 366 dates";
                    return Err(Refused::unsupported(rule.at, why));
                }
                hours.openings.retain(|opening| !period.contains(opening.day()));
                hours.closures.push(Closure { period, reason: None });
                for day in period.iter().filter(|_| !rule.spans.is_empty()) {
                    let opening = Opening::new(day, rule.spans.clone(), None);
                    hours.openings.push(opening.map_err(|_| Refused::overlap(rule.at))?);
                }
            }
        }
        Ok(())
    }

    fn finish(mut self, text: &str, complete: bool, faults: &mut Faults) -> Hours {
        let empty = self.days.iter().all(Vec::is_empty);
        if !empty || self.hours.openings.is_empty() {
            match Week::new(self.days) {
                Ok(week) => self.hours.week = week,
                // Hours that were refused are not said to be missing.
                Err(_) if empty && !complete => {}
                Err(error) => {
                    let mut all: Vec<Fault> = error.faults().cloned().collect();
                    for fault in &mut all {
                        let day = fault.pointer.trim_start_matches('/').parse::<usize>().ok();
                        let at = day.and_then(|day| self.places.get(day)).copied();
                        fault.pointer = place(text, at.unwrap_or_default());
                    }
                    // One rule for several weekdays is refused once.
                    all.dedup();
                    for fault in all {
                        faults.push(fault);
                    }
                }
            }
        }
        self.hours
    }
}

/// The day after, 29 February counted.
fn next(day: MonthDay) -> MonthDay {
    let (month, dom) = (day.month(), day.day());
    MonthDay::new(month, dom + 1).or_else(|| MonthDay::new(month + 1, 1)).unwrap_or(MonthDay::FIRST)
}

/// The day that exists in the calendar of this library.
fn day(year: i32, month: u32, dom: u32) -> Option<Day> {
    Day::from_ymd(year, month, dom)
}
