//! What an audit finds, and what decided it.

use super::choice::{Domain, FindingKind, Operator, PartKind, Remedy, Severity};
use super::fact::{Fact, FactSet};
use super::world::Value;
use crate::id::{AssetId, LicenceId, RuleId, SiteId};
use crate::support::SupportEnd;
use crate::text::{Label, Lang, Text};
use crate::time::Day;
use serde::{Serialize, Serializer};

/// What a test asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// A fact.
    Fact(Fact),
    /// The number of parts that are of a kind.
    Parts(PartKind),
}

impl Asked {
    /// The code of the fact or of the parts.
    pub fn code(self) -> &'static str {
        match self {
            Asked::Fact(fact) => fact.code(),
            Asked::Parts(parts) => parts.code(),
        }
    }
}

impl Label for Asked {
    fn label_pair(&self) -> (&'static str, &'static str) {
        match self {
            Asked::Fact(fact) => fact.label_pair(),
            Asked::Parts(parts) => parts.label_pair(),
        }
    }
}

impl Serialize for Asked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A value that was seen, or that it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Observed {
    /// A number; the least where only bounds are known.
    Number(i64),
    /// True or false.
    Flag(bool),
    /// A text or a code.
    Text(Box<str>),
    /// Texts or codes, of which one is enough.
    Texts(Vec<Box<str>>),
    /// A day.
    Day(Day),
    /// An end of support.
    End(SupportEnd),
}

impl Observed {
    pub(super) fn of(value: Value<'_>) -> Option<Observed> {
        Some(match value {
            Value::Unknown => return None,
            Value::Number(least, _) => Observed::Number(least),
            Value::Flag(flag) => Observed::Flag(flag),
            Value::Text(text) => Observed::Text(text.into()),
            Value::Day(day) => Observed::Day(day),
            Value::End(end) => Observed::End(end),
        })
    }

    /// As people read it.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Observed::Number(number) => number.to_string(),
            Observed::Flag(true) => lang.pick("yes", "oui").to_owned(),
            Observed::Flag(false) => lang.pick("no", "non").to_owned(),
            Observed::Text(text) => text.to_string(),
            Observed::Texts(texts) => texts.join(", "),
            Observed::Day(day) | Observed::End(SupportEnd::On(day)) => day.to_string(),
            Observed::End(SupportEnd::NotEnded) => {
                lang.pick("no end announced", "pas de fin annoncée").to_owned()
            }
            Observed::End(SupportEnd::Ended) => lang.pick("over", "terminé").to_owned(),
            Observed::End(SupportEnd::Unknown) => lang.pick("unknown", "inconnu").to_owned(),
        }
    }
}

/// One comparison that decided a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What was asked for.
    #[serde(rename = "fact")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub asked: Asked,
    /// What was seen; `None` when it is not known.
    pub observed: Option<Observed>,
    /// How it was compared.
    pub operator: Operator,
    /// With what.
    pub threshold: Option<Observed>,
    /// Whether the comparison holds; a finding may stand on one that does not.
    pub holds: bool,
}

impl Evidence {
    /// As people read it: `free space of the volume (%): 4 (below 10)`.
    pub fn text(&self, lang: Lang) -> String {
        let label = self.asked.label(lang);
        let colon = lang.pick(":", " :");
        let observed = match &self.observed {
            Some(observed) => observed.text(lang),
            None => lang.pick("unknown", "inconnu").to_owned(),
        };
        let says_all = matches!(self.operator, Operator::Known)
            || matches!(self.threshold, Some(Observed::Flag(_)) | None);
        if says_all {
            return format!("{label}{colon} {observed}");
        }
        let threshold = self.threshold.as_ref().map_or_else(String::new, |text| text.text(lang));
        let operator = self.operator.label(lang);
        let no = if self.holds { "" } else { lang.pick(": no", " : non") };
        format!("{label}{colon} {observed} ({operator} {threshold}{no})")
    }
}

/// The waiver that a finding is under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WaivedBy {
    /// Its place in the list given.
    pub waiver: usize,
    /// First day on which the finding counts again.
    pub until: Option<Day>,
}

/// Something to correct or to keep an eye on. Findings are ordered by severity (highest first), domain, rule,
/// asset or licence, part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Rule, asset or licence, and part, between `/`; a `/` within them is written `%2F`, a `%` `%25`. The same
    /// from audit to audit.
    pub id: Box<str>,
    /// The rule.
    pub rule: RuleId,
    /// The asset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceId>,
    /// Where the asset stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// The part of the asset, by its name; `#2`, `#3` … where several have one name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Box<str>>,
    /// How much it matters.
    pub severity: Severity,
    /// Something to correct, or to keep an eye on.
    pub kind: FindingKind,
    /// What it is about.
    pub domain: Domain,
    /// What puts it right.
    pub remedy: Remedy,
    /// Since when, as far as dates tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// What decided it, in the order of the rule.
    pub evidence: Vec<Evidence>,
    /// The waiver that it is under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<WaivedBy>,
    /// Place of the rule and of the asset or licence.
    #[serde(skip)]
    pub(super) place: (usize, usize),
}

impl Finding {
    /// The id of the asset or licence.
    pub fn subject(&self) -> &str {
        match (&self.asset, &self.licence) {
            (Some(asset), _) => asset.as_str(),
            (None, Some(licence)) => licence.as_str(),
            (None, None) => "",
        }
    }

    /// Whether it counts: it is not waived.
    pub fn is_open(&self) -> bool {
        self.waived.is_none()
    }

    /// What decided it, as people read it, in both languages.
    ///
    /// ```
    /// use entretien::audit::{AuditInput, audit};
    /// use entretien::{document, id::{AssetId, SiteId}, inventory::*, text::Lang, time::Day};
    /// let mut server = Asset::new(AssetId::new("srv-1").unwrap(), "srv-1", Category::Server,
    ///     SiteId::new("paris").unwrap());
    /// server.facts.drives.push(Drive { name: "C:".into(), total_mib: Some(100_000),
    ///     free_mib: Some(4_200), encrypted: None });
    /// let site = Site { id: server.site.clone(), name: "Paris".into(), calendar: None };
    /// let estate = Estate::new(vec![site], vec![server], vec![]).unwrap();
    /// let input = AuditInput::new(&estate, Day::from_ymd(2026, 3, 1).unwrap());
    /// let result = audit(&document::shipped_rules(), &input).unwrap();
    /// let full = result.findings().iter().find(|f| &*f.id == "drive-nearly-full/srv-1/C:").unwrap();
    /// assert_eq!(full.severity.code(), "critical");
    /// assert!(full.text().get(Lang::En).contains("free space of the volume (%): 4 (below 10)"));
    /// ```
    pub fn text(&self) -> Text {
        let of = |lang| {
            let mut each: Vec<String> = self.evidence.iter().map(|part| part.text(lang)).collect();
            // "It is known" and "it is so" read the same.
            each.dedup();
            each.join(lang.pick("; ", " ; "))
        };
        Text::new(&of(Lang::En), Some(&of(Lang::Fr)))
    }
}

/// Assets or licences on which a rule is undecided for the same missing facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// The rule.
    pub rule: RuleId,
    /// The facts, and the lists of parts, that nobody told.
    pub missing: FactSet,
    /// Place of the rule.
    pub(super) place: usize,
    /// Places of the assets or licences, ascending.
    pub(super) subjects: Vec<u32>,
}

impl Undecided {
    /// How many assets or licences.
    pub fn count(&self) -> usize {
        self.subjects.len()
    }
}
