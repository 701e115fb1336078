//! Renewals: the rate of the reader of tables, and the budget of a large estate.

mod budget;
mod csv;

/// Measures and prints.
pub(crate) fn run() {
    let (csv_mbps, csv_vs_crate) = csv::run();
    let budgets = budget::run();
    println!(
        "csv_mbps={csv_mbps:.1} csv_vs_crate={csv_vs_crate:.2} budget_gap={:.6} budget_100k_s={:.2}",
        budgets.gap, budgets.seconds
    );
}
