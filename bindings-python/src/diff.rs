//! What differs between two plans.

use crate::answer::{Answer, Typed};
use crate::convert::{EN, Lang, answer, literal};
use crate::error::compute;
use crate::html;
use crate::plan::{Plan, place};
use entretien::engagement as desk;
use entretien::engagement::Engagement;
use entretien::plan as core;
use entretien::time::{Day, Period};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{IntoPyObjectExt, type_hint_identifier, type_hint_subscript};
use std::sync::Arc;

macro_rules! typed {
    ($( $type:ty: $name:literal ),* $(,)?) => { $(
        impl Typed for $type {
            const HINT: PyStaticExpr = type_hint_identifier!("entretien._plan_types", $name);
        }
    )* };
}

typed! {
    core::DiffTotals: "DiffTotals",
    core::Seen: "Seen",
    core::Reason: "Reason",
    core::Sides<Day>: "BothDays",
    core::Sides<Period>: "BothPeriods",
}

answer! {
    /// One difference after the other.
    Differences: type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterator"),
        <Difference as IntoPyObject<'_>>::OUTPUT_TYPE
    )
}

/// What differs between two plans: the occurrences that do, by id.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct PlanDiff {
    core: Arc<core::PlanDiff>,
}

impl PlanDiff {
    pub(crate) fn new(diff: core::PlanDiff) -> PlanDiff {
        PlanDiff { core: Arc::new(diff) }
    }

    fn row(&self, index: usize) -> Difference {
        Difference { diff: Arc::clone(&self.core), index }
    }

    fn summary(&self) -> String {
        let totals = &self.core.totals;
        format!(
            "{} added, {} removed, {} moved, {} changed",
            totals.added, totals.removed, totals.moved, totals.changed
        )
    }
}

#[pymethods]
impl PlanDiff {
    /// The days as of which the two plans were made.
    #[getter]
    fn as_of(&self) -> Answer<core::Sides<Day>> {
        Answer(self.core.as_of)
    }

    /// Their horizons.
    #[getter]
    fn horizon(&self) -> Answer<core::Sides<Period>> {
        Answer(self.core.horizon)
    }

    /// Their sums, and the numbers of differences.
    #[getter]
    fn totals(&self) -> Answer<&core::DiffTotals> {
        Answer(&self.core.totals)
    }

    /// All differences, by id.
    #[getter]
    fn differences(&self) -> Vec<Difference> {
        (0..self.core.differences.len()).map(|index| self.row(index)).collect()
    }

    /// One line for each difference, as `Difference.text()`.
    #[pyo3(signature = (lang = EN))]
    fn texts(&self, py: Python<'_>, lang: Lang) -> PyResult<Vec<String>> {
        compute(py, || self.core.differences.iter().map(|own| own.text(lang.0)).collect())
    }

    /// The canonical JSON, format `entretien/diff`.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        compute(py, || self.core.to_json())
    }

    fn __len__(&self) -> usize {
        self.core.differences.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Difference> {
        place(index, self.core.differences.len(), "no such difference").map(|place| self.row(place))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Differences<'py>> {
        let all = self.differences().into_bound_py_any(py)?;
        Ok(Differences(all.try_iter()?.into_any()))
    }

    fn __repr__(&self) -> String {
        format!("<PlanDiff: {}>", self.summary())
    }

    fn _repr_html_(&self) -> String {
        let day = |seen: &Option<Box<core::Seen>>| {
            seen.as_ref().map_or_else(String::new, |seen| seen.date.to_string())
        };
        let rows = self.core.differences.iter().map(|own| {
            let reasons: Vec<String> = own.reasons.iter().map(|why| why.text(EN.0)).collect();
            [
                own.id.to_string(),
                own.kind.code().to_owned(),
                day(&own.before),
                day(&own.after),
                reasons.join(", "),
            ]
        });
        let head = ["occurrence", "difference", "before", "after", "reasons"];
        html::table(&self.summary(), head, rows, self.core.differences.len())
    }
}

/// One occurrence that differs.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Difference {
    diff: Arc<core::PlanDiff>,
    index: usize,
}

impl Difference {
    #[expect(clippy::indexing_slicing, reason = "counted by the difference of plans")]
    fn core(&self) -> &core::Difference {
        &self.diff.differences[self.index]
    }
}

#[pymethods]
impl Difference {
    /// Id of the occurrence.
    #[getter]
    fn id(&self) -> String {
        self.core().id.to_string()
    }

    /// How it differs: `added`, `removed`, `moved` (its planned day), or `changed` (anything else shown).
    #[getter]
    fn kind(&self) -> &'static str {
        self.core().kind.code()
    }

    /// What the plan before shows of it; `None` when added.
    #[getter]
    fn before(&self) -> Answer<Option<&core::Seen>> {
        Answer(self.core().before.as_deref())
    }

    /// What the plan after shows of it; `None` when removed.
    #[getter]
    fn after(&self) -> Answer<Option<&core::Seen>> {
        Answer(self.core().after.as_deref())
    }

    /// Which changed parts of the engagement are about it, in order; at least one.
    #[getter]
    fn reasons(&self) -> Answer<Vec<core::Reason>> {
        Answer(self.core().reasons.clone())
    }

    /// What differs when both plans have it: `date`, `nominal`, `due`, `window`, `call`, `status`,
    /// `contract`, `site`, `visit`, `duration`, `mode`, `skill`, `cost`, `marks`.
    #[getter]
    fn differs_in(&self) -> Vec<&'static str> {
        self.core().differs_in().into_iter().map(core::Shown::code).collect()
    }

    /// The difference in one line: `dust/srv-1/2026-04-01: moved, 2026-04-01 → 2026-04-07 (window “freeze”)`.
    #[pyo3(signature = (lang = EN))]
    fn text(&self, lang: Lang) -> String {
        self.core().text(lang.0)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let own = self.core();
        Ok(format!("<Difference {}: {}>", literal(py, &own.id.to_string())?, own.kind.code()))
    }
}

/// The plan that holds, the plan with changes, and what differs between the two.
#[pyclass(frozen, get_all, module = "entretien")]
#[derive(Debug)]
pub(crate) struct WhatIf {
    /// The plan of the engagement.
    before: Plan,
    /// The plan with the changes.
    after: Plan,
    /// What differs.
    diff: PlanDiff,
}

impl WhatIf {
    pub(crate) fn new(engagement: &Arc<Engagement>, found: desk::WhatIf) -> WhatIf {
        let desk::WhatIf { before, after, diff } = found;
        WhatIf {
            before: Plan::new(Arc::clone(engagement), before),
            after: Plan::new(Arc::clone(engagement), after),
            diff: PlanDiff::new(diff),
        }
    }
}

#[pymethods]
impl WhatIf {
    fn __repr__(&self) -> String {
        format!("<WhatIf: {}>", self.diff.summary())
    }
}
