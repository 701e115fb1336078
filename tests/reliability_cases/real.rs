//! Real failures: disk drives of Backblaze, outages of LANL's clusters.

use crate::near;
use entretien::reliability::{
    Direction, History, Life, Truncation, exponential_fit, laplace, mean_cumulative_function,
    mil_handbook, power_law, survival_curve, weibull_fit,
};
use entretien_tests::failures::{drives, outages};
use entretien_tests::shared;

/// Hours of a mean year.
const YEAR: f64 = 8_766.0;

#[test]
fn drives_fail_as_stated() {
    let Some(shared) = shared("drives_fail_as_stated") else { return };
    let drives = drives(&shared);
    assert_eq!(drives.len(), 87_068);
    let all: Vec<Life> = drives.iter().map(|(_, life)| *life).collect();
    let fit = exponential_fit(&all, 0.9, Truncation::Time).expect("drives");
    assert_eq!(fit.failures, 5_326);
    near(fit.rate.expect("failures") * YEAR, 0.0357, 2e-3, "failures a year");
    let of = |model: &str| -> Vec<Life> {
        drives.iter().filter(|(name, _)| name == model).map(|(_, life)| *life).collect()
    };
    let seagate = of("ST3000DM001");
    let rate = exponential_fit(&seagate, 0.9, Truncation::Time).expect("drives").rate;
    near(rate.expect("failures") * YEAR, 0.254, 2e-3, "failures a year");
    let law = weibull_fit(&seagate).expect("drives").fit.expect("a law");
    near(law.shape, 4.17, 2e-3, "shape");
    near(law.scale, 25_472.0, 1e-4, "scale");
    let hitachi = of("Hitachi HDS722020ALA330");
    let hitachi = if hitachi.is_empty() { of("HDS722020ALA330") } else { hitachi };
    let law = weibull_fit(&hitachi).expect("drives").fit.expect("a law");
    near(law.shape, 1.61, 4e-3, "shape");
    let blind: Vec<Life> = hitachi.iter().map(|life| Life { entry: 0.0, ..*life }).collect();
    let law = weibull_fit(&blind).expect("drives").fit.expect("a law");
    near(law.shape, 2.80, 3e-3, "shape without entries");
    let curve = survival_curve(&seagate, 0.95).expect("drives");
    let median = curve.median.age.expect("half of them failed");
    assert!(curve.median.lower.expect("a bound") <= median);
    assert!(curve.points.iter().all(|point| (0.0..=1.0).contains(&point.survival)));
}

#[test]
fn clusters_fail_as_counted() {
    let Some(shared) = shared("clusters_fail_as_counted") else { return };
    let systems = outages(&shared);
    assert_eq!(systems.len(), 23);
    let events: usize = systems.values().flatten().map(|node| node.events.len()).sum();
    assert_eq!(events, 23_739);
    for (system, nodes) in &systems {
        let failures: usize = nodes.iter().map(|node| node.events.len()).sum();
        let steps = mean_cumulative_function(nodes).expect("nodes");
        let last = steps.last().expect("failures");
        let items = f64::from(u32::try_from(nodes.len()).expect("a few"));
        let mean = f64::from(u32::try_from(failures).expect("a few")) / items;
        near(last.mean, mean, 1e-10, &format!("system {system}"));
        assert_eq!(last.variance.is_some(), nodes.len() > 1);
        let answer = power_law(nodes, 0.9).expect("nodes");
        assert_eq!(answer.failures, failures);
        let trend = answer.trend.unwrap_or_else(|| panic!("system {system}: {:?}", answer.reason));
        // All nodes have one end: the closed form, and as many failures expected as were seen.
        let expected = trend.expected(0.0, trend.end).expect("a figure") * items;
        near(expected, items * mean, 1e-9, "expected failures");
        let (slow, sharp) = (laplace(nodes).expect("nodes"), mil_handbook(nodes).expect("nodes"));
        assert_eq!(slow.failures, failures);
        let better = trend.beta_unbiased.expect("failures") < 1.0;
        let way = if better { Direction::Down } else { Direction::Up };
        assert_eq!(sharp.direction, Some(way));
    }
    // All nodes of all systems in one fleet, each from its own first day.
    let fleet: Vec<History> = systems.into_values().flatten().collect();
    let steps = mean_cumulative_function(&fleet).expect("nodes");
    assert!(steps.iter().all(|step| step.variance.is_some_and(f64::is_finite)));
}
