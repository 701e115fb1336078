//! What each record adds, to which group and which window.

use super::accumulator::KpiAccumulator;
use super::due;
use super::group::Key;
use super::measure::Measure;
use super::terms::{Dimension, KpiAsset, is_among};
use super::totals::Totals;
use crate::intervention::{Incident, IncidentState, Intervention, Kind, Status, Term, Terms};

const DAY: i64 = 86_400;

/// What the values of a key are read from.
struct Record<'r> {
    texts: &'r Terms,
    site: Option<Term>,
    category: Option<Term>,
    subcategory: Option<Term>,
    priority: Option<Term>,
    group: Option<Term>,
    technician: Option<Term>,
    contract: Option<Term>,
    supplier: Option<Term>,
    cause: Option<Term>,
    assets: &'r [Term],
}

impl<'r> Record<'r> {
    fn incident(incident: &'r Incident, texts: &'r Terms) -> Record<'r> {
        Record {
            texts,
            site: incident.site,
            category: incident.category,
            subcategory: incident.subcategory,
            priority: incident.priority,
            group: incident.group,
            technician: incident.technician,
            contract: incident.contract,
            supplier: incident.supplier,
            cause: incident.cause,
            assets: &incident.assets,
        }
    }

    fn intervention(work: &'r Intervention, texts: &'r Terms) -> Record<'r> {
        Record {
            texts,
            site: work.site,
            category: work.category,
            subcategory: None,
            priority: work.priority,
            group: work.group,
            technician: work.technicians.first().copied(),
            contract: work.contract,
            supplier: work.supplier,
            cause: work.cause,
            assets: &work.assets,
        }
    }

    fn own(&self, dimension: Dimension) -> Option<&'r str> {
        let term = match dimension {
            Dimension::Site => self.site,
            Dimension::Category => self.category,
            Dimension::Subcategory => self.subcategory,
            Dimension::Priority => self.priority,
            Dimension::Group => self.group,
            Dimension::Technician => self.technician,
            Dimension::Contract => self.contract,
            Dimension::Supplier => self.supplier,
            Dimension::Cause => self.cause,
            Dimension::AssetCategory => None,
            Dimension::Asset => self.assets.first().copied(),
        };
        term.map(|term| self.texts.text(term))
    }

    /// The key of the record about one of its assets. What an asset has (its site, its contract) goes before what
    /// the record says when `asset_first`, as required time is counted by asset.
    fn key(&self, into: &mut KpiAccumulator, asset: Option<usize>, asset_first: bool) -> Key {
        let terms = into.terms.clone();
        let asset: Option<&KpiAsset> = asset.and_then(|place| terms.parts().assets.get(place));
        let value = |dimension: &Dimension| {
            let of_asset = asset.and_then(|asset| asset.value(*dimension));
            let own = self.own(*dimension);
            if asset_first && dimension.is_of_assets() && asset.is_some() {
                of_asset
            } else {
                own.or(of_asset)
            }
        };
        let texts: Vec<Option<&str>> = terms.parts().dimensions.iter().map(value).collect();
        texts.into_iter().map(|text| text.and_then(|text| into.keys.add(text))).collect()
    }

    /// The places of the assets that the question lists; the others are counted.
    fn places(&self, into: &mut KpiAccumulator) -> Vec<usize> {
        let mut places = Vec::with_capacity(self.assets.len());
        for term in self.assets {
            match into.terms.asset(self.texts.text(*term)) {
                Some((place, _)) => places.push(place),
                None => into.counts.strange_assets = into.counts.strange_assets.saturating_add(1),
            }
        }
        places
    }
}

impl Totals {
    /// One more of `whole`, and of `part` when it `hits`.
    pub(super) fn tally(&mut self, whole: Measure, part: Measure, hits: bool) {
        self.count(whole, 1);
        self.count(part, i64::from(hits));
    }
}

