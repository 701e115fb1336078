//! Measured ratios: `ratios SUBCOMMAND`.
//!
//! Every subcommand prints a table and, last, one line of `name=value` pairs: the worst value of each
//! column. How to repeat a measure is written in `benches/RECORD.md`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command prints")]

mod audit;
mod business_time;
mod kpi;
mod plan;
mod recurrence;
mod renewal;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("recurrence") => {
            recurrence::run();
            ExitCode::SUCCESS
        }
        Some("audit") => {
            audit::run();
            ExitCode::SUCCESS
        }
        Some("kpi") => {
            kpi::run();
            ExitCode::SUCCESS
        }
        Some("renewal") => {
            renewal::run();
            ExitCode::SUCCESS
        }
        Some("business-time") => {
            business_time::run();
            ExitCode::SUCCESS
        }
        Some(name @ ("plan" | "plan-batches" | "plan-peak" | "plan-sample")) => {
            let assets = arguments.get(1).map_or(Ok(plan::ASSETS), |n| n.parse());
            let Ok(assets) = assets else { return usage() };
            match name {
                "plan-batches" => plan::batches::run(assets),
                "plan-peak" => plan::run_peak(assets),
                "plan-sample" => plan::run_sample(assets),
                _ => plan::run(assets),
            }
            ExitCode::SUCCESS
        }
        Some("recurrence-hostile") => {
            match arguments.get(1).and_then(|n| n.parse().ok()) {
                Some(index) => recurrence::hostile::run_one(index),
                None => recurrence::hostile::run(),
            }
            ExitCode::SUCCESS
        }
        Some("recurrence-profile") => {
            let index = arguments.get(1).and_then(|n| n.parse().ok()).unwrap_or(0);
            recurrence::profile(index, arguments.get(2).map_or("compiled", String::as_str));
            ExitCode::SUCCESS
        }
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!(
        "usage: ratios audit | business-time | kpi | plan [ASSETS] | plan-batches [ASSETS] | plan-sample [ASSETS] | \
         recurrence | recurrence-hostile | renewal"
    );
    ExitCode::from(2)
}
