//! Records out of one of which an answer is made, told apart by a field: each gets a name of its own.

use serde_json::{Value, json};

/// The schema in which such a choice is a union of named records: `Cell` of `CellText`, `CellCount` …
pub fn named(schema: &Value) -> Value {
    let mut schema = schema.clone();
    let definitions = schema["$defs"].as_object_mut().expect("definitions");
    let mut found = Vec::new();
    for (name, choice) in definitions.iter_mut() {
        let Some(options) = choice["oneOf"].as_array().filter(|all| all[0]["type"] == "object")
        else {
            continue;
        };
        let mut union = Vec::new();
        for option in options {
            let record = format!("{name}{}", pascal(tag(option)));
            union.push(reference(&record));
            let mut option = option.clone();
            let what = option["description"].clone();
            for (field, schema) in option["properties"].as_object_mut().expect("a tag") {
                if schema["properties"].is_object() {
                    let inner = format!("{record}{}", pascal(field));
                    let mut record = std::mem::replace(schema, reference(&inner));
                    record["description"] = what.clone();
                    found.push((inner, record));
                }
            }
            found.push((record, option));
        }
        *choice = json!({ "description": choice["description"], "anyOf": union });
    }
    definitions.extend(found);
    schema
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The code of the field that tells a record from the others.
fn tag(option: &Value) -> &str {
    let mut fields = option["properties"].as_object().expect("a tag").values();
    fields.find_map(|field| field["const"].as_str()).expect("a tag")
}

/// `kick_off` as `KickOff`.
fn pascal(code: &str) -> String {
    code.split('_').map(|part| part[..1].to_ascii_uppercase() + &part[1..]).collect()
}
