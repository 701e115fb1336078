//! The indicators of an engagement: its assets, its plan and its service levels joined with a log.

use super::joins::covers;
use super::{Engagement, day, horizon, local_day};
use crate::calendar::BusinessTime;
use crate::contract::level::{ClockState, TargetKind, Ticket};
use crate::contract::{Reach, Service};
use crate::error::{Error, codes};
use crate::id::{CalendarId, ContractId};
use crate::intervention::{Incident, Intervention, Kind, Log, follow};
use crate::kpi::{
    Dimension, DueWork, Grain, KpiAccumulator, KpiAsset, KpiTerms, KpiTermsParts, Kpis, Measure,
    day_begins, windows,
};
use crate::plan::{OccurrenceId, Plan};
use crate::quantity::Currency;
use crate::report::AssetCover;
use crate::time::Day;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A total that no log has, of one group and window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenTotal {
    /// The texts of the group, one a dimension.
    pub group: Vec<Option<String>>,
    /// Number of the window.
    pub window: usize,
    /// What is added up.
    pub measure: Measure,
    /// How much.
    pub amount: i64,
}

impl GivenTotal {
    /// Adds it to a window.
    pub(super) fn push_to(
        &self,
        gathered: &mut KpiAccumulator,
        window: usize,
    ) -> Result<(), Error> {
        let group: Vec<Option<&str>> = self.group.iter().map(Option::as_deref).collect();
        gathered.push_total(&group, window, self.measure, self.amount)
    }
}

/// What is asked of a log.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiAsk {
    /// First day.
    pub start: NaiveDate,
    /// First day left out.
    pub end: NaiveDate,
    /// Last day of which something is known; it counts whole.
    pub as_of: NaiveDate,
    /// How the days are cut into windows.
    pub grain: Grain,
    /// What groups are made by.
    pub dimensions: Vec<Dimension>,
    /// Currency of amounts.
    pub currency: Currency,
    /// Grace of preventive works, a share of the interval.
    pub grace: (u32, u32),
    /// Days after which a resolution that was not reopened counts as a fix.
    pub first_time_days: u32,
    /// Categories of tickets that are failures; empty for every ticket with an asset.
    pub failure_categories: Vec<Box<str>>,
    /// Priorities of tickets that are failures; empty for all.
    pub failure_priorities: Vec<Box<str>>,
    /// Calendar in whose opening hours times to resolution and repair count; `None` for all hours.
    pub calendar: Option<CalendarId>,
    /// Whether occurrences of the plan that no intervention fulfils count as due and not done.
    pub with_plan: bool,
    /// Totals that no log has.
    pub totals: Vec<GivenTotal>,
    /// Confidence of intervals.
    pub confidence: f64,
}

impl KpiAsk {
    /// One group and one window, known up to `as_of`, with the default policies: a grace of a tenth, seven days to
    /// a first-time fix, the plan counted, 95 %.
    pub fn new(start: NaiveDate, end: NaiveDate, as_of: NaiveDate) -> KpiAsk {
        KpiAsk {
            start,
            end,
            as_of,
            grain: Grain::Whole,
            dimensions: Vec::new(),
            currency: Currency::EUR,
            grace: (1, 10),
            first_time_days: 7,
            failure_categories: Vec::new(),
            failure_priorities: Vec::new(),
            calendar: None,
            with_plan: true,
            totals: Vec::new(),
            confidence: 0.95,
        }
    }
}

impl Engagement {
    /// The indicators of a log: see [`Kpis`].
    ///
    /// Required time is that of the assets of the estate, from the day on which each is in service. Incidents of
    /// which the log does not say whether their level was kept are judged by the levels of their contract, as of
    /// `as_of`. Occurrences of the plan that no intervention fulfils are due and not done; an intervention that
    /// fulfils one is due on its day.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `PLAN-001` an empty or reversed period · `DOC-013` no such calendar ·
    /// `KPI-001`–`KPI-007` as [`KpiTerms::new`] and [`KpiAccumulator::push_total`] have them · `REN-012` a
    /// confidence that is not between 0 and 1 · those of [`plan`](Engagement::plan).
    pub fn kpis(&self, log: &Log, ask: &KpiAsk) -> Result<Kpis, Error> {
        let mut gathered = self.kpi_accumulator(ask)?;
        let known = gathered.terms().parts().as_of;
        self.joined(log, ask, ask.start, known)?.gather(&mut gathered, log);
        gathered.answers(ask.confidence)
    }

