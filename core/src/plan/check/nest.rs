//! Nesting: the higher level does the work of the lower ones in its window.

use super::case::{Case, Lead, Seen, fault, lead, missing};
use super::fixed::Absent;
use super::pairs::placed;
use super::series::{Series, shift};
use super::strand::{Dating, Strand};
use crate::error::Faults;
use crate::plan::event::Happening;
use crate::plan::policy::{Nest, Nesting};
use crate::plan::table::Marks;
use crate::plan::task::TaskTemplate;
use crate::time::Day;

/// What is known of something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    No,
    Maybe,
    Yes,
}

/// Whether `higher` absorbs what is at `lower`.
fn is_above(higher: Option<&Nest>, lower: Option<&Nest>) -> bool {
    higher.zip(lower).is_some_and(|(high, low)| {
        high.group == low.group && high.level > low.level && high.how == Nesting::Absorb
    })
}

fn reaches(slack: Option<(i32, i32)>, from: Day, to: Day) -> Known {
    match slack {
        None => Known::Maybe,
        Some((early, late)) if shift(from, -early) <= to && to <= shift(from, late) => Known::Yes,
        Some(_) => Known::No,
    }
}

/// The rows that absorb an occurrence of a task on a subject, and how surely.
pub(super) fn absorbers(
    case: &Case<'_>,
    subject: u32,
    task: &TaskTemplate,
    nominal: Day,
) -> Vec<(usize, Known)> {
    let nest = task.policy.nest.as_ref();
    if nest.is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, seen) in case.rows_on(subject) {
        if !is_above(seen.nest(), nest) || !seen.row.marks.is_work() {
            continue;
        }
        let known = reaches(slack(case, index), seen.row.nominal, nominal);
        if known != Known::No {
            found.push((index, known));
        }
    }
    found
}

/// Tolerance around the nominal date of a row.
fn slack(case: &Case<'_>, index: usize) -> Option<(i32, i32)> {
    let seen = case.rows.get(index)?;
    let giver = case.strands_of(seen.row.subject, seen.row.task).first()?;
    let strand = case.strands.get(*giver)?;
    // Whether the window of an occasion is asked, or the tolerance, is not said.
    let is_series = !matches!(strand.dating, Dating::Occasion(_));
    case.slack_of(strand, seen.task?, seen.row.nominal).filter(|_| is_series)
}

/// Whether a strand can absorb the task at all.
pub(super) fn can_absorb(case: &Case<'_>, strand: &Strand<'_>, task: &TaskTemplate) -> bool {
    let nest = task.policy.nest.as_ref();
    let tasks = strand.turn.iter().filter_map(|task| case.task(*task));
    tasks.into_iter().any(|other| is_above(other.policy.nest.as_ref(), nest))
}

/// The strands on a subject.
pub(super) fn strands_on<'c, 'a>(
    case: &'c Case<'a>,
    subject: u32,
) -> impl Iterator<Item = &'c Strand<'a>> {
    let first = case.strands.partition_point(|strand| strand.subject < subject);
    case.strands.iter().skip(first).take_while(move |strand| strand.subject == subject)
}

/// Whether an occurrence outside the horizon absorbs it, as far as fixed series tell.
pub(super) fn from_outside(
    case: &Case<'_>,
    subject: u32,
    task: &TaskTemplate,
    nominal: Day,
) -> Known {
    let mut known = Known::No;
    for strand in strands_on(case, subject).filter(|strand| can_absorb(case, strand, task)) {
        if !matches!(strand.dating, Dating::Fixed(_)) {
            if case.is_near_edge(nominal) {
                known = known.max(Known::Maybe);
            }
            continue;
        }
        let reach = 367;
        let days = (-reach..=reach).filter_map(|n| nominal.add_days(n));
        let outside = |day: &Day| !case.horizon.contains(*day) && strand.falls_on(*day);
        for day in days.filter(outside) {
            let Some(other) = case.task(strand.in_turn(strand.position(day))) else { continue };
            if !is_above(other.policy.nest.as_ref(), task.policy.nest.as_ref())
                || !is_performed(case, strand, other, day)
            {
                continue;
            }
            let is_top = !strands_on(case, subject).any(|top| can_absorb(case, top, other));
            let sure = reaches(case.slack_of(strand, other, day), day, nominal);
            known = known.max(if is_top { sure } else { sure.min(Known::Maybe) });
        }
    }
    known
}

/// Whether a date of a fixed series is neither left out nor skipped or cancelled.
fn is_performed(case: &Case<'_>, strand: &Strand<'_>, task: &TaskTemplate, day: Day) -> bool {
    let sticks = strand.series().is_some_and(Series::sticks_to_end);
    let decision = case.facts.decision(&case.id(strand, task, day.number()));
    matches!(lead(strand, sticks, day), Lead::Due(..))
        && !matches!(decision, Some(Happening::Skipped { .. } | Happening::Cancelled(_)))
}

