//! Whole numbers as floats: the one rounding that an indicator has.

/// Seconds of an hour.
pub(in crate::kpi) const HOUR: f64 = 3_600.0;

/// A whole number as a float; exact below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "the one rounding; sums are bounded by 2^53")]
pub(in crate::kpi) fn float(whole: impl Into<i128>) -> f64 {
    whole.into() as f64
}

/// Seconds as hours.
pub(in crate::kpi) fn hours(seconds: i64) -> f64 {
    float(seconds) / HOUR
}

/// A count that may be unknown, or a difference that is none.
pub(in crate::kpi) fn count(whole: Option<i64>) -> u64 {
    whole.and_then(|whole| u64::try_from(whole).ok()).unwrap_or_default()
}
