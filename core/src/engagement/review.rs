//! The periodic review of an engagement: everything joined, computed once.

use super::joins::{covers, covers_anything};
use super::{Engagement, KpiAsk, RecordBook, Records, day, horizon, local_day};
use crate::audit::single_points;
use crate::contract::level::Ticket;
use crate::contract::price::Breach;
use crate::contract::{Balance, Consumption, Reach, Service};
use crate::error::{Error, codes};
use crate::id::ContractId;
use crate::intervention::{Incident, Intervention, Kind, Log, Place, Status};
use crate::kpi::{AdviceRules, KpiAccumulator, KpiChange, day_begins, is_among};
use crate::reliability::Life;
use crate::report::{
    ContractCost, ContractStanding, DecisionOutcome, Deliverable, KpiReportInput, PastDecision,
    ReviewInput, review,
};
use crate::text::Lang;
use crate::time::{Day, Period, Zone};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Least days since a decision was done for its outcome to be measured.
pub const OUTCOME_DAYS_MIN: i32 = 28;

/// What a review is asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewAsk {
    /// First day of the period.
    pub start: NaiveDate,
    /// First day after it.
    pub end: NaiveDate,
    /// Last day of which something is known.
    pub as_of: NaiveDate,
    /// First day after the plan that is shown; it begins the day after `as_of`.
    pub plan_end: NaiveDate,
    /// Years of the forecast of renewals, at least 1.
    pub years: u16,
    /// How indicators are asked; its days, grain and `as_of` are those of the review.
    pub kpi: Option<KpiAsk>,
    /// What was recommended before.
    pub past: Vec<PastDecision>,
}

impl ReviewAsk {
    /// The review of the days from `start` to the day before `end`, known until their last one, with a plan as long
    /// as they are, and five years of renewals.
    pub fn new(start: NaiveDate, end: NaiveDate) -> ReviewAsk {
        let as_of = end.pred_opt().unwrap_or(end);
        let length = end.signed_duration_since(start);
        let months = months_between(start, end);
        let plan_end = match months {
            Some(months) => end.checked_add_months(chrono::Months::new(months)),
            None => end.checked_add_signed(length),
        };
        ReviewAsk {
            start,
            end,
            as_of,
            plan_end: plan_end.unwrap_or(NaiveDate::MAX),
            years: 5,
            kpi: None,
            past: Vec::new(),
        }
    }
}

/// Whole months from one day to a later one of the same number.
fn months_between(start: NaiveDate, end: NaiveDate) -> Option<u32> {
    use chrono::Datelike;
    let number =
        |date: NaiveDate| date.year().saturating_mul(12).saturating_add_unsigned(date.month());
    let months = u32::try_from(number(end).saturating_sub(number(start))).ok()?;
    (months > 0 && start.day() == end.day()).then_some(months)
}

/// What a review looks at besides the engagement.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReviewSources<'a> {
    /// The log of incidents and interventions; without it the review says that performance is not known.
    pub log: Option<&'a Arc<Log>>,
    /// What was done under each contract; what it lacks of breaches is judged from the log.
    pub records: Option<&'a RecordBook>,
    /// The engagement as of the last review.
    pub previous: Option<&'a Engagement>,
    /// Rules of recommendations; without them indicators recommend nothing.
    pub advice: Option<&'a AdviceRules>,
}

