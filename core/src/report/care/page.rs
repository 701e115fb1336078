//! The page: head, key figures, sections in order.

use super::super::frame::{self, Frame, Name};
use super::super::page::card;
use super::super::pen::Pen;
use super::names::Names;
use super::{
    CareInput, ages, ahead, books, budget, chart, data, findings, lists, next, recognised, scores,
    unplanned,
};
use crate::audit::{Audit, Severity};
use crate::quantity::Money;
use crate::renewal::{Budget, Renewals, budget::Outcome};
use maud::{Markup, html};

const CARE_CSS: &str = include_str!("../assets/care.css");
const JS: &str = concat!(
    include_str!("../assets/lists.js"),
    include_str!("../assets/care_lists.js"),
    include_str!("../assets/sortable.js")
);

/// Id, name in English and French, and whether the input has what it shows.
type Section = (&'static str, &'static str, &'static str, fn(&CareInput<'_>) -> bool);

const SECTIONS: [Section; 11] = [
    ("figures", "Key figures", "Chiffres clés", |_| true),
    ("next", "Next 12 months", "12 prochains mois", |input| input.renewals.is_some()),
    ("ahead", "Years ahead", "Années à venir", |input| input.forecast.is_some()),
    ("ages", "Ages", "Âges", |input| input.forecast.is_some()),
    ("budget", "Budget", "Budget", |input| input.budget.is_some()),
    ("failures", "Failures to expect", "Pannes attendues", unplanned::is_known),
    ("books", "Books", "Comptes", |input| input.books.is_some()),
    ("scores", "Audit", "Audit", |input| input.audit.is_some()),
    ("renewals", "Renewals", "Renouvellements", |input| input.renewals.is_some()),
    ("findings", "Findings", "Constats", |input| input.audit.is_some()),
    ("recognised", "Products recognised", "Produits reconnus", |input| input.recognised.is_some()),
];

/// Heading of the section `id`.
pub(super) fn heading(id: &str, pen: Pen) -> Markup {
    frame::heading(SECTIONS.map(name), id, pen)
}

fn name((id, en, fr, _): Section) -> Name {
    (id, en, fr)
}

pub(super) fn page(input: &CareInput<'_>, pen: Pen) -> Markup {
    let names = Names::new(input, pen);
    let title = pen.t("Renewals and audit", "Renouvellements et audit");
    let main = html! {
        (chart::patterns())
        (figures(names))
        @if let Some(renewals) = input.renewals { (next::section(renewals, names)) }
        @if let Some(forecast) = input.forecast {
            (ahead::section(forecast, names))
            (ages::section(forecast, names))
        }
        @if let Some(budget) = input.budget { (budget::section(budget, names)) }
        @if unplanned::is_known(input) { (unplanned::section(names)) }
        @if let Some(books) = input.books { (books::section(books, names)) }
        @if let Some(audit) = input.audit { (scores::section(audit, names)) }
        @if let Some(renewals) = input.renewals { (lists::renewals(renewals, names)) }
        @if let Some(audit) = input.audit { (findings::section(audit, names)) }
        @if let Some(found) = &input.recognised { (recognised::section(found, pen)) }
    };
    let frame = Frame {
        title: &title,
        customer: input.customer,
        css: CARE_CSS,
        header: header(input, &title, pen),
        sections: frame::links(
            SECTIONS.into_iter().filter(|section| section.3(input)).map(name),
            pen,
        ),
        main,
        footer: frame::footer(pen),
        data: data::json(names),
        script: JS,
    };
    frame.page(pen)
}

fn header(input: &CareInput<'_>, title: &str, pen: Pen) -> Markup {
    html! {
        header.top {
            div.wide {
                p.eyebrow { (title) }
                h1 { (input.customer) }
                dl.facts {
                    div { dt { (pen.t("Provider", "Prestataire")) } dd { (input.provider) } }
                    div { dt { (pen.t("As known on", "État connu au")) } dd {
                        time datetime=(input.as_of) { (pen.date(input.as_of)) }
                    } }
                }
            }
        }
    }
}

