//! What the page shows of what a plan finds.

use super::parts::*;
use entretien::plan::WindowKind;
use entretien::report::{self, LIST_MAX, ReportInput};
use entretien::text::Lang;

/// The page lists the findings in both languages, at most so many of a code, and says how many there are.
#[test]
fn the_report_lists_what_a_plan_finds() {
    let mut parts = parts(&[("t", "daily")]);
    only_on(&mut parts.tasks[0], "x");
    parts.programme.windows =
        vec![window("b", WindowKind::Blackout, &[("2026-01-01", "2027-01-01")])];
    let plan = plan_of(parts);
    let found = plan.findings().iter().filter(|finding| finding.code == "PLAN-020").count();
    assert!(found > LIST_MAX && found == plan.len(), "{found}");
    let input = ReportInput { plan: &plan, refused: &[], diagnostics: &[], findings: Ok(vec![]) };
    for (lang, title, sentence, bound) in [
        (
            Lang::En,
            "Plan: what to look at (",
            "05 Jan 2026 does not fit t on x: blackout b excludes it",
            format!("Listed: the first {LIST_MAX} of {found};"),
        ),
        (
            Lang::Fr,
            "points à examiner",
            "le 05/01/2026 ne convient pas pour t sur x\u{202f}: période interdite b l'exclut",
            format!("Listés\u{202f}: les {LIST_MAX} premiers sur {found}\u{202f};"),
        ),
    ] {
        let page = report::html(&input, lang);
        for text in [title, sentence, &bound] {
            assert!(page.contains(text), "{text}");
        }
        assert_eq!(page.matches("<code>PLAN-020</code>").count(), 1);
    }
}
