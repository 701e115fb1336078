//! Depreciation by cases, its sums, and a twin that counts day by day.

use entretien::renewal::{
    ChargeBasis, Depreciation, DepreciationDayCount, DepreciationMethod, DepreciationTerms,
};
use entretien::time::{Day, days_in_month, is_leap_year};
use entretien_tests::text;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    cost: i64,
    #[serde(default)]
    residual: i64,
    years: u32,
    in_service: String,
    fiscal_month: Option<u32>,
    day_count: Option<String>,
    /// `default`, or a coefficient.
    declining: Option<String>,
    charges: Option<Vec<String>>,
    #[serde(default)]
    values: Vec<(String, i64)>,
    retire: Option<(String, toml::Value)>,
    retired: Option<[i64; 3]>,
    error: Option<[String; 2]>,
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is not a date"))
}

impl Case {
    fn terms(&self) -> DepreciationTerms {
        let count = self.day_count.as_deref().map_or(DepreciationDayCount::Thirty360, |code| {
            DepreciationDayCount::parse(code).unwrap_or_else(|| panic!("{code}"))
        });
        let method = match self.declining.as_deref() {
            None => DepreciationMethod::StraightLine(count),
            Some("default") => DepreciationMethod::Declining { coefficient: None },
            Some(text) => {
                let (above, below) = text.split_once('/').unwrap_or((text, "1"));
                let number = |text: &str| text.parse().expect("a number");
                let coefficient = Some((number(above), number(below)));
                DepreciationMethod::Declining { coefficient }
            }
        };
        DepreciationTerms {
            residual_minor: self.residual,
            method,
            fiscal_month: self.fiscal_month.unwrap_or(1),
            ..DepreciationTerms::straight_line(self.cost, self.years, day(&self.in_service))
        }
    }
}

#[test]
fn cases_to_the_cent() {
    let file: File = toml::from_str(&text("tests/data/renewal/depreciation.toml"))
        .expect("cases of depreciation");
    for case in file.case {
        let name = format!("{} ({})", case.name, case.why);
        let plan = Depreciation::new(case.terms());
        let retired = plan
            .as_ref()
            .ok()
            .zip(case.retire.as_ref())
            .map(|(plan, (last, proceeds))| plan.retire(day(last), proceeds.as_integer()));
        let refused = plan.as_ref().err().or(retired.as_ref().and_then(|r| r.as_ref().err()));
        let refused = refused.map(|error| {
            let fault = error.faults().next().expect("a fault");
            [fault.code.to_owned(), fault.pointer.clone()]
        });
        assert_eq!(refused, case.error, "{name}");
        if case.error.is_some() {
            continue;
        }
        let plan = plan.expect("a plan");
        let found: Vec<String> = plan
            .charges()
            .iter()
            .map(|year| {
                let mark = if year.basis == ChargeBasis::Declining { " D" } else { "" };
                format!("{}: {}{mark}", year.year, year.charge_minor)
            })
            .collect();
        assert_eq!(found, case.charges.expect("charges"), "{name}");
        for (on, value) in case.values {
            assert_eq!(plan.book_value_minor(day(&on)), value, "{name}, {on}");
        }
        if let (Some(Ok(left)), Some(expected)) = (retired, case.retired) {
            let last = left.charges.last().expect("a charge").charge_minor;
            let found = [last, left.book_value_minor, left.exceptional_minor];
            assert_eq!(found, expected, "{name}");
        }
    }
}

