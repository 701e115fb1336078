//! What a plan and a log ask for, and options that name contracts of an engagement.

use chrono::NaiveDate;
use entretien::document::{read_engagement, read_sourcing};
use entretien::engagement::{DemandAsk, DemandBy, Engagement};
use entretien::id::{InterventionId, TicketId};
use entretien::intervention::{Incident, Intervention, Kind, Log, LogParts};
use entretien::sourcing::Activity;
use entretien::takeover::Takeover;
use entretien::time::{Day, Zone};
use entretien_tests::Random;
use serde_json::json;

fn engagement() -> Engagement {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "Atelier du Parc"}, "customer": {"name": "Usine Modèle"},
        "time_zone": "Europe/Paris", "begin": "2026-01-01",
        "sites": [{"id": "lyon", "name": "Lyon"}, {"id": "lille", "name": "Lille"}],
        "assets": [
            {"id": "srv-1", "category": "server", "site": "lyon"},
            {"id": "srv-2", "category": "server", "site": "lyon"},
            {"id": "pc-1", "category": "desktop", "site": "lille"},
        ],
        "contracts": [
            {"id": "M-1", "begin": "2025-01-01", "perimeter": {}, "services": [{"service": "preventive"}],
             "price": {"every": "yearly", "fixed": {"minor": 1_200_000, "currency": "EUR"},
                       "classes": [{"id": "servers", "select": {"categories": ["server"]}, "minor": 10_000, "currency": "EUR"}],
                       "hour": {"minor": 9_000, "currency": "EUR"}}},
            {"id": "M-2", "begin": "2025-01-01", "perimeter": {}, "services": [{"service": "preventive"}]},
        ],
        "tasks": [
            {"id": "visit", "title": {"en": "Visit"}, "duration_minutes": 90, "every": "quarterly", "mode": "on_site", "skill": "systems"},
            {"id": "remote", "title": {"en": "Check"}, "duration_minutes": 20, "every": "monthly", "mode": "remote", "skill": "systems",
             "applies_to": {"categories": ["server"]}},
        ],
    });
    let bytes = document.to_string();
    read_engagement(bytes.as_bytes(), &Takeover::default()).expect("an engagement")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Midnight in Paris of the first day, and seconds of a day.
const BEGIN: i64 = 1_767_222_000;
const DAY: i64 = 86_400;

/// Incidents at these times since the first of January 2026.
fn log(times: &[i64], visits: Option<u32>) -> Log {
    let mut parts = LogParts::new(Zone::PARIS);
    let site = parts.terms.add("lyon");
    let asset = parts.terms.add("pc-1");
    for (number, time) in times.iter().enumerate() {
        let mut incident = Incident::new(TicketId::new(&format!("I-{number:04}")).expect("an id"));
        incident.opened = Some(BEGIN + time);
        incident.visits = visits;
        // Every fourth one states no site but an asset of Lille.
        if number % 4 == 3 {
            incident.assets.extend(asset);
        } else {
            incident.site = site;
        }
        parts.incidents.push(incident);
    }
    for (number, minutes) in [(0, 60), (0, 30), (1, 90)] {
        let id = InterventionId::new(&format!("W-{number}-{minutes}")).expect("an id");
        let mut work = Intervention::new(id);
        work.kind = Some(Kind::Corrective);
        work.labour_minutes = Some(minutes);
        work.incident = TicketId::new(&format!("I-{number:04}"));
        parts.interventions.push(work);
    }
    Log::new(parts).expect("a log")
}

fn ask() -> DemandAsk {
    DemandAsk {
        observed_from: Some(date("2026-01-01")),
        out_of_hours_ppm: Some(0),
        ..DemandAsk::new()
    }
}

