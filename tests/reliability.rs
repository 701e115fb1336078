//! Failure statistics by cases, against closed forms and naive twins, and what is refused.

#[path = "reliability_observed.rs"]
mod observed;

use entretien::error::Error;
use entretien::reliability::{
    CountMethod, Law, Life, Lifetime, RunToFailure, age_replacement, age_replacement_cost_rate,
    block_replacement, block_replacement_by_period, expected_renewals, minimal_repair,
    renewal_function, weibull_fit,
};
use entretien::renewal::{economic_life_undiscounted, equivalent_annual_cost};
use entretien_tests::{Random, text};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde::Deserialize;

fn read<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    #[derive(Deserialize)]
    struct File<T> {
        case: Vec<T>,
    }
    let path = format!("tests/data/renewal/{file}");
    let file: File<T> = toml::from_str(&text(&path)).unwrap_or_else(|why| panic!("{path}: {why}"));
    file.case
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum LawRow {
    Weibull { shape: f64, scale: f64 },
    Erlang { stages: u32, rate: f64 },
    Exponential { rate: f64 },
    Uniform { from: f64, to: f64 },
    Normal { mean: f64, sd: f64 },
}

impl LawRow {
    fn law(self) -> Law {
        match self {
            LawRow::Weibull { shape, scale } => Law::Weibull { shape, scale },
            LawRow::Erlang { stages, rate } => Law::Erlang { stages, rate },
            LawRow::Exponential { rate } => Law::Exponential { rate },
            LawRow::Uniform { from, to } => Law::Uniform { from, to },
            LawRow::Normal { mean, sd } => Law::Normal { mean, sd },
        }
    }
}

/// Equal to so many parts of the expected value.
#[track_caller]
fn near(found: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (found - expected).abs() <= relative * expected.abs(),
        "{what}: {found} for {expected}"
    );
}

#[test]
fn laws_agree_with_computed_figures() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        why: String,
        law: LawRow,
        t: f64,
        reliability: f64,
        hazard: Option<f64>,
        mean: f64,
        sd: f64,
        restricted_mean: f64,
    }
    for case in read::<Case>("lifetimes.toml") {
        let life = Lifetime::new(case.law.law()).expect("a law");
        let name = format!("{} ({})", case.name, case.why);
        near(life.reliability(case.t), case.reliability, 1e-13, &name);
        near(life.cdf(case.t), 1.0 - case.reliability, 1e-13, &name);
        assert_eq!(life.hazard(case.t).is_some(), case.hazard.is_some(), "{name}");
        near(life.hazard(case.t).unwrap_or(0.0), case.hazard.unwrap_or(0.0), 1e-13, &name);
        near(life.mean(), case.mean, 1e-13, &name);
        near(life.standard_deviation(), case.sd, 1e-13, &name);
        near(life.restricted_mean(case.t), case.restricted_mean, 1e-13, &name);
    }
}

#[test]
fn replacement_rules_agree_with_computed_figures() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        why: String,
        rule: String,
        law: LawRow,
        costs: [f64; 2],
        optimum: Option<f64>,
        cost_rate: Option<f64>,
        reason: Option<String>,
        near: Option<f64>,
    }
    for case in read::<Case>("replacement.toml") {
        let life = Lifetime::new(case.law.law()).expect("a law");
        let [planned, failed] = case.costs;
        let (optimum, reason) = match case.rule.as_str() {
            "age" => {
                let answer = age_replacement(&life, planned, failed).expect("costs");
                (answer.optimum.map(|o| (o.age, o.cost_rate)), answer.reason)
            }
            "block" => {
                let answer = block_replacement(&life, planned, failed).expect("costs");
                (answer.optimum.map(|o| (o.age, o.cost_rate)), answer.reason)
            }
            "repair" => {
                let answer = minimal_repair(&life, planned, failed).expect("costs");
                (answer.interval.zip(answer.cost_rate), answer.reason)
            }
            rule => panic!("{rule}"),
        };
        let name = format!("{} ({})", case.name, case.why);
        assert_eq!(reason.map(RunToFailure::code), case.reason.as_deref(), "{name}");
        assert_eq!(optimum.is_some(), case.optimum.is_some(), "{name}");
        if let (Some((age, rate)), Some(expected)) = (optimum, case.optimum) {
            near(age, expected, case.near.unwrap_or(1e-10), &name);
            near(rate, case.cost_rate.expect("a cost rate"), 1e-10, &name);
        }
    }
}

