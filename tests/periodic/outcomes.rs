//! What was recommended, what was done, and what it changed.
use super::read::outcomes;
use entretien::document::{read_engagement, read_review};
use entretien::engagement::{Engagement, OUTCOME_DAYS_MIN, ReviewAsk, ReviewSources};
use entretien::id::TicketId;
use entretien::intervention::{Incident, Log, LogParts};
use entretien::report::{Cell, Deliverable, Meaning};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien::time::Zone;
use std::sync::Arc;

const DAY: i64 = 86_400;
/// 2026-01-01 00:00 UTC.
const YEAR: i64 = 1_767_225_600;

fn engagement() -> Engagement {
    let text = r#"{"format": "entretien/engagement", "format_version": "1.0",
      "provider": {"name": "Provider"}, "customer": {"name": "Customer"}, "time_zone": "UTC", "begin": "2025-01-01",
      "assets": [{"id": "a", "category": "server", "site": "north", "in_service": "2024-01-01"},
                 {"id": "b", "category": "server", "site": "south", "in_service": "2024-01-01"}],
      "sites": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
      "tasks": [{"id": "visit", "title": {"en": "Visit"}, "duration_minutes": 15, "every": "monthly"}]}"#;
    read_engagement(text.as_bytes(), &Takeover::default()).expect("an engagement")
}

/// A failure of `a` every other day for 120 days, then every twentieth; `b` every twentieth throughout.
fn log() -> Arc<Log> {
    let mut parts = LogParts::new(Zone::UTC);
    for day in 0..240 {
        let every = if day < 120 { 2 } else { 20 };
        for (asset, every) in [("a", every), ("b", 20)] {
            if day % every == 0 {
                let id = TicketId::new(&format!("{asset}-{day}")).expect("an id");
                let mut incident = Incident::new(id);
                incident.assets.extend(parts.terms.add(asset));
                incident.opened = Some(YEAR + day * DAY);
                incident.resolved = Some(YEAR + day * DAY + 3_600);
                parts.incidents.push(incident);
            }
        }
    }
    Arc::new(Log::new(parts).expect("a log"))
}

fn ask(decisions: &str) -> Result<ReviewAsk, entretien::error::Error> {
    let text = format!(
        r#"{{"format": "entretien/review", "format_version": "1.0", "start": "2026-05-01", "end": "2026-08-29",
        "indicators": {{"with_plan": false}}, "decisions": [{decisions}]}}"#
    );
    read_review(text.as_bytes())
}

fn review(decisions: &str) -> Deliverable {
    let log = log();
    let sources = ReviewSources { log: Some(&log), ..ReviewSources::default() };
    engagement().review(&ask(decisions).expect("a question"), &sources, Lang::En).expect("a review")
}

fn decision(done: &str, rest: &str) -> String {
    format!(
        r#"{{"key": "k", "title": {{"en": "Add redundancy"}}, "recommended": "2026-03-01", "status": "done",
        "done": "{done}", "indicator": "annual_failure_rate"{rest}}}"#
    )
}

/// Day 120 is 2026-05-01; 120 days before and since: 60 + 6 failures against 6 + 6, of two assets.
#[test]
fn a_change_is_measured_over_as_many_days_before_as_since() {
    let review = review(&decision("2026-05-01", ""));
    let [outcome] = outcomes(&review) else { panic!("one outcome") };
    let rate = |cell: &Cell| match cell {
        Cell::Number { value, .. } => *value,
        other => panic!("{other:?}"),
    };
    // An outage of an hour an event: 2 × 120 days of 24 h less those, in years of 8,766 h.
    let expected = |failures: f64| failures / (2.0 * 120.0 * 24.0 - failures) * 8_766.0;
    assert!((rate(&outcome.before) - expected(66.0)).abs() < 1e-9);
    assert!((rate(&outcome.after) - expected(12.0)).abs() < 1e-9);
    assert_eq!(outcome.meaning, Meaning::Better);
    assert_eq!(outcome.indicator.as_deref(), Some("Annual failure rate (AFR)"));
}

#[test]
fn a_group_is_measured_alone() {
    let of = |site: &str| {
        let group = format!(r#", "group": [{{"dimension": "site", "key": "{site}"}}]"#);
        let review = review(&decision("2026-05-01", &group));
        outcomes(&review).first().expect("an outcome").clone()
    };
    assert_eq!(of("north").meaning, Meaning::Better);
    let south = of("south");
    assert_eq!((south.meaning, &south.before), (Meaning::Steady, &south.after));
    // No record of such a group: nothing to measure.
    assert_eq!(of("east").before, Cell::Empty);
}

#[test]
fn too_little_time_measures_nothing() {
    // Known until 2026-08-28: the day after, less 28 days, is 2026-08-01.
    assert_eq!(OUTCOME_DAYS_MIN, 28);
    for (done, is_measured) in [("2026-08-01", true), ("2026-08-02", false)] {
        let review = review(&decision(done, ""));
        let [outcome] = outcomes(&review) else { panic!("one outcome") };
        assert_eq!(outcome.before != Cell::Empty, is_measured, "{done}");
        let note = outcome.note.as_deref().unwrap_or_default();
        assert_eq!(note.contains("too early"), !is_measured, "{note}");
    }
}

#[test]
fn what_was_not_done_is_told_and_not_measured() {
    let review = review(
        r#"{"key": "k", "title": {"en": "Train", "fr": "Former"}, "recommended": "2026-03-01", "status": "refused",
        "indicator": "mttr", "note": {"en": "No budget"}}"#,
    );
    let [outcome] = outcomes(&review) else { panic!("one outcome") };
    assert_eq!((&outcome.before, outcome.meaning), (&Cell::Empty, Meaning::Untested));
    assert_eq!(outcome.note.as_deref(), Some("No budget"));
}

#[test]
fn contradictions_are_refused_all_at_once() {
    let error = ask(
        r#"{"key": "a", "title": {"en": "A"}, "recommended": "2026-03-01", "status": "done"},
           {"key": "b", "title": {"en": "B"}, "recommended": "2026-03-01", "status": "open", "done": "2026-04-01"},
           {"key": "c", "title": {"en": "C"}, "recommended": "2026-03-01", "status": "done", "done": "2026-02-01"}"#,
    )
    .expect_err("faults");
    let places: Vec<(&str, &str)> =
        error.faults().map(|fault| (fault.code, &*fault.pointer)).collect();
    let expected = [0, 1, 2].map(|place| ("DOC-009", format!("/decisions/{place}/done")));
    assert_eq!(places, expected.each_ref().map(|(code, pointer)| (*code, &**pointer)));
}

#[test]
fn terms_of_indicators_are_checked_at_their_place() {
    let text = br#"{"format": "entretien/review", "format_version": "1.0", "start": "2026-01-01", "end": "2026-07-01",
      "indicators": {"confidence_percent": 100, "currency": "euros"}}"#;
    let error = read_review(text).expect_err("faults");
    let places: Vec<&str> = error.faults().map(|fault| &*fault.pointer).collect();
    assert_eq!(places, ["/indicators/confidence_percent", "/indicators/currency"]);
}