/// What is charged up to the end of each day, found by walking from the first day of service: each day adds
/// its weight, as the day count gives it, in units of which `whole` make the duration.
fn naive(terms: &DepreciationTerms, count: DepreciationDayCount, until: Day) -> i64 {
    let base = i128::from(terms.cost_minor - terms.residual_minor);
    let (mut units, mut whole) = (0_i128, i128::from(terms.years));
    let mut today = terms.in_service;
    whole *= match count {
        DepreciationDayCount::Thirty360 => 360,
        DepreciationDayCount::Actual365 => 365,
        DepreciationDayCount::ActualActual => 365 * 366,
        DepreciationDayCount::Months => 12,
    };
    while today <= until {
        let (year, month, number) = today.ymd();
        units += match count {
            DepreciationDayCount::Actual365 => 1,
            DepreciationDayCount::Months => i128::from(number == 1 || today == terms.in_service),
            DepreciationDayCount::ActualActual => {
                // The fiscal year holds the 29 February of the year of its March.
                let leap = is_leap_year(match (terms.fiscal_month, month) {
                    (1 | 2, _) if month >= terms.fiscal_month => year,
                    (1 | 2, _) => year - 1,
                    (first, _) if month >= first => year + 1,
                    _ => year,
                });
                if leap { 365 } else { 366 }
            }
            DepreciationDayCount::Thirty360 => match number {
                31 if today != terms.in_service => 0,
                28 | 29 if number == days_in_month(year, month) => i128::from(31 - number),
                _ => 1,
            },
        };
        today = today.add_days(1).expect("within the calendar");
    }
    let charged = base * units.min(whole);
    // Half-up: twice the amount, one more whole, divided down.
    i64::try_from((2 * charged + whole) / (2 * whole)).expect("an amount")
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 600,
        rng_seed: RngSeed::Fixed(77),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn any_terms() -> impl Strategy<Value = DepreciationTerms> {
    let method = prop_oneof![
        4 => prop::sample::select(DepreciationDayCount::ALL)
            .prop_map(DepreciationMethod::StraightLine),
        2 => Just(DepreciationMethod::Declining { coefficient: None }),
        1 => (10_u32..30)
            .prop_map(|tenths| DepreciationMethod::Declining { coefficient: Some((tenths, 10)) }),
    ];
    let cost = prop_oneof![0_i64..300, 1_000_i64..90_000_000, Just(9_007_199_254_740_991)];
    (cost, 0_i64..=100, 1_u32..=12, 12_000_i32..24_000, method, 1_u32..=12).prop_map(
        |(cost_minor, percent, years, number, method, fiscal_month)| {
            let least = matches!(method, DepreciationMethod::Declining { coefficient: None });
            DepreciationTerms {
                cost_minor,
                residual_minor: if percent > 60 { 0 } else { cost_minor / 100 * percent },
                in_service: Day::from_number(number).expect("a day"),
                years: if least { years.max(3) } else { years },
                method,
                fiscal_month,
            }
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn charges_add_up_and_chain(terms in any_terms()) {
        let plan = Depreciation::new(terms).unwrap();
        let sum: i64 = plan.charges().iter().map(|year| year.charge_minor).sum();
        prop_assert_eq!(sum, terms.cost_minor - terms.residual_minor);
        let mut opening = terms.cost_minor;
        let mut from = None;
        for year in plan.charges() {
            prop_assert_eq!(year.opening_minor, opening);
            prop_assert_eq!(year.opening_minor - year.charge_minor, year.closing_minor);
            prop_assert!(year.charge_minor >= 0);
            prop_assert!(from.is_none_or(|from| from == year.from));
            prop_assert_eq!(plan.book_value_minor(year.to), year.closing_minor);
            opening = year.closing_minor;
            from = year.to.add_days(1);
        }
        prop_assert_eq!(opening, terms.residual_minor);
    }

    #[test]
    fn book_value_falls_from_cost_to_residual(terms in any_terms(), steps in 1_i32..40) {
        let plan = Depreciation::new(terms).unwrap();
        let before = terms.in_service.add_days(-1).unwrap();
        prop_assert_eq!(plan.book_value_minor(before), terms.cost_minor);
        prop_assert_eq!(plan.book_value_minor(Day::MIN), terms.cost_minor);
        prop_assert_eq!(plan.book_value_minor(Day::MAX), terms.residual_minor);
        let (mut last, mut on) = (terms.cost_minor, before);
        while on < plan.charges().last().unwrap().to.add_days(40).unwrap() {
            on = on.add_days(steps).unwrap();
            let value = plan.book_value_minor(on);
            prop_assert!(value <= last, "{value} after {last} on {on}");
            last = value;
        }
        prop_assert_eq!(last, terms.residual_minor);
    }

    #[test]
    fn straight_line_is_what_its_days_add_up_to(terms in any_terms(), days in 0_i32..4_800) {
        if let DepreciationMethod::StraightLine(count) = terms.method {
            let plan = Depreciation::new(terms).unwrap();
            let on = terms.in_service.add_days(days).unwrap();
            let expected = terms.cost_minor - naive(&terms, count, on);
            prop_assert_eq!(plan.book_value_minor(on), expected, "{}", on);
        }
    }

    /// Leaving on any day: what was charged, the exceptional charge and the proceeds make the cost.
    #[test]
    fn retirement_leaves_nothing(terms in any_terms(), days in 0_i32..4_800, sold in any::<bool>()) {
        let plan = Depreciation::new(terms).unwrap();
        let on = terms.in_service.add_days(days).unwrap();
        let left = plan.retire(on, sold.then_some(terms.cost_minor / 3)).unwrap();
        let charged: i64 = left.charges.iter().map(|year| year.charge_minor).sum();
        let sum = charged + left.exceptional_minor + left.proceeds_minor;
        prop_assert_eq!(sum, terms.cost_minor);
        prop_assert!(left.charges.iter().all(|year| year.to <= on || year.closing_minor == terms.residual_minor));
    }
}
