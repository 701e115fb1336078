//! The incomplete beta function and its inverse, on `libm` and with fixed iteration bounds.

use super::number::bisect;
use super::special::stirling_rest;

/// Steps of the continued fraction at most; it takes a few times `√max(a, b)` of them, some 10⁵ for the largest
/// counts.
const STEPS_MAX: u32 = 1_000_000;

/// `xᵃ (1−x)ᵇ / B(a, b)`.
///
/// With large parameters the logarithms of its factors cancel: there it is written around the mode, where
/// nothing does.
fn factor(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if a < 10.0 || b < 10.0 {
        let logs = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b);
        return libm::exp(logs + a * log_share(x, y) + b * log_share(y, x));
    }
    let (sum, beyond) = (a + b, if x < y { a - (a + b) * x } else { (a + b) * y - b });
    // −ln(1 + e) + e, for x and for 1 − x.
    let part = |e: f64| e - libm::log1p(e);
    let gap = a * part(-beyond / a) + b * part(beyond / b);
    let rest = stirling_rest(sum) - stirling_rest(a) - stirling_rest(b);
    libm::sqrt(a / sum * b / (2.0 * std::f64::consts::PI)) * libm::exp(rest - gap)
}

/// `ln x`, from the complement when that is the smaller one.
fn log_share(x: f64, complement: f64) -> f64 {
    if x <= 0.5 { libm::log(x) } else { libm::log1p(-complement) }
}

/// The continued fraction of the incomplete beta function (Lentz).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let held = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut above = 1.0;
    let mut below = 1.0 / held(1.0 - (a + b) * x / (a + 1.0));
    let mut value = below;
    for step in 1..=STEPS_MAX {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        below = 1.0 / held(1.0 + even * below);
        above = held(1.0 + even / above);
        value *= below * above;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        below = 1.0 / held(1.0 + odd * below);
        above = held(1.0 + odd / above);
        let change = below * above;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// Both sides of the regularised incomplete beta function, `[Iₓ(a, b), 1 − Iₓ(a, b)]`, given `x` and `y = 1 − x`.
/// The smaller side keeps its digits.
pub(super) fn beta_sides(a: f64, b: f64, x: f64, y: f64) -> [f64; 2] {
    if x <= 0.0 {
        return [0.0, 1.0];
    }
    if y <= 0.0 {
        return [1.0, 0.0];
    }
    if x * (a + b + 2.0) < a + 1.0 {
        let lower = (factor(a, b, x, y) * fraction(a, b, x) / a).clamp(0.0, 1.0);
        [lower, 1.0 - lower]
    } else {
        let upper = (factor(a, b, x, y) * fraction(b, a, y) / b).clamp(0.0, 1.0);
        [1.0 - upper, upper]
    }
}

/// The point that a beta law stays below with probability `share`, with its complement: `[x, 1 − x]`.
pub(super) fn beta_quantile(a: f64, b: f64, share: f64) -> [f64; 2] {
    let passed = |[lower, upper]: [f64; 2]| {
        if share > 0.5 { upper <= 1.0 - share } else { lower >= share }
    };
    // The half that the point lies in, so that the smaller of the two keeps its digits.
    if passed(beta_sides(a, b, 0.5, 0.5)) {
        let x = bisect(0.0, 0.5, |x| passed(beta_sides(a, b, x, 1.0 - x)));
        [x, 1.0 - x]
    } else {
        let y = bisect(0.0, 0.5, |y| !passed(beta_sides(a, b, 1.0 - y, y)));
        [1.0 - y, y]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found} for {expected}");
    }

    /// Closed forms: `I_x(1, b) = 1 − (1−x)^b`, `I_x(2, 3)` a polynomial, and the median of a symmetric law.
    #[test]
    fn agrees_with_closed_forms() {
        close(beta_sides(1.0, 3.0, 0.2, 0.8)[0], 0.488, 1e-14);
        // 1 − Σ C(4,j) x^j (1−x)^(4−j) for j < 2, at x = 0.3
        close(beta_sides(2.0, 3.0, 0.3, 0.7)[0], 1.0 - 0.2401 - 0.4116, 1e-14);
        close(beta_sides(40.0, 40.0, 0.5, 0.5)[0], 0.5, 1e-14);
        // The arcsine law: 2/π asin √x, a sixth at sin²(15°)... a third at x = 1/4.
        close(beta_sides(0.5, 0.5, 0.25, 0.75)[1], 2.0 / 3.0, 1e-14);
        // Far in the tail: x^a / a · B⁻¹ · …, with b = 1 it is x^a.
        close(beta_sides(30.0, 1.0, 1e-3, 0.999)[0], 1e-90, 1e-12);
        let [x, y] = beta_quantile(1.0, 3.0, 0.488);
        close(x, 0.2, 1e-14);
        close(y, 0.8, 1e-14);
        let [_, y] = beta_quantile(3.0, 1.0, 1.0 - 1e-12);
        close(y, 1e-12 / 3.0, 1e-4); // 1 − 1e-12 itself has but four digits
    }

    /// Counts of a billion, by integration at 40 digits (mpmath).
    #[test]
    fn large_counts_keep_their_digits() {
        let lower = |a, b, x: f64| beta_sides(a, b, x, 1.0 - x)[0];
        close(lower(1e9 + 1.0, 1e9 - 20_000.0, 0.5), 0.327_351_544_134_669_25, 1e-10);
        close(lower(5e8, 1e9, 0.333_31), 0.027_616_092_756_525_03, 1e-10);
    }

    /// Clopper and Pearson's interval of 7 in 30 at 95 %: 0.0993 to 0.4228 in print.
    #[test]
    fn agrees_with_a_printed_interval() {
        close(beta_quantile(7.0, 24.0, 0.025)[0], 0.0993, 5e-4);
        close(beta_quantile(8.0, 23.0, 0.975)[0], 0.4228, 5e-4);
    }
}
