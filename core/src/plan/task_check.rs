//! What a plan input refuses of its tasks. Pointers are those of the engagement document.

use super::counter::{Counters, Cycle, CycleSet};
use super::event::Occasion;
use super::input::{HouseRules, TASKS_MAX};
use super::meter::METER_UNITS_MAX;
use super::policy::{Call, Counting, Slack, Subject, TOLERANCE_DAYS_MAX, TaskPolicy, Tolerance};
use super::task::{DURATION_MINUTES_MAX, Every, Spread, TaskTemplate};
use crate::error::{Faults, codes};
use crate::inventory::Selector;
use crate::recurrence::{Generator, MonthEnd};

/// Largest `cycle_percent`, and largest part of a delay that moves a date, percent.
const PERCENT_MAX: u32 = 1_000;
/// Most days from an occasion to its work, either way.
const OFFSET_DAYS_MAX: i32 = 3_660;

/// Adds `DOC-009` for a value outside its bounds.
pub(super) fn range<T: Copy + PartialOrd + std::fmt::Display>(
    value: T,
    (least, most): (T, T),
    pointer: String,
    faults: &mut Faults,
) {
    if value < least || value > most {
        let message = format!("`{value}` is not within {least} and {most}");
        faults.add(codes::DOC_OUT_OF_RANGE, pointer, message);
    }
}

/// The number of tasks, and of each what can be judged without the others.
pub(super) fn check_tasks(tasks: &[TaskTemplate], house: &HouseRules, faults: &mut Faults) {
    if tasks.is_empty() {
        faults.add(codes::PLAN_NO_TASK, "/tasks", "no task template");
    }
    if tasks.len() > TASKS_MAX {
        let message = format!("{} tasks, at most {TASKS_MAX}", tasks.len());
        faults.add(codes::DOC_TOO_LARGE, "/tasks", message);
    }
    if let Some(days) = house.follow_up_days {
        range(days, (1, TOLERANCE_DAYS_MAX), "/house_rules/follow_up_days".to_owned(), faults);
    }
    for (index, task) in tasks.iter().enumerate() {
        let pointer = format!("/tasks/{index}");
        let place = format!("{pointer}/duration_minutes");
        range(task.duration_minutes, (1, DURATION_MINUTES_MAX), place, faults);
        check_every(task, &format!("{pointer}/every"), faults);
        for (field, given) in [
            ("spread", task.spread != Spread::None),
            ("month_end", task.month_end != MonthEnd::Backward),
        ] {
            if given && !task.every.is_interval() {
                let message = format!("`{field}` with a periodicity that is not an interval");
                faults.add(codes::PLAN_INTERVAL_ONLY, format!("{pointer}/{field}"), message);
            }
        }
        check_subject(task, &pointer, faults);
        check_counting(task, &pointer, faults);
        check_cycle(task, house, &pointer, faults);
        check_policy(&task.policy, &pointer, faults);
    }
}

fn check_every(task: &TaskTemplate, pointer: &str, faults: &mut Faults) {
    match &task.every {
        Every::Rule(rule) => {
            if let Err(error) = Generator::rule(rule) {
                faults.adopt(error.at(&format!("{pointer}/rrule")));
            }
        }
        Every::Counters(counters) => check_counters(counters, pointer, faults),
        Every::Occasion(occasion) => {
            if let Some(days) = occasion.offset_days {
                let bounds = (-OFFSET_DAYS_MAX, OFFSET_DAYS_MAX);
                range(days, bounds, format!("{pointer}/offset_days"), faults);
            }
            let of_contract = task.policy.subject == Subject::Contract;
            if of_contract != (occasion.occasion == Occasion::ContractBegin) {
                let message = format!(
                    "`{}` is no occasion of the subject `{}`",
                    occasion.occasion.code(),
                    task.policy.subject.code()
                );
                faults.add(codes::PLAN_POLICY, format!("{pointer}/on"), message);
            }
        }
        Every::Interval(_) | Every::House | Every::MonthDay(_) | Every::Sequence => {}
    }
}

fn check_counters(counters: &Counters, pointer: &str, faults: &mut Faults) {
    let pointer = format!("{pointer}/counters");
    if counters.sets.is_empty() {
        faults.add(codes::PLAN_POLICY, pointer.clone(), "no set of cycles");
    }
    let last = counters.sets.len().saturating_sub(1);
    for (number, set) in counters.sets.iter().enumerate() {
        let pointer = format!("{pointer}/{number}");
        let place = format!("{pointer}/times");
        match set.times {
            None if number < last => {
                let message = "only the last set stays: each before it says how many `times`";
                faults.add(codes::DOC_MISSING_FIELD, place, message);
            }
            Some(_) if number == last => {
                let message = "the last set stays, whatever its `times`";
                faults.add(codes::PLAN_POLICY, place, message);
            }
            Some(times) => range(times, (1, u32::MAX), place, faults),
            None => {}
        }
        check_set(set, &format!("{pointer}/cycles"), faults);
    }
}

fn check_set(set: &CycleSet, pointer: &str, faults: &mut Faults) {
    if set.cycles.is_empty() {
        faults.add(codes::PLAN_POLICY, pointer, "no cycle");
    }
    for (index, cycle) in set.cycles.iter().enumerate() {
        let Cycle::Meter(cycle) = cycle else { continue };
        let pointer = format!("{pointer}/{index}");
        range(cycle.units, (1, METER_UNITS_MAX), format!("{pointer}/units"), faults);
        range(cycle.window_days, (1, u16::MAX), format!("{pointer}/window_days"), faults);
        if cycle.call_ahead_units >= cycle.units && cycle.units > 0 {
            let message =
                format!("`{}` is not less than `units` {}", cycle.call_ahead_units, cycle.units);
            faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/call_ahead_units"), message);
        }
    }
}

