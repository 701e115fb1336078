//! The engagement: one estate, its contracts, tasks and policies, and what can be asked of them.
//!
//! An [`Engagement`] is the facade that embedders use: it is built by [`crate::document`] from an
//! engagement document and, if there is one, a takeover of inventories, and answers with plans.

mod access;
mod adopt;
mod advice;
mod audit;
mod care;
mod compare;
mod demand;
mod dependable;
mod desk;
mod forecast;
mod joins;
mod kpi;
mod kpi_report;
mod offer;
mod promises;
mod renewal;
mod review;
mod sourcing;
mod support;
mod what_if;
mod work;

pub use crate::contract::{CoverageFinding, Figure};
pub use access::{Access, AccessNeed, AccessReport, Possibility, Provider, SiteAccess, Want};
pub(crate) use adopt::unknown_site;
pub use adopt::{Adoption, adopt};
pub use advice::{AdviceRow, ExpectedEffect, Load, NoEffect};
pub use care::CareReport;
pub use compare::{Comparison, PossiblySame, compare};
pub use dependable::{DependableAvailability, WeakPoint};
pub use desk::{RecordBook, Records};
pub use forecast::IncidentForecast;
pub(crate) use joins::empty_perimeters;
pub use kpi::{GivenTotal, KpiAsk};
pub use kpi_report::{KPI_DAYS_MAX, KpiReport};
pub use offer::OfferAsk;
pub use promises::{ClockRow, CoverageAt, EscalationRow, Promises, TargetAt, TicketDeadlines};
pub use review::{OUTCOME_DAYS_MIN, ReviewAsk, ReviewSources};
pub use sourcing::{DemandAsk, DemandBy, EngagementSourcing, SourcingDemand};
pub use support::{SupportSurvey, Unmatched};
pub use what_if::WhatIf;

use crate::audit::AuditPolicy;
use crate::contract::level::LocalInstant;
use crate::contract::{Coverage, Event, Reach, Service, covered, merge_events};
use crate::error::{Error, Fault, codes};
use crate::inventory::Asset;
use crate::plan::{Plan, PlanInput};
use crate::renewal::{BudgetTerms, RenewalPolicy};
use crate::report::{Contact, ReportInput};
use crate::takeover::Takeover;
use crate::time::{Day, Period, Zone};
use chrono::NaiveDate;
use std::sync::Arc;

/// One estate with its contracts, tasks and policies, ready to be planned.
#[derive(Debug, Clone)]
pub struct Engagement {
    input: Arc<PlanInput>,
    care: Arc<Care>,
    refused: Vec<Fault>,
    diagnostics: Vec<Fault>,
    comparison: Arc<Comparison>,
    /// Whom to call at the two parties, as the document says.
    contacts: Arc<[Contact]>,
}

/// Where the rules of an audit come from.
#[derive(Debug, Clone)]
enum AuditSource {
    /// From a document or a caller.
    Given(Arc<AuditPolicy>),
    /// The shipped ones, read when the first audit asks for them: most engagements are only planned.
    Shipped(fn() -> Arc<AuditPolicy>),
}

impl Default for AuditSource {
    fn default() -> Self {
        AuditSource::Given(Arc::default())
    }
}

/// What audits and renewals go by.
#[derive(Debug, Clone, Default)]
struct Care {
    policies: Vec<RenewalPolicy>,
    budget: Option<BudgetTerms>,
    audit: AuditSource,
    lookup: Option<support::Lookup>,
}

impl Engagement {
    /// An engagement over checked parts, with what the takeover of its inventories had to say.
    pub fn new(input: PlanInput, takeover: &Takeover, adoption: Vec<Fault>) -> Engagement {
        let mut refused: Vec<Fault> =
            takeover.refused.iter().flat_map(|refusal| refusal.faults.iter().cloned()).collect();
        refused.extend(takeover.passed_over.iter().cloned());
        let mut diagnostics = takeover.diagnostics.clone();
        diagnostics.extend(adoption);
        Engagement {
            input: Arc::new(input),
            care: Arc::default(),
            refused,
            diagnostics,
            comparison: Arc::default(),
            contacts: Arc::default(),
        }
    }

    /// The same engagement with these contacts, which documents of kick-offs name first.
    #[must_use]
    pub fn with_contacts(self, contacts: Vec<Contact>) -> Engagement {
        Engagement { contacts: contacts.into(), ..self }
    }

    /// The same engagement with these renewal policies, of which the first that takes an asset is its policy,
    /// and this budget.
    #[must_use]
    pub fn with_renewal_terms(
        mut self,
        policies: Vec<RenewalPolicy>,
        budget: Option<BudgetTerms>,
    ) -> Engagement {
        let care = Arc::make_mut(&mut self.care);
        (care.policies, care.budget) = (policies, budget);
        self
    }

    /// The engagement with what was declared against what was found.
    #[must_use]
    pub fn with_comparison(self, comparison: Comparison) -> Engagement {
        Engagement { comparison: Arc::new(comparison), ..self }
    }

    /// What the document declares against what the takeover found; empty without a takeover.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// On which assets the provider can work from afar on `day`, as contracts are known on `as_of`, and what
    /// is missing where it cannot. See [`AccessReport`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999.
    pub fn remote_access(
        &self,
        day_asked: NaiveDate,
        as_of: NaiveDate,
    ) -> Result<AccessReport, Error> {
        let reaches: Vec<Reach<'_>> = self.input.reaches().collect();
        let days = (day("day", day_asked)?, day("as_of", as_of)?);
        Ok(access::report(self.input.estate(), &reaches, days))
    }

