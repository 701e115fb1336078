//! What the support catalogue recognises, and what it does not.

use super::super::LIST_MAX;
use super::super::pen::Pen;
use super::budget::first_of;
use super::page::{count, heading};
use super::{Recognised, UnmatchedText};
use crate::order;
use crate::text::Label;
use maud::{Markup, html};

pub(super) fn section(found: &Recognised<'_>, pen: Pen) -> Markup {
    let mut rows: Vec<&UnmatchedText<'_>> = found.unmatched.iter().collect();
    order::sort_by(&mut rows, |a, b| b.asset_count.cmp(&a.asset_count));
    let title = pen.t("Not recognised", "Non reconnu");
    html! {
        section id="recognised" aria-labelledby="recognised-title" {
            (heading("recognised", pen))
            p.lead { (pen.t(
                "Ends of support are known only for what is recognised in the catalogue.",
                "Les fins de support ne sont connues que pour ce qui est reconnu dans le catalogue.",
            )) }
            table.pairs id="recognised-counts" aria-label=(pen.t("Products recognised", "Produits reconnus")) { tbody {
                (share(&pen.t("Systems and firmware", "Systèmes et micrologiciels"), found.system_matched_count, found.system_count, pen))
                (share(&pen.t("Programs and databases", "Logiciels et bases de données"), found.program_matched_count, found.program_count, pen))
                tr { th scope="row" { (pen.t("of them packages of a distribution", "dont paquets d'une distribution")) } td { (pen.number(found.package_count)) } td {} }
            } }
            h3 { (title) " (" (pen.number(rows.len())) ")" }
            @if !rows.is_empty() { div.scroll.tall tabindex="0" role="region" aria-label=(title) { table.rows.sortable id="unmatched" {
                caption { (pen.t("Texts without a product, the most frequent first", "Textes sans produit, les plus fréquents d'abord")) (first_of(rows.len(), "support.json", pen)) }
                thead { tr { th scope="col" { (pen.t("Text", "Texte")) } th scope="col" { (pen.t("Kind", "Type")) }
                    th scope="col" { (pen.t("Why", "Pourquoi")) } th.num scope="col" { (pen.t("Assets", "Équipements")) } } }
                tbody { @for row in rows.iter().take(LIST_MAX) { tr {
                    th scope="row" { (row.text) } td { (pen.typeset(row.kind.label(pen.lang))) }
                    td { (pen.typeset(row.reason.label(pen.lang))) } td.num data-sort=(row.asset_count) { (pen.number(row.asset_count)) }
                } } }
            } } }
        }
    }
}

fn share(name: &str, part: usize, whole: usize, pen: Pen) -> Markup {
    html! { tr {
        th scope="row" { (name) } td { (pen.number(part)) (pen.t(" of ", " sur ")) (pen.number(whole)) }
        td { (pen.percent(count(part), count(whole))) }
    } }
}
