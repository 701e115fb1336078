//! Taking over inventories and declared facts: cases as data, order, bounds.

#[path = "takeover_broken.rs"]
mod broken;
#[path = "takeover_real.rs"]
mod real;

use entretien::inventory::{Asset, Criticality, Usage};
use entretien::takeover::{FILE_BYTES_MAX, ITEMS_MAX, Takeover, TakeoverReader};
use entretien_tests::text;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// Reads files in the order given.
fn take(files: &[(String, Vec<u8>)]) -> Takeover {
    let mut reader = TakeoverReader::new();
    for (name, bytes) in files {
        reader.read(name, bytes);
    }
    reader.finish()
}

/// Everything of a takeover as one text, assets included.
fn whole(takeover: &Takeover) -> String {
    format!("{}\n{:#?}", serde_json::to_string(takeover).expect("serialises"), takeover.assets)
}

fn lines(path: &str) -> Vec<Value> {
    let parse =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{path}: {e}: {line}"));
    text(path).lines().map(parse).collect()
}

/// The facts of an asset as the cases write them.
fn seen(asset: &Asset) -> Map<String, Value> {
    let facts = &asset.facts;
    let or_dash = |value: Option<u64>| value.map_or("-".to_owned(), |value| value.to_string());
    let flag = |value: Option<bool>| value.map_or(String::new(), |value| format!(" {value}"));
    let software: Vec<String> = facts
        .software
        .iter()
        .map(|s| format!("{} {}", s.name, s.version.as_deref().unwrap_or("-")))
        .collect();
    let drives: Vec<String> = facts
        .drives
        .iter()
        .map(|d| {
            format!(
                "{} {} {}{}",
                d.name,
                or_dash(d.total_mib),
                or_dash(d.free_mib),
                flag(d.encrypted)
            )
        })
        .collect();
    let batteries: Vec<String> = facts
        .batteries
        .iter()
        .map(|b| {
            let name = b.name.as_deref().unwrap_or("-");
            format!("{name} {} {}", or_dash(b.design_mwh), or_dash(b.real_mwh))
        })
        .collect();
    let antivirus: Option<Vec<String>> = facts.antivirus.as_ref().map(|list| {
        list.iter()
            .map(|a| format!("{}{}{}", a.name, flag(a.enabled), flag(a.up_to_date)))
            .collect()
    });
    let value = json!({
        "name": asset.name, "category": asset.category.code(), "site": asset.site,
        "criticality": asset.criticality.map(Criticality::code), "usage": asset.usage.map(Usage::code),
        "tags": asset.tags, "serial": facts.serial, "uuid": facts.uuid, "model": facts.model,
        "os": facts.os, "os_version": facts.os_version, "firmware": facts.firmware,
        "memory_mib": facts.memory_mib, "last_inventory": facts.last_inventory,
        "purchase": facts.purchase, "warranty_end": facts.warranty_end,
        "price": facts.price.map(|p| json!([p.minor(), p.currency().code()])),
        "software": software, "drives": drives, "batteries": batteries, "antivirus": antivirus,
    });
    value.as_object().expect("an object").clone()
}

/// What a case expects and does not find.
fn differences(case: &Value, takeover: &Takeover) -> String {
    let mut wrong = String::new();
    let mut differ = |what: &str, expected: &Value, found: &Value| {
        if expected != found {
            let _ = writeln!(wrong, "  {what}: expected {expected}, found {found}");
        }
    };
    let expected = case["assets"].as_object().expect("assets");
    let ids: Vec<&str> = takeover.assets.iter().map(|asset| asset.id.as_str()).collect();
    let mut expected_ids: Vec<&String> = expected.keys().collect();
    expected_ids.sort();
    differ("ids", &json!(expected_ids), &json!(ids));
    for asset in &takeover.assets {
        let seen = seen(asset);
        for (field, value) in
            expected.get(asset.id.as_str()).and_then(Value::as_object).into_iter().flatten()
        {
            differ(
                &format!("{} {field}", asset.id),
                value,
                seen.get(field).expect("a field of the cases"),
            );
        }
    }
    if !case["codes"].is_null() {
        let codes: Vec<_> =
            takeover.diagnostics.iter().map(|d| json!([d.code, d.source, d.pointer])).collect();
        differ("codes", &case["codes"], &json!(codes));
    }
    if !case["duplicates"].is_null() {
        let duplicates: Vec<_> = takeover
            .duplicates
            .iter()
            .map(|d| json!([d.kind, d.value, d.assets, d.merged]))
            .collect();
        differ("duplicates", &case["duplicates"], &json!(duplicates));
    }
    for (field, found) in [("attached", &takeover.attached), ("unused", &takeover.unused)] {
        if !case[field].is_null() {
            differ(field, &case[field], &json!(found));
        }
    }
    wrong
}

