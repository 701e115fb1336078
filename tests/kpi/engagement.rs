//! Indicators through an engagement: its assets, plan, levels and dependencies joined with a log.

use chrono::NaiveDate;
use entretien::document::{read_engagement, read_kpi_question, shipped_advice};
use entretien::engagement::{Engagement, KpiAsk, NoEffect};
use entretien::id::{InterventionId, TicketId};
use entretien::intervention::{Incident, Intervention, Kind, Log, LogParts, Status};
use entretien::kpi::{Dimension, Grain, Indicator, Measure};
use entretien::takeover::Takeover;
use entretien::time::Zone;

const DOCUMENT: &str = r#"{"format":"entretien/engagement","format_version":"1.0",
  "provider":{"name":"P"},"customer":{"name":"C"},"time_zone":"UTC","begin":"2026-01-01",
  "sites":[{"id":"paris","name":"Paris"},{"id":"lyon","name":"Lyon"}],
  "assets":[{"id":"app","category":"server","site":"paris","criticality":"critical"},
    {"id":"db-1","category":"server","site":"paris","in_service":"2026-01-16"},
    {"id":"db-2","category":"server","site":"lyon"},
    {"id":"net","category":"switch","site":"lyon","lifecycle":"in_use"}],
  "relations":[{"kind":"depends_on","from":"app","to":"db-1"},{"kind":"depends_on","from":"app","to":"net"},
    {"kind":"redundant_with","from":"db-1","to":"db-2"}],
  "tasks":[{"id":"dust","title":{"en":"Dust"},"duration_minutes":30,"every":"monthly","anchor":"2026-01-10"}]}"#;

