//! From the programme of a document to domain values, and single facts apart from a document; every fault is
//! added with its pointer. What goes together is judged by [`PlanInput::new`](crate::plan::PlanInput::new).

use super::calendars::year_span;
use super::convert::Known;
use super::json::parse;
use super::parts;
use super::plan_types::{
    EventDoc, MeterDoc, RatesDoc, ReadingDoc, RequestDoc, WindowDoc, WindowSeriesDoc,
};
use super::read::{Place, Read, clip};
use super::task_policy_parts::{only, tolerance};
use super::types::EngagementDoc;
use crate::calendar::WorkCalendar;
use crate::error::{Error, Faults, codes};
use crate::id::{AssetId, CalendarId, SiteId, SkillId, TaskId};
use crate::inventory::Selector;
use crate::plan::{
    Every, Happening, Meter, OccurrenceId, PlanEvent, Programme, Rates, Reading, Visits,
    WindowSeries, WorkRequest, WorkWindow,
};
use crate::recurrence::{Generator, MonthEnd};

/// The programme of an engagement: everything of a plan beside estate, contracts and tasks.
pub(super) fn programme(
    doc: &EngagementDoc,
    known: &Known<'_>,
    calendars: (&[WorkCalendar], &CalendarId),
    faults: &mut Faults,
) -> Programme {
    let (calendars, default) = calendars;
    let calendar = calendars.iter().find(|calendar| calendar.id() == default);
    let own = doc.tolerance.as_ref().and_then(|doc| tolerance(doc, "/tolerance", faults));
    Programme {
        tolerance: own.unwrap_or_default(),
        visits: doc.visits.as_ref().map(|visits| Visits { within_days: visits.within_days }),
        windows: each(&doc.windows, "/windows", faults, |doc, pointer, faults| {
            if let Some(selector) = &doc.applies_to {
                let pointer = format!("{pointer}/applies_to");
                known.check_selector(selector, &pointer, faults);
            }
            window(doc, calendar, pointer, faults)
        }),
        events: each(&doc.events, "/events", faults, event),
        requests: each(&doc.requests, "/requests", faults, |doc, _, _| Some(request(doc))),
        meters: each(&doc.meters, "/meters", faults, meter),
        rates: doc.rates.as_ref().map(|doc| rates(doc, faults)).unwrap_or_default(),
    }
}

/// What `make` gives for each element.
fn each<D, T>(
    docs: &[D],
    pointer: &str,
    faults: &mut Faults,
    make: impl Fn(&D, &str, &mut Faults) -> Option<T>,
) -> Vec<T> {
    let mut built = Vec::with_capacity(docs.len());
    for (index, doc) in docs.iter().enumerate() {
        built.extend(make(doc, &format!("{pointer}/{index}"), faults));
    }
    built
}

pub(super) fn window(
    doc: &WindowDoc,
    calendar: Option<&WorkCalendar>,
    pointer: &str,
    faults: &mut Faults,
) -> Option<WorkWindow> {
    let before = faults.len();
    let mut weekdays = [false; 7];
    for name in &doc.weekdays {
        let number = usize::try_from(name.weekday().num_days_from_monday()).unwrap_or_default();
        if let Some(day) = weekdays.get_mut(number) {
            *day = true;
        }
    }
    let built = WorkWindow {
        id: doc.id.0.as_str().into(),
        kind: doc.kind,
        applies_to: doc.applies_to.as_ref().map_or_else(Selector::default, parts::selector),
        tasks: doc.tasks.iter().map(TaskId::from).collect(),
        modes: doc.modes.clone(),
        weekdays,
        periods: each(
            &doc.periods,
            &format!("{pointer}/periods"),
            faults,
            |doc, pointer, faults| parts::period(doc.start, doc.end, pointer, faults),
        ),
        yearly: each(&doc.yearly, &format!("{pointer}/yearly"), faults, |doc, pointer, faults| {
            year_span(&doc.start, &doc.end, pointer, faults)
        }),
        series: doc
            .series
            .as_ref()
            .and_then(|doc| series(doc, calendar, &format!("{pointer}/series"), faults)),
        reason: doc.reason.as_ref().map(parts::text),
    };
    (faults.len() == before).then_some(built)
}

