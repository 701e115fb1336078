//! Questions of reviews, proposals and kick-offs, as they are written.

use super::kpi_types::KpiTermsDoc;
use super::read::{choices, record};
use super::types::TextDoc;
use crate::kpi::{Dimension, Indicator};
use crate::report::DecisionStatus;
use crate::time::Day;

choices!(DecisionStatus);

record! {
    /// What a periodic review is asked about: format `entretien/review`, version 1.0.
    pub struct ReviewQuestionDoc {
        /// `entretien/review`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// First day of the period.
        pub start: Day,
        /// First day after it.
        pub end: Day,
        /// Last day of which something is known. Default: the last day of the period.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub as_of: Option<Day>,
        /// First day after the plan that is shown, which begins the day after `as_of`. Default: as long after the period as the period is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub plan_end: Option<Day>,
        /// Years of the forecast of renewals. Default: 5.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub years: Option<u16>,
        /// How indicators are asked. Default: as the question to a log has it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub indicators: Option<KpiTermsDoc>,
        /// What earlier reviews recommended, and what became of it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub decisions: Vec<PastDecisionDoc>,
    }
}

record! {
    /// A recommendation of an earlier review.
    pub struct PastDecisionDoc {
        /// The key under which it was recommended.
        pub key: String,
        /// What was recommended.
        pub title: TextDoc,
        /// The day on which it was recommended.
        pub recommended: Day,
        /// What became of it.
        pub status: DecisionStatus,
        /// The day on which it was done; needed where it was.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub done: Option<Day>,
        /// What it was to change.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub indicator: Option<Indicator>,
        /// Of which group; the whole without it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub group: Vec<GroupKeyDoc>,
        /// What there is to say of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<TextDoc>,
    }
}

record! {
    /// What the records of a group have in common.
    pub struct GroupKeyDoc {
        /// In which respect.
        pub dimension: Dimension,
        /// The text; `null` for what is not known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub key: Option<String>,
    }
}

record! {
    /// What a proposal or a kick-off is asked about: format `entretien/offer`, version 1.0.
    pub struct OfferDoc {
        /// `entretien/offer`.
        pub format: String,
        /// `1.0`.
        pub format_version: String,
        /// The day as of which estate and contracts are known.
        pub as_of: Day,
        /// First day of the plan.
        pub start: Day,
        /// First day after the plan. Default: a year after `start`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub end: Option<Day>,
        /// What the customer has said that they need, in their order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub needs: Vec<TextDoc>,
        /// Whom to call.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub contacts: Vec<ContactDoc>,
    }
}

record! {
    /// Somebody to call.
    pub struct ContactDoc {
        /// What for.
        pub role: TextDoc,
        /// Who.
        pub name: String,
        /// How: telephone, mail.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub reach: Option<String>,
    }
}
