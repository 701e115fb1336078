//! Renewals and updates of the years ahead, by month, quarter and year, and by what they belong to.

use super::super::pen::Pen;
use super::super::{LIST_MAX, YEARS_DRAWN_MAX, faults};
use super::chart::{self, Bar};
use super::names::{self, Names};
use super::page::heading;
use crate::order;
use crate::quantity::Money;
use crate::renewal::{Forecast, ForecastTotal, Grain, RenewalAction, SplitBy};
use crate::text::Label;
use crate::time::Day;
use maud::{Markup, html};

pub(super) fn section(forecast: &Forecast, names: Names<'_>) -> Markup {
    let pen = names.pen;
    html! {
        section id="ahead" aria-labelledby="ahead-title" {
            (heading("ahead", pen))
            p.lead { (pen.t(
                "How many replacements, updates and renewals of papers fall in each period. What is overdue counts in the first month; what wears out is replaced again. Prices are indexed to their year.",
                "Combien de remplacements, de mises à jour et de renouvellements d'actes tombent dans chaque période. Ce qui est en retard compte dans le premier mois ; ce qui s'use est remplacé de nouveau. Les prix sont indexés à leur année.",
            )) }
            (undated(forecast, pen))
            (chart::legend(&actions(pen), None, pen))
            @for grain in [Grain::Year, Grain::Quarter, Grain::Month] { (by_grain(forecast, grain, names)) }
            @for split in [SplitBy::Category, SplitBy::Site, SplitBy::Contract] { (by_split(forecast, split, names)) }
        }
    }
}

fn actions(pen: Pen) -> Vec<String> {
    RenewalAction::ALL.iter().map(|action| pen.typeset(action.label(pen.lang))).collect()
}

fn undated(forecast: &Forecast, pen: Pen) -> Markup {
    html! { @if !forecast.undated.is_empty() { p.note {
        (pen.t("Without a date, so in no period: ", "Sans date, donc dans aucune période : "))
        @for (place, undated) in forecast.undated.iter().enumerate() {
            @if place > 0 { ", " }
            (pen.number(undated.count)) " × " (pen.typeset(undated.action.label(pen.lang)))
        }
        "."
    } } }
}

/// All periods of the forecast, also those without anything.
pub(super) fn periods(forecast: &Forecast, grain: Grain) -> Vec<Day> {
    let (year, month, _) = forecast.as_of.ymd();
    let (first, step) = match grain {
        Grain::Month => (month, 1),
        Grain::Quarter => (month - (month - 1) % 3, 3),
        Grain::Year => (1, 12),
    };
    let Some(first) = Day::from_ymd(year, first, 1) else { return Vec::new() };
    let end = Day::from_ymd(year, month, 1)
        .and_then(|day| day.add_months(i32::from(forecast.years).saturating_mul(12)));
    let starts = (0..).map_while(|turn: i32| first.add_months(turn.checked_mul(step)?));
    starts.take_while(|start| end.is_some_and(|end| *start < end)).collect()
}

/// The name of a period, short and long.
fn name(start: Day, grain: Grain, pen: Pen) -> (String, String) {
    let (year, month, _) = start.ymd();
    match grain {
        Grain::Year => (year.to_string(), year.to_string()),
        Grain::Quarter => {
            let quarter = format!("{}{} {year}", pen.t("Q", "T"), month.div_ceil(3));
            (quarter.clone(), quarter)
        }
        Grain::Month => {
            let short = pen.month_short(month);
            let short = if month == 1 { format!("{short} {year}") } else { short.to_owned() };
            (short, pen.month(year, month))
        }
    }
}

fn by_grain(forecast: &Forecast, grain: Grain, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let title = match grain {
        Grain::Year => pen.t("By year", "Par année"),
        Grain::Quarter => pen.t("By quarter", "Par trimestre"),
        Grain::Month => pen.t("By month", "Par mois"),
    };
    let totals = match forecast.totals(grain, SplitBy::Nothing) {
        Ok(totals) => totals,
        Err(error) => return html! { h3 { (title) } (faults::error(&error, pen)) },
    };
    let mut bars = Vec::new();
    for start in periods(forecast, grain) {
        let (label, long) = name(start, grain, pen);
        let mut bar = Bar { label, title: long, parts: [0; 3], limit: None };
        for total in totals.iter().filter(|total| total.start == start) {
            if let Some(part) = bar.parts.get_mut(names::place(total.action)) {
                *part = total.count;
            }
        }
        let said = actions(pen).into_iter().zip(bar.parts).filter(|(_, count)| *count > 0);
        let said: Vec<String> =
            said.map(|(action, count)| format!("{action} {}", pen.number(count))).collect();
        let said = if said.is_empty() { pen.t("nothing", "rien") } else { said.join(", ") };
        bar.title = format!("{}{} {said}", bar.title, pen.t(":", " :"));
        bars.push(bar);
    }
    html! {
        h3 { (title) }
        (chart::bars(&bars, &format!("{} – {title}", pen.t("Renewals and updates", "Renouvellements et mises à jour")), &|n| pen.number(n), pen))
        details open[grain == Grain::Year] {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (title.to_lowercase()) }
            (table(&totals, grain, &title, names))
        }
    }
}