fn series(
    doc: &WindowSeriesDoc,
    calendar: Option<&WorkCalendar>,
    pointer: &str,
    faults: &mut Faults,
) -> Option<WindowSeries> {
    let pointer = format!("{pointer}/every");
    let every = parts::every(&doc.every, &pointer, faults)?;
    let generator = match &every {
        Every::Interval(interval) => Generator::interval(*interval, MonthEnd::Backward),
        Every::Rule(rule) => match Generator::rule(rule) {
            Ok(generator) => generator,
            Err(error) => {
                faults.adopt(error.at(&format!("{pointer}/rrule")));
                return None;
            }
        },
        // Without its calendar, the document has a fault that is told elsewhere.
        Every::MonthDay(day) => Generator::month_day(*day, calendar?),
        Every::House | Every::Counters(_) | Every::Occasion(_) | Every::Sequence => {
            let message = "windows return at an interval, by a rule or on a day within months";
            faults.add(codes::DOC_BAD_CHOICE, pointer, message);
            return None;
        }
    };
    let text = every.text().unwrap_or_default().into();
    Some(WindowSeries {
        generator,
        text,
        anchor: doc.anchor,
        length_days: doc.length_days.unwrap_or(1),
    })
}

fn occurrence(text: &str, pointer: String, faults: &mut Faults) -> Option<OccurrenceId> {
    OccurrenceId::parse(text).or_else(|| {
        let message = format!("`{}` is not the id of an occurrence", clip(text));
        faults.add(codes::PLAN_BAD_OCCURRENCE, pointer, message);
        None
    })
}

pub(super) fn event(doc: &EventDoc, pointer: &str, faults: &mut Faults) -> Option<PlanEvent> {
    let before = faults.len();
    let last_done = doc.last_done.as_ref().map(|last| Happening::LastDone {
        task: TaskId::from(&last.task),
        asset: AssetId::from(&last.asset),
    });
    let mut of = |field: &str, text: &Option<String>| {
        let text = text.as_ref()?;
        Some(occurrence(text, format!("{pointer}/{field}"), faults))
    };
    // The inner `None` is an id that was refused.
    let done = of("done", &doc.done).map(|id| id.map(Happening::Done));
    let cancelled = of("cancelled", &doc.cancelled).map(|id| id.map(Happening::Cancelled));
    let resets_meter = doc.resets_meter.unwrap_or_default();
    let skipped = of("skipped", &doc.skipped)
        .map(|id| id.map(|occurrence| Happening::Skipped { occurrence, resets_meter }));
    let moved = of("moved", &doc.moved)
        .map(|id| id.zip(doc.to).map(|(occurrence, to)| Happening::Moved { occurrence, to }));
    let fixed = of("fixed", &doc.fixed)
        .map(|id| id.zip(doc.on).map(|(occurrence, on)| Happening::Fixed { occurrence, on }));
    for (field, given, of, meant, needed) in [
        ("to", doc.to.is_some(), "moved", doc.moved.is_some(), true),
        ("on", doc.on.is_some(), "fixed", doc.fixed.is_some(), true),
        ("resets_meter", doc.resets_meter.is_some(), "skipped", doc.skipped.is_some(), false),
    ] {
        let place = format!("{pointer}/{field}");
        if given && !meant {
            let message = format!("only `{of}` has `{field}`");
            faults.add(codes::DOC_UNKNOWN_FIELD, place, message);
        } else if meant && needed && !given {
            faults.add(codes::DOC_MISSING_FIELD, place, format!("`{of}` needs `{field}`"));
        }
    }
    let all = [
        ("done", done),
        ("last_done", last_done.map(Some)),
        ("skipped", skipped),
        ("moved", moved),
        ("fixed", fixed),
        ("cancelled", cancelled),
    ];
    let happening = only(all, pointer, faults)??;
    let built = PlanEvent { id: doc.id.0.as_str().into(), day: doc.day, happening };
    (faults.len() == before).then_some(built)
}

pub(super) fn request(doc: &RequestDoc) -> WorkRequest {
    WorkRequest {
        id: doc.id.0.as_str().into(),
        kind: doc.kind,
        asset: AssetId::from(&doc.asset),
        day: doc.day,
        known: doc.known,
        remedy: doc.remedy.as_deref().map(Into::into),
        title: doc.title.as_ref().map(parts::text),
    }
}

pub(super) fn reading(doc: &ReadingDoc) -> Reading {
    Reading { day: doc.day, value: doc.value, replaced_at: doc.replaced_at }
}

fn meter(doc: &MeterDoc, pointer: &str, faults: &mut Faults) -> Option<Meter> {
    let readings = doc.readings.iter().map(reading).collect();
    let built = Meter::new(AssetId::from(&doc.asset), &doc.counts.0, doc.rollover_units, readings);
    built.map_err(|error| faults.adopt(error.within(pointer))).ok()
}

