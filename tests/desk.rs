//! What an engagement answers about its contracts: figures worked out by hand, each with its reason.
//!
//! The estate, the contracts and the index are `data/engagement/desk.json`: MA-2026-01 runs from 1 January
//! 2026, tacitly renewed by the year; the laptop `pc-1` and the server are inside from the first day, the
//! laptop `pc-2` joins on 1 March. Each month costs 1 000,00 € and 15,00 € a laptop.

use chrono::NaiveDate;
use entretien::contract::Service;
use entretien::contract::level::{ClockState, TargetKind, Ticket};
use entretien::document::{read_engagement, read_records, read_tickets};
use entretien::engagement::{Engagement, RecordBook, Records};
use entretien::error::Error;
use entretien::id::{ContractId, PriorityId};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien_tests::text;
use serde_json::{Value, json};

fn engagement() -> Engagement {
    let document = text("tests/data/engagement/desk.json");
    read_engagement(document.as_bytes(), &Takeover::default())
        .unwrap_or_else(|error| panic!("{:?}", error.faults().collect::<Vec<_>>()))
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, String) {
    let error = result.expect_err("refused");
    (error.code(), error.faults().next().map(|fault| fault.pointer.clone()).unwrap_or_default())
}

fn tickets(list: &Value) -> Vec<Ticket> {
    let document = json!({"format": "entretien/tickets", "format_version": "1.0", "tickets": list});
    read_tickets(document.to_string().as_bytes()).expect("tickets")
}

fn book(contract: &Value) -> Result<RecordBook, Error> {
    let document =
        json!({"format": "entretien/records", "format_version": "1.0", "contracts": contract});
    read_records(document.to_string().as_bytes())
}

/// UTC seconds of an RFC 3339 instant.
fn at(text: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(text).expect("an instant").timestamp()
}

#[test]
fn term_and_notice_of_a_contract_by_its_id() {
    let engagement = engagement();
    let term = engagement.term_at("ma-1", date("2027-03-01")).expect("a contract");
    assert_eq!(
        (term.renewal, term.last_covered.expect("an end").to_string()),
        (1, "2027-12-31".into())
    );
    // 1 January 2027 less two months is 1 November 2026, All Saints' Day and a Sunday: back to Friday.
    let notice = engagement.notice_deadline("ma-1", date("2026-05-01")).expect("open days");
    assert_eq!(notice.expect("notice").current.deadline.to_string(), "2026-10-30");
    assert_eq!(engagement.notice_deadline("ma-2", date("2026-05-01")), Ok(None));
    assert_eq!(code(engagement.term_at("nobody", date("2026-05-01"))).0, "DOC-013");
}

#[test]
fn invoices_count_the_assets_of_the_perimeter() {
    let engagement = engagement();
    let (from, to) = (date("2026-01-01"), date("2026-05-01"));
    let invoices = engagement.invoices("ma-1", &Records::default(), from, to).expect("a price");
    // One laptop until February, two from 1 March on.
    let totals: Vec<_> = invoices.iter().map(|i| (i.issue.to_string(), i.total_minor)).collect();
    assert_eq!(
        totals,
        [
            ("2026-01-31".to_owned(), 101_500),
            ("2026-02-28".to_owned(), 101_500),
            ("2026-03-31".to_owned(), 103_000),
            ("2026-04-30".to_owned(), 103_000)
        ]
    );
    let cost = engagement.cost("ma-1", &Records::default(), from, to).expect("a price");
    assert_eq!(cost.total_minor, 409_000);
    assert_eq!(
        code(engagement.invoices("ma-2", &Records::default(), from, to)).0,
        "PRI-016",
        "no price"
    );
}

#[test]
fn prices_follow_the_index_from_the_anniversary_on() {
    let engagement = engagement();
    let amounts = |day: &str| -> Vec<i64> {
        let prices = engagement.prices_on("ma-1", date(day)).expect("an index");
        prices.iter().map(|price| price.price_minor).collect()
    };
    assert_eq!(amounts("2026-12-31"), [100_000, 1_500]);
    // October 2026 over October 2025: 1 000,00 × 324,0 / 314,1 = 1 031,518…; 15,00 × 324,0 / 314,1 = 15,472…
    assert_eq!(amounts("2027-01-01"), [103_152, 1_547]);
    assert_eq!(
        code(engagement.prices_on("ma-1", date("2028-01-01"))).0,
        "PRI-007",
        "not published"
    );
}

