//! Histories that are folded and follow-ups, worked out by hand.

use super::{events, instant, log_of};
use entretien::contract::Service;
use entretien::id::TicketId;
use entretien::intervention::{Incident, Log, follow};
use entretien_tests::text;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt::Write as _;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fold {
    name: String,
    why: String,
    events: Vec<(String, String)>,
    expect: Value,
}

fn written(at: Option<i64>) -> Value {
    at.map_or(Value::Null, |at| {
        let time = chrono::DateTime::from_timestamp(at, 0).expect("an instant");
        json!(time.format("%Y-%m-%dT%H:%M").to_string())
    })
}

#[test]
fn histories_are_folded() {
    for line in text("tests/data/intervention/fold.jsonl").lines() {
        let case: Fold = serde_json::from_str(line).expect(line);
        assert!(!case.why.is_empty(), "{}", case.name);
        let mut csv = "number,state,sys_updated_at\n".to_owned();
        for (at, state) in &case.events {
            writeln!(csv, "I-1,{state},{at}").expect("a text");
        }
        let import = events(csv.as_bytes()).expect("events");
        let one = &import.parts.incidents[0];
        let waits = one.waits.iter();
        let mut found = json!({
            "opened": written(one.opened),
            "acknowledged": written(one.acknowledged),
            "resolved": written(one.resolved),
            "closed": written(one.closed),
            "reopen_count": one.reopen_count,
            "state": one.state.map(entretien::intervention::IncidentState::code),
            "events": one.events,
            "waits": waits
                .map(|wait| json!([written(Some(wait.from)), written(wait.to), wait.reason.code()]))
                .collect::<Vec<_>>(),
            "reopenings": one
                .reopenings
                .iter()
                .map(|one| json!([written(Some(one.resolved)), written(Some(one.reopened))]))
                .collect::<Vec<_>>(),
        });
        if let Some(cancelled) = one.cancelled {
            found["cancelled"] = written(Some(cancelled));
        }
        assert_eq!(found, case.expect, "{}", case.name);
        Log::new(import.parts).expect("a log");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    as_of: String,
    incidents: String,
    works: String,
    expect: Value,
}

#[test]
fn follow_ups_are_as_worked_out_by_hand() {
    for line in text("tests/data/intervention/follow.jsonl").lines() {
        let case: Case = serde_json::from_str(line).expect(line);
        assert!(!case.why.is_empty(), "{}", case.name);
        let log = log_of(&case.incidents, &case.works);
        let as_of = instant(&case.as_of);
        let list = follow::open_list(&log, as_of, &follow::AGE_DAYS);
        let repeats = |key| -> Vec<Value> {
            let found = follow::repeats(&log, as_of, 14, key);
            let row = |r: &follow::Repeat<'_>| {
                json!([r.earlier.id.as_str(), r.later.id.as_str(), r.gap_seconds])
            };
            found.iter().map(row).collect()
        };
        let after = follow::follow_ups(&log, as_of, follow::FOLLOW_UP_DAYS);
        let rows = after.rows.iter().map(|row| {
            let by = row.by.map(entretien::id::InterventionId::as_str);
            json!([row.asset, row.repaired.to_string(), row.state.code(), by])
        });
        let found = json!({
            "open": list.incidents.iter().map(|one| one.incident.id.as_str()).collect::<Vec<_>>(),
            "ageing": list.ageing.iter().map(|age| age.count).collect::<Vec<_>>(),
            "unknown": list.unknown_count,
            "repeats": repeats(follow::RepeatKey::Asset),
            "repeats_cause": repeats(follow::RepeatKey::Cause),
            "follow_ups": rows.collect::<Vec<_>>(),
            "without_asset": after.without_asset,
        });
        for (key, expected) in case.expect.as_object().expect("an object") {
            assert_eq!(&found[key], expected, "{}: {key}", case.name);
        }
    }
}

