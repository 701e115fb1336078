//! The audit of an estate: rules as data, findings, waivers, scores, comparison.
//!
//! [`audit`] asks every [`AuditRule`] of every asset, or licence, that it looks at. A rule has a [`Test`] over
//! [`Fact`]s; where it holds there is a [`Finding`]: a defect to correct or a point to watch, with the facts
//! that decided it, the remedy, and since when, as far as dates tell.
//!
//! # What nobody knows
//!
//! A test has three answers. Where a fact that would decide it is not known, it is undecided: there is neither
//! a finding nor a pass, and the asset is listed with what is missing ([`Audit::undecided`]). A list without an
//! element is one of which nobody spoke, unless the rule says that it means "none" (`empty_is_none`). Who wants
//! a finding for what is not known asks for that: `{"fact": "serial", "known": false}`.
//!
//! # Scores
//!
//! A check is one rule on one asset. It weighs 1, 3, 9 or 27 by severity; the score is the weight of what
//! passes, of what was decided, in thousandths. With a critical check that passes (27), a major and a minor one
//! that fail (9, 3) and a critical one that is undecided (27), the score is 1000 × 27 ÷ 39 = 692; the undecided
//! 27 stand beside it. See [`Score`].
//!
//! # From audit to audit
//!
//! The id of a finding is made of rule, asset and part, and stays. [`Audit::compare`] tells what is new, what
//! is closed and why, and what stays; a finding whose fact is no longer known is closed as `undecided`, never as
//! put right. A [`Waiver`] keeps a finding and takes it out of scores and remedies until a day.

mod check;
mod choice;
mod compare;
mod evaluate;
mod fact;
mod finding;
mod graph;
mod input;
mod licences;
mod program;
mod result;
mod rule;
mod run;
mod score;
mod single_point;
mod values;
mod waive;
mod world;

pub use check::{AuditRules, DAYS_MAX, MONTHS_MAX, RULES_MAX, TEST_DEPTH_MAX, TESTS_MAX};
pub use choice::{Domain, FindingKind, Operator, PartKind, Remedy, Severity, SubjectKind};
pub use compare::{
    AuditComparison, ClosedBecause, ClosedFinding, NewFinding, PersistingFinding, RuleChange,
};
pub use fact::{Fact, FactKind, FactScope, FactSet};
pub use finding::{Asked, Evidence, Finding, Observed, Undecided, WaivedBy};
pub use input::{AuditInput, AuditPolicy, CoveredAsset, WaivedSubject, Waiver};
pub use result::{Audit, FindingGroup, Grouping, RemedyRow, RuleResult};
pub use rule::{AuditRule, Comparison, Number, Param, Raise, Test};
pub use run::{FINDINGS_MAX, audit};
pub use score::{DomainScore, Score, Scores, SiteScore};
pub use single_point::{SinglePoint, single_points};
pub(crate) use waive::check_waivers;
pub use waive::{WAIVERS_MAX, WaiverResult, WaiverState};