/// The resolution that stood at an instant: the last one, or one that was undone only later.
fn resolved_by(incident: &Incident, as_of: i64) -> Option<i64> {
    let undone = incident.reopenings.iter();
    let undone = undone.filter(|one| one.resolved < as_of && as_of <= one.reopened);
    incident
        .resolved
        .filter(|at| *at < as_of)
        .or_else(|| undone.map(|one| one.resolved).next_back())
}

pub(super) fn incident(into: &mut KpiAccumulator, incident: &Incident, texts: &Terms) {
    let as_of = into.terms.parts().as_of;
    let known = |at: Option<i64>| at.filter(|at| *at < as_of);
    let Some(opened) = incident.opened else {
        into.counts.undated = into.counts.undated.saturating_add(1);
        return;
    };
    if opened >= as_of {
        return;
    }
    let is_cancelled = known(incident.cancelled).is_some()
        || (incident.cancelled.is_none() && incident.state == Some(IncidentState::Cancelled));
    if is_cancelled {
        into.counts.cancelled = into.counts.cancelled.saturating_add(1);
        return;
    }
    let record = Record::incident(incident, texts);
    let places = record.places(into);
    let key = record.key(into, places.first().copied(), false);
    let terms = into.terms.clone();
    if let Some(window) = terms.window(opened)
        && let Some(cell) = into.group(key.clone()).cell(window)
    {
        cell.totals.count(Measure::OpenedTickets, 1);
    }
    let is_over = matches!(incident.state, Some(IncidentState::Resolved | IncidentState::Closed));
    // A ticket that was closed without saying when it was resolved counts where it was closed, and its time to
    // resolution is not known; one that is over without any instant counts nowhere.
    let resolved = resolved_by(incident, as_of);
    match (resolved, known(incident.closed)) {
        (Some(at), _) | (None, Some(at)) => {
            if let Some(window) = terms.window(at)
                && let Some(cell) = into.group(key).cell(window)
            {
                let seconds = resolved.and_then(|resolved| terms.clock(opened, resolved));
                cell.resolutions.extend(seconds);
                finished_ticket(&mut cell.totals, incident, seconds);
                first_time(&mut cell.totals, incident, at, (as_of, terms.parts().first_time_days));
            }
        }
        (None, None) if is_over && incident.resolved.or(incident.closed).is_none() => {
            if let Some(cell) = terms.window(opened).and_then(|window| into.group(key).cell(window))
            {
                cell.totals.miss(Measure::ResolvedTickets);
            }
        }
        (None, None) => {
            if let Some(cell) = terms.window(opened).and_then(|window| into.group(key).cell(window))
            {
                open_ticket(&mut cell.totals, incident);
            }
        }
    }
    if is_failure(into, &record) {
        outages(into, incident, &record, &places);
    }
}

fn open_ticket(totals: &mut Totals, incident: &Incident) {
    totals.count(Measure::OpenTickets, 1);
    if incident.is_level_kept == Some(false) {
        totals.count(Measure::LevelsBreached, 1);
        totals.count(Measure::LevelsMet, 0);
    } else {
        totals.count(Measure::LevelsOpen, 1);
    }
}

fn finished_ticket(totals: &mut Totals, incident: &Incident, seconds: Option<i64>) {
    match seconds {
        Some(seconds) => {
            totals.count(Measure::ResolvedTickets, 1);
            totals.count(Measure::ResolutionSeconds, seconds);
        }
        None => totals.miss(Measure::ResolvedTickets),
    }
    match incident.reassignment_count {
        Some(count) => {
            totals.tally(Measure::RoutedTickets, Measure::UnreassignedTickets, count == 0);
        }
        None => totals.miss(Measure::RoutedTickets),
    }
    match incident.reopen_count {
        Some(count) => {
            totals.tally(Measure::ReopenKnownTickets, Measure::ReopenedTickets, count > 0);
        }
        None => totals.miss(Measure::ReopenKnownTickets),
    }
    if let Some(is_kept) = incident.is_level_kept {
        totals.count(Measure::LevelsMet, i64::from(is_kept));
        totals.count(Measure::LevelsBreached, i64::from(!is_kept));
    } else {
        totals.count(Measure::LevelsUnknown, 1);
        totals.miss(Measure::LevelsMet);
    }
}

