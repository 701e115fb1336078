//! Service levels by priority, and the groups that were asked for.

use super::super::LIST_MAX;
use super::super::pen::{Pen, capital};
use super::KpiReportInput;
use super::page::{cut, heading};
use super::values::{interval, key, left_out, said, value};
use crate::kpi::{Answer, Indicator, KpiGroup, Kpis, Measure};
use crate::text::Label;
use maud::{Markup, html};

/// What a value is sorted by: millionths, unknown first.
#[expect(clippy::cast_possible_truncation, reason = "bounded; only the order matters")]
pub(super) fn rank(value: Option<f64>) -> String {
    value.map(|value| ((value * 1e6).round() as i64).to_string()).unwrap_or_default()
}

/// A total, or a dash where it is not known.
fn total(group: &KpiGroup, measure: Measure, pen: Pen) -> String {
    let found = group.cells.first().and_then(|cell| cell.totals.get(measure));
    found.map_or_else(|| "–".to_owned(), |total| pen.number(u64::try_from(total).unwrap_or(0)))
}

fn hours(seconds: Option<f64>, pen: Pen) -> String {
    let hours = |seconds: f64| format!("{}\u{a0}h", pen.decimal(seconds / 3_600.0, 1));
    seconds.map_or_else(|| "–".to_owned(), hours)
}

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let kpis = input.priorities;
    // Interventions make groups too; those without a ticket say nothing of levels.
    let rows = kpis.groups().iter().enumerate().filter(|(_, group)| {
        group.cells.first().is_some_and(|cell| {
            let known = |measure: &Measure| cell.totals.get(*measure).is_some();
            !cell.resolutions.is_empty() || TOTALS.iter().any(known)
        })
    });
    let rows: Vec<(usize, &KpiGroup)> = rows.collect();
    let (all, shown) = (rows.len(), rows.len().min(LIST_MAX));
    html! {
        section id="levels" aria-labelledby="levels-title" {
            (heading("levels", pen))
            p.lead { (pen.t(
                "Levels kept of those decided. A ticket still open and already late counts as missed; one still in time is not decided and is in neither.",
                "Niveaux tenus parmi les décidés. Un ticket encore ouvert et déjà en retard compte comme manqué ; encore à temps, il n'est pas décidé et n'y est pas.",
            )) }
            @if shown == 0 { p { (pen.t("There is no ticket.", "Aucun ticket.")) } }
            @else {
                div.scroll tabindex="0" role="region" aria-label=(pen.t("Service levels by priority", "Niveaux de service par priorité")) {
                    table.rows.sortable.wide-table {
                        caption { (pen.t("By priority", "Par priorité")) }
                        thead { tr {
                            th scope="col" { (pen.t("Priority", "Priorité")) }
                            th.num scope="col" { (pen.t("Opened", "Ouverts")) }
                            th.num scope="col" { (pen.t("Kept", "Tenus")) } th.num scope="col" { (pen.t("Missed", "Manqués")) }
                            th.num scope="col" { (pen.t("Compliance", "Respect")) }
                            th.num scope="col" { (pen.t("Not decided", "Non décidés")) } th.num scope="col" { (pen.t("Without level", "Sans niveau")) }
                            th.num scope="col" { (pen.t("Half resolved within", "Moitié résolue sous")) }
                            th.num scope="col" { (pen.t("9 in 10 within", "9 sur 10 sous")) }
                        } }
                        tbody { @for (place, group) in rows.into_iter().take(shown) { (line(kpis, place, group, pen)) } }
                    }
                }
                (cut(shown, all, Some("indicators.csv"), pen))
            }
        }
    }
}

/// What tells of tickets.
const TOTALS: [Measure; 5] = [
    Measure::OpenedTickets,
    Measure::LevelsMet,
    Measure::LevelsBreached,
    Measure::LevelsOpen,
    Measure::LevelsUnknown,
];

