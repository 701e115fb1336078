//! Mann and Kendall's test that a series rises or falls.

use super::super::compare::{Direction, TestMethod};
use super::super::number::{float, values};
use super::super::special::normal_both_tails;
use super::NoTrend;
use super::events::pairs;
use crate::error::{Error, codes};
use crate::order;
use serde::Serialize;

/// Most values of one series: each pair is compared.
pub const MANN_KENDALL_MAX: usize = 2_000;
/// A series has at most so many values for the exact law of its pairs.
const EXACT_MAX: usize = 40;

/// A test of a series in order of time against a rise or a fall.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MannKendall {
    /// Number of values.
    pub values: usize,
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// Variance of `s` without trend, reduced for equal values.
    pub variance: f64,
    /// `s` over the number of pairs (Kendall's τₐ); `None` without a pair.
    pub tau: Option<f64>,
    /// Two-sided p-value of no trend.
    pub p_value: Option<f64>,
    /// Which way the series goes.
    pub direction: Option<Direction>,
    /// Median slope of all pairs, per place of the series (Theil 1950, Sen 1968); `None` without a pair.
    pub slope: Option<f64>,
    /// How the p-value was found.
    pub method: Option<TestMethod>,
    /// Why a figure is missing.
    pub reason: Option<NoTrend>,
}

/// Mann's test (1945) on a series in order of time, such as an indicator month by month, or the times between
/// the failures of an item (there `up` is for the better). No law is assumed, and no equal spacing.
///
/// The p-value is exact up to 40 values without equal ones; otherwise normal, the variance reduced for
/// ties, one unit taken off `|S|` for continuity.
///
/// # Errors
/// `REN-005` more than [`MANN_KENDALL_MAX`] values · `REN-015` a value that is not finite.
///
/// # Example
/// 1 3 2 5 4: 8 pairs rise and 2 fall; 1 + 4 + 9 of the 120 orders have at most 2 that fall: `2 × 14/120`.
/// ```
/// use entretien::reliability::{Direction, mann_kendall};
/// let test = mann_kendall(&[1.0, 3.0, 2.0, 5.0, 4.0]).unwrap();
/// assert_eq!((test.s, test.tau), (6, Some(0.6)));
/// assert!((test.p_value.unwrap() - 28.0 / 120.0).abs() < 1e-15);
/// assert_eq!((test.direction, test.slope), (Some(Direction::Up), Some(0.875)));
/// ```
pub fn mann_kendall(series: &[f64]) -> Result<MannKendall, Error> {
    mann_kendall_pooled(&[series])
}

/// The same test over several series together, such as the sites of a fleet: pairs are taken within each series,
/// their sums and variances are added (Hirsch and others 1982). Series are taken to be independent. The slope
/// is the median over all pairs.
///
/// # Errors
/// `REN-005`, `REN-015` as in [`mann_kendall`], for all series together.
pub fn mann_kendall_pooled(series: &[&[f64]]) -> Result<MannKendall, Error> {
    let total: usize = series.iter().map(|one| one.len()).sum();
    if total > MANN_KENDALL_MAX {
        let message = format!("{total} values, at most {MANN_KENDALL_MAX}");
        return Err(Error::new(codes::REN_TOO_LARGE, "/series", message));
    }
    for (place, one) in series.iter().enumerate() {
        let before = if series.len() == 1 { "/series".to_owned() } else { format!("/{place}") };
        values(one, &before, MANN_KENDALL_MAX)?;
    }
    let (mut s, mut variance, mut all, mut equal) = (0_i64, 0.0, 0.0, false);
    let mut slopes = Vec::new();
    for one in series {
        s += sum_of_signs(one, &mut slopes);
        let (own, ties) = variance_of(one);
        variance += own;
        equal = equal || ties;
        all += pairs(one.len());
    }
    let slope = median(&mut slopes);
    let answer = MannKendall {
        values: total,
        s,
        variance,
        tau: (all > 0.0).then(|| signed(s) / all),
        p_value: None,
        direction: slope.is_some().then(|| Direction::of(signed(s))),
        slope,
        method: None,
        reason: None,
    };
    if variance <= 0.0 {
        let reason = if slope.is_none() { NoTrend::TooFew } else { NoTrend::NoVariation };
        return Ok(MannKendall { reason: Some(reason), ..answer });
    }
    let distance = signed(s).abs();
    let (p_value, method) = if series.len() == 1 && total <= EXACT_MAX && !equal {
        (exact(total, distance), TestMethod::Exact)
    } else {
        let z = (distance - 1.0).max(0.0) / libm::sqrt(variance);
        (normal_both_tails(z), TestMethod::Normal)
    };
    Ok(MannKendall { p_value: Some(p_value), method: Some(method), ..answer })
}

/// A sum of signs as a float: at most the number of pairs, far below 2³².
fn signed(s: i64) -> f64 {
    let size = u32::try_from(s.unsigned_abs()).map_or(f64::from(u32::MAX), f64::from);
    if s < 0 { -size } else { size }
}

/// Pairs that rise less pairs that fall; the slope of each pair is added to `slopes`.
fn sum_of_signs(series: &[f64], slopes: &mut Vec<f64>) -> i64 {
    let mut s = 0;
    for (place, early) in series.iter().enumerate() {
        for (gap, late) in (1_u32..).zip(series.iter().skip(place + 1)) {
            s += i64::from(late > early) - i64::from(late < early);
            slopes.push((late - early) / f64::from(gap));
        }
    }
    s
}

/// `(n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18`, and whether any values are equal.
fn variance_of(series: &[f64]) -> (f64, bool) {
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let mut sorted = series.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    let groups = sorted.chunk_by(|a, b| a >= b).map(|same| float(same.len()));
    let ties: f64 = groups.map(term).sum();
    ((term(float(series.len())) - ties) / 18.0, ties > 0.0)
}

fn median(list: &mut [f64]) -> Option<f64> {
    order::sort_by(list, f64::total_cmp);
    let high = *list.get(list.len() / 2)?;
    if list.len() % 2 == 1 {
        return Some(high);
    }
    let low = *list.get(list.len() / 2 - 1)?;
    Some(low + (high - low) / 2.0)
}

/// `P(|S| ≥ distance)` over all orders of `n` different values: falling pairs are a sum of independent whole
/// numbers, uniform on 0 … 0, 1, … n−1.
fn exact(n: usize, distance: f64) -> f64 {
    let mut law = vec![1.0];
    for size in 2..=n {
        let mut next = vec![0.0; law.len() + size - 1];
        for (place, weight) in law.iter().enumerate() {
            for cell in next.iter_mut().skip(place).take(size) {
                *cell += weight / float(size);
            }
        }
        law = next;
    }
    let all = pairs(n);
    let tail: f64 = (0_u32..)
        .zip(&law)
        .filter(|(falling, _)| all - 2.0 * f64::from(*falling) >= distance)
        .map(|(_, weight)| *weight)
        .sum();
    (2.0 * tail).min(1.0)
}
