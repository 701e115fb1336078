//! Rules of recommendations, as they are written.

use super::read::{IdText, choices, record};
use super::types::TextDoc;
use crate::kpi::{CorrectiveMeasure, Indicator};
use crate::reliability::Direction;

choices!(CorrectiveMeasure, Direction, Indicator);

record! {
    /// Rules that turn indicators into recommendations: format `entretien/advice`, version 1.0.
    pub struct AdviceDoc {
        /// `entretien/advice`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// Whether the shipped rules are taken; a rule of `rules` with the id of a shipped one takes its place. Default: true.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub shipped: Option<bool>,
        /// Ids of shipped rules that are left out.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub without: Vec<IdText>,
        /// Rules.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub rules: Vec<AdviceRuleDoc>,
    }
}

record! {
    /// A rule: exactly one of `above_thousandths`, `below_thousandths`, `trend` and `missing` says when it speaks.
    pub struct AdviceRuleDoc {
        /// Its id.
        pub id: IdText,
        /// What it recommends.
        pub title: TextDoc,
        /// What it looks at.
        pub indicator: Indicator,
        /// Speaks above so many thousandths of the unit: 200 of a share is 20 %, 4000 of hours is 4 h.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub above_thousandths: Option<u32>,
        /// Speaks below so many thousandths of the unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub below_thousandths: Option<u32>,
        /// Speaks when the indicator goes this way over the windows, beyond chance.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub trend: Option<Direction>,
        /// Speaks when the indicator has no value because data are missing.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub missing: Option<bool>,
        /// Least denominator, in the unit of its measures, below which it says nothing. Default: 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub at_least: Option<u32>,
        /// What is to be done.
        pub measure: CorrectiveMeasure,
        /// What intervals of preventive work are multiplied by, above the line. With `interval_divisor`, for `raise_frequency` and `lower_frequency`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub interval_multiplier: Option<u32>,
        /// What they are divided by. Default: 1, where there is a multiplier.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub interval_divisor: Option<u32>,
        /// Why, and whose practice that is.
        pub source: TextDoc,
    }
}
