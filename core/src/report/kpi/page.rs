//! The page: head, key figures, sections in order.

use super::super::care::chart;
use super::super::frame::{self, Frame, Name};
use super::super::pen::Pen;
use super::{
    KpiReportInput, advice, after, categories, days, figures, indicators, levels, open, problems,
    trends, works,
};
use maud::{Markup, html};

const CSS: &str = concat!(
    include_str!("../assets/care.css"),
    include_str!("../assets/kpi.css"),
    include_str!("../assets/chart.css")
);
const JS: &str = concat!(include_str!("../assets/lists.js"), include_str!("../assets/sortable.js"));

/// Id, name in English and French, and whether the input has what it shows.
type Section = (&'static str, &'static str, &'static str, fn(&KpiReportInput<'_>) -> bool);

const SECTIONS: [Section; 15] = [
    ("figures", "Key figures", "Chiffres clés", |_| true),
    ("advice", "Recommendations", "Recommandations", |_| true),
    ("trends", "Trends", "Tendances", |_| true),
    ("categories", "Pareto", "Pareto", |_| true),
    ("levels", "Service levels", "Niveaux de service", |_| true),
    ("groups", "Groups", "Groupes", |input| input.groups.is_some()),
    ("open", "Open incidents", "Incidents ouverts", |_| true),
    ("repeats", "Repeat failures", "Pannes répétées", |_| true),
    ("after", "After repairs", "Après réparation", |_| true),
    ("problems", "Suggested problems", "Problèmes suggérés", |_| true),
    ("works", "Interventions", "Interventions", |_| true),
    ("days", "Availability", "Disponibilité", |_| true),
    ("indicators", "All indicators", "Tous les indicateurs", |_| true),
    ("unread", "Not counted", "Non compté", |_| true),
    ("definitions", "Definitions", "Définitions", |_| true),
];

/// Heading of the section `id`.
pub(super) fn heading(id: &str, pen: Pen) -> Markup {
    frame::heading(SECTIONS.map(name), id, pen)
}

fn name((id, en, fr, _): Section) -> Name {
    (id, en, fr)
}

pub(super) fn page(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let title = pen.t("Indicators", "Indicateurs");
    let main = html! {
        (chart::patterns())
        (figures::section(input, pen))
        (advice::section(input, pen))
        (trends::section(input, pen))
        (categories::section(input, pen))
        (levels::section(input, pen))
        @if let Some(groups) = input.groups { (levels::groups(groups, pen)) }
        (open::section(input, pen))
        (after::repeats(input, pen))
        (after::follow_ups(input, pen))
        (problems::section(input, pen))
        (works::section(input, pen))
        (days::section(input, pen))
        (indicators::section(input, pen))
        (indicators::unread(input, pen))
        (indicators::definitions(pen))
    };
    let frame = Frame {
        title: &title,
        customer: input.customer,
        css: CSS,
        header: header(input, &title, pen),
        sections: frame::links(
            SECTIONS.into_iter().filter(|section| section.3(input)).map(name),
            pen,
        ),
        main,
        footer: frame::footer(pen),
        data: format!(r#"{{"lang":"{}","words":{{}},"lists":[]}}"#, pen.lang.tag()),
        script: JS,
    };
    frame.page(pen)
}

fn header(input: &KpiReportInput<'_>, title: &str, pen: Pen) -> Markup {
    let last = input.period.end().add_days(-1).unwrap_or(input.period.end());
    let from = input.zone.day_at(input.overall.windows().first().map_or(0, |window| window.0));
    let to = input.period.start().add_days(-1);
    html! {
        header.top {
            div.wide {
                p.eyebrow { (title) }
                h1 { (input.customer) }
                dl.facts {
                    div { dt { (pen.t("Provider", "Prestataire")) } dd { (input.provider) } }
                    div { dt { (pen.t("Period", "Période")) } dd {
                        (pen.t("from ", "du ")) time datetime=(input.period.start()) { (pen.date(input.period.start())) }
                        (pen.t(" to ", " au ")) time datetime=(last) { (pen.date(last)) }
                    } }
                    @if let (Some(from), Some(to)) = (from, to) { @if from <= to {
                        div { dt { (pen.t("Compared with", "Comparée à")) } dd {
                            (pen.t("from ", "du ")) time datetime=(from) { (pen.date(from)) }
                            (pen.t(" to ", " au ")) time datetime=(to) { (pen.date(to)) }
                        } }
                    } }
                    div { dt { (pen.t("Known until", "Connu jusqu'au")) } dd {
                        time datetime=(input.as_of) { (pen.date(input.as_of)) }
                    } }
                }
            }
        }
    }
}

/// What a list that was cut says.
pub(super) fn cut(shown: usize, all: usize, rest: Option<&str>, pen: Pen) -> Markup {
    html! { @if all > shown { p.note {
        (pen.t("Listed: the first ", "Listés : les ")) (pen.number(shown))
        (pen.t(" of ", " premiers sur ")) (pen.number(all))
        @if let Some(file) = rest { "; " (file) (pen.t(" holds them all", " les contient tous")) }
        "."
    } } }
}
