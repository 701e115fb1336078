//! Nothing, too much, and figures at the ends.

use crate::examples::{self, day};
use crate::picture::Picture;
use entretien::quantity::Currency;
use entretien::report::chart::*;
use entretien::text::Lang;
use entretien::time::Day;

/// Draws in both languages, checks, and gives what is said and seen in English.
fn drawn(name: &str, chart: &Chart) -> String {
    let fr = Picture::read(&to_svg(chart, Lang::Fr));
    fr.check(name);
    let picture = Picture::read(&to_svg(chart, Lang::En));
    picture.check(name);
    let texts: Vec<String> = picture.texts().into_iter().map(|(text, _)| text).collect();
    format!("{}\n{}", picture.first("desc"), texts.join("\n"))
}

fn emptied(mut chart: Chart) -> Chart {
    match &mut chart {
        Chart::Load(chart) => chart.weeks.clear(),
        Chart::Heat(chart) => chart.end = chart.start,
        Chart::Pyramid(chart) => {
            chart.classes.clear();
            chart.unknown_counts.clear();
        }
        Chart::Budget(chart) => chart.years.clear(),
        Chart::Control(chart) => chart.points.clear(),
        Chart::Pareto(chart) => {
            chart.items.clear();
            chart.rest = None;
        }
        Chart::Survival(chart) => {
            chart.steps.clear();
            chart.fitted = None;
        }
        Chart::Gantt(chart) => chart.rows.clear(),
        Chart::Lines(chart) => chart.series.clear(),
        Chart::Tornado(chart) => chart.rows.clear(),
    }
    chart
}

#[test]
fn nothing_is_said_to_be_nothing() {
    for lang in [Lang::En, Lang::Fr] {
        for (name, chart) in examples::all(lang) {
            let picture = Picture::read(&to_svg(&emptied(chart), lang));
            picture.check(name);
            assert_eq!(picture.first("desc"), lang.pick("No data.", "Aucune donnée."), "{name}");
            assert_eq!(picture.texts().len(), 1, "{name}");
        }
    }
}

#[test]
fn what_is_beyond_a_bound_is_counted() {
    let mut load = examples::load(Lang::En);
    let week = load.weeks[0].clone();
    load.weeks = (0..400)
        .map(|n| LoadWeek { start: week.start.add_days(n * 7).expect("a day"), ..week.clone() })
        .collect();
    assert!(drawn("load", &Chart::Load(load)).contains("Drawn: the first 106 of 400 weeks."));

    let mut heat = examples::heat(Lang::En);
    heat.end = day("2036-04-01");
    assert!(
        drawn("heat", &Chart::Heat(heat.clone()))
            .contains("Drawn: the first 6 of 10 periods of twelve months.")
    );
    heat.end = day("2026-05-01");
    let outside = drawn("heat", &Chart::Heat(heat));
    assert!(outside.contains("days outside the period are not shown"), "{outside}");

    let mut pyramid = examples::pyramid(Lang::En);
    pyramid.classes =
        (0..60).map(|age| AgeClass { label: age.to_string(), counts: vec![age] }).collect();
    pyramid.series = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
    let said = drawn("pyramid", &Chart::Pyramid(pyramid));
    assert!(
        said.contains("the first 40 of 60 age classes") && said.contains("the first 2 of 3 series"),
        "{said}"
    );

    let mut budget = examples::budget(Lang::En);
    let year = budget.years[0].clone();
    budget.years =
        (0..70).map(|n| BudgetYear { label: (2027 + n).to_string(), ..year.clone() }).collect();
    budget.series = (0..9).map(|n| format!("kind {n}")).collect();
    let said = drawn("budget", &Chart::Budget(budget));
    assert!(
        said.contains("the first 40 of 70 years") && said.contains("4\u{a0}other series"),
        "{said}"
    );

    let mut control = examples::control(Lang::En);
    let point = control.points[0].clone();
    control.points = vec![point; 200];
    assert!(
        drawn("control", &Chart::Control(control)).contains("Drawn: the last 120 points of 200.")
    );

    let mut pareto = examples::pareto(Lang::En);
    pareto.items =
        (0..50).map(|n| ParetoItem { label: format!("item {n}"), count: 50 - n }).collect();
    let said = drawn("pareto", &Chart::Pareto(pareto.clone()));
    // 30 that are listed and the 14 that were not.
    assert!(said.contains("44\u{a0}others"), "{said}");
    assert_eq!(table(&Chart::Pareto(pareto), Lang::En).rows.len(), 51, "the table lists them all");
}

