//! Engagements without anything, hostile names, days that cannot be.
use super::read::{blocks, notes};
use entretien::document::read_engagement;
use entretien::engagement::{Engagement, OfferAsk, ReviewAsk, ReviewSources};
use entretien::report::{Block, Cell, Deliverable, IcsOptions};
use entretien::takeover::Takeover;
use entretien::text::Lang;

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

fn engagement(customer: &str, rest: &str) -> Engagement {
    let customer = serde_json::to_string(customer).expect("JSON");
    let text = format!(
        r#"{{"format": "entretien/engagement", "format_version": "1.0", "provider": {{"name": "Provider"}},
        "customer": {{"name": {customer}}}, "time_zone": "Europe/Paris", "begin": "2026-01-05"{rest}}}"#
    );
    read_engagement(text.as_bytes(), &Takeover::default()).expect("an engagement")
}

fn all(engagement: &Engagement, lang: Lang) -> [Deliverable; 3] {
    let ask = ReviewAsk::new(date("2026-01-01"), date("2026-04-01"));
    let offer = OfferAsk::new(date("2026-01-01"), date("2026-01-05"));
    [
        engagement.review(&ask, &ReviewSources::default(), lang).expect("a review"),
        engagement.proposal(&offer, lang).expect("a proposal"),
        engagement.kick_off(&offer, lang).expect("a kick-off"),
    ]
}

/// Nothing is there: every section says so, no figure is a zero that should be unknown, every back end writes.
#[test]
fn an_engagement_without_anything() {
    for lang in [Lang::En, Lang::Fr] {
        for document in all(&engagement("Nobody", ""), lang) {
            assert!(document.sections.iter().all(|section| !section.blocks.is_empty()));
            assert!(!notes(&document).is_empty());
            assert!(document.to_html().contains("Nobody"));
            assert!(document.to_markdown().starts_with("# "));
            assert_eq!(document.to_ics(&IcsOptions::default()).expect("a calendar").len(), 1);
            serde_json::from_str::<serde_json::Value>(&document.to_json()).expect("JSON");
        }
    }
    let [review, ..] = all(&engagement("Nobody", ""), Lang::En);
    let figures = blocks(&review).filter_map(|block| match block {
        Block::Figures(figures) => Some(figures),
        _ => None,
    });
    for figure in figures.flatten() {
        let is_of_nothing = ["mean-age", "value", "renewal-price"].contains(&&*figure.key);
        assert!(!is_of_nothing || figure.value == Cell::Unknown, "{figure:?}");
        assert!(figure.key != "covered" || figure.value == Cell::Empty);
    }
}

#[test]
fn hostile_names_are_only_text() {
    let hostile = "<script>alert(1)</script>\u{202e}|=1+1";
    let named = serde_json::to_string(hostile).expect("JSON");
    let rest = format!(
        r#", "sites": [{{"id": "s", "name": {named}}}],
        "assets": [{{"id": "a", "name": {named}, "category": "server", "site": "s", "price": {{"minor": -5, "currency": "EUR"}}}}]"#
    );
    // A price below nothing is refused where it stands.
    let text = format!(
        r#"{{"format": "entretien/engagement", "format_version": "1.0", "provider": {{"name": "P"}}, "customer": {{"name": "C"}},
        "time_zone": "Europe/Paris", "begin": "2026-01-05"{rest}}}"#
    );
    assert!(read_engagement(text.as_bytes(), &Takeover::default()).is_err());
    let rest = rest.replace("-5", "5");
    for document in all(&engagement(hostile, &rest), Lang::Fr) {
        let page = document.to_html();
        assert!(!page.contains("<script>alert") && !page.contains('\u{202e}'));
        assert!(page.contains("&lt;script&gt;alert(1)"));
        for (name, text) in document.to_csv() {
            let mut rows = csv::Reader::from_reader(text.as_bytes());
            for row in rows.records() {
                let row = row.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert!(row.iter().all(|cell| !cell.starts_with('=')), "{name}");
            }
        }
    }
}

#[test]
fn days_that_cannot_be_are_refused() {
    let engagement = engagement("Customer", "");
    let refused = |ask: &ReviewAsk| {
        let found = engagement.review(ask, &ReviewSources::default(), Lang::En);
        found.expect_err("a fault").code()
    };
    let ask = ReviewAsk::new(date("2026-04-01"), date("2026-01-01"));
    assert_eq!(refused(&ask), "PLAN-001");
    let ask = ReviewAsk::new(date("2026-01-01"), date("2026-04-01"));
    assert_eq!(refused(&ReviewAsk { plan_end: ask.start, ..ask.clone() }), "PLAN-001");
    assert_eq!(refused(&ReviewAsk { as_of: date("0200-01-01"), ..ask }), "DOC-007");
    let offer = OfferAsk::new(date("2026-01-01"), date("2026-01-05"));
    let found = engagement.proposal(&OfferAsk { end: offer.start, ..offer }, Lang::En);
    assert_eq!(found.expect_err("a fault").code(), "PLAN-001");
}
