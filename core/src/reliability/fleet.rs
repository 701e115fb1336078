//! Failures to expect in a fleet of items of known ages.

use super::lifetime::{Law, Lifetime, TIME_MAX};
use super::number::{float, length, whole, within};
use super::renewals::{curve, steps};
use super::special::normal_quantile;
use crate::error::{Error, codes};
use crate::order;
use crate::text::choice;
use serde::Serialize;

/// Most items of one fleet.
pub const FLEET_ASSETS_MAX: usize = 10_000_000;
/// A window ends at most so many mean lives from now.
pub const FLEET_MEANS_MAX: f64 = 64.0;
/// The law of the number of failures is computed exactly while items × largest likely count is at most
/// this; 7 000 items always are, a million are when some 40 failures are expected.
pub const EXACT_STEPS_MAX: u64 = 50_000_000;

choice! {
    /// How the interval of a count was found.
    CountMethod {
        /// Dynamic programme over the items: the Poisson-binomial law itself.
        Exact "exact" "exact" "exact",
        /// Normal approximation with continuity correction.
        Normal "normal" "normal approximation" "approximation normale",
    }
}

/// Failures of a fleet in a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FleetRenewals {
    /// Number of items.
    pub assets: usize,
    /// Expected number of failures in the window, those of replacements of failed items included.
    pub expected_renewals: f64,
    /// Expected number of items of today whose first failure falls in the window.
    pub expected_first_failures: f64,
    /// Standard deviation of the number of first failures.
    pub first_failures_sd: f64,
    /// The count of first failures that is exceeded downwards with probability at most `(1 − confidence)/2`.
    pub lower: u32,
    /// The count of first failures that is not exceeded with probability at least `(1 + confidence)/2`.
    pub upper: u32,
    /// Confidence of the interval `lower..=upper`.
    pub confidence: f64,
    /// How the interval was found.
    pub method: CountMethod,
    /// Items older than practically any item gets under the law: taken to fail at once, at time 0.
    pub beyond_life: usize,
}

/// The number of failures to expect from items of the given `ages`, from `from` (excluded) to `to`
/// (included) time units after today.
///
/// Items that work today fail first by the conditional law `(F(a+t) − F(a)) / R(a)`, and are then renewed
/// as new (ordinary renewal process): the expected number is `Σ M(to | a) − M(from | a)`, to some seven
/// digits. Each item has its first failure in the window or not, so that their number follows a
/// Poisson-binomial law; its quantiles are exact up to [`EXACT_STEPS_MAX`] steps of the dynamic programme
/// and come from the normal law with continuity correction beyond. Equal ages are computed once.
///
/// # Errors
/// `REN-002` an age or a bound of the window that is negative or not finite, a window that does not end
/// after it begins or ends beyond [`FLEET_MEANS_MAX`] mean lives · `REN-005` more than
/// [`FLEET_ASSETS_MAX`] items · `REN-012` a confidence that is not between 0 and 1.
///
/// # Example
/// 40 discs, Weibull life of shape 2 and scale 60 months: 30 are 12 months old, 10 are 48. How many fail
/// over the next 12 months?
/// ```
/// use entretien::reliability::{Lifetime, expected_renewals};
/// let disc = Lifetime::weibull(2.0, 60.0).unwrap();
/// let ages: Vec<f64> = std::iter::repeat_n(12.0, 30).chain(std::iter::repeat_n(48.0, 10)).collect();
/// let year = expected_renewals(&disc, &ages, 0.0, 12.0, 0.9).unwrap();
/// // 30 × (1 − e^(0.04 − 0.16)) + 10 × (1 − e^(0.64 − 1)) = 3.392 + 3.023
/// assert!((year.expected_first_failures - 6.415_624).abs() < 1e-6);
/// assert!(year.expected_renewals > year.expected_first_failures);
/// assert_eq!((year.lower, year.upper), (3, 10));
/// ```
pub fn expected_renewals(
    life: &Lifetime,
    ages: &[f64],
    from: f64,
    to: f64,
    confidence: f64,
) -> Result<FleetRenewals, Error> {
    check(life, ages, from, to, confidence)?;
    let (ends, starts) = (Curve::new(life, to), Curve::new(life, from));
    let mut groups = Vec::new();
    let mut fleet = FleetRenewals {
        assets: ages.len(),
        expected_renewals: 0.0,
        expected_first_failures: 0.0,
        first_failures_sd: 0.0,
        lower: 0,
        upper: 0,
        confidence,
        method: CountMethod::Exact,
        beyond_life: 0,
    };
    let mut variance = 0.0;
    for (age, count) in grouped(ages) {
        let items = float(count);
        if life.conditional_reliability(age, 0.0).is_none() {
            fleet.beyond_life += count;
        }
        let renewals = ends.renewals(life, age) - starts.renewals(life, age);
        fleet.expected_renewals += items * renewals.max(0.0);
        let failed = |time: f64| {
            // An item beyond its life fails at once, after 0.
            if time > 0.0 {
                1.0 - life.conditional_reliability(age, time).unwrap_or(0.0)
            } else {
                0.0
            }
        };
        let share = (failed(to) - failed(from)).clamp(0.0, 1.0);
        fleet.expected_first_failures += items * share;
        variance += items * share * (1.0 - share);
        groups.push((share, count));
    }
    fleet.first_failures_sd = libm::sqrt(variance);
    interval(&mut fleet, &groups);
    Ok(fleet)
}

