//! The result of an audit, and ways to look at it.

use crate::answer::{answer, answered};
use crate::{argument, choice, out};
use entretien::audit::{self, Finding, Grouping, SubjectKind};
use entretien::id::RuleId;
use entretien::text::Lang;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The result of an audit.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Audit {
    inner: audit::Audit,
}

impl Audit {
    pub(crate) fn new(inner: audit::Audit) -> Audit {
        Audit { inner }
    }

    fn title(&self, rule: &RuleId, lang: Lang) -> String {
        let rules = self.inner.rules();
        let found = rules.binary_search_by(|known| known.rule.cmp(rule)).ok();
        let title = found.and_then(|place| rules.get(place)).map(|known| known.title.get(lang));
        title.unwrap_or(rule.as_str()).to_owned()
    }
}

/// A finding with its words.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    title: String,
    text: String,
}

/// Subjects on which a rule is undecided for the same missing facts.
#[derive(Serialize)]
struct Open<'a> {
    rule: &'a str,
    title: String,
    subject: SubjectKind,
    missing: &'a audit::FactSet,
    subjects: Vec<&'a str>,
}

#[wasm_bindgen]
impl Audit {
    /// The day of the audit.
    #[wasm_bindgen(getter, js_name = asOf)]
    pub fn as_of(&self) -> String {
        self.inner.as_of().to_string()
    }

    /// Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones included.
    /// Their words are in `lang` (`en` when left out).
    #[wasm_bindgen(unchecked_return_type = "AuditFinding[]")]
    pub fn findings(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let lang = out(argument::lang(lang))?;
        let rows = self.inner.findings().iter().map(|finding| Row {
            finding,
            title: self.title(&finding.rule, lang),
            text: finding.text().get(lang).to_owned(),
        });
        answer(&rows.collect::<Vec<_>>())
    }

    /// Scores of the estate, of each domain and of each site, in permille.
    #[wasm_bindgen(getter, unchecked_return_type = "Scores")]
    pub fn scores(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.scores())
    }

    /// What became of each rule, by id.
    #[wasm_bindgen(getter, unchecked_return_type = "RuleResult[]")]
    pub fn rules(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.rules())
    }

    /// What could not be decided for want of facts, by rule, then by what is missing. Titles are in `lang`
    /// (`en` when left out).
    #[wasm_bindgen(unchecked_return_type = "AuditUndecided[]")]
    pub fn undecided(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let lang = out(argument::lang(lang))?;
        let rules = self.inner.rules();
        let rows = self.inner.undecided().iter().map(|row| {
            let rule = rules.iter().find(|rule| rule.rule == row.rule);
            Open {
                rule: row.rule.as_str(),
                title: self.title(&row.rule, lang),
                subject: rule.map_or(SubjectKind::Asset, |rule| rule.subject),
                missing: &row.missing,
                subjects: self.inner.undecided_subjects(row).collect(),
            }
        });
        answer(&rows.collect::<Vec<_>>())
    }

    /// What became of each waiver, in the order of the document.
    #[wasm_bindgen(getter, unchecked_return_type = "WaiverResult[]")]
    pub fn waivers(&self) -> Result<JsValue, JsValue> {
        answer(&self.inner.waivers())
    }

    /// Counts of findings by rule, site, asset, remedy or domain.
    #[wasm_bindgen(unchecked_return_type = "FindingGroup[]")]
    pub fn groups(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Grouping")] by: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(&self.inner.groups(choice("by", by, Grouping::parse, None)?))
    }

    /// What changed since an earlier audit, or one of the same day. Without `withWaived`, a finding that is
    /// waived in one of them counts as not there in that one. `AUD-018` when `before` is the later one.
    #[wasm_bindgen(unchecked_return_type = "AuditComparison")]
    pub fn compare(
        &self,
        before: &Audit,
        #[wasm_bindgen(js_name = withWaived)] with_waived: Option<bool>,
    ) -> Result<JsValue, JsValue> {
        answered(self.inner.compare(&before.inner, with_waived.unwrap_or_default()))
    }
}
