//! Recommendations: the shipped rules, and when each of them speaks.

use entretien::document::{ADVICE_RULES_JSON, read_advice, shipped_advice};
use entretien::kpi::{AdviceTest, Indicator, KpiAccumulator, KpiTerms, KpiTermsParts, Measure};
use entretien::time::Zone;

const DAY: i64 = 86_400;

/// Advice on totals given a month each.
fn speaks(months: &[&[(Measure, i64)]]) -> Vec<String> {
    let mut parts = KpiTermsParts::new((0, 30 * DAY), 30 * DAY * 12, Zone::UTC);
    parts.windows =
        (0..months.len() as i64).map(|month| (month * 30 * DAY, (month + 1) * 30 * DAY)).collect();
    let mut gathered = KpiAccumulator::new(KpiTerms::new(parts).expect("a question"));
    for (month, totals) in months.iter().enumerate() {
        for (measure, amount) in *totals {
            gathered.push_total(&[], month, *measure, *amount).expect("a total");
        }
    }
    let kpis = gathered.answers(0.95).expect("answers");
    let advice = kpis.advice(&shipped_advice()).expect("advice");
    let missing = ["levels-unknown", "labour-unknown"];
    advice
        .iter()
        .map(|advice| advice.rule.as_str().to_owned())
        .filter(|rule| !missing.contains(&rule.as_str()))
        .collect()
}

#[test]
fn the_shipped_rules_are_whole() {
    let rules = shipped_advice();
    let written: serde_json::Value = serde_json::from_str(ADVICE_RULES_JSON).expect("json");
    assert_eq!(rules.as_slice().len(), written["rules"].as_array().expect("rules").len());
    assert!(rules.as_slice().len() >= 15);
}

/// Evidence beyond chance: three reopened of forty may be chance, thirty of four hundred are not.
#[test]
fn a_threshold_is_passed_by_the_whole_interval() {
    use Measure::{ReopenKnownTickets as All, ReopenedTickets as Again};
    assert!(speaks(&[&[(All, 40), (Again, 3)]]).is_empty());
    assert_eq!(speaks(&[&[(All, 400), (Again, 40)]]), ["reopened-often"]);
    assert!(speaks(&[&[(All, 19), (Again, 19)]]).is_empty(), "fewer than twenty say nothing");
}

#[test]
fn the_last_month_with_a_value_counts() {
    use Measure::{StockRequests as All, StockServed as Served};
    let bad: &[(Measure, i64)] = &[(All, 400), (Served, 300)];
    let good: &[(Measure, i64)] = &[(All, 400), (Served, 396)];
    assert_eq!(speaks(&[good, bad]), ["stock-short"]);
    assert!(speaks(&[bad, good]).is_empty());
    assert_eq!(speaks(&[bad, &[]]), ["stock-short"]);
}

#[test]
fn a_trend_is_beyond_chance() {
    use Measure::{LevelsBreached, LevelsMet};
    let month = |met: i64| [(LevelsMet, met), (LevelsBreached, 100 - met)];
    let falling: Vec<_> = [99, 98, 97, 96, 95, 94, 93].map(month).to_vec();
    let falling: Vec<&[(Measure, i64)]> = falling.iter().map(<[_; 2]>::as_slice).collect();
    assert_eq!(speaks(&falling), ["levels-worse"]);
    let wavering: Vec<_> = [99, 96, 98, 97, 99, 96, 98].map(month).to_vec();
    let wavering: Vec<&[(Measure, i64)]> = wavering.iter().map(<[_; 2]>::as_slice).collect();
    assert!(speaks(&wavering).is_empty());
}

/// Every shipped rule with a threshold speaks on totals beyond it and is silent on this side of it.
#[test]
fn every_threshold_has_two_sides() {
    for rule in shipped_advice().as_slice() {
        let (threshold, above) = match rule.test {
            AdviceTest::Above(threshold) => (threshold, true),
            AdviceTest::Below(threshold) => (threshold, false),
            _ => continue,
        };
        let value = |times: f64| {
            let definition = rule.indicator.definition();
            let entretien::kpi::Formula::Ratio { numerator, denominator, scale } =
                definition.formula
            else {
                return None;
            };
            let below: i64 = if rule.indicator == Indicator::OperationalAvailability {
                1 << 40
            } else {
                1 << 29
            };
            let wanted = threshold as f64 / 1_000.0 * times;
            let share = wanted * below as f64 * scale.1 as f64 / scale.0 as f64;
            let top = share as i64;
            let shared = denominator.iter().any(|measure| numerator.contains(measure));
            let mut totals = vec![(numerator[0], top)];
            let rest = if shared { below - top } else { below };
            totals.extend(denominator.iter().find(|m| **m != numerator[0]).map(|m| (*m, rest)));
            Some(speaks(&[&totals]).contains(&rule.id.as_str().to_owned()))
        };
        let (low, high) = (
            value(0.5),
            value(if threshold < 600 {
                1.5
            } else if above {
                1.5
            } else {
                1.01
            }),
        );
        let id = &rule.id;
        assert_eq!((low, high), (Some(!above), Some(above)), "{id}");
    }
}

#[test]
fn rules_of_a_document() {
    let code = |rule: &str| {
        let text = format!(
            r#"{{"format":"entretien/advice","format_version":"1.0","rules":[{{"id":"r","title":{{"en":"T"}},
            "indicator":"mttr","source":{{"en":"S"}},{rule}}}]}}"#
        );
        read_advice(text.as_bytes()).map(|rules| rules.as_slice().len()).map_err(|error| {
            let fault = error.faults().next().expect("a fault");
            (fault.code, fault.pointer.clone())
        })
    };
    let all = shipped_advice().as_slice().len();
    assert_eq!(code(r#""measure":"train","above_thousandths":1"#), Ok(all + 1));
    let bad = |code, place: &str| Err((code, place.to_owned()));
    assert_eq!(code(r#""measure":"train""#), bad("KPI-011", "/rules/0"));
    assert_eq!(code(r#""measure":"train","missing":false"#), bad("KPI-011", "/rules/0"));
    assert_eq!(
        code(r#""measure":"train","trend":"up","above_thousandths":1"#),
        bad("KPI-011", "/rules/0")
    );
    let factor = bad("KPI-010", "/rules/0/interval_factor");
    assert_eq!(code(r#""measure":"train","trend":"up","interval_multiplier":1"#), factor);
    assert_eq!(code(r#""measure":"raise_frequency","trend":"up""#), factor);
    assert_eq!(code(r#""measure":"raise_frequency","trend":"up","interval_multiplier":2"#), factor);
    assert_eq!(
        code(r#""measure":"lower_frequency","trend":"up","interval_multiplier":13"#),
        factor
    );
    let without = br#"{"format":"entretien/advice","format_version":"1.0","without":["nothing"]}"#;
    assert_eq!(read_advice(without).unwrap_err().code(), "AUD-014");
    let without =
        br#"{"format":"entretien/advice","format_version":"1.0","without":["stock-short"]}"#;
    assert_eq!(read_advice(without).expect("rules").as_slice().len(), all - 1);
}
