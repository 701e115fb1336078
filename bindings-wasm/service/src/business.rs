//! Business time: open seconds of a calendar, as they pass.

use crate::answer::answer;
use crate::calendar::WorkCalendar;
use crate::{argument, instant, integer, out};
use entretien::calendar::{self as core, Pauses, Unreachable};
use entretien::contract::level::LocalInstant;
use entretien::error::{Error, codes};
use js_sys::{Array, Float64Array};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Largest whole number that JavaScript holds.
const EXACT_MAX: f64 = 9_007_199_254_740_991.0;

/// Where business time leads: an instant, or the reason why there is none.
#[derive(Serialize)]
struct Reached {
    at: Option<LocalInstant>,
    reason: Option<&'static str>,
}

/// A calendar compiled to count by.
#[wasm_bindgen]
#[derive(Debug)]
pub struct BusinessTime {
    inner: core::BusinessTime,
}

#[wasm_bindgen]
impl BusinessTime {
    /// Compiles a calendar.
    #[wasm_bindgen(constructor)]
    pub fn new(calendar: &WorkCalendar) -> BusinessTime {
        BusinessTime { inner: core::BusinessTime::compile(&calendar.inner) }
    }

    fn reached(&self, result: Result<i64, Unreachable>) -> Result<JsValue, JsValue> {
        answer(&match result {
            Ok(at) => Reached { at: Some(LocalInstant::new(at, self.inner.zone())), reason: None },
            Err(reason) => Reached { at: None, reason: Some(reason.code()) },
        })
    }

    /// Open seconds from one instant to a later one; `pauses` do not count.
    pub fn between(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] to: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "readonly (readonly [string, string])[]")]
        pauses: &JsValue,
    ) -> Result<f64, JsValue> {
        let (from, to) = (instant("from", from)?, instant("to", to)?);
        let seconds = match self::pauses(pauses)? {
            Some(pauses) => self.inner.between_with_pauses(from, to, &pauses),
            None => self.inner.between(from, to),
        };
        Ok(exact(out(seconds)?))
    }

    /// Open seconds of every pair of UTC epoch seconds.
    #[wasm_bindgen(js_name = betweenMany)]
    pub fn between_many(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float64Array")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float64Array")] to: &JsValue,
    ) -> Result<Float64Array, JsValue> {
        let (from, to) = (column("from", from)?, column("to", to)?);
        let mut seconds = vec![0; from.len()];
        out(self.inner.between_many(&from, &to, &mut seconds))?;
        Ok(float_column(&seconds))
    }

    /// The instant at which so many open seconds have passed; `pauses` do not count.
    #[wasm_bindgen(unchecked_return_type = "Reached")]
    pub fn add(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seconds: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "readonly (readonly [string, string])[]")]
        pauses: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (at, seconds) = (instant("at", at)?, whole("seconds", seconds)?);
        self.reached(match self::pauses(pauses)? {
            Some(pauses) => self.inner.add_with_pauses(at, seconds, &pauses),
            None => self.inner.add(at, seconds),
        })
    }

    /// The instant of every pair of UTC epoch seconds and open seconds. Throws where there is none.
    #[wasm_bindgen(js_name = addMany)]
    pub fn add_many(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float64Array")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float64Array")] seconds: &JsValue,
    ) -> Result<Float64Array, JsValue> {
        let (at, seconds) = (column("at", at)?, column("seconds", seconds)?);
        let mut reached = vec![0; at.len()];
        out(self.inner.add_many(&at, &seconds, &mut reached))?;
        Ok(float_column(&reached))
    }

    /// The instant from which so many open seconds lead to `at`.
    #[wasm_bindgen(unchecked_return_type = "Reached")]
    pub fn subtract(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seconds: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (at, seconds) = (instant("at", at)?, whole("seconds", seconds)?);
        self.reached(self.inner.subtract(at, seconds))
    }

    /// Whether an instant is open.
    #[wasm_bindgen(js_name = isOpen)]
    pub fn is_open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
    ) -> Result<bool, JsValue> {
        Ok(self.inner.is_open(instant("at", at)?))
    }

    /// The next open instant: `at` itself when it is open.
    #[wasm_bindgen(js_name = nextOpen, unchecked_return_type = "Reached")]
    pub fn next_open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
    ) -> Result<JsValue, JsValue> {
        self.reached(self.inner.next_open(instant("at", at)?))
    }

    /// The last closing at or before an instant.
    #[wasm_bindgen(js_name = previousClose, unchecked_return_type = "Reached")]
    pub fn previous_close(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
    ) -> Result<JsValue, JsValue> {
        self.reached(self.inner.previous_close(instant("at", at)?))
    }

    /// The open stretches from one instant to a later one, cut to them.
    #[wasm_bindgen(unchecked_return_type = "[string, string][]")]
    pub fn spans(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] to: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let spans = out(self.inner.spans(instant("from", from)?, instant("to", to)?))?;
        let local = |at: i64| LocalInstant::new(at, self.inner.zone());
        answer(&spans.into_iter().map(|(from, to)| (local(from), local(to))).collect::<Vec<_>>())
    }

    /// The same time of day so many working days later, no later than closing time.
    #[wasm_bindgen(js_name = workingDaysAfter, unchecked_return_type = "Reached")]
    pub fn working_days_after(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (at, count) = (instant("at", at)?, integer("count", count)?);
        self.reached(self.inner.working_days_after(at, count))
    }

    /// The closing of the working day, or of the one so many working days later.
    #[wasm_bindgen(js_name = endOfWorkingDay, unchecked_return_type = "Reached")]
    pub fn end_of_working_day(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (at, count) = (instant("at", at)?, integer("count", count)?);
        self.reached(self.inner.end_of_working_day(at, count))
    }

    /// The same day of the month and time of day so many calendar months later.
    #[wasm_bindgen(js_name = monthsAfter, unchecked_return_type = "Reached")]
    pub fn months_after(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] at: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (at, count) = (instant("at", at)?, integer("count", count)?);
        self.reached(self.inner.months_after(at, count))
    }

    /// The working day so many working days after a day (before it, when negative).
    #[wasm_bindgen(js_name = addWorkingDays)]
    pub fn add_working_days(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<String, JsValue> {
        let (day, count) = (out(argument::day("day", day))?, integer("count", count)?);
        let found = self.inner.add_working_days(day, count).map_err(Error::from);
        out(found).map(|day| day.to_string())
    }

    /// Number of working days from one day to before another; negative when they are reversed.
    #[wasm_bindgen(js_name = workingDaysBetween)]
    pub fn working_days_between(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] to: &JsValue,
    ) -> Result<f64, JsValue> {
        let (from, to) = (out(argument::day("from", from))?, out(argument::day("to", to))?);
        Ok(exact(self.inner.working_days_between(from, to)))
    }

    /// The n-th working day of a month (from the end when negative); `undefined` when it has fewer.
    #[wasm_bindgen(js_name = nthWorkingDayOfMonth)]
    pub fn nth_working_day_of_month(&self, year: i32, month: u32, n: i32) -> Option<String> {
        self.inner.nth_working_day_of_month(year, month, n).map(|day| day.to_string())
    }
}

