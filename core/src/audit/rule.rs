//! Rules as data.

use super::choice::{Domain, FindingKind, PartKind, Remedy, Severity, SubjectKind};
use super::fact::Fact;
use crate::id::{RuleId, TaskId};
use crate::inventory::{Category, Lifecycle, Selector};
use crate::text::Text;

/// A number of a test: written there, or a parameter of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// This number.
    Fixed(i64),
    /// The parameter of this name.
    Param(Box<str>),
}

/// How a fact is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// Whether it is known. The only comparison that is never undecided.
    Known(bool),
    /// Whether it is true, or false.
    IsFlag(bool),
    /// Whether it is one of the texts or codes, without regard to case.
    IsText(Vec<Box<str>>),
    /// Whether it begins with one of the texts, without regard to case.
    Begins(Vec<Box<str>>),
    /// Whether it is less.
    Below(Number),
    /// Whether it is as much, or more.
    AtLeast(Number),
    /// Whether the day is reached, or will be in so many days: it is at most so many days after the audit.
    WithinDays(Number),
    /// Whether the day is more than so many days before the audit.
    OlderThanDays(Number),
    /// Whether so many months have passed since the day.
    OlderThanMonths(Number),
    /// Whether the day is before the day of another fact.
    Before(Fact),
}

/// A condition, which holds, does not hold, or is undecided because a fact is not known.
///
/// `All` does not hold when one does not, however little is known of the others; `Any` holds when one does.
/// Otherwise what is undecided within makes the whole undecided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Each of them holds.
    All(Vec<Test>),
    /// At least one of them holds.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// A comparison of one fact.
    Fact {
        /// The fact.
        fact: Fact,
        /// The comparison.
        is: Comparison,
    },
    /// At least so many of its parts are of a kind.
    Count {
        /// Which parts.
        parts: PartKind,
        /// What makes a part count; every part does when `None`.
        that: Option<Box<Test>>,
        /// How many.
        at_least: Number,
        /// Whether a list without a part means that there is none. Otherwise nobody spoke of them.
        empty_is_none: bool,
    },
}

/// A severity beyond that of the rule, where a further condition holds as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// The severity.
    pub severity: Severity,
    /// The condition; undecided counts as not held.
    pub test: Test,
}

/// A number with a name, which may differ from category to category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: Box<str>,
    /// Its value.
    pub value: i64,
    /// Its value for assets of some categories.
    pub by_category: Vec<(Category, i64)>,
}

/// A rule of an audit: what is looked for, on what, how much it matters, and what puts it right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRule {
    /// Its id.
    pub id: RuleId,
    /// What it finds.
    pub title: Text,
    /// How much that matters.
    pub severity: Severity,
    /// Something to correct, or to keep an eye on.
    pub kind: FindingKind,
    /// What it is about.
    pub domain: Domain,
    /// What it looks at.
    pub subject: SubjectKind,
    /// On which assets.
    pub selector: Selector,
    /// Where they are in their life; unknown counts as in use. Empty: in use and in repair.
    pub lifecycles: Vec<Lifecycle>,
    /// The parts that it goes through one by one, each of which may give a finding.
    pub each: Option<PartKind>,
    /// Whether a list of parts without one means that there is none, so that the asset passes. Otherwise nobody
    /// spoke of them, and the asset is undecided.
    pub empty_is_none: bool,
    /// What makes the finding.
    pub test: Test,
    /// Higher severities, the first that holds counts.
    pub raised: Vec<Raise>,
    /// Numbers that the tests name.
    pub params: Vec<Param>,
    /// What puts it right.
    pub remedy: Remedy,
    /// Why it is looked for, and whose practice that is.
    pub source: Text,
    /// The task that puts it right.
    pub task: Option<TaskId>,
    /// By when, in days from the audit that finds it; with `task`.
    pub due_days: Option<u32>,
}

impl AuditRule {
    /// The highest severity that its findings can have.
    pub fn severity_max(&self) -> Severity {
        self.raised.iter().map(|raise| raise.severity).fold(self.severity, Severity::max)
    }

    /// Whether it is decided on every asset, because it asks only what is known and what is not.
    pub fn is_always_decided(&self) -> bool {
        fn asks_known(test: &Test) -> bool {
            match test {
                Test::All(tests) | Test::Any(tests) => tests.iter().all(asks_known),
                Test::Not(test) => asks_known(test),
                Test::Fact { fact, is } => {
                    matches!(is, Comparison::Known(_))
                        || matches!(fact, Fact::HasPlaceholderSerial | Fact::Category)
                }
                Test::Count { that, empty_is_none, parts, .. } => {
                    *empty_is_none
                        && *parts != PartKind::Antivirus
                        && that.as_ref().is_none_or(|test| asks_known(test))
                }
            }
        }
        let lists_say = self.each.is_none_or(|parts| {
            self.empty_is_none && parts != PartKind::Antivirus
        });
        lists_say && asks_known(&self.test)
    }

    /// Whether it looks at assets that are there in their life.
    pub(super) fn takes_lifecycle(&self, lifecycle: Option<Lifecycle>) -> bool {
        let lifecycle = lifecycle.unwrap_or(Lifecycle::InUse);
        if self.lifecycles.is_empty() {
            return matches!(lifecycle, Lifecycle::InUse | Lifecycle::Repair);
        }
        self.lifecycles.contains(&lifecycle)
    }
}
