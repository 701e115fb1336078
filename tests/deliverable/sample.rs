//! A made-up deliverable that has every block and every kind of cell.

use entretien::quantity::Currency;
use entretien::report::chart::{AgeClass, Chart, PyramidChart};
use entretien::report::{
    Block, Cell, Column, ColumnKind, DatedEntry, Decision, DecisionStatus, Deliverable,
    DeliverableKind, Evidence, Fact, Figure, FindingItem, Meaning, Outcome, Picture, Section,
    Table,
};
use entretien::text::Lang;
use entretien::time::{Day, Period};

/// What breaks forms that do not escape.
pub const HOSTILE: [&str; 10] = [
    "</script><script>alert(1)</script><!--",
    "a | b \\| c || d",
    "=cmd|' /C calc'!A0",
    "\u{202e}gpj.exe\u{202c} \u{2067}שלום\u{2069}",
    "first line\nsecond line\r\n\r\nfourth",
    "👩🏽‍🔧 🇫🇷 été, \"quoted\", 'single'",
    "# not a heading",
    "1. not a list *nor* _emphasis_ `nor code` [nor](http://example.org) ![picture](x) <b>bold</b> &amp;",
    "- + * > ~~~ --- http://example.org www.example.org a@example.org",
    "  blanks \t around  ",
];

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn money(minor: i64, code: &str) -> Cell {
    Cell::money(Some(minor), Currency::new(code).expect("a currency"))
}

fn number(value: f64, decimals: u8, unit: &str) -> Cell {
    Cell::Number { value, decimals, unit: unit.to_owned() }
}

fn column(key: &'static str, label: &str, kind: ColumnKind) -> Column {
    Column { key, label: label.to_owned(), kind }
}

/// The text of a language.
struct Say(Lang);

impl Say {
    fn t(&self, en: &str, fr: &str) -> String {
        self.0.pick(en, fr).to_owned()
    }
}

/// The deliverable.
pub fn sample(lang: Lang) -> Deliverable {
    let say = Say(lang);
    Deliverable {
        kind: DeliverableKind::Review,
        lang,
        title: say.t("Review of the third quarter of 2026", "Présentation de suivi, 3e trimestre 2026"),
        provider: "Nordlys Infogérance".to_owned(),
        customer: "Ateliers Blum & <Fils>".to_owned(),
        as_of: day("2026-09-30"),
        period: Period::new(day("2026-07-01"), day("2026-10-01")),
        summary: vec![
            Block::Paragraph(say.t(
                "Availability is back above the threshold. Two decisions are asked for before the end of the year.",
                "La disponibilité est repassée au-dessus du seuil. Deux décisions sont demandées avant la fin de l'année.",
            )),
            Block::Figures(figures(&say)),
            Block::Decisions(decisions(&say)),
        ],
        sections: vec![
            Section {
                id: "estate",
                title: say.t("Estate", "Parc"),
                lead: Some(say.t("What is in service, and how old it is.", "Ce qui est en service, et son âge.")),
                blocks: vec![
                    Block::Heading(say.t("At a glance", "En bref")),
                    Block::Facts(facts(&say)),
                    Block::Picture(ages(&say)),
                    Block::Table(assets(&say)),
                    Block::Note(say.t("The age of 12 assets is unknown.", "L'âge de 12 équipements est inconnu.")),
                ],
            },
            Section {
                id: "audit",
                title: say.t("Audit", "Audit"),
                lead: None,
                blocks: vec![Block::Findings(findings(&say)), Block::Table(kinds(&say))],
            },
            Section {
                id: "follow-up",
                title: say.t("Follow-up", "Suites données"),
                lead: None,
                blocks: vec![Block::Outcomes(outcomes(&say)), Block::Table(long(&say))],
            },
            Section {
                id: "nothing",
                title: say.t("Nothing", "Rien"),
                lead: None,
                blocks: vec![
                    Block::Figures(Vec::new()),
                    Block::Facts(Vec::new()),
                    Block::Findings(Vec::new()),
                    Block::Decisions(Vec::new()),
                    Block::Outcomes(Vec::new()),
                    Block::Table(Table::new("none", say.t("No rows", "Aucune ligne"), columns(&say))),
                ],
            },
        ],
        entries: entries(&say),
    }
}