#[test]
fn rows_and_places_beyond_a_bound_are_counted() {
    let mut gantt = examples::gantt(Lang::En);
    gantt.end = day("2026-09-01");
    let row = gantt.rows[0].clone();
    gantt.rows = vec![row; 50];
    gantt.rows[0].bars = vec![gantt.rows[0].bars[0].clone(); 130];
    let said = drawn("gantt", &Chart::Gantt(gantt));
    for words in
        ["the first 40 of 50 rows", "the first 62 of 123 days", "122\u{a0}bars are not drawn"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }

    let mut lines = examples::lines(Lang::En);
    let one = lines.series[0].clone();
    lines.series = vec![one; 8];
    lines.labels = (0..150).map(|n: i32| n.to_string()).collect();
    let said = drawn("lines", &Chart::Lines(lines));
    assert!(
        said.contains("the first 6 of 8 series") && said.contains("the first 120 of 150 places"),
        "{said}"
    );

    let mut tornado = examples::tornado(Lang::En);
    let row = tornado.rows[0].clone();
    tornado.rows = vec![row; 30];
    assert!(drawn("tornado", &Chart::Tornado(tornado)).contains("the first 20 of 30 parameters"));

    let mut survival = examples::survival(Lang::En);
    let step = survival.steps[0].clone();
    survival.steps =
        (0..2_500).map(|n| SurvivalStep { time: f64::from(n), ..step.clone() }).collect();
    assert!(
        drawn("survival", &Chart::Survival(survival)).contains("the first 2,000 of 2,500 steps")
    );
}

#[test]
fn figures_at_the_ends_stay_in_the_picture() {
    let mut load = examples::load(Lang::En);
    load.weeks[3].parts_minutes = vec![u64::MAX, u64::MAX, 1, 7];
    load.weeks[4].capacity_minutes = Some(u64::MAX);
    load.weeks[5].capacity_minutes = None;
    load.weeks[6].start = Day::MAX;
    assert!(drawn("load", &Chart::Load(load)).contains("1\u{a0}week without a known capacity"));

    let mut heat = examples::heat(Lang::En);
    heat.days[0].value = u64::MAX;
    drawn("heat", &Chart::Heat(heat.clone()));
    for unit in [
        ValueUnit::Share,
        ValueUnit::Money { currency: Currency::EUR },
        ValueUnit::Number { unit: "x".repeat(400), decimals: 255 },
    ] {
        heat.unit = unit;
        drawn("heat", &Chart::Heat(heat.clone()));
    }
    (heat.start, heat.end) = (Day::MIN, Day::MAX);
    drawn("heat", &Chart::Heat(heat));

    let mut pyramid = examples::pyramid_two(Lang::En);
    pyramid.classes[0].counts = vec![u64::MAX, 0];
    pyramid.unknown_counts = vec![u64::MAX, u64::MAX];
    pyramid.classes[1].label = "W".repeat(500);
    drawn("pyramid", &Chart::Pyramid(pyramid));

    let mut budget = examples::budget(Lang::En);
    budget.years[0].parts_minor = vec![Some(i64::MAX), Some(i64::MAX), Some(i64::MIN)];
    budget.years[1].parts_minor = vec![Some(-5), None];
    budget.years[2].cap_minor = Some(i64::MIN);
    drawn("budget", &Chart::Budget(budget));

    let mut pareto = examples::pareto(Lang::En);
    pareto.items[3].count = u64::MAX;
    pareto.rest = Some(ParetoRest { items: u64::MAX, count: u64::MAX });
    drawn("pareto", &Chart::Pareto(pareto.clone()));
    for item in &mut pareto.items {
        item.count = 0;
    }
    pareto.rest = None;
    drawn("pareto of nothing", &Chart::Pareto(pareto));

    let mut gantt = examples::gantt(Lang::En);
    gantt.rows[0].bars[0].length_days = u32::MAX;
    gantt.rows[0].bars[1].start = Day::MAX;
    gantt.rows[1].bars[0].start = Day::MIN;
    gantt.windows[0].end = Day::MAX;
    gantt.windows[1].start = Day::MIN;
    drawn("gantt", &Chart::Gantt(gantt.clone()));
    (gantt.start, gantt.end) = (Day::MIN, Day::MAX);
    drawn("gantt", &Chart::Gantt(gantt));
}

