//! The engagement and what can be asked of it.

use crate::answer::Answer;
use crate::asset::{Asset, Estate};
use crate::care::audit::{Audit, Raised, raised as read_raised};
use crate::care::renewal::Renewals;
use crate::care::report::CareReport;
use crate::care::support::{self, SupportCatalogue};
use crate::change::Changes;
use crate::contract::{Given, Service, ServiceLevels, priority as read_priority};
use crate::convert::{Date, Document, Fields, Items};
use crate::diff::WhatIf;
use crate::engagement_parts::booked;
use crate::error::{Fault, compute, faults, try_compute};
use crate::html;
use crate::inventory::TakenOver;
use crate::kpi::Dimension;
use crate::kpi::accumulator::KpiAccumulator;
use crate::kpi::ask::{Grain, Total, WHOLE, ask};
use crate::kpi::kpis::{Kpis, rules as advice_rules};
use crate::log::Log;
use crate::plan::Plan;
use crate::recurrence::moment::Instant;
use crate::task::Task;
use chrono::NaiveDate;
use entretien::contract::price::{Cost, Invoice, PriceInForce};
use entretien::contract::{Balance, Coverage, Event, NoticeState, TermAt};
use entretien::document::{read_audit, read_engagement, shipped_engagement};
use entretien::engagement as core;
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::path::PathBuf;
use std::sync::Arc;

/// One estate with its contracts, tasks and policies, ready to be planned.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Engagement {
    pub(crate) core: Arc<core::Engagement>,
}

#[pymethods]
#[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
impl Engagement {
    /// Reads an engagement document and brings in the assets of `inventory`. Raises `entretien.Error` with every
    /// fault of the document.
    #[classmethod]
    #[pyo3(signature = (text, inventory = None))]
    fn from_json(
        cls: &Bound<'_, PyType>,
        text: Document,
        inventory: Option<&TakenOver>,
    ) -> PyResult<Self> {
        Self::build(cls.py(), inventory, |takeover| read_engagement(text.bytes(), takeover))
    }

    /// Reads an engagement document given as Python values; `datetime.date` is written as a date. Raises
    /// `entretien.Error` with every fault of the document, `TypeError` or `ValueError` for values that JSON does not
    /// have.
    #[classmethod]
    #[pyo3(signature = (document, inventory = None))]
    fn from_dict(
        cls: &Bound<'_, PyType>,
        document: Fields<'_>,
        inventory: Option<&TakenOver>,
    ) -> PyResult<Self> {
        Self::from_json(cls, Document::of_values(document.0)?, inventory)
    }

    /// Reads an engagement document from a file; its faults name the file as their source. Raises `entretien.Error`
    /// with every fault of the document, `OSError` when it cannot be read.
    #[classmethod]
    #[pyo3(signature = (path, inventory = None))]
    fn from_file(
        cls: &Bound<'_, PyType>,
        path: PathBuf,
        inventory: Option<&TakenOver>,
    ) -> PyResult<Self> {
        Self::of_file(cls.py(), &path, inventory)
    }

    /// The shipped task templates on every asset of `inventory`, counted from `begin`. Raises `entretien.Error`
    /// `TAK-057` when the inventory has no asset.
    #[classmethod]
    fn shipped(cls: &Bound<'_, PyType>, inventory: &TakenOver, begin: Date) -> PyResult<Self> {
        Self::build(cls.py(), Some(inventory), |takeover| {
            shipped_engagement(takeover, begin.day("begin")?)
        })
    }

    /// The plan of the days from `start` to the day before `end`, as known on `as_of`. Raises `entretien.Error`:
    /// `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
    pub(crate) fn plan(
        &self,
        py: Python<'_>,
        as_of: Date,
        start: Date,
        end: Date,
    ) -> PyResult<Plan> {
        let plan = try_compute(py, || self.core.plan(as_of.0, start.0, end.0))?;
        Ok(Plan::new(Arc::clone(&self.core), plan))
    }

