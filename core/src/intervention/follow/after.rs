//! After each repair, preventive work on what was repaired.

use crate::calendar::BusinessTime;
use crate::id::{InterventionId, TicketId};
use crate::intervention::{Intervention, Kind, Log, Status, Term};
use crate::order;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

/// The house rule: preventive work is due so many days after a repair.
pub const FOLLOW_UP_DAYS: u32 = 14;

choice! {
    /// What became of the preventive work after a repair, the better first.
    FollowUpState {
        /// Done within the window.
        Done "done" "done in time" "fait à temps",
        /// Planned within the window, which is not over.
        Planned "planned" "planned" "planifié",
        /// Due within the window, done after it.
        Late "late" "done late" "fait en retard",
        /// Not planned; the window is not over.
        Pending "pending" "to be planned" "à planifier",
        /// The window is over and nothing was done.
        Missed "missed" "missed" "manqué",
    }
}

/// A repair and the preventive work that must follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FollowUp<'l> {
    /// The asset that was repaired.
    pub asset: &'l str,
    /// The incident that was resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<&'l TicketId>,
    /// The corrective work that was done, where it belongs to no incident of the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repair: Option<&'l InterventionId>,
    /// The local day of the repair.
    pub repaired: Day,
    /// First day of the window: the day after.
    pub from: Day,
    /// Last day of the window.
    pub to: Day,
    /// What became of it.
    pub state: FollowUpState,
    /// The preventive work that serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'l InterventionId>,
}

/// How many repairs are followed up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FollowUpSummary<'l> {
    /// Repairs, by day, then asset, then id.
    pub rows: Vec<FollowUp<'l>>,
    /// Resolved incidents and repairs that name no asset: nothing can be said of them.
    pub without_asset: u64,
}

/// The preventive work that must follow each repair done by `as_of`: on day d in the zone of the log, it is due in
/// [d+1, d+`days`] ([`FOLLOW_UP_DAYS`]).
///
/// A repair is a resolved incident, or corrective work that is done and names no incident of the log; each asset counts by
/// itself. Preventive work serves when it was done in the window, or, not being given up, is due in it: by its due day,
/// else the day for which it is planned. Work done after `as_of` is planned work there. The first that serves is named,
/// by what it makes of the follow-up (done, then planned, then late), then by day, then by id.
pub fn follow_ups<'l>(log: &'l Log, as_of: i64, days: u32) -> FollowUpSummary<'l> {
    let as_of = as_of.clamp(BusinessTime::MIN, BusinessTime::MAX);
    let mut preventive: Vec<Served<'l>> = Vec::new();
    for work in log.interventions() {
        if work.kind == Some(Kind::Preventive) {
            let (done, due) = days_of(log, work, as_of);
            let assets = work.assets.iter();
            preventive.extend(assets.map(|asset| Served { asset: *asset, done, due, work }));
        }
    }
    order::sort_by(&mut preventive, |a, b| a.asset.cmp(&b.asset));
    let today = log.zone().day_at(as_of);
    let mut summary = FollowUpSummary { rows: Vec::new(), without_asset: 0 };
    for (incident, repair, at, assets) in repairs(log, as_of) {
        if assets.is_empty() {
            summary.without_asset = summary.without_asset.saturating_add(1);
        }
        let window = log.zone().day_at(at).and_then(|repaired| {
            let last = repaired.add_days(i32::try_from(days).ok()?)?;
            Some((repaired, repaired.add_days(1)?, last))
        });
        let (Some((repaired, from, to)), Some(today)) = (window, today) else { continue };
        for asset in assets {
            let start = preventive.partition_point(|served| served.asset < *asset);
            let own = preventive.get(start..).unwrap_or_default();
            let own = own.iter().take_while(|served| served.asset == *asset);
            let best = own.filter_map(|served| served.serves(from, to, today)).min();
            let none = if today > to { FollowUpState::Missed } else { FollowUpState::Pending };
            let (state, by) = match best {
                Some((state, _, id)) => (state, Some(id)),
                None => (none, None),
            };
            let asset = log.terms().text(*asset);
            summary.rows.push(FollowUp { asset, incident, repair, repaired, from, to, state, by });
        }
    }
    order::sort_by(&mut summary.rows, |a, b| {
        let key = |row: &FollowUp<'l>| (row.repaired, row.asset, row.incident, row.repair);
        key(a).cmp(&key(b))
    });
    summary
}

/// Preventive work of one asset.
struct Served<'l> {
    asset: Term,
    done: Option<Day>,
    due: Option<Day>,
    work: &'l Intervention,
}

impl<'l> Served<'l> {
    /// What this work makes of a window, its day, its id.
    fn serves(
        &self,
        from: Day,
        to: Day,
        today: Day,
    ) -> Option<(FollowUpState, Day, &'l InterventionId)> {
        let within = |day: &Day| (from..=to).contains(day);
        let id = &self.work.id;
        if let Some(done) = self.done.filter(within) {
            return Some((FollowUpState::Done, done, id));
        }
        let due = self.due.filter(within)?;
        match self.done {
            Some(done) if done > to => Some((FollowUpState::Late, done, id)),
            None if today <= to => Some((FollowUpState::Planned, due, id)),
            // Done before the repair, it cannot follow it; not done in time, it is missed.
            _ => None,
        }
    }
}

/// The day on which work was done by `as_of`, and the day on which it is due.
fn days_of(log: &Log, work: &Intervention, as_of: i64) -> (Option<Day>, Option<Day>) {
    let at = work.ended.or(work.begun);
    let is_done =
        work.status == Some(Status::Done) || work.status.is_none() && work.ended.is_some();
    let done = at.filter(|at| is_done && *at <= as_of).and_then(|at| log.zone().day_at(at));
    let is_given_up = matches!(work.status, Some(Status::Cancelled | Status::NotDone));
    let planned = work.planned_from.or(work.planned_to).or(at);
    let due = work.due.or_else(|| planned.and_then(|at| log.zone().day_at(at)));
    (done, due.filter(|_| !is_given_up))
}

type Repair<'l> = (Option<&'l TicketId>, Option<&'l InterventionId>, i64, &'l [Term]);

/// Resolved incidents, and corrective work without one.
fn repairs(log: &Log, as_of: i64) -> impl Iterator<Item = Repair<'_>> {
    let incidents = log.incidents().iter().filter_map(move |incident| {
        let at = incident.resolved.filter(|at| *at <= as_of)?;
        Some((Some(&incident.id), None, at, incident.assets.as_slice()))
    });
    let works = log.interventions().iter().filter_map(move |work| {
        let at = work.ended.filter(|at| *at <= as_of)?;
        let is_repair =
            work.kind == Some(Kind::Corrective) && matches!(work.status, Some(Status::Done) | None);
        let known = work.incident.as_ref().and_then(|id| log.incident(id.as_str()));
        let found = (None, Some(&work.id), at, work.assets.as_slice());
        (is_repair && known.is_none()).then_some(found)
    });
    incidents.chain(works)
}