#[test]
fn the_balance_takes_the_records_of_its_contract() {
    let engagement = engagement();
    let visit = |day: &str| json!({"day": day, "service": "on_site", "visits": 1, "minutes": 45});
    let records = book(&json!([
        {"contract": "ma-1", "consumption": [visit("2026-02-03"), visit("2026-05-04"), visit("2026-09-01")]}
    ]))
    .expect("records");
    let rows = engagement
        .entitlement_balance("ma-1", records.of("ma-1"), date("2026-06-30"))
        .expect("a balance");
    let row = rows.first().expect("visits");
    assert_eq!((row.consumed, row.remaining, row.exhausted_on), (2, 2, None));
    let early = book(&json!([{"contract": "ma-1", "consumption": [visit("2025-12-31")]}]));
    let early = early.expect("records");
    assert_eq!(
        code(engagement.entitlement_balance("ma-1", early.of("ma-1"), date("2026-06-30"))),
        ("CON-012", "/consumption/0".to_owned())
    );
}

#[test]
fn a_ticket_is_answered_by_the_version_of_its_opening() {
    let promises = engagement().promises("ma-1").expect("levels");
    let ticket = |id: &str, opened: &str| json!({"id": id, "service": "corrective", "priority": "p1", "opened": opened});
    let tickets = tickets(&json!([
        ticket("a", "2026-06-29T17:00:00+02:00"),
        ticket("b", "2026-07-06T17:00:00+02:00"),
    ]));
    let rows = promises.clocks(&tickets, at("2026-07-07T12:00:00+02:00"));
    let due = |place: usize| rows[place].deadline.map(|due| due.to_string());
    // As signed: four open hours, Monday 17:00 to Tuesday 11:00, and an answer within the hour.
    assert_eq!(due(0).as_deref(), Some("2026-06-29T18:00:00+02:00"));
    assert_eq!(due(2).as_deref(), Some("2026-06-30T11:00:00+02:00"));
    assert_eq!((rows[2].state, rows[2].version), (ClockState::Breached, 0));
    // Amended on 1 July: eight open hours, Monday 17:00 to Tuesday 15:00; no promise of an answer.
    assert_eq!(due(5).as_deref(), Some("2026-07-07T15:00:00+02:00"));
    assert_eq!((rows[5].state, rows[5].version), (ClockState::Running, 1));
    assert_eq!(rows[3].state, ClockState::NotCounted);
    let steps = promises.escalations(&tickets, at("2026-06-30T10:30:00+02:00"));
    assert_eq!(steps.len(), 1, "the amended level has none");
    // One counted hour before Tuesday 11:00 is Tuesday 10:00.
    assert_eq!(steps[0].instant.expect("a moment").to_string(), "2026-06-30T10:00:00+02:00");
    assert_eq!(steps[0].notify.as_ref().expect("whom").get(Lang::Fr), "Prévenir le responsable");
    let told = promises.deadlines(&tickets);
    assert_eq!(told.iter().map(|row| row.version).collect::<Vec<_>>(), [0, 1]);
    let deadlines = &told[0].deadlines;
    assert_eq!(deadlines.len(), 3);
    assert!(deadlines.iter().all(|deadline| !deadline.trace.is_empty()));
}

#[test]
fn breaches_are_credited_up_to_the_cap_of_their_level() {
    let engagement = engagement();
    let promises = engagement.promises("ma-1").expect("levels");
    let ticket = |id: &str| json!({"id": id, "service": "corrective", "priority": "p1", "opened": "2026-03-02T09:00:00+01:00"});
    let tickets = tickets(&json!([ticket("a"), ticket("b")]));
    let breaches = promises.breaches(&tickets, at("2026-03-03T09:00:00+01:00"));
    // Resolution only: nothing is promised for a late answer.
    assert_eq!(breaches.len(), 2);
    assert_eq!(
        (breaches[0].day.to_string(), breaches[0].percent_ppm),
        ("2026-03-02".into(), Some(50_000))
    );
    let records = Records { breaches, ..Records::default() };
    let (from, to) = (date("2026-03-01"), date("2026-04-01"));
    let invoices = engagement.invoices("ma-1", &records, from, to).expect("a price");
    // March: 1 030,00 €. 5 % are 51,50; the level caps its breaches at 5 % a month, so the second is 0.
    let credits: Vec<i64> =
        invoices[0].lines.iter().map(|line| line.amount_minor).filter(|a| *a <= 0).collect();
    assert_eq!(credits, [-5_150, 0]);
    assert_eq!(invoices[0].total_minor, 103_000 - 5_150);
    // The same through a document of records, as an embedder passes them on.
    let told = serde_json::to_value(&records.breaches).expect("JSON");
    let again = book(&json!([{"contract": "ma-1", "breaches": told}])).expect("records");
    assert_eq!(again.of("ma-1").breaches, records.breaches);
}

