//! Few categories make most of the tickets: which ones.

use super::super::LIST_MAX;
use super::super::faults;
use super::super::pen::{Pen, capital};
use super::KpiReportInput;
use super::page::{cut, heading};
use super::values::{amount, key};
use crate::kpi::{Kpis, Measure, Pareto, ParetoClass, ParetoRow};
use crate::text::Label;
use maud::{Markup, html};

/// Most rows of the picture.
const ROWS_DRAWN_MAX: usize = 20;
const WIDTH: i32 = 1_012;
const LEFT: i32 = 250;
const RIGHT: i32 = 900;
const TOP: i32 = 24;
const PITCH: i32 = 20;
/// Most letters of a name beside its bar.
const LETTERS_MAX: usize = 32;

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    html! {
        section id="categories" aria-labelledby="categories-title" {
            (heading("categories", pen))
            p.lead { (pen.t(
                "Categories by their part of all, the largest first. Class A makes four fifths, A and B nineteen twentieths. The line adds up.",
                "Catégories selon leur part du total, les plus grandes d'abord. La classe A fait les quatre cinquièmes, A et B les dix-neuf vingtièmes. La ligne cumule.",
            )) }
            @for measure in [Measure::OpenedTickets, Measure::FailureDownSeconds] { (block(input.categories, measure, pen)) }
        }
    }
}

fn block(kpis: &Kpis, measure: Measure, pen: Pen) -> Markup {
    let name = capital(&pen.typeset(measure.label(pen.lang)));
    let pareto = match kpis.pareto(0, measure) {
        Ok(pareto) => pareto,
        Err(error) => return html! { h3 { (name) } (faults::error(&error, pen)) },
    };
    html! {
        h3 { (name) }
        @if pareto.rows.is_empty() { p { (pen.t("None is known.", "Rien n'est connu.")) } }
        @else {
            p.sub { (pen.t("In all ", "En tout ")) (amount(measure, pareto.total, kpis.currency(), pen)) }
            (draw(&pareto, kpis, &name, pen))
            (table(&pareto, kpis, &name, pen))
        }
    }
}

/// A name short enough to stand beside a bar.
fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS_MAX {
        return name.to_owned();
    }
    let mut out: String = name.chars().take(LETTERS_MAX - 1).collect();
    out.push('…');
    out
}

#[expect(clippy::cast_possible_truncation, reason = "a place within the picture")]
fn along(share: f64) -> i32 {
    (share.clamp(0.0, 1.0) * f64::from(RIGHT - LEFT)).round() as i32
}

fn class(row: &ParetoRow) -> &'static str {
    match row.class {
        ParetoClass::A => "part-a",
        ParetoClass::B => "part-b",
        ParetoClass::C => "part-c",
    }
}

fn draw(pareto: &Pareto, kpis: &Kpis, name: &str, pen: Pen) -> Markup {
    let rows = pareto.rows.get(..pareto.rows.len().min(ROWS_DRAWN_MAX)).unwrap_or_default();
    let write = |row: &ParetoRow| amount(pareto.measure, row.amount, kpis.currency(), pen);
    let y = |place: usize| TOP + PITCH * i32::try_from(place).unwrap_or_default();
    let foot = y(rows.len());
    let line = rows.iter().enumerate().map(|(place, row)| {
        let letter = if place == 0 { 'M' } else { 'L' };
        format!("{letter}{} {}", LEFT + along(row.cumulated_share), y(place) + PITCH / 2)
    });
    let line: String = line.collect();
    let each = rows.iter().map(|row| {
        format!("{} {} ({})", key(&row.key, pen), write(row), pen.share(row.cumulated_share))
    });
    let described: Vec<String> = each.collect();
    html! {
        div.scroll tabindex="0" role="region" aria-label=(format!("Pareto – {name}")) {
            svg.bars viewBox=(format!("0 0 {WIDTH} {}", foot + 6)) role="img" {
                title { "Pareto – " (name) }
                desc { (described.join("; ")) }
                @for fifth in 0..=5_i32 {
                    @let x = LEFT + (RIGHT - LEFT) * fifth / 5;
                    path.grid d=(format!("M{x} {TOP}V{foot}")) {}
                    text.axis x=(x) y=(TOP - 8) text-anchor="middle" { (pen.share(f64::from(fifth) / 5.0)) }
                }
                @for (place, row) in rows.iter().enumerate() { g {
                    title { (key(&row.key, pen)) (pen.t(": ", " : ")) (write(row)) ", " (pen.share(row.share)) }
                    text.name x=(LEFT - 8) y=(y(place) + 14) text-anchor="end" { (short(&key(&row.key, pen))) }
                    rect class=(class(row)) x=(LEFT) y=(y(place) + 3) width=(along(row.share).max(1)) height=(PITCH - 6) {}
                    text.axis x=(RIGHT + 8) y=(y(place) + 14) { (write(row)) }
                } }
                path.summed d=(line) {}
                @for (place, row) in rows.iter().enumerate() {
                    circle.summed-dot cx=(LEFT + along(row.cumulated_share)) cy=(y(place) + PITCH / 2) r="2.5" {}
                }
            }
        }
        @if pareto.rows.len() > rows.len() { p.note {
            (pen.t("Drawn: the first ", "Dessinées : les ")) (pen.number(rows.len()))
            (pen.t(" of ", " premières sur ")) (pen.number(pareto.rows.len())) "."
        } }
    }
}

fn table(pareto: &Pareto, kpis: &Kpis, name: &str, pen: Pen) -> Markup {
    let shown = pareto.rows.len().min(LIST_MAX);
    html! {
        details {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (name) }
            table.rows.sortable {
                caption { (name) }
                thead { tr {
                    th scope="col" { (pen.t("Category", "Catégorie")) } th scope="col" { (pen.t("Class", "Classe")) }
                    th.num scope="col" { (pen.t("Amount", "Quantité")) } th.num scope="col" { (pen.t("Share", "Part")) }
                    th.num scope="col" { (pen.t("Cumulated", "Cumul")) }
                } }
                tbody { @for row in pareto.rows.iter().take(shown) { tr {
                    th scope="row" { (key(&row.key, pen)) }
                    td { (row.class.label(pen.lang)) }
                    td.num data-sort=(row.amount) { (amount(pareto.measure, row.amount, kpis.currency(), pen)) }
                    td.num data-sort=(row.amount) { (pen.share(row.share)) }
                    td.num { (pen.share(row.cumulated_share)) }
                } } }
            }
            (cut(shown, pareto.rows.len(), None, pen))
        }
    }
}