/// Calls a function by its name, as the cases of refusals do.
fn call(name: &str, life: Option<Lifetime>, numbers: &[f64]) -> Result<(), Error> {
    let n = |place: usize| numbers.get(place).copied().unwrap_or(0.0);
    let life = || life.as_ref().expect("a law");
    let rest = |from: usize| numbers.get(from..).unwrap_or_default();
    match name {
        "age" => age_replacement(life(), n(0), n(1)).map(drop),
        "rate" => age_replacement_cost_rate(life(), n(0), n(1), n(2)).map(drop),
        "block" => block_replacement(life(), n(0), n(1)).map(drop),
        "repair" => minimal_repair(life(), n(0), n(1)).map(drop),
        "periods" => {
            let periods = format!("{}", n(2)).parse().expect("whole periods");
            block_replacement_by_period(life(), n(0), n(1), periods).map(drop)
        }
        "renewals" => renewal_function(life(), n(0)).map(drop),
        "fleet" => expected_renewals(life(), rest(3), n(0), n(1), n(2)).map(drop),
        "quantile" => life().quantile(n(0)).map(drop),
        "fit" => {
            let lives = numbers.chunks(2).map(|pair| Life {
                entry: pair.first().copied().unwrap_or(0.0),
                age: pair.last().copied().unwrap_or(0.0),
                failed: true,
            });
            weibull_fit(&lives.collect::<Vec<_>>()).map(drop)
        }
        "annual" => {
            let costs: Vec<f64> = rest(2).iter().step_by(2).copied().collect();
            let resale: Vec<f64> = rest(3).iter().step_by(2).copied().collect();
            equivalent_annual_cost(n(0), &costs, &resale, n(1)).map(drop)
        }
        "undiscounted" => economic_life_undiscounted(n(0), rest(1)).map(drop),
        _ => panic!("no function `{name}`"),
    }
}

#[test]
fn bad_input_is_refused_by_place_and_code() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        why: String,
        call: String,
        law: Option<LawRow>,
        #[serde(default)]
        numbers: Vec<f64>,
        error: [String; 2],
    }
    for case in read::<Case>("refused.toml") {
        let law = case.law.map(|row| Lifetime::new(row.law())).transpose();
        let refused = law.and_then(|life| match case.call.as_str() {
            "law" => Ok(()),
            name => call(name, life, &case.numbers),
        });
        let error = refused.expect_err(&case.name);
        let fault = error.faults().next().expect("a fault");
        let found = [fault.code, fault.pointer.as_str()];
        assert_eq!(
            found,
            case.error.each_ref().map(String::as_str),
            "{} ({})",
            case.name,
            case.why
        );
    }
}

#[test]
fn too_many_values_are_refused() {
    let life = Lifetime::weibull(2.0, 1.0).expect("a law");
    let ages = vec![1.0; entretien::reliability::FLEET_ASSETS_MAX + 1];
    let refused = expected_renewals(&life, &ages, 0.0, 1.0, 0.9);
    assert_eq!(refused.map_err(|error| error.code()), Err("REN-005"));
}

/// Cox 1962: `λt/k + (1/k) Σ_{r<k} θʳ/(1−θʳ) (1 − exp(−λt(1−θʳ)))` with `θ = e^{2πi/k}`.
fn erlang_renewals(stages: u32, x: f64) -> f64 {
    let k = f64::from(stages);
    let mut sum = x / k;
    for r in 1..stages {
        let angle = 2.0 * std::f64::consts::PI * f64::from(r) / k;
        let (cos, sin) = (angle.cos(), angle.sin());
        // θ/(1−θ) is −½ + i·(sin/2)/(1−cos).
        let (a, b) = (-0.5, sin / (2.0 * (1.0 - cos)));
        let fade = (-x * (1.0 - cos)).exp();
        let (re, im) = (1.0 - fade * (x * sin).cos(), -fade * (x * sin).sin());
        sum += (a * re - b * im) / k;
    }
    sum
}

