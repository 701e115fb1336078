//! The worked example of the rule book, and the rule of thumb as a result.

use super::cases::answer;
use entretien::sourcing::{Sourcing, Volumes};
use entretien_tests::text;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

fn without_sensitivity() -> Map<String, Value> {
    Map::from_iter([("/sensitivity".to_owned(), json!({"parameters": []}))])
}

/// The tables of `core/docs/sourcing.md` about the example, as they are printed there.
fn tables(answer: &Sourcing) -> String {
    let euros = |minor: Option<i64>| {
        let minor = minor.expect("known");
        format!("{}.{:02}", minor / 100, minor % 100)
    };
    let mut page = String::from(
        "| option | year 1 | year 2 | year 3 | year 4 | net present value | fractional posts | with downtime |\n|---|---|---|---|---|---|---|---|\n",
    );
    for option in &answer.options {
        let _ = write!(page, "| {} |", option.id);
        for year in &option.years {
            let _ = write!(page, " {} |", euros(year.total_minor));
        }
        let values = [option.npv_minor, option.fractional_npv_minor, option.with_risk_npv_minor];
        let _ = writeln!(page, " {} |", values.map(euros).join(" | "));
    }
    page.push_str("\n| interventions a year | cheapest, whole posts |\n|---|---|\n");
    ranges(&mut page, answer.volumes.as_ref());
    page.push_str(
        "\n| interventions a year | cheapest, fractional posts | turns at |\n|---|---|---|\n",
    );
    ranges(&mut page, answer.volumes_fractional.as_ref());
    page
}

fn ranges(page: &mut String, volumes: Option<&Volumes>) {
    let volumes = volumes.expect("known volumes");
    let is_whole = volumes.ranges.iter().all(|range| range.turns_at.is_none());
    for range in &volumes.ranges {
        let _ = write!(page, "| {}–{} | {} |", range.from, range.to, range.cheapest.join(", "));
        if !is_whole {
            let _ = write!(
                page,
                " {} |",
                range.turns_at.map_or(String::new(), |at| format!("{at:.2}"))
            );
        }
        page.push('\n');
    }
}

#[test]
fn the_rule_book_shows_the_figures_of_the_example() {
    let tables = tables(&answer(&without_sensitivity()));
    let page = text("core/docs/sourcing.md");
    assert!(page.contains(&tables), "the tables of core/docs/sourcing.md are now\n{tables}");
}

/// "For limited needs the provider is cheaper" is what comes out for a small company, and not for a large one.
#[test]
fn for_limited_needs_the_provider_is_cheaper() {
    let small = answer(&without_sensitivity());
    assert_eq!(small.ranking.cheapest, ["contract".into()]);
    let volumes = small.volumes.expect("known volumes");
    let team: Vec<(u64, u64)> = (volumes.ranges.iter())
        .filter(|range| range.cheapest == ["team".into()])
        .map(|range| (range.from, range.to))
        .collect();
    // A post that is filled pays; the second one, half empty, does not; from 1 271 on the team stays cheapest.
    assert_eq!(team, [(766, 930), (1_271, 4_000)]);
    let mut large = without_sensitivity();
    for (line, interventions, minutes, visits) in [
        (0, 2_400, 108_000, 0),
        (1, 400, 48_000, 120),
        (2, 900, 81_000, 600),
        (3, 300, 36_000, 240),
    ] {
        large.insert(format!("/demand/{line}/interventions"), json!(interventions));
        large.insert(format!("/demand/{line}/minutes"), json!(minutes));
        large.insert(format!("/demand/{line}/visits"), json!(visits));
    }
    large.insert("/volume_max".to_owned(), json!(100));
    assert_eq!(answer(&large).ranking.cheapest, ["team".into()]);
}

/// Posts that cannot be divided decide: a team half empty is dearer than a contract that it would beat otherwise.
#[test]
fn whole_and_fractional_posts_disagree() {
    let mut change = without_sensitivity();
    change.insert("/demand/0/interventions".to_owned(), json!(480));
    change.insert("/demand/0/minutes".to_owned(), json!(30_000));
    let answer = answer(&change);
    assert_eq!(answer.ranking.cheapest, ["contract".into()]);
    assert_eq!(answer.ranking.cheapest_fractional, ["team".into()]);
    assert!(answer.ranking.bases_disagree);
}