fn figures(say: &Say) -> Vec<Figure> {
    let figure = |key: &str, label: String, value, before, meaning, note: Option<String>| Figure {
        key: key.to_owned(),
        label,
        value,
        before,
        meaning,
        note,
    };
    vec![
        figure(
            "availability",
            say.t("Operational availability", "Disponibilité opérationnelle"),
            Cell::Share(0.9931),
            Some(Cell::Share(0.9874)),
            Meaning::Better,
            Some(say.t("threshold 99%", "seuil 99 %")),
        ),
        figure(
            "mttr",
            say.t("Mean time to restore", "Temps moyen de rétablissement"),
            Cell::Minutes(312),
            Some(Cell::Minutes(245)),
            Meaning::Worse,
            None,
        ),
        figure(
            "incidents",
            say.t("Incidents", "Incidents"),
            Cell::Count(1_482),
            Some(Cell::Count(1_482)),
            Meaning::Steady,
            None,
        ),
        figure(
            "cost",
            say.t("Cost of the quarter", "Coût du trimestre"),
            money(-1_234_567, "EUR"),
            Some(money(9_950_000, "EUR")),
            Meaning::Different,
            None,
        ),
        figure(
            "patches",
            say.t("Assets that are up to date", "Équipements à jour"),
            Cell::Unknown,
            None,
            Meaning::Untested,
            Some(say.t(
                "the tool has not answered since 12 August",
                "l'outil ne répond plus depuis le 12 août",
            )),
        ),
        figure(
            "failures",
            say.t("Failures per asset and year", "Pannes par équipement et par an"),
            number(0.2449, 2, ""),
            Some(number(0.31, 2, "")),
            Meaning::Better,
            None,
        ),
    ]
}

fn facts(say: &Say) -> Vec<Fact> {
    let fact = |label: String, value| Fact { label, value };
    vec![
        fact(say.t("Assets in service", "Équipements en service"), Cell::Count(12_345)),
        fact(say.t("Oldest purchase", "Achat le plus ancien"), Cell::Date(day("2011-02-28"))),
        fact(say.t("Main site", "Site principal"), Cell::Code("par-01".to_owned())),
        fact(say.t("Book value", "Valeur comptable"), money(123_456_789, "EUR")),
        fact(say.t("Licences", "Licences"), Cell::Unknown),
        fact(HOSTILE[0].to_owned(), Cell::Text(HOSTILE[1].to_owned())),
    ]
}

fn columns(say: &Say) -> Vec<Column> {
    vec![
        column("name", &say.t("Name", "Nom"), ColumnKind::Text),
        column("id", &say.t("Id", "Identifiant"), ColumnKind::Text),
        column("count", &say.t("Number", "Nombre"), ColumnKind::Count),
        column("age", &say.t("Age", "Âge"), ColumnKind::Number),
        column("covered", &say.t("Covered", "Couverts"), ColumnKind::Share),
        column("next", &say.t("Next work", "Prochaine intervention"), ColumnKind::Date),
        column("work", &say.t("Work", "Travail"), ColumnKind::Minutes),
        column("price", &say.t("Price", "Prix"), ColumnKind::Money),
    ]
}

