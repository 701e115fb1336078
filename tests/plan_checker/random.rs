//! Plans of seeded random scenes, all rules together, pass the checker.

use crate::scene::{Scene, d, occurrence, on, season, task};
use entretien::calendar::Roll;
use entretien::id::{AssetId, TaskId};
use entretien::inventory::{RelationKind, Selector};
use entretien::plan::{
    Counters, Counting, Cycle, CycleSet, Every, Happening, Join, Kind, MeterCycle, Mode, Nest,
    Nesting, Occasion, OnOccasion, OutOfSeason, PartialShift, RequestKind, Season, Shift, Slack,
    Spread, TaskTemplate, Tolerance, Visits, WindowKind, check, plan,
};
use entretien::recurrence::{MonthDay, MonthEnd, Rule};
use entretien::time::{Day, Interval, Period, Unit};
use entretien_tests::Random;
use std::sync::Arc;

const NAMES: [&str; 5] = ["t0", "t1", "t2", "t3", "t4"];

fn some_day(r: &mut Random) -> Day {
    d("01-01").add_days(r.below(330)).expect("a day")
}

fn slack(r: &mut Random) -> Slack {
    match r.below(4) {
        0 => Slack::PercentOfCycle(r.below(30)),
        1 => Slack::Days(0),
        _ => Slack::Days(r.below(12)),
    }
}

fn interval(r: &mut Random) -> Interval {
    let (count, unit) = match r.below(3) {
        0 => (r.below(60) + 5, Unit::Day),
        1 => (r.below(8) + 1, Unit::Week),
        _ => (r.pick(&[1, 1, 2, 3, 3, 6]), Unit::Month),
    };
    Interval::new(count, unit).expect("an interval")
}

fn counters(r: &mut Random) -> Counters {
    let cycle = |r: &mut Random| {
        if r.chance(40) {
            return Cycle::Time(interval(r));
        }
        Cycle::Meter(MeterCycle {
            meter: "pages".into(),
            units: u64::from(r.below(3_000u32) + 500),
            call_ahead_units: u64::from(r.below(3u32) * 100),
            window_days: r.pick(&[5, 30, 90]),
        })
    };
    let cycles = if r.chance(60) { vec![cycle(r)] } else { vec![cycle(r), cycle(r)] };
    let join = r.pick(&[Join::Or, Join::And]);
    Counters { sets: vec![CycleSet { cycles, join, times: None }] }
}

fn every(r: &mut Random) -> Every {
    match r.below(10) {
        0 => Every::House,
        1 => Every::Rule(Box::new(Rule::parse("FREQ=MONTHLY;BYDAY=2TU").expect("a rule"))),
        2 => Every::MonthDay(MonthDay::working_day(1, -1).expect("a day")),
        3 => Every::Counters(Box::new(counters(r))),
        4 => {
            let occasion = r.pick(&[Occasion::CorrectiveClosed, Occasion::EndOfSupport]);
            let offset = if occasion == Occasion::EndOfSupport { Some(-30) } else { None };
            let served_by_preventive = r.chance(60) && offset.is_none();
            let remedies = Vec::new();
            let on = OnOccasion { occasion, offset_days: offset, served_by_preventive, remedies };
            Every::Occasion(Box::new(on))
        }
        _ => Every::Interval(interval(r)),
    }
}

