//! What contracts, estate and plan say of each other and of themselves, by code.

use super::pen::Pen;
use super::{LIST_MAX, ReportInput, faults};
use crate::contract::{Contract, CoverageFinding};
use crate::order;
use crate::plan::{Plan, PlanFinding};
use crate::time::Day;
use maud::{Markup, html};

/// Findings of one code that are shown without a click.
const OPEN_MAX: usize = 5;
/// Assets of one finding that are named.
const NAMED_MAX: usize = 12;

pub(super) fn list(input: &ReportInput<'_>, pen: Pen) -> Markup {
    let title = pen.t("Coverage: what to look at", "Couverture : points à examiner");
    let findings = match &input.findings {
        Ok(findings) => findings,
        Err(error) => return html! { h3 { (title) } (faults::error(error, pen)) },
    };
    let by_code = order::group(findings.iter().map(|finding| (finding.code, finding)).collect());
    html! {
        h3 { (title) " (" (pen.number(findings.len())) ")" }
        @if by_code.is_empty() { p { (pen.t(
            "Everything planned is covered, and everything covered is planned.",
            "Tout ce qui est prévu est couvert, et tout ce qui est couvert est prévu.",
        )) } }
        @for (code, findings) in &by_code { div.fault {
            (faults::head(code, findings.len(), "", pen))
            details open[findings.len() <= OPEN_MAX] {
                summary { (pen.t("What", "Quoi")) }
                (table(code, findings, input.plan, pen))
            }
        } }
    }
}

fn table(code: &str, findings: &[&CoverageFinding], plan: &Plan, pen: Pen) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(code) {
            table.rows.sortable aria-label=(code) {
                thead { tr {
                    th scope="col" { (pen.t("From", "À partir du")) } th scope="col" { (pen.t("Contract", "Contrat")) }
                    th scope="col" { (pen.t("Equipment", "Équipement")) } th scope="col" { (pen.t("What was found", "Ce qui a été trouvé")) }
                } }
                tbody { @for finding in findings.iter().take(LIST_MAX) { (row(finding, plan, pen)) } }
            }
        }
        (bound(findings.len(), pen))
    }
}

/// That not all findings of a code are listed, where they are not.
fn bound(count: usize, pen: Pen) -> Markup {
    html! { @if count > LIST_MAX { p.note {
        (pen.t("Listed: the first ", "Listés : les ")) (pen.number(LIST_MAX))
        (pen.t(" of ", " premiers sur ")) (pen.number(count))
        (pen.t("; the list of findings holds them all.", " ; la liste des constats les contient tous."))
    } } }
}

/// What the plan says of itself.
pub(super) fn of_plan(plan: &Plan, pen: Pen) -> Markup {
    let findings = plan.findings();
    let by_code = order::group(findings.iter().map(|finding| (finding.code, finding)).collect());
    html! {
        h3 { (pen.t("Plan: what to look at", "Plan : points à examiner")) " (" (pen.number(findings.len())) ")" }
        @if by_code.is_empty() { p { (pen.t(
            "Every work has its day, and the house rules are kept.",
            "Chaque travail a son jour, et les règles maison sont tenues.",
        )) } }
        @for (code, findings) in &by_code { div.fault {
            (faults::head(code, findings.len(), "", pen))
            details open[findings.len() <= OPEN_MAX] {
                summary { (pen.t("What", "Quoi")) }
                div.scroll tabindex="0" role="region" aria-label=(code) {
                    table.rows.sortable aria-label=(code) {
                        thead { tr {
                            th scope="col" { (pen.t("Day", "Jour")) }
                            th scope="col" { (pen.t("Subject", "Objet")) }
                            th scope="col" { (pen.t("What was found", "Ce qui a été trouvé")) }
                        } }
                        tbody { @for finding in findings.iter().take(LIST_MAX) { (plan_row(finding, pen)) } }
                    }
                }
                (bound(findings.len(), pen))
            }
        } }
    }
}

fn plan_row(finding: &PlanFinding, pen: Pen) -> Markup {
    let subject = finding.subject.as_deref();
    let subject = subject.or(finding.skill.as_ref().map(crate::id::SkillId::as_str));
    html! { tr {
        td.nowrap data-sort=(finding.day) { (pen.date(finding.day)) }
        td { (subject.unwrap_or("–")) }
        td { (pen.typeset(&dated(pen.text(&finding.text), pen))) }
    } }
}

/// The sentence with its days, which stand as words of their own, as the language writes them.
fn dated(text: &str, pen: Pen) -> String {
    let word = |word: &str| {
        let bare = word.trim_end_matches([',', ';', ':']);
        match Day::parse(bare) {
            Some(day) => word.replacen(bare, &pen.date(day), 1),
            None => word.to_owned(),
        }
    };
    text.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

/// The sentence; the day in it, where there is one, comes after every name.
fn text(finding: &CoverageFinding, pen: Pen) -> String {
    let text = pen.text(&finding.text);
    let dated = !finding.figures.is_empty() && finding.figure("assets").is_none();
    match text.rsplit_once(&finding.day.to_string()) {
        Some((before, after)) if dated => format!("{before}{}{after}", pen.date(finding.day)),
        _ => text.to_owned(),
    }
}

fn row(finding: &CoverageFinding, plan: &Plan, pen: Pen) -> Markup {
    let contracts = plan.input().contracts();
    let reference = finding.contract.as_ref().map(|id| {
        let known = contracts.iter().find(|contract| contract.id() == id);
        known.map_or(id.as_str(), Contract::reference)
    });
    let single = finding.asset.as_slice();
    let assets = if finding.assets.is_empty() { single } else { &finding.assets };
    let values: Vec<String> =
        finding.values.iter().map(|sum| pen.money(sum.minor(), sum.currency())).collect();
    html! { tr {
        td.nowrap data-sort=(finding.day) { (pen.date(finding.day)) }
        td.reference { (reference.unwrap_or("–")) }
        td { @if assets.is_empty() { "–" }
            @for (number, id) in assets.iter().take(NAMED_MAX).enumerate() { @if number > 0 { ", " } (id) }
            @if assets.len() > NAMED_MAX { " … (" (pen.number(assets.len())) ")" }
        }
        td { (pen.typeset(&text(finding, pen)))
            @if !values.is_empty() { small { (pen.t("known value: ", "valeur connue : ")) (values.join(" + ")) } }
        }
    } }
}