#[test]
fn demand_of_a_plan_of_a_year() {
    let engagement = engagement();
    let plan = engagement
        .plan(date("2026-12-31"), date("2027-01-01"), date("2028-01-01"))
        .expect("a plan");
    let demand = engagement.sourcing_demand(&plan, None, &ask()).expect("a demand");
    assert!(demand.forecast.is_empty());
    let rows = demand
        .lines
        .iter()
        .map(|line| (&*line.key, line.interventions, line.minutes, line.visits, line.assets));
    // Quarterly on three assets, monthly on two; the servers of Lyon share their visits.
    let expected = [
        ("preventive/lille/systems/on_site", Some(4), Some(360), Some(4), Some(1)),
        ("preventive/lyon/systems/remote", Some(24), Some(480), Some(0), Some(2)),
        ("preventive/lyon/systems/on_site", Some(8), Some(720), Some(4), Some(2)),
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
    let by_category = DemandAsk { by: DemandBy::Category, ..ask() };
    let demand = engagement.sourcing_demand(&plan, None, &by_category).expect("a demand");
    let perimeters: Vec<&str> = demand.lines.iter().map(|line| &*line.perimeter).collect();
    assert_eq!(perimeters, ["desktop", "server", "server"]);
}

#[test]
fn a_shorter_plan_is_taken_to_a_year() {
    let engagement = engagement();
    let plan = engagement
        .plan(date("2026-12-31"), date("2027-01-01"), date("2027-07-01"))
        .expect("a plan");
    let demand = engagement.sourcing_demand(&plan, None, &ask()).expect("a demand");
    // 12 checks in 181 days: 12 × 365 / 181 = 24.2
    assert_eq!(demand.lines[1].interventions, Some(24));
    assert_eq!(demand.lines[1].minutes, Some(484));
}

#[test]
fn demand_of_a_log_at_its_mean_rate() {
    let engagement = engagement();
    let plan = engagement
        .plan(date("2026-12-31"), date("2027-01-01"), date("2028-01-01"))
        .expect("a plan");
    // One every ten days, 36 in the 365 days of 2026.
    let times: Vec<i64> = (0..36).map(|n| (10 * n + 5) * DAY).collect();
    let demand =
        engagement.sourcing_demand(&plan, Some(&log(&times, Some(1))), &ask()).expect("a demand");
    let corrective: Vec<_> =
        demand.lines.iter().filter(|line| line.activity == Activity::Corrective).collect();
    let rows: Vec<_> = corrective
        .iter()
        .map(|line| (&*line.key, line.interventions, line.minutes, line.visits))
        .collect();
    // Two incidents took 180 minutes: 90 each.
    let expected = [
        ("corrective/lille", Some(9), Some(810), Some(9)),
        ("corrective/lyon", Some(27), Some(2_430), Some(27)),
    ];
    assert_eq!(rows, expected);
    let all = &demand.forecast[0];
    assert_eq!((all.perimeter.as_deref(), all.incidents, all.per_year), (None, 36, 36.0));
    let bounds = (all.per_year_lower.expect("known"), all.per_year_upper.expect("known"));
    // χ² bounds of 36 events: 25.21 and 49.84.
    assert!((bounds.0 - 25.21).abs() < 0.01 && (bounds.1 - 49.84).abs() < 0.01, "{bounds:?}");
    assert_eq!((all.is_trend_beyond_chance, all.per_year_by_trend), (Some(false), None));
    assert_eq!((all.observed_from, all.observed_to), (day("2026-01-01"), day("2027-01-01")));
    let unknown =
        engagement.sourcing_demand(&plan, Some(&log(&times, None)), &ask()).expect("a demand");
    assert_eq!(unknown.lines.last().map(|line| line.visits), Some(None));
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn a_trend_beyond_chance_is_said_and_not_applied() {
    let engagement = engagement();
    let plan = engagement
        .plan(date("2026-12-31"), date("2027-01-01"), date("2028-01-01"))
        .expect("a plan");
    // More and more: the n-th at 365 √(n/60) days.
    let mut random = Random(7);
    let times: Vec<i64> = (1..60_i64)
        .map(|n| (365 * 365 * DAY * DAY / 60 * n).isqrt() + random.below(3_600_i64))
        .collect();
    let demand =
        engagement.sourcing_demand(&plan, Some(&log(&times, Some(0))), &ask()).expect("a demand");
    let all = &demand.forecast[0];
    assert_eq!((all.incidents, all.is_trend_beyond_chance), (59, Some(true)));
    // λ t² goes on: three times as many in the second year.
    let by_trend = all.per_year_by_trend.expect("a trend");
    assert!((150.0..210.0).contains(&by_trend), "{by_trend}");
    let corrective = demand.lines.iter().filter(|line| line.activity == Activity::Corrective);
    assert_eq!(corrective.map(|line| line.interventions.expect("known")).sum::<u64>(), 59);
}

#[test]
fn a_log_without_a_day_is_refused() {
    let engagement = engagement();
    let plan = engagement
        .plan(date("2025-12-30"), date("2026-01-01"), date("2027-01-01"))
        .expect("a plan");
    let error =
        engagement.sourcing_demand(&plan, Some(&log(&[], None)), &ask()).expect_err("a refusal");
    assert_eq!(error.code(), "SRC-016");
}

#[test]
fn a_contract_of_the_engagement_is_an_option() {
    let engagement = engagement();
    let document = |contract: &str| {
        json!({
            "format": "entretien/sourcing", "format_version": "1.0", "start": "2027-01-01", "years": 2, "discount": "4",
            "options": [{"id": "kept", "transition_minor": 0, "exit_minor": 0, "downtime_minutes": 60, "parts": [
                {"contract": {"of": contract, "price_index": "2", "penalties": "0", "overhead": "0"}}]}],
        })
        .to_string()
    };
    let input = read_sourcing(document("M-1").as_bytes(), Some(&engagement)).expect("a document");
    let plan = engagement
        .plan(date("2026-12-31"), date("2027-01-01"), date("2028-01-01"))
        .expect("a plan");
    let answer = engagement.sourcing(&plan, None, &ask(), &input).expect("an answer");
    let totals: Vec<_> =
        answer.comparison.options[0].years.iter().map(|year| year.total_minor).collect();
    // 12 000 € and two servers at 100 €; 2 % more in year 2.
    assert_eq!(totals, [Some(1_220_000), Some(1_244_400)]);
    for unknown in ["M-2", "M-3"] {
        let error =
            read_sourcing(document(unknown).as_bytes(), Some(&engagement)).expect_err("a refusal");
        assert_eq!(error.code(), "SRC-013");
    }
}
