//! Prices of coming years.

use crate::quantity::{INTEGER_MAX, Rounding};

/// A million parts are the whole.
const WHOLE: i128 = 1_000_000;
/// Most years that a price is carried forward.
pub(super) const YEARS_MAX: u16 = 60;

/// `price_minor` after `years` rises of `index_ppm` each, from the price in one step, half-up;
/// `None` beyond ±(2⁵³−1). More than 60 years count as 60.
///
/// Exact while the powers of the reduced factor fit in 128 bits (2 % for 17 years, 3.17 % for 7); beyond that the
/// factor is carried with 18 decimal places.
///
/// ```
/// use entretien::renewal::price_after;
/// assert_eq!(price_after(100_000, 20_000, 3), Some(106_121)); // 1 000,00 € × 1.02³ = 1 061,208 €
/// assert_eq!(price_after(100_000, 0, 10), Some(100_000));
/// ```
pub fn price_after(price_minor: i64, index_ppm: i64, years: u16) -> Option<i64> {
    if index_ppm == 0 {
        return Some(price_minor);
    }
    let rise = WHOLE + i128::from(index_ppm);
    let years = u32::from(years.min(YEARS_MAX));
    let price = exact(price_minor, rise, years).or_else(|| carried(price_minor, rise, years))?;
    let price = i64::try_from(price).ok()?;
    (-INTEGER_MAX..=INTEGER_MAX).contains(&price).then_some(price)
}

fn exact(price_minor: i64, rise: i128, years: u32) -> Option<i128> {
    let common = gcd(rise.checked_abs()?, WHOLE);
    let above = (rise / common).checked_pow(years)?.checked_mul(i128::from(price_minor))?;
    Rounding::HalfUp.divide(above, (WHOLE / common).checked_pow(years)?)
}

fn carried(price_minor: i64, rise: i128, years: u32) -> Option<i128> {
    const SCALE: i128 = 1_000_000_000_000_000_000;
    let mut factor = SCALE;
    for _ in 0..years {
        factor = Rounding::HalfUp.divide(factor.checked_mul(rise)?, WHOLE)?;
    }
    Rounding::HalfUp.divide(i128::from(price_minor).checked_mul(factor)?, SCALE)
}

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
