//! Several sources of one estate: matching, precedence, conflicts, differences, access; cases as data.

use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::inventory::Asset;
use entretien::takeover::{
    ColumnMap, MappedFact, Mapping, Takeover, TakeoverReader, TakeoverSnapshot, diff, quality,
};
use entretien::time::Day;
use entretien_tests::{Random, text};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

type Files = Vec<(String, Vec<u8>)>;

/// Files of a case: agents are JSON; a name with `register` is a CSV whose headers are codes of facts; other
/// CSV are declared facts.
fn files(case: &Value) -> Files {
    let files = case.as_object().expect("files");
    let text = |file: &Value| file.as_str().map_or_else(|| file.to_string(), str::to_owned);
    files.iter().map(|(name, file)| (name.clone(), text(file).into_bytes())).collect()
}

fn take(files: &Files) -> Takeover {
    let mut reader = TakeoverReader::new();
    for (name, bytes) in files {
        if name.contains("register") {
            let csv = String::from_utf8(bytes.clone()).expect("UTF-8");
            let header = csv.lines().next().unwrap_or_default();
            let column =
                |code: &str| ColumnMap::new(code, MappedFact::parse(code).expect("a fact"));
            let columns = header.split(',').map(column).collect();
            let mapping = Mapping { columns, ..Mapping::default() };
            reader.read_mapped(name, bytes, &mapping).expect("a mapping");
        } else {
            reader.read(name, bytes);
        }
    }
    reader.finish()
}

fn whole(takeover: &Takeover) -> String {
    let json = serde_json::to_string(takeover).expect("serialises");
    format!("{json}\n{:#?}\n{:#?}", takeover.assets, takeover.standings)
}

fn seen(asset: &Asset) -> Map<String, Value> {
    let facts = &asset.facts;
    let value = json!({
        "name": asset.name, "category": asset.category, "site": asset.site,
        "criticality": asset.criticality, "usage": asset.usage, "tags": asset.tags,
        "serial": facts.serial, "uuid": facts.uuid, "asset_number": facts.asset_number,
        "manufacturer": facts.manufacturer, "model": facts.model, "os": facts.os,
        "os_version": facts.os_version, "memory_mib": facts.memory_mib,
        "purchase": facts.purchase, "warranty_end": facts.warranty_end, "user": facts.user,
        "location": facts.location, "lifecycle": facts.lifecycle,
        "price": facts.price.map(|price| price.minor()), "is_backed_up": facts.is_backed_up,
        "software": facts.software.iter().map(|one| &one.name).collect::<Vec<_>>(),
        "last_inventory": facts.last_inventory, "supplier": facts.supplier,
        "mac_addresses": facts.mac_addresses,
    });
    value.as_object().expect("an object").clone()
}

fn day(text: &Value) -> Day {
    Day::parse(text.as_str().expect("a day")).expect("a day")
}

/// What a takeover gives, as the cases write it.
fn found(takeover: &Takeover) -> Value {
    let assets: Map<String, Value> =
        takeover.assets.iter().map(|asset| (asset.id.to_string(), json!(seen(asset)))).collect();
    let codes: Vec<Value> =
        takeover.diagnostics.iter().map(|fault| json!([fault.code, fault.source])).collect();
    let conflicts: Vec<Value> = takeover
        .conflicts
        .iter()
        .map(|one| {
            json!([
                one.asset,
                one.field,
                one.kept.value,
                one.kept.source,
                one.other.value,
                one.other.source,
                one.rule
            ])
        })
        .collect();
    let duplicates: Vec<Value> = takeover
        .duplicates
        .iter()
        .map(|one| json!([one.kind, one.value, one.assets, one.merged]))
        .collect();
    json!({"assets": assets, "codes": codes, "conflicts": conflicts, "duplicates": duplicates,
        "reconciliation": takeover.reconciliation, "asset_relations": takeover.asset_relations})
}

fn engagement(case: &Value, takeover: &Takeover) -> Engagement {
    let mut document = json!({"format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "A"}, "customer": {"name": "B"}, "time_zone": "Europe/Paris",
        "begin": "2026-01-01"});
    for (field, value) in case["document"].as_object().expect("a document") {
        document[field] = value.clone();
    }
    read_engagement(document.to_string().as_bytes(), takeover).expect("a document")
}

