//! From a task of a document to a template; every fault is added with its pointer.

use super::parts;
use super::read::IdText;
use super::task_policy_parts::{call, counting, nest, season, tolerance};
use super::types::{RingDoc, TaskDoc, TextDoc};
use crate::calendar::Roll;
use crate::error::{Faults, codes};
use crate::id::{ContractId, SkillId, TaskId};
use crate::inventory::Selector;
use crate::plan::{
    Counting, DURATION_MINUTES_MAX, Every, Kind, Mode, Ring, Spread, Subject, TaskPolicy,
    TaskTemplate, ring_tasks,
};
use crate::recurrence::MonthEnd;

/// What the task says of a field, else its template.
macro_rules! given {
    ($doc:expr, $base:expr, $name:ident) => {
        $doc.$name.as_ref().or($base.and_then(|template: &TaskDoc| template.$name.as_ref()))
    };
}

/// A task of a document; what it leaves out comes from its template, then from the defaults.
pub(super) fn task(
    doc: &TaskDoc,
    templates: &[TaskDoc],
    pointer: &str,
    faults: &mut Faults,
) -> Option<TaskTemplate> {
    let before = faults.len();
    let base = doc.template.as_ref().and_then(|id| {
        let found = templates.iter().find(|template| template.id == *id);
        if found.is_none() {
            let message = format!("the shipped catalogue has no template `{}`", id.0);
            faults.add(codes::DOC_DANGLING_ID, format!("{pointer}/template"), message);
        }
        found
    });
    let unknown_template = doc.template.is_some() && base.is_none();
    macro_rules! field {
        ($name:ident) => {
            given!(doc, base, $name)
        };
    }
    let (title, duration) = (field!(title), field!(duration_minutes).copied());
    for (name, missing) in [("title", title.is_none()), ("duration_minutes", duration.is_none())] {
        if missing && !unknown_template {
            let message = format!("`{name}` is needed where no `template` gives it");
            faults.add(codes::DOC_MISSING_FIELD, format!("{pointer}/{name}"), message);
        }
    }
    if let Some(minutes) = duration.filter(|minutes| !(1..=DURATION_MINUTES_MAX).contains(minutes))
    {
        let message = format!("`{minutes}` is not within 1 and {DURATION_MINUTES_MAX}");
        faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/duration_minutes"), message);
    }
    let every = field!(every).map_or(Some(Every::House), |every| {
        parts::every(every, &format!("{pointer}/every"), faults)
    });
    let is_interval = every.as_ref().is_none_or(Every::is_interval);
    let policy = policy(doc, base, every.as_ref().unwrap_or(&Every::House), pointer, faults);
    for (name, given) in [
        ("spread", doc.spread.is_some_and(|spread| spread != Spread::None)),
        ("month_end", doc.month_end.is_some()),
    ] {
        if given && !is_interval {
            let message = format!("`{name}` with a periodicity that is not an interval");
            faults.add(codes::PLAN_INTERVAL_ONLY, format!("{pointer}/{name}"), message);
        }
    }
    let texts = |list: Option<&Vec<TextDoc>>| {
        list.map(|list| list.iter().map(parts::text).collect()).unwrap_or_default()
    };
    // That of a template goes with its subject.
    let on_assets = field!(subject).is_none_or(|subject| *subject == Subject::Asset);
    let applies_to = doc.applies_to.as_ref().or(field!(applies_to).filter(|_| on_assets));
    let general = IdText("general".to_owned());
    let built = TaskTemplate {
        id: TaskId::from(&doc.id),
        title: parts::text(title?),
        applies_to: applies_to.map_or_else(Selector::default, parts::selector),
        duration_minutes: duration?,
        mode: field!(mode).copied().unwrap_or(Mode::Remote),
        skill: SkillId::from(field!(skill).unwrap_or(&general)),
        every: every?,
        anchor: field!(anchor).copied(),
        // Those of a template go with its interval.
        spread: field!(spread).copied().filter(|_| is_interval).unwrap_or(Spread::None),
        month_end: field!(month_end).copied().filter(|_| is_interval).unwrap_or(MonthEnd::Backward),
        roll: field!(roll).copied().unwrap_or(Roll::Next),
        checks_before: texts(field!(checks_before)),
        checks_after: texts(field!(checks_after)),
        way_back: field!(way_back).map(parts::text),
        policy: Box::new(policy?),
    };
    (faults.len() == before).then_some(built)
}

/// How the dates of a task move. Policies of a template go with its periodicity: they are left out where the
/// task has one that they cannot go with.
fn policy(
    doc: &TaskDoc,
    base: Option<&TaskDoc>,
    every: &Every,
    pointer: &str,
    faults: &mut Faults,
) -> Option<TaskPolicy> {
    let before = faults.len();
    macro_rules! field {
        ($name:ident) => {
            given!(doc, base, $name)
        };
    }
    macro_rules! part {
        ($name:ident, $build:expr) => {
            field!($name).and_then(|doc| {
                let pointer = format!("{pointer}/{}", stringify!($name));
                $build(doc, &pointer, faults)
            })
        };
    }
    let usual = match every {
        Every::Counters(_) => Counting::FromCompletion,
        _ => Counting::Fixed,
    };
    let (is_interval, by_counters) = (every.is_interval(), matches!(every, Every::Counters(_)));
    let has_dates = !matches!(every, Every::Occasion(_) | Every::Sequence);
    let counting = part!(counting, counting).filter(|counting| {
        doc.counting.is_some()
            || is_interval
            || by_counters && !matches!(counting, Counting::PartialShift(_))
    });
    let ids = |list: Option<&Vec<IdText>>| {
        list.map(|list| list.iter().map(TaskId::from).collect()).unwrap_or_default()
    };
    let built = TaskPolicy {
        kind: field!(kind).copied().unwrap_or(Kind::Preventive),
        subject: field!(subject).copied().unwrap_or(Subject::Asset),
        contracts: field!(contracts)
            .map(|list| list.iter().map(ContractId::from).collect())
            .unwrap_or_default(),
        counting: counting.unwrap_or(usual),
        cycle_percent: doc
            .cycle_percent
            .or(field!(cycle_percent).copied().filter(|_| is_interval))
            .unwrap_or(100),
        after_one_cycle: doc
            .after_one_cycle
            .or(field!(after_one_cycle).copied().filter(|_| has_dates))
            .unwrap_or_default(),
        season: part!(season, season),
        call: part!(call, call),
        tolerance: part!(tolerance, tolerance),
        nest: field!(nest).map(nest),
        sequence: ids(field!(sequence)),
        after: ids(field!(after)),
        interrupts: field!(interrupts).copied().unwrap_or_default(),
        parts: part!(parts, parts::money),
    };
    (faults.len() == before).then_some(built)
}

/// The tasks of a task in rings; every fault is added with its pointer.
pub(super) fn in_rings(
    task: &TaskTemplate,
    docs: &[RingDoc],
    pointer: &str,
    faults: &mut Faults,
) -> Vec<TaskTemplate> {
    let rings: Vec<Ring> = docs
        .iter()
        .map(|doc| Ring {
            id: doc.id.0.as_str().into(),
            title: doc.title.as_ref().map(parts::text),
            applies_to: doc.applies_to.as_ref().map_or_else(Selector::default, parts::selector),
            delay_days: i32::try_from(doc.delay_days).unwrap_or(if doc.delay_days < 0 {
                i32::MIN
            } else {
                i32::MAX
            }),
        })
        .collect();
    ring_tasks(task, &rings).unwrap_or_else(|error| {
        faults.adopt(error.within(pointer));
        Vec::new()
    })
}