    /// The checked parts.
    pub fn input(&self) -> &PlanInput {
        &self.input
    }

    /// Files that gave no asset, with the reason.
    pub fn refused(&self) -> &[Fault] {
        &self.refused
    }

    /// Doubts about values that were taken over.
    pub fn diagnostics(&self) -> &[Fault] {
        &self.diagnostics
    }

    /// The plan of the days from `start` to the day before `end`, as known on `as_of`.
    ///
    /// Forecast and generation are this one function. See [`crate::plan::plan`] for what it holds, its
    /// order and its bounds.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `PLAN-001` an empty or reversed horizon · `PLAN-002`,
    /// `PLAN-003` beyond the bounds · `CAL-006` no open day within reach of a roll.
    pub fn plan(&self, as_of: NaiveDate, start: NaiveDate, end: NaiveDate) -> Result<Plan, Error> {
        let horizon = horizon(start, end)?;
        crate::plan::plan(Arc::clone(&self.input), day("as_of", as_of)?, horizon)
    }

    /// Verifies a plan against this engagement, day by day, without the planner: what is wrong, or
    /// nothing. See [`crate::plan::check`].
    pub fn check(&self, plan: &Plan) -> Vec<Fault> {
        crate::plan::check(&self.input, plan)
    }

    /// Whether an asset is covered for a service on `day`, as known on `as_of`: by which contract, and why
    /// not by the others. See [`covered`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `DOC-013` no such asset.
    pub fn covered(
        &self,
        asset: &str,
        service: Service,
        day_asked: NaiveDate,
        as_of: NaiveDate,
    ) -> Result<Coverage, Error> {
        let found = self.asset(asset)?;
        let reaches: Vec<Reach<'_>> = self.input.reaches().collect();
        Ok(covered(&reaches, found, service, day("day", day_asked)?, day("as_of", as_of)?))
    }

    fn asset(&self, id: &str) -> Result<&Asset, Error> {
        let found = self.input.estate().asset(id);
        found.ok_or_else(|| Error::new(codes::DOC_DANGLING_ID, "", format!("no asset `{id}`")))
    }

    /// The dated events of every contract from `start` to the day before `end`, as known on `as_of`, in
    /// order. See [`crate::contract::Contract::events`].
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `PLAN-001` an empty or reversed horizon · `CAL-006` a notice
    /// calendar without an open day within reach.
    pub fn contract_events(
        &self,
        as_of: NaiveDate,
        start: NaiveDate,
        end: NaiveDate,
    ) -> Result<Vec<Event>, Error> {
        let horizon = horizon(start, end)?;
        let as_of = day("as_of", as_of)?;
        let mut lists = Vec::with_capacity(self.input.contracts().len());
        for contract in self.input.contracts() {
            lists.push(contract.events(horizon, as_of)?);
        }
        Ok(merge_events(lists))
    }

    /// What contracts, estate and plan say of each other, by code, contract, asset:
    ///
    /// - `COV-001` for each asset, the planned occurrences on days on which no contract covers preventive work;
    /// - `COV-002` an asset that a contract covers for preventive work in the horizon, without any task;
    /// - `COV-003` the assets that no contract covers for anything on the plan's `as_of`, with the sum of
    ///   known prices by currency and the number of unknown ones; the dearest first, the unknown last;
    /// - `COV-004` an entitlement that what was recorded up to `as_of` and what is planned after it exceed:
    ///   every planned work counts for preventive, works of one day on one site are one visit, and count for
    ///   the on-site service too;
    /// - `COV-005`, `COV-006` the assets that a contract leaves out by a cap, or for want of a day of purchase.
    ///
    /// `records` is what was done under each contract; tacit renewals are assumed to take place.
    ///
    /// # Errors
    /// `CON-012` consumption that its contract does not include · `DOC-009` prices that add up beyond
    /// 2⁵³ · `DOC-013` consumption of a contract that nothing declares.
    pub fn coverage_findings(
        &self,
        plan: &Plan,
        records: &RecordBook,
    ) -> Result<Vec<CoverageFinding>, Error> {
        joins::findings(plan, records)
    }

    /// What a report of `plan` shows.
    pub fn report<'a>(&'a self, plan: &'a Plan) -> ReportInput<'a> {
        let findings = joins::findings(plan, &RecordBook::default());
        ReportInput { plan, refused: &self.refused, diagnostics: &self.diagnostics, findings }
    }
}

fn horizon(start: NaiveDate, end: NaiveDate) -> Result<Period, Error> {
    Period::new(day("from", start)?, day("to", end)?).ok_or_else(|| {
        Error::new(codes::PLAN_REVERSED_HORIZON, "", format!("from {start} to {end}"))
    })
}

/// The local day of an instant; the last day of the calendar beyond it.
fn local_day(at: i64, zone: Zone) -> Day {
    LocalInstant::new(at, zone).day()
}

fn day(name: &str, date: NaiveDate) -> Result<Day, Error> {
    Day::from_date(date).ok_or_else(|| {
        Error::new(codes::DOC_BAD_DATE, "", format!("`{name}` {date} is outside 1583 to 9999"))
    })
}
