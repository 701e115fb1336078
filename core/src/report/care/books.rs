//! The books: values today, charges and closing values by year, what early renewals write off.

use super::super::YEARS_DRAWN_MAX;
use super::super::pen::Pen;
use super::budget::{axis, first_of};
use super::chart::{self, Bar};
use super::names::{self, Names};
use super::page::heading;
use crate::order;
use crate::quantity::{Currency, Money};
use crate::renewal::{BookTotal, Books};
use crate::text::Label;
use maud::{Markup, html};

/// Sums over all assets.
#[derive(Default)]
struct Sums {
    values: Vec<Money>,
    exceptional: Vec<Money>,
    exceptional_count: u64,
    valued_count: u64,
}

impl Sums {
    fn of(books: &Books) -> Sums {
        let mut sums = Sums::default();
        for row in &books.rows {
            let Some(currency) = row.cost.map(|cost| cost.currency()) else { continue };
            if let Some(value) = row.value_minor.and_then(|minor| Money::new(minor, currency)) {
                sums.valued_count += 1;
                names::add(&mut sums.values, value);
            }
            let exceptional = row.exceptional_minor.filter(|minor| *minor != 0);
            if let Some(value) = exceptional.and_then(|minor| Money::new(minor, currency)) {
                sums.exceptional_count += 1;
                names::add(&mut sums.exceptional, value);
            }
        }
        sums
    }
}

pub(super) fn section(books: &Books, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let sums = Sums::of(books);
    let without =
        order::group(books.rows.iter().filter_map(|row| Some((row.no_book?, ()))).collect());
    html! {
        section id="books" aria-labelledby="books-title" {
            (heading("books", pen))
            p.lead { (pen.t("Book values of the equipment, retired ones included, at the end of ", "Valeurs comptables des équipements, y compris retirés, à la fin du ")) (pen.date(books.as_of)) "." }
            table.pairs id="books-sums" aria-label=(pen.t("Book values", "Valeurs comptables")) { tbody {
                tr { th scope="row" { (pen.t("Value", "Valeur")) } td { @if sums.valued_count == 0 { (names.unknown()) } @else { (names.sums(&sums.values)) } } }
                tr { th scope="row" { (pen.t("Assets with a value", "Équipements avec une valeur")) } td { (pen.number(sums.valued_count)) (pen.t(" of ", " sur ")) (pen.number(books.rows.len())) } }
                tr { th scope="row" { (pen.t("Written off at once, if renewed when wanted", "Amortissement exceptionnel, si renouvelé à la date souhaitée")) }
                    td { @if sums.exceptional_count == 0 { (pen.t("none known", "aucun connu")) } @else {
                        (names.sums(&sums.exceptional)) " (" (pen.count(sums.exceptional_count, ["asset", "assets"], ["équipement", "équipements"])) ")"
                    } } }
                @for (why, assets) in &without { tr {
                    th scope="row" { (pen.t("Without a value: ", "Sans valeur : ")) (pen.typeset(why.label(pen.lang))) } td { (pen.number(assets.len())) }
                } }
            } }
            @for (currency, years) in order::group(books.totals.iter().map(|total| (total.currency, total)).collect()) {
                (by_year(currency, &years, books, pen))
            }
        }
    }
}

fn by_year(currency: Currency, years: &[&BookTotal], books: &Books, pen: Pen) -> Markup {
    let title =
        format!("{} {}", pen.t("Charges by year,", "Dotations par année,"), currency.code());
    let first = books.as_of.year();
    let near = years.iter().filter(|total| total.year >= first).take(YEARS_DRAWN_MAX);
    let bars: Vec<Bar> = near
        .map(|total| Bar {
            label: total.year.to_string(),
            title: format!(
                "{}{} {}",
                total.year,
                pen.t(":", " :"),
                pen.money(total.charge_minor, currency)
            ),
            parts: [u64::try_from(total.charge_minor).unwrap_or(0), 0, 0],
            limit: None,
        })
        .collect();
    html! {
        h3 { (title) }
        @if !bars.is_empty() { (chart::bars(&bars, &title, &|minor| axis(minor, currency, pen), pen)) }
        details open[years.len() <= 12] {
            summary { (pen.t("The same as a table, all years, ", "Le même en tableau, toutes les années, ")) (currency.code()) }
            table id=(format!("books-{}", currency.code())) {
                caption { (title) (first_of(years.len(), "books.json", pen)) }
                thead { tr {
                    th scope="col" { (pen.t("Year", "Année")) } th.num scope="col" { (pen.t("Charges", "Dotations")) }
                    th.num scope="col" { (pen.t("Value at its end", "Valeur à sa fin")) }
                } }
                tbody { @for total in years.iter().take(super::super::LIST_MAX) { tr {
                    th scope="row" { (total.year) } td.num { (pen.money(total.charge_minor, currency)) }
                    td.num { (pen.money(total.closing_minor, currency)) }
                } } }
            }
        }
    }
}