fn check(life: &Lifetime, ages: &[f64], from: f64, to: f64, confidence: f64) -> Result<(), Error> {
    if ages.len() > FLEET_ASSETS_MAX {
        let message = format!("{} items, at most {FLEET_ASSETS_MAX}", ages.len());
        return Err(Error::new(codes::REN_TOO_LARGE, "/ages", message));
    }
    for (place, age) in ages.iter().enumerate() {
        if !(0.0..=TIME_MAX).contains(age) {
            within(*age, (0.0, TIME_MAX), codes::REN_BAD_TIME, &format!("/ages/{place}"), "age")?;
        }
    }
    let most = FLEET_MEANS_MAX * life.mean();
    within(from, (0.0, most), codes::REN_BAD_TIME, "/from", "begin of the window")?;
    within(to, (0.0, most), codes::REN_BAD_TIME, "/to", "end of the window")?;
    if to <= from {
        let message = format!("the window ends at `{to}`, not after it begins at `{from}`");
        return Err(Error::new(codes::REN_BAD_TIME, "/to", message));
    }
    if !(confidence > 0.0 && confidence < 1.0) {
        let message = format!("the confidence is `{confidence}`, not between 0 and 1");
        return Err(Error::new(codes::REN_BAD_SHARE, "/confidence", message));
    }
    Ok(())
}

/// Each age and its number of items, by age.
fn grouped(ages: &[f64]) -> Vec<(f64, usize)> {
    let mut sorted = ages.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    let mut groups: Vec<(f64, usize)> = Vec::new();
    for age in sorted {
        match groups.last_mut() {
            // −0 and 0 are one age.
            Some((known, count)) if *known >= age => *count += 1,
            _ => groups.push((age, 1)),
        }
    }
    groups
}

/// The renewal function up to a time, at the points of two grids, for first lives of any age.
struct Curve {
    end: f64,
    fine: Vec<f64>,
}

/// Grid points for the convolution with the first life, at least and at most.
const POINTS: (usize, usize) = (128, 2_048);

impl Curve {
    fn new(life: &Lifetime, end: f64) -> Curve {
        if end <= 0.0 {
            return Curve { end, fine: Vec::new() };
        }
        let wanted = length(16.0 * end / life.standard_deviation());
        let points = wanted.clamp(POINTS.0, POINTS.1).next_multiple_of(2);
        // Eight steps between two points, and no fewer than the renewal function itself takes.
        let fold = steps(life, end).div_ceil(points * 8).max(1);
        let fine = curve(life, end, points * 8 * fold).into_iter().step_by(fold).collect();
        Curve { end, fine }
    }

