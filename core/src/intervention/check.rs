//! What contradicts itself in a record.
//!
//! Each check tells what is wrong and takes the value out: a log refuses what was told, an importer keeps the
//! rest.

use super::{Costs, Incident, Intervention, Term, Wait};
use crate::calendar::BusinessTime;
use crate::error::{Code, codes};
use crate::order;
use crate::quantity::INTEGER_MAX;

/// Most waits, reopenings, assets or technicians of one record.
const LIST_MAX: usize = 10_000;

/// What is told: code, field, message.
pub(super) type Tell<'t> = &'t mut dyn FnMut(Code, &'static str, String);

/// Checks an incident.
pub(super) fn incident(incident: &mut Incident, tell: Tell<'_>) {
    list("assets", &mut incident.assets, tell);
    let opened = instant("opened", &mut incident.opened, tell);
    for (name, slot) in [
        ("acknowledged", &mut incident.acknowledged),
        ("restored", &mut incident.restored),
        ("resolved", &mut incident.resolved),
        ("closed", &mut incident.closed),
        ("cancelled", &mut incident.cancelled),
    ] {
        let at = instant(name, slot, tell);
        if let (Some(opened), Some(at)) = (opened, at)
            && at < opened
        {
            let message = format!("`{name}` {} s before the opening", opened.saturating_sub(at));
            tell(codes::INT_BEFORE_OPENING, name, message);
            *slot = None;
        }
    }
    follows("resolved", &mut incident.restored, incident.resolved, "restored", tell);
    if let (Some(resolved), Some(closed)) = (incident.resolved, incident.closed)
        && closed < resolved
    {
        let message = "closed before it was resolved".to_owned();
        tell(codes::INT_ORDER, "closed", message);
        incident.closed = None;
    }
    reopenings(incident, tell);
    waits(&mut incident.waits, tell);
}

/// `earlier` may not come after `later`.
fn follows(
    later_name: &str,
    earlier: &mut Option<i64>,
    later: Option<i64>,
    name: &'static str,
    tell: Tell<'_>,
) {
    if let (Some(first), Some(later)) = (*earlier, later)
        && later < first
    {
        tell(codes::INT_ORDER, name, format!("`{name}` comes after `{later_name}`"));
        *earlier = None;
    }
}

fn reopenings(incident: &mut Incident, tell: Tell<'_>) {
    let mut since = incident.opened.unwrap_or(i64::MIN);
    let last = incident.resolved.unwrap_or(i64::MAX);
    bounded("reopenings", &mut incident.reopenings, tell);
    incident.reopenings.retain(|one| {
        let fits = since <= one.resolved && one.resolved <= one.reopened && one.reopened <= last;
        if fits && is_instant(one.resolved) && is_instant(one.reopened) {
            since = one.reopened;
            return true;
        }
        let message = format!("resolved `{}`, opened again `{}`", one.resolved, one.reopened);
        tell(codes::INT_ORDER, "reopenings", message);
        false
    });
}

/// Checks an intervention.
pub(super) fn intervention(work: &mut Intervention, tell: Tell<'_>) {
    list("assets", &mut work.assets, tell);
    list("technicians", &mut work.technicians, tell);
    for (name, slot) in [
        ("planned_from", &mut work.planned_from),
        ("planned_to", &mut work.planned_to),
        ("begun", &mut work.begun),
        ("ended", &mut work.ended),
    ] {
        instant(name, slot, tell);
    }
    if is_reversed(work.planned_from, work.planned_to) {
        tell(codes::INT_REVERSED, "planned_to", "planned to end before it begins".to_owned());
        work.planned_to = None;
    }
    if is_reversed(work.begun, work.ended) {
        tell(codes::INT_REVERSED, "ended", "ended before it was begun".to_owned());
        work.ended = None;
    }
    if let Some(downtime) = work.downtime
        && !(is_period(downtime.from, downtime.to))
    {
        tell(codes::INT_REVERSED, "downtime", "downtime that ends before it begins".to_owned());
        work.downtime = None;
    }
    for (name, part) in [
        ("external_minutes", &mut work.external_minutes),
        ("overtime_minutes", &mut work.overtime_minutes),
    ] {
        if let (Some(minutes), Some(whole)) = (*part, work.labour_minutes)
            && minutes > whole
        {
            tell(codes::INT_BAD_PART, name, format!("{minutes} min of {whole} min of labour"));
            *part = None;
        }
    }
    if work.interval_days == Some(0) {
        tell(codes::INT_BAD_PART, "interval_days", "an interval of no day".to_owned());
        work.interval_days = None;
    }
    if let Some(costs) = &mut work.costs {
        check_costs(costs, tell);
    }
    waits(&mut work.waits, tell);
}

fn check_costs(costs: &mut Costs, tell: Tell<'_>) {
    for (name, slot) in [
        ("labour", &mut costs.labour_minor),
        ("contractor", &mut costs.contractor_minor),
        ("parts", &mut costs.parts_minor),
        ("travel", &mut costs.travel_minor),
        ("other", &mut costs.other_minor),
        ("total", &mut costs.total_minor),
    ] {
        if let Some(minor) = *slot
            && !(0..=INTEGER_MAX).contains(&minor)
        {
            tell(codes::INT_BAD_COST, "costs", format!("`{minor}` minor units of {name}"));
            *slot = None;
        }
    }
    let sum = costs.parts().into_iter().flatten().fold(0_i64, i64::saturating_add);
    if let Some(total) = costs.total_minor
        && total < sum
    {
        tell(codes::INT_BAD_COST, "costs", format!("a total of `{total}`, parts of `{sum}`"));
        costs.total_minor = None;
    }
}

fn waits(waits: &mut Vec<Wait>, tell: Tell<'_>) {
    bounded("waits", waits, tell);
    waits.retain(|wait| {
        let fits = is_period(wait.from, wait.to);
        if !fits {
            tell(codes::INT_REVERSED, "waits", "a wait that ends before it begins".to_owned());
        }
        fits
    });
    // A wait that lasts comes after those that ended.
    let key = |wait: &Wait| (wait.from, wait.to.unwrap_or(i64::MAX), wait.reason, wait.label);
    if !waits.is_sorted_by_key(key) {
        order::sort_by(waits, |a, b| key(a).cmp(&key(b)));
    }
}

/// Sorts terms and leaves each once.
fn list(name: &'static str, terms: &mut Vec<Term>, tell: Tell<'_>) {
    bounded(name, terms, tell);
    if terms.len() > 1 {
        order::sort_once(terms);
    }
}

fn bounded<T>(name: &'static str, items: &mut Vec<T>, tell: Tell<'_>) {
    if items.len() > LIST_MAX {
        tell(codes::INT_TOO_MANY, name, format!("{} elements, at most {LIST_MAX}", items.len()));
        items.truncate(LIST_MAX);
    }
}

fn instant(name: &'static str, slot: &mut Option<i64>, tell: Tell<'_>) -> Option<i64> {
    if let Some(at) = *slot
        && !is_instant(at)
    {
        let message = format!("`{at}` is not an instant of the years 1583 to 9999");
        tell(codes::INT_BAD_INSTANT, name, message);
        *slot = None;
    }
    *slot
}

fn is_instant(at: i64) -> bool {
    (BusinessTime::MIN..=BusinessTime::MAX).contains(&at)
}

fn is_reversed(from: Option<i64>, to: Option<i64>) -> bool {
    from.zip(to).is_some_and(|(from, to)| to < from)
}

fn is_period(from: i64, to: Option<i64>) -> bool {
    is_instant(from) && to.is_none_or(|to| is_instant(to) && from <= to)
}
