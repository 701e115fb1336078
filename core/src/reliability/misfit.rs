//! Cramér and von Mises' measure of how badly a power law fits.

use super::history::History;
use super::number::float;
use crate::order;
use serde::Serialize;

/// The levels that critical values are printed for.
pub const MISFIT_LEVELS: [f64; 5] = [0.20, 0.15, 0.10, 0.05, 0.01];

/// Critical values at [`MISFIT_LEVELS`] by number of failures, as MIL-HDBK-189 prints them (Crow 1974). A
/// simulation of 200 000 samples and more for each row agrees within 0.002, and within 0.006 in the last column,
/// which print gives to two digits.
const CRITICAL: &[(usize, [f64; 5])] = &[
    (2, [0.138, 0.149, 0.162, 0.175, 0.186]),
    (3, [0.121, 0.135, 0.154, 0.184, 0.23]),
    (4, [0.121, 0.134, 0.155, 0.191, 0.28]),
    (5, [0.121, 0.137, 0.160, 0.199, 0.30]),
    (6, [0.123, 0.139, 0.162, 0.204, 0.31]),
    (7, [0.124, 0.140, 0.165, 0.208, 0.32]),
    (8, [0.124, 0.141, 0.165, 0.210, 0.32]),
    (9, [0.125, 0.142, 0.167, 0.212, 0.32]),
    (10, [0.125, 0.142, 0.167, 0.212, 0.32]),
    (11, [0.126, 0.143, 0.169, 0.214, 0.32]),
    (15, [0.126, 0.144, 0.169, 0.215, 0.33]),
    (16, [0.127, 0.145, 0.171, 0.216, 0.33]),
    (20, [0.128, 0.146, 0.172, 0.217, 0.33]),
    (30, [0.128, 0.146, 0.172, 0.218, 0.33]),
    (60, [0.128, 0.147, 0.173, 0.220, 0.33]),
    (100, [0.129, 0.147, 0.173, 0.220, 0.34]),
];

/// How badly a power law fits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Misfit {
    /// `1/(12m) + Σ ((t/T)^β − (2i−1)/(2m))²` over the sorted `t/T`, with β without bias.
    pub statistic: f64,
    /// Failures that it counts: those that ended an observation are left out.
    pub failures: usize,
    /// Critical values at [`MISFIT_LEVELS`], for the greatest tabled number of failures that is not above.
    pub critical: [f64; 5],
    /// The smallest level at which the power law is rejected; `None` when it is at none of them.
    pub rejected_at: Option<f64>,
}

/// The measure for items seen from new; `None` with fewer than two failures.
pub(super) fn misfit(histories: &[History], beta: f64) -> Option<Misfit> {
    let mut ratios: Vec<f64> =
        histories.iter().flat_map(|history| history.inner().map(|age| age / history.end)).collect();
    order::sort_by(&mut ratios, f64::total_cmp);
    let (_, critical) = CRITICAL.iter().rev().find(|(least, _)| *least <= ratios.len())?;
    let m = float(ratios.len());
    let mut statistic = 1.0 / (12.0 * m);
    for (place, ratio) in ratios.iter().enumerate() {
        let expected = (2.0 * float(place) + 1.0) / (2.0 * m);
        let gap = libm::exp(beta * libm::log(*ratio)) - expected;
        statistic += gap * gap;
    }
    let rejected = critical.iter().zip(MISFIT_LEVELS).filter(|(most, _)| statistic > **most);
    Some(Misfit {
        statistic,
        failures: ratios.len(),
        critical: *critical,
        rejected_at: rejected.map(|(_, level)| level).next_back(),
    })
}