fn answer(case: &Value) -> Value {
    let takeover = take(&files(&case["files"]));
    if !case["after"].is_null() {
        let after = take(&files(&case["after"]));
        let mut later = TakeoverSnapshot::new(day(&json!("2026-06-01")), after.assets);
        if case["partial"] == json!(true) {
            later = later.partial();
        }
        let earlier = TakeoverSnapshot::new(day(&json!("2026-01-01")), takeover.assets);
        return json!(diff(&earlier, &later));
    }
    if !case["document"].is_null() {
        let engagement = engagement(case, &takeover);
        let access = |asset: &Value| {
            let list = |wants: &Value| -> Vec<Value> {
                let wants = wants.as_array().expect("wants");
                wants.iter().map(|want| json!([want["need"], want["by"]])).collect()
            };
            let lists = (list(&asset["missing"]), list(&asset["unknown"]));
            (
                asset["asset"].as_str().expect("an id").to_owned(),
                json!([asset["possibility"], lists.0, lists.1]),
            )
        };
        let asked = day(&json!("2026-03-01")).to_date();
        let report = json!(engagement.remote_access(asked, asked).expect("a report"));
        let rows = report["assets"].as_array().expect("assets").iter().map(access);
        let rows: BTreeMap<String, Value> = rows.collect();
        let relations = engagement.input().estate().relations();
        let codes: Vec<_> = engagement.diagnostics().iter().map(|fault| fault.code).collect();
        return json!({"comparison": engagement.comparison(), "access": rows, "access_sites": report["sites"],
            "relations": relations, "codes": codes});
    }
    if !case["as_of"].is_null() {
        let quality = quality(&takeover, day(&case["as_of"]));
        return json!(quality);
    }
    found(&takeover)
}

/// Everything that `expected` says and `found` does not: objects by their fields, the rest whole.
fn differences(path: &str, expected: &Value, found: &Value, wrong: &mut String) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            if path.ends_with("/assets") {
                let ids = |map: &Map<String, Value>| map.keys().cloned().collect::<Vec<_>>();
                let (mut one, mut other) = (ids(expected), ids(found));
                one.sort();
                other.sort();
                if one != other {
                    let _ = writeln!(wrong, "  {path}: expected {one:?}, found {other:?}");
                }
            }
            for (key, value) in expected {
                let there = found.get(key).unwrap_or(&Value::Null);
                differences(&format!("{path}/{key}"), value, there, wrong);
            }
        }
        _ if expected != found => {
            let _ = writeln!(wrong, "  {path}: expected {expected}, found {found}");
        }
        _ => {}
    }
}

fn cases() -> Vec<Value> {
    let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    text("tests/data/takeover/reconcile.jsonl").lines().map(parse).collect()
}

