//! Service levels compiled with their calendars.

use super::clock::{Clock, ClockState, EscalationDue, EscalationState};
use super::course::{Course, NoDeadline, Stop, pauses, stop};
use super::hours::OpenHours;
use super::target::{EscalationMoment, Hours, ServiceLevel, Target, TargetKind};
use super::ticket::Ticket;
use super::trace::{Deadline, explain};
use crate::calendar::WorkCalendar;
use crate::contract::Service;
use crate::error::{Error, Fault, Faults, codes};
use crate::id::PriorityId;
use crate::order;
use crate::time::Zone;

/// Service levels, each calendar compiled once.
///
/// ```
/// use entretien::calendar::{HolidaySet, Week, WorkCalendar};
/// use entretien::contract::{Service, level::*};
/// use entretien::id::{CalendarId, TicketId};
/// use entretien::time::Zone;
/// let id = CalendarId::new("office").unwrap();
/// let office = WorkCalendar::new(id.clone(), Week::office(), HolidaySet::FR, vec![]);
/// let mut parts = LevelParts::new(Service::Corrective, None);
/// let measure = Measure::OpenTime { seconds: 4 * 3_600 };
/// parts.resolution = Some(Target { measure, hours: Hours::Calendar(id) });
/// let level = ServiceLevel::new(parts).unwrap();
/// let levels = Levels::compile(&[level], &[office], Zone::PARIS).unwrap();
///
/// let monday_17h = 1_772_467_200; // 2 March 2026, 17:00 in Paris
/// let id = TicketId::new("INC-7").unwrap();
/// let ticket = Ticket::new(TicketParts::new(id, Service::Corrective, None, monday_17h)).unwrap();
/// let deadline = levels.deadline(&ticket, TargetKind::Resolution);
/// assert_eq!(deadline.instant.unwrap().to_string(), "2026-03-03T11:00:00+01:00");
///
/// let [response, _, resolution] = levels.clock(&ticket, monday_17h + 5 * 3_600); // 22:00
/// assert_eq!(resolution.state, ClockState::Running);
/// assert_eq!(resolution.elapsed_seconds, Some(3_600)); // one hour until closing time
/// assert_eq!(response.reason, Some(NoDeadline::NoTarget));
/// ```
#[derive(Debug)]
pub struct Levels {
    list: Vec<ServiceLevel>,
    /// Calendar of each target of each level: place in `hours`.
    places: Vec<[Option<usize>; 3]>,
    hours: Vec<OpenHours>,
    /// Places of the levels, by service and priority.
    sorted: Vec<usize>,
}

impl Levels {
    /// The levels, in the order given; `calendars` are those that they name, each hour of each day is
    /// counted
    /// in the zone `zone`.
    ///
    /// # Errors
    /// `LVL-005` two levels for one service and priority · `DOC-013` a calendar that is not given.
    /// Pointers begin with the place of the level: `/0/response`.
    pub fn compile(
        levels: &[ServiceLevel],
        calendars: &[WorkCalendar],
        zone: Zone,
    ) -> Result<Levels, Error> {
        let mut faults = Faults::new();
        ServiceLevel::check_unique(levels, "", &mut faults);
        let mut builder = Builder { calendars, zone, hours: Vec::new(), names: Vec::new() };
        let mut places = Vec::with_capacity(levels.len());
        for (number, level) in levels.iter().enumerate() {
            let mut row = [None; 3];
            for (kind, place) in TargetKind::ALL.iter().zip(&mut row) {
                if let Some(target) = level.target(*kind) {
                    let pointer = format!("/{number}/{}", kind.code());
                    *place = builder.place(&target.hours, &pointer, &mut faults);
                }
            }
            places.push(row);
        }
        Error::check(faults.into_vec())?;
        let mut sorted: Vec<usize> = (0..levels.len()).collect();
        order::sort_by(&mut sorted, |a, b| {
            let key = |place: &usize| levels.get(*place).map(key);
            key(a).cmp(&key(b))
        });
        Ok(Levels { list: levels.to_vec(), places, hours: builder.hours, sorted })
    }

    /// The levels, in the order given.
    pub fn levels(&self) -> &[ServiceLevel] {
        &self.list
    }

    /// Place of the level of a service and priority: that of the priority, else the one without.
    pub fn level_of(&self, service: Service, priority: Option<&PriorityId>) -> Option<usize> {
        let find = |wanted: (Service, Option<&PriorityId>)| {
            let compare = |place: &usize| self.list.get(*place).map(key).cmp(&Some(wanted));
            let found = self.sorted.binary_search_by(compare).ok()?;
            self.sorted.get(found).copied()
        };
        find((service, priority)).or_else(|| find((service, None)))
    }