#[test]
fn renewal_function_agrees_with_closed_forms() {
    for stages in [2, 3, 4, 9, 25] {
        let life = Lifetime::erlang(stages, 0.5).expect("a law");
        for means in [0.2, 0.7, 1.0, 2.5, 9.0, 40.0, 200.0] {
            let x = means * f64::from(stages);
            let found = renewal_function(&life, x / 0.5).expect("a time");
            let expected = erlang_renewals(stages, x);
            // The closed form itself loses what is below the rounding of its terms.
            assert!(
                (found - expected).abs() <= 1e-8 * expected + 1e-14,
                "{stages} stages, {means} mean lives: {found} for {expected}"
            );
        }
    }
    // A uniform law from 0: eˣ − 1 in its first period, eˣ − 1 − (x−1)eˣ⁻¹ in its second.
    let life = Lifetime::uniform(0.0, 10.0).expect("a law");
    near(renewal_function(&life, 7.0).unwrap(), 0.7_f64.exp_m1(), 1e-8, "uniform");
    let second = 1.5_f64.exp_m1() - 0.5 * 0.5_f64.exp();
    near(renewal_function(&life, 15.0).unwrap(), second, 1e-7, "uniform, second period");
    let life = Lifetime::exponential(0.25).expect("a law");
    near(renewal_function(&life, 1e9).unwrap(), 2.5e8, 1e-15, "exponential");
}

/// `M(t)` by the convolution of lives on a grid, each life at the end of the step that it falls in, and the
/// same at the begin: between the two.
fn naive_renewals(life: &Lifetime, t: f64, steps: usize) -> [f64; 2] {
    let step = |place: usize| t * f64::from(u32::try_from(place).unwrap());
    let n = step(1) / f64::from(u32::try_from(steps).unwrap());
    let shares: Vec<f64> = (1..=steps)
        .map(|place| {
            let at = n * f64::from(u32::try_from(place).unwrap());
            life.cdf(at) - life.cdf(at - n)
        })
        .collect();
    let bound = |early: usize| {
        // m[i]: expected renewals in the first i steps.
        let mut m = vec![0.0; steps + 1];
        for i in 1..=steps {
            let lives = shares.iter().take(i).enumerate();
            let sum: f64 =
                lives.map(|(j, share)| share * (1.0 + m[i - 1 - j + early.min(j)])).sum();
            m[i] = sum;
        }
        m[steps]
    };
    [bound(0), bound(1)]
}

#[test]
fn renewal_function_lies_between_the_naive_convolutions() {
    let laws = [
        Law::Weibull { shape: 0.8, scale: 1.0 },
        Law::Weibull { shape: 1.7, scale: 1.0 },
        Law::Weibull { shape: 5.0, scale: 1.0 },
        Law::Erlang { stages: 4, rate: 3.0 },
        Law::Uniform { from: 0.5, to: 1.5 },
    ];
    for law in laws {
        let life = Lifetime::new(law).expect("a law");
        for t in [0.5, 1.3, 3.0] {
            let found = renewal_function(&life, t).expect("a time");
            let [low, high] = naive_renewals(&life, t, 800);
            assert!(low <= found && found <= high, "{law:?} at {t}: {low} {found} {high}");
            assert!(high - low < 0.02 * (1.0 + found), "{law:?} at {t}: {low} {high}");
        }
    }
}

#[test]
fn fleet_agrees_with_the_convolution_of_the_first_life() {
    // M(t | a) = F(t|a) + Σ P(first failure in a step) M(rest), on a fine grid.
    for (shape, age, to) in [(2.0, 0.3, 1.0), (3.5, 1.2, 2.0), (1.4, 0.0, 0.7), (0.9, 2.0, 1.5)] {
        let life = Lifetime::weibull(shape, 1.0).expect("a law");
        let steps = 400_u32;
        let step = to / f64::from(steps);
        let failed = |t: f64| 1.0 - life.conditional_reliability(age, t).expect("alive");
        let mut expected = failed(to);
        for place in 0..steps {
            let at = f64::from(place) * step;
            let rest = renewal_function(&life, to - at - step / 2.0).expect("a time");
            expected += (failed(at + step) - failed(at)) * rest;
        }
        let found = expected_renewals(&life, &[age], 0.0, to, 0.9).expect("a fleet");
        near(found.expected_renewals, expected, 2e-5, &format!("shape {shape}, age {age}"));
        near(found.expected_first_failures, failed(to), 1e-12, "first failures");
    }
}

