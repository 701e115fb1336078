//! What recommendations would do to the plan.

use super::Engagement;
use crate::error::Error;
use crate::id::{AssetId, SiteId, TaskId};
use crate::inventory::{Category, Selector};
use crate::kpi::{Advice, AdviceRules, Dimension, Kpis};
use crate::plan::{Change, Every, Plan, TaskTemplate};
use crate::text::choice;
use crate::time::{Interval, Unit};
use chrono::NaiveDate;
use serde::Serialize;

choice! {
    /// Why a recommendation has no simulated effect.
    NoEffect {
        /// The measure changes no work of the plan.
        NotPlanned "not_planned" "the measure changes no planned work" "la mesure ne change aucun travail planifié",
        /// The group is one of tickets, not of assets.
        NotOfAssets "not_of_assets" "the group is not one of assets" "le groupe n'est pas un groupe d'équipements",
        /// No task with an interval applies to the group, or none would change.
        NoTask "no_task" "no task with an interval applies" "aucune tâche à intervalle ne s'applique",
    }
}

/// The load of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PlanLoad"))]
pub struct Load {
    /// Occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
    /// Visits on site.
    pub visits: u64,
}

impl Load {
    fn of(plan: &Plan) -> Load {
        let totals = plan.totals();
        Load {
            occurrences: totals.occurrences,
            work_minutes: totals.work_minutes,
            visits: totals.visits,
        }
    }
}

/// What a recommendation would change in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExpectedEffect {
    /// Tasks whose interval changes, each with its old and new interval (ISO 8601).
    pub tasks: Vec<(TaskId, String, String)>,
    /// The plan as it is.
    pub before: Load,
    /// The plan with the change.
    pub after: Load,
    /// Occurrences that differ.
    pub differences: usize,
}

/// A recommendation with its effect.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdviceRow {
    /// The recommendation and its evidence.
    #[serde(flatten)]
    pub advice: Advice,
    /// What it would change in the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<ExpectedEffect>,
    /// Why there is no effect to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_effect: Option<NoEffect>,
}

impl Engagement {
    /// What rules recommend on these indicators, each with its effect on the plan of the days from `start` to the
    /// day before `end`, found by [`what_if`](Engagement::what_if): a change of frequency multiplies the interval of
    /// the tasks that apply to the assets of the group (for a part of their assets by a task of its own), to whole months, or
    /// whole weeks.
    ///
    /// # Errors
    /// Those of [`Kpis::advice`] and [`what_if`](Engagement::what_if).
    pub fn advise(
        &self,
        kpis: &Kpis,
        rules: &AdviceRules,
        as_of: NaiveDate,
        (start, end): (NaiveDate, NaiveDate),
    ) -> Result<Vec<AdviceRow>, Error> {
        let mut rows = Vec::new();
        // The plan as it is, made when the first recommendation changes it.
        let mut plan: Option<Plan> = None;
        for advice in kpis.advice(rules)? {
            let (effect, no_effect) = match self.changes(kpis, &advice) {
                Err(reason) => (None, Some(reason)),
                Ok((tasks, changes)) => {
                    let before = match plan.take() {
                        Some(plan) => plan,
                        None => self.plan(as_of, start, end)?,
                    };
                    let (after, diff) = self.what_if_beside(&before, &changes)?;
                    let effect = ExpectedEffect {
                        tasks,
                        before: Load::of(&before),
                        after: Load::of(&after),
                        differences: diff.differences.len(),
                    };
                    plan = Some(before);
                    (Some(effect), None)
                }
            };
            rows.push(AdviceRow { advice, effect, no_effect });
        }
        Ok(rows)
    }

    /// The changes of tasks that a recommendation asks for, as [`advise`](Engagement::advise) simulates them: for
    /// [`with_changes`](Engagement::with_changes), once somebody has agreed. Of several recommendations, each is asked of
    /// the engagement that the one before has changed.
    ///
    /// # Errors
    /// Why it changes no planned work.
    pub fn advised_changes(&self, kpis: &Kpis, advice: &Advice) -> Result<Vec<Change>, NoEffect> {
        Ok(self.changes(kpis, advice)?.1)
    }

