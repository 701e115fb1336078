//! Properties of plans by the whole rule book, on seeded random engagements: a forecast is what will be
//! generated; order, threads and a longer horizon change nothing; ids stay; planning anew what a change
//! touches is planning afresh; the short way and the long way agree.

mod changes;
mod scene;

use chrono::{Datelike, NaiveDate};
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::inventory::{Estate, EstateParts};
use entretien::plan::{Change, Plan, plan, plan_batches};
use entretien::takeover::Takeover;
use entretien::text::Lang;
use entretien::time::{Day, Period};
use entretien_tests::Random;
use scene::{ALL, Scene, Wants, after};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Engagements that each property is tried on; `ENTRETIEN_SCENES` asks for more, `ENTRETIEN_SCENE` for one.
const SCENES: u64 = 300;

fn asked(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().and_then(|text| text.parse().ok())
}

pub(crate) fn try_read(document: &Value) -> Result<Engagement, String> {
    let text = serde_json::to_vec(document).expect("JSON");
    read_engagement(&text, &Takeover::default()).map_err(|error| error.to_string())
}

pub(crate) fn read(document: &Value) -> Engagement {
    try_read(document).unwrap_or_else(|error| panic!("{error}\n{document:#}"))
}

pub(crate) fn day(date: NaiveDate) -> Day {
    Day::parse(&date.to_string()).expect("a day")
}

/// A plan; `None` where a roll finds no open day, which is an error of every plan of the scene.
pub fn plan_of(document: &Value, as_of: NaiveDate, start: NaiveDate, days: i64) -> Option<Plan> {
    match read(document).plan(as_of, start, after(start, days)) {
        Ok(plan) => Some(plan),
        Err(error) if error.code() == "CAL-006" => None,
        Err(error) => panic!("{error}\n{document:#}"),
    }
}

/// What the plan says of each occurrence, without what the input's order numbers.
fn lines(plan: &Plan) -> BTreeSet<String> {
    plan.occurrences()
        .map(|o| {
            let (first, last) = o.window();
            format!(
                "{} nominal {} date {} due {} within {first}..{last} marks {:b} contract {:?}",
                o.id(),
                o.nominal(),
                o.date(),
                o.due(),
                o.row().marks.bits(),
                o.contract().map(|contract| contract.id().as_str())
            )
        })
        .collect()
}

fn differ(found: &BTreeSet<String>, expected: &BTreeSet<String>) -> Option<String> {
    if found == expected {
        return None;
    }
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        a.difference(b).take(6).cloned().collect::<Vec<_>>().join("\n  ")
    };
    Some(format!(
        "found only\n  {}\nexpected only\n  {}",
        only(found, expected),
        only(expected, found)
    ))
}

/// Tries a property on every scene; each failure is told with its scene.
fn on_scenes(name: &str, wants: Wants, judge: impl Fn(&mut Random, Scene) -> Option<String>) {
    let only = asked("ENTRETIEN_SCENE");
    let mut failures = Vec::new();
    for seed in 0..asked("ENTRETIEN_SCENES").unwrap_or(SCENES) {
        if only.is_some_and(|only| only != seed) {
            continue;
        }
        let mut random = Random(seed.wrapping_mul(7_919));
        let scene = Scene::new(&mut random, wants);
        let document = scene.document.clone();
        if let Some(failure) = judge(&mut random, scene) {
            let shown = if only.is_some() { format!("\n{document:#}") } else { String::new() };
            failures.push(format!("{name}, scene {seed}: {failure}{shown}"));
        }
    }
    let count = failures.len();
    failures.truncate(8);
    assert!(failures.is_empty(), "{count} failures\n{}", failures.join("\n\n"));
}