    /// `M(end | age)`: expected failures up to the end, the first life being `age` old at 0.
    fn renewals(&self, life: &Lifetime, age: f64) -> f64 {
        let Some(new) = self.fine.last() else {
            return 0.0;
        };
        if life.conditional_reliability(age, 0.0).is_none() {
            return 1.0 + new;
        }
        if age <= 0.0 && !matches!(life.law(), Law::Normal { .. }) {
            return *new;
        }
        if let Law::Exponential { .. } = life.law() {
            return *new;
        }
        let coarse = self.sum(life, age, 2);
        let fine = self.sum(life, age, 1);
        ((4.0 * fine - coarse) / 3.0).max(0.0)
    }

    /// `F(end | a) + Σ (M_j − M_{j−1}) F(end − t_{j−½} | a)` over every point, or every second one.
    fn sum(&self, life: &Lifetime, age: f64, part: usize) -> f64 {
        let points = (self.fine.len() - 1) / part;
        let step = self.end / float(points);
        let failed = |time: f64| 1.0 - life.conditional_reliability(age, time).unwrap_or(0.0);
        let (mut last, mut sum) = (0.0, failed(self.end));
        for (place, reached) in self.fine.iter().step_by(part).enumerate().skip(1) {
            sum += (reached - last) * failed(step * (float(points - place) + 0.5));
            last = *reached;
        }
        sum
    }
}

/// Sets the interval of the number of first failures, and how it was found.
fn interval(fleet: &mut FleetRenewals, groups: &[(f64, usize)]) {
    let (mean, sd) = (fleet.expected_first_failures, fleet.first_failures_sd);
    // Ten deviations and ten more: what lies beyond has no weight in a float.
    let most = length(mean + 10.0 * sd + 10.0).min(fleet.assets);
    let tail = (1.0 - fleet.confidence) / 2.0;
    let steps = u64::try_from(fleet.assets)
        .ok()
        .zip(u64::try_from(most + 1).ok())
        .and_then(|(assets, counts)| assets.checked_mul(counts));
    if steps.is_some_and(|steps| steps <= EXACT_STEPS_MAX) {
        let law = count_law(groups, most);
        (fleet.lower, fleet.upper) = (quantile(&law, tail), quantile(&law, 1.0 - tail));
        return;
    }
    fleet.method = CountMethod::Normal;
    let at = |share: f64| {
        let count = (mean + normal_quantile(share) * sd - 0.5).ceil();
        whole(count.clamp(0.0, float(fleet.assets)))
    };
    (fleet.lower, fleet.upper) = (at(tail), at(1.0 - tail));
}

/// Probabilities of 0, 1 … `most` first failures.
fn count_law(groups: &[(f64, usize)], most: usize) -> Vec<f64> {
    let mut law = vec![0.0; most + 1];
    if let Some(none) = law.first_mut() {
        *none = 1.0;
    }
    let mut met = 0_usize;
    for (share, count) in groups.iter().filter(|(share, _)| *share > 0.0) {
        for _ in 0..*count {
            met = (met + 1).min(most);
            let mut below = 0.0;
            for weight in law.iter_mut().take(met + 1) {
                let here = *weight;
                *weight = here * (1.0 - share) + below * share;
                below = here;
            }
        }
    }
    law
}

/// The least count whose cumulated probability reaches `share`.
fn quantile(law: &[f64], share: f64) -> u32 {
    let mut reached = 0.0;
    let place = law.iter().position(|weight| {
        reached += weight;
        // The sum of the weights is 1 to some rounding errors.
        reached >= share - 1e-12
    });
    let place = place.unwrap_or(law.len().saturating_sub(1));
    u32::try_from(place).unwrap_or(u32::MAX)
}
