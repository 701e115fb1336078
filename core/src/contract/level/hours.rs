//! The hours in which a target is counted: business time as the level asks for it.

use super::course::NoDeadline;
use super::target::Measure;
use super::trace::LocalInstant;
use crate::calendar::{BusinessTime, Unreachable, WorkCalendar};
use crate::id::CalendarId;
use crate::time::Zone;

/// The hours of one target, made ready once for all tickets.
#[derive(Debug)]
pub(super) struct OpenHours {
    time: BusinessTime,
    /// Every hour of the same zone: what calendar days are counted in.
    around: BusinessTime,
    /// Whether the hours are those of a calendar.
    is_calendar: bool,
}

impl OpenHours {
    /// The hours of a calendar.
    pub(super) fn of_calendar(calendar: &WorkCalendar) -> OpenHours {
        let around = BusinessTime::compile(&always(calendar.id(), calendar.zone()));
        OpenHours { time: BusinessTime::compile(calendar), around, is_calendar: true }
    }

    /// Every hour of every day.
    pub(super) fn always(zone: Zone) -> Option<OpenHours> {
        let time = BusinessTime::compile(&always(&CalendarId::new("24x7")?, zone));
        Some(OpenHours { around: time.clone(), time, is_calendar: false })
    }

    /// The calendar; `None` around the clock.
    pub(super) fn calendar(&self) -> Option<&WorkCalendar> {
        self.is_calendar.then(|| self.time.calendar())
    }

    /// Open seconds; 0 when `to` is not later. An instant beyond the calendar counts as its end.
    pub(super) fn between(&self, from: i64, to: i64) -> i64 {
        let within = |at: i64| at.clamp(BusinessTime::MIN, BusinessTime::MAX);
        self.time.between(within(from), within(to)).unwrap_or(0)
    }

    /// The first instant with so many open seconds before it.
    pub(super) fn add(&self, at: i64, seconds: i64) -> Result<i64, NoDeadline> {
        self.time.add(at, seconds).map_err(|reason| self.why(at, reason))
    }

    /// The first open instant at or after `at`.
    pub(super) fn next_open(&self, at: i64) -> Result<i64, NoDeadline> {
        self.time.next_open(at).map_err(|_| NoDeadline::NoOpening)
    }

    /// The deadline of a target without any pause.
    pub(super) fn nominal(&self, at: i64, measure: Measure) -> Result<i64, NoDeadline> {
        let count = |count: u32| i32::try_from(count).map_err(|_| NoDeadline::OutOfRange);
        match measure {
            Measure::OpenTime { seconds } => return self.add(at, i64::from(seconds)),
            Measure::WorkingDays { days } => self.time.working_days_after(at, count(days)?),
            Measure::EndOfWorkingDay { days } => self.time.end_of_working_day(at, count(days)?),
            Measure::CalendarDays { days } => self.around.working_days_after(at, count(days)?),
            Measure::CalendarMonths { months } => self.time.months_after(at, count(months)?),
        }
        .map_err(|reason| self.why(at, reason))
    }

    /// A calendar that is closed up to the last year never opens; one that opens too seldom does.
    fn why(&self, at: i64, reason: Unreachable) -> NoDeadline {
        match reason {
            Unreachable::OutOfRange if self.time.next_open(at).is_ok() => NoDeadline::OutOfRange,
            _ => NoDeadline::NoOpening,
        }
    }

    /// The instant in the zone of the hours.
    pub(super) fn local(&self, at: i64) -> LocalInstant {
        LocalInstant::new(at, self.time.zone())
    }
}

fn always(id: &CalendarId, zone: Zone) -> WorkCalendar {
    WorkCalendar::always_open(id.clone(), zone)
}
