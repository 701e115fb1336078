//! Renewals: budgets of a large estate.
//!
//! By CPU time of one thread. The last line also has room for the tables of renewals as CSV.

mod budget;

/// Measures and prints.
pub(crate) fn run() {
    let budgets = budget::run();
    // The tables as CSV are not measured yet.
    let (csv_mbps, csv_vs_crate) = ("none", "none");
    println!(
        "csv_mbps={csv_mbps} csv_vs_crate={csv_vs_crate} budget_gap={:.6} budget_100k_s={:.2}",
        budgets.gap, budgets.seconds
    );
}