/// Decides about some occurrences of the plan of a scene, on the day of the begin; with `done`, some are done.
fn decide(random: &mut Random, scene: &mut Scene, days: i64, done: bool) {
    let Some(plan) = plan_of(&scene.document, scene.begin, scene.begin, days) else { return };
    let ids: Vec<String> = plan.occurrences().map(|occurrence| occurrence.id()).collect();
    let mut events = Vec::new();
    for number in 0..random.below(if done { 8u32 } else { 4 }) {
        if ids.is_empty() {
            break;
        }
        let (id, place) = (format!("d{number}"), random.below(ids.len()));
        if done && random.chance(50) {
            let day = after(scene.begin, random.below(120)).to_string();
            events.push(json!({"id": id, "day": day, "done": ids[place]}));
        } else {
            events.push(changes::decision(random, scene.begin, &id, &ids[place]));
        }
    }
    scene.document["events"] = json!(events);
}

fn months(begin: NaiveDate) -> Vec<NaiveDate> {
    let (year, month) = (begin.year(), begin.month0());
    (1u32..12)
        .filter_map(|n| {
            let month = month + n;
            NaiveDate::from_ymd_opt(year + i32::try_from(month / 12).ok()?, month % 12 + 1, 1)
        })
        .collect()
}

/// The readings that the meters of a scene will show on `day`, at their whole rates.
fn read_meters(document: &mut Value, begin: NaiveDate, day: NaiveDate) {
    let Some(meters) = document.get_mut("meters").and_then(Value::as_array_mut) else { return };
    for meter in meters {
        let readings = meter["readings"].as_array_mut().expect("readings");
        let value =
            |index: usize, readings: &[Value]| readings[index]["value"].as_i64().expect("a value");
        let rate = (value(3, readings) - value(0, readings)) / 90;
        let shown = value(3, readings) + rate * (day - begin).num_days();
        readings.push(json!({"day": day.to_string(), "value": shown}));
    }
}

#[test]
fn a_forecast_is_what_will_be_generated() {
    on_scenes("forecast", ALL, |random, mut scene| {
        decide(random, &mut scene, 365, false);
        let begin = scene.begin;
        let year = plan_of(&scene.document, begin, begin, 365)?;
        let expected = lines(&year);
        let mut document = scene.document.clone();
        for first in months(begin) {
            read_meters(&mut document, begin, first);
            let mut events = scene.document["events"].as_array().expect("events").clone();
            for (number, done) in year.occurrences().enumerate() {
                let date: NaiveDate = done.date().to_string().parse().expect("a date");
                if date < first && done.row().marks.is_work() {
                    events.push(json!({"id": format!("done{number}"), "day": date.to_string(), "done": done.id()}));
                }
            }
            document["events"] = json!(events);
            let later = plan_of(&document, first, begin, 365)?;
            if let Some(difference) = differ(&lines(&later), &expected) {
                return Some(format!(
                    "as of {first} {difference}\nevents {:#}",
                    scene.document["events"]
                ));
            }
        }
        None
    });
}

#[test]
fn order_and_threads_change_nothing() {
    on_scenes("order", ALL, |random, mut scene| {
        decide(random, &mut scene, 300, true);
        let as_of = after(scene.begin, random.below(100));
        let plan = plan_of(&scene.document, as_of, scene.begin, 400)?;
        let mut reversed = scene.document.clone();
        for list in [
            "calendars",
            "sites",
            "assets",
            "relations",
            "contracts",
            "tasks",
            "windows",
            "requests",
            "meters",
            "events",
        ] {
            if let Some(items) = reversed.get_mut(list).and_then(Value::as_array_mut) {
                items.reverse();
            }
        }
        let pool =
            |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        for (threads, document) in [(1, &reversed), (4, &scene.document)] {
            let again = pool(threads).install(|| plan_of(document, as_of, scene.begin, 400))?;
            if again.to_json() != plan.to_json() {
                let difference = differ(&lines(&again), &lines(&plan));
                return Some(format!("{threads} threads: {difference:?}"));
            }
        }
        None
    });
}

