//! Which rules speak, of which group, and on what evidence.

use super::rule::{AdviceRule, AdviceRules, AdviceTest, CorrectiveMeasure};
use crate::error::Error;
use crate::id::RuleId;
use crate::kpi::number::float;
use crate::kpi::{Answer, Kpis, NoValue};
use crate::reliability::Direction;
use crate::text::Text;
use serde::Serialize;

/// What a recommendation rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AdviceEvidence"))]
pub struct Evidence {
    /// Number of the window.
    pub window: usize,
    /// What the indicator says there.
    pub answer: Answer,
    /// The threshold, thousandths of its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold_thousandths: Option<i64>,
    /// Which way the indicator goes over the windows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trend: Option<Direction>,
    /// How often chance alone gives such a trend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trend_p_value: Option<f64>,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advice {
    /// The rule that speaks.
    pub rule: RuleId,
    /// What it recommends.
    pub title: Text,
    /// What is to be done.
    pub measure: CorrectiveMeasure,
    /// By how much intervals of preventive work are multiplied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval_factor: Option<(u32, u32)>,
    /// Number of the group.
    pub group: usize,
    /// Its texts.
    pub key: Vec<Option<String>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Why, and whose practice that is.
    pub source: Text,
}

fn beyond(answer: &Answer, test: AdviceTest) -> bool {
    let limit = |thousandths: i64| float(thousandths) / 1_000.0;
    match test {
        AdviceTest::Above(threshold) => {
            let least = answer.value.and(answer.lower.or(answer.value));
            least.is_some_and(|least| least > limit(threshold))
        }
        AdviceTest::Below(threshold) => {
            let most = answer.value.and(answer.upper.or(answer.value));
            most.is_some_and(|most| most < limit(threshold))
        }
        AdviceTest::Trend(_) | AdviceTest::Missing => false,
    }
}

impl Kpis {
    /// What rules recommend for each group, on the last window in which their indicator has a value.
    ///
    /// A threshold counts as passed only when the whole interval of the indicator is beyond it, a trend only when
    /// chance explains it less often than the confidence allows. Rows are by rule, then by group.
    ///
    /// # Errors
    /// Those of [`trend`](Kpis::trend).
    pub fn advice(&self, rules: &AdviceRules) -> Result<Vec<Advice>, Error> {
        let mut rows = Vec::new();
        for rule in rules.as_slice() {
            for (group, row) in self.groups().iter().enumerate() {
                if let Some(evidence) = self.evidence(rule, group)? {
                    rows.push(Advice {
                        rule: rule.id.clone(),
                        title: rule.title.clone(),
                        measure: rule.measure,
                        interval_factor: rule.interval_factor,
                        group,
                        key: row.key.clone(),
                        evidence,
                        source: rule.source.clone(),
                    });
                }
            }
        }
        Ok(rows)
    }

    fn evidence(&self, rule: &AdviceRule, group: usize) -> Result<Option<Evidence>, Error> {
        let mut last = None;
        for window in (0..self.windows().len()).rev() {
            let answer = self.answer(group, window, rule.indicator)?;
            let is_missing = answer.reason == Some(NoValue::NotGiven);
            if answer.value.is_some() || (rule.test == AdviceTest::Missing && is_missing) {
                last = Some((window, answer));
                break;
            }
        }
        let Some((window, answer)) = last else { return Ok(None) };
        let mut evidence = Evidence {
            window,
            answer,
            threshold_thousandths: None,
            trend: None,
            trend_p_value: None,
        };
        let counted = evidence.answer.denominator.unwrap_or_default() >= rule.at_least;
        let speaks = match rule.test {
            AdviceTest::Missing => evidence.answer.value.is_none(),
            AdviceTest::Above(threshold) | AdviceTest::Below(threshold) => {
                evidence.threshold_thousandths = Some(threshold);
                counted && beyond(&evidence.answer, rule.test)
            }
            AdviceTest::Trend(wanted) => {
                let found = self.trend(group, rule.indicator)?.mann_kendall;
                (evidence.trend, evidence.trend_p_value) = (found.direction, found.p_value);
                let is_sure = found.p_value.is_some_and(|p| p <= 1.0 - self.confidence());
                counted && is_sure && found.direction == Some(wanted)
            }
        };
        Ok(speaks.then_some(evidence))
    }
}
