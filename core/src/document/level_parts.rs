//! From the service levels and tickets of a document to domain values.

use super::TICKETS_FORMAT;
use super::convert::{read_document, unique};
use super::level_types::{
    EscalationDoc, PenaltyDoc, ServiceLevelDoc, TargetDoc, TicketDoc, TicketsDoc,
};
use super::parts::text;
use super::price_parts::percent;
use super::read::IdText;
use super::types::CalendarDoc;
use crate::contract::level::{
    Escalation, EscalationMoment, Hours, LevelParts, Measure, Pause, Penalty, PriorityChange,
    Reopening, Resolution, ServiceLevel, Target, Ticket, TicketParts,
};
use crate::error::{Error, Faults, codes};
use crate::id::{AssetId, CalendarId, PriorityId, TicketId};

/// What the levels of a document may refer to.
pub(super) struct LevelContext<'a> {
    /// Calendars that are declared.
    pub(super) calendars: &'a [CalendarDoc],
    /// The calendar of the levels that name none.
    pub(super) default: &'a CalendarId,
}

/// The service levels of a contract or an amendment.
pub(super) fn service_levels(
    docs: &[ServiceLevelDoc],
    context: &LevelContext<'_>,
    pointer: &str,
    faults: &mut Faults,
) -> Vec<ServiceLevel> {
    let levels = docs.iter().enumerate();
    levels
        .filter_map(|(index, doc)| {
            service_level(doc, context, &format!("{pointer}/{index}"), faults)
        })
        .collect()
}

fn service_level(
    doc: &ServiceLevelDoc,
    context: &LevelContext<'_>,
    pointer: &str,
    faults: &mut Faults,
) -> Option<ServiceLevel> {
    let before = faults.len();
    let own = hours(doc.calendar.as_ref(), doc.around_the_clock, context, pointer, faults);
    let own = own.unwrap_or_else(|| Hours::Calendar(context.default.clone()));
    let mut parts = LevelParts::new(doc.service, doc.priority.as_ref().map(PriorityId::from));
    let mut read = |target: &Option<TargetDoc>, name: &str| {
        let target = target.as_ref()?;
        let pointer = format!("{pointer}/{name}");
        let hours =
            hours(target.calendar.as_ref(), target.around_the_clock, context, &pointer, faults);
        let measure = measure(target, &pointer, faults)?;
        Some(Target { measure, hours: hours.unwrap_or_else(|| own.clone()) })
    };
    parts.response = read(&doc.response, "response");
    parts.restoration = read(&doc.restoration, "restoration");
    parts.resolution = read(&doc.resolution, "resolution");
    parts.waiting.clone_from(&doc.waiting);
    parts.reopening = doc.reopening.unwrap_or(Reopening::Resume);
    for (index, escalation_doc) in doc.escalations.iter().enumerate() {
        let pointer = format!("{pointer}/escalations/{index}");
        parts.escalations.extend(escalation(escalation_doc, &pointer, faults));
    }
    for (index, penalty_doc) in doc.penalties.iter().enumerate() {
        let pointer = format!("{pointer}/penalties/{index}");
        parts.penalties.extend(penalty(penalty_doc, &pointer, faults));
    }
    // A part that fell out would move the others, or look as if it had not been given.
    if faults.len() > before {
        return None;
    }
    match ServiceLevel::new(parts) {
        Ok(level) => Some(level),
        Err(error) => {
            faults.adopt(error.within(pointer));
            None
        }
    }
}

/// The hours given at one place; `None` when none are.
fn hours(
    calendar: Option<&IdText>,
    around_the_clock: Option<bool>,
    context: &LevelContext<'_>,
    pointer: &str,
    faults: &mut Faults,
) -> Option<Hours> {
    if around_the_clock == Some(true) {
        if calendar.is_some() {
            let message = "`calendar` and `around_the_clock` are both given";
            faults.add(codes::LVL_HOURS, format!("{pointer}/around_the_clock"), message);
        }
        return Some(Hours::Always);
    }
    let id = calendar?;
    if !context.calendars.iter().any(|calendar| calendar.id == *id) {
        let message = format!("no calendar `{}`", id.0);
        faults.add(codes::DOC_DANGLING_ID, format!("{pointer}/calendar"), message);
    }
    Some(Hours::Calendar(CalendarId::from(id)))
}

/// The only value given among `all`, or a fault that lists them.
fn only<T>(all: &[(&str, Option<T>)], pointer: &str, faults: &mut Faults) -> Option<T>
where
    T: Copy,
{
    let mut given = all.iter().filter_map(|(_, value)| *value);
    match (given.next(), given.next()) {
        (Some(value), None) => Some(value),
        (first, _) => {
            let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            let found = if first.is_some() { "several" } else { "none" };
            let message = format!("exactly one of `{}`, found {found}", names.join("`, `"));
            faults.add(codes::LVL_MEASURE, pointer, message);
            None
        }
    }
}

