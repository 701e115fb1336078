//! Prices against a naive day-by-day reading, and what must hold of every schedule, on seeded random terms.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test"
)]

#[path = "reference/price.rs"]
mod reference;

use chrono::{Datelike, Days, Months, NaiveDate};
use entretien::contract::price::{
    Alignment, Amounts, Billing, BillingPeriod, Breach, CapScope, Class, ClassPrice, Compounding,
    DayCount, Extra, ExtraQuantity, Fee, IndexSeries, Indexation, Invoice, LineKind, Membership,
    MinimumOver, Month, Penalties, Price, PriceAmendment, PriceParts, Publication, Suspended,
    TermSpans, Timing,
};
use entretien::inventory::Selector;
use entretien::quantity::{Currency, Rounding};
use entretien::time::{Day, Period};
use entretien_tests::Random;
use reference::{Index, Kind, Rate, Spec};
use std::collections::BTreeMap;
use std::sync::Arc;

const TERMS: u64 = 3_000;
const DIVISORS: [u32; 6] = [1, 2, 3, 4, 6, 12];

fn some_day(random: &mut Random, from: NaiveDate, to: NaiveDate) -> NaiveDate {
    from + Days::new(random.below((to - from).num_days().max(1)) as u64)
}

fn day(date: NaiveDate) -> Day {
    Day::from_date(date).expect("in range")
}

fn month(number: i32) -> Month {
    let text = format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1);
    Month::parse(&text).expect("a month")
}

fn period(from: NaiveDate, to: NaiveDate) -> Period {
    Period::new(day(from), day(to)).expect("not empty")
}

fn rate(random: &mut Random, kind: Kind, class: usize, months: u32) -> Rate {
    let fits: Vec<u32> =
        DIVISORS.into_iter().filter(|per| per.max(&months) % per.min(&months) == 0).collect();
    let hourly = matches!(kind, Kind::Hours | Kind::Visits);
    let per_months = if hourly { months } else { random.pick(&fits) };
    // Small amounts meet halves often.
    let minor = if random.chance(40) { random.below(30) } else { random.below(2_000_000) };
    Rate { from: None, kind, class, minor, per_months, base: None }
}

fn index(random: &mut Random, begin: NaiveDate) -> Index {
    let first = reference::month_of(begin) - 60;
    let values =
        (0..400).map(|place| (first + place, 90_000_000 + random.below(30_000_000))).collect();
    let floor_ppm = random.maybe(40, |random| random.below(40_000) - 30_000);
    let cap_ppm = random.maybe(40, |random| floor_ppm.unwrap_or(0) + random.below(50_000));
    Index {
        values,
        base: random.maybe(50, |random| first + 30 + random.below(40)),
        lag: random.below(13),
        cap_ppm,
        floor_ppm,
        cumulated: random.chance(50),
        from_previous: random.chance(30),
    }
}

/// First amounts of every kind, then up to three amendments.
fn rates(random: &mut Random, begin: NaiveDate, months: u32, kinds: &[(Kind, usize)]) -> Vec<Rate> {
    let mut rates: Vec<Rate> =
        kinds.iter().map(|(kind, class)| rate(random, *kind, *class, months)).collect();
    let mut from = begin;
    for _ in 0..random.below(4) {
        from = some_day(random, from + Days::new(1), from + Days::new(400));
        let base = random.maybe(30, |random| reference::month_of(begin) - random.below(20));
        let mut changed = false;
        for (kind, class) in kinds {
            if random.chance(50) {
                let same = rates.iter().rev().find(|r| r.kind == *kind && r.class == *class);
                let restated = same.cloned().filter(|_| random.chance(30));
                let new = restated.unwrap_or_else(|| rate(random, *kind, *class, months));
                rates.push(Rate { from: Some(from), base, ..new });
                changed = true;
            }
        }
        if !changed {
            rates.push(Rate { from: Some(from), base, ..rate(random, Kind::Hours, 0, months) });
        }
    }
    rates
}