fn assets(say: &Say) -> Table {
    let mut table =
        Table::new("assets", say.t("Assets by kind", "Équipements par type"), columns(say));
    table.push(vec![
        Cell::Text(say.t("Servers", "Serveurs")),
        Cell::Code("srv".to_owned()),
        Cell::Count(1_204),
        number(5.25, 1, &say.t("years", "ans")),
        Cell::Share(0.975),
        Cell::Date(day("2026-10-05")),
        Cell::Minutes(95),
        money(1_250_000, "EUR"),
    ]);
    table.push(vec![
        Cell::Text(say.t("Switches", "Commutateurs")),
        Cell::Code("net".to_owned()),
        Cell::Count(-3),
        number(-0.04, 1, &say.t("years", "ans")),
        Cell::Share(0.000_12),
        Cell::Date(day("1899-12-31")),
        Cell::Minutes(-45_010),
        money(-99, "EUR"),
    ]);
    table.push(vec![
        Cell::Text("無停電電源装置".to_owned()),
        Cell::Code("=1+1".to_owned()),
        Cell::Count(9_007_199_254_740_993),
        number(1e21, 0, ""),
        Cell::Share(1.0),
        Cell::Date(Day::MAX),
        Cell::Minutes(0),
        money(1_500, "JPY"),
    ]);
    table.push(vec![
        Cell::Text(say.t("Unknown", "Inconnus")),
        Cell::Empty,
        Cell::Unknown,
        number(f64::NAN, 1, ""),
        Cell::Share(f64::INFINITY),
        Cell::Unknown,
        Cell::Unknown,
        Cell::Unknown,
    ]);
    table.push(std::iter::repeat_n(Cell::Empty, 8).collect());
    table.total = Some(vec![
        Cell::Text(say.t("Total", "Total")),
        Cell::Empty,
        Cell::Count(1_201),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Minutes(-44_915),
        Cell::Unknown,
    ]);
    table.note = Some(say.t("Amounts without tax.", "Montants hors taxes."));
    table
}

/// Hostile words in every place that takes words.
fn kinds(say: &Say) -> Table {
    let columns = vec![
        column("text", &say.t("Text", "Texte"), ColumnKind::Text),
        column("code", HOSTILE[7], ColumnKind::Text),
        column("number", HOSTILE[1], ColumnKind::Number),
    ];
    let mut table = Table::new("hostile", HOSTILE[8].to_owned(), columns);
    for text in HOSTILE {
        table.push(vec![
            Cell::Text(text.to_owned()),
            Cell::Code(text.to_owned()),
            number(1.5, 1, text),
        ]);
    }
    table.push(vec![Cell::Text(String::new()), Cell::Code(String::new()), number(-1.5, 1, "")]);
    table
}

/// More rows than a page shows, and rows that are left out.
fn long(say: &Say) -> Table {
    let columns = vec![
        column("id", &say.t("Intervention", "Intervention"), ColumnKind::Text),
        column("date", &say.t("Date", "Date"), ColumnKind::Date),
        column("work", &say.t("Work", "Travail"), ColumnKind::Minutes),
    ];
    let mut table = Table::new("works", say.t("Interventions", "Interventions"), columns);
    let first = day("2026-01-01");
    for place in 0..250 {
        table.push(vec![
            Cell::Code(format!("srv-{place:03}/patch")),
            Cell::date(first.add_days(place)),
            Cell::minutes(30 + place % 7 * 15),
        ]);
    }
    table.omitted = 12;
    table.total =
        Some(vec![Cell::Text(say.t("Total", "Total")), Cell::Empty, Cell::Minutes(18_735)]);
    table
}

fn evidence(label: String, value: Cell, limit: Option<Cell>) -> Evidence {
    Evidence { label, value, limit }
}

fn decisions(say: &Say) -> Vec<Decision> {
    vec![
        Decision {
            key: "replace-par".to_owned(),
            title: say.t("Replace the 14 servers of Paris out of support", "Remplacer les 14 serveurs de Paris hors support"),
            why: say.t(
                "Their maker no longer corrects faults since June; three of them carry the billing.",
                "Leur constructeur ne corrige plus les défauts depuis juin ; trois d'entre eux portent la facturation.",
            ),
            evidence: vec![
                evidence(say.t("Servers out of support", "Serveurs hors support"), Cell::Count(14), None),
                evidence(say.t("MTBF", "MTBF"), number(310.0, 0, "h"), Some(number(400.0, 0, "h"))),
            ],
            effect: vec![
                evidence(say.t("Failures a year", "Pannes par an"), number(-6.5, 1, ""), None),
                evidence(say.t("Work a year", "Travail par an"), Cell::Minutes(-1_230), None),
            ],
            no_effect: None,
            by: Some(day("2026-11-15")),
            cost: Some(money(8_400_000, "EUR")),
            indicator: None,
        },
        Decision {
            key: "dsi/freeze".to_owned(),
            title: say.t("Move the freeze of December by a week", "Décaler le gel de décembre d'une semaine"),
            why: say.t("It falls on the monthly updates.", "Il tombe sur les mises à jour mensuelles."),
            evidence: Vec::new(),
            effect: Vec::new(),
            no_effect: Some(say.t("no plan was computed with it", "aucun plan n'a été calculé avec lui")),
            by: None,
            cost: None,
            indicator: None,
        },
    ]
}

