//! Fits and curves against their definitions.

use crate::{float, near, near_or_none};
use entretien::reliability::{
    History, Life, Lifetime, NoPowerLaw, NoWeibull, SurvivalFlaw, Truncation, WeibullQuantity,
    exponential_fit, laplace, mean_cumulative_function, mil_handbook, power_law, survival_curve,
    weibull_fit, weibull_profile,
};
use entretien_tests::failures::QUANTITIES;
use entretien_tests::{Random, text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SurvivalCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    lives: Vec<(f64, f64, bool)>,
    survival: Vec<f64>,
    median: Option<f64>,
    horizon: Option<f64>,
    mean: Option<f64>,
    flaw: Option<String>,
}

#[test]
fn survival_falls_as_the_cases_say() {
    #[derive(Deserialize)]
    struct File {
        case: Vec<SurvivalCase>,
    }
    let file: File = toml::from_str(&text("tests/data/reliability/survival.toml")).expect("cases");
    for case in file.case {
        let name = &case.name;
        let lives: Vec<Life> = case
            .lives
            .iter()
            .map(|(entry, age, failed)| Life { entry: *entry, age: *age, failed: *failed })
            .collect();
        let curve = survival_curve(&lives, 0.9).expect("lives");
        let found: Vec<f64> = curve.points.iter().map(|point| point.survival).collect();
        assert_eq!(found.len(), case.survival.len(), "{name}");
        for (found, expected) in found.iter().zip(&case.survival) {
            assert!((found - expected).abs() < 1e-15, "{name}: {found} for {expected}");
        }
        assert_eq!(curve.median.age, case.median, "{name}");
        assert_eq!(curve.flaw.map(|flaw| flaw.code().to_owned()), case.flaw, "{name}");
        if let Some(horizon) = case.horizon {
            let mean = curve.restricted_mean(horizon).expect("a horizon").map(|mean| mean.mean);
            near_or_none(mean, case.mean, 1e-14, name);
        }
    }
}

fn uniform(random: &mut Random) -> f64 {
    (f64::from(random.below(1_000_000_u32)) + 0.5) / 1e6
}

/// Lives of a Weibull law, some censored, some seen late.
fn sample(random: &mut Random, count: usize, late: bool) -> Vec<Life> {
    let mut lives = Vec::new();
    while lives.len() < count {
        let age = 1_000.0 * (-uniform(random).ln()).powf(1.0 / 1.8);
        let end = 1_600.0 * uniform(random);
        let entry = if late { 600.0 * uniform(random) } else { 0.0 };
        let life = Life { entry, age: age.min(end), failed: age <= end };
        if life.age > life.entry {
            lives.push(life);
        }
    }
    lives
}

fn loglik(lives: &[Life], shape: f64, scale: f64) -> f64 {
    let hazard = |age: f64| if age > 0.0 { (age / scale).powf(shape) } else { 0.0 };
    lives
        .iter()
        .map(|life| {
            let failed = if life.failed {
                (shape / scale).ln() + (shape - 1.0) * (life.age / scale).ln()
            } else {
                0.0
            };
            failed - hazard(life.age) + hazard(life.entry)
        })
        .sum()
}

fn figure(quantity: WeibullQuantity, shape: f64, scale: f64) -> f64 {
    let law = Lifetime::weibull(shape, scale).expect("a law");
    match quantity {
        WeibullQuantity::Shape => shape,
        WeibullQuantity::Scale => scale,
        WeibullQuantity::BLife { share } => law.quantile(share).expect("a share"),
        WeibullQuantity::Mean => law.mean(),
        WeibullQuantity::Reliability { age } => law.reliability(age),
        WeibullQuantity::ConditionalReliability { age, more } => {
            law.conditional_reliability(age, more).expect("survivors")
        }
    }
}

