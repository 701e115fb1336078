//! The course of one target of one ticket: when it stops, which pauses count, when it is due.

use super::hours::OpenHours;
use super::target::{LevelParts, Measure, Reopening, TargetKind};
use super::ticket::TicketParts;
use crate::text::choice;

choice! {
    /// Why there is no deadline.
    NoDeadline {
        /// No service level applies to the service and priority of the ticket.
        NoLevel "no_level" "no service level applies" "aucun niveau de service ne s'applique",
        /// The level does not promise this.
        NoTarget "no_target" "the level has no such target" "le niveau n'a pas cet engagement",
        /// The calendar never opens again.
        NoOpening "no_opening" "the calendar never opens again" "le calendrier ne rouvre jamais",
        /// It would lie beyond the year 9999.
        OutOfRange "out_of_range" "beyond the year 9999" "au-delà de l'année 9999",
        /// The ticket waits: the deadline moves until the wait ends.
        Paused "paused" "the clock is paused" "le décompte est suspendu",
        /// The ticket was opened later than `as_of`.
        NotOpened "not_opened" "the ticket is not open yet" "le ticket n'est pas encore ouvert",
    }
}

/// An end that is not known.
const ENDLESS: i64 = i64::MAX;

/// Why a clock stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    pub(super) at: i64,
    pub(super) cancelled: bool,
}

/// The stop of a target as known at `as_of`.
pub(super) fn stop(ticket: &TicketParts, kind: TargetKind, as_of: i64) -> Option<Stop> {
    let known = |at: Option<i64>| at.filter(|at| *at <= as_of);
    let standing = || {
        let last = ticket.resolutions.iter().rev().find(|last| last.resolved <= as_of)?;
        known(last.reopened).is_none().then_some(last.resolved)
    };
    let event = match kind {
        TargetKind::Response => {
            let first = ticket.resolutions.first().map(|first| first.resolved);
            let events = [known(ticket.responded), known(ticket.restored), known(first)];
            events.into_iter().flatten().min()
        }
        TargetKind::Restoration => known(ticket.restored).or_else(standing),
        TargetKind::Resolution => standing(),
    };
    match event {
        Some(at) => Some(Stop { at, cancelled: false }),
        None => known(ticket.cancelled).map(|at| Stop { at, cancelled: true }),
    }
}

/// Fills `pauses` with the stretches that do not count: united, in order, from the opening to the
/// stop; the end of one that still lasts is [`ENDLESS`].
pub(super) fn pauses(
    ticket: &TicketParts,
    level: &LevelParts,
    stop: Option<Stop>,
    as_of: i64,
    pauses: &mut Vec<(i64, i64)>,
) {
    pauses.clear();
    if ticket.pauses.is_empty() && ticket.resolutions.is_empty() {
        return;
    }
    let limit = stop.map_or(ENDLESS, |stop| stop.at);
    let waits = ticket.pauses.iter().filter(|pause| level.waiting.contains(&pause.reason));
    let waits = waits.map(|pause| (pause.from, pause.to));
    let gaps = ticket.resolutions.iter().filter(|_| level.reopening == Reopening::Resume);
    // A resolution that stands is no gap: it is the stop, or not yet known.
    let gaps = gaps.filter_map(|gap| gap.reopened.map(|reopened| (gap.resolved, Some(reopened))));
    let gaps = gaps.filter(|(_, reopened)| reopened.is_some_and(|reopened| reopened <= as_of));
    for (from, to) in waits.chain(gaps).filter(|(from, _)| *from <= as_of) {
        let to = to.filter(|to| *to <= as_of).unwrap_or(ENDLESS).min(limit);
        if from < to {
            pauses.push((from, to));
        }
    }
    unite(pauses);
}

/// Sorts stretches and merges those that touch.
fn unite(stretches: &mut Vec<(i64, i64)>) {
    if stretches.len() < 2 {
        return;
    }
    crate::order::sort(stretches);
    stretches.dedup_by(|next, kept| {
        let touches = next.0 <= kept.1;
        if touches {
            kept.1 = kept.1.max(next.1);
        }
        touches
    });
}

/// One target counted on one ticket.
#[derive(Debug)]
pub(super) struct Course<'a> {
    pub(super) hours: &'a OpenHours,
    pub(super) start: i64,
    /// The deadline without any pause.
    pub(super) nominal: i64,
    /// Open seconds from the start to the nominal deadline.
    pub(super) need: i64,
    /// As [`pauses`] gives them.
    pub(super) pauses: &'a [(i64, i64)],
}

impl<'a> Course<'a> {
    /// The course, or why there is no deadline even without pauses.
    pub(super) fn new(
        hours: &'a OpenHours,
        measure: Measure,
        start: i64,
        pauses: &'a [(i64, i64)],
    ) -> Result<Course<'a>, NoDeadline> {
        let nominal = hours.nominal(start, measure)?;
        let need = match measure {
            Measure::OpenTime { seconds } => i64::from(seconds),
            _ => hours.between(start, nominal),
        };
        Ok(Course { hours, start, nominal, need, pauses })
    }

    /// The deadline; [`NoDeadline::Paused`] when it depends on the end of a pause that lasts.
    pub(super) fn deadline(&self) -> Result<i64, NoDeadline> {
        if self.paused_seconds(self.nominal) == 0 {
            return Ok(self.nominal);
        }
        self.moment(self.need)
    }

    /// Open seconds that pauses took before `until`.
    pub(super) fn paused_seconds(&self, until: i64) -> i64 {
        let before = self.pauses.iter().take_while(|(from, _)| *from < until);
        before.map(|(from, to)| self.hours.between(*from, (*to).min(until))).sum()
    }

    /// Counted seconds up to `until`.
    pub(super) fn elapsed(&self, until: i64) -> i64 {
        self.hours.between(self.start, until) - self.paused_seconds(until)
    }

    /// The first instant by which `goal` seconds are counted.
    pub(super) fn moment(&self, goal: i64) -> Result<i64, NoDeadline> {
        let (mut at, mut left) = (self.start, goal);
        if left <= 0 {
            return Ok(at);
        }
        for (from, to) in self.pauses {
            let counted = self.hours.between(at, *from);
            if left <= counted {
                break;
            }
            if *to == ENDLESS {
                return Err(NoDeadline::Paused);
            }
            (at, left) = (*to, left - counted);
        }
        self.hours.add(at, left)
    }

    /// The instant by which `goal` seconds are counted, the deadline itself at its own figure.
    pub(super) fn step(&self, goal: i64) -> Result<i64, NoDeadline> {
        if goal == self.need { self.deadline() } else { self.moment(goal) }
    }
}
