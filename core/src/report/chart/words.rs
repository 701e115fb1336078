//! Words that the descriptions and notes share.

use super::super::pen::{Pen, capital};

/// Most names that a description lists; it says how many more there are.
const NAMES_MAX: usize = 15;

/// What stands where a value is not known.
pub(super) const UNKNOWN: &str = "–";

/// `a, b, c and 4 more`.
pub(super) fn list(names: &[String], pen: Pen) -> String {
    let shown = names.get(..names.len().min(NAMES_MAX)).unwrap_or_default().join(", ");
    match names.len().saturating_sub(NAMES_MAX) {
        0 => shown,
        more => format!(
            "{shown} {} {}",
            pen.t("and", "et"),
            pen.count(more, ["more", "more"], ["autre", "autres"])
        ),
    }
}

/// `Drawn: the first 60 of 400 weeks.`, when not all are; `nouns` are plural.
pub(super) fn cut(drawn: usize, all: usize, nouns: (&str, &str), pen: Pen) -> Option<String> {
    (drawn < all).then(|| match pen.lang {
        crate::text::Lang::En => {
            format!("Drawn: the first {} of {} {}.", pen.number(drawn), pen.number(all), nouns.0)
        }
        crate::text::Lang::Fr => pen.typeset(&format!(
            "Dessin partiel : {} sur {} {}.",
            pen.number(drawn),
            pen.number(all),
            nouns.1
        )),
    })
}

/// `name: value`.
pub(super) fn pair(name: &str, value: &str, pen: Pen) -> String {
    format!("{name}{}{value}", pen.t(": ", " : "))
}

/// Sentences one after the other.
pub(super) fn sentences(parts: &[String]) -> String {
    let ended = parts.iter().filter(|part| !part.is_empty()).map(|part| {
        let part = capital(part);
        if part.ends_with(['.', '!', '?']) { part } else { part + "." }
    });
    ended.collect::<Vec<String>>().join(" ")
}

/// Rises, falls or stays, from the first to the last.
pub(super) fn course(first: f64, last: f64, pen: Pen) -> String {
    if last > first {
        pen.t("rises", "en hausse")
    } else if last < first {
        pen.t("falls", "en baisse")
    } else {
        pen.t("ends where it began", "finit où cela a commencé")
    }
}

/// What an empty picture says.
pub(super) fn no_data(pen: Pen) -> String {
    pen.t("no data", "aucune donnée")
}
