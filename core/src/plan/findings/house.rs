//! Where the house rules are not kept: intervals, assets without preventive work, correctives without follow-up.

use super::rows::BySubject;
use super::{PlanFinding, count, days_between, is_done_on_asset, is_preventive, preventive_tasks};
use crate::error::codes;
use crate::inventory::{Asset, Usage};
use crate::order;
use crate::plan::book::SubjectRef;
use crate::plan::event::{Occasion, RequestKind, WorkRequest};
use crate::plan::result::Plan;
use crate::plan::series::Origin;
use crate::plan::task::Every;
use crate::time::{Day, Interval, Period, days_in_month};
use std::fmt::Write as _;

pub(super) fn find(plan: &Plan, rows: &BySubject, findings: &mut Vec<PlanFinding>) {
    let input = plan.input();
    let tasks = preventive_tasks(plan);
    for (place, asset) in (0u32..).zip(input.estate().assets()) {
        let own: Vec<u16> =
            tasks.iter().copied().filter(|task| is_done_on_asset(input, *task, asset)).collect();
        if own.is_empty() {
            findings.push(without_preventive(plan, asset));
        } else if input.house.judge_intervals {
            findings.extend(gap(plan, rows, (place, asset), &own));
        }
    }
    if let Some(days) = input.house.follow_up_days {
        for (subject, place) in &plan.book.requests {
            let request = usize::try_from(*place).ok();
            let request = request.and_then(|place| input.programme.requests.get(place));
            let closed = request.filter(|r| r.kind == RequestKind::CorrectiveClosed);
            let Some(request) = closed else { continue };
            findings.extend(not_followed(plan, rows, (*subject, *place), request, days));
        }
    }
}

fn without_preventive(plan: &Plan, asset: &Asset) -> PlanFinding {
    let id = &asset.id;
    let en = format!("no preventive task is done on {id}");
    let fr = format!("aucune tâche préventive n'est faite sur {id}");
    let day = plan.horizon().start();
    PlanFinding {
        subject: Some(id.as_str().into()),
        ..PlanFinding::new(codes::PLAN_NO_PREVENTIVE, day, &[], &en, &fr)
    }
}

/// The first stretch of an asset without preventive work that is longer than the house rule says.
fn gap(
    plan: &Plan,
    rows: &BySubject,
    (place, asset): (u32, &Asset),
    tasks: &[u16],
) -> Option<PlanFinding> {
    let house = plan.input().house;
    let frequent = asset.usage == Some(Usage::Frequent);
    let every = if frequent { house.frequent } else { house.normal };
    let own = rows.of(place).iter().filter_map(|row| plan.table().row(*row));
    let works = own.filter(|row| row.marks.is_work() && is_preventive(plan.input(), row.task));
    let mut days: Vec<Day> = works.map(|row| row.nominal).collect();
    order::sort_once(&mut days);
    let horizon = plan.horizon();
    // The anchor is asked for only where it can matter: it takes a look at the contracts.
    let mut begin = horizon.start();
    if is_longer(begin, days.first().copied().unwrap_or(horizon.end()), every) {
        begin = begin.max(first_anchor(plan, (place, asset), tasks)?);
    }
    // A date before the first anchor is one all the same.
    begin = days.first().map_or(begin, |first| begin.min(*first));
    let from = std::iter::once(begin).chain(days.iter().copied());
    let to = days.iter().copied().chain([horizon.end()]);
    let gaps: Vec<(Day, Day)> =
        from.zip(to).filter(|(from, to)| is_longer(*from, *to, every)).collect();
    let (from, to) = *gaps.first()?;
    let (number, length) = (count(gaps.len()), days_between(from, to));
    let id = &asset.id;
    let (every_en, every_fr) = in_words(every);
    let mut en = format!(
        "no preventive work on {id} from {from} to {to}, {length} days; the house rule asks for it {every_en}"
    );
    let mut fr = format!(
        "pas de préventif sur {id} du {from} au {to}, {length} jours ; la règle maison le demande {every_fr}"
    );
    if number > 1 {
        let _ = write!(en, "; {number} such gaps");
        let _ = write!(fr, " ; {number} écarts de ce type");
    }
    let figures = [("gaps", number), ("gap_days", length)];
    Some(PlanFinding {
        subject: Some(id.as_str().into()),
        ..PlanFinding::new(codes::PLAN_HOUSE_INTERVAL, from, &figures, &en, &fr)
    })
}

/// Whether `to` comes later than one interval after `from`.
fn is_longer(from: Day, to: Day, every: Interval) -> bool {
    latest_next(from, every).is_some_and(|latest| to > latest)
}

