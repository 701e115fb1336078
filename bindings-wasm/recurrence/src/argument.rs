//! Arguments from JavaScript, judged before they reach the core: every fault of a call is reported.

use entretien::error::{Error, Faults, codes};
use entretien::recurrence::{Gap, Horizon, Overlap, Policies, Unmatched};
use entretien::text::Lang;
use entretien::time::{Day, Period};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// Longest value repeated in a message, in characters.
const SHOWN_MAX: usize = 60;

/// The fields of an options object, and the faults found so far.
pub(crate) struct Fields<'a> {
    object: &'a JsValue,
    pub(crate) faults: Faults,
}

impl<'a> Fields<'a> {
    /// Opens `object`, of which only the fields `known` exist; `undefined` has no field.
    pub(crate) fn of(object: &'a JsValue, known: &[&str]) -> Fields<'a> {
        let mut fields = Fields { object, faults: Faults::new() };
        if object.is_object() {
            for name in Object::keys(&Object::from(object.clone())).iter() {
                let name = name.as_string().unwrap_or_default();
                if !known.contains(&name.as_str()) {
                    let message =
                        format!("unknown field `{name}`; known are `{}`", known.join("`, `"));
                    fields.faults.add(codes::DOC_UNKNOWN_FIELD, format!("/{name}"), message);
                }
            }
        } else if !is_absent(object) {
            fields.wrong_type("", "an object", object);
        }
        fields
    }

    pub(crate) fn get(&self, name: &str) -> Option<JsValue> {
        if !self.object.is_object() {
            return None;
        }
        let value = Reflect::get(self.object, &JsValue::from_str(name)).ok()?;
        (!is_absent(&value)).then_some(value)
    }

    fn wrong_type(&mut self, pointer: &str, expected: &str, value: &JsValue) {
        for fault in mismatch(pointer, expected, value).faults() {
            self.faults.push(fault.clone());
        }
    }

    /// A value of a closed list; `default` when it is not given.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
        default: T,
    ) -> T {
        let Some(value) = self.get(name) else { return default };
        choose(&format!("/{name}"), &value, parse, &mut self.faults).unwrap_or(default)
    }

    /// An integer within `least..=most`; `default` when it is not given, a fault when there is none.
    pub(crate) fn integer(
        &mut self,
        name: &str,
        (least, most): (i32, i32),
        default: Option<i32>,
    ) -> i32 {
        let pointer = format!("/{name}");
        let Some(value) = self.get(name) else {
            if default.is_none() {
                let message = format!("`{name}` is missing");
                self.faults.add(codes::DOC_MISSING_FIELD, pointer, message);
            }
            return default.unwrap_or(least);
        };
        match value.as_f64().map(|number| integer(number, least, most)) {
            Some(Some(number)) => return number,
            Some(None) => {
                let message = format!("not an integer within {least} and {most}");
                self.faults.add(codes::DOC_OUT_OF_RANGE, pointer, message);
            }
            None => self.wrong_type(&pointer, "an integer", &value),
        }
        least
    }

    /// Refuses the call when anything was wrong.
    pub(crate) fn check(self) -> Result<(), Error> {
        Error::check(self.faults.into_vec())
    }
}

/// A value of a closed list, or a fault.
pub(crate) fn choose<T>(
    pointer: &str,
    value: &JsValue,
    parse: impl Fn(&str) -> Option<T>,
    faults: &mut Faults,
) -> Option<T> {
    let Some(text) = value.as_string() else {
        for fault in mismatch(pointer, "a text", value).faults() {
            faults.push(fault.clone());
        }
        return None;
    };
    let found = parse(&text);
    if found.is_none() {
        faults.add(codes::DOC_BAD_CHOICE, pointer, format!("`{}` is not known", short(&text)));
    }
    found
}

/// The number as an integer within the bounds, when it is one.
#[expect(clippy::cast_possible_truncation, reason = "an integer within the bounds of i32")]
pub(crate) fn integer(number: f64, least: i32, most: i32) -> Option<i32> {
    let fits = number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&number);
    fits.then_some(number as i32)
}

/// The policies; the default ones where they are not given.
pub(crate) fn policies(value: &JsValue) -> Result<Policies, Error> {
    let mut fields = Fields::of(value, &["gap", "overlap", "horizon", "unmatched"]);
    let default = Policies::default();
    let policies = Policies {
        gap: fields.choice("gap", Gap::parse, default.gap),
        overlap: fields.choice("overlap", Overlap::parse, default.overlap),
        horizon: fields.choice("horizon", Horizon::parse, default.horizon),
        unmatched: fields.choice("unmatched", Unmatched::parse, default.unmatched),
    };
    fields.check()?;
    Ok(policies)
}

/// A language given as `en` or `fr`; English when it is not given.
pub(crate) fn lang(value: &JsValue) -> Result<Lang, Error> {
    if is_absent(value) {
        return Ok(Lang::En);
    }
    let mut faults = Faults::new();
    let lang = choose("lang", value, Lang::parse, &mut faults);
    Error::check(faults.into_vec())?;
    Ok(lang.unwrap_or(Lang::En))
}

/// A text that must be given.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, Error> {
    value.as_string().ok_or_else(|| mismatch(name, "a text", value))
}

/// A day given as `YYYY-MM-DD`.
pub(crate) fn day(pointer: &str, value: &JsValue) -> Result<Day, Error> {
    let Some(text) = value.as_string() else {
        return Err(mismatch(pointer, "a date as text", value));
    };
    let bad =
        || Error::new(codes::DOC_BAD_DATE, pointer, format!("`{}` is not a date", short(&text)));
    Day::parse(&text).ok_or_else(bad)
}

/// Days from `from` to before `to`, all of the calendar when they are left out; `None` for no day.
pub(crate) fn period(from: &JsValue, to: &JsValue) -> Result<Option<Period>, Error> {
    let bound = |name: &str, value: &JsValue, open: Day| {
        if is_absent(value) { Ok(open) } else { day(name, value) }
    };
    let (start, end) = (bound("from", from, Day::MIN)?, bound("to", to, Day::MAX)?);
    if end < start {
        return Err(reversed());
    }
    Ok(Period::new(start, end))
}

/// A pair `[first, second]`.
pub(crate) fn pair(pointer: &str, value: &JsValue) -> Result<(JsValue, JsValue), Error> {
    if Array::is_array(value) {
        let array = Array::from(value);
        if array.length() == 2 {
            return Ok((array.get(0), array.get(1)));
        }
    }
    Err(mismatch(pointer, "an array of two", value))
}

/// The refusal of a window whose end comes first.
pub(crate) fn reversed() -> Error {
    Error::new(codes::REC_BAD_VALUE, "to", "`to` is before `from`")
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

/// The beginning of a text, to be shown.
pub(crate) fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(SHOWN_MAX).collect()
}
