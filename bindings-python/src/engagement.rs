//! The engagement and what can be asked of it.

use crate::answer::Answer;
use crate::asset::{Asset, Estate};
use crate::care::audit::{Audit, Raised, raised as read_raised};
use crate::care::renewal::Renewals;
use crate::care::report::CareReport;
use crate::care::support::{self, SupportCatalogue};
use crate::change::Changes;
use crate::contract::{Given, Service, ServiceLevels, priority as read_priority, records as read};
use crate::convert::{Date, Document, Fields, Items, literal};
use crate::diff::WhatIf;
use crate::error::{Fault, compute, faults, try_compute};
use crate::html;
use crate::inventory::Inventory;
use crate::plan::Plan;
use crate::recurrence::moment::Instant;
use crate::task::Task;
use chrono::NaiveDate;
use entretien::contract::price::{Cost, Invoice, PriceInForce};
use entretien::contract::{Balance, Coverage, Event, NoticeState, TermAt};
use entretien::document::{read_audit, read_engagement, shipped_engagement};
use entretien::engagement as core;
use entretien::error::Error;
use entretien::takeover::Takeover;
use pyo3::prelude::*;
use pyo3::types::PyType;
use std::path::PathBuf;
use std::sync::Arc;

/// One estate with its contracts, tasks and policies, ready to be planned.
#[pyclass(frozen, module = "entretien")]
#[derive(Debug, Clone)]
pub(crate) struct Engagement {
    core: Arc<core::Engagement>,
}

impl Engagement {
    fn build(
        py: Python<'_>,
        inventory: Option<&Inventory>,
        build: impl FnOnce(&Takeover) -> Result<core::Engagement, Error> + Send,
    ) -> PyResult<Engagement> {
        let takeover = inventory.map(|inventory| &*inventory.takeover);
        let core = try_compute(py, || match takeover {
            Some(takeover) => build(takeover),
            None => build(&Takeover::default()),
        })?;
        Ok(Engagement::of(core))
    }

    fn of(core: core::Engagement) -> Engagement {
        Engagement { core: Arc::new(core) }
    }
}

