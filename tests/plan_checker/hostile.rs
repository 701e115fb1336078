//! Inputs that are made to break the planner: none panics, none takes long, every bound is an error with a code.

use crate::scene::{Scene, d, occurrence, on, task, tolerance, with};
use entretien::calendar::{Closure, Roll};
use entretien::error::Error;
use entretien::id::{AssetId, TaskId};
use entretien::inventory::{Relation, RelationKind, Selector};
use entretien::plan::{
    Counters, Counting, Cycle, CycleSet, Every, Happening, Join, Marks, Meter, MeterCycle, Mode,
    Nest, Nesting, Occasion, OnOccasion, Plan, Reading, RequestKind, TaskTemplate, Visits,
    WindowKind, plan,
};
use entretien::time::{Day, Interval, Period, Unit};
use std::sync::Arc;
use std::time::Instant;

fn days(count: u32) -> Every {
    Every::Interval(Interval::new(count, Unit::Day).expect("an interval"))
}

fn made(scene: &Scene) -> Result<Plan, Error> {
    let horizon = Period::new(scene.from, scene.to).expect("a horizon");
    plan(Arc::new(scene.input()), scene.as_of, horizon)
}

/// The plan, made within so many seconds.
fn within(seconds: u64, name: &str, scene: &Scene) -> Plan {
    let begin = Instant::now();
    let plan = made(scene).unwrap_or_else(|error| panic!("{name}: {error}"));
    let time = begin.elapsed();
    eprintln!("{name}: {} rows in {time:?}", plan.len());
    assert!(time.as_secs() <= seconds, "{name}: {time:?}");
    plan
}

fn everywhere(task: TaskTemplate) -> TaskTemplate {
    with(task, |task| {
        task.applies_to = Selector::default();
        task.mode = Mode::OnSite;
    })
}

/// 2,000 assets on one site, weekly from Wednesday to Wednesday.
fn site(tasks: Vec<TaskTemplate>, within_days: u16) -> Scene {
    let mut scene = Scene::new(tasks.into_iter().map(everywhere).collect());
    scene.more = 1_998;
    scene.programme.visits = Some(Visits { within_days });
    scene
}

#[test]
fn a_daily_series_goes_on_from_completion() {
    let daily = with(task("t", days(1), "01-01"), |task| {
        task.roll = Roll::Previous;
        task.policy.counting = Counting::FromCompletion;
    });
    let plan = within(2, "daily, roll previous", &Scene::new(vec![daily.clone()]));
    assert_eq!(plan.len(), 365);
    let early = with(daily, |task| task.policy.tolerance = Some(tolerance(366, 0)));
    let mut scene =
        Scene::new(vec![early]).window(WindowKind::Maintenance, &[("01-02", "01-03")], &[]);
    scene.to = d("2100-01-01");
    within(5, "daily, pulled to one day", &scene);
}

#[test]
fn no_day_is_ever_free() {
    let weekly = with(task("t", days(7), "01-07"), |task| {
        task.policy.tolerance = Some(tolerance(180, 180));
        task.policy.interrupts = true;
    });
    let scene =
        site(vec![weekly], 3).window(WindowKind::Maintenance, &[("2019-01-01", "2019-01-02")], &[]);
    let plan = within(20, "no free day", &scene);
    assert!(plan.table().rows().all(|row| row.marks.has(Marks::NO_ROOM)));
}

#[test]
fn a_calendar_that_never_opens() {
    for roll in Roll::ALL {
        for visits in [None, Some(Visits { within_days: 3 })] {
            let weekly = everywhere(with(task("t", days(7), "01-07"), |task| task.roll = *roll));
            let mut scene = Scene::new(vec![weekly]);
            scene.programme.visits = visits;
            let period = Period::new(Day::MIN, Day::MAX).expect("a period");
            scene.closures = vec![Closure { period, reason: None }];
            match made(&scene) {
                Ok(plan) => assert!(*roll == Roll::None || plan.is_empty(), "{roll:?}"),
                Err(error) => assert!(error.to_string().contains("CAL-006"), "{error}"),
            }
        }
    }
}

#[test]
fn a_hundred_years_with_visits() {
    let weekly = everywhere(task("w", days(7), "01-07"));
    let daily = everywhere(with(task("x", days(1), "01-01"), |task| {
        task.policy.counting = Counting::FromCompletion;
    }));
    let mut scene = Scene::new(vec![weekly, daily]);
    scene.programme.visits = Some(Visits { within_days: 30 });
    scene.to = d("2125-12-31");
    let plan = within(20, "100 years", &scene);
    assert!(plan.len() > 80_000);
}

#[test]
fn a_large_site() {
    let weekly = task("w", days(7), "01-07");
    let moving = with(task("x", days(7), "01-08"), |task| {
        task.policy.counting = Counting::FromCompletion;
        task.policy.tolerance = Some(tolerance(2, 4));
    });
    let plan = within(10, "one visit a week", &site(vec![weekly.clone()], 5));
    assert_eq!(plan.len(), 52 * 2_000);
    within(20, "two works a week", &site(vec![weekly.clone(), moving.clone()], 5));
    let spread = with(weekly.clone(), |task| task.spread = entretien::plan::Spread::ByAsset);
    within(20, "spread over the week", &site(vec![spread.clone(), moving.clone()], 5));
    let apart = with(spread, |task| {
        task.policy.interrupts = true;
        task.policy.tolerance = Some(tolerance(3, 3));
    });
    let mut scene =
        site(vec![apart, moving], 5).window(WindowKind::Maintenance, &[], &[0, 1, 2, 3]);
    for number in (0..1_998).step_by(2) {
        let [from, to] =
            [number, number + 1].map(|n| AssetId::new(&format!("c{n}")).expect("an id"));
        scene.relations.push(Relation { kind: RelationKind::RedundantWith, from, to });
    }
    within(30, "redundant pairs", &scene);
}

