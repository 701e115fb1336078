//! The answer of an indicator.

use super::indicator::Indicator;
use super::measure::Measure;
use super::number::{float, hours};
use super::registry::{Formula, IntervalKind, NoValue};
use super::totals::Totals;
use crate::error::{Error, codes};
use crate::quantity::INTEGER_MAX;
use crate::reliability::{COUNT_MAX, Truncation, mtbf_interval, wilson_interval};
use serde::Serialize;

/// What an indicator says: a value, or why there is none; never a zero for what is not known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "KpiAnswer"))]
pub struct Answer {
    /// Id of the definition.
    pub indicator: Indicator,
    /// The value in the unit of the definition; a share is between 0 and 1.
    pub value: Option<f64>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoValue>,
    /// Measures that are not known and that it needs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Measure>,
    /// What is divided, in the unit of its measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<i64>,
    /// What it is divided by, in the unit of its measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<i64>,
    /// Lower end of the interval at `confidence`; one-sided where there is no upper end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<f64>,
    /// Upper end of the interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// Confidence of the interval, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Cases that are still open and not in the value: incidents without an end, levels not yet decided.
    pub open: u64,
    /// Cases left out because they are too young to judge.
    pub censored: u64,
    /// Records that should have counted and do not say enough.
    pub unknown: u64,
}

/// A whole number that every language can hold.
fn bounded(whole: i128, indicator: Indicator) -> Result<i64, Error> {
    i64::try_from(whole).ok().filter(|n| (-INTEGER_MAX..=INTEGER_MAX).contains(n)).ok_or_else(
        || {
            let message = format!("`{whole}` is beyond ±(2⁵³ − 1)");
            Error::new(codes::KPI_TOO_LARGE, format!("/{}", indicator.code()), message)
        },
    )
}

/// Refuses what is not between 0 and 1.
pub(super) fn check_confidence(confidence: f64) -> Result<(), Error> {
    if confidence > 0.0 && confidence < 1.0 {
        return Ok(());
    }
    let message = format!("the confidence is `{confidence}`, not between 0 and 1");
    Err(Error::new(codes::REN_BAD_SHARE, "/confidence", message))
}

impl Answer {
    pub(super) fn none(indicator: Indicator, reason: NoValue) -> Answer {
        Answer {
            indicator,
            value: None,
            reason: Some(reason),
            missing: Vec::new(),
            numerator: None,
            denominator: None,
            lower: None,
            upper: None,
            confidence: None,
            open: 0,
            censored: 0,
            unknown: 0,
        }
    }
}

impl Totals {
    /// What an indicator says of these totals, with its interval at `confidence`.
    ///
    /// # Errors
    /// `KPI-002` a sum beyond ±(2⁵³ − 1) · `REN-012` a confidence that is not between 0 and 1.
    pub fn answer(&self, indicator: Indicator, confidence: f64) -> Result<Answer, Error> {
        check_confidence(confidence)?;
        let definition = indicator.definition();
        let measures = definition.measures();
        let mut answer = Answer::none(indicator, definition.empty);
        answer.unknown = measures.iter().map(|measure| self.unknown(*measure)).sum();
        (answer.open, answer.censored) = self.left_out(indicator);
        answer.missing = measures.into_iter().filter(|m| self.get(*m).is_none()).collect();
        if !answer.missing.is_empty() {
            answer.reason = Some(NoValue::NotGiven);
            return Ok(answer);
        }
        let get = |measure: Measure| self.get(measure).unwrap_or_default();
        let (numerator, denominator, scale) = match definition.formula {
            Formula::Ratio { numerator, denominator, scale } => (
                numerator.iter().map(|m| get(*m)).sum(),
                denominator.iter().map(|m| get(*m)).sum(),
                scale,
            ),
            Formula::Inherent => return self.inherent(answer),
            Formula::Lives => {
                answer.reason = Some(NoValue::NotGiven);
                return Ok(answer);
            }
        };
        answer.numerator = Some(bounded(numerator, indicator)?);
        answer.denominator = Some(bounded(denominator, indicator)?);
        if denominator > 0 {
            let over = |n: i128, factor: i64| float(n.saturating_mul(i128::from(factor)));
            answer.value = Some(over(numerator, scale.0) / over(denominator, scale.1));
            answer.reason = None;
        }
        bounds(&mut answer, confidence)?;
        Ok(answer)
    }

