//! Events, found by the occurrence that they are about.

use super::book::TaskInfo;
use super::event::{Happening, OccurrenceId, PlanEvent};
use super::input::PlanInput;
use super::task::Every;
use crate::order;
use crate::time::Day;

/// A decision about one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    Skip { resets_meter: bool },
    Cancel,
    Move(Day),
    Fix(Day),
}

/// What is known of one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fact {
    /// Subject, task, key.
    pub(super) about: (u32, u16, i32),
    pub(super) done: Option<Day>,
    pub(super) decision: Option<Decision>,
    /// Place in the events of the decision, else of the completion.
    pub(super) event: u32,
}

/// Facts by subject, task and key; last completions before the plan by subject and task.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    facts: Vec<Fact>,
    last_done: Vec<(u32, u16, Day)>,
}

/// What one event is about, by place.
enum About {
    One(Fact),
    Last(u32, u16, Day),
}

impl Facts {
    /// The events known on `as_of`.
    pub(super) fn new(input: &PlanInput, tasks: &[TaskInfo], as_of: Day) -> Facts {
        let mut facts = Facts::default();
        let mut known: Vec<(usize, &PlanEvent)> =
            input.programme.events.iter().enumerate().filter(|(_, e)| e.day <= as_of).collect();
        // Later ones first: of several the first met holds.
        order::sort_by(&mut known, |(_, a), (_, b)| (b.day, &b.id).cmp(&(a.day, &a.id)));
        let mut found: Vec<Fact> = Vec::new();
        for (place, event) in known {
            match about(input, tasks, event, u32::try_from(place).unwrap_or(u32::MAX)) {
                Some(About::One(fact)) => found.push(fact),
                Some(About::Last(subject, task, day)) => facts.last_done.push((subject, task, day)),
                None => {}
            }
        }
        order::sort_by(&mut found, |a, b| a.about.cmp(&b.about));
        for fact in found {
            match facts.facts.last_mut().filter(|last| last.about == fact.about) {
                Some(last) => {
                    last.done = last.done.or(fact.done);
                    if last.decision.is_none() && fact.decision.is_some() {
                        last.decision = fact.decision;
                        last.event = fact.event;
                    }
                }
                None => facts.facts.push(fact),
            }
        }
        order::sort_by(&mut facts.last_done, |a, b| (a.0, a.1, b.2).cmp(&(b.0, b.1, a.2)));
        facts.last_done.dedup_by(|later, kept| (later.0, later.1) == (kept.0, kept.1));
        facts
    }

    /// Those about a subject, by task and key.
    pub(super) fn of(&self, subject: u32) -> &[Fact] {
        let start = self.facts.partition_point(|fact| fact.about.0 < subject);
        let end = self.facts.partition_point(|fact| fact.about.0 <= subject);
        self.facts.get(start..end).unwrap_or_default()
    }

    /// What is known of one occurrence.
    pub(super) fn find(&self, subject: u32, task: u16, key: i32) -> Option<&Fact> {
        let about = (subject, task, key);
        let place = self.facts.binary_search_by(|fact| fact.about.cmp(&about)).ok()?;
        self.facts.get(place)
    }

    /// When the task was last done on the subject before the plan.
    pub(super) fn last_done(&self, subject: u32, task: u16) -> Option<Day> {
        let place =
            self.last_done.binary_search_by(|last| (last.0, last.1).cmp(&(subject, task))).ok()?;
        self.last_done.get(place).map(|last| last.2)
    }

    /// Whether anything is known of the subject.
    pub(super) fn concern(&self, subject: u32) -> bool {
        !self.of(subject).is_empty() || {
            let place = self.last_done.partition_point(|last| last.0 < subject);
            self.last_done.get(place).is_some_and(|last| last.0 == subject)
        }
    }

    /// All facts.
    pub(super) fn all(&self) -> &[Fact] {
        &self.facts
    }
}

/// The subject, task and key that an id names; `None` when the input has no such task, subject or request.
pub(super) fn locate(
    input: &PlanInput,
    tasks: &[TaskInfo],
    id: &OccurrenceId,
) -> Option<(u32, u16, i32)> {
    let place = input.tasks.binary_search_by(|task| task.id.cmp(&id.task)).ok()?;
    let (template, info) = (input.tasks.get(place)?, tasks.get(place)?);
    let subject = input.subject_place(template.policy.subject, &id.subject)?;
    let key = match &template.every {
        Every::Occasion(on) if on.occasion.request().is_some() => {
            let requests = &input.programme.requests;
            let place = requests.binary_search_by(|request| request.id.cmp(&id.key)).ok()?;
            i32::try_from(place).ok()?
        }
        Every::Occasion(_) => 0,
        _ if info.moving => id.key.parse().ok().filter(|ordinal| *ordinal >= 1)?,
        _ => Day::parse(&id.key)?.number(),
    };
    Some((subject, u16::try_from(place).ok()?, key))
}

fn about(input: &PlanInput, tasks: &[TaskInfo], event: &PlanEvent, place: u32) -> Option<About> {
    if let Happening::LastDone { task, asset } = &event.happening {
        let task = input.tasks.binary_search_by(|known| known.id.cmp(task)).ok()?;
        let subject = input.place_of(asset.as_str())?;
        return Some(About::Last(subject, u16::try_from(task).ok()?, event.day));
    }
    let about = locate(input, tasks, event.happening.occurrence()?)?;
    let mut fact = Fact { about, done: None, decision: None, event: place };
    match &event.happening {
        Happening::Done(_) => fact.done = Some(event.day),
        Happening::Cancelled(_) => fact.decision = Some(Decision::Cancel),
        Happening::Skipped { resets_meter, .. } => {
            fact.decision = Some(Decision::Skip { resets_meter: *resets_meter });
        }
        Happening::Moved { to, .. } => fact.decision = Some(Decision::Move(*to)),
        Happening::Fixed { on, .. } => fact.decision = Some(Decision::Fix(*on)),
        Happening::LastDone { .. } => return None,
    }
    Some(About::One(fact))
}
