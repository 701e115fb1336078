//! The proposal before a contract, and the document of its kick-off.

use super::joins::covers;
use super::{Engagement, RecordBook, ReviewAsk, day, horizon};
use crate::audit::single_points;
use crate::contract::Contract;
use crate::error::Error;
use crate::report::{
    AccessCount, AccessWant, Contact, Deliverable, KickOffInput, ProposalInput, kick_off, proposal,
};
use crate::text::{Label, Lang, Text};
use chrono::NaiveDate;

/// What a proposal or the document of a kick-off is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferAsk {
    /// The day as of which estate and contracts are known.
    pub as_of: NaiveDate,
    /// First day of the plan: that on which contracts begin.
    pub start: NaiveDate,
    /// First day after the plan.
    pub end: NaiveDate,
    /// What the customer has said that they need; for proposals.
    pub needs: Vec<Text>,
    /// Whom to call, besides those that the engagement names; for kick-offs.
    pub contacts: Vec<Contact>,
}

impl OfferAsk {
    /// The year that begins on `start`, as known on `as_of`.
    pub fn new(as_of: NaiveDate, start: NaiveDate) -> OfferAsk {
        let end = start.checked_add_months(chrono::Months::new(12)).unwrap_or(NaiveDate::MAX);
        OfferAsk { as_of, start, end, needs: Vec::new(), contacts: Vec::new() }
    }
}

impl Engagement {
    /// The proposal (proposition) as a typed document in `lang`: see [`proposal`].
    ///
    /// The contracts of the engagement are those that are offered; their cost is that of the days of the plan.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `PLAN-001` an empty or reversed plan · those of
    /// [`care_report`](Engagement::care_report) and [`plan`](Engagement::plan).
    pub fn proposal(&self, ask: &OfferAsk, lang: Lang) -> Result<Deliverable, Error> {
        // Who is covered is asked of the first day, on which the contracts that are offered begin.
        let care = self.care_unaudited(ask.as_of, 1)?.with_audit(self.audit(ask.start)?);
        let plan = self.plan(ask.as_of, ask.start, ask.end)?;
        let first = day("start", ask.start)?;
        let records = RecordBook::default();
        let shape = ReviewAsk {
            as_of: ask.as_of,
            plan_end: ask.end,
            ..ReviewAsk::new(ask.start, ask.start)
        };
        let input = ProposalInput {
            needs: &ask.needs,
            care: care.input(),
            covered: covers(&self.input, first),
            plan: &plan,
            coverage: self.coverage_findings(&plan, &records),
            contracts: self.standings(&shape, horizon(ask.start, ask.end)?, None, None)?,
            events: self.contract_events(ask.as_of, ask.start, ask.end)?,
            single_points: single_points(self.input.estate()),
        };
        Ok(proposal(&input, lang))
    }

    /// The document of a kick-off (réunion d'initialisation) in `lang`: see [`kick_off`].
    ///
    /// # Errors
    /// As [`proposal`](Engagement::proposal).
    pub fn kick_off(&self, ask: &OfferAsk, lang: Lang) -> Result<Deliverable, Error> {
        let care = self.care_report(ask.as_of, 1)?;
        let plan = self.plan(ask.as_of, ask.start, ask.end)?;
        let access = self.remote_access(ask.start, ask.as_of)?;
        let counts = access.sites.iter().map(|site| AccessCount {
            site: site.site.as_str(),
            possible: site.possible_count,
            missing: site.missing_count,
            unknown: site.unknown_count,
            not_applicable: site.not_applicable_count,
        });
        let wants = access.assets.iter().flat_map(|one| {
            let missing = one.missing.iter().map(|want| (want, true));
            let all = missing.chain(one.unknown.iter().map(|want| (want, false)));
            all.map(|(want, is_missing)| AccessWant {
                asset: one.asset.as_str(),
                is_missing,
                by: want.by.label_pair(),
                text: &want.text,
            })
        });
        let contracts: Vec<&Contract> = self.input.contracts().iter().collect();
        let to_call: Vec<Contact> = self.contacts.iter().chain(&ask.contacts).cloned().collect();
        let input = KickOffInput {
            care: care.input(),
            covered: covers(&self.input, day("start", ask.start)?),
            access_counts: counts.collect(),
            access_wants: wants.collect(),
            contacts: &to_call,
            plan: &plan,
            coverage: self.coverage_findings(&plan, &RecordBook::default()),
            contracts,
            events: self.contract_events(ask.as_of, ask.start, ask.end)?,
            faults: self.refused.iter().chain(&self.diagnostics).collect(),
        };
        Ok(kick_off(&input, lang))
    }
}
