//! Violations of the rules that make the planned date: windows of days, two works, visits.

use crate::scene::{
    Plant, Scene, d, judge, marked, months, moving, occurrence, on, row, task, tolerance, with,
};
use entretien::id::TaskId;
use entretien::inventory::RelationKind;
use entretien::plan::{
    Counting, Every, Happening, Kind, Marks, Mode, Row, Slack, TaskTemplate, Tolerance, Visits,
    WindowKind,
};
use entretien::time::{Interval, Unit};

/// Due on Wednesday 3 June 2026, alone in the year.
fn june(id: &str) -> TaskTemplate {
    with(task(id, months(12), "06-03"), |task| task.policy.tolerance = Some(tolerance(5, 5)))
}

fn placed(date: &str) -> Row {
    marked(row(0, "06-03", date), Marks::PLACED)
}

#[test]
fn the_nearest_free_day() {
    let scene = Scene::new(vec![june("t")]);
    let planted: [Plant; 4] = [
        ("2026-06-03 is free, and nearer", |rows| rows[0] = placed("06-02")),
        ("the window is", |rows| rows[0] = placed("06-09")),
        ("and says that it moved", |rows| rows[0] = placed("06-03")),
        ("it says that no day is", |rows| rows[0].marks = Marks::NO_ROOM),
    ];
    judge("no rule", &scene, &[row(0, "06-03", "06-03")], &planted);

    let blackout = Scene::new(vec![june("t")]);
    let blackout = blackout.window(WindowKind::Blackout, &[("06-03", "06-05")], &[]);
    let planted: [Plant; 5] = [
        ("in a blackout", |rows| rows[0] = row(0, "06-03", "06-03")),
        ("2026-06-02 is free, and nearer", |rows| rows[0] = placed("06-05")),
        ("does not say so", |rows| rows[0].marks = Marks::default()),
        ("closed day", |rows| rows[0] = placed("06-06")),
        ("the window is", |rows| rows[0] = placed("06-10")),
    ];
    judge("blackout", &blackout, &[placed("06-02")], &planted);
    let tie = Scene::new(vec![june("t")]);
    let tie = tie.window(WindowKind::Blackout, &[("06-03", "06-04")], &[]);
    let later: &[Plant] = &[("2026-06-02 is free, and nearer", |r| r[0] = placed("06-04"))];
    judge("of two the earlier", &tie, &[placed("06-02")], later);
}

#[test]
fn no_room() {
    let narrow = with(june("t"), |task| task.policy.tolerance = Some(tolerance(1, 1)));
    let scene = Scene::new(vec![narrow]);
    let scene = scene.window(WindowKind::Blackout, &[("06-02", "06-05")], &[]);
    let planted: [Plant; 3] = [
        ("in a blackout", |rows| rows[0].marks = Marks::default()),
        ("it stays on its due date", |rows| rows[0].date = d("06-02")),
        ("the window is", |rows| rows[0] = placed("06-05")),
    ];
    let good = marked(row(0, "06-03", "06-03"), Marks::NO_ROOM);
    judge("no room", &scene, &[good], &planted);
}

#[test]
fn a_part_of_the_cycle() {
    let tenth = Slack::PercentOfCycle(10);
    let task = with(task("t", months(1), "06-03"), |task| {
        task.policy.tolerance = Some(Tolerance { early: tenth, late: tenth });
    });
    // Three of thirty days: 31 May to 6 June, of which the first is a Sunday and the last a Saturday.
    let mut scene = Scene::new(vec![task]).until("07-01");
    scene = scene.window(WindowKind::Blackout, &[("06-02", "06-08")], &[]);
    let planted: &[Plant] =
        &[("the window is 2026-05-31 to 2026-06-06", |r| r[0] = placed("05-29"))];
    judge("10 %", &scene, &[placed("06-01")], planted);
}

