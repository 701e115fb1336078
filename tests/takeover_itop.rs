//! Taking over exports of iTop: the shipped samples, files of our own, broken files.

use entretien::inventory::{Criticality, Lifecycle, RelationKind};
use entretien::takeover::{Takeover, TakeoverReader};
use entretien_tests::{bytes, real_files, shared, text};
use serde_json::Value;
use std::collections::BTreeMap;

fn take(files: &[(String, Vec<u8>)]) -> Takeover {
    let mut reader = TakeoverReader::new();
    for (name, bytes) in files {
        reader.read(name, bytes);
    }
    reader.finish()
}

fn own(names: &[&str]) -> Takeover {
    let read =
        |name: &&str| ((*name).to_owned(), bytes(&format!("tests/data/takeover/itop/{name}")));
    take(&names.iter().map(read).collect::<Vec<_>>())
}

/// The shipped samples, in order of name.
fn samples(test: &str) -> Option<Vec<(String, Vec<u8>)>> {
    Some(real_files(&shared(test)?, "itop-xml"))
}

fn codes(takeover: &Takeover) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for fault in &takeover.diagnostics {
        *counts.entry(fault.code).or_default() += 1;
    }
    counts
}

fn relations(takeover: &Takeover) -> Vec<(RelationKind, &str, &str)> {
    takeover.relations.iter().map(|r| (r.kind, &*r.from, &*r.to)).collect()
}

/// Counted by hand in the 55 files.
#[test]
fn the_samples_are_all_read_and_joined() {
    let Some(files) = samples("the_samples_are_all_read_and_joined") else {
        return;
    };
    let takeover = take(&files);
    assert_eq!(
        (takeover.files_read, takeover.refused.len(), takeover.passed_over.len()),
        (55, 0, 0)
    );
    let assets: Vec<(&str, &str, &str)> = takeover
        .assets
        .iter()
        .map(|asset| (asset.id.as_str(), asset.category.code(), asset.site.as_str()))
        .collect();
    let expected = [
        ("CRM", "other", "unknown"),
        ("ERP", "other", "unknown"),
        ("ESX3", "server", "unknown"),
        ("Rack1", "other", "Grenoble"),
        ("Router1", "router", "Bordeaux"),
        ("Sales web site", "other", "unknown"),
        ("Server1", "server", "Bordeaux"),
        ("Server2", "server", "Grenoble"),
        ("Server3", "server", "unknown"),
        ("Server4", "server", "unknown"),
        ("Switch1", "switch", "Grenoble"),
        ("VM1", "virtual_machine", "unknown"),
        ("VM2", "virtual_machine", "unknown"),
        ("VM3", "virtual_machine", "unknown"),
        ("VM4", "virtual_machine", "unknown"),
        ("itop", "other", "unknown"),
    ];
    assert_eq!(assets, expected);
    // Server4 and VM4 are both 15; 3 servers and 4 virtual machines name a version of another family.
    assert_eq!(codes(&takeover), BTreeMap::from([("TAK-040", 1), ("TAK-043", 7)]));
    let server = &takeover.assets[9];
    let facts = &server.facts;
    assert_eq!(facts.serial.as_deref(), Some("US3215687014"));
    assert_eq!(facts.purchase.expect("a day").to_string(), "2021-07-30");
    // iTop tells the last day of the warranty.
    assert_eq!(facts.warranty_end.expect("a day").to_string(), "2025-07-30");
    assert_eq!(
        (facts.model.as_deref(), facts.os.as_deref()),
        (Some("DL380"), Some("Windows server"))
    );
    assert_eq!(
        (facts.lifecycle, server.criticality),
        (Some(Lifecycle::InUse), Some(Criticality::Low))
    );
    let sites: Vec<&String> = takeover.sites.keys().collect();
    assert_eq!(sites, ["Bordeaux", "Grenoble", "Paris"]);
    // The contract stands in two files, the same.
    let [contract] = &takeover.contracts[..] else {
        panic!("{:?}", takeover.contracts);
    };
    assert_eq!(
        (&*contract.id, contract.provider.as_deref()),
        ("itop:CustomerContract:1", Some("IT Department"))
    );
}

