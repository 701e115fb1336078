//! Numbers at the edge: what is let in, and whole numbers as floats.

use crate::error::{Code, Error, Faults, codes};

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

/// Most of what a count of a comparison counts: 10⁹.
pub const COUNT_MAX: u64 = 1_000_000_000;

/// A count as a float, refused above [`COUNT_MAX`].
pub(super) fn count(value: u64, place: &str) -> Result<f64, Error> {
    if value > COUNT_MAX {
        let message = format!("the count is `{value}`, at most {COUNT_MAX}");
        return Err(Error::new(codes::REN_BAD_COUNT, place, message));
    }
    Ok(wide(value))
}

/// A 64-bit count as a float; exact up to 2⁵³.
pub(super) fn wide(value: u64) -> f64 {
    let part = |bits: u64| u32::try_from(bits & 0xFFFF_FFFF).map_or(0.0, f64::from);
    part(value >> 32) * 4_294_967_296.0 + part(value)
}

/// Refuses a confidence that is not strictly between 0 and 1.
pub(super) fn confidence(value: f64) -> Result<f64, Error> {
    if value > 0.0 && value < 1.0 {
        return Ok(value);
    }
    let message = format!("the confidence is `{value}`, not between 0 and 1");
    Err(Error::new(codes::REN_BAD_SHARE, "/confidence", message))
}

/// Largest value of a sample that is compared or charted.
pub(super) const VALUE_MAX: f64 = 1e15;

/// Refuses values that are not finite or too large, each by its place after `before`.
pub(super) fn values(list: &[f64], before: &str, most: usize) -> Result<(), Error> {
    if list.len() > most {
        let message = format!("{} values, at most {most}", list.len());
        return Err(Error::new(codes::REN_TOO_LARGE, before, message));
    }
    let mut faults = Faults::new();
    for (place, value) in list.iter().enumerate() {
        if !value.is_finite() || value.abs() > VALUE_MAX {
            let message = format!("the value is `{value}`, not within ±{VALUE_MAX}");
            faults.add(codes::REN_BAD_VALUE, format!("{before}/{place}"), message);
        }
    }
    Error::check(faults.into_vec())
}
