//! Special functions, on `libm` and with fixed iteration bounds.

/// Terms of a series or a continued fraction at most; each converges far sooner in the ranges let in.
const TERMS_MAX: u32 = 20_000;

/// `Σ xⁿ / (a (a+1) … (a+n))`: the lower incomplete gamma function without its factor `xᵃ e⁻ˣ`.
fn lower_series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut next) = (1.0 / a, 1.0 / a, a);
    for _ in 0..TERMS_MAX {
        next += 1.0;
        term *= x / next;
        sum += term;
        if term <= sum * 1e-17 {
            break;
        }
    }
    sum
}

/// The upper incomplete gamma function without its factor `xᵃ e⁻ˣ`, for `x > a + 1` (Lentz).
fn upper_fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut term = x + 1.0 - a;
    let mut above = 1.0 / TINY;
    let mut below = 1.0 / term;
    let mut value = below;
    for n in 1..=TERMS_MAX {
        let n = f64::from(n);
        let factor = -n * (n - a);
        term += 2.0;
        below = factor * below + term;
        below = 1.0 / if below.abs() < TINY { TINY } else { below };
        above = term + factor / above;
        if above.abs() < TINY {
            above = TINY;
        }
        let change = below * above;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// What Stirling's formula leaves of `ln Γ(a)`: `ln Γ(a) − (a − ½) ln a + a − ½ ln 2π`, for `a` from 10 up, to
/// 10⁻¹⁵ (Abramowitz and Stegun 6.1.41).
pub(super) fn stirling_rest(a: f64) -> f64 {
    let square = 1.0 / (a * a);
    let tail = 1.0 / 1_260.0 - square * (1.0 / 1_680.0 - square * (1.0 / 1_188.0));
    let tail = tail - square * square * square * (691.0 / 360_360.0 - square / 156.0);
    (1.0 / 12.0 - square * (1.0 / 360.0 - square * tail)) / a
}

/// `xᵃ e⁻ˣ / Γ(a)`. From 10 up it is written around `x = a`, where logarithms would cancel.
fn gamma_factor(a: f64, x: f64) -> f64 {
    if a < 10.0 {
        return libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    }
    let beyond = (x - a) / a;
    let gap = a * (beyond - libm::log1p(beyond));
    libm::sqrt(a / (2.0 * std::f64::consts::PI)) * libm::exp(-gap - stirling_rest(a))
}

/// From this parameter on the incomplete gamma function is taken from its expansion: the series would need more
/// than [`TERMS_MAX`] terms.
const EXPANDED: f64 = 1e6;

/// Both sides `[P, Q]` for large `a`: Temme's uniform expansion (DLMF 8.12), of which two terms are enough there.
fn expanded(a: f64, x: f64) -> [f64; 2] {
    let beyond = (x - a) / a;
    let eta = libm::copysign(libm::sqrt(2.0 * (beyond - libm::log1p(beyond)).max(0.0)), beyond);
    // Where η is not small the factor below is 0.
    let first = eta * (1.0 / 12.0 - eta * (2.0 / 135.0 - eta * (1.0 / 864.0))) - 1.0 / 3.0;
    let second = -1.0 / 540.0 - eta / 288.0;
    let density = libm::exp(-a * eta * eta / 2.0) / libm::sqrt(2.0 * std::f64::consts::PI * a);
    let rest = if density > 0.0 { density * (first + second / a) } else { 0.0 };
    let far = eta * libm::sqrt(a / 2.0);
    [libm::erfc(-far) / 2.0 - rest, libm::erfc(far) / 2.0 + rest].map(|side| side.clamp(0.0, 1.0))
}

/// Regularised lower incomplete gamma function `P(a, x)`, `a > 0`: 0 at 0, 1 far out.
pub(super) fn gamma_p(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if a >= EXPANDED {
        let [lower, _] = expanded(a, x);
        return lower;
    }
    if x < a + 1.0 {
        (gamma_factor(a, x) * lower_series(a, x)).min(1.0)
    } else {
        1.0 - gamma_q(a, x)
    }
}

/// Regularised upper incomplete gamma function `Q(a, x) = 1 − P(a, x)`.
pub(super) fn gamma_q(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    if a >= EXPANDED {
        let [_, upper] = expanded(a, x);
        return upper;
    }
    if x < a + 1.0 {
        1.0 - gamma_p(a, x)
    } else {
        (gamma_factor(a, x) * upper_fraction(a, x)).clamp(0.0, 1.0)
    }
}

/// Lower incomplete gamma function `γ(a, x)`, for `a` up to 170.
pub(super) fn gamma_lower(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        0.0
    } else if x < a + 1.0 {
        libm::exp(a * libm::log(x) - x) * lower_series(a, x)
    } else {
        libm::tgamma(a) * gamma_p(a, x)
    }
}