    /// Open and censored cases that an indicator leaves out.
    fn left_out(&self, indicator: Indicator) -> (u64, u64) {
        let count =
            |measure| u64::try_from(self.get(measure).unwrap_or_default()).unwrap_or_default();
        match indicator {
            Indicator::Mttr | Indicator::MttrCensored | Indicator::InherentAvailability => {
                (count(Measure::OpenFailures), 0)
            }
            Indicator::LevelCompliance => (count(Measure::LevelsOpen), 0),
            Indicator::MeanResolution | Indicator::ReopenRate | Indicator::ReassignmentFree => {
                (count(Measure::OpenTickets), 0)
            }
            Indicator::FirstTimeFix => {
                (count(Measure::OpenTickets), count(Measure::FirstTimeYoungTickets))
            }
            _ => (0, 0),
        }
    }

    /// `MTBF / (MTBF + MTTR)` of whole numbers, divided once.
    fn inherent(&self, mut answer: Answer) -> Result<Answer, Error> {
        let get = |measure: Measure| self.get(measure).unwrap_or_default();
        let (up, failures) = (get(Measure::OperatingSeconds), get(Measure::Failures));
        let (restoration, restored) =
            (get(Measure::RestorationSeconds), get(Measure::RestoredFailures));
        if failures <= 0 {
            answer.reason = Some(NoValue::NoFailure);
        } else if restored > 0 {
            let above = up.saturating_mul(restored);
            let below = above.saturating_add(restoration.saturating_mul(failures));
            answer.reason = Some(NoValue::NoOperatingTime);
            if below > 0 {
                (answer.value, answer.reason) = (Some(float(above) / float(below)), None);
            }
        }
        answer.numerator = Some(bounded(up, answer.indicator)?);
        answer.denominator = Some(bounded(failures, answer.indicator)?);
        Ok(answer)
    }
}

/// Puts the interval of an answer beside its value.
fn bounds(answer: &mut Answer, confidence: f64) -> Result<(), Error> {
    let (Some(numerator), Some(denominator)) = (answer.numerator, answer.denominator) else {
        return Ok(());
    };
    let kind = answer.indicator.definition().interval;
    match kind {
        IntervalKind::None => return Ok(()),
        IntervalKind::Wilson => {
            let (hits, trials) = (u64::try_from(numerator), u64::try_from(denominator));
            if let (Ok(hits), Ok(trials)) = (hits, trials)
                && hits <= trials
                && (1..=COUNT_MAX).contains(&trials)
            {
                let bounds = wilson_interval(hits, trials, confidence)?;
                (answer.lower, answer.upper) = (bounds.lower, bounds.upper);
            }
        }
        IntervalKind::MeanTime | IntervalKind::Rate => {
            let (time, failures) = match kind {
                IntervalKind::MeanTime => (numerator, denominator),
                _ => (denominator, numerator),
            };
            let Ok(failures) = u32::try_from(failures) else { return Ok(()) };
            let hours = hours(time);
            if hours < 1e-9 {
                return Ok(());
            }
            let found = mtbf_interval(hours, failures, confidence, Truncation::Time)?;
            let lower = if failures == 0 { found.lower_one_sided } else { found.lower };
            if kind == IntervalKind::MeanTime {
                (answer.lower, answer.upper) = (lower, found.upper);
            } else {
                let scale =
                    if answer.indicator == Indicator::AnnualFailureRate { 8_766.0 } else { 1.0 };
                answer.lower = found.upper.map(|mean| scale / mean);
                answer.upper = lower.map(|mean| scale / mean);
            }
        }
    }
    if answer.lower.is_some() || answer.upper.is_some() {
        answer.confidence = Some(confidence);
    }
    Ok(())
}