impl Engagement {
    /// The periodic review (présentation de suivi) as a typed document in `lang`: see [`review`].
    ///
    /// Costs and entitlements follow `records`. Without them the log tells what was consumed: done works that name the
    /// contract, of which those of one day on one site are one visit, and the labour of corrective ones. Where records
    /// have no breach of a contract, those that its levels put a price on are found in the log. A decision that was
    /// done at least [`OUTCOME_DAYS_MIN`] days before the end of what is known is measured: its indicator over as many
    /// days before it as there are since.
    ///
    /// # Errors
    /// `DOC-007` a date outside 1583–9999 · `DOC-009` an `as_of` before the period, at `/as_of` · `PLAN-001` an empty or
    /// reversed period, or a plan that ends before it begins, at `/plan_end` · those of
    /// [`care_report`](Engagement::care_report), [`kpi_report`](Engagement::kpi_report) and [`plan`](Engagement::plan).
    pub fn review(
        &self,
        ask: &ReviewAsk,
        sources: &ReviewSources<'_>,
        lang: Lang,
    ) -> Result<Deliverable, Error> {
        let period = horizon(ask.start, ask.end)?;
        let as_of = day("as_of", ask.as_of)?;
        let tomorrow = ask.as_of.succ_opt().unwrap_or(ask.as_of);
        check(ask, tomorrow)?;
        let care = self.care_report(ask.as_of, ask.years)?;
        let plan = self.plan(ask.as_of, tomorrow, ask.plan_end)?;
        let kpi_ask = asked(ask);
        let none = AdviceRules::default();
        let log_end = sources.log.and_then(|log| last_day(log, self.input.zone()));
        // A log that ends before the period says nothing of it.
        let kpi = match sources.log.filter(|_| log_end.is_some_and(|day| day >= period.start())) {
            Some(log) => Some(self.kpi_report(log, &kpi_ask, sources.advice.unwrap_or(&none))?),
            None => None,
        };
        let found = sources.log.map(|log| self.consumed(log, as_of));
        let known = sources.records.or(found.as_ref());
        let book = RecordBook::default();
        let records = known.unwrap_or(&book);
        let contracts = self.standings(ask, period, sources.log.map(Arc::as_ref), known)?;
        let past = self.outcomes(ask, as_of, &kpi_ask, sources.log.map(Arc::as_ref))?;
        let lives = sources.log.map(|log| self.lives(log, as_of, &kpi_ask)).unwrap_or_default();
        let make = |kpi: Option<KpiReportInput<'_>>| {
            let input = ReviewInput {
                period,
                care: care.input(),
                covered: covers(&self.input, as_of),
                previous: sources.previous.map(|previous| previous.input.estate()),
                plan: &plan,
                coverage: self.coverage_findings(&plan, records),
                kpi,
                log_end,
                lives,
                contracts,
                events: self.contract_events(ask.as_of, tomorrow, ask.plan_end)?,
                single_points: single_points(self.input.estate()),
                past,
            };
            Ok(review(&input, lang))
        };
        match &kpi {
            None => make(None),
            Some(kpi) => kpi.with_input(|input| make(Some(input.clone()))),
        }
    }

    /// Where each contract stands, by id.
    pub(super) fn standings(
        &self,
        ask: &ReviewAsk,
        period: Period,
        log: Option<&Log>,
        known: Option<&RecordBook>,
    ) -> Result<Vec<ContractStanding<'_>>, Error> {
        let book = RecordBook::default();
        let records = known.unwrap_or(&book);
        let as_of = day("as_of", ask.as_of)?;
        let tickets = log.map(|log| self.tickets_of(log, &|_| true)).unwrap_or_default();
        let reaches: Vec<Reach<'_>> = self.input.reaches().collect();
        let mut out = Vec::with_capacity(reaches.len());
        for reach in &reaches {
            let contract = reach.contract();
            let given = records.of(contract.id().as_str());
            let breaches = if given.breaches.is_empty() {
                self.breaches(contract.id(), &tickets, as_of)?
            } else {
                given.breaches.clone()
            };
            let breach_count = breaches.iter().filter(|breach| period.contains(breach.day)).count();
            let own = Records { breaches, ..given.clone() };
            let balances = self.entitlement_balance(contract.id().as_str(), &own, ask.as_of);
            let assets = self.input.estate().living();
            let inside = assets.filter(|asset| covers_anything(reach, asset, as_of)).count();
            out.push(ContractStanding {
                contract,
                term: contract.term_at(as_of),
                notice: contract.notice_deadline(as_of),
                balances: balances.map(|balances| current(balances, as_of)),
                is_consumption_known: known.is_some(),
                cost: self.cost_of(contract.id(), &own, (ask.start, ask.end)),
                next_cost: self.cost_of(
                    contract.id(),
                    &Records::default(),
                    (ask.end, ask.plan_end),
                ),
                breach_count: u64::try_from(breach_count).unwrap_or(u64::MAX),
                asset_count: u64::try_from(inside).ok(),
            });
        }
        Ok(out)
    }

    /// What the works of a log consumed of the entitlements of the contracts that they name.
    fn consumed(&self, log: &Log, as_of: Day) -> RecordBook {
        let zone = self.input.zone();
        let mut book = RecordBook::default();
        for contract in self.input.contracts() {
            let is_own = |work: &&Intervention| {
                let named = log.text(work.contract);
                named.is_some_and(|name| {
                    name == contract.id().as_str() || name == contract.reference()
                })
            };
            let is_limited = |day: Day, service: Service| {
                let terms = &contract.version_at(day).content.services;
                terms.iter().any(|one| one.service == service && !one.entitlements.is_empty())
            };
            let mut visits: BTreeSet<(Day, Option<&str>)> = BTreeSet::new();
            let mut rows = Vec::new();
            for work in log.interventions().iter().filter(is_own) {
                let day = work.counted_at().map(|at| local_day(at, zone));
                let is_done = work.status == Some(Status::Done);
                let Some(day) =
                    day.filter(|day| is_done && *day >= contract.begin() && *day <= as_of)
                else {
                    continue;
                };
                if work.place == Some(Place::OnSite) {
                    visits.insert((day, log.text(work.site)));
                }
                let minutes = work.labour_minutes.unwrap_or(0);
                let is_repair = work.kind == Some(Kind::Corrective) && minutes > 0;
                if is_repair && is_limited(day, Service::Corrective) {
                    rows.push(consumption(day, Service::Corrective, 0, minutes));
                }
            }
            let limited = visits.into_iter().filter(|(day, _)| is_limited(*day, Service::OnSite));
            rows.extend(limited.map(|(day, _)| consumption(day, Service::OnSite, 1, 0)));
            book.add(contract.id().clone(), Records { consumption: rows, ..Records::default() });
        }
        book
    }

    /// The breaches of a contract that its levels put a price on.
    fn breaches(
        &self,
        contract: &ContractId,
        tickets: &BTreeMap<ContractId, Vec<(usize, Ticket)>>,
        as_of: Day,
    ) -> Result<Vec<Breach>, Error> {
        let Some(own) = tickets.get(contract) else { return Ok(Vec::new()) };
        let tickets: Vec<Ticket> = own.iter().map(|(_, ticket)| ticket.clone()).collect();
        let known = as_of.add_days(1).and_then(|next| day_begins(next, self.input.zone()));
        Ok(self.promises(contract.as_str())?.breaches(&tickets, known.unwrap_or(i64::MAX)))
    }

    /// The cost of some days with its penalties; `None` without a price, or where the days are none.
    fn cost_of(
        &self,
        contract: &ContractId,
        records: &Records,
        (start, end): (NaiveDate, NaiveDate),
    ) -> Option<Result<ContractCost, Error>> {
        self.contract(contract.as_str()).ok()?.price()?;
        if start >= end {
            return None;
        }
        let id = contract.as_str();
        let cost = self.cost(id, records, start, end);
        Some(cost.and_then(|cost| {
            let full_minor = if records.breaches.is_empty() {
                cost.total_minor
            } else {
                let without = Records { breaches: Vec::new(), ..records.clone() };
                self.cost(id, &without, start, end)?.total_minor
            };
            Ok(ContractCost {
                currency: cost.currency,
                cost_minor: cost.total_minor,
                penalties_minor: full_minor.saturating_sub(cost.total_minor),
            })
        }))
    }

    /// What earlier decisions changed.
    fn outcomes<'a>(
        &self,
        ask: &'a ReviewAsk,
        as_of: Day,
        kpi: &KpiAsk,
        log: Option<&Log>,
    ) -> Result<Vec<DecisionOutcome<'a>>, Error> {
        let mut out = Vec::with_capacity(ask.past.len());
        for decision in &ask.past {
            let change = match log {
                Some(log) => self.outcome(decision, as_of, kpi, log)?,
                None => None,
            };
            out.push(DecisionOutcome { decision, change, currency: Some(kpi.currency) });
        }
        Ok(out)
    }

    /// The indicator of a decision as many days before it was done as there are since.
    fn outcome(
        &self,
        decision: &PastDecision,
        as_of: Day,
        kpi: &KpiAsk,
        log: &Log,
    ) -> Result<Option<KpiChange>, Error> {
        let (Some(indicator), Some(done)) = (decision.indicator, decision.done) else {
            return Ok(None);
        };
        let Some(end) = as_of.add_days(1) else { return Ok(None) };
        let since = end.number().saturating_sub(done.number());
        let Some(begin) =
            done.add_days(since.saturating_neg()).filter(|_| since >= OUTCOME_DAYS_MIN)
        else {
            return Ok(None);
        };
        let ask = KpiAsk {
            start: begin.to_date(),
            end: end.to_date(),
            dimensions: decision.group.iter().map(|(dimension, _)| *dimension).collect(),
            totals: Vec::new(),
            ..kpi.clone()
        };
        let zone = self.input.zone();
        let instant = |day: Day| day_begins(day, zone);
        let (Some(from), Some(turn), Some(to)) = (instant(begin), instant(done), instant(end))
        else {
            return Ok(None);
        };
        let terms = self.kpi_accumulator(&ask)?.terms().clone();
        let terms = terms.with(vec![(from, turn), (turn, to)], &ask.dimensions)?;
        let mut gathered = KpiAccumulator::new(terms);
        let known = gathered.terms().parts().as_of;
        self.joined(log, &ask, ask.start, known)?.gather(&mut gathered, log);
        let kpis = gathered.answers(ask.confidence)?;
        let key: Vec<Option<&str>> = decision.group.iter().map(|(_, key)| key.as_deref()).collect();
        let Some(group) = kpis.find(&key) else { return Ok(None) };
        Ok(Some(kpis.change(group, (0, 1), indicator)?))
    }

    /// How many days each asset was observed until its first failure in the log: from the first day of the log, or
    /// from the day on which it came into service.
    fn lives(&self, log: &Log, as_of: Day, kpi: &KpiAsk) -> Vec<Life> {
        let zone = self.input.zone();
        let opened = log.incidents().iter().filter_map(|incident| incident.opened);
        let Some(begin) = opened.min().map(|at| local_day(at, zone)) else { return Vec::new() };
        let mut first: BTreeMap<&str, Day> = BTreeMap::new();
        for incident in log.incidents() {
            let day = incident.opened.map(|at| local_day(at, zone));
            let Some(day) = day.filter(|day| *day <= as_of && is_failure(log, incident, kpi))
            else {
                continue;
            };
            for asset in incident.assets.iter().filter_map(|term| log.text(Some(*term))) {
                let known = first.entry(asset).or_insert(day);
                *known = (*known).min(day);
            }
        }
        let living = self.input.estate().living();
        living
            .filter_map(|asset| {
                let from = asset.facts.in_service.map_or(begin, |day| day.max(begin));
                let failed = first.get(asset.id.as_str()).copied().filter(|day| *day >= from);
                let days = failed.unwrap_or(as_of).number().saturating_sub(from.number());
                // The day itself was observed too.
                let age = f64::from(days.saturating_add(1));
                (days >= 0).then_some(Life { entry: 0.0, age, failed: failed.is_some() })
            })
            .collect()
    }
}

