//! Promises that nobody can keep: windows in which no calendar is open.

use super::levels::Levels;
use super::target::TargetKind;
use crate::calendar::{BusinessTime, WorkCalendar};
use crate::error::{Error, codes};

/// A target that can be used up while nobody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdleTarget {
    /// Place of the level among those compiled.
    pub level: usize,
    /// Which target.
    pub target: TargetKind,
    /// How.
    pub kind: Idle,
}

/// How a target meets no opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// Its own calendar never opens after the begin of the period: it has no deadline.
    NeverOpen,
    /// Its own calendar does not open in the period, though it does later.
    ClosedInPeriod,
    /// A ticket opened at `opened` is due at `deadline`, and no calendar of those who answer opens in
    /// between. UTC seconds; the earliest such ticket of the period.
    Unattended {
        /// When it would be opened.
        opened: i64,
        /// When it would be due.
        deadline: i64,
    },
}

impl Levels {
    /// The targets that meet no opening in `[from, to)`, UTC seconds: by level, then by target.
    ///
    /// `staff` are the calendars of those who answer. A 24×7 response of one hour
    /// meets none at night when they work by day; in the hours of an office, it always does.
    ///
    /// # Errors
    /// `CAL-002` a reversed period · `CAL-010` an instant beyond the calendar · `CAL-013` more openings
    /// than business time lists.
    pub fn idle(
        &self,
        staff: &[WorkCalendar],
        from: i64,
        to: i64,
    ) -> Result<Vec<IdleTarget>, Error> {
        if to < from {
            return Err(Error::new(codes::CAL_REVERSED, "", format!("from {from} to {to}")));
        }
        let staff: Vec<BusinessTime> = staff.iter().map(BusinessTime::compile).collect();
        let gaps = gaps(&staff, from, to)?;
        let mut found = Vec::new();
        for (level, service_level) in self.levels().iter().enumerate() {
            for target in TargetKind::ALL {
                let measure = service_level.target(*target).map(|target| target.measure);
                let (Some(measure), Some(hours)) = (measure, self.hours_of(level, *target)) else {
                    continue;
                };
                let due = |at: i64| hours.nominal(at, measure);
                let kind = match hours.next_open(from) {
                    Err(_) => Some(Idle::NeverOpen),
                    Ok(open) if open >= to => Some(Idle::ClosedInPeriod),
                    // The later a ticket is opened, the later it is due: the start of a gap decides.
                    Ok(_) => gaps.iter().find_map(|(start, end)| {
                        let deadline = due(*start).ok().filter(|deadline| deadline <= end)?;
                        Some(Idle::Unattended { opened: *start, deadline })
                    }),
                };
                found.extend(kind.map(|kind| IdleTarget { level, target: *target, kind }));
            }
        }
        Ok(found)
    }
}

/// The stretches of `[from, to)` in which none of the calendars is open; the last one goes on to the
/// next opening. In order.
fn gaps(staff: &[BusinessTime], from: i64, to: i64) -> Result<Vec<(i64, i64)>, Error> {
    let mut spans: Vec<(i64, i64)> = Vec::new();
    for time in staff {
        spans.extend(time.spans(from, to)?);
    }
    crate::order::sort(&mut spans);
    let mut gaps = Vec::new();
    let mut open_until = from;
    for (start, end) in spans {
        if start > open_until {
            gaps.push((open_until, start));
        }
        open_until = open_until.max(end);
    }
    if open_until < to {
        let next = staff.iter().filter_map(|time| time.next_open(to).ok()).min();
        gaps.push((open_until, next.unwrap_or(i64::MAX)));
    }
    Ok(gaps)
}
