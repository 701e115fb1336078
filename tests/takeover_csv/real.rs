//! The samples of Snipe-IT beside the workspace: figures counted by a script that is not this library.

use entretien::inventory::{Category, Lifecycle};
use entretien::takeover::{Takeover, TakeoverReader};
use entretien_tests::shared;
use std::collections::BTreeMap;

fn take(test: &str, names: &[&str]) -> Option<Takeover> {
    let folder = shared(test)?.join("data/inventory/snipeit-csv");
    let mut reader = TakeoverReader::new();
    for name in names {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        reader.read(name, &bytes);
    }
    let takeover = reader.finish();
    assert_eq!(takeover.files_read, names.len());
    assert_eq!((&takeover.refused, &takeover.passed_over), (&Vec::new(), &Vec::new()));
    Some(takeover)
}

fn codes(takeover: &Takeover) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for fault in &takeover.diagnostics {
        *counts.entry(fault.code).or_default() += 1;
    }
    counts
}

fn unused(takeover: &Takeover) -> Vec<(&str, u64)> {
    takeover.unused.iter().map(|(name, count)| (name.as_str(), *count)).collect()
}

/// How many assets have a fact.
fn have(takeover: &Takeover, fact: impl Fn(&entretien::inventory::Facts) -> bool) -> usize {
    takeover.assets.iter().filter(|asset| fact(&asset.facts)).count()
}

#[test]
fn assets() {
    let Some(takeover) = take("assets", &["assets-sample.csv"]) else { return };
    assert_eq!((takeover.assets.len(), takeover.sites.len()), (22, 15));
    assert_eq!(have(&takeover, |facts| facts.purchase.is_some()), 22);
    assert_eq!(have(&takeover, |facts| facts.price.is_some()), 22);
    assert_eq!(have(&takeover, |facts| facts.user.is_some()), 9);
    assert_eq!(have(&takeover, |facts| facts.end_of_life.is_some()), 11);
    let first = takeover.assets.iter().find(|asset| asset.id.as_str() == "ICC-2065556");
    let first = first.expect("the first row");
    assert_eq!(
        (first.category, first.site.as_str()),
        (Category::Laptop, "Wilkinson, Waters and Kerluke")
    );
    assert_eq!(first.facts.purchase.map(|day| day.to_string()).as_deref(), Some("2023-01-23"));
    assert_eq!(first.facts.price.map(|price| price.minor()), Some(226_613));
    assert_eq!(first.facts.end_of_life.map(|day| day.to_string()).as_deref(), Some("2028-10-27"));
    assert_eq!(first.tags, ["company:Abshire and Sons".into()]);
    // One of the two models is no series that is known.
    assert_eq!(codes(&takeover), BTreeMap::from([("TAK-005", 1)]));
}

/// 200 rows whose lines end with bare carriage returns, in Mac OS Roman.
#[test]
fn bad_and_blank_assets() {
    for (file, repeated) in [("assets-sample-BAD.csv", 2), ("assets-sample-BLANKS.csv", 0)] {
        let Some(takeover) = take("bad_and_blank_assets", &[file]) else { return };
        assert_eq!((takeover.assets.len(), takeover.sites.len()), (200, 199), "{file}");
        assert_eq!(have(&takeover, |facts| facts.serial.is_some()), 183);
        assert_eq!(have(&takeover, |facts| facts.purchase.is_some()), 200);
        assert_eq!(have(&takeover, |facts| facts.price.is_some()), 144);
        assert_eq!(have(&takeover, |facts| facts.warranty_end.is_some()), 100);
        assert_eq!(have(&takeover, |facts| facts.supplier.is_some()), 100);
        assert_eq!(have(&takeover, |facts| facts.user.is_some()), 172);
        assert_eq!(have(&takeover, |facts| facts.lifecycle.is_some()), 172);
        let tagged = takeover.assets.iter().filter(|asset| !asset.tags.is_empty()).count();
        assert_eq!(tagged, 15);
        let mut expected = BTreeMap::from([("TAK-005", 200), ("TAK-018", 1)]);
        if repeated > 0 {
            expected.insert("TAK-020", repeated);
        }
        assert_eq!(codes(&takeover), expected, "{file}");
        let told = takeover.diagnostics.iter().find(|fault| fault.code == "TAK-018");
        let told = told.expect("the encoding");
        assert_eq!(
            (told.pointer.as_str(), told.message.contains("Mac OS Roman")),
            ("line 12", true)
        );
        let expected = [
            ("csv:email", 172),
            ("csv:full name", 172),
            ("csv:model number", 200),
            ("csv:notes", 144),
        ];
        assert_eq!(unused(&takeover), expected, "{file}");
        let first = takeover.assets.iter().find(|asset| asset.id.as_str() == "970882174-8");
        let first = first.expect("the first row");
        assert_eq!(first.facts.purchase.map(|day| day.to_string()).as_deref(), Some("2016-04-05"));
        // 14 months.
        assert_eq!(
            first.facts.warranty_end.map(|day| day.to_string()).as_deref(),
            Some("2017-06-05")
        );
        assert_eq!(first.facts.price.map(|price| price.minor()), Some(13_328_959));
        // Undeployable, yet given to somebody.
        assert_eq!(first.facts.lifecycle, Some(Lifecycle::InUse));
    }
}