#[test]
fn windows_add_up_and_old_items_fail_at_once() {
    let life = Lifetime::weibull(2.5, 48.0).expect("a law");
    let ages = [0.0, 12.0, 12.0, 36.0, 70.0];
    let count = |from, to| expected_renewals(&life, &ages, from, to, 0.8).expect("a window");
    let (first, second, both) = (count(0.0, 12.0), count(12.0, 24.0), count(0.0, 24.0));
    let sum = first.expected_renewals + second.expected_renewals;
    near(sum, both.expected_renewals, 1e-7, "two years");
    let sum = first.expected_first_failures + second.expected_first_failures;
    near(sum, both.expected_first_failures, 1e-12, "two years");

    let life = Lifetime::uniform(0.0, 10.0).expect("a law");
    let old = expected_renewals(&life, &[12.0, 5.0], 0.0, 5.0, 0.8).expect("a fleet");
    assert_eq!((old.beyond_life, old.lower, old.upper), (1, 2, 2));
    near(old.expected_first_failures, 2.0, 1e-12, "the old one at once, the other within its law");
}

/// Probabilities of counts by enumerating all outcomes.
fn enumerated(shares: &[f64]) -> Vec<f64> {
    let mut law = vec![0.0; shares.len() + 1];
    for outcome in 0..1_u32 << shares.len() {
        let weight: f64 = shares
            .iter()
            .enumerate()
            .map(|(place, share)| if outcome >> place & 1 == 1 { *share } else { 1.0 - share })
            .product();
        law[usize::try_from(outcome.count_ones()).unwrap()] += weight;
    }
    law
}

#[test]
fn quantiles_are_those_of_the_poisson_binomial_law() {
    let life = Lifetime::weibull(2.0, 5.0).expect("a law");
    let mut random = Random(20);
    for _ in 0..60 {
        let ages: Vec<f64> =
            (0..=random.below(11_u32)).map(|_| f64::from(random.below(9_u32))).collect();
        let fleet = expected_renewals(&life, &ages, 0.0, 3.0, 0.9).expect("a fleet");
        assert_eq!(fleet.method, CountMethod::Exact);
        let shares: Vec<f64> =
            ages.iter().map(|age| 1.0 - life.conditional_reliability(*age, 3.0).unwrap()).collect();
        let law = enumerated(&shares);
        let below = |count: u32| law.iter().take(usize::try_from(count).unwrap()).sum::<f64>();
        assert!(below(fleet.lower) < 0.05 && below(fleet.lower + 1) >= 0.05 - 1e-9);
        assert!(below(fleet.upper) < 0.95 && below(fleet.upper + 1) >= 0.95 - 1e-9);
    }
}

