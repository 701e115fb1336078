//! What is seen and what is said: ordinary charts.

use crate::examples;
use crate::picture::Picture;
use entretien::report::chart::{
    CSS, Chart, LineSeries, LinesChart, ValueUnit, description, table, to_svg,
};
use entretien::text::Lang;

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

/// Figures by hand from the examples.
#[test]
fn descriptions_name_the_figures() {
    let expected: [(&str, &[&str], &[&str]); 11] = [
        (
            "load",
            &[
                "52\u{a0}weeks: ",
                "Preventive 892.7\u{a0}h, corrective 465.8\u{a0}h, updates 104\u{a0}h",
                "7\u{a0}weeks above capacity: 30 Mar 2026",
            ],
            &["52\u{a0}semaines", "7\u{a0}semaines en surcharge", "30/03/2026"],
        ),
        (
            "heat",
            &["01 Apr 2026 – 31 Mar 2027", "Most: ", "110\u{a0}closed days"],
            &["01/04/2026 – 31/03/2027", "110\u{a0}jours fermés"],
        ),
        (
            "pyramid",
            &["733\u{a0}assets, most at age 3 (143), 31 of unknown age", "10–14 × 14"],
            &["733\u{a0}équipements", "31 d'âge inconnu"],
        ),
        (
            "pyramid-two",
            &["Today: 733\u{a0}assets", "In three years, as planned: 756\u{a0}assets"],
            &["Aujourd'hui\u{202f}: 733\u{a0}équipements"],
        ),
        (
            "budget",
            &[
                "In all 288,300.00\u{a0}EUR",
                "2028: 84,200.00\u{a0}EUR / 70,000.00\u{a0}EUR ▲",
                "1\u{a0}unknown part",
                "Above the cap: 2028.",
            ],
            &["En tout 288\u{202f}300,00\u{a0}EUR", "Au-dessus du plafond\u{202f}: 2028."],
        ),
        (
            "control",
            &[
                "14\u{a0}points",
                "Lowest 98.41% (01 Jun 2026)",
                "Outside the usual range: 01 Jun 2026",
                "Without a value: 01 Aug 2026",
                "Higher is better",
            ],
            &["Minimum 98,41\u{202f}% (01/06/2026)", "Sans valeur\u{202f}: 01/08/2026"],
        ),
        (
            "pareto",
            &[
                "In all 596\u{a0}tickets",
                "4\u{a0}lines make at least four fifths",
                "14\u{a0}others 25\u{a0}tickets (100%)",
            ],
            &["4\u{a0}lignes font", "14\u{a0}autres 25\u{a0}tickets"],
        ),
        (
            "survival",
            &[
                "14\u{a0}steps",
                "10\u{a0}lives left",
                "Half or fewer are in service from 6.6\u{a0}years",
                "At 7.7\u{a0}years: 24.6%",
            ],
            &["La moitié au plus est en service à partir de 6,6\u{a0}ans"],
        ),
        (
            "gantt",
            &["01 May 2026 – 31 May 2026", "4\u{a0}rows, 8\u{a0}bars", "Toulouse 0", "month end"],
            &["4\u{a0}lignes, 8\u{a0}barres", "fin de mois"],
        ),
        (
            "lines",
            &[
                "Buy: rises, 64,000.00\u{a0}EUR (2026) – 103,000.00\u{a0}EUR (2032)",
                "1\u{a0}unknown value",
                "Buying is cheaper from September 2029: 88,266.66\u{a0}EUR",
            ],
            &["1\u{a0}valeur inconnue"],
        ),
        (
            "tornado",
            &[
                "Base: 124,000.00\u{a0}EUR",
                "price of workstations 116,500.00\u{a0}EUR (−10 %) – 139,000.00\u{a0}EUR (+20 %)",
                "energy price unknown",
            ],
            &["Base\u{202f}: 124\u{202f}000,00\u{a0}EUR", "inconnu"],
        ),
    ];
    for (lang, (name, chart)) in LANGS
        .into_iter()
        .flat_map(|lang| examples::all(lang).into_iter().map(move |one| (lang, one)))
    {
        let (_, en, fr) =
            expected.iter().find(|(other, _, _)| *other == name).expect("expected words");
        let said = description(&chart, lang);
        for words in if lang == Lang::En { *en } else { *fr } {
            assert!(said.contains(words), "{name}: {words:?} is not in {said:?}");
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
