//! Prices the naive way: one day after the other, from the definitions.

use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeMap;

/// Months since the year 0.
pub type MonthNumber = i32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    HalfUp,
    HalfEven,
    Down,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayCount {
    Actual,
    Thirty360,
    Year365,
}

/// What an amount is for, in the order of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Fixed,
    Assets,
    Hours,
    Visits,
    Minimum,
    Penalty,
}

#[derive(Debug, Clone)]
pub struct Rate {
    pub from: Option<NaiveDate>,
    pub kind: Kind,
    pub class: usize,
    pub minor: i64,
    pub per_months: u32,
    pub base: Option<MonthNumber>,
}

#[derive(Debug, Clone)]
pub struct Index {
    pub values: BTreeMap<MonthNumber, i64>,
    pub base: Option<MonthNumber>,
    pub lag: i32,
    pub cap_ppm: Option<i64>,
    pub floor_ppm: Option<i64>,
    pub cumulated: bool,
    pub from_previous: bool,
}

#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one policy of the price")]
pub struct Spec {
    pub begin: NaiveDate,
    pub end: NaiveDate,
    pub suspensions: Vec<(NaiveDate, NaiveDate)>,
    pub suspensions_billed: bool,
    pub months: u32,
    pub advance: bool,
    pub calendar: bool,
    pub day_count: DayCount,
    pub day_weighted: bool,
    pub year_minimum: bool,
    pub rounding: Rounding,
    pub delay_days: u64,
    /// By day, the first ones without.
    pub rates: Vec<Rate>,
    pub index: Option<Index>,
    pub penalty_ppm: Option<(i64, i64)>,
    /// Day, kind, quantity.
    pub extras: Vec<(NaiveDate, Kind, u32)>,
    pub breaches: Vec<(NaiveDate, Option<i64>)>,
    /// Assets of each class that are there on even and on odd weeks since 1970.
    pub assets: Vec<[u64; 2]>,
}

/// Price and quantity; the days at them; the sum of their daily quantities.
type Group = ((i128, Option<u64>), Vec<NaiveDate>, i128);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub kind: Kind,
    pub amount: i64,
    pub days: Vec<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    pub number: u32,
    pub issue: NaiveDate,
    pub lines: Vec<Line>,
}

fn divide(rounding: Rounding, n: i128, d: i128) -> i128 {
    let sign = n.signum();
    let (size, whole) = (n.abs(), n.abs() / d);
    let up = match (2 * (size % d)).cmp(&d) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => {
            rounding == Rounding::HalfUp || (rounding == Rounding::HalfEven && whole % 2 == 1)
        }
        std::cmp::Ordering::Greater => rounding != Rounding::Down,
    };
    sign * (whole + i128::from(up))
}

pub fn month_of(day: NaiveDate) -> MonthNumber {
    day.year() * 12 + day.month0() as i32
}

fn next(day: NaiveDate) -> NaiveDate {
    day + Days::new(1)
}

impl Spec {
    pub fn assets(&self, class: usize, day: NaiveDate) -> u64 {
        let days = (day - NaiveDate::from_ymd_opt(1970, 1, 1).unwrap()).num_days();
        self.assets[class][usize::try_from((days / 7) % 2).unwrap()]
    }

    fn anchor(&self) -> NaiveDate {
        if !self.calendar {
            return self.begin;
        }
        let month0 = self.begin.month0() / self.months * self.months;
        NaiveDate::from_ymd_opt(self.begin.year(), month0 + 1, 1).unwrap()
    }

    fn billed(&self, day: NaiveDate) -> bool {
        let suspended = self.suspensions.iter().any(|(from, to)| *from <= day && day < *to);
        self.suspensions_billed || !suspended
    }

    /// Anniversaries on or before `day`.
    fn step(&self, day: NaiveDate) -> u32 {
        let mut step = 0;
        while self.begin + Months::new(12 * (step + 1)) <= day {
            step += 1;
        }
        step
    }

    fn reference(&self, index: &Index, step: u32) -> MonthNumber {
        month_of(self.begin + Months::new(12 * step)) - index.lag
    }

    /// The amount in force on `day`: the last one stated.
    fn rate(&self, kind: Kind, class: usize, day: NaiveDate) -> Option<&Rate> {
        let stated = |rate: &&Rate| rate.from.is_none_or(|from| from <= day);
        self.rates.iter().filter(stated).rfind(|r| r.kind == kind && r.class == class)
    }