fn figures(names: Names<'_>) -> Markup {
    let (input, pen) = (names.input, names.pen);
    let assets = input.estate.assets();
    let retired = assets.iter().filter(|asset| asset.is_retired()).count();
    html! {
        section id="figures" aria-labelledby="figures-title" {
            (heading("figures", pen))
            ul.cards {
                (card(&pen.t("Equipment in use", "Équipements en service"), &pen.number(assets.len().saturating_sub(retired)), &html! {
                    (pen.count(retired, ["retired", "retired"], ["retiré", "retirés"]))
                }))
                @match input.renewals {
                    Some(renewals) => (of_renewals(renewals, names)),
                    None => (card(&pen.t("Renewals", "Renouvellements"), "–", &html! { (not_given(pen)) })),
                }
                @match input.budget {
                    Some(budget) => (of_budget(budget, names)),
                    None => (card(&pen.t("Budget", "Budget"), "–", &html! { (pen.t("no budget given", "aucun budget donné")) })),
                }
                @match input.audit {
                    Some(audit) => (of_audit(audit, pen)),
                    None => (card(&pen.t("Audit", "Audit"), "–", &html! { (not_given(pen)) })),
                }
                (of_products(names))
            }
        }
    }
}

fn not_given(pen: Pen) -> String {
    pen.t("not given", "non donné")
}

fn of_renewals(renewals: &Renewals, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let year = next::Year::of(renewals);
    let undated = renewals.rows.iter().filter(|row| row.wanted.is_none()).count();
    let sums: Vec<Money> = year.sums.clone();
    let price = if year.rows == 0 { "–".to_owned() } else { names.sums(&sums) };
    html! {
        (card(&pen.t("Due within 12 months", "À faire sous 12 mois"), &pen.number(year.rows), &html! {
            @if year.overdue > 0 { strong.warn { "▲ " a href="#next" { (pen.count(year.overdue, ["overdue", "overdue"], ["en retard", "en retard"])) } } }
            @else { (pen.t("none overdue", "aucun en retard")) }
        }))
        (card(&pen.t("Their price", "Leur prix"), &price, &html! {
            @if year.unpriced > 0 { (pen.count(year.unpriced, ["without a known price", "without a known price"], ["sans prix connu", "sans prix connu"])) }
            @else { (pen.t("every price known", "tous les prix connus")) }
        }))
        (card(&pen.t("Without a date", "Sans date"), &pen.number(undated), &html! {
            (pen.t("nothing known dates them; of ", "rien de connu ne les date ; sur ")) (pen.number(renewals.rows.len()))
        }))
    }
}

fn of_budget(budget: &Budget, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let placements = &budget.answer.placements;
    let left = placements.iter().filter(|one| matches!(one.outcome, Outcome::Unplaced { .. }));
    let left = left.count();
    html! {
        (card(&pen.t("Left out of the budget", "Hors budget"), &pen.number(left), &html! {
            (pen.t("of ", "sur ")) (pen.number(placements.len()))
            @if budget.answer.mandatory_unplaced > 0 { ", " strong.warn { "▲ " a href="#budget" {
                (pen.count(budget.answer.mandatory_unplaced, ["mandatory", "mandatory"], ["obligatoire", "obligatoires"]))
            } } }
        }))
    }
}

fn of_audit(audit: &Audit, pen: Pen) -> Markup {
    let open = |severity: Severity| {
        let open = audit.findings().iter().filter(|finding| finding.is_open());
        open.filter(|finding| finding.severity == severity).count()
    };
    let (critical, major) = (open(Severity::Critical), open(Severity::Major));
    let all = audit.findings().iter().filter(|finding| finding.is_open()).count();
    html! {
        (card(&pen.t("Audit score", "Note d'audit"), &scores::score(audit.scores().overall.permille, pen), &html! {
            (pen.t("of 1,000; what is undecided is not in it", "sur 1 000 ; l'indécis n'y est pas").replace("1 000", "1\u{202f}000"))
        }))
        (card(&pen.t("Open findings", "Constats ouverts"), &pen.number(all), &html! {
            @if critical > 0 { strong.warn { "▲ " a href="#findings" { (pen.count(critical, ["critical", "critical"], ["critique", "critiques"])) } } ", " }
            (pen.count(major, ["major", "major"], ["majeur", "majeurs"]))
        }))
    }
}

fn of_products(names: Names<'_>) -> Markup {
    let pen = names.pen;
    let name = pen.t("Systems recognised", "Systèmes reconnus");
    match &names.input.recognised {
        Some(found) => card(
            &name,
            &pen.percent(count(found.system_matched_count), count(found.system_count)),
            &html! {
                (pen.number(found.system_matched_count)) (pen.t(" of ", " sur ")) (pen.number(found.system_count))
                (pen.t(" in the support catalogue", " dans le catalogue de support"))
            },
        ),
        None => card(
            &name,
            "–",
            &html! { (pen.t("no support catalogue given", "aucun catalogue de support donné")) },
        ),
    }
}

/// A count as the widest number.
pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