#[test]
fn a_longer_horizon_changes_no_occurrence() {
    on_scenes("horizon", ALL, |random, mut scene| {
        decide(random, &mut scene, 300, true);
        let as_of = after(scene.begin, random.below(100));
        let start = after(scene.begin, random.below(150));
        let days = 20 + random.below(200i64);
        let short = plan_of(&scene.document, as_of, start, days)?;
        let (sooner, later) = (random.below(200i64), random.below(300i64));
        let long = plan_of(&scene.document, as_of, after(start, -sooner), sooner + days + later)?;
        let horizon = short.horizon();
        let within: BTreeSet<String> = long
            .occurrences()
            .zip(long.occurrences().map(|o| horizon.contains(o.nominal())))
            .filter(|(_, within)| *within)
            .map(|(o, _)| o.id())
            .collect();
        let all = lines(&long);
        let kept: BTreeSet<String> = all
            .into_iter()
            .filter(|line| within.contains(line.split(' ').next().unwrap_or_default()))
            .collect();
        differ(&lines(&short), &kept)
            .map(|d| format!("{start} {days} days, {sooner} sooner, {later} later, as of {as_of}: {d}\nevents {:#}", scene.document["events"]))
    });
}

#[test]
fn ids_are_unique_and_stay() {
    on_scenes("ids", ALL, |random, mut scene| {
        decide(random, &mut scene, 300, true);
        let as_of = after(scene.begin, random.below(100));
        let plan = plan_of(&scene.document, as_of, scene.begin, 400)?;
        let ids: BTreeSet<String> = plan.occurrences().map(|occurrence| occurrence.id()).collect();
        if ids.len() != plan.len() {
            let mut all: Vec<String> =
                plan.occurrences().map(|o| format!("{} {}", o.id(), o.date())).collect();
            all.sort();
            let twice: Vec<_> = all
                .windows(2)
                .filter(|pair| pair[0].split(' ').next() == pair[1].split(' ').next())
                .collect();
            return Some(format!("{} ids of {} occurrences: {twice:?}", ids.len(), plan.len()));
        }
        // An asset of another site, a task that is done on nothing, a window about nothing.
        let mut edited = scene.document.clone();
        let push = |document: &mut Value, list: &str, item: Value| {
            document[list].as_array_mut().expect("a list").push(item);
        };
        push(&mut edited, "sites", json!({"id": "away", "name": "A", "calendar": "m"}));
        push(&mut edited, "assets", json!({"id": "Z9", "category": "other", "site": "away"}));
        push(&mut edited, "assets", json!({"id": "0z", "category": "server", "site": "away"}));
        push(
            &mut edited,
            "tasks",
            json!({"id": "A-task", "title": {"en": "T"}, "duration_minutes": 5,
            "applies_to": {"assets": ["Z9"]}, "every": "weekly"}),
        );
        push(
            &mut edited,
            "windows",
            json!({"id": "0", "kind": "blackout", "tasks": ["A-task"],
            "weekdays": ["monday"]}),
        );
        push(
            &mut edited,
            "requests",
            json!({"id": "0", "kind": "finding", "asset": "Z9", "day": "2026-02-01"}),
        );
        let again = plan_of(&edited, as_of, scene.begin, 400)?;
        let mine = |line: &String| !line.contains("/Z9/") && !line.contains("/0z/");
        let again: BTreeSet<String> = lines(&again).into_iter().filter(mine).collect();
        differ(&again, &lines(&plan))
    });
}

