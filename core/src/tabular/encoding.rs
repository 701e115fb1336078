//! How the characters of a CSV are written as bytes.

use crate::text::choice;

choice! {
    /// How the characters of a text file are written.
    Encoding {
        /// UTF-8, with or without byte order mark.
        Utf8 "utf-8" "UTF-8" "UTF-8",
        /// UTF-16; little endian unless its byte order mark says otherwise.
        Utf16 "utf-16" "UTF-16" "UTF-16",
        /// Windows-1252, what Western spreadsheets write when they say "ANSI"; it contains ISO 8859-1.
        Windows1252 "windows-1252" "Windows-1252" "Windows-1252",
        /// Mac OS Roman, what old spreadsheets of the Macintosh write, with bare carriage returns.
        MacRoman "mac-roman" "Mac OS Roman" "Mac OS Roman",
    }
}

/// Characters of the bytes 0x80 to 0x9F; the five that the code page leaves free stay control
/// characters, which cleaning tells.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Characters of the bytes 0x80 to 0xFF of Mac OS Roman.
#[rustfmt::skip]
const MAC: [char; 128] = [
    'Ä', 'Å', 'Ç', 'É', 'Ñ', 'Ö', 'Ü', 'á', 'à', 'â', 'ä', 'ã', 'å', 'ç',
    'é', 'è', 'ê', 'ë', 'í', 'ì', 'î', 'ï', 'ñ', 'ó', 'ò', 'ô', 'ö', 'õ',
    'ú', 'ù', 'û', 'ü', '†', '°', '¢', '£', '§', '•', '¶', 'ß', '®', '©',
    '™', '´', '¨', '≠', 'Æ', 'Ø', '∞', '±', '≤', '≥', '¥', 'µ', '∂', '∑',
    '∏', 'π', '∫', 'ª', 'º', 'Ω', 'æ', 'ø', '¿', '¡', '¬', '√', 'ƒ', '≈',
    '∆', '«', '»', '…', '\u{a0}', 'À', 'Ã', 'Õ', 'Œ', 'œ', '–', '—', '“', '”',
    '‘', '’', '÷', '◊', 'ÿ', 'Ÿ', '⁄', '€', '‹', '›', 'ﬁ', 'ﬂ', '‡', '·',
    '‚', '„', '‰', 'Â', 'Ê', 'Á', 'Ë', 'È', 'Í', 'Î', 'Ï', 'Ì', 'Ó', 'Ô',
    '\u{f8ff}', 'Ò', 'Ú', 'Û', 'Ù', 'ı', '\u{2c6}', '\u{2dc}', '¯', '\u{2d8}', '\u{2d9}', '\u{2da}', '¸', '\u{2dd}',
    '\u{2db}', '\u{2c7}',
];

/// Appends a character of an encoding of one byte each.
pub(super) fn push_byte(byte: u8, encoding: Encoding, out: &mut Vec<u8>) {
    let letter = match (encoding, byte) {
        (Encoding::MacRoman, 0x80..) => MAC.get(usize::from(byte & 0x7F)).copied(),
        (_, 0x80..=0x9F) => UPPER.get(usize::from(byte & 0x1F)).copied(),
        _ => Some(char::from(byte)),
    };
    push(letter.unwrap_or(char::REPLACEMENT_CHARACTER), out);
}

/// Writes UTF-16 as UTF-8, chunk by chunk.
#[derive(Debug)]
pub(super) struct Utf16 {
    unit: fn([u8; 2]) -> u16,
    byte: Option<u8>,
    high: Option<u16>,
    /// Units that are no character, each replaced by U+FFFD.
    pub broken: u64,
}

impl Utf16 {
    pub(super) fn new(big_endian: bool) -> Self {
        let unit = if big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
        Utf16 { unit, byte: None, high: None, broken: 0 }
    }

    pub(super) fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        for byte in bytes {
            match self.byte.take() {
                None => self.byte = Some(*byte),
                Some(first) => self.take((self.unit)([first, *byte]), out),
            }
        }
    }

    fn take(&mut self, unit: u16, out: &mut Vec<u8>) {
        if let Some(high) = self.high.take() {
            if let Some(Ok(letter)) = char::decode_utf16([high, unit]).next() {
                push(letter, out);
                return;
            }
            self.replace(out);
        }
        match char::decode_utf16([unit]).next() {
            Some(Ok(letter)) => push(letter, out),
            _ if (0xD800..0xDC00).contains(&unit) => self.high = Some(unit),
            _ => self.replace(out),
        }
    }

    /// What is left over at the end of the file is no character.
    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        if self.byte.take().is_some() | self.high.take().is_some() {
            self.replace(out);
        }
    }

    fn replace(&mut self, out: &mut Vec<u8>) {
        self.broken = self.broken.saturating_add(1);
        push(char::REPLACEMENT_CHARACTER, out);
    }
}

fn push(letter: char, out: &mut Vec<u8>) {
    out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
}
