//! One team against one contract: agreed figures, ties, edges.

use entretien::sourcing::{Cheaper, Fraction, MakeOrBuyTerms, make_or_buy};

fn terms() -> MakeOrBuyTerms {
    MakeOrBuyTerms {
        interventions_per_year: 258,
        minutes_per_intervention: 186,
        fte_cost_minor: 8_041_697,
        paid_hours: 1_607,
        utilisation: (55, 100),
        tools_minor: 3_939_077,
        out_fixed_minor: 14_784_650,
        out_unit_minor: 15_491,
        out_included_units: 702,
        management_overhead: (6, 100),
        years: 6,
        growth: (-5, 100),
        discount: (8, 100),
        index_out: (1, 100),
        index_wage: (3, 100),
    }
}

/// The third item of the agreed figures; the conformance runner takes them all.
#[test]
fn agreed_figures() {
    let answer = make_or_buy(&terms()).expect("an answer");
    let volumes: Vec<u64> = answer.rows.iter().map(|row| row.volume).collect();
    assert_eq!(volumes, [258, 245, 233, 221, 210, 200]);
    let last = answer.rows.last().expect("six years");
    let amounts = (last.inhouse_minor, last.inhouse_fractional_minor, last.outsourced_minor);
    assert_eq!(amounts, (13_261_608, 10_478_613, 16_471_145));
    assert_eq!((answer.npv_inhouse_minor, answer.npv_outsourced_minor), (58_023_437, 74_118_825));
    assert_eq!(answer.npv_inhouse_fractional_minor, 50_249_364);
    assert_eq!(
        (answer.cheaper, answer.break_even_volume_fractional_above_included),
        (Cheaper::Inhouse, None)
    );
}

/// 1 h each, 1 000 productive hours, 1 000 € a post: 1 € an intervention in house.
fn round() -> MakeOrBuyTerms {
    MakeOrBuyTerms {
        interventions_per_year: 1_000,
        minutes_per_intervention: 60,
        fte_cost_minor: 100_000,
        paid_hours: 1_000,
        utilisation: (1, 1),
        tools_minor: 0,
        out_fixed_minor: 100_000,
        out_unit_minor: 0,
        out_included_units: 0,
        management_overhead: (0, 1),
        years: 1,
        growth: (0, 1),
        discount: (0, 1),
        index_out: (0, 1),
        index_wage: (0, 1),
    }
}

#[test]
fn a_tie_is_said() {
    let tie = make_or_buy(&round()).expect("an answer");
    assert_eq!((tie.cheaper, tie.cheaper_fractional), (Cheaper::Equal, Cheaper::Equal));
    // Fixed fee against 1 € an intervention: both cost 1 000 € at 1 000 of them.
    assert_eq!(tie.break_even_volume_fractional_above_included, Some(1_000.0));
}

#[test]
fn whole_and_fractional_posts_can_disagree() {
    let answer = make_or_buy(&MakeOrBuyTerms {
        interventions_per_year: 1_001,
        out_fixed_minor: 150_000,
        ..round()
    });
    let answer = answer.expect("an answer");
    assert_eq!(answer.rows[0].fte_hired, 2);
    assert_eq!(
        (answer.cheaper, answer.cheaper_fractional),
        (Cheaper::Outsourced, Cheaper::Inhouse)
    );
}

#[test]
fn break_even_ends_at_the_included_ones_and_where_slopes_are_equal() {
    let at = |included, unit| {
        let terms =
            MakeOrBuyTerms { out_included_units: included, out_unit_minor: unit, ..round() };
        make_or_buy(&terms).expect("an answer").break_even_volume_fractional_above_included
    };
    // 1 000 € and 0.50 € beyond 600: v = 1 000 + (v − 600) / 2 at 1 400.
    assert_eq!(at(600, 50), Some(1_400.0));
    // Both cost 1 000 € at the last included one.
    assert_eq!(at(1_000, 50), Some(1_000.0));
    assert_eq!(at(1_001, 50), None);
    assert_eq!(at(0, 100), None);
}

#[test]
fn fifty_years_do_not_overflow() {
    let grown = MakeOrBuyTerms {
        years: 50,
        growth: (999_999_999, 10_000_000_000),
        index_wage: (123_456_789, 10_000_000_000),
        discount: (987_654_321, 10_000_000_000),
        ..terms()
    };
    assert_eq!(make_or_buy(&grown).expect("an answer").rows.len(), 50);
}

#[test]
fn faults_by_code_and_place() {
    let refused = |change: &dyn Fn(&mut MakeOrBuyTerms)| {
        let mut terms = terms();
        change(&mut terms);
        let error = make_or_buy(&terms).expect_err("a refusal");
        let faults = error.faults().map(|fault| format!("{} {}", fault.code, fault.pointer));
        faults.collect::<Vec<_>>()
    };
    assert_eq!(refused(&|terms| terms.years = 0), ["SRC-001 /years"]);
    assert_eq!(refused(&|terms| terms.years = 51), ["SRC-001 /years"]);
    let rates: [(Fraction, bool); 6] = [
        ((1, 0), false),
        ((0, 1), false),
        ((101, 100), false),
        ((-1, 2), false),
        ((1, -2), false),
        ((1, 1), true),
    ];
    for (utilisation, is_good) in rates {
        let found = make_or_buy(&MakeOrBuyTerms { utilisation, ..terms() });
        assert_eq!(found.is_ok(), is_good, "{utilisation:?}");
    }
    assert_eq!(refused(&|terms| terms.discount = (-1, 1)), ["SRC-002 /discount"]);
    assert_eq!(refused(&|terms| terms.growth = (-3, 2)), ["SRC-002 /growth"]);
    assert_eq!(refused(&|terms| terms.index_out = (11, 1)), ["SRC-002 /index_out"]);
    assert_eq!(refused(&|terms| terms.tools_minor = -1), ["SRC-003 /tools_minor"]);
    assert_eq!(refused(&|terms| terms.out_fixed_minor = i64::MAX), ["SRC-003 /out_fixed_minor"]);
    assert_eq!(refused(&|terms| terms.paid_hours = 0), ["SRC-004 /paid_hours"]);
    assert_eq!(refused(&|terms| terms.interventions_per_year = u64::MAX), ["SRC-009 "]);
    let all = refused(&|terms| {
        (terms.years, terms.paid_hours, terms.fte_cost_minor) = (0, 9_000, -5);
    });
    assert_eq!(all, ["SRC-001 /years", "SRC-003 /fte_cost_minor", "SRC-004 /paid_hours"]);
}
