//! Indicators of the real logs, for a second opinion in another language: see `kpi_exact.py`.
//!
//! Prints one object: what the event log of UCI 498 says as a whole, by month, by priority and by category, and the
//! downtime of each system of LANL. The argument is the shared folder.
#![expect(clippy::print_stdout, reason = "a command prints")]

use entretien::kpi::downtime::{Downtime, Outages, fleet_downtime};
use entretien::kpi::{Dimension, Grain, Measure};
use entretien_tests::failures::node_outages;
use entretien_tests::tickets;
use serde_json::{Value, json};
use std::path::Path;

fn system(rows: &[(u32, i64, i64)]) -> Value {
    let count = rows.iter().map(|row| row.0 + 1).max().unwrap_or(0);
    let column = |of: fn(&(u32, i64, i64)) -> i64| rows.iter().map(of).collect::<Vec<i64>>();
    let assets: Vec<u32> = rows.iter().map(|row| row.0).collect();
    let (begins, ends) = (column(|row| row.1), column(|row| row.2));
    let window = (*begins.iter().min().expect("rows"), *ends.iter().max().expect("rows") + 1);
    let outages = Outages { assets: &assets, begins: &begins, ends: &ends, ends_known: None };
    let found: Downtime =
        fleet_downtime(window, count, &outages, None, &[], &[]).expect("an answer").fleet;
    json!({
        "window": window,
        "nodes": count,
        "downtime": found,
        "availability": found.availability(),
        "mtbf": found.mtbf(),
        "mttr": found.mttr(),
    })
}

fn main() {
    let shared = std::env::args().nth(1).unwrap_or_default();
    let shared = Path::new(&shared);
    let log = tickets::log(shared);
    let whole = tickets::kpis(&log, Grain::Whole, &[]);
    let percentile = |share| whole.resolution_percentile(0, 0, share).expect("a percentile");
    let by_category = tickets::kpis(&log, Grain::Whole, &[Dimension::Category]);
    let lanl: serde_json::Map<String, Value> = node_outages(shared)
        .into_iter()
        .map(|(number, rows)| (number.to_string(), system(&rows)))
        .collect();
    let found = json!({
        "whole": whole,
        "percentiles": [percentile(0.5), percentile(0.9), percentile(0.95)],
        "months": tickets::kpis(&log, Grain::Month, &[]),
        "priorities": tickets::kpis(&log, Grain::Whole, &[Dimension::Priority]),
        "pareto": by_category.pareto(0, Measure::OpenedTickets).expect("a pareto"),
        "lanl": lanl,
    });
    println!("{}", serde_json::to_string(&found).expect("JSON"));
}
