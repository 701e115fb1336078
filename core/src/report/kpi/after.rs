//! Failures that came back, and preventive work after repairs.

use super::super::LIST_MAX;
use super::super::pen::{Pen, capital};
use super::KpiReportInput;
use super::open::days;
use super::page::{cut, heading};
use crate::id::{InterventionId, TicketId};
use crate::intervention::follow::{FollowUp, FollowUpState, Repeat};
use crate::order;
use crate::text::Label;
use maud::{Markup, html};

pub(super) fn repeats(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let rows = input.repeats;
    let mut by_asset: Vec<(&str, usize)> =
        order::group(rows.iter().filter_map(|repeat| Some((repeat.first?, ()))).collect())
            .into_iter()
            .map(|(asset, all)| (asset, all.len()))
            .collect();
    order::sort_by(&mut by_asset, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let shown = rows.len().min(LIST_MAX);
    html! {
        section id="repeats" aria-labelledby="repeats-title" {
            (heading("repeats", pen))
            p.lead { (pen.t(
                "Incidents of one asset that follow another within 30 days of its working again: the repair did not reach the cause.",
                "Incidents d'un équipement qui en suivent un autre à moins de 30 jours de sa remise en marche : la réparation n'a pas atteint la cause.",
            )) }
            @if rows.is_empty() { p { (pen.t("None in the period.", "Aucune dans la période.")) } }
            @else {
                p.sub { (pen.count(rows.len(), ["repeat", "repeats"], ["répétition", "répétitions"])) (pen.t(" on ", " sur "))
                    (pen.count(by_asset.len(), ["asset", "assets"], ["équipement", "équipements"]))
                    (pen.t("; most on ", " ; surtout sur "))
                    @for (place, (asset, count)) in by_asset.iter().take(5).enumerate() {
                        @if place > 0 { ", " } (asset) " (" (pen.number(*count)) ")"
                    }
                    "."
                }
                div.scroll.tall tabindex="0" role="region" aria-label=(pen.t("Repeat failures", "Pannes répétées")) {
                    table.rows.sortable {
                        caption { (pen.t("Repeat failures", "Pannes répétées")) }
                        thead { tr {
                            th scope="col" { (pen.t("Asset", "Équipement")) } th scope="col" { (pen.t("Earlier", "Premier")) }
                            th scope="col" { (pen.t("Later", "Suivant")) } th scope="col" { (pen.t("Reported", "Signalé le")) }
                            th.num scope="col" { (pen.t("Days between", "Jours entre")) } th scope="col" { (pen.t("Cause", "Cause")) }
                        } }
                        tbody { @for repeat in rows.iter().take(shown) { (repeat_line(repeat, input, pen)) } }
                    }
                }
                (cut(shown, rows.len(), None, pen))
            }
        }
    }
}

fn repeat_line(repeat: &Repeat<'_>, input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let reported = repeat.later.opened.and_then(|at| input.zone.day_at(at));
    html! { tr {
        th scope="row" { (repeat.first.unwrap_or_default()) }
        td.nowrap { (repeat.earlier.id.as_str()) } td.nowrap { (repeat.later.id.as_str()) }
        td.nowrap data-sort=(repeat.later.opened.unwrap_or_default()) { @if let Some(day) = reported { time datetime=(day) { (pen.date(day)) } } }
        td.num data-sort=(repeat.gap_seconds) { (pen.number(days(repeat.gap_seconds))) }
        td { (super::open::text(input.log, repeat.later.cause, pen)) }
    } }
}

pub(super) fn follow_ups(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let summary = input.follow_ups;
    let count = |state: FollowUpState| summary.rows.iter().filter(|row| row.state == state).count();
    let without =
        |row: &&FollowUp<'_>| matches!(row.state, FollowUpState::Missed | FollowUpState::Pending);
    let open: Vec<&FollowUp<'_>> = summary.rows.iter().filter(without).collect();
    let shown = open.len().min(LIST_MAX);
    html! {
        section id="after" aria-labelledby="after-title" {
            (heading("after", pen))
            p.lead { (pen.t(
                "House rule: preventive work on the asset within 14 days of its repair.",
                "Règle maison : un préventif sur l'équipement dans les 14 jours qui suivent sa réparation.",
            )) }
            @if summary.rows.is_empty() { p { (pen.t("No repair in the period names an asset.", "Aucune réparation de la période ne nomme un équipement.")) } }
            @else {
                table.pairs {
                    caption { (pen.count(summary.rows.len(), ["repair", "repairs"], ["réparation", "réparations"])) }
                    tbody { @for state in FollowUpState::ALL { tr {
                        th scope="row" { (capital(&pen.typeset(state.label(pen.lang)))) }
                        td.num { (pen.number(count(*state))) }
                        td.num { (pen.percent(u64::try_from(count(*state)).unwrap_or_default(), u64::try_from(summary.rows.len()).unwrap_or_default())) }
                    } } }
                }
            }
            @if summary.without_asset > 0 { p.note {
                (pen.count(summary.without_asset,
                    ["repair of the log names no asset: nothing can be said of it.", "repairs of the log name no asset: nothing can be said of them."],
                    ["réparation ne nomme aucun équipement : on ne peut rien en dire.", "réparations ne nomment aucun équipement : on ne peut rien en dire."]))
            } }
            @if !open.is_empty() {
                h3 { (pen.t("Resolved without preventive follow-up", "Résolus sans suite préventive")) " (" (pen.number(open.len())) ")" }
                div.scroll.tall tabindex="0" role="region" aria-label=(pen.t("Resolved without preventive follow-up", "Résolus sans suite préventive")) {
                table.rows.sortable {
                    caption.unseen { (pen.t("Resolved without preventive follow-up", "Résolus sans suite préventive")) }
                    thead { tr {
                        th scope="col" { (pen.t("Asset", "Équipement")) } th scope="col" { (pen.t("Repair", "Réparation")) }
                        th scope="col" { (pen.t("Repaired", "Réparé le")) } th scope="col" { (pen.t("Wanted until", "Souhaité jusqu'au")) }
                        th scope="col" { (pen.t("State", "État")) }
                    } }
                    tbody { @for row in open.iter().take(shown) { tr {
                        th scope="row" { (row.asset) }
                        td.nowrap { (row.incident.map(TicketId::as_str).or(row.repair.map(InterventionId::as_str)).unwrap_or_default()) }
                        td.nowrap data-sort=(row.repaired.number()) { time datetime=(row.repaired) { (pen.date(row.repaired)) } }
                        td.nowrap data-sort=(row.to.number()) { time datetime=(row.to) { (pen.date(row.to)) } }
                        td { @if row.state == FollowUpState::Missed { strong.warn { "▲ " (pen.typeset(row.state.label(pen.lang))) } }
                            @else { (pen.typeset(row.state.label(pen.lang))) } }
                    } } }
                }
                }
                (cut(shown, open.len(), None, pen))
            }
        }
    }
}
