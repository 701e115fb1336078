//! Key figures, facts, findings.

use super::super::super::{Cell, Fact, Figure, FindingItem, Meaning};
use super::super::show::arrow;
use super::{cut, value};
use crate::report::LIST_MAX;
use crate::report::words::Words;
use maud::{Markup, html};

pub(super) fn figures(figures: &[Figure], words: &Words) -> Markup {
    html! {
        @if figures.is_empty() { p.none { (words.say("no-figures")) } }
        @else {
            ul.cards.key-figures { @for figure in figures.iter().take(LIST_MAX) { (card(figure, words)) } }
            (cut(figures.len(), 0, words))
        }
    }
}

fn card(figure: &Figure, words: &Words) -> Markup {
    html! { li {
        h3 { (figure.label) }
        p.value { (broken(&figure.value, words)) }
        @if let Some(note) = &figure.note { p.more.text { (note) } }
        @if let Some(before) = &figure.before {
            p.more.change {
                (words.with("before", [("value", before.show(words).into())])) " "
                (meaning(figure.meaning, arrow(before, &figure.value), words))
            }
        }
    } }
}

/// A value in large type: before its unit it may go on in the next line.
fn broken(cell: &Cell, words: &Words) -> Markup {
    if !cell.is_numeric() || cell.is_unknown() {
        return value(cell, words);
    }
    let text = cell.show(words);
    html! { @match text.rsplit_once('\u{a0}') {
        Some((number, unit)) if !matches!(cell, Cell::Minutes(_)) => { (number) " " (unit) },
        _ => { (text) },
    } }
}

/// What a change means: the arrow says where the value went, the word whether that is good.
pub(super) fn meaning(meaning: Meaning, arrow: &str, words: &Words) -> Markup {
    let word = words.label(&meaning);
    html! { span.meaning {
        @if !arrow.is_empty() { span aria-hidden="true" { (arrow) } }
        @match meaning {
            Meaning::Better => strong.better { (word) },
            Meaning::Worse => strong.warn { (word) },
            Meaning::Different => strong { (word) },
            Meaning::Steady | Meaning::Untested => (word),
        }
    } }
}

pub(super) fn facts(facts: &[Fact], words: &Words) -> Markup {
    html! {
        @if facts.is_empty() { p.none { (words.say("no-facts")) } }
        @else {
            dl.named { @for fact in facts.iter().take(LIST_MAX) {
                div { dt { (fact.label) } dd.text { (value(&fact.value, words)) } }
            } }
            (cut(facts.len(), 0, words))
        }
    }
}

/// Findings by severity, each group under its heading.
pub(super) fn findings(findings: &[FindingItem], words: &Words) -> Markup {
    let shown = findings.get(..LIST_MAX).unwrap_or(findings);
    let groups = shown.chunk_by(|a, b| (a.rank, &a.severity) == (b.rank, &b.severity));
    html! {
        @if findings.is_empty() { p.none { (words.say("no-findings")) } }
        @for group in groups {
            @if let Some(first) = group.first() {
                h3.severity.warn[first.rank == 0] {
                    @if first.rank == 0 { span aria-hidden="true" { "▲ " } }
                    span.cap { (first.severity) } " " span.tally { (words.pen.number(of_severity(findings, first))) }
                }
            }
            ul.findings { @for finding in group { (item(finding, words)) } }
        }
        (cut(findings.len(), 0, words))
    }
}

/// How many findings are as bad, those that are not shown too.
fn of_severity(findings: &[FindingItem], first: &FindingItem) -> usize {
    let is_alike = |one: &&FindingItem| (one.rank, &one.severity) == (first.rank, &first.severity);
    findings.iter().filter(is_alike).count()
}

fn item(finding: &FindingItem, words: &Words) -> Markup {
    html! { li {
        h4 { (finding.text) }
        p.text { (finding.subject) }
        @if let Some(remedy) = &finding.remedy {
            p.text { span.named-part { (words.say("to-do")) } " " (remedy) }
        }
        @for line in &finding.evidence { p.evidence.text { (line) } }
        p.reference { code { (finding.code) } }
    } }
}
