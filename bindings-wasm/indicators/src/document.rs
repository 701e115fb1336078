//! Documents of our own, given as text, as bytes or as an object with names in camel case.

use crate::argument;
use entretien::document::FORMAT_VERSION;
use entretien::error::{Error, Fault};
use js_sys::{JSON, Uint8Array};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};

/// A document and whether it was an object: then faults name its fields in camel case too.
#[derive(Debug)]
pub struct Given {
    bytes: Vec<u8>,
    is_object: bool,
}

impl Given {
    /// The document behind a value; of an object `format` and version are known.
    pub fn of(name: &str, value: &JsValue, format: &str) -> Result<Given, Error> {
        if value.is_string() || value.is_instance_of::<Uint8Array>() || !value.is_object() {
            let bytes = argument::document(value).map_err(|error| error.within(name))?;
            return Ok(Given { bytes, is_object: false });
        }
        let unwritten = || argument::mismatch(name, "an object that can be written as JSON", value);
        let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
        let text = text.ok_or_else(unwritten)?;
        let parsed: Value = serde_json::from_str(&text).map_err(|_| unwritten())?;
        let Value::Object(fields) = renamed(parsed) else { return Err(unwritten()) };
        let mut document = Map::new();
        document.insert("format".to_owned(), Value::from(format));
        document.insert("format_version".to_owned(), Value::from(FORMAT_VERSION));
        document.extend(fields);
        let bytes = serde_json::to_vec(&document).map_err(|_| unwritten())?;
        Ok(Given { bytes, is_object: true })
    }

    /// What `read` makes of it.
    pub fn read<T>(&self, read: impl FnOnce(&[u8]) -> Result<T, Error>) -> Result<T, Error> {
        read(&self.bytes)
            .map_err(|error| if self.is_object { in_camel_case(&error) } else { error })
    }
}

/// The same value, names of fields as documents write them: `timeZone` is `time_zone`.
fn renamed(value: Value) -> Value {
    match value {
        Value::Array(list) => Value::Array(list.into_iter().map(renamed).collect()),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (snake(&name), renamed(value)));
            Value::Object(fields.collect())
        }
        plain => plain,
    }
}

fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

fn camel(pointer: &str) -> String {
    let mut words = pointer.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

fn in_camel_case(error: &Error) -> Error {
    let faults: Vec<Fault> = error
        .faults()
        .map(|fault| Fault { pointer: camel(&fault.pointer), ..fault.clone() })
        .collect();
    match Error::check(faults) {
        Err(renamed) => renamed,
        // A refusal has at least one fault.
        Ok(()) => error.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{camel, renamed, snake};
    use serde_json::json;

    #[test]
    fn names_go_both_ways() {
        assert_eq!(snake("failureCategories"), "failure_categories");
        assert_eq!(camel("/failure_categories/0"), "/failureCategories/0");
        let given = json!({"timeZone": "Europe/Paris", "columns": [{"name": "Ouvert le", "field": "opened"}]});
        let expected = json!({"time_zone": "Europe/Paris", "columns": [{"name": "Ouvert le", "field": "opened"}]});
        assert_eq!(renamed(given), expected);
    }
}
