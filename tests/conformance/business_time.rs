//! Cases of business time: `{"business_time": {"calendars": {…}, "items": […]}}`.
//!
//! A calendar has a zone `tz`, the hours of its weekdays `weekly` (`"0"` is Monday), and closed dates
//! `holidays`. An item names its `calendar`, and any of the answers that [`ANSWERS`] lists.

use crate::Tally;
use entretien::calendar::{BusinessTime, Closure, Hours, Pauses, Span, Week, WorkCalendar};
use entretien::id::CalendarId;
use entretien::time::{Day, Period, Zone};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The answers that are compared. An item that has none of them is skipped.
const ANSWERS: [&str; 3] =
    ["business_seconds", "active_seconds_minus_pause_union", "deadline_epoch"];

#[derive(Deserialize)]
struct File {
    business_time: Topic,
}

#[derive(Deserialize)]
struct Topic {
    calendars: BTreeMap<String, CalendarOf>,
    items: Vec<Map<String, Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarOf {
    tz: String,
    weekly: BTreeMap<String, Vec<(String, String)>>,
    #[serde(default)]
    holidays: Vec<String>,
}

/// Runs every item of a file.
pub(crate) fn run(file: &str, text: &str, tally: &mut Tally) {
    let topic = match serde_json::from_str::<File>(text) {
        Ok(file) => file.business_time,
        Err(error) => return tally.record(file, Err(error.to_string())),
    };
    let mut compiled = BTreeMap::new();
    for (name, calendar) in &topic.calendars {
        match calendar_of(calendar) {
            Ok(calendar) => {
                compiled.insert(name.as_str(), BusinessTime::compile(&calendar));
            }
            Err(why) => tally.record(&format!("calendar {name}"), Err(why)),
        }
    }
    for (index, item) in topic.items.iter().enumerate() {
        let label = |field: &str| item.get(field).and_then(Value::as_str).unwrap_or("?");
        let name = format!("{index} {} {}", label("calendar"), label("case"));
        if !ANSWERS.iter().any(|answer| item.contains_key(*answer)) {
            tally.skip(&name, 1, "none of its answers is known");
            continue;
        }
        match compiled.get(label("calendar")) {
            Some(time) => tally.record(&name, check(time, item)),
            None => tally.record(&name, Err("its calendar is not listed".to_owned())),
        }
    }
}

fn calendar_of(source: &CalendarOf) -> Result<WorkCalendar, String> {
    let mut days: [Vec<Span>; 7] = Default::default();
    for (weekday, spans) in &source.weekly {
        let day = weekday.parse::<usize>().ok().and_then(|index| days.get_mut(index));
        let day = day.ok_or_else(|| format!("weekday `{weekday}`"))?;
        for (from, to) in spans {
            day.push(span(from, to).ok_or_else(|| format!("hours `{from}` to `{to}`"))?);
        }
    }
    let closure = |text: &String| {
        let day = Day::parse(text)?;
        Some(Closure { period: Period::new(day, day.add_days(1)?)?, reason: None })
    };
    let closures: Option<Vec<Closure>> = source.holidays.iter().map(closure).collect();
    let hours = Hours {
        week: Week::new(days).map_err(|error| error.to_string())?,
        closures: closures.ok_or("a holiday that is no date")?,
        ..Hours::default()
    };
    let zone = Zone::parse(&source.tz).ok_or_else(|| format!("zone `{}`", source.tz))?;
    let id = CalendarId::new("calendar").ok_or("an id")?;
    Ok(WorkCalendar::of_hours(id, zone, hours))
}

/// Hours that end before they begin go on after midnight.
fn span(from: &str, to: &str) -> Option<Span> {
    let minutes = |text: &str| {
        let (hours, minutes) = text.split_once(':')?;
        Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
    };
    let (from, to) = (minutes(from)?, minutes(to)?);
    Span::new(from, if to <= from { to + 1_440 } else { to })
}

fn check(time: &BusinessTime, item: &Map<String, Value>) -> Result<(), String> {
    let number = |field: &str| item.get(field).and_then(Value::as_i64);
    let needed = |field: &str| number(field).ok_or_else(|| format!("no `{field}`"));
    let from = needed("start_epoch")?;
    let agree = |field: &str, found: Result<i64, String>| match (number(field), found) {
        (None, _) => Ok(()),
        (Some(expected), Ok(found)) if expected == found => Ok(()),
        (Some(expected), found) => Err(format!("{field}: {found:?} for {expected}")),
    };
    let text = |error: entretien::error::Error| error.to_string();
    if number("business_seconds").is_some() {
        let found = time.between(from, needed("end_epoch")?).map_err(text);
        agree("business_seconds", found)?;
    }
    if number("active_seconds_minus_pause_union").is_some() {
        let pauses = item.get("pauses_epoch_overlapping").cloned().unwrap_or_default();
        let pauses: Vec<(i64, i64)> =
            serde_json::from_value(pauses).map_err(|error| format!("pauses: {error}"))?;
        let pauses = Pauses::new(&pauses).map_err(text)?;
        let found = time.between_with_pauses(from, needed("end_epoch")?, &pauses).map_err(text);
        agree("active_seconds_minus_pause_union", found)?;
    }
    if number("deadline_epoch").is_some() {
        let found = time.add(from, needed("deadline_need_seconds")?);
        agree("deadline_epoch", found.map_err(|reason| reason.code().to_owned()))?;
    }
    Ok(())
}
