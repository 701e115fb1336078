//! The same work in JavaScript engines: the scripts of `benches/node`, run as commands.
//!
//! A script that cannot run (no Node, no Chromium, no package built, peers not installed) gives no
//! measures and says why; one that gives other values than the native run stops the bench.

use super::SHAPES;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rates of one shape, a second.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rates {
    /// Rules and anchors read once.
    pub(crate) compiled: f64,
    /// Each text read.
    pub(crate) cold: f64,
    /// npm `rrule`, each text read.
    pub(crate) peer: f64,
}

const NONE: Rates = Rates { compiled: f64::NAN, cold: f64::NAN, peer: f64::NAN };

/// What a script must agree with: number of values and low half of the checksum, by shape.
pub(crate) type Expected = [(usize, u32)];

/// Rates in Node, by shape.
pub(crate) fn node(expected: &Expected) -> Vec<Rates> {
    run("recurrence.mjs", expected)
}

/// Rates in Chromium, by shape.
pub(crate) fn chromium(expected: &Expected) -> Vec<Rates> {
    let browser = std::env::var_os("CHROMIUM").map_or("/usr/bin/chromium".into(), PathBuf::from);
    if !browser.exists() {
        eprintln!("chromium.mjs: not run, there is no {}", browser.display());
        return vec![NONE; SHAPES.len()];
    }
    run("chromium.mjs", expected)
}

fn run(script: &str, expected: &Expected) -> Vec<Rates> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("node");
    let none = |why: &str| {
        eprintln!("{script}: not run, {why}");
        vec![NONE; SHAPES.len()]
    };
    if !folder.join("../../bindings-wasm/pkg/recurrence/node.js").exists() {
        return none("bindings-wasm/pkg is not built: bindings-wasm/build.sh");
    }
    if !folder.join("node_modules").exists() {
        return none("the peers are not installed: npm ci in benches/node");
    }
    let output = match Command::new("node").arg(script).current_dir(&folder).output() {
        Ok(output) => output,
        Err(error) => return none(&format!("there is no Node: {error}")),
    };
    if !output.status.success() {
        return none(&String::from_utf8_lossy(&output.stderr));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let rows: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect();
    assert_eq!(rows.len(), SHAPES.len(), "{script}: a line a shape");
    for ((row, (name, _)), (count, sum)) in rows.iter().zip(SHAPES).zip(expected) {
        assert_eq!(row["shape"], *name, "{script}");
        assert_eq!(row["count"], *count, "{script}, {name}: number of values");
        assert_eq!(row["checksum"], *sum, "{script}, {name}: checksum");
        assert_ne!(row["agrees"], false, "{script}, {name}: npm rrule has other values");
    }
    let rate = |row: &Value, name: &str| row[name].as_f64().unwrap_or(f64::NAN);
    rows.iter()
        .map(|row| Rates {
            compiled: rate(row, "compiled"),
            cold: rate(row, "cold"),
            peer: rate(row, "npm_rrule"),
        })
        .collect()
}
