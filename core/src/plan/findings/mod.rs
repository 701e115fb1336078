//! What a plan finds: work without a day, intervals that are too long, decisions that go against a rule.

mod bars;
mod events;
mod hitting;
mod house;
mod load;
mod placement;
mod rows;

use super::book::{SubjectRef, is_done_on};
use super::input::PlanInput;
use super::meter::NoDate;
use super::policy::{Kind, Subject};
use super::result::Plan;
use super::task::Every;
use crate::contract::Figure;
use crate::error::{Code, codes};
use crate::id::{SkillId, TaskId};
use crate::inventory::Asset;
use crate::order;
use crate::text::Text;
use crate::time::Day;
use rows::BySubject;
use serde::Serialize;

/// What a plan says of itself; ordered by code, subject, task, day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanFinding {
    /// Stable code, `PLAN-020` to `PLAN-027`; the register of codes has its meaning and cure.
    pub code: &'static str,
    /// The id of the asset or contract that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Box<str>>,
    /// The task that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// The first day concerned: of a gap, of an event, of a week; the due day of work without a day.
    pub day: Day,
    /// The id of the occurrence that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Box<str>>,
    /// The id of the request that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Box<str>>,
    /// The id of the event that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Box<str>>,
    /// The skill that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<SkillId>,
    /// Why work has no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoDate>,
    /// Rules of the rule book, ascending: `calendar`, `hours`, `maintenance`, `blackout:<window>`,
    /// `freeze:<window>`, `apart:<asset>`, `order:<task>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Box<str>>,
    /// Figures, in a fixed order for each code.
    pub figures: Vec<Figure>,
    /// One sentence without a final stop, in both languages.
    pub text: Text,
}

impl PlanFinding {
    fn new(code: Code, day: Day, figures: &[(&'static str, u64)], en: &str, fr: &str) -> Self {
        PlanFinding {
            code: codes::info(code).code,
            subject: None,
            task: None,
            day,
            occurrence: None,
            request: None,
            event: None,
            skill: None,
            reason: None,
            rules: Vec::new(),
            figures: figures.iter().map(|(name, value)| Figure { name, value: *value }).collect(),
            text: Text::new(en, Some(fr)),
        }
    }

    /// The figure called `name`.
    pub fn figure(&self, name: &str) -> Option<u64> {
        self.figures.iter().find(|figure| figure.name == name).map(|figure| figure.value)
    }
}

impl Plan {
    /// What the plan finds, by code, subject, task, day:
    ///
    /// - `PLAN-020` an occurrence that no day of its window lets be, with a smallest set of rules that together
    ///   exclude every day (figures `days`; `rules`; `smallest`, 0 when so many rules meet that the search for
    ///   the smallest set was given up; `beyond_days`, days that only work beyond the plan keeps off);
    /// - `PLAN-021` an asset whose preventive dates lie further apart than the house rule says: its first gap
    ///   (figures `gaps`, `gap_days`);
    /// - `PLAN-022` an asset without any preventive task that returns;
    /// - `PLAN-023` a closed corrective without preventive work within the days of the house rule (figure
    ///   `follow_up_days`);
    /// - `PLAN-024` work that has no date yet, with the reason (figure `ordinal`);
    /// - `PLAN-025` an event about an occurrence that no task gives, or a decision about one whose work another
    ///   occurrence does;
    /// - `PLAN-026` work fixed by decision on a day that rules bar, with the rules;
    /// - `PLAN-027` a week with more work than the skill offers (figures `work_minutes`, `capacity_minutes`).
    ///
    /// They are computed anew at each call, from the rows of the plan.
    pub fn findings(&self) -> Vec<PlanFinding> {
        let rows = BySubject::new(self);
        let mut findings = Vec::new();
        placement::find(self, &rows, &mut findings);
        house::find(self, &rows, &mut findings);
        events::find(self, &rows, &mut findings);
        load::find(self, &mut findings);
        order::sort(&mut findings);
        findings
    }

    /// The assets that no preventive task is done on by a periodicity of its own, in the order of their ids. Work
    /// on occasion comes only when it is called for, and does not count.
    pub fn assets_without_preventive(&self) -> impl Iterator<Item = &Asset> {
        let preventive = preventive_tasks(self);
        self.input().estate().assets().iter().filter(move |asset| {
            !preventive.iter().any(|task| is_done_on_asset(self.input(), *task, asset))
        })
    }
}

/// The tasks on assets whose dates are preventive work that returns: of themselves, or of their sequence.
fn preventive_tasks(plan: &Plan) -> Vec<u16> {
    let tasks = (0u16..).zip(plan.input().tasks());
    let returning = tasks.filter(|(index, task)| {
        let members = plan.book.task(*index).map_or(&[][..], |info| &info.members);
        task.policy.subject == Subject::Asset
            && !matches!(task.every, Every::Occasion(_) | Every::Sequence)
            && members.iter().any(|member| is_preventive(plan.input(), *member))
    });
    returning.map(|(index, _)| index).collect()
}

/// Whether the task is preventive work on an asset.
fn is_preventive(input: &PlanInput, task: u16) -> bool {
    input.tasks().get(usize::from(task)).is_some_and(|task| {
        task.policy.kind == Kind::Preventive && task.policy.subject == Subject::Asset
    })
}

fn is_done_on_asset(input: &PlanInput, task: u16, asset: &Asset) -> bool {
    let task = input.tasks().get(usize::from(task));
    task.is_some_and(|task| is_done_on(task, SubjectRef::Asset(asset)))
}

/// A number of days from the first to the second; 0 backwards.
fn days_between(from: Day, to: Day) -> u64 {
    u64::try_from(to.number() - from.number()).unwrap_or_default()
}

/// A count as a figure.
fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
