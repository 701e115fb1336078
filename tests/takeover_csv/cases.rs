//! Cases as data: files and what is made of them.

use super::{lines, take};
use entretien::inventory::{Asset, BookMethod, Criticality, Lifecycle};
use entretien::quantity::Money;
use entretien::takeover::Takeover;
use serde_json::{Value, json};
use std::fmt::Write as _;

fn money(money: Option<Money>) -> Value {
    money.map_or(Value::Null, |money| json!([money.minor(), money.currency().code()]))
}

/// The facts of an asset as the cases write them.
fn seen(asset: &Asset) -> Value {
    let facts = &asset.facts;
    json!({
        "name": asset.name, "category": asset.category.code(), "site": asset.site,
        "criticality": asset.criticality.map(Criticality::code), "tags": asset.tags,
        "serial": facts.serial, "uuid": facts.uuid, "asset_number": facts.asset_number,
        "manufacturer": facts.manufacturer, "model": facts.model, "os": facts.os,
        "memory_mib": facts.memory_mib, "core_count": facts.core_count,
        "purchase": facts.purchase, "in_service": facts.in_service, "price": money(facts.price),
        "supplier": facts.supplier, "warranty_end": facts.warranty_end,
        "end_of_life": facts.end_of_life, "book_method": facts.book_method.map(BookMethod::code),
        "book_years": facts.book_years, "user": facts.user, "location": facts.location,
        "lifecycle": facts.lifecycle.map(Lifecycle::code), "is_backed_up": facts.is_backed_up,
        "last_inventory": facts.last_inventory,
    })
}

fn differences(case: &Value, takeover: &Takeover) -> String {
    let mut wrong = String::new();
    let mut differ = |what: &str, expected: &Value, found: &Value| {
        if expected != found {
            let _ = writeln!(wrong, "  {what}: expected {expected}, found {found}");
        }
    };
    let none = serde_json::Map::new();
    let expected = case["assets"].as_object().unwrap_or(&none);
    let mut expected_ids: Vec<&String> = expected.keys().collect();
    expected_ids.sort();
    let ids: Vec<&str> = takeover.assets.iter().map(|asset| asset.id.as_str()).collect();
    differ("ids", &json!(expected_ids), &json!(ids));
    for asset in &takeover.assets {
        let seen = seen(asset);
        for (field, value) in
            expected.get(asset.id.as_str()).and_then(Value::as_object).into_iter().flatten()
        {
            let found = seen.get(field).unwrap_or_else(|| panic!("a field of the cases: {field}"));
            differ(&format!("{} {field}", asset.id), value, found);
        }
    }
    let brief = |list: &[entretien::error::Fault]| {
        let of = |d: &entretien::error::Fault| json!([d.code, d.source, d.pointer]);
        json!(list.iter().map(of).collect::<Vec<_>>())
    };
    differ("codes", &case["codes"], &brief(&takeover.diagnostics));
    differ("refused", &json!([]), &json!(takeover.refused));
    differ("passed over", &json!([]), &json!(takeover.passed_over));
    for (name, found) in [
        ("unused", json!(takeover.unused)),
        ("sites", json!(takeover.sites)),
        ("attached", json!(takeover.attached)),
        ("licences", json!(takeover.licences)),
        ("consumables", json!(takeover.consumables)),
        ("contracts", json!(takeover.contracts)),
    ] {
        if !case[name].is_null() {
            differ(name, &case[name], &found);
        }
    }
    wrong
}

#[test]
fn cases_are_read_as_written() {
    let cases = lines("tests/data/takeover/csv/cases.jsonl");
    assert!(cases.len() >= 20);
    let mut wrong = String::new();
    for case in &cases {
        assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{case}");
        let takeover = take(case).unwrap_or_else(|error| panic!("{case}: {error}"));
        let different = differences(case, &takeover);
        if !different.is_empty() {
            let _ = writeln!(wrong, "{}\n{different}", case["name"]);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
