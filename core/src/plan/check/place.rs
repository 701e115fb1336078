//! The planned date: in the window, free, and the nearest free day to the due date.

use super::case::{Case, Seen, fault};
use super::pairs::Pairs;
use super::series::shift;
use super::windows::Free;
use crate::calendar::Roll;
use crate::error::Faults;
use crate::plan::table::Marks;
use crate::time::Day;

pub(super) fn judge(case: &Case<'_>, pairs: &Pairs, faults: &mut Faults) {
    for (index, seen) in case.rows.iter().enumerate() {
        if seen.strand.is_none() || seen.is_fixed() {
            continue;
        }
        if let Some(reason) = misplaced(case, pairs, index, seen) {
            let (nominal, date) = (seen.row.nominal, seen.row.date);
            fault(faults, index, format!("nominal {nominal}, dated {date}: {reason}"));
        }
    }
}

/// Why a row is not where it must be.
fn misplaced(case: &Case<'_>, pairs: &Pairs, index: usize, seen: &Seen<'_>) -> Option<String> {
    let (due, (first, last)) = seen.due.zip(seen.window)?;
    let date = seen.row.date;
    if date < first || date > last {
        return Some(outside(case, seen, due, (first, last)));
    }
    if !seen.is_work() {
        // Where in its window work is that is not done is not said.
        return None;
    }
    if seen.has(Marks::NO_ROOM) {
        if date != due {
            return Some(format!("no day is free, so it stays on its due date {due}"));
        }
        let mut days = (first.number()..=last.number()).filter_map(Day::from_number);
        let free = days.find(|day| is_free(case, pairs, index, *day));
        return free.map(|day| format!("{day} is free, and it says that no day is"));
    }
    if let Free::No(reason) = free(case, seen, date) {
        return Some(reason.to_owned());
    }
    let is_visit = seen.has(Marks::VISIT);
    if !is_visit && let Some(day) = nearer(case, pairs, index, (due, first, last)) {
        return Some(format!("{day} is free, and nearer to the due date {due}"));
    }
    match (date == due, seen.has(Marks::PLACED)) {
        (true, true) => Some("it is on its due date, and says that it moved".to_owned()),
        (false, false) if !is_visit => {
            Some(format!("it moved off its due date {due}, and does not say so"))
        }
        _ => None,
    }
}

/// Why a date outside the window is wrong, in the words of the roll where nothing else dates it.
fn outside(case: &Case<'_>, seen: &Seen<'_>, due: Day, (first, last): (Day, Day)) -> String {
    if first != last || seen.decision.is_some() || seen.is_moved_by_season {
        return format!("the window is {first} to {last}");
    }
    let strand = case.strand_of(seen);
    let open = |day: Day| strand.is_none_or(|strand| strand.calendar.is_open(day));
    let rolls = strand.is_some_and(|strand| strand.task.roll != Roll::None);
    let nominal = seen.row.nominal;
    if due == nominal {
        "the nominal day needs no roll".to_owned()
    } else if rolls && !open(seen.row.date) {
        "the date is a closed day".to_owned()
    } else {
        format!("the roll leads to another day: {due}")
    }
}

/// What the rules of one day alone say of a row on a day.
pub(super) fn free(case: &Case<'_>, seen: &Seen<'_>, day: Day) -> Free {
    match (seen.task, case.strand_of(seen)) {
        (Some(task), Some(strand)) => case.windows.free(task, strand, day),
        _ => Free::Unknown,
    }
}

/// Whether a day is free for a row, by every rule and without doubt.
pub(super) fn is_free(case: &Case<'_>, pairs: &Pairs, index: usize, day: Day) -> bool {
    let Some(seen) = case.rows.get(index) else { return false };
    free(case, seen, day) == Free::Yes && !pairs.may_exclude(case, index, day)
}

/// A free day that comes before the date of a row: nearer to the due date, or as near and earlier.
fn nearer(
    case: &Case<'_>,
    pairs: &Pairs,
    index: usize,
    (due, first, last): (Day, Day, Day),
) -> Option<Day> {
    let date = case.rows.get(index)?.row.date;
    before(due, date)
        .into_iter()
        .filter(|day| first <= *day && *day <= last)
        .find(|day| is_free(case, pairs, index, *day))
}

/// The days that come before `date` when one looks outwards from `due`, the earlier of two first.
pub(super) fn before(due: Day, date: Day) -> Vec<Day> {
    let distance = date.number() - due.number();
    let mut days = Vec::new();
    for n in 0..=distance.abs() {
        for day in [shift(due, -n), shift(due, n)] {
            if day == date {
                return days;
            }
            days.push(day);
        }
    }
    days
}
