//! The main indicators: value, interval, what was divided, what changed.

use super::super::pen::{Pen, capital};
use super::page::heading;
use super::values::{fraction, interval, left_out, p_value, said, value, why};
use super::{BEFORE, KpiReportInput, PERIOD};
use crate::kpi::{Answer, Indicator, KpiChange, Kpis, Verdict};
use crate::quantity::Currency;
use crate::text::Label;
use maud::{Markup, html};

/// Those that stand on cards.
pub(in super::super) const MAIN: [Indicator; 12] = [
    Indicator::OperationalAvailability,
    Indicator::Mtbf,
    Indicator::Mttr,
    Indicator::AnnualFailureRate,
    Indicator::MeanResolution,
    Indicator::LevelCompliance,
    Indicator::FirstTimeFix,
    Indicator::ReopenRate,
    Indicator::PreventiveCompliance,
    Indicator::ReactiveShare,
    Indicator::BacklogWeeks,
    Indicator::CostPerTicket,
];

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let kpis = input.overall;
    let answers = MAIN.iter().filter_map(|one| kpis.answer(0, PERIOD, *one).ok());
    html! {
        section id="figures" aria-labelledby="figures-title" {
            (heading("figures", pen))
            ul.cards.kpis { @for answer in answers { (card(&answer, kpis, pen)) } }
        }
    }
}

fn card(answer: &Answer, kpis: &Kpis, pen: Pen) -> Markup {
    let currency = kpis.currency();
    let name = capital(&pen.typeset(answer.indicator.label(pen.lang)));
    html! { li {
        h3 { (name) }
        @match answer.value {
            Some(found) => { p.value { (value(answer.indicator, found, currency, pen)) } },
            None => {
                p.value { "–" }
                p.more { (why(answer, currency, pen)) }
            },
        }
        @if answer.value.is_some() { @if let Some(text) = interval(answer, currency, pen) { p.more { (text) } } }
        @if let Some(text) = fraction(answer, currency, pen) { p.more { (text) } }
        @if let Some(text) = left_out(answer, pen) { p.more { (pen.t("Not in it: ", "N'y sont pas : ")) (text) } }
        (changed(kpis, answer.indicator, pen))
    } }
}

fn changed(kpis: &Kpis, indicator: Indicator, pen: Pen) -> Markup {
    let Ok(change) = kpis.change(0, (BEFORE, PERIOD), indicator) else {
        return html! {};
    };
    if change.after.value.is_none() && change.before.value.is_none() {
        return html! {};
    }
    html! { p.more.change { (pen.t("Before: ", "Avant : ")) (before(&change.before, kpis.currency(), pen))
        @if change.before.value.is_some() && change.after.value.is_some() { (verdict(&change, pen)) }
    } }
}

/// The value before, or in few words why there is none.
pub(super) fn before(answer: &Answer, currency: Option<Currency>, pen: Pen) -> String {
    match (answer.value, answer.reason) {
        (None, Some(reason)) => pen.typeset(reason.label(pen.lang)),
        _ => said(answer, currency, pen),
    }
}

/// What a change means, with the sign that goes without colour.
pub(super) fn verdict(change: &KpiChange, pen: Pen) -> Markup {
    let label = pen.typeset(change.verdict.label(pen.lang));
    let mark = match change.verdict {
        Verdict::Better => "✓ ",
        Verdict::Worse => "▲ ",
        Verdict::Different | Verdict::Chance | Verdict::Untested => "",
    };
    html! {
        " – "
        @if change.verdict == Verdict::Worse { strong.warn { (mark) (label) } }
        @else if change.verdict == Verdict::Better { strong { (mark) (label) } }
        @else { (label) }
        @if let Some(p) = change.p_value { " (" (p_value(p, pen)) ")" }
    }
}
