//! The same pairs from Python, over numpy: `benches/python/business_time.py`, run as a command.
//!
//! The interpreter is `ENTRETIEN_PYTHON`, or that of the environment that `bindings-python/check.sh` makes.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rate of `between` on columns over that of numpy; `None`, said aloud, when the script cannot run.
pub(super) fn ratio(expected: u32) -> Option<f64> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let usual = root.join("bindings-python/.venv/bin/python");
    let python = std::env::var_os("ENTRETIEN_PYTHON").map_or(usual, PathBuf::from);
    let script = root.join("benches/python/business_time.py");
    let output = match Command::new(&python).arg(script).arg("--json").output() {
        Ok(output) if output.status.success() => output,
        Ok(output) => {
            eprintln!("business_time.py: {}", String::from_utf8_lossy(&output.stderr));
            return None;
        }
        Err(error) => {
            eprintln!("business_time.py: not run, there is no {}: {error}", python.display());
            return None;
        }
    };
    let row: Value = serde_json::from_slice(&output.stdout).expect("a JSON object");
    assert_eq!(row["checksum"], expected, "business_time.py: other answers than the native run");
    row["ratio"].as_f64()
}