    /// The question of [`kpis`](Engagement::kpis) with nothing gathered but the totals that are given: for runs that
    /// gather parts of a log in many places and merge.
    ///
    /// # Errors
    /// As [`kpis`](Engagement::kpis).
    pub fn kpi_accumulator(&self, ask: &KpiAsk) -> Result<KpiAccumulator, Error> {
        let mut gathered = KpiAccumulator::new(self.kpi_terms(ask)?);
        for total in &ask.totals {
            total.push_to(&mut gathered, total.window)?;
        }
        Ok(gathered)
    }

    /// The question without its totals.
    fn kpi_terms(&self, ask: &KpiAsk) -> Result<KpiTerms, Error> {
        let period = horizon(ask.start, ask.end)?;
        let zone = self.input.zone();
        let as_of = day("as_of", ask.as_of)?;
        let hours = match &ask.calendar {
            None => None,
            Some(id) => {
                let mut calendars = self.input.calendars().iter();
                let found = calendars.find(|calendar| calendar.id() == id).ok_or_else(|| {
                    Error::new(codes::DOC_DANGLING_ID, "/calendar", format!("no calendar `{id}`"))
                })?;
                Some(Arc::new(BusinessTime::compile(found)))
            }
        };
        let known = as_of.add_days(1).and_then(|next| day_begins(next, zone));
        let outside = || Error::new(codes::DOC_BAD_DATE, "/as_of", "outside 1583–9999");
        KpiTerms::new(KpiTermsParts {
            windows: windows(period, ask.grain, zone),
            as_of: known.ok_or_else(outside)?,
            zone,
            dimensions: ask.dimensions.clone(),
            currency: Some(ask.currency),
            grace: ask.grace,
            first_time_days: ask.first_time_days,
            failure_categories: ask.failure_categories.clone(),
            failure_priorities: ask.failure_priorities.clone(),
            hours,
            assets: self.kpi_assets(as_of, ask.currency),
        })
    }

    /// The assets of the estate as indicators see them: in service from the day of their facts, under the first
    /// contract that covers them on `as_of`; retired ones are left out.
    fn kpi_assets(&self, as_of: Day, currency: Currency) -> Vec<KpiAsset> {
        let zone = self.input.zone();
        covers(&self.input, as_of)
            .into_iter()
            .map(|AssetCover { asset, contract }| {
                let price = asset.facts.price.filter(|price| price.currency() == currency);
                KpiAsset {
                    site: Some(asset.site.clone()),
                    category: Some(asset.category),
                    contract: contract.map(|contract| contract.id().clone()),
                    supplier: asset.facts.supplier.clone(),
                    from: asset.facts.in_service.and_then(|day| day_begins(day, zone)),
                    replacement_minor: price.map(|price| price.minor()),
                    is_criticality_judged: asset.criticality.is_some(),
                    ..KpiAsset::new(asset.id.clone())
                }
            })
            .collect()
    }

    /// What the engagement knows of the records of a log at an instant, its plan from the day `start` on.
    pub(super) fn joined(
        &self,
        log: &Log,
        ask: &KpiAsk,
        start: NaiveDate,
        known: i64,
    ) -> Result<Joined, Error> {
        let kept = self.levels_kept(log, known)?;
        let plan = if ask.with_plan { Some(self.plan(ask.as_of, start, ask.end)?) } else { None };
        Ok(Joined { kept, plan })
    }

    /// By place of the incident, whether its level was kept, where the log does not say and a contract promises a
    /// resolution. A ticket that is still in time, or paused, is left out.
    fn levels_kept(&self, log: &Log, as_of: i64) -> Result<BTreeMap<usize, bool>, Error> {
        let is_asked = |incident: &Incident| {
            incident.is_level_kept.is_none() && incident.opened.is_some_and(|at| at < as_of)
        };
        let mut kept = BTreeMap::new();
        for (contract, rows) in self.tickets_of(log, &is_asked) {
            let promises = self.promises(contract.as_str())?;
            let (places, tickets): (Vec<usize>, Vec<Ticket>) = rows.into_iter().unzip();
            let clocks = promises.clocks(&tickets, as_of);
            let by_id: BTreeMap<&str, usize> = tickets
                .iter()
                .zip(&places)
                .map(|(ticket, place)| (ticket.parts().id.as_str(), *place))
                .collect();
            for row in clocks.iter().filter(|row| row.target == TargetKind::Resolution) {
                let is_kept = match row.state {
                    ClockState::Met => true,
                    ClockState::Breached => false,
                    _ => continue,
                };
                if let Some(place) = by_id.get(row.ticket.as_str()) {
                    kept.insert(*place, is_kept);
                }
            }
        }
        Ok(kept)
    }