    /// What `changes` would do to the plan of the days from `start` to the day before `end`, as known on `as_of`.
    ///
    /// `changes` is one change, several, or a document of format `entretien/changes`; they are made together. Raises
    /// `entretien.Error`: as `plan`, and every fault of the changes; `DOC-013` nothing of that id to remove.
    fn what_if(
        &self,
        py: Python<'_>,
        changes: Changes,
        as_of: Date,
        start: Date,
        end: Date,
    ) -> PyResult<WhatIf> {
        let found = try_compute(py, || {
            let changes = changes.read(self.core.input())?;
            self.core.what_if(&changes, as_of.0, start.0, end.0)
        })?;
        Ok(WhatIf::new(&self.core, found))
    }

    /// Verifies a plan day by day, without the planner: what is wrong, or nothing.
    fn check(&self, py: Python<'_>, plan: &Plan) -> PyResult<Vec<Fault>> {
        let found = compute(py, || self.core.check(plan.core()))?;
        Ok(faults(&found))
    }

    /// Ids of the contracts, in the order of the document.
    #[getter]
    fn contracts(&self) -> Vec<&str> {
        self.core.input().contracts().iter().map(|contract| contract.id().as_str()).collect()
    }

    /// Where the term of a contract stands on `as_of`. Raises `entretien.Error`: `DOC-007`, `DOC-013`.
    fn term_at(&self, py: Python<'_>, contract: &str, as_of: Date) -> PyResult<Answer<TermAt>> {
        try_compute(py, || self.core.term_at(contract, as_of.0)).map(Answer)
    }

    /// Where notice stands on `as_of`; `None` for a contract without notice, or without end. Raises
    /// `entretien.Error`: `DOC-007`, `DOC-013`, `CAL-006`.
    fn notice_deadline(
        &self,
        py: Python<'_>,
        contract: &str,
        as_of: Date,
    ) -> PyResult<Answer<Option<NoticeState>>> {
        try_compute(py, || self.core.notice_deadline(contract, as_of.0)).map(Answer)
    }

    /// The dated events of every contract from `start` to the day before `end`, as known on `as_of`. Raises
    /// `entretien.Error`: `DOC-007`, `PLAN-001`, `CAL-006`.
    fn contract_events(
        &self,
        py: Python<'_>,
        as_of: Date,
        start: Date,
        end: Date,
    ) -> PyResult<Answer<Vec<Event>>> {
        try_compute(py, || self.core.contract_events(as_of.0, start.0, end.0)).map(Answer)
    }

    /// Whether an asset is covered for a service on `day`, as known on `as_of`: by which contract, and why
    /// not by the others. Raises `entretien.Error`: `DOC-007`, `DOC-013`.
    fn covered(
        &self,
        py: Python<'_>,
        asset: &str,
        service: Service,
        day: Date,
        as_of: Date,
    ) -> PyResult<Answer<Coverage>> {
        try_compute(py, || self.core.covered(asset, service.0, day.0, as_of.0)).map(Answer)
    }

    /// Whether an asset is covered for a service at an instant, as known on `as_of`: by which contract, inside which
    /// hours, with which promises to a ticket of `priority`. Raises `entretien.Error`: `DOC-007`, `DOC-013`;
    /// `TypeError` for a naive `at`.
    #[pyo3(signature = (asset, service, at, as_of, priority = None))]
    fn covered_at(
        &self,
        py: Python<'_>,
        asset: &str,
        service: Service,
        at: Instant,
        as_of: Date,
        priority: Option<&str>,
    ) -> PyResult<Answer<core::CoverageAt>> {
        let priority = read_priority(py, priority)?;
        let ask = || self.core.covered_at(asset, service.0, priority.as_ref(), at.0, as_of.0);
        try_compute(py, ask).map(Answer)
    }

