//! One occurrence of a plan.

use crate::answer::{Answer, Typed};
use crate::convert::{Date, EN, Lang, date, literal};
use crate::error::compute;
use chrono::NaiveDate;
use entretien::plan as core;
use entretien::quantity::Money;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use serde::Serialize;
use std::sync::Arc;

/// The cost of an occurrence, with its sum.
#[derive(Debug, Serialize)]
pub(crate) struct Cost {
    labour: Option<Money>,
    travel: Option<Money>,
    parts: Option<Money>,
    total: Option<Money>,
}

impl From<core::Cost> for Cost {
    fn from(cost: core::Cost) -> Cost {
        let core::Cost { labour, travel, parts } = cost;
        Cost { labour, travel, parts, total: cost.total() }
    }
}

impl Typed for Cost {
    const HINT: PyStaticExpr = type_hint_identifier!("entretien._plan_types", "OccurrenceCost");
}

/// One dated work: a task on an asset, or on a contract.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Occurrence {
    plan: Arc<core::Plan>,
    index: usize,
}

impl Occurrence {
    pub(crate) fn new(plan: &Arc<core::Plan>, index: usize) -> Occurrence {
        Occurrence { plan: Arc::clone(plan), index }
    }

    #[expect(
        clippy::expect_used,
        reason = "rows are counted by the plan, and a plan of the engine names known tasks and subjects"
    )]
    fn core(&self) -> core::Occurrence<'_> {
        self.plan.occurrence(self.index).expect("a row of the plan")
    }
}

#[pymethods]
impl Occurrence {
    /// Stable id: planning again gives the same one.
    #[getter]
    fn id(&self) -> String {
        self.core().id()
    }

    /// Id of the task.
    #[getter]
    fn task(&self) -> &str {
        self.core().task().id.as_str()
    }

    /// Title of the task.
    #[pyo3(signature = (lang = EN))]
    fn title(&self, lang: Lang) -> &str {
        self.core().task().title.get(lang.0)
    }

    /// Id of the asset or contract that it is done on.
    #[getter]
    fn subject(&self) -> &str {
        self.core().subject()
    }

    /// What people call the asset or contract: name or reference.
    #[getter]
    fn subject_name(&self) -> &str {
        self.core().subject_name()
    }

    /// Id of the asset; `None` for work on a contract.
    #[getter]
    fn asset(&self) -> Option<&str> {
        self.core().asset().map(|asset| asset.id.as_str())
    }

    /// Name of the asset; `None` for work on a contract.
    #[getter]
    fn asset_name(&self) -> Option<&str> {
        self.core().asset().map(|asset| &*asset.name)
    }