/// Judges what is absent, what is there although it is absorbed, and the mark of what absorbs. `absorbed`
/// are the rows that are known to have absorbed an ordinal of a moving series.
pub(super) fn judge(case: &Case<'_>, absent: &[Absent], absorbed: &[usize], faults: &mut Faults) {
    for Absent { subject, task, nominal } in absent {
        let Some(task) = case.task(*task) else { continue };
        let excused = !absorbers(case, *subject, task, *nominal).is_empty()
            || from_outside(case, *subject, task, *nominal) != Known::No;
        if !excused {
            let subject = case.subject_id(*subject).unwrap_or_default();
            let message =
                format!("`{}` on `{subject}` of nominal date {nominal} is missing", task.id);
            missing(faults, message);
        }
    }
    for (index, seen) in case.rows.iter().enumerate() {
        let Some(task) = seen.task.filter(|_| seen.strand.is_some()) else { continue };
        if seen.nest().is_some() && seen.is_work() {
            let (subject, nominal) = (seen.row.subject, seen.row.nominal);
            let inside = absorbers(case, subject, task, nominal);
            let inside = inside
                .iter()
                .any(|(other, known)| *known == Known::Yes && was_known(case, *other, seen));
            if inside || from_outside(case, subject, task, nominal) == Known::Yes {
                fault(faults, index, "an occurrence of a higher level absorbs it");
            }
        }
        let marked = seen.has(Marks::ABSORBS);
        match absorbs(case, index, absorbed) {
            Known::No if marked => {
                fault(faults, index, "it absorbs nothing, and says that it does");
            }
            Known::Yes if !marked => fault(faults, index, "it absorbs, and does not say so"),
            _ => {}
        }
    }
}

/// Whether the date of a row was known when another was placed: that of a moving series is once the ordinal
/// before it was placed.
fn was_known(case: &Case<'_>, index: usize, seen: &Seen<'_>) -> bool {
    let Some(higher) = case.rows.get(index) else { return false };
    let moves = case
        .strand_of(higher)
        .is_some_and(|strand| matches!(strand.dating, Dating::Moving(_) | Dating::Counters(_)));
    let mut before = case
        .rows_on(higher.row.subject)
        .filter(|(_, other)| other.strand == higher.strand && other.row.key == higher.row.key - 1);
    !moves || higher.row.key == 1 || before.any(|(_, other)| placed(other) < placed(seen))
}

/// Whether a row absorbs anything.
fn absorbs(case: &Case<'_>, index: usize, absorbed: &[usize]) -> Known {
    let Some(seen) = case.rows.get(index).filter(|seen| seen.is_work()) else { return Known::No };
    if absorbed.contains(&index) {
        return Known::Yes;
    }
    let mut known = Known::No;
    for strand in strands_on(case, seen.row.subject) {
        let below = |task: &TaskTemplate| is_above(seen.nest(), task.policy.nest.as_ref());
        if !strand.turn.iter().filter_map(|task| case.task(*task)).any(below) {
            continue;
        }
        let Dating::Fixed(_) = strand.dating else {
            known = known.max(Known::Maybe);
            continue;
        };
        let Some((early, late)) = slack(case, index) else {
            known = known.max(Known::Maybe);
            continue;
        };
        let nominal = seen.row.nominal;
        let days = (-early..=late).filter_map(|n| nominal.add_days(n));
        for day in days.filter(|day| strand.falls_on(*day)) {
            let Some(task) = case.task(strand.in_turn(strand.position(day))) else { continue };
            if below(task) {
                known = known.max(is_taken(case, index, strand, task, day));
            }
        }
    }
    known
}

/// Whether a row is the one that absorbs a date of a lower level.
fn is_taken(
    case: &Case<'_>,
    index: usize,
    strand: &Strand<'_>,
    task: &TaskTemplate,
    day: Day,
) -> Known {
    let sticks = strand.series().is_some_and(Series::sticks_to_end);
    if !matches!(lead(strand, sticks, day), Lead::Due(..)) {
        return Known::No;
    }
    // Two that absorb, or a decision about what is absorbed: the rules do not say whose it is.
    let others = absorbers(case, strand.subject, task, day);
    let alone = others.iter().all(|(other, _)| *other == index);
    let outside = from_outside(case, strand.subject, task, day) != Known::No;
    let performed = is_performed(case, strand, task, day);
    if alone && !outside && performed { Known::Yes } else { Known::Maybe }
}
