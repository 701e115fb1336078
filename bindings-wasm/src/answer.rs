//! Answers of the core as plain JavaScript objects: what they serialise to, with names in camel case.

use crate::failure::throw;
use entretien::error::{Error, codes};
use js_sys::JSON;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};
use wasm_bindgen::JsValue;

/// Writes the names of fields in camel case: `exhausted_on` is `exhaustedOn`.
#[derive(Default)]
struct CamelCase {
    in_key: bool,
}

impl Formatter for CamelCase {
    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.in_key = true;
        if first { Ok(()) } else { out.write_all(b",") }
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _out: &mut W) -> io::Result<()> {
        self.in_key = false;
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if !self.in_key {
            return out.write_all(fragment.as_bytes());
        }
        let mut words = fragment.split('_');
        out.write_all(words.next().unwrap_or_default().as_bytes())?;
        for word in words {
            let mut letters = word.chars();
            if let Some(first) = letters.next() {
                write!(out, "{}{}", first.to_ascii_uppercase(), letters.as_str())?;
            }
        }
        Ok(())
    }
}

/// The JSON of an answer, names in camel case.
fn text(answer: &impl Serialize) -> Option<String> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, CamelCase::default());
    answer.serialize(&mut serializer).ok()?;
    String::from_utf8(bytes).ok()
}

/// The object of an answer.
pub(crate) fn answer(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    let unwritten =
        || throw(&Error::new(codes::DOC_WRONG_TYPE, "", "the answer cannot be written"));
    JSON::parse(&text(answer).ok_or_else(unwritten)?)
}

/// The object of what the core answers, or its refusal thrown.
pub(crate) fn answered(result: Result<impl Serialize, Error>) -> Result<JsValue, JsValue> {
    answer(&result.map_err(|error| throw(&error))?)
}

#[cfg(test)]
mod tests {
    use super::text;
    use serde::Serialize;

    #[derive(Serialize)]
    struct Row {
        exhausted_on: Option<&'static str>,
        target: &'static str,
        rows: Vec<(u8, bool)>,
    }

    #[test]
    fn names_are_in_camel_case_and_values_are_not() {
        let row = Row { exhausted_on: None, target: "open_time", rows: vec![(1, true)] };
        let expected = r#"{"exhaustedOn":null,"target":"open_time","rows":[[1,true]]}"#;
        assert_eq!(text(&row).as_deref(), Some(expected));
    }
}
