//! Recurrence sets and their queries.

use crate::argument;
use crate::failure::conversion;
use crate::moment::{self, iso, iso_start};
use crate::out;
use crate::rule::Rule;
use entretien::error::{Error, codes};
use entretien::recurrence::{self as core, Recurrence, Unmatched, Window};
use entretien::text::Lang;
use js_sys::{Float64Array, Int32Array};
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Something that is not refused but that the caller should know.
#[derive(Debug, Clone, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What it is about: a DTSTART that no rule produces, or times ignored with a date.
    #[tsify(type = "\"start_unmatched\" | \"times_ignored\"")]
    pub kind: &'static str,
    /// In the language asked for.
    pub message: String,
}

/// Warnings, DTSTART first.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct WarningList(pub Vec<Warning>);

/// DTSTART, RRULE, RDATE and EXDATE under the policies that decide the rest, ready for queries that
/// seek: the year 2126 costs what 2027 costs.
///
/// Times go in as `2026-03-29`, `2026-03-29T02:30:00` (on the clock of DTSTART) or, where DTSTART is in
/// UTC or in a zone, with `Z`, `+01:00` or `[Europe/Paris]` behind; they come out the same way. Values in
/// arrays are UTC epoch seconds where DTSTART is in UTC or in a zone, else wall seconds.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct RuleSet {
    inner: core::RuleSet,
    compiled: Recurrence,
}

impl RuleSet {
    pub(crate) fn compiled(inner: core::RuleSet) -> Result<RuleSet, Error> {
        let compiled = inner.compile()?;
        Ok(RuleSet { inner, compiled })
    }

    fn read(text: &JsValue, policies: &JsValue) -> Result<RuleSet, Error> {
        let policies = argument::policies(policies)?;
        let text = argument::text("text", text)?;
        RuleSet::compiled(core::RuleSet::parse(&text)?.with_policies(policies))
    }

    fn window(&self, from: &JsValue, to: &JsValue) -> Result<Window, Error> {
        moment::window(from, to, self.inner.start(), self.inner.policies())
    }

    fn value(&self, name: &str, value: &JsValue) -> Result<(i64, i64), Error> {
        moment::value(name, value, self.inner.start(), self.inner.policies())
    }

    fn shown(&self, value: Result<Option<i64>, Error>) -> Result<Option<String>, JsValue> {
        Ok(out(value)?.and_then(|value| iso(&self.compiled, value)))
    }

    fn seconds(&self, from: &JsValue, to: &JsValue) -> Result<Vec<i64>, Error> {
        self.compiled.expand(self.window(from, to)?)
    }

    fn day_numbers(&self, from: &JsValue, to: &JsValue) -> Result<Vec<i32>, Error> {
        match argument::period(from, to)? {
            Some(period) => self.compiled.days(period),
            None => Ok(Vec::new()),
        }
    }

    fn has(&self, moment: &JsValue) -> Result<bool, Error> {
        let (floor, ceiling) = self.value("moment", moment)?;
        Ok(floor == ceiling && self.compiled.contains(floor)?)
    }
}

#[wasm_bindgen]
impl RuleSet {
    /// Reads DTSTART, RRULE, RDATE and EXDATE lines, in any order, folded or not.
    pub fn parse(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Policies")] policies: &JsValue,
    ) -> Result<RuleSet, JsValue> {
        out(RuleSet::read(text, policies))
    }

    /// The canonical text: equal sets have equal texts.
    #[wasm_bindgen(js_name = toString)]
    pub fn text(&self) -> String {
        self.inner.to_string()
    }

    /// DTSTART.
    #[wasm_bindgen(getter)]
    pub fn start(&self) -> String {
        iso_start(self.inner.start())
    }

    /// The rules, as given.
    #[wasm_bindgen(getter)]
    pub fn rules(&self) -> Vec<Rule> {
        self.inner.rules().iter().map(|rule| Rule { inner: rule.clone() }).collect()
    }

