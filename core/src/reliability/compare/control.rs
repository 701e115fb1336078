//! Control charts: the usual range of a series, and the points that leave it.

use super::super::number::{float, values};
use super::durations::RANKED_MAX;
use super::proportion::ShareSample;
use super::rate::RateSample;
use crate::error::{Error, codes};
use serde::Serialize;

/// So many successive points on one side of the centre are a signal.
pub const RUN_LENGTH: usize = 8;
/// Limits stand so many standard deviations from the centre (Shewhart 1931).
const DEVIATIONS: f64 = 3.0;
/// Mean range of two values of a normal law, in standard deviations: `d₂ = 2/√π`.
const D2: f64 = std::f64::consts::FRAC_2_SQRT_PI;

/// A chart of single values and their moving ranges (`XmR`).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndividualsChart {
    /// Mean of the values.
    pub centre: f64,
    /// Mean distance of successive values.
    pub moving_range: f64,
    /// `centre − 3 moving_range / d₂`, `d₂ = 2/√π`; tables print the factor as 2.66.
    pub lower: f64,
    /// `centre + 3 moving_range / d₂`.
    pub upper: f64,
    /// Largest usual distance of successive values; tables print its factor as 3.27.
    pub moving_range_upper: f64,
    /// Places of the values outside the limits.
    pub outside: Vec<usize>,
    /// Places of the values that end a run of [`RUN_LENGTH`] or more on one side of the centre.
    pub runs: Vec<usize>,
    /// Places of the values too far from the one before.
    pub jumps: Vec<usize>,
}

/// The limits of a series of single values, such as the mean time to restore of each month.
///
/// Limits follow from the moving range, not from the standard deviation, which a shift would inflate.
/// `None` with fewer than two values. Limits of fewer than some twelve values are rough.
///
/// # Errors
/// `REN-005` more than [`RANKED_MAX`] values · `REN-015` a value that is not finite.
///
/// # Example
/// 10 12 11 9 13: mean 11, moving ranges 2 1 2 4, mean 2.25: `11 ± 2.66 × 2.25`.
/// ```
/// use entretien::reliability::control_limits_individuals;
/// let chart = control_limits_individuals(&[10.0, 12.0, 11.0, 9.0, 13.0]).unwrap().unwrap();
/// assert_eq!((chart.centre, chart.moving_range), (11.0, 2.25));
/// assert!((chart.upper - 16.982).abs() < 1e-3 && (chart.lower - 5.018).abs() < 1e-3);
/// assert!(chart.outside.is_empty());
/// ```
pub fn control_limits_individuals(series: &[f64]) -> Result<Option<IndividualsChart>, Error> {
    values(series, "/series", RANKED_MAX)?;
    if series.len() < 2 {
        return Ok(None);
    }
    let n = float(series.len());
    let centre = series.iter().sum::<f64>() / n;
    let ranges: Vec<f64> =
        series.iter().zip(series.iter().skip(1)).map(|(a, b)| (b - a).abs()).collect();
    let moving_range = ranges.iter().sum::<f64>() / (n - 1.0);
    let width = DEVIATIONS * moving_range / D2;
    let (lower, upper) = (centre - width, centre + width);
    // Standard deviation of the range of two: √(2 − 4/π).
    let spread = libm::sqrt(2.0 - 4.0 * std::f64::consts::FRAC_1_PI);
    let moving_range_upper = moving_range * (1.0 + DEVIATIONS * spread / D2);
    let outside = places(series, |value| *value < lower || *value > upper);
    let jumps = places(&ranges, |range| *range > moving_range_upper);
    let sides = series.iter().map(|value| value - centre);
    Ok(Some(IndividualsChart {
        centre,
        moving_range,
        lower,
        upper,
        moving_range_upper,
        outside,
        runs: runs(sides),
        jumps: jumps.into_iter().map(|place| place + 1).collect(),
    }))
}

fn places<T>(list: &[T], chosen: impl Fn(&T) -> bool) -> Vec<usize> {
    list.iter().enumerate().filter(|(_, item)| chosen(item)).map(|(place, _)| place).collect()
}

/// Places that end a run on one side; a value at the centre ends the run.
fn runs(sides: impl Iterator<Item = f64>) -> Vec<usize> {
    let (mut length, mut above) = (0_usize, false);
    let mut found = Vec::new();
    for (place, side) in sides.enumerate() {
        let same = length > 0 && above == (side > 0.0);
        length = if side.abs() > 0.0 { if same { length + 1 } else { 1 } } else { 0 };
        above = side > 0.0;
        if length >= RUN_LENGTH {
            found.push(place);
        }
    }
    found
}

/// A point of a chart of ratios.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ControlPoint {
    /// The ratio of the point; `None` without trial, as the limits.
    pub ratio: Option<f64>,
    /// Lower limit, not below 0.
    pub lower: Option<f64>,
    /// Upper limit; not above 1 for shares.
    pub upper: Option<f64>,
}

