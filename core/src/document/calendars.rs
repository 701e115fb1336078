//! From the calendars of a document to domain values; every fault is added with its pointer.

use super::convert::unique;
use super::json::{Json, parse};
use super::parts::{period, text};
use super::read::{Place, Read, clip};
use super::types::{
    CalendarDoc, ClosureDoc, CombineDoc, OpeningDoc, SpanDoc, WeekDoc, YearlyClosureDoc,
};
use crate::calendar::{
    Closure, HolidaySet, Hours, MonthDay, Opening, Span, Week, WorkCalendar, YearSpan,
    YearlyClosure,
};
use crate::error::{Error, Faults, codes};
use crate::id::CalendarId;
use crate::time::Zone;

/// The zone of an IANA name.
pub(super) fn zone(name: &str, pointer: &str, faults: &mut Faults) -> Option<Zone> {
    let found = Zone::parse(name);
    if found.is_none() {
        let message = format!("no time zone `{}`", clip(name));
        faults.add(codes::CAL_UNKNOWN_ZONE, pointer, message);
    }
    found
}

/// Reads a calendar apart from an engagement: one document of a calendar, or a list of them of which the last
/// is meant and those before are what it may combine. `zone` is that of calendars that name none; without it,
/// Europe/Paris.
///
/// # Errors
/// Every fault, with its pointer: `DOC-*` for the form (`DOC-009` an empty list), `CAL-*` for the meaning.
///
/// # Example
/// ```
/// use entretien::document::read_calendar;
/// let text = br#"[{"id": "office", "opening_hours": "Mo-Fr 08:00-18:00; PH off"},
///   {"id": "always", "always_open": true},
///   {"id": "on-call", "combine": {"how": "minus", "calendars": ["always", "office"]}}]"#;
/// let on_call = read_calendar(text, None).unwrap();
/// assert_eq!(on_call.id().as_str(), "on-call");
/// let error = read_calendar(br#"{"id": "office", "time_zone": "Mars/Olympus"}"#, None).unwrap_err();
/// assert_eq!(error.code(), "CAL-005");
/// assert_eq!(error.faults().next().unwrap().pointer, "/time_zone");
/// ```
pub fn read_calendar(bytes: &[u8], zone: Option<Zone>) -> Result<WorkCalendar, Error> {
    let json = parse(bytes)?;
    let mut faults = Faults::new();
    let mut built = if let Json::List(_) = json {
        let docs = Vec::<CalendarDoc>::read(&json, Place::ROOT, &mut faults).unwrap_or_default();
        if docs.is_empty() && faults.is_empty() {
            faults.add(codes::DOC_OUT_OF_RANGE, "", "no calendar in the list");
        }
        all(&docs, "", zone, &mut faults)
    } else {
        let doc = CalendarDoc::read(&json, Place::ROOT, &mut faults);
        let none = Earlier { docs: &[], built: &[] };
        doc.and_then(|doc| calendar(&doc, "", zone, none, &mut faults)).into_iter().collect()
    };
    Error::check(faults.into_vec())?;
    let unread = || Error::new(codes::DOC_WRONG_TYPE, "", "the calendar cannot be read");
    built.pop().ok_or_else(unread)
}

/// The calendars of a list that are valid, in its order.
pub(super) fn all(
    docs: &[CalendarDoc],
    pointer: &str,
    zone: Option<Zone>,
    faults: &mut Faults,
) -> Vec<WorkCalendar> {
    let mut built: Vec<WorkCalendar> = Vec::new();
    for (index, doc) in docs.iter().enumerate() {
        let earlier = Earlier { docs: docs.get(..index).unwrap_or_default(), built: &built };
        let next = calendar(doc, &format!("{pointer}/{index}"), zone, earlier, faults);
        built.extend(next);
    }
    unique(pointer, docs.iter().map(|calendar| &calendar.id), "id", faults);
    built
}

/// What is declared before a calendar.
#[derive(Clone, Copy)]
struct Earlier<'a> {
    /// All of it.
    docs: &'a [CalendarDoc],
    /// Those that are valid.
    built: &'a [WorkCalendar],
}

