//! Decisions: to take, and what became of those that were taken.

use super::block::Meaning;
use super::cell::Cell;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What became of a recommendation.
    DecisionStatus {
        /// Accepted and done.
        Done "done" "done" "fait",
        /// Accepted, not yet done.
        Accepted "accepted" "accepted, to be done" "accepté, à faire",
        /// Put off.
        Deferred "deferred" "deferred" "reporté",
        /// Refused.
        Refused "refused" "refused" "refusé",
        /// Nobody has decided.
        Open "open" "not decided" "non décidé",
    }
}

/// What a recommendation rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What was measured.
    pub label: String,
    /// Its value.
    pub value: Cell,
    /// What it was compared with, such as a threshold.
    pub limit: Option<Cell>,
}

/// A decision to take.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// Stable name: the next review asks under it what became of the decision.
    pub key: String,
    /// What is recommended.
    pub title: String,
    /// Why.
    pub why: String,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// What it would change, each with its value; empty where that cannot be said.
    pub effect: Vec<Evidence>,
    /// Why no effect can be stated.
    pub no_effect: Option<String>,
    /// The last day on which deciding makes sense.
    pub by: Option<Day>,
    /// What it costs.
    pub cost: Option<Cell>,
    /// Code of the indicator that it is to change: the next review measures it.
    pub indicator: Option<String>,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// Its name, that of the [`Decision`].
    pub key: String,
    /// What was recommended.
    pub title: String,
    /// The day on which it was recommended.
    pub recommended: Day,
    /// What became of it.
    pub status: DecisionStatus,
    /// The day on which it was done.
    pub done: Option<Day>,
    /// What was measured, where it names an indicator.
    pub indicator: Option<String>,
    /// Its value before.
    pub before: Cell,
    /// Its value since.
    pub after: Cell,
    /// What the change means.
    pub meaning: Meaning,
    /// What there is to say of it.
    pub note: Option<String>,
}