/// `ψ(x)`, the slope of `ln Γ`, for `x` above 0: carried up to 12, then its asymptotic series.
pub(super) fn digamma(x: f64) -> f64 {
    let (mut x, mut carried) = (x, 0.0);
    while x < 12.0 {
        carried -= 1.0 / x;
        x += 1.0;
    }
    let s = 1.0 / (x * x);
    let tail = 1.0 / 252.0 - s * (1.0 / 240.0 - s * (1.0 / 132.0 - s * (691.0 / 32_760.0)));
    carried + libm::log(x) - 0.5 / x - s * (1.0 / 12.0 - s * (1.0 / 120.0 - s * tail))
}

/// `ψ′(x)`, for `x` above 0.
pub(super) fn trigamma(x: f64) -> f64 {
    let (mut x, mut carried) = (x, 0.0);
    while x < 12.0 {
        carried += 1.0 / (x * x);
        x += 1.0;
    }
    let s = 1.0 / (x * x);
    let tail = 1.0 / 42.0 - s * (1.0 / 30.0 - s * (5.0 / 66.0 - s * (691.0 / 2_730.0)));
    carried + 1.0 / x + s / 2.0 + s / x * (1.0 / 6.0 - s * (1.0 / 30.0 - s * tail))
}

/// Density of the standard normal law.
pub(super) fn normal_density(z: f64) -> f64 {
    libm::exp(-z * z / 2.0) / libm::sqrt(2.0 * std::f64::consts::PI)
}

/// `P(Z ≤ z)` of the standard normal law.
pub(super) fn normal_cdf(z: f64) -> f64 {
    libm::erfc(-z / std::f64::consts::SQRT_2) / 2.0
}

/// `P(|Z| ≥ |z|)` of the standard normal law.
pub(super) fn normal_both_tails(z: f64) -> f64 {
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// The `z` with `P(Z ≤ z) = share`, within ±39.
pub(super) fn normal_quantile(share: f64) -> f64 {
    super::number::bisect(-39.0, 39.0, |z| normal_cdf(z) >= share)
}

/// The value that a χ² law with so many degrees of freedom stays below with probability `share`.
pub(super) fn chi_square_quantile(share: f64, degrees: f64) -> f64 {
    let half = degrees / 2.0;
    let far = 4.0 * (half + 40.0 * libm::sqrt(half) + 400.0);
    // Each from the tail that keeps its digits.
    super::number::bisect(0.0, far, |x| {
        if share > 0.5 {
            gamma_q(half, x / 2.0) <= 1.0 - share
        } else {
            gamma_p(half, x / 2.0) >= share
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Millions of events, by integration at 40 digits (mpmath).
    #[test]
    fn large_parameters_keep_their_digits() {
        let near = |found: f64, expected: f64| {
            assert!((found - expected).abs() <= 1e-11 * expected, "{found} for {expected}");
        };
        near(gamma_q(1e6, 1_001_500.0), 0.066_861_104_235_897_76);
        near(gamma_p(1e7, 9_997_000.0), 0.171_393_533_400_972_07);
        near(gamma_q(1e9, 1_000_100_000.0), 0.000_782_956_161_958_326_8);
        // Just below, by the fraction; boost's figure.
        near(gamma_q(9.9e5, 992_000.0), 0.022_265_460_096_928_487);
        // Q(a, a) = ½ − 1/(3 √(2πa)) − …: either side of the limit.
        let middle =
            |a: f64| 0.5 - (1.0 / 3.0 + 1.0 / (540.0 * a)) / (core::f64::consts::TAU * a).sqrt();
        near(gamma_q(999_999.0, 999_999.0), middle(999_999.0));
        near(gamma_q(1e6, 1e6), middle(1e6));
    }

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 2e-14 * expected.abs(), "{found} for {expected}");
    }

    /// Figures of mpmath at 30 digits.
    #[test]
    fn agrees_with_printed_values() {
        close(gamma_p(0.5, 0.25), 0.520_499_877_813_046_5);
        close(gamma_q(3.0, 10.0), 0.002_769_395_715_511_576);
        close(gamma_p(3.0, 2.0), 0.323_323_583_816_936_54);
        close(gamma_lower(0.4, 0.5), 1.659_224_496_073_332_7);
        close(gamma_lower(0.4, 50.0), 2.218_159_543_757_688);
        close(normal_cdf(-3.0), 0.001_349_898_031_630_094_6);
        // Poisson sums: P(X ≥ 30) of mean 25, and ln Γ(10) = ln 9!.
        close(gamma_p(30.0, 25.0), 0.182_103_915_977_455_1);
        close(
            libm::exp(stirling_rest(10.0))
                * libm::exp(9.5 * libm::log(10.0) - 10.0)
                * libm::sqrt(2.0 * std::f64::consts::PI),
            362_880.0,
        );
        // −γ, and π²/6.
        close(digamma(1.0), -0.577_215_664_901_532_9);
        close(trigamma(1.0), 1.644_934_066_848_226_4);
        close(normal_both_tails(-2.0), 0.045_500_263_896_358_41);
        close(chi_square_quantile(0.95, 6.0), 12.591_587_243_743_978);
        close(chi_square_quantile(0.05, 4.0), 0.710_723_021_397_324_2);
        close(normal_quantile(0.975), 1.959_963_984_540_054_2);
    }
}
