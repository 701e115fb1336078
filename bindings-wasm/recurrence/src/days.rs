//! Generators of days beside RRULE: days counted within months, civil intervals from an anchor.

use crate::argument::{self, Fields, choose, mismatch, short};
use crate::out;
use chrono::Weekday;
use entretien::calendar::{Closure, HolidaySet, Span, Week, WorkCalendar};
use entretien::error::{Error, Fault, Faults, codes};
use entretien::id::CalendarId;
use entretien::recurrence::{self as core, MonthEnd};
use entretien::time::{Day, INTERVAL_MONTHS_MAX, Interval, Period, Unit};
use js_sys::{Array, Int32Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

fn weekday(code: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(known, _)| *known == code).map(|(_, weekday)| *weekday)
}

fn numbers(days: impl Iterator<Item = Day>) -> Int32Array {
    let numbers: Vec<i32> = days.map(Day::number).collect();
    Int32Array::new_from_slice(&numbers)
}

/// One day a month, every so many months from the month of an anchor; none before the anchor.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct MonthRule {
    inner: core::MonthRule,
}

#[wasm_bindgen]
impl MonthRule {
    /// The n-th weekday, moved by days, which may leave the month.
    #[wasm_bindgen(js_name = nthWeekday)]
    pub fn nth_weekday(
        #[wasm_bindgen(unchecked_param_type = "string")] anchor: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "NthWeekday")] which: &JsValue,
    ) -> Result<MonthRule, JsValue> {
        out(by_weekday(anchor, which))
    }

    /// The n-th working day; a month with fewer has none.
    #[wasm_bindgen(js_name = workingDay)]
    pub fn working_day(
        #[wasm_bindgen(unchecked_param_type = "string")] anchor: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "WorkingDay")] which: &JsValue,
    ) -> Result<MonthRule, JsValue> {
        out(by_calendar(anchor, which))
    }