#[test]
fn maintenance_freezes_and_hours() {
    let scene = Scene::new(vec![june("t")]).window(WindowKind::Maintenance, &[], &[1]);
    let planted: [Plant; 2] = [
        ("in no maintenance window", |rows| rows[0] = row(0, "06-03", "06-03")),
        ("in no maintenance window", |rows| rows[0] = placed("06-04")),
    ];
    judge("on Tuesdays", &scene, &[placed("06-02")], &planted);

    let freeze = |kind| {
        let own = with(june("t"), |task| task.policy.kind = kind);
        Scene::new(vec![own]).window(WindowKind::Freeze, &[("06-03", "06-04")], &[])
    };
    let frozen: &[Plant] = &[("in a freeze", |rows| rows[0] = row(0, "06-03", "06-03"))];
    judge("an update", &freeze(Kind::Update), &[placed("06-02")], frozen);
    let moved: &[Plant] = &[("2026-06-03 is free", |rows| rows[0] = placed("06-02"))];
    judge("no change", &freeze(Kind::Preventive), &[row(0, "06-03", "06-03")], moved);

    let long = with(task("t", months(12), "06-05"), |task| {
        (task.mode, task.duration_minutes) = (Mode::OnSite, 300);
        task.policy.tolerance = Some(tolerance(5, 5));
    });
    let scene = Scene::new(vec![long]).short_fridays();
    let good = marked(row(0, "06-05", "06-04"), Marks::PLACED);
    let short: &[Plant] = &[("does not fit in the hours", |r| r[0] = row(0, "06-05", "06-05"))];
    judge("five hours on a short Friday", &scene, &[good], short);
}

fn interrupting() -> Vec<TaskTemplate> {
    let of = |id, asset| {
        let task = with(june(id), |task| task.policy.interrupts = true);
        with(task, |task| task.applies_to = on(asset))
    };
    let mut tasks = vec![of("ta", "a"), of("tb", "b")];
    for task in &mut tasks {
        task.policy.tolerance = Some(tolerance(7, 7));
    }
    tasks
}

fn of_b(date: &str) -> Row {
    Row { subject: 1, task: 1, ..placed(date) }
}

#[test]
fn redundant_assets_are_apart() {
    let scene = Scene::new(interrupting()).relation(RelationKind::RedundantWith);
    let rows = [row(0, "06-03", "06-03"), of_b("06-02")];
    let planted: [Plant; 3] = [
        ("not apart from the redundant `a`", |rows| {
            *rows = vec![row(0, "06-03", "06-03"), Row { subject: 1, ..row(1, "06-03", "06-03") }];
        }),
        ("2026-06-02 is free, and nearer", |rows| rows[0].date = d("06-04")),
        ("2026-06-03 is free, and nearer", |rows| {
            *rows = vec![placed("06-02"), Row { subject: 1, ..row(1, "06-03", "06-03") }];
        }),
    ];
    judge("another day", &scene, &rows, &planted);

    // Tuesday and Wednesday are one window: the other goes to that of the week after, six days away.
    let weekly = Scene::new(interrupting()).relation(RelationKind::RedundantWith);
    let weekly = weekly.window(WindowKind::Maintenance, &[], &[1, 2]);
    let rows = [row(0, "06-03", "06-03"), of_b("06-09")];
    let planted: [Plant; 2] = [
        ("not apart from the redundant `a`", |rows| rows[1] = of_b("06-02")),
        ("2026-06-09 is free, and nearer", |rows| rows[1] = of_b("05-27")),
    ];
    judge("another window", &weekly, &rows, &planted);
    // Assets that are not redundant may share the day.
    let free = Scene::new(interrupting());
    let rows = [row(0, "06-03", "06-03"), Row { subject: 1, ..row(1, "06-03", "06-03") }];
    judge("not redundant", &free, &rows, &[("is free, and nearer", |r| r[1] = of_b("06-02"))]);
}

#[test]
fn what_comes_first() {
    let after = |asset: &str| {
        let mut update = with(june("update"), |task| task.anchor = Some(d("06-02")));
        update.policy.after = vec![TaskId::new("backup").expect("an id")];
        let backup = with(june("backup"), |task| task.applies_to = on(asset));
        Scene::new(vec![backup, update])
    };
    let update = |date, marks| marked(row(1, "06-02", date), marks);
    let planted: [Plant; 3] = [
        ("before `backup` on 2026-06-03", |rows| {
            rows[1] = marked(row(1, "06-02", "06-02"), Marks::default());
        }),
        ("before `backup` on 2026-06-03", |rows| rows[1].date = d("06-01")),
        ("2026-06-03 is free, and nearer", |rows| rows[1].date = d("06-04")),
    ];
    let rows = [row(0, "06-03", "06-03"), update("06-03", Marks::PLACED)];
    judge("on the asset", &after("a"), &rows, &planted);
    let on_b = [Row { subject: 1, ..rows[0] }, rows[1]];
    let depends = after("b").relation(RelationKind::DependsOn);
    let early: &[Plant] = &[("before `backup`", |rows| {
        let update = rows.iter_mut().find(|row| row.task == 1).expect("the update");
        (update.date, update.marks) = (d("06-02"), Marks::default());
    })];
    judge("on what it depends on", &depends, &on_b, early);
    let apart = [Row { subject: 1, ..rows[0] }, update("06-02", Marks::default())];
    let late: &[Plant] =
        &[("2026-06-02 is free", |r| r[0] = marked(row(1, "06-02", "06-03"), Marks::PLACED))];
    judge("on another asset", &after("b"), &apart, late);
}

