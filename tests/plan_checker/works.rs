//! Violations of what works do to each other and of what is decided about them.

use crate::scene::{
    Plant, Scene, d, judge, marked, months, moving, occurrence, row, task, tolerance, with, without,
};
use entretien::inventory::Selector;
use entretien::plan::{
    Counting, Every, Happening, Kind, Marks, Nest, Nesting, Occasion, OnOccasion, RequestKind, Row,
    Subject, TaskTemplate, check_house,
};

fn nested(id: &str, every: u32, level: u8, how: Nesting) -> TaskTemplate {
    with(task(id, months(every), "01-05"), |task| {
        task.policy.nest = Some(Nest { group: "visits".into(), level, how });
    })
}

/// Monthly and quarterly; 5 April is a Sunday.
fn packages(how: Nesting) -> Scene {
    let tasks = vec![nested("m", 1, 1, how), nested("q", 3, 2, how)];
    Scene::new(tasks).until("05-01")
}

fn quarterly() -> [Row; 2] {
    [row(1, "01-05", "01-05"), row(1, "04-05", "04-06")].map(|row| marked(row, Marks::ABSORBS))
}

#[test]
fn the_higher_absorbs_the_lower() {
    let [first, second] = quarterly();
    let rows = [first, row(0, "02-05", "02-05"), row(0, "03-05", "03-05"), second];
    let planted: [Plant; 5] = [
        ("a higher level absorbs it", |rows| rows.push(row(0, "01-05", "01-05"))),
        ("missing", |rows| without(rows, 1)),
        ("it absorbs, and does not say so", |rows| rows[0].marks = Marks::default()),
        ("it absorbs nothing", |rows| rows[1].marks = Marks::ABSORBS),
        ("missing", |rows| without(rows, 0)),
    ];
    judge("absorb", &packages(Nesting::Absorb), &rows, &planted);

    let both = [
        row(0, "01-05", "01-05"),
        row(1, "01-05", "01-05"),
        row(0, "02-05", "02-05"),
        row(0, "03-05", "03-05"),
        row(0, "04-05", "04-06"),
        row(1, "04-05", "04-06"),
    ];
    let planted: [Plant; 2] = [
        ("missing", |rows| without(rows, 0)),
        ("it absorbs nothing", |rows| rows[1].marks = Marks::ABSORBS),
    ];
    judge("add", &packages(Nesting::Add), &both, &planted);

    let skip = Happening::Skipped { occurrence: occurrence("q/a/2026-01-05"), resets_meter: false };
    let scene = packages(Nesting::Absorb).event("01-01", skip);
    let rows = [
        row(0, "01-05", "01-05"),
        marked(first, Marks::SKIPPED),
        row(0, "02-05", "02-05"),
        row(0, "03-05", "03-05"),
        second,
    ];
    let planted: [Plant; 2] = [
        ("missing", |rows| without(rows, 0)),
        ("it absorbs nothing", |rows| rows[1].marks = rows[1].marks.with(Marks::ABSORBS)),
    ];
    judge("what is skipped absorbs nothing", &scene, &rows, &planted);
}

#[test]
fn what_absorbs_may_lie_beyond_the_horizon() {
    let mut scene = packages(Nesting::Absorb).until("04-04");
    scene.tasks[1].policy.tolerance = Some(tolerance(31, 0));
    // The quarterly of 5 April absorbs from 5 March on.
    let rows = [quarterly()[0], row(0, "02-05", "02-05")];
    let planted: [Plant; 2] = [
        ("a higher level absorbs it", |rows| rows.push(row(0, "03-05", "03-05"))),
        ("missing", |rows| without(rows, 1)),
    ];
    judge("beyond", &scene, &rows, &planted);
}