    /// What is left of each entitlement of a contract on `as_of`; `records` is what was done, a document of format
    /// `entretien/records`. Raises `entretien.Error`: `DOC-007`, `DOC-013`, `CON-012`, and every fault of the
    /// records.
    #[pyo3(signature = (contract, as_of, records = None))]
    fn entitlement_balance(
        &self,
        py: Python<'_>,
        contract: &str,
        as_of: Date,
        records: Option<Given>,
    ) -> PyResult<Answer<Vec<Balance>>> {
        booked(py, records, |book| {
            self.core.entitlement_balance(contract, book.of(contract), as_of.0)
        })
    }

    /// The invoices of a contract issued from `start` to the day before `end`, to the cent. Raises `entretien.Error`:
    /// `DOC-007`, `DOC-013`, `PLAN-001`, `PRI-*`, and every fault of the records.
    #[pyo3(signature = (contract, start, end, records = None))]
    fn invoices(
        &self,
        py: Python<'_>,
        contract: &str,
        start: Date,
        end: Date,
        records: Option<Given>,
    ) -> PyResult<Answer<Vec<Invoice>>> {
        booked(py, records, |book| self.core.invoices(contract, book.of(contract), start.0, end.0))
    }

    /// The accrued cost of the days from `start` to the day before `end`, by month. Raises `entretien.Error`: as
    /// `invoices`.
    #[pyo3(signature = (contract, start, end, records = None))]
    fn cost(
        &self,
        py: Python<'_>,
        contract: &str,
        start: Date,
        end: Date,
        records: Option<Given>,
    ) -> PyResult<Answer<Cost>> {
        booked(py, records, |book| self.core.cost(contract, book.of(contract), start.0, end.0))
    }

    /// Every amount of a contract in force on a day, with the reason of each revision. Raises `entretien.Error`: as
    /// `invoices`.
    fn prices_on(
        &self,
        py: Python<'_>,
        contract: &str,
        day: Date,
    ) -> PyResult<Answer<Vec<PriceInForce>>> {
        try_compute(py, || self.core.prices_on(contract, day.0)).map(Answer)
    }

    /// What contracts, estate and plan say of each other, codes `COV-001` to `COV-006`; `records` is what
    /// was done. Raises `entretien.Error`: `CON-012`, `DOC-009`, `DOC-013`, and every fault of the records.
    #[pyo3(signature = (plan, records = None))]
    fn coverage_findings(
        &self,
        py: Python<'_>,
        plan: &Plan,
        records: Option<Given>,
    ) -> PyResult<Answer<Vec<core::CoverageFinding>>> {
        booked(py, records, |book| self.core.coverage_findings(plan.core(), book))
    }

    /// The promises that nobody is there to keep from `start` to the day before `end`, code `COV-007`. Raises
    /// `entretien.Error`: `DOC-007`, `PLAN-001`, `CAL-013`.
    fn service_level_findings(
        &self,
        py: Python<'_>,
        start: Date,
        end: Date,
    ) -> PyResult<Answer<Vec<core::CoverageFinding>>> {
        try_compute(py, || self.core.service_level_findings(start.0, end.0)).map(Answer)
    }

    /// The service levels of a contract, which answer for any ticket. Raises `entretien.Error`: `DOC-013`.
    fn service_levels(&self, py: Python<'_>, contract: &str) -> PyResult<ServiceLevels> {
        try_compute(py, || self.core.promises(contract)).map(ServiceLevels::new)
    }

    /// The same engagement with a catalogue of support cycles; `rules` recognise products, before the shipped ones.
    /// Raises `entretien.Error`: `SUP-060`, `SUP-061`.
    #[pyo3(signature = (catalogue, rules = Items::NONE))]
    fn with_catalogue(
        &self,
        py: Python<'_>,
        catalogue: &SupportCatalogue,
        rules: Items<String>,
    ) -> PyResult<Self> {
        let with = || {
            let rules = support::rules(&rules.0)?;
            (*self.core).clone().with_catalogue(catalogue.core(), rules)
        };
        try_compute(py, with).map(Self::of)
    }

    /// What runs on every asset and until when it is supported, as known on `as_of`; `None` without a catalogue.
    /// Raises `entretien.Error`: `DOC-007`.
    fn support(
        &self,
        py: Python<'_>,
        as_of: Date,
    ) -> PyResult<Answer<Option<core::SupportSurvey>>> {
        try_compute(py, || self.core.support(as_of.0)).map(Answer)
    }