fn first_time(totals: &mut Totals, incident: &Incident, resolved: i64, (as_of, days): (i64, u32)) {
    let patience = i64::from(days).saturating_mul(DAY);
    let (Some(visits), Some(reopened)) = (incident.visits, incident.reopen_count) else {
        totals.miss(Measure::FirstTimeJudgedTickets);
        return;
    };
    if resolved.saturating_add(patience) > as_of {
        totals.count(Measure::FirstTimeYoungTickets, 1);
        return;
    }
    // Reopenings without their times count; those with times only when they came in time.
    let dated = u32::try_from(incident.reopenings.len()).unwrap_or(u32::MAX);
    let soon =
        |one: &crate::intervention::Reopened| one.reopened.saturating_sub(one.resolved) <= patience;
    let came_back = reopened > dated || incident.reopenings.iter().any(soon);
    let is_fixed = visits <= 1 && !came_back;
    totals.tally(Measure::FirstTimeJudgedTickets, Measure::FirstTimeFixedTickets, is_fixed);
}

fn is_failure(into: &KpiAccumulator, record: &Record<'_>) -> bool {
    let parts = into.terms.parts();
    is_among(&parts.failure_categories, record.own(Dimension::Category))
        && is_among(&parts.failure_priorities, record.own(Dimension::Priority))
}

/// A resolution that did not hold did not restore: the outage lasts to the one that stands.
fn outages(into: &mut KpiAccumulator, incident: &Incident, record: &Record<'_>, places: &[usize]) {
    let as_of = into.terms.parts().as_of;
    let Some(opened) = incident.opened else { return };
    let end = incident.worked_again().or(incident.closed);
    let is_over = matches!(incident.state, Some(IncidentState::Resolved | IncidentState::Closed));
    if end.is_none() && is_over && !places.is_empty() {
        into.counts.unended = into.counts.unended.saturating_add(1);
        return;
    }
    let end = end.filter(|end| *end < as_of).or_else(|| resolved_by(incident, as_of));
    let end = end.unwrap_or(i64::MAX);
    for place in places {
        add_outage(into, record, *place, (opened, end));
    }
}

fn add_outage(
    into: &mut KpiAccumulator,
    record: &Record<'_>,
    place: usize,
    (from, to): (i64, i64),
) {
    let key = record.key(into, Some(place), true);
    if let Ok(asset) = u32::try_from(place) {
        into.group(key).outages.push((asset, from, to));
    }
}

pub(super) fn intervention(into: &mut KpiAccumulator, work: &Intervention, texts: &Terms) {
    let record = Record::intervention(work, texts);
    let places = record.places(into);
    let key = record.key(into, places.first().copied(), false);
    let terms = into.terms.clone();
    if work.counted_at().is_none() && work.due.is_none() {
        into.counts.undated = into.counts.undated.saturating_add(1);
        return;
    }
    if work.status != Some(Status::Planned)
        && let Some(window) = work.counted_at().and_then(|at| terms.window(at))
        && let Some(cell) = into.group(key.clone()).cell(window)
    {
        minutes(&mut cell.totals, work);
        costs(&mut cell.totals, work, terms.parts().currency);
    }
    repair(into, work, &key);
    preventive(into, work, &key);
    schedule(into, work, &key);
    backlog(into, work, &key);
    stop(into, work, &record, (&places, &key));
}

/// Minutes by kind of work: not known of work whose kind is not known.
const MINUTES: [Measure; 5] = [
    Measure::CorrectiveMinutes,
    Measure::ImmediateMinutes,
    Measure::PreventiveMinutes,
    Measure::PredeterminedMinutes,
    Measure::ConditionMinutes,
];

/// Cost by kind of work.
const COSTS: [Measure; 5] = [
    Measure::CorrectiveMinor,
    Measure::PreventiveMinor,
    Measure::ImprovementMinor,
    Measure::PredeterminedMinor,
    Measure::ConditionMinor,
];

