//! Two audits of one estate: what is new, what is closed, what stays.

use super::choice::Severity;
use super::finding::Finding;
use super::result::Audit;
use crate::error::{Error, codes};
use crate::id::RuleId;
use crate::order;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// Why a finding is no longer there.
    ClosedBecause {
        /// The rule no longer finds it.
        Passed "passed" "it passes" "conforme",
        /// A fact that decided it is no longer known: nothing says that it was put right.
        Undecided "undecided" "undecided" "indécis",
        /// It is waived.
        Waived "waived" "waived" "dérogation",
        /// The asset or licence is no longer in the estate.
        SubjectGone "subject_gone" "asset or licence gone" "équipement ou licence disparu",
        /// The rule is no longer among the rules.
        RuleGone "rule_gone" "rule gone" "règle retirée",
    }
}

/// A finding that is no longer there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClosedFinding {
    /// Its id.
    pub finding: Box<str>,
    /// Its severity.
    pub severity: Severity,
    /// Why.
    pub because: ClosedBecause,
}

/// A finding that is there in both audits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersistingFinding {
    /// Its id.
    pub finding: Box<str>,
    /// Its severity in the earlier audit.
    pub severity_before: Severity,
    /// Its severity in the later audit.
    pub severity_after: Severity,
}

/// A finding that is there in the later audit only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewFinding {
    /// Its id.
    pub finding: Box<str>,
    /// Its severity.
    pub severity: Severity,
}

/// What became of the findings of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleChange {
    /// The rule.
    pub rule: RuleId,
    /// Findings of the earlier audit.
    pub before: u64,
    /// Findings of the later audit.
    pub after: u64,
    /// Those of the later audit only.
    pub new: u64,
    /// Those of the earlier audit only.
    pub closed: u64,
    /// Those of both.
    pub persisting: u64,
}

/// Two audits beside each other. Lists are ordered by id of finding, rules by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditComparison {
    /// Day of the earlier audit.
    pub before: Day,
    /// Day of the later audit.
    pub after: Day,
    /// Whether waived findings are among them.
    pub with_waived: bool,
    /// Findings of the later audit only.
    pub new: Vec<NewFinding>,
    /// Findings of the earlier audit only.
    pub closed: Vec<ClosedFinding>,
    /// Findings of both.
    pub persisting: Vec<PersistingFinding>,
    /// Rules with a finding in one of them.
    pub rules: Vec<RuleChange>,
}

fn by_id(audit: &Audit, with_waived: bool) -> Vec<&Finding> {
    let findings = audit.findings.iter();
    let mut list: Vec<&Finding> = findings.filter(|f| with_waived || f.is_open()).collect();
    order::sort_by(&mut list, |a, b| a.id.cmp(&b.id));
    list
}

impl Audit {
    /// What changed since an earlier audit, or one of the same day. Without `with_waived`, a finding that is
    /// waived in one of them counts as not there in that one.
    ///
    /// # Errors
    /// `AUD-018` when `before` is the later one.
    pub fn compare(&self, before: &Audit, with_waived: bool) -> Result<AuditComparison, Error> {
        if before.as_of > self.as_of {
            let message = format!("{} is after {}", before.as_of, self.as_of);
            return Err(Error::new(codes::AUD_OTHER_AUDIT, "", message));
        }
        let (old, now) = (by_id(before, with_waived), by_id(self, with_waived));
        let mut result = AuditComparison {
            before: before.as_of,
            after: self.as_of,
            with_waived,
            new: Vec::new(),
            closed: Vec::new(),
            persisting: Vec::new(),
            rules: Vec::new(),
        };
        let mut waived: Vec<&str> =
            self.findings.iter().filter(|f| !f.is_open()).map(|f| &*f.id).collect();
        order::sort(&mut waived);
        let mut changes: Vec<(&RuleId, [u64; 3])> = Vec::new();
        let (mut left, mut right) = (old.iter().peekable(), now.iter().peekable());
        loop {
            let order = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) => a.id.cmp(&b.id),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => break,
            };
            let old = if order.is_le() { left.next() } else { None };
            let now = if order.is_ge() { right.next() } else { None };
            match (old, now) {
                (Some(old), Some(now)) => {
                    result.persisting.push(PersistingFinding {
                        finding: now.id.clone(),
                        severity_before: old.severity,
                        severity_after: now.severity,
                    });
                    changes.push((&now.rule, [0, 0, 1]));
                }
                (Some(old), None) => {
                    result.closed.push(ClosedFinding {
                        finding: old.id.clone(),
                        severity: old.severity,
                        because: self.why_closed(old, &waived),
                    });
                    changes.push((&old.rule, [0, 1, 0]));
                }
                (None, Some(now)) => {
                    let severity = now.severity;
                    result.new.push(NewFinding { finding: now.id.clone(), severity });
                    changes.push((&now.rule, [1, 0, 0]));
                }
                (None, None) => break,
            }
        }
        result.rules = order::group(changes).into_iter().map(rule_change).collect();
        Ok(result)
    }

    fn why_closed(&self, old: &Finding, waived: &[&str]) -> ClosedBecause {
        let Ok(rule) = self.rules.binary_search_by(|result| result.rule.cmp(&old.rule)) else {
            return ClosedBecause::RuleGone;
        };
        let place = match (&old.asset, &old.licence) {
            (Some(asset), _) => self.assets.binary_search(asset),
            (None, Some(licence)) => self.licences.binary_search(licence),
            (None, None) => return ClosedBecause::SubjectGone,
        };
        let Some(place) = place.ok().and_then(|place| u32::try_from(place).ok()) else {
            return ClosedBecause::SubjectGone;
        };
        let mut rows = self.undecided.iter().filter(|row| row.place == rule);
        if waived.binary_search(&&*old.id).is_ok() {
            return ClosedBecause::Waived;
        }
        if rows.any(|row| row.subjects.binary_search(&place).is_ok()) {
            return ClosedBecause::Undecided;
        }
        ClosedBecause::Passed
    }
}

fn rule_change((rule, changes): (&RuleId, Vec<[u64; 3]>)) -> RuleChange {
    let [mut new, mut closed, mut persisting] = [0u64; 3];
    for [a, b, c] in changes {
        new += a;
        closed += b;
        persisting += c;
    }
    RuleChange {
        rule: rule.clone(),
        before: closed + persisting,
        after: new + persisting,
        new,
        closed,
        persisting,
    }
}
