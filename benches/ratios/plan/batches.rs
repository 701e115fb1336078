//! An estate of any size in batches of a hundred thousand assets: time and memory as it grows.

use super::SEED;
use entretien::inventory::Estate;
use entretien::plan::plan_batches;
use entretien_benches::{assets_from, full_input, peak_mib, year};
use std::time::Instant;

const BATCH: u64 = 100_000;

/// Plans `count` assets of the full workload by batches, and prints where it stands after each million.
pub(crate) fn run(count: u64) {
    let mut parts = full_input(0, SEED).to_parts();
    let sites = std::mem::take(&mut parts.estate).into_parts().sites;
    parts.estate = Estate::new(sites, Vec::new(), Vec::new()).expect("sites alone");
    let batches = (0..count.div_ceil(BATCH)).map(|batch| {
        let first = batch * BATCH;
        assets_from(first, BATCH.min(count - first), SEED + batch)
    });
    let started = Instant::now();
    let mut plans = plan_batches(parts, year().start(), year(), batches).expect("no ties");
    let (mut done, mut rows) = (0, 0);
    for plan in plans.by_ref() {
        rows += plan.expect("a plan").len();
        done += BATCH.min(count - done);
        if done.is_multiple_of(1_000_000) || done == count {
            let peak = peak_mib().map_or("unknown".to_owned(), |mib| format!("{mib} MiB"));
            let seconds = started.elapsed().as_secs_f64();
            println!("{done:>12} assets{rows:>14} rows{seconds:>10.2} s   peak {peak}");
        }
    }
    let totals = plans.totals().expect("a batch");
    assert_eq!((totals.assets, totals.occurrences), (count, rows as u64), "sums of all batches");
}
