//! Figures of observed failures: fits, survival, trends, mean numbers, MTBF, availability.

use entretien::error::Error;
use entretien::reliability::{
    History, Life, NoPowerLaw, NoWeibull, Truncation, availability, kaplan_meier,
    mean_cumulative_function, mtbf_interval, power_law, weibull_fit,
};
use entretien_tests::Random;

#[test]
fn fits_that_have_no_answer_say_why() {
    let answer = |lives: &[Life]| weibull_fit(lives).expect("usable lives");
    let none = answer(&[Life::survivor(3.0), Life { entry: 1.0, ..Life::survivor(5.0) }]);
    assert_eq!((none.reason, none.failures, none.exposure), (Some(NoWeibull::NoFailure), 0, 7.0));
    assert_eq!(answer(&[]).reason, Some(NoWeibull::NoFailure));
    assert_eq!(answer(&[Life::failure(3.0); 4]).reason, Some(NoWeibull::Unbounded));
    let one = answer(&[Life::failure(3.0), Life::survivor(2.0)]);
    assert_eq!(one.reason, Some(NoWeibull::Unbounded));
    // One failure that others outlive does bound the shape.
    assert!(answer(&[Life::failure(3.0), Life::survivor(4.0)]).fit.is_some());
    // Every item entered just before its end: nothing is known of the ages below.
    let late = [9.0, 9.5, 10.0].map(|age| Life { entry: age - 1e-3, age, failed: true });
    assert!(answer(&late).fit.is_none_or(|fit| fit.scale.is_finite() && fit.se_shape.is_finite()));
}

/// 9,335 drives of one model of which 42 failed, most of them in service before records start: another
/// package answers a shape of 0.0011 for such data, without a word.
#[test]
fn entries_are_taken_into_account() {
    let mut random = Random(5);
    let mut uniform = || (f64::from(random.below(1_000_000_u32)) + 0.5) / 1e6;
    let mut lives = Vec::new();
    while lives.len() < 9_000 {
        let age = 30_000.0 * (-uniform().ln()).powf(1.0 / 2.8);
        let entry = 20_000.0 * uniform();
        if age > entry {
            let end = entry + 9_000.0;
            lives.push(Life { entry, age: age.min(end), failed: age <= end });
        }
    }
    let fit = weibull_fit(&lives).expect("lives").fit.expect("a fit");
    assert!((fit.shape - 2.8).abs() < 3.0 * fit.se_shape, "{fit:?}");
    assert!((fit.scale - 30_000.0).abs() < 3.0 * fit.se_scale, "{fit:?}");
    let blind: Vec<Life> = lives.iter().map(|life| Life { entry: 0.0, ..*life }).collect();
    let blind = weibull_fit(&blind).expect("lives").fit.expect("a fit");
    assert!((blind.shape - 2.8).abs() > 5.0 * fit.se_shape, "entries ignored: {blind:?}");
}

/// Survival with entries, by walking over every age: the items under observation are counted anew.
#[test]
fn survival_agrees_with_a_count_at_each_age() {
    let mut random = Random(8);
    for _ in 0..50 {
        let lives: Vec<Life> = (0..40)
            .map(|_| {
                let entry = f64::from(random.below(10_u32));
                let age = entry + 1.0 + f64::from(random.below(12_u32));
                Life { entry, age, failed: random.chance(60) }
            })
            .collect();
        let steps = kaplan_meier(&lives).expect("lives");
        let mut survival = 1.0;
        let mut found = steps.iter();
        for age in (1..=22_u32).map(f64::from) {
            let at_risk = lives.iter().filter(|life| life.entry < age && life.age >= age).count();
            let ended = |life: &&Life| life.failed && (life.age - age).abs() < 0.5;
            let failures = lives.iter().filter(ended).count();
            if failures == 0 {
                continue;
            }
            let share = |count: usize| f64::from(u32::try_from(count).expect("a few"));
            survival *= 1.0 - share(failures) / share(at_risk);
            let step = found.next().expect("a step");
            assert_eq!((step.at_risk, step.failures), (at_risk, failures), "at {age}");
            assert!((step.survival - survival).abs() < 1e-12, "at {age}");
        }
        assert!(found.next().is_none());
    }
}

