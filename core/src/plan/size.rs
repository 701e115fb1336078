//! Refusing a plan that cannot fit before its rows are computed.

use super::generate::{HORIZON_DAYS_MAX, OCCURRENCES_MAX};
use super::input::PlanInput;
use super::ledger::category_place;
use super::policy::Subject;
use super::task::{Every, TaskTemplate};
use crate::contract::Contract;
use crate::error::{Error, codes};
use crate::inventory::{Category, Selector};
use crate::recurrence::Generator;
use crate::time::{Day, Interval, Period};

/// Most works of one unit: of subjects that are planned together, from the begin of their series on.
const UNIT_WORKS_MAX: usize = 10_000_000;

/// Intervals are bounded by their shortest period; the dates of rules and of days within months are
/// counted from every anchor that there is. Series that move by use are counted once they are planned.
pub(super) fn check_size(input: &PlanInput, horizon: Period) -> Result<(), Error> {
    if horizon.days() > HORIZON_DAYS_MAX {
        let message = format!("{} days, at most {HORIZON_DAYS_MAX}", horizon.days());
        return Err(Error::new(codes::PLAN_TOO_LONG, "", message));
    }
    let mut by_category = [0usize; Category::ALL.len()];
    for asset in input.estate.assets() {
        if let Some(count) = by_category.get_mut(category_place(asset.category)) {
            *count += 1;
        }
    }
    let mut most = 0u64;
    for task in &input.tasks {
        let of_one = most_of_one(input, task, horizon)?;
        let subjects = match task.policy.subject {
            Subject::Contract => input.contracts.len(),
            Subject::Asset => count(input, &task.applies_to, &by_category),
        };
        let subjects = u64::try_from(subjects).unwrap_or(u64::MAX);
        most = most.saturating_add(of_one.saturating_mul(subjects));
    }
    if most > OCCURRENCES_MAX {
        return Err(too_many(&format!("up to {most}")));
    }
    Ok(())
}

/// Number of assets that a selector takes.
fn count(input: &PlanInput, selector: &Selector, by_category: &[usize]) -> usize {
    if !selector.is_by_category() {
        return input.estate.assets().iter().filter(|asset| selector.matches(asset)).count();
    }
    let categories = Category::ALL.iter().zip(by_category);
    let taken = categories.filter(|(category, _)| selector.takes_category(**category));
    taken.map(|(_, count)| count).sum()
}

/// Refuses what was planned beyond the bound.
pub(super) fn check_count(rows: usize) -> Result<(), Error> {
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    if rows > OCCURRENCES_MAX { Err(too_many(&rows.to_string())) } else { Ok(()) }
}

/// Refuses a unit of more works than can be placed one after the other.
pub(super) fn check_works(works: usize) -> Result<(), Error> {
    if works <= UNIT_WORKS_MAX {
        return Ok(());
    }
    let message = format!(
        "more than {UNIT_WORKS_MAX} works that depend on each other, from the begin of their series on"
    );
    Err(Error::new(codes::PLAN_TOO_MANY, "", message))
}

fn too_many(most: &str) -> Error {
    let message = format!("{most} occurrences, at most {OCCURRENCES_MAX}");
    Error::new(codes::PLAN_TOO_MANY, "", message)
}

/// Most dates of a task on one subject.
fn most_of_one(input: &PlanInput, task: &TaskTemplate, horizon: Period) -> Result<u64, Error> {
    let by_interval = |every: Interval| {
        let every = task.policy.scale(every).unwrap_or(every);
        let days = u64::try_from(horizon.days()).unwrap_or_default();
        let shortest = match (every.fixed_days(), every.months()) {
            (Some(days), _) => u64::try_from(days).unwrap_or(1),
            (None, months) => u64::try_from(months.unwrap_or(1)).unwrap_or(1).saturating_mul(28),
        };
        days / shortest.max(1) + 1
    };
    let by_generator = |generator: &Generator| {
        let begins = input.contracts.iter().map(Contract::begin).chain([input.begin]);
        let anchors: Vec<Day> = task.anchor.map_or_else(|| begins.collect(), |anchor| vec![anchor]);
        let counts = anchors.into_iter().map(|anchor| generator.count_between(anchor, horizon));
        counts.max().unwrap_or_default()
    };
    Ok(match &task.every {
        Every::Interval(every) => by_interval(*every),
        Every::House => [Some(input.house.normal), Some(input.house.frequent), input.house.review]
            .into_iter()
            .flatten()
            .map(by_interval)
            .max()
            .unwrap_or_default(),
        Every::Rule(rule) => by_generator(&Generator::rule(rule)?),
        Every::MonthDay(day) => {
            let generators = input.calendars.iter().map(|own| Generator::month_day(*day, own));
            generators.map(|generator| by_generator(&generator)).max().unwrap_or_default()
        }
        Every::Counters(_) | Every::Occasion(_) | Every::Sequence => 0,
    })
}
