//! Fields of the objects that calls take, read one by one.

use crate::argument::{self, Options};
use crate::given::{choice, number, numbers};
use crate::out;
use entretien::error::{Error, codes};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object of which only the fields named exist; one that was left out has none.
#[derive(Debug)]
pub struct Fields<'a> {
    object: &'a JsValue,
    pointer: &'a str,
}

impl<'a> Fields<'a> {
    /// The object that stands at `pointer`.
    pub fn of(
        pointer: &'a str,
        object: &'a JsValue,
        known: &[&str],
    ) -> Result<Fields<'a>, JsValue> {
        out(Options::of(object, known).check().map_err(|error| error.within(pointer)))?;
        Ok(Fields { object, pointer })
    }

    /// The same, where it must be given.
    pub fn needed_at(
        pointer: &'a str,
        object: &'a JsValue,
        known: &[&str],
    ) -> Result<Fields<'a>, JsValue> {
        if argument::is_absent(object) {
            return out(Err(argument::mismatch(pointer, "an object", object)));
        }
        Fields::of(pointer, object, known)
    }

    /// Where a field stands.
    pub fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.pointer)
    }

    /// A field as it stands; `undefined` where it is not there.
    pub fn value(&self, name: &str) -> JsValue {
        if !self.object.is_object() {
            return JsValue::UNDEFINED;
        }
        Reflect::get(self.object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
    }

    /// A field that must be there.
    pub fn needed(&self, name: &str) -> Result<JsValue, JsValue> {
        let value = self.value(name);
        if argument::is_absent(&value) {
            let message = format!("`{name}` is missing");
            return out(Err(Error::new(codes::DOC_MISSING_FIELD, self.at(name), message)));
        }
        Ok(value)
    }

    /// A number that must be there.
    pub fn number(&self, name: &str) -> Result<f64, JsValue> {
        number(&self.at(name), &self.needed(name)?)
    }

    /// A number; `usual` where it is not there.
    pub fn number_or(&self, name: &str, usual: f64) -> Result<f64, JsValue> {
        let value = self.value(name);
        if argument::is_absent(&value) { Ok(usual) } else { number(&self.at(name), &value) }
    }

    /// Numbers that must be there.
    pub fn numbers(&self, name: &str) -> Result<Vec<f64>, JsValue> {
        numbers(&self.at(name), &self.needed(name)?)
    }

    /// A whole number that no language rounds.
    pub fn count(&self, name: &str) -> Result<u64, JsValue> {
        whole(&self.at(name), &self.needed(name)?)
    }

    /// One of a closed list, by its code; `usual` where it is not there.
    pub fn choice_or<T>(
        &self,
        name: &str,
        parse: fn(&str) -> Option<T>,
        usual: T,
    ) -> Result<T, JsValue> {
        choice(&self.at(name), &self.value(name), parse, Some(usual))
    }
}

/// A whole number from 0 to 2⁵³ − 1.
pub fn whole(name: &str, value: &JsValue) -> Result<u64, JsValue> {
    const MOST: f64 = 9_007_199_254_740_991.0;
    let given = number(name, value)?;
    if given.fract() == 0.0 && (0.0..=MOST).contains(&given) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number within its range"
        )]
        return Ok(given as u64);
    }
    let message = "not a whole number from 0 to 2⁵³ − 1";
    out(Err(Error::new(codes::DOC_OUT_OF_RANGE, name, message)))
}

/// A list; empty when it was left out.
pub fn list(name: &str, value: &JsValue) -> Result<Array, JsValue> {
    if argument::is_absent(value) {
        return Ok(Array::new());
    }
    match value.dyn_ref::<Array>() {
        Some(list) => Ok(list.clone()),
        None => out(Err(argument::mismatch(name, "an array", value))),
    }
}

/// A confidence; `usual` when it was left out. Whether it can be one is for the core to say.
pub fn confidence(value: &JsValue, usual: f64) -> Result<f64, JsValue> {
    if argument::is_absent(value) { Ok(usual) } else { number("confidence", value) }
}