    /// Every renewal and update, dated, as known on `as_of`. Raises `entretien.Error`: `DOC-007`, `CAL-006`.
    fn renewals(&self, py: Python<'_>, as_of: Date) -> PyResult<Renewals> {
        let found = try_compute(py, || self.core.renewals(as_of.0))?;
        Ok(Renewals::new(&self.core, found))
    }

    /// The same engagement, whose plan answers renewals and updates. Raises `entretien.Error`: every fault of the
    /// requests for work.
    fn with_renewals(&self, py: Python<'_>, renewals: &Renewals) -> PyResult<Self> {
        try_compute(py, || self.core.with_renewals(renewals.core())).map(Self::of)
    }

    /// The same engagement, audited by a document of format `entretien/audit`. Raises `entretien.Error` with every
    /// fault of the document.
    fn with_audit_policy(&self, py: Python<'_>, document: Given) -> PyResult<Self> {
        let policy = try_compute(py, || read_audit(document.bytes()).map(Arc::new))?;
        Ok(Self::of((*self.core).clone().with_audit_policy(policy)))
    }

    /// Audits the estate as of a day, by the rules of the document, else the shipped ones. Raises `entretien.Error`:
    /// `DOC-007`, `AUD-*`.
    fn audit(&self, py: Python<'_>, as_of: Date) -> PyResult<Audit> {
        try_compute(py, || self.core.audit(as_of.0)).map(Audit::new)
    }

    /// The same engagement, whose plan answers the open findings that a task puts right; `raised` has the days on
    /// which earlier audits found them first, by id of finding. Raises `entretien.Error`: `DOC-007`, and every fault
    /// of the requests for work.
    #[pyo3(signature = (audit, raised = None))]
    fn with_findings(
        &self,
        py: Python<'_>,
        audit: &Audit,
        raised: Option<Raised>,
    ) -> PyResult<Self> {
        let with = || self.core.with_findings(audit.core(), &read_raised(raised)?);
        try_compute(py, with).map(Self::of)
    }

