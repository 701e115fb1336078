//! What was seen of an item that is repaired and goes on.

use super::availability::Truncation;
use super::lifetime::{TIME_MAX, TIME_MIN};
use crate::error::{Error, Faults, codes};
use serde::Serialize;

/// Most failures of one computation, over all items.
pub const EVENTS_MAX: usize = 1_000_000;
/// Most items of one computation.
pub const HISTORIES_MAX: usize = 1_000_000;

/// The failures of one repaired item, by its age (or by the time since a common start).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct History {
    /// Ages at which it failed, in any order; equal ages are as many failures.
    pub events: Vec<f64>,
    /// Age at which it came under observation; 0 when seen from new.
    pub start: f64,
    /// Age up to which it was observed; a failure at that very age counts.
    pub end: f64,
    /// What ended the observation. By a failure: `end` is the age of the last one.
    pub truncation: Truncation,
}

impl History {
    /// An item seen from new to the age `end`, fixed beforehand.
    pub fn new(events: Vec<f64>, end: f64) -> History {
        History { events, start: 0.0, end, truncation: Truncation::Time }
    }

    /// The same, seen only from the age `start` on.
    #[must_use]
    pub fn seen_from(mut self, start: f64) -> History {
        self.start = start;
        self
    }

    /// The same, observed up to its last failure.
    #[must_use]
    pub fn to_last_failure(mut self) -> History {
        self.end = self.events.iter().copied().fold(self.start, f64::max);
        self.truncation = Truncation::Failure;
        self
    }

    /// Time under observation.
    pub fn exposure(&self) -> f64 {
        self.end - self.start
    }

    /// The failures that say something beside the end: with one fewer when a failure is the end.
    pub(super) fn inner(&self) -> impl Iterator<Item = f64> {
        let mut last = self.truncation == Truncation::Failure;
        let end = self.end;
        self.events.iter().copied().filter(move |age| {
            let is_end = last && *age >= end;
            last = last && !is_end;
            !is_end
        })
    }
}

/// Refuses histories that cannot be used, each fault by its place.
pub(super) fn check(histories: &[History]) -> Result<(), Error> {
    let mut faults = Faults::new();
    let mut total = 0_usize;
    for (item, history) in histories.iter().enumerate() {
        total = total.saturating_add(history.events.len());
        let History { start, end, .. } = *history;
        if !(TIME_MIN..=TIME_MAX).contains(&end) {
            let message = format!("the end is `{end}`, not from {TIME_MIN} to {TIME_MAX}");
            faults.add(codes::REN_BAD_SAMPLE, format!("/{item}/end"), message);
        } else if !(start >= 0.0 && start < end) {
            let message = format!("the start is `{start}`, not from 0 to below the end `{end}`");
            faults.add(codes::REN_BAD_SAMPLE, format!("/{item}/start"), message);
        }
        let mut last = start;
        for (place, age) in history.events.iter().enumerate() {
            last = last.max(*age);
            if !(*age >= start && *age <= end) {
                let message = format!("the age is `{age}`, not within the observation of the item");
                faults.add(codes::REN_BAD_SAMPLE, format!("/{item}/events/{place}"), message);
            }
        }
        if history.truncation == Truncation::Failure && last < end {
            let message = "no failure is at the end of an observation that a failure ended";
            faults.add(codes::REN_BAD_SAMPLE, format!("/{item}/end"), message);
        }
    }
    for (count, most, what) in
        [(total, EVENTS_MAX, "failures"), (histories.len(), HISTORIES_MAX, "items")]
    {
        if count > most {
            faults.add(codes::REN_TOO_LARGE, "", format!("{count} {what}, at most {most}"));
        }
    }
    Error::check(faults.into_vec())
}
