//! The shipped company with its log, and small engagements with logs of their own.
use entretien::document::{read_engagement, shipped_advice};
use entretien::engagement::{Engagement, KpiAsk, KpiReport};
use entretien::intervention::{Log, LogParts};
use entretien::kpi::Dimension;
use entretien::takeover::Takeover;
use entretien_tests::company::{self, FAILURES};
use std::sync::{Arc, OnceLock};

pub(crate) const HOSTILE: &str = "</script><img src=x onerror=alert(1)>\u{2028}<!--";
pub(crate) const FORMULA: &str = "=HYPERLINK(\"http://example.org\")";
pub(crate) const BIDI: &str = "srv\u{202e}gpj.exe\u{2066}x";

/// The year 2026 of the shipped company by site.
pub(crate) fn report() -> &'static KpiReport {
    static REPORT: OnceLock<KpiReport> = OnceLock::new();
    REPORT.get_or_init(|| {
        let mut ask = ask("2026-01-01", "2027-01-01", "2026-12-31");
        ask.dimensions = vec![Dimension::Site];
        ask.failure_categories = FAILURES.iter().map(|name| (*name).into()).collect();
        let log = Arc::new(company::log());
        company::company().kpi_report(&log, &ask, &shipped_advice()).expect("a report")
    })
}

pub(crate) fn ask(start: &str, end: &str, as_of: &str) -> KpiAsk {
    let date = |text: &str| text.parse().expect("a date");
    KpiAsk { with_plan: false, ..KpiAsk::new(date(start), date(end), date(as_of)) }
}

/// An engagement with these assets, given as JSON.
pub(crate) fn small(customer: &str, assets: &str) -> Engagement {
    let customer = serde_json::to_string(customer).expect("JSON");
    let text = format!(
        r#"{{"format": "entretien/engagement", "format_version": "1.0",
        "provider": {{"name": "Provider & Sons"}}, "customer": {{"name": {customer}}},
        "time_zone": "Europe/Paris", "begin": "2026-01-05", "assets": [{assets}],
        "tasks": [{{"id": "visit", "title": {{"en": "Visit"}}, "duration_minutes": 15, "every": "monthly"}}]}}"#
    );
    read_engagement(text.as_bytes(), &Takeover::default()).expect("an engagement")
}

/// The first quarter of 2026 of a small engagement.
pub(crate) fn quarter(engagement: &Engagement, parts: LogParts) -> KpiReport {
    let log = Arc::new(Log::new(parts).expect("a log"));
    let ask = ask("2026-01-01", "2026-04-01", "2026-03-31");
    engagement.kpi_report(&log, &ask, &shipped_advice()).expect("a report")
}

/// The page without script and style.
pub(crate) fn body(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").expect("a style");
    let (_, rest) = rest.split_once("</style>").expect("its end");
    let (body, _) = rest.split_once("<script type=\"application/json\"").expect("data");
    format!("{head}{body}")
}

/// The text of a section, tags left out.
pub(crate) fn section(page: &str, id: &str) -> String {
    let mark = format!("<section id=\"{id}\"");
    let rest = page.split(&mark).nth(1).unwrap_or_else(|| panic!("no section {id}"));
    let rest = rest.split("</section>").next().expect("its end");
    let pieces = rest.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    pieces.collect::<Vec<_>>().join(" ")
}
