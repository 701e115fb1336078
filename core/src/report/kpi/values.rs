//! How values, amounts and intervals are written.

use super::super::pen::{Pen, places};
use crate::kpi::{Answer, Formula, Indicator, IndicatorUnit, Measure, MeasureUnit, NoValue};
use crate::quantity::Currency;
use crate::text::Label;

/// No-break space: between a number and its unit.
const NO_BREAK: char = '\u{a0}';

/// A value that was chosen, such as a threshold or a line of the grid: without zeros after the point.
pub(in super::super) fn round(
    indicator: Indicator,
    found: f64,
    currency: Option<Currency>,
    pen: Pen,
) -> String {
    let unit = indicator.definition().unit;
    let number = |found: f64| {
        let text = pen.decimal(found, 6);
        text.trim_end_matches('0').trim_end_matches(['.', ',']).to_owned()
    };
    match unit {
        IndicatorUnit::Share => pen.percent_sign(number(found * 100.0)),
        IndicatorUnit::Hours => format!("{}{NO_BREAK}h", number(found)),
        IndicatorUnit::Ratio => number(found),
        IndicatorUnit::PerHour | IndicatorUnit::PerYear | IndicatorUnit::Weeks => {
            format!("{}{NO_BREAK}{}", number(found), pen.typeset(unit.label(pen.lang)))
        }
        IndicatorUnit::Minor | IndicatorUnit::MinorPerHead => {
            value(indicator, found, currency, pen)
        }
    }
}

/// The nearest whole number of minor units.
#[expect(clippy::cast_possible_truncation, reason = "amounts stay below 2^53")]
pub(in super::super) fn minor(value: f64) -> i64 {
    value.round() as i64
}

/// A value in the unit of its indicator.
pub(in super::super) fn value(
    indicator: Indicator,
    value: f64,
    currency: Option<Currency>,
    pen: Pen,
) -> String {
    let unit = indicator.definition().unit;
    match unit {
        IndicatorUnit::Share => pen.share(value),
        IndicatorUnit::Hours => {
            format!("{}{NO_BREAK}h", pen.decimal(value, places(value).min(2)))
        }
        IndicatorUnit::Minor | IndicatorUnit::MinorPerHead => match currency {
            Some(currency) => {
                let head = if unit == IndicatorUnit::Minor { "" } else { " / " };
                let person = if head.is_empty() { "" } else { pen.lang.pick("head", "pers.") };
                format!("{}{head}{person}", pen.money(minor(value), currency))
            }
            None => pen.decimal(value, 0),
        },
        IndicatorUnit::Ratio => pen.decimal(value, places(value).min(3)),
        IndicatorUnit::PerHour | IndicatorUnit::PerYear | IndicatorUnit::Weeks => {
            let places = places(value).min(if unit == IndicatorUnit::PerHour { 8 } else { 2 });
            format!("{}{NO_BREAK}{}", pen.decimal(value, places), pen.typeset(unit.label(pen.lang)))
        }
    }
}

/// A total in the unit of its measure.
pub(in super::super) fn amount(
    measure: Measure,
    total: i64,
    currency: Option<Currency>,
    pen: Pen,
) -> String {
    let whole = u64::try_from(total);
    match (measure.unit(), whole, currency) {
        (MeasureUnit::Seconds, Ok(seconds), _) => pen.hours_unit(seconds.saturating_add(30) / 60),
        (MeasureUnit::Minutes, Ok(minutes), _) => pen.hours_unit(minutes),
        (MeasureUnit::Minor, _, Some(currency)) => pen.money(total, currency),
        (_, Ok(count), _) => pen.number(count),
        (_, Err(_), _) => format!("−{}", pen.number(total.unsigned_abs())),
    }
}

