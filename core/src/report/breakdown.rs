//! Months by periodicity, and how the work divides.

use super::LIST_MAX;
use super::page::heading;
use super::pen::{Pen, ratio};
use super::periods;
use super::survey::Survey;
use crate::inventory::Category;
use crate::order;
use crate::plan::{LoadTotal, Mode, MonthTotal, Plan};
use crate::text::Label;
use maud::{Markup, html};

/// Periodicities with a column of their own; rarer ones share the last.
const COLUMNS_MAX: usize = 8;

pub(super) fn section(plan: &Plan, survey: &Survey<'_>, pen: Pen) -> Markup {
    let totals = plan.totals();
    let mut periodicities = totals.periodicities.clone();
    order::sort_by(&mut periodicities, |a, b| periods::days(&a.key).cmp(&periods::days(&b.key)));
    let site = |key: &str| match plan.input().estate().site(key) {
        Some(site) => site.name.to_string(),
        None => key.to_owned(),
    };
    let category =
        |key: &str| Category::parse(key).map_or(key.to_owned(), |c| pen.typeset(c.label(pen.lang)));
    let mode =
        |key: &str| Mode::parse(key).map_or(key.to_owned(), |m| pen.typeset(m.label(pen.lang)));
    let every = |key: &str| periods::words(key, pen);
    let contract = |key: &str| {
        let contracts = plan.input().contracts();
        let found = contracts.iter().find(|contract| contract.id().as_str() == key);
        found.map_or(key, |contract| contract.reference()).to_owned()
    };
    html! {
        section id="months" aria-labelledby="months-title" {
            (heading("months", pen))
            (months(plan, survey, pen))
            div.columns {
                (shares(&pen.t("By periodicity", "Par périodicité"), &pen.t("Periodicity", "Périodicité"), &periodicities, &every, pen))
                (shares(&pen.t("By skill", "Par compétence"), &pen.t("Skill", "Compétence"), &by_work(&totals.skills), &str::to_owned, pen))
                (shares(&pen.t("By mode", "Par mode"), &pen.t("Mode", "Mode"), &by_work(&totals.modes), &mode, pen))
                (shares(&pen.t("By site", "Par site"), &pen.t("Site", "Site"), &by_work(&totals.sites), &site, pen))
                @if !totals.contracts.is_empty() {
                    (shares(&pen.t("By contract", "Par contrat"), &pen.t("Contract", "Contrat"), &by_work(&totals.contracts), &contract, pen))
                }
                (shares(&pen.t("By kind of equipment", "Par type d'équipement"), &pen.t("Kind", "Type"), &by_work(&totals.categories), &category, pen))
            }
        }
    }
}

/// The groups with the most work first.
pub(super) fn by_work(totals: &[LoadTotal]) -> Vec<LoadTotal> {
    let mut sorted = totals.to_vec();
    order::sort_by(&mut sorted, |a, b| {
        b.work_minutes.cmp(&a.work_minutes).then_with(|| a.key.cmp(&b.key))
    });
    sorted
}

/// `YYYY-MM` in words.
pub(super) fn month_name(month: &str, pen: Pen) -> String {
    let parts = month.split_once('-').and_then(|(y, m)| Some((y.parse().ok()?, m.parse().ok()?)));
    parts.map_or_else(|| month.to_owned(), |(year, month)| pen.month(year, month))
}