fn engagement() -> Engagement {
    read_engagement(DOCUMENT.as_bytes(), &Takeover::default()).expect("an engagement")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Seconds of a day of January 2026 and an hour.
fn at(day: i64, hour: i64) -> i64 {
    20_454 * 86_400 + (day - 1) * 86_400 + hour * 3_600
}

fn incident(log: &mut LogParts, id: &str, asset: &str, opened: i64, resolved: Option<i64>) {
    let mut one = Incident::new(TicketId::new(id).expect("an id"));
    one.assets.extend(log.terms.add(asset));
    (one.opened, one.resolved) = (Some(opened), resolved);
    log.incidents.push(one);
}

fn january() -> KpiAsk {
    KpiAsk::new(date("2026-01-01"), date("2026-02-01"), date("2026-01-31"))
}

#[test]
fn required_time_begins_with_service() {
    let mut log = LogParts::new(Zone::UTC);
    incident(&mut log, "I-1", "db-1", at(20, 0), Some(at(21, 0)));
    incident(&mut log, "I-2", "unheard-of", at(20, 0), None);
    let log = Log::new(log).expect("a log");
    let ask = KpiAsk { dimensions: vec![Dimension::Asset], ..january() };
    let kpis = engagement().kpis(&log, &ask).expect("indicators");
    assert_eq!(kpis.strange_assets(), 1);
    assert_eq!(kpis.groups().len(), 5, "four assets, and the ticket of an unheard-of one");
    let group = kpis.find(&[Some("db-1")]).expect("a group");
    let answer = kpis.answer(group, 0, Indicator::OperationalAvailability).expect("an answer");
    assert_eq!(answer.denominator, Some(16 * 86_400), "in service from the 16th");
    assert_eq!(answer.value, Some(15.0 / 16.0));
    let whole = engagement().kpis(&log, &january()).expect("indicators");
    let coverage = whole.answer(0, 0, Indicator::CriticalityCoverage).expect("an answer");
    assert_eq!((coverage.numerator, coverage.denominator), (Some(1), Some(4)));
}

/// The plan has four works on 10 January; one is done two days late, one is cancelled in the log, two are not
/// there at all.
#[test]
fn works_of_the_plan_that_nobody_did_are_missed() {
    let engagement = engagement();
    let plan = engagement
        .plan(date("2026-01-31"), date("2026-01-01"), date("2026-02-01"))
        .expect("a plan");
    let ids: Vec<String> = plan.occurrences().map(|occurrence| occurrence.id()).collect();
    assert_eq!(ids.len(), 4, "{ids:?}");
    let due = plan.occurrence(0).expect("one").due().to_date();
    let due_at = (due - date("1970-01-01")).num_days() * 86_400;
    let mut log = LogParts::new(Zone::UTC);
    for (place, (status, days)) in
        [(Status::Done, Some(2)), (Status::Cancelled, None)].into_iter().enumerate()
    {
        let id = format!("W-{place}");
        let mut work = Intervention::new(InterventionId::new(&id).expect("an id"));
        work.occurrence = Some(ids[place].as_str().into());
        work.status = Some(status);
        work.ended = days.map(|days| due_at + days * 86_400 + 3_600);
        work.kind = Some(Kind::Preventive);
        log.interventions.push(work);
    }
    let log = Log::new(log).expect("a log");
    let kpis = engagement.kpis(&log, &january()).expect("indicators");
    let answer = kpis.answer(0, 0, Indicator::PreventiveCompliance).expect("an answer");
    assert_eq!(
        (answer.numerator, answer.denominator),
        (Some(1), Some(4)),
        "2 days of 31 are within a tenth"
    );
    let on_time = kpis.answer(0, 0, Indicator::PreventiveOnTime).expect("an answer");
    assert_eq!(on_time.numerator, Some(0));
    let ask = KpiAsk { with_plan: false, ..january() };
    let alone = engagement.kpis(&log, &ask).expect("indicators");
    let answer = alone.answer(0, 0, Indicator::PreventiveCompliance).expect("an answer");
    assert_eq!(answer.value, None, "without the plan nothing says when they were due");
}

#[test]
fn a_service_is_as_available_as_what_it_needs() {
    let mut log = LogParts::new(Zone::UTC);
    // `db-1` is down for 8 of its 16 days, `db-2` for 31 ÷ 4 days: one of them is enough.
    incident(&mut log, "I-1", "db-1", at(16, 0), Some(at(24, 0)));
    incident(&mut log, "I-2", "db-2", at(1, 0), Some(at(8, 18)));
    let log = Log::new(log).expect("a log");
    let rows = engagement().dependable_availability(&log, &january()).expect("availabilities");
    assert_eq!(rows.len(), 1, "only `app` depends on others");
    let app = &rows[0];
    assert_eq!((app.asset.as_str(), app.own), ("app", 1.0));
    assert!((app.with_dependencies - (1.0 - 0.5 * 0.25)).abs() < 1e-12);
    let weakest: Vec<&str> = app.weakest.iter().map(|point| point.asset.as_str()).collect();
    assert_eq!(weakest, ["db-1", "db-2"], "a perfect one of the pair is all that is wanted");
}

#[test]
fn advice_for_every_asset_of_a_task_keeps_the_task() {
    let text = DOCUMENT.replace(r#""site":"paris""#, r#""site":"lyon""#);
    let engagement = read_engagement(text.as_bytes(), &Takeover::default()).expect("an engagement");
    let mut log = LogParts::new(Zone::UTC);
    for asset in ["db-1", "db-2"] {
        incident(&mut log, &format!("I-{asset}"), asset, at(1, 0), Some(at(16, 0)));
    }
    let log = Log::new(log).expect("a log");
    let ask = KpiAsk { dimensions: vec![Dimension::Site], ..january() };
    let kpis = engagement.kpis(&log, &ask).expect("indicators");
    let advice = kpis.advice(&shipped_advice()).expect("advice");
    let advice = advice.iter().find(|one| one.interval_factor.is_some()).expect("a measure");
    let changes = engagement.advised_changes(&kpis, advice).expect("changes");
    let after = engagement.with_changes(&changes).expect("a changed engagement");
    let tasks: Vec<&str> = after.input().tasks().iter().map(|task| task.id.as_str()).collect();
    assert_eq!(tasks, ["dust"], "its ids stay, and what was done counts on");
}

#[test]
fn advice_shows_what_it_would_change() {
    let mut log = LogParts::new(Zone::UTC);
    incident(&mut log, "I-1", "db-2", at(1, 0), Some(at(11, 0)));
    let log = Log::new(log).expect("a log");
    let ask = KpiAsk { dimensions: vec![Dimension::Site], ..january() };
    let engagement = engagement();
    let kpis = engagement.kpis(&log, &ask).expect("indicators");
    let year = (date("2026-02-01"), date("2027-02-01"));
    let rows =
        engagement.advise(&kpis, &shipped_advice(), date("2026-01-31"), year).expect("advice");
    let row =
        rows.iter().find(|row| row.advice.rule.as_str() == "availability-low").expect("a row");
    assert_eq!(row.advice.key, [Some("lyon".to_owned())]);
    let effect = row.effect.as_ref().expect("an effect");
    let tasks: Vec<_> =
        effect.tasks.iter().map(|(task, old, new)| (task.as_str(), &**old, &**new)).collect();
    assert_eq!(tasks, [("dust", "P1M", "P2W")], "half a month is two weeks");
    assert_eq!(effect.before.occurrences, 48);
    // Two assets of Lyon every two weeks instead of every month: 26 or 27 a year, not 12.
    assert_eq!(effect.after.occurrences, 24 + 2 * 26);
    assert!(effect.differences > 50);
    let changes = engagement.advised_changes(&kpis, &row.advice).expect("changes");
    let after = engagement.with_changes(&changes).expect("a changed engagement");
    let plan = after.plan(date("2026-01-31"), year.0, year.1).expect("a plan");
    assert_eq!(plan.totals().occurrences, effect.after.occurrences, "what was simulated is kept");
    let tasks: Vec<&str> = after.input().tasks().iter().map(|task| task.id.as_str()).collect();
    assert_eq!(tasks, ["dust", "dust+advice"], "Paris goes on as before");
    let paris = rows.iter().filter(|row| row.advice.key == [Some("paris".to_owned())]);
    assert!(paris.filter(|row| row.effect.is_some()).count() == 0, "nothing failed in Paris");
}

#[test]
fn questions_are_documents() {
    let text = |more: &str| {
        format!(
            r#"{{"format":"entretien/kpi-question","format_version":"1.0","start":"2026-01-01",
            "end":"2026-03-01","as_of":"2026-01-31"{more}}}"#
        )
    };
    let ask = read_kpi_question(
        text(r#","grain":"month","dimensions":["site","asset_category"],"grace_percent":20,
        "totals":[{"group":["paris",null],"window":1,"measure":"stock_served","amount":5}],"confidence_percent":90"#)
        .as_bytes(),
    )
    .expect("a question");
    assert_eq!((ask.grain, ask.grace, ask.confidence), (Grain::Month, (20, 100), 0.9));
    let log = Log::new(LogParts::new(Zone::UTC)).expect("a log");
    let kpis = engagement().kpis(&log, &ask).expect("indicators");
    let group = kpis.find(&[Some("paris"), None]).expect("the group of the total");
    let served = kpis.groups()[group].cells[1].totals.get(Measure::StockServed);
    assert_eq!(served, Some(5));
    for (more, code, place) in [
        (r#","confidence_percent":100"#, "DOC-009", "/confidence_percent"),
        (r#","currency":"euro""#, "DOC-009", "/currency"),
        (r#","grain":"week""#, "DOC-008", "/grain"),
        (r#","weeks":1"#, "DOC-004", "/weeks"),
    ] {
        let error = read_kpi_question(text(more).as_bytes()).unwrap_err();
        let fault = error.faults().next().expect("a fault");
        assert_eq!((fault.code, fault.pointer.as_str()), (code, place));
    }
    let ask = read_kpi_question(text(r#","calendar":"nowhere""#).as_bytes()).expect("a question");
    assert_eq!(engagement().kpis(&log, &ask).unwrap_err().code(), "DOC-013");
    let ask = read_kpi_question(text(r#","grace_percent":101"#).as_bytes()).expect("a question");
    assert_eq!(engagement().kpis(&log, &ask).unwrap_err().code(), "KPI-006");
    assert_eq!(NoEffect::NoTask.code(), "no_task");
}
