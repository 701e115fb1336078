//! Taking over agent XML and OCS inventories: the real files, pairs of formats, broken files.

mod broken;
mod pairs;
mod real;
mod schema;

use entretien::inventory::Asset;
use entretien::takeover::{Takeover, TakeoverReader};
use entretien_tests::text;
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads files in the order given.
fn take(files: &[(String, Vec<u8>)]) -> Takeover {
    let mut reader = TakeoverReader::new();
    for (name, bytes) in files {
        reader.read(name, bytes);
    }
    reader.finish()
}

fn take_one(name: &str, bytes: &[u8]) -> Takeover {
    take(&[(name.to_owned(), bytes.to_vec())])
}

fn lines(path: &str) -> Vec<Value> {
    let parse =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{path}: {e}: {line}"));
    text(path).lines().map(parse).collect()
}

/// Everything that is known of an asset, field by field, as texts.
fn fields(asset: &Asset) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    macro_rules! show {
        ($from:expr, $($field:ident)*) => { $( found.insert(stringify!($field), format!("{:?}", $from.$field)); )* };
    }
    show!(asset, name category site criticality usage tags);
    let facts = &asset.facts;
    show!(facts, serial uuid asset_number manufacturer model os os_version os_installed firmware
        memory_mib core_count last_boot last_inventory purchase warranty_end user lifecycle antivirus
        mac_addresses software drives disks batteries databases remote_tools);
    found
}

/// How often each code stands among the diagnostics.
fn codes(takeover: &Takeover) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for fault in &takeover.diagnostics {
        *counts.entry(fault.code).or_default() += 1;
    }
    counts
}