/// A chart of shares (p) or rates (u), with limits for each point, since the denominators differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RatioChart {
    /// The ratio of sums.
    pub centre: f64,
    /// Each point, in the order given.
    pub points: Vec<ControlPoint>,
    /// Standard deviation of the points in units of the one that chance gives, from moving ranges (Laney
    /// 2002): about 1 when the counts vary by chance alone. Well above 1, as with thousands of tickets a
    /// month, nearly every point leaves these limits. `None` with fewer than two points or no variation.
    pub dispersion: Option<f64>,
    /// Places of the points outside the limits.
    pub outside: Vec<usize>,
    /// Places of the points that end a run of [`RUN_LENGTH`] or more on one side of the centre.
    pub runs: Vec<usize>,
}

/// The limits of shares such as the visits in time of each month: `p̄ ± 3 √(p̄ (1 − p̄) / n)`. `None` when there
/// is no trial at all.
///
/// # Errors
/// `REN-005` more than [`RANKED_MAX`] points · `REN-014` more successes than trials, or a count above
/// [`COUNT_MAX`](super::super::COUNT_MAX).
///
/// # Example
/// ```
/// use entretien::reliability::{ShareSample, control_limits_proportion};
/// let month = |successes| ShareSample { successes, trials: 100 };
/// let chart = control_limits_proportion(&[month(90), month(92), month(88), month(70)]).unwrap();
/// let chart = chart.unwrap();
/// assert_eq!(chart.centre, 0.85);
/// assert!((chart.points[0].lower.unwrap() - 0.742_879).abs() < 1e-6); // 0.85 − 3 × 0.035707
/// assert_eq!(chart.outside, [3]);
/// ```
pub fn control_limits_proportion(shares: &[ShareSample]) -> Result<Option<RatioChart>, Error> {
    limit(shares.len())?;
    let points = shares
        .iter()
        .enumerate()
        .map(|(place, share)| share.floats(&format!("/{place}")))
        .collect::<Result<Vec<_>, Error>>()?;
    Ok(ratios(&points, |centre| centre * (1.0 - centre), 1.0))
}

/// The limits of rates such as the failures per operating hour of each month: `ū ± 3 √(ū / exposure)`. `None`
/// without a point.
///
/// # Errors
/// `REN-002` an exposure outside 10⁻¹² to 10¹⁵ · `REN-005` more than [`RANKED_MAX`] points · `REN-014` a count
/// above [`COUNT_MAX`](super::super::COUNT_MAX).
pub fn control_limits_rate(rates: &[RateSample]) -> Result<Option<RatioChart>, Error> {
    limit(rates.len())?;
    let points = rates
        .iter()
        .enumerate()
        .map(|(place, rate)| rate.floats(&format!("/{place}")))
        .collect::<Result<Vec<_>, Error>>()?;
    Ok(ratios(&points, |centre| centre, f64::INFINITY))
}

fn limit(points: usize) -> Result<(), Error> {
    if points <= RANKED_MAX {
        return Ok(());
    }
    Err(Error::new(codes::REN_TOO_LARGE, "", format!("{points} points, at most {RANKED_MAX}")))
}

fn ratios(points: &[(f64, f64)], variance: impl Fn(f64) -> f64, most: f64) -> Option<RatioChart> {
    let total: f64 = points.iter().map(|(_, base)| base).sum();
    if total <= 0.0 {
        return None;
    }
    let centre = points.iter().map(|(count, _)| count).sum::<f64>() / total;
    let deviation = |base: f64| libm::sqrt(variance(centre) / base);
    let chart: Vec<ControlPoint> = points
        .iter()
        .map(|(count, base)| {
            let known = |value: f64| (*base > 0.0).then_some(value);
            ControlPoint {
                ratio: known(count / base),
                lower: known((centre - DEVIATIONS * deviation(*base)).max(0.0)),
                upper: known((centre + DEVIATIONS * deviation(*base)).min(most)),
            }
        })
        .collect();
    let outside = places(&chart, |point| {
        point.ratio < point.lower || (point.ratio.is_some() && point.ratio > point.upper)
    });
    let scores: Vec<f64> = points
        .iter()
        .filter(|(_, base)| *base > 0.0 && variance(centre) > 0.0)
        .map(|(count, base)| (count / base - centre) / deviation(*base))
        .collect();
    let jumps: f64 = scores.iter().zip(scores.iter().skip(1)).map(|(a, b)| (b - a).abs()).sum();
    let dispersion = (scores.len() > 1).then(|| jumps / (float(scores.len()) - 1.0) / D2);
    let sides = chart.iter().map(|point| point.ratio.map_or(0.0, |ratio| ratio - centre));
    let runs = runs(sides);
    Some(RatioChart { centre, points: chart, dispersion, outside, runs })
}