    /// The tickets that no level applies to, each a fault `LVL-014` at `/index`: their clocks are not
    /// counted ([`NoDeadline::NoLevel`]).
    pub fn check(&self, tickets: &[Ticket]) -> Vec<Fault> {
        let mut faults = Faults::new();
        for (index, ticket) in tickets.iter().enumerate() {
            let parts = ticket.parts();
            let changes = parts.priority_changes.iter().map(|change| change.priority.as_ref());
            let mut all = std::iter::once(parts.priority.as_ref()).chain(changes);
            if let Some(priority) =
                all.find(|priority| self.level_of(parts.service, *priority).is_none())
            {
                let message = format!(
                    "`{}`: no level for `{}` {}",
                    parts.id,
                    parts.service.code(),
                    priority.map_or("without priority", PriorityId::as_str)
                );
                faults.add(codes::LVL_UNKNOWN_PRIORITY, format!("/{index}"), message);
            }
        }
        faults.into_vec()
    }

    /// By when a target of a ticket is due, with all that is known of the ticket, and why.
    pub fn deadline(&self, ticket: &Ticket, target: TargetKind) -> Deadline {
        let found = match self.find(ticket, target, i64::MAX) {
            Ok(found) => found,
            Err((_, reason)) => return Deadline::none(target, reason),
        };
        let mut scratch = Vec::new();
        pauses(ticket.parts(), found.level.parts(), found.stop, i64::MAX, &mut scratch);
        explain(target, found.target, found.hours, ticket.parts().opened, &scratch)
    }

    /// The clocks of one ticket at `as_of`: response, restoration, resolution.
    pub fn clock(&self, ticket: &Ticket, as_of: i64) -> [Clock; 3] {
        let mut scratch = Vec::new();
        let mut clock = |kind| self.one_clock(ticket, 0, kind, as_of, &mut scratch);
        [clock(TargetKind::Response), clock(TargetKind::Restoration), clock(TargetKind::Resolution)]
    }

    /// The clocks of many tickets at `as_of`: three for each ticket, in the order of the tickets.
    pub fn clocks(&self, tickets: &[Ticket], as_of: i64) -> Vec<Clock> {
        let mut scratch = Vec::new();
        let mut clocks = Vec::with_capacity(tickets.len().saturating_mul(3));
        for (index, ticket) in tickets.iter().enumerate() {
            for kind in TargetKind::ALL {
                clocks.push(self.one_clock(ticket, index, *kind, as_of, &mut scratch));
            }
        }
        clocks
    }

    /// The escalation steps of a ticket at `as_of`: by target, then in the order of the level.
    pub fn escalations(&self, ticket: &Ticket, as_of: i64) -> Vec<EscalationDue> {
        let mut due = Vec::new();
        let mut scratch = Vec::new();
        for kind in TargetKind::ALL {
            let Ok(Found { number, level, target, hours, stop }) = self.find(ticket, *kind, as_of)
            else {
                continue;
            };
            pauses(ticket.parts(), level.parts(), stop, as_of, &mut scratch);
            let course = Course::new(hours, target.measure, ticket.parts().opened, &scratch);
            let steps = level.parts().escalations.iter().enumerate();
            for (step, escalation) in steps.filter(|(_, step)| step.target == *kind) {
                let found = match &course {
                    Ok(course) => course.step(goal(escalation.moment, course.need)),
                    Err(reason) => Err(*reason),
                };
                let (instant, reason) = split(found);
                let state = escalation_state(instant, stop, as_of);
                due.push(EscalationDue {
                    target: *kind,
                    level: number,
                    step,
                    instant,
                    reason,
                    state,
                });
            }
        }
        due
    }

    /// What applies to a target of a ticket, or why nothing does.
    pub(super) fn find(
        &self,
        ticket: &Ticket,
        kind: TargetKind,
        as_of: i64,
    ) -> Result<Found<'_>, (Option<usize>, NoDeadline)> {
        let parts = ticket.parts();
        if as_of < parts.opened {
            return Err((None, NoDeadline::NotOpened));
        }
        let stop = stop(parts, kind, as_of);
        let priority = ticket.priority_at(stop.map_or(as_of, |stop| stop.at));
        let number = self.level_of(parts.service, priority).ok_or((None, NoDeadline::NoLevel))?;
        let missing = (Some(number), NoDeadline::NoTarget);
        let level = self.list.get(number).ok_or(missing)?;
        let target = level.target(kind).ok_or(missing)?;
        let hours = self.hours_of(number, kind).ok_or(missing)?;
        Ok(Found { number, level, target, hours, stop })
    }

    /// The hours of a target of a level.
    pub(super) fn hours_of(&self, level: usize, kind: TargetKind) -> Option<&OpenHours> {
        let place = match kind {
            TargetKind::Response => 0,
            TargetKind::Restoration => 1,
            TargetKind::Resolution => 2,
        };
        self.hours.get((*self.places.get(level)?.get(place)?)?)
    }

    fn one_clock(
        &self,
        ticket: &Ticket,
        index: usize,
        kind: TargetKind,
        as_of: i64,
        scratch: &mut Vec<(i64, i64)>,
    ) -> Clock {
        let mut clock = Clock {
            ticket: index,
            target: kind,
            level: None,
            state: ClockState::NotCounted,
            deadline: None,
            reason: None,
            stopped: None,
            target_seconds: None,
            elapsed_seconds: None,
            paused_seconds: None,
            remaining_seconds: None,
            overrun_seconds: None,
        };
        let found = match self.find(ticket, kind, as_of) {
            Ok(found) => found,
            Err((level, reason)) => {
                if reason == NoDeadline::NotOpened {
                    clock.state = ClockState::NotStarted;
                }
                return Clock { level, reason: Some(reason), ..clock };
            }
        };
        clock.level = Some(found.number);
        clock.stopped = found.stop.map(|stop| stop.at);
        let start = ticket.parts().opened;
        pauses(ticket.parts(), found.level.parts(), found.stop, as_of, scratch);
        match Course::new(found.hours, found.target.measure, start, scratch) {
            Ok(course) => read(&course, found.stop, as_of, &mut clock),
            Err(reason) => clock.reason = Some(reason),
        }
        clock
    }
}