fn findings(say: &Say) -> Vec<FindingItem> {
    let finding = |code: &str, severity: String, rank, subject: &str, text: String| FindingItem {
        code: code.to_owned(),
        severity,
        rank,
        subject: subject.to_owned(),
        text,
        remedy: Some(
            say.t("Restore from the copy of the night.", "Restaurer depuis la copie de la nuit."),
        ),
        evidence: vec![
            say.t("last copy: 12 days ago", "dernière copie : il y a 12 jours"),
            HOSTILE[0].to_owned(),
        ],
    };
    vec![
        finding(
            "BCK-001",
            say.t("critical", "critique"),
            0,
            "srv-001",
            say.t("No copy since 12 days.", "Aucune copie depuis 12 jours."),
        ),
        finding("BCK-001", say.t("critical", "critique"), 0, HOSTILE[0], HOSTILE[4].to_owned()),
        FindingItem {
            remedy: None,
            evidence: Vec::new(),
            ..finding(
                "SUP-004",
                say.t("minor", "mineur"),
                2,
                "net-014",
                say.t("Support ends in 60 days.", "Le support finit dans 60 jours."),
            )
        },
    ]
}

fn outcomes(say: &Say) -> Vec<Outcome> {
    let outcome = |key: &str, title: String, status, done: Option<&str>, after, meaning| Outcome {
        key: key.to_owned(),
        title,
        recommended: day("2026-06-30"),
        status,
        done: done.map(day),
        indicator: Some(say.t("Reopened tickets", "Tickets rouverts")),
        before: Cell::Share(0.12),
        after,
        meaning,
        note: None,
    };
    let title = |place: usize| format!("{} {place}", say.t("Recommendation", "Recommandation"));
    vec![
        outcome(
            "train",
            title(1),
            DecisionStatus::Done,
            Some("2026-08-01"),
            Cell::Share(0.05),
            Meaning::Better,
        ),
        outcome(
            "stock",
            title(2),
            DecisionStatus::Accepted,
            None,
            Cell::Unknown,
            Meaning::Untested,
        ),
        Outcome {
            indicator: None,
            before: Cell::Empty,
            note: Some(say.t("put off to the next review", "reporté à la prochaine présentation")),
            ..outcome(
                "=formula",
                title(3),
                DecisionStatus::Deferred,
                None,
                Cell::Empty,
                Meaning::Untested,
            )
        },
        outcome("vpn", title(4), DecisionStatus::Refused, None, Cell::Share(0.16), Meaning::Worse),
        outcome("doc", title(5), DecisionStatus::Open, None, Cell::Share(0.12), Meaning::Steady),
    ]
}

fn entries(say: &Say) -> Vec<DatedEntry> {
    vec![
        DatedEntry {
            day: day("2026-11-15"),
            days: 1,
            key: "decide/replace-par".to_owned(),
            title: say.t(
                "Decide: replace the servers; Paris, 14",
                "Décider : remplacer les serveurs ; Paris, 14",
            ),
            text: format!("{}\n{}", HOSTILE[4], HOSTILE[1]),
        },
        DatedEntry {
            day: day("2026-12-21"),
            days: 14,
            key: "freeze".to_owned(),
            title: say.t("Freeze of December", "Gel de décembre"),
            text: String::new(),
        },
    ]
}

fn ages(say: &Say) -> Picture {
    let class = |label: &str, counts: [u64; 2]| AgeClass {
        label: label.to_owned(),
        counts: counts.to_vec(),
    };
    Picture {
        id: "ages",
        title: say.t("Ages of servers and switches", "Âges des serveurs et commutateurs"),
        chart: Chart::Pyramid(PyramidChart {
            title: say.t("Ages", "Âges"),
            unit: say.t("assets", "équipements"),
            series: vec![say.t("servers", "serveurs"), HOSTILE[0].to_owned()],
            classes: vec![
                class("0–4", [620, 81]),
                class("5–9", [512, 40]),
                class("10–14", [60, 7]),
            ],
            unknown_counts: vec![12, 0],
        }),
    }
}
