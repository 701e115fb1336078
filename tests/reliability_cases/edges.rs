//! Extreme input: no answer holds a figure that is infinite or not a number.

use entretien::reliability::{
    History, Life, RateSample, ShareSample, Truncation, WeibullQuantity,
    control_limits_individuals, control_limits_proportion, control_limits_rate, exponential_fit,
    laplace, mann_kendall, mann_whitney, mean_cumulative_function, mil_handbook, power_law,
    proportion_difference, rate_ratio, survival_curve, weibull_fit, weibull_profile,
    wilson_interval,
};
use entretien_tests::Random;
use std::fmt::Debug;

/// Figures print as `NaN` and `inf` where they are none.
#[track_caller]
fn finite(answer: impl Debug, input: &impl Debug) {
    let text = format!("{answer:?}");
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    assert!(words.clone().all(|word| word != "NaN" && word != "inf"), "{text}\nfor {input:?}");
}

/// A time of any size.
fn time(random: &mut Random) -> f64 {
    match random.below(6_u32) {
        0 => 1e-12,
        1 => 1e15,
        2 => f64::from(random.below(5_u32)) + 1.0,
        3 => 1e-9 * (1.0 + f64::from(random.below(100_u32))),
        _ => f64::from(random.below(1_000_u32)) + 0.5,
    }
}

#[test]
fn lives_of_any_size_give_finite_figures() {
    let mut random = Random(71);
    let confidences = [1e-6, 0.5, 0.95, 1.0 - 1e-12];
    for _ in 0..400 {
        let late = random.chance(40);
        let lives: Vec<Life> = random.list(8, |random| {
            let age = time(random);
            let part = f64::from(random.below(1_000_u32)) / 1_000.0;
            Life { entry: if late { age * part } else { 0.0 }, age, failed: random.chance(60) }
        });
        let confidence = random.pick(&confidences);
        let quantities = [
            WeibullQuantity::Shape,
            WeibullQuantity::Scale,
            WeibullQuantity::BLife { share: random.pick(&[1e-9, 0.1, 1.0 - 1e-9]) },
            WeibullQuantity::Mean,
            WeibullQuantity::Reliability { age: time(&mut random) },
            WeibullQuantity::ConditionalReliability {
                age: time(&mut random),
                more: time(&mut random),
            },
        ];
        let profile = weibull_profile(&lives, &quantities, confidence).expect("usable");
        if let Some(fit) = weibull_fit(&lives).expect("usable").fit {
            for quantity in quantities {
                finite(fit.interval(quantity, confidence), &(&lives, quantity));
            }
        }
        finite(profile, &(&lives, quantities));
        let curve = survival_curve(&lives, confidence).expect("usable");
        finite(curve.restricted_mean(time(&mut random)), &lives);
        finite(curve, &lives);
        let truncation = random.pick(Truncation::ALL);
        finite(exponential_fit(&lives, confidence, truncation), &lives);
    }
}

#[test]
fn histories_of_any_size_give_finite_figures() {
    let mut random = Random(72);
    for _ in 0..600 {
        let items: Vec<History> = random.list(4, |random| {
            let end = time(random);
            let start = if random.chance(50) { 0.0 } else { end * random.pick(&[0.1, 0.5, 0.999]) };
            let events = random.list(6, |random| {
                let part = random.pick(&[0.0, 1e-6, 0.3, 0.7, 1.0 - 1e-9, 1.0]);
                (start + (end - start) * part).min(end)
            });
            let history = History::new(events, end).seen_from(start);
            let ends =
                history.events.iter().any(|age| *age > start.max(1e-12)) && random.chance(40);
            if ends { history.to_last_failure() } else { history }
        });
        let answer = power_law(&items, 0.95).expect("usable");
        if let Some(trend) = answer.trend {
            finite((trend.intensity(0.0), trend.expected(0.0, 1e15)), &items);
        }
        finite(answer, &items);
        finite((laplace(&items), mil_handbook(&items)), &items);
        for step in mean_cumulative_function(&items).expect("usable") {
            finite((step, step.interval(0.95), step.normal_interval(0.95)), &items);
        }
    }
}

#[test]
fn samples_of_any_size_give_finite_figures() {
    let mut random = Random(73);
    let counts = [0_u64, 1, 2, 7, 1_000, 1_000_000, 1_000_000_000];
    for _ in 0..300 {
        let rate = |random: &mut Random| RateSample {
            events: random.pick(&counts),
            exposure: time(random),
        };
        let share = |random: &mut Random| {
            let (a, b) = (random.pick(&counts), random.pick(&counts));
            ShareSample { successes: a.min(b), trials: a.max(b) }
        };
        let confidence = random.pick(&[1e-6, 0.5, 0.95, 1.0 - 1e-12]);
        let (a, b) = (rate(&mut random), rate(&mut random));
        finite(rate_ratio(a, b, confidence), &(a, b));
        finite(control_limits_rate(&[a, b, b]), &(a, b));
        let (a, b) = (share(&mut random), share(&mut random));
        finite(proportion_difference(a, b, confidence), &(a, b));
        finite(wilson_interval(a.successes, a.trials, confidence), &a);
        finite(control_limits_proportion(&[a, b, a]), &(a, b));
        let value = |random: &mut Random| random.pick(&[-1e15, -1.0, 0.0, 1e-300, 3.0, 1e15]);
        let (a, b) = (random.list(60, value), random.list(60, value));
        finite(mann_whitney(&a, &b), &(&a, &b));
        finite((mann_kendall(&a), control_limits_individuals(&a)), &a);
    }
}