/// A calendar, in the zone of the engagement where it names none.
fn calendar(
    doc: &CalendarDoc,
    pointer: &str,
    engagement_zone: Option<Zone>,
    earlier: Earlier<'_>,
    faults: &mut Faults,
) -> Option<WorkCalendar> {
    let before = faults.len();
    if let Some(combine) = &doc.combine {
        if doc.has_hours() {
            let message = "`combine` with hours, holidays, closures or a zone of its own";
            faults.add(codes::CAL_TWO_HOURS, pointer, message);
        }
        let pointer = format!("{pointer}/combine");
        let built = combined(combine, &CalendarId::from(&doc.id), &pointer, earlier, faults);
        return built.filter(|_| faults.len() == before);
    }
    let zone = match &doc.time_zone {
        Some(name) => zone(name, &format!("{pointer}/time_zone"), faults),
        None => Some(engagement_zone.unwrap_or(Zone::PARIS)),
    };
    let hours = hours(doc, pointer, faults);
    let closures = each(&doc.closures, pointer, "closures", faults, closure);
    let yearly = each(&doc.yearly_closures, pointer, "yearly_closures", faults, yearly_closure);
    let openings =
        each(&doc.exceptional_openings, pointer, "exceptional_openings", faults, opening);
    let (mut hours, zone) = (hours?, zone?);
    hours.closures.extend(closures);
    hours.yearly_closures.extend(yearly);
    hours.openings.extend(openings);
    let built = WorkCalendar::of_hours(CalendarId::from(&doc.id), zone, hours);
    (faults.len() == before).then_some(built)
}

impl CalendarDoc {
    /// Whether it says more than its id and what it is combined of.
    fn has_hours(&self) -> bool {
        self.opening.is_some()
            || self.opening_hours.is_some()
            || self.always_open.is_some()
            || self.holidays.is_some()
            || self.time_zone.is_some()
            || !self.closures.is_empty()
            || !self.yearly_closures.is_empty()
            || !self.exceptional_openings.is_empty()
    }
}

/// One calendar of several.
fn combined(
    doc: &CombineDoc,
    id: &CalendarId,
    pointer: &str,
    earlier: Earlier<'_>,
    faults: &mut Faults,
) -> Option<WorkCalendar> {
    let place = |index: usize| format!("{pointer}/calendars/{index}");
    if doc.calendars.len() < 2 {
        let message =
            format!("{} calendars to combine, at least 2 are needed", doc.calendars.len());
        faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/calendars"), message);
    }
    let mut made: Option<WorkCalendar> = None;
    for (index, name) in doc.calendars.iter().enumerate() {
        let built = earlier.built.iter().find(|calendar| calendar.id().as_str() == name.0);
        let Some(next) = built else {
            if !earlier.docs.iter().any(|calendar| calendar.id == *name) {
                let message = format!("no calendar `{}` before this one", name.0);
                faults.add(codes::DOC_DANGLING_ID, place(index), message);
            }
            continue;
        };
        made = Some(match made {
            None => next.clone(),
            Some(so_far) => match so_far.combine(doc.how, next, id.clone()) {
                Ok(combined) => combined,
                Err(error) => {
                    faults.adopt(error.at(&place(index)));
                    so_far
                }
            },
        });
    }
    made
}

/// The values of a list that are valid.
fn each<D, V>(
    list: &[D],
    pointer: &str,
    field: &str,
    faults: &mut Faults,
    read: fn(&D, &str, &mut Faults) -> Option<V>,
) -> Vec<V> {
    let items = list.iter().enumerate();
    items
        .filter_map(|(index, doc)| read(doc, &format!("{pointer}/{field}/{index}"), faults))
        .collect()
}

/// The hours of the week, and the public holidays.
fn hours(doc: &CalendarDoc, pointer: &str, faults: &mut Faults) -> Option<Hours> {
    let always = doc.always_open == Some(true);
    let given = [doc.opening.is_some(), doc.opening_hours.is_some(), always];
    if given.into_iter().filter(|given| *given).count() > 1 {
        let message = "more than one of `opening`, `opening_hours` and `always_open`";
        faults.add(codes::CAL_TWO_HOURS, pointer, message);
        return None;
    }
    if let Some(text) = &doc.opening_hours {
        let public = doc.holidays.unwrap_or(HolidaySet::FR);
        let read = Hours::from_opening_hours(text, public);
        return read.map_err(|error| within_text(&error, pointer, faults)).ok();
    }
    let usual = if always { HolidaySet::NONE } else { HolidaySet::FR };
    let holidays = doc.holidays.unwrap_or(usual);
    let week = match &doc.opening {
        _ if always => Some(Week::always()),
        None => Some(Week::office()),
        Some(week_doc) => week(week_doc, &format!("{pointer}/opening"), faults),
    };
    Some(Hours { week: week?, holidays, ..Hours::default() })
}

/// Adds the faults of an `opening_hours`, whose pointers are columns of its text.
fn within_text(error: &Error, pointer: &str, faults: &mut Faults) {
    for fault in error.faults() {
        let mut fault = fault.clone();
        fault.message = format!("{} ({})", fault.message, fault.pointer);
        fault.pointer = format!("{pointer}/opening_hours");
        faults.push(fault);
    }
}

