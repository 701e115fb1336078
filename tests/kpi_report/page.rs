//! The page of the shipped company.
use super::company::{body, report, section};
use entretien::kpi::{Indicator, definitions};
use entretien::text::Lang;
use entretien_tests::{assert_committed, assert_sections, sha256};
use serde_json::json;

const SECTIONS: [&str; 15] = [
    "figures",
    "advice",
    "trends",
    "categories",
    "levels",
    "groups",
    "open",
    "repeats",
    "after",
    "problems",
    "works",
    "days",
    "indicators",
    "unread",
    "definitions",
];

#[test]
fn the_page_has_its_sections_in_both_languages() {
    for (lang, tag, heading) in
        [(Lang::En, "en", "Suggested problems"), (Lang::Fr, "fr", "Problèmes suggérés")]
    {
        let page = report().to_html(lang);
        let body = body(&page);
        assert!(page.starts_with("<!DOCTYPE html>"));
        assert!(body.contains(&format!("<html lang=\"{tag}\">")) && body.contains(heading));
        assert_sections(&body, &SECTIONS);
        assert_eq!(body.matches("<h1").count(), 1);
        // Every picture has a description, every table a name, every head of a table a scope.
        assert_eq!(body.matches("role=\"img\"").count(), body.matches("<desc").count());
        assert_eq!(body.matches("<table").count(), body.matches("<caption").count());
        let heads = body.split('<').filter(|tag| tag.starts_with("th ") || tag.starts_with("th>"));
        for head in heads {
            assert!(head.contains("scope=\""), "{head}");
        }
        // Nothing is fetched, nothing is not a number.
        for bad in ["http://", "https://", "src=", "url(http", "NaN", "inf ", "undefined"] {
            assert!(!body.contains(bad), "{bad}");
        }
    }
}

#[test]
fn ids_are_unique() {
    let page = report().to_html(Lang::En);
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

/// Figures recomputed by hand from the answers: a share between 98 % and 99.95 % has two decimals.
#[test]
fn cards_say_what_the_answers_say() {
    let report = report();
    let availability = report.overall.answer(0, 1, Indicator::OperationalAvailability);
    let availability = availability.expect("an answer").value.expect("a value");
    let figures = section(&report.to_html(Lang::En), "figures");
    assert!(figures.contains(&format!("{:.2}%", availability * 100.0)), "{figures}");
    let french = section(&report.to_html(Lang::Fr), "figures");
    let text = format!("{:.2}\u{202f}%", availability * 100.0).replace('.', ",");
    assert!(french.contains(&text), "{french}");
    // Both windows, the test and its verdict.
    assert!(figures.contains("Before: ") && figures.contains("▲ worse"), "{figures}");
    assert!(french.contains("▲ moins bien"), "{french}");
    // The interval, the division, what is not in it.
    let mtbf = report.overall.answer(0, 1, Indicator::Mtbf).expect("an answer");
    assert_eq!(mtbf.denominator, Some(106));
    for text in ["95%: ", "failures 106", "Not in it: 3\u{a0}still open"] {
        assert!(figures.contains(text), "{text}: {figures}");
    }
}

#[test]
fn trends_tell_what_leaves_the_range() {
    let trends = section(&report().to_html(Lang::En), "trends");
    assert!(trends.contains("failures come more and more often: no mean describes them"));
    assert!(trends.contains("outside the usual range: December 2026"), "{trends}");
}

/// The server whose volume fills, which the log has on purpose.
#[test]
fn the_problem_of_the_log_is_suggested() {
    let problems = section(&report().to_html(Lang::En), "problems");
    assert!(problems.contains("STR-SRV-01"), "{problems}");
    let repeats = section(&report().to_html(Lang::En), "repeats");
    assert!(repeats.contains("LYO-PRN-02"), "{repeats}");
}

#[test]
fn every_indicator_is_defined_on_the_page() {
    for lang in [Lang::En, Lang::Fr] {
        let page = report().to_html(lang);
        for row in definitions(lang) {
            let id = format!("id=\"definition-{}\"", row.id.code());
            assert!(page.contains(&id), "{id}");
        }
    }
}

#[test]
fn recommendations_have_evidence_and_effect() {
    let report = report();
    assert!(report.advice().any(|row| row.effect.is_some()));
    assert!(report.advice().any(|row| row.no_effect.is_some()));
    let advice = section(&report.to_html(Lang::En), "advice");
    for row in report.advice() {
        assert!(advice.contains(row.advice.rule.as_str()), "{}", row.advice.rule);
    }
    assert!(
        advice.contains("threshold 90%") && advice.contains("19\u{a0}intervals change"),
        "{advice}"
    );
}

/// The same bytes everywhere and twice.
#[test]
fn page_and_tables_are_committed_as_digests() {
    let report = report();
    let mut digests = json!({
        "overall": report.overall.digest(),
        "months": report.months.digest(),
        "days": report.days.digest(),
    });
    for lang in [Lang::En, Lang::Fr] {
        for (name, text) in [
            ("html", report.to_html(lang)),
            ("indicators.csv", report.indicators_csv(lang)),
            ("open.csv", report.open_csv(lang)),
            ("advice.csv", report.advice_csv(lang)),
        ] {
            digests[format!("{}.{name}", lang.tag())] = json!(sha256(text.as_bytes()));
        }
    }
    assert_eq!(report.to_html(Lang::Fr), report.to_html(Lang::Fr));
    let digests = serde_json::to_string_pretty(&digests).expect("JSON") + "\n";
    assert_committed("tests/data/kpi/report_digests.json", &digests);
}
