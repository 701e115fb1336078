//! The recurrence rule as data: valid by construction, lists as bit sets.

use super::civil::Civil;
use super::months::YearBits;
use crate::text::choice;
use crate::time::Day;
use chrono::Weekday;

/// Largest INTERVAL.
pub const RULE_INTERVAL_MAX: u32 = 1_000_000_000;
/// Largest COUNT.
pub const RULE_COUNT_MAX: u64 = 1_000_000_000_000;

choice! {
    /// How often a rule repeats (FREQ), finest first.
    Freq {
        /// Every second.
        Secondly "SECONDLY" "second" "seconde",
        /// Every minute.
        Minutely "MINUTELY" "minute" "minute",
        /// Every hour.
        Hourly "HOURLY" "hour" "heure",
        /// Every day.
        Daily "DAILY" "day" "jour",
        /// Every week.
        Weekly "WEEKLY" "week" "semaine",
        /// Every month.
        Monthly "MONTHLY" "month" "mois",
        /// Every year.
        Yearly "YEARLY" "year" "année",
    }
}

choice! {
    /// What becomes of a day of month that a month does not have (RFC 7529 SKIP).
    ///
    /// From 31 January 2015 monthly: `OMIT` 31 Jan, 31 Mar; `BACKWARD` 31 Jan, 28 Feb, 31 Mar;
    /// `FORWARD` 31 Jan, 1 Mar, 31 Mar. It does not rescue a missing fifth Monday: −1MO says "last".
    Skip {
        /// Left out.
        Omit "OMIT" "left out" "omis",
        /// The day before: the last of the month.
        Backward "BACKWARD" "last day of the month" "dernier jour du mois",
        /// The day after: the first of the next month.
        Forward "FORWARD" "first day of the next month" "premier jour du mois suivant",
    }
}

/// A value of BYDAY: every such weekday (`n` = 0), or the n-th of the month or year, from the end when
/// negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NthDay {
    /// 0, or ±1 to ±53.
    pub n: i8,
    /// Weekday, Monday = 0.
    pub weekday: u8,
}

impl NthDay {
    /// Every `weekday`.
    pub fn every(weekday: Weekday) -> NthDay {
        NthDay::nth(0, weekday)
    }

    /// The `n`-th `weekday`; counted from the end when negative.
    pub fn nth(n: i8, weekday: Weekday) -> NthDay {
        let weekday = u8::try_from(weekday.num_days_from_monday()).unwrap_or(0);
        NthDay { n, weekday }
    }
}

/// The bound UNTIL, inclusive, in the form that it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// A date, for a DTSTART that is a date.
    Date(Day),
    /// A local date and time, for a floating DTSTART.
    Local(Civil),
    /// A UTC date and time, for a DTSTART in UTC or in a zone; compared as an instant.
    Utc(Civil),
}

/// A recurrence rule (RFC 5545 RECUR, with RFC 7529 RSCALE and SKIP): immutable and valid.
///
/// Lists are sets: `BYDAY=MO,MO` and `BYDAY=MO` are equal rules. Read one with [`Rule::parse`], build
/// one with [`Rule::builder`], write the canonical text with `to_string`.
///
/// ```
/// use entretien::recurrence::Rule;
/// let rule = Rule::parse("FREQ=MONTHLY;BYDAY=2TU;INTERVAL=1").unwrap();
/// assert_eq!(rule.to_string(), "FREQ=MONTHLY;BYDAY=2TU");
/// assert_eq!(Rule::parse("FREQ=DAILY;INTERVAL=0").unwrap_err().code(), "REC-001");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub(super) freq: Freq,
    pub(super) skip: Skip,
    pub(super) rscale: bool,
    /// First day of the week, Monday = 0.
    pub(super) wkst: u8,
    pub(super) interval: u32,
    pub(super) count: Option<u64>,
    pub(super) until: Option<Until>,
    /// Bit `s` is second `s`, 0–60.
    pub(super) seconds: u64,
    pub(super) minutes: u64,
    pub(super) hours: u32,
    /// Bit 0 is January.
    pub(super) months: u16,
    /// Plain weekdays, bit 0 is Monday.
    pub(super) weekdays: u8,
    /// Weekdays that have an ordinal, bit 0 is Monday.
    pub(super) nth_weekdays: u8,
    /// For each weekday, ordinals from the start: bit `n`.
    pub(super) nth: [u64; 7],
    /// For each weekday, ordinals from the end: bit `n` is −n.
    pub(super) nth_last: [u64; 7],
    /// Bit `d` is day `d`, 1–31.
    pub(super) monthdays: u32,
    /// Bit `d` is −d.
    pub(super) monthdays_last: u32,
    /// Bit `n` is week `n`, 1–53.
    pub(super) weeknos: u64,
    pub(super) weeknos_last: u64,
    /// Index `n` is day `n` of the year, 1–366.
    pub(super) yeardays: YearBits,
    pub(super) yeardays_last: YearBits,
    pub(super) setpos: YearBits,
    pub(super) setpos_last: YearBits,
}

