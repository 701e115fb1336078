//! Violations of the rules of series: fixed, moving, by use, in turn, in season.

use crate::scene::{
    Plant, Scene, d, judge, marked, months, moving, occurrence, row, season, task, with, without,
};
use entretien::calendar::Roll;
use entretien::id::{AssetId, TaskId};
use entretien::plan::{
    Counters, Counting, Cycle, CycleSet, Every, Happening, Join, Marks, MeterCycle, OutOfSeason,
    PartialShift, Row, Season, Shift, TaskTemplate,
};
use entretien::recurrence::Rule;
use entretien::time::{Interval, Unit};

fn monthly() -> TaskTemplate {
    task("t", months(1), "01-05")
}

/// 5 April 2026 is a Sunday.
fn spring() -> Vec<Row> {
    vec![
        row(0, "01-05", "01-05"),
        row(0, "02-05", "02-05"),
        row(0, "03-05", "03-05"),
        row(0, "04-05", "04-06"),
    ]
}

#[test]
fn fixed_series() {
    let scene = Scene::new(vec![monthly()]).until("05-01");
    let planted: [Plant; 12] = [
        ("missing", |rows| without(rows, 1)),
        ("no rule gives", |rows| rows.push(row(0, "02-06", "02-06"))),
        ("no rule gives", |rows| rows.push(row(0, "05-05", "05-05"))),
        ("no rule gives", |rows| rows[0].subject = 1),
        ("no rule gives", |rows| rows[0].subject = 77),
        ("no rule gives", |rows| rows[0].task = 9),
        ("no rule gives", |rows| rows[1].nominal = d("02-06")),
        ("missing", |rows| rows[1].key += 1),
        ("counts from no other day", |rows| rows[1].base = d("01-05")),
        ("twice", |rows| rows.push(rows[1])),
        ("closed day", |rows| rows[3].date = d("04-05")),
        ("the roll leads to another day", |rows| rows[3].date = d("04-03")),
    ];
    judge("monthly", &scene, &spring(), &planted);
    let mut rows = spring();
    rows.swap(0, 1);
    assert!(scene.faults(&rows).contains(&"/occurrences/1: the row is out of order".to_owned()));
}

#[test]
fn a_roll_that_skips() {
    let scene = Scene::new(vec![with(monthly(), |task| task.roll = Roll::Skip)]).until("05-01");
    let rows = &spring()[..3];
    judge("skip", &scene, rows, &[("is closed and the roll is", |r| r.push(spring()[3]))]);
    // The total of another plan, in which nothing was left out.
    let other = Scene::new(vec![monthly()]).until("05-01");
    let faults = entretien::plan::check(&scene.input(), &other.plan(rows));
    assert!(faults.iter().any(|fault| fault.pointer == "/totals/skipped"), "{faults:?}");
}

#[test]
fn first_dates() {
    let after = with(monthly(), |task| task.policy.after_one_cycle = true);
    let scene = Scene::new(vec![after]).until("05-01");
    let first: &[Plant] = &[("no rule gives", |rows| rows.push(row(0, "01-05", "01-05")))];
    judge("after one cycle", &scene, &spring()[1..], first);

    let last = |task: &str| Happening::LastDone {
        task: TaskId::new(task).expect("an id"),
        asset: AssetId::new("a").expect("an id"),
    };
    let scene = Scene::new(vec![monthly()]).until("05-01").known_on("02-01");
    let scene = scene.event("01-12", last("t")).event("01-20", last("t"));
    let rows = [row(0, "02-20", "02-20"), row(0, "03-20", "03-20"), row(0, "04-20", "04-20")];
    let planted: [Plant; 3] = [
        ("no rule gives", |rows| rows.push(row(0, "01-20", "01-20"))),
        ("no rule gives", |rows| rows[0] = row(0, "02-05", "02-05")),
        ("missing", |rows| rows[0] = row(0, "02-12", "02-12")),
    ];
    judge("start in progress", &scene, &rows, &planted);
    // A completion that the plan does not know yet.
    let scene = Scene::new(vec![monthly()]).until("05-01").event("01-20", last("t"));
    let early: &[Plant] = &[("missing", |rows| rows[1] = row(0, "02-20", "02-20"))];
    judge("not known", &scene, &spring(), early);

    let scene = Scene::new(vec![task("t", months(1), "")]).contract("c", "01-12", 0);
    let scene = scene.until("04-01");
    let own = |nominal| Row { contract: Some(0), ..row(0, nominal, nominal) };
    let planted: [Plant; 2] = [
        ("no rule gives", |rows| rows[0] = row(0, "01-01", "01-01")),
        ("the contract `c` covers it", |rows| rows[1].contract = None),
    ];
    judge("contract", &scene, &[own("01-12"), own("02-12"), own("03-12")], &planted);
}