fn is_improvement(kind: Kind) -> bool {
    matches!(kind, Kind::Update | Kind::Renewal | Kind::Improvement)
}

fn minutes(totals: &mut Totals, work: &Intervention) {
    let labour = work.labour_minutes.map(i64::from);
    totals.note(Measure::WorkMinutes, labour);
    totals.note(Measure::OvertimeMinutes, work.overtime_minutes.map(i64::from));
    let Some(kind) = work.kind else {
        for minutes in MINUTES {
            totals.miss(minutes);
        }
        return;
    };
    let part = |of: bool| if of { labour } else { Some(0) };
    totals.note(Measure::CorrectiveMinutes, part(kind == Kind::Corrective));
    totals.note(Measure::PreventiveMinutes, part(kind == Kind::Preventive));
    let immediate = match (kind, work.is_immediate) {
        (Kind::Corrective, None) => None,
        (Kind::Corrective, Some(true)) => labour,
        _ => Some(0),
    };
    totals.note(Measure::ImmediateMinutes, immediate);
    let (predetermined, condition) = by_basis(work, labour);
    totals.note(Measure::PredeterminedMinutes, predetermined);
    totals.note(Measure::ConditionMinutes, condition);
}

/// What of an amount is predetermined and what because of a condition.
fn by_basis(work: &Intervention, amount: Option<i64>) -> (Option<i64>, Option<i64>) {
    use crate::intervention::PreventiveBasis::{Condition, Predetermined, Predictive};
    match (work.kind, work.basis) {
        (Some(Kind::Preventive), None) | (None, _) => (None, None),
        (Some(Kind::Preventive), Some(Predetermined)) => (amount, Some(0)),
        (Some(Kind::Preventive), Some(Condition | Predictive)) => (Some(0), amount),
        _ => (Some(0), Some(0)),
    }
}

fn costs(totals: &mut Totals, work: &Intervention, currency: Option<crate::quantity::Currency>) {
    let costs = work.costs.as_deref().filter(|costs| currency == Some(costs.currency));
    let total = costs.and_then(crate::intervention::Costs::total);
    totals.note(Measure::MaintenanceMinor, total);
    let own = costs.and_then(|costs| match (costs.labour_minor, costs.travel_minor) {
        (None, None) => None,
        (labour, travel) => Some(labour.unwrap_or(0).saturating_add(travel.unwrap_or(0))),
    });
    totals.note(Measure::InternalMinor, own);
    totals.note(Measure::ContractorMinor, costs.and_then(|costs| costs.contractor_minor));
    totals.note(Measure::MaterialMinor, costs.and_then(|costs| costs.parts_minor));
    let Some(kind) = work.kind else {
        for cost in COSTS {
            totals.miss(cost);
        }
        return;
    };
    let part = |of: bool| if of { total } else { Some(0) };
    totals.note(Measure::CorrectiveMinor, part(kind == Kind::Corrective));
    totals.note(Measure::PreventiveMinor, part(kind == Kind::Preventive));
    totals.note(Measure::ImprovementMinor, part(is_improvement(kind)));
    let (predetermined, condition) = by_basis(work, total);
    totals.note(Measure::PredeterminedMinor, predetermined);
    totals.note(Measure::ConditionMinor, condition);
}

/// Active time of a corrective intervention: begin to end, less its waits.
fn repair(into: &mut KpiAccumulator, work: &Intervention, key: &Key) {
    if work.kind != Some(Kind::Corrective) {
        return;
    }
    let terms = into.terms.clone();
    let Some(window) = work.ended.and_then(|ended| terms.window(ended)) else { return };
    let seconds = work.begun.zip(work.ended).and_then(|(begun, ended)| {
        let waits = work.waits.iter().map(|wait| (wait.from, wait.to.unwrap_or(ended)));
        let waits = super::downtime::united(waits.collect());
        let waits = super::downtime::within(&waits, begun, ended);
        let idle = waits
            .iter()
            .try_fold(0_i64, |sum, (from, to)| sum.checked_add(terms.clock(*from, *to)?))?;
        terms.clock(begun, ended)?.checked_sub(idle)
    });
    if let Some(cell) = into.group(key.clone()).cell(window) {
        match seconds {
            Some(seconds) => {
                cell.totals.count(Measure::Repairs, 1);
                cell.totals.count(Measure::RepairSeconds, seconds);
                let immediate = work.is_immediate.map(|is| if is { seconds } else { 0 });
                cell.totals.note(Measure::ImmediateRepairSeconds, immediate);
            }
            None => cell.totals.miss(Measure::Repairs),
        }
    }
}

