//! Order, uniqueness and totals.

use super::case::{Case, fault};
use super::strand::Dating;
use crate::calendar::Roll;
use crate::error::{Faults, codes};
use crate::order;
use crate::plan::table::Row;
use crate::plan::totals::LoadTotal;

/// Rows stand in order, and each occurrence stands once.
pub(super) fn judge_order(case: &Case<'_>, faults: &mut Faults) {
    let key = |row: &Row| (row.date, row.subject, row.task, row.nominal, row.key);
    let mut before: Option<Row> = None;
    for (index, seen) in case.rows.iter().enumerate() {
        if before.is_some_and(|before| key(&before) > key(&seen.row)) {
            fault(faults, index, "the row is out of order");
        }
        before = Some(seen.row);
        let same = case.rows_of((seen.row.subject, seen.row.task, seen.row.key));
        if same.first() != Some(&index) {
            fault(faults, index, "the same task, asset and key appear twice");
        }
    }
}

/// The totals are those of the rows that are work; `left_out` dates were left out by a roll.
pub(super) fn judge_totals(case: &Case<'_>, left_out: u64, faults: &mut Faults) {
    let totals = case.plan.totals();
    let mut tasks = Vec::new();
    let mut months = Vec::new();
    let (mut skills, mut modes) = (Vec::new(), Vec::new());
    for seen in case.rows.iter().filter(|seen| seen.row.marks.is_work()) {
        let Some(task) = seen.task else { continue };
        let minutes = u64::from(task.duration_minutes);
        tasks.push((task.id.as_str(), minutes));
        skills.push((task.skill.as_str(), minutes));
        modes.push((task.mode.code(), minutes));
        let (year, month, _) = seen.row.date.ymd();
        months.push((format!("{year:04}-{month:02}"), minutes));
    }
    let count = u64::try_from(tasks.len()).unwrap_or(u64::MAX);
    let minutes = tasks.iter().map(|(_, minutes)| minutes).sum();
    let mut stated = vec![
        ("occurrences", totals.occurrences, count),
        ("work_minutes", totals.work_minutes, minutes),
    ];
    // How many dates of a moving series the roll leaves out is not judged.
    let fixed = case.strands.iter().all(|strand| {
        let is_moving = matches!(strand.dating, Dating::Moving(_) | Dating::Counters(_));
        !is_moving || strand.task.roll != Roll::Skip
    });
    if fixed {
        stated.push(("skipped", totals.skipped, left_out));
    }
    for (name, stated, counted) in stated {
        if stated != counted {
            let message = format!("{stated} stated, {counted} counted");
            faults.add(codes::PLAN_CHECK, format!("/totals/{name}"), message);
        }
    }
    let months: Vec<(&str, u64)> =
        months.iter().map(|(month, minutes)| (month.as_str(), *minutes)).collect();
    let stated: Vec<(&str, u64, u64)> = totals
        .months
        .iter()
        .filter(|month| month.occurrences > 0)
        .map(|month| (month.month.as_str(), month.occurrences, month.work_minutes))
        .collect();
    compare("months", &stated, months, faults);
    for (name, list, loads) in [
        ("tasks", &totals.tasks, tasks),
        ("skills", &totals.skills, skills),
        ("modes", &totals.modes, modes),
    ] {
        let own = |total: &LoadTotal| total.occurrences > 0;
        let stated: Vec<(&str, u64, u64)> = list
            .iter()
            .filter(|total| own(total))
            .map(|total| (&*total.key, total.occurrences, total.work_minutes))
            .collect();
        compare(name, &stated, loads, faults);
    }
}

fn compare(name: &str, stated: &[(&str, u64, u64)], loads: Vec<(&str, u64)>, faults: &mut Faults) {
    let counted: Vec<(&str, u64, u64)> = order::group(loads)
        .into_iter()
        .map(|(key, minutes)| {
            (key, u64::try_from(minutes.len()).unwrap_or(u64::MAX), minutes.iter().sum())
        })
        .collect();
    if stated != counted.as_slice() {
        let message = "the parts are not those of the rows";
        faults.add(codes::PLAN_CHECK, format!("/totals/{name}"), message);
    }
}