    fn price(&self, rate: &Rate, step: u32) -> i64 {
        let Some(index) = &self.index else { return rate.minor };
        let entry = rate.from.map_or(0, |from| self.step(from));
        let base = match (rate.base, index.base) {
            (Some(month), _) => month,
            (None, Some(month)) if entry == 0 => month,
            _ => self.reference(index, entry),
        };
        let first = if rate.base.is_some() && entry > 0 { entry } else { entry + 1 };
        if step < first {
            return rate.minor;
        }
        let before = if step == first { rate.minor } else { self.price(rate, step - 1) };
        let below = if index.from_previous && step > first {
            self.reference(index, step - 1)
        } else {
            base
        };
        let multiplied = if index.from_previous { before } else { rate.minor };
        let of = if index.cumulated { rate.minor } else { before };
        let to = index.values[&self.reference(index, step)];
        let below = index.values[&below];
        let mut price =
            divide(self.rounding, i128::from(multiplied) * i128::from(to), i128::from(below));
        let bound = |ppm: i64| {
            divide(self.rounding, i128::from(of) * i128::from(1_000_000 + ppm), 1_000_000)
        };
        price = index.floor_ppm.map_or(price, |ppm| price.max(bound(ppm)));
        price = index.cap_ppm.map_or(price, |ppm| price.min(bound(ppm)));
        i64::try_from(price).unwrap()
    }

    /// The amount over the whole period `number`, whose year has `place` periods before it.
    fn over_period(&self, rate: &Rate, minor: i64, place: u32) -> i128 {
        if rate.per_months <= self.months {
            return i128::from(minor) * i128::from(self.months / rate.per_months);
        }
        let count = i128::from(rate.per_months / self.months);
        let place = i128::from(place) % count;
        divide(self.rounding, i128::from(minor) * (place + 1), count)
            - divide(self.rounding, i128::from(minor) * place, count)
    }

    fn share(&self, days: &[NaiveDate], whole: &[NaiveDate]) -> (i128, i128) {
        if days.len() == whole.len() {
            return (1, 1);
        }
        let thirty =
            |day: NaiveDate| i128::from(month_of(day)) * 30 + i128::from(day.day().min(30));
        match self.day_count {
            DayCount::Actual => (days.len() as i128, whole.len() as i128),
            DayCount::Thirty360 => {
                let length = |list: &[NaiveDate]| {
                    list.iter().map(|day| thirty(next(*day)) - thirty(*day)).sum::<i128>()
                };
                (length(days), length(whole))
            }
            DayCount::Year365 => {
                let year = 365 * i128::from(self.months);
                ((days.len() as i128 * 12).min(year), year)
            }
        }
    }

    /// The lines of one item over one period: days at one price and one quantity together.
    fn lines(&self, kind: Kind, class: usize, whole: &[NaiveDate], place: u32) -> Vec<Line> {
        let mut groups: Vec<Group> = Vec::new();
        let mut counted: Option<(Option<NaiveDate>, u64)> = None;
        for day in whole.iter().filter(|day| **day >= self.begin && **day < self.end) {
            let Some(rate) = self.rate(kind, class, *day) else { continue };
            if !self.billed(*day) {
                continue;
            }
            let price = self.over_period(rate, self.price(rate, self.step(*day)), place);
            let here = if kind == Kind::Assets { self.assets(class, *day) } else { 1 };
            // Counted anew where another amount begins.
            if counted.is_none_or(|(from, _)| from != rate.from) {
                counted = Some((rate.from, here));
            }
            let weighted = kind == Kind::Assets && self.day_weighted;
            let held = counted.map_or(here, |(_, count)| count);
            let quantity = if weighted { here } else { held };
            let key = (price, (!weighted).then_some(quantity));
            match groups.iter_mut().find(|(known, _, _)| *known == key) {
                Some((_, days, sum)) => {
                    days.push(*day);
                    *sum += i128::from(quantity);
                }
                None => groups.push((key, vec![*day], i128::from(quantity))),
            }
        }
        let line = |((price, _), days, sum): Group| {
            let (part, of) = self.share(&days, whole);
            let amount = divide(self.rounding, price * part * sum, of * days.len() as i128);
            Line { kind, amount: i64::try_from(amount).unwrap(), days }
        };
        groups.into_iter().map(line).collect()
    }

