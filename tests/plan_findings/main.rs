//! What plans find, by cases; smallest sets of rules against all subsets; what an occurrence costs.

mod costs;
mod page;
mod parts;
mod sets;

use entretien::calendar::{MonthDay, YearSpan};
use entretien::id::{CalendarId, SkillId, TaskId};
use entretien::inventory::{Estate, Usage};
use entretien::plan::{
    Capacity, Counters, Cycle, CycleSet, Every, Happening, Join, Kind, Meter, MeterCycle, Nest,
    Nesting, NoDate, Occasion, OutOfSeason, PlanFinding, PlanParts, Reading, RequestKind, Season,
    WindowKind,
};
use entretien::text::Lang;
use parts::*;

/// A finding in one line: code, subject or skill, task, day, figures, what it names, sentence.
fn line(finding: &PlanFinding) -> String {
    let figures: Vec<String> =
        finding.figures.iter().map(|figure| format!("{}={}", figure.name, figure.value)).collect();
    let names = [&finding.occurrence, &finding.request, &finding.event];
    let mut given: Vec<&str> = names.into_iter().filter_map(|name| name.as_deref()).collect();
    given.extend(finding.reason.map(NoDate::code));
    given.extend(finding.rules.iter().map(|rule| &**rule));
    let skill = finding.skill.as_ref().map(SkillId::as_str);
    let columns = [
        finding.code,
        finding.subject.as_deref().or(skill).unwrap_or("-"),
        finding.task.as_ref().map_or("-", TaskId::as_str),
        &finding.day.to_string(),
        &figures.join(" "),
        &given.join(" "),
        finding.text.get(Lang::En),
    ];
    columns.join(" | ")
}

struct Case {
    name: &'static str,
    tasks: &'static [(&'static str, &'static str)],
    edit: fn(&mut PlanParts),
    expect: &'static [&'static str],
}

/// What a plan may find; each has a case below.
const CODES: [&str; 8] = [
    "PLAN-020", "PLAN-021", "PLAN-022", "PLAN-023", "PLAN-024", "PLAN-025", "PLAN-026", "PLAN-027",
];

