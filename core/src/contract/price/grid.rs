//! Billing periods of one contract, numbered, and the days of each that are billed.

use super::choices::{Alignment, DayCount, Suspended};
use super::month::{Month, step_of};
use super::terms::{Price, Rate};
use super::{MonthEndTerms, TermSpans};
use crate::order;
use crate::time::{Day, Period, days_in_month};

/// The billing periods: number 0 holds the first day of the contract.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    anchor: Day,
    months: i32,
    /// Periods from the start of the year of number 0 to number 0.
    offset: i32,
    begin: Day,
    end: Option<Day>,
    /// Days that are not billed: in order, apart.
    unbilled: Vec<Period>,
}

impl Grid {
    pub(super) fn new(price: &Price, term: &TermSpans) -> Grid {
        let months = i32::try_from(price.parts.every.months()).unwrap_or(1);
        let (mut anchor, mut offset) = (term.begin, 0);
        if price.parts.alignment == Alignment::Calendar {
            let month = Month::of(term.begin);
            offset = month.number().rem_euclid(12) / months;
            let first = month.plus(-(month.number().rem_euclid(months))).and_then(Month::first_day);
            anchor = first.unwrap_or(term.begin);
        }
        let mut unbilled = Vec::new();
        if price.parts.suspended == Suspended::Unbilled {
            unbilled = united(&term.suspensions);
        }
        Grid { anchor, months, offset, begin: term.begin, end: term.end, unbilled }
    }

    /// Number of the period that `day` lies in; negative before the first.
    pub(super) fn number_of(&self, day: Day) -> i32 {
        step_of(self.anchor, self.months, day)
    }

    /// The whole period, or `None` beyond the calendar.
    pub(super) fn whole(&self, number: i32) -> Option<Period> {
        let start = self.anchor.add_months(number.checked_mul(self.months)?)?;
        let end = self.anchor.add_months(number.checked_add(1)?.checked_mul(self.months)?)?;
        Period::new(start, end)
    }

    /// Number of the last period of the term; `None` when open-ended.
    pub(super) fn last(&self) -> Option<i32> {
        Some(self.number_of(self.end?.add_days(-1)?))
    }

    /// Whether `day` is covered.
    pub(super) fn within_term(&self, day: Day) -> bool {
        self.begin <= day && self.end.is_none_or(|end| day < end)
    }

    /// The part of `period` within the term.
    pub(super) fn within(&self, period: Period) -> Option<Period> {
        let end = self.end.map_or(period.end(), |end| end.min(period.end()));
        Period::new(self.begin.max(period.start()), end)
    }

    pub(super) fn per_year(&self) -> i32 {
        12 / self.months
    }

    /// Number of the first period of the year of period `number`; may be negative.
    pub(super) fn year_start(&self, number: i32) -> i32 {
        let place = (self.offset + number).rem_euclid(self.per_year());
        number - place
    }

    /// Place of period `number` among the `count` periods of its fee.
    pub(super) fn place(&self, number: i32, count: i32) -> i32 {
        (self.offset + number).rem_euclid(count.max(1))
    }

    /// The days of `span` on which `rate` is billed, cut at the anniversaries.
    pub(super) fn billed(&self, rate: &Rate, span: Period) -> Vec<(i32, Period)> {
        let start = rate.from.map_or(span.start(), |from| from.max(span.start()));
        let end = rate.until.map_or(span.end(), |until| until.min(span.end()));
        let mut parts = Vec::new();
        let Some(span) = Period::new(start, end) else {
            return parts;
        };
        for run in without(span, &self.unbilled) {
            let mut from = run.start();
            while from < run.end() {
                let step = step_of(self.begin, 12, from);
                let next = self.begin.add_months((step + 1) * 12);
                let to = next.map_or(run.end(), |next| next.min(run.end()));
                parts.extend(Period::new(from, to).map(|part| (step, part)));
                from = to;
            }
        }
        parts
    }

    /// The part of `whole` that `days` are, as `count` has it: numerator, denominator.
    pub(super) fn share(&self, days: &[Period], whole: Period, count: DayCount) -> [i64; 2] {
        let length = |period: &Period| i64::from(period.days());
        let billed: i64 = days.iter().map(length).sum();
        if billed == length(&whole) {
            return [billed, billed];
        }
        match count {
            DayCount::Actual => [billed, length(&whole)],
            DayCount::Thirty360 => [days.iter().copied().map(thirty).sum(), thirty(whole).max(1)],
            DayCount::Year365 => {
                let year = 365 * i64::from(self.months);
                [(billed * 12).min(year), year]
            }
        }
    }
}

/// Days between two dates, every month having 30.
fn thirty(period: Period) -> i64 {
    let place = |day: Day| {
        let (_, _, number) = day.ymd();
        i64::from(Month::of(day).number()) * 30 + i64::from(number.min(30))
    };
    place(period.end()) - place(period.start())
}

/// The same days in order and apart.
pub(super) fn united(periods: &[Period]) -> Vec<Period> {
    let mut sorted = periods.to_vec();
    order::sort(&mut sorted);
    let mut out: Vec<Period> = Vec::with_capacity(sorted.len());
    for period in sorted {
        match out.last_mut() {
            Some(last) if period.start() <= last.end() => {
                let end = last.end().max(period.end());
                *last = Period::new(last.start(), end).unwrap_or(*last);
            }
            _ => out.push(period),
        }
    }
    out
}

/// The days of `span` outside `holes`, which are in order and apart.
fn without(span: Period, holes: &[Period]) -> Vec<Period> {
    let (mut out, mut from) = (Vec::new(), span.start());
    let first = holes.partition_point(|hole| hole.end() <= span.start());
    for hole in holes.iter().skip(first).take_while(|hole| hole.start() < span.end()) {
        out.extend(Period::new(from, hole.start()));
        from = from.max(hole.end());
    }
    out.extend(Period::new(from, span.end()));
    out
}

/// The day `days` after `issue`, as the terms count; `None` beyond the calendar.
pub(super) fn due(issue: Day, days: u32, month_end: MonthEndTerms) -> Option<Day> {
    let days = i32::try_from(days).ok()?;
    let last = |day: Day| {
        let (year, month, _) = day.ymd();
        Day::from_ymd(year, month, days_in_month(year, month))
    };
    match month_end {
        MonthEndTerms::Net => issue.add_days(days),
        MonthEndTerms::DaysThenEnd => last(issue.add_days(days)?),
        MonthEndTerms::EndThenDays => last(issue)?.add_days(days),
    }
}
