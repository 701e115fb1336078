//! Slices without panics, and whole numbers as floats and back without lossy casts.

/// The value at `index`, or the default.
#[inline]
pub(super) fn at<T: Copy + Default>(list: &[T], index: usize) -> T {
    list.get(index).copied().unwrap_or_default()
}

/// Sets the value at `index`, if there is one.
#[inline]
pub(super) fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}

/// A small index.
#[inline]
pub(super) fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// A small index as a place.
#[inline]
pub(super) fn wide(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// The float nearest to `value`, within two roundings.
pub(super) fn float(value: i128) -> f64 {
    let size = value.unsigned_abs();
    let mut sum = 0.0;
    for part in (0..4_u32).rev() {
        let limb = u32::try_from((size >> (32 * part)) & 0xFFFF_FFFF).unwrap_or_default();
        sum = sum * 4_294_967_296.0 + f64::from(limb);
    }
    if value < 0 { -sum } else { sum }
}

/// A count as a float.
pub(super) fn count(value: usize) -> f64 {
    f64::from(small(value))
}

/// `value × 2^shift` rounded down to a whole number, for a finite `value` that is not negative; `None` beyond
/// 2¹²⁰.
pub(super) fn scaled(value: f64, shift: u32) -> Option<i128> {
    if !value.is_finite() || value < 0.0 {
        return None;
    }
    let bits = value.to_bits();
    let exponent = i32::try_from((bits >> 52) & 0x7FF).ok()?;
    if exponent == 0 {
        return Some(0);
    }
    let mantissa = i128::from((bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000);
    let move_by = exponent - 1_075 + i32::try_from(shift).ok()?;
    if move_by > 67 {
        return None;
    }
    let places = move_by.unsigned_abs();
    Some(if move_by >= 0 {
        mantissa << places
    } else if places > 60 {
        0
    } else {
        mantissa >> places
    })
}

/// `value / 2^shift`, rounded up.
pub(super) fn ceiling(value: i128, shift: u32) -> i128 {
    -((-value) >> shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_and_back() {
        for value in [0, 1, 2, 12_345, 9_007_199_254_740_991_i128] {
            assert_eq!(scaled(float(value), 0), Some(value));
            assert_eq!(scaled(float(value), 10), Some(value << 10));
        }
        assert_eq!(scaled(1.75, 2), Some(7));
        assert_eq!(scaled(1.75, 0), Some(1));
        assert_eq!(scaled(-1.0, 0), None);
        assert_eq!(scaled(f64::INFINITY, 0), None);
        assert_eq!(float(-5).to_bits(), (-5.0_f64).to_bits());
        assert_eq!([ceiling(5, 1), ceiling(-5, 1), ceiling(4, 1)], [3, -2, 2]);
    }
}