/// Both sides of the division, each with its measures: `operating time 8,640 h / failures 12`.
pub(in super::super) fn fraction(
    answer: &Answer,
    currency: Option<Currency>,
    pen: Pen,
) -> Option<String> {
    let (above, below) = (answer.numerator?, answer.denominator?);
    let inherent = [Measure::OperatingSeconds, Measure::Failures];
    let (numerator, denominator): (&[Measure], &[Measure]) =
        match answer.indicator.definition().formula {
            Formula::Ratio { numerator, denominator, .. } => (numerator, denominator),
            Formula::Inherent => inherent.split_at(1),
            Formula::Lives => return None,
        };
    let side = |measures: &[Measure], total: i64| {
        let names: Vec<&str> = measures.iter().map(|measure| measure.label(pen.lang)).collect();
        let first = measures.first()?;
        Some(format!(
            "{} {}",
            pen.typeset(&names.join(" + ")),
            amount(*first, total, currency, pen)
        ))
    };
    Some(format!("{} / {}", side(numerator, above)?, side(denominator, below)?))
}

/// The interval: `95 %: 210 h – 540 h`, or its one bound.
pub(in super::super) fn interval(
    answer: &Answer,
    currency: Option<Currency>,
    pen: Pen,
) -> Option<String> {
    let write = |bound: f64| value(answer.indicator, bound, currency, pen);
    let text = match (answer.lower, answer.upper) {
        (Some(lower), Some(upper)) => format!("{} – {}", write(lower), write(upper)),
        (Some(lower), None) => format!("{} {}", pen.t("at least", "au moins"), write(lower)),
        (None, Some(upper)) => format!("{} {}", pen.t("at most", "au plus"), write(upper)),
        (None, None) => return None,
    };
    let confidence = answer
        .confidence
        .map(|confidence| round(Indicator::OperationalAvailability, confidence, currency, pen));
    Some(format!("{}{}{text}", confidence.unwrap_or_default(), pen.t(": ", " : ")))
}

/// The value, or why there is none: `no failure: above 347 h`.
pub(in super::super) fn said(answer: &Answer, currency: Option<Currency>, pen: Pen) -> String {
    match answer.value {
        Some(found) => value(answer.indicator, found, currency, pen),
        None => why(answer, currency, pen),
    }
}

/// Why there is no value.
pub(in super::super) fn why(answer: &Answer, currency: Option<Currency>, pen: Pen) -> String {
    let reason = answer.reason.unwrap_or(NoValue::NotGiven);
    let label = pen.typeset(reason.label(pen.lang));
    if let Some(lower) = answer.lower.filter(|_| answer.upper.is_none()) {
        let least = value(answer.indicator, lower, currency, pen);
        return format!("{label}{}{} {least}", pen.t(": ", " : "), pen.t("above", "plus de"));
    }
    if answer.missing.is_empty() {
        return label;
    }
    let missing: Vec<&str> = answer.missing.iter().map(|measure| measure.label(pen.lang)).collect();
    format!("{label}{}{}", pen.t(": ", " : "), pen.typeset(&missing.join(", ")))
}

/// Cases that are not in the value: `3 still open, 2 too young, 5 unknown`.
pub(in super::super) fn left_out(answer: &Answer, pen: Pen) -> Option<String> {
    let mut parts = Vec::new();
    if answer.open > 0 {
        let (en, fr) = (["still open", "still open"], ["encore ouvert", "encore ouverts"]);
        parts.push(pen.count(answer.open, en, fr));
    }
    if answer.censored > 0 {
        let (en, fr) = (["too young", "too young"], ["trop récent", "trop récents"]);
        parts.push(pen.count(answer.censored, en, fr));
    }
    if answer.unknown > 0 {
        let (en, fr) = (["unknown", "unknown"], ["inconnu", "inconnus"]);
        parts.push(pen.count(answer.unknown, en, fr));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `p = 0.034`, `p < 0.001`.
pub(in super::super) fn p_value(p: f64, pen: Pen) -> String {
    if p < 0.001 {
        format!("p{NO_BREAK}<{NO_BREAK}{}", pen.decimal(0.001, 3))
    } else {
        format!("p{NO_BREAK}={NO_BREAK}{}", pen.decimal(p, 3))
    }
}

/// The texts of a group; what is not known is called so.
pub(in super::super) fn key(key: &[Option<String>], pen: Pen) -> String {
    if key.is_empty() {
        return pen.t("all", "tout");
    }
    let texts = key.iter().map(|text| text.clone().unwrap_or_else(|| pen.t("unknown", "inconnu")));
    texts.collect::<Vec<String>>().join(" · ")
}
