//! The reasons of a row, in words.

use super::names::Names;
use crate::renewal::{Reason, ReasonPart, RenewalRow};
use crate::text::Label;

/// `age`, or what the support is of: `end of support of the system – Debian 10`.
pub(super) fn name(reason: &Reason, names: Names<'_>) -> String {
    let label = names.pen.typeset(reason.driver.label(names.pen.lang));
    match &reason.what {
        Some(what) => format!("{label} – {what}"),
        None => label,
    }
}

/// When it holds: a date, over without a date, or why there is none.
pub(super) fn when(reason: &Reason, names: Names<'_>) -> String {
    match (reason.date, reason.no_date) {
        (Some(day), _) => names.pen.date(day),
        (None, _) if reason.is_over => names.pen.t("over, date unknown", "terminé, date inconnue"),
        (None, Some(why)) => names.pen.typeset(why.label(names.pen.lang)),
        (None, None) => names.unknown(),
    }
}

/// The reason, when it holds, and that it only informs.
pub(super) fn line(reason: &Reason, names: Names<'_>) -> String {
    let mut text =
        format!("{}{} {}", name(reason, names), names.pen.t(":", " :"), when(reason, names));
    if let (Some(low), Some(high)) = (reason.low, reason.high) {
        let (low, high) = (names.pen.date(low), names.pen.date(high));
        text = format!("{text} ({low} – {high})");
    }
    if reason.part == ReasonPart::Shown {
        text = format!("{text}, {}", names.pen.typeset(reason.part.label(names.pen.lang)));
    }
    text
}

/// The reasons that have a date or hold, other than the binding one.
pub(super) fn others(row: &RenewalRow) -> impl Iterator<Item = &Reason> {
    let said = row.reasons.iter().filter(|reason| reason.date.is_some() || reason.is_over);
    said.filter(|reason| reason.part != ReasonPart::Binding)
}

/// The binding reason, or that nothing dates the row.
pub(super) fn binding(row: &RenewalRow, names: Names<'_>) -> String {
    match row.binding() {
        Some(reason) => name(reason, names),
        None => names.pen.t("nothing dates it", "rien ne la date"),
    }
}