/// Both files tell of the same 200 things: 183 by their serial number, the others by their asset tag. Two of
/// those bear the name of another thing of the same file, which says nothing where the tag is known.
#[test]
fn the_same_assets_twice_are_one_each() {
    let files = ["assets-sample-BAD.csv", "assets-sample-BLANKS.csv"];
    let Some(takeover) = take("the_same_assets_twice_are_one_each", &files) else { return };
    assert_eq!((takeover.assets.len(), takeover.duplicates.len()), (200, 0));
    assert!(takeover.diagnostics.iter().all(|fault| fault.code != "TAK-048"));
}

#[test]
fn licences() {
    let Some(takeover) = take("licences", &["licenses-sample.csv"]) else { return };
    let licences = &takeover.licences;
    assert_eq!(licences.len(), 50);
    assert_eq!(licences.iter().filter(|licence| licence.purchase.is_some()).count(), 47);
    assert_eq!(licences.iter().filter(|licence| licence.publisher.is_some()).count(), 42);
    assert!(
        licences.iter().all(|l| l.expires.is_some() && l.seat_count.is_some() && l.price.is_some())
    );
    assert_eq!(takeover.unused["withheld:licence_key"], 50);
    assert_eq!(codes(&takeover), BTreeMap::from([("TAK-030", 1)]));
    let one = licences.iter().find(|licence| &*licence.software == "Mirtazapine");
    let one = one.expect("the second row");
    assert_eq!(one.purchase.map(|day| day.to_string()).as_deref(), Some("1981-12-27"));
    let price = one.price.expect("a price");
    assert_eq!((price.minor(), price.currency().code()), (4_170, "USD"));
    let text = serde_json::to_string(&takeover).expect("serialises");
    assert!(!text.contains("9dda5116"), "no key is written out");
}

#[test]
fn stock() {
    let files = ["accessories-sample.csv", "components-sample.csv", "consumables-sample.csv"];
    let Some(takeover) = take("stock", &files) else { return };
    assert_eq!(takeover.consumables.len(), 7);
    let sum: u64 = takeover.consumables.iter().filter_map(|one| one.quantity).sum();
    assert_eq!(sum, 61 + 17 + 14 + 10 + 50 + 54 + 97);
    // One number of a model is `3.01043E+13`.
    let numbered = takeover.consumables.iter().filter(|one| one.item_number.is_some()).count();
    assert_eq!(numbered, 5);
    let told: Vec<_> = takeover
        .diagnostics
        .iter()
        .map(|f| (f.code, f.source.as_str(), f.pointer.as_str()))
        .collect();
    assert_eq!(told, [("TAK-022", "accessories-sample.csv", "line 3")]);
    // The item number goes before the model number.
    assert_eq!(takeover.unused["csv:model number"], 3);
}

#[test]
fn models_locations_and_users() {
    let files = ["locations-sample.csv", "models-sample.csv", "users-sample.csv"];
    let Some(takeover) = take("models_locations_and_users", &files) else { return };
    // 19 rows, of which two repeat a name.
    assert_eq!(takeover.sites.len(), 17);
    assert_eq!(codes(&takeover), BTreeMap::from([("TAK-026", 2)]));
    assert_eq!(takeover.attached["users"], 100);
    assert_eq!(takeover.unused["csv:job title"], 47);
    assert_eq!(takeover.assets.len(), 0);
}
