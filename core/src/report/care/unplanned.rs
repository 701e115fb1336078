//! Failures to expect beside what is planned, with their intervals.

use super::super::LIST_MAX;
use super::super::pen::Pen;
use super::names::Names;
use super::page::heading;
use super::{CareInput, budget};
use crate::renewal::{Forecast, RenewalAction, UNPLANNED_CONFIDENCE, Unplanned};
use crate::text::Label;
use maud::{Markup, html};

/// Whether some policy has a failure model.
pub(super) fn is_known(input: &CareInput<'_>) -> bool {
    input.forecast.is_some_and(|forecast| !forecast.unplanned.is_empty())
}

pub(super) fn section(names: Names<'_>) -> Markup {
    let pen = names.pen;
    let Some(forecast) = names.input.forecast else { return html! {} };
    let rows = &forecast.unplanned;
    let most = rows.iter().map(|row| row.high).max().unwrap_or_default();
    let confidence = decimal(UNPLANNED_CONFIDENCE * 100.0, 0, pen);
    html! {
        section id="failures" aria-labelledby="failures-title" {
            (heading("failures", pen))
            p.lead { (pen.t(
                "Failures to expect each year from the ages of its first day, beside the replacements planned for the class in it. They move no planned date. The interval holds the number of failures with ",
                "Pannes attendues chaque année d'après les âges de son premier jour, à côté des remplacements prévus pour la catégorie. Elles ne déplacent aucune date. L'intervalle contient le nombre de pannes avec ",
            )) (confidence) (pen.lang.pick("%", "\u{202f}%")) "." }
            div.scroll.tall tabindex="0" role="region" aria-label=(pen.t("Failures by year and policy", "Pannes par année et politique")) { table.rows.sortable id="failures-table" {
                caption { (pen.t("Failures by year and policy", "Pannes par année et politique")) (budget::first_of(rows.len(), "forecast.json", pen)) }
                thead { tr {
                    th scope="col" { (pen.t("Year from", "Année à partir du")) } th scope="col" { (pen.t("Class", "Catégorie")) }
                    th scope="col" { (pen.t("Policy", "Politique")) } th.num scope="col" { (pen.t("Planned", "Prévus")) }
                    th.num scope="col" { (pen.t("Expected failures", "Pannes attendues")) } th.num scope="col" { (pen.t("Interval", "Intervalle")) }
                    th scope="col" { (pen.t("Drawn", "Dessin")) }
                    th.num scope="col" { (pen.t("Of known age", "D'âge connu")) } th.num scope="col" { (pen.t("Age unknown", "Âge inconnu")) }
                } }
                tbody { @for row in rows.iter().take(LIST_MAX) { (line(row, forecast, most, names)) } }
            } }
        }
    }
}

fn line(row: &Unplanned, forecast: &Forecast, most: u32, names: Names<'_>) -> Markup {
    let pen = names.pen;
    html! { tr {
        th.nowrap scope="row" data-sort=(row.start) { (pen.date(row.start)) }
        td { (pen.typeset(row.category.label(pen.lang))) } td { (row.policy) }
        td.num { (pen.number(planned(row, forecast))) }
        td.num data-sort=(format!("{:.3}", row.expected)) { (decimal(row.expected, 1, pen)) }
        td.num { (pen.number(row.low)) "–" (pen.number(row.high)) small { (pen.typeset(row.method.label(pen.lang))) } }
        td.meter { (whisker(row, most)) }
        td.num { (pen.number(row.asset_count)) } td.num { (pen.number(row.unknown_age_count)) }
    } }
}

/// Replacements of the class whose month begins in the year.
fn planned(row: &Unplanned, forecast: &Forecast) -> u64 {
    let (start, end) = (row.start.first_of_month(), row.end.first_of_month());
    let cells = forecast.cells.iter().filter(|cell| {
        cell.key.action == RenewalAction::Replace
            && cell.key.category == Some(row.category)
            && start <= cell.key.month
            && cell.key.month < end
    });
    cells.map(|cell| cell.count).sum()
}

/// A line from the fewest to the most, a mark at what is expected.
fn whisker(row: &Unplanned, most: u32) -> Markup {
    let at = |tenths: u64| {
        let most = u64::from(most.max(1)).saturating_mul(10);
        super::super::pen::ratio(tenths.min(most), most, 196).unwrap_or_default()
    };
    let tenths = |count: u32| u64::from(count).saturating_mul(10);
    let expected: u64 = format!("{:.0}", row.expected * 10.0).parse().unwrap_or_default();
    html! { svg viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
        path.whisker d=(format!("M{} 6H{}", 2 + at(tenths(row.low)), 2 + at(tenths(row.high)))) {}
        rect.part-a x=(at(expected)) y="1" width="4" height="10" {}
    } }
}

/// A number with so many decimals.
pub(super) fn decimal(value: f64, decimals: usize, pen: Pen) -> String {
    let text = format!("{value:.decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = pen.number(whole.parse::<u64>().unwrap_or_default());
    let point = if fraction.is_empty() { "" } else { pen.lang.pick(".", ",") };
    format!("{whole}{point}{fraction}")
}
