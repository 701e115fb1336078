//! What a plan input refuses of how its tasks refer to each other and to contracts. Pointers are those of the
//! engagement document.

use super::policy::Subject;
use super::task::{Every, TaskTemplate};
use crate::error::{Faults, codes};
use crate::order;

/// The tasks of a plan input in the order given, and what is known of them together.
pub(super) struct TaskLinks<'a> {
    pub(super) tasks: &'a [TaskTemplate],
    index: order::Index,
    /// The task whose sequence each is in.
    parents: Vec<Option<usize>>,
}

impl<'a> TaskLinks<'a> {
    /// The links, after the faults of all of them were added.
    pub(super) fn check(
        tasks: &'a [TaskTemplate],
        contracts: &order::Index,
        faults: &mut Faults,
    ) -> TaskLinks<'a> {
        let mut index = order::Index::default();
        for (number, task) in tasks.iter().enumerate() {
            index.add(task.id.as_str(), number);
        }
        let mut links = TaskLinks { tasks, index, parents: vec![None; tasks.len()] };
        for (number, task) in tasks.iter().enumerate() {
            for (place, contract) in task.policy.contracts.iter().enumerate() {
                if contracts.get(contract.as_str()).is_none() {
                    let pointer = format!("/tasks/{number}/contracts/{place}");
                    let message = format!("no contract `{contract}`");
                    faults.add(codes::DOC_DANGLING_ID, pointer, message);
                }
            }
            links.check_sequence(number, task, faults);
        }
        for (number, task) in tasks.iter().enumerate() {
            if matches!(task.every, Every::Sequence) && links.parent(number).is_none() {
                let message = "no sequence comes to this task";
                faults.add(codes::PLAN_SEQUENCE, format!("/tasks/{number}/every"), message);
            }
        }
        links.check_order(faults);
        links.check_nests(faults);
        links
    }

    /// The place of a task.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.index.get(id)
    }

    fn parent(&self, number: usize) -> Option<usize> {
        self.parents.get(number).copied().flatten()
    }

    /// The task whose series gives the dates of task number `number`: itself, or that of its sequence.
    pub(super) fn series(&self, number: usize) -> Option<&'a TaskTemplate> {
        self.tasks.get(self.parent(number).unwrap_or(number))
    }

    fn check_sequence(&mut self, number: usize, task: &TaskTemplate, faults: &mut Faults) {
        let pointer = format!("/tasks/{number}/sequence");
        if task.policy.sequence.is_empty() {
            return;
        }
        if matches!(task.every, Every::Sequence | Every::Occasion(_)) {
            let message = "a sequence of a task without dates of its own";
            faults.add(codes::PLAN_SEQUENCE, pointer.clone(), message);
        }
        for (place, id) in task.policy.sequence.iter().enumerate() {
            let pointer = format!("{pointer}/{place}");
            let Some(member) = self.place(id.as_str()) else {
                faults.add(codes::DOC_DANGLING_ID, pointer, format!("no task `{id}`"));
                continue;
            };
            let Some((found, parent)) = self.tasks.get(member).zip(self.parents.get_mut(member))
            else {
                continue;
            };
            let message = if !matches!(found.every, Every::Sequence) {
                format!("`{id}` has a periodicity of its own")
            } else if found.policy.subject != task.policy.subject {
                format!("`{id}` has another subject")
            } else if parent.is_some_and(|other| other != number) {
                format!("`{id}` is in another sequence too")
            } else {
                *parent = Some(number);
                continue;
            };
            // It has a sequence, if not a fitting one: that it has none would be a second fault.
            parent.get_or_insert(number);
            faults.add(codes::PLAN_SEQUENCE, pointer, message);
        }
    }

    /// Tasks that come first: known, of the same subject, in no circle.
    fn check_order(&self, faults: &mut Faults) {
        let mut edges: Vec<Vec<(usize, usize)>> = Vec::with_capacity(self.tasks.len());
        for (number, task) in self.tasks.iter().enumerate() {
            let mut first = Vec::with_capacity(task.policy.after.len());
            for (place, id) in task.policy.after.iter().enumerate() {
                let pointer = || format!("/tasks/{number}/after/{place}");
                let found = self.place(id.as_str());
                match found.and_then(|found| self.tasks.get(found)) {
                    None => {
                        let message = format!("no task `{id}`");
                        faults.add(codes::DOC_DANGLING_ID, pointer(), message);
                    }
                    Some(other) if other.policy.subject != task.policy.subject => {
                        let message = format!("`{id}` has another subject");
                        faults.add(codes::PLAN_POLICY, pointer(), message);
                    }
                    // A task after itself orders the assets alone.
                    Some(_) => first.extend(found.filter(|f| *f != number).map(|f| (place, f))),
                }
            }
            edges.push(first);
        }
        for (number, place) in closing_edges(&edges) {
            let name = |number: usize| self.tasks.get(number).map_or("", |task| task.id.as_str());
            let other = self.tasks.get(number).and_then(|task| task.policy.after.get(place));
            let message = format!(
                "`{}` comes after `{}`, which comes after it",
                name(number),
                other.map_or("", |id| id.as_str())
            );
            let pointer = format!("/tasks/{number}/after/{place}");
            faults.add(codes::PLAN_ORDER_CIRCLE, pointer, message);
        }
    }

    /// Work on assets and work for contracts do not nest.
    fn check_nests(&self, faults: &mut Faults) {
        let mut on_assets = order::Index::default();
        for task in self.tasks.iter().filter(|task| task.policy.subject == Subject::Asset) {
            if let Some(nest) = &task.policy.nest {
                on_assets.is_new(&nest.group);
            }
        }
        for (number, task) in self.tasks.iter().enumerate() {
            let Some(nest) = &task.policy.nest else { continue };
            if task.policy.subject == Subject::Contract && on_assets.get(&nest.group).is_some() {
                let message = format!("work on assets nests in `{}` too", nest.group);
                faults.add(codes::PLAN_POLICY, format!("/tasks/{number}/nest/group"), message);
            }
        }
    }
}

/// The edges that close a circle, as (node, place in its list): without them, none is left.
fn closing_edges(edges: &[Vec<(usize, usize)>]) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; edges.len()];
    let mut closing = Vec::new();
    let set = |states: &mut Vec<State>, node: usize, state: State| {
        if let Some(slot) = states.get_mut(node) {
            *slot = state;
        }
    };
    for start in 0..edges.len() {
        if states.get(start) != Some(&State::New) {
            continue;
        }
        set(&mut states, start, State::Open);
        let mut path = vec![(start, 0usize)];
        while let Some((node, next)) = path.last_mut() {
            let (from, edge) = (*node, edges.get(*node).and_then(|list| list.get(*next)).copied());
            *next += 1;
            let Some((place, to)) = edge else {
                set(&mut states, from, State::Done);
                path.pop();
                continue;
            };
            match states.get(to) {
                Some(State::New) => {
                    set(&mut states, to, State::Open);
                    path.push((to, 0));
                }
                Some(State::Open) => closing.push((from, place)),
                _ => {}
            }
        }
    }
    closing
}
