//! What is seen and what is said: ordinary charts.

use crate::examples;
use crate::picture::Picture;
use entretien::report::chart::{
    CSS, Chart, LineSeries, LinesChart, ValueUnit, description, table, to_svg,
};
use entretien::text::Lang;
use entretien_tests::text;
use serde::Deserialize;

const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

#[test]
fn pictures_hold_together_and_their_texts_stand_apart() {
    for lang in LANGS {
        for (name, chart) in examples::all(lang) {
            let picture = Picture::read(&to_svg(&chart, lang));
            picture.check(name);
            picture.check_texts_apart(&format!("{name} {lang:?}"));
            assert_eq!(picture.first("title"), chart.title());
            assert_eq!(picture.first("desc"), description(&chart, lang));
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

/// Words that a description holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    chart: String,
    why: String,
    en: Vec<String>,
    fr: Vec<String>,
}

#[test]
fn descriptions_name_the_figures() {
    let cases: Cases = toml::from_str(&text("tests/data/charts/descriptions.toml")).expect("cases");
    for lang in LANGS {
        let examples = examples::all(lang);
        assert_eq!(examples.len(), cases.case.len());
        for ((name, chart), case) in examples.iter().zip(&cases.case) {
            assert_eq!(*name, case.chart);
            assert!(!case.why.is_empty(), "{name}");
            let said = description(chart, lang);
            for words in if lang == Lang::En { &case.en } else { &case.fr } {
                assert!(said.contains(words), "{name}: {words:?} is not in {said:?}");
            }
        }
    }
}

#[test]
fn tables_hold_every_figure() {
    let rows = [
        ("load", 52),
        ("heat", 365),
        ("pyramid", 14),
        ("pyramid-two", 14),
        ("budget", 5),
        ("control", 14),
        ("pareto", 9),
        ("survival", 14),
        ("gantt", 10),
        ("lines", 7),
        ("tornado", 5),
    ];
    for lang in LANGS {
        for (name, chart) in examples::all(lang) {
            let table = table(&chart, lang);
            let expected = rows.iter().find(|(other, _)| *other == name).expect("a number").1;
            assert_eq!(table.rows.len(), expected, "{name}");
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{name}: {row:?}");
            }
        }
    }
    let budget = table(&examples::all(Lang::En)[4].1, Lang::En);
    assert_eq!(
        budget.columns,
        ["Year", "workstations", "servers", "network", "Known total", "Cap", "Left"]
    );
    assert_eq!(
        budget.rows[3],
        [
            "2030",
            "31,000.00\u{a0}EUR",
            "–",
            "3,400.00\u{a0}EUR",
            "34,400.00\u{a0}EUR",
            "55,000.00\u{a0}EUR",
            "–"
        ]
    );
}

/// In black and white: surfaces by pattern, lines by dash or mark.
#[test]
fn series_differ_by_more_than_colour() {
    let names = ["one", "two", "three", "four", "five", "six"];
    let series = names.iter().enumerate().map(|(index, name)| LineSeries {
        name: (*name).to_owned(),
        values: vec![Some(f64::from(u32::try_from(index).expect("small")) * 10.0), Some(50.0)],
    });
    let lines = Chart::Lines(LinesChart {
        title: "Six".to_owned(),
        unit: ValueUnit::Number { unit: String::new(), decimals: 0 },
        labels: vec!["a".to_owned(), "b".to_owned()],
        series: series.collect(),
        crossing: None,
    });
    let picture = Picture::read(&to_svg(&lines, Lang::En));
    let dash = |class: &str| {
        let rule = CSS.split(&format!(".{class} {{")).nth(1).expect("a rule").split('}').next();
        let dash = rule.and_then(|rule| rule.split("stroke-dasharray:").nth(1)).unwrap_or("solid");
        dash.trim().trim_end_matches(';').to_owned()
    };
    // Shape of a mark: the letters of its path, whether it is a circle, whether it is filled.
    let mut looks: Vec<String> = (1..=6)
        .map(|series| {
            let class = format!("k-m{series}");
            let mark =
                picture.elements.iter().find(|one| one.get("class") == class).expect("a mark");
            let corners: String = mark.get("d").chars().filter(char::is_ascii_alphabetic).collect();
            let filled = CSS.contains(&format!(".k-m{series} {{ fill: var(--k-{series})"));
            format!("{} {} {corners} {filled}", dash(&format!("k-l{series}")), mark.name)
        })
        .collect();
    looks.sort();
    looks.dedup();
    assert_eq!(looks.len(), 6, "{looks:?}");

    let mut chart = examples::load(Lang::En);
    chart.series = names.iter().map(|name| (*name).to_owned()).collect();
    chart.weeks.truncate(1);
    chart.weeks[0].parts_minutes = vec![600; 6];
    let picture = Picture::read(&to_svg(&Chart::Load(chart), Lang::En));
    let mut surfaces: Vec<String> = picture
        .named("rect")
        .filter(|one| one.get("class") != "k-paper")
        .map(|one| {
            let solid = if one.get("class") == "k-o6" { "hollow" } else { "solid" };
            if one.get("fill").is_empty() { solid.to_owned() } else { one.get("fill").to_owned() }
        })
        .collect();
    assert_eq!(surfaces.len(), 12, "six in the legend and six drawn");
    surfaces.sort();
    surfaces.dedup();
    assert_eq!(surfaces.len(), 6, "{surfaces:?}");
}
