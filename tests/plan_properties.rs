//! Properties of plans on seeded random engagements: checked, order-free, thread-free, horizon-free.

use chrono::NaiveDate;
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::recurrence::{Generator, Rule};
use entretien::takeover::Takeover;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

const EVERY: [&str; 7] =
    ["daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly", "house"];
const ROLLS: [&str; 7] =
    ["none", "previous", "next", "nearest", "modified_next", "modified_previous", "skip"];
const MONTH_ENDS: [&str; 4] = ["omit", "backward", "forward", "stick_to_end"];
const CATEGORIES: [&str; 4] = ["server", "laptop", "switch", "printer"];

prop_compose! {
    fn day()(number in 0u32..3_000) -> String {
        (NaiveDate::from_ymd_opt(2022, 1, 1).unwrap() + chrono::Days::new(u64::from(number))).to_string()
    }
}

const FREQS: [&str; 4] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A part of a rule: some of the values, or none three times in four.
fn part(name: &'static str, values: &'static [&'static str]) -> impl Strategy<Value = String> {
    let some = proptest::sample::subsequence(values, 1..=values.len().min(3));
    prop_oneof![
        3 => Just(String::new()),
        1 => some.prop_map(move |some| format!(";{name}={}", some.join(","))),
    ]
}

prop_compose! {
    /// The text of a rule of days or coarser; a weekly `FREQ` when the parts do not go together.
    fn rule()(
        freq in 0usize..FREQS.len(),
        interval in 1u32..5,
        end in prop_oneof![
            2 => Just(String::new()),
            1 => (1u32..300).prop_map(|count| format!(";COUNT={count}")),
            1 => day().prop_map(|day| format!(";UNTIL={}", day.replace('-', ""))),
        ],
        wkst in part("WKST", &["SU"]),
        month in part("BYMONTH", &["1", "2", "6", "7", "12"]),
        month_day in part("BYMONTHDAY", &["1", "15", "29", "30", "31", "-1", "-30", "-31"]),
        year_day in part("BYYEARDAY", &["1", "60", "200", "366", "-1", "-366"]),
        week in part("BYWEEKNO", &["1", "20", "53", "-1"]),
        plain in part("BYDAY", &["MO", "TU", "TH", "SA"]),
        nth in part("BYDAY", &["1MO", "-1FR", "5SU", "2TU", "-5SA"]),
        position in part("BYSETPOS", &["1", "2", "-1", "-2"]),
        skip in part("SKIP", &["BACKWARD"]),
        forward in any::<bool>(),
    ) -> String {
        let skip = if skip.is_empty() { skip } else if forward {
            ";RSCALE=GREGORIAN;SKIP=FORWARD".to_owned()
        } else {
            format!(";RSCALE=GREGORIAN{skip}")
        };
        let head = format!("FREQ={};INTERVAL={interval}{end}{wkst}{month}", FREQS[freq]);
        let weekday = if plain.is_empty() { nth } else { plain.clone() };
        let tries = [
            format!("{head}{month_day}{year_day}{week}{weekday}{position}{skip}"),
            format!("{head}{month_day}{weekday}{position}{skip}"),
            format!("{head}{plain}{position}"),
            format!("{head}{month_day}"),
        ];
        let good = |text: &String| {
            Rule::parse(text).is_ok_and(|rule| Generator::rule(&rule).is_ok())
        };
        tries.into_iter().find(good).unwrap_or_else(|| "FREQ=WEEKLY".to_owned())
    }
}

/// Periodicities that are not intervals.
fn calendar_day() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => rule().prop_map(|rule| json!({"rrule": rule})),
        1 => (1i64..=5, any::<bool>(), 0usize..7, -40i64..40, 1u32..5).prop_map(
            |(n, last, weekday, offset, months)| json!({
                "nth": if last { -n } else { n }, "weekday": (WEEKDAYS[weekday]),
                "offset_days": offset, "every_months": months})),
        1 => (1i64..=23, any::<bool>(), 1u32..5).prop_map(|(n, last, months)| json!({
            "working_day": if last { -n } else { n }, "every_months": months})),
    ]
}

prop_compose! {
    fn task()(
        every in prop_oneof![
            2 => (0usize..EVERY.len()).prop_map(|index| json!(EVERY[index])),
            2 => (1u32..400, 0usize..3).prop_map(|(count, unit)| json!({
                "count": if unit == 2 { count % 40 + 1 } else { count },
                "unit": (["day", "week", "month"][unit])})),
            3 => calendar_day(),
        ],
        roll in 0usize..ROLLS.len(),
        month_end in 0usize..MONTH_ENDS.len(),
        spread in any::<bool>(),
        anchor in proptest::option::of(day()),
        category in proptest::option::of(0usize..CATEGORIES.len()),
        minutes in 1u32..500,
    ) -> Value {
        // Spread and month end only go with intervals.
        let is_interval = every.is_string() || every.get("count").is_some();
        json!({
            "title": {"en": "T"}, "duration_minutes": minutes, "every": every, "anchor": anchor,
            "roll": (ROLLS[roll]), "month_end": is_interval.then(|| MONTH_ENDS[month_end]),
            "spread": if spread && is_interval { "by_asset" } else { "none" },
            "applies_to": category.map(|index| json!({"categories": [(CATEGORIES[index])]})),
        })
    }
}

