//! What a plan input refuses of its programme. Pointers are those of the engagement document.

use super::event::{Happening, Occasion, OccurrenceId, PlanEvent, WorkRequest};
use super::links_check::TaskLinks;
use super::policy::{Subject, TOLERANCE_DAYS_MAX};
use super::programme::{Programme, Rates};
use super::task::{Every, TaskTemplate};
use super::task_check::{check_tolerance, range};
use super::window::WorkWindow;
use crate::error::{Faults, codes};
use crate::id::{AssetId, TaskId};
use crate::inventory::{Estate, UNKNOWN_SITE};
use crate::order;
use crate::quantity::Money;
use crate::time::Day;

/// What a programme may name.
pub(super) struct Ground<'a> {
    pub(super) links: &'a TaskLinks<'a>,
    pub(super) contracts: &'a order::Index,
    pub(super) estate: &'a Estate,
}

impl Ground<'_> {
    /// Adds every fault of a programme.
    pub(super) fn check(&self, programme: &Programme, faults: &mut Faults) {
        check_tolerance(programme.tolerance, "/tolerance", faults);
        if let Some(visits) = programme.visits {
            let pointer = "/visits/within_days".to_owned();
            range(visits.within_days, (0, TOLERANCE_DAYS_MAX), pointer, faults);
        }
        self.check_windows(&programme.windows, faults);
        let requests = self.check_requests(&programme.requests, faults);
        let mut ids = order::Index::default();
        for (index, event) in programme.events.iter().enumerate() {
            let pointer = format!("/events/{index}");
            once(&mut ids, &event.id, || format!("{pointer}/id"), faults);
            self.check_event(event, &requests, &pointer, faults);
        }
        let mut meters = order::Index::default();
        for (index, meter) in programme.meters.iter().enumerate() {
            let pointer = format!("/meters/{index}");
            self.check_asset(meter.asset(), || format!("{pointer}/asset"), faults);
            let key = format!("{}\0{}", meter.asset(), meter.counts());
            if !meters.is_new(&key) {
                let message = format!("`{}` has two meters of `{}`", meter.asset(), meter.counts());
                faults.add(codes::DOC_DUPLICATE_ID, format!("{pointer}/counts"), message);
            }
        }
        self.check_rates(&programme.rates, faults);
    }

    fn check_asset(&self, id: &AssetId, pointer: impl Fn() -> String, faults: &mut Faults) {
        if self.estate.asset(id.as_str()).is_none() {
            faults.add(codes::DOC_DANGLING_ID, pointer(), format!("no asset `{id}`"));
        }
    }

    fn check_task(
        &self,
        id: &TaskId,
        pointer: impl Fn() -> String,
        faults: &mut Faults,
    ) -> Option<usize> {
        let place = self.links.place(id.as_str());
        if place.is_none() {
            faults.add(codes::DOC_DANGLING_ID, pointer(), format!("no task `{id}`"));
        }
        place
    }

    fn check_windows(&self, windows: &[WorkWindow], faults: &mut Faults) {
        let mut ids = order::Index::default();
        for (index, window) in windows.iter().enumerate() {
            let pointer = format!("/windows/{index}");
            once(&mut ids, &window.id, || format!("{pointer}/id"), faults);
            let days = window.weekdays.contains(&true)
                || !window.periods.is_empty()
                || !window.yearly.is_empty()
                || window.series.is_some();
            if !days {
                let message = format!("`{}` names no day", window.id);
                faults.add(codes::PLAN_EMPTY_WINDOW, pointer.clone(), message);
            }
            for (place, task) in window.tasks.iter().enumerate() {
                self.check_task(task, || format!("{pointer}/tasks/{place}"), faults);
            }
            if let Some(series) = &window.series {
                let place = format!("{pointer}/series/length_days");
                range(series.length_days, (1, 366), place, faults);
            }
        }
    }

    /// The ids of the requests.
    fn check_requests(&self, requests: &[WorkRequest], faults: &mut Faults) -> order::Index {
        let mut ids = order::Index::default();
        for (index, request) in requests.iter().enumerate() {
            let pointer = format!("/requests/{index}");
            once(&mut ids, &request.id, || format!("{pointer}/id"), faults);
            self.check_asset(&request.asset, || format!("{pointer}/asset"), faults);
        }
        ids
    }

    fn check_event(
        &self,
        event: &PlanEvent,
        requests: &order::Index,
        pointer: &str,
        faults: &mut Faults,
    ) {
        let field = match &event.happening {
            Happening::LastDone { task, asset } => {
                self.check_asset(asset, || format!("{pointer}/last_done/asset"), faults);
                let place = || format!("{pointer}/last_done/task");
                let number = self.check_task(task, place, faults);
                let found = number.and_then(|number| self.links.tasks.get(number));
                if found.is_some_and(|task| !counts_from_last(task)) {
                    let message = format!("`{task}` is not done at intervals on assets");
                    faults.add(codes::PLAN_POLICY, place(), message);
                }
                return;
            }
            Happening::Done(_) => "done",
            Happening::Skipped { .. } => "skipped",
            Happening::Moved { .. } => "moved",
            Happening::Fixed { .. } => "fixed",
            Happening::Cancelled(_) => "cancelled",
        };
        let Some(id) = event.happening.occurrence() else { return };
        let place = || format!("{pointer}/{field}");
        let Some(number) = self.check_task(&id.task, place, faults) else { return };
        let Some(task) = self.links.tasks.get(number) else { return };
        let known = match task.policy.subject {
            Subject::Asset => self.estate.asset(&id.subject).is_some(),
            Subject::Contract => self.contracts.get(&id.subject).is_some(),
        };
        if !known {
            let message = format!("no {} `{}`", task.policy.subject.code(), id.subject);
            faults.add(codes::DOC_DANGLING_ID, place(), message);
        }
        let series = self.links.series(number).unwrap_or(task);
        if let Some(expected) = refused_key(id, series, requests) {
            let message = format!("`{}` is not {expected}", id.key);
            faults.add(codes::PLAN_BAD_OCCURRENCE, place(), message);
        }
    }

    fn check_rates(&self, rates: &Rates, faults: &mut Faults) {
        let mut currency = None;
        let mut check = |price: Money, pointer: &str, faults: &mut Faults| {
            let first = *currency.get_or_insert(price.currency());
            if price.currency() != first {
                let message = format!("`{}` beside {}", price.currency().code(), first.code());
                faults.add(codes::PLAN_CURRENCY, format!("{pointer}/currency"), message);
            }
            if price.minor() < 0 {
                let message = format!("a price of `{}` is negative", price.minor());
                faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/minor"), message);
            }
        };
        let mut skills = order::Index::default();
        for (index, (skill, price)) in rates.hourly.iter().enumerate() {
            let pointer = format!("/rates/hourly/{index}");
            once(&mut skills, skill.as_str(), || format!("{pointer}/skill"), faults);
            check(*price, &format!("{pointer}/price"), faults);
        }
        let mut sites = order::Index::default();
        for (index, (site, price)) in rates.travel.iter().enumerate() {
            let pointer = format!("/rates/travel/{index}");
            once(&mut sites, site.as_str(), || format!("{pointer}/site"), faults);
            if self.estate.site(site.as_str()).is_none() && site.as_str() != UNKNOWN_SITE {
                let message = format!("no site `{site}`");
                faults.add(codes::DOC_DANGLING_ID, format!("{pointer}/site"), message);
            }
            check(*price, &format!("{pointer}/price"), faults);
        }
        for (index, task) in self.links.tasks.iter().enumerate() {
            if let Some(price) = task.policy.parts {
                check(price, &format!("/tasks/{index}/parts"), faults);
            }
        }
    }
}