fn months(plan: &Plan, survey: &Survey<'_>, pen: Pen) -> Markup {
    let months = &plan.totals().months;
    let columns = survey.periods.len().min(COLUMNS_MAX);
    let rest = survey.periods.len() > columns;
    let most = months.iter().map(|month| month.work_minutes).max().unwrap_or_default();
    let sums: Vec<u64> = (0..columns).map(|place| sum_of(survey, place)).collect();
    let total = plan.totals().occurrences;
    html! {
        div.scroll tabindex="0" role="region" aria-label=(pen.t("Interventions by month", "Interventions par mois")) {
            table {
                caption { (pen.t("Interventions by month and periodicity", "Interventions par mois et périodicité")) }
                thead { tr {
                    th scope="col" { (pen.t("Month", "Mois")) }
                    @for text in survey.periods.iter().take(columns) { th.num scope="col" { (periods::words(text, pen)) } }
                    @if rest { th.num scope="col" { (pen.t("other", "autre")) } }
                    th.num scope="col" { (pen.t("All", "Total")) }
                    th.num scope="col" { (pen.t("Work,\u{a0}h", "Travail,\u{a0}h")) }
                    th scope="col" aria-hidden="true" {}
                } }
                tbody { @for month in months { (month_row(month, survey, columns, most, pen)) } }
                tfoot { tr {
                    th scope="row" { (pen.t("Total", "Total")) }
                    @for sum in &sums { td.num { (pen.number(*sum)) } }
                    @if rest { td.num { (pen.number(total.saturating_sub(sums.iter().sum()))) } }
                    td.num { (pen.number(total)) }
                    td.num { (pen.hours(plan.totals().work_minutes)) }
                    td {}
                } }
            }
        }
    }
}

fn sum_of(survey: &Survey<'_>, place: usize) -> u64 {
    survey.months.iter().filter_map(|(_, counts)| counts.get(place)).sum()
}

fn month_row(
    month: &MonthTotal,
    survey: &Survey<'_>,
    columns: usize,
    most: u64,
    pen: Pen,
) -> Markup {
    let counts = survey.counts(&month.month);
    let count = |place: usize| counts.get(place).copied().unwrap_or_default();
    let rest: u64 = (columns..survey.periods.len()).map(count).sum();
    let cell = |count: u64| {
        if count == 0 { "–".to_owned() } else { pen.number(count) }
    };
    html! { tr {
        th.nowrap scope="row" { (month_name(&month.month, pen)) }
        @for place in 0..columns { td.num { (cell(count(place))) } }
        @if survey.periods.len() > columns { td.num { (cell(rest)) } }
        td.num { (pen.number(month.occurrences)) }
        td.num { (pen.hours(month.work_minutes)) }
        td.meter aria-hidden="true" { (meter(month.work_minutes, most)) }
    } }
}

/// A bar as long as `part` of `whole`.
fn meter(part: u64, whole: u64) -> Markup {
    let permille = ratio(part, whole, 1_000).unwrap_or_default();
    html! { svg viewBox="0 0 1000 10" preserveAspectRatio="none" focusable="false" {
        rect class="bar" width=(permille) height="10" {}
    } }
}

fn shares(
    title: &str,
    column: &str,
    totals: &[LoadTotal],
    name: &dyn Fn(&str) -> String,
    pen: Pen,
) -> Markup {
    let all: u64 = totals.iter().map(|total| total.work_minutes).sum();
    html! {
        div.panel {
            table {
                caption { (title)
                    @if totals.len() > LIST_MAX {
                        (pen.t(", the first ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" of ", " premiers sur ")) (pen.number(totals.len()))
                        (pen.t("; plan.json holds them all", " ; plan.json les contient tous"))
                    }
                }
                thead { tr {
                    th scope="col" { (column) } th.num scope="col" { (pen.t("Number", "Nombre")) }
                    th.num scope="col" { (pen.t("Work,\u{a0}h", "Travail,\u{a0}h")) } th.num scope="col" { (pen.t("Share", "Part")) }
                    th scope="col" aria-hidden="true" {}
                } }
                tbody { @for total in totals.iter().take(LIST_MAX) { tr {
                    th scope="row" { (name(&total.key)) }
                    td.num { (pen.number(total.occurrences)) } td.num { (pen.hours(total.work_minutes)) }
                    td.num { (pen.percent(total.work_minutes, all)) }
                    td.meter aria-hidden="true" { (meter(total.work_minutes, all)) }
                } } }
            }
        }
    }
}
