//! The budget: what each year spends, may spend and hands on, and what does not fit.

use super::super::LIST_MAX;
use super::super::pen::Pen;
use super::chart::{self, Bar};
use super::names::Names;
use super::page::{count, heading};
use crate::order::Index;
use crate::quantity::Currency;
use crate::renewal::budget::{BudgetAnswer, Outcome, Placement, Reason, YearSum};
use crate::renewal::{Budget, Renewals};
use maud::{Markup, html};

/// Rows of renewals by the ids of a budget.
pub(in super::super) struct Rows<'a> {
    renewals: Option<&'a Renewals>,
    places: Index,
}

impl<'a> Rows<'a> {
    pub(in super::super) fn of(renewals: Option<&'a Renewals>) -> Rows<'a> {
        let mut places = Index::default();
        for (place, row) in renewals.iter().flat_map(|renewals| renewals.rows.iter()).enumerate() {
            places.add(&row.subject.key(), place);
        }
        Rows { renewals, places }
    }

    /// The row of an id, which may have `#2`, `#3` … at its end, and that number.
    pub(in super::super) fn get(&self, id: &str) -> (Option<&'a crate::renewal::RenewalRow>, u32) {
        let row = |key: &str| {
            let place = self.places.get(key)?;
            self.renewals?.rows.get(place)
        };
        if let Some(found) = row(id) {
            return (Some(found), 1);
        }
        let parts = id.rsplit_once('#').and_then(|(key, turn)| Some((key, turn.parse().ok()?)));
        parts.map_or((None, 1), |(key, turn)| (row(key), turn))
    }
}

pub(super) fn section(budget: &Budget, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let answer = &budget.answer;
    html! {
        section id="budget" aria-labelledby="budget-title" {
            (heading("budget", pen))
            p.lead { (pen.t(
                "Replacements and updates placed in years at the least regret: rising prices, early and late costs, penalties, and what leaving out costs.",
                "Remplacements et mises à jour placés dans les années au moindre regret : hausse des prix, coûts d'avance et de retard, pénalités, et coût de ce qui est laissé de côté.",
            )) }
            (verdict(answer, pen))
            (chart::legend(&[pen.t("spent", "dépensé")], Some(&pen.t("may be spent: cap and what is carried", "disponible : plafond et report")), pen))
            (draw(answer, pen))
            (years(answer, pen))
            (left_out(answer, names))
            (outside(&budget.unpriced, names, &pen.t("Wanted in these years, price unknown", "Souhaités dans ces années, prix inconnu"), "unpriced"))
            (outside(&budget.other_currency, names, &pen.t("Wanted in these years, price in another currency", "Souhaités dans ces années, prix dans une autre monnaie"), "other-currency"))
        }
    }
}

/// How good the answer is, in words.
fn verdict(answer: &BudgetAnswer, pen: Pen) -> Markup {
    let money = |minor: i64| pen.money(minor, answer.currency);
    html! {
        @if answer.is_optimal { p.note {
            (pen.t("Proven optimal: no other placing has less regret than ", "Optimum prouvé : aucun autre placement n'a moins de regret que "))
            strong { (money(answer.total_regret_minor)) } "."
        } } @else { p.note.warn {
            (pen.t("Not proven optimal. The regret is ", "Optimum non prouvé. Le regret est de ")) strong { (money(answer.total_regret_minor)) }
            (pen.t("; none can be below ", " ; aucun ne peut être inférieur à ")) strong { (money(answer.lower_bound_minor)) }
            (pen.t(". The gap is at most ", ". L'écart est d'au plus ")) strong { (money(answer.gap_minor)) }
            @if let Some(ppm) = answer.gap_ppm() { " (" (ppm_text(ppm, pen)) ")" }
            "."
            @if answer.is_limit_reached { " " (pen.t("The search stopped at its limit of work.", "La recherche s'est arrêtée à sa limite de travail.")) }
        } }
        @if answer.mandatory_unplaced > 0 { p.note.warn { "▲ "
            (pen.count(answer.mandatory_unplaced, ["mandatory renewal does not fit.", "mandatory renewals do not fit."],
                ["renouvellement obligatoire ne tient pas.", "renouvellements obligatoires ne tiennent pas."]))
        } }
    }
}

/// Parts per million as percent, rounded up to a tenth.
fn ppm_text(ppm: i64, pen: Pen) -> String {
    let tenths = ppm.unsigned_abs().div_ceil(1_000);
    let sign = pen.lang.pick("%", "\u{202f}%");
    format!("{}{}{}{sign}", pen.number(tenths / 10), pen.lang.pick(".", ","), tenths % 10)
}

/// What a year may spend; `None` without a cap.
fn available(year: &YearSum) -> Option<i64> {
    year.cap_minor.map(|cap| cap.saturating_add(year.carried_minor))
}

fn draw(answer: &BudgetAnswer, pen: Pen) -> Markup {
    let money = |minor: i64| pen.money(minor, answer.currency);
    let positive = |minor: i64| u64::try_from(minor).unwrap_or(0);
    let bars: Vec<Bar> = answer
        .years
        .iter()
        .map(|year| {
            let limit = available(year);
            let may = limit.map_or_else(|| pen.t("no cap", "sans plafond"), money);
            Bar {
                label: year.year.to_string(),
                title: format!(
                    "{}{} {} / {may}",
                    year.year,
                    pen.t(":", " :"),
                    money(year.spent_minor)
                ),
                parts: [positive(year.spent_minor), 0, 0],
                limit: limit.map(positive),
            }
        })
        .collect();
    let name = pen.t("Spent by year", "Dépenses par année");
    let unit = |minor: u64| axis(minor, answer.currency, pen);
    chart::bars(&bars, &name, &unit, pen)
}

/// Whole units, in thousands or millions where they are many.
pub(super) fn axis(minor: u64, currency: Currency, pen: Pen) -> String {
    let scale = 10_u64.saturating_pow(u32::try_from(currency.decimals()).unwrap_or(2));
    let units = minor.checked_div(scale).unwrap_or_default();
    match units {
        0..=9_999 => pen.number(units),
        10_000..=9_999_999 => format!("{}\u{a0}k", pen.number(units / 1_000)),
        _ => format!("{}\u{a0}M", pen.number(units / 1_000_000)),
    }
}

fn years(answer: &BudgetAnswer, pen: Pen) -> Markup {
    let money = |minor: i64| pen.money(minor, answer.currency);
    let or_none = |minor: Option<i64>| minor.map_or_else(|| pen.t("no cap", "sans plafond"), money);
    let placed = |year: i32| {
        let all = answer.placements.iter();
        count(
            all.filter(
                |one| matches!(one.outcome, Outcome::Placed { year: placed, .. } if placed == year),
            )
            .count(),
        )
    };
    html! {
        div.scroll tabindex="0" role="region" aria-label=(pen.t("Years of the budget", "Années du budget")) { table id="budget-years" {
            caption { (pen.t("Years of the budget", "Années du budget")) }
            thead { tr {
                th scope="col" { (pen.t("Year", "Année")) } th.num scope="col" { (pen.t("Placed", "Placés")) }
                th.num scope="col" { (pen.t("Cap", "Plafond")) } th.num scope="col" { (pen.t("Carried in", "Reporté")) }
                th.num scope="col" { (pen.t("Spent", "Dépensé")) } th.num scope="col" { (pen.t("Left", "Reste")) }
                th.num scope="col" { (pen.t("Penalty", "Pénalité")) }
            } }
            tbody { @for year in &answer.years { tr {
                th scope="row" { (year.year) } td.num { (pen.number(placed(year.year))) }
                td.num { (or_none(year.cap_minor)) } td.num { (money(year.carried_minor)) }
                td.num { (money(year.spent_minor)) } td.num { (or_none(year.left_minor)) } td.num { (money(year.penalty_minor)) }
            } } }
        } }
    }
}

/// Why a placement has no place, in words.
pub(super) fn why(reason: Reason, currency: Currency, pen: Pen) -> String {
    match reason {
        Reason::Window => pen.t(
            "its window has no month in these years",
            "sa fenêtre n'a aucun mois dans ces années",
        ),
        Reason::Dearer => pen
            .t("placing it costs more than leaving it out", "le placer coûte plus que le laisser"),
        Reason::Unfinished => pen.t(
            "the search ended before it was placed",
            "la recherche s'est arrêtée avant de le placer",
        ),
        Reason::Cap { year, first_year, last_year, lacking_minor } => {
            let lacking = pen.money(lacking_minor, currency);
            let years = if first_year == last_year {
                first_year.to_string()
            } else {
                format!("{first_year}–{last_year}")
            };
            let tried = if first_year == last_year {
                String::new()
            } else {
                format!(" ({} {year})", pen.t("tried in", "essayé en"))
            };
            format!(
                "{} {years}{} {lacking}{tried}",
                pen.t("lacking in", "manque en"),
                pen.t(":", " :")
            )
        }
    }
}

/// Name and id of a placement.
pub(super) fn named<'a>(id: &'a str, rows: &Rows<'a>, names: Names<'a>) -> (String, String) {
    match rows.get(id) {
        (Some(row), turn) => {
            let pen = names.pen;
            let (name, subject) = names.subject(&row.subject);
            let what = names.what(row);
            let again = if turn > 1 {
                format!(", {}\u{a0}{turn}", pen.t("no.", "n°"))
            } else {
                String::new()
            };
            (name.to_owned(), format!("{what}{again} – {subject}"))
        }
        (None, _) => (id.to_owned(), String::new()),
    }
}

