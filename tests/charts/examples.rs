//! One ordinary chart of each kind, in both languages.

use entretien::kpi::Goal;
use entretien::quantity::Currency;
use entretien::report::chart::*;
use entretien::text::Lang;
use entretien::time::Day;

/// A day as `2026-04-15`.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn names(lang: Lang, pairs: &[(&str, &str)]) -> Vec<String> {
    pairs.iter().map(|(en, fr)| lang.pick(en, fr).to_owned()).collect()
}

/// Every example with the name of its golden file.
pub fn all(lang: Lang) -> Vec<(&'static str, Chart)> {
    vec![
        ("load", Chart::Load(load(lang))),
        ("heat", Chart::Heat(heat(lang))),
        ("pyramid", Chart::Pyramid(pyramid(lang))),
        ("pyramid-two", Chart::Pyramid(pyramid_two(lang))),
        ("budget", Chart::Budget(budget(lang))),
        ("control", Chart::Control(control(lang))),
        ("pareto", Chart::Pareto(pareto(lang))),
        ("survival", Chart::Survival(survival(lang))),
        ("gantt", Chart::Gantt(gantt(lang))),
        ("lines", Chart::Lines(lines(lang))),
        ("tornado", Chart::Tornado(tornado(lang))),
    ]
}

pub fn load(lang: Lang) -> LoadChart {
    let weeks = (0..52_u64).map(|week| {
        let preventive = 600 + (week * 137) % 900;
        let corrective = 300 + (week * 271) % 500;
        let update = if week.is_multiple_of(4) { 480 } else { 0 };
        LoadWeek {
            start: day("2026-01-05")
                .add_days(i32::try_from(week * 7).expect("small"))
                .expect("a day"),
            parts_minutes: vec![preventive, corrective, update],
            capacity_minutes: Some(if (30..34).contains(&week) { 1_260 } else { 2_100 }),
        }
    });
    LoadChart {
        title: lang.pick("Hours a week, technicians", "Heures par semaine, techniciens").to_owned(),
        series: names(
            lang,
            &[
                ("preventive", "préventif"),
                ("corrective", "correctif"),
                ("updates", "mises à jour"),
            ],
        ),
        weeks: weeks.collect(),
    }
}

pub fn heat(lang: Lang) -> HeatChart {
    let (start, end) = (day("2026-04-01"), day("2027-04-01"));
    let days = || (0..365).filter_map(|n| start.add_days(n));
    let holidays =
        ["2026-05-01", "2026-05-08", "2026-07-14", "2026-11-11", "2026-12-25", "2027-01-01"];
    let is_holiday = |one: Day| holidays.iter().any(|text| day(text) == one);
    let closed =
        days().filter(|one| one.weekday_index() > 4 || is_holiday(*one)).map(|one| ClosedDay {
            day: one,
            reason: is_holiday(one).then(|| lang.pick("public holiday", "jour férié").to_owned()),
        });
    let worked = days().filter(|one| one.weekday_index() < 5 && !is_holiday(*one)).map(|one| {
        let n = u64::try_from(one.number()).expect("after 1970");
        HeatDay { day: one, value: (n * 7919) % 11 * 45 }
    });
    HeatChart {
        title: lang.pick("Work by day", "Travail par jour").to_owned(),
        start,
        end,
        unit: ValueUnit::Minutes,
        days: worked.collect(),
        closed: closed.collect(),
    }
}

fn classes() -> Vec<AgeClass> {
    let counts = [84, 120, 96, 143, 88, 61, 40, 22, 18, 9, 14, 5, 2];
    let labels = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10–14", "15–19", "20 +"];
    labels
        .iter()
        .zip(counts)
        .map(|(label, count)| AgeClass { label: (*label).to_owned(), counts: vec![count] })
        .collect()
}

pub fn pyramid(lang: Lang) -> PyramidChart {
    PyramidChart {
        title: lang.pick("Age of the estate, years", "Âge du parc, années").to_owned(),
        unit: lang.pick("assets", "équipements").to_owned(),
        series: Vec::new(),
        classes: classes(),
        unknown_counts: vec![31],
    }
}

pub fn pyramid_two(lang: Lang) -> PyramidChart {
    let mut chart = pyramid(lang);
    chart.series = names(
        lang,
        &[("today", "aujourd'hui"), ("in three years, as planned", "dans trois ans, comme prévu")],
    );
    for (index, class) in chart.classes.iter_mut().enumerate() {
        class.counts.push(if index < 6 { 110 } else { 12 });
    }
    chart.unknown_counts.push(12);
    chart
}

