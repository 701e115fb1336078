//! The parts of a plan beside estate, contracts and tasks: windows, visits, rates, and the facts so far.

use super::event::{PlanEvent, WorkRequest};
use super::meter::Meter;
use super::policy::Tolerance;
use super::window::WorkWindow;
use crate::id::{SiteId, SkillId};
use crate::order;
use crate::quantity::{Currency, Money};

/// Works on one site within some days become one visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visits {
    /// Works due up to so many days after the first may join it, within their tolerances.
    pub within_days: u16,
}

/// What an hour of work and a visit cost, in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rates {
    /// Price of an hour by skill.
    pub hourly: Vec<(SkillId, Money)>,
    /// Price of the travel of one visit by site.
    pub travel: Vec<(SiteId, Money)>,
}

impl Rates {
    /// The price of an hour of `skill`.
    pub fn hour(&self, skill: &SkillId) -> Option<Money> {
        self.hourly.iter().find(|(own, _)| own == skill).map(|(_, price)| *price)
    }

    /// The price of the travel to `site`.
    pub fn travel_to(&self, site: &SiteId) -> Option<Money> {
        self.travel.iter().find(|(own, _)| own == site).map(|(_, price)| *price)
    }

    /// The currency of the first price.
    pub fn currency(&self) -> Option<Currency> {
        let hourly = self.hourly.first().map(|(_, price)| price.currency());
        hourly.or_else(|| self.travel.first().map(|(_, price)| price.currency()))
    }
}

/// What a plan takes in beside estate, contracts and tasks. The default is empty. A [`PlanInput`](super::PlanInput)
/// sorts the lists: windows, requests and rates by id, meters by asset and name, events by day and id.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// The tolerance of tasks that give none.
    pub tolerance: Tolerance,
    /// How works on one site become visits; `None` when they do not.
    pub visits: Option<Visits>,
    /// Maintenance windows, blackouts and freezes.
    pub windows: Vec<WorkWindow>,
    /// What was done and decided.
    pub events: Vec<PlanEvent>,
    /// Requests for work.
    pub requests: Vec<WorkRequest>,
    /// Meters with their readings.
    pub meters: Vec<Meter>,
    /// What work costs.
    pub rates: Rates,
}

impl Programme {
    /// The same, each list in the order of its ids.
    pub(super) fn sorted(mut self) -> Programme {
        order::sort_by(&mut self.windows, |a, b| a.id.cmp(&b.id));
        order::sort_by(&mut self.events, |a, b| a.id.cmp(&b.id));
        order::sort_by(&mut self.requests, |a, b| a.id.cmp(&b.id));
        order::sort_by(&mut self.meters, |a, b| {
            (a.asset(), a.counts()).cmp(&(b.asset(), b.counts()))
        });
        order::sort_by(&mut self.rates.hourly, |a, b| a.0.cmp(&b.0));
        order::sort_by(&mut self.rates.travel, |a, b| a.0.cmp(&b.0));
        self
    }
}
