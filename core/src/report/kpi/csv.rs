//! Indicators, open incidents and recommendations as tables for spreadsheets.

use super::super::csv::{begin, cell, end};
use super::super::pen::Pen;
use super::open::assets;
use super::{AdviceNote, KpiReportInput};
use crate::kpi::{Answer, Indicator, Kpis};
use crate::text::{Label, Lang};
use crate::time::{Day, Zone};
use std::fmt::Display;

/// A number, which is no formula though it may begin with a sign.
fn number(out: &mut String, number: Option<impl Display>) {
    if let Some(number) = number {
        out.push_str(&number.to_string());
    }
    out.push(',');
}

fn day(out: &mut String, day: Option<Day>) {
    cell(out, &day.map(|day| day.to_string()).unwrap_or_default());
}

/// Texts of a group with `|` between; what is not known is `?`.
fn texts(key: &[Option<String>]) -> String {
    let texts: Vec<&str> = key.iter().map(|text| text.as_deref().unwrap_or("?")).collect();
    texts.join(" | ")
}

/// Indicators as CSV: one row an answer, each indicator of each group and window.
///
/// The form is that of [`csv`](super::super::csv()): header names, ids, codes and dates never change; `title` and
/// `reason_text` are in `lang`; cells that a spreadsheet would run get a leading `'`. `scope` is `overall` (two
/// windows: the time before, the period), `month`, `category`, `priority` or `group`; `to` is the first day left out.
/// Values and bounds are in the unit of the column `unit`, shares between 0 and 1; numerator and denominator in
/// that of their measures. What is not known is empty, never 0.
pub fn indicators_csv(input: &KpiReportInput<'_>, lang: Lang) -> String {
    let mut out = begin(&[
        "scope",
        "dimensions",
        "group",
        "from",
        "to",
        "indicator",
        "title",
        "value",
        "unit",
        "reason",
        "reason_text",
        "missing",
        "numerator",
        "denominator",
        "lower",
        "upper",
        "confidence",
        "open",
        "censored",
        "unknown",
    ]);
    let scopes = [
        ("overall", Some(input.overall)),
        ("month", Some(input.months)),
        ("category", Some(input.categories)),
        ("priority", Some(input.priorities)),
        ("group", input.groups),
    ];
    for (scope, kpis) in scopes {
        if let Some(kpis) = kpis {
            answers(&mut out, scope, kpis, input.zone, lang);
        }
    }
    out
}

fn answers(out: &mut String, scope: &str, kpis: &Kpis, zone: Zone, lang: Lang) {
    let pen = Pen::new(lang);
    let dimensions: Vec<&str> = kpis.dimensions().iter().map(|one| one.code()).collect();
    let dimensions = dimensions.join(" | ");
    for (place, group) in kpis.groups().iter().enumerate() {
        for (window, (from, to)) in kpis.windows().iter().enumerate() {
            for indicator in Indicator::ALL {
                let Ok(answer) = kpis.answer(place, window, *indicator) else { continue };
                cell(out, scope);
                cell(out, &dimensions);
                cell(out, &texts(&group.key));
                day(out, zone.day_at(*from));
                day(out, zone.day_at(*to));
                said(out, &answer, pen);
                end(out);
            }
        }
    }
}

fn said(out: &mut String, answer: &Answer, pen: Pen) {
    let definition = answer.indicator.definition();
    cell(out, answer.indicator.code());
    cell(out, &pen.typeset(answer.indicator.label(pen.lang)));
    number(out, answer.value);
    cell(out, definition.unit.code());
    cell(out, answer.reason.map_or("", |reason| reason.code()));
    let reason = answer.reason.map(|reason| pen.typeset(reason.label(pen.lang)));
    cell(out, &reason.unwrap_or_default());
    let missing: Vec<&str> = answer.missing.iter().map(|measure| measure.code()).collect();
    cell(out, &missing.join(" | "));
    number(out, answer.numerator);
    number(out, answer.denominator);
    number(out, answer.lower);
    number(out, answer.upper);
    number(out, answer.confidence);
    number(out, Some(answer.open));
    number(out, Some(answer.censored));
    number(out, Some(answer.unknown));
}