prop_compose! {
    fn document()(
        tasks in proptest::collection::vec(task(), 1..6),
        assets in proptest::collection::vec((0usize..CATEGORIES.len(), any::<bool>(), 0usize..3), 1..6),
        begin in day(),
        closure in day(),
        closed_days in 1u64..40,
        alsace in any::<bool>(),
        contract in proptest::option::of(day()),
    ) -> Value {
        let tasks: Vec<Value> = tasks.into_iter().enumerate().map(|(index, mut task)| {
            task["id"] = json!(format!("task-{index}"));
            task
        }).collect();
        let assets: Vec<Value> = assets.into_iter().enumerate().map(|(index, (category, frequent, site))| json!({
            "id": format!("asset-{index}"), "category": (CATEGORIES[category]),
            "usage": if frequent { "frequent" } else { "normal" },
            "site": (["north", "south", "unknown"][site]),
        })).collect();
        let end = closure.parse::<NaiveDate>().unwrap() + chrono::Days::new(closed_days);
        let contracts: Vec<Value> = contract.into_iter().map(|begin| json!({
            "id": "c", "begin": begin, "services": ["preventive"],
            "perimeter": {"include": [{"categories": ["server"]}, {"sites": ["south"]}]},
        })).collect();
        json!({
            "format": "entretien/engagement", "format_version": "1.0",
            "provider": {"name": "P"}, "customer": {"name": "C"},
            "time_zone": "Europe/Paris", "begin": begin,
            "calendars": [
                {"id": "a", "closures": [{"start": closure, "end": end.to_string()}]},
                {"id": "b", "holidays": if alsace { "FR-57" } else { "none" }}],
            "sites": [{"id": "north", "name": "North"}, {"id": "south", "name": "South", "calendar": "b"}],
            "assets": assets, "tasks": tasks, "contracts": contracts,
            "capacity": [{"skill": "general", "minutes_per_week": 100}],
        })
    }
}

fn read(document: &Value) -> Engagement {
    let text = serde_json::to_vec(document).expect("JSON");
    read_engagement(&text, &Takeover::default())
        .unwrap_or_else(|error| panic!("{error}\n{document}"))
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A runner with a fixed seed: the same inputs on every machine.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[42; 32]))
}

#[test]
fn every_plan_passes_the_independent_checker() {
    runner(400)
        .run(&(document(), day(), 1u64..800), |(document, start, days)| {
            let engagement = read(&document);
            let start = date(&start);
            let plan =
                engagement.plan(start, start, start + chrono::Days::new(days)).expect("a plan");
            let faults = engagement.check(&plan);
            prop_assert!(faults.is_empty(), "{:?}", faults);
            for occurrence in plan.occurrences() {
                prop_assert_eq!(
                    occurrence.trace().last().expect("a trace").after,
                    occurrence.date()
                );
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn the_order_of_the_input_changes_no_byte() {
    runner(150)
        .run(&(document(), day()), |(document, start)| {
            let mut reversed = document.clone();
            for list in ["calendars", "sites", "assets", "tasks", "contracts", "capacity"] {
                reversed[list].as_array_mut().expect("a list").reverse();
            }
            // The first calendar is the default one: name it, since it is no longer first.
            reversed["calendar"] = json!("a");
            let start = date(&start);
            let end = start + chrono::Days::new(400);
            let plan = read(&document).plan(start, start, end).expect("a plan");
            let again = read(&reversed).plan(start, start, end).expect("a plan");
            prop_assert_eq!(plan.to_json(), again.to_json());
            prop_assert_eq!(plan.digest(), again.digest());
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    // More assets than one unit of parallel work, so that threads really share it.
    let assets: Vec<Value> = (0..9_000)
        .map(|n| {
            json!({"id": format!("a{n}"), "category": (CATEGORIES[n % 4]),
                        "usage": if n % 3 == 0 { "frequent" } else { "normal" }})
        })
        .collect();
    let document = json!({
        "format": "entretien/engagement", "format_version": "1.0",
        "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "UTC", "begin": "2026-01-05",
        "assets": assets,
        "tasks": [
            {"id": "house", "title": {"en": "T"}, "duration_minutes": 10, "spread": "by_asset"},
            {"id": "servers", "title": {"en": "T"}, "duration_minutes": 10, "every": "monthly",
             "applies_to": {"categories": ["server"]}}],
    });
    let engagement = read(&document);
    let (start, end) = (date("2026-01-05"), date("2027-01-05"));
    let digest = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| engagement.plan(start, start, end).expect("a plan").digest())
    };
    let one = digest(1);
    for threads in [2, 3, 8] {
        assert_eq!(digest(threads), one, "{threads} threads");
    }
}

#[test]
fn a_longer_horizon_changes_no_occurrence_of_a_shorter_one() {
    runner(150)
        .run(&(document(), day(), 1u64..300, 1u64..300), |(document, start, first, more)| {
            let engagement = read(&document);
            let start = date(&start);
            let middle = start + chrono::Days::new(first);
            let end = middle + chrono::Days::new(more);
            let rows = |from, to| {
                let plan = engagement.plan(start, from, to).expect("a plan");
                plan.occurrences().map(|o| (o.id(), o.date())).collect::<Vec<_>>()
            };
            let mut parts = [rows(start, middle), rows(middle, end)].concat();
            let mut whole = rows(start, end);
            parts.sort();
            whole.sort();
            prop_assert_eq!(parts, whole, "planning in two parts is planning at once");
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn an_unrelated_edit_changes_no_other_occurrence() {
    runner(100)
        .run(&(document(), day()), |(document, start)| {
            let mut edited = document.clone();
            edited["assets"]
                .as_array_mut()
                .expect("assets")
                .push(json!({"id": "asset-00", "category": "printer", "site": "north"}));
            let start = date(&start);
            let end = start + chrono::Days::new(400);
            let rows = |document: &Value| {
                let plan = read(document).plan(start, start, end).expect("a plan");
                plan.occurrences()
                    .filter(|o| o.subject() != "asset-00")
                    .map(|o| (o.id(), o.date()))
                    .collect::<Vec<_>>()
            };
            prop_assert_eq!(rows(&document), rows(&edited));
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}