fn spec(random: &mut Random) -> Spec {
    let start = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap();
    let mut begin = some_day(random, start, start + Months::new(60));
    if random.chance(25) {
        // Ends of months, where clamping shows.
        begin = begin.with_day(1).unwrap() + Months::new(1) - Days::new(1);
    }
    let end = begin + Days::new(1 + random.below(1_500) as u64);
    let months = random.pick(&DIVISORS);
    let classes = random.below(3) as usize;
    let mut kinds = vec![(Kind::Hours, 0), (Kind::Visits, 0)];
    kinds.extend((0..classes).map(|class| (Kind::Assets, class)));
    kinds.extend(random.chance(80).then_some((Kind::Fixed, 0)));
    kinds.extend(random.chance(40).then_some((Kind::Minimum, 0)));
    let rates = rates(random, begin, months, &kinds);
    let suspensions = (0..random.below(4)).map(|_| {
        let first = some_day(random, begin, end);
        (first, first + Days::new(1 + random.below(120) as u64))
    });
    let suspensions = suspensions.collect();
    let extras = (0..random.below(6)).map(|_| {
        let kind = random.pick(&[Kind::Hours, Kind::Visits]);
        (some_day(random, begin, end), kind, random.below(500) as u32)
    });
    let extras = extras.collect();
    let penalty_ppm = random.maybe(50, |random| (random.below(100_000), random.below(200_000)));
    let breaches = (0..if penalty_ppm.is_some() { random.below(6) } else { 0 }).map(|_| {
        let ppm = random.maybe(30, |random| random.below(150_000));
        (some_day(random, begin, end), ppm)
    });
    let breaches = breaches.collect();
    Spec {
        begin,
        end,
        suspensions,
        suspensions_billed: random.chance(30),
        months,
        advance: random.chance(50),
        calendar: random.chance(50),
        day_count: random.pick(&[
            reference::DayCount::Actual,
            reference::DayCount::Thirty360,
            reference::DayCount::Year365,
        ]),
        day_weighted: random.chance(40),
        year_minimum: random.chance(50),
        rounding: random.pick(&[
            reference::Rounding::HalfUp,
            reference::Rounding::HalfEven,
            reference::Rounding::Down,
        ]),
        delay_days: if random.chance(50) { 0 } else { random.below(60) as u64 },
        rates,
        index: random.maybe(70, |random| index(random, begin)),
        penalty_ppm,
        extras,
        breaches,
        assets: (0..classes).map(|_| [random.below(40) as u64, random.below(40) as u64]).collect(),
    }
}

/// The amounts stated from `from` on.
fn amounts(spec: &Spec, from: Option<NaiveDate>) -> Amounts {
    let stated: Vec<&Rate> = spec.rates.iter().filter(|rate| rate.from == from).collect();
    let fee = |rate: &Rate| Fee { minor: rate.minor, per: BillingPeriod::new(rate.per_months) };
    let find = |kind: Kind| stated.iter().find(|rate| rate.kind == kind).map(|rate| fee(rate));
    let class = |rate: &Rate| Class {
        id: format!("class-{}", rate.class).into(),
        selector: Selector::default(),
    };
    let classes = stated.iter().filter(|rate| rate.kind == Kind::Assets);
    Amounts {
        fixed: find(Kind::Fixed),
        classes: classes.map(|rate| ClassPrice { class: class(rate), fee: fee(rate) }).collect(),
        hour_minor: find(Kind::Hours).map(|fee| fee.minor),
        visit_minor: find(Kind::Visits).map(|fee| fee.minor),
        minimum: find(Kind::Minimum),
        base_month: stated.first().and_then(|rate| rate.base).map(month),
    }
}

fn indexation(index: &Index) -> Indexation {
    let values: Vec<(Month, i64)> =
        index.values.iter().rev().map(|(number, value)| (month(*number), *value)).collect();
    let series = IndexSeries::new("index", Publication::Monthly, &values).expect("a series");
    Indexation {
        base_month: index.base.map(month),
        lag_months: index.lag as u32,
        cap_ppm: index.cap_ppm,
        floor_ppm: index.floor_ppm,
        scope: if index.cumulated { CapScope::Cumulated } else { CapScope::PerStep },
        compounding: if index.from_previous {
            Compounding::FromPrevious
        } else {
            Compounding::FromBase
        },
        ..Indexation::new(Arc::new(series))
    }
}