fn measure(doc: &TargetDoc, pointer: &str, faults: &mut Faults) -> Option<Measure> {
    let open = doc.open_minutes.map(|minutes| Measure::OpenTime { seconds: seconds(minutes) });
    let all = [
        ("open_minutes", open),
        ("working_days", doc.working_days.map(|days| Measure::WorkingDays { days })),
        (
            "end_of_working_day",
            doc.end_of_working_day.map(|days| Measure::EndOfWorkingDay { days }),
        ),
        ("calendar_days", doc.calendar_days.map(|days| Measure::CalendarDays { days })),
        ("calendar_months", doc.calendar_months.map(|months| Measure::CalendarMonths { months })),
    ];
    only(&all, pointer, faults)
}

/// Seconds of minutes; what does not fit stays beyond every bound.
fn seconds(minutes: u32) -> u32 {
    minutes.saturating_mul(60)
}

fn escalation(doc: &EscalationDoc, pointer: &str, faults: &mut Faults) -> Option<Escalation> {
    let before = doc.before_minutes.map(seconds);
    let after = doc.after_minutes.map(seconds);
    let all = [
        ("before_minutes", before.map(|seconds| EscalationMoment::Before { seconds })),
        ("after_minutes", after.map(|seconds| EscalationMoment::After { seconds })),
        ("percent", doc.percent.map(|percent| EscalationMoment::Percent { percent })),
    ];
    let moment = only(&all, pointer, faults)?;
    Some(Escalation { target: doc.target, moment, notify: doc.notify.as_ref().map(text) })
}

fn penalty(doc: &PenaltyDoc, pointer: &str, faults: &mut Faults) -> Option<Penalty> {
    // What is negative is out of range like what is too much.
    let mut ppm = |text: &str, field: &str| {
        let ppm = percent(text, format!("{pointer}/{field}"), faults)?;
        Some(u32::try_from(ppm).unwrap_or(u32::MAX))
    };
    let percent_ppm = ppm(&doc.percent, "percent");
    let cap_ppm = doc.cap.as_deref().map(|cap| ppm(cap, "cap"));
    Some(Penalty { target: doc.target, percent_ppm: percent_ppm?, cap_ppm: cap_ppm.flatten() })
}

/// Reads a list of tickets, in the order of the document.
///
/// # Errors
/// Every fault, in document order, each with its pointer: `DOC-001` to `DOC-017` for the form
/// (`DOC-012` for a ticket id that is there twice), `LVL-009` and `LVL-010` for instants, `LVL-011` to
/// `LVL-013` for what cannot have happened.
///
/// # Example
/// ```
/// use entretien::document::read_tickets;
/// let text = br#"{"format":"entretien/tickets","format_version":"1.0","tickets":[
///   {"id":"INC-7","service":"corrective","priority":"P1","opened":"2026-03-02T17:00:00+01:00",
///    "pauses":[{"reason":"customer","from":"2026-03-03T09:00:00+01:00"}]}]}"#;
/// let tickets = read_tickets(text).unwrap();
/// assert_eq!(tickets[0].parts().opened, 1_772_467_200);
///
/// let naive = String::from_utf8_lossy(text).replace("17:00:00+01:00", "17:00:00");
/// let error = read_tickets(naive.as_bytes()).unwrap_err();
/// assert_eq!(error.code(), "LVL-010");
/// assert_eq!(error.faults().next().unwrap().pointer, "/tickets/0/opened");
/// ```
pub fn read_tickets(bytes: &[u8]) -> Result<Vec<Ticket>, Error> {
    let doc: TicketsDoc = read_document(bytes, TICKETS_FORMAT)?;
    let mut faults = Faults::new();
    unique("/tickets", doc.tickets.iter().map(|ticket| &ticket.id), "id", &mut faults);
    let mut tickets = Vec::with_capacity(doc.tickets.len());
    for (index, doc) in doc.tickets.iter().enumerate() {
        match Ticket::new(ticket(doc)) {
            Ok(ticket) => tickets.push(ticket),
            Err(error) => faults.adopt(error.within(&format!("/tickets/{index}"))),
        }
    }
    Error::check(faults.into_vec())?;
    Ok(tickets)
}

fn ticket(doc: &TicketDoc) -> TicketParts {
    let priority = doc.priority.as_ref().map(PriorityId::from);
    let mut parts = TicketParts::new(TicketId::from(&doc.id), doc.service, priority, doc.opened.0);
    parts.asset = doc.asset.as_ref().map(AssetId::from);
    parts.priority_changes = doc
        .priority_changes
        .iter()
        .map(|change| PriorityChange {
            at: change.at.0,
            priority: change.priority.as_ref().map(PriorityId::from),
        })
        .collect();
    parts.responded = doc.responded.map(|moment| moment.0);
    parts.restored = doc.restored.map(|moment| moment.0);
    parts.resolutions = doc
        .resolutions
        .iter()
        .map(|resolution| Resolution {
            resolved: resolution.resolved.0,
            reopened: resolution.reopened.map(|moment| moment.0),
        })
        .collect();
    parts.cancelled = doc.cancelled.map(|moment| moment.0);
    parts.pauses = doc
        .pauses
        .iter()
        .map(|pause| Pause {
            reason: pause.reason,
            from: pause.from.0,
            to: pause.to.map(|moment| moment.0),
        })
        .collect();
    parts
}