impl Rule {
    pub(super) const fn blank(freq: Freq) -> Rule {
        Rule {
            freq,
            skip: Skip::Omit,
            rscale: false,
            wkst: 0,
            interval: 1,
            count: None,
            until: None,
            seconds: 0,
            minutes: 0,
            hours: 0,
            months: 0,
            weekdays: 0,
            nth_weekdays: 0,
            nth: [0; 7],
            nth_last: [0; 7],
            monthdays: 0,
            monthdays_last: 0,
            weeknos: 0,
            weeknos_last: 0,
            yeardays: YearBits([0; 6]),
            yeardays_last: YearBits([0; 6]),
            setpos: YearBits([0; 6]),
            setpos_last: YearBits([0; 6]),
        }
    }

    /// FREQ.
    pub fn freq(&self) -> Freq {
        self.freq
    }

    /// INTERVAL, at least 1.
    pub fn interval(&self) -> u32 {
        self.interval
    }

    /// COUNT: instances of the rule, before RDATE adds and EXDATE removes.
    pub fn count(&self) -> Option<u64> {
        self.count
    }

    /// UNTIL.
    pub fn until(&self) -> Option<Until> {
        self.until
    }

    /// SKIP; `OMIT` unless said otherwise.
    pub fn skip(&self) -> Skip {
        self.skip
    }

    /// WKST, Monday = 0.
    pub fn week_start(&self) -> u8 {
        self.wkst
    }

    /// BYMONTH, ascending.
    pub fn by_month(&self) -> Vec<u8> {
        (1..=12).filter(|m| self.months >> (m - 1) & 1 == 1).collect()
    }

    /// BYWEEKNO, ascending.
    pub fn by_week_no(&self) -> Vec<i8> {
        signed(53, |n| self.weeknos >> n & 1 == 1, |n| self.weeknos_last >> n & 1 == 1)
    }

    /// BYYEARDAY, ascending.
    pub fn by_year_day(&self) -> Vec<i16> {
        signed(366, |n| self.yeardays.has(n), |n| self.yeardays_last.has(n))
    }

    /// BYMONTHDAY, ascending.
    pub fn by_month_day(&self) -> Vec<i8> {
        signed(31, |n| self.monthdays >> n & 1 == 1, |n| self.monthdays_last >> n & 1 == 1)
    }

    /// BYDAY: plain weekdays first, then by ordinal.
    pub fn by_day(&self) -> Vec<NthDay> {
        let mut list = Vec::new();
        for (weekday, (low, high)) in (0_u8..).zip(self.nth.iter().zip(&self.nth_last)) {
            if self.weekdays >> weekday & 1 == 1 {
                list.push(NthDay { n: 0, weekday });
            }
            let ordinals: Vec<i8> = signed(53, |n| low >> n & 1 == 1, |n| high >> n & 1 == 1);
            list.extend(ordinals.into_iter().map(|n| NthDay { n, weekday }));
        }
        list.sort_by_key(|day| (day.n != 0, day.n, day.weekday));
        list
    }

    /// BYHOUR, ascending.
    pub fn by_hour(&self) -> Vec<u8> {
        (0..24).filter(|h| self.hours >> h & 1 == 1).collect()
    }

    /// BYMINUTE, ascending.
    pub fn by_minute(&self) -> Vec<u8> {
        (0..60).filter(|m| self.minutes >> m & 1 == 1).collect()
    }

    /// BYSECOND, ascending; 60 falls on second 59, as RFC 5545 3.3.12 has it without leap seconds.
    pub fn by_second(&self) -> Vec<u8> {
        (0..=60).filter(|s| self.seconds >> s & 1 == 1).collect()
    }

    /// BYSETPOS, ascending.
    pub fn by_set_pos(&self) -> Vec<i16> {
        signed(366, |n| self.setpos.has(n), |n| self.setpos_last.has(n))
    }

    pub(super) fn has_setpos(&self) -> bool {
        !self.setpos.is_empty() || !self.setpos_last.is_empty()
    }

    pub(super) fn has_yearday(&self) -> bool {
        !self.yeardays.is_empty() || !self.yeardays_last.is_empty()
    }

    pub(super) fn has_weekno(&self) -> bool {
        self.weeknos | self.weeknos_last != 0
    }

    pub(super) fn has_monthday(&self) -> bool {
        self.monthdays | self.monthdays_last != 0
    }

    pub(super) fn has_day(&self) -> bool {
        self.weekdays | self.nth_weekdays != 0
    }
}

/// Negative values ascending, then positive ones.
fn signed<T: TryFrom<i32>>(
    most: u32,
    low: impl Fn(u32) -> bool,
    high: impl Fn(u32) -> bool,
) -> Vec<T> {
    let value = |n: u32, sign: i32| T::try_from(i32::try_from(n).ok()? * sign).ok();
    let last = (1..=most).rev().filter(|n| high(*n)).filter_map(|n| value(n, -1));
    let first = (1..=most).filter(|n| low(*n)).filter_map(|n| value(n, 1));
    last.chain(first).collect()
}