#[test]
fn relations_go_through_what_runs_on_a_machine() {
    let Some(files) = samples("relations_go_through_what_runs_on_a_machine") else {
        return;
    };
    let takeover = take(&files);
    let on = |from, to| (RelationKind::DependsOn, from, to);
    let expected = [
        // Schema 21 on database 18 on VM3; application 26 on web server 22 on VM1.
        on("CRM", "VM1"),
        on("CRM", "VM3"),
        on("ERP", "Server2"),
        on("ERP", "VM1"),
        on("Sales web site", "CRM"),
        on("Sales web site", "ERP"),
        // Farm 7 is ESX1 on Server1 and ESX2 on Server3; farm 8 is ESX3, without a server.
        on("VM1", "Server1"),
        on("VM1", "Server3"),
        on("VM2", "Server1"),
        on("VM2", "Server3"),
        on("VM3", "Server1"),
        on("VM3", "Server3"),
        on("VM4", "ESX3"),
        on("itop", "Server4"),
        on("itop", "VM1"),
        on("itop", "VM2"),
        (RelationKind::RedundantWith, "Server1", "Server3"),
    ];
    assert_eq!(relations(&takeover), expected);
}

#[test]
fn what_is_not_used_is_counted() {
    let Some(files) = samples("what_is_not_used_is_counted") else {
        return;
    };
    let takeover = take(&files);
    for (class, count) in [
        ("DBServer", 3),
        ("DatabaseSchema", 3),
        ("Farm", 2),
        ("Hypervisor", 2),
        ("WebApplication", 3),
        ("WebServer", 2),
    ] {
        assert_eq!(takeover.attached[&format!("itop:{class}")], count, "{class}");
    }
    for (name, count) in [
        ("SLA", 2),
        ("SLT", 4),
        ("CoverageWindow", 1),
        ("QueryOQL", 39),
        ("ServiceSubcategory", 34),
        ("lnkPersonToTeam", 9),
        ("Server.managementip", 1),
        ("Software.vendor", 2),
    ] {
        assert_eq!(takeover.unused[&format!("itop:{name}")], count, "{name}");
    }
}

/// Half of the files give the same objects, with references that lead nowhere.
#[test]
fn files_join_in_any_order_and_alone() {
    let Some(mut files) = samples("files_join_in_any_order_and_alone") else {
        return;
    };
    let whole = |takeover: &Takeover| {
        format!("{}{:?}", serde_json::to_string(takeover).expect("serialises"), takeover.assets)
    };
    let first = whole(&take(&files));
    files.reverse();
    assert_eq!(first, whole(&take(&files)));
    files.rotate_left(20);
    assert_eq!(first, whole(&take(&files)));
    let alone: Vec<_> =
        files.into_iter().filter(|(name, _)| name.ends_with("servers.xml")).collect();
    let takeover = take(&alone);
    assert_eq!(takeover.assets.len(), 4);
    // 2 places, 3 brands, 3 models, 3 families, 3 versions, 4 organisations.
    assert_eq!(codes(&takeover), BTreeMap::from([("TAK-039", 18)]));
}

#[test]
fn small_files_of_our_own() {
    let takeover = own(&["small.xml"]);
    let ids: Vec<&str> = takeover.assets.iter().map(|asset| asset.id.as_str()).collect();
    assert_eq!(ids, ["R1", "pc-1", "srv-1", "sw-1", "vm-1"]);
    assert_eq!(takeover.assets[1].category.code(), "laptop");
    let server = &takeover.assets[2].facts;
    assert_eq!(server.in_service.expect("a day").to_string(), "2024-02-01");
    assert_eq!(server.location.as_deref(), Some("R1"));
    let on = |from, to| (RelationKind::DependsOn, from, to);
    assert_eq!(
        relations(&takeover),
        [on("pc-1", "sw-1"), on("srv-1", "sw-1"), on("vm-1", "srv-1")]
    );
    let contract = &takeover.contracts[0];
    assert_eq!(contract.assets, ["srv-1".into(), "vm-1".into()]);
    let price = contract.price.expect("a price");
    assert_eq!((price.minor(), price.currency().code()), (120_050, "USD"));
    // iTop tells the last day.
    assert_eq!(contract.end.expect("an end").to_string(), "2027-01-01");
}

