//! Percentiles of whole numbers.

use crate::error::{Error, codes};
use serde::Serialize;

/// A percentile and what it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Percentile {
    /// The share asked for, 0 to 1.
    pub share: f64,
    /// The value; `None` without any.
    pub value: Option<f64>,
    /// Number of values.
    pub count: u64,
}

/// The percentile of sorted values, between two of them in proportion: place `share × (n − 1)`, counted from 0
/// (Hyndman and Fan's type 7, the default of numpy, R and polars' `linear`).
///
/// # Errors
/// `REN-012` a share that is not from 0 to 1.
///
/// ```
/// use entretien::kpi::percentile;
/// assert_eq!(percentile(&[10, 20, 40, 80], 0.5).unwrap().value, Some(30.0));
/// assert_eq!(percentile(&[], 0.5).unwrap().value, None);
/// ```
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and seconds stay below 2^53; the place is from 0 to the length"
)]
pub fn percentile(sorted: &[i64], share: f64) -> Result<Percentile, Error> {
    if !(0.0..=1.0).contains(&share) {
        let message = format!("the share is `{share}`, not from 0 to 1");
        return Err(Error::new(codes::REN_BAD_SHARE, "/share", message));
    }
    let count = sorted.len();
    let place = share * count.saturating_sub(1) as f64;
    let below = place as usize;
    let value = sorted.get(below).map(|low| {
        let high = sorted.get(below.saturating_add(1)).unwrap_or(low);
        let part = place - below as f64;
        *low as f64 + part * high.saturating_sub(*low) as f64
    });
    Ok(Percentile { share, value, count: count as u64 })
}
