//! The list of renewals: its frame and its rows.

use super::super::ROWS_EMBEDDED_MAX;
use super::super::lists::{Column as Head, Filter, frame_of};
use super::data::{Column, List};
use super::names::Names;
use super::page::heading;
use super::reasons;
use crate::order;
use crate::renewal::{RenewalAction, RenewalRow, Renewals};
use crate::text::Label;
use crate::time::Day;
use maud::{Markup, html};

pub(super) fn renewals(renewals: &Renewals, names: Names<'_>) -> Markup {
    let pen = names.pen;
    let all = renewals.rows.len();
    let filters: [Filter<'_>; 6] = [
        (
            "text",
            pen.t("Search (name, id, product)", "Rechercher (nom, identifiant, produit)"),
            true,
        ),
        ("action", pen.t("Action", "Action"), false),
        ("class", pen.t("Class", "Catégorie"), false),
        ("site", pen.t("Site", "Site"), false),
        ("driver", pen.t("Reason", "Raison"), false),
        ("year", pen.t("Year due", "Année d'échéance"), false),
    ];
    let columns: [Head<'_>; 8] = [
        ("subject", pen.t("Subject", "Objet"), false),
        ("what", pen.t("What", "Quoi"), false),
        ("site", pen.t("Site", "Site"), false),
        ("due", pen.t("Due", "Échéance"), false),
        ("reason", pen.t("Reason", "Raison"), false),
        ("others", pen.t("Other reasons", "Autres raisons"), false),
        ("wanted", pen.t("Wanted, window", "Souhaité, fenêtre"), false),
        ("price", pen.t("Price", "Prix"), true),
    ];
    html! {
        section id="renewals" aria-labelledby="renewals-title" {
            (heading("renewals", pen))
            p.lead { (pen.t(
                "Everything that is replaced, updated or renewed, the reason that dates it and the others; the first due come first.",
                "Tout ce qui est remplacé, mis à jour ou renouvelé, la raison qui le date et les autres ; les premières échéances d'abord.",
            )) }
            (bound(all, "renewals.csv", names))
            (frame_of("renewals", (all, "renewals.csv"), &filters, &columns, &pen.t("Renewals and updates", "Renouvellements et mises à jour"), pen))
        }
    }
}

/// That a list does not hold everything, where it does not.
pub(super) fn bound(all: usize, file: &str, names: Names<'_>) -> Markup {
    let pen = names.pen;
    html! { @if all > ROWS_EMBEDDED_MAX { p.note.warn {
        (pen.t("This list holds the first ", "Cette liste contient les ")) (pen.number(ROWS_EMBEDDED_MAX))
        (pen.t(" of ", " premières lignes sur ")) (pen.number(all))
        (pen.t("; ", " ; ")) (file) (pen.t(" holds them all. Figures and charts above cover all.", " les contient toutes. Les chiffres et graphiques ci-dessus couvrent tout."))
    } } }
}

/// The rows of the list, the first due first, the undated last.
pub(super) fn rows(renewals: &Renewals, names: Names<'_>) -> List {
    let mut rows: Vec<&RenewalRow> = renewals.rows.iter().collect();
    order::sort_by(&mut rows, |a, b| rank(a).cmp(&rank(b)));
    rows.truncate(ROWS_EMBEDDED_MAX);
    let mut columns = [
        Column::text("subject"),
        Column::text("what"),
        Column::text("site"),
        Column::days("due"),
        Column::text("reason"),
        Column::text("others"),
        Column::days("wanted"),
        Column::keyed("price"),
        Column::ordered("action").hidden(),
        Column::text("class").hidden(),
        Column::text("driver").hidden(),
        Column::ordered("year").hidden(),
    ];
    let pen = names.pen;
    // The order of the options of these filters.
    if let Some(action) = columns.get_mut(8) {
        for known in RenewalAction::ALL {
            action.option(&pen.typeset(known.label(pen.lang)));
        }
    }
    if let Some(years) = columns.get_mut(11) {
        let mut all: Vec<i32> = rows.iter().filter_map(|row| row.due.map(Day::year)).collect();
        order::sort_once(&mut all);
        for year in all {
            years.option(&year.to_string());
        }
    }
    for row in &rows {
        add(row, &mut columns, names);
    }
    List {
        id: "renewals",
        count: rows.len(),
        total: renewals.rows.len(),
        size: 50,
        sort: "due",
        columns: columns.into(),
    }
}

/// What is over comes before what is dated, that before the rest.
fn rank(row: &RenewalRow) -> (bool, Option<Day>) {
    (row.due.is_none() && !row.is_over, row.due)
}

fn add(row: &RenewalRow, columns: &mut [Column; 12], names: Names<'_>) {
    let pen = names.pen;
    let [subject, what, site, due, reason, others, wanted, price, action, class, driver, year] =
        columns;
    let (name, id) = names.subject(&row.subject);
    let category = row.category.map(|category| names.category(category));
    let mut below: Vec<String> = Vec::new();
    if name != id {
        below.push(id.to_owned());
    }
    below.extend(category.clone());
    subject.put(name, &below);
    what.put(&names.what(row), &[]);
    let place = row.site.as_ref().map(|site| names.site(site.as_str()));
    site.put_or_none(place);
    let late =
        if row.is_over { vec![format!("▲ {}", pen.t("overdue", "en retard"))] } else { vec![] };
    due.put_day(row.due, &late);
    let mut said: Vec<String> = Vec::new();
    if let Some(reason) = row.binding() {
        said.extend(
            reason
                .low
                .zip(reason.high)
                .map(|(low, high)| format!("{} – {}", pen.date(low), pen.date(high))),
        );
        driver.put(&pen.typeset(reason.driver.label(pen.lang)), &[]);
    } else {
        driver.put(&pen.t("nothing dates it", "rien ne la date"), &[]);
    }
    reason.put(&reasons::binding(row, names), &said);
    let rest: Vec<String> =
        reasons::others(row).map(|reason| reasons::line(reason, names)).collect();
    match rest.split_first() {
        Some((first, rest)) => others.put(first, rest),
        None => others.put("–", &[]),
    }
    let window = row.earliest.zip(row.latest).filter(|(from, to)| from < to);
    let window: Vec<String> = window
        .map(|(from, to)| format!("{} – {}", pen.date(from), pen.date(to)))
        .into_iter()
        .collect();
    wanted.put_day(row.wanted, &window);
    match row.price {
        Some(money) => price.put_keyed(&names.money(money), money.minor()),
        None => price.put_keyed(&names.unknown(), -1),
    }
    action.put(&pen.typeset(row.action.label(pen.lang)), &[]);
    class.put_or_none(category.as_deref());
    let due_year = row.due.map(|day| day.year().to_string());
    year.put_or_none(due_year.as_deref());
}