#[test]
fn exports_as_csv_are_known_by_their_columns() {
    let takeover = own(&["servers.csv", "vms_fr.csv", "contracts.csv"]);
    assert_eq!((takeover.files_read, takeover.assets.len()), (3, 3), "{takeover:#?}");
    assert_eq!(takeover.diagnostics, []);
    let server = &takeover.assets[0];
    let facts = &server.facts;
    assert_eq!(
        (server.id.as_str(), server.category.code(), server.site.as_str()),
        ("srv-a", "server", "Lyon")
    );
    assert_eq!((facts.memory_mib, facts.core_count), (Some(65_536), Some(16)));
    assert_eq!(
        (facts.manufacturer.as_deref(), facts.os_version.as_deref()),
        (Some("HPE"), Some("2022"))
    );
    assert_eq!(takeover.assets[1].facts.lifecycle, Some(Lifecycle::Stock));
    let machine = &takeover.assets[2];
    assert_eq!((machine.id.as_str(), machine.category.code()), ("vm-été", "virtual_machine"));
    assert_eq!(machine.criticality, Some(Criticality::Medium));
    assert_eq!(relations(&takeover), [(RelationKind::DependsOn, "vm-été", "srv-a")]);
    let contract = &takeover.contracts[0];
    assert_eq!(contract.price.expect("a price").minor(), 125_050);
    assert_eq!(contract.provider.as_deref(), Some("ACME"));
    assert_eq!(takeover.unused["itop:description"], 1);
}

/// An agent that looked knows better what a machine is made of; what people say of it stays.
#[test]
fn an_agent_and_the_register_speak_of_one_machine() {
    let agent = concat!(
        r#"{"deviceid":"x","itemtype":"Computer","content":{"hardware":{"name":"srv-a","memory":32768},"#,
        r#""bios":{"ssn":"SRV-A-77"},"operatingsystem":{"name":"Debian"}}}"#
    );
    let csv = bytes("tests/data/takeover/itop/servers.csv");
    let takeover =
        take(&[("a.json".to_owned(), agent.as_bytes().to_vec()), ("b.csv".to_owned(), csv)]);
    let asset = &takeover.assets[0];
    assert_eq!(asset.category.code(), "server");
    assert_eq!((asset.facts.memory_mib, asset.facts.os.as_deref()), (Some(32_768), Some("Debian")));
    assert_eq!((asset.site.as_str(), asset.criticality), ("Lyon", Some(Criticality::High)));
}

#[test]
fn every_broken_export_is_told_as_written() {
    let cases: Vec<Value> = text("tests/data/takeover/bad_itop.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case"))
        .collect();
    for case in &cases {
        let field = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("{name} of {case}"));
        assert!(!field("why").is_empty());
        let takeover = take(&[(field("name").to_owned(), field("text").as_bytes().to_vec())]);
        let faults: Vec<_> = match field("kind") {
            "diagnostic" => takeover.diagnostics.iter().collect(),
            "refused" => takeover.refused.iter().filter_map(|r| r.faults.first()).collect(),
            other => panic!("unknown kind {other}"),
        };
        let found = faults.iter().any(|f| f.code == field("code") && f.pointer == field("pointer"));
        assert!(found, "{case}\nfound {takeover:#?}");
        assert_eq!(
            Some(takeover.assets.len() as u64),
            case["assets"].as_u64(),
            "{case}\n{takeover:#?}"
        );
    }
    assert!(cases.len() >= 35, "{}", cases.len());
}