    /// The set in words, in `lang` (`en` when left out).
    pub fn describe(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.inner.describe(out(argument::lang(lang))?))
    }

    /// What the caller should know, in `lang` (`en` when left out).
    pub fn warnings(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<Ts<WarningList>, JsValue> {
        let lang = out(argument::lang(lang))?;
        let list = out(self.compiled.warnings())?;
        let list = list.into_iter().map(|warning| worded(warning, lang)).collect();
        WarningList(list).into_ts().map_err(conversion)
    }

    /// The first instance.
    pub fn first(&self) -> Result<Option<String>, JsValue> {
        self.shown(self.compiled.first())
    }

    /// The last instance; `undefined` when there is none, or no end ({@link RuleSet.isEndless}).
    pub fn last(&self) -> Result<Option<String>, JsValue> {
        self.shown(self.compiled.last())
    }

    /// Whether instances go on to the end of the calendar, 9999.
    #[wasm_bindgen(js_name = isEndless)]
    pub fn is_endless(&self) -> Result<bool, JsValue> {
        out(self.compiled.is_endless())
    }

    /// The first instance after `moment`.
    #[wasm_bindgen(js_name = nextAfter)]
    pub fn next_after(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] moment: &JsValue,
    ) -> Result<Option<String>, JsValue> {
        let (floor, _) = out(self.value("moment", moment))?;
        self.shown(self.compiled.next_after(floor))
    }

    /// The last instance before `moment`.
    #[wasm_bindgen(js_name = previousBefore)]
    pub fn previous_before(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] moment: &JsValue,
    ) -> Result<Option<String>, JsValue> {
        let (_, ceiling) = out(self.value("moment", moment))?;
        self.shown(self.compiled.previous_before(ceiling))
    }

    /// Whether `moment` is an instance.
    pub fn contains(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] moment: &JsValue,
    ) -> Result<bool, JsValue> {
        out(self.has(moment))
    }

    /// Number of instances from `from` to before `to`; everything where they are left out.
    #[wasm_bindgen(js_name = countBetween)]
    pub fn count_between(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<f64, JsValue> {
        let window = out(self.window(from, to))?;
        #[expect(clippy::cast_precision_loss, reason = "at most the seconds of the calendar, 2³⁸")]
        out(self.compiled.count_between(window)).map(|count| count as f64)
    }

    /// The instances from `from` to before `to` in seconds, ascending; everything where they are left
    /// out. At most 10,000,000.
    pub fn expand(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<Float64Array, JsValue> {
        let mut floats = Vec::new();
        append(&out(self.seconds(from, to))?, &mut floats);
        Ok(Float64Array::new_from_slice(&floats))
    }

    /// The civil day of each instance from the date `from` to before the date `to`, as days since
    /// 1970-01-01; everything but 9999-12-31 where they are left out. At most 10,000,000.
    #[wasm_bindgen(js_name = expandDays)]
    pub fn expand_days(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<Int32Array, JsValue> {
        Ok(Int32Array::new_from_slice(&out(self.day_numbers(from, to))?))
    }

    /// A value of {@link RuleSet.expand} as text.
    #[wasm_bindgen(js_name = toIso)]
    pub fn to_iso(&self, seconds: f64) -> Result<String, JsValue> {
        out(self.written(seconds))
    }
}

impl RuleSet {
    fn written(&self, seconds: f64) -> Result<String, Error> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "checked: an integer, out of range is None"
        )]
        let value = (seconds.fract() == 0.0).then_some(seconds as i64);
        let text = value.and_then(|value| iso(&self.compiled, value));
        text.ok_or_else(|| {
            let why = "not a number of seconds within the calendar";
            Error::new(codes::REC_BAD_VALUE, "seconds", why)
        })
    }
}

fn worded(warning: core::Warning, lang: Lang) -> Warning {
    match warning {
        core::Warning::StartUnmatched(policy) => {
            let message = match policy {
                Unmatched::Omit => lang.pick(
                    "DTSTART matches no rule and is left out",
                    "DTSTART ne suit aucune règle et est omis",
                ),
                Unmatched::Count => lang.pick(
                    "DTSTART matches no rule and counts as the first instance",
                    "DTSTART ne suit aucune règle et compte comme première occurrence",
                ),
            };
            Warning { kind: "start_unmatched", message: message.to_owned() }
        }
        core::Warning::TimesIgnored => {
            let message = lang.pick(
                "BYHOUR, BYMINUTE and BYSECOND are ignored, since DTSTART is a date",
                "BYHOUR, BYMINUTE et BYSECOND sont ignorés, car DTSTART est une date",
            );
            Warning { kind: "times_ignored", message: message.to_owned() }
        }
    }
}

/// Appends seconds as the numbers of JavaScript.
#[expect(clippy::cast_precision_loss, reason = "the calendar ends near 2³⁸ seconds")]
pub(crate) fn append(values: &[i64], floats: &mut Vec<f64>) {
    floats.extend(values.iter().map(|value| *value as f64));
}