fn price(spec: &Spec) -> Price {
    let every = BillingPeriod::new(spec.months).expect("divides the year");
    let mut parts = PriceParts::new(Currency::EUR, every);
    parts.amounts = amounts(spec, None);
    let mut days: Vec<NaiveDate> = spec.rates.iter().filter_map(|rate| rate.from).collect();
    days.dedup();
    // Given backwards: the order of amendments does not matter.
    parts.amendments = days
        .into_iter()
        .rev()
        .map(|from| PriceAmendment { from: day(from), amounts: amounts(spec, Some(from)) })
        .collect();
    if spec.advance {
        parts.timing = Timing::Advance;
    }
    if spec.calendar {
        parts.alignment = Alignment::Calendar;
    }
    parts.day_count = match spec.day_count {
        reference::DayCount::Actual => DayCount::Actual,
        reference::DayCount::Thirty360 => DayCount::Thirty360,
        reference::DayCount::Year365 => DayCount::Year365,
    };
    if spec.day_weighted {
        parts.membership = Membership::DayWeighted;
    }
    if spec.suspensions_billed {
        parts.suspended = Suspended::Billed;
    }
    if spec.year_minimum {
        parts.minimum_over = MinimumOver::Year;
    }
    parts.rounding = match spec.rounding {
        reference::Rounding::HalfUp => Rounding::HalfUp,
        reference::Rounding::HalfEven => Rounding::HalfEven,
        reference::Rounding::Down => Rounding::Down,
    };
    parts.issue_delay_days = spec.delay_days as u32;
    parts.indexation = spec.index.as_ref().map(indexation);
    parts.penalties = spec
        .penalty_ppm
        .map(|(percent_ppm, cap_ppm)| Penalties { percent_ppm, cap_ppm: Some(cap_ppm) });
    Price::new(parts).unwrap_or_else(|error| panic!("{error}: {spec:?}"))
}

fn kind(kind: LineKind) -> Kind {
    match kind {
        LineKind::Fixed => Kind::Fixed,
        LineKind::Assets => Kind::Assets,
        LineKind::Hours => Kind::Hours,
        LineKind::Visits => Kind::Visits,
        LineKind::Minimum => Kind::Minimum,
        LineKind::Penalty => Kind::Penalty,
    }
}

fn told(invoices: &[Invoice]) -> Vec<reference::Invoice> {
    let line = |line: &entretien::contract::price::Line| {
        let days = line.days.iter().flat_map(Period::iter);
        reference::Line {
            kind: kind(line.kind),
            amount: line.amount_minor,
            days: days.map(Day::to_date).collect(),
        }
    };
    invoices
        .iter()
        .map(|invoice| reference::Invoice {
            number: invoice.number,
            issue: invoice.issue.to_date(),
            lines: invoice.lines.iter().map(line).collect(),
        })
        .collect()
}

/// Runs `judge` on the billing of each random contract.
fn each(terms: u64, judge: impl Fn(&mut Random, &Spec, &Billing<'_>)) {
    for seed in 0..terms {
        let mut random = Random(seed);
        let spec = spec(&mut random);
        let price = price(&spec);
        let term = TermSpans {
            begin: day(spec.begin),
            end: Some(day(spec.end)),
            suspensions: spec.suspensions.iter().map(|(from, to)| period(*from, *to)).collect(),
        };
        let counts = |class: &Class, on: Day| {
            let place = class.id.trim_start_matches("class-").parse().expect("a place");
            spec.assets(place, on.to_date())
        };
        let extra = |(on, kind, quantity): &(NaiveDate, Kind, u32)| Extra {
            label: "work".into(),
            day: day(*on),
            quantity: match kind {
                Kind::Hours => ExtraQuantity::Minutes(*quantity),
                _ => ExtraQuantity::Visits(*quantity),
            },
        };
        let extras: Vec<Extra> = spec.extras.iter().map(extra).collect();
        let breach = |(on, percent_ppm): &(NaiveDate, Option<i64>)| Breach {
            label: "breach".into(),
            day: day(*on),
            percent_ppm: *percent_ppm,
            cap: None,
        };
        let breaches: Vec<Breach> = spec.breaches.iter().map(breach).collect();
        let billing = Billing::new(&price, &term, &counts).expect("a term");
        judge(&mut random, &spec, &billing.with_extras(&extras).with_breaches(&breaches));
    }
}

fn whole(spec: &Spec) -> Period {
    period(spec.begin - Days::new(400), spec.end + Days::new(800))
}

#[test]
fn invoices_are_those_of_the_day_by_day_reading() {
    let kinds = std::cell::RefCell::new(BTreeMap::new());
    each(TERMS, |_, spec, billing| {
        let invoices = billing.invoices(whole(spec)).expect("invoices");
        let (found, expected) = (told(&invoices), spec.invoices());
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{spec:?}");
        }
        assert_eq!(found.len(), expected.len(), "{spec:?}");
        for line in invoices.iter().flat_map(|invoice| &invoice.lines) {
            *kinds.borrow_mut().entry(line.kind.code()).or_insert(0) += 1;
        }
    });
    let kinds = kinds.into_inner();
    assert!(kinds.len() == 6 && kinds.values().all(|count| *count > 500), "{kinds:?}");
}

