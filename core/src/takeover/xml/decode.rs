//! From the bytes of an XML file to text: its declaration says how it is written, not always rightly.

use crate::error::{Faults, codes};
use crate::takeover::text;
use std::borrow::Cow;

/// Bytes within which a declaration ends.
const DECLARATION_BYTES: usize = 200;

/// The text of a file that declares another encoding than UTF-8, else as [`text::decode`].
///
/// ISO 8859-1, ISO 8859-15 and Windows-1252 are read, the first as Windows-1252, as browsers do. A file
/// that declares one of them and is UTF-8 nevertheless is read as UTF-8, with a `TAK-035`, as is one that
/// declares an encoding that is not known.
pub(in crate::takeover) fn decode<'a>(bytes: &'a [u8], faults: &mut Faults) -> Cow<'a, str> {
    let Some(declared) = declared(bytes) else {
        return text::decode(bytes, faults);
    };
    let latin = match declared.as_str() {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => return text::decode(bytes, faults),
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" | "windows-1252"
        | "cp1252" => windows_1252,
        "iso-8859-15" | "iso8859-15" | "latin9" | "latin-9" => iso_8859_15,
        other => {
            let message = format!("encoding `{}` is not known, read as UTF-8", text::quote(other));
            faults.add(codes::TAK_BAD_ENCODING, "", message);
            return text::decode(bytes, faults);
        }
    };
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Cow::Borrowed(text),
        Ok(text) => {
            let message = format!("the file says `{declared}` and is UTF-8, read as such");
            faults.add(codes::TAK_BAD_ENCODING, "", message);
            Cow::Borrowed(text)
        }
        Err(_) => Cow::Owned(bytes.iter().map(|byte| latin(*byte)).collect()),
    }
}

/// The encoding of the declaration, in lower case.
fn declared(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.trim_ascii_start();
    let start = bytes.get(..DECLARATION_BYTES.min(bytes.len()))?;
    let declaration = start.strip_prefix(b"<?xml")?;
    let end = declaration.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(declaration.get(..end)?).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (name, _) = value.strip_prefix(quote)?.split_once(quote)?;
    Some(name.trim().to_ascii_lowercase())
}

/// What stands from 80 to 9F; a place that is not used stays the control character.
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let place = byte.checked_sub(0x80).map(usize::from);
    place.and_then(|place| FROM_80.get(place)).copied().unwrap_or(char::from(byte))
}

fn iso_8859_15(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        byte => char::from(byte),
    }
}