/// No number, no end, and numbers that nobody has: unknown.
#[test]
fn what_is_no_number_is_unknown() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 2.0 * VALUE_MAX] {
        let mut control = examples::control(Lang::En);
        control.points[0].value = Some(odd);
        control.points[1].lower = Some(odd);
        control.points[13].upper = Some(odd);
        let said = drawn("control", &Chart::Control(control));
        assert!(said.contains("Without a value: 01 Jan 2026, 01 Aug 2026"), "{said}");

        let mut survival = examples::survival(Lang::En);
        survival.steps[2].time = odd;
        survival.steps[3].survival = odd;
        survival.steps[4].lower = Some(odd);
        survival.censored_times[0] = odd;
        let said = drawn("survival", &Chart::Survival(survival));
        assert!(said.contains("2\u{a0}steps are unknown") && !said.contains("Drawn:"), "{said}");

        let mut lines = examples::lines(Lang::En);
        lines.series[0].values[0] = Some(odd);
        lines.crossing =
            Some(LineCrossing { position: odd, value: odd, label: "crossing".to_owned() });
        let said = drawn("lines", &Chart::Lines(lines));
        assert!(said.contains("Crossing: –"), "{said}");

        let mut tornado = examples::tornado(Lang::En);
        tornado.rows[0].low = Some(odd);
        let said = drawn("tornado", &Chart::Tornado(tornado.clone()));
        assert!(said.contains("price of workstations unknown (−10 %)"), "{said}");
        tornado.base = odd;
        assert!(drawn("tornado", &Chart::Tornado(tornado)).contains("No data."));
    }
    let mut control = examples::control(Lang::En);
    control.unit = ValueUnit::Number { unit: "h".to_owned(), decimals: 9 };
    for (index, point) in control.points.iter_mut().enumerate() {
        point.value = Some(if index % 2 == 0 { VALUE_MAX } else { -VALUE_MAX });
    }
    drawn("control", &Chart::Control(control));
}

#[test]
fn texts_are_data() {
    let odd = "<script>&\"'\u{0}\u{8}\u{202e}\u{ffff}]]>";
    let mut gantt = examples::gantt(Lang::En);
    gantt.title = odd.to_owned();
    gantt.rows[0].label = odd.repeat(30);
    gantt.rows[0].bars[0].label = odd.to_owned();
    gantt.windows[0].label = odd.to_owned();
    let svg = to_svg(&Chart::Gantt(gantt), Lang::En);
    assert!(!svg.contains("<script"));
    let picture = Picture::read(&svg);
    picture.check("gantt");
    assert!(picture.first("title").contains("<script>&\"'"));
}

#[test]
fn a_chart_is_data() {
    let chart = serde_json::to_value(&examples::all(Lang::En)[4].1).expect("JSON");
    assert_eq!(chart["kind"], "budget");
    assert_eq!(chart["currency"], "EUR");
    assert_eq!(chart["years"][3]["parts_minor"], serde_json::json!([3_100_000, null, 340_000]));
    let control = serde_json::to_value(&examples::all(Lang::En)[5].1).expect("JSON");
    assert_eq!(control["unit"], serde_json::json!({"kind": "share"}));
    assert_eq!(control["goal"], "higher");
}