fn closure(doc: &ClosureDoc, pointer: &str, faults: &mut Faults) -> Option<Closure> {
    let period = period(doc.start, doc.end, pointer, faults)?;
    Some(Closure { period, reason: doc.reason.as_ref().map(text) })
}

fn yearly_closure(
    doc: &YearlyClosureDoc,
    pointer: &str,
    faults: &mut Faults,
) -> Option<YearlyClosure> {
    let span = year_span(&doc.start, &doc.end, pointer, faults)?;
    YearlyClosure::new(span.start(), span.end(), doc.reason.as_ref().map(text))
}

/// Days of every year, from two texts `MM-DD`.
pub(super) fn year_span(
    start: &str,
    end: &str,
    pointer: &str,
    faults: &mut Faults,
) -> Option<YearSpan> {
    let mut day = |value: &str, field: &str| {
        MonthDay::parse(value).or_else(|| {
            let message = format!("`{}` is not a day of the year", clip(value));
            faults.add(codes::CAL_BAD_DAY, format!("{pointer}/{field}"), message);
            None
        })
    };
    let (first, last) = (day(start, "start"), day(end, "end"));
    let built = YearSpan::new(first?, last?);
    if built.is_none() {
        let message = format!("`end` is `start`, {}", clip(start));
        faults.add(codes::CAL_REVERSED, format!("{pointer}/end"), message);
    }
    built
}

fn opening(doc: &OpeningDoc, pointer: &str, faults: &mut Faults) -> Option<Opening> {
    let before = faults.len();
    let spans: Vec<Span> = each(&doc.hours, pointer, "hours", faults, span);
    if faults.len() > before {
        return None;
    }
    let built = Opening::new(doc.day, spans, doc.reason.as_ref().map(text));
    built.map_err(|error| faults.adopt(error.at(&format!("{pointer}/hours")))).ok()
}

/// A week from its days.
pub(super) fn week(doc: &WeekDoc, pointer: &str, faults: &mut Faults) -> Option<Week> {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let before = faults.len();
    let lists = [
        &doc.monday,
        &doc.tuesday,
        &doc.wednesday,
        &doc.thursday,
        &doc.friday,
        &doc.saturday,
        &doc.sunday,
    ];
    let mut days: [Vec<Span>; 7] = Default::default();
    for ((list, name), day) in lists.into_iter().zip(NAMES).zip(&mut days) {
        *day = each(list, pointer, name, faults, span);
    }
    if faults.len() > before {
        return None;
    }
    match Week::new(days) {
        Ok(week) => Some(week),
        Err(error) => {
            for fault in error.faults() {
                // The pointers of `Week::new` are day numbers; the document names the days.
                let day = fault.pointer.trim_start_matches('/').parse::<usize>().ok();
                let place = day.and_then(|day| NAMES.get(day)).map(|name| format!("/{name}"));
                let mut fault = fault.clone();
                fault.pointer = format!("{pointer}{}", place.unwrap_or_default());
                faults.push(fault);
            }
            None
        }
    }
}

fn span(doc: &SpanDoc, pointer: &str, faults: &mut Faults) -> Option<Span> {
    let from = minutes(&doc.from, &format!("{pointer}/from"), faults);
    let to = minutes(&doc.to, &format!("{pointer}/to"), faults);
    let (from, to) = (from?, to?);
    let next_day = doc.next_day == Some(true);
    Span::new(from, if next_day { to + 1_440 } else { to }).or_else(|| {
        let message = if next_day {
            format!("more than 24 hours from {} to {} on the next day", doc.from, doc.to)
        } else {
            format!("`to` {} is not after `from` {}", doc.to, doc.from)
        };
        faults.add(codes::CAL_REVERSED, format!("{pointer}/to"), message);
        None
    })
}

/// Minutes after midnight of `HH:MM`, up to 24:00.
fn minutes(text: &str, pointer: &str, faults: &mut Faults) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let parse = || {
        let [h1, h0, b':', m1, m0] = *text.as_bytes() else {
            return None;
        };
        let hours = digit(h1)? * 10 + digit(h0)?;
        let minutes = digit(m1)? * 10 + digit(m0)?;
        let total = hours * 60 + minutes;
        (minutes < 60 && total <= 1_440).then_some(total)
    };
    parse().or_else(|| {
        faults.add(codes::CAL_BAD_TIME, pointer, format!("`{}` is not a time of day", clip(text)));
        None
    })
}
