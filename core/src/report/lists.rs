//! The frames of the two long lists; script fills them from the embedded rows.

use super::page::heading;
use super::pen::Pen;
use super::{ASSETS_EMBEDDED_MAX, ROWS_EMBEDDED_MAX};
use crate::plan::Plan;
use maud::{Markup, html};

/// One filter: id, label, whether it is a free text.
pub(super) type Filter<'a> = (&'a str, String, bool);
/// One column: sort key, name, whether it holds numbers.
pub(super) type Column<'a> = (&'a str, String, bool);

pub(super) fn occurrences(plan: &Plan, pen: Pen) -> Markup {
    let filters = [
        (
            "text",
            pen.t("Search (task, equipment, id)", "Rechercher (tâche, équipement, identifiant)"),
            true,
        ),
        ("month", pen.t("Month", "Mois"), false),
        ("site", pen.t("Site", "Site"), false),
        ("skill", pen.t("Skill", "Compétence"), false),
        ("every", pen.t("Periodicity", "Périodicité"), false),
    ];
    let columns = [
        ("date", pen.t("Date", "Date"), false),
        ("task", pen.t("Task", "Tâche"), false),
        ("asset", pen.t("Equipment", "Équipement"), false),
        ("site", pen.t("Site", "Site"), false),
        ("skill", pen.t("Skill", "Compétence"), false),
        ("mode", pen.t("Mode", "Mode"), false),
        ("every", pen.t("Periodicity", "Périodicité"), false),
        ("duration", pen.t("Duration", "Durée"), true),
    ];
    html! {
        section id="occurrences" aria-labelledby="occurrences-title" {
            (heading("occurrences", pen))
            p.lead { (pen.t(
                "Every planned intervention. Open a date to see why it falls on that day.",
                "Toutes les interventions prévues. Ouvrez une date pour voir pourquoi elle tombe ce jour-là.",
            )) }
            @if plan.len() > ROWS_EMBEDDED_MAX { p.note.warn {
                (pen.t("This list holds the first ", "Cette liste contient les "))
                (pen.number(ROWS_EMBEDDED_MAX)) (pen.t(" of ", " premières sur ")) (pen.interventions(plan.len()))
                @if let Some(last) = plan.occurrence(ROWS_EMBEDDED_MAX.saturating_sub(1)) {
                    (pen.t(", up to ", ", jusqu'au ")) (pen.date(last.date()))
                }
                (pen.t(
                    "; plan.csv and plan.json hold them all. Figures and charts above cover all.",
                    " ; plan.csv et plan.json les contiennent toutes. Les chiffres et graphiques ci-dessus couvrent tout.",
                ))
            } }
            (frame("occurrences", plan.len(), &filters, &columns, &pen.t("Planned interventions", "Interventions prévues"), pen))
        }
    }
}

pub(super) fn assets(plan: &Plan, pen: Pen) -> Markup {
    let filters = [
        ("text", pen.t("Search (name, id)", "Rechercher (nom, identifiant)"), true),
        ("site", pen.t("Site", "Site"), false),
        ("category", pen.t("Kind", "Type"), false),
    ];
    let columns = [
        ("name", pen.t("Equipment", "Équipement"), false),
        ("site", pen.t("Site", "Site"), false),
        ("category", pen.t("Kind", "Type"), false),
        ("count", pen.t("Number", "Nombre"), true),
        ("work", pen.t("Work,\u{a0}h", "Travail,\u{a0}h"), true),
        ("strip", String::new(), false),
    ];
    let all = plan.input().estate().assets().len();
    html! {
        section id="assets" aria-labelledby="assets-title" {
            (heading("assets", pen))
            p.lead { (pen.t(
                "One line per piece of equipment, one mark per intervention over the period; the taller, the longer. A name leads to its interventions in the list above.",
                "Une ligne par équipement, une marque par intervention sur la période ; plus elle est haute, plus l'intervention est longue. Un nom mène à ses interventions dans la liste ci-dessus.",
            )) }
            ul.legend aria-label=(pen.t("Legend", "Légende")) {
                li { svg width="8" height="16" aria-hidden="true" focusable="false" { rect class="tick" x="1" y="1" width="5" height="14" {} } (pen.t("on site", "sur place")) }
                li { svg width="8" height="16" aria-hidden="true" focusable="false" { rect class="tick hollow" x="1" y="1" width="5" height="14" {} } (pen.t("remote", "à distance")) }
            }
            @if plan.len() > ROWS_EMBEDDED_MAX || all > ASSETS_EMBEDDED_MAX { p.note.warn {
                (pen.t("Drawn from the first ", "Dessiné d'après les ")) (pen.number(ROWS_EMBEDDED_MAX))
                (pen.t(" interventions, and for at most ", " premières interventions, et pour au plus "))
                (pen.number(ASSETS_EMBEDDED_MAX)) (pen.t(" of ", " équipements sur ")) (pen.number(all))
                (pen.t("; plan.json holds all.", " ; plan.json contient tout."))
            } }
            (frame("assets", all, &filters, &columns, &pen.t("Equipment and its interventions", "Équipements et leurs interventions"), pen))
        }
    }
}

fn frame(
    id: &str,
    all: usize,
    filters: &[Filter<'_>],
    columns: &[Column<'_>],
    caption: &str,
    pen: Pen,
) -> Markup {
    frame_of(id, (all, "plan.csv"), filters, columns, caption, pen)
}

/// The frame of a list of so many rows, which the file named holds too.
pub(super) fn frame_of(
    id: &str,
    (all, file): (usize, &str),
    filters: &[Filter<'_>],
    columns: &[Column<'_>],
    caption: &str,
    pen: Pen,
) -> Markup {
    html! {
        noscript { p.note {
            (pen.number(all)) " – " (pen.t(
                "this list needs JavaScript; the same rows are in ",
                "cette liste a besoin de JavaScript ; les mêmes lignes sont dans ",
            )) (file) "."
        } }
        div.js {
            form.filters role="search" aria-label=(caption) {
                @for (name, label, free) in filters {
                    @let field = format!("{id}-{name}");
                    div {
                        label for=(field) { (label) }
                        @if *free { input type="search" id=(field) autocomplete="off" spellcheck="false"; }
                        @else { select id=(field) { option value="" { (pen.t("All", "Tout")) } } }
                    }
                }
                button type="reset" { (pen.t("Clear", "Effacer")) }
            }
            div.bar-line {
                p.status id=(format!("{id}-status")) role="status" {}
                div.pager id=(format!("{id}-pager")) role="group" aria-label=(pen.t("Pages", "Pages")) {}
            }
            p.on-paper id=(format!("{id}-paper")) hidden {}
            div.scroll.tall tabindex="0" role="region" aria-label=(caption) {
                table.rows id=(format!("{id}-table")) {
                    caption { (caption) }
                    thead { tr { @for (key, name, number) in columns {
                        th.num[*number] scope="col" data-key=(key) aria-sort=[(!name.is_empty()).then_some("none")] {
                            @if name.is_empty() { span.unseen { (pen.t("Over the period", "Sur la période")) } }
                            @else {
                                button type="button" { (name) span.arrow aria-hidden="true" {} }
                                // Browsers do not repeat buttons at the head of each printed page.
                                span.printed aria-hidden="true" { (name) }
                            }
                        }
                    } } }
                    tbody {}
                }
            }
        }
    }
}