fn rates(doc: &RatesDoc, faults: &mut Faults) -> Rates {
    Rates {
        hourly: each(&doc.hourly, "/rates/hourly", faults, |doc, pointer, faults| {
            let price = parts::money(&doc.price, &format!("{pointer}/price"), faults)?;
            Some((SkillId::from(&doc.skill), price))
        }),
        travel: each(&doc.travel, "/rates/travel", faults, |doc, pointer, faults| {
            let price = parts::money(&doc.price, &format!("{pointer}/price"), faults)?;
            Some((SiteId::from(&doc.site), price))
        }),
    }
}

/// Reads one value apart from a document.
fn alone<D: Read, T>(
    bytes: &[u8],
    make: impl FnOnce(&D, &mut Faults) -> Option<T>,
) -> Result<T, Error> {
    let json = parse(bytes)?;
    let mut faults = Faults::new();
    let doc = D::read(&json, Place::ROOT, &mut faults);
    let built = doc.and_then(|doc| make(&doc, &mut faults));
    Error::check(faults.into_vec())?;
    built.ok_or_else(|| Error::new(codes::DOC_WRONG_TYPE, "", "the value cannot be read"))
}

/// Reads one event apart from an engagement, as a document writes it.
///
/// Whether the task, its subject and the occurrence exist is judged by the plan that takes it in.
///
/// # Errors
/// Every fault with its pointer: `DOC-*` for the form (`DOC-005` nothing that happened), `CON-008` several things
/// that happened, `PLAN-011` not the id of an occurrence.
///
/// # Example
/// ```
/// use entretien::document::read_event;
/// let text = br#"{"id": "e1", "day": "2026-03-02", "moved": "dust/srv-1/2026-03-01", "to": "2026-03-20"}"#;
/// let event = read_event(text).unwrap();
/// assert_eq!(event.happening.occurrence().unwrap().to_string(), "dust/srv-1/2026-03-01");
///
/// let error = read_event(br#"{"id": "e1", "day": "2026-03-02", "moved": "dust"}"#).unwrap_err();
/// let faults: Vec<_> = error.faults().map(|f| (f.code, f.pointer.as_str())).collect();
/// assert_eq!(faults, [("PLAN-011", "/moved"), ("DOC-005", "/to")]);
/// ```
pub fn read_event(bytes: &[u8]) -> Result<PlanEvent, Error> {
    alone(bytes, |doc: &EventDoc, faults| event(doc, "", faults))
}

/// Reads a list of events apart from an engagement, as the field `events` of a document.
///
/// # Errors
/// As [`read_event`], with pointers such as `/0/done`; `DOC-012` an id twice.
///
/// ```
/// use entretien::document::read_events;
/// let text = br#"[{"id": "e1", "day": "2026-03-02", "done": "dust/srv-1/2026-03-01"},
///   {"id": "e2", "day": "2026-01-10", "last_done": {"task": "dust", "asset": "srv-2"}}]"#;
/// assert_eq!(read_events(text).unwrap().len(), 2);
/// ```
pub fn read_events(bytes: &[u8]) -> Result<Vec<PlanEvent>, Error> {
    alone(bytes, |docs: &Vec<EventDoc>, faults| {
        super::convert::unique("", docs.iter().map(|event| &event.id), "id", faults);
        Some(each(docs, "", faults, event))
    })
}

/// Reads one request for work apart from an engagement, as an element of the field `requests` of a document.
///
/// # Errors
/// `DOC-*` for the form.
///
/// ```
/// use entretien::document::read_request;
/// let text = br#"{"id": "INC-7", "kind": "corrective_closed", "asset": "srv-1", "day": "2026-03-02"}"#;
/// assert_eq!(&*read_request(text).unwrap().id, "INC-7");
/// ```
pub fn read_request(bytes: &[u8]) -> Result<WorkRequest, Error> {
    alone(bytes, |doc: &RequestDoc, _| Some(request(doc)))
}

/// Reads one reading of a meter apart from an engagement. Whether the meter can have shown it is judged by
/// [`Meter::new`].
///
/// # Errors
/// `DOC-*` for the form.
///
/// ```
/// use entretien::document::read_reading;
/// assert_eq!(read_reading(br#"{"day": "2026-03-02", "value": 10400}"#).unwrap().value, 10_400);
/// ```
pub fn read_reading(bytes: &[u8]) -> Result<Reading, Error> {
    alone(bytes, |doc: &ReadingDoc, _| Some(reading(doc)))
}