#[test]
fn every_case_holds_in_any_order_of_its_files() {
    let mut wrong = String::new();
    for case in lines("tests/data/takeover/cases.jsonl") {
        let files = case["files"].as_object().expect("files");
        let mut files: Vec<(String, Vec<u8>)> = files
            .iter()
            .map(|(name, file)| {
                (name.clone(), file.as_str().map_or_else(|| file.to_string(), str::to_owned))
            })
            .map(|(name, text)| (name, text.into_bytes()))
            .collect();
        let takeover = take(&files);
        let found = differences(&case, &takeover);
        if !found.is_empty() {
            let _ = writeln!(wrong, "{} ({}):\n{found}", case["name"], case["why"]);
        }
        files.reverse();
        assert_eq!(
            whole(&takeover),
            whole(&take(&files)),
            "{}: another order of the files",
            case["name"]
        );
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn placeholders_identify_nothing_and_real_values_do() {
    for case in lines("tests/data/takeover/placeholders.jsonl") {
        let (field, value) = (case["field"].as_str().expect("field"), &case["value"]);
        let content = match field {
            "serial" => json!({"bios": {"ssn": value}}),
            other => json!({"hardware": {other: value}}),
        };
        let file = json!({"deviceid": "agent", "content": content}).to_string();
        let takeover = take(&[("a.json".to_owned(), file.into_bytes())]);
        let asset = &takeover.assets[0];
        let kept = match field {
            "serial" => asset.facts.serial.is_some(),
            "uuid" => asset.facts.uuid.is_some(),
            _ => asset.id.as_str() != "agent",
        };
        let placeholder = case["placeholder"].as_bool().expect("placeholder");
        assert_eq!(kept, !placeholder, "{case}");
        let told = takeover.diagnostics.iter().any(|d| d.code == "TAK-002");
        assert_eq!(told, placeholder, "{case}");
    }
}

#[test]
fn the_result_serialises_with_its_fields_in_order() {
    let file = json!({"deviceid": "a", "content": {"hardware": {"name": "pc", "vmsystem": "KVM"}, "memories": [{}]}});
    let takeover = take(&[
        ("b.json".to_owned(), file.to_string().into_bytes()),
        ("a.json".to_owned(), b"{\"deviceid\":1}".to_vec()),
        ("c.txt".to_owned(), b"hello".to_vec()),
    ]);
    let result = serde_json::to_string(&takeover).expect("serialises");
    let help = |code: &str| entretien::error::codes::find(code).expect("a code").help_en;
    let expected = format!(
        concat!(
            r#"{{"assets":["pc"],"diagnostics":[],"refused":[{{"source":"a.json","faults":[{{"code":"TAK-052","#,
            r#""source":"a.json","pointer":"","message":"the message has no content","help":"{}"}}]}}],"#,
            r#""passed_over":[{{"code":"TAK-051","source":"c.txt","pointer":"","#,
            r#""message":"neither JSON nor a CSV that is known by its columns","help":"{}"}}],"duplicates":[],"#,
            r#""files_read":1,"attached":{{}},"unused":{{"memories":1}}}}"#
        ),
        help("TAK-052"),
        help("TAK-051"),
    );
    assert_eq!(result, expected);
}

#[test]
fn bounds_are_refusals_never_shorter_answers() {
    let refused = |bytes: Vec<u8>| {
        let takeover = take(&[("big".to_owned(), bytes)]);
        assert!(takeover.assets.is_empty());
        takeover.refused.first().map(|refusal| refusal.faults[0].code)
    };
    assert_eq!(refused(vec![0; FILE_BYTES_MAX + 1]), Some("TAK-054"));
    for section in ["softwares", "controllers"] {
        let list = |count: usize| {
            let items = vec!["1"; count].join(",");
            format!(r#"{{"deviceid":"a","content":{{"{section}":[{items}]}}}}"#).into_bytes()
        };
        assert_eq!(refused(list(ITEMS_MAX + 1)), Some("TAK-054"), "{section}");
    }
    let rows = "pc\n".repeat(ITEMS_MAX + 1);
    assert_eq!(refused(format!("name\n{rows}").into_bytes()), Some("TAK-054"));
    let chassis = r#"{"type":"chassis","serial":"S"}"#;
    let stack = vec![chassis; 1_001].join(",");
    let stack = format!(r#"{{"deviceid":"a","content":{{"network_components":[{stack}]}}}}"#);
    assert_eq!(refused(stack.into_bytes()), Some("TAK-054"));
    let columns = ",serial".repeat(entretien::takeover::FIELDS_MAX);
    assert_eq!(refused(format!("name{columns}\n").into_bytes()), Some("TAK-054"));
}

#[test]
fn utf_16_of_windows_tools_is_read() {
    let text = r#"{"deviceid":"a","content":{"hardware":{"name":"poste-été","vmsystem":"KVM"}}}"#;
    let little: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let utf8 = [b"\xEF\xBB\xBF".to_vec(), text.as_bytes().to_vec()].concat();
    for bytes in [little, big, utf8] {
        let takeover = take(&[("a.json".to_owned(), bytes)]);
        assert_eq!(takeover.assets[0].id.as_str(), "poste-été");
        assert!(takeover.diagnostics.is_empty());
    }
}

#[test]
fn many_machines_of_one_name_stay_apart_and_quick() {
    let mut reader = TakeoverReader::new();
    for n in 0..20_000 {
        let file = json!({"deviceid": "a", "content": {"hardware": {"name": "pc"}, "bios": {"ssn": format!("S{n}")}}});
        reader.read(&format!("{n:06}.json"), file.to_string().as_bytes());
    }
    let takeover = reader.finish();
    assert_eq!(takeover.assets.len(), 20_000);
    assert!(takeover.assets.iter().any(|asset| asset.id.as_str() == "pc~S19999"));
}