#[test]
fn a_lower_series_that_moves_counts_from_what_absorbed_it() {
    let mut scene = packages(Nesting::Absorb).until("05-31");
    scene.tasks[0].policy.counting = Counting::FromCompletion;
    let [first, second] = quarterly();
    let rows = [
        first,
        moving(0, 2, "02-05", "02-05", "01-05"),
        moving(0, 3, "03-05", "03-05", "02-05"),
        second,
        moving(0, 5, "05-06", "05-06", "04-06"),
    ];
    let planted: [Plant; 4] = [
        ("a higher level absorbs it", |rows| {
            rows.push(moving(0, 1, "01-05", "01-05", "01-05"));
        }),
        ("it follows to be 2026-05-06", |rows| rows[4] = moving(0, 5, "05-05", "05-05", "04-05")),
        ("it absorbs, and does not say so", |rows| rows[3].marks = Marks::default()),
        ("missing", |rows| without(rows, 2)),
    ];
    judge("moving", &scene, &rows, &planted);
    // What absorbed it is overdue: it counts on from the day of the plan, as any overdue work does.
    let overdue = scene.known_on("01-20").until("03-01");
    let later = [rows[0], moving(0, 2, "02-20", "02-20", "01-20")];
    judge("absorbed and overdue", &overdue, &later, &[]);
}

#[test]
fn decisions() {
    let id = || occurrence("t/a/2026-02-05");
    let scene = |decisions: &[Happening]| {
        let scene =
            Scene::new(vec![task("t", months(1), "01-05")]).until("04-01").known_on("01-10");
        decisions.iter().cloned().fold(scene, |scene, own| scene.event("01-02", own))
    };
    let rows = |own: Row| [row(0, "01-05", "01-05"), own, row(0, "03-05", "03-05")];
    let plain = row(0, "02-05", "02-05");
    let skipped = Happening::Skipped { occurrence: id(), resets_meter: false };
    let planted: [Plant; 3] = [
        ("a decision says skipped", |rows| rows[1].marks = Marks::default()),
        ("missing", |rows| without(rows, 1)),
        ("no decision says so", |rows| rows[2].marks = Marks::SKIPPED),
    ];
    judge("skipped", &scene(&[skipped]), &rows(marked(plain, Marks::SKIPPED)), &planted);

    let moved = Happening::Moved { occurrence: id(), to: d("02-12") };
    let own = Row { date: d("02-12"), marks: Marks::MOVED, ..plain };
    let planted: [Plant; 2] = [
        ("the window is", |rows| rows[1].date = d("02-05")),
        ("a decision says moved", |rows| rows[1].marks = Marks::default()),
    ];
    judge("moved", &scene(std::slice::from_ref(&moved)), &rows(own), &planted);

    // A Saturday, whatever else says otherwise.
    let fixed = Happening::Fixed { occurrence: id(), on: d("02-07") };
    let own = Row { date: d("02-07"), marks: Marks::FIXED, ..plain };
    let planted: [Plant; 2] = [
        ("fixed on 2026-02-07", |rows| rows[1].date = d("02-09")),
        ("a decision says fixed", |rows| rows[1].marks = Marks::default()),
    ];
    judge("fixed", &scene(&[fixed]), &rows(own), &planted);

    // Of one day, the decision of the greater id holds; that it was done is none.
    let both = [moved, Happening::Cancelled(id()), Happening::Done(id())];
    let planted: [Plant; 2] = [
        ("a decision says cancelled", |rows| rows[1].marks = Marks::MOVED),
        ("no decision says so", |rows| rows[1].marks = Marks::CANCELLED.with(Marks::MOVED)),
    ];
    judge("the latest holds", &scene(&both), &rows(marked(plain, Marks::CANCELLED)), &planted);

    let later = scene(&[]).event("01-11", Happening::Cancelled(id()));
    let planted: [Plant; 2] = [
        ("no decision says so", |rows| rows[1].marks = Marks::CANCELLED),
        ("a mark that there is not", |rows| rows[0].marks = Marks::from_bits(1 << 14)),
    ];
    judge("not known yet", &later, &rows(plain), &planted);
}

