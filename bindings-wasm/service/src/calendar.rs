//! Public holidays and calendars of opening days and hours.

use crate::answer::answer;
use crate::{argument, out};
use entretien::calendar::{self as core, Combination, HolidaySet, Roll, Rolled};
use entretien::document::read_calendar;
use entretien::error::{Error, codes};
use entretien::id::CalendarId;
use entretien::time::{Day, Zone};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Codes of the sets of public holidays that are known: countries, and their parts such as `FR-57`.
#[wasm_bindgen(js_name = holidaySets)]
pub fn holiday_sets() -> Vec<String> {
    HolidaySet::all().map(|set| set.code().to_owned()).collect()
}

#[derive(Serialize)]
struct HolidayRow {
    day: Day,
    code: &'static str,
    name: String,
    observed: bool,
    estimated: bool,
}

/// The public holidays of a set in a year, by day, named in `lang` (`en` when left out).
#[wasm_bindgen(unchecked_return_type = "Holiday[]")]
pub fn holidays(
    #[wasm_bindgen(unchecked_param_type = "string")] set: &JsValue,
    year: i32,
    #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
) -> Result<JsValue, JsValue> {
    let set = out(argument::text("set", set).and_then(|code| HolidaySet::read(&code)))?;
    let lang = out(argument::lang(lang))?;
    let row = |holiday: &core::Holiday| HolidayRow {
        day: holiday.day(),
        code: holiday.code(),
        name: holiday.name(lang),
        observed: holiday.is_observed(),
        estimated: holiday.is_estimated(),
    };
    answer(&set.holidays(year).iter().map(row).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct ClosedDay {
    code: &'static str,
    text: String,
}

/// A calendar of opening days and hours, in a time zone.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct WorkCalendar {
    pub(crate) inner: core::WorkCalendar,
}

#[wasm_bindgen]
impl WorkCalendar {
    /// Reads a calendar: an element of `calendars` of an engagement document, or a list of them of which
    /// the last is meant. `timeZone` is that of calendars that name none, Europe/Paris when left out.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] time_zone: &JsValue,
    ) -> Result<WorkCalendar, JsValue> {
        let bytes = out(argument::document(text))?;
        let zone = if argument::is_absent(time_zone) { None } else { Some(out(zone(time_zone))?) };
        Ok(WorkCalendar { inner: out(read_calendar(&bytes, zone))? })
    }

    /// Its id.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.inner.id().to_string()
    }

    /// Its IANA time zone.
    #[wasm_bindgen(getter, js_name = timeZone)]
    pub fn time_zone(&self) -> String {
        self.inner.zone().name().to_owned()
    }

    /// Whether a day, `YYYY-MM-DD`, has opening hours.
    #[wasm_bindgen(js_name = isOpen)]
    pub fn is_open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
    ) -> Result<bool, JsValue> {
        Ok(self.inner.is_open(out(argument::day("day", day))?))
    }

    /// Why a day is closed, in `lang` (`en` when left out); `null` when it is open.
    #[wasm_bindgen(unchecked_return_type = "ClosedDay | null")]
    pub fn closed(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let day = out(argument::day("day", day))?;
        let lang = out(argument::lang(lang))?;
        let closed = self.inner.closed(day);
        answer(&closed.map(|why| ClosedDay { code: why.code(), text: why.text(day, lang) }))
    }

    /// Where a day moves off a closed day; `null` when the policy `skip` leaves it out. Throws `CAL-006`
    /// when no open day is near.
    pub fn roll(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] day: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Roll")] policy: &JsValue,
    ) -> Result<Option<String>, JsValue> {
        let day = out(argument::day("day", day))?;
        let policy = out(argument::text("policy", policy))?;
        let unknown =
            || Error::new(codes::DOC_BAD_CHOICE, "policy", format!("`{policy}` is no roll"));
        let policy = out(Roll::parse(&policy).ok_or_else(unknown))?;
        match self.inner.roll(day, policy) {
            Rolled::To(day) => Ok(Some(day.to_string())),
            Rolled::Skipped => Ok(None),
            Rolled::OutOfReach => {
                let why = format!("`{}` has no open day near {day}", self.inner.id());
                out(Err(Error::new(codes::CAL_NO_WORKING_DAY, "", why)))
            }
        }
    }

    /// Open where this one or the other is; both of one time zone.
    pub fn union(&self, other: &WorkCalendar) -> Result<WorkCalendar, JsValue> {
        self.combined(Combination::Union, other)
    }

    /// Open where this one and the other are; both of one time zone.
    pub fn intersection(&self, other: &WorkCalendar) -> Result<WorkCalendar, JsValue> {
        self.combined(Combination::Intersection, other)
    }

    /// Open where this one is and the other is not; both of one time zone.
    pub fn minus(&self, other: &WorkCalendar) -> Result<WorkCalendar, JsValue> {
        self.combined(Combination::Minus, other)
    }

    fn combined(&self, how: Combination, other: &WorkCalendar) -> Result<WorkCalendar, JsValue> {
        let id = format!("{}-{}-{}", self.inner.id(), how.code(), other.inner.id());
        // Two long ids may be too long together.
        let id = CalendarId::new(&id).unwrap_or_else(|| self.inner.id().clone());
        Ok(WorkCalendar { inner: out(self.inner.combine(how, &other.inner, id))? })
    }
}

fn zone(value: &JsValue) -> Result<Zone, Error> {
    let name = argument::text("timeZone", value)?;
    Zone::parse(&name).ok_or_else(|| {
        Error::new(codes::CAL_UNKNOWN_ZONE, "timeZone", format!("no time zone `{name}`"))
    })
}