    /// The days from `from` to before `to`, ascending, as days since 1970-01-01.
    #[wasm_bindgen(js_name = expandDays)]
    pub fn expand_days(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<Int32Array, JsValue> {
        let period = out(argument::period(from, to))?;
        let days = period.map(|period| self.inner.within(period)).unwrap_or_default();
        Ok(numbers(days.into_iter()))
    }

    /// Number of days from `from` to before `to`.
    #[wasm_bindgen(js_name = countBetween)]
    pub fn count_between(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<usize, JsValue> {
        let period = out(argument::period(from, to))?;
        Ok(period.map_or(0, |period| self.inner.count_between(period)))
    }

    /// The first day after `day`, `YYYY-MM-DD`.
    #[wasm_bindgen(js_name = nextAfter)]
    pub fn next_after(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
    ) -> Result<Option<String>, JsValue> {
        let day = out(argument::day("day", day))?;
        Ok(self.inner.next_after(day).map(|day| day.to_string()))
    }

    /// The last day before `day`, `YYYY-MM-DD`.
    #[wasm_bindgen(js_name = previousBefore)]
    pub fn previous_before(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
    ) -> Result<Option<String>, JsValue> {
        let day = out(argument::day("day", day))?;
        Ok(self.inner.previous_before(day).map(|day| day.to_string()))
    }

    /// Whether `day` is one of the days.
    pub fn contains(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
    ) -> Result<bool, JsValue> {
        Ok(self.inner.contains(out(argument::day("day", day))?))
    }
}

const MONTHS: (i32, i32) = (0, 1_000_000);

fn by_weekday(anchor: &JsValue, which: &JsValue) -> Result<MonthRule, Error> {
    let anchor = argument::day("anchor", anchor)?;
    let mut fields = Fields::of(which, &["n", "weekday", "offsetDays", "everyMonths"]);
    let n = small(fields.integer("n", (-127, 127), None));
    let offset_days = fields.integer("offsetDays", (-1_000_000, 1_000_000), Some(0));
    let every_months = fields.integer("everyMonths", MONTHS, Some(1));
    let weekday = if let Some(value) = fields.get("weekday") {
        choose("/weekday", &value, weekday, &mut fields.faults)
    } else {
        fields.faults.add(codes::DOC_MISSING_FIELD, "/weekday", "`weekday` is missing");
        None
    };
    fields.check()?;
    let weekday = weekday.unwrap_or(Weekday::Mon);
    let months = every_months.unsigned_abs();
    let rule = core::MonthRule::nth_weekday(anchor, months, n, weekday, offset_days);
    Ok(MonthRule { inner: rule.map_err(|error| renamed(&error))? })
}

fn by_calendar(anchor: &JsValue, which: &JsValue) -> Result<MonthRule, Error> {
    let anchor = argument::day("anchor", anchor)?;
    let known = ["n", "weekdays", "holidays", "closures", "everyMonths"];
    let mut fields = Fields::of(which, &known);
    let n = small(fields.integer("n", (-127, 127), None));
    let every_months = fields.integer("everyMonths", MONTHS, Some(1));
    let holidays = fields.choice("holidays", HolidaySet::parse, HolidaySet::NONE);
    let week = fields.get("weekdays").map(|days| week(&days, &mut fields.faults));
    let closures = fields.get("closures").map(|list| closures(&list, &mut fields.faults));
    fields.check()?;
    let week = week.flatten().unwrap_or_else(Week::office);
    let id = CalendarId::new("calendar").ok_or_else(|| mismatch("", "a calendar", which))?;
    let calendar = WorkCalendar::new(id, week, holidays, closures.unwrap_or_default());
    let months = every_months.unsigned_abs();
    let rule = core::MonthRule::working_day(anchor, months, n, calendar);
    Ok(MonthRule { inner: rule.map_err(|error| renamed(&error))? })
}

fn small(n: i32) -> i8 {
    i8::try_from(n).unwrap_or(0)
}

/// Faults at the names that JavaScript has for the fields.
fn renamed(error: &Error) -> Error {
    let name = |pointer: &str| match pointer {
        "/every_months" => "/everyMonths".to_owned(),
        "/offset_days" => "/offsetDays".to_owned(),
        other => other.to_owned(),
    };
    let moved = |fault: &Fault| Fault { pointer: name(&fault.pointer), ..fault.clone() };
    Error::check(error.faults().map(moved).collect()).err().unwrap_or_else(|| error.clone())
}

/// The items of an array, or a fault.
fn items(pointer: &str, value: &JsValue, faults: &mut Faults) -> Vec<JsValue> {
    if Array::is_array(value) {
        return Array::from(value).iter().collect();
    }
    add(faults, &mismatch(pointer, "an array", value));
    Vec::new()
}

fn add(faults: &mut Faults, error: &Error) {
    error.faults().for_each(|fault| faults.push(fault.clone()));
}

fn week(value: &JsValue, faults: &mut Faults) -> Option<Week> {
    let mut open = [false; 7];
    for (index, item) in items("/weekdays", value, faults).iter().enumerate() {
        let day = choose(&format!("/weekdays/{index}"), item, weekday, faults);
        let place = day.map(|day| day.num_days_from_monday() as usize);
        if let Some(slot) = place.and_then(|place| open.get_mut(place)) {
            *slot = true;
        }
    }
    let all_day = |open: bool| open.then(|| Span::new(0, 1_440)).flatten().into_iter().collect();
    match Week::new(open.map(all_day)) {
        Ok(week) => Some(week),
        Err(error) => {
            let moved = |fault: &Fault| Fault { pointer: "/weekdays".to_owned(), ..fault.clone() };
            error.faults().map(moved).for_each(|fault| faults.push(fault));
            None
        }
    }
}

fn closures(value: &JsValue, faults: &mut Faults) -> Vec<Closure> {
    let list = items("/closures", value, faults);
    let mut closures = Vec::new();
    for (index, item) in list.iter().enumerate() {
        match closure(&format!("/closures/{index}"), item) {
            Ok(closure) => closures.push(closure),
            Err(error) => add(faults, &error),
        }
    }
    closures
}

fn closure(pointer: &str, value: &JsValue) -> Result<Closure, Error> {
    let (from, to) = argument::pair(pointer, value)?;
    let from = argument::day(&format!("{pointer}/0"), &from)?;
    let to = argument::day(&format!("{pointer}/1"), &to)?;
    let period = Period::new(from, to).ok_or_else(|| {
        Error::new(codes::REC_BAD_VALUE, pointer, "the first day open again is not after the first")
    })?;
    Ok(Closure { period, reason: None })
}

/// Days at a fixed civil interval from an anchor. The anchor is day number 0.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct Series {
    inner: core::Series,
}

#[wasm_bindgen]
impl Series {
    /// From the day `anchor`, every `P10D`, `P2W`, `P3M` or `P1Y`; the last day of the month stands for
    /// a day that a month does not have, unless `monthEnd` says otherwise.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] anchor: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] every: &JsValue,
        #[wasm_bindgen(js_name = monthEnd, unchecked_optional_param_type = "MonthEnd")]
        month_end: &JsValue,
    ) -> Result<Series, JsValue> {
        out(Series::read(anchor, every, month_end))
    }

