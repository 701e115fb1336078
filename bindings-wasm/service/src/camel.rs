//! Answers of the core as JavaScript values: objects with camel-case keys.

use js_sys::JSON;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use std::io::{Result, Write};
use wasm_bindgen::JsValue;

/// The JavaScript value of an answer.
pub(crate) fn value(answer: &impl Serialize) -> std::result::Result<JsValue, JsValue> {
    JSON::parse(&text(answer))
}

/// JSON with camel-case keys; empty for what JSON cannot say, which no answer is.
fn text(answer: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, CamelKeys { in_key: false });
    let written = answer.serialize(&mut serializer).is_ok();
    String::from_utf8(bytes).ok().filter(|_| written).unwrap_or_default()
}

/// Writes `next_open` as `nextOpen` where it is a key.
struct CamelKeys {
    in_key: bool,
}

impl Formatter for CamelKeys {
    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.in_key = true;
        CompactFormatter.begin_object_key(writer, first)
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _writer: &mut W) -> Result<()> {
        self.in_key = false;
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, text: &str) -> Result<()> {
        if !self.in_key {
            return writer.write_all(text.as_bytes());
        }
        let mut upper = false;
        for byte in text.bytes() {
            if byte == b'_' {
                upper = true;
            } else {
                writer.write_all(&[if upper { byte.to_ascii_uppercase() } else { byte }])?;
                upper = false;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use serde_json::json;

    #[test]
    fn keys_are_camel_case_and_values_stay() {
        let answer = json!({"next_open": {"a_b_c": "d_e"}, "list": [{"é_x": null}]});
        assert_eq!(text(&answer), r#"{"list":[{"éX":null}],"nextOpen":{"aBC":"d_e"}}"#);
    }
}
