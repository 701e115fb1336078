//! Recommendations with what they rest on and what they would change.

use super::super::LIST_MAX;
use super::super::pen::{Pen, capital, interval_of_iso};
use super::page::{cut, heading};
use super::values::{fraction, interval, key, p_value, round, said};
use super::{AdviceEffect, AdviceNote, KpiReportInput};
use crate::reliability::Direction;
use crate::text::Label;
use maud::{Markup, html};

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let shown = input.advice.len().min(LIST_MAX);
    html! {
        section id="advice" aria-labelledby="advice-title" {
            (heading("advice", pen))
            p.lead { (pen.t(
                "Rules that speak: a threshold only when the whole interval of the indicator is beyond it, a trend only beyond chance. The effect is the plan of the year to come with the change, less the plan as it is.",
                "Règles qui parlent : un seuil seulement si tout l'intervalle de l'indicateur le dépasse, une tendance seulement au-delà de l'aléa. L'effet est le plan de l'année à venir avec le changement, moins le plan tel qu'il est.",
            )) }
            @if input.advice.is_empty() { p { (pen.t("No rule speaks.", "Aucune règle ne parle.")) } }
            @for note in input.advice.iter().take(shown) { (block(note, input, pen)) }
            (cut(shown, input.advice.len(), Some("advice.csv"), pen))
        }
    }
}

fn block(note: &AdviceNote<'_>, input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let advice = note.advice;
    html! { div.advice {
        h3 { (pen.typeset(pen.text(&advice.title))) }
        p.sub { (capital(&pen.typeset(advice.measure.label(pen.lang))))
            @if !advice.key.is_empty() { " – " (group(note, pen)) } }
        dl {
            dt { (pen.t("Evidence", "Indice")) } dd { (evidence(note, input, pen)) }
            dt { (pen.t("Expected effect", "Effet attendu")) } dd { (effect(note, pen)) }
            dt { (pen.t("Source", "Source")) } dd { (pen.typeset(pen.text(&advice.source))) " (" code { (advice.rule.as_str()) } ")" }
        }
    } }
}

/// `site lyon · asset class server`.
pub(in super::super) fn group(note: &AdviceNote<'_>, pen: Pen) -> String {
    let names = note.kpis.dimensions().iter().zip(&note.advice.key);
    let parts: Vec<String> = names
        .map(|(dimension, text)| {
            let name = pen.typeset(dimension.label(pen.lang));
            format!("{name} {}", key(std::slice::from_ref(text), pen))
        })
        .collect();
    parts.join(" · ")
}

fn evidence(note: &AdviceNote<'_>, input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let (evidence, currency) = (&note.advice.evidence, note.kpis.currency());
    let answer = &evidence.answer;
    let window = note.kpis.windows().get(evidence.window);
    let from = window.and_then(|(from, _)| input.zone.day_at(*from));
    let is_month = evidence.trend.is_some();
    html! {
        (capital(&pen.typeset(answer.indicator.label(pen.lang)))) (pen.t(": ", " : "))
        (said(answer, currency, pen))
        @if answer.value.is_some() { @if let Some(text) = interval(answer, currency, pen) { " (" (text) ")" } }
        @if let Some(threshold) = evidence.threshold_thousandths {
            (pen.t(", threshold ", ", seuil ")) (round(answer.indicator, thousandths(threshold), currency, pen))
        }
        @if let Some(direction) = evidence.trend {
            @if is_month { @if let Some(day) = from { ", " (pen.month(day.year(), day.ymd().1)) } }
            "; " (goes(direction, pen))
            @if let Some(p) = evidence.trend_p_value { " (" (p_value(p, pen)) ")" }
        }
        @if let Some(text) = fraction(answer, currency, pen) { small { (text) } }
    }
}

fn goes(direction: Direction, pen: Pen) -> String {
    match direction {
        Direction::Up => pen.t("rises month by month", "en hausse de mois en mois"),
        Direction::Down => pen.t("falls month by month", "en baisse de mois en mois"),
        Direction::Level => pen.t("level", "stable"),
    }
}

#[expect(clippy::cast_precision_loss, reason = "thresholds are small")]
fn thousandths(threshold: i64) -> f64 {
    threshold as f64 / 1_000.0
}

fn effect(note: &AdviceNote<'_>, pen: Pen) -> Markup {
    html! { @match (&note.effect, note.no_effect) {
        (Some(effect), _) => (load(effect, pen)),
        (None, Some((en, fr))) => span.unknown { (pen.t("not simulated: ", "non simulé : ")) (pen.t(en, fr)) },
        (None, None) => span.unknown { (pen.t("not simulated", "non simulé")) },
    } }
}

/// An interval as people read it; as it stands where it is none of calendar units.
fn spoken(iso: &str, pen: Pen) -> String {
    interval_of_iso(iso).map_or_else(|| iso.to_owned(), |interval| pen.interval(interval))
}

fn load(effect: &AdviceEffect<'_>, pen: Pen) -> Markup {
    let (before, after) = (effect.before, effect.after);
    html! {
        (pen.interventions(before.occurrences)) " → " (pen.number(after.occurrences)) ", "
        (pen.hours_unit(before.work_minutes)) " → " (pen.hours_unit(after.work_minutes)) ", "
        (pen.count(before.visits, ["visit", "visits"], ["visite", "visites"])) " → " (pen.number(after.visits))
        details.always { summary { (pen.count(effect.tasks.len(), ["interval changes", "intervals change"], ["intervalle change", "intervalles changent"])) }
            @for (place, (task, old, new)) in effect.tasks.iter().enumerate() {
                @if place > 0 { "; " } (task.as_str()) (pen.t(": ", " : ")) (spoken(old, pen)) " → " (spoken(new, pen))
            }
        }
    }
}
