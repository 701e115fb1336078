//! What may change in what a plan is computed from.

use super::event::{PlanEvent, WorkRequest};
use super::input::{Capacity, HouseRules, PlanInput, PlanParts};
use super::meter::{Meter, Reading};
use super::programme::Visits;
use super::task::TaskTemplate;
use super::window::WorkWindow;
use crate::error::{Error, codes};
use crate::id::{AssetId, TaskId};
use crate::inventory::Asset;
use crate::order;

/// One change. What it sets replaces what has the same id, or is added; what it removes must be there.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Sets an event: something was done or decided.
    Event(PlanEvent),
    /// Removes an event: undo.
    RemoveEvent(Box<str>),
    /// Sets a request for work.
    Request(WorkRequest),
    /// Removes a request.
    RemoveRequest(Box<str>),
    /// Adds a reading to a meter.
    Reading {
        /// The asset.
        asset: AssetId,
        /// What its meter counts.
        counts: Box<str>,
        /// The reading; it replaces one of the same day.
        reading: Reading,
    },
    /// Sets an asset.
    Asset(Box<Asset>),
    /// Removes an asset, its relations, meters, requests and events.
    RemoveAsset(AssetId),
    /// Sets a task.
    Task(Box<TaskTemplate>),
    /// Removes a task and its events.
    RemoveTask(TaskId),
    /// Sets a window.
    Window(Box<WorkWindow>),
    /// Removes a window.
    RemoveWindow(Box<str>),
    /// Sets the house rules.
    HouseRules(HouseRules),
    /// Sets how works become visits.
    Visits(Option<Visits>),
    /// Sets what a skill offers.
    Capacity(Capacity),
}

impl PlanInput {
    /// The parts that this input was made of, lists by id.
    pub fn to_parts(&self) -> PlanParts {
        PlanParts {
            provider: self.provider.clone(),
            customer: self.customer.clone(),
            begin: self.begin,
            estate: self.estate.clone(),
            calendars: self.calendars.clone(),
            default_calendar: self.any_calendar().id().clone(),
            contracts: self.contracts.clone(),
            tasks: self.tasks.clone(),
            capacity: self.capacity.clone(),
            house: self.house,
            zone: self.zone,
            programme: self.programme.clone(),
        }
    }

    /// The input with changes, in their order.
    ///
    /// # Errors
    /// `DOC-013` nothing of that id to remove, or a meter that is not there; otherwise those of
    /// [`PlanInput::new`].
    pub fn with(&self, changes: &[Change]) -> Result<PlanInput, Error> {
        let mut parts = self.to_parts();
        for (index, change) in changes.iter().enumerate() {
            apply(&mut parts, change)
                .map_err(|error| error.within(&format!("/changes/{index}")))?;
        }
        PlanInput::new(parts)
    }

    /// The input with further requests; one of an id that is there replaces it.
    ///
    /// # Errors
    /// Those of [`PlanInput::new`].
    pub fn with_requests(&self, requests: Vec<WorkRequest>) -> Result<PlanInput, Error> {
        let mut parts = self.to_parts();
        let mut ids = order::Index::default();
        for request in &requests {
            ids.add(&request.id, 0);
        }
        parts.programme.requests.retain(|known| ids.get(&known.id).is_none());
        parts.programme.requests.extend(requests);
        PlanInput::new(parts)
    }

    /// The input with one change, without the place of the change in what it is refused for.
    pub(super) fn with_one(&self, change: &Change) -> Result<PlanInput, Error> {
        let mut parts = self.to_parts();
        apply(&mut parts, change)?;
        PlanInput::new(parts)
    }
}

fn apply(parts: &mut PlanParts, change: &Change) -> Result<(), Error> {
    let programme = &mut parts.programme;
    match change {
        Change::Event(event) => set(&mut programme.events, event, |a, b| a.id == b.id),
        Change::Request(request) => set(&mut programme.requests, request, |a, b| a.id == b.id),
        Change::Window(window) => set(&mut programme.windows, window, |a, b| a.id == b.id),
        Change::Task(task) => set(&mut parts.tasks, task, |a, b| a.id == b.id),
        Change::Capacity(capacity) => {
            set(&mut parts.capacity, capacity, |a, b| a.skill == b.skill);
        }
        Change::HouseRules(house) => parts.house = *house,
        Change::Visits(visits) => programme.visits = *visits,
        Change::RemoveEvent(id) => remove(&mut programme.events, "event", id, |e| &e.id)?,
        Change::RemoveRequest(id) => remove(&mut programme.requests, "request", id, |r| &r.id)?,
        Change::RemoveWindow(id) => remove(&mut programme.windows, "window", id, |w| &w.id)?,
        Change::RemoveTask(id) => {
            remove(&mut parts.tasks, "task", id.as_str(), |task| task.id.as_str())?;
            programme.events.retain(|event| !event.happening.is_about_task(id));
        }
        Change::Reading { asset, counts, reading } => {
            let found = programme
                .meters
                .iter_mut()
                .find(|meter| meter.asset() == asset && meter.counts() == &**counts);
            let meter = found.ok_or_else(|| no_such("meter", counts))?;
            *meter = with_reading(meter, *reading)?;
        }
        Change::Asset(asset) => {
            let mut estate = std::mem::take(&mut parts.estate).into_parts();
            set(&mut estate.assets, asset, |a, b| a.id == b.id);
            parts.estate = estate.build()?;
        }
        Change::RemoveAsset(id) => {
            let mut estate = std::mem::take(&mut parts.estate).into_parts();
            remove(&mut estate.assets, "asset", id.as_str(), |asset| asset.id.as_str())?;
            estate.relations.retain(|relation| relation.from != *id && relation.to != *id);
            programme.meters.retain(|meter| meter.asset() != id);
            programme.requests.retain(|request| request.asset != *id);
            programme.events.retain(|event| !event.happening.is_about_asset(id));
            parts.estate = estate.build()?;
        }
    }
    Ok(())
}

/// The meter with a reading more.
pub(super) fn with_reading(meter: &Meter, reading: Reading) -> Result<Meter, Error> {
    let mut readings: Vec<Reading> =
        meter.readings().iter().copied().filter(|known| known.day != reading.day).collect();
    readings.push(reading);
    Meter::new(meter.asset().clone(), meter.counts(), meter.rollover_units(), readings)
}

/// Replaces the item that is the same, or adds this one.
pub(super) fn set<T: Clone>(items: &mut Vec<T>, item: &T, same: impl Fn(&T, &T) -> bool) {
    match items.iter_mut().find(|known| same(known, item)) {
        Some(known) => known.clone_from(item),
        None => items.push(item.clone()),
    }
}

fn remove<T>(
    items: &mut Vec<T>,
    kind: &str,
    id: &str,
    name: impl Fn(&T) -> &str,
) -> Result<(), Error> {
    let place = items.iter().position(|item| name(item) == id);
    items.remove(place.ok_or_else(|| no_such(kind, id))?);
    Ok(())
}

pub(super) fn no_such(kind: &str, id: &str) -> Error {
    Error::new(codes::DOC_DANGLING_ID, "", format!("no {kind} `{id}`"))
}