    /// Kind of equipment of the asset; `None` for work on a contract.
    #[getter]
    fn category(&self) -> Option<&'static str> {
        self.core().asset().map(|asset| asset.category.code())
    }

    /// Id of the site; `None` for work on a contract.
    #[getter]
    fn site(&self) -> Option<&str> {
        self.core().asset().map(|asset| asset.site.as_str())
    }

    /// Last part of its id: the nominal date of a fixed series, the ordinal of one whose dates move, the id of
    /// the request for work on occasion, that of the asset or contract for its begin.
    #[getter]
    fn key(&self) -> String {
        self.core().occurrence_id().key.into()
    }

    /// Which one of its series it is, from 1, when its dates move; `None` for a fixed series and on occasion.
    #[getter]
    fn ordinal(&self) -> Option<i32> {
        let row = self.core();
        let is_on_occasion = matches!(row.task().every, core::Every::Occasion(_));
        row.occurrence_id().key.parse().ok().filter(|_| !is_on_occasion)
    }

    /// The day of the series, before any season, roll and placement.
    #[getter]
    fn nominal(&self) -> Date {
        self.core().nominal().into()
    }

    /// The day on which it is due: after season and roll, or moved by decision.
    #[getter]
    fn due(&self) -> Date {
        self.core().due().into()
    }

    /// First day of its window: the due day less the early tolerance.
    #[getter]
    fn earliest(&self) -> Date {
        self.core().window().0.into()
    }

    /// Last day of its window: the due day plus the late tolerance.
    #[getter]
    fn latest(&self) -> Date {
        self.core().window().1.into()
    }

    /// The planned day.
    #[getter]
    fn date(&self) -> Date {
        self.core().date().into()
    }

    /// The day on which its work order is opened.
    #[getter]
    fn call(&self) -> Date {
        self.core().call().into()
    }

    /// How far it is, as of the day of the plan: `planned`, `called` (its work order is open), `overdue`, `done`,
    /// `skipped` or `cancelled`.
    #[getter]
    fn status(&self) -> &'static str {
        self.core().status().code()
    }

    /// When it was done, if it was.
    #[getter]
    fn done_on(&self) -> Option<Date> {
        self.core().done_on().map(Date::from)
    }

    /// What made its date: `season`, `placed`, `visit`, `moved`, `fixed`, `absorbs`, `serves`, `no_room`,
    /// `skipped`, `cancelled`.
    #[getter]
    fn marks(&self) -> Vec<&'static str> {
        let marks = core::Mark::all_of(self.core().row().marks);
        marks.into_iter().map(core::Mark::code).collect()
    }

    /// Id of the contract that covers it; that of a meeting is its subject.
    #[getter]
    fn contract(&self) -> Option<&str> {
        self.core().contract().map(|contract| contract.id().as_str())
    }

    /// The visit that it is part of, `site/date`; `None` when works do not become visits, or done remotely.
    #[getter]
    fn visit(&self) -> Option<String> {
        self.core().visit()
    }

    /// What it costs by the rates of the programme: labour, its share of the travel of its visit, parts, and their
    /// sum. What has no price is `None`.
    #[getter]
    fn cost(&self, py: Python<'_>) -> PyResult<Answer<Cost>> {
        compute(py, || self.core().cost().into()).map(Answer)
    }

    /// Planned work, minutes.
    #[getter]
    fn duration_minutes(&self) -> u32 {
        self.core().task().duration_minutes
    }

    /// Where it is done: `remote` or `on_site`.
    #[getter]
    fn mode(&self) -> &'static str {
        self.core().task().mode.code()
    }

    /// Skill needed.
    #[getter]
    fn skill(&self) -> &str {
        self.core().task().skill.as_str()
    }

    /// Periodicity on its subject: an interval as ISO 8601 (`P3M`), an RFC 5545 rule
    /// (`FREQ=MONTHLY;BYDAY=2TU`), or a day counted within months (`P1M/2TU+1D`, `P1M/-1WD`).
    #[getter]
    fn periodicity(&self) -> String {
        self.core().periodicity()
    }

    /// Why it is on its date: the steps from the anchor, in order.
    #[getter]
    fn trace(&self) -> Vec<Step> {
        self.core().trace().into_iter().map(Step::from).collect()
    }

    /// The trace in words, one line a step.
    #[pyo3(signature = (lang = EN))]
    fn why(&self, lang: Lang) -> Vec<String> {
        let row = self.core();
        let text = |step: &core::Step| step.text(self.plan.input(), row.asset(), lang.0);
        row.trace().iter().map(text).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let row = self.core();
        Ok(format!("<Occurrence {} on {}>", literal(py, &row.id())?, row.date()))
    }
}

/// One step from the anchor to the planned date.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct Step {
    /// Code of the rule, such as `roll.forward`.
    rule: &'static str,
    /// The date before the step; `None` where it sets one.
    before: Option<NaiveDate>,
    /// The date after the step.
    after: NaiveDate,
    /// What the rule depended on, such as `P3M*4`.
    detail: Option<String>,
}

impl From<core::Step> for Step {
    fn from(step: core::Step) -> Self {
        Step {
            rule: step.rule.code(),
            before: date(step.before),
            after: step.after.to_date(),
            detail: step.detail,
        }
    }
}

#[pymethods]
impl Step {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let before = self.before.map_or_else(|| "None".to_owned(), |day| day.to_string());
        let detail = self.detail.as_deref().map(|detail| literal(py, detail)).transpose()?;
        let detail = detail.unwrap_or_else(|| "None".to_owned());
        Ok(format!("<Step {}: {before} → {}, {detail}>", self.rule, self.after))
    }
}
