//! The registry: every indicator is written down once, and says so in both languages.

use entretien::kpi::{Indicator, IntervalKind, Measure, NoValue, Totals, definitions};
use entretien::text::Lang;
use std::collections::BTreeSet;

#[test]
fn every_definition_is_whole() {
    let (english, french) = (definitions(Lang::En), definitions(Lang::Fr));
    assert_eq!(english.len(), Indicator::ALL.len());
    let mut codes = BTreeSet::new();
    for (row, other) in english.iter().zip(&french) {
        assert_eq!(row.id.definition().indicator, row.id);
        assert!(!row.title.is_empty() && row.title != other.title, "{}", row.title);
        assert!(row.edge != other.edge, "{}", row.title);
        assert!(!row.source.is_empty());
        if let Some(code) = row.en15341 {
            assert!(codes.insert(code), "{code} twice");
            assert_eq!(Indicator::from_en15341(code), Some(row.id));
        }
    }
    assert_eq!(codes.len(), 35, "{codes:?}");
}

/// Nothing known: no indicator gives a number. All known as zero: none gives zero for what nobody counted.
#[test]
fn unknown_is_never_zero() {
    let (nothing, mut zeros) = (Totals::new(), Totals::new());
    for measure in Measure::ALL {
        zeros.add(*measure, 0).expect("in bounds");
    }
    for indicator in Indicator::ALL {
        let answer = nothing.answer(*indicator, 0.9).expect("an answer");
        assert_eq!((answer.value, answer.reason), (None, Some(NoValue::NotGiven)), "{indicator:?}");
        let answer = zeros.answer(*indicator, 0.9).expect("an answer");
        assert_eq!(answer.value, None, "{indicator:?}");
        assert!(answer.reason.is_some() && answer.lower.is_none() && answer.upper.is_none());
    }
}

#[test]
fn one_failure_less_than_none_is_a_bound() {
    let mut totals = Totals::new();
    totals.add(Measure::OperatingSeconds, 800 * 3_600).expect("in bounds");
    totals.add(Measure::Failures, 0).expect("in bounds");
    let answer = totals.answer(Indicator::Mtbf, 0.9).expect("an answer");
    assert_eq!((answer.value, answer.reason), (None, Some(NoValue::NoFailure)));
    // U / −ln(1 − c): 800 / 2.302585
    assert!((answer.lower.expect("a bound") - 347.435_6).abs() < 1e-4);
    assert_eq!(answer.upper, None);
    totals.add(Measure::Failures, 2).expect("in bounds");
    let answer = totals.answer(Indicator::Mtbf, 0.9).expect("an answer");
    // NIST e-Handbook 8.4.5.1.
    assert_eq!(answer.value, Some(400.0));
    assert!((answer.lower.expect("a bound") - 127.07).abs() < 0.01);
    assert!((answer.upper.expect("a bound") - 2_251.23).abs() < 0.01);
    let rate = totals.answer(Indicator::FailureRate, 0.9).expect("an answer");
    assert_eq!(rate.value, Some(2.0 / 800.0));
    assert!((rate.upper.expect("a bound") - 1.0 / 127.07).abs() < 1e-5);
    let yearly = totals.answer(Indicator::AnnualFailureRate, 0.9).expect("an answer");
    assert!((yearly.value.expect("a value") - 2.0 / 800.0 * 8_766.0).abs() < 1e-12);
    assert_eq!(yearly.indicator.definition().interval, IntervalKind::Rate);
}

#[test]
fn amounts_beyond_what_every_language_holds_are_refused() {
    let mut totals = Totals::new();
    let refused = totals.add(Measure::MaintenanceMinor, 1 << 53).unwrap_err();
    assert_eq!(refused.code(), "KPI-002");
    assert_eq!(refused.faults().next().expect("a fault").pointer, "/maintenance_minor");
    for _ in 0..2 {
        totals.add(Measure::MaintenanceMinor, (1 << 53) - 1).expect("in bounds");
    }
    totals.add(Measure::OpenedTickets, 1).expect("in bounds");
    assert_eq!(totals.answer(Indicator::CostPerTicket, 0.9).unwrap_err().code(), "KPI-002");
    assert_eq!(totals.answer(Indicator::CostPerTicket, 1.0).unwrap_err().code(), "REN-012");
}
