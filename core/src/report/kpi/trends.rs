//! Indicators month by month, with the limits of their usual range and tests of a trend.

use super::super::chart::{self, ControlChart, ControlPoint, ValueUnit};
use super::super::faults;
use super::super::pen::{Pen, capital};
use super::KpiReportInput;
use super::page::heading;
use super::values::{fraction, p_value, value};
use crate::kpi::{Indicator, IndicatorUnit, Kpis, Trend};
use crate::quantity::Currency;
use crate::reliability::{Direction, MannKendall, TrendTest};
use crate::text::Label;
use crate::time::{Day, Zone};
use maud::{Markup, html};

/// Those that are drawn.
pub(in super::super) const DRAWN: [Indicator; 7] = [
    Indicator::OperationalAvailability,
    Indicator::AnnualFailureRate,
    Indicator::Mttr,
    Indicator::MeanResolution,
    Indicator::LevelCompliance,
    Indicator::ReopenRate,
    Indicator::PreventiveCompliance,
];
/// Above it counts vary so much more than chance that the limits are too narrow.
const DISPERSION_MAX: f64 = 2.0;

/// Name of a window, short and long.
pub(in super::super) fn month_names(kpis: &Kpis, zone: Zone, pen: Pen) -> Vec<(String, String)> {
    let windows = kpis.windows().iter();
    windows
        .map(|(from, _)| match zone.day_at(*from) {
            None => (String::new(), String::new()),
            Some(day) => {
                let (year, month, _) = day.ymd();
                let short = pen.month_short(month);
                let short = if month == 1 { format!("{short} {year}") } else { short.to_owned() };
                (short, pen.month(year, month))
            }
        })
        .collect()
}

pub(super) fn section(input: &KpiReportInput<'_>, pen: Pen) -> Markup {
    let names = month_names(input.months, input.zone, pen);
    let mut without = Vec::new();
    let mut blocks = Vec::new();
    for indicator in DRAWN {
        match input.months.trend(0, indicator) {
            Ok(trend) if trend.values.iter().all(Option::is_none) => {
                without.push(pen.typeset(indicator.label(pen.lang)));
            }
            Ok(trend) => blocks.push(block(input.months, &trend, &names, input.zone, pen)),
            Err(error) => blocks.push(html! {
                h3.cap { (pen.typeset(indicator.label(pen.lang))) } (faults::error(&error, pen))
            }),
        }
    }
    html! {
        section id="trends" aria-labelledby="trends-title" {
            (heading("trends", pen))
            p.lead { (pen.t(
                "Each month, its usual range between the dashed lines (three standard deviations), and the mean, dotted. A hollow square with ▲ leaves the range: look for a cause there, not elsewhere. A broken line is a month without value.",
                "Chaque mois, sa plage habituelle entre les tirets (trois écarts types), et la moyenne en pointillés. Un carré creux avec ▲ sort de la plage : c'est là qu'il faut chercher une cause, pas ailleurs. Une ligne interrompue est un mois sans valeur.",
            )) }
            @for block in &blocks { (block) }
            @if !without.is_empty() { p.note {
                (pen.t("Without a value in any month: ", "Sans valeur pour aucun mois : ")) (without.join(", ")) "."
            } }
        }
    }
}

fn block(kpis: &Kpis, trend: &Trend, names: &[(String, String)], zone: Zone, pen: Pen) -> Markup {
    let indicator = trend.indicator;
    let chart = control(kpis, trend, names, zone, pen);
    let (name, points) = (chart.title.clone(), chart.points.clone());
    let outside: Vec<&str> = points
        .iter()
        .zip(names)
        .filter(|(point, _)| point.is_outside)
        .map(|(_, name)| &*name.1)
        .collect();
    html! {
        h3 { (name) }
        p.sub { (said(trend, pen)) }
        @if !outside.is_empty() { p.sub { "▲ " (pen.t("outside the usual range: ", "hors de la plage habituelle : ")) (outside.join(", ")) } }
        @if trend.ratios.as_ref().and_then(|chart| chart.dispersion).is_some_and(|dispersion| dispersion > DISPERSION_MAX) {
            p.sub { (pen.t(
                "The months vary more than chance alone makes them: the limits are too narrow, read them with care.",
                "Les mois varient plus que le hasard seul ne le ferait : les limites sont trop étroites, à lire avec prudence.",
            )) }
        }
        div.scroll tabindex="0" role="region" aria-label=(name) {
            (chart::svg(&chart, &format!("trend-{}", indicator.code()), pen))
        }
        details {
            summary { (pen.t("The same as a table, ", "Le même en tableau, ")) (name) }
            (table(kpis, indicator, &points, names, &name, pen))
        }
    }
}

/// An indicator over the windows, with the limits of its usual range.
pub(in super::super) fn control(
    kpis: &Kpis,
    trend: &Trend,
    names: &[(String, String)],
    zone: Zone,
    pen: Pen,
) -> ControlChart {
    let indicator = trend.indicator;
    ControlChart {
        title: capital(&pen.typeset(indicator.label(pen.lang))),
        unit: unit(indicator, kpis.currency(), pen),
        goal: indicator.definition().goal,
        points: points(kpis, trend, names, zone),
    }
}

