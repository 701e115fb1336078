//! Small plans in parts, to be edited by cases.

use entretien::document::read_engagement;
use entretien::id::{AssetId, TaskId};
use entretien::inventory::Selector;
use entretien::plan::{
    Every, Happening, Occasion, OccurrenceId, OnOccasion, Plan, PlanEvent, PlanInput, PlanParts,
    RequestKind, Slack, TaskTemplate, Tolerance, WindowKind, WorkRequest, WorkWindow, plan,
};
use entretien::takeover::Takeover;
use entretien::time::{Day, Period};
use serde_json::{Value, json};
use std::sync::Arc;

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

pub fn task_id(id: &str) -> TaskId {
    TaskId::new(id).expect("an id")
}

pub fn asset_id(id: &str) -> AssetId {
    AssetId::new(id).expect("an id")
}

/// Tasks by id and periodicity, all counted from Monday 5 January 2026, on assets `x` and `y` of site `s`; open
/// from Monday to Friday, the house rules not judged.
pub fn parts(tasks: &[(&str, &str)]) -> PlanParts {
    let tasks: Vec<Value> = tasks
        .iter()
        .map(|(id, every)| {
            json!({"id": id, "title": {"en": "T"}, "duration_minutes": 90, "every": every,
                "anchor": "2026-01-05", "roll": "none", "skill": "k", "mode": "on_site"})
        })
        .collect();
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05",
        "calendar": "k",
        "calendars": [
            {"id": "k", "holidays": "none"},
            {"id": "short", "opening_hours": "Mo 08:00-09:00; Tu-Fr 08:00-18:00"}],
        "sites": [{"id": "s", "name": "S"}, {"id": "far", "name": "F"}],
        "assets": [
            {"id": "x", "category": "server", "site": "s"},
            {"id": "y", "category": "server", "site": "s"}],
        "relations": [{"kind": "redundant_with", "from": "x", "to": "y"}],
        "tasks": tasks,
    });
    let text = serde_json::to_vec(&document).expect("JSON");
    let engagement = read_engagement(&text, &Takeover::default()).expect("a good document");
    let input = engagement.input();
    let mut house = input.house_rules();
    house.judge_intervals = false;
    house.follow_up_days = None;
    PlanParts {
        provider: "P".into(),
        customer: "C".into(),
        begin: input.begin(),
        estate: input.estate().clone(),
        calendars: input.calendars().to_vec(),
        default_calendar: input.calendars()[0].id().clone(),
        contracts: Vec::new(),
        tasks: input.tasks().to_vec(),
        capacity: Vec::new(),
        house,
        zone: input.zone(),
        programme: input.programme().clone(),
    }
}

/// The plan of 2026 as known at its begin.
pub fn plan_of(parts: PlanParts) -> Plan {
    let input = PlanInput::new(parts).unwrap_or_else(|error| panic!("{error}"));
    let year = Period::new(day("2026-01-01"), day("2027-01-01")).expect("a year");
    plan(Arc::new(input), day("2026-12-31"), year).unwrap_or_else(|error| panic!("{error}"))
}

pub fn only_on(task: &mut TaskTemplate, asset: &str) {
    task.applies_to.assets = vec![asset_id(asset)];
}

pub fn tolerance(days: u16) -> Tolerance {
    Tolerance { early: Slack::Days(days), late: Slack::Days(days) }
}

pub fn window(id: &str, kind: WindowKind, days: &[(&str, &str)]) -> WorkWindow {
    let period = |(from, to): &(&str, &str)| Period::new(day(from), day(to)).expect("a period");
    WorkWindow {
        id: id.into(),
        kind,
        applies_to: Selector::default(),
        tasks: Vec::new(),
        modes: Vec::new(),
        weekdays: [false; 7],
        periods: days.iter().map(period).collect(),
        yearly: Vec::new(),
        series: None,
        reason: None,
    }
}

pub fn event(id: &str, happening: Happening) -> PlanEvent {
    PlanEvent { id: id.into(), day: day("2026-01-01"), happening }
}

pub fn occurrence(text: &str) -> OccurrenceId {
    OccurrenceId::parse(text).expect("an id")
}

pub fn fixed(id: &str, about: &str, on: &str) -> PlanEvent {
    event(id, Happening::Fixed { occurrence: occurrence(about), on: day(on) })
}

pub fn corrective(id: &str, asset: &str, closed: &str) -> WorkRequest {
    WorkRequest {
        id: id.into(),
        kind: RequestKind::CorrectiveClosed,
        asset: asset_id(asset),
        day: day(closed),
        known: None,
        remedy: None,
        title: None,
    }
}

pub fn on_occasion(occasion: Occasion) -> Every {
    Every::Occasion(Box::new(OnOccasion {
        occasion,
        offset_days: None,
        served_by_preventive: true,
        remedies: Vec::new(),
    }))
}
