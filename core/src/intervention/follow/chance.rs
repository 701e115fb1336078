//! How likely a count is by chance.

use crate::order;
use std::cmp::Ordering;

/// A term below this share of the sum so far no longer counts.
const NEGLIGIBLE: f64 = 1e-18;

/// `P(X ≥ k)` of a Poisson law with this mean, summed from the side that keeps its digits.
pub(super) fn poisson_tail(k: u32, mean: f64) -> f64 {
    if k == 0 {
        return 1.0;
    }
    if mean <= 0.0 {
        return 0.0;
    }
    let (at, log_mean) = (f64::from(k), libm::log(mean));
    let term = |j: f64| libm::exp(j * log_mean - mean - libm::lgamma(j + 1.0));
    if at > mean {
        return sum(term(at), at, |j| mean / (j + 1.0), |j| j + 1.0).min(1.0);
    }
    1.0 - sum(term(at - 1.0), at - 1.0, |j| j / mean, |j| j - 1.0).min(1.0)
}

/// `P(X ≥ k)` of a binomial law of `n` draws with probability `p`.
pub(super) fn binomial_tail(k: u32, n: u32, p: f64) -> f64 {
    if k == 0 || p >= 1.0 {
        return if k <= n { 1.0 } else { 0.0 };
    }
    if k > n || p <= 0.0 {
        return 0.0;
    }
    let (at, all, odds) = (f64::from(k), f64::from(n), p / (1.0 - p));
    let term = |j: f64| {
        let ways = libm::lgamma(all + 1.0) - libm::lgamma(j + 1.0) - libm::lgamma(all - j + 1.0);
        libm::exp(ways + j * libm::log(p) + (all - j) * libm::log1p(-p))
    };
    if at > all * p {
        let up = |j: f64| (all - j) / (j + 1.0) * odds;
        return sum(term(at), at, up, |j| j + 1.0).min(1.0);
    }
    let down = |j: f64| j / (all - j + 1.0) / odds;
    1.0 - sum(term(at - 1.0), at - 1.0, down, |j| j - 1.0).min(1.0)
}

/// Sums terms that shrink from the first on; a factor of 0 ends the sum. Its length is bounded: far beyond the mean of a
/// law each term is less than half the one before, and near it there are a few standard deviations.
fn sum(first: f64, start: f64, factor: impl Fn(f64) -> f64, next: impl Fn(f64) -> f64) -> f64 {
    const TERMS_MAX: u32 = 10_000_000;
    let (mut term, mut total, mut at) = (first, first, start);
    for _ in 0..TERMS_MAX {
        term *= factor(at);
        total += term;
        at = next(at);
        if term <= total * NEGLIGIBLE {
            break;
        }
    }
    total
}

/// Adjusts probabilities for their number, in the order given.
///
/// Holm: the i-th smallest of m, from 0, times m − i, never less than the one before it. Benjamini–Hochberg: times
/// m / (i + 1), never more than the one after it. `m` counts all tests, also those whose probability is not given
/// because it is 1.
pub(super) fn adjust(values: &[f64], tests: u32, is_holm: bool) -> Vec<f64> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    let value = |place: &usize| values.get(*place).copied().unwrap_or(1.0);
    order::sort_by(&mut places, |a, b| value(a).total_cmp(&value(b)).then(Ordering::Equal));
    let all = f64::from(tests);
    let ranks = (0..tests).map(f64::from);
    let mut adjusted = vec![1.0; values.len()];
    let mut ranked: Vec<(usize, f64)> = places.into_iter().zip(ranks).collect();
    let mut bound = if is_holm { 0.0 } else { 1.0 };
    if !is_holm {
        ranked.reverse();
    }
    for (place, rank) in ranked {
        let own = value(&place);
        bound = if is_holm {
            (own * (all - rank)).max(bound)
        } else {
            (own * all / (rank + 1.0)).min(bound)
        };
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = bound.min(1.0);
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::{adjust, binomial_tail, poisson_tail};

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{found} for {expected}");
    }

    /// Sums of a few terms, by hand.
    #[test]
    fn tails_agree_with_sums_by_hand() {
        close(poisson_tail(1, 0.5), 1.0 - libm::exp(-0.5));
        close(poisson_tail(2, 3.0), 1.0 - 4.0 * libm::exp(-3.0));
        close(binomial_tail(2, 2, 0.25), 0.0625);
        close(binomial_tail(1, 3, 0.5), 0.875);
        close(binomial_tail(3, 4, 0.1), 4.0 * 0.001 * 0.9 + 0.0001);
        for (k, n) in [(0, 5), (6, 5)] {
            close(binomial_tail(k, n, 0.3), if k == 0 { 1.0 } else { 0.0 });
        }
    }

    /// Exact sums of fractions, and of decimals at 50 digits.
    #[test]
    fn long_tails_agree_with_exact_sums() {
        let near = |found: f64, expected: f64| {
            assert!((found - expected).abs() <= 1e-10 * expected, "{found} for {expected}");
        };
        near(binomial_tail(30, 300, 0.05), 0.000_281_794_032_309_168_6);
        near(binomial_tail(120, 1_000, 0.125), 0.697_486_508_748_220_4);
        near(binomial_tail(60, 400, 6.0 / 79.0), 4.048_253_356_843_646_5e-7);
        near(binomial_tail(3, 5_000, 0.000_1), 0.014_381_991_560_423_59);
        near(poisson_tail(40, 20.0), 5.320_202_511_246_217_5e-5);
        near(poisson_tail(10, 0.5), 1.709_670_029_348_903_3e-10);
        near(poisson_tail(150, 200.0), 0.999_903_213_780_055_6);
        near(poisson_tail(1_000, 900.0), 0.000_549_902_265_711_782_9);
    }

    /// The example of Benjamini and Hochberg (1995), table of 15 hypotheses: 4 are kept at 0.05 by their method, 3 by
    /// Holm's.
    #[test]
    fn many_tests_are_corrected() {
        let values = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        let kept = |is_holm| adjust(&values, 15, is_holm).iter().filter(|p| **p <= 0.05).count();
        assert_eq!((kept(false), kept(true)), (4, 3));
    }
}
