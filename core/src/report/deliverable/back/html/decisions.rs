//! Decisions to take and what became of earlier ones.

use super::super::super::{Cell, Decision, Evidence, Outcome};
use super::super::show::arrow;
use super::lists::meaning;
use super::table::{self, Head};
use super::{cut, time, value};
use crate::report::LIST_MAX;
use crate::report::words::Words;
use maud::{Markup, html};

pub(super) fn decisions(decisions: &[Decision], words: &Words) -> Markup {
    html! {
        @if decisions.is_empty() { p.none { (words.say("no-decisions")) } }
        @else {
            ol.decisions { @for decision in decisions.iter().take(LIST_MAX) { (card(decision, words)) } }
            (cut(decisions.len(), 0, words))
        }
    }
}

fn card(decision: &Decision, words: &Words) -> Markup {
    html! { li {
        h3 { (decision.title) }
        p.text { (decision.why) }
        dl.named {
            @if !decision.evidence.is_empty() {
                div { dt { (words.say("column-evidence")) } dd { (measures(&decision.evidence, words)) } }
            }
            div { dt { (words.say("column-effect")) } dd {
                (measures(&decision.effect, words))
                @if let Some(reason) = &decision.no_effect { p.text { (reason) } }
                @else if decision.effect.is_empty() { span.unknown { (words.say("unknown")) } }
            } }
            @if let Some(by) = decision.by {
                div { dt { (words.say("column-by")) } dd { (time(by, words)) } }
            }
            @if let Some(cost) = &decision.cost {
                div { dt { (words.say("column-cost")) } dd { (value(cost, words)) } }
            }
        }
        p.reference { code { (decision.key) } }
    } }
}

fn measures(items: &[Evidence], words: &Words) -> Markup {
    html! { @for item in items { p {
        (item.label) (words.say("colon")) " " strong { (value(&item.value, words)) }
        @if let Some(limit) = &item.limit {
            " (" (words.with("compared-with", [("value", limit.show(words).into())])) ")"
        }
    } } }
}

pub(super) fn outcomes(outcomes: &[Outcome], words: &Words) -> Markup {
    if outcomes.is_empty() {
        return html! { p.none { (words.say("no-outcomes")) } };
    }
    let head = |message: &str| Head { label: words.say(message), is_numeric: false };
    let numeric = |message: &str| Head { label: words.say(message), is_numeric: true };
    let heads = [
        head("column-decision"),
        head("column-recommended"),
        head("column-status"),
        head("column-measure"),
        numeric("column-before"),
        numeric("column-after"),
        head("column-change"),
    ];
    let shown = outcomes.get(..LIST_MAX).unwrap_or(outcomes);
    let values: Vec<Vec<Cell>> =
        shown.iter().map(|one| vec![one.before.clone(), one.after.clone()]).collect();
    let ranks = table::ranks(&values, 0).into_iter().zip(table::ranks(&values, 1));
    let body = html! { @for (outcome, ranks) in shown.iter().zip(ranks) {
        (row(outcome, ranks, words))
    } };
    table::framed(&words.say("outcomes-title"), &heads, outcomes.len(), &body, words)
}

/// One decision; `ranks` are the places of its values before and after among those of all.
fn row(outcome: &Outcome, ranks: (usize, usize), words: &Words) -> Markup {
    html! { tr {
        th scope="row" { (outcome.title) small { code { (outcome.key) } }
            @if let Some(note) = &outcome.note { small.text { (note) } } }
        td data-sort=(outcome.recommended) { (time(outcome.recommended, words)) }
        td data-sort=(outcome.status.code()) { (words.label(&outcome.status))
            @if let Some(done) = outcome.done { small { (time(done, words)) } } }
        td { @if let Some(indicator) = &outcome.indicator { (indicator) } @else { "–" } }
        td.num data-sort=(ranks.0) { (value(&outcome.before, words)) }
        td.num data-sort=(ranks.1) { (value(&outcome.after, words)) }
        td { (meaning(outcome.meaning, arrow(&outcome.before, &outcome.after), words)) }
    } }
}
