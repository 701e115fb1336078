//! What was done, or is to be done.

use super::{Kind, Place, PreventiveBasis, Status, Term, Wait};
use crate::id::{InterventionId, TicketId};
use crate::quantity::Currency;
use crate::time::Day;
use serde::Serialize;

/// A time in which equipment was taken out of service for the work, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Downtime {
    /// Since when.
    pub from: i64,
    /// Until when; `None` while it lasts.
    pub to: Option<i64>,
    /// Whether it was agreed beforehand.
    pub is_planned: Option<bool>,
}

/// What an intervention cost, in minor units of one currency; a part that is not known is `None`, one that cost
/// nothing is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Costs {
    /// Currency of every part.
    pub currency: Currency,
    /// Own staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labour_minor: Option<i64>,
    /// Other companies: their labour and what they charge for a visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contractor_minor: Option<i64>,
    /// Spare parts and material.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts_minor: Option<i64>,
    /// Travel of own staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_minor: Option<i64>,
    /// Anything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_minor: Option<i64>,
    /// The whole, where the source says only that; it must not be less than the parts that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_minor: Option<i64>,
}

impl Costs {
    /// No part known.
    pub fn new(currency: Currency) -> Costs {
        Costs {
            currency,
            labour_minor: None,
            contractor_minor: None,
            parts_minor: None,
            travel_minor: None,
            other_minor: None,
            total_minor: None,
        }
    }

    /// The parts: labour, contractor, parts, travel, other.
    pub fn parts(&self) -> [Option<i64>; 5] {
        [
            self.labour_minor,
            self.contractor_minor,
            self.parts_minor,
            self.travel_minor,
            self.other_minor,
        ]
    }

    /// The whole: as stated, else the sum of the parts that are known; `None` when nothing is.
    pub fn total(&self) -> Option<i64> {
        self.total_minor.or_else(|| {
            let mut known = self.parts().into_iter().flatten();
            let first = known.next()?;
            Some(known.fold(first, i64::saturating_add))
        })
    }
}

/// One intervention. Instants are UTC seconds since 1970; what is not known is `None`.
///
/// Texts are [`Term`]s of the [`Terms`](super::Terms) of its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intervention {
    /// Its id, unique among the interventions of the log.
    pub id: InterventionId,
    /// What it is for.
    pub kind: Option<Kind>,
    /// What decided when it was done; for preventive work only.
    pub basis: Option<PreventiveBasis>,
    /// How it stands.
    pub status: Option<Status>,
    /// Where it is done.
    pub place: Option<Place>,
    /// Begin of the time planned for it.
    pub planned_from: Option<i64>,
    /// End of the time planned for it.
    pub planned_to: Option<i64>,
    /// When work began.
    pub begun: Option<i64>,
    /// When work ended.
    pub ended: Option<i64>,
    /// Who works on it, sorted, each once.
    pub technicians: Vec<Term>,
    /// The assets worked on, sorted, each once.
    pub assets: Vec<Term>,
    /// Where.
    pub site: Option<Term>,
    /// What kind of work or equipment, in the caller's own words.
    pub category: Option<Term>,
    /// Priority, in the caller's own words.
    pub priority: Option<Term>,
    /// The team in charge.
    pub group: Option<Term>,
    /// The company that does it, when it is another one.
    pub supplier: Option<Term>,
    /// The contract under which it is done.
    pub contract: Option<Term>,
    /// What made it necessary.
    pub cause: Option<Term>,
    /// What was done.
    pub action: Option<Term>,
    /// Minutes of work of everybody, own staff and others, overtime included; two people for an hour are 120.
    pub labour_minutes: Option<u32>,
    /// Part of `labour_minutes` that other companies worked.
    pub external_minutes: Option<u32>,
    /// Part of `labour_minutes` beyond the usual hours.
    pub overtime_minutes: Option<u32>,
    /// Minutes of work foreseen.
    pub estimated_minutes: Option<u32>,
    /// Minutes on the road.
    pub travel_minutes: Option<u32>,
    /// Whether corrective work could not wait.
    pub is_immediate: Option<bool>,
    /// What it cost.
    pub costs: Option<Box<Costs>>,
    /// The time in which equipment was taken out of service for it.
    pub downtime: Option<Downtime>,
    /// How often it had to be done again.
    pub reopen_count: Option<u32>,
    /// Its waits, by begin, then by end, one that lasts last.
    pub waits: Vec<Wait>,
    /// Id of the occurrence of the plan that it fulfils.
    pub occurrence: Option<Box<str>>,
    /// The day on which the occurrence is due.
    pub due: Option<Day>,
    /// Days from one due day to the next, of the task that it belongs to.
    pub interval_days: Option<u32>,
    /// The incident that it is part of the answer to.
    pub incident: Option<TicketId>,
}

impl Intervention {
    /// An intervention of which only the id is known.
    pub fn new(id: InterventionId) -> Intervention {
        Intervention {
            id,
            kind: None,
            basis: None,
            status: None,
            place: None,
            planned_from: None,
            planned_to: None,
            begun: None,
            ended: None,
            technicians: Vec::new(),
            assets: Vec::new(),
            site: None,
            category: None,
            priority: None,
            group: None,
            supplier: None,
            contract: None,
            cause: None,
            action: None,
            labour_minutes: None,
            external_minutes: None,
            overtime_minutes: None,
            estimated_minutes: None,
            travel_minutes: None,
            is_immediate: None,
            costs: None,
            downtime: None,
            reopen_count: None,
            waits: Vec::new(),
            occurrence: None,
            due: None,
            interval_days: None,
            incident: None,
        }
    }

    /// Whether a time was planned for it.
    pub fn is_scheduled(&self) -> bool {
        self.planned_from.is_some() || self.planned_to.is_some()
    }

    /// The instant at which it counts: its end, else its begin, else the begin and then the end planned.
    pub fn counted_at(&self) -> Option<i64> {
        self.ended.or(self.begun).or(self.planned_from).or(self.planned_to)
    }

    /// Whether it was done as planned: begun no earlier than planned and ended no later, each end counted where
    /// both plan and work state it. `None` when nothing was planned or when that is not known; `Some(false)`
    /// when it was not done or cancelled.
    pub fn is_done_as_planned(&self) -> Option<bool> {
        if !self.is_scheduled() {
            return None;
        }
        match self.status? {
            Status::Cancelled | Status::NotDone => return Some(false),
            Status::Planned | Status::InProgress => return None,
            Status::Done => {}
        }
        let early = self.planned_from.zip(self.begun).map(|(planned, begun)| begun < planned);
        let late = self.planned_to.zip(self.ended).map(|(planned, ended)| ended > planned);
        match (early, late) {
            (None, None) => None,
            (early, late) => Some(!early.unwrap_or(false) && !late.unwrap_or(false)),
        }
    }

    /// The terms, each with the name of its field.
    pub(super) fn terms_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Term)> {
        let single = [
            ("site", &mut self.site),
            ("category", &mut self.category),
            ("priority", &mut self.priority),
            ("group", &mut self.group),
            ("supplier", &mut self.supplier),
            ("contract", &mut self.contract),
            ("cause", &mut self.cause),
            ("action", &mut self.action),
        ];
        let single = single.into_iter().filter_map(|(name, term)| Some((name, term.as_mut()?)));
        let assets = self.assets.iter_mut().map(|term| ("assets", term));
        let people = self.technicians.iter_mut().map(|term| ("technicians", term));
        let waits = self.waits.iter_mut().filter_map(|wait| Some(("waits", wait.label.as_mut()?)));
        single.chain(assets).chain(people).chain(waits)
    }
}