#[test]
fn every_case_holds_in_any_order_of_its_files() {
    let mut wrong = String::new();
    let cases = cases();
    assert!(cases.len() >= 60, "{}", cases.len());
    for case in &cases {
        assert!(!case["why"].as_str().expect("why").is_empty());
        let mut found = String::new();
        differences("", &case["expect"], &answer(case), &mut found);
        if !found.is_empty() {
            let _ = writeln!(wrong, "{} ({}):\n{found}", case["name"], case["why"]);
        }
        let mut given = files(&case["files"]);
        let first = whole(&take(&given));
        given.reverse();
        assert_eq!(first, whole(&take(&given)), "{}: another order", case["name"]);
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Taking over each file twice, under another name, changes no asset and no id.
#[test]
fn the_same_agents_twice_change_nothing() {
    for case in cases() {
        let given = files(&case["files"]);
        let once = take(&given);
        let mut twice = given.clone();
        let agents = given.iter().filter(|(name, _)| name.strip_suffix(".json").is_some());
        twice.extend(agents.map(|(name, bytes)| (format!("{name}.again.json"), bytes.clone())));
        assert_eq!(once.assets, take(&twice).assets, "{}", case["name"]);
        assert_eq!(once.reconciliation.is_some(), take(&twice).reconciliation.is_some());
    }
}

#[test]
fn a_snapshot_differs_from_itself_in_nothing_and_differences_turn_round() {
    let day = |text: &str| Day::parse(text).expect("a day");
    let mut snapshots: Vec<TakeoverSnapshot> = Vec::new();
    for case in cases() {
        for given in ["files", "after"] {
            if case[given].is_object() {
                let takeover = take(&files(&case[given]));
                snapshots.push(TakeoverSnapshot::new(day("2026-01-01"), takeover.assets));
            }
        }
    }
    for one in &snapshots {
        assert!(diff(one, one).is_empty());
        for other in &snapshots {
            let (there, back) = (diff(one, other), diff(other, one));
            assert_eq!(there.appeared, back.disappeared);
            assert_eq!(there.disappeared, back.appeared);
            assert_eq!(
                (there.moved.len(), there.changed.len()),
                (back.moved.len(), back.changed.len())
            );
            let mut renamed: Vec<_> =
                back.renamed.iter().map(|one| (&one.after, &one.before, one.by)).collect();
            renamed.sort();
            let mut forth: Vec<_> =
                there.renamed.iter().map(|one| (&one.before, &one.after, one.by)).collect();
            forth.sort();
            assert_eq!(forth, renamed);
            let added: u64 = there.software.iter().map(|one| one.added_count).sum();
            let removed: u64 = back.software.iter().map(|one| one.removed_count).sum();
            assert_eq!(added, removed);
        }
    }
}

/// A random estate: agents and two registers that share serial numbers, UUIDs and names at random.
fn random_files(random: &mut Random) -> Files {
    let mut pick = |values: &[&'static str]| random.pick(values).to_owned();
    let mut files = Vec::new();
    for number in 0..5 {
        let serial = pick(&["", "", "S1", "S2", "S3", "S4"]);
        let name = pick(&["a", "b", "c", "d"]);
        let file = json!({"deviceid": format!("dev{number}"), "content": {
            "hardware": {"name": name, "chassis_type": "Desktop"}, "bios": {"ssn": serial}}});
        files.push((format!("agent{number}.json"), file.to_string().into_bytes()));
    }
    for number in 0..2 {
        let mut csv = "name,serial,site\n".to_owned();
        for _ in 0..4 {
            let _ = writeln!(
                csv,
                "{},{},{}",
                pick(&["a", "b", "c", "d", "e"]),
                pick(&["", "", "S1", "S2", "S3", "S5"]),
                pick(&["lyon", "paris", ""])
            );
        }
        files.push((format!("register{number}.csv"), csv.into_bytes()));
    }
    files
}

/// The rules of the module documentation, read slowly: sets of machines, every pair compared.
mod twin {
    use super::{BTreeMap, Value};
    use std::collections::BTreeSet;

    /// One machine of one source: source, name, serial number.
    pub type Machine = (usize, String, Option<String>);

    /// Machines of one source: records of one name, one for each serial number; those without one go to the
    /// first.
    pub fn machines(source: usize, rows: &[(String, Option<String>)]) -> Vec<Machine> {
        let mut names: BTreeMap<&String, Vec<Option<String>>> = BTreeMap::new();
        for (name, serial) in rows {
            names.entry(name).or_default().push(serial.clone());
        }
        let mut machines = Vec::new();
        for (name, serials) in names {
            let known: BTreeSet<String> = serials.into_iter().flatten().collect();
            if known.is_empty() {
                machines.push((source, name.clone(), None));
            }
            machines.extend(known.into_iter().map(|serial| (source, name.clone(), Some(serial))));
        }
        machines
    }

    fn sources_differ(parts: &[&BTreeSet<Machine>]) -> bool {
        let all: Vec<usize> = parts.iter().flat_map(|part| part.iter().map(|one| one.0)).collect();
        all.iter().collect::<BTreeSet<_>>().len() == all.len()
    }

    fn serials(part: &BTreeSet<Machine>) -> BTreeSet<&String> {
        part.iter().filter_map(|one| one.2.as_ref()).collect()
    }

    fn agree(parts: &[&BTreeSet<Machine>]) -> bool {
        parts.iter().all(|one| {
            parts.iter().all(|other| {
                let (one, other) = (serials(one), serials(other));
                one.is_empty() || other.is_empty() || one.intersection(&other).next().is_some()
            })
        })
    }

    fn merge(
        parts: &mut Vec<BTreeSet<Machine>>,
        of: impl Fn(&BTreeSet<Machine>) -> bool,
        by_name: bool,
    ) -> bool {
        let chosen: Vec<&BTreeSet<Machine>> = parts.iter().filter(|part| of(part)).collect();
        if chosen.len() < 2 || !sources_differ(&chosen) || by_name && !agree(&chosen) {
            return false;
        }
        let whole = chosen.into_iter().flatten().cloned().collect();
        parts.retain(|part| !of(part));
        parts.push(whole);
        true
    }

    pub fn join(machines: &[Machine]) -> BTreeSet<BTreeSet<Machine>> {
        let mut parts: Vec<BTreeSet<Machine>> =
            machines.iter().map(|one| BTreeSet::from([one.clone()])).collect();
        let all_serials: BTreeSet<String> =
            machines.iter().filter_map(|one| one.2.clone()).collect();
        let names: BTreeSet<String> = machines.iter().map(|one| one.1.clone()).collect();
        for serial in &all_serials {
            let has =
                |part: &BTreeSet<Machine>| part.iter().any(|one| one.2.as_ref() == Some(serial));
            if !merge(&mut parts, has, false) {
                for name in &names {
                    let both = |part: &BTreeSet<Machine>| {
                        has(part) && part.iter().any(|one| one.1 == *name)
                    };
                    merge(&mut parts, both, false);
                }
            }
        }
        for name in &names {
            merge(&mut parts, |part| part.iter().any(|one| one.1 == *name), true);
        }
        parts.into_iter().collect()
    }

    pub fn row(content: &Value) -> (String, Option<String>) {
        let serial = content["bios"]["ssn"].as_str().filter(|text| !text.is_empty());
        (
            content["hardware"]["name"].as_str().expect("a name").to_owned(),
            serial.map(str::to_owned),
        )
    }
}

#[test]
fn random_estates_are_joined_as_the_slow_twin_does() {
    let mut random = Random(20_260_117);
    for _ in 0..2_000 {
        let files = random_files(&mut random);
        let takeover = take(&files);
        let mut agents = Vec::new();
        let mut machines = Vec::new();
        for (name, bytes) in &files {
            let text = String::from_utf8(bytes.clone()).expect("UTF-8");
            if let Some(number) = name.strip_prefix("register") {
                let rows: Vec<_> = text
                    .lines()
                    .skip(1)
                    .map(|line| {
                        let mut cells = line.split(',');
                        let name = cells.next().expect("a name").to_owned();
                        (name, cells.next().filter(|text| !text.is_empty()).map(str::to_owned))
                    })
                    .collect();
                let source = if number.starts_with('0') { 1 } else { 2 };
                machines.extend(twin::machines(source, &rows));
            } else {
                let file: Value = serde_json::from_str(&text).expect("JSON");
                agents.push(twin::row(&file["content"]));
            }
        }
        machines.extend(twin::machines(0, &agents));
        let joined = twin::join(&machines);
        assert_eq!(
            takeover.assets.len(),
            joined.len(),
            "{files:#?}\n{joined:#?}\n{:#?}",
            takeover.assets
        );
        let state = takeover.reconciliation.expect("both kinds of source");
        let both = joined
            .iter()
            .filter(|part| part.iter().any(|one| one.0 == 0) && part.iter().any(|one| one.0 > 0));
        assert_eq!(state.both.len(), both.count());
        let lists = [&state.both, &state.only_agent, &state.only_register, &state.not_expected];
        assert_eq!(lists.iter().map(|list| list.len()).sum::<usize>(), takeover.assets.len());
    }
}

/// The rows of a register in one file, or each in a file of its own, are the same assets where no two rows
/// are of one machine by any name or serial number.
#[test]
fn rows_may_stand_in_files_of_their_own() {
    let mut random = Random(7);
    for _ in 0..200 {
        let mut files = Vec::new();
        for (name, serial) in [("a", "S1"), ("b", ""), ("x", "S3"), ("d", "S4"), ("e", "S9")] {
            let serial = random.pick(&[serial, ""]);
            let file = json!({"deviceid": name, "content": {
                "hardware": {"name": name, "chassis_type": "Desktop"}, "bios": {"ssn": serial}}});
            let bytes = file.to_string().into_bytes();
            files.extend(random.maybe(70, |_| (format!("{name}.json"), bytes)));
        }
        let rows = ["a,S1,lyon", "b,,paris", "c,S3,", "e,S5,nice"];
        let mut apart = files.clone();
        let csv = format!("name,serial,site\n{}\n", rows.join("\n"));
        files.push(("register.csv".to_owned(), csv.into_bytes()));
        for (number, row) in rows.iter().enumerate() {
            let csv = format!("name,serial,site\n{row}\n");
            apart.push((format!("register{number}.csv"), csv.into_bytes()));
        }
        assert_eq!(take(&files).assets, take(&apart).assets);
    }
}