#[test]
fn large_fleets_meet_the_exact_law() {
    let life = Lifetime::weibull(2.0, 60.0).expect("a law");
    let ages = |items: u32| (0..items).map(|item| f64::from(item % 84)).collect::<Vec<_>>();
    let exact = expected_renewals(&life, &ages(7_000), 0.0, 12.0, 0.9).expect("a fleet");
    let normal = expected_renewals(&life, &ages(100_800), 0.0, 12.0, 0.9).expect("a fleet");
    assert_eq!((exact.method, normal.method), (CountMethod::Exact, CountMethod::Normal));
    // The normal approximation at the size of the exact one.
    let z = 1.644_853_626_951_472_7 * exact.first_failures_sd;
    let bounds = [exact.lower, exact.upper].map(f64::from);
    near(bounds[0], (exact.expected_first_failures - z - 0.5).ceil(), 1e-3, "lower");
    near(bounds[1], (exact.expected_first_failures + z - 0.5).ceil(), 1e-3, "upper");
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(31),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn wearing() -> impl Strategy<Value = Law> {
    prop_oneof![
        (1.2..6.0, 0.1..5_000.0).prop_map(|(shape, scale)| Law::Weibull { shape, scale }),
        (3_u32..20, 0.01..10.0).prop_map(|(stages, rate)| Law::Erlang { stages, rate }),
        (0.0..50.0, 1.0..50.0).prop_map(|(from, length)| Law::Uniform { from, to: from + length }),
        (1.0..50.0, 0.05..0.45).prop_map(|(mean, part)| Law::Normal { mean, sd: mean * part }),
    ]
}

proptest! {
    #![proptest_config(config(150))]

    /// No age of a fine grid costs less than the optimum; without one, none beats running to failure.
    #[test]
    fn no_age_of_a_grid_is_cheaper(law in wearing(), planned in 0.5..50.0, times in 1.05..40.0) {
        let life = Lifetime::new(law).unwrap();
        let answer = age_replacement(&life, planned, planned * times).unwrap();
        let least = answer.optimum.map_or(answer.run_to_failure_cost_rate, |o| o.cost_rate);
        for place in 1..=3_000 {
            let age = life.mean() * 3.0 * f64::from(place) / 3_000.0;
            let cost = age_replacement_cost_rate(&life, planned, planned * times, age).unwrap();
            prop_assert!(cost >= least * (1.0 - 1e-9), "{law:?} {answer:?}: {cost} at {age}");
        }
    }

    /// Reliability falls from 1, `F` is what is missing, the restricted mean rises to the mean.
    #[test]
    fn laws_behave(law in wearing(), part in 0.0..4.0) {
        let life = Lifetime::new(law).unwrap();
        let (t, later) = (life.mean() * part, life.mean() * (part + 0.1));
        prop_assert!(life.reliability(later) <= life.reliability(t));
        prop_assert!((life.reliability(t) + life.cdf(t) - 1.0).abs() < 1e-12);
        prop_assert!(life.restricted_mean(later) >= life.restricted_mean(t));
        // The part of a normal law below zero is no time at work: the rest has a mean a little higher.
        let most = if matches!(law, Law::Normal { .. }) { 1.005 } else { 1.0 + 1e-12 };
        prop_assert!(life.restricted_mean(t) <= life.mean() * most);
        if let Law::Normal { .. } = law {
            prop_assert!(life.restricted_mean(life.mean() * 50.0) >= life.mean() * (1.0 - 1e-12));
        } else {
            near(life.restricted_mean(life.mean() * 50.0), life.mean(), 1e-9, "far out");
        }
        let half = life.quantile(0.5).unwrap();
        prop_assert!((life.cdf(half) - 0.5).abs() < 1e-9);
    }

    /// Any floats at all: a figure or a refusal, never one that is not a number.
    #[test]
    fn no_float_breaks_anything(a in any::<f64>(), b in any::<f64>(), t in any::<f64>(), which in 0..5) {
        let law = match which {
            0 => Law::Weibull { shape: a.abs() % 100.0, scale: b },
            1 => Law::Erlang { stages: u32::try_from(a.to_bits() % 1_001).expect("stages"), rate: b },
            2 => Law::Exponential { rate: b },
            3 => Law::Uniform { from: a, to: b },
            _ => Law::Normal { mean: a, sd: b },
        };
        if let Ok(life) = Lifetime::new(law) {
            let figures = [
                life.reliability(t), life.cdf(t), life.restricted_mean(t), life.mean(),
                life.standard_deviation(), life.hazard(t).unwrap_or(0.0),
                life.cumulative_hazard(t).unwrap_or(0.0),
                life.conditional_reliability(t, a).unwrap_or(0.0),
                renewal_function(&life, t).unwrap_or(0.0),
                age_replacement(&life, 1.0, 3.0).unwrap().run_to_failure_cost_rate,
                minimal_repair(&life, 1.0, 3.0).unwrap().cost_rate.unwrap_or(0.0),
            ];
            for (place, figure) in figures.into_iter().enumerate() {
                prop_assert!(figure.is_finite() && figure >= -1e-9, "{law:?} {t}: {place} {figure}");
            }
        }
    }
}

proptest! {
    #![proptest_config(config(20))]

    /// A block rule is never cheaper than the age rule, and no interval of a grid beats it.
    #[test]
    fn block_rule_stands_above_the_age_rule(shape in 1.3..5.0, times in 2.0..30.0) {
        let life = Lifetime::weibull(shape, 1.0).unwrap();
        let age = age_replacement(&life, 1.0, times).unwrap().optimum.unwrap();
        let block = block_replacement(&life, 1.0, times).unwrap();
        let least = block.optimum.map_or(block.run_to_failure_cost_rate, |o| o.cost_rate);
        prop_assert!(least >= age.cost_rate * (1.0 - 1e-9));
        for place in 1..=12 {
            let t = f64::from(place) * 0.2;
            let cost = (1.0 + times * renewal_function(&life, t).unwrap()) / t;
            prop_assert!(cost >= least * (1.0 - 1e-9), "{block:?}: {cost} at {t}");
        }
    }
}
