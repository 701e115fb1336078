//! Every indicator, what was not counted, and the definitions.

use super::super::pen::{Pen, capital};
use super::figures::{before, verdict};
use super::levels::rank;
use super::page::heading;
use super::values::{fraction, interval, left_out, value, why};
use super::{BEFORE, KpiReportInput, PERIOD};
use crate::kpi::{
    Answer, DefinitionRow, Indicator, IntervalKind, Kpis, NoValue, definitions as all,
};
use crate::text::Label;
use maud::{Markup, html};

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let kpis = input.overall;
    let answers = Indicator::ALL.iter().filter_map(|one| kpis.answer(0, PERIOD, *one).ok());
    let (known, unknown): (Vec<Answer>, Vec<Answer>) =
        answers.partition(|answer| answer.reason != Some(NoValue::NotGiven));
    let name = pen.t("All indicators", "Tous les indicateurs");
    html! {
        section id="indicators" aria-labelledby="indicators-title" {
            (heading("indicators", pen))
            div.scroll tabindex="0" role="region" aria-label=(name) { table.rows.sortable.wide-table {
                caption { (pen.t("Over the whole period", "Sur toute la période")) }
                thead { tr {
                    th scope="col" { (pen.t("Indicator", "Indicateur")) } th.num scope="col" { (pen.t("Value", "Valeur")) }
                    th scope="col" { (pen.t("Interval", "Intervalle")) } th scope="col" { (pen.t("From", "Calcul")) }
                    th scope="col" { (pen.t("Before", "Avant")) }
                } }
                tbody { @for answer in &known { (line(answer, kpis, pen)) } }
            } }
            @if !unknown.is_empty() { details.always {
                summary { (pen.count(unknown.len(), ["indicator without data", "indicators without data"], ["indicateur sans données", "indicateurs sans données"])) }
                table {
                    caption { (pen.t("What they lack", "Ce qui leur manque")) }
                    thead { tr { th scope="col" { (pen.t("Indicator", "Indicateur")) } th scope="col" { (pen.t("Missing", "Manque")) } } }
                    tbody { @for answer in &unknown { tr {
                        th scope="row" { (capital(&pen.typeset(answer.indicator.label(pen.lang)))) }
                        td { (why(answer, kpis.currency(), pen)) }
                    } } }
                }
            } }
        }
    }
}

fn line(answer: &Answer, kpis: &Kpis, pen: Pen) -> Markup {
    let currency = kpis.currency();
    let change = kpis.change(0, (BEFORE, PERIOD), answer.indicator).ok();
    html! { tr {
        th scope="row" { (capital(&pen.typeset(answer.indicator.label(pen.lang)))) }
        td.num data-sort=(rank(answer.value)) { @match answer.value {
            Some(found) => (value(answer.indicator, found, currency, pen)),
            None => span.unknown { (why(answer, currency, pen)) },
        } }
        td { @if answer.value.is_some() { (interval(answer, currency, pen).unwrap_or_default()) } }
        td { (fraction(answer, currency, pen).unwrap_or_default())
            @if let Some(text) = left_out(answer, pen) { small { (pen.t("not in it: ", "n'y sont pas : ")) (text) } } }
        td { @if let Some(change) = change {
            (before(&change.before, currency, pen))
            @if change.before.value.is_some() && change.after.value.is_some() { (verdict(&change, pen)) }
        } }
    } }
}

/// Records that could not be counted, and why.
pub(super) fn unread(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let kpis = input.overall;
    let rows = [
        (
            kpis.undated(),
            ["record without a date to count it at", "records without a date to count them at"],
            ["enregistrement sans date où le compter", "enregistrements sans date où les compter"],
        ),
        (
            kpis.cancelled(),
            ["incident withdrawn", "incidents withdrawn"],
            ["incident annulé", "incidents annulés"],
        ),
        (
            kpis.strange_assets(),
            [
                "mention of an asset that the estate does not have",
                "mentions of assets that the estate does not have",
            ],
            [
                "mention d'un équipement que le parc n'a pas",
                "mentions d'équipements que le parc n'a pas",
            ],
        ),
        (
            kpis.unended(),
            [
                "incident over since an unknown time: it is in no downtime",
                "incidents over since an unknown time: they are in no downtime",
            ],
            [
                "incident fini à une date inconnue : il n'est dans aucune indisponibilité",
                "incidents finis à une date inconnue : ils ne sont dans aucune indisponibilité",
            ],
        ),
    ];
    html! {
        section id="unread" aria-labelledby="unread-title" {
            (heading("unread", pen))
            @if rows.iter().all(|row| row.0 == 0) { p { (pen.t("Every record is counted.", "Tous les enregistrements sont comptés.")) } }
            @else { ul { @for (count, en, fr) in rows { @if count > 0 { li { (pen.count(count, en, fr)) } } } } }
        }
    }
}

/// What each indicator is.
pub(super) fn definitions(pen: Pen) -> Markup {
    html! {
        section id="definitions" aria-labelledby="definitions-title" {
            (heading("definitions", pen))
            p.lead { (pen.t(
                "Sums are whole numbers and are divided once, at the end. Codes of EN 15341:2007 are given from memory as aliases; no conformity is claimed.",
                "Les sommes sont des nombres entiers, divisés une seule fois, à la fin. Les codes EN 15341:2007 sont donnés de mémoire, comme alias ; aucune conformité n'est revendiquée.",
            )) }
            dl.terms { @for row in all(pen.lang) { (definition(&row, pen)) } }
        }
    }
}

fn definition(row: &DefinitionRow, pen: Pen) -> Markup {
    html! { div id=(format!("definition-{}", row.id.code())) {
        dt { (capital(&pen.typeset(row.title))) }
        dd { (pen.typeset(row.formula)) }
        dd { (pen.typeset(row.edge)) }
        dd.from {
            code { (row.id.code()) } " · " (pen.typeset(row.goal.label(pen.lang))) " · " (row.source)
            @if let Some(code) = row.en15341 { " · EN 15341:2007 " (code) }
            @if row.interval != IntervalKind::None { " · " (pen.t("interval: ", "intervalle : ")) (row.interval.label(pen.lang)) }
        }
    } }
}