fn run(cases: &[Case]) {
    let mut failures = Vec::new();
    for case in cases {
        let mut parts = parts(case.tasks);
        (case.edit)(&mut parts);
        let findings = plan_of(parts).findings();
        let found: Vec<String> = findings.iter().map(line).collect();
        if found != case.expect {
            failures.push(format!("{}:\n  found {found:#?}", case.name));
        }
        let key = |f: &PlanFinding| (f.code, f.subject.clone(), f.task.clone(), f.day);
        assert!(findings.is_sorted_by_key(key), "{}", case.name);
        for finding in &findings {
            assert!(CODES.contains(&finding.code));
            let french = finding.text.get(Lang::Fr);
            assert!(french != finding.text.get(Lang::En) && !french.is_empty(), "{}", case.name);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// `PLAN-020` and `PLAN-026`.
#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn work_without_a_day() {
    run(&[
        Case {
            name: "free days: nothing to say",
            tasks: &[("t", "yearly")],
            edit: |_| {},
            expect: &[],
        },
        Case {
            name: "a blackout over the working days, the calendar for the rest",
            tasks: &[("t", "yearly")],
            edit: |parts| {
                only_on(&mut parts.tasks[0], "x");
                parts.tasks[0].roll = entretien::calendar::Roll::Next;
                parts.tasks[0].policy.tolerance = Some(tolerance(7));
                parts.programme.windows = vec![
                    window("a-week", WindowKind::Blackout, &[("2026-01-05", "2026-01-10")]),
                    window(
                        "winter-freeze",
                        WindowKind::Blackout,
                        &[
                            ("2025-12-29", "2026-01-03"),
                            ("2026-01-05", "2026-01-10"),
                            ("2026-01-12", "2026-01-13"),
                        ],
                    ),
                ];
            },
            expect: &[
                "PLAN-020 | x | t | 2026-01-05 | days=15 rules=2 smallest=1 beyond_days=0 | t/x/2026-01-05 blackout:winter-freeze calendar | no day from 2025-12-29 to 2026-01-12 fits t on x: blackout winter-freeze and calendar exclude them all",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "one rule on one day",
            tasks: &[("t", "yearly")],
            edit: |parts| {
                only_on(&mut parts.tasks[0], "x");
                parts.tasks[0].policy.interrupts = true;
                let freeze = window("gel", WindowKind::Freeze, &[("2026-01-01", "2026-02-01")]);
                parts.programme.windows = vec![freeze];
            },
            expect: &[
                "PLAN-020 | x | t | 2026-01-05 | days=1 rules=1 smallest=1 beyond_days=0 | t/x/2026-01-05 freeze:gel | 2026-01-05 does not fit t on x: freeze gel excludes it",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "a redundant asset that was placed first",
            tasks: &[("t", "yearly")],
            edit: |parts| parts.tasks[0].policy.interrupts = true,
            expect: &[
                "PLAN-020 | y | t | 2026-01-05 | days=1 rules=1 smallest=1 beyond_days=0 | t/y/2026-01-05 apart:x | 2026-01-05 does not fit t on y: work on redundant x excludes it",
            ],
        },
        Case {
            name: "what comes first is fixed too late",
            tasks: &[("first", "yearly"), ("then", "yearly")],
            edit: |parts| {
                parts.tasks.iter_mut().for_each(|task| only_on(task, "x"));
                parts.tasks[1].policy.after = vec![task_id("first")];
                parts.tasks[1].policy.tolerance = Some(tolerance(2));
                parts.programme.events = vec![fixed("e", "first/x/2026-01-05", "2026-01-20")];
            },
            expect: &[
                "PLAN-020 | x | then | 2026-01-05 | days=5 rules=1 smallest=1 beyond_days=0 | then/x/2026-01-05 order:first | no day from 2026-01-03 to 2026-01-07 fits then on x: the order after first excludes them all",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "maintenance windows that a blackout closes",
            tasks: &[("t", "yearly")],
            edit: |parts| {
                only_on(&mut parts.tasks[0], "x");
                parts.tasks[0].policy.tolerance = Some(tolerance(3));
                let mut saturday = window("saturday", WindowKind::Maintenance, &[]);
                saturday.weekdays[5] = true;
                parts.programme.windows = vec![
                    saturday,
                    window("b", WindowKind::Blackout, &[("2026-01-03", "2026-01-04")]),
                ];
            },
            expect: &[
                "PLAN-020 | x | t | 2026-01-05 | days=7 rules=2 smallest=1 beyond_days=0 | t/x/2026-01-05 blackout:b maintenance | no day from 2026-01-02 to 2026-01-08 fits t on x: blackout b and maintenance windows exclude them all",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "a Monday that is too short",
            tasks: &[("t", "yearly")],
            edit: |parts| {
                only_on(&mut parts.tasks[0], "x");
                parts.default_calendar = CalendarId::new("short").expect("an id");
            },
            expect: &[
                "PLAN-020 | x | t | 2026-01-05 | days=1 rules=1 smallest=1 beyond_days=0 | t/x/2026-01-05 hours | 2026-01-05 does not fit t on x: opening hours exclude it",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "what comes first is beyond the plan",
            tasks: &[("first", "yearly"), ("then", "yearly")],
            edit: |parts| {
                parts.tasks.iter_mut().for_each(|task| only_on(task, "x"));
                parts.tasks[0].anchor = Some(day("2025-12-31"));
                parts.tasks[1].policy.after = vec![task_id("first")];
                parts.tasks[1].policy.tolerance = Some(tolerance(7));
                parts.programme.windows =
                    vec![window("b", WindowKind::Blackout, &[("2025-12-01", "2026-01-01")])];
                parts.programme.events = vec![fixed("e", "first/x/2025-12-31", "2026-01-20")];
            },
            expect: &[
                "PLAN-020 | x | then | 2026-01-05 | days=15 rules=1 smallest=1 beyond_days=12 | then/x/2026-01-05 blackout:b | no day from 2025-12-29 to 2026-01-12 fits then on x: blackout b excludes all others; work beyond the plan keeps it off 12 days",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "fixed on a closed day in a blackout",
            tasks: &[("t", "yearly")],
            edit: |parts| {
                only_on(&mut parts.tasks[0], "x");
                parts.tasks[0].roll = entretien::calendar::Roll::Next;
                parts.programme.windows =
                    vec![window("b", WindowKind::Blackout, &[("2026-01-01", "2026-02-01")])];
                parts.programme.events = vec![fixed("e", "t/x/2026-01-05", "2026-01-10")];
            },
            expect: &[
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
                "PLAN-026 | x | t | 2026-01-10 | rules=2 | t/x/2026-01-05 e blackout:b calendar | t on x is fixed on 2026-01-10, against blackout b and calendar",
            ],
        },
        Case {
            name: "fixed on a free day",
            tasks: &[("t", "yearly")],
            edit: |parts| {
                parts.programme.events = vec![fixed("e", "t/x/2026-01-05", "2026-01-13")];
            },
            expect: &[],
        },
    ]);
}

/// `PLAN-021`, `PLAN-022` and `PLAN-023`.
#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn house_rules_that_are_not_kept() {
    run(&[
        Case {
            name: "quarterly is enough",
            tasks: &[("t", "quarterly")],
            edit: |parts| parts.house.judge_intervals = true,
            expect: &[],
        },
        Case {
            name: "half-yearly is not; a yearly of another kind does not help",
            tasks: &[("t", "half_yearly"), ("u", "quarterly")],
            edit: |parts| {
                parts.house.judge_intervals = true;
                parts.tasks[1].policy.kind = Kind::Update;
                only_on(&mut parts.tasks[0], "x");
                only_on(&mut parts.tasks[1], "x");
            },
            expect: &[
                "PLAN-021 | x | - | 2026-01-05 | gaps=2 gap_days=181 |  | no preventive work on x from 2026-01-05 to 2026-07-05, 181 days; the house rule asks for it every 3 months; 2 such gaps",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "every three months are too seldom under frequent usage, the ends of months are not",
            tasks: &[("t", "quarterly"), ("u", "monthly")],
            edit: |parts| {
                parts.house.judge_intervals = true;
                only_on(&mut parts.tasks[0], "y");
                only_on(&mut parts.tasks[1], "x");
                parts.tasks[1].anchor = Some(day("2026-01-31"));
                let mut assets = parts.estate.assets().to_vec();
                for asset in &mut assets {
                    asset.usage = Some(Usage::Frequent);
                }
                let (sites, relations) = (parts.estate.sites(), parts.estate.relations());
                parts.estate = Estate::new(sites.to_vec(), assets, relations.to_vec())
                    .unwrap_or_else(|error| panic!("{error}"));
            },
            expect: &[
                "PLAN-021 | y | - | 2026-01-05 | gaps=4 gap_days=90 |  | no preventive work on y from 2026-01-05 to 2026-04-05, 90 days; the house rule asks for it every month; 4 such gaps",
            ],
        },
        Case {
            name: "a skipped date leaves a gap, an absorbed one does not",
            tasks: &[("month", "monthly"), ("quarter", "quarterly")],
            edit: |parts| {
                parts.house.judge_intervals = true;
                let nest = |level| Nest { group: "g".into(), level, how: Nesting::Absorb };
                parts.tasks[0].policy.nest = Some(nest(1));
                parts.tasks[1].policy.nest = Some(nest(2));
                parts.tasks.iter_mut().for_each(|task| only_on(task, "x"));
                let skip = |id: &str| Happening::Skipped {
                    occurrence: occurrence(id),
                    resets_meter: false,
                };
                parts.programme.events = vec![
                    event("1", skip("month/x/2026-05-05")),
                    event("2", skip("month/x/2026-06-05")),
                    event("3", skip("quarter/x/2026-07-05")),
                    event("4", skip("month/x/2026-07-05")),
                ];
            },
            expect: &[
                "PLAN-021 | x | - | 2026-04-05 | gaps=1 gap_days=122 |  | no preventive work on x from 2026-04-05 to 2026-08-05, 122 days; the house rule asks for it every 3 months",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "a series that begins late and one that ends early",
            tasks: &[("t", "quarterly")],
            edit: |parts| {
                parts.house.judge_intervals = true;
                only_on(&mut parts.tasks[0], "x");
                parts.tasks[0].anchor = Some(day("2026-07-01"));
                parts.tasks[0].policy.after_one_cycle = true;
                let cancel = |id: &str| Happening::Cancelled(occurrence(id));
                parts.programme.events = vec![event("1", cancel("t/x/2026-10-01"))];
            },
            expect: &[
                "PLAN-021 | x | - | 2026-07-01 | gaps=1 gap_days=184 |  | no preventive work on x from 2026-07-01 to 2027-01-01, 184 days; the house rule asks for it every 3 months",
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
            ],
        },
        Case {
            name: "correctives: followed by a date of the series, by a follow-up, by nothing",
            tasks: &[("t", "quarterly")],
            edit: |parts| {
                parts.house.follow_up_days = Some(14);
                parts.programme.requests = vec![
                    corrective("served", "x", "2026-04-01"),
                    corrective("alone", "x", "2026-05-01"),
                    corrective("window beyond the plan", "x", "2026-12-20"),
                ];
            },
            expect: &[
                "PLAN-023 | x | - | 2026-05-01 | follow_up_days=14 | alone | no preventive work follows the corrective alone on x from 2026-05-02 to 2026-05-15",
            ],
        },
        Case {
            name: "a task follows, unless a decision leaves it out",
            tasks: &[("follow", "quarterly"), ("t", "quarterly")],
            edit: |parts| {
                parts.house.follow_up_days = Some(14);
                parts.tasks[0].every = on_occasion(Occasion::CorrectiveClosed);
                parts.tasks[0].anchor = None;
                parts.programme.requests =
                    vec![corrective("q", "x", "2026-05-01"), corrective("r", "y", "2026-05-01")];
                let skipped = Happening::Skipped {
                    occurrence: occurrence("follow/y/r"),
                    resets_meter: false,
                };
                parts.programme.events = vec![event("e", skipped)];
            },
            expect: &[
                "PLAN-023 | y | - | 2026-05-01 | follow_up_days=14 | r | no preventive work follows the corrective r on y from 2026-05-02 to 2026-05-15",
            ],
        },
    ]);
}

/// `PLAN-024`, `PLAN-025` and `PLAN-027`.
#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn work_without_a_date_events_about_nothing_and_full_weeks() {
    run(&[
        Case {
            name: "a meter that was never read",
            tasks: &[("t", "yearly"), ("u", "yearly")],
            edit: |parts| {
                let cycle = Cycle::Meter(MeterCycle {
                    meter: "pages".into(),
                    units: 1_000,
                    call_ahead_units: 0,
                    window_days: 90,
                });
                let set = CycleSet { cycles: vec![cycle], join: Join::Or, times: None };
                parts.tasks[0].every = Every::Counters(Box::new(Counters { sets: vec![set] }));
                parts.programme.meters =
                    vec![Meter::new(asset_id("x"), "pages", None, Vec::new()).expect("a meter")];
                let reading = Reading { day: day("2026-06-01"), value: 5, replaced_at: None };
                let meter = Meter::new(asset_id("y"), "pages", None, vec![reading]);
                parts.programme.meters.push(meter.expect("a meter"));
            },
            expect: &[
                "PLAN-024 | x | t | 2026-12-31 | ordinal=1 | no_reading | number 1 of t on x has no date: the meter was not read",
                "PLAN-024 | y | t | 2026-12-31 | ordinal=1 | one_reading | number 1 of t on y has no date: one reading alone within the window gives no average",
            ],
        },
        Case {
            name: "events",
            tasks: &[("t", "quarterly"), ("u", "yearly"), ("v", "yearly")],
            edit: |parts| {
                only_on(&mut parts.tasks[0], "x");
                let nest = |level| Nest { group: "g".into(), level, how: Nesting::Absorb };
                parts.tasks[0].policy.nest = Some(nest(1));
                parts.tasks[1].policy.nest = Some(nest(2));
                parts.tasks[2].every = on_occasion(Occasion::Finding);
                parts.tasks[2].anchor = None;
                let done = |id: &str| Happening::Done(occurrence(id));
                let last = |task: &str, asset: &str| Happening::LastDone {
                    task: task_id(task),
                    asset: asset_id(asset),
                };
                let mut later = event("later", done("t/x/2026-04-07"));
                later.day = day("2027-01-01");
                let mut ahead = corrective("ahead", "x", "2027-05-01");
                ahead.kind = RequestKind::Finding;
                parts.programme.requests = vec![corrective("q", "x", "2026-05-01"), ahead];
                parts.programme.events = vec![
                    event("not yet known", done("v/x/ahead")),
                    event("good", done("t/x/2026-04-05")),
                    event("beside", done("t/x/2026-04-06")),
                    event("beyond the plan", done("t/x/2028-04-06")),
                    event("not done there", done("t/y/2026-04-05")),
                    event("not its request", done("v/x/q")),
                    event("not there either", last("t", "y")),
                    fixed("absorbed", "t/x/2026-01-05", "2026-01-09"),
                    event("absorbed, but done", done("t/x/2026-01-05")),
                    later,
                ];
            },
            expect: &[
                "PLAN-025 | x | t | 2026-01-01 |  | t/x/2026-01-05 absorbed | event absorbed about t/x/2026-01-05: another occurrence does its work",
                "PLAN-025 | x | t | 2026-01-01 |  | t/x/2026-04-06 beside | event beside about t/x/2026-04-06: the series has no such date",
                "PLAN-025 | x | v | 2026-01-01 |  | v/x/q not its request | event not its request about v/x/q: the task does not answer it",
                "PLAN-025 | y | t | 2026-01-01 |  | not there either | event not there either about t on y: the task is not done there",
                "PLAN-025 | y | t | 2026-01-01 |  | t/y/2026-04-05 not done there | event not done there about t/y/2026-04-05: the task is not done there",
            ],
        },
        Case {
            name: "dates of a sequence, out of season, and of a follow-up that a preventive serves",
            tasks: &[
                ("a", "quarterly"),
                ("b", "quarterly"),
                ("f", "quarterly"),
                ("q", "quarterly"),
                ("s", "quarterly"),
            ],
            edit: |parts| {
                parts.tasks.iter_mut().for_each(|task| only_on(task, "x"));
                for member in &mut parts.tasks[..2] {
                    member.every = Every::Sequence;
                    member.anchor = None;
                }
                parts.tasks[2].every = on_occasion(Occasion::CorrectiveClosed);
                parts.tasks[2].anchor = None;
                parts.tasks[3].policy.sequence = vec![task_id("b"), task_id("a")];
                let summer = YearSpan::new(
                    MonthDay::parse("06-01").expect("a day"),
                    MonthDay::parse("08-31").expect("a day"),
                );
                parts.tasks[4].policy.season = Some(Season {
                    spans: vec![summer.expect("a span")],
                    outside: OutOfSeason::Skip,
                });
                parts.house.follow_up_days = Some(14);
                parts.programme.requests = vec![corrective("r", "x", "2026-04-01")];
                let done = |id: &str| Happening::Done(occurrence(id));
                parts.programme.events = vec![
                    event("first", done("b/x/2026-01-05")),
                    event("second", done("a/x/2026-04-05")),
                    event("not its turn", done("b/x/2026-04-05")),
                    event("nor its", done("a/x/2026-07-05")),
                    event("summer", done("s/x/2026-07-05")),
                    event("spring", done("s/x/2026-04-05")),
                    fixed("served", "f/x/r", "2026-04-10"),
                ];
            },
            expect: &[
                "PLAN-022 | y | - | 2026-01-01 |  |  | no preventive task is done on y",
                "PLAN-025 | x | a | 2026-01-01 |  | a/x/2026-07-05 nor its | event nor its about a/x/2026-07-05: the series has no such date",
                "PLAN-025 | x | b | 2026-01-01 |  | b/x/2026-04-05 not its turn | event not its turn about b/x/2026-04-05: the series has no such date",
                "PLAN-025 | x | f | 2026-01-01 |  | f/x/r served | event served about f/x/r: another occurrence does its work",
                "PLAN-025 | x | s | 2026-01-01 |  | s/x/2026-04-05 spring | event spring about s/x/2026-04-05: the series has no such date",
            ],
        },
        Case {
            name: "three hours a week are enough for two works of ninety minutes, less is not",
            tasks: &[("t", "yearly"), ("u", "yearly")],
            edit: |parts| {
                let skill = |id: &str| SkillId::new(id).expect("an id");
                parts.tasks[1].skill = skill("other");
                parts.capacity = vec![
                    Capacity { skill: skill("k"), minutes_per_week: 180 },
                    Capacity { skill: skill("other"), minutes_per_week: 179 },
                ];
            },
            expect: &[
                "PLAN-027 | other | - | 2026-01-05 | work_minutes=180 capacity_minutes=179 |  | 180 minutes of work for other in the week of 2026-01-05, which offers 179",
            ],
        },
    ]);
}

#[test]
fn assets_that_only_occasions_look_at_have_no_preventive() {
    let mut parts = parts(&[("follow", "yearly"), ("t", "yearly")]);
    parts.tasks[0].every = on_occasion(Occasion::CorrectiveClosed);
    parts.tasks[0].anchor = None;
    only_on(&mut parts.tasks[1], "x");
    let plan = plan_of(parts);
    let without: Vec<&str> =
        plan.assets_without_preventive().map(|asset| asset.id.as_str()).collect();
    assert_eq!(without, ["y"]);
}