fn table(totals: &[ForecastTotal], grain: Grain, title: &str, names: Names<'_>) -> Markup {
    let pen = names.pen;
    html! {
        table.sums id=(format!("ahead-{}", grain.code())) {
            caption { (title)
                @if totals.len() > LIST_MAX {
                    (pen.t(", the first ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" rows of ", " premières lignes sur ")) (pen.number(totals.len()))
                    (pen.t("; forecast.csv holds them all", " ; forecast.csv les contient toutes"))
                }
            }
            thead { tr {
                th scope="col" { (pen.t("Period", "Période")) } th scope="col" { (pen.t("Action", "Action")) }
                th.num scope="col" { (pen.t("Number", "Nombre")) } th.num scope="col" { (pen.t("Known price", "Prix connu")) }
                th.num scope="col" { (pen.t("Without price", "Sans prix")) } th.num scope="col" { (pen.t("Making, kg\u{a0}CO₂", "Fabrication, kg\u{a0}CO₂")) }
            } }
            tbody { @for total in totals.iter().take(LIST_MAX) { tr {
                th scope="row" { (name(total.start, grain, pen).1) }
                td { (pen.typeset(total.action.label(pen.lang))) }
                td.num { (pen.number(total.count)) } td.num { (names.sums(&total.prices)) }
                td.num { (pen.number(total.unpriced_count)) }
                td.num { (total.co2_kg.map_or_else(|| names.unknown(), |kg| pen.number(kg))) }
            } } }
        }
    }
}

/// What a split gathers over the years.
struct Row {
    name: String,
    /// By year drawn.
    counts: Vec<u64>,
    count: u64,
    unpriced: u64,
    prices: Vec<Money>,
}

fn by_split(forecast: &Forecast, split: SplitBy, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let (title, without) = match split {
        SplitBy::Category => {
            (pen.t("By class", "Par catégorie"), pen.t("not equipment", "hors équipement"))
        }
        SplitBy::Site => (pen.t("By site", "Par site"), pen.t("no site", "sans site")),
        _ => (pen.t("By contract", "Par contrat"), pen.t("no contract", "sans contrat")),
    };
    let totals = match forecast.totals(Grain::Year, split) {
        Ok(totals) => totals,
        Err(error) => return html! { h3 { (title) } (faults::error(&error, pen)) },
    };
    let mut years = periods(forecast, Grain::Year);
    let all = years.len();
    years.truncate(YEARS_DRAWN_MAX);
    let mut rows = rows(&totals, &years);
    order::sort_by(&mut rows, |a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
    for (key, row) in &mut rows {
        row.name = match key {
            None => without.clone(),
            Some(key) => named(key, split, names),
        };
    }
    html! {
        h3 { (title) }
        div.scroll tabindex="0" role="region" aria-label=(title) { table.rows.sortable id=(format!("ahead-{}", split.code())) {
            caption { (pen.t("Number by year", "Nombre par année"))
                @if rows.len() > LIST_MAX {
                    (pen.t(", the ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" with the most of ", " plus nombreux sur ")) (pen.number(rows.len()))
                }
                @if all > years.len() { (pen.t(", the first years of ", ", premières années sur ")) (pen.number(all)) }
                @if rows.len() > LIST_MAX || all > years.len() { (pen.t("; forecast.csv holds them all", " ; forecast.csv les contient tous")) }
            }
            thead { tr {
                th.cap scope="col" { (pen.typeset(split.label(pen.lang))) }
                @for year in &years { th.num scope="col" { (year.year()) } }
                th.num scope="col" { (pen.t("Total", "Total")) } th.num scope="col" { (pen.t("Known price", "Prix connu")) }
                th.num scope="col" { (pen.t("Without price", "Sans prix")) }
            } }
            tbody { @for (key, row) in rows.iter().take(LIST_MAX) { tr {
                th scope="row" { @if key.is_none() { span.none { (row.name) } } @else { (row.name) } }
                @for count in &row.counts { td.num data-sort=(count) { (pen.number(*count)) } }
                td.num data-sort=(row.count) { (pen.number(row.count)) }
                td.num data-sort=(row.prices.first().map_or(-1, Money::minor)) { (names.sums(&row.prices)) }
                td.num data-sort=(row.unpriced) { (pen.number(row.unpriced)) }
            } } }
        } }
    }
}

fn named(key: &str, split: SplitBy, names: Names<'_>) -> String {
    let input = names.input;
    match split {
        SplitBy::Category => match crate::inventory::Category::parse(key) {
            Some(category) => names.category(category),
            None => key.to_owned(),
        },
        SplitBy::Site => input.estate.site(key).map_or(key, |site| &site.name).to_owned(),
        _ => {
            let found = input.contracts.iter().find(|contract| contract.id().as_str() == key);
            found.map_or(key, |contract| contract.reference()).to_owned()
        }
    }
}

fn rows(totals: &[ForecastTotal], years: &[Day]) -> Vec<(Option<String>, Row)> {
    let keyed = totals.iter().map(|total| (total.split.clone(), total)).collect();
    let groups = order::group(keyed).into_iter();
    let gathered = groups.map(|(key, totals): (Option<String>, Vec<&ForecastTotal>)| {
        let of = |year: &Day| {
            totals.iter().filter(|total| total.start == *year).map(|total| total.count).sum()
        };
        let mut prices = Vec::new();
        for price in totals.iter().flat_map(|total| &total.prices) {
            names::add(&mut prices, *price);
        }
        let row = Row {
            name: String::new(),
            counts: years.iter().map(of).collect(),
            count: totals.iter().map(|total| total.count).sum(),
            unpriced: totals.iter().map(|total| total.unpriced_count).sum(),
            prices,
        };
        (key, row)
    });
    gathered.collect()
}
