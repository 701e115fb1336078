//! Random estates of which much is unknown, for properties and the second opinion.

use super::estate::{AS_OF, World, day};
use entretien_tests::Random;
use serde_json::{Map, Value, json};

const CATEGORIES: &[&str] = &[
    "laptop",
    "desktop",
    "server",
    "virtual_machine",
    "switch",
    "firewall",
    "storage",
    "ups",
    "printer",
    "other",
];
const PROGRAMS: &[&str] = &["Office 2019", "OFFICE 365", "Offline maps", "Mail", "office"];

fn a_day(random: &mut Random) -> Value {
    let near = random.chance(50);
    let days = if near { random.below(240) - 120 } else { random.below(4_000) - 3_600 };
    day(AS_OF).add_days(days).expect("a day").to_string().into()
}

fn an_end(random: &mut Random) -> Value {
    match random.below(6) {
        0 => "unknown".into(),
        1 => "ended".into(),
        2 => "not_ended".into(),
        _ => a_day(random),
    }
}

fn flag(random: &mut Random) -> Value {
    random.chance(50).into()
}

/// A name, and what draws its value.
type Field<'a> = (&'a str, &'a dyn Fn(&mut Random) -> Value);

/// An object of which some fields are left out.
fn some(random: &mut Random, fields: &[Field<'_>]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        if random.chance(65) {
            object.insert((*name).to_owned(), value(random));
        }
    }
    object.into()
}

fn named(random: &mut Random, names: &[&str], mut value: Value) -> Value {
    value["name"] = random.pick(names).into();
    value
}

fn drive(random: &mut Random) -> Value {
    let total = random.pick(&[0u64, 500, 1_024, 50_000, 100_000, 500_000]);
    let value = some(
        random,
        &[
            ("total_mib", &|_| total.into()),
            ("free_mib", &|random| random.below(total / 4 + 1).into()),
            ("encrypted", &flag),
        ],
    );
    named(random, &["C:", "D:", "/", "/snap/x", "/home/a%b"], value)
}

fn support_row(random: &mut Random) -> Value {
    json!({
        "subject": random.pick(&["os", "firmware", "software", "software"]),
        "text": random.pick(&["A 1", "B 2"]),
        "product": random.pick(&[Some("python"), Some("mysql"), Some("windows"), None]),
        "cycle": "1",
        "active": an_end(random), "security": an_end(random), "extended": an_end(random),
    })
}

fn antivirus(random: &mut Random) -> Value {
    let value = some(
        random,
        &[("enabled", &flag), ("up_to_date", &flag), ("base_day", &a_day), ("expires", &a_day)],
    );
    named(random, &["A", "B"], value)
}

fn disk(random: &mut Random) -> Value {
    let value = some(random, &[("is_healthy", &flag), ("size_mib", &|_| 240_000.into())]);
    named(random, &["sda", "sdb"], value)
}

fn battery(random: &mut Random) -> Value {
    some(
        random,
        &[
            ("design_mwh", &|_| 50_000.into()),
            ("real_mwh", &|random| random.below(50_000u32).into()),
            ("manufactured", &a_day),
        ],
    )
}

fn program(random: &mut Random) -> Value {
    named(random, PROGRAMS, json!({}))
}

fn database(random: &mut Random) -> Value {
    let value = some(random, &[("is_backed_up", &flag), ("last_backup", &a_day)]);
    named(random, &["erp"], value)
}

fn certificate(random: &mut Random) -> Value {
    let value = some(random, &[("expires", &a_day)]);
    named(random, &["www", "vpn"], value)
}

fn remote_tool(random: &mut Random) -> Value {
    random.pick(&["TeamViewer", "litemanager"]).into()
}

fn random_asset(random: &mut Random, id: &str) -> Value {
    let own = |list: &'static [&str]| move |random: &mut Random| Value::from(random.pick(list));
    let many = |most: u32, one: fn(&mut Random) -> Value| {
        move |random: &mut Random| Value::from(random.list(most, one))
    };
    let mut asset = some(
        random,
        &[
            ("criticality", &own(&["low", "medium", "high", "critical"])),
            ("lifecycle", &own(&["in_use", "in_use", "in_use", "repair", "stock", "retired"])),
            ("site", &own(&["paris", "lyon"])),
            ("serial", &own(&["S1"])),
            ("os", &own(&["Linux"])),
            ("os_version", &own(&["1"])),
            ("firmware", &own(&["1.2"])),
            ("user", &own(&["A"])),
            ("os_installed", &a_day),
            ("last_boot", &a_day),
            ("last_inventory", &a_day),
            ("purchase", &a_day),
            ("in_service", &a_day),
            ("warranty_end", &a_day),
            ("end_of_life", &a_day),
            ("last_backup", &a_day),
            ("is_monitored", &flag),
            ("is_backed_up", &flag),
            ("is_documented", &flag),
            ("has_remote_agent", &flag),
            ("is_reachable", &flag),
            ("memory_mib", &|random| random.pick(&[2_048, 8_192, 65_536]).into()),
            ("core_count", &|random| random.pick(&[1, 2, 4, 16]).into()),
            ("price", &|_| json!({"minor": 0, "currency": "EUR"})),
            ("antivirus", &many(2, antivirus)),
            ("drives", &many(3, drive)),
            ("disks", &many(2, disk)),
            ("batteries", &many(1, battery)),
            ("software", &many(3, program)),
            ("databases", &many(2, database)),
            ("certificates", &many(2, certificate)),
            ("remote_tools", &many(2, remote_tool)),
            ("+support", &many(3, support_row)),
            ("+placeholder", &flag),
        ],
    );
    asset["id"] = id.into();
    asset["category"] = random.pick(CATEGORIES).into();
    asset
}

/// A small estate of which much is unknown. Dependencies go from later ids to earlier ones.
pub(crate) fn random_world(random: &mut Random) -> World {
    let count = 1 + random.below(12u32);
    let ids: Vec<String> = (0..count).map(|n| format!("a{n:02}")).collect();
    let mut assets: Vec<Value> = ids.iter().map(|id| random_asset(random, id)).collect();
    if random.chance(70) {
        for asset in &mut assets {
            asset["+covered"] = random.chance(60).into();
            asset["+remote"] = random.chance(40).into();
        }
    }
    let mut relations = Vec::new();
    if random.chance(80) {
        for _ in 0..random.below(2 * count) {
            let (a, b) = (random.below(ids.len()), random.below(ids.len()));
            let kind = if random.chance(75) { "depends_on" } else { "redundant_with" };
            if a != b {
                relations.push(json!({"kind": kind, "from": ids[a.max(b)], "to": ids[a.min(b)]}));
            }
        }
    }
    let licences = (0..random.below(4)).map(|n| {
        let mut licence = some(
            random,
            &[
                ("seat_count", &|random| random.below(4).into()),
                ("used_count", &|random| random.below(4).into()),
                ("expires", &a_day),
            ],
        );
        licence["id"] = format!("l{n}").into();
        licence["software"] = random.pick(&["Office", "Off", "office 2019", "Mail"]).into();
        licence
    });
    let licences = licences.collect();
    World { assets, relations, licences, sites: vec!["lyon".to_owned(), "paris".to_owned()] }
}