pub fn budget(lang: Lang) -> BudgetChart {
    let years = [
        (2027, [Some(4_250_000), Some(1_810_000), Some(320_000)], Some(7_000_000)),
        (2028, [Some(6_900_000), Some(1_200_000), Some(320_000)], Some(7_000_000)),
        (2029, [Some(2_400_000), Some(2_050_000), Some(340_000)], Some(7_000_000)),
        (2030, [Some(3_100_000), None, Some(340_000)], Some(5_500_000)),
        (2031, [Some(5_150_000), Some(900_000), Some(-250_000)], None),
    ];
    BudgetChart {
        title: lang
            .pick("Renewals and updates by year", "Renouvellements et mises à jour par année")
            .to_owned(),
        currency: Currency::EUR,
        series: names(
            lang,
            &[("workstations", "postes"), ("servers", "serveurs"), ("network", "réseau")],
        ),
        years: years
            .into_iter()
            .map(|(year, parts, cap)| BudgetYear {
                label: year.to_string(),
                parts_minor: parts.to_vec(),
                cap_minor: cap,
            })
            .collect(),
    }
}

pub fn control(lang: Lang) -> ControlChart {
    let values = [
        99.62, 99.71, 99.55, 99.80, 99.68, 98.41, 99.77, 0.0, 99.81, 99.74, 99.79, 99.83, 99.69,
        99.58,
    ];
    let en = [
        "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        "Jan 2027", "Feb",
    ];
    let fr = [
        "janv. 2026",
        "févr.",
        "mars",
        "avr.",
        "mai",
        "juin",
        "juil.",
        "août",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
        "janv. 2027",
        "févr.",
    ];
    let points = values.iter().enumerate().map(|(index, value)| ControlPoint {
        label: lang.pick(en[index], fr[index]).to_owned(),
        day: day("2026-01-01").add_months(i32::try_from(index).expect("small")).expect("a day"),
        value: (*value > 0.0).then_some(value / 100.0),
        lower: Some(if index < 7 { 0.9905 } else { 0.9915 }),
        centre: Some(0.9962),
        upper: Some(1.0),
        is_outside: index == 5,
    });
    ControlChart {
        title: lang.pick("Operational availability", "Disponibilité opérationnelle").to_owned(),
        unit: ValueUnit::Share,
        goal: Goal::Higher,
        points: points.collect(),
    }
}

pub fn pareto(lang: Lang) -> ParetoChart {
    let items = [
        (("printers", "imprimantes"), 184),
        (("passwords", "mots de passe"), 141),
        (("network access", "accès au réseau"), 96),
        (("mail and calendars", "messagerie et agendas"), 61),
        (("workstations that do not start", "postes qui ne démarrent pas"), 37),
        (("telephones", "téléphones"), 22),
        (("business application", "application métier"), 19),
        (("screens", "écrans"), 11),
    ];
    ParetoChart {
        title: lang.pick("Tickets by category", "Tickets par catégorie").to_owned(),
        unit: ValueUnit::Number { unit: "tickets".to_owned(), decimals: 0 },
        items: items
            .iter()
            .map(|((en, fr), count)| ParetoItem {
                label: lang.pick(en, fr).to_owned(),
                count: *count,
            })
            .collect(),
        rest: Some(ParetoRest { items: 14, count: 25 }),
    }
}

pub fn survival(lang: Lang) -> SurvivalChart {
    let steps = (1..=14_u32).map(|step| {
        let time = f64::from(step) * 0.55;
        let survival = 1.0 - f64::from(step * step) / 260.0;
        let spread = 0.02 + f64::from(step) * 0.006;
        SurvivalStep {
            time,
            survival,
            lower: Some((survival - spread).max(0.0)),
            upper: Some((survival + spread).min(1.0)),
        }
    });
    let fitted = (0..=40_u32).map(|point| {
        let time = f64::from(point) * 0.2;
        CurvePoint { time, survival: 1.0 / (1.0 + (time / 6.3) * (time / 6.3) * (time / 6.3)) }
    });
    SurvivalChart {
        title: lang
            .pick("Drives in service after a time", "Disques en service après un temps")
            .to_owned(),
        time_unit: lang.pick("years", "ans").to_owned(),
        steps: steps.collect(),
        censored_times: vec![1.2, 1.9, 2.4, 3.0, 3.6, 4.1, 5.2, 6.0, 6.8, 7.4],
        fitted: Some(FittedCurve {
            name: lang.pick("Weibull, shape 2.9", "Weibull, forme 2,9").to_owned(),
            points: fitted.collect(),
        }),
    }
}