fn answering(id: &str, occasion: Occasion, offset_days: Option<i32>) -> TaskTemplate {
    let served_by_preventive = occasion == Occasion::CorrectiveClosed;
    let on = OnOccasion { occasion, offset_days, served_by_preventive, remedies: Vec::new() };
    task(id, Every::Occasion(Box::new(on)), "")
}

fn answer(task: u16, day: &str, nominal: &str, date: &str) -> Row {
    Row { key: 0, base: d(day), ..row(task, nominal, date) }
}

#[test]
fn follow_ups() {
    let follow = || answering("f", Occasion::CorrectiveClosed, None);
    let closed = |day| Scene::new(vec![follow()]).request(RequestKind::CorrectiveClosed, day);
    let planted: [Plant; 5] = [
        ("missing", |rows| rows.clear()),
        ("no rule gives", |rows| rows[0] = answer(0, "06-01", "06-16", "06-16")),
        ("no rule gives", |rows| rows[0].key = 1),
        ("the day of the occasion", |rows| rows[0].base = rows[0].nominal),
        ("it serves as no follow-up", |rows| rows[0].marks = Marks::SERVES),
    ];
    let scene = closed("06-01").known_on("06-10");
    judge("14 days", &scene, &[answer(0, "06-01", "06-15", "06-15")], &planted);
    // 20 June is a Saturday: the working day before it.
    let planted: &[Plant] = &[("the window is", |rows| rows[0].date = d("06-22"))];
    let scene = closed("06-06").known_on("06-10");
    judge("rolled back", &scene, &[answer(0, "06-06", "06-20", "06-19")], planted);
    let early: &[Plant] = &[("no rule gives", |r| r.push(answer(0, "06-01", "06-15", "06-15")))];
    judge("not known yet", &closed("06-01"), &[], early);

    let preventive = task("p", months(12), "06-05");
    let scene = Scene::new(vec![follow(), preventive]);
    let scene = scene.request(RequestKind::CorrectiveClosed, "06-01").known_on("06-02");
    let serves = marked(row(1, "06-05", "06-05"), Marks::SERVES);
    let planted: [Plant; 2] = [
        ("does not say so", |rows| rows[0].marks = Marks::default()),
        ("`p` serves instead", |rows| rows.push(answer(0, "06-01", "06-15", "06-15"))),
    ];
    judge("served", &scene, &[serves], &planted);
    // What is skipped does not serve.
    let skip = Happening::Skipped { occurrence: occurrence("p/a/2026-06-05"), resets_meter: false };
    let rows = [marked(serves, Marks::SKIPPED), answer(0, "06-01", "06-15", "06-15")];
    let planted: [Plant; 2] = [
        ("missing", |rows| without(rows, 1)),
        ("it serves as no follow-up", |r| r[0].marks = r[0].marks.with(Marks::SERVES)),
    ];
    judge("skipped does not serve", &scene.event("06-02", skip), &rows, &planted);
}

#[test]
fn other_occasions() {
    let replace = answering("replace", Occasion::EndOfSupport, Some(-90));
    let scene = Scene::new(vec![replace]).request(RequestKind::EndOfSupport, "10-13");
    let planted: [Plant; 2] = [
        ("missing", |rows| rows.clear()),
        ("the window is 2026-07-15 to 2026-10-13", |rows| rows[0].date = d("07-14")),
    ];
    judge("90 days before", &scene, &[answer(0, "10-13", "07-15", "07-15")], &planted);

    let kick_off = with(answering("kick", Occasion::ContractBegin, None), |task| {
        (task.policy.subject, task.policy.kind) = (Subject::Contract, Kind::Meeting);
        task.applies_to = Selector::default();
    });
    let review = with(task("review", Every::House, ""), |task| {
        (task.policy.subject, task.policy.kind) = (Subject::Contract, Kind::Meeting);
        task.applies_to = Selector::default();
        task.policy.after_one_cycle = true;
    });
    let mut scene = Scene::new(vec![kick_off, review]).contract("c", "01-12", 0).until("05-01");
    let own = |row: Row| Row { subject: 2, contract: Some(0), ..row };
    let rows = [own(answer(0, "01-12", "01-12", "01-12")), own(row(1, "04-12", "04-13"))];
    let planted: [Plant; 4] = [
        ("missing", |rows| without(rows, 0)),
        ("missing", |rows| without(rows, 1)),
        ("no rule gives", |rows| rows[1].subject = 0),
        ("the contract `c` covers it", |rows| rows[1].contract = None),
    ];
    judge("meetings", &scene, &rows, &planted);
    (scene.house.kick_off, scene.house.review) = (false, None);
    let none: &[Plant] = &[("no rule gives", |rows| {
        rows.push(Row { subject: 2, contract: Some(0), ..answer(0, "01-12", "01-12", "01-12") });
    })];
    judge("switched off", &scene, &[], none);
}

