//! Mean time between failures with its interval, and availability of items and groups of items.

use super::lifetime::TIME_MAX;
use super::number::within;
use super::special::chi_square_quantile;
use crate::error::{Error, codes};
use crate::text::choice;
use serde::Serialize;

/// Most items of a group.
pub const GROUP_ITEMS_MAX: u32 = 1_000;

choice! {
    /// What ended the observation.
    Truncation {
        /// The clock: it stops at a time fixed beforehand.
        Time "time" "stopped at a fixed time" "arrêté à une date fixée",
        /// A failure: it stops with the last one.
        Failure "failure" "stopped at a failure" "arrêté à une panne",
    }
}

/// A mean time between failures and how well it is known, for a constant hazard.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MtbfEstimate {
    /// Operating time over failures; `None` without failure.
    pub mtbf: Option<f64>,
    /// Lower end of the two-sided interval; `None` for an observation stopped at a failure without any.
    pub lower: Option<f64>,
    /// Upper end of the two-sided interval; `None` without failure.
    pub upper: Option<f64>,
    /// Bound that the mean is above with the confidence asked for, the whole risk being on this side.
    pub lower_one_sided: Option<f64>,
}

/// MTBF from the operating time of a group and its number of failures, with its χ² interval:
/// `[2U/χ²(1−α/2; 2n+2), 2U/χ²(α/2; 2n)]`, and `2n` on both sides when a failure ended the observation.
/// Without failure the lower bound `U / −ln(1 − c)` is all there is to say.
///
/// # Errors
/// `REN-002` an operating time that is not from 10⁻¹² to 10¹⁵ · `REN-012` a confidence that is not between
/// 0 and 1.
///
/// # Example
/// NIST e-Handbook 8.4.5.1: 2 failures in 800 h, 90 %.
/// ```
/// use entretien::reliability::{Truncation, mtbf_interval};
/// let mtbf = mtbf_interval(800.0, 2, 0.9, Truncation::Time).unwrap();
/// assert_eq!(mtbf.mtbf, Some(400.0));
/// assert!((mtbf.lower.unwrap() - 127.07).abs() < 0.01);
/// assert!((mtbf.upper.unwrap() - 2_251.23).abs() < 0.01);
/// ```
pub fn mtbf_interval(
    operating_time: f64,
    failures: u32,
    confidence: f64,
    truncation: Truncation,
) -> Result<MtbfEstimate, Error> {
    let times = (1e-12, TIME_MAX);
    within(operating_time, times, codes::REN_BAD_TIME, "/operating_time", "operating time")?;
    if !(confidence > 0.0 && confidence < 1.0) {
        let message = format!("the confidence is `{confidence}`, not between 0 and 1");
        return Err(Error::new(codes::REN_BAD_SHARE, "/confidence", message));
    }
    let n = f64::from(failures);
    let lower_degrees = match truncation {
        Truncation::Time => 2.0 * n + 2.0,
        Truncation::Failure => 2.0 * n,
    };
    let bound = |share: f64, degrees: f64| {
        (degrees > 0.0)
            .then(|| 2.0 * operating_time / chi_square_quantile(share, degrees))
            .filter(|bound| bound.is_finite())
    };
    let tail = (1.0 - confidence) / 2.0;
    Ok(MtbfEstimate {
        mtbf: (failures > 0).then(|| operating_time / n),
        lower: bound(1.0 - tail, lower_degrees),
        upper: bound(tail, 2.0 * n),
        lower_one_sided: bound(confidence, lower_degrees),
    })
}

/// Availability of an item and of groups of equal, independent items.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Availability {
    /// Share of the time that one item works: `MTBF / (MTBF + MTTR)`.
    pub item: f64,
    /// Share of the time that all items work.
    pub series: f64,
    /// Share of the time that at least one works.
    pub parallel: f64,
    /// Share of the time that at least `needed` work.
    pub needed: f64,
    /// Minutes that one item is down in a year of 365 days.
    pub downtime_minutes_per_year: f64,
}

/// Steady availability of `items` equal items that fail and are repaired independently of each other, of
/// which `needed` must work.
///
/// # Errors
/// `REN-002` a time that is negative, not finite or beyond 10¹⁵, both being zero, no item, more than
/// [`GROUP_ITEMS_MAX`], or more needed than there are.
///
/// # Example
/// Two servers of which one must work, 200 h between failures, 4 h to repair:
/// ```
/// use entretien::reliability::availability;
/// let pair = availability(200.0, 4.0, 2, 1).unwrap();
/// assert!((pair.item - 0.980_392_157).abs() < 1e-9);
/// assert!((pair.needed - 0.999_615_532).abs() < 1e-9);
/// ```
pub fn availability(mtbf: f64, mttr: f64, items: u32, needed: u32) -> Result<Availability, Error> {
    let code = codes::REN_BAD_TIME;
    within(mtbf, (0.0, TIME_MAX), code, "/mtbf", "mean time between failures")?;
    within(mttr, (0.0, TIME_MAX), code, "/mttr", "mean time to restore")?;
    within(mtbf + mttr, (1e-300, 2.0 * TIME_MAX), code, "/mtbf", "sum of both times")?;
    let most = f64::from(GROUP_ITEMS_MAX);
    within(f64::from(items), (1.0, most), code, "/items", "number of items")?;
    within(f64::from(needed), (0.0, f64::from(items)), code, "/needed", "number needed")?;
    let (up, down) = (mtbf / (mtbf + mttr), mttr / (mtbf + mttr));
    // Probabilities of 0, 1 … items at work, one item after the other.
    let mut working = vec![1.0];
    for _ in 0..items {
        let mut below = 0.0;
        for weight in &mut working {
            let here = *weight;
            *weight = here * down + below * up;
            below = here;
        }
        working.push(below * up);
    }
    let needed = usize::try_from(needed).unwrap_or(usize::MAX);
    let none = working.first().copied().unwrap_or(0.0);
    let enough: f64 = working.iter().skip(needed).sum();
    let short: f64 = working.iter().take(needed).sum();
    Ok(Availability {
        item: up,
        series: working.last().copied().unwrap_or(0.0),
        parallel: 1.0 - none,
        // The smaller of the two sums keeps its digits.
        needed: if short < enough { 1.0 - short } else { enough },
        downtime_minutes_per_year: down * 525_600.0,
    })
}
