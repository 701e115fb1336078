//! Naive twins: histories folded by looking at all events at once, follow-ups by comparing everything with
//! everything.

use super::{events, utc};
use entretien::id::{InterventionId, TicketId};
use entretien::intervention::follow::{self, FollowUpState};
use entretien::intervention::{
    Incident, IncidentReader, Intervention, Kind, Log, LogParts, Mapping, Status,
};
use entretien_tests::Random;
use std::collections::BTreeMap;

const DAY: i64 = 86_400;
const STATES: [&str; 8] = [
    "New",
    "Active",
    "Awaiting Vendor",
    "Awaiting User Info",
    "Resolved",
    "Closed",
    "Cancelled",
    "?",
];

type History = Vec<(Option<i64>, &'static str)>;

fn history(random: &mut Random) -> History {
    let mut at = 1_456_704_000 + random.below(1_000_i64) * 60;
    let length = 1 + random.below(9_usize);
    (0..length)
        .map(|_| {
            at += (random.below(200_i64) - 20) * 60;
            (random.maybe(90, |_| at), random.pick(&STATES))
        })
        .collect()
}

/// Stretches of one state: since when, and which.
fn stretches(history: &History) -> Vec<(i64, &'static str)> {
    let mut found: Vec<(i64, &'static str)> = Vec::new();
    for (place, (_, state)) in history.iter().enumerate() {
        let so_far = history.iter().take(place + 1).filter_map(|(at, _)| *at).max();
        let is_same = found.last().is_some_and(|(_, last)| last == state);
        if let (Some(at), false, false) = (so_far, *state == "?", is_same) {
            found.push((at, *state));
        }
    }
    found
}

fn is_open(state: &str) -> bool {
    state == "New" || state == "Active" || state.starts_with("Awaiting")
}

fn agrees(incident: &Incident, history: &History) {
    let all = stretches(history);
    let next = |place: usize| all.get(place + 1).map(|(at, _)| *at);
    let waits: Vec<_> = (0..all.len())
        .filter(|place| all[*place].1.starts_with("Awaiting"))
        .map(|place| (all[place].0, next(place)))
        .collect();
    let found: Vec<_> = incident.waits.iter().map(|wait| (wait.from, wait.to)).collect();
    assert_eq!(found, waits, "{history:?}");
    let last_open = (0..all.len()).rev().find(|place| is_open(all[*place].1));
    let after: Vec<_> = all.iter().skip(last_open.map_or(0, |place| place + 1)).collect();
    let over = after.iter().find(|(_, state)| *state == "Resolved" || *state == "Closed");
    assert_eq!(incident.resolved, over.map(|(at, _)| *at), "{history:?}");
    let last =
        |wanted: &str| after.iter().rev().find(|(_, state)| *state == wanted).map(|one| one.0);
    assert_eq!((incident.closed, incident.cancelled), (last("Closed"), last("Cancelled")));
    let mut reopenings = Vec::new();
    for place in (1..all.len()).filter(|place| is_open(all[*place].1)) {
        let begin =
            (0..place).rev().find(|other| is_open(all[*other].1)).map_or(0, |other| other + 1);
        let over = all[begin..place].iter().find(|(_, s)| *s == "Resolved" || *s == "Closed");
        reopenings.extend(over.map(|over| (over.0, all[place].0)));
    }
    let found: Vec<_> =
        incident.reopenings.iter().map(|one| (one.resolved, one.reopened)).collect();
    assert_eq!(found, reopenings, "{history:?}");
    assert_eq!(incident.reopen_count, u32::try_from(reopenings.len()).ok());
    let taken = all.iter().find(|(_, state)| *state != "New" && *state != "Cancelled");
    assert_eq!(incident.acknowledged, taken.map(|(at, _)| *at), "{history:?}");
    assert_eq!(incident.opened, history.iter().find_map(|(at, _)| *at), "{history:?}");
}

fn line(id: usize, (at, state): &(Option<i64>, &str)) -> String {
    let at = at.map(|at| chrono::DateTime::from_timestamp(at, 0).expect("an instant"));
    let at = at.map(|at| at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
    format!("I-{id:03},{at},{state}\n")
}

/// However the events of several incidents are mixed and the file is cut, each is folded by itself.
#[test]
fn histories_are_folded_as_by_looking_at_all_events() {
    let mut random = Random(1);
    for _ in 0..300 {
        let histories: Vec<History> = (0..5).map(|_| history(&mut random)).collect();
        let mut left: Vec<std::slice::Iter<'_, _>> = histories.iter().map(|h| h.iter()).collect();
        let mut csv = "number,sys_updated_at,state\n".to_owned();
        while left.iter().any(|events| events.len() > 0) {
            let id = random.below(5_usize);
            for _ in 0..=random.below(3_u32) {
                if let Some(event) = left[id].next() {
                    csv.push_str(&line(id, event));
                }
            }
        }
        let whole = events(csv.as_bytes()).expect("events");
        let mut reader = IncidentReader::of_events(Mapping::new(utc())).expect("a reader");
        for piece in csv.as_bytes().chunks(1 + random.below(40_usize)) {
            reader.push(piece).expect("events");
        }
        assert_eq!(reader.finish().expect("events"), whole);
        let log = Log::new(whole.parts).expect("a log");
        for (id, history) in histories.iter().enumerate() {
            agrees(log.incident(&format!("I-{id:03}")).expect("an incident"), history);
        }
    }
}

fn random_log(random: &mut Random) -> Log {
    let mut parts = LogParts::new(utc());
    let begin = 1_456_704_000;
    for number in 0..random.below(12_usize) {
        let mut one = Incident::new(TicketId::new(&format!("I-{number:02}")).expect("an id"));
        one.opened = random.maybe(90, |random| begin + random.below(60_i64) * DAY / 2);
        let opened = one.opened.unwrap_or(begin);
        one.resolved = random.maybe(70, |random| opened + random.below(40_i64) * DAY / 4);
        for asset in random.list(2, |random| random.below(3_u32)) {
            one.assets.extend(parts.terms.add(&format!("asset {asset}")));
        }
        parts.incidents.push(one);
    }
    for number in 0..random.below(12_usize) {
        let id = InterventionId::new(&format!("W-{number:02}")).expect("an id");
        let mut one = Intervention::new(id);
        one.kind = Some(random.pick(&[Kind::Preventive, Kind::Preventive, Kind::Corrective]));
        one.status = random.maybe(90, |random| random.pick(Status::ALL));
        one.ended = random.maybe(70, |random| begin + random.below(160_i64) * DAY / 4);
        one.planned_from = random.maybe(50, |random| begin + random.below(160_i64) * DAY / 4);
        one.incident = random.maybe(30, |_| TicketId::new("I-00").expect("an id"));
        for asset in random.list(2, |random| random.below(3_u32)) {
            one.assets.extend(parts.terms.add(&format!("asset {asset}")));
        }
        parts.interventions.push(one);
    }
    Log::new(parts).expect("a log")
}

/// Day numbers of UTC are whole days.
fn day(at: i64) -> i64 {
    at.div_euclid(DAY)
}

fn follow_up_of(
    log: &Log,
    asset: &str,
    repaired: i64,
    as_of: i64,
) -> (FollowUpState, Option<String>) {
    let mut best: BTreeMap<(u32, i64, String), FollowUpState> = BTreeMap::new();
    let (from, to) = (repaired + 1, repaired + 14);
    for work in log.interventions() {
        let names = work.assets.iter().any(|term| log.text(Some(*term)) == Some(asset));
        if work.kind != Some(Kind::Preventive) || !names {
            continue;
        }
        let is_done = work.status == Some(Status::Done) || work.status.is_none();
        let done = work.ended.filter(|at| is_done && *at <= as_of).map(day);
        let due = work.planned_from.or(work.ended).map(day);
        let given_up = matches!(work.status, Some(Status::Cancelled | Status::NotDone));
        let is_due = due.is_some_and(|due| (from..=to).contains(&due)) && !given_up;
        let id = work.id.to_string();
        match done {
            Some(done) if (from..=to).contains(&done) => {
                best.insert((0, done, id), FollowUpState::Done);
            }
            Some(done) if is_due && done > to => {
                best.insert((2, done, id), FollowUpState::Late);
            }
            None if is_due && day(as_of) <= to => {
                best.insert((1, due.expect("a day"), id), FollowUpState::Planned);
            }
            _ => {}
        }
    }
    match best.into_iter().next() {
        Some(((_, _, id), state)) => (state, Some(id)),
        None if day(as_of) > to => (FollowUpState::Missed, None),
        None => (FollowUpState::Pending, None),
    }
}

#[test]
fn follow_ups_are_as_by_comparing_everything() {
    let mut random = Random(3);
    for _ in 0..400 {
        let log = random_log(&mut random);
        let as_of = 1_456_704_000 + random.below(300_i64) * DAY / 5;
        let found = follow::follow_ups(&log, as_of, 14);
        let mut count = 0;
        for row in &found.rows {
            let at = match (row.incident, row.repair) {
                (Some(id), None) => log.incident(id.as_str()).and_then(|one| one.resolved),
                (None, Some(id)) => log.intervention(id.as_str()).and_then(|work| work.ended),
                _ => None,
            };
            let expected = follow_up_of(&log, row.asset, day(at.expect("a repair")), as_of);
            assert_eq!((row.state, row.by.map(ToString::to_string)), expected);
            count += 1;
        }
        let resolved =
            log.incidents().iter().filter(|one| one.resolved.is_some_and(|at| at <= as_of));
        let repaired = log.interventions().iter().filter(|work| {
            work.kind == Some(Kind::Corrective)
                && matches!(work.status, Some(Status::Done) | None)
                && work.ended.is_some_and(|at| at <= as_of)
                && work.incident.as_ref().is_none_or(|id| log.incident(id.as_str()).is_none())
        });
        let resolved: usize = resolved.map(|one| one.assets.len()).sum();
        assert_eq!(count, resolved + repaired.map(|work| work.assets.len()).sum::<usize>());
    }
}

#[test]
fn repeats_are_as_by_comparing_everything() {
    let mut random = Random(5);
    for _ in 0..400 {
        let log = random_log(&mut random);
        let as_of = 1_456_704_000 + random.below(40_i64) * DAY;
        let days = random.below(12_u32);
        let mut expected = Vec::new();
        for later in log.incidents() {
            for asset in &later.assets {
                // The one before it on this asset: the latest that is not itself.
                let key = |one: &Incident| (one.opened, one.id.clone());
                let before = log
                    .incidents()
                    .iter()
                    .filter(|one| one.assets.contains(asset) && one.opened.is_some())
                    .filter(|one| key(one) < key(later))
                    .max_by_key(|one| key(one));
                if let (Some(before), Some(opened)) =
                    (before, later.opened.filter(|at| *at <= as_of))
                {
                    let over = before.resolved.or(before.opened).expect("an instant");
                    let gap = (opened - over).max(0);
                    if gap <= i64::from(days) * DAY {
                        let asset = log.text(Some(*asset)).expect("an asset").to_owned();
                        expected.push((asset, opened, later.id.clone(), before.id.clone(), gap));
                    }
                }
            }
        }
        expected.sort();
        let found = follow::repeats(&log, as_of, days, follow::RepeatKey::Asset);
        let found: Vec<_> = found
            .iter()
            .map(|one| {
                let asset = one.first.expect("an asset").to_owned();
                let opened = one.later.opened.expect("an instant");
                (asset, opened, one.later.id.clone(), one.earlier.id.clone(), one.gap_seconds)
            })
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_open_list_is_as_by_looking_at_each() {
    let mut random = Random(9);
    for _ in 0..200 {
        let log = random_log(&mut random);
        let as_of = 1_456_704_000 + random.below(40_i64) * DAY;
        let list = follow::open_list(&log, as_of, &[1, 7]);
        let mut expected: Vec<(i64, &str)> = Vec::new();
        for one in log.incidents() {
            if let Some(opened) = one.opened.filter(|at| *at <= as_of)
                && one.resolved.is_none_or(|at| at > as_of)
            {
                expected.push((opened, one.id.as_str()));
            }
        }
        expected.sort_unstable();
        let found: Vec<(i64, &str)> = list
            .incidents
            .iter()
            .map(|one| (as_of - one.age_seconds, one.incident.id.as_str()))
            .collect();
        assert_eq!(found, expected);
        let ages: Vec<u64> = list.ageing.iter().map(|age| age.count).collect();
        let count = |from: i64, to: i64| {
            let within =
                |(at, _): &&(i64, &str)| (from..to).contains(&((as_of - at).div_euclid(DAY)));
            expected.iter().filter(within).count() as u64
        };
        assert_eq!(ages, [count(0, 1), count(1, 7), count(7, 100_000)]);
    }
}
