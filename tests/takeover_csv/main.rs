//! CSV files of registers and of people: real samples, cases and broken files as data, and a twin.

mod broken;
mod cases;
mod real;
mod twin;

use entretien::takeover::{
    ColumnMap, DateOrder, DecimalSign, Encoding, MappedFact, Mapping, Takeover, TakeoverReader,
    ValueMap,
};
use serde_json::Value;

/// The cases of a file, one a line.
fn lines(path: &str) -> Vec<Value> {
    let parse =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{path}: {e}: {line}"));
    entretien_tests::text(path).lines().map(parse).collect()
}

/// The bytes of a file of a case: a text, `{"hex"}`, or `{"pieces"}`, each a text and how often it stands.
fn content(file: &Value) -> Vec<u8> {
    if let Some(text) = file.as_str() {
        return text.as_bytes().to_vec();
    }
    if let Some(hex) = file["hex"].as_str() {
        let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
        return (0..hex.len()).step_by(2).map(digit).collect();
    }
    let pieces = file["pieces"].as_array().expect("a text, hex or pieces");
    let piece = |piece: &Value| {
        let times = usize::try_from(piece[1].as_u64().expect("how often")).expect("fits");
        piece[0].as_str().expect("a text").repeat(times)
    };
    pieces.iter().map(piece).collect::<String>().into_bytes()
}

/// The mapping of a case.
fn mapping(case: &Value) -> Mapping {
    let list = |name: &str| case[name].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let fact = |value: &Value| MappedFact::parse(&text(value)).expect("a fact");
    let column = |value: &Value| ColumnMap::new(&text(&value[0]), fact(&value[1]));
    let replaced =
        |value: &Value| ValueMap::new(fact(&value[0]), &text(&value[1]), &text(&value[2]));
    Mapping {
        columns: list("columns").iter().map(column).collect(),
        values: list("values").iter().map(replaced).collect(),
        separator: case["separator"].as_str().and_then(|text| text.chars().next()),
        encoding: case["encoding"].as_str().and_then(Encoding::parse),
        dates: case["dates"].as_str().and_then(DateOrder::parse),
        decimal: case["decimal"].as_str().and_then(DecimalSign::parse),
        currency: case["currency"].as_str().and_then(entretien::quantity::Currency::new),
        site: case["site"].as_str().and_then(entretien::id::SiteId::new),
        category: case["category"].as_str().and_then(entretien::inventory::Category::parse),
        tags: list("tags").iter().map(|tag| text(tag).into()).collect(),
    }
}

/// Reads the files of a case, with its mapping where it has one.
fn take(case: &Value) -> Result<Takeover, entretien::error::Error> {
    let mut reader = TakeoverReader::new();
    for (name, file) in case["files"].as_object().expect("files") {
        let bytes = content(file);
        match &case["mapping"] {
            Value::Null => reader.read(name, &bytes),
            stated => reader.read_mapped(name, &bytes, &mapping(stated))?,
        }
    }
    Ok(reader.finish())
}