    /// The anchor, `YYYY-MM-DD`.
    #[wasm_bindgen(getter)]
    pub fn anchor(&self) -> String {
        self.inner.anchor().to_string()
    }

    /// The interval, `P3M`.
    #[wasm_bindgen(getter)]
    pub fn every(&self) -> String {
        self.inner.every().iso()
    }

    /// What happens to a day that a month does not have.
    #[wasm_bindgen(getter, js_name = monthEnd, unchecked_return_type = "MonthEnd")]
    pub fn month_end(&self) -> String {
        self.inner.month_end().code().to_owned()
    }

    /// Day number `n`, `YYYY-MM-DD`; `undefined` where it is left out, or past the year 9999.
    pub fn nth(&self, n: f64) -> Option<String> {
        let n = argument::integer(n, 0, i32::MAX)?;
        self.inner.nth(n).map(|day| day.to_string())
    }

    /// The number of `day`; `undefined` when the series does not fall on it.
    #[wasm_bindgen(js_name = numberOf)]
    pub fn number_of(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
    ) -> Result<Option<i32>, JsValue> {
        Ok(self.inner.number_of(out(argument::day("day", day))?))
    }

    /// The days from `from` to before `to`, ascending, as days since 1970-01-01.
    #[wasm_bindgen(js_name = expandDays)]
    pub fn expand_days(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] from: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] to: &JsValue,
    ) -> Result<Int32Array, JsValue> {
        let period = out(argument::period(from, to))?;
        let days = period.into_iter().flat_map(|period| self.inner.within(period));
        Ok(numbers(days.map(|(_, day)| day)))
    }
}

impl Series {
    fn read(anchor: &JsValue, every: &JsValue, month_end: &JsValue) -> Result<Series, Error> {
        let anchor = argument::day("anchor", anchor)?;
        let every = argument::text("every", every)?;
        let mut faults = Faults::new();
        let month_end = if argument::is_absent(month_end) {
            Some(MonthEnd::Backward)
        } else {
            choose("monthEnd", month_end, MonthEnd::parse, &mut faults)
        };
        Error::check(faults.into_vec())?;
        let month_end = month_end.unwrap_or(MonthEnd::Backward);
        Ok(Series { inner: core::Series::new(anchor, interval(&every)?, month_end) })
    }
}

/// `P3M`: one number and one unit.
fn interval(text: &str) -> Result<Interval, Error> {
    let read = || -> Option<(u32, char)> {
        let rest = text.strip_prefix('P')?;
        let unit = rest.chars().last()?;
        let digits = rest.strip_suffix(unit)?;
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let count = digits.parse().unwrap_or(u32::MAX);
        is_number.then_some((count, unit))
    };
    let syntax = || {
        let why = format!("`{}` is not an interval such as `P3M`", short(text));
        Error::new(codes::REC_BAD_VALUE, "every", why)
    };
    let (count, unit) = read().ok_or_else(syntax)?;
    let (count, unit) = match unit {
        'D' => (count, Unit::Day),
        'W' => (count, Unit::Week),
        'M' => (count, Unit::Month),
        'Y' => (count.saturating_mul(12), Unit::Month),
        _ => return Err(syntax()),
    };
    let code = if count == 0 { codes::REC_ZERO_INTERVAL } else { codes::REC_TOO_LONG };
    let bounds = || {
        let years = INTERVAL_MONTHS_MAX / 12;
        Error::new(
            code,
            "every",
            format!("`{}` is not within 1 day and {years} years", short(text)),
        )
    };
    Interval::new(count, unit).ok_or_else(bounds)
}

#[cfg(test)]
mod tests {
    use super::interval;

    #[test]
    fn intervals_are_read() {
        for (text, iso) in [("P10D", "P10D"), ("P2W", "P2W"), ("P3M", "P3M"), ("P1Y", "P12M")] {
            assert_eq!(interval(text).map(|every| every.iso()).ok().as_deref(), Some(iso));
        }
        for (text, code) in [
            ("", "REC-006"),
            ("P", "REC-006"),
            ("PM", "REC-006"),
            ("P-1M", "REC-006"),
            ("P1H", "REC-006"),
            ("3M", "REC-006"),
            ("P0M", "REC-001"),
            ("P101Y", "REC-002"),
            ("P99999999999D", "REC-002"),
            ("P3é", "REC-006"),
        ] {
            let error = interval(text).expect_err(text);
            assert_eq!(error.code(), code, "{text}");
        }
    }
}
