//! The next twelve months of renewals, month by month.

use super::names::{self, Names};
use super::page::heading;
use super::reasons;
use crate::order;
use crate::quantity::Money;
use crate::renewal::{RenewalRow, Renewals};
use crate::time::Day;
use maud::{Markup, html};

/// Rows of one month that are shown.
pub(super) const MONTH_ROWS_MAX: usize = 12;

/// What is wanted within twelve months, in sums.
pub(super) struct Year {
    pub(super) rows: usize,
    pub(super) overdue: usize,
    pub(super) unpriced: usize,
    pub(super) sums: Vec<Money>,
}

impl Year {
    pub(super) fn of(renewals: &Renewals) -> Year {
        let mut year = Year { rows: 0, overdue: 0, unpriced: 0, sums: Vec::new() };
        for (_, row) in within(renewals) {
            year.rows += 1;
            year.overdue += usize::from(row.is_over);
            match row.price {
                Some(price) => names::add(&mut year.sums, price),
                None => year.unpriced += 1,
            }
        }
        order::sort_by(&mut year.sums, |a, b| a.currency().cmp(&b.currency()));
        year
    }
}

/// The rows wanted from the day asked to the day before a year later, with that day.
pub(super) fn within(renewals: &Renewals) -> impl Iterator<Item = (Day, &RenewalRow)> {
    let end = renewals.as_of.add_months(12).unwrap_or(Day::MAX);
    let dated = renewals.rows.iter().filter_map(|row| Some((row.wanted?, row)));
    dated.filter(move |(day, _)| *day < end)
}

pub(super) fn section(renewals: &Renewals, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let months = order::group(
        within(renewals)
            .map(|(day, row)| {
                let (year, month, _) = day.ymd();
                // What is overdue stands first, whatever its month.
                ((!row.is_over, year, month), (day, row))
            })
            .collect(),
    );
    // All that is overdue is one group, wanted on the day asked.
    html! {
        section id="next" aria-labelledby="next-title" {
            (heading("next", pen))
            p.lead { (pen.t(
                "When the work is wanted, and the reason that dates it. What is overdue comes first.",
                "Quand le travail est souhaité, et la raison qui le date. Ce qui est en retard vient en premier.",
            )) }
            @if months.is_empty() { p { (pen.t("Nothing is dated within 12 months.", "Rien n'est daté sous 12 mois.")) } }
            @for ((in_time, year, month), rows) in months {
                (block(&if in_time { pen.month(year, month) } else { pen.t("Overdue", "En retard") }, in_time, rows, names))
            }
        }
    }
}

fn block(
    title: &str,
    in_time: bool,
    mut rows: Vec<(Day, &RenewalRow)>,
    names: Names<'_>,
) -> Markup {
    let pen = names.pen;
    order::sort_by(&mut rows, |a, b| a.0.cmp(&b.0).then_with(|| a.1.due.cmp(&b.1.due)));
    html! {
        h3.cap.warn[!in_time] { @if !in_time { "▲ " } (title) " (" (pen.number(rows.len())) ")" }
        div.scroll tabindex="0" role="region" aria-label=(title) { table.fixed {
            caption.unseen { (title) }
            thead { tr {
                th scope="col" { (pen.t("Wanted", "Souhaité")) } th scope="col" { (pen.t("What", "Quoi")) }
                th scope="col" { (pen.t("Subject", "Objet")) } th scope="col" { (pen.t("Reason", "Raison")) }
                th.num scope="col" { (pen.t("Price", "Prix")) }
            } }
            tbody { @for (day, row) in rows.iter().take(MONTH_ROWS_MAX) { (line(*day, row, names)) } }
        } }
        @if rows.len() > MONTH_ROWS_MAX { p.note {
            (pen.t("Listed: the first ", "Listés : les ")) (pen.number(MONTH_ROWS_MAX))
            (pen.t(" of ", " premiers sur ")) (pen.number(rows.len()))
            (pen.t("; renewals.csv holds them all.", " ; renewals.csv les contient tous."))
        } }
    }
}

fn line(day: Day, row: &RenewalRow, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let (name, id) = names.subject(&row.subject);
    html! { tr {
        th.nowrap scope="row" { time datetime=(day) { (pen.date(day)) } }
        td { (names.what(row)) }
        td { (name) @if name != id { small { (id) } } }
        td { (reasons::binding(row, names)) small { (due(row, names)) } }
        td.num { (row.price.map_or_else(|| names.unknown(), |price| names.money(price))) }
    } }
}

/// Since when or until when.
fn due(row: &RenewalRow, names: Names<'_>) -> String {
    let pen = names.pen;
    match row.due {
        Some(day) if row.is_over => format!("{} {}", pen.t("since", "depuis le"), pen.date(day)),
        Some(day) => format!("{} {}", pen.t("on", "le"), pen.date(day)),
        None if row.is_over => pen.t("over, date unknown", "terminé, date inconnue"),
        None => names.unknown(),
    }
}
