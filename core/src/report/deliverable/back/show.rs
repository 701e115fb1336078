//! How a value is written for people.

use super::super::{Cell, Evidence, Meaning};
use crate::report::words::Words;
use crate::text::Lang;
use std::cmp::Ordering;

/// What stands where nothing applies.
const EMPTY: &str = "–";

impl Cell {
    /// The value as the page shows it: unknown in words, empty as a dash.
    ///
    /// ```
    /// use entretien::report::Cell;
    /// use entretien::text::Lang;
    /// assert_eq!(Cell::Minutes(90).written(Lang::Fr), "1\u{a0}h\u{a0}30");
    /// assert_eq!(Cell::Unknown.written(Lang::En), "unknown");
    /// ```
    pub fn written(&self, lang: Lang) -> String {
        self.show(&Words::new(lang))
    }

    /// The value in the manner of the language: unknown in words, empty as a dash.
    pub(in crate::report) fn show(&self, words: &Words) -> String {
        let pen = words.pen;
        match self {
            Cell::Empty => EMPTY.to_owned(),
            Cell::Text(text) | Cell::Code(text) if text.is_empty() => EMPTY.to_owned(),
            Cell::Text(text) | Cell::Code(text) => text.clone(),
            Cell::Count(count) => pen.signed(*count),
            Cell::Number { value, decimals, unit } if value.is_finite() => {
                let number = pen.decimal(*value, usize::from(*decimals));
                if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") }
            }
            Cell::Share(share) if share.is_finite() => pen.share(*share),
            Cell::Unknown | Cell::Number { .. } | Cell::Share(_) => words.say("unknown"),
            Cell::Date(day) => words.date(*day),
            Cell::Minutes(minutes) => {
                let sign = if *minutes < 0 { "−" } else { "" };
                format!("{sign}{}", pen.duration(minutes.unsigned_abs()))
            }
            Cell::Money(money) => pen.money(money.minor(), money.currency()),
        }
    }

    /// Whether it is unknown, or a number that is none.
    pub(super) fn is_unknown(&self) -> bool {
        match self {
            Cell::Unknown => true,
            Cell::Number { value, .. } | Cell::Share(value) => !value.is_finite(),
            _ => false,
        }
    }

    /// Whether it is read from the right: numbers, amounts, lengths of time.
    pub(super) fn is_numeric(&self) -> bool {
        matches!(
            self,
            Cell::Count(_)
                | Cell::Number { .. }
                | Cell::Share(_)
                | Cell::Minutes(_)
                | Cell::Money(_)
        )
    }

    /// How it compares with `other`; `None` for values of different kinds, currencies or units, and for words.
    pub(super) fn against(&self, other: &Cell) -> Option<Ordering> {
        match (self, other) {
            (Cell::Count(a), Cell::Count(b)) | (Cell::Minutes(a), Cell::Minutes(b)) => {
                Some(a.cmp(b))
            }
            (Cell::Number { value: a, unit: x, .. }, Cell::Number { value: b, unit: y, .. })
                if x == y =>
            {
                a.partial_cmp(b)
            }
            (Cell::Share(a), Cell::Share(b)) => a.partial_cmp(b),
            (Cell::Date(a), Cell::Date(b)) => Some(a.cmp(b)),
            (Cell::Money(a), Cell::Money(b)) if a.currency() == b.currency() => {
                Some(a.minor().cmp(&b.minor()))
            }
            _ => None,
        }
    }
}

/// The way a value went, as an arrow.
pub(super) fn arrow(before: &Cell, after: &Cell) -> &'static str {
    match after.against(before) {
        Some(Ordering::Greater) => "↑ ",
        Some(Ordering::Less) => "↓ ",
        Some(Ordering::Equal) => "→ ",
        None => "",
    }
}

/// What a change means, in words, after an arrow for the way it went.
pub(super) fn change(before: &Cell, after: &Cell, meaning: Meaning, words: &Words) -> String {
    format!("{}{}", arrow(before, after), words.label(&meaning))
}

/// A measure in one line: `MTBF: 310 h (compared with 400 h)`.
pub(super) fn evidence(evidence: &Evidence, words: &Words) -> String {
    let label = ("label", evidence.label.as_str().into());
    let value = ("value", evidence.value.show(words).into());
    match &evidence.limit {
        Some(limit) => {
            words.with("evidence-limit", [label, value, ("limit", limit.show(words).into())])
        }
        None => words.with("evidence-line", [label, value]),
    }
}
