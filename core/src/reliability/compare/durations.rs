//! Durations of two samples compared by their ranks.

use super::super::number::{float, values};
use super::super::special::normal_both_tails;
use super::{Direction, NoComparison, TestMethod};
use crate::error::Error;
use crate::order;
use serde::Serialize;

/// Most values of a sample whose ranks are taken.
pub const RANKED_MAX: usize = 10_000_000;
/// Both samples together have at most so many values for the exact law of their ranks.
const EXACT_MAX: usize = 50;

/// Two samples compared by their ranks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MannWhitney {
    /// Pairs in which the value of the sample is above that of the reference, equal ones counting half.
    pub u: Option<f64>,
    /// `u` over the number of pairs: how often a value of the sample is the larger one, ½ without difference.
    pub superiority: Option<f64>,
    /// Two-sided p-value of one law for both.
    pub p_value: Option<f64>,
    /// Whether values of the sample are larger (`up`) or smaller than those of the reference.
    pub direction: Option<Direction>,
    /// How the p-value was found.
    pub method: Option<TestMethod>,
    /// Why there is no figure.
    pub reason: Option<NoComparison>,
}

/// Mann and Whitney's test (1947) that the values of a sample, such as times to restore, are neither longer nor
/// shorter than those of a reference. No law is assumed; a few very long values do not decide.
///
/// Exact up to 50 values in all without equal ones, and when all are equal; otherwise normal, the variance
/// reduced for ties and half a unit taken off the distance for continuity. Leave values that are not over
/// yet (open incidents) out, and say how many.
///
/// # Errors
/// `REN-005` more than [`RANKED_MAX`] values · `REN-015` a value that is not finite.
///
/// # Example
/// Hours to restore: with 3 and 4 values, all of the first below all of the second, `2/35`.
/// ```
/// use entretien::reliability::{Direction, TestMethod, mann_whitney};
/// let change = mann_whitney(&[1.0, 2.0, 2.5], &[3.0, 4.0, 6.0, 30.0]).unwrap();
/// assert_eq!((change.u, change.method), (Some(0.0), Some(TestMethod::Exact)));
/// assert!((change.p_value.unwrap() - 2.0 / 35.0).abs() < 1e-15);
/// assert_eq!(change.direction, Some(Direction::Down));
/// ```
pub fn mann_whitney(sample: &[f64], reference: &[f64]) -> Result<MannWhitney, Error> {
    values(sample, "/sample", RANKED_MAX)?;
    values(reference, "/reference", RANKED_MAX)?;
    let (n, m) = (float(sample.len()), float(reference.len()));
    if sample.is_empty() || reference.is_empty() {
        return Ok(MannWhitney {
            u: None,
            superiority: None,
            p_value: None,
            direction: None,
            method: None,
            reason: Some(NoComparison::EmptySample),
        });
    }
    let pooled = |list: &[f64], own: bool| -> Vec<(f64, bool)> {
        list.iter().map(|value| (*value, own)).collect()
    };
    let mut all = pooled(sample, true);
    all.extend(pooled(reference, false));
    order::sort_by(&mut all, |a, b| a.0.total_cmp(&b.0));
    let (mut below, mut ranks, mut ties) = (0.0, 0.0, 0.0);
    for same in all.chunk_by(|a, b| a.0 >= b.0) {
        let size = float(same.len());
        let own = float(same.iter().filter(|(_, own)| *own).count());
        ranks += own * (below + f64::midpoint(size, 1.0));
        ties += size * size * size - size;
        below += size;
    }
    let u = ranks - n * (n + 1.0) / 2.0;
    let (p_value, method) = p_value(u, (sample.len(), n), (reference.len(), m), ties);
    Ok(MannWhitney {
        u: Some(u),
        superiority: Some(u / (n * m)),
        p_value: Some(p_value),
        direction: Some(Direction::of(u - n * m / 2.0)),
        method: Some(method),
        reason: None,
    })
}

fn p_value(
    u: f64,
    (n, n_float): (usize, f64),
    (m, m_float): (usize, f64),
    ties: f64,
) -> (f64, TestMethod) {
    let (pairs, all) = (n_float * m_float, n_float + m_float);
    let distance = (u - pairs / 2.0).abs();
    if ties <= 0.0 && n.saturating_add(m) <= EXACT_MAX {
        let counts = rank_counts(n, m);
        let total: f64 = counts.iter().sum();
        let far = pairs / 2.0 + distance;
        let tail: f64 = (0_u32..)
            .zip(&counts)
            .filter(|(u, _)| f64::from(*u) >= far)
            .map(|(_, count)| *count)
            .sum();
        return ((2.0 * tail / total).min(1.0), TestMethod::Exact);
    }
    let variance = pairs / 12.0 * (all + 1.0 - ties / (all * (all - 1.0)));
    if variance <= 0.0 {
        // All values are equal: every order of them is as extreme as this one.
        return (1.0, TestMethod::Exact);
    }
    let z = (distance - 0.5).max(0.0) / libm::sqrt(variance);
    (normal_both_tails(z), TestMethod::Normal)
}

/// The number of orders of `n` and `m` values by their `u`: the coefficients of the Gaussian polynomial,
/// `∏ (1 − q^(m+i)) / (1 − q^i)`, whole numbers below 2⁵³ throughout.
fn rank_counts(n: usize, m: usize) -> Vec<f64> {
    let mut counts = vec![0.0; n * m + 1];
    if let Some(first) = counts.first_mut() {
        *first = 1.0;
    }
    for i in 1..=n {
        let shifted = |counts: &[f64], place: usize, by: usize| {
            place.checked_sub(by).and_then(|place| counts.get(place)).copied().unwrap_or(0.0)
        };
        for place in (0..counts.len()).rev() {
            let less = shifted(&counts, place, m + i);
            if let Some(count) = counts.get_mut(place) {
                *count -= less;
            }
        }
        for place in 0..counts.len() {
            let more = shifted(&counts, place, i);
            if let Some(count) = counts.get_mut(place) {
                *count += more;
            }
        }
    }
    counts
}
