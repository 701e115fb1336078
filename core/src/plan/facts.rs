//! Events, found by the occurrence that they are about.

use super::book::TaskInfo;
use super::event::{Happening, OccurrenceId, PlanEvent};
use super::input::PlanInput;
use super::task::Every;
use crate::order;
use crate::time::Day;

/// Subject, task and key of an occurrence.
pub(super) type About = (u32, u16, i32);

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
    pub(super) done: Option<Day>,
    pub(super) decision: Option<Decision>,
}

/// What one event says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Done,
    Decided(Decision),
    /// The task was last done before the plan: the key is 0.
    LastDone,
}

/// An event by place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    about: About,
    is_last_done: bool,
    day: Day,
    id: Box<str>,
    said: Said,
}

impl Entry {
    /// By occurrence; the latest first.
    fn order(&self, other: &Entry) -> std::cmp::Ordering {
        let key = |entry: &Entry| (entry.about, entry.is_last_done);
        let ascending = key(self).cmp(&key(other));
        ascending.then_with(|| (other.day, &other.id).cmp(&(self.day, &self.id)))
    }
}

/// The events that are known, by subject, task and key.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    entries: Vec<Entry>,
}

impl Facts {
    /// The events known on `as_of`.
    pub(super) fn new(input: &PlanInput, tasks: &[TaskInfo], as_of: Day) -> Facts {
        let known = input.programme.events.iter().filter(|event| event.day <= as_of);
        let mut entries: Vec<Entry> =
            known.filter_map(|event| entry(input, tasks, event)).collect();
        order::sort_by(&mut entries, Entry::order);
        Facts { entries }
    }

    /// Adds an event.
    pub(super) fn add(&mut self, input: &PlanInput, tasks: &[TaskInfo], event: &PlanEvent) {
        let Some(entry) = entry(input, tasks, event) else { return };
        let place = self.entries.partition_point(|known| known.order(&entry).is_lt());
        self.entries.insert(place, entry);
    }

    /// Takes an event away.
    pub(super) fn remove(&mut self, input: &PlanInput, tasks: &[TaskInfo], event: &PlanEvent) {
        let Some(entry) = entry(input, tasks, event) else { return };
        if let Ok(place) = self.entries.binary_search_by(|known| known.order(&entry)) {
            self.entries.remove(place);
        }
    }

    /// Those about a subject, by task and key.
    fn of(&self, subject: u32) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.about.0 < subject);
        let end = self.entries.partition_point(|entry| entry.about.0 <= subject);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// The days that decisions about a subject name.
    pub(super) fn decided_days(&self, subject: u32) -> impl Iterator<Item = Day> {
        self.of(subject).iter().filter_map(|entry| match entry.said {
            Said::Decided(Decision::Move(day) | Decision::Fix(day)) => Some(day),
            _ => None,
        })
    }

    /// What is known of one occurrence: of several decisions the latest.
    pub(super) fn find(&self, about: About) -> Option<Fact> {
        if self.entries.is_empty() {
            return None;
        }
        let start = self.entries.partition_point(|entry| entry.about < about);
        let own = self.entries.get(start..)?.iter().take_while(|entry| entry.about == about);
        let mut fact = Fact { done: None, decision: None };
        for entry in own {
            match entry.said {
                Said::Done => fact.done = fact.done.or(Some(entry.day)),
                Said::Decided(decision) => fact.decision = fact.decision.or(Some(decision)),
                Said::LastDone => {}
            }
        }
        (fact.done.is_some() || fact.decision.is_some()).then_some(fact)
    }

    /// The id of the event that holds a decision about one occurrence.
    pub(super) fn decided_by(&self, about: About) -> Option<&str> {
        let start = self.entries.partition_point(|entry| entry.about < about);
        let own = self.entries.get(start..)?.iter().take_while(|entry| entry.about == about);
        let mut decisions = own.filter(|entry| matches!(entry.said, Said::Decided(_)));
        decisions.next().map(|entry| &*entry.id)
    }

    /// When the task was last done on the subject before the plan.
    pub(super) fn last_done(&self, subject: u32, task: u16) -> Option<Day> {
        if self.entries.is_empty() {
            return None;
        }
        let key = ((subject, task, 0), true);
        let place = self.entries.partition_point(|entry| (entry.about, entry.is_last_done) < key);
        let entry = self.entries.get(place)?;
        ((entry.about, entry.is_last_done) == key).then_some(entry.day)
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether anything is known of the subject.
    pub(super) fn concern(&self, subject: u32) -> bool {
        !self.entries.is_empty() && !self.of(subject).is_empty()
    }
}

/// The subject that an event is about; `None` when the input has no such task or subject.
pub(super) fn subject_of(input: &PlanInput, tasks: &[TaskInfo], event: &PlanEvent) -> Option<u32> {
    entry(input, tasks, event).map(|entry| entry.about.0)
}

/// The subject, task and key that an id names; `None` when the input has no such task, subject or request.
pub(super) fn locate(input: &PlanInput, tasks: &[TaskInfo], id: &OccurrenceId) -> Option<About> {
    let place = input.tasks.binary_search_by(|task| task.id.cmp(&id.task)).ok()?;
    let (template, info) = (input.tasks.get(place)?, tasks.get(place)?);
    let subject = input.subject_place(template.policy.subject, &id.subject)?;
    let key = match &template.every {
        Every::Occasion(on) if on.occasion.request().is_some() => {
            let requests = &input.programme.requests;
            let place = requests.binary_search_by(|request| request.id.cmp(&id.key)).ok()?;
            i32::try_from(place).ok()?
        }
        Every::Occasion(_) => input.contract_key(subject)?,
        _ if info.moving => id.key.parse().ok().filter(|ordinal| *ordinal >= 1)?,
        _ => Day::parse(&id.key)?.number(),
    };
    Some((subject, u16::try_from(place).ok()?, key))
}

fn entry(input: &PlanInput, tasks: &[TaskInfo], event: &PlanEvent) -> Option<Entry> {
    let (day, id) = (event.day, event.id.clone());
    if let Happening::LastDone { task, asset } = &event.happening {
        let task = input.tasks.binary_search_by(|known| known.id.cmp(task)).ok()?;
        let about = (input.place_of(asset.as_str())?, u16::try_from(task).ok()?, 0);
        return Some(Entry { about, is_last_done: true, day, id, said: Said::LastDone });
    }
    let about = locate(input, tasks, event.happening.occurrence()?)?;
    let said = match &event.happening {
        Happening::Done(_) => Said::Done,
        Happening::Cancelled(_) => Said::Decided(Decision::Cancel),
        Happening::Skipped { resets_meter, .. } => {
            Said::Decided(Decision::Skip { resets_meter: *resets_meter })
        }
        Happening::Moved { to, .. } => Said::Decided(Decision::Move(*to)),
        Happening::Fixed { on, .. } => Said::Decided(Decision::Fix(*on)),
        Happening::LastDone { .. } => return None,
    };
    Some(Entry { about, is_last_done: false, day, id, said })
}
