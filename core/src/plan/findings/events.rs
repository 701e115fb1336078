//! Events about occurrences that there are not.

use super::PlanFinding;
use super::rows::BySubject;
use crate::error::codes;
use crate::plan::book::{Book, SubjectRef, is_done_on, offset_of};
use crate::plan::event::{Happening, PlanEvent};
use crate::plan::facts::{Decision, locate};
use crate::plan::result::Plan;
use crate::plan::series::{Origin, dates_before, due_of};
use crate::plan::task::{Every, TaskTemplate};
use crate::time::{Day, Period};

/// Why an event is about nothing.
#[derive(Debug, Clone, Copy)]
enum Why {
    /// The task is not done there.
    NotDone,
    /// The series has no such date.
    NoDate,
    /// The task does not answer the request.
    NoAnswer,
    /// Another occurrence does its work.
    ByOther,
}

impl Why {
    fn text(self) -> (&'static str, &'static str) {
        match self {
            Why::NotDone => ("the task is not done there", "la tâche n'y est pas faite"),
            Why::NoDate => ("the series has no such date", "la série n'a pas cette date"),
            Why::NoAnswer => ("the task does not answer it", "la tâche n'y répond pas"),
            Why::ByOther => {
                ("another occurrence does its work", "une autre occurrence en fait le travail")
            }
        }
    }
}

pub(super) fn find(plan: &Plan, rows: &BySubject, findings: &mut Vec<PlanFinding>) {
    let input = plan.input();
    for event in &input.programme.events {
        // What lies ahead is not known yet.
        if event.day > plan.as_of() {
            continue;
        }
        let why = match &event.happening {
            Happening::LastDone { task, asset } => {
                let task = input.tasks.binary_search_by(|known| known.id.cmp(task));
                let task = task.ok().and_then(|task| input.tasks.get(task));
                let asset = input.place_of(asset.as_str()).and_then(|place| input.subject(place));
                let known = task.zip(asset);
                known.filter(|(task, asset)| !is_done_on(task, *asset)).map(|_| Why::NotDone)
            }
            _ => why_none(plan, rows, event),
        };
        findings.extend(why.map(|why| orphan(event, why)));
    }
}

/// Why no task gives the occurrence that an event is about; `None` when one does, or when that is not judged.
fn why_none(plan: &Plan, rows: &BySubject, event: &PlanEvent) -> Option<Why> {
    let (input, book) = (plan.input(), &plan.book);
    let id = event.happening.occurrence()?;
    // An input refuses ids of what it does not have.
    let (subject, task, key) = locate(input, &book.tasks, id)?;
    let (known, template) = (input.subject(subject)?, input.tasks.get(usize::from(task))?);
    let series = book.series_of(task);
    let parent = input.tasks.get(usize::from(series))?;
    if !is_done_on(parent, known) {
        return Some(Why::NotDone);
    }
    let nominal = if matches!(template.every, Every::Occasion(_)) {
        match answered(plan, (subject, known, template), key) {
            Answered::No => return Some(Why::NoAnswer),
            Answered::NotYet => return None,
            Answered::On(nominal) => nominal,
        }
    } else if book.task(task)?.moving {
        // How far a series that moves will come is not known.
        return None;
    } else {
        Day::from_number(key)?
    };
    if !plan.horizon().contains(nominal) {
        return None;
    }
    let is_fixed = !matches!(template.every, Every::Occasion(_));
    if is_fixed && !has_date(plan, (series, parent), (subject, known), (task, nominal)) {
        return Some(Why::NoDate);
    }
    let mut own = rows.of(subject).iter().filter_map(|row| plan.table().row(*row));
    if own.any(|row| row.task == task && row.key == key) {
        return None;
    }
    // Absorbed, or served: a decision about it changes nothing.
    let about = (subject, task, key);
    let holds = book.facts.decided_by(about) == Some(&*event.id);
    let decided = book.facts.find(about).filter(|_| holds).and_then(|fact| fact.decision);
    matches!(decided, Some(Decision::Move(_) | Decision::Fix(_))).then_some(Why::ByOther)
}

