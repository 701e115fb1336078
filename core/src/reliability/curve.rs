//! Survival of observed lives with its band, its median and its mean up to an age.

use super::lifetime::{TIME_MAX, TIME_MIN};
use super::number::{confidence, float, within};
use super::special::normal_quantile;
use super::survival::kaplan_meier;
use super::weibull::Life;
use crate::error::{Error, codes};
use crate::text::choice;
use serde::Serialize;

choice! {
    /// What keeps a survival curve from saying what it seems to say.
    SurvivalFlaw {
        /// No item failed: survival is not known to fall at all.
        NoFailure "no_failure" "no failure was observed" "aucune panne observée",
        /// All items under observation failed at an age that others were known to pass later: survival is
        /// stuck at 0 for lack of items, not of survivors.
        EmptiedEarly "emptied_early" "all items under observation failed before others came under it" "tous les équipements observés sont tombés en panne avant que d'autres n'entrent en observation",
    }
}

/// Survival just after an age at which items failed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalPoint {
    /// The age.
    pub age: f64,
    /// Items under observation just before that age.
    pub at_risk: usize,
    /// Items that failed at that age.
    pub failures: usize,
    /// Share of the items that work beyond that age.
    pub survival: f64,
    /// Variance of the share by Greenwood's formula; `None` once nothing survives.
    pub variance: Option<f64>,
    /// Lower end of the band, by way of `ln(−ln S)`; `None` once nothing survives.
    pub lower: Option<f64>,
    /// Upper end of the band.
    pub upper: Option<f64>,
}

/// An age by which a share of the items fail.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalQuantile {
    /// The first age at which survival is not above the rest; `None` when it is never that low.
    pub age: Option<f64>,
    /// The first age at which the lower end of the band is that low (Brookmeyer and Crowley 1982).
    pub lower: Option<f64>,
    /// The first age at which the upper end of the band is that low.
    pub upper: Option<f64>,
}

/// The mean life up to an age.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestrictedMean {
    /// The age up to which lives are counted.
    pub horizon: f64,
    /// `∫₀ʰ S`.
    pub mean: f64,
    /// Its variance, `Σ (∫ₜʰ S)² d / (n (n − d))`.
    pub variance: f64,
}

/// The survival of observed lives.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurvivalCurve {
    /// Number of lives.
    pub lives: usize,
    /// Number of failures.
    pub failures: usize,
    /// Earliest age at entry: survival is that of items that reach it. `None` without a life.
    pub from: Option<f64>,
    /// Greatest age under observation: nothing is known beyond it. `None` without a life.
    pub to: Option<f64>,
    /// Confidence of the band, at each age by itself.
    pub confidence: f64,
    /// One point for each age with failures, sorted by age.
    pub points: Vec<SurvivalPoint>,
    /// The median life.
    pub median: SurvivalQuantile,
    /// What is wrong with the curve.
    pub flaw: Option<SurvivalFlaw>,
}

/// Kaplan and Meier's estimate with its band. See [`kaplan_meier`] for ties and entries.
///
/// Variance by Greenwood's formula, `S² Σ d / (n (n − d))`; the band is `S^exp(±z √(Σ…) / ln S)`, which stays
/// within 0 and 1 (Kalbfleisch and Prentice 1980).
///
/// # Errors
/// `REN-004`, `REN-005` as in [`weibull_fit`](super::weibull_fit) · `REN-012` a confidence that is not between 0
/// and 1.
///
/// # Example
/// Remission of 21 patients under 6-MP, in weeks (Freireich 1963); the median is printed as 23.
/// ```
/// use entretien::reliability::{Life, survival_curve};
/// let failed = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0];
/// let working = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
/// let lives: Vec<Life> =
///     failed.map(Life::failure).into_iter().chain(working.map(Life::survivor)).collect();
/// let curve = survival_curve(&lives, 0.95).unwrap();
/// assert!((curve.points[0].survival - 18.0 / 21.0).abs() < 1e-15);
/// assert!((curve.points[0].lower.unwrap() - 0.6197).abs() < 1e-4);
/// assert_eq!((curve.median.age, curve.median.lower, curve.median.upper), (Some(23.0), Some(13.0), None));
/// ```
pub fn survival_curve(lives: &[Life], confidence: f64) -> Result<SurvivalCurve, Error> {
    let z = normal_quantile(f64::midpoint(1.0, self::confidence(confidence)?));
    let steps = kaplan_meier(lives)?;
    let mut sum = 0.0;
    let mut points = Vec::with_capacity(steps.len());
    for step in steps {
        let (n, d) = (float(step.at_risk), float(step.failures));
        sum += d / (n * (n - d));
        let known = step.survival > 0.0 && step.at_risk > step.failures;
        let spread = z * libm::sqrt(sum) / libm::log(step.survival);
        let bound = |sign: f64| libm::pow(step.survival, libm::exp(sign * spread));
        points.push(SurvivalPoint {
            age: step.age,
            at_risk: step.at_risk,
            failures: step.failures,
            survival: step.survival,
            variance: known.then_some(step.survival * step.survival * sum),
            // The logarithm is negative: a positive sign makes the exponent smaller.
            lower: known.then(|| bound(-1.0)),
            upper: known.then(|| bound(1.0)),
        });
    }
    let flaw = flaw(lives, &points);
    let mut curve = SurvivalCurve {
        lives: lives.len(),
        failures: points.iter().map(|point| point.failures).sum(),
        from: lives.iter().map(|life| life.entry).reduce(f64::min),
        to: lives.iter().map(|life| life.age).reduce(f64::max),
        confidence,
        points,
        median: SurvivalQuantile { age: None, lower: None, upper: None },
        flaw,
    };
    curve.median = curve.first_below(0.5);
    Ok(curve)
}

