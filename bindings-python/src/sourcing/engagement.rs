//! What an engagement asks for in a year, and who may do it.

use super::Sourcing;
use crate::answer::Answer;
use crate::contract::Given;
use crate::convert::{Date, EN, Lang};
use crate::engagement::Engagement;
use crate::error::{raise, try_compute};
use crate::keyword::keyword;
use crate::log::Log;
use crate::plan::Plan;
use crate::review::deliverable::Deliverable;
use entretien::document::read_sourcing;
use entretien::engagement::{DemandAsk, DemandBy, SourcingDemand};
use entretien::error::{Error, codes};
use entretien::id::SkillId;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::{type_hint_identifier, type_hint_subscript};

keyword! {
    /// What perimeters of demand are told apart by.
    By(DemandBy) "by" {
        "site" => DemandBy::Site,
        "category" => DemandBy::Category,
    }
}

const SITE: By = By(DemandBy::Site);

/// Perimeters, first day observed, skill of corrective work, growth, share outside opening hours, confidence.
fn ask(
    py: Python<'_>,
    by: By,
    observed_from: Option<Date>,
    corrective_skill: Option<&str>,
    (growth_ppm, out_of_hours_ppm): (i64, Option<i64>),
    confidence: f64,
) -> PyResult<DemandAsk> {
    let skill = |id: &str| {
        SkillId::new(id).ok_or_else(|| {
            let message = format!("{id:?} is not an id");
            raise(py, &Error::new(codes::DOC_OUT_OF_RANGE, "/corrective_skill", message))
        })
    };
    Ok(DemandAsk {
        by: by.0,
        observed_from: observed_from.map(|day| day.0),
        corrective_skill: corrective_skill.map(skill).transpose()?,
        growth_ppm,
        out_of_hours_ppm,
        confidence,
    })
}

#[pymethods]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
impl Engagement {
    /// The work of a year: preventive lines from the plan, corrective ones from the log, with the incidents to expect.
    ///
    /// `observed_from` is the first day from which the log holds every incident, by default that of its first one;
    /// `corrective_skill` what corrective work needs. Rates are parts per million.
    ///
    /// Raises `entretien.Error`: `SRC-016`, `REN-005`, `REN-012`; `DOC-009` a skill that is no id.
    #[pyo3(signature = (
        plan, log = None, *, by = SITE, observed_from = None, corrective_skill = None, growth_ppm = 0,
        out_of_hours_ppm = None, confidence = 0.95
    ))]
    fn sourcing_demand(
        &self,
        py: Python<'_>,
        plan: &Plan,
        log: Option<&Log>,
        by: By,
        observed_from: Option<Date>,
        corrective_skill: Option<&str>,
        growth_ppm: i64,
        out_of_hours_ppm: Option<i64>,
        confidence: f64,
    ) -> PyResult<Answer<SourcingDemand>> {
        let rates = (growth_ppm, out_of_hours_ppm);
        let ask = ask(py, by, observed_from, corrective_skill, rates, confidence)?;
        let log = log.map(Log::core);
        try_compute(py, || self.core.sourcing_demand(plan.core(), log, &ask)).map(Answer)
    }

    /// Compares the options of a document of format `entretien/sourcing` for its own lines of demand and those of
    /// `sourcing_demand` together, with its arguments; contracts that the document names are those of the engagement.
    ///
    /// Raises `entretien.Error`: as `sourcing_demand` and `entretien.sourcing.compare`.
    #[pyo3(signature = (
        plan, document, log = None, *, by = SITE, observed_from = None, corrective_skill = None, growth_ppm = 0,
        out_of_hours_ppm = None, confidence = 0.95
    ))]
    fn sourcing(
        &self,
        py: Python<'_>,
        plan: &Plan,
        document: Given,
        log: Option<&Log>,
        by: By,
        observed_from: Option<Date>,
        corrective_skill: Option<&str>,
        growth_ppm: i64,
        out_of_hours_ppm: Option<i64>,
        confidence: f64,
    ) -> PyResult<Sourcing> {
        let rates = (growth_ppm, out_of_hours_ppm);
        let ask = ask(py, by, observed_from, corrective_skill, rates, confidence)?;
        let log = log.map(Log::core);
        let made = try_compute(py, || {
            let input = read_sourcing(document.bytes(), Some(&*self.core))?;
            self.core.sourcing(plan.core(), log, &ask, &input)
        })?;
        Ok(Sourcing::new(made))
    }

    /// A comparison as a document, its demand and prices known on `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    #[pyo3(signature = (sourcing, as_of, *, lang = EN))]
    fn sourcing_deliverable(
        &self,
        py: Python<'_>,
        sourcing: &Sourcing,
        as_of: Date,
        lang: Lang,
    ) -> PyResult<Deliverable> {
        let make = || self.core.sourcing_deliverable(sourcing.core(), as_of.0, lang.0);
        try_compute(py, make).map(Deliverable::new)
    }
}
