//! Renewal and what it needs: rates of its readers.

mod csv;

/// Prints the rate of mapped CSV.
pub(crate) fn run_csv() {
    let (mbps, ratio) = csv::run();
    println!("csv_mbps={mbps:.1} csv_vs_crate={ratio:.2}");
}
