//! Arguments from JavaScript, judged before they reach the core: every fault of a call is reported.

use entretien::error::{Error, Faults, codes};
use entretien::text::Lang;
use entretien::time::Day;
use js_sys::{Number, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// Largest integer that an option takes.
const INTEGER_MAX: f64 = 2_147_483_647.0;

/// The fields of an options object, and the faults found so far.
pub(crate) struct Options<'a> {
    object: &'a JsValue,
    faults: Faults,
}

impl<'a> Options<'a> {
    /// Opens `object`, of which only the fields `known` exist; `undefined` has no field.
    pub(crate) fn of(object: &'a JsValue, known: &[&str]) -> Options<'a> {
        let mut faults = Faults::new();
        if object.is_object() {
            let fields: &Object = object.unchecked_ref();
            for name in Object::keys(fields).iter() {
                let name = name.as_string().unwrap_or_default();
                if !known.contains(&name.as_str()) {
                    let message =
                        format!("unknown field `{name}`; known are `{}`", known.join("`, `"));
                    faults.add(codes::DOC_UNKNOWN_FIELD, format!("/{name}"), message);
                }
            }
        } else if !is_absent(object) {
            wrong_type("", "an object", object, &mut faults);
        }
        Options { object, faults }
    }

    fn field(&self, name: &str) -> Option<JsValue> {
        if !self.object.is_object() {
            return None;
        }
        let value = Reflect::get(self.object, &JsValue::from_str(name)).ok()?;
        (!is_absent(&value)).then_some(value)
    }

    /// A day that must be given.
    pub(crate) fn day(&mut self, name: &str) -> Option<Day> {
        if let Some(value) = self.field(name) {
            return day_at(&format!("/{name}"), &value, &mut self.faults);
        }
        let message = format!("`{name}` is missing");
        self.faults.add(codes::DOC_MISSING_FIELD, format!("/{name}"), message);
        None
    }

    /// A language; English when it is not given.
    pub(crate) fn lang(&mut self) -> Lang {
        let value = self.field("lang").unwrap_or(JsValue::UNDEFINED);
        lang_at("/lang", &value, &mut self.faults)
    }

    /// A text that may be missing.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        let value = self.field(name)?;
        let text = value.as_string();
        if text.is_none() {
            wrong_type(&format!("/{name}"), "a text", &value, &mut self.faults);
        }
        text
    }

    /// A positive integer that may be missing.
    pub(crate) fn count(&mut self, name: &str) -> Option<usize> {
        let value = self.field(name)?;
        match value.as_f64() {
            Some(number) if number.fract() == 0.0 && (1.0..=INTEGER_MAX).contains(&number) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "an integer from 1 to 2^31-1"
                )]
                return Some(number as usize);
            }
            Some(number) => {
                // Written by JavaScript: the module carries no float formatting for this.
                let number =
                    String::from(Number::from(number).to_string_with_radix(10).unwrap_or_default());
                let message = format!("`{number}` is not an integer within 1 and {}", i32::MAX);
                self.faults.add(codes::DOC_OUT_OF_RANGE, format!("/{name}"), message);
            }
            None => wrong_type(&format!("/{name}"), "an integer", &value, &mut self.faults),
        }
        None
    }

    /// Refuses the call when anything was wrong.
    pub(crate) fn check(self) -> Result<(), Error> {
        Error::check(self.faults.into_vec())
    }
}

/// A day given as `YYYY-MM-DD`.
pub(crate) fn day(name: &str, value: &JsValue) -> Result<Day, Error> {
    let mut faults = Faults::new();
    let day = day_at(name, value, &mut faults);
    Error::check(faults.into_vec())?;
    day.ok_or_else(|| Error::new(codes::DOC_BAD_DATE, name, "not a date"))
}

/// A language given as `en` or `fr`; English when it is not given.
pub(crate) fn lang(value: &JsValue) -> Result<Lang, Error> {
    let mut faults = Faults::new();
    let lang = lang_at("", value, &mut faults);
    Error::check(faults.into_vec())?;
    Ok(lang)
}

/// A text that must be given.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, Error> {
    value.as_string().ok_or_else(|| mismatch(name, "a text", value))
}

/// Bytes that must be given.
pub(crate) fn bytes(name: &str, value: &JsValue) -> Result<Vec<u8>, Error> {
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .ok_or_else(|| mismatch(name, "a Uint8Array", value))
}

/// A document given as text or as bytes.
pub(crate) fn document(value: &JsValue) -> Result<Vec<u8>, Error> {
    if let Some(text) = value.as_string() {
        return Ok(text.into_bytes());
    }
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .ok_or_else(|| mismatch("", "a text or a Uint8Array", value))
}

/// Whether JavaScript left it out.
pub(crate) fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// The refusal of a value that is not `expected`.
pub(crate) fn mismatch(pointer: &str, expected: &str, value: &JsValue) -> Error {
    let found = value.js_typeof().as_string().unwrap_or_default();
    Error::new(codes::DOC_WRONG_TYPE, pointer, format!("expected {expected}, found {found}"))
}

fn wrong_type(pointer: &str, expected: &str, value: &JsValue, faults: &mut Faults) {
    for fault in mismatch(pointer, expected, value).faults() {
        faults.push(fault.clone());
    }
}

fn day_at(pointer: &str, value: &JsValue, faults: &mut Faults) -> Option<Day> {
    let Some(text) = value.as_string() else {
        wrong_type(pointer, "a date as text", value, faults);
        return None;
    };
    let day = Day::parse(&text);
    if day.is_none() {
        let short: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
        faults.add(codes::DOC_BAD_DATE, pointer, format!("`{short}` is not a date"));
    }
    day
}

fn lang_at(pointer: &str, value: &JsValue, faults: &mut Faults) -> Lang {
    if is_absent(value) {
        return Lang::En;
    }
    let Some(text) = value.as_string() else {
        wrong_type(pointer, "a text", value, faults);
        return Lang::En;
    };
    Lang::parse(&text).unwrap_or_else(|| {
        let short: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
        faults.add(codes::DOC_BAD_CHOICE, pointer, format!("`{short}` is not one of `en`, `fr`"));
        Lang::En
    })
}

/// A row number; `None` when it is not one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an integer from 0 to 2^31-1"
)]
pub(crate) fn index(number: f64) -> Option<usize> {
    (number.fract() == 0.0 && (0.0..=INTEGER_MAX).contains(&number)).then_some(number as usize)
}