#[test]
fn cycle_factor() {
    let days = Every::Interval(Interval::new(150, Unit::Day).expect("an interval"));
    let factor = with(task("t", days, "01-05"), |task| task.policy.cycle_percent = 120);
    let rows = [row(0, "01-05", "01-05"), row(0, "07-04", "07-06"), row(0, "12-31", "12-31")];
    let planted: &[Plant] = &[("no rule gives", |rows| rows[1] = row(0, "06-04", "06-04"))];
    judge("150 days × 1.2", &Scene::new(vec![factor]), &rows, planted);
}

#[test]
fn seasons() {
    let with_season = |outside| {
        let spans = season("03-01", "05-01");
        with(monthly(), |task| {
            task.policy.season = Some(Season { spans: spans.clone(), outside });
        })
    };
    let scene = Scene::new(vec![with_season(OutOfSeason::Skip)]).until("05-01");
    let planted: [Plant; 3] = [
        ("outside the season", |rows| rows.push(row(0, "02-05", "02-05"))),
        ("missing", |rows| without(rows, 0)),
        ("no season moved it", |rows| rows[0].marks = Marks::SEASON),
    ];
    judge("left out", &scene, &spring()[2..], &planted);
    // 1 March is a Sunday.
    let mut rows = spring();
    for row in &mut rows[..2] {
        (row.date, row.marks) = (d("03-02"), Marks::SEASON);
    }
    let scene = Scene::new(vec![with_season(OutOfSeason::Next)]).until("05-01");
    let planted: [Plant; 3] = [
        ("the season moved it", |rows| rows[0].marks = Marks::default()),
        ("the window is", |rows| rows[0].date = d("01-05")),
        ("missing", |rows| without(rows, 1)),
    ];
    judge("moved", &scene, &rows, &planted);
}

#[test]
fn sequences() {
    let own = |id| task(id, Every::Sequence, "");
    let id = |text| TaskId::new(text).expect("an id");
    let host = with(task("h", months(1), "01-05"), |task| {
        task.policy.sequence = vec![id("q"), id("q"), id("y")];
    });
    let mut scene = Scene::new(vec![host, own("q"), own("y")]).until("05-01");
    let mut rows = spring();
    for (row, task) in rows.iter_mut().zip([1, 1, 2, 1]) {
        row.task = task;
    }
    let planted: [Plant; 3] = [
        ("missing", |rows| rows[1].task = 2),
        ("no rule gives", |rows| rows[2].task = 1),
        ("no rule gives", |rows| rows[0].task = 0),
    ];
    judge("q q y q", &scene, &rows, &planted);
    // The turn goes on from the anchor, wherever the horizon begins.
    scene.from = d("03-01");
    judge("from March", &scene, &rows[2..], &[("no rule gives", |rows| rows[0].task = 1)]);
}

#[test]
fn rules_of_5545() {
    let rule = Rule::parse("FREQ=MONTHLY;BYDAY=2TU").expect("a rule");
    let scene = Scene::new(vec![task("t", Every::Rule(Box::new(rule)), "01-01")]).until("04-01");
    let rows = ["01-13", "02-10", "03-10"].map(|day| row(0, day, day));
    let planted: &[Plant] = &[("no rule gives", |rows| rows[1] = row(0, "02-03", "02-03"))];
    judge("second Tuesdays", &scene, &rows, planted);
}