/// What goes with a contract, and what with an asset.
fn check_subject(task: &TaskTemplate, pointer: &str, faults: &mut Faults) {
    let mut refuse = |field: &str, message: &str| {
        faults.add(codes::PLAN_POLICY, format!("{pointer}/{field}"), message);
    };
    if task.policy.subject == Subject::Asset {
        if !task.policy.contracts.is_empty() {
            refuse("contracts", "`contracts` with the subject `asset`");
        }
        return;
    }
    for (field, given) in [
        ("applies_to", task.applies_to != Selector::default()),
        ("every", matches!(task.every, Every::Counters(_))),
        ("spread", task.spread != Spread::None),
    ] {
        if given {
            refuse(field, "only work on assets has it, not the subject `contract`");
        }
    }
}

fn check_counting(task: &TaskTemplate, pointer: &str, faults: &mut Faults) {
    let place = format!("{pointer}/counting");
    let counting = &task.policy.counting;
    if let Every::Counters(counters) = &task.every {
        match counting {
            Counting::Fixed if counters.sets.iter().any(|set| set.cycles.len() > 1) => {
                let message = "`fixed` with several cycles in one set: no common series exists";
                faults.add(codes::PLAN_POLICY, place.clone(), message);
            }
            Counting::PartialShift(_) => {
                faults.add(codes::PLAN_POLICY, place.clone(), "a partial shift with counters");
            }
            _ => {}
        }
    } else if *counting != Counting::Fixed && !task.every.is_interval() {
        let message = "only an interval and counters count from the completion";
        faults.add(codes::PLAN_POLICY, place.clone(), message);
    }
    let Counting::PartialShift(shift) = counting else { return };
    for (side, shift) in [("early", shift.early), ("late", shift.late)] {
        let place = format!("{place}/{side}");
        range(shift.tolerance_percent, (0, 100), format!("{place}/tolerance_percent"), faults);
        let factor = u32::from(shift.factor_percent);
        range(factor, (0, PERCENT_MAX), format!("{place}/factor_percent"), faults);
    }
}

/// The cycle, and what only a task with dates of its own has.
fn check_cycle(task: &TaskTemplate, house: &HouseRules, pointer: &str, faults: &mut Faults) {
    let policy = &task.policy;
    let place = format!("{pointer}/cycle_percent");
    let intervals = match task.every {
        Every::Interval(interval) => vec![interval],
        Every::House if policy.subject == Subject::Asset => vec![house.normal, house.frequent],
        Every::House => house.review.into_iter().collect(),
        _ => Vec::new(),
    };
    if !(1..=PERCENT_MAX).contains(&policy.cycle_percent) {
        range(policy.cycle_percent, (1, PERCENT_MAX), place, faults);
    } else if policy.cycle_percent != 100 && !task.every.is_interval() {
        let message = "`cycle_percent` with a periodicity that is not an interval";
        faults.add(codes::PLAN_POLICY, place, message);
    } else if let Some(odd) = intervals.iter().find(|interval| policy.scale(**interval).is_none()) {
        let message = format!(
            "`{}` percent of {} is not a whole number of months, at most 100 years",
            policy.cycle_percent,
            odd.iso()
        );
        faults.add(codes::PLAN_POLICY, place, message);
    }
    let (in_turn, on_occasion) =
        (matches!(task.every, Every::Sequence), matches!(task.every, Every::Occasion(_)));
    for (field, given) in [
        ("anchor", task.anchor.is_some() && (in_turn || on_occasion)),
        ("after_one_cycle", policy.after_one_cycle && (in_turn || on_occasion)),
        ("season", policy.season.is_some() && in_turn),
    ] {
        if given {
            let message = format!("`{field}` for a task without a series of its own");
            faults.add(codes::PLAN_POLICY, format!("{pointer}/{field}"), message);
        }
    }
}

fn check_policy(policy: &TaskPolicy, pointer: &str, faults: &mut Faults) {
    if policy.season.as_ref().is_some_and(|season| season.spans.is_empty()) {
        let message = "a season without days";
        faults.add(codes::PLAN_POLICY, format!("{pointer}/season/spans"), message);
    }
    if let Some(call) = policy.call {
        let (field, value, most) = match call {
            Call::PercentOfCycle(percent) => ("percent_of_cycle", percent, 100),
            Call::CalendarDays(days) => ("calendar_days", days, TOLERANCE_DAYS_MAX),
            Call::WorkingDays(days) => ("working_days", days, TOLERANCE_DAYS_MAX),
        };
        range(value, (0, most), format!("{pointer}/call/{field}"), faults);
    }
    if let Some(tolerance) = policy.tolerance {
        check_tolerance(tolerance, &format!("{pointer}/tolerance"), faults);
    }
    if let Some(nest) = &policy.nest {
        range(
            nest.level,
            (1, super::policy::NEST_LEVEL_MAX),
            format!("{pointer}/nest/level"),
            faults,
        );
        if nest.group.trim().is_empty() {
            let place = format!("{pointer}/nest/group");
            faults.add(codes::DOC_BAD_TEXT, place, "a group without a name");
        }
    }
}

pub(super) fn check_tolerance(tolerance: Tolerance, pointer: &str, faults: &mut Faults) {
    for (side, slack) in [("early", tolerance.early), ("late", tolerance.late)] {
        let (field, value, most) = match slack {
            Slack::Days(days) => ("days", days, TOLERANCE_DAYS_MAX),
            Slack::PercentOfCycle(percent) => ("percent", percent, 100),
        };
        range(value, (0, most), format!("{pointer}/{side}_{field}"), faults);
    }
}