fn some_task(r: &mut Random, id: &str) -> TaskTemplate {
    let mut task = task(id, every(r), "");
    let has_dates = !matches!(task.every, Every::Occasion(_));
    if has_dates && r.chance(60) {
        task.anchor = Some(some_day(r));
    }
    task.applies_to = match r.below(3) {
        0 => on("a"),
        1 => on("b"),
        _ => Selector::default(),
    };
    task.duration_minutes = r.pick(&[30, 200, 300, 500]);
    task.mode = r.pick(&[Mode::Remote, Mode::OnSite]);
    task.roll = r.pick(Roll::ALL);
    if task.every.is_interval() {
        task.spread = r.pick(&[Spread::None, Spread::None, Spread::ByAsset]);
        task.month_end = r.pick(&[MonthEnd::Backward, MonthEnd::StickToEnd, MonthEnd::Forward]);
        if r.chance(30) {
            let shift = Shift { tolerance_percent: 10, factor_percent: r.pick(&[50, 100]) };
            let partial = PartialShift { early: shift, late: shift };
            let partial = Counting::PartialShift(partial);
            task.policy.counting = r.pick(&[Counting::FromCompletion, partial]);
        }
    } else if let Every::Counters(counters) = &task.every {
        let alone = counters.sets.iter().all(|set| set.cycles.len() == 1);
        let fixed = alone && r.chance(50);
        task.policy.counting = if fixed { Counting::Fixed } else { Counting::FromCompletion };
    }
    let policy = &mut task.policy;
    policy.kind = r.pick(&[Kind::Preventive, Kind::Preventive, Kind::Update]);
    policy.after_one_cycle = has_dates && r.chance(15);
    if r.chance(15) {
        let outside = r.pick(&[OutOfSeason::Skip, OutOfSeason::Next]);
        policy.season = Some(Season { spans: season("03-01", "07-01"), outside });
    }
    policy.tolerance = r.maybe(70, |r| Tolerance { early: slack(r), late: slack(r) });
    policy.nest = r.maybe(40, |r| Nest {
        group: "g".into(),
        level: r.below(3) + 1,
        how: r.pick(&[Nesting::Absorb, Nesting::Absorb, Nesting::Add]),
    });
    policy.interrupts = r.chance(25);
    task
}

/// The task whose series dates task number `place`: itself, or that of its sequence.
fn series_of(tasks: &[TaskTemplate], place: usize) -> &TaskTemplate {
    let id = &tasks[place].id;
    tasks.iter().find(|task| task.policy.sequence.contains(id)).unwrap_or(&tasks[place])
}

/// An event about work that the scene may have; `None` where it names what there is not.
fn happening(r: &mut Random, scene: &Scene) -> Option<Happening> {
    let place = r.below(scene.tasks.len());
    let (task, asset) = (&scene.tasks[place], r.pick(&["a", "b"]));
    if r.chance(20) {
        let counts = task.every.is_interval() || matches!(task.every, Every::Counters(_));
        let asset = AssetId::new(asset).expect("an id");
        return counts.then(|| Happening::LastDone { task: task.id.clone(), asset });
    }
    let series = series_of(&scene.tasks, place);
    let requests = scene.programme.requests.len();
    let key = match &series.every {
        Every::Occasion(_) if requests == 0 => return None,
        Every::Occasion(_) => format!("r{}", r.below(requests)),
        _ if series.is_moving() => (r.below(5) + 1).to_string(),
        _ => some_day(r).to_string(),
    };
    let id = occurrence(&format!("{}/{asset}/{key}", task.id));
    Some(decided(r, id))
}

fn decided(r: &mut Random, occurrence: entretien::plan::OccurrenceId) -> Happening {
    match r.below(5) {
        0 => Happening::Done(occurrence),
        1 => Happening::Skipped { occurrence, resets_meter: r.chance(50) },
        2 => Happening::Moved { occurrence, to: some_day(r) },
        3 => Happening::Fixed { occurrence, on: some_day(r) },
        _ => Happening::Cancelled(occurrence),
    }
}