    /// The indicators of a log from `start` to the day before `end`, as known at the end of `as_of`.
    ///
    /// Required time is that of the assets, levels are those of the contracts; with `with_plan`, occurrences that no
    /// intervention fulfils are due and not done. `totals` are those that no log has: group, window, measure, amount.
    /// Raises `entretien.Error`: `DOC-007`, `DOC-009`, `DOC-013`, `PLAN-001`, `KPI-001` to `KPI-007`, `REN-012`.
    #[pyo3(signature = (
        log, start, end, as_of, grain = WHOLE, dimensions = Items::NONE, *, currency = "EUR", grace_percent = 10,
        first_time_days = 7, failure_categories = Items::NONE, failure_priorities = Items::NONE, calendar = None,
        with_plan = true, totals = Items::NONE, confidence = 0.95
    ))]
    fn kpis(
        &self,
        py: Python<'_>,
        log: &Log,
        start: Date,
        end: Date,
        as_of: Date,
        grain: Grain,
        dimensions: Items<Dimension>,
        currency: &str,
        grace_percent: u32,
        first_time_days: u32,
        failure_categories: Items<String>,
        failure_priorities: Items<String>,
        calendar: Option<&str>,
        with_plan: bool,
        totals: Items<Total>,
        confidence: f64,
    ) -> PyResult<Kpis> {
        let failures = (failure_categories, failure_priorities);
        let policy = (currency, grace_percent, first_time_days, calendar, with_plan, confidence);
        let ask = ask(py, (start, end, as_of), (grain, dimensions), failures, policy, totals)?;
        try_compute(py, || self.core.kpis(log.core(), &ask)).map(Kpis::new)
    }

    /// The question of `kpis`, of which parts of a log are gathered in many places and merged. Raises
    /// `entretien.Error`: as `kpis`.
    #[pyo3(signature = (
        start, end, as_of, grain = WHOLE, dimensions = Items::NONE, *, currency = "EUR", grace_percent = 10,
        first_time_days = 7, failure_categories = Items::NONE, failure_priorities = Items::NONE, calendar = None,
        totals = Items::NONE, confidence = 0.95
    ))]
    fn kpi_accumulator(
        &self,
        py: Python<'_>,
        start: Date,
        end: Date,
        as_of: Date,
        grain: Grain,
        dimensions: Items<Dimension>,
        currency: &str,
        grace_percent: u32,
        first_time_days: u32,
        failure_categories: Items<String>,
        failure_priorities: Items<String>,
        calendar: Option<&str>,
        totals: Items<Total>,
        confidence: f64,
    ) -> PyResult<KpiAccumulator> {
        let failures = (failure_categories, failure_priorities);
        let policy = (currency, grace_percent, first_time_days, calendar, false, confidence);
        let ask = ask(py, (start, end, as_of), (grain, dimensions), failures, policy, totals)?;
        let made = try_compute(py, || self.core.kpi_accumulator(&ask))?;
        Ok(KpiAccumulator::new(made, confidence))
    }

    /// What rules recommend on indicators, each with its effect on the plan from `start` to the day before `end`;
    /// `rules` is a document of format `entretien/advice`, by default the shipped rules. Raises `entretien.Error`: as
    /// `Kpis.advice` and `what_if`.
    #[pyo3(signature = (kpis, as_of, start, end, rules = None))]
    fn advise(
        &self,
        py: Python<'_>,
        kpis: &Kpis,
        as_of: Date,
        start: Date,
        end: Date,
        rules: Option<Given>,
    ) -> PyResult<Answer<Vec<core::AdviceRow>>> {
        let days = (start.0, end.0);
        let ask = || self.core.advise(kpis.core(), &advice_rules(rules)?, as_of.0, days);
        try_compute(py, ask).map(Answer)
    }

    /// Renewals, the next `years` years, budget, books and audit, for people. Raises `entretien.Error` as these.
    fn care_report(&self, py: Python<'_>, as_of: Date, years: u16) -> PyResult<CareReport> {
        try_compute(py, || self.core.care_report(as_of.0, years)).map(CareReport::new)
    }

    /// What the document declares against what the inventory found.
    fn comparison(&self) -> Answer<&core::Comparison> {
        Answer(self.core.comparison())
    }

    /// On which assets the provider can work from afar on `day`, and what is missing where it cannot. Raises
    /// `entretien.Error`: `DOC-007`.
    fn remote_access(
        &self,
        py: Python<'_>,
        day: Date,
        as_of: Date,
    ) -> PyResult<Answer<core::AccessReport>> {
        try_compute(py, || self.core.remote_access(day.0, as_of.0)).map(Answer)
    }

    /// Who does the works.
    #[getter]
    fn provider(&self) -> &str {
        self.core.input().provider()
    }

    /// Whose estate it is.
    #[getter]
    fn customer(&self) -> &str {
        self.core.input().customer()
    }

    /// First day of the programme.
    #[getter]
    fn begin(&self) -> NaiveDate {
        self.core.input().begin().to_date()
    }

    /// The assets, declared and taken over, by id.
    #[getter]
    fn assets(&self) -> Vec<Asset> {
        Estate::Engagement(Arc::clone(&self.core)).rows()
    }

    /// The task templates, by id.
    #[getter]
    fn tasks(&self) -> Vec<Task> {
        self.core.input().tasks().iter().map(Task::from).collect()
    }

    /// Doubts about values that were taken over.
    #[getter]
    fn diagnostics(&self) -> Vec<Fault> {
        faults(self.core.diagnostics())
    }

    /// Files that gave no asset, with the reason.
    #[getter]
    fn refused(&self) -> Vec<Fault> {
        faults(self.core.refused())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Engagement: {}>", self.summary(py)?))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        Ok(html::assets(&self.summary(py)?, self.core.input().estate().assets()))
    }
}