    /// The tasks that a recommendation changes, each with its old and new interval, and how.
    #[expect(clippy::type_complexity, reason = "tasks with their intervals, and the changes")]
    fn changes(
        &self,
        kpis: &Kpis,
        advice: &Advice,
    ) -> Result<(Vec<(TaskId, String, String)>, Vec<Change>), NoEffect> {
        let factor = advice.interval_factor.ok_or(NoEffect::NotPlanned)?;
        let group = selector(kpis.dimensions(), &advice.key).ok_or(NoEffect::NotOfAssets)?;
        let assets = self.input.estate().assets();
        let (mut tasks, mut changes) = (Vec::new(), Vec::new());
        for task in self.input.tasks() {
            let mut mine = assets.iter().filter(|asset| task.applies_to.matches(asset));
            let Some(one) = mine.find(|asset| group.matches(asset)) else { continue };
            let Some(old) = self.input.interval_of(task, one) else { continue };
            let Some(new) = multiplied(old, factor).filter(|new| *new != old) else { continue };
            tasks.push((task.id.clone(), old.iso(), new.iso()));
            // Where the group holds every asset of the task, the task stays, and what was done counts on.
            let mut mine = assets.iter().filter(|asset| task.applies_to.matches(asset));
            if mine.all(|asset| group.matches(asset)) {
                let every = Every::Interval(new);
                changes.push(Change::Task(Box::new(TaskTemplate { every, ..task.clone() })));
            } else {
                let Some(id) = free_id(self.input.tasks(), task) else { continue };
                changes.extend(split(task, &group, id, new));
            }
        }
        if changes.is_empty() { Err(NoEffect::NoTask) } else { Ok((tasks, changes)) }
    }
}

/// The assets of a group; `None` where a dimension is not one that a task can select by, or is not known.
fn selector(dimensions: &[Dimension], key: &[Option<String>]) -> Option<Selector> {
    let mut selector = Selector::default();
    for (dimension, text) in dimensions.iter().zip(key) {
        let text = text.as_deref()?;
        match dimension {
            Dimension::Site => selector.sites.push(SiteId::new(text)?),
            Dimension::AssetCategory => selector.categories.push(Category::parse(text)?),
            Dimension::Asset => selector.assets.push(AssetId::new(text)?),
            _ => return None,
        }
    }
    Some(selector)
}

/// An id for a task beside another: `+advice`, or `+advice2` where an earlier recommendation took that.
fn free_id(tasks: &[TaskTemplate], task: &TaskTemplate) -> Option<TaskId> {
    let ids = (1..=tasks.len() + 1).filter_map(|number| match number {
        1 => TaskId::new(&format!("{}+advice", task.id)),
        _ => TaskId::new(&format!("{}+advice{number}", task.id)),
    });
    ids.into_iter().find(|id| tasks.iter().all(|known| known.id != *id))
}

/// The task without the assets of the group, and one of its own for them.
fn split(task: &TaskTemplate, group: &Selector, id: TaskId, interval: Interval) -> [Change; 2] {
    let mut rest = task.clone();
    rest.applies_to.except.push(group.clone());
    let mut own = TaskTemplate { id, every: Every::Interval(interval), ..task.clone() };
    // All that the task does not take, the group does not take either.
    let all_but = Selector { except: vec![group.clone()], ..Selector::default() };
    own.applies_to.except.push(all_but);
    [Change::Task(Box::new(rest)), Change::Task(Box::new(own))]
}

/// Days of 400 years and their months.
const CALENDAR: (u64, u64) = (146_097, 4_800);

/// An interval times a factor: whole months where that is exact, else whole weeks; days stay days. Rounded half
/// up, at least one.
fn multiplied(interval: Interval, (above, below): (u32, u32)) -> Option<Interval> {
    let (above, below) = (u64::from(above), u64::from(below));
    let (count, divisor, unit) = match (interval.months(), interval.fixed_days()) {
        (Some(months), _) => {
            let months = u64::try_from(months).ok()?.checked_mul(above)?;
            if months.checked_rem(below)? == 0 {
                (months, below, Unit::Month)
            } else {
                let (days, of_months) = CALENDAR;
                let divisor = below.checked_mul(of_months)?.checked_mul(7)?;
                (months.checked_mul(days)?, divisor, Unit::Week)
            }
        }
        (None, Some(days)) => (u64::try_from(days).ok()?.checked_mul(above)?, below, Unit::Day),
        (None, None) => return None,
    };
    let rounded =
        count.checked_mul(2)?.checked_add(divisor)?.checked_div(divisor.checked_mul(2)?)?;
    Interval::new(u32::try_from(rounded.max(1)).ok()?, unit)
}