/// The scale at which a law of a shape has a figure, by halving.
fn scale_for(quantity: WeibullQuantity, shape: f64, wanted: f64) -> f64 {
    let (mut low, mut high) = (1.0_f64, 1e6_f64);
    for _ in 0..200 {
        let middle = (low * high).sqrt();
        if figure(quantity, shape, middle) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// At each bound the best likelihood, found on a fine grid of shapes, is lower by half of χ².
#[test]
fn profile_bounds_lower_the_likelihood_by_what_is_allowed() {
    let mut random = Random(41);
    // χ² of 1 degree of freedom at 90 %.
    let allowed = 2.705_543_454_095_404 / 2.0;
    for late in [false, true] {
        let lives = sample(&mut random, 60, late);
        let profile = weibull_profile(&lives, &QUANTITIES, 0.9).expect("lives");
        let fit = profile.estimate.fit.expect("a fit");
        let most = loglik(&lives, fit.shape, fit.scale);
        near(most, fit.loglik, 1e-12, "likelihood");
        for (quantity, estimate) in QUANTITIES.iter().zip(&profile.figures) {
            near(estimate.value, figure(*quantity, fit.shape, fit.scale), 1e-11, "value");
            let fisher = fit.interval(*quantity, 0.9).expect("an interval");
            near(fisher.value, estimate.value, 1e-12, "value");
            for (bound, other) in [(estimate.lower, fisher.lower), (estimate.upper, fisher.upper)] {
                let (bound, other) = (bound.expect("a bound"), other.expect("a bound"));
                // Both methods agree on where the bound about is.
                near(other, bound, 1.0, &format!("{quantity:?}"));
                let at = |shape: f64| loglik(&lives, shape, scale_for(*quantity, shape, bound));
                let best = if matches!(quantity, WeibullQuantity::Shape) {
                    loglik_best(&lives, bound)
                } else {
                    golden(at, 0.4, 6.0)
                };
                assert!(
                    (most - best - allowed).abs() < 1e-6,
                    "{quantity:?} {bound}: {}",
                    most - best
                );
            }
        }
    }
}

/// The likelihood of a shape with its best scale.
fn loglik_best(lives: &[Life], shape: f64) -> f64 {
    let power = |age: f64| if age > 0.0 { age.powf(shape) } else { 0.0 };
    let failures = float(lives.iter().filter(|life| life.failed).count());
    let sum: f64 = lives.iter().map(|life| power(life.age) - power(life.entry)).sum();
    loglik(lives, shape, (sum / failures).powf(1.0 / shape))
}

/// The maximum of a function with one top, by golden section.
fn golden(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    for _ in 0..80 {
        let (a, b) = (high - ratio * (high - low), low + ratio * (high - low));
        if f(a) < f(b) {
            low = a;
        } else {
            high = b;
        }
    }
    f(f64::midpoint(low, high))
}

/// A large sample takes the short way: same answer as its definition asks.
#[test]
fn a_large_sample_has_no_score_left() {
    let mut random = Random(42);
    let lives = sample(&mut random, 50_000, false);
    let fit = weibull_fit(&lives).expect("lives").fit.expect("a fit");
    let score = |shape: f64| {
        let powers = lives.iter().map(|life| life.age.powf(shape));
        let (sum, logs) = powers.zip(&lives).fold((0.0, 0.0), |(sum, logs), (power, life)| {
            (sum + power, logs + power * life.age.ln())
        });
        let failed: Vec<f64> =
            lives.iter().filter(|life| life.failed).map(|life| life.age.ln()).collect();
        logs / sum - 1.0 / shape - failed.iter().sum::<f64>() / float(failed.len())
    };
    assert!(score(fit.shape * (1.0 - 1e-10)) < 0.0 && score(fit.shape * (1.0 + 1e-10)) > 0.0);
}

#[test]
fn fits_know_what_they_cannot_know() {
    let none = [Life::survivor(10.0), Life::survivor(20.0)];
    let profile = weibull_profile(&none, &QUANTITIES, 0.9).expect("lives");
    assert_eq!((profile.estimate.reason, profile.figures.len()), (Some(NoWeibull::NoFailure), 0));
    let rate = exponential_fit(&none, 0.9, Truncation::Time).expect("lives");
    assert_eq!((rate.rate, rate.rate_lower, rate.loglik), (None, None, None));
    // −ln 0.05 over 30: two-sided bounds at 90 %.
    near_or_none(rate.rate_upper, Some(-(0.05_f64.ln()) / 30.0), 1e-12, "upper");
    let empty = exponential_fit(&[], 0.9, Truncation::Time).expect("nothing");
    assert_eq!((empty.mean, empty.rate_upper), (None, None));
    // One failure that another outlives: the shape has a lower bound, and perhaps an upper one.
    let one = [Life::failure(3.0), Life::survivor(4.0)];
    let profile = weibull_profile(&one, &QUANTITIES, 0.95).expect("lives");
    for estimate in profile.figures {
        for bound in [estimate.lower, estimate.upper].into_iter().flatten() {
            assert!(bound.is_finite());
        }
    }
}

#[test]
fn survival_curves_know_their_edges() {
    let curve = survival_curve(&[Life::survivor(3.0)], 0.9).expect("a life");
    assert_eq!((curve.flaw, curve.median.age), (Some(SurvivalFlaw::NoFailure), None));
    assert_eq!((curve.survival(3.0), curve.survival(3.5)), (Some(1.0), None));
    assert_eq!(survival_curve(&[], 0.9).expect("nothing").to, None);
    // Two early items fail before the others come under observation: all seems lost.
    let late = Life { entry: 5.0, age: 9.0, failed: true };
    let lives = [Life::failure(1.0), Life::failure(2.0), late, Life { failed: false, ..late }];
    let curve = survival_curve(&lives, 0.9).expect("lives");
    assert_eq!(curve.flaw, Some(SurvivalFlaw::EmptiedEarly));
    assert_eq!(curve.points.last().expect("a point").upper, None);
    // All failed: the restricted mean is the mean, its variance Σ(x − x̄)²/n².
    let ages = [1.0, 4.0, 5.0, 10.0];
    let curve = survival_curve(&ages.map(Life::failure), 0.9).expect("lives");
    let mean = curve.restricted_mean(50.0).expect("a horizon").expect("a mean");
    near(mean.mean, 5.0, 1e-14, "mean");
    near(mean.variance, (16.0 + 1.0 + 0.0 + 25.0) / 16.0, 1e-12, "variance");
    let half = curve.quantile(0.5).expect("a share");
    assert_eq!(half.age, Some(4.0));
}

/// Items with starts, ends and truncations of their own.
fn fleet(random: &mut Random, items: usize, new: bool) -> Vec<History> {
    (0..items)
        .map(|_| {
            let end = 50.0 + 100.0 * uniform(random);
            let start = if new { 0.0 } else { 40.0 * uniform(random) };
            // Failures of a power law with λ = 0.004, β = 1.6.
            let mut total = 0.004 * start.powf(1.6);
            let mut events = Vec::new();
            loop {
                total -= uniform(random).ln();
                let age = (total / 0.004_f64).powf(1.0 / 1.6);
                if age > end {
                    break;
                }
                events.push(age);
            }
            let history = History::new(events, end).seen_from(start);
            let ends = history.events.len() > 2 && random.chance(30);
            if ends { history.to_last_failure() } else { history }
        })
        .collect()
}

#[test]
fn power_laws_are_where_the_likelihood_is_greatest() {
    let mut random = Random(51);
    for new in [true, false, true, false] {
        let items = fleet(&mut random, 12, new);
        let trend = power_law(&items, 0.9).expect("items").trend.expect("a trend");
        let loglik = |beta: f64, lambda: f64| -> f64 {
            items
                .iter()
                .map(|item| {
                    let logs = item
                        .events
                        .iter()
                        .map(|age| (lambda * beta).ln() + (beta - 1.0) * age.ln());
                    logs.sum::<f64>() - lambda * (item.end.powf(beta) - item.start.powf(beta))
                })
                .sum()
        };
        let most = loglik(trend.beta, trend.lambda);
        near(trend.loglik, most, 1e-11, "likelihood");
        for (beta, lambda) in [(1e-4, 0.0), (-1e-4, 0.0), (0.0, 1e-4), (0.0, -1e-4), (1e-4, -5e-4)]
        {
            assert!(loglik(trend.beta * (1.0 + beta), trend.lambda * (1.0 + lambda)) < most);
        }
        // The second difference of the profile is the information.
        let profile = |beta: f64| {
            let sum: f64 =
                items.iter().map(|item| item.end.powf(beta) - item.start.powf(beta)).sum();
            loglik(beta, float(trend.failures) / sum)
        };
        let step = 1e-3 * trend.beta;
        let second =
            (profile(trend.beta + step) - 2.0 * most + profile(trend.beta - step)) / (step * step);
        near(trend.se_beta, (-1.0 / second).sqrt(), 1e-4, "standard error");
        assert_eq!(trend.beta_unbiased.is_some(), new);
        let [low, high] = trend.beta_interval;
        assert!(low < trend.beta && trend.beta < high);
        near_or_none(trend.intensity(trend.end), Some(trend.intensity_at_end), 1e-12, "intensity");
    }
}

#[test]
fn power_laws_know_what_they_cannot_know() {
    let answer = |item: History| power_law(&[item], 0.9).expect("an item");
    let ended = answer(History::new(vec![3.0], 9.0).to_last_failure());
    assert_eq!(ended.reason, Some(NoPowerLaw::Unbounded));
    let late = answer(History::new(vec![5.000_001; 3], 9.0).seen_from(5.0));
    assert!(late.trend.is_none_or(|trend| trend.lambda.is_finite()));
    // Failure truncated, by hand: β = 3 / (ln 4 + ln 2), without bias 1 / ln 8.
    let hand = answer(History::new(vec![1.0, 2.0, 4.0], 4.0).to_last_failure());
    let trend = hand.trend.expect("a trend");
    near(trend.beta, 3.0 / 8.0_f64.ln(), 1e-14, "beta");
    near_or_none(trend.beta_unbiased, Some(1.0 / 8.0_f64.ln()), 1e-14, "without bias");
    assert_eq!(trend.misfit.expect("a measure").failures, 2);
    let few = laplace(&[History::new(vec![1.0, 2.0], 4.0)]).expect("an item");
    assert_eq!((few.p_value, few.statistic.is_some()), (None, true));
    assert!(mil_handbook(&[]).expect("nothing").p_value.is_none());
}

/// The variance as its definition says it, item by item and age by age, with late starts and ties.
#[test]
fn mean_numbers_agree_with_the_double_sum() {
    let mut random = Random(61);
    for _ in 0..30 {
        let items: Vec<History> = (0..7)
            .map(|_| {
                let (start, length) = (random.below(4_u32), 1 + random.below(9_u32));
                let (start, end) = (f64::from(start), f64::from(start + length));
                // Quarters are exact: equal ages are equal.
                let events = (0..random.below(5_u32))
                    .map(|_| start + f64::from(random.below(4 * length + 1)) / 4.0)
                    .collect();
                History::new(events, end).seen_from(start)
            })
            .collect();
        let steps = mean_cumulative_function(&items).expect("items");
        let at_risk = |age: f64| {
            float(items.iter().filter(|item| item.start <= age && age <= item.end).count())
        };
        let of = |item: &History, age: f64| {
            float(item.events.iter().filter(|event| (**event - age).abs() < 1e-12).count())
        };
        for (place, step) in steps.iter().enumerate() {
            let ages = || steps.iter().take(place + 1).map(|step| step.age);
            let all = |age: f64| items.iter().map(|item| of(item, age)).sum::<f64>();
            let mean: f64 = ages().map(|age| all(age) / at_risk(age)).sum();
            near(step.mean, mean, 1e-12, "mean");
            let variance: f64 = items
                .iter()
                .map(|item| {
                    let excess: f64 = ages()
                        .filter(|age| item.start <= *age && *age <= item.end)
                        .map(|age| (of(item, age) - all(age) / at_risk(age)) / at_risk(age))
                        .sum();
                    excess * excess
                })
                .sum();
            if let Some(found) = step.variance {
                assert!((found - variance).abs() < 1e-12, "{found} for {variance}");
                let [low, high] = step.interval(0.9).expect("a confidence").expect("bounds");
                assert!(low <= step.mean && step.mean <= high);
            }
        }
    }
    // One item has nothing to be compared with.
    let one = mean_cumulative_function(&[History::new(vec![1.0, 2.0], 3.0)]).expect("an item");
    assert_eq!((one[1].mean, one[1].variance), (2.0, None));
    assert_eq!(one[1].interval(0.9).expect("a confidence"), None);
}
