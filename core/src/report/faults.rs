//! What the import refused or doubted, and why.

use super::page::heading;
use super::pen::Pen;
use super::{LIST_MAX, ReportInput};
use crate::error::{Error, Fault, codes};
use crate::order;
use crate::text::Lang;
use maud::{Markup, html};

/// Places that are shown without a click.
const OPEN_MAX: usize = 5;

pub(super) fn section(input: &ReportInput<'_>, pen: Pen) -> Markup {
    html! {
        section id="doubts" aria-labelledby="doubts-title" {
            (heading("doubts", pen))
            h3 { (pen.t("Refused or passed over", "Refusé ou écarté")) " (" (pen.number(input.refused.len())) ")" }
            (group(input.refused, &pen.t(
                "Every file that was given is in the plan.",
                "Tous les fichiers donnés sont dans le plan.",
            ), pen))
            h3 { (pen.t("Doubtful values", "Valeurs douteuses")) " (" (pen.number(input.diagnostics.len())) ")" }
            (group(input.diagnostics, &pen.t(
                "No value was doubted.",
                "Aucune valeur n'a été mise en doute.",
            ), pen))
        }
    }
}

/// Faults by code, in the order of the codes.
fn group(faults: &[Fault], none: &str, pen: Pen) -> Markup {
    let by_code = order::group(faults.iter().map(|fault| (fault.code, fault)).collect());
    html! {
        @if by_code.is_empty() { p { (none) } }
        @for (code, faults) in &by_code { (block(code, faults, pen)) }
    }
}

/// The faults of an error, by code.
pub(super) fn error(error: &Error, pen: Pen) -> Markup {
    let faults: Vec<Fault> = error.faults().cloned().collect();
    group(&faults, "", pen)
}

/// What a code means, how many there are, and the cure; `help` where the code is not known.
pub(super) fn head(code: &str, count: usize, help: &str, pen: Pen) -> Markup {
    let info = codes::find(code);
    let title = info.map(|info| pen.typeset(pen.lang.pick(info.title_en, info.title_fr)));
    let cure = info.map(|info| pen.typeset(pen.lang.pick(info.help_en, info.help_fr)));
    html! {
        h4 { code { (code) } " " (ticked(&title.unwrap_or_default())) " " span.tally { (pen.number(count)) } }
        p.help { (ticked(cure.as_deref().unwrap_or(help))) }
    }
}

fn block(code: &str, faults: &[&Fault], pen: Pen) -> Markup {
    let help = faults.first().map(|fault| &*fault.help).unwrap_or_default();
    // Messages exist in English only.
    let english = (pen.lang != Lang::En).then_some("en");
    html! {
        div.fault {
            (head(code, faults.len(), help, pen))
            details open[faults.len() <= OPEN_MAX] {
                summary { (pen.t("Where", "Où")) }
                div.scroll tabindex="0" role="region" aria-label=(code) { table aria-label=(code) {
                    thead { tr {
                        th scope="col" { (pen.t("File", "Fichier")) } th scope="col" { (pen.t("Place", "Endroit")) }
                        th scope="col" { (pen.t("What was found", "Ce qui a été trouvé")) }
                    } }
                    tbody { @for fault in faults.iter().take(LIST_MAX) { tr {
                        td { (or_dash(&fault.source)) } td { @if fault.pointer.is_empty() { "–" } @else { code { (fault.pointer) } } }
                        td lang=[english] { (ticked(&fault.message)) }
                    } } }
                } }
                @if faults.len() > LIST_MAX { p.note {
                    (pen.t("Listed: the first ", "Listées : les ")) (pen.number(LIST_MAX))
                    (pen.t(" of ", " premières sur ")) (pen.number(faults.len()))
                    (pen.t("; the list of diagnostics holds them all.", " ; la liste des diagnostics les contient toutes."))
                } }
            }
        }
    }
}

/// A sentence of the library, whose values stand between backticks, with the values as code.
fn ticked(text: &str) -> Markup {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return html! { (text) };
    }
    html! { @for (index, part) in parts.iter().enumerate() {
        @if index.is_multiple_of(2) { (part) } @else { code { (part) } }
    } }
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}
