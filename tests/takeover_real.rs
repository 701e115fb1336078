//! The real inventories beside the workspace: what is read, what is refused, exactly.

use super::broken::Chance;
use super::{take, whole};
use entretien::takeover::Takeover;
use entretien_tests::{real_files, shared};
use std::collections::BTreeMap;

fn codes(takeover: &Takeover) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for fault in &takeover.diagnostics {
        *counts.entry(fault.code).or_default() += 1;
    }
    counts
}

fn refusals(takeover: &Takeover) -> Vec<(&str, &str)> {
    takeover.refused.iter().map(|r| (r.source.as_str(), r.faults[0].code)).collect()
}

#[test]
fn glpi_examples_are_all_read() {
    let Some(root) = shared("glpi_examples_are_all_read") else {
        return;
    };
    let takeover = take(&real_files(&root, "glpi-json"));
    assert_eq!((takeover.files_read, takeover.assets.len()), (40, 27));
    assert_eq!(refusals(&takeover), []);
    assert_eq!(takeover.passed_over, []);
    let expected = [
        ("TAK-001", 13),
        // Three names and serial numbers, eight addresses of zeros, eight asset numbers, one disk.
        ("TAK-002", 20),
        ("TAK-004", 5),
        ("TAK-005", 2),
        ("TAK-006", 1),
        ("TAK-007", 7),
        ("TAK-008", 1),
        ("TAK-014", 3),
        ("TAK-017", 1),
        ("TAK-037", 3),
    ];
    assert_eq!(codes(&takeover), BTreeMap::from(expected));
    let ids: Vec<&str> = takeover.assets.iter().map(|asset| asset.id.as_str()).collect();
    assert!(ids.contains(&"3k-1-pa3.glpi-project.infra/8"), "{ids:?}");
    let phone = takeover.assets.iter().find(|asset| asset.id.as_str() == "Mi9TPro-TéléphoneM");
    assert_eq!(phone.expect("the phone").facts.last_boot, None, "month 54");
    assert_eq!(takeover.attached["access_points"], 301);
}

#[test]
fn glpi_test_inventories_are_read_but_five() {
    let Some(root) = shared("glpi_test_inventories_are_read_but_five") else {
        return;
    };
    let takeover = take(&real_files(&root, "glpi-json-tests"));
    assert_eq!((takeover.files_read, takeover.assets.len()), (120, 41));
    let expected = [
        ("NetworkEquipmentTest_L2616.json", "TAK-053"),
        ("NetworkEquipmentTest_L2636.json", "TAK-053"),
        ("NetworkEquipmentTest_L2656.json", "TAK-053"),
        ("converted_RequestTest_L106.json", "TAK-052"),
        ("converted_RequestTest_L78.json", "TAK-052"),
    ];
    assert_eq!(refusals(&takeover), expected);
    assert_eq!(takeover.passed_over, []);
    let members = |stack: &str| {
        let prefix = format!("{stack}/");
        takeover.assets.iter().filter(|asset| asset.id.as_str().starts_with(&prefix)).count()
    };
    assert_eq!(members("SWITCH.network.teclib.org"), 2);
    assert_eq!(members("SWITCH-DELL-OTHER"), 6);
    assert_eq!(members("SW00Test"), 2);
}

#[test]
fn files_of_other_kinds_are_passed_over() {
    let Some(root) = shared("files_of_other_kinds_are_passed_over") else {
        return;
    };
    let files = real_files(&root, "schema");
    let takeover = take(&files);
    assert_eq!(takeover.passed_over.len(), files.len());
    assert!(takeover.passed_over.iter().all(|fault| fault.code == "TAK-051"));
}

#[test]
fn the_order_of_real_files_does_not_matter() {
    let Some(root) = shared("the_order_of_real_files_does_not_matter") else {
        return;
    };
    let mut files = real_files(&root, "glpi-json");
    files.extend(real_files(&root, "glpi-json-tests"));
    let first = take(&files);
    assert_eq!((first.files_read, first.assets.len(), first.refused.len()), (160, 64, 5));
    let expected = whole(&first);
    files.reverse();
    assert_eq!(expected, whole(&take(&files)));
    // Every 17th: 165 files and 17 have no common divisor, so that each comes once.
    let stepped: Vec<_> = (0..files.len()).map(|n| files[n * 17 % files.len()].clone()).collect();
    assert_eq!(expected, whole(&take(&stepped)));
}

#[test]
fn real_files_broken_at_random_never_stop_the_reader() {
    let Some(root) = shared("real_files_broken_at_random_never_stop_the_reader") else {
        return;
    };
    let mut files = real_files(&root, "glpi-json");
    files.extend(real_files(&root, "glpi-json-tests"));
    files.retain(|(_, bytes)| bytes.len() < 60_000);
    let mut chance = Chance(7);
    let mut read = 0;
    for _ in 0..3_000 {
        let (name, mut bytes) = files[chance.below(files.len())].clone();
        chance.break_up(&mut bytes);
        let takeover = take(&[(name, bytes)]);
        assert_eq!(takeover.files_read + takeover.refused.len() + takeover.passed_over.len(), 1);
        assert!(takeover.files_read == 0 || !takeover.assets.is_empty());
        read += takeover.files_read;
    }
    assert!(read > 200, "the mutations leave enough to read: {read}");
}
