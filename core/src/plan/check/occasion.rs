//! Work on occasion: each request known is answered by its row, or served by a preventive.

use super::case::{Case, Lead, fault, is_on_occasion, missing};
use super::nest::{Known, absorbers, from_outside};
use super::series::{rolled, shift};
use super::strand::{Dating, Strand};
use crate::calendar::WorkCalendar;
use crate::error::Faults;
use crate::plan::event::{Happening, Occasion, OnOccasion};
use crate::plan::policy::Kind;
use crate::plan::table::Marks;
use crate::time::Day;

/// One occasion of a strand.
pub(super) struct Call {
    strand: usize,
    subject: u32,
    key: i32,
    nominal: Day,
    /// First and last day of the window.
    window: (Day, Day),
    row: Option<usize>,
    is_left_out: bool,
}

/// Takes the rows that answer known occasions.
pub(super) fn take(case: &mut Case<'_>, faults: &mut Faults) -> Vec<Call> {
    let mut calls = Vec::new();
    for place in 0..case.strands.len() {
        for (key, day, offset) in occasions(case, place) {
            let Some(strand) = case.strands.get(place) else { continue };
            let Dating::Occasion(on) = strand.dating else { continue };
            let subject = strand.subject;
            let nominal = shift(day, offset);
            let (lead, window) = due(strand, on, day, nominal);
            let is_left_out = !matches!(lead, Lead::Due(..));
            let row = case.rows_of((subject, strand.place, key)).first().copied();
            let row = row.filter(|_| case.horizon.contains(nominal));
            if let Some(index) = row {
                case.take(place, index, &lead);
                answer(case, index, (day, nominal, window), faults);
            }
            calls.push(Call { strand: place, subject, key, nominal, window, row, is_left_out });
        }
    }
    calls
}

/// Key, day and offset of each occasion that a strand answers.
fn occasions(case: &Case<'_>, place: usize) -> Vec<(i32, Day, i32)> {
    let Some(strand) = case.strands.get(place) else { return Vec::new() };
    let Dating::Occasion(on) = strand.dating else { return Vec::new() };
    let house = case.input.house_rules();
    let offset = on.offset_days.or(match on.occasion {
        Occasion::CorrectiveClosed => house.follow_up_days.map(i32::from),
        Occasion::ContractBegin => house.kick_off.then_some(0),
        _ => Some(0),
    });
    let Some(offset) = offset else { return Vec::new() };
    let Some(kind) = on.occasion.request() else {
        let assets = case.input.estate().assets().len();
        let contract = usize::try_from(strand.subject).ok().and_then(|s| s.checked_sub(assets));
        let begin = contract.and_then(|own| Some((own, case.input.contracts().get(own)?.begin())));
        let key = begin.and_then(|(own, begin)| Some((i32::try_from(own).ok()?, begin, offset)));
        return key.into_iter().collect();
    };
    let answers = |remedy: &Option<Box<str>>| {
        on.remedies.is_empty() || remedy.as_ref().is_some_and(|remedy| on.remedies.contains(remedy))
    };
    let known = case.facts.requests().filter(|(_, request)| {
        request.kind == kind
            && strand.asset.is_some_and(|asset| asset.id == request.asset)
            && answers(&request.remedy)
    });
    known.map(|(key, request)| (key, request.day, offset)).collect()
}

/// Due date and window of work on occasion; no season is asked.
fn due(strand: &Strand<'_>, on: &OnOccasion, day: Day, nominal: Day) -> (Lead, (Day, Day)) {
    let (first, last) = if nominal > day { (shift(day, 1), nominal) } else { (nominal, day) };
    let lead = if on.occasion == Occasion::CorrectiveClosed && nominal > day {
        follow_up(strand.calendar, first, last).map_or(Lead::Closed, |due| Lead::Due(due, false))
    } else {
        match rolled(strand.calendar, strand.task.roll, nominal) {
            Some(due) => Lead::Due(due, false),
            None => Lead::Closed,
        }
    };
    (lead, (first, last))
}