    /// The incidents of a log as tickets of the contract that they name, or else of the one that covers their first
    /// asset for corrective work on the day of opening; each with its place in the log.
    pub(super) fn tickets_of(
        &self,
        log: &Log,
        is_asked: &dyn Fn(&Incident) -> bool,
    ) -> BTreeMap<ContractId, Vec<(usize, Ticket)>> {
        let reaches: Vec<Reach<'_>> = self.input.reaches().collect();
        let mut tickets: BTreeMap<ContractId, Vec<(usize, Ticket)>> = BTreeMap::new();
        for (place, incident) in log.incidents().iter().enumerate() {
            let ticket = if is_asked(incident) {
                follow::ticket(log, incident, Service::Corrective)
            } else {
                None
            };
            let Some(ticket) = ticket else { continue };
            let own = log.text(incident.contract).and_then(ContractId::new);
            let own = own.filter(|id| self.input.contracts().iter().any(|known| known.id() == id));
            let contract = own.or_else(|| {
                let asset =
                    self.input.estate().asset(log.text(incident.assets.first().copied())?)?;
                let opened = local_day(incident.opened?, self.input.zone());
                let found =
                    crate::contract::covered(&reaches, asset, Service::Corrective, opened, opened);
                Some(found.winner()?.contract.clone())
            });
            if let Some(contract) = contract {
                tickets.entry(contract).or_default().push((place, ticket));
            }
        }
        tickets
    }
}

/// What an engagement adds to a log.
pub(super) struct Joined {
    /// By place of the incident, whether its level was kept.
    kept: BTreeMap<usize, bool>,
    plan: Option<Plan>,
}

impl Joined {
    /// Pushes the records of the log with what is known of them, and the works that are due and not done.
    pub(super) fn gather(&self, into: &mut KpiAccumulator, log: &Log) {
        for (place, incident) in log.incidents().iter().enumerate() {
            match self.kept.get(&place) {
                None => into.push_incident(incident, log.terms()),
                Some(is_kept) => {
                    let known = Incident { is_level_kept: Some(*is_kept), ..incident.clone() };
                    into.push_incident(&known, log.terms());
                }
            }
        }
        let mut fulfilled = BTreeSet::new();
        for work in log.interventions() {
            let mut planned = None;
            if let (Some(plan), Some(id)) = (&self.plan, &work.occurrence) {
                planned = as_planned(plan, id, work);
                fulfilled.insert(&**id);
            }
            into.push_intervention(planned.as_ref().unwrap_or(work), log.terms());
        }
        for occurrence in self.plan.iter().flat_map(Plan::occurrences) {
            if occurrence.is_periodic() && !fulfilled.contains(occurrence.id().as_str()) {
                let contract = occurrence.contract().map(|contract| contract.id().as_str());
                into.push_due(&DueWork {
                    asset: occurrence.subject(),
                    contract,
                    due: occurrence.due(),
                    interval_days: occurrence.interval_days(),
                    done: occurrence.done_on(),
                });
            }
        }
    }
}

/// The intervention with the due day and interval of the occurrence that it fulfils, where it states none.
fn as_planned(plan: &Plan, id: &str, work: &Intervention) -> Option<Intervention> {
    if work.due.is_some() && work.interval_days.is_some() {
        return None;
    }
    let occurrence = plan.occurrence(plan.find(&OccurrenceId::parse(id)?)?)?;
    let mut known = work.clone();
    known.due = known.due.or(Some(occurrence.due()));
    known.interval_days = known.interval_days.or_else(|| occurrence.interval_days());
    if occurrence.is_periodic() {
        known.kind = known.kind.or(Some(Kind::Preventive));
    }
    Some(known)
}
