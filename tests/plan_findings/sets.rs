//! The rules that exclude a window against all subsets of rules, on seeded random plans.

use super::parts::*;
use entretien::plan::{Marks, Plan, Visits, WindowKind};
use entretien::time::{Day, Period};
use entretien_tests::Random;

/// The rules that keep work off a day, from their definitions: no series moves, and `x` is placed before `y`.
fn rules_on(plan: &Plan, index: usize, on: Day) -> Vec<String> {
    let occurrence = plan.occurrence(index).expect("a row");
    let (input, asset) = (plan.input(), occurrence.asset().expect("an asset"));
    let mut rules = Vec::new();
    if !input.calendar_of(asset).is_open(on) {
        rules.push("calendar".to_owned());
    }
    let windows = &input.programme().windows;
    let maintenance = || windows.iter().filter(|w| w.kind == WindowKind::Maintenance);
    if maintenance().next().is_some() && !maintenance().any(|window| window.contains(on)) {
        rules.push("maintenance".to_owned());
    }
    let blackouts = windows.iter().filter(|w| w.kind == WindowKind::Blackout);
    let blackouts = blackouts.filter(|window| window.contains(on));
    rules.extend(blackouts.map(|window| format!("blackout:{}", window.id)));
    let is_beside = occurrence.task().policy.interrupts
        && occurrence.subject() == "y"
        && plan.occurrences().any(|other| other.subject() == "x" && other.date() == on);
    rules.extend(is_beside.then(|| "apart:x".to_owned()));
    rules
}

/// The first of the smallest of all subsets of rules that meet every day.
fn by_all_subsets(days: &[Vec<String>]) -> Vec<String> {
    let mut names: Vec<&String> = days.iter().flatten().collect();
    names.sort();
    names.dedup();
    let subsets = (0u32..1 << names.len()).map(|bits| {
        let chosen = names.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
        chosen.map(|(_, name)| (*name).clone()).collect::<Vec<String>>()
    });
    let meets =
        |subset: &Vec<String>| days.iter().all(|day| day.iter().any(|r| subset.contains(r)));
    let found = subsets.filter(meets).min_by_key(|subset| (subset.len(), subset.clone()));
    found.expect("all rules together exclude every day")
}

#[test]
fn the_rules_named_are_a_smallest_set() {
    let mut random = Random(20);
    let (mut judged, mut several) = (0, 0);
    for round in 0..400 {
        let mut parts = parts(&[("t", "monthly")]);
        let task = &mut parts.tasks[0];
        task.policy.tolerance = Some(tolerance(random.below(9)));
        task.policy.interrupts = random.chance(60);
        task.roll = entretien::calendar::Roll::Next;
        let with_maintenance = !task.policy.interrupts && random.chance(30);
        for number in 0..2 + random.below(6) {
            let maintenance = with_maintenance && number < 2;
            let kind = if maintenance { WindowKind::Maintenance } else { WindowKind::Blackout };
            let mut window = window(&format!("w{number}"), kind, &[]);
            window.weekdays.iter_mut().for_each(|day| *day = random.chance(35));
            window.weekdays[3] |= window.weekdays == [false; 7];
            let from = day("2026-01-01").add_days(random.below(330)).expect("a day");
            let to = from.add_days(1 + random.below(60)).expect("a day");
            window.periods.extend(Period::new(from, to).filter(|_| !maintenance));
            parts.programme.windows.push(window);
        }
        let plan = plan_of(parts);
        let findings = plan.findings();
        let no_room = plan.occurrences().filter(|o| o.row().marks.has(Marks::NO_ROOM)).count();
        assert_eq!(findings.len(), no_room, "round {round}");
        for finding in findings {
            let id = finding.occurrence.as_deref().expect("an occurrence");
            let index = plan.find(&occurrence(id)).expect("a row");
            let (first, last) = plan.occurrence(index).expect("a row").window();
            let days = (first.number()..=last.number()).filter_map(Day::from_number);
            let days: Vec<Vec<String>> = days.map(|on| rules_on(&plan, index, on)).collect();
            let expected = by_all_subsets(&days);
            let found: Vec<&str> = finding.rules.iter().map(|rule| &**rule).collect();
            assert_eq!(found, expected, "round {round}: {id}, {days:?}");
            assert_eq!(finding.figure("smallest"), Some(1));
            assert_eq!(finding.figure("beyond_days"), Some(0));
            assert_eq!(finding.figure("days"), u64::try_from(days.len()).ok());
            judged += 1;
            several += usize::from(found.len() > 2);
        }
    }
    assert!(judged > 500 && several > 100, "{judged} findings, {several} of three rules and more");
}

/// With visits, order and redundant assets, rows that were placed in another order than that of their turns
/// explain every day all the same.
#[test]
fn the_rows_of_a_plan_explain_every_day() {
    let mut random = Random(4);
    let (mut judged, mut by_rows) = (0, 0);
    for round in 0..300 {
        let mut parts = parts(&[("t", "monthly"), ("u", "monthly"), ("v", "quarterly")]);
        for task in &mut parts.tasks {
            task.policy.tolerance = Some(tolerance(random.below(6)));
            task.policy.interrupts = random.chance(60);
            let anchor = day("2026-01-05").add_days(random.below(20));
            task.anchor = Some(anchor.expect("a day"));
        }
        if random.chance(70) {
            parts.tasks[0].policy.after = vec![task_id("u"), task_id("v")];
        }
        let within_days = random.below(8);
        parts.programme.visits = random.chance(60).then_some(Visits { within_days });
        let mut window = window("w", WindowKind::Blackout, &[]);
        window.weekdays.iter_mut().for_each(|day| *day = random.chance(40));
        window.weekdays[3] |= window.weekdays == [false; 7];
        parts.programme.windows.push(window);
        let plan = plan_of(parts);
        for finding in plan.findings() {
            // What is placed after the end of the plan is not among its rows.
            if finding.code == "PLAN-020" && finding.day < day("2026-11-20") {
                assert_eq!(finding.figure("beyond_days"), Some(0), "round {round}: {finding:?}");
                judged += 1;
                by_rows += usize::from(finding.rules.iter().any(|r| !r.starts_with("blackout")));
            }
        }
    }
    assert!(judged > 300 && by_rows > 100, "{judged} findings, {by_rows} of them by rows");
}