fn flaw(lives: &[Life], points: &[SurvivalPoint]) -> Option<SurvivalFlaw> {
    if points.is_empty() {
        return Some(SurvivalFlaw::NoFailure);
    }
    let gone = points.iter().find(|point| point.survival <= 0.0)?;
    lives.iter().any(|life| life.age > gone.age).then_some(SurvivalFlaw::EmptiedEarly)
}

impl SurvivalCurve {
    fn first_below(&self, rest: f64) -> SurvivalQuantile {
        // Products of fractions may miss the rest by their last digits.
        let low = |share: f64| share <= rest + 1e-12;
        let first = |share: &dyn Fn(&SurvivalPoint) -> Option<f64>| {
            let found = self.points.iter().find(|point| share(point).is_some_and(low));
            found.map(|point| point.age)
        };
        SurvivalQuantile {
            age: first(&|point| Some(point.survival)),
            lower: first(&|point| point.lower.or(Some(0.0))),
            upper: first(&|point| point.upper),
        }
    }

    /// The age by which a share of the items fail, with its interval at the confidence of the band.
    ///
    /// # Errors
    /// `REN-012` a share that is not between 0 and 1.
    pub fn quantile(&self, share: f64) -> Result<SurvivalQuantile, Error> {
        if !(share > 0.0 && share < 1.0) {
            let message = format!("the share is `{share}`, not between 0 and 1");
            return Err(Error::new(codes::REN_BAD_SHARE, "/share", message));
        }
        Ok(self.first_below(1.0 - share))
    }

    /// The share of the items that work beyond an age; `None` beyond the last age under observation, unless
    /// nothing survives.
    pub fn survival(&self, age: f64) -> Option<f64> {
        let before = self.points.iter().take_while(|point| point.age <= age).last();
        let survival = before.map_or(1.0, |point| point.survival);
        (survival <= 0.0 || self.to.is_some_and(|to| age <= to)).then_some(survival)
    }

    /// The mean life up to an age; `None` beyond the last age under observation (unless nothing survives), since
    /// nobody knows how long the rest goes on.
    ///
    /// # Errors
    /// `REN-002` a horizon outside [`TIME_MIN`] to [`TIME_MAX`].
    ///
    /// # Example
    /// ```
    /// use entretien::reliability::{Life, survival_curve};
    /// let lives = [Life::failure(2.0), Life::survivor(4.0)];
    /// let curve = survival_curve(&lives, 0.9).unwrap();
    /// let mean = curve.restricted_mean(4.0).unwrap().unwrap();
    /// assert_eq!((mean.mean, mean.variance), (3.0, 0.5)); // 2 + 2 × ½, and (2 × ½)² × 1/(2 × 1)
    /// assert_eq!(curve.restricted_mean(5.0).unwrap(), None);
    /// ```
    pub fn restricted_mean(&self, horizon: f64) -> Result<Option<RestrictedMean>, Error> {
        let times = (TIME_MIN, TIME_MAX);
        within(horizon, times, codes::REN_BAD_TIME, "/horizon", "horizon")?;
        if self.survival(horizon).is_none() {
            return Ok(None);
        }
        // From the horizon backwards: the area beyond each age with failures.
        let (mut area, mut variance, mut later) = (0.0, 0.0, horizon);
        for point in self.points.iter().rev().filter(|point| point.age < horizon) {
            area += point.survival * (later - point.age);
            let (n, d) = (float(point.at_risk), float(point.failures));
            if area > 0.0 {
                variance += area * area * d / (n * (n - d));
            }
            later = point.age;
        }
        let mean = area + later;
        Ok(Some(RestrictedMean { horizon, mean, variance }).filter(|_| variance.is_finite()))
    }
}
