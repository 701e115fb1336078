//! Texts of a JSON file, with half surrogate pairs.

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A text, borrowed from the file where it has no escapes.
///
/// `serde_json` refuses half a surrogate pair in a `String`, but hands it out in bytes, which are
/// then UTF-8 but for the three bytes of each half.
pub(super) struct Text<'a> {
    pub text: Cow<'a, str>,
    /// Number of half pairs, each replaced by U+FFFD.
    pub halves: u32,
}

impl Text<'_> {
    fn repaired(bytes: &[u8]) -> Self {
        let mut text = String::with_capacity(bytes.len());
        let mut halves = 0_u32;
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            // A half is ED, then two bytes from 80 to BF: three chunks, told by the first.
            if chunk.invalid() == [0xED] {
                text.push(char::REPLACEMENT_CHARACTER);
                halves = halves.saturating_add(1);
            }
        }
        Text { text: Cow::Owned(text), halves }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Letters)
    }
}

struct Letters;

impl<'a> Visitor<'a> for Letters {
    type Value = Text<'a>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'a [u8]) -> Result<Self::Value, E> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Text { text: Cow::Borrowed(text), halves: 0 }),
            Err(_) => Ok(Text::repaired(bytes)),
        }
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(Text::repaired(bytes))
    }
}