#[test]
fn coverage_at_an_instant_tells_hours_and_promises() {
    let engagement = engagement();
    let p1 = PriorityId::new("p1").expect("an id");
    let ask = |asset: &str, instant: &str| {
        let service = Service::Corrective;
        engagement.covered_at(asset, service, Some(&p1), at(instant), date("2026-02-01"))
    };
    // Saturday evening: covered, closed, open again on Monday.
    let found = ask("pc-1", "2026-02-07T20:00:00+01:00").expect("an asset");
    assert_eq!(found.coverage.winner().map(|v| v.contract.as_str()), Some("ma-1"));
    assert!(!found.open);
    assert_eq!(found.next_open.expect("opens").to_string(), "2026-02-09T08:00:00+01:00");
    let told: Vec<_> = found
        .targets
        .iter()
        .map(|t| (t.target, t.measure, t.count, t.calendar.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            (TargetKind::Response, "open_time", 3_600, false),
            (TargetKind::Resolution, "open_time", 14_400, true)
        ]
    );
    // The civil day counts: 28 February 23:30 UTC is 1 March in Paris, when pc-2 joins.
    assert!(ask("pc-2", "2026-02-28T23:30:00Z").expect("an asset").coverage.is_covered());
    assert!(!ask("pc-2", "2026-02-28T22:30:00Z").expect("an asset").coverage.is_covered());
    assert_eq!(code(ask("nobody", "2026-02-07T20:00:00Z")).0, "DOC-013");
    let far =
        engagement.covered_at("pc-1", Service::Corrective, None, i64::MAX, date("2026-02-01"));
    assert_eq!(code(far).0, "DOC-007");
}

#[test]
fn a_promise_that_nobody_keeps_is_a_finding() {
    let engagement = engagement();
    let found = engagement
        .service_level_findings(date("2026-01-05"), date("2027-01-01"))
        .expect("findings");
    // The answer is promised within an hour around the clock, and the office works by day: Monday 18:00.
    let told: Vec<_> =
        found.iter().map(|f| (f.code, f.day.to_string(), f.text.get(Lang::En))).collect();
    assert_eq!(
        told,
        [(
            "COV-007",
            "2026-01-05".to_owned(),
            "MA-2026-01, corrective, response: a ticket of 2026-01-05T00:00:00+01:00 is due \
             2026-01-05T01:00:00+01:00, and nobody works in between"
        )]
    );
}

#[test]
fn events_tell_the_revisions_of_the_price() {
    let events = engagement()
        .contract_events(date("2026-02-01"), date("2026-02-01"), date("2027-02-01"))
        .expect("events");
    let told: Vec<String> = events
        .iter()
        .map(|event| format!("{} {} {}", event.day, event.kind.code(), event.assumed))
        .collect();
    assert_eq!(
        told,
        [
            "2026-07-01 amendment false",
            "2026-10-30 notice_deadline false",
            "2027-01-01 renewal true",
            "2027-01-01 price_revision true"
        ]
    );
}

#[test]
fn records_are_read_strictly() {
    let refused = |contracts: &Value| {
        let error = book(contracts).expect_err("refused");
        error.faults().map(|f| format!("{} {}", f.code, f.pointer)).collect::<Vec<_>>()
    };
    assert_eq!(
        refused(&json!([{"contract": "a", "extras": [{"label": "x", "day": "2026-01-01"}]},
            {"contract": "a", "extras": [{"label": "x", "day": "2026-01-01", "minutes": 5, "visits": 1}]}])),
        [
            "DOC-012 /contracts/1/contract",
            "CON-008 /contracts/0/extras/0",
            "CON-008 /contracts/1/extras/0"
        ]
    );
    assert_eq!(
        refused(
            &json!([{"contract": "a", "consumption": [{"day": "2026-02-30", "service": "on_sight"}]}])
        ),
        ["DOC-007 /contracts/0/consumption/0/day", "DOC-008 /contracts/0/consumption/0/service"]
    );
    let mut twice = RecordBook::default();
    let id = ContractId::new("a").expect("an id");
    twice.add(id.clone(), Records::default());
    twice.add(id, Records::default());
    assert_eq!(twice.contracts().count(), 1);
}
