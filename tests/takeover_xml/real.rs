//! The real files of agents and of OCS: figures counted by a script of their own, never by this code.

use super::{codes, take, take_one};
use entretien::takeover::Takeover;
use entretien_tests::{real_files, shared};
use std::collections::BTreeMap;

fn sum(takeover: &Takeover, of: fn(&entretien::inventory::Facts) -> usize) -> usize {
    takeover.assets.iter().map(|asset| of(&asset.facts)).sum()
}

#[test]
fn agent_xml_is_all_read() {
    let Some(root) = shared("agent_xml_is_all_read") else {
        return;
    };
    let takeover = take(&real_files(&root, "agent-xml"));
    // 20 files of 14 names: 2 and 12, 5 and 5-good, 6 and 7, 13, 14 and 18, 16 and 17 are of one machine each.
    assert_eq!((takeover.files_read, takeover.assets.len()), (20, 14));
    assert_eq!((takeover.refused.len(), takeover.passed_over.len()), (0, 0));
    let expected = [
        // Two starts with day and month swapped (13, 18), 12 programs of Android installed in 1970.
        ("TAK-001", 14),
        // Four zeros of 1, asset numbers of 13, 14, 16 and 18, the serial number of a disk of 4.
        ("TAK-002", 9),
        // Three charges of telephones that are percentages.
        ("TAK-004", 3),
        ("TAK-005", 2),
        ("TAK-006", 1),
        ("TAK-017", 1),
        // Addresses of 11, 16 and 17 that are none.
        ("TAK-037", 3),
    ];
    assert_eq!(codes(&takeover), BTreeMap::from(expected));
    let attached = [("monitors", 5), ("printers", 11), ("virtualmachines", 3)];
    assert_eq!(takeover.attached, attached.map(|(name, count)| (name.to_owned(), count)).into());
    for (section, count) in [
        ("controllers", 66),
        ("local_users", 214),
        ("network_ports", 232),
        ("usbdevices", 35),
        ("envs", 107),
    ] {
        assert_eq!(takeover.unused[section], count, "{section}");
    }
    for used in [
        "networks",
        "cpus",
        "users",
        "remote_mgmt",
        "softwares",
        "drives",
        "batteries",
        "antivirus",
    ] {
        assert!(!takeover.unused.contains_key(used), "{used}");
    }
}

/// Items of single files, counted by their tags.
#[test]
fn agent_xml_keeps_every_item_of_a_used_section() {
    let Some(root) = shared("agent_xml_keeps_every_item_of_a_used_section") else {
        return;
    };
    let files = real_files(&root, "agent-xml");
    // File, programs, volumes, disks, batteries, addresses, cores, remote tools.
    for (file, software, drives, disks, batteries, macs, cores, tools) in [
        ("1.xml", 42, 3, 1, 1, 5, 2, 0),
        ("2.xml", 8, 3, 1, 1, 6, 2, 1),
        ("3.xml", 40, 3, 0, 0, 3, 2, 0),
        ("4.xml", 7, 1, 3, 1, 6, 4, 1),
        ("12.xml", 8, 3, 1, 1, 6, 2, 1),
        ("18.xml", 310, 4, 0, 1, 0, 8, 0),
        ("19.xml", 0, 2, 0, 0, 1, 0, 0),
    ] {
        let (_, bytes) = files.iter().find(|(name, _)| name == file).expect("the file");
        let takeover = take_one(file, bytes);
        let facts = &takeover.assets[0].facts;
        let found = (
            facts.software.len(),
            facts.drives.len(),
            facts.disks.len(),
            facts.batteries.len(),
            facts.mac_addresses.len(),
            facts.core_count.unwrap_or(0),
            facts.remote_tools.len(),
        );
        assert_eq!(found, (software, drives, disks, batteries, macs, cores, tools), "{file}");
    }
}

#[test]
fn ocs_inventories_are_all_read() {
    let Some(root) = shared("ocs_inventories_are_all_read") else {
        return;
    };
    let takeover = take(&real_files(&root, "ocs-json"));
    assert_eq!((takeover.files_read, takeover.assets.len(), takeover.refused.len()), (4, 4, 0));
    // Debian 3,266, RHEL 2,153, macOS 354 and Windows 68 programs; 10, 25, 1 and 1 volumes.
    assert_eq!(sum(&takeover, |facts| facts.software.len()), 5_841);
    assert_eq!(sum(&takeover, |facts| facts.drives.len()), 37);
    assert_eq!(sum(&takeover, |facts| facts.batteries.len()), 3);
    let of = |serial: &str| {
        let id = format!("serial:{serial}");
        takeover
            .assets
            .iter()
            .find(|asset| asset.id.as_str() == id)
            .unwrap_or_else(|| panic!("{id}"))
    };
    let debian = of("1WY0VV3");
    assert_eq!(debian.category.code(), "laptop");
    // Eight modules of 2 GB; 50,0115 Wh; 10 cores.
    let facts = &debian.facts;
    assert_eq!((facts.memory_mib, facts.core_count), (Some(16_384), Some(10)));
    assert_eq!(facts.batteries[0].design_mwh, Some(50_012));
    let disk = facts.disks.iter().find(|disk| disk.serial.is_some()).expect("a disk");
    // 476,9G is 476.9 × 1,024.
    assert_eq!(disk.size_mib, Some(488_346));
    let first = facts.software[0].installed.expect("a day");
    assert_eq!(first.to_string(), "2024-10-08");
    assert_eq!(of("XP4KPR4FX0").category.code(), "desktop");
    let windows = of("FC7K0B3");
    assert_eq!(windows.facts.software[0].installed.expect("a day").to_string(), "2024-11-04");
    assert_eq!(windows.facts.mac_addresses[0].as_ref(), "74:12:b3:40:d9:29");
    // 354 dates of macOS in the order of its user's language, 1 charge of 0, 3 empty card readers.
    let found = codes(&takeover);
    assert_eq!((found["TAK-001"], found["TAK-004"]), (354, 4));
    assert_eq!(takeover.unused["local_groups"], 80 + 161 + 79 + 21);
    assert_eq!(takeover.attached["monitors"], 3 + 1 + 2 + 1);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let Some(root) = shared("the_order_of_the_files_does_not_matter") else {
        return;
    };
    let whole = |takeover: &Takeover| {
        format!("{}{:?}", serde_json::to_string(takeover).expect("serialises"), takeover.assets)
    };
    let mut files = real_files(&root, "agent-xml");
    files.extend(real_files(&root, "itop-xml"));
    files.extend(real_files(&root, "glpi-json"));
    let first = whole(&take(&files));
    files.reverse();
    assert_eq!(first, whole(&take(&files)));
    files.rotate_left(37);
    assert_eq!(first, whole(&take(&files)));
}
