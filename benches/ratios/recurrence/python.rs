//! The same work from Python, over python-dateutil: `benches/python/recurrence.py`, run as a command.
//!
//! The interpreter is `ENTRETIEN_PYTHON`, or that of the environment that `bindings-python/check.sh` makes.
//! One that cannot run the script gives no measures and says why; other values than those of the native
//! run stop the bench.

use super::SHAPES;
use super::javascript::Expected;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rates from Python over those of python-dateutil, by shape.
pub(crate) fn ratios(expected: &Expected) -> Vec<f64> {
    let none = |why: &str| {
        eprintln!("recurrence.py: not run, {why}");
        vec![f64::NAN; SHAPES.len()]
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let usual = root.join("bindings-python/.venv/bin/python");
    let python = std::env::var_os("ENTRETIEN_PYTHON").map_or(usual, PathBuf::from);
    let script = root.join("benches/python/recurrence.py");
    let output = match Command::new(&python).arg(script).arg("--json").output() {
        Ok(output) => output,
        Err(error) => return none(&format!("there is no {}: {error}", python.display())),
    };
    if !output.status.success() {
        return none(&String::from_utf8_lossy(&output.stderr));
    }
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a JSON list");
    assert_eq!(rows.len(), SHAPES.len(), "recurrence.py: a row a shape");
    for ((row, (name, _)), (count, sum)) in rows.iter().zip(SHAPES).zip(expected) {
        assert_eq!(row["name"], *name, "recurrence.py");
        assert_eq!(row["count"], *count, "recurrence.py, {name}: number of values");
        assert_eq!(row["checksum"], *sum, "recurrence.py, {name}: checksum");
    }
    rows.iter().map(|row| row["ratio"].as_f64().unwrap_or(f64::NAN)).collect()
}