enum Answered {
    /// The nominal day of the answer.
    On(Day),
    /// The request is not known yet.
    NotYet,
    No,
}

/// The nominal day of the answer of a task on occasion to the request of this place.
fn answered(
    plan: &Plan,
    (asset, subject, task): (u32, SubjectRef<'_>, &TaskTemplate),
    key: i32,
) -> Answered {
    let (input, Every::Occasion(on)) = (plan.input(), &task.every) else { return Answered::No };
    let Some((occasion, offset)) = offset_of(input, task) else { return Answered::No };
    let nominal = |day: Day| day.add_days(offset).map_or(Answered::No, Answered::On);
    let kind = match (occasion.request(), subject) {
        (None, SubjectRef::Contract(contract)) => return nominal(contract.begin()),
        (None, SubjectRef::Asset(_)) => return Answered::No,
        (Some(kind), _) => kind,
    };
    let place = u32::try_from(key).unwrap_or(u32::MAX);
    let request = usize::try_from(place).ok();
    let request = request.and_then(|place| input.programme.requests.get(place));
    let answers = request.filter(|request| {
        let remedy = request.remedy.as_ref();
        request.kind == kind
            && request.asset.as_str() == subject.id()
            && (on.remedies.is_empty() || remedy.is_some_and(|r| on.remedies.contains(r)))
    });
    let known = Book::of(&plan.book.requests, asset);
    match answers {
        None => Answered::No,
        Some(_) if !known.contains(&(asset, place)) => Answered::NotYet,
        Some(request) => nominal(request.day),
    }
}

/// Whether the fixed series of a subject has this nominal date, for this task.
fn has_date(
    plan: &Plan,
    series: (u16, &TaskTemplate),
    (place, subject): (u32, SubjectRef<'_>),
    (task, nominal): (u16, Day),
) -> bool {
    let (input, book) = (plan.input(), &plan.book);
    let start = Origin::new(book, input, place, subject).start(series.0, series.1);
    let Some(generator) = book.generator(input, series.0, subject) else { return false };
    let one_day = nominal.add_days(1).and_then(|next| Period::new(nominal, next));
    let is_date = one_day.is_some_and(|day| !generator.within(start.anchor, day).is_empty())
        && (!start.is_after || nominal > start.anchor);
    let sticks = generator.sticks_to_end(start.anchor);
    let calendar = input.calendar_of_subject(subject);
    if !is_date || due_of(series.1, &|day| calendar.is_open(day), nominal, sticks).is_err() {
        return false;
    }
    let members = book.task(series.0).map_or(&[][..], |info| &info.members);
    let turns = i64::try_from(members.len()).unwrap_or(1).max(1);
    let number = if turns > 1 { dates_before(generator, start, nominal) } else { 0 };
    let turn = usize::try_from(number.rem_euclid(turns)).unwrap_or_default();
    members.get(turn) == Some(&task)
}

fn orphan(event: &PlanEvent, why: Why) -> PlanFinding {
    let occurrence = event.happening.occurrence();
    let (task, subject) = match (&event.happening, occurrence) {
        (Happening::LastDone { task, asset }, _) => (Some(task), Some(asset.as_str())),
        (_, id) => (id.map(|id| &id.task), id.map(|id| &*id.subject)),
    };
    let (en, fr) = match (occurrence, task, subject) {
        (Some(id), ..) => (id.to_string(), id.to_string()),
        (None, Some(task), Some(asset)) => {
            (format!("{task} on {asset}"), format!("{task} sur {asset}"))
        }
        _ => (String::new(), String::new()),
    };
    let why = why.text();
    let en = format!("event {} about {en}: {}", event.id, why.0);
    let fr = format!("événement {} à propos de {fr} : {}", event.id, why.1);
    PlanFinding {
        subject: subject.map(Into::into),
        task: task.cloned(),
        occurrence: occurrence.map(|id| id.to_string().into()),
        event: Some(event.id.to_string().into()),
        ..PlanFinding::new(codes::PLAN_ORPHAN_EVENT, event.day, &[], &en, &fr)
    }
}