#[test]
fn what_comes_first_of_a_series_that_moves() {
    let backup = with(task("backup", Every::Interval(five_days()), "06-01"), |task| {
        task.policy.counting = Counting::FromCompletion;
    });
    let update = with(june("update"), |task| {
        task.anchor = Some(d("06-05"));
        task.policy.tolerance = Some(tolerance(9, 11));
        task.policy.after = vec![TaskId::new("backup").expect("an id")];
    });
    let scene = Scene::new(vec![backup, update]).until("06-20");
    // Saturday 13 June is known once the work of Saturday 6 June has its Monday.
    let rows = [
        moving(0, 1, "06-01", "06-01", "06-01"),
        moving(0, 2, "06-06", "06-08", "06-01"),
        moving(0, 3, "06-13", "06-15", "06-08"),
        marked(row(1, "06-05", "06-15"), Marks::PLACED),
    ];
    let early: &[Plant] = &[("before `backup` on 2026-06-15", |rows| {
        let update = rows.iter_mut().find(|row| row.task == 1).expect("the update");
        update.date = d("06-08");
    })];
    judge("a date that is known late", &scene, &rows, early);
}

fn five_days() -> Interval {
    Interval::new(5, Unit::Day).expect("an interval")
}

#[test]
fn what_is_skipped_comes_before_nothing() {
    let mut update = with(june("update"), |task| task.anchor = Some(d("06-02")));
    update.policy.after = vec![TaskId::new("backup").expect("an id")];
    let skipped =
        Happening::Skipped { occurrence: occurrence("backup/a/2026-06-03"), resets_meter: false };
    let scene = Scene::new(vec![june("backup"), update]).event("01-01", skipped);
    let rows = [marked(row(0, "06-03", "06-03"), Marks::SKIPPED), row(1, "06-02", "06-02")];
    let late: &[Plant] = &[("2026-06-02 is free", |rows| {
        let update = rows.iter_mut().find(|row| row.task == 1).expect("the update");
        (update.date, update.marks) = (d("06-03"), Marks::PLACED);
    })];
    judge("skipped", &scene, &rows, late);
}

#[test]
fn visits() {
    let site = |id, asset, anchor| {
        let task =
            with(june(id), |task| (task.mode, task.anchor) = (Mode::OnSite, Some(d(anchor))));
        with(task, |task| task.applies_to = on(asset))
    };
    let mut scene = Scene::new(vec![site("ta", "a", "06-02"), site("tb", "b", "06-04")]);
    scene.programme.visits = Some(Visits { within_days: 3 });
    let joined = |date| {
        let row = Row { subject: 1, ..row(1, "06-04", date) };
        marked(row, Marks::VISIT)
    };
    let rows = [row(0, "06-02", "06-02"), joined("06-02")];
    let planted: [Plant; 5] = [
        ("no other work of the visit", |rows| rows[1].date = d("06-03")),
        ("2026-06-04 is free, and nearer", |rows| rows[1].marks = Marks::default()),
        ("is free for all of the visit", |rows| {
            for row in rows {
                (row.date, row.marks) = (d("06-03"), Marks::VISIT);
            }
        }),
        ("the window is", |rows| rows[1].date = d("05-29")),
        ("closed day", |rows| rows[1].date = d("06-06")),
    ];
    judge("two works in a visit", &scene, &rows, &planted);
    scene.programme.visits = None;
    let alone = [row(0, "06-02", "06-02"), Row { subject: 1, ..row(1, "06-04", "06-04") }];
    let none: &[Plant] = &[("it joins no visit", |rows| rows[1].marks = Marks::VISIT)];
    judge("no visits", &scene, &alone, none);
}
