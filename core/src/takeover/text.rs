//! From bytes to clean text, and places in a text.

use super::TEXT_LENGTH_MAX;
use crate::error::{Faults, codes};
pub(super) use crate::tabular::quote;
use std::borrow::Cow;

/// The text of a file: UTF-8 with or without byte order mark, or UTF-16 with one.
///
/// What is not UTF-8 is replaced by U+FFFD, with a `TAK-006`.
pub(super) fn decode<'a>(bytes: &'a [u8], faults: &mut Faults) -> Cow<'a, str> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, faults),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, faults),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3, faults),
        rest => utf8(rest, 0, faults),
    }
}

fn utf8<'a>(bytes: &'a [u8], mark_bytes: usize, faults: &mut Faults) -> Cow<'a, str> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => error,
    };
    let runs = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty());
    let message = format!(
        "{} sequences are not UTF-8, the first at byte {}; each replaced by U+FFFD",
        runs.count(),
        error.valid_up_to().saturating_add(mark_bytes)
    );
    faults.add(codes::TAK_BAD_TEXT, "", message);
    String::from_utf8_lossy(bytes)
}

fn utf16<'a>(bytes: &[u8], unit: fn([u8; 2]) -> u16, faults: &mut Faults) -> Cow<'a, str> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut broken = odd.len();
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let text: String = letters
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                broken = broken.saturating_add(1);
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if broken > 0 {
        let message = format!("{broken} units are not UTF-16, each replaced by U+FFFD or left out");
        faults.add(codes::TAK_BAD_TEXT, "", message);
    }
    Cow::Owned(text)
}

/// The text trimmed and without control characters, or `None` when nothing or too much is left.
///
/// Line ends and tabs inside become one space each; `pointer` is asked for only when something is
/// wrong.
pub(super) fn clean<'a>(
    text: &'a str,
    pointer: impl Fn() -> String,
    faults: &mut Faults,
) -> Option<Cow<'a, str>> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    let cleaned = if text.chars().any(char::is_control) {
        let message = "control characters, left out";
        faults.add(codes::TAK_BAD_TEXT, pointer(), message);
        let kept = text.chars().filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        });
        let kept: String = kept.collect();
        Cow::Owned(kept.trim().to_owned())
    } else {
        Cow::Borrowed(text)
    };
    if cleaned.is_empty() {
        return None;
    }
    if cleaned.len() > TEXT_LENGTH_MAX && cleaned.chars().count() > TEXT_LENGTH_MAX {
        let message = format!("a text of more than {TEXT_LENGTH_MAX} characters, left out");
        faults.add(codes::TAK_OUT_OF_RANGE, pointer(), message);
        return None;
    }
    Some(cleaned)
}

/// Line and column of a byte, both from 1; the column counts characters.
pub(super) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let start = before.rfind('\n').map_or(0, |place| place.saturating_add(1));
    let column = before.get(start..).unwrap_or_default().chars().count();
    (line, column.saturating_add(1))
}

/// Adds one step to an RFC 6901 pointer; a step that is too long is cut.
pub(super) fn push_pointer(pointer: &mut String, step: &str) {
    pointer.push('/');
    for letter in quote(step).chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            letter => pointer.push(letter),
        }
    }
}

/// The form in which serial numbers and UUIDs are compared: letters in lower case.
pub(crate) fn folded(text: &str) -> String {
    text.to_ascii_lowercase()
}