/// Whether an incident is a failure of equipment, as the indicators have it.
fn is_failure(log: &Log, incident: &Incident, kpi: &KpiAsk) -> bool {
    incident.cancelled.is_none()
        && is_among(&kpi.failure_categories, log.text(incident.category))
        && is_among(&kpi.failure_priorities, log.text(incident.priority))
}

/// Refuses days that contradict each other.
fn check(ask: &ReviewAsk, tomorrow: NaiveDate) -> Result<(), Error> {
    if ask.as_of < ask.start {
        let message = format!("`as_of` {} is before the period begins on {}", ask.as_of, ask.start);
        return Err(Error::new(codes::DOC_OUT_OF_RANGE, "/as_of", message));
    }
    if ask.plan_end <= tomorrow {
        let message = format!(
            "the plan begins on {tomorrow}, the day after `as_of`, and ends before {}",
            ask.plan_end
        );
        return Err(Error::new(codes::PLAN_REVERSED_HORIZON, "/plan_end", message));
    }
    Ok(())
}

/// The last day of which a log tells something; `None` for an empty one.
fn last_day(log: &Log, zone: Zone) -> Option<Day> {
    let incidents = log.incidents().iter().flat_map(|one| [one.opened, one.resolved, one.closed]);
    let works = log.interventions().iter().map(crate::intervention::Intervention::counted_at);
    let last = incidents.chain(works).flatten().max()?;
    Some(local_day(last, zone))
}

/// The question to the log, its days those of the review.
fn asked(ask: &ReviewAsk) -> KpiAsk {
    let days = KpiAsk::new(ask.start, ask.end, ask.as_of);
    match &ask.kpi {
        None => days,
        Some(kpi) => KpiAsk { start: days.start, end: days.end, as_of: days.as_of, ..kpi.clone() },
    }
}

fn consumption(day: Day, service: Service, visits: u32, minutes: u32) -> Consumption {
    Consumption { day, service, asset: None, visits, minutes }
}

/// The periods that hold the day.
fn current(balances: Vec<Balance>, as_of: Day) -> Vec<Balance> {
    let is_current = |one: &Balance| one.start <= as_of && one.end.is_none_or(|end| as_of < end);
    balances.into_iter().filter(is_current).collect()
}
