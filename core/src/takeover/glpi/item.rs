//! Typed reading of the fields of one object, with a diagnostic at each value that cannot be used.

use crate::error::{Faults, codes};
use crate::quantity::INTEGER_MAX;
use crate::takeover::json::Json;
use crate::takeover::{date, placeholder, text};
use crate::time::Day;
use std::borrow::Cow;

/// Where an object stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// The message itself.
    Root,
    /// A section of the content that is one object.
    Section(&'static str),
    /// An entry of a section that is a list.
    Entry(&'static str, usize),
}

impl At {
    /// The pointer of the object, or of its field.
    pub(super) fn pointer(self, field: &str) -> String {
        let mut pointer = match self {
            At::Root => String::new(),
            At::Section(section) => format!("/content/{section}"),
            At::Entry(section, index) => format!("/content/{section}/{index}"),
        };
        if !field.is_empty() {
            text::push_pointer(&mut pointer, field);
        }
        pointer
    }
}

/// One object and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'x, 'a> {
    pub object: &'x Json<'a>,
    pub at: At,
}

impl<'x> Item<'x, '_> {
    /// A text, cleaned; a number without exponent counts as it is written; empty is `None` without
    /// a diagnostic.
    pub(super) fn text(&self, field: &str, faults: &mut Faults) -> Option<Cow<'x, str>> {
        match self.object.get(field)? {
            Json::Text(value) => text::clean(value, || self.at.pointer(field), faults),
            Json::Number(digits) if !digits.contains(['e', 'E']) => {
                text::clean(digits, || self.at.pointer(field), faults)
            }
            other => {
                self.wrong_type(field, other, "a text", faults);
                None
            }
        }
    }

    /// The first of several text fields that says something.
    pub(super) fn first_text(&self, fields: &[&str], faults: &mut Faults) -> Option<Box<str>> {
        fields
            .iter()
            .find_map(|field| self.text(field, faults))
            .map(|value| value.into_owned().into())
    }

    /// A text that identifies: a placeholder is `None` with a `TAK-002`.
    pub(super) fn identity(
        &self,
        field: &str,
        is_placeholder: fn(&str) -> bool,
        faults: &mut Faults,
    ) -> Option<Box<str>> {
        let value = self.text(field, faults)?;
        if is_placeholder(&value) {
            let message = format!("`{}` identifies nothing", text::quote(&value));
            faults.add(codes::TAK_PLACEHOLDER, self.at.pointer(field), message);
            return None;
        }
        Some(value.into_owned().into())
    }

    /// Whether a placeholder stands in the place of a serial number.
    pub(super) fn has_placeholder(&self, field: &str) -> bool {
        match self.object.get(field) {
            Some(Json::Text(value)) => {
                let value = value.trim();
                !value.is_empty() && placeholder::is_text(value)
            }
            Some(Json::Number(digits)) => placeholder::is_text(digits),
            _ => false,
        }
    }

    /// The first of several fields that is no placeholder.
    pub(super) fn first_identity(&self, fields: &[&str], faults: &mut Faults) -> Option<Box<str>> {
        fields.iter().find_map(|field| self.identity(field, placeholder::is_text, faults))
    }

    /// A whole number from 0 to 2⁵³−1, also where it is written as a text.
    pub(super) fn number(&self, field: &str, faults: &mut Faults) -> Option<u64> {
        let value = self.object.get(field)?;
        let digits = match value {
            Json::Number(digits) => *digits,
            Json::Text(text) if text.trim().is_empty() => return None,
            Json::Text(text) => text.trim(),
            other => {
                self.wrong_type(field, other, "a whole number", faults);
                return None;
            }
        };
        match whole(digits) {
            Whole::Number(number) => Some(number),
            Whole::Impossible => {
                let message =
                    format!("`{}` is not within 0 and {INTEGER_MAX}", text::quote(digits));
                faults.add(codes::TAK_OUT_OF_RANGE, self.at.pointer(field), message);
                None
            }
            Whole::Not => {
                let message = format!("`{}` is not a whole number", text::quote(digits));
                faults.add(codes::TAK_WRONG_TYPE, self.at.pointer(field), message);
                None
            }
        }
    }

    /// A boolean, also as 0 or 1, or as one of the usual words.
    pub(super) fn boolean(&self, field: &str, faults: &mut Faults) -> Option<bool> {
        let value = self.object.get(field)?;
        let word = match value {
            Json::Bool(value) => return Some(*value),
            Json::Number(digits) => *digits,
            Json::Text(text) => text.trim(),
            _ => "?",
        };
        match word.to_ascii_lowercase().as_str() {
            "" => None,
            "1" | "true" | "yes" | "on" | "enabled" => Some(true),
            "0" | "false" | "no" | "off" | "disabled" => Some(false),
            _ => {
                self.wrong_type(field, value, "a boolean", faults);
                None
            }
        }
    }

    /// A day; a time after it is not kept.
    pub(super) fn day(&self, field: &str, faults: &mut Faults) -> Option<Day> {
        let value = match self.object.get(field)? {
            Json::Text(value) => value.trim(),
            other => {
                self.wrong_type(field, other, "a date", faults);
                return None;
            }
        };
        if value.is_empty() {
            return None;
        }
        match date::read(value) {
            Ok(day) => Some(day),
            Err(why) => {
                let message = format!("`{}` is {why}", text::quote(value));
                faults.add(codes::TAK_BAD_DATE, self.at.pointer(field), message);
                None
            }
        }
    }

    fn wrong_type(&self, field: &str, value: &Json<'_>, needed: &str, faults: &mut Faults) {
        let message = match value {
            Json::Text(text) => format!("`{}` where {needed} is expected", text::quote(text)),
            other => format!("{} where {needed} is expected", other.kind()),
        };
        faults.add(codes::TAK_WRONG_TYPE, self.at.pointer(field), message);
    }
}

enum Whole {
    Number(u64),
    /// A number, but negative or too large.
    Impossible,
    /// No whole number.
    Not,
}

/// Reads digits without going through a float; `.0` at the end changes nothing.
fn whole(text: &str) -> Whole {
    let (minus, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (digits, None),
    };
    let (units, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if units.is_empty() || !all_digits(units) || !all_digits(fraction) {
        return Whole::Not;
    }
    match exponent {
        Some(power) => {
            let plain = power.strip_prefix(['+', '-']).unwrap_or(power);
            if plain.is_empty() || !all_digits(plain) {
                return Whole::Not;
            }
            // 1e400 and 6.37E+15: no agent counts so far, a spreadsheet has been at work.
            return Whole::Impossible;
        }
        None if fraction.bytes().any(|byte| byte != b'0') => return Whole::Not,
        None => {}
    }
    match units.parse::<u64>() {
        Ok(0) => Whole::Number(0),
        Ok(number) if !minus && i64::try_from(number).is_ok_and(|n| n <= INTEGER_MAX) => {
            Whole::Number(number)
        }
        _ => Whole::Impossible,
    }
}