#[test]
fn cost_is_that_of_the_day_by_day_reading() {
    each(TERMS / 3, |random, spec, billing| {
        let daily = spec.daily();
        for _ in 0..4 {
            let from = some_day(random, spec.begin - Days::new(50), spec.end + Days::new(50));
            let to = from + Days::new(1 + random.below(900) as u64);
            let cost = billing.cost(period(from, to)).expect("a cost");
            let mut months: BTreeMap<i32, i64> = BTreeMap::new();
            for date in from.iter_days().take_while(|date| *date < to) {
                *months.entry(reference::month_of(date)).or_insert(0) +=
                    daily.get(&date).copied().unwrap_or_default();
            }
            let expected: Vec<i64> = months.values().copied().collect();
            let found: Vec<i64> = cost.months.iter().map(|row| row.minor).collect();
            assert_eq!(found, expected, "{from} {to} {spec:?}");
            assert_eq!(cost.total_minor, expected.iter().sum::<i64>());
            let years: i64 = cost.years().iter().map(|(_, minor)| minor).sum();
            assert_eq!(years, cost.total_minor);
        }
    });
}

#[test]
fn a_horizon_in_two_parts_gives_the_same_invoices_and_cost() {
    each(TERMS / 3, |random, spec, billing| {
        let horizon = whole(spec);
        let cut = day(some_day(random, horizon.start().to_date(), horizon.end().to_date()));
        let Some(left) = Period::new(horizon.start(), cut) else { return };
        let right = Period::new(cut, horizon.end()).expect("the rest");
        let mut parts = billing.invoices(left).expect("invoices");
        parts.extend(billing.invoices(right).expect("invoices"));
        assert_eq!(parts, billing.invoices(horizon).expect("invoices"), "{cut} {spec:?}");
        let total = |horizon: Period| billing.cost(horizon).expect("a cost").total_minor;
        assert_eq!(total(left) + total(right), total(horizon), "{cut} {spec:?}");
    });
}

#[test]
fn all_invoices_add_up_to_the_cost_of_the_term() {
    each(TERMS, |_, spec, billing| {
        let invoices = billing.invoices(whole(spec)).expect("invoices");
        let billed: i64 = invoices.iter().map(|invoice| invoice.total_minor).sum();
        let cost = billing.cost(period(spec.begin, spec.end)).expect("a cost");
        assert_eq!(billed, cost.total_minor, "{spec:?}");
        for invoice in &invoices {
            let sum: i64 = invoice.lines.iter().map(|line| line.amount_minor).sum();
            assert_eq!(sum, invoice.total_minor);
            assert!(invoice.due >= invoice.issue);
        }
    });
}