/// The variance of the mean number, as its definition says it: a double sum over items and ages.
#[test]
fn mean_numbers_agree_with_their_definition() {
    let history = |events: &[f64], end| History::new(events.to_vec(), end);
    let fleet = [
        history(&[3.0, 3.0, 7.0], 9.0),
        history(&[7.0, 1.0], 7.0),
        history(&[], 4.0),
        history(&[12.0], 12.0),
    ];
    let steps = mean_cumulative_function(&fleet).expect("histories");
    let ages: Vec<f64> = steps.iter().map(|step| step.age).collect();
    assert_eq!(ages, [1.0, 3.0, 7.0, 12.0]);
    let at_risk: Vec<usize> = steps.iter().map(|step| step.at_risk).collect();
    assert_eq!(at_risk, [4, 4, 3, 1]);
    // 1/4, + 2/4, + 2/3, + 1
    let expected = [0.25, 0.75, 0.75 + 2.0 / 3.0, 1.75 + 2.0 / 3.0];
    for (step, mean) in steps.iter().zip(expected) {
        assert!((step.mean - mean).abs() < 1e-12);
    }
    // At 1: (1 - 1/4)^2 + 3 (1/4)^2, over 16.
    assert!((steps[0].variance.expect("four items") - 0.75 / 16.0).abs() < 1e-12);
}

#[test]
fn observed_figures_know_their_edges() {
    let none = mtbf_interval(1_000.0, 0, 0.6, Truncation::Time).expect("a time");
    assert_eq!((none.mtbf, none.upper), (None, None));
    // T / -ln(1 - c)
    assert!((none.lower_one_sided.expect("a bound") - 1_000.0 / -(0.4_f64.ln())).abs() < 1e-9);
    let none = mtbf_interval(1_000.0, 0, 0.6, Truncation::Failure).expect("a time");
    assert_eq!((none.lower, none.lower_one_sided), (None, None));
    let trend =
        |events: &[f64]| power_law(&[History::new(events.to_vec(), 10.0)], 0.9).expect("a history");
    assert_eq!(trend(&[]).reason, Some(NoPowerLaw::NoFailure));
    assert_eq!(trend(&[10.0]).reason, Some(NoPowerLaw::Unbounded));
    assert_eq!(trend(&[0.0, 3.0]).reason, Some(NoPowerLaw::FailureAtStart));
    let one = trend(&[5.0]).trend.expect("a trend");
    assert_eq!((one.beta_unbiased, one.misfit), (None, None));
    assert!((one.beta - 1.0 / 2.0_f64.ln()).abs() < 1e-14);
    assert!(kaplan_meier(&[]).expect("nothing").is_empty());
    assert!(mean_cumulative_function(&[]).expect("nothing").is_empty());
    let last = kaplan_meier(&[Life::failure(2.0)]).expect("a life");
    assert_eq!((last[0].survival, last[0].standard_error), (0.0, None));
    // 2 of 3 at 0.9: 3 x 0.81 x 0.1 + 0.729
    let group = availability(9.0, 1.0, 3, 2).expect("a group");
    assert!((group.needed - 0.972).abs() < 1e-12);
}

#[test]
fn unusable_observations_are_refused() {
    let place = |error: Error| {
        let fault = error.faults().next().expect("a fault");
        format!("{} {}", fault.code, fault.pointer)
    };
    let refused = [
        power_law(&[History::new(vec![11.0], 10.0)], 0.9).map(drop),
        power_law(&[History::new(vec![5.0], 10.0)], 1.0).map(drop),
        mtbf_interval(f64::NAN, 1, 0.9, Truncation::Time).map(drop),
        mtbf_interval(10.0, 1, 1.0, Truncation::Time).map(drop),
        availability(0.0, 0.0, 1, 1).map(drop),
        availability(1.0, 1.0, 2, 3).map(drop),
        kaplan_meier(&[Life::failure(-1.0)]).map(drop),
        mean_cumulative_function(&[History::new(vec![3.0], 2.0)]).map(drop),
    ];
    let found: Vec<String> =
        refused.into_iter().map(|answer| place(answer.expect_err("a refusal"))).collect();
    let expected = [
        "REN-004 /0/events/0",
        "REN-012 /confidence",
        "REN-002 /operating_time",
        "REN-012 /confidence",
        "REN-002 /mtbf",
        "REN-002 /needed",
        "REN-004 /0/age",
        "REN-004 /0/events/0",
    ];
    assert_eq!(found, expected);
}