/// Open incidents as CSV: one row an incident, the oldest first. `waiting_text` is in `lang`; several assets
/// stand with `|` between. The form is that of [`indicators_csv`].
pub fn open_csv(input: &KpiReportInput<'_>, lang: Lang) -> String {
    let pen = Pen::new(lang);
    let mut out = begin(&[
        "id",
        "opened",
        "age_seconds",
        "priority",
        "category",
        "subcategory",
        "site",
        "assets",
        "team",
        "technician",
        "contract",
        "problem",
        "waiting",
        "waiting_text",
    ]);
    for open in &input.open.incidents {
        let (log, incident) = (input.log, open.incident);
        cell(&mut out, incident.id.as_str());
        day(&mut out, incident.opened.and_then(|at| input.zone.day_at(at)));
        number(&mut out, Some(open.age_seconds));
        for term in [incident.priority, incident.category, incident.subcategory, incident.site] {
            cell(&mut out, log.text(term).unwrap_or_default());
        }
        cell(&mut out, &assets(log, &incident.assets).replace(", ", " | "));
        for term in [incident.group, incident.technician, incident.contract, incident.problem] {
            cell(&mut out, log.text(term).unwrap_or_default());
        }
        cell(&mut out, open.waiting.map_or("", |why| why.code()));
        let why = open.waiting.map(|why| pen.typeset(why.label(lang)));
        cell(&mut out, &why.unwrap_or_default());
        end(&mut out);
    }
    out
}

/// Recommendations as CSV: one row each, with the evidence and the load of the plan before and after. `title`,
/// `source` and `no_effect` are in `lang`. The form is that of [`indicators_csv`].
pub fn advice_csv(input: &KpiReportInput<'_>, lang: Lang) -> String {
    let mut out = begin(&[
        "rule",
        "title",
        "measure",
        "interval_factor",
        "dimensions",
        "group",
        "from",
        "to",
        "indicator",
        "value",
        "unit",
        "lower",
        "upper",
        "threshold",
        "trend",
        "trend_p_value",
        "tasks",
        "occurrences_before",
        "occurrences_after",
        "work_minutes_before",
        "work_minutes_after",
        "visits_before",
        "visits_after",
        "no_effect",
        "source",
    ]);
    for note in input.advice {
        advice(&mut out, note, input.zone, Pen::new(lang));
    }
    out
}

fn advice(out: &mut String, note: &AdviceNote<'_>, zone: Zone, pen: Pen) {
    let (advice, evidence) = (note.advice, &note.advice.evidence);
    cell(out, advice.rule.as_str());
    cell(out, &pen.typeset(pen.text(&advice.title)));
    cell(out, advice.measure.code());
    let factor = advice.interval_factor.map(|(above, below)| format!("{above}/{below}"));
    cell(out, &factor.unwrap_or_default());
    let dimensions: Vec<&str> = note.kpis.dimensions().iter().map(|one| one.code()).collect();
    cell(out, &dimensions.join(" | "));
    cell(out, &texts(&advice.key));
    let window = note.kpis.windows().get(evidence.window);
    day(out, window.and_then(|(from, _)| zone.day_at(*from)));
    day(out, window.and_then(|(_, to)| zone.day_at(*to)));
    let answer = &evidence.answer;
    cell(out, answer.indicator.code());
    number(out, answer.value);
    cell(out, answer.indicator.definition().unit.code());
    number(out, answer.lower);
    number(out, answer.upper);
    let threshold = evidence.threshold_thousandths;
    number(out, threshold.map(|thousandths| crate::quantity::decimal_text(thousandths, 3)));
    cell(out, evidence.trend.map_or("", |direction| direction.code()));
    number(out, evidence.trend_p_value);
    let tasks = note.effect.iter().flat_map(|effect| effect.tasks);
    let tasks: Vec<String> = tasks.map(|(task, old, new)| format!("{task}={old}>{new}")).collect();
    cell(out, &tasks.join(" | "));
    let load = |pick: fn(&super::AdviceEffect<'_>) -> u64| note.effect.as_ref().map(pick);
    number(out, load(|effect| effect.before.occurrences));
    number(out, load(|effect| effect.after.occurrences));
    number(out, load(|effect| effect.before.work_minutes));
    number(out, load(|effect| effect.after.work_minutes));
    number(out, load(|effect| effect.before.visits));
    number(out, load(|effect| effect.after.visits));
    let unknown = note.no_effect.map(|(en, fr)| pen.t(en, fr));
    cell(out, &unknown.unwrap_or_default());
    cell(out, &pen.typeset(pen.text(&advice.source)));
    end(out);
}