#[test]
fn from_completion() {
    let floating = with(monthly(), |task| task.policy.counting = Counting::FromCompletion);
    let done = Happening::Done(occurrence("t/a/1"));
    let mut scene =
        Scene::new(vec![floating]).until("05-01").known_on("02-12").event("01-08", done);
    // 8 February is a Sunday; on the 12th the second is overdue.
    let rows = [
        moving(0, 1, "01-05", "01-05", "01-05"),
        moving(0, 2, "02-08", "02-09", "01-08"),
        moving(0, 3, "03-12", "03-12", "02-12"),
        moving(0, 4, "04-12", "04-13", "03-12"),
    ];
    let planted: [Plant; 8] = [
        ("it follows to be 2026-02-08", |rows| rows[1] = moving(0, 2, "02-05", "02-05", "01-05")),
        ("not from 2026-01-08", |rows| rows[1].base = d("01-05")),
        ("it follows to be 2026-03-12", |rows| {
            rows[2] = moving(0, 3, "03-09", "03-09", "02-09");
        }),
        ("not from 2026-02-12", |rows| rows[2].base = d("02-09")),
        ("ordinal 3 of nominal date 2026-03-12, is missing", |rows| without(rows, 2)),
        ("ordinal 4 of nominal date 2026-04-12, is missing", |rows| rows.truncate(rows.len() - 1)),
        ("ordinal 4 of nominal date 2026-04-12, is missing", |rows| rows[3].key = 5),
        ("no rule gives", |rows| rows.push(moving(0, 5, "05-12", "05-12", "04-13"))),
    ];
    judge("floating", &scene, &rows, &planted);
    scene.from = d("03-01");
    let planted: [Plant; 3] = [
        ("not from 2026-02-12", |rows| rows[0].base = d("02-09")),
        ("it follows to be 2026-03-12", |rows| rows[0].nominal = d("03-11")),
        ("missing", |rows| rows.clear()),
    ];
    judge("walked from January", &scene, &rows[2..], &planted);
}

#[test]
fn a_skipped_ordinal() {
    let floating = with(monthly(), |task| task.policy.counting = Counting::FromCompletion);
    let skipped = Happening::Skipped { occurrence: occurrence("t/a/4"), resets_meter: false };
    let scene = Scene::new(vec![floating]).until("06-01").event("01-01", skipped);
    // Ordinal 4 is not done, and counts as done on Sunday 5 April.
    let rows = [
        moving(0, 1, "01-05", "01-05", "01-05"),
        moving(0, 2, "02-05", "02-05", "01-05"),
        moving(0, 3, "03-05", "03-05", "02-05"),
        marked(moving(0, 4, "04-05", "04-06", "03-05"), Marks::SKIPPED),
        moving(0, 5, "05-05", "05-05", "04-05"),
    ];
    let planted: [Plant; 2] = [
        ("it follows to be 2026-05-05", |rows| rows[4] = moving(0, 5, "05-06", "05-06", "04-06")),
        ("missing", |rows| without(rows, 3)),
    ];
    judge("skipped", &scene, &rows, &planted);
}

#[test]
fn partial_shift() {
    let shift = Shift { tolerance_percent: 10, factor_percent: 50 };
    let rule = PartialShift { early: shift, late: shift };
    let sap = with(task("t", months(3), "06-01"), |task| {
        task.policy.counting = Counting::PartialShift(rule);
    });
    let done = |day| {
        let scene = Scene::new(vec![sap.clone()]).until("12-01").known_on("06-20");
        scene.event(day, Happening::Done(occurrence("t/a/1")))
    };
    let first = moving(0, 1, "06-01", "06-01", "06-01");
    let rows = [first, moving(0, 2, "09-08", "09-08", "09-08")];
    let planted: [Plant; 2] = [
        ("it follows to be 2026-09-08", |rows| rows[1] = moving(0, 2, "09-01", "09-01", "06-01")),
        ("it follows to be 2026-09-08", |rows| rows[1] = moving(0, 2, "09-15", "09-15", "09-15")),
    ];
    judge("14 days late", &done("06-15"), &rows, &planted);
    let rows = [first, moving(0, 2, "09-01", "09-01", "06-01")];
    let planted: &[Plant] =
        &[("it follows to be 2026-09-01", |r| r[1] = moving(0, 2, "09-04", "09-04", "09-04"))];
    judge("7 days late", &done("06-08"), &rows, planted);
}

