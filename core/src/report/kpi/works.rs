//! Interventions of each month, by what they are for and where they are done.

use super::super::care::chart::{self, Bar};
use super::super::pen::{Pen, capital};
use super::KpiReportInput;
use super::page::heading;
use crate::intervention::Kind;
use crate::intervention::follow::SynthesisRow;
use crate::order;
use crate::quantity::Money;
use crate::text::Label;
use crate::time::Day;
use maud::{Markup, html};

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let rows = &input.synthesis.rows;
    let months = months(input);
    let kinds = [
        pen.t("preventive", "préventives"),
        pen.t("corrective", "curatives"),
        pen.t("other or unknown", "autres ou inconnues"),
    ];
    let places = [
        pen.t("on site", "sur place"),
        pen.t("remote", "à distance"),
        pen.t("place unknown", "lieu inconnu"),
    ];
    html! {
        section id="works" aria-labelledby="works-title" {
            (heading("works", pen))
            p.lead { (pen.t(
                "Each intervention counts in the month of its end, else of its begin, else of its plan.",
                "Chaque intervention compte dans le mois de sa fin, sinon de son début, sinon de sa prévision.",
            )) }
            @if rows.is_empty() { p { (pen.t("None in the period.", "Aucune dans la période.")) } }
            @else {
                h3 { (pen.t("By kind", "Par nature")) }
                (chart::legend(&kinds, None, pen))
                (chart::bars(&bars(rows, &months, &kinds, &by_kind, pen), &pen.t("Interventions by kind", "Interventions par nature"), &|n| pen.number(n), pen))
                h3 { (pen.t("On site and remote", "Sur place et à distance")) }
                (chart::legend(&places, None, pen))
                (chart::bars(&bars(rows, &months, &places, &by_place, pen), &pen.t("Interventions by place", "Interventions par lieu"), &|n| pen.number(n), pen))
                h3 { (pen.t("In sum", "En somme")) }
                (table(rows, pen))
            }
            @if input.synthesis.undated > 0 { p.note {
                (pen.count(input.synthesis.undated,
                    ["intervention has no date and is in no month.", "interventions have no date and are in no month."],
                    ["intervention n'a pas de date et n'est dans aucun mois.", "interventions n'ont pas de date et ne sont dans aucun mois."]))
            } }
        }
    }
}

/// The first days of the months of the period.
fn months(input: &KpiReportInput<'_>) -> Vec<Day> {
    let (year, month, _) = input.period.start().ymd();
    let Some(first) = Day::from_ymd(year, month, 1) else { return Vec::new() };
    let all = (0..).map_while(|turn| first.add_months(turn));
    all.take_while(|day| *day < input.period.end()).take(chart::BARS_MAX + 1).collect()
}

fn by_kind(row: &SynthesisRow) -> [u64; 3] {
    match row.kind {
        Some(Kind::Preventive) => [row.count, 0, 0],
        Some(Kind::Corrective) => [0, row.count, 0],
        _ => [0, 0, row.count],
    }
}

fn by_place(row: &SynthesisRow) -> [u64; 3] {
    let known = row.on_site.saturating_add(row.remote);
    [row.on_site, row.remote, row.count.saturating_sub(known)]
}

fn bars(
    rows: &[SynthesisRow],
    months: &[Day],
    names: &[String; 3],
    split: &dyn Fn(&SynthesisRow) -> [u64; 3],
    pen: Pen,
) -> Vec<Bar> {
    let bar = |month: &Day| {
        let mut parts = [0_u64; 3];
        for row in rows.iter().filter(|row| row.period == *month) {
            for (part, more) in parts.iter_mut().zip(split(row)) {
                *part = part.saturating_add(more);
            }
        }
        let (year, number, _) = month.ymd();
        let short = pen.month_short(number);
        let each: Vec<String> = parts
            .iter()
            .zip(names)
            .map(|(part, name)| format!("{} {name}", pen.number(*part)))
            .collect();
        Bar {
            label: if number == 1 { format!("{short} {year}") } else { short.to_owned() },
            title: format!("{}{}{}", pen.month(year, number), pen.t(": ", " : "), each.join(", ")),
            parts,
            limit: None,
        }
    };
    months.iter().map(bar).collect()
}