/// What a ticket cannot say is made to fit it.
#[test]
fn every_incident_that_was_opened_is_a_ticket() {
    let mut parts = entretien::intervention::LogParts::new(super::utc());
    let mut one = Incident::new(TicketId::new("I-1").expect("an id"));
    (one.opened, one.acknowledged) = (Some(1_000), Some(9_000));
    (one.restored, one.resolved) = (Some(5_000), Some(6_000));
    (one.cancelled, one.closed) = (Some(5_500), Some(7_000));
    one.reopenings.push(entretien::intervention::Reopened { resolved: 2_000, reopened: 3_000 });
    let wait = |from, to| entretien::intervention::Wait {
        from,
        to,
        reason: entretien::contract::level::Waiting::Parts,
        label: None,
    };
    one.waits = vec![wait(0, Some(500)), wait(900, Some(1_100)), wait(4_000, None)];
    parts.incidents.push(one);
    parts.incidents.push(Incident::new(TicketId::new("I-2").expect("an id")));
    let log = Log::new(parts).expect("a log");
    let ticket = follow::ticket(&log, &log.incidents()[0], Service::Corrective).expect("a ticket");
    let parts = ticket.parts();
    assert_eq!(
        (parts.responded, parts.restored, parts.cancelled),
        (Some(2_000), Some(5_000), None)
    );
    let resolutions: Vec<_> = parts.resolutions.iter().map(|r| (r.resolved, r.reopened)).collect();
    assert_eq!(resolutions, [(2_000, Some(3_000)), (6_000, None)]);
    let pauses: Vec<_> = parts.pauses.iter().map(|pause| (pause.from, pause.to)).collect();
    assert_eq!(pauses, [(1_000, Some(1_100)), (4_000, None)]);
    assert!(follow::ticket(&log, &log.incidents()[1], Service::Corrective).is_none());
}

/// Monday 2 March 2026, 17:00 in Paris, four open hours of 8 to 18: Tuesday 11:00. The hour for which the customer is waited
/// for on Tuesday makes it 12:00.
#[test]
fn the_clock_of_the_contract_judges_an_incident() {
    use entretien::calendar::{HolidaySet, Week, WorkCalendar};
    use entretien::contract::level::{
        ClockState, Hours, LevelParts, Levels, Measure, ServiceLevel, Target, Waiting,
    };
    let id = entretien::id::CalendarId::new("office").expect("an id");
    let office = WorkCalendar::new(id.clone(), Week::office(), HolidaySet::FR, vec![]);
    let mut level = LevelParts::new(Service::Corrective, None);
    let measure = Measure::OpenTime { seconds: 4 * 3_600 };
    level.resolution = Some(Target { measure, hours: Hours::Calendar(id) });
    level.waiting = vec![Waiting::Customer];
    let level = ServiceLevel::new(level).expect("a level");
    let zone = entretien::time::Zone::PARIS;
    let levels = Levels::compile(&[level], &[office], zone).expect("levels");

    let text = "number,state,sys_updated_at\n\
                I-1,New,2026-03-02 17:00\n\
                I-1,Awaiting User Info,2026-03-03 09:00\n\
                I-1,Active,2026-03-03 10:00\n";
    let mapping = entretien::intervention::Mapping::new(zone);
    let mut reader = entretien::intervention::IncidentReader::of_events(mapping).expect("a reader");
    reader.push(text.as_bytes()).expect("events");
    let log = Log::new(reader.finish().expect("events").parts).expect("a log");
    let ticket = follow::ticket(&log, &log.incidents()[0], Service::Corrective).expect("a ticket");
    let monday_17h = 1_772_467_200;
    let [_, _, paused] = levels.clock(&ticket, monday_17h + 16 * 3_600 + 1_800);
    assert_eq!(paused.state, ClockState::Paused);
    let [_, _, running] = levels.clock(&ticket, monday_17h + 17 * 3_600 + 1_800);
    assert_eq!(running.state, ClockState::Running);
    assert_eq!(running.deadline, Some(monday_17h + 19 * 3_600));
    assert_eq!((running.elapsed_seconds, running.remaining_seconds), (Some(9_000), Some(5_400)));
}