/// Each trace leads step by step to the planned date, and says something in both languages; the independent
/// checker finds nothing.
#[test]
fn traces_lead_to_the_date_and_the_checker_agrees() {
    on_scenes("traces", ALL, |random, mut scene| {
        decide(random, &mut scene, 300, true);
        let as_of = after(scene.begin, random.below(100));
        let start = after(scene.begin, random.below(100));
        let plan = plan_of(&scene.document, as_of, start, 300)?;
        for occurrence in plan.occurrences() {
            let trace = occurrence.trace();
            let mut at = None;
            for step in &trace {
                if step.before.is_some_and(|before| at.is_some_and(|at| at != before)) {
                    return Some(format!("{}: {step:?} does not follow {at:?}", occurrence.id()));
                }
                at = Some(step.after);
                for lang in [Lang::En, Lang::Fr] {
                    let text = step.text(plan.input(), occurrence.asset(), lang);
                    if !text.contains(&step.after.to_string()) {
                        return Some(format!("{}: {step:?} says `{text}`", occurrence.id()));
                    }
                }
            }
            if at != Some(occurrence.date()) {
                return Some(format!("{}: the trace ends on {at:?}", occurrence.id()));
            }
        }
        // The checker counts earlier dates of a task that comes after itself among those that come first, and
        // takes every date of a moving series for known: both are left out.
        let tasks = scene.document["tasks"].as_array().expect("tasks");
        let is_read_otherwise = |task: &Value| {
            let after_itself =
                task["after"].as_array().is_some_and(|list| list.contains(&task["id"]));
            after_itself || task.get("nest").is_some()
        };
        if tasks.iter().any(is_read_otherwise) {
            return None;
        }
        let faults = read(&scene.document).check(&plan);
        let said = |fault: &entretien::error::Fault| {
            let index = fault.pointer.rsplit('/').next().and_then(|text| text.parse().ok());
            let about = index.and_then(|index| plan.occurrence(index)).map(|o| o.id());
            format!("{}: {}", about.unwrap_or_default(), fault.message)
        };
        let told: Vec<String> = faults.iter().map(said).collect();
        (!told.is_empty()).then(|| {
            let events = &scene.document["events"];
            format!("as of {as_of} from {start}: {told:#?}\n{:#?}\nevents {events:#}", lines(&plan))
        })
    });
}

/// A request that no task answers sends an asset the long way.
#[test]
fn the_short_way_and_the_long_way_agree() {
    let plain = Wants { moving: false, ties: false, occasions: false };
    on_scenes("ways", plain, |random, scene| {
        let start = after(scene.begin, random.below(200) - 50);
        let short = plan_of(&scene.document, scene.begin, start, 300)?;
        let mut tied = scene.document.clone();
        let requests = tied["assets"].as_array().expect("assets").iter().enumerate();
        let requests: Vec<Value> = requests
            .map(|(number, asset)| {
                json!({"id": format!("r{number}"), "kind": "renewal_due",
                "asset": asset["id"], "day": "2026-01-01"})
            })
            .collect();
        tied["requests"] = json!(requests);
        let long = plan_of(&tied, scene.begin, start, 300)?;
        if short.table().rows().eq(long.table().rows()) && short.totals() == long.totals() {
            return None;
        }
        Some(differ(&lines(&long), &lines(&short)).unwrap_or("other columns or totals".to_owned()))
    });
}

#[test]
fn planning_anew_is_planning_afresh() {
    on_scenes("replan", ALL, |random, mut scene| {
        decide(random, &mut scene, 300, true);
        let as_of = after(scene.begin, random.below(150));
        let start = after(scene.begin, random.below(60));
        let mut plan = plan_of(&scene.document, as_of, start, 300)?;
        for number in 0..8u32 {
            let change = changes::change(random, &scene, &plan, number);
            let before = plan.to_json();
            if plan.replan(&change).is_err() {
                if plan.to_json() != before {
                    return Some(format!("a refused change has changed something: {change:?}"));
                }
                continue;
            }
            let input = Arc::new(plan.input().clone());
            let horizon = Period::new(day(start), day(after(start, 300))).expect("a horizon");
            let fresh = self::plan(input, day(as_of), horizon).expect("a plan afresh");
            let told = || format!("as of {as_of} from {start}, change {number} {change:?}: ");
            if let Some(difference) = differ(&lines(&plan), &lines(&fresh)) {
                return Some(told() + &difference);
            }
            if !plan.table().rows().eq(fresh.table().rows()) {
                return Some(told() + "other rows");
            }
            if plan.totals() != fresh.totals() {
                return Some(format!(
                    "{} totals\n{:?}\n{:?}",
                    told(),
                    plan.totals(),
                    fresh.totals()
                ));
            }
            if plan.to_json() != fresh.to_json() {
                return Some(told() + "other bytes");
            }
        }
        None
    });
}

