//! The smallest parts of JSON: numbers, texts and their escapes.

use super::{Broken, Parser};
use crate::error::codes;
use std::borrow::Cow;

impl<'a> Parser<'a, '_> {
    pub(super) fn colon(&mut self) -> Result<(), Broken> {
        self.space();
        if self.peek() != Some(b':') {
            return Err(self.wrong("a colon is needed"));
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Broken> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.wrong("a digit is needed"));
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    pub(super) fn number(&mut self) -> Result<&'a str, Broken> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.peek() == Some(b'0');
        let whole = self.at;
        self.digits()?;
        if zero && self.at != whole + 1 {
            self.at = whole;
            return Err(self.wrong("a number must not begin with 0"));
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Moves to the next quote or backslash.
    fn run(&mut self) -> &'a str {
        let left = self.left();
        let length = left
            .bytes()
            .position(|byte| matches!(byte, b'"' | b'\\'))
            .unwrap_or(left.len());
        self.at += length;
        left.get(..length).unwrap_or_default()
    }

    pub(super) fn skip_text(&mut self) -> Result<(), Broken> {
        self.at += 1;
        loop {
            self.run();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(_) => {
                    self.escape()?;
                }
                None => return Err(self.wrong("")),
            }
        }
    }

    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Broken> {
        self.at += 1;
        let head = self.run();
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(head));
        }
        let mut text = head.to_owned();
        let mut halves = 0_u32;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    break;
                }
                Some(_) => {
                    let letter = self.escape()?;
                    halves += u32::from(letter.is_none());
                    text.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                None => return Err(self.wrong("")),
            }
            text.push_str(self.run());
        }
        if halves > 0 {
            let pointer = self.pointer("");
            let message = format!("{halves} half surrogate pairs, each replaced by U+FFFD");
            self.faults.add(codes::TAK_BAD_TEXT, pointer, message);
        }
        Ok(Cow::Owned(text))
    }

    /// One escape, the backslash being next; `None` is half a surrogate pair.
    fn escape(&mut self) -> Result<Option<char>, Broken> {
        self.at += 1;
        let letter = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(self.wrong("an escape that JSON does not have")),
        };
        self.at += 1;
        Ok(Some(letter))
    }

    fn unicode(&mut self) -> Result<Option<char>, Broken> {
        let high = self.hex()?;
        if !(0xD800..0xDC00).contains(&high) {
            return Ok(char::from_u32(high));
        }
        let mark = self.at;
        if self.left().starts_with("\\u") {
            self.at += 2;
            let low = self.hex()?;
            if (0xDC00..0xE000).contains(&low) {
                let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                return Ok(char::from_u32(code));
            }
            self.at = mark;
        }
        Ok(None)
    }

    fn hex(&mut self) -> Result<u32, Broken> {
        let digits = self.left().get(..4).unwrap_or_default();
        let plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(code) if plain => {
                self.at += 4;
                Ok(code)
            }
            _ => Err(self.wrong("four hexadecimal digits are needed")),
        }
    }
}
