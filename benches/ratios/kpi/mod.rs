//! Indicators from Python beside polars, pandas and lifelines: `benches/python/kpi.sh`, run as a command.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Measures and prints; says aloud when the peers cannot run.
pub(crate) fn run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let script = root.join("benches/python/kpi.sh");
    let output = match Command::new(&script).arg("--json").output() {
        Ok(output) if output.status.success() => output,
        Ok(output) => {
            eprintln!("kpi.py: {}", String::from_utf8_lossy(&output.stderr));
            return;
        }
        Err(error) => {
            eprintln!("kpi.sh: not run: {error}");
            return;
        }
    };
    let row: Value = serde_json::from_slice(&output.stdout).expect("a JSON object");
    let seconds = |name: &str| row[name].as_f64().expect("seconds");
    for name in ["grouped", "polars", "pandas", "weibull", "lifelines", "events", "polars_events"] {
        println!("{name:<16}{:>10.1} ms", 1e3 * seconds(name));
    }
    let ratio = |peer: &str, own: &str| seconds(peer) / seconds(own);
    println!(
        "vs_polars={:.2} vs_pandas={:.2} vs_lifelines={:.1} events_vs_polars={:.2} grouped_ms={:.1} weibull_ms={:.1}",
        ratio("polars", "grouped"),
        ratio("pandas", "grouped"),
        ratio("lifelines", "weibull"),
        ratio("polars_events", "events"),
        1e3 * seconds("grouped"),
        1e3 * seconds("weibull")
    );
}