pub fn gantt(lang: Lang) -> GanttChart {
    let bar = |start: &str, length_days, tone, en: &str, fr: &str| GanttBar {
        start: day(start),
        length_days,
        tone,
        label: lang.pick(en, fr).to_owned(),
    };
    let row = |label: &str, bars| GanttRow { label: label.to_owned(), bars };
    let (start, end) = (day("2026-05-01"), day("2026-06-01"));
    let days = (0..31).filter_map(|n| start.add_days(n));
    let closed = days.filter(|one| {
        one.weekday_index() > 4
            || [day("2026-05-01"), day("2026-05-08"), day("2026-05-14")].contains(one)
    });
    GanttChart {
        title: lang.pick("Work in May 2026", "Travaux de mai 2026").to_owned(),
        start,
        end,
        rows: vec![
            row(
                "Lyon",
                vec![
                    bar("2026-05-04", 3, GanttTone::Preventive, "UPS visit", "visite onduleurs"),
                    bar("2026-05-11", 3, GanttTone::Update, "switch firmware", "firmware switchs"),
                    bar("2026-05-18", 5, GanttTone::Renewal, "40 workstations", "40 postes"),
                ],
            ),
            row(
                "Nantes",
                vec![
                    bar("2026-05-05", 2, GanttTone::Preventive, "server dust", "dépoussiérage"),
                    bar("2026-05-06", 4, GanttTone::Corrective, "SAN controller", "contrôleur SAN"),
                    bar("2026-05-27", 0, GanttTone::Other, "audit", "audit"),
                ],
            ),
            row(
                "Strasbourg – Meinau",
                vec![
                    bar(
                        "2026-05-12",
                        1,
                        GanttTone::Preventive,
                        "air conditioning",
                        "climatisation",
                    ),
                    bar("2026-05-19", 4, GanttTone::Update, "hypervisors", "hyperviseurs"),
                ],
            ),
            row("Toulouse", Vec::new()),
        ],
        closed: closed.map(|one| ClosedDay { day: one, reason: None }).collect(),
        windows: vec![
            GanttWindow {
                start: day("2026-05-16"),
                end: day("2026-05-18"),
                kind: GanttWindowKind::Window,
                label: lang.pick("night work", "nuit").to_owned(),
            },
            GanttWindow {
                start: day("2026-05-28"),
                end: day("2026-06-01"),
                kind: GanttWindowKind::Freeze,
                label: lang.pick("month end", "fin de mois").to_owned(),
            },
        ],
    }
}

pub fn lines(lang: Lang) -> LinesChart {
    let series = |en: &str, fr: &str, first: f64, each: f64, unknown: Option<usize>| LineSeries {
        name: lang.pick(en, fr).to_owned(),
        values: (0..7_u32)
            .map(|year| Some(first + each * f64::from(year)))
            .enumerate()
            .map(|(place, value)| value.filter(|_| Some(place) != unknown))
            .collect(),
    };
    LinesChart {
        title: lang.pick("Cumulated cost of the options", "Coût cumulé des options").to_owned(),
        unit: ValueUnit::Money { currency: Currency::EUR },
        labels: (2026..2033).map(|year: i32| year.to_string()).collect(),
        series: vec![
            series("keep and repair", "garder et réparer", 800_000.0, 2_150_000.0, None),
            series("buy", "acheter", 6_400_000.0, 650_000.0, None),
            series("lease", "louer", 0.0, 1_900_000.0, Some(3)),
        ],
        crossing: Some(LineCrossing {
            position: 3.733_333,
            value: 8_826_666.0,
            label: lang
                .pick(
                    "buying is cheaper from September 2029",
                    "acheter coûte moins dès septembre 2029",
                )
                .to_owned(),
        }),
    }
}

pub fn tornado(lang: Lang) -> TornadoChart {
    let row = |en: &str, fr: &str, low_label: &str, low, high_label: &str, high| TornadoRow {
        parameter: lang.pick(en, fr).to_owned(),
        low_label: low_label.to_owned(),
        low,
        high_label: high_label.to_owned(),
        high,
    };
    TornadoChart {
        title: lang.pick("Cost over five years", "Coût sur cinq ans").to_owned(),
        unit: ValueUnit::Money { currency: Currency::EUR },
        base: 12_400_000.0,
        rows: vec![
            row(
                "price of workstations",
                "prix des postes",
                "−10 %",
                Some(11_650_000.0),
                "+20 %",
                Some(13_900_000.0),
            ),
            row(
                "failure rate",
                "taux de panne",
                "÷ 2",
                Some(11_900_000.0),
                "× 2",
                Some(13_400_000.0),
            ),
            row(
                "years in service",
                "années de service",
                "4",
                Some(13_100_000.0),
                "6",
                Some(11_980_000.0),
            ),
            row("hourly rate", "taux horaire", "55", Some(12_200_000.0), "80", Some(12_650_000.0)),
            row("energy price", "prix de l'énergie", "0,15", None, "0,30", Some(12_520_000.0)),
        ],
    }
}
