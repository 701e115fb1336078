//! Numbers at the edge: what is let in, and whole numbers as floats.

use crate::error::{Code, Error};

/// Refuses what is not finite or lies outside `low..=high`.
pub(super) fn within(
    value: f64,
    (low, high): (f64, f64),
    code: Code,
    place: &str,
    what: &str,
) -> Result<f64, Error> {
    if value >= low && value <= high {
        return Ok(value);
    }
    Err(Error::new(code, place, format!("the {what} is `{value}`, not from {low} to {high}")))
}

/// A count as a float; exact up to 2³².
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// The whole number below a float that is not negative, held below 2³².
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the range of u32 just before"
)]
pub(super) fn whole(value: f64) -> u32 {
    value.clamp(0.0, f64::from(u32::MAX)) as u32
}

/// [`whole`] as a length.
pub(super) fn length(value: f64) -> usize {
    usize::try_from(whole(value)).unwrap_or(usize::MAX)
}

/// The point between `low` and `high` where `passed` turns from false to true, by halving until the two
/// are neighbours, at most 1 200 times (the bits of a float).
pub(super) fn bisect(mut low: f64, mut high: f64, passed: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..1_200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if passed(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}
