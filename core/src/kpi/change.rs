//! Two windows compared: what changed, and whether chance explains it.

use super::answer::Answer;
use super::indicator::Indicator;
use super::number::{count, float};
use super::registry::{Goal, IntervalKind};
use super::result::Kpis;
use crate::error::Error;
use crate::reliability::{
    RateSample, ShareSample, mann_whitney, proportion_difference, rate_ratio,
};
use crate::text::choice;
use serde::Serialize;

choice! {
    /// How a change was tested.
    ChangeTest {
        /// Fisher's exact test of two shares.
        Fisher "fisher" "Fisher's exact test" "test exact de Fisher",
        /// Exact conditional test of two counts for their operating time.
        Poisson "poisson" "exact Poisson test" "test exact de Poisson",
        /// Mann–Whitney test of the times of tickets.
        MannWhitney "mann_whitney" "Mann–Whitney test" "test de Mann-Whitney",
        /// None: the figure is a single sum, which has no spread of its own.
        None "none" "no test" "aucun test",
    }
}

choice! {
    /// What a change means.
    Verdict {
        /// Better, beyond chance.
        Better "better" "better" "mieux",
        /// Worse, beyond chance.
        Worse "worse" "worse" "moins bien",
        /// Different beyond chance, of an indicator that is neither good nor bad.
        Different "different" "different" "différent",
        /// Chance explains it.
        Chance "chance" "within chance" "dans l'aléa",
        /// Not tested, or a value is missing.
        Untested "untested" "not tested" "non testé",
    }
}

/// A change of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KpiChange {
    /// Which one.
    pub indicator: Indicator,
    /// Its answer in the earlier window.
    pub before: Answer,
    /// Its answer in the later window.
    pub after: Answer,
    /// Later less earlier value.
    pub difference: Option<f64>,
    /// How it was tested.
    pub test: ChangeTest,
    /// How often chance alone gives a change at least as large.
    pub p_value: Option<f64>,
    /// What it means at the confidence of the answers.
    pub verdict: Verdict,
}

impl Kpis {
    /// What changed in an indicator of a group from one window to another.
    ///
    /// # Errors
    /// `KPI-007` no such group or window · `REN-014` counts beyond the bounds of the test.
    pub fn change(
        &self,
        group: usize,
        (before, after): (usize, usize),
        indicator: Indicator,
    ) -> Result<KpiChange, Error> {
        let old = self.answer(group, before, indicator)?;
        let new = self.answer(group, after, indicator)?;
        let definition = indicator.definition();
        let (test, p_value) = match definition.interval {
            IntervalKind::Wilson => {
                let share = |answer: &Answer| ShareSample {
                    successes: count(answer.numerator),
                    trials: count(answer.denominator),
                };
                let found = proportion_difference(share(&new), share(&old), self.confidence())?;
                (ChangeTest::Fisher, found.p_value)
            }
            IntervalKind::MeanTime | IntervalKind::Rate => {
                (ChangeTest::Poisson, self.failures_change(&old, &new, definition.interval)?)
            }
            IntervalKind::None if indicator == Indicator::MeanResolution => {
                let times = |window| -> Result<Vec<f64>, Error> {
                    let cell = self.cell(group, window)?;
                    Ok(cell.resolutions.iter().map(|seconds| float(*seconds)).collect())
                };
                (ChangeTest::MannWhitney, mann_whitney(&times(after)?, &times(before)?)?.p_value)
            }
            IntervalKind::None => (ChangeTest::None, None),
        };
        let difference = old.value.zip(new.value).map(|(old, new)| new - old);
        let verdict = verdict(definition.goal, p_value, 1.0 - self.confidence(), difference);
        Ok(KpiChange { indicator, before: old, after: new, difference, test, p_value, verdict })
    }

    fn failures_change(
        &self,
        old: &Answer,
        new: &Answer,
        kind: IntervalKind,
    ) -> Result<Option<f64>, Error> {
        let sample = |answer: &Answer| {
            let (failures, seconds) = match kind {
                IntervalKind::MeanTime => (answer.denominator, answer.numerator),
                _ => (answer.numerator, answer.denominator),
            };
            let exposure = seconds.filter(|seconds| *seconds > 0).map(float)?;
            Some(RateSample { events: count(failures), exposure })
        };
        match (sample(new), sample(old)) {
            (Some(new), Some(old)) => Ok(rate_ratio(new, old, self.confidence())?.p_value),
            _ => Ok(None),
        }
    }
}

fn verdict(goal: Goal, p_value: Option<f64>, risk: f64, difference: Option<f64>) -> Verdict {
    let (Some(p_value), Some(difference)) = (p_value, difference) else { return Verdict::Untested };
    if p_value > risk || difference == 0.0 {
        return Verdict::Chance;
    }
    match goal {
        Goal::Neutral => Verdict::Different,
        Goal::Higher if difference > 0.0 => Verdict::Better,
        Goal::Lower if difference < 0.0 => Verdict::Better,
        Goal::Higher | Goal::Lower => Verdict::Worse,
    }
}
