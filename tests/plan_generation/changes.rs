//! Random changes and decisions.

use crate::scene::{Scene, after, request, tolerance, window};
use crate::{day, read, try_read};
use chrono::NaiveDate;
use entretien::document::{read_event, read_request};
use entretien::id::{AssetId, SkillId, TaskId};
use entretien::inventory::{Category, Usage};
use entretien::plan::{Capacity, Change, Plan, Reading, Visits};
use entretien_tests::Random;
use serde_json::{Value, json};

/// A decision about an occurrence, taken on the day of the begin, that names no day before it.
pub fn decision(random: &mut Random, begin: NaiveDate, id: &str, about: &str) -> Value {
    let date = after(begin, random.below(300)).to_string();
    let day = begin.to_string();
    match random.below(4u32) {
        0 => json!({"id": id, "day": day, "skipped": about, "resets_meter": random.chance(50)}),
        1 => json!({"id": id, "day": day, "cancelled": about}),
        2 => json!({"id": id, "day": day, "moved": about, "to": date}),
        _ => json!({"id": id, "day": day, "fixed": about, "on": date}),
    }
}

/// An event of any kind about an occurrence of the plan.
fn event(random: &mut Random, scene: &Scene, plan: &Plan, id: &str) -> Option<Change> {
    let about = plan.occurrence(random.below(plan.len().max(1)))?;
    let on = after(scene.begin, random.below(200));
    let value = match random.below(3u32) {
        0 => json!({"id": id, "day": on.to_string(), "done": about.id()}),
        1 if about.asset().is_some() => {
            let (task, asset) = (about.task().id.as_str(), about.subject());
            json!({"id": id, "day": after(scene.begin, -random.below(90)).to_string(),
                "last_done": {"task": task, "asset": asset}})
        }
        _ => {
            let mut decision = decision(random, scene.begin, id, &about.id());
            decision["day"] = json!(on.to_string());
            decision
        }
    };
    let event = read_event(&serde_json::to_vec(&value).expect("JSON")).expect("an event");
    Some(Change::Event(event))
}

fn removal(random: &mut Random, plan: &Plan) -> Option<Change> {
    let programme = plan.input().programme();
    let mut all: Vec<Change> = Vec::new();
    all.extend(programme.events.iter().map(|event| Change::RemoveEvent(event.id.clone())));
    all.extend(programme.requests.iter().map(|r| Change::RemoveRequest(r.id.clone())));
    all.extend(programme.windows.iter().map(|w| Change::RemoveWindow(w.id.clone())));
    let assets = plan.input().estate().assets();
    if assets.len() > 1 && random.chance(15) {
        let place = random.below(assets.len());
        all = vec![Change::RemoveAsset(assets[place].id.clone())];
    } else if plan.input().tasks().len() > 1 && random.chance(15) {
        let place = random.below(plan.input().tasks().len());
        all = vec![Change::RemoveTask(TaskId::new(plan.input().tasks()[place].id.as_str())?)];
    }
    if all.is_empty() {
        return None;
    }
    let place = random.below(all.len());
    Some(all.swap_remove(place))
}

/// What an edited document says, in the place of what the scene says.
fn edited(
    scene: &Scene,
    edit: impl FnOnce(&mut Value),
) -> Option<entretien::engagement::Engagement> {
    let mut document = scene.document.clone();
    edit(&mut document);
    document["events"] = json!([]);
    try_read(&document).ok()
}

fn setting(random: &mut Random, scene: &Scene, plan: &Plan, number: u32) -> Option<Change> {
    let assets = plan.input().estate().assets();
    let place = random.below(assets.len().max(1));
    let asset = assets.get(place)?;
    Some(match random.below(9u32) {
        0 | 1 => {
            let mut asset = asset.clone();
            match random.below(3u32) {
                0 => asset.usage = Some(random.pick(&[Usage::Normal, Usage::Frequent])),
                1 => {
                    asset.category =
                        random.pick(&[Category::Server, Category::Printer, Category::Switch]);
                }
                _ => {
                    let site = random.pick(&["lyon", "nantes", "unknown"]);
                    asset.site = entretien::id::SiteId::new(site)?;
                }
            }
            Change::Asset(Box::new(asset))
        }
        2 => {
            let mut asset = asset.clone();
            asset.id = AssetId::new(&format!("n{number}"))?;
            Change::Asset(Box::new(asset))
        }
        3 => {
            let id = format!("w{}", random.below(5u32));
            let window = window(random, scene.begin, &id);
            let engagement = edited(scene, |document| document["windows"] = json!([window]))?;
            Change::Window(Box::new(engagement.input().programme().windows.first()?.clone()))
        }
        4 => {
            let id = format!("r{}", random.below(6u32));
            let value = request(random, scene.begin, &id, asset.id.as_str());
            let bytes = serde_json::to_vec(&value).expect("JSON");
            Change::Request(read_request(&bytes).expect("a request"))
        }
        5 => {
            let tolerance = tolerance(random);
            let engagement =
                edited(scene, |document| document["tasks"][0]["tolerance"] = tolerance)?;
            let task = engagement.input().tasks().iter().find(|task| task.id.as_str() == "t0")?;
            Change::Task(Box::new(task.clone()))
        }
        6 => Change::Capacity(Capacity {
            skill: SkillId::new("general")?,
            minutes_per_week: random.below(500u32),
        }),
        7 => Change::Visits(random.maybe(60, |random| Visits { within_days: random.below(10u16) })),
        _ => {
            let rules = json!({"normal": random.pick(&["monthly", "quarterly"]),
                "follow_up": random.chance(50), "kick_off": random.chance(50)});
            let engagement = edited(scene, |document| document["house_rules"] = rules)?;
            Change::HouseRules(engagement.input().house_rules())
        }
    })
}

fn reading(random: &mut Random, scene: &Scene, plan: &Plan) -> Option<Change> {
    let meters = &plan.input().programme().meters;
    let meter = meters.get(random.below(meters.len().max(1)))?;
    let last = meter.readings().last()?;
    Some(Change::Reading {
        asset: meter.asset().clone(),
        counts: meter.counts().into(),
        reading: Reading {
            day: day(after(scene.begin, random.below(120))),
            value: last.value + random.below(2_000u64),
            replaced_at: random.maybe(20, |random| random.below(100u64)),
        },
    })
}

/// A random change to what the plan is computed from.
pub fn change(random: &mut Random, scene: &Scene, plan: &Plan, number: u32) -> Change {
    let found = match random.below(10u32) {
        0..=3 => event(random, scene, plan, &format!("e{}", random.clone().below(6u32))),
        4 => reading(random, scene, plan),
        5 | 6 => removal(random, plan),
        _ => setting(random, scene, plan, number),
    };
    found.unwrap_or_else(|| Change::HouseRules(read(&scene.document).input().house_rules()))
}
