//! Problems that the incidents suggest.

use super::super::LIST_MAX;
use super::super::pen::Pen;
use super::KpiReportInput;
use super::page::{cut, heading};
use super::values::p_value;
use crate::intervention::follow::Problem;
use crate::text::Label;
use maud::{Markup, html};

/// Incidents that a row names.
const NAMED_MAX: usize = 6;

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let found = input.problems;
    let shown = found.problems.len().min(LIST_MAX);
    html! {
        section id="problems" aria-labelledby="problems-title" {
            (heading("problems", pen))
            p.lead { (pen.t(
                "Groups with more incidents in the last 30 days than chance explains, corrected for the number of groups looked at. A probability is no proof: look at the incidents.",
                "Groupes avec plus d'incidents sur les 30 derniers jours que le hasard ne l'explique, corrigé du nombre de groupes examinés. Une probabilité n'est pas une preuve : il faut regarder les incidents.",
            )) }
            p.sub { (pen.count(found.recent_count, ["recent incident", "recent incidents"], ["incident récent", "incidents récents"])) ", "
                (pen.count(found.base_count, ["before", "before"], ["avant", "avant"])) ", "
                (pen.count(found.tests, ["test", "tests"], ["test", "tests"])) "." }
            @if found.problems.is_empty() { p { (pen.t("None is suggested.", "Aucun n'est suggéré.")) } }
            @else {
                div.scroll tabindex="0" role="region" aria-label=(pen.t("Suggested problems", "Problèmes suggérés")) {
                    table.rows.sortable {
                        caption { (pen.t("Suggested problems", "Problèmes suggérés")) }
                        thead { tr {
                            th scope="col" { (pen.t("Group", "Groupe")) } th scope="col" { (pen.t("Evidence", "Indice")) }
                            th.num scope="col" { (pen.t("Recent", "Récents")) } th.num scope="col" { (pen.t("Expected", "Attendus")) }
                            th.num scope="col" { (pen.t("Probability", "Probabilité")) } th scope="col" { (pen.t("Incidents", "Incidents")) }
                        } }
                        tbody { @for problem in found.problems.iter().take(shown) { (line(problem, pen)) } }
                    }
                }
                (cut(shown, found.problems.len(), None, pen))
            }
        }
    }
}

fn line(problem: &Problem<'_>, pen: Pen) -> Markup {
    let named: Vec<&str> =
        problem.incidents.iter().take(NAMED_MAX).map(|one| one.id.as_str()).collect();
    html! { tr {
        th scope="row" { (problem.first) @if let Some(second) = problem.second { " · " (second) }
            small { (pen.typeset(problem.cluster.label(pen.lang))) } }
        td { (pen.typeset(problem.evidence.label(pen.lang))) }
        td.num { (pen.number(problem.recent_count)) small { (pen.number(problem.base_count)) (pen.t(" before", " avant")) } }
        td.num data-sort=(super::levels::rank(Some(problem.expected))) { (pen.decimal(problem.expected, 1)) }
        td.num data-sort=(super::levels::rank(Some(problem.corrected))) { (p_value(problem.corrected, pen)) }
        td { (named.join(", ")) @if problem.incidents.len() > named.len() { " …" }
            @if problem.linked_count > 0 { small {
                (pen.count(problem.linked_count, ["linked to a problem already", "linked to a problem already"], ["déjà lié à un problème", "déjà liés à un problème"]))
            } } }
    } }
}