#[test]
fn many_levels_of_wide_windows() {
    let tasks = (0..12u8).map(|level| {
        with(task(&format!("t{level:02}"), days(7), "01-01"), |task| {
            let how = if level % 3 == 2 { Nesting::Add } else { Nesting::Absorb };
            task.policy.nest = Some(Nest { group: "g".into(), level: level + 1, how });
            task.policy.tolerance = Some(tolerance(60, 60));
            if level % 4 == 1 {
                task.policy.counting = Counting::FromCompletion;
            }
        })
    });
    let mut scene = Scene::new(tasks.collect());
    scene.to = d("2036-01-01");
    within(20, "levels", &scene);
}

#[test]
fn a_long_chain() {
    let chained = everywhere(with(task("t", days(30), "01-05"), |task| {
        task.policy.after = vec![task.id.clone()];
        task.policy.tolerance = Some(tolerance(0, 20));
    }));
    for visits in [None, Some(Visits { within_days: 9 })] {
        let mut scene = Scene::new(vec![chained.clone()]).until("03-01");
        scene.more = 10_000;
        scene.programme.visits = visits;
        for number in 0..9_999 {
            let [from, to] =
                [number, number + 1].map(|n| AssetId::new(&format!("c{n}")).expect("an id"));
            scene.relations.push(Relation { kind: RelationKind::DependsOn, from, to });
        }
        within(20, "chain", &scene);
    }
}

#[test]
fn absurd_meters() {
    let most = entretien::plan::METER_UNITS_MAX;
    let asset = || AssetId::new("a").expect("an id");
    let reading = |day: &str, value| Reading { day: d(day), value, replaced_at: None };
    for (rollover, values) in [(None, [0, most]), (Some(1), [0, 0]), (Some(most), [most - 1, 0])] {
        for units in [1, most] {
            for (counting, join) in
                [(Counting::Fixed, Join::Or), (Counting::FromCompletion, Join::And)]
            {
                let cycle = MeterCycle {
                    meter: "pages".into(),
                    units,
                    call_ahead_units: 0,
                    window_days: 1,
                };
                let cycles = vec![Cycle::Meter(cycle)];
                let sets = vec![CycleSet { cycles, join, times: None }];
                let every = Every::Counters(Box::new(Counters { sets }));
                let by_use =
                    with(task("t", every, "01-01"), |task| task.policy.counting = counting);
                let mut scene = Scene::new(vec![by_use]).known_on("06-01");
                let readings = vec![reading("01-01", values[0]), reading("01-02", values[1])];
                let meter = Meter::new(asset(), "pages", rollover, readings).expect("a meter");
                scene.programme.meters.push(meter);
                scene.to = d("2125-01-01");
                within(5, "meters", &scene);
            }
        }
    }
}

#[test]
fn ten_thousand_events() {
    let names = ["f", "m", "o"];
    let mut tasks: Vec<TaskTemplate> = names.map(|id| task(id, days(7), "01-01")).into();
    tasks[1].policy.counting = Counting::FromCompletion;
    let answers = OnOccasion {
        occasion: Occasion::CorrectiveClosed,
        offset_days: None,
        served_by_preventive: true,
        remedies: Vec::new(),
    };
    (tasks[2].every, tasks[2].anchor) = (Every::Occasion(Box::new(answers)), None);
    for task in &mut tasks {
        task.policy.nest = Some(Nest { group: "g".into(), level: 1, how: Nesting::Absorb });
    }
    tasks[0].policy.nest.as_mut().expect("a nest").level = 2;
    let mut scene = Scene::new(tasks).known_on("2030-01-01");
    scene.to = d("2100-01-01");
    for number in 0..10_000u32 {
        let day =
            d("01-01").add_days(i32::try_from(number % 4_000 * 7).expect("days")).expect("a day");
        let (id, other) = match number % 3 {
            0 => (format!("f/a/{day}"), day),
            1 => (format!("m/a/{}", number / 3 + 1), Day::MAX),
            _ => (format!("o/a/r{}", number / 3), Day::MIN),
        };
        if number % 3 == 2 {
            scene = scene.request(RequestKind::CorrectiveClosed, &day.to_string());
        }
        let occurrence = occurrence(&id);
        let own = match number % 5 {
            0 => Happening::Done(occurrence),
            1 => Happening::Skipped { occurrence, resets_meter: true },
            2 => Happening::Moved { occurrence, to: other },
            3 => Happening::Fixed { occurrence, on: other },
            _ => Happening::Cancelled(occurrence),
        };
        scene = scene.event("2029-01-01", own);
    }
    // Requests are numbered as they came.
    let plan = within(20, "events", &scene);
    let begin = Instant::now();
    let _ = plan.findings();
    eprintln!("findings in {:?}", begin.elapsed());
}

#[test]
fn too_many_works_are_refused() {
    let mut scene =
        site(vec![with(task("t", days(1), "01-01"), |task| task.anchor = Some(Day::MIN))], 1);
    scene.to = d("02-01");
    let error = made(&scene).expect_err("too many works");
    assert!(error.to_string().contains("PLAN-003"), "{error}");
    let last_done = Happening::LastDone {
        task: TaskId::new("t").expect("an id"),
        asset: AssetId::new("a").expect("an id"),
    };
    let mut scene = Scene::new(vec![task("t", days(1), "01-01")]).event("01-01", last_done);
    scene.tasks[0].applies_to = on("a");
    scene.programme.events[0].day = Day::MIN;
    within(5, "since the first day", &scene);
}