/// Whether the dates of the task can count from a last completion.
fn counts_from_last(task: &TaskTemplate) -> bool {
    let by_cycle = task.every.is_interval() || matches!(task.every, Every::Counters(_));
    by_cycle && task.policy.subject == Subject::Asset
}

/// What the key of an occurrence of this series should have been; `None` when it is well formed.
fn refused_key(
    id: &OccurrenceId,
    series: &TaskTemplate,
    requests: &order::Index,
) -> Option<&'static str> {
    let (good, expected) = match &series.every {
        Every::Occasion(on) if on.occasion == Occasion::ContractBegin => {
            (id.key == id.subject, "the id of the contract")
        }
        Every::Occasion(_) => (requests.get(&id.key).is_some(), "the id of a request"),
        _ if series.is_moving() => {
            let ordinal = id.key.parse::<i32>().ok().filter(|ordinal| *ordinal > 0);
            let good = ordinal.is_some_and(|ordinal| *ordinal.to_string() == *id.key);
            (good, "an ordinal, from 1")
        }
        _ => (Day::parse(&id.key).is_some(), "a nominal date"),
    };
    (!good).then_some(expected)
}

/// Adds `DOC-012` for an id that was there before.
fn once(ids: &mut order::Index, id: &str, pointer: impl Fn() -> String, faults: &mut Faults) {
    if !ids.is_new(id) {
        faults.add(codes::DOC_DUPLICATE_ID, pointer(), format!("`{id}` is used twice"));
    }
}