/// What levels are found by.
fn key(level: &ServiceLevel) -> (Service, Option<&PriorityId>) {
    (level.service(), level.priority())
}

/// What applies to a target of a ticket.
pub(super) struct Found<'a> {
    pub(super) number: usize,
    pub(super) level: &'a ServiceLevel,
    pub(super) target: &'a Target,
    pub(super) hours: &'a OpenHours,
    pub(super) stop: Option<Stop>,
}

/// Fills in what the course says at `as_of`.
fn read(course: &Course<'_>, stop: Option<Stop>, as_of: i64, clock: &mut Clock) {
    let until = stop.map_or(as_of, |stop| stop.at);
    let elapsed = course.elapsed(until);
    clock.target_seconds = Some(course.need);
    clock.elapsed_seconds = Some(elapsed);
    clock.paused_seconds = Some(course.paused_seconds(until));
    clock.remaining_seconds = Some((course.need - elapsed).max(0));
    clock.overrun_seconds = Some((elapsed - course.need).max(0));
    (clock.deadline, clock.reason) = split(course.deadline());
    clock.state = match (clock.deadline, clock.reason) {
        (Some(deadline), _) if until > deadline => ClockState::Breached,
        (Some(_), _) => match stop {
            None => ClockState::Running,
            Some(stop) if stop.cancelled => ClockState::Cancelled,
            Some(_) => ClockState::Met,
        },
        (None, Some(NoDeadline::Paused)) => ClockState::Paused,
        (None, _) => ClockState::NotCounted,
    };
}

/// The counted seconds at which a step falls.
fn goal(moment: EscalationMoment, need: i64) -> i64 {
    match moment {
        EscalationMoment::Before { seconds } => (need - i64::from(seconds)).max(0),
        EscalationMoment::After { seconds } => need + i64::from(seconds),
        EscalationMoment::Percent { percent } => (need * i64::from(percent) + 99).div_euclid(100),
    }
}

fn escalation_state(instant: Option<i64>, stop: Option<Stop>, as_of: i64) -> EscalationState {
    match (instant, stop) {
        (Some(at), Some(stop)) if at < stop.at => EscalationState::Passed,
        (_, Some(_)) => EscalationState::Dropped,
        (Some(at), None) if at <= as_of => EscalationState::Passed,
        _ => EscalationState::Due,
    }
}

pub(super) fn split(found: Result<i64, NoDeadline>) -> (Option<i64>, Option<NoDeadline>) {
    match found {
        Ok(at) => (Some(at), None),
        Err(reason) => (None, Some(reason)),
    }
}

/// Compiles each calendar at its first use.
struct Builder<'a> {
    calendars: &'a [WorkCalendar],
    zone: Zone,
    hours: Vec<OpenHours>,
    names: Vec<Hours>,
}

impl Builder<'_> {
    fn place(&mut self, wanted: &Hours, pointer: &str, faults: &mut Faults) -> Option<usize> {
        if let Some(place) = self.names.iter().position(|name| name == wanted) {
            return Some(place);
        }
        let compiled = match wanted {
            Hours::Always => OpenHours::always(self.zone)?,
            Hours::Calendar(id) => {
                let Some(calendar) = self.calendars.iter().find(|calendar| calendar.id() == id)
                else {
                    let message = format!("no calendar `{id}`");
                    faults.add(codes::DOC_DANGLING_ID, pointer, message);
                    return None;
                };
                OpenHours::of_calendar(calendar)
            }
        };
        self.hours.push(compiled);
        self.names.push(wanted.clone());
        Some(self.hours.len() - 1)
    }
}