/// A plan without rows takes in those of a moving series with their ordinals.
#[test]
fn a_plan_without_rows_takes_in_ordinals() {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-01",
        "assets": [{"id": "a", "category": "server"}],
        "tasks": [{"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "every": "monthly",
            "counting": "from_completion", "applies_to": {"categories": ["printer"]}}]});
    let begin = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let mut plan = plan_of(&document, begin, begin, 50).expect("a plan");
    let mut asset = plan.input().estate().assets()[0].clone();
    asset.category = entretien::inventory::Category::Printer;
    plan.replan(&Change::Asset(Box::new(asset))).expect("a plan anew");
    let ids: Vec<String> = plan.occurrences().map(|occurrence| occurrence.id()).collect();
    assert_eq!(ids, ["t/a/1", "t/a/2"]);
}

/// Planned in batches of one or two assets, an estate without ties gives the occurrences and totals of the whole.
#[test]
fn batches_are_the_plan() {
    on_scenes("batches", Wants { ties: false, ..ALL }, |random, mut scene| {
        decide(random, &mut scene, 300, true);
        let as_of = after(scene.begin, random.below(100));
        let whole = plan_of(&scene.document, as_of, scene.begin, 300)?;
        let mut parts = whole.input().to_parts();
        let EstateParts { sites, mut assets, .. } = std::mem::take(&mut parts.estate).into_parts();
        parts.estate = Estate::new(sites, Vec::new(), Vec::new()).expect("sites alone");
        let size = 1 + random.below(2usize);
        let mut batches = Vec::new();
        while !assets.is_empty() {
            batches.push(assets.drain(..size.min(assets.len())).collect::<Vec<_>>());
        }
        let mut plans = plan_batches(parts, day(as_of), whole.horizon(), batches).expect("no ties");
        let mut all = BTreeSet::new();
        for plan in plans.by_ref() {
            match plan {
                Ok(plan) => all.extend(lines(&plan)),
                Err(error) => return Some(error.to_string()),
            }
        }
        if let Some(difference) = differ(&all, &lines(&whole)) {
            return Some(difference);
        }
        let totals = plans.totals();
        (totals.as_ref() != Some(whole.totals()))
            .then(|| format!("{totals:?}\n{:?}", whole.totals()))
    });
}

/// Assets that come out of order, assets or relations beside the batches, and a site of two batches with visits are
/// refused.
#[test]
fn batches_that_depend_on_each_other_are_refused() {
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-01",
        "sites": [{"id": "lyon", "name": "L"}],
        "assets": [
            {"id": "a", "category": "server", "site": "lyon"},
            {"id": "b", "category": "server", "site": "lyon"}],
        "tasks": [{"id": "t", "title": {"en": "T"}, "duration_minutes": 5, "mode": "on_site", "every": "yearly"}]});
    let mut visited = document.clone();
    visited["visits"] = json!({"within_days": 3});
    let horizon = Period::new(
        Day::parse("2026-01-01").expect("a day"),
        Day::parse("2027-01-01").expect("a day"),
    );
    let horizon = horizon.expect("a year");
    let codes = |document: &Value, order: [usize; 2], keeps_assets: bool| -> Vec<String> {
        let mut parts = read(document).input().to_parts();
        let EstateParts { sites, assets, .. } = parts.estate.clone().into_parts();
        if !keeps_assets {
            parts.estate = Estate::new(sites, Vec::new(), Vec::new()).expect("sites alone");
        }
        let batches = order.map(|place| vec![assets[place].clone()]);
        match plan_batches(parts, horizon.start(), horizon, batches) {
            Err(error) => vec![error.code().to_owned()],
            Ok(plans) => plans.filter_map(Result::err).map(|e| e.code().to_owned()).collect(),
        }
    };
    assert_eq!(codes(&document, [0, 1], false), Vec::<String>::new());
    assert_eq!(codes(&document, [0, 1], true), ["PLAN-014"]);
    assert_eq!(codes(&document, [1, 0], false), ["PLAN-014"]);
    assert_eq!(codes(&visited, [0, 1], false), ["PLAN-014"]);
}
