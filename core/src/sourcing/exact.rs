//! Exact fractions, and the few places where they are rounded.

use crate::error::{Error, codes};
use crate::quantity::INTEGER_MAX;
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// A fraction without bounds; nothing is lost before it is rounded.
pub(super) type Exact = Ratio<BigInt>;

/// One million: rates are in parts per million.
const MILLION: i64 = 1_000_000;

pub(super) fn exact(whole: impl Into<BigInt>) -> Exact {
    Ratio::from_integer(whole.into())
}

/// `above / below`; `below` is not zero.
pub(super) fn over(above: impl Into<BigInt>, below: impl Into<BigInt>) -> Exact {
    Ratio::new(above.into(), below.into())
}

/// Parts per million as a fraction: 20 000 is 1/50.
pub(super) fn ppm(parts: i64) -> Exact {
    over(parts, MILLION)
}

/// `1 + rate`, the factor of a year at a rate in parts per million.
pub(super) fn grown(rate_ppm: i64) -> Exact {
    over(MILLION.saturating_add(rate_ppm), MILLION)
}

/// `base` to the power of `times`.
pub(super) fn power(base: &Exact, times: u32) -> Exact {
    let exponent = i32::try_from(times).unwrap_or(i32::MAX);
    if base.is_zero() && times > 0 { Exact::zero() } else { base.pow(exponent) }
}

/// To the nearest whole number, a half away from zero ([`Rounding::HalfUp`](crate::quantity::Rounding)).
pub(super) fn half_up(value: &Exact) -> BigInt {
    value.round().to_integer()
}

/// The least whole number that is not below.
pub(super) fn ceiling(value: &Exact) -> BigInt {
    value.ceil().to_integer()
}

/// A rounded amount within ±(2⁵³−1).
///
/// # Errors
/// `SRC-009` beyond.
pub(super) fn minor(value: &Exact) -> Result<i64, Error> {
    bounded(&half_up(value))
}

/// A whole number within ±(2⁵³−1).
///
/// # Errors
/// `SRC-009` beyond.
pub(super) fn bounded(value: &BigInt) -> Result<i64, Error> {
    let small = value.to_i64().filter(|value| (-INTEGER_MAX..=INTEGER_MAX).contains(value));
    small.ok_or_else(|| {
        let digits = value.abs().to_string().len();
        Error::new(codes::SRC_OVERFLOW, "", format!("a result of {digits} digits"))
    })
}

/// A count within 2⁵³−1.
///
/// # Errors
/// `SRC-009` beyond.
pub(super) fn count(value: &BigInt) -> Result<u64, Error> {
    bounded(value).map(|value| u64::try_from(value).unwrap_or_default())
}

/// The float nearest to a fraction, halves to even: the same bits everywhere.
pub(super) fn float(value: &Exact) -> f64 {
    /// More bits than the 53 of a float and the one that rounds.
    const BITS: i64 = 66;
    let (above, below) = (value.numer(), value.denom());
    if above.is_zero() {
        return 0.0;
    }
    let bits = |whole: &BigInt| i64::try_from(whole.bits()).unwrap_or(i64::MAX);
    let shift = (BITS - bits(above) + bits(below)).max(0);
    let shifted = above.abs() << shift;
    let mut quotient: BigInt = &shifted / below;
    if !(&shifted % below).is_zero() {
        // The rest only decides which side of a half it is on.
        quotient |= BigInt::one();
    }
    let size = libm::ldexp(
        quotient.to_f64().unwrap_or(f64::INFINITY),
        i32::try_from(-shift).unwrap_or(i32::MIN),
    );
    if above.is_negative() { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_the_nearest() {
        for (above, below, expected) in [
            (1, 3, 1.0 / 3.0),
            (2, 1, 2.0),
            (-7, 10, -0.7),
            (9_007_199_254_740_993_i64, 1, 9_007_199_254_740_992.0),
        ] {
            assert!((float(&over(above, below)) - expected).abs() < f64::MIN_POSITIVE);
        }
        assert!(float(&Exact::zero()).abs() < f64::MIN_POSITIVE);
    }

    #[test]
    fn halves_go_away_from_zero() {
        let cases = [(5, 2, 3), (-5, 2, -3), (7, 3, 2), (-1, 3, 0)];
        for (above, below, rounded) in cases {
            assert_eq!(half_up(&over(above, below)), BigInt::from(rounded));
        }
    }
}
