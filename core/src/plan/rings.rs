//! Rings: an update that reaches a few assets first, most of them later, the critical ones last.

use super::policy::TaskPolicy;
use super::task::{Every, TaskTemplate};
use crate::error::{Error, Faults, codes};
use crate::id::TaskId;
use crate::inventory::Selector;
use crate::text::{Lang, Text};

/// Most rings of one task.
pub const RINGS_MAX: usize = 12;

/// One ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    /// Its id, unique within the task.
    pub id: Box<str>,
    /// Its title; the id where `None`.
    pub title: Option<Text>,
    /// Its assets, of those that the task applies to; the default selector takes what no other ring takes.
    pub applies_to: Selector,
    /// Days after the day of the task.
    pub delay_days: i32,
}

/// The tasks of an update in rings, in order of ring: `<task>-<ring>`, each with the day of the task moved by
/// the delay of its ring, on the assets of its ring alone.
///
/// An asset is in one ring: the first, in order, that names a condition which it meets; a ring without
/// conditions takes what the others leave. So a pilot that is critical stays a pilot, and `critical` may
/// come after the rest. The tolerance is that of the task; the one that the programme has for all tasks does not
/// count, as it could let a ring run into the next.
///
/// The second Tuesday, a day and a week later for the others: 2026-04-14, pilots on 04-15, the rest on
/// 04-22, the critical ones on 04-29.
///
/// # Errors
/// `PLAN-028` no ring, more than [`RINGS_MAX`], or an id twice or that makes no task id · `PLAN-029` a delay not
/// after that of the ring before, or a tolerance that lets a ring run into the next · `PLAN-030` a task that is
/// not on the n-th weekday of the month · `REC-006` a day beyond 366 days from its weekday. Pointers are those of
/// the list given: `/rings/1/delay_days`.
pub fn ring_tasks(task: &TaskTemplate, rings: &[Ring]) -> Result<Vec<TaskTemplate>, Error> {
    let mut faults = Faults::new();
    if rings.is_empty() || rings.len() > RINGS_MAX {
        let message = format!("{} rings, 1 to {RINGS_MAX} are possible", rings.len());
        faults.add(codes::PLAN_RINGS, "/rings", message);
    }
    let Every::MonthDay(day) = &task.every else {
        let message = "rings need the n-th weekday of the month";
        return Err(Error::new(codes::PLAN_RING_DAY, "/every", message));
    };
    let tolerance = task.policy.tolerance.unwrap_or_default();
    // A month has at most 31 days.
    let latest = tolerance.late.days(31 * day.every().months().unwrap_or(1));
    let mut tasks = Vec::with_capacity(rings.len());
    for (index, ring) in rings.iter().enumerate() {
        let pointer = format!("/rings/{index}");
        let id = TaskId::new(&format!("{}-{}", task.id, ring.id));
        let twice = rings.iter().take(index).any(|earlier| earlier.id == ring.id);
        if id.is_none() || twice {
            let message = format!("`{}` is used twice, or makes no id of a task", ring.id);
            faults.add(codes::PLAN_RINGS, format!("{pointer}/id"), message);
        }
        let before = index.checked_sub(1).and_then(|before| rings.get(before));
        let least = before.map_or(0, |before| before.delay_days.saturating_add(latest + 1));
        if ring.delay_days < least {
            let message = format!("a delay of {} days, at least {least} here", ring.delay_days);
            faults.add(codes::PLAN_RING_ORDER, format!("{pointer}/delay_days"), message);
        }
        match day.delayed(ring.delay_days) {
            Ok(day) => tasks.extend(id.map(|id| TaskTemplate {
                id,
                title: title(&task.title, ring),
                applies_to: ring_assets(&task.applies_to, rings, index),
                every: Every::MonthDay(day),
                policy: Box::new(TaskPolicy {
                    tolerance: Some(tolerance),
                    ..(*task.policy).clone()
                }),
                ..task.clone()
            })),
            Err(error) => faults.adopt(error.within(&pointer)),
        }
    }
    Error::check(faults.into_vec())?;
    Ok(tasks)
}

/// The assets of the task that are in a ring.
fn ring_assets(all: &Selector, rings: &[Ring], index: usize) -> Selector {
    let mut except = all.except.clone();
    let open = Selector::default();
    let own = rings.get(index).map_or(&open, |ring| &ring.applies_to);
    let others = rings.iter().enumerate().filter(|(other, ring)| {
        let is_before = *other < index;
        if *own == open {
            // What the others leave; of two open rings the first takes it all.
            ring.applies_to != open || is_before
        } else {
            ring.applies_to != open && is_before
        }
    });
    except.extend(others.map(|(_, ring)| ring.applies_to.clone()));
    if *own != open {
        // Whatever its own selector does not take.
        except.push(Selector { except: vec![own.clone()], ..Selector::default() });
    }
    Selector { except, ..all.clone() }
}

fn title(task: &Text, ring: &Ring) -> Text {
    let own = |lang: Lang| ring.title.as_ref().map_or(&*ring.id, |title| title.get(lang));
    let of = |lang: Lang| format!("{} ({})", task.get(lang), own(lang));
    Text::new(&of(Lang::En), Some(&of(Lang::Fr)))
}
