//! The same machines in agent XML and in the GLPI format: they are read alike.

use super::{fields, lines, take_one};
use entretien_tests::{real_files, shared};
use serde_json::{Value, json};

/// Each difference of a pair, as a line of the data.
fn differences(file: &str, xml: &[u8], json_bytes: &[u8]) -> Vec<Value> {
    let (xml, json) = (take_one(file, xml), take_one("pair.json", json_bytes));
    let ids = |assets: &[entretien::inventory::Asset]| -> Vec<String> {
        assets.iter().map(|asset| asset.id.as_str().to_owned()).collect()
    };
    assert_eq!(ids(&xml.assets), ids(&json.assets), "{file}: {xml:#?}");
    let mut found = Vec::new();
    for (ours, theirs) in xml.assets.iter().zip(&json.assets) {
        let theirs = fields(theirs);
        for (field, value) in fields(ours) {
            if theirs[field] != value {
                found.push(
                    json!({"file": file, "field": field, "xml": value, "json": theirs[field]}),
                );
            }
        }
    }
    found
}

#[test]
fn agent_xml_and_its_json_give_the_same_machines() {
    let Some(root) = shared("agent_xml_and_its_json_give_the_same_machines") else {
        return;
    };
    let json = real_files(&root, "glpi-json");
    let mut expected = lines("tests/data/takeover/xml_pairs.jsonl");
    let mut pairs = 0;
    for (name, bytes) in real_files(&root, "agent-xml") {
        let pair = format!("converted_{}.json", name.trim_end_matches(".xml"));
        let (_, converted) = json.iter().find(|(name, _)| *name == pair).expect("a pair");
        pairs += 1;
        for difference in differences(&name, &bytes, converted) {
            let place = expected.iter().position(|known| {
                ["file", "field", "xml", "json"].iter().all(|key| known[key] == difference[key])
                    && known["why"].as_str().is_some_and(|why| !why.is_empty())
            });
            let place =
                place.unwrap_or_else(|| panic!("a difference that nobody explains: {difference}"));
            expected.remove(place);
        }
    }
    assert_eq!(pairs, 20);
    assert_eq!(expected, Vec::<Value>::new(), "explained, but there is no such difference");
}