    /// Every invoice of the contract, those without lines left out.
    pub fn invoices(&self) -> Vec<Invoice> {
        let anchor = self.anchor();
        let per_year = 12 / self.months;
        let offset = if self.calendar { anchor.month0() / self.months } else { 0 };
        let mut periods = Vec::new();
        for number in 0.. {
            let start = anchor + Months::new(number * self.months);
            if start >= self.end {
                break;
            }
            let end = anchor + Months::new((number + 1) * self.months);
            periods.push(start.iter_days().take_while(|day| *day < end).collect::<Vec<_>>());
        }
        let last = periods.len() - 1;
        let (mut due, mut billed, mut minimum_days) = (0, 0, Vec::new());
        let mut invoices: BTreeMap<u32, Invoice> = BTreeMap::new();
        let mut put = |number: usize, issue: NaiveDate, lines: Vec<Line>| {
            let number = u32::try_from(number).unwrap();
            let issue = issue + Days::new(self.delay_days);
            let empty = Invoice { number, issue, lines: Vec::new() };
            invoices.entry(number).or_insert(empty).lines.extend(lines);
        };
        for (number, whole) in periods.iter().enumerate() {
            let place = (offset + u32::try_from(number).unwrap()) % per_year;
            let within =
                |day: NaiveDate| whole.contains(&day) && day >= self.begin && day < self.end;
            let mut service = self.lines(Kind::Fixed, 0, whole, place);
            for class in 0..self.assets.len() {
                service.extend(self.lines(Kind::Assets, class, whole, place));
            }
            let fee: i64 = service.iter().map(|line| line.amount).sum();
            let mut after = self.extras(&within);
            let minimum = self.lines(Kind::Minimum, 0, whole, place);
            due += minimum.iter().map(|line| line.amount).sum::<i64>();
            billed += fee + after.iter().map(|line| line.amount).sum::<i64>();
            minimum_days.extend(minimum.into_iter().flat_map(|line| line.days));
            if !self.year_minimum || number == last || place + 1 == per_year {
                if due > billed && !minimum_days.is_empty() {
                    minimum_days.sort();
                    let days = std::mem::take(&mut minimum_days);
                    after.push(Line { kind: Kind::Minimum, amount: due - billed, days });
                }
                minimum_days.clear();
                (due, billed) = (0, 0);
            }
            after.extend(self.penalties(fee, &within));
            let days: Vec<NaiveDate> = whole.iter().copied().filter(|day| within(*day)).collect();
            let (first, final_day) = (days[0], days[days.len() - 1]);
            if self.advance {
                put(number, first, service);
                let issue = if number == last { final_day } else { next(final_day) };
                put(number + 1, issue, after);
            } else {
                put(number, final_day, service.into_iter().chain(after).collect());
            }
        }
        let mut invoices: Vec<Invoice> =
            invoices.into_values().filter(|invoice| !invoice.lines.is_empty()).collect();
        for invoice in &mut invoices {
            invoice.lines.sort_by_key(|line| line.kind);
        }
        invoices
    }

    fn extras(&self, within: &dyn Fn(NaiveDate) -> bool) -> Vec<Line> {
        let mut rows: Vec<_> = self.extras.iter().filter(|row| within(row.0)).collect();
        rows.sort_by_key(|row| (row.1, row.0));
        let line = |(day, kind, quantity): &(NaiveDate, Kind, u32)| {
            let rate = self.rate(*kind, 0, *day).expect("a price out of scope");
            let price = i128::from(self.price(rate, self.step(*day)));
            let per = if *kind == Kind::Hours { 60 } else { 1 };
            let amount = divide(self.rounding, price * i128::from(*quantity), per);
            Line { kind: *kind, amount: i64::try_from(amount).unwrap(), days: vec![*day] }
        };
        rows.into_iter().map(line).collect()
    }

    fn penalties(&self, fee: i64, within: &dyn Fn(NaiveDate) -> bool) -> Vec<Line> {
        let Some((default_ppm, cap_ppm)) = self.penalty_ppm else { return Vec::new() };
        let of = |ppm: i64| divide(self.rounding, i128::from(fee) * i128::from(ppm), 1_000_000);
        let mut rows: Vec<_> = self.breaches.iter().filter(|row| within(row.0)).collect();
        rows.sort_by_key(|row| row.0);
        let mut spent = 0;
        let mut lines = Vec::new();
        for (day, ppm) in rows {
            let credit = of(ppm.unwrap_or(default_ppm)).min(of(cap_ppm) - spent);
            spent += credit;
            let amount = i64::try_from(-credit).unwrap();
            lines.push(Line { kind: Kind::Penalty, amount, days: vec![*day] });
        }
        lines
    }

    /// The cost of each day: the running amount of each line, rounded, day after day.
    pub fn daily(&self) -> BTreeMap<NaiveDate, i64> {
        let mut daily = BTreeMap::new();
        for line in self.invoices().iter().flat_map(|invoice| &invoice.lines) {
            let mut before = 0;
            for (place, day) in line.days.iter().enumerate() {
                let product = i128::from(line.amount) * (place as i128 + 1);
                let reached = divide(self.rounding, product, line.days.len() as i128);
                *daily.entry(*day).or_insert(0) += i64::try_from(reached - before).unwrap();
                before = reached;
            }
        }
        daily
    }
}