/// A price quoted per year and billed by parts of it adds up to itself in every whole year.
#[test]
fn the_parts_of_a_year_add_up_to_it() {
    let none = |_: &Class, _: Day| 0;
    for months in DIVISORS {
        for minor in (0..200).chain([99_999, 100_000, 100_001, 9_007_199_254_740_991]) {
            let every = BillingPeriod::new(months).expect("divides");
            let mut parts = PriceParts::new(Currency::EUR, every);
            parts.amounts.fixed = Some(Fee { minor, per: Some(BillingPeriod::YEARLY) });
            let price = Price::new(parts).expect("a price");
            let begin = NaiveDate::from_ymd_opt(2026, 8, 31).unwrap();
            let term = TermSpans { begin: day(begin), end: None, suspensions: Vec::new() };
            let billing = Billing::new(&price, &term, &none).expect("a term");
            for year in [0, 1, 100] {
                let from = begin + Months::new(12 * year);
                let to = begin + Months::new(12 * (year + 1));
                let cost = billing.cost(period(from, to)).expect("a cost");
                assert_eq!(cost.total_minor, minor, "{months} months, {minor}");
            }
        }
    }
}

/// Halves, signs and extremes, against the definition on exact fractions.
#[test]
fn roundings_and_allocations() {
    use entretien::quantity::Money;
    for numerator in -60_i128..=60 {
        for denominator in (-12_i128..=12).filter(|d| *d != 0) {
            let exact = |whole: i128| (numerator - whole * denominator).abs() * 2;
            let size = denominator.abs();
            for rounding in [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down] {
                let whole = rounding.divide(numerator, denominator).expect("defined");
                let away = exact(whole);
                let grows = whole.abs() * size > numerator.abs();
                match rounding {
                    Rounding::HalfUp => assert!(away < size || (away == size && grows)),
                    Rounding::HalfEven => assert!(away < size || (away == size && whole % 2 == 0)),
                    Rounding::Down => assert!(away < 2 * size && !grows),
                }
            }
        }
    }
    assert_eq!(Rounding::HalfUp.divide(i128::MIN, -1), None);
    let mut random = Random(7);
    for _ in 0..2_000 {
        let minor = random.below(2_000_000) - 1_000_000;
        let money = Money::new(minor, Currency::EUR).expect("in bounds");
        let weights: Vec<u64> = (0..=random.below(20)).map(|_| random.below(50) as u64).collect();
        let rounding = random.pick(Rounding::ALL);
        let Some(parts) = money.allocate(&weights, rounding) else {
            assert_eq!(weights.iter().sum::<u64>(), 0);
            continue;
        };
        assert_eq!(parts.iter().map(Money::minor).sum::<i64>(), minor);
        let total: u64 = weights.iter().sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let share = i128::from(minor) * i128::from(*weight);
            let off = (i128::from(part.minor()) * i128::from(total) - share).abs();
            assert!(off <= 2 * i128::from(total), "within two cents of its exact share");
        }
    }
}

/// A count that says when it changes gives the amounts of one that is asked each day.
#[test]
fn counting_by_runs_is_counting_by_days() {
    struct Runs;
    impl entretien::contract::price::Counts for Runs {
        fn assets(&self, _: &Class, on: Day) -> u64 {
            u64::from(on.to_date().month0() / 2) + 3
        }

        fn next_change(&self, _: &Class, on: Day) -> Option<Day> {
            let date = on.to_date();
            let first = NaiveDate::from_ymd_opt(date.year(), date.month0() / 2 * 2 + 1, 1)?;
            Day::from_date(first + Months::new(2))
        }
    }
    let daily =
        |class: &Class, on: Day| entretien::contract::price::Counts::assets(&Runs, class, on);
    let mut parts = PriceParts::new(Currency::EUR, BillingPeriod::QUARTERLY);
    parts.membership = Membership::DayWeighted;
    let class = Class { id: "pc".into(), selector: Selector::default() };
    parts.amounts.classes =
        vec![ClassPrice { class, fee: Fee { minor: 1_237, per: Some(BillingPeriod::MONTHLY) } }];
    let price = Price::new(parts).expect("a price");
    let begin = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    let term = TermSpans { begin: day(begin), end: None, suspensions: Vec::new() };
    let horizon = period(begin, begin + Months::new(60));
    let by_runs = Billing::new(&price, &term, &Runs).expect("a term").invoices(horizon);
    let by_days = Billing::new(&price, &term, &daily).expect("a term").invoices(horizon);
    assert_eq!(by_runs, by_days);
    assert_eq!(by_runs.expect("invoices").len(), 20);
}