fn left_out(answer: &BudgetAnswer, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let left = |one: &&Placement| matches!(one.outcome, Outcome::Unplaced { .. });
    let all = answer.placements.iter().filter(left).count();
    if all == 0 {
        return html! { p { (pen.t("Everything that has a price fits.", "Tout ce qui a un prix tient.")) } };
    }
    let rows = Rows::of(names.input.renewals);
    let title = pen.t("What does not fit", "Ce qui ne tient pas");
    html! {
        h3 { (title) " (" (pen.number(all)) ")" }
        div.scroll.tall tabindex="0" role="region" aria-label=(title) { table.rows.sortable id="budget-left" {
            caption { (title) (first_of(all, "budget.csv", pen)) }
            thead { tr {
                th scope="col" { (pen.t("Subject", "Objet")) } th scope="col" { (pen.t("Why", "Pourquoi")) }
                th.num scope="col" { (pen.t("Cost of leaving it", "Coût de l'abandon")) } th scope="col" { (pen.t("Mandatory", "Obligatoire")) }
            } }
            tbody { @for one in answer.placements.iter().filter(left).take(LIST_MAX) {
                @if let Outcome::Unplaced { consequence_minor, is_mandatory, reason } = one.outcome { tr {
                    @let (name, more) = named(&one.id, &rows, names);
                    th scope="row" { (name) small { (more) } }
                    td { (why(reason, answer.currency, pen)) }
                    td.num data-sort=(consequence_minor) { (pen.money(consequence_minor, answer.currency)) }
                    td { @if is_mandatory { strong.warn { "▲ " (pen.t("yes", "oui")) } } @else { (pen.t("no", "non")) } }
                } }
            } }
        } }
    }
}

/// `, the first 200 of 4,000; budget.csv holds them all`.
pub(super) fn first_of(all: usize, file: &str, pen: Pen) -> Markup {
    html! { @if all > LIST_MAX {
        (pen.t(", the first ", ", les ")) (pen.number(LIST_MAX)) (pen.t(" of ", " premiers sur ")) (pen.number(all))
        (pen.t("; ", " ; ")) (file) (pen.t(" holds them all", " les contient tous"))
    } }
}

fn outside(ids: &[String], names: Names<'_>, title: &str, id: &str) -> Markup {
    let pen = names.pen;
    if ids.is_empty() {
        return html! {};
    }
    let rows = Rows::of(names.input.renewals);
    html! { details {
        summary { (title) " (" (pen.number(ids.len())) ")" }
        table.rows id=(format!("budget-{id}")) {
            caption { (title) (first_of(ids.len(), "budget.csv", pen)) }
            thead { tr { th scope="col" { (pen.t("Subject", "Objet")) } th scope="col" { (pen.t("What", "Quoi")) } } }
            tbody { @for id in ids.iter().take(LIST_MAX) { @let (name, more) = named(id, &rows, names);
                tr { th scope="row" { (name) } td { (more) } }
            } }
        }
    } }
}
