//! What is refused, by code and place.

use entretien::error::Error;
use entretien::reliability::{
    History, Life, NoTrend, RateSample, RedundancyGroup, ShareSample, StructureNode, Truncation,
    WeibullQuantity, control_limits_individuals, group_availability, mann_kendall, mann_whitney,
    mil_handbook, proportion_difference, rate_ratio, structure_availability, survival_curve,
    weibull_profile, wilson_interval,
};

#[test]
fn unusable_input_is_refused_by_code() {
    let share = |successes, trials| ShareSample { successes, trials };
    let rate = |exposure| RateSample { events: 1, exposure };
    let lives = [Life::failure(1.0), Life::failure(2.0)];
    let curve = survival_curve(&lives, 0.9).expect("lives");
    let ended = History { truncation: Truncation::Failure, ..History::new(vec![1.0], 2.0) };
    let refused = [
        (wilson_interval(3, 2, 0.9).map(drop), "REN-014", "/successes"),
        (wilson_interval(3, u64::MAX, 0.9).map(drop), "REN-014", "/trials"),
        (wilson_interval(1, 2, 0.0).map(drop), "REN-012", "/confidence"),
        (
            proportion_difference(share(1, 2), share(2, 1), 0.9).map(drop),
            "REN-014",
            "/reference/successes",
        ),
        (rate_ratio(rate(0.0), rate(1.0), 0.9).map(drop), "REN-002", "/sample/exposure"),
        (mann_whitney(&[1.0, f64::NAN], &[1.0]).map(drop), "REN-015", "/sample/1"),
        (mann_kendall(&[f64::INFINITY]).map(drop), "REN-015", "/series/0"),
        (mann_kendall(&[0.0; 2_001]).map(drop), "REN-005", "/series"),
        (control_limits_individuals(&[1.0, -1e16]).map(drop), "REN-015", "/series/1"),
        (mil_handbook(&[ended]).map(drop), "REN-004", "/0/end"),
        (
            mil_handbook(&[History::new(vec![], 2.0).seen_from(2.0)]).map(drop),
            "REN-004",
            "/0/start",
        ),
        (curve.quantile(1.0).map(drop), "REN-012", "/share"),
        (curve.restricted_mean(-1.0).map(drop), "REN-002", "/horizon"),
        (
            weibull_profile(&lives, &[WeibullQuantity::Reliability { age: 0.0 }], 0.9).map(drop),
            "REN-002",
            "/age",
        ),
        (
            weibull_profile(&lives, &[WeibullQuantity::BLife { share: 0.0 }], 0.9).map(drop),
            "REN-012",
            "/share",
        ),
    ];
    all_refused(refused);
}

#[test]
fn unusable_structures_are_refused_by_code() {
    let node = |availability, needs: &[u32]| StructureNode {
        availability,
        needs: needs.to_vec(),
        groups: Vec::new(),
    };
    let group = |members: &[u32], needed| StructureNode {
        groups: vec![RedundancyGroup { members: members.to_vec(), needed }],
        ..node(1.0, &[])
    };
    let long: Vec<StructureNode> = (0..1_100_u32).map(|at| node(0.9, &[at + 1])).collect();
    let long = [long, vec![node(0.9, &[])]].concat();
    let refused = [
        (group_availability(&[0.5], 2).map(drop), "REN-014", "/needed"),
        (group_availability(&[1.5], 1).map(drop), "REN-012", "/items/0"),
        (structure_availability(&[node(0.5, &[1])], &[0]).map(drop), "REN-016", "/nodes/0/needs/0"),
        (
            structure_availability(&[group(&[1, 1], 1), node(0.5, &[])], &[0]).map(drop),
            "REN-016",
            "/nodes/0/groups/0/members/1",
        ),
        (
            structure_availability(&[group(&[1], 2), node(0.5, &[])], &[0]).map(drop),
            "REN-014",
            "/nodes/0/groups/0/needed",
        ),
        (
            structure_availability(&[node(0.5, &[1]), node(0.5, &[0])], &[0]).map(drop),
            "REN-017",
            "/nodes/0",
        ),
        (structure_availability(&long, &[0]).map(drop), "REN-018", "/nodes/0"),
        (structure_availability(&[node(0.5, &[])], &[1]).map(drop), "REN-016", "/asked/0"),
    ];
    all_refused(refused);
}

fn all_refused<const N: usize>(list: [(Result<(), Error>, &str, &str); N]) {
    for (answer, code, pointer) in list {
        let error = answer.expect_err(pointer);
        let fault = error.faults().next().expect("a fault");
        assert_eq!((fault.code, fault.pointer.as_str()), (code, pointer));
    }
}

#[test]
fn a_failure_at_the_start_has_no_logarithm() {
    let test = mil_handbook(&[History::new(vec![0.0, 3.0], 4.0)]).expect("usable");
    assert_eq!((test.reason, test.statistic), (Some(NoTrend::FailureAtStart), None));
}