fn preventive(into: &mut KpiAccumulator, work: &Intervention, key: &Key) {
    let (Some(Kind::Preventive), Some(due)) = (work.kind, work.due) else { return };
    let terms = into.terms.clone();
    let is_done = matches!(work.status, Some(Status::Done) | None);
    let done = work.ended.or(work.begun).filter(|at| is_done && *at < terms.parts().as_of);
    let done = done.and_then(|at| terms.day(at));
    due::due(into, key.clone(), due, work.interval_days, done);
}

fn schedule(into: &mut KpiAccumulator, work: &Intervention, key: &Key) {
    let terms = into.terms.clone();
    let planned = work.planned_to.or(work.planned_from);
    let Some(window) = planned.and_then(|at| terms.window(at)) else { return };
    let as_planned = match (work.is_done_as_planned(), work.status) {
        (Some(answer), _) => Some(answer),
        (None, Some(Status::Done)) => None,
        // Its time has passed, and it is not done.
        (None, _) => Some(false),
    };
    if let Some(cell) = into.group(key.clone()).cell(window) {
        match as_planned {
            Some(hits) => {
                cell.totals.tally(Measure::OrdersScheduled, Measure::OrdersAsScheduled, hits);
            }
            None => cell.totals.miss(Measure::OrdersScheduled),
        }
        let minutes = work.estimated_minutes.or(work.labour_minutes);
        cell.totals.note(Measure::ScheduledMinutes, minutes.map(i64::from));
    }
}

/// Works not done yet wait in the last window that is known.
fn backlog(into: &mut KpiAccumulator, work: &Intervention, key: &Key) {
    let Some(window) = into.terms.last_known() else { return };
    let waits = matches!(work.status, Some(Status::Planned | Status::InProgress));
    if let Some(cell) = into.group(key.clone()).cell(window) {
        let minutes = work.estimated_minutes.map(i64::from);
        cell.totals.note(Measure::BacklogMinutes, if waits { minutes } else { Some(0) });
        cell.totals.count(Measure::BacklogWithoutEstimate, i64::from(waits && minutes.is_none()));
    }
}

/// A stop for work. One that was agreed, or is not for a repair, is a planned window; one of a repair without an
/// incident is a failure; one of a repair with an incident is part of the outage of that incident.
fn stop(
    into: &mut KpiAccumulator,
    work: &Intervention,
    record: &Record<'_>,
    (places, key): (&[usize], &Key),
) {
    let Some(downtime) = work.downtime else { return };
    let as_of = into.terms.parts().as_of;
    if downtime.from >= as_of {
        return;
    }
    if let Some(window) = into.terms.window(downtime.from)
        && let Some(cell) = into.group(key.clone()).cell(window)
    {
        cell.totals.count(Measure::DowntimeOrders, 1);
    }
    let is_repair = work.kind == Some(Kind::Corrective);
    let end = downtime.to.filter(|to| *to < as_of);
    for place in places {
        if downtime.is_planned.unwrap_or(!is_repair) {
            if let Ok(asset) = u32::try_from(*place) {
                let is_preventive = work.kind == Some(Kind::Preventive);
                into.planned.push((asset, downtime.from, end.unwrap_or(as_of), is_preventive));
            }
        } else if work.incident.is_none() {
            add_outage(into, record, *place, (downtime.from, end.unwrap_or(i64::MAX)));
        }
    }
}