/// The last working day of the window, else the next one after it.
fn follow_up(calendar: &WorkCalendar, first: Day, last: Day) -> Option<Day> {
    let days = (first.number()..=last.number()).rev().filter_map(Day::from_number);
    let after = (1..=366).filter_map(|n| last.add_days(n));
    days.chain(after).find(|day| calendar.is_open(*day))
}

/// Judges the nominal date of an answer, and gives its row the window of the occasion.
fn answer(case: &mut Case<'_>, index: usize, of: (Day, Day, (Day, Day)), faults: &mut Faults) {
    let (day, nominal, (first, last)) = of;
    let Some(seen) = case.rows.get_mut(index) else { return };
    if seen.row.nominal != nominal {
        let message = format!("no rule gives this nominal date: the occasion asks for {nominal}");
        fault(faults, index, message);
    } else if seen.row.base != day {
        fault(faults, index, format!("it counts from the day of the occasion, {day}"));
    }
    // A due date that the roll led out of the window belongs to it; which window one has that a decision
    // moved is not said.
    let is_moved = matches!(seen.decision, Some(Happening::Moved { .. }));
    let due = seen.due.filter(|_| !is_moved);
    seen.window = due.map(|due| (first.min(due), last.max(due)));
}

/// Judges that each occasion has its answer, once, and that what serves says so.
pub(super) fn judge(case: &Case<'_>, calls: &[Call], faults: &mut Faults) {
    let mut serving = Vec::new();
    let mut perhaps = Vec::new();
    for call in calls {
        let Some(strand) = case.strands.get(call.strand) else { continue };
        let Dating::Occasion(on) = strand.dating else { continue };
        let (first, last) = call.window;
        let edge =
            !case.horizon.contains(shift(first, -31)) || !case.horizon.contains(shift(last, 31));
        let candidates = if on.served_by_preventive { servers(case, call) } else { Vec::new() };
        if let (Some(_), Some((_, server))) = (call.row, candidates.first()) {
            let message = format!("`{}` serves instead", task_of(case, *server));
            fault(faults, call.row.unwrap_or_default(), message);
        }
        let expects = case.horizon.contains(call.nominal) && call.row.is_none();
        if expects && candidates.is_empty() && !call.is_left_out {
            let absorbed = !absorbers(case, call.subject, strand.task, call.nominal).is_empty()
                || from_outside(case, call.subject, strand.task, call.nominal) != Known::No;
            let beyond = on.served_by_preventive && edge;
            if !absorbed && !beyond {
                let subject = case.subject_id(call.subject).unwrap_or_default();
                let message = format!(
                    "`{}` on `{subject}` for occasion {} of nominal date {} is missing",
                    strand.task.id, call.key, call.nominal
                );
                missing(faults, message);
            }
        }
        let Some((_, server)) = candidates.first() else { continue };
        if edge {
            perhaps.extend(candidates.iter().map(|(_, server)| *server));
        } else {
            serving.push(*server);
        }
    }
    for (index, seen) in case.rows.iter().enumerate() {
        let marked = seen.has(Marks::SERVES);
        if serving.contains(&index) && !marked {
            fault(faults, index, "it serves as the follow-up of a corrective, and does not say so");
        } else if marked && !serving.contains(&index) && !perhaps.contains(&index) {
            fault(faults, index, "it serves as no follow-up, and says that it does");
        }
    }
}

fn task_of<'a>(case: &Case<'a>, index: usize) -> &'a str {
    let task = case.rows.get(index).and_then(|seen| seen.task);
    task.map_or("", |task| task.id.as_str())
}

/// The rows that can serve, the first due and of the lowest task first.
fn servers(case: &Case<'_>, call: &Call) -> Vec<((Day, u16), usize)> {
    let mut found = Vec::new();
    for (index, seen) in case.rows_on(call.subject) {
        let (Some(task), Some(due)) = (seen.task, seen.due) else { continue };
        let inside = call.window.0 <= due && due <= call.window.1;
        let preventive = task.policy.kind == Kind::Preventive && !is_on_occasion(task);
        if inside && preventive && seen.is_work() && seen.strand.is_some() {
            found.push(((due, seen.row.task), index));
        }
    }
    crate::order::sort(&mut found);
    found
}
