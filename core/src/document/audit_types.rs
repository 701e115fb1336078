//! Rules and waivers of an audit, as they are written.

use super::json::Json;
use super::read::{IdText, Place, Read, choices, record, wrong_type};
use super::types::{SelectorDoc, TextDoc};
use crate::audit::{Domain, Fact, FindingKind, PartKind, Remedy, Severity, SubjectKind};
use crate::error::Faults;
use crate::inventory::{Category, Lifecycle};
use crate::time::Day;

choices!(Domain, Fact, FindingKind, PartKind, Remedy, Severity, SubjectKind);

record! {
    /// Rules and waivers of an audit: format `entretien/audit`, version 1.0.
    pub struct AuditDoc {
        /// `entretien/audit`.
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
        pub rules: Vec<AuditRuleDoc>,
        /// Decisions to live with findings.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub waivers: Vec<WaiverDoc>,
    }
}

record! {
    /// A rule of an audit.
    pub struct AuditRuleDoc {
        /// Its id.
        pub id: IdText,
        /// What it finds.
        pub title: TextDoc,
        /// How much that matters.
        pub severity: Severity,
        /// Something to correct, or to keep an eye on. Default: `defect`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<FindingKind>,
        /// What it is about.
        pub domain: Domain,
        /// What it looks at. Default: `asset`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub subject: Option<SubjectKind>,
        /// On which assets. Default: on all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub applies_to: Option<SelectorDoc>,
        /// Where they are in their life; unknown counts as `in_use`. Default: `in_use` and `repair`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub lifecycles: Vec<Lifecycle>,
        /// The parts that it goes through one by one. Default: it looks at the asset as a whole.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub each: Option<PartKind>,
        /// Whether a list of parts without one means that there is none. Default: false, nobody spoke of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub empty_is_none: Option<bool>,
        /// What makes the finding.
        pub test: TestDoc,
        /// Higher severities, from the highest down; the first whose test holds counts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub raised: Vec<RaiseDoc>,
        /// Numbers that the tests name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub params: Vec<ParamDoc>,
        /// What puts it right.
        pub remedy: Remedy,
        /// Why it is looked for, and whose practice that is.
        pub source: TextDoc,
        /// The task that puts it right. Default: none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub task: Option<IdText>,
        /// By when, in days from the audit that finds it. Required with `task`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub due_days: Option<u32>,
    }
}

record! {
    /// A condition: exactly one of `all`, `any`, `not`, `fact` with one comparison, or `count` with `at_least`.
    pub struct TestDoc {
        /// Each of these holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub all: Option<Vec<TestDoc>>,
        /// At least one of these holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub any: Option<Vec<TestDoc>>,
        /// This does not hold.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub not: Option<Box<TestDoc>>,
        /// The fact that is compared.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub fact: Option<Fact>,
        /// It is known, or it is not.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub known: Option<bool>,
        /// It is true or false, or one of these texts.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub is: Option<ValueDoc>,
        /// It begins with one of these texts.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub begins: Option<Vec<String>>,
        /// It is less than this number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub below: Option<NumberDoc>,
        /// It is this number or more; with `count`, there are so many or more.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub at_least: Option<NumberDoc>,
        /// The day is reached, or will be within so many days.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub within_days: Option<NumberDoc>,
        /// The day lies more than so many days back.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub older_than_days: Option<NumberDoc>,
        /// So many months have passed since the day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub older_than_months: Option<NumberDoc>,
        /// The day is before the day of this fact.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub before: Option<Fact>,
        /// The parts that are counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub count: Option<PartKind>,
        /// What makes a part count. Default: every part does.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub that: Option<Box<TestDoc>>,
        /// Whether a list without a part means that there is none; with `count`. Default: false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub empty_is_none: Option<bool>,
    }
}

record! {
    /// A higher severity.
    pub struct RaiseDoc {
        /// The severity.
        pub severity: Severity,
        /// Where it holds; undecided counts as not held.
        pub test: TestDoc,
    }
}

record! {
    /// A number with a name.
    pub struct ParamDoc {
        /// Its name.
        pub name: String,
        /// Its value.
        pub value: i64,
        /// Its value for some categories.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub by_category: Vec<CategoryValueDoc>,
    }
}

record! {
    /// A number for one category.
    pub struct CategoryValueDoc {
        /// The category.
        pub category: Category,
        /// The number.
        pub value: i64,
    }
}

record! {
    /// A decision to live with findings of one rule: on assets, with `applies_to`, or on one `licence`.
    pub struct WaiverDoc {
        /// The rule.
        pub rule: IdText,
        /// On which assets; an empty selection is all of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub applies_to: Option<SelectorDoc>,
        /// On which licence.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub licence: Option<IdText>,
        /// On which part, by the name that findings give it. Default: on every part.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub part: Option<String>,
        /// First day on which it no longer holds. Default: until it is taken back.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub until: Option<Day>,
        /// Why.
        pub reason: TextDoc,
        /// Who decided.
        pub by: String,
    }
}

/// A number, or the name of a parameter of the rule.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum NumberDoc {
    /// A number.
    Number(i64),
    /// The name of a parameter.
    Param(String),
}

impl Read for NumberDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Text(_) => String::read(json, place, faults).map(NumberDoc::Param),
            Json::Integer(_) | Json::Number(_) => {
                i64::read(json, place, faults).map(NumberDoc::Number)
            }
            _ => wrong_type(json, "an integer or the name of a parameter", place, faults),
        }
    }
}

/// True or false, a text, or texts of which one is enough.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ValueDoc {
    /// True or false.
    Flag(bool),
    /// A text or a code.
    Text(String),
    /// Texts or codes.
    Texts(Vec<String>),
}

impl Read for ValueDoc {
    fn read(json: &Json<'_>, place: Place<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Bool(flag) => Some(ValueDoc::Flag(*flag)),
            Json::Text(_) => String::read(json, place, faults).map(ValueDoc::Text),
            Json::List(_) => Vec::read(json, place, faults).map(ValueDoc::Texts),
            _ => wrong_type(json, "true, false, a text or a list of texts", place, faults),
        }
    }
}
