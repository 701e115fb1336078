//! The audit of an estate.

use super::json;
use crate::answer::{Answer, Typed};
use crate::convert::Date;
use crate::error::{raise, try_compute};
use crate::html;
use crate::keyword::keyword;
use chrono::NaiveDate;
use entretien::audit as core;
use entretien::error::Error;
use entretien::text::Lang;
use entretien::time::Day;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::{type_hint_identifier, type_hint_subscript};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

keyword! {
    /// By what findings are counted.
    Grouping(core::Grouping) "by" {
        "rule" => core::Grouping::Rule,
        "site" => core::Grouping::Site,
        "asset" => core::Grouping::Asset,
        "remedy" => core::Grouping::Remedy,
        "domain" => core::Grouping::Domain,
    }
}

/// A row of what is undecided.
#[derive(Debug, Serialize)]
pub(crate) struct UndecidedRow<'a> {
    rule: &'a str,
    missing: Vec<&'static str>,
    subjects: Vec<&'a str>,
}

impl Typed for UndecidedRow<'_> {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._care_answers", "UndecidedRow");
}

/// Days on which earlier audits found them first, by id of finding.
pub(crate) type Raised = BTreeMap<String, Date>;

/// The same for the core.
pub(crate) fn raised(given: Option<Raised>) -> Result<BTreeMap<Box<str>, Day>, Error> {
    let day = |(id, day): (String, Date)| Ok((id.into(), day.day("raised")?));
    given.unwrap_or_default().into_iter().map(day).collect()
}

/// What rules find on an estate as of a day, and what they could not decide.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Audit {
    core: Arc<core::Audit>,
}

impl Audit {
    pub(crate) fn new(core: core::Audit) -> Audit {
        Audit { core: Arc::new(core) }
    }

    pub(crate) fn core(&self) -> &core::Audit {
        &self.core
    }
}

#[pymethods]
impl Audit {
    /// The day of the audit.
    #[getter]
    fn as_of(&self) -> NaiveDate {
        self.core.as_of().to_date()
    }

    /// Scores of the estate, its domains and its sites, in thousandths.
    #[getter]
    fn scores(&self) -> Answer<&core::Scores> {
        Answer(self.core.scores())
    }

    /// What became of each rule, by id.
    #[getter]
    fn rules(&self) -> Answer<Vec<&core::RuleResult>> {
        Answer(self.core.rules().iter().collect())
    }

    /// Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones included.
    #[getter]
    fn findings(&self) -> Answer<Vec<&core::Finding>> {
        Answer(self.core.findings().iter().collect())
    }

    /// What could not be decided, by rule, then by what is missing.
    #[getter]
    fn undecided(&self) -> Answer<Vec<UndecidedRow<'_>>> {
        let rows = self.core.undecided().iter().map(|row| UndecidedRow {
            rule: row.rule.as_str(),
            missing: row.missing.codes(),
            subjects: self.core.undecided_subjects(row).collect(),
        });
        Answer(rows.collect())
    }

    /// What became of each waiver, in the order given.
    #[getter]
    fn waivers(&self) -> Answer<Vec<&core::WaiverResult>> {
        Answer(self.core.waivers().iter().collect())
    }

    /// Counts of findings, by key.
    fn groups(&self, by: Grouping) -> Answer<Vec<core::FindingGroup>> {
        Answer(self.core.groups(by.0))
    }

    /// What changed since an earlier audit: new, closed (and why), persisting.
    ///
    /// Raises `entretien.Error`: `AUD-018` when `before` is the later one.
    #[pyo3(signature = (before, with_waived = false))]
    fn compare(
        &self,
        py: Python<'_>,
        before: &Audit,
        with_waived: bool,
    ) -> PyResult<Answer<core::AuditComparison>> {
        try_compute(py, || self.core.compare(&before.core, with_waived)).map(Answer)
    }

    /// The open findings on assets that a task puts right, by finding; `raised` has the days on which earlier
    /// audits found them first.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    #[pyo3(signature = (raised = None))]
    fn remedies(
        &self,
        py: Python<'_>,
        raised: Option<Raised>,
    ) -> PyResult<Answer<Vec<core::RemedyRow>>> {
        let days = self::raised(raised).map_err(|error| raise(py, &error))?;
        Ok(Answer(self.core.remedies(&days)))
    }

    /// All of it as a dictionary.
    fn to_dict(&self) -> Answer<&core::Audit> {
        Answer(&self.core)
    }

    /// All of it as JSON.
    fn to_json(&self) -> PyResult<String> {
        json(&*self.core)
    }

    fn __repr__(&self) -> String {
        let open = self.core.findings().iter().filter(|finding| finding.is_open()).count();
        format!("<Audit as of {}: {open} open findings>", self.core.as_of())
    }

    fn _repr_html_(&self) -> String {
        let rows = self.core.findings().iter().map(|finding| {
            [
                finding.severity.code().to_owned(),
                finding.rule.to_string(),
                finding.subject().to_owned(),
                finding.text().get(Lang::En).to_owned(),
            ]
        });
        let head = ["severity", "rule", "subject", "why"];
        let count = self.core.findings().len();
        html::table(&self.__repr__().replace(['<', '>'], ""), head, rows, count)
    }
}