/// The latest day that is one interval after `from`, however a series treats the ends of months: one month after
/// 31 January comes 1 March at the latest, one month after 28 February (the last day) 31 March.
fn latest_next(from: Day, every: Interval) -> Option<Day> {
    let Some(months) = every.months() else { return from.add_days(every.fixed_days()?) };
    let next = from.add_months(months)?;
    let (year, month, day) = next.ymd();
    let (_, _, wanted) = from.ymd();
    if wanted > day {
        return next.add_days(1);
    }
    let last = Day::from_ymd(year, month, days_in_month(year, month))?;
    Some(if from.is_month_end() { last } else { next })
}

/// The day that the first of the preventive series of an asset counts from.
fn first_anchor(plan: &Plan, (place, asset): (u32, &Asset), tasks: &[u16]) -> Option<Day> {
    let (input, subject) = (plan.input(), SubjectRef::Asset(asset));
    let origin = Origin::new(&plan.book, input, place, subject);
    let starts = tasks.iter().filter_map(|index| {
        let task = input.tasks().get(usize::from(*index))?;
        Some(origin.start(*index, task).anchor)
    });
    starts.min()
}

fn in_words(every: Interval) -> (String, String) {
    match (every.months(), every.fixed_days()) {
        (Some(1), _) => ("every month".to_owned(), "tous les mois".to_owned()),
        (Some(months), _) => (format!("every {months} months"), format!("tous les {months} mois")),
        (None, Some(1)) => ("every day".to_owned(), "tous les jours".to_owned()),
        (None, days) => {
            let days = days.unwrap_or_default();
            (format!("every {days} days"), format!("tous les {days} jours"))
        }
    }
}

/// A closed corrective without preventive work within the days of the house rule.
fn not_followed(
    plan: &Plan,
    rows: &BySubject,
    (subject, place): (u32, u32),
    request: &WorkRequest,
    days: u16,
) -> Option<PlanFinding> {
    let horizon = plan.horizon();
    let last = request.day.add_days(i32::from(days))?;
    let first = request.day.add_days(1)?;
    if !horizon.contains(request.day) || !horizon.contains(last) {
        return None;
    }
    let served = &plan.asides.served;
    let served = served.get(served.partition_point(|s| s.subject < subject)..).unwrap_or_default();
    let is_served = served.iter().take_while(|s| s.subject == subject).any(|s| s.request == place);
    let within = Period::new(first, last.add_days(1)?);
    let follows = |row: &usize| {
        let Some(work) = plan.occurrence(*row).filter(|work| work.row.marks.is_work()) else {
            return false;
        };
        match &work.task.every {
            Every::Occasion(on) => {
                on.occasion == Occasion::CorrectiveClosed
                    && u32::try_from(work.row.key) == Ok(place)
            }
            // Preventive work that is due then serves, whether or not a task asks for a follow-up.
            _ => {
                is_preventive(plan.input(), work.row.task)
                    && within.is_some_and(|within| within.contains(work.due()))
            }
        }
    };
    if is_served || rows.of(subject).iter().any(follows) {
        return None;
    }
    let (id, asset) = (&request.id, &request.asset);
    let en =
        format!("no preventive work follows the corrective {id} on {asset} from {first} to {last}");
    let fr = format!("aucun préventif ne suit la curative {id} sur {asset} du {first} au {last}");
    let figures = [("follow_up_days", u64::from(days))];
    Some(PlanFinding {
        subject: Some(asset.as_str().into()),
        request: Some(id.clone()),
        ..PlanFinding::new(codes::PLAN_NO_FOLLOW_UP, request.day, &figures, &en, &fr)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_in_every_way_that_series_treat_them() {
        let day = |text: &str| Day::parse(text).unwrap_or(Day::MIN);
        for (from, every, latest) in [
            ("2026-01-15", Interval::MONTHLY, "2026-02-15"),
            ("2026-01-31", Interval::MONTHLY, "2026-03-01"),
            ("2026-01-29", Interval::MONTHLY, "2026-03-01"),
            ("2028-01-29", Interval::MONTHLY, "2028-02-29"),
            ("2026-02-28", Interval::MONTHLY, "2026-03-31"),
            ("2026-02-27", Interval::MONTHLY, "2026-03-27"),
            ("2026-11-30", Interval::QUARTERLY, "2027-03-01"),
            ("2026-06-30", Interval::QUARTERLY, "2026-09-30"),
            ("2026-06-01", Interval::WEEKLY, "2026-06-08"),
        ] {
            assert_eq!(latest_next(day(from), every), Some(day(latest)), "{from}");
            assert!(!is_longer(day(from), day(latest), every));
        }
    }
}
