//! How far one machine goes: builds a seeded estate, plans a year, prints time and peak memory.
//!
//! `cargo run --release -p entretien-benches --bin scale -- --assets 1000000`

use clap::Parser;
use entretien::plan::plan;
use entretien_benches::{input, peak_mib, year};
use std::sync::Arc;
use std::time::Instant;

/// Plans a year of a seeded estate and prints what it took.
#[derive(Debug, Parser)]
struct Options {
    /// Number of assets; six tasks apply to each.
    #[arg(long, default_value_t = 1_000_000)]
    assets: u64,
    /// Also hash the canonical bytes.
    #[arg(long)]
    digest: bool,
}

fn main() {
    let options = Options::parse();
    let started = Instant::now();
    let input = Arc::new(input(options.assets, 7));
    let built = started.elapsed();
    let planned = Instant::now();
    let plan = plan(input, year().start(), year()).expect("a plan");
    let planning = planned.elapsed();
    println!("assets       {}", options.assets);
    println!("occurrences  {}", plan.len());
    println!("build        {:.3} s", built.as_secs_f64());
    println!("plan         {:.3} s", planning.as_secs_f64());
    let peak = peak_mib().map_or("unknown".to_owned(), |mib| format!("{mib} MiB"));
    println!("peak memory  {peak}");
    if options.digest {
        let hashed = Instant::now();
        println!("digest       {} in {:.3} s", plan.digest(), hashed.elapsed().as_secs_f64());
    }
}