fn pages(counting: Counting, ahead: u64, or: Option<Interval>) -> TaskTemplate {
    let meter = MeterCycle {
        meter: "pages".into(),
        units: 1_000,
        call_ahead_units: ahead,
        window_days: 30,
    };
    let mut cycles = vec![Cycle::Meter(meter)];
    cycles.extend(or.map(Cycle::Time));
    let counters = Counters { sets: vec![CycleSet { cycles, join: Join::Or, times: None }] };
    let own = task("t", Every::Counters(Box::new(counters)), "01-01");
    with(own, |task| task.policy.counting = counting)
}

#[test]
fn counters() {
    let on = |task| Scene::new(vec![task]).pages().known_on("01-11").until("03-01");
    // 50 pages a day: 1 000 on 21 January, 2 000 on 10 February.
    let rows = [moving(0, 1, "01-21", "01-21", "01-21"), moving(0, 2, "02-10", "02-10", "01-21")];
    let planted: [Plant; 4] = [
        ("it follows to be 2026-01-21", |rows| rows[0] = moving(0, 1, "01-22", "01-22", "01-22")),
        ("it follows to be 2026-02-10", |rows| rows[1] = moving(0, 2, "02-11", "02-11", "01-21")),
        ("missing", |rows| rows.truncate(rows.len() - 1)),
        ("no rule gives", |rows| rows.push(moving(0, 3, "03-02", "03-02", "02-10"))),
    ];
    judge("multiples", &on(pages(Counting::Fixed, 0, None)), &rows, &planted);
    let planted: [Plant; 3] = [
        ("not from 2026-01-21", |rows| rows[1].base = d("01-01")),
        ("the first counts from", |rows| rows[0].base = d("01-11")),
        ("missing", |rows| without(rows, 0)),
    ];
    judge("floating", &on(pages(Counting::FromCompletion, 0, None)), &rows, &planted);
    // 8 and 28 February are a Sunday and a Saturday.
    let ahead = [
        moving(0, 1, "01-19", "01-19", "01-19"),
        moving(0, 2, "02-08", "02-09", "01-19"),
        moving(0, 3, "02-28", "03-02", "02-09"),
    ];
    let planted: &[Plant] = &[("it follows to be 2026-01-19", |rows| {
        rows[0] = moving(0, 1, "01-21", "01-21", "01-21");
    })];
    judge("call ahead", &on(pages(Counting::Fixed, 100, None)), &ahead, planted);
    let weeks = Interval::new(2, Unit::Week);
    let sooner = [
        moving(0, 1, "01-15", "01-15", "01-15"),
        moving(0, 2, "01-29", "01-29", "01-15"),
        moving(0, 3, "02-12", "02-12", "01-29"),
        moving(0, 4, "02-26", "02-26", "02-12"),
    ];
    let planted: &[Plant] = &[("it follows to be 2026-01-15", |rows| {
        rows[0] = moving(0, 1, "01-21", "01-21", "01-21");
    })];
    judge("or two weeks", &on(pages(Counting::FromCompletion, 0, weeks)), &sooner, planted);
    let unread = Scene::new(vec![pages(Counting::Fixed, 0, None)]).until("03-01");
    let invented: &[Plant] =
        &[("no rule gives", |rows| rows.push(moving(0, 1, "01-21", "01-21", "01-21")))];
    judge("no meter", &unread, &[], invented);
}