/// In what the values of an indicator are counted.
fn unit(indicator: Indicator, currency: Option<Currency>, pen: Pen) -> ValueUnit {
    let unit = indicator.definition().unit;
    let number = |decimals| ValueUnit::Number { unit: pen.typeset(unit.label(pen.lang)), decimals };
    match (unit, currency) {
        (IndicatorUnit::Share, _) => ValueUnit::Share,
        (IndicatorUnit::Hours | IndicatorUnit::PerYear | IndicatorUnit::Weeks, _) => number(2),
        (IndicatorUnit::Ratio, _) => number(3),
        (IndicatorUnit::PerHour, _) => number(8),
        (IndicatorUnit::Minor | IndicatorUnit::MinorPerHead, Some(currency)) => {
            ValueUnit::Money { currency }
        }
        (IndicatorUnit::Minor | IndicatorUnit::MinorPerHead, None) => number(0),
    }
}

fn points(kpis: &Kpis, trend: &Trend, names: &[(String, String)], zone: Zone) -> Vec<ControlPoint> {
    let centre = trend.ratios.as_ref().map(|chart| chart.centre);
    let centre = centre.or_else(|| trend.individuals.as_ref().map(|chart| chart.centre));
    let windows = kpis.windows().iter().zip(names).zip(&trend.values);
    let mut points: Vec<ControlPoint> = windows
        .map(|(((from, _), (label, _)), value)| ControlPoint {
            label: label.clone(),
            day: zone.day_at(*from).unwrap_or(Day::MIN),
            value: *value,
            lower: None,
            centre,
            upper: None,
            is_outside: false,
        })
        .collect();
    let share = trend.indicator.definition().unit == IndicatorUnit::Share;
    for (place, window) in trend.windows.iter().enumerate() {
        let Some(point) = points.get_mut(*window) else { continue };
        if let Some(chart) = &trend.ratios {
            let limits = chart.points.get(place);
            point.lower = limits.and_then(|limits| limits.lower);
            point.upper = limits.and_then(|limits| limits.upper);
            point.is_outside = chart.outside.contains(&place);
        } else if let Some(chart) = &trend.individuals {
            // Durations are not negative, shares not above 1.
            point.lower = Some(chart.lower.max(0.0));
            point.upper = Some(if share { chart.upper.min(1.0) } else { chart.upper });
            point.is_outside = chart.outside.contains(&place);
        }
    }
    points
}

/// What the tests say.
fn said(trend: &Trend, pen: Pen) -> String {
    let mut parts = vec![of_series(&trend.mann_kendall, pen)];
    let tests = [("Laplace", trend.laplace), ("MIL-HDBK-189", trend.mil_handbook)];
    for (name, test) in tests {
        parts.extend(test.and_then(|test| of_failures(name, &test, pen)));
    }
    parts
        .join(" ; ")
        .replace(" ; ", if pen.lang == crate::text::Lang::Fr { "\u{202f}; " } else { "; " })
}

fn of_series(test: &MannKendall, pen: Pen) -> String {
    let Some(p) = test.p_value else {
        return pen
            .t("too few months to test a trend", "trop peu de mois pour tester une tendance");
    };
    let word = match test.direction {
        _ if p > 0.05 => pen.t("no trend beyond chance", "aucune tendance au-delà de l'aléa"),
        Some(Direction::Up) => pen.t("rises", "en hausse"),
        Some(Direction::Down) => pen.t("falls", "en baisse"),
        Some(Direction::Level) | None => pen.t("no trend", "aucune tendance"),
    };
    format!("{word} (Mann–Kendall, {})", p_value(p, pen))
}

fn of_failures(name: &str, test: &TrendTest, pen: Pen) -> Option<String> {
    let p = test.p_value?;
    let word = match test.direction {
        _ if p > 0.05 => {
            pen.t("failures come at a constant rate", "les pannes viennent à taux constant")
        }
        Some(Direction::Up) => pen.t(
            "failures come more and more often: no mean describes them",
            "les pannes sont de plus en plus fréquentes : aucune moyenne ne les décrit",
        ),
        Some(Direction::Down) => pen.t(
            "failures come less and less often: no mean describes them",
            "les pannes sont de moins en moins fréquentes : aucune moyenne ne les décrit",
        ),
        Some(Direction::Level) | None => return None,
    };
    Some(format!("{word} ({name}, {})", p_value(p, pen)))
}

fn table(
    kpis: &Kpis,
    indicator: Indicator,
    points: &[ControlPoint],
    names: &[(String, String)],
    name: &str,
    pen: Pen,
) -> Markup {
    let write = |found: f64| value(indicator, found, kpis.currency(), pen);
    let limit = |limit: Option<f64>| limit.map_or_else(|| "–".to_owned(), &write);
    html! { table {
        caption { (name) }
        thead { tr {
            th scope="col" { (pen.t("Month", "Mois")) } th.num scope="col" { (pen.t("Value", "Valeur")) }
            th.num scope="col" { (pen.t("Usual range", "Plage habituelle")) } th scope="col" { (pen.t("From", "Calcul")) }
        } }
        tbody { @for (window, (point, (_, long))) in points.iter().zip(names).enumerate() { tr {
            th scope="row" { (long) }
            td.num { (point.value.map_or_else(|| "–".to_owned(), &write)) @if point.is_outside { " ▲" } }
            td.num { @if point.lower.or(point.upper).is_some() { (limit(point.lower)) " – " (limit(point.upper)) } @else { "–" } }
            td { @if let Ok(answer) = kpis.answer(0, window, indicator) {
                (fraction(&answer, kpis.currency(), pen).unwrap_or_else(|| super::values::why(&answer, kpis.currency(), pen)))
            } }
        } } }
    } }
}
