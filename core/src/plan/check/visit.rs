//! Visits: works on site that share a day.
//!
//! What is judged: that work marked as joined shares its day with other work on its site, due within the
//! days of a visit, and that no day nearer to the due date of the first is free for all. Not judged: whether
//! more works could have joined.

use super::case::{Case, Seen, fault};
use super::pairs::{Pairs, comes_first, placed};
use super::place::{before, is_free};
use crate::error::Faults;
use crate::order;
use crate::plan::table::Marks;
use crate::plan::task::Mode;
use crate::time::Day;

pub(super) fn judge(case: &Case<'_>, pairs: &Pairs, faults: &mut Faults) {
    let mut places = Vec::new();
    for (index, seen) in case.rows.iter().enumerate() {
        let visiting = is_visiting(case, seen);
        if seen.has(Marks::VISIT) && (!visiting || !seen.is_work()) {
            fault(faults, index, "it joins no visit: it is none, or not work on site, or fixed");
        }
        if let (true, Some(site)) = (visiting && seen.is_work(), site_of(case, seen)) {
            places.push(((site, seen.row.date), index));
        }
    }
    for ((_, date), group) in order::group(places) {
        let joins = |index: &usize| case.rows.get(*index).is_some_and(|s| s.has(Marks::VISIT));
        if group.iter().any(joins) {
            visit(case, pairs, date, &group, faults);
        }
    }
}

/// Whether a row can be part of a visit.
fn is_visiting(case: &Case<'_>, seen: &Seen<'_>) -> bool {
    case.input.programme().visits.is_some()
        && seen.task.is_some_and(|task| task.mode == Mode::OnSite)
        && seen.strand.is_some()
        && !seen.is_fixed()
        && !seen.has(Marks::NO_ROOM)
        && site_of(case, seen).is_some()
}

fn site_of<'a>(case: &Case<'a>, seen: &Seen<'_>) -> Option<&'a str> {
    let asset = case.input.estate().assets().get(usize::try_from(seen.row.subject).ok()?)?;
    Some(asset.site.as_str())
}

fn visit(case: &Case<'_>, pairs: &Pairs, date: Day, group: &[usize], faults: &mut Faults) {
    let within = case.input.programme().visits.map_or(0, |visits| i32::from(visits.within_days));
    let rows = || group.iter().filter_map(|index| Some((*index, case.rows.get(*index)?)));
    if !case.is_near_edge(date) {
        for (index, seen) in rows().filter(|(_, seen)| seen.has(Marks::VISIT)) {
            let near = |other: Day| {
                seen.due.is_some_and(|due| (due.number() - other.number()).abs() <= within)
            };
            let mut others = rows().filter(|(other, _)| *other != index);
            if !others.any(|(_, other)| other.due.is_some_and(near)) {
                fault(faults, index, "no other work of the visit is due within its days");
            }
        }
    }
    let mut ordered: Vec<(usize, &Seen<'_>)> = rows().collect();
    order::sort_by(&mut ordered, |a, b| placed(a.1).cmp(&placed(b.1)));
    let Some((opener, Some(due))) = ordered.first().map(|(index, seen)| (*index, seen.due)) else {
        return;
    };
    // A visit that work opened for which other work waits was placed before its turn.
    let early = rows().any(|(_, seen)| comes_first(case, seen));
    if early || case.is_near_edge(date) || case.is_near_edge(due) {
        return;
    }
    let free = |day: &Day| {
        rows().all(|(index, seen)| {
            let inside = seen.window.is_some_and(|(first, last)| first <= *day && *day <= last);
            inside && is_free(case, pairs, index, *day)
        })
    };
    if let Some(day) = before(due, date).into_iter().find(free) {
        let message = format!("{day} is free for all of the visit, and nearer to {due}");
        fault(faults, opener, message);
    }
}