fn scene(r: &mut Random) -> Scene {
    let count = r.below(4usize) + 1;
    let mut tasks: Vec<TaskTemplate> =
        NAMES.iter().take(count).map(|id| some_task(r, id)).collect();
    if count > 1 && r.chance(25) {
        tasks[1].policy.after = vec![tasks[0].id.clone()];
    }
    if r.chance(20) {
        tasks[0].every = Every::Interval(interval(r));
        tasks[0].policy.sequence = ["q", "q", "y"].map(|id| TaskId::new(id).expect("an id")).into();
        tasks.extend(["q", "y"].map(|id| task(id, Every::Sequence, "")));
    }
    let mut scene = Scene::new(tasks);
    scene.as_of = some_day(r);
    scene.from = some_day(r);
    scene.to = scene.from.add_days(r.pick(&[40, 200, 400])).expect("a day");
    if r.chance(30) {
        scene.programme.visits = Some(Visits { within_days: r.below(10) });
    }
    if r.chance(50) {
        scene = scene.relation(RelationKind::RedundantWith);
    }
    if r.chance(30) {
        scene = scene.relation(RelationKind::DependsOn);
    }
    if r.chance(50) {
        scene = scene.pages();
    }
    if r.chance(40) {
        scene = scene.contract("c", "01-12", r.below(3));
    }
    if r.chance(30) {
        scene = scene.contract("d", "04-12", r.below(3));
    }
    if r.chance(30) {
        scene = scene.short_fridays();
    }
    if r.chance(30) {
        scene = scene.window(WindowKind::Maintenance, &[], &[1, 2]);
    }
    if r.chance(30) {
        let kind = r.pick(&[WindowKind::Blackout, WindowKind::Freeze]);
        scene = scene.window(kind, &[("03-01", "03-20"), ("06-03", "06-10")], &[]);
    }
    for _ in 0..r.below(3) {
        let kind = r.pick(&[RequestKind::CorrectiveClosed, RequestKind::EndOfSupport]);
        scene = scene.request(kind, &some_day(r).to_string());
    }
    for (number, window) in scene.programme.windows.iter_mut().enumerate() {
        window.id = format!("w{number}").into();
    }
    for _ in 0..r.below(6) {
        let day = some_day(r).to_string();
        if let Some(own) = happening(r, &scene) {
            scene = scene.event(&day, own);
        }
    }
    scene
}

/// Decides about some occurrences that there are.
fn decide(r: &mut Random, mut scene: Scene) -> Scene {
    let Ok(input) = scene.try_input() else { return scene };
    let horizon = Period::new(scene.from, scene.to).expect("a horizon");
    let Ok(plan) = plan(Arc::new(input), scene.as_of, horizon) else { return scene };
    for _ in 0..r.below(4) {
        if plan.is_empty() {
            break;
        }
        let Some(own) = plan.occurrence(r.below(plan.len())) else { break };
        let (day, own) = (scene.as_of.to_string(), decided(r, occurrence(&own.id())));
        scene = scene.event(&day, own);
    }
    scene
}

#[test]
fn plans_of_random_scenes_pass() {
    let number = |name, most| std::env::var(name).map_or(most, |n| n.parse().expect("a number"));
    let (first, count): (u64, u64) =
        (number("ENTRETIEN_FIRST_SCENE", 0), number("ENTRETIEN_SCENES", 300));
    let (mut planned, mut rows) = (0, 0);
    let (mut failed, mut refused) = (Vec::new(), Vec::new());
    for seed in first..first + count {
        let mut r = Random(seed);
        let scene = scene(&mut r);
        let scene = decide(&mut r, scene);
        let horizon = Period::new(scene.from, scene.to).expect("a horizon");
        let made = scene.try_input().and_then(|input| plan(Arc::new(input), scene.as_of, horizon));
        let plan = match made {
            Ok(plan) => plan,
            Err(error) => {
                refused.push(format!("seed {seed}: {error}"));
                continue;
            }
        };
        planned += 1;
        rows += plan.len();
        let faults = check(plan.input(), &plan);
        for fault in faults.iter().take(3) {
            failed.push(format!("seed {seed}: {}: {}", fault.pointer, fault.message));
        }
    }
    refused.truncate(20);
    assert!(planned * 10 > count * 9, "{planned} of {count} planned: {refused:#?}");
    assert!(rows > 1_000, "{rows} rows");
    assert!(failed.is_empty(), "{} of {planned}: {failed:#?}", failed.len());
}
