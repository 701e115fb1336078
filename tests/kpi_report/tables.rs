//! The tables: whole, stable, safe in a spreadsheet.
use super::company::report;
use entretien::kpi::Indicator;
use entretien::text::Lang;
use std::collections::BTreeSet;

fn rows(text: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    (header, reader.records().map(|row| row.expect("a row")).collect())
}

#[test]
fn there_is_a_row_for_each_answer() {
    let report = report();
    let (header, rows) = rows(&report.indicators_csv(Lang::En));
    let place = |name: &str| header.iter().position(|one| one == name).expect("a column");
    let groups = report.groups.as_ref().expect("groups").groups().len();
    let cells =
        2 + 12 + report.categories.groups().len() + report.priorities.groups().len() + groups;
    assert_eq!(rows.len(), cells * Indicator::ALL.len());
    let (value, reason) = (place("value"), place("reason"));
    for row in &rows {
        assert_eq!(row[value].is_empty(), !row[reason].is_empty(), "{row:?}");
        if !row[value].is_empty() {
            row[value].parse::<f64>().unwrap_or_else(|_| panic!("{row:?}"));
        }
    }
    let scopes: BTreeSet<&str> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(
        scopes.into_iter().collect::<Vec<_>>(),
        ["category", "group", "month", "overall", "priority"]
    );
    let of = |from: &str| {
        let found = rows.iter().find(|row| {
            &row[0] == "overall"
                && &row[place("from")] == from
                && &row[place("indicator")] == "mtbf"
        });
        found.unwrap_or_else(|| panic!("no row from {from}"))[value]
            .parse::<f64>()
            .expect("a number")
    };
    let answer = report.overall.answer(0, 1, Indicator::Mtbf).expect("an answer");
    assert_eq!(Some(of("2026-01-01")), answer.value);
    let before = report.overall.answer(0, 0, Indicator::Mtbf).expect("an answer");
    assert_eq!(Some(of("2025-01-01")), before.value);
}

#[test]
fn only_texts_for_people_change_with_the_language() {
    let report = report();
    for (texts, english, french) in [
        (
            vec!["title", "reason_text"],
            report.indicators_csv(Lang::En),
            report.indicators_csv(Lang::Fr),
        ),
        (vec!["waiting_text"], report.open_csv(Lang::En), report.open_csv(Lang::Fr)),
        (
            vec!["title", "no_effect", "source"],
            report.advice_csv(Lang::En),
            report.advice_csv(Lang::Fr),
        ),
    ] {
        let ((header, english), (same, french)) = (rows(&english), rows(&french));
        assert_eq!(header, same);
        assert_eq!(english.len(), french.len());
        assert!(!english.is_empty());
        for (one, two) in english.iter().zip(&french) {
            for (place, name) in header.iter().enumerate() {
                if !texts.contains(&name) {
                    assert_eq!(one[place], two[place], "{name}");
                }
            }
        }
    }
}

#[test]
fn recommendations_and_open_incidents_are_all_there() {
    let report = report();
    let (_, advice) = rows(&report.advice_csv(Lang::En));
    assert_eq!(advice.len(), report.advice().count());
    let (header, open) = rows(&report.open_csv(Lang::En));
    let age = header.iter().position(|name| name == "age_seconds").expect("ages");
    let ages: Vec<i64> = open.iter().map(|row| row[age].parse().expect("seconds")).collect();
    assert!(ages.is_sorted_by(|a, b| a >= b) && ages.len() >= 3, "{ages:?}");
}
