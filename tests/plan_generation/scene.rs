//! Seeded random engagements over all triggers and policies.

use chrono::NaiveDate;
use entretien_tests::Random;
use serde_json::{Value, json};

const CATEGORIES: [&str; 3] = ["server", "printer", "switch"];
const SITES: [&str; 3] = ["lyon", "nantes", "unknown"];
const ROLLS: [&str; 7] =
    ["none", "previous", "next", "nearest", "modified_next", "modified_previous", "skip"];
const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What a scene may hold.
#[derive(Debug, Clone, Copy)]
pub struct Wants {
    /// Series whose dates move, and sequences.
    pub moving: bool,
    /// Redundant assets, order, visits.
    pub ties: bool,
    /// Tasks on occasion, and requests.
    pub occasions: bool,
}

pub const ALL: Wants = Wants { moving: true, ties: true, occasions: true };

/// A random engagement that begins on `begin`.
pub struct Scene {
    pub begin: NaiveDate,
    pub document: Value,
}

pub fn after(day: NaiveDate, days: i64) -> NaiveDate {
    day + chrono::TimeDelta::days(days)
}

fn text(day: NaiveDate) -> String {
    day.to_string()
}

impl Scene {
    pub fn new(random: &mut Random, wants: Wants) -> Scene {
        let begin = after(NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"), random.below(700));
        let assets = 1 + random.below(4usize);
        let ids: Vec<String> = (0..assets).map(|n| format!("a{n}")).collect();
        let tasks = tasks(random, begin, wants);
        let relations = if wants.ties { relations(random, assets) } else { Vec::new() };
        let requests = if wants.occasions { requests(random, begin, &ids) } else { Vec::new() };
        let document = json!({
            "format": "entretien/engagement", "format_version": "1.0",
            "provider": {"name": "P"}, "customer": {"name": "C"},
            "time_zone": "Europe/Paris", "begin": text(begin),
            "calendars": [
                {"id": "k", "holidays": "none", "closures": closures(random, begin)},
                {"id": "m", "holidays": "FR-57", "opening": {
                    "monday": [{"from": "08:00", "to": "12:00"}],
                    "tuesday": [{"from": "08:00", "to": "18:00"}],
                    "thursday": [{"from": "09:00", "to": "11:00"}],
                    "saturday": [{"from": "09:00", "to": "10:00"}]}}],
            "calendar": "k",
            "sites": [{"id": "lyon", "name": "L"}, {"id": "nantes", "name": "N", "calendar": "m"}],
            "assets": ids.iter().map(|id| json!({
                "id": id, "category": random.pick(&CATEGORIES), "site": random.pick(&SITES),
                "usage": random.pick(&["normal", "frequent"])})).collect::<Vec<_>>(),
            "relations": relations,
            "contracts": contracts(random, begin),
            "tasks": tasks,
            "windows": windows(random, begin),
            "requests": requests,
            "meters": meters(random, begin, &ids),
            "tolerance": random.maybe(30, tolerance),
            "visits": random.maybe(if wants.ties { 35 } else { 0 }, |r| json!({"within_days": r.below(12u32)})),
            "capacity": [{"skill": "general", "minutes_per_week": 100}],
            "rates": {
                "hourly": [{"skill": "general", "price": {"minor": 7000, "currency": "EUR"}}],
                "travel": [{"site": "lyon", "price": {"minor": 4000, "currency": "EUR"}}]},
            "house_rules": {"follow_up_days": 5 + random.below(12u32)},
            "events": [],
        });
        let mut scene = Scene { begin, document };
        scene.tidy();
        scene
    }

    /// Leaves out fields that say nothing.
    fn tidy(&mut self) {
        fn prune(value: &mut Value) {
            match value {
                Value::Object(fields) => {
                    fields.retain(|_, value| !value.is_null());
                    fields.values_mut().for_each(prune);
                }
                Value::Array(items) => items.iter_mut().for_each(prune),
                _ => {}
            }
        }
        prune(&mut self.document);
    }
}

fn closures(random: &mut Random, begin: NaiveDate) -> Vec<Value> {
    random.list(2, |random| {
        let start = after(begin, random.below(400));
        json!({"start": text(start), "end": text(after(start, 1 + random.below(12)))})
    })
}

pub fn tolerance(random: &mut Random) -> Value {
    let mut tolerance = json!({});
    for side in ["early", "late"] {
        match random.below(3u32) {
            0 => {}
            1 => tolerance[format!("{side}_days")] = json!(random.below(12u32)),
            _ => tolerance[format!("{side}_percent")] = json!(random.below(31u32)),
        }
    }
    tolerance
}

fn interval(random: &mut Random) -> Value {
    match random.below(4u32) {
        0 => json!(random.pick(&["weekly", "monthly", "quarterly", "half_yearly", "house"])),
        1 => json!({"count": 1 + random.below(5u32), "unit": "week"}),
        2 => json!({"count": 1 + random.below(4u32), "unit": "month"}),
        _ => json!({"count": 5 + random.below(90u32), "unit": "day"}),
    }
}

fn rule(random: &mut Random) -> Value {
    match random.below(6u32) {
        0 => json!({"rrule": "FREQ=MONTHLY;BYDAY=2TU"}),
        1 => json!({"rrule": "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR"}),
        2 => json!({"rrule": "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=15"}),
        3 => json!({"nth": 2, "weekday": "tuesday", "offset_days": random.below(4u32)}),
        4 => json!({"working_day": -1}),
        _ => json!({"working_day": 3, "every_months": 2}),
    }
}

fn counters(random: &mut Random, fixed: bool) -> Value {
    let meter = |random: &mut Random| {
        let units = 200 + random.below(3_000u32);
        json!({"units": units, "meter": "pages", "call_ahead_units": random.below(units / 2),
            "window_days": 70 + random.below(30u32)})
    };
    let time = |random: &mut Random| json!({"count": 1 + random.below(5u32), "unit": "month"});
    let set = |random: &mut Random| {
        let mut cycles = vec![meter(random)];
        if !fixed && random.chance(50) {
            cycles.push(time(random));
        }
        json!({"cycles": cycles, "join": random.pick(&["or", "and"])})
    };
    let mut sets = vec![set(random)];
    if !fixed && random.chance(30) {
        sets[0]["times"] = json!(1 + random.below(3u32));
        sets.push(set(random));
    }
    json!({"counters": sets})
}

fn counting(random: &mut Random) -> Value {
    if random.chance(50) {
        return json!("from_completion");
    }
    json!({
        "early": {"tolerance_percent": random.below(20u32), "factor_percent": random.below(150u32)},
        "late": {"tolerance_percent": random.below(20u32), "factor_percent": random.below(150u32)}})
}

fn season(random: &mut Random) -> Value {
    let spans = [("04-01", "11-01"), ("10-15", "03-10"), ("01-10", "12-01")];
    let (start, end) = random.pick(&spans);
    json!({"spans": [{"start": start, "end": end}], "outside": random.pick(&["skip", "next"])})
}

fn call(random: &mut Random) -> Value {
    match random.below(3u32) {
        0 => json!({"percent_of_cycle": random.below(101u32)}),
        1 => json!({"calendar_days": random.below(20u32)}),
        _ => json!({"working_days": random.below(10u32)}),
    }
}

fn task(random: &mut Random, begin: NaiveDate, id: &str, wants: Wants) -> Value {
    let kinds = ["preventive", "preventive", "update", "renewal", "corrective"];
    let mut task = json!({
        "id": id, "title": {"en": id}, "duration_minutes": 10 + random.below(300u32),
        "mode": random.pick(&["on_site", "remote"]), "roll": random.pick(&ROLLS),
        "kind": random.pick(&kinds), "interrupts": wants.ties && random.chance(30),
        "tolerance": random.maybe(50, tolerance), "call": random.maybe(40, call),
        "applies_to": random.maybe(30, |r| json!({"categories": [r.pick(&CATEGORIES)]})),
        "nest": random.maybe(35, |r| json!({
            "group": r.pick(&["g", "h"]), "level": 1 + r.below(3u32),
            "how": r.pick(&["absorb", "absorb", "add"])})),
        "parts": random.maybe(30, |_| json!({"minor": 1000, "currency": "EUR"})),
    });
    let trigger = random.below(10u32);
    if trigger < 2 {
        task["every"] = rule(random);
    } else if trigger == 2 && wants.moving {
        let fixed = random.chance(30);
        task["every"] = counters(random, fixed);
        task["counting"] = json!(if fixed { "fixed" } else { "from_completion" });
    } else if trigger <= 4 && wants.occasions {
        task["every"] = json!({
            "on": random.pick(&["corrective_closed", "finding", "end_of_support", "renewal_due"]),
            "offset_days": random.maybe(60, |r| 30 - r.below(60i64)),
            "served_by_preventive": random.maybe(30, |r| r.chance(50)),
            "remedies": random.maybe(20, |_| json!(["disk"]))});
        return task;
    } else {
        task["every"] = interval(random);
        task["spread"] = json!(random.pick(&["none", "none", "by_asset"]));
        task["month_end"] = json!(random.pick(&["omit", "backward", "forward", "stick_to_end"]));
        let days = task["every"].get("unit").is_some_and(|unit| unit != "month");
        if days {
            task["cycle_percent"] = json!(50 + random.below(150u32));
        }
        if wants.moving && random.chance(40) {
            task["counting"] = counting(random);
        }
    }
    task["season"] = json!(random.maybe(20, season));
    task["after_one_cycle"] = json!(random.chance(25));
    task["anchor"] = json!(random.maybe(25, |r| text(after(begin, r.below(60)))));
    task
}

fn tasks(random: &mut Random, begin: NaiveDate, wants: Wants) -> Vec<Value> {
    let count = 1 + random.below(5u32);
    let mut tasks: Vec<Value> = Vec::new();
    for number in 0..count {
        let mut task = task(random, begin, &format!("t{number}"), wants);
        if wants.ties && random.chance(25) {
            let before = random.below(number + 1);
            task["after"] = json!([format!("t{before}")]);
        }
        tasks.push(task);
    }
    let is_occasion = |task: &Value| task["every"].get("on").is_some();
    if wants.moving && random.chance(30) && !is_occasion(&tasks[0]) {
        tasks[0]["sequence"] = json!(["q", "q", "y"]);
        for (id, level) in [("q", 1), ("y", 3)] {
            tasks.push(json!({
                "id": id, "title": {"en": id}, "duration_minutes": 30, "every": "sequence",
                "mode": random.pick(&["on_site", "remote"]),
                "tolerance": random.maybe(50, tolerance),
                "nest": random.maybe(50, |r| json!({
                    "group": "g", "level": level, "how": r.pick(&["absorb", "add"])}))}));
        }
    }
    if random.chance(40) {
        tasks.push(json!({
            "id": "review", "title": {"en": "R"}, "duration_minutes": 30, "subject": "contract",
            "kind": "meeting", "every": random.pick(&["house", "monthly"]),
            "tolerance": random.maybe(50, tolerance),
            "after_one_cycle": random.chance(50)}));
        tasks.push(json!({
            "id": "kick-off", "title": {"en": "K"}, "duration_minutes": 30, "subject": "contract",
            "kind": "meeting", "every": {"on": "contract_begin"}}));
    }
    tasks
}

fn relations(random: &mut Random, assets: usize) -> Vec<Value> {
    let mut relations = Vec::new();
    for number in 1..assets {
        let kind = random.pick(&["none", "redundant_with", "depends_on"]);
        if kind != "none" {
            let (from, to) = (format!("a{}", number - 1), format!("a{number}"));
            relations.push(json!({"kind": kind, "from": from, "to": to}));
        }
    }
    relations
}

fn contracts(random: &mut Random, begin: NaiveDate) -> Vec<Value> {
    let count = random.below(3u32);
    (0..count)
        .map(|number| {
            let start = after(begin, random.below(80));
            let category = random.pick(&["server", "printer"]);
            json!({
                "id": format!("c{number}"), "begin": text(start),
                "end": random.maybe(50, |r| text(after(start, 60 + r.below(300)))),
                "priority": random.below(3u32), "services": ["preventive"],
                "perimeter": {"include": [{"categories": [category]}]}})
        })
        .collect()
}

pub fn window(random: &mut Random, begin: NaiveDate, id: &str) -> Value {
    let kind = random.pick(&["maintenance", "blackout", "freeze"]);
    let mut window = json!({
        "id": id, "kind": kind,
        "applies_to": random.maybe(40, |r| json!({"categories": [r.pick(&CATEGORIES)]})),
        "tasks": random.maybe(30, |_| json!(["t0"])),
        "modes": random.maybe(20, |r| json!([r.pick(&["on_site", "remote"])]))});
    match random.below(4u32) {
        0 => window["weekdays"] = json!([random.pick(&WEEKDAYS), random.pick(&WEEKDAYS)]),
        1 => {
            let start = after(begin, random.below(300));
            window["periods"] =
                json!([{"start": text(start), "end": text(after(start, 1 + random.below(25)))}]);
        }
        2 => window["yearly"] = json!([{"start": "12-15", "end": "01-08"}]),
        _ => {
            window["series"] = json!({"every": random.pick(&["weekly", "monthly"]),
                "anchor": text(begin), "length_days": 1 + random.below(4u32)});
        }
    }
    window
}

fn windows(random: &mut Random, begin: NaiveDate) -> Vec<Value> {
    let count = random.below(4u32);
    (0..count).map(|number| window(random, begin, &format!("w{number}"))).collect()
}

pub fn request(random: &mut Random, begin: NaiveDate, id: &str, asset: &str) -> Value {
    let kind = random.pick(&[
        "corrective_closed",
        "corrective_closed",
        "finding",
        "end_of_support",
        "renewal_due",
    ]);
    json!({
        "id": id, "kind": kind, "asset": asset, "day": text(after(begin, random.below(300))),
        "known": text(begin), "remedy": random.maybe(40, |r| r.pick(&["disk", "fan"]))})
}

fn requests(random: &mut Random, begin: NaiveDate, ids: &[String]) -> Vec<Value> {
    let count = random.below(4u32);
    (0..count)
        .map(|number| {
            let place = random.below(ids.len());
            request(random, begin, &format!("r{number}"), &ids[place])
        })
        .collect()
}

/// Meters that count so many whole units a day, read every 30 days before the begin.
fn meters(random: &mut Random, begin: NaiveDate, ids: &[String]) -> Vec<Value> {
    let mut meters = Vec::new();
    for id in ids {
        if !random.chance(70) {
            continue;
        }
        let rate = 1 + random.below(60u32);
        let readings: Vec<Value> = [(-90, 0), (-60, 30), (-30, 60), (0, 90)]
            .into_iter()
            .map(|(days, of)| json!({"day": text(after(begin, days)), "value": rate * of}))
            .collect();
        meters.push(json!({"asset": id, "counts": "pages", "readings": readings}));
    }
    meters
}