fn line(kpis: &Kpis, place: usize, group: &KpiGroup, pen: Pen) -> Markup {
    let answer = kpis.answer(place, 0, Indicator::LevelCompliance).ok();
    let at =
        |share: f64| kpis.resolution_percentile(place, 0, share).ok().and_then(|found| found.value);
    let (half, most) = (at(0.5), at(0.9));
    html! { tr {
        th scope="row" { (key(&group.key, pen)) }
        @for measure in [Measure::OpenedTickets, Measure::LevelsMet, Measure::LevelsBreached] {
            td.num { (total(group, measure, pen)) }
        }
        (cell(answer.as_ref(), kpis, pen))
        @for measure in [Measure::LevelsOpen, Measure::LevelsUnknown] { td.num { (total(group, measure, pen)) } }
        td.num data-sort=(rank(half)) { (hours(half, pen)) }
        td.num data-sort=(rank(most)) { (hours(most, pen)) }
    } }
}

/// A value with its interval below.
fn cell(answer: Option<&Answer>, kpis: &Kpis, pen: Pen) -> Markup {
    let value_of = |answer: &Answer| {
        answer.value.map(|found| value(answer.indicator, found, kpis.currency(), pen))
    };
    html! { @match answer {
        None => td.num { "–" },
        Some(answer) => td.num data-sort=(rank(answer.value)) {
            (value_of(answer).unwrap_or_else(|| "–".to_owned()))
            @if answer.value.is_some() { @if let Some(text) = interval(answer, kpis.currency(), pen) { small { (text) } } }
        },
    } }
}

/// Those that stand for each group.
const OF_GROUPS: [Indicator; 6] = [
    Indicator::OperationalAvailability,
    Indicator::Mtbf,
    Indicator::Mttr,
    Indicator::LevelCompliance,
    Indicator::PreventiveCompliance,
    Indicator::ReactiveShare,
];

pub(super) fn groups(kpis: &Kpis, pen: Pen) -> Markup {
    let shown = kpis.groups().len().min(LIST_MAX);
    let names: Vec<&str> = kpis.dimensions().iter().map(|one| one.label(pen.lang)).collect();
    let name = capital(&pen.typeset(&names.join(" · ")));
    let title = format!("{}{name}", pen.t("Groups: ", "Groupes : "));
    html! {
        section id="groups" aria-labelledby="groups-title" {
            (heading("groups", pen))
            p.lead { (pen.t(
                "A group's figure is the quotient of its sums; the figure of the whole is not the mean of those of the groups.",
                "La valeur d'un groupe est le quotient de ses sommes ; celle du tout n'est pas la moyenne de celles des groupes.",
            )) }
            div.scroll tabindex="0" role="region" aria-label=(title) {
                table.rows.sortable.wide-table {
                    caption { (title) }
                    thead { tr {
                        th scope="col" { (name) }
                        @for indicator in OF_GROUPS { th.num scope="col" { (capital(&pen.typeset(indicator.label(pen.lang)))) } }
                    } }
                    tbody { @for (place, group) in kpis.groups().iter().enumerate().take(shown) { tr {
                        th scope="row" { (key(&group.key, pen)) }
                        @for indicator in OF_GROUPS { (full(kpis.answer(place, 0, indicator).ok().as_ref(), kpis, pen)) }
                    } } }
                }
            }
            (cut(shown, kpis.groups().len(), Some("indicators.csv"), pen))
        }
    }
}

/// A value, or why there is none, with what is left out.
fn full(answer: Option<&Answer>, kpis: &Kpis, pen: Pen) -> Markup {
    html! { @match answer {
        None => td.num { "–" },
        Some(answer) => td.num data-sort=(rank(answer.value)) {
            @if answer.value.is_some() { (said(answer, kpis.currency(), pen)) }
            @else { span.unknown { (said(answer, kpis.currency(), pen)) } }
            @if let Some(text) = left_out(answer, pen) { small { (text) } }
        },
    } }
}
