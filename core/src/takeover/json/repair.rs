//! What is done to a text before `serde_json` reads it, and places in the file afterwards.

use super::Broken;
use crate::takeover::{DEPTH_MAX, FILE_BYTES_MAX, text};
use std::borrow::Cow;
use std::fmt::Write as _;

/// By how much a control character grows when it is escaped.
const GROWTH: usize = "\\u0000".len() - 1;

/// The text of a file, in a form that `serde_json` accepts.
///
/// Raw control characters within texts are written as escapes, so that they are still there when
/// the text is used, and are told at the place where it is. A file without any is not copied.
#[derive(Debug)]
pub(in crate::takeover) struct Source<'t> {
    file: &'t str,
    text: Cow<'t, str>,
    /// Raw control characters within texts.
    controls: usize,
    /// Byte of the file at which a level too many begins.
    deep: Option<usize>,
}

impl<'t> Source<'t> {
    /// Looks through a text, and copies it where it has to be repaired.
    pub(in crate::takeover) fn new(file: &'t str) -> Self {
        let mut controls = 0_usize;
        let deep = walk(file, |_, _| controls = controls.saturating_add(1));
        let mut source = Source { file, text: Cow::Borrowed(file), controls, deep };
        if controls > 0 && !source.is_too_large() {
            source.text = Cow::Owned(escaped(file, source.length()));
        }
        source
    }

    /// The text to read.
    pub(in crate::takeover) fn text(&self) -> &str {
        &self.text
    }

    /// Bytes once every control character is escaped.
    fn length(&self) -> usize {
        let growth = self.controls.saturating_mul(GROWTH);
        self.file.len().saturating_add(growth)
    }

    /// Whether the text grew beyond all bounds and was left as it is.
    pub(in crate::takeover) fn is_too_large(&self) -> bool {
        self.controls > 0 && self.length() > FILE_BYTES_MAX
    }

    /// The refusal of a file of too many levels.
    pub(in crate::takeover) fn too_deep(&self) -> Option<Broken> {
        let (line, column) = text::position(self.file, self.deep?);
        let message = format!("more than {DEPTH_MAX} levels at line {line} column {column}");
        Some(Broken::Deep(message))
    }

    /// The refusal for what `serde_json` found wrong in `piece` of the text.
    pub(in crate::takeover) fn wrong(&self, piece: &str, error: &serde_json::Error) -> Broken {
        let start = piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        let at = self.in_file(start.saturating_add(place(piece, error)));
        if let Some(deep) = self.too_deep().filter(|_| self.deep < Some(at)) {
            return deep;
        }
        let (line, column) = text::position(self.file, at);
        let what = error.to_string();
        let own = format!(" at line {} column {}", error.line(), error.column());
        let what = if error.is_eof() {
            "the text ends too early"
        } else {
            what.strip_suffix(&own).unwrap_or(&what)
        };
        Broken::Syntax(format!("{what} at line {line} column {column}"))
    }

    /// The byte of the file that a byte of the text comes from.
    fn in_file(&self, at: usize) -> usize {
        let mut grown = 0_usize;
        if self.controls > 0 {
            walk(self.file, |place, _| {
                if place.saturating_add(grown) < at {
                    grown = grown.saturating_add(GROWTH);
                }
            });
        }
        let at = at.saturating_sub(grown).min(self.file.len());
        (0..=at).rev().find(|at| self.file.is_char_boundary(*at)).unwrap_or(0)
    }
}

/// Tells each raw control character within a text, and returns where a level too many begins.
///
/// This knows quotes, backslashes and brackets, and nothing else of JSON.
fn walk(text: &str, mut control: impl FnMut(usize, u8)) -> Option<usize> {
    let mut deep = None;
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => quoted = !quoted,
            // What follows is for `serde_json` to judge, a raw control character included.
            b'\\' if quoted => drop(bytes.next()),
            0..0x20 if quoted => control(at, byte),
            _ if quoted => {}
            b'{' | b'[' => {
                depth = depth.saturating_add(1);
                if depth > DEPTH_MAX && deep.is_none() {
                    deep = Some(at);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deep
}

fn escaped(file: &str, length: usize) -> String {
    let mut text = String::with_capacity(length);
    let mut from = 0;
    walk(file, |at, byte| {
        text.push_str(file.get(from..at).unwrap_or_default());
        let _ = write!(text, "\\u{byte:04x}");
        from = at.saturating_add(1);
    });
    text.push_str(file.get(from..).unwrap_or_default());
    text
}

/// The byte at which an error was found; `serde_json` counts lines from 1, and in the line the
/// bytes that it has seen, the wrong one included.
fn place(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let lines = text.split_inclusive('\n').map(str::len);
    let start: usize = lines.take(error.line().saturating_sub(1)).sum();
    start.saturating_add(error.column()).saturating_sub(1)
}
