//! What is open, and since when.

use super::super::LIST_MAX;
use super::super::care::chart::{self, Bar};
use super::super::pen::Pen;
use super::KpiReportInput;
use super::page::{cut, heading};
use crate::intervention::follow::{Ageing, OpenIncident};
use crate::intervention::{Log, Term};
use crate::text::Label;
use maud::{Markup, html};

const DAY: i64 = 86_400;

/// Whole days of an age.
pub(super) fn days(seconds: i64) -> u64 {
    u64::try_from(seconds.div_euclid(DAY)).unwrap_or_default()
}

/// The assets that a record names.
pub(super) fn assets(log: &Log, terms: &[Term]) -> String {
    let texts: Vec<&str> = terms.iter().map(|term| log.terms().text(*term)).collect();
    texts.join(", ")
}

/// A text that may be unknown.
pub(super) fn text(log: &Log, term: Option<Term>, pen: Pen) -> Markup {
    html! { @match log.text(term) {
        Some(text) => (text),
        None => span.unknown { (pen.t("unknown", "inconnu")) },
    } }
}

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let list = input.open;
    let shown = list.incidents.len().min(LIST_MAX);
    let waiting = list.incidents.iter().filter(|open| open.waiting.is_some()).count();
    let name = pen.t("Open incidents by age", "Incidents ouverts par âge");
    html! {
        section id="open" aria-labelledby="open-title" {
            (heading("open", pen))
            p.lead { (pen.t("At the end of ", "À la fin du ")) (pen.date(input.as_of)) (pen.t(": ", " : "))
                (pen.count(list.incidents.len(), ["incident open", "incidents open"], ["incident ouvert", "incidents ouverts"]))
                @if waiting > 0 { ", " (pen.count(waiting, ["of them waiting", "of them waiting"], ["en attente", "en attente"])) }
                "."
            }
            @if list.unknown_count > 0 { p.note {
                (pen.count(list.unknown_count,
                    ["incident does not say whether it is open: no date of opening, or over at an unknown time.",
                     "incidents do not say whether they are open: no date of opening, or over at an unknown time."],
                    ["incident ne dit pas s'il est ouvert : sans date d'ouverture, ou fini à une date inconnue.",
                     "incidents ne disent pas s'ils sont ouverts : sans date d'ouverture, ou finis à une date inconnue."]))
            } }
            @if !list.incidents.is_empty() {
                (chart::legend(&[pen.t("worked on", "en traitement"), pen.t("waiting", "en attente")], None, pen))
                (chart::bars(&bars(&list.ageing, pen), &name, &|count| pen.number(count), pen))
                div.scroll.tall tabindex="0" role="region" aria-label=(pen.t("Open incidents", "Incidents ouverts")) {
                    table.rows.sortable.wide-table {
                        caption { (pen.t("Open incidents, the oldest first", "Incidents ouverts, les plus anciens d'abord")) }
                        thead { tr {
                            th scope="col" { (pen.t("Incident", "Incident")) } th.num scope="col" { (pen.t("Age, days", "Âge, jours")) }
                            th scope="col" { (pen.t("Opened", "Ouvert le")) } th scope="col" { (pen.t("Priority", "Priorité")) }
                            th scope="col" { (pen.t("Category", "Catégorie")) } th scope="col" { (pen.t("Assets", "Équipements")) }
                            th scope="col" { (pen.t("Team", "Équipe")) } th scope="col" { (pen.t("Waiting for", "En attente de")) }
                        } }
                        tbody { @for open in list.incidents.iter().take(shown) { (line(open, input, pen)) } }
                    }
                }
                (cut(shown, list.incidents.len(), Some("open.csv"), pen))
            }
        }
    }
}

fn line(open: &OpenIncident<'_>, input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let (log, incident) = (input.log, open.incident);
    let opened = incident.opened.and_then(|at| input.zone.day_at(at));
    html! { tr {
        th.nowrap scope="row" { (incident.id.as_str()) }
        td.num data-sort=(open.age_seconds) { (pen.number(days(open.age_seconds))) }
        td.nowrap data-sort=(incident.opened.unwrap_or_default()) { @if let Some(day) = opened { time datetime=(day) { (pen.date(day)) } } }
        td { (text(log, incident.priority, pen)) } td { (text(log, incident.category, pen)) }
        td { @if incident.assets.is_empty() { (text(log, None, pen)) } @else { (assets(log, &incident.assets)) } }
        td { (text(log, incident.group, pen)) }
        td { (open.waiting.map(|why| pen.typeset(why.label(pen.lang))).unwrap_or_default()) }
    } }
}

fn bars(ageing: &[Ageing], pen: Pen) -> Vec<Bar> {
    let rows = ageing.iter();
    rows.map(|row| {
        let label = match row.below_days {
            Some(below) if row.from_days == 0 => {
                format!("< {}", pen.count(below, ["day", "days"], ["jour", "jours"]))
            }
            Some(below) => format!("{} – {} {}", row.from_days, below, pen.t("days", "jours")),
            None => format!("≥ {}", pen.count(row.from_days, ["day", "days"], ["jour", "jours"])),
        };
        let worked = row.count.saturating_sub(row.waiting_count);
        Bar {
            title: format!(
                "{label}{}{}, {} {}",
                pen.t(": ", " : "),
                pen.number(row.count),
                pen.number(row.waiting_count),
                pen.t("waiting", "en attente")
            ),
            label,
            parts: [worked, row.waiting_count, 0],
            limit: None,
        }
    })
    .collect()
}