#[pymethods]
impl Engagement {
    /// Reads an engagement document and brings in the assets of `inventory`.
    ///
    /// Raises `entretien.Error` with every fault of the document.
    #[classmethod]
    #[pyo3(signature = (text, inventory = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_json(
        cls: &Bound<'_, PyType>,
        text: Document,
        inventory: Option<&Inventory>,
    ) -> PyResult<Self> {
        Self::build(cls.py(), inventory, |takeover| read_engagement(text.bytes(), takeover))
    }

    /// Reads an engagement document given as Python values; `datetime.date` is written as a date.
    ///
    /// Raises `entretien.Error` with every fault of the document, `TypeError` or `ValueError` for
    /// values that JSON does not have.
    #[classmethod]
    #[pyo3(signature = (document, inventory = None))]
    fn from_dict(
        cls: &Bound<'_, PyType>,
        document: Fields<'_>,
        inventory: Option<&Inventory>,
    ) -> PyResult<Self> {
        Self::from_json(cls, Document::of_values(document.0)?, inventory)
    }

    /// Reads an engagement document from a file; its faults name the file as their source.
    ///
    /// Raises `entretien.Error` with every fault of the document, `OSError` when it cannot be read.
    #[classmethod]
    #[pyo3(signature = (path, inventory = None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn from_file(
        cls: &Bound<'_, PyType>,
        path: PathBuf,
        inventory: Option<&Inventory>,
    ) -> PyResult<Self> {
        let file = cls.py().import("pathlib")?.call_method1("Path", (&path,))?;
        let text: Document = file.call_method0("read_bytes")?.extract()?;
        let name = path.to_string_lossy();
        Self::build(cls.py(), inventory, |takeover| {
            read_engagement(text.bytes(), takeover).map_err(|error| error.in_source(&name))
        })
    }

    /// The shipped task templates on every asset of `inventory`, counted from `begin`.
    ///
    /// Raises `entretien.Error` `TAK-057` when the inventory has no asset.
    #[classmethod]
    fn shipped(cls: &Bound<'_, PyType>, inventory: &Inventory, begin: Date) -> PyResult<Self> {
        Self::build(cls.py(), Some(inventory), |takeover| {
            shipped_engagement(takeover, begin.day("begin")?)
        })
    }

    /// The plan of the days from `start` to the day before `end`, as known on `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
    fn plan(&self, py: Python<'_>, as_of: Date, start: Date, end: Date) -> PyResult<Plan> {
        let plan = try_compute(py, || self.core.plan(as_of.0, start.0, end.0))?;
        Ok(Plan::new(Arc::clone(&self.core), plan))
    }

    /// What `changes` would do to the plan of the days from `start` to the day before `end`, as known on `as_of`.
    ///
    /// `changes` is one change, several, or a document of format `entretien/changes`; they are made together.
    ///
    /// Raises `entretien.Error`: as `plan`, and every fault of the changes; `DOC-013` nothing of that id to remove.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
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

    /// Where the term of a contract stands on `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-013`.
    fn term_at(&self, py: Python<'_>, contract: &str, as_of: Date) -> PyResult<Answer<TermAt>> {
        try_compute(py, || self.core.term_at(contract, as_of.0)).map(Answer)
    }

    /// Where notice stands on `as_of`; `None` for a contract without notice, or without end.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-013`, `CAL-006`.
    fn notice_deadline(
        &self,
        py: Python<'_>,
        contract: &str,
        as_of: Date,
    ) -> PyResult<Answer<Option<NoticeState>>> {
        try_compute(py, || self.core.notice_deadline(contract, as_of.0)).map(Answer)
    }

    /// The dated events of every contract from `start` to the day before `end`, as known on `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `CAL-006`.
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
    /// not by the others.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-013`.
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

    /// Whether an asset is covered for a service at an instant, as known on `as_of`: by which contract,
    /// inside which hours, with which promises to a ticket of `priority`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-013`; `TypeError` for a naive `at`.
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

    /// What is left of each entitlement of a contract on `as_of`; `records` is what was done, a document of
    /// format `entretien/records`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-013`, `CON-012`, and every fault of the records.
    #[pyo3(signature = (contract, as_of, records = None))]
    fn entitlement_balance(
        &self,
        py: Python<'_>,
        contract: &str,
        as_of: Date,
        records: Option<Given>,
    ) -> PyResult<Answer<Vec<Balance>>> {
        let ask = || {
            let book = read(records)?;
            self.core.entitlement_balance(contract, book.of(contract), as_of.0)
        };
        try_compute(py, ask).map(Answer)
    }

    /// The invoices of a contract issued from `start` to the day before `end`, to the cent.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `DOC-013`, `PLAN-001`, `PRI-*`, and every fault of the records.
    #[pyo3(signature = (contract, start, end, records = None))]
    fn invoices(
        &self,
        py: Python<'_>,
        contract: &str,
        start: Date,
        end: Date,
        records: Option<Given>,
    ) -> PyResult<Answer<Vec<Invoice>>> {
        let ask = || {
            let book = read(records)?;
            self.core.invoices(contract, book.of(contract), start.0, end.0)
        };
        try_compute(py, ask).map(Answer)
    }

    /// The accrued cost of the days from `start` to the day before `end`, by month.
    ///
    /// Raises `entretien.Error`: as `invoices`.
    #[pyo3(signature = (contract, start, end, records = None))]
    fn cost(
        &self,
        py: Python<'_>,
        contract: &str,
        start: Date,
        end: Date,
        records: Option<Given>,
    ) -> PyResult<Answer<Cost>> {
        let ask = || {
            let book = read(records)?;
            self.core.cost(contract, book.of(contract), start.0, end.0)
        };
        try_compute(py, ask).map(Answer)
    }

    /// Every amount of a contract in force on a day, with the reason of each revision.
    ///
    /// Raises `entretien.Error`: as `invoices`.
    fn prices_on(
        &self,
        py: Python<'_>,
        contract: &str,
        day: Date,
    ) -> PyResult<Answer<Vec<PriceInForce>>> {
        try_compute(py, || self.core.prices_on(contract, day.0)).map(Answer)
    }

    /// What contracts, estate and plan say of each other, codes `COV-001` to `COV-006`; `records` is what
    /// was done.
    ///
    /// Raises `entretien.Error`: `CON-012`, `DOC-009`, `DOC-013`, and every fault of the records.
    #[pyo3(signature = (plan, records = None))]
    fn coverage_findings(
        &self,
        py: Python<'_>,
        plan: &Plan,
        records: Option<Given>,
    ) -> PyResult<Answer<Vec<core::CoverageFinding>>> {
        let ask = || self.core.coverage_findings(plan.core(), &read(records)?);
        try_compute(py, ask).map(Answer)
    }

    /// The promises that nobody is there to keep from `start` to the day before `end`, code `COV-007`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `CAL-013`.
    fn service_level_findings(
        &self,
        py: Python<'_>,
        start: Date,
        end: Date,
    ) -> PyResult<Answer<Vec<core::CoverageFinding>>> {
        try_compute(py, || self.core.service_level_findings(start.0, end.0)).map(Answer)
    }

    /// The service levels of a contract, which answer for any ticket.
    ///
    /// Raises `entretien.Error`: `DOC-013`.
    fn service_levels(&self, py: Python<'_>, contract: &str) -> PyResult<ServiceLevels> {
        try_compute(py, || self.core.promises(contract)).map(ServiceLevels::new)
    }

    /// The same engagement with a catalogue of support cycles; `rules` recognise products, before the shipped ones.
    ///
    /// Raises `entretien.Error`: `SUP-060`, `SUP-061`.
    #[pyo3(signature = (catalogue, rules = Items::NONE))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
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
    ///
    /// Raises `entretien.Error`: `DOC-007`.
    fn support(
        &self,
        py: Python<'_>,
        as_of: Date,
    ) -> PyResult<Answer<Option<core::SupportSurvey>>> {
        try_compute(py, || self.core.support(as_of.0)).map(Answer)
    }

    /// Every renewal and update, dated, as known on `as_of`.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `CAL-006`.
    fn renewals(&self, py: Python<'_>, as_of: Date) -> PyResult<Renewals> {
        let found = try_compute(py, || self.core.renewals(as_of.0))?;
        Ok(Renewals::new(&self.core, found))
    }

    /// The same engagement, whose plan answers renewals and updates.
    ///
    /// Raises `entretien.Error`: every fault of the requests for work.
    fn with_renewals(&self, py: Python<'_>, renewals: &Renewals) -> PyResult<Self> {
        try_compute(py, || self.core.with_renewals(renewals.core())).map(Self::of)
    }

    /// The same engagement, audited by a document of format `entretien/audit`.
    ///
    /// Raises `entretien.Error` with every fault of the document.
    #[expect(clippy::needless_pass_by_value, reason = "arguments of Python are extracted by value")]
    fn with_audit_policy(&self, py: Python<'_>, document: Given) -> PyResult<Self> {
        let policy = try_compute(py, || read_audit(document.bytes()).map(Arc::new))?;
        Ok(Self::of((*self.core).clone().with_audit_policy(policy)))
    }

    /// Audits the estate as of a day, by the rules of the document, else the shipped ones.
    ///
    /// Raises `entretien.Error`: `DOC-007`, `AUD-*`.
    fn audit(&self, py: Python<'_>, as_of: Date) -> PyResult<Audit> {
        try_compute(py, || self.core.audit(as_of.0)).map(Audit::new)
    }

    /// The same engagement, whose plan answers the open findings that a task puts right; `raised` has the
    /// days on which earlier audits found them first, by id of finding.
    ///
    /// Raises `entretien.Error`: `DOC-007`, and every fault of the requests for work.
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

    /// Renewals, the next `years` years, budget, books and audit, for people. Raises `entretien.Error` as these.
    fn care_report(&self, py: Python<'_>, as_of: Date, years: u16) -> PyResult<CareReport> {
        try_compute(py, || self.core.care_report(as_of.0, years)).map(CareReport::new)
    }

    /// What the document declares against what the inventory found.
    fn comparison(&self) -> Answer<&core::Comparison> {
        Answer(self.core.comparison())
    }

    /// On which assets the provider can work from afar on `day`, and what is missing where it cannot.
    ///
    /// Raises `entretien.Error`: `DOC-007`.
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

impl Engagement {
    fn summary(&self, py: Python<'_>) -> PyResult<String> {
        let input = self.core.input();
        Ok(format!(
            "{} for {} from {}, {} assets, {} tasks",
            literal(py, input.provider())?,
            literal(py, input.customer())?,
            input.begin(),
            input.estate().assets().len(),
            input.tasks().len()
        ))
    }
}

/// The plan of `engagement` for the days from `start` to the day before `end`, as known on `as_of`.
///
/// Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
#[pyfunction]
pub(crate) fn plan(
    py: Python<'_>,
    engagement: &Engagement,
    as_of: Date,
    start: Date,
    end: Date,
) -> PyResult<Plan> {
    engagement.plan(py, as_of, start, end)
}