#[test]
fn contracts() {
    let scene = Scene::new(vec![task("t", months(1), "01-05")]).until("03-01");
    let scene = scene.contract("c1", "01-01", 0).contract("c2", "02-01", 5);
    let own = |row: Row, contract| Row { contract: Some(contract), ..row };
    let rows = [own(row(0, "01-05", "01-05"), 0), own(row(0, "02-05", "02-05"), 1)];
    let planted: [Plant; 3] = [
        ("the contract `c1` covers it", |rows| rows[0].contract = Some(1)),
        ("the contract `c2` covers it", |rows| rows[1].contract = Some(0)),
        ("the contract `c1` covers it", |rows| rows[0].contract = None),
    ];
    judge("priority", &scene, &rows, &planted);
    let scene = Scene::new(vec![task("t", months(1), "01-05")]).until("02-01");
    let scene = scene.contract("c", "03-01", 0);
    let early: &[Plant] = &[("no contract covers it", |rows| rows[0].contract = Some(0))];
    judge("not begun", &scene, &[row(0, "01-05", "01-05")], early);
}

/// Totals of rows that are not those of the plan.
#[test]
fn totals() {
    let id = occurrence("t/a/2026-02-05");
    let scene = Scene::new(vec![task("t", months(1), "01-05")]).until("03-01");
    let scene = scene.event("01-01", Happening::Cancelled(id));
    let rows = [row(0, "01-05", "01-05"), marked(row(0, "02-05", "02-05"), Marks::CANCELLED)];
    assert_eq!(scene.faults(&rows), Vec::<String>::new());
    let totals = scene.plan(&rows).totals().clone();
    assert_eq!((totals.occurrences, totals.work_minutes), (1, 60), "cancelled work is no work");
}

#[test]
fn house_intervals() {
    let scene = Scene::new(vec![task("t", months(1), "01-15")]);
    let rows = [
        row(0, "01-15", "01-15"),
        row(0, "04-15", "04-15"),
        row(0, "07-16", "07-16"),
        marked(row(0, "08-16", "08-16"), Marks::SKIPPED),
        row(0, "10-16", "10-16"),
    ];
    let gaps = check_house(&scene.input(), &scene.plan(&rows));
    assert_eq!(gaps, [(0, d("04-15"), d("07-16"))]);
    let gaps = check_house(&scene.input(), &scene.plan(&[rows[0], rows[4]]));
    assert_eq!(gaps, [(0, d("01-15"), d("10-16"))]);
    // A month from 31 January reaches to 28 February.
    let mut scene = scene;
    scene.house.normal = entretien::time::Interval::MONTHLY;
    let ends = |days: [&str; 2]| days.map(|day| row(0, day, day));
    let gaps = |rows: [Row; 2]| check_house(&scene.input(), &scene.plan(&rows)).len();
    assert_eq!((gaps(ends(["01-31", "02-28"])), gaps(ends(["01-31", "03-01"]))), (0, 1));
    // Meetings and updates are no preventive work.
    scene.tasks[0].policy.kind = Kind::Update;
    assert!(check_house(&scene.input(), &scene.plan(&rows)).is_empty());
}