#[expect(clippy::cast_precision_loss, reason = "the calendar ends near 2³⁸ seconds")]
fn exact(number: i64) -> f64 {
    number as f64
}

/// A whole number that JavaScript holds exactly.
fn whole(name: &str, value: &JsValue) -> Result<i64, JsValue> {
    let number = value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() <= EXACT_MAX);
    let number = number.ok_or_else(|| argument::mismatch(name, "an integer", value));
    #[expect(clippy::cast_possible_truncation, reason = "a whole number within its range")]
    out(number.map(|number| number as i64))
}

fn column(name: &str, value: &JsValue) -> Result<Vec<i64>, JsValue> {
    use wasm_bindgen::JsCast;
    let numbers = value.dyn_ref::<Float64Array>().map(Float64Array::to_vec);
    let numbers = out(numbers.ok_or_else(|| argument::mismatch(name, "a Float64Array", value)))?;
    let mut seconds = Vec::with_capacity(numbers.len());
    for (row, number) in numbers.into_iter().enumerate() {
        if number.fract() != 0.0 || number.abs() > EXACT_MAX {
            let pointer = format!("{name}/{row}");
            let why = "not a whole number of seconds";
            return out(Err(Error::new(codes::DOC_OUT_OF_RANGE, pointer, why)));
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within its range")]
        seconds.push(number as i64);
    }
    Ok(seconds)
}

fn float_column(seconds: &[i64]) -> Float64Array {
    let numbers: Vec<f64> = seconds.iter().map(|seconds| exact(*seconds)).collect();
    Float64Array::new_from_slice(&numbers)
}

/// Pauses given as pairs of instants; `None` when there are none.
fn pauses(value: &JsValue) -> Result<Option<Pauses>, JsValue> {
    if argument::is_absent(value) {
        return Ok(None);
    }
    if !Array::is_array(value) {
        return out(Err(argument::mismatch("pauses", "a list of pairs", value)));
    }
    let mut pairs = Vec::new();
    for (row, pair) in Array::from(value).iter().enumerate() {
        let pair = Array::from(&pair);
        let name = |end: usize| format!("pauses/{row}/{end}");
        pairs.push((instant(&name(0), &pair.get(0))?, instant(&name(1), &pair.get(1))?));
    }
    out(Pauses::new(&pairs)).map(Some)
}
