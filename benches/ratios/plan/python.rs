//! The same dates from python-dateutil and `holidays`: `benches/python/plan.py`, run as a command.
//!
//! The interpreter is `ENTRETIEN_PYTHON`, or that of the environment that `bindings-python/check.sh` makes.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// CPU seconds of the sample; `None`, said aloud, when the script cannot run.
pub(super) fn seconds(sample: &str, (count, checksum): (usize, u32)) -> Option<f64> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let usual = root.join("bindings-python/.venv/bin/python");
    let python = std::env::var_os("ENTRETIEN_PYTHON").map_or(usual, PathBuf::from);
    let mut command = Command::new(&python);
    command.arg(root.join("benches/python/plan.py")).arg("--json");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("plan.py: not run, there is no {}: {error}", python.display());
            return None;
        }
    };
    // A script that stops before it reads says why on its standard error.
    let _ = child.stdin.take().map(|mut input| input.write_all(sample.as_bytes()));
    let output = child.wait_with_output().expect("the script ends");
    if !output.status.success() {
        eprintln!("plan.py: {}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    let row: Value = serde_json::from_slice(&output.stdout).expect("a JSON object");
    assert_eq!(row["count"], count, "plan.py: number of dates");
    assert_eq!(row["checksum"], checksum, "plan.py: other dates than the native run");
    row["seconds"].as_f64()
}