/// Sums of a kind.
#[derive(Default)]
struct Sums {
    count: u64,
    done: u64,
    given_up: u64,
    labour_minutes: u64,
    labour_unknown: u64,
    travel_minutes: u64,
    cost_unknown: u64,
    costs: Vec<Money>,
}

impl Sums {
    fn of(rows: Vec<&SynthesisRow>) -> Sums {
        let mut sums = Sums::default();
        for row in rows {
            for (slot, more) in [
                (&mut sums.count, row.count),
                (&mut sums.done, row.done),
                (&mut sums.given_up, row.given_up),
                (&mut sums.labour_minutes, row.labour_minutes),
                (&mut sums.labour_unknown, row.labour_unknown),
                (&mut sums.travel_minutes, row.travel_minutes),
                (&mut sums.cost_unknown, row.cost_unknown),
            ] {
                *slot = slot.saturating_add(more);
            }
            for cost in &row.costs {
                let known = sums.costs.iter_mut().find(|one| one.currency() == cost.currency());
                match known {
                    Some(known) => *known = known.checked_add(*cost).unwrap_or(*known),
                    None => sums.costs.push(*cost),
                }
            }
        }
        sums
    }
}

fn table(rows: &[SynthesisRow], pen: Pen) -> Markup {
    let kinds = order::group(rows.iter().map(|row| (row.kind, row)).collect());
    let name =
        pen.t("Interventions of the period by kind", "Interventions de la période par nature");
    html! { div.scroll tabindex="0" role="region" aria-label=(name) { table.rows.sortable {
        caption.unseen { (name) }
        thead { tr {
            th scope="col" { (pen.t("Kind", "Nature")) } th.num scope="col" { (pen.t("Interventions", "Interventions")) }
            th.num scope="col" { (pen.t("Done", "Réalisées")) } th.num scope="col" { (pen.t("Given up", "Abandonnées")) }
            th.num scope="col" { (pen.t("Work", "Travail")) } th.num scope="col" { (pen.t("Travel", "Déplacement")) }
            th.num scope="col" { (pen.t("Cost", "Coût")) }
        } }
        tbody { @for (kind, rows) in kinds {
            @let sums = Sums::of(rows);
            tr {
                th scope="row" { (kind.map_or_else(|| pen.t("Unknown", "Inconnue"), |kind| capital(&pen.typeset(kind.label(pen.lang))))) }
                td.num { (pen.number(sums.count)) } td.num { (pen.number(sums.done)) } td.num { (pen.number(sums.given_up)) }
                td.num data-sort=(sums.labour_minutes) { (known(sums.labour_minutes, sums.done, sums.labour_unknown, pen)) (missing(sums.labour_unknown, pen)) }
                td.num data-sort=(sums.travel_minutes) { @if sums.travel_minutes > 0 { (pen.hours_unit(sums.travel_minutes)) } @else { "–" } }
                td.num data-sort=(sums.costs.first().map_or(0, Money::minor)) {
                    @if sums.costs.is_empty() { "–" }
                    @for (place, cost) in sums.costs.iter().enumerate() { @if place > 0 { ", " } (pen.money(cost.minor(), cost.currency())) }
                    (missing(sums.cost_unknown, pen))
                }
            }
        } }
    } } }
}

/// Hours, or a dash where none of those done says how many.
fn known(minutes: u64, done: u64, unknown: u64, pen: Pen) -> String {
    if minutes == 0 && unknown >= done { "–".to_owned() } else { pen.hours_unit(minutes) }
}

fn missing(unknown: u64, pen: Pen) -> Markup {
    html! { @if unknown > 0 { small { (pen.count(unknown, ["unknown", "unknown"], ["inconnue", "inconnues"])) } } }
}
