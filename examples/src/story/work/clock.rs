//! Instants in the opening hours of sites.

use crate::program::Failure;
use chrono::NaiveDate;
use entretien::calendar::BusinessTime;
use entretien::contract::level::LocalInstant;
use entretien::engagement::Engagement;
use entretien::inventory::Asset;
use entretien::time::{Day, Zone};
use std::collections::BTreeMap;

/// The hours of each calendar, and the instant after which nothing is known yet.
#[derive(Debug)]
pub(super) struct Clock {
    hours: BTreeMap<String, BusinessTime>,
    default: String,
    zone: Zone,
    end: i64,
}

impl Clock {
    pub(super) fn new(engagement: &Engagement, end: NaiveDate) -> Clock {
        let input = engagement.input();
        let zone = input.zone();
        let calendars = input.calendars().iter();
        let hours: BTreeMap<String, BusinessTime> = calendars
            .map(|calendar| (calendar.id().to_string(), BusinessTime::compile(calendar)))
            .collect();
        let default = input.to_parts().default_calendar.to_string();
        let end = Day::from_date(end).map_or(i64::MAX, |day| midnight(day, zone));
        Clock { hours, default, zone, end }
    }

    /// The hours of an asset; the default ones without one.
    pub(super) fn of(
        &self,
        engagement: &Engagement,
        asset: Option<&Asset>,
    ) -> Result<&BusinessTime, Failure> {
        let calendar = asset.map(|asset| engagement.input().calendar_of(asset).id().as_str());
        let found = self.hours.get(calendar.unwrap_or(&self.default));
        found.ok_or_else(|| Failure::Wrong("a site without hours".to_owned()))
    }

    pub(super) fn midnight(&self, day: Day) -> i64 {
        midnight(day, self.zone)
    }

    /// The instant, where it is known already.
    pub(super) fn known(&self, at: i64) -> Option<i64> {
        (at < self.end).then_some(at)
    }

    pub(super) fn day(&self, at: i64) -> Day {
        LocalInstant::new(at, self.zone).day()
    }

    pub(super) fn text(&self, at: i64) -> String {
        LocalInstant::new(at, self.zone).to_string()
    }

    /// The text of an instant that is known already.
    pub(super) fn known_text(&self, at: i64) -> String {
        self.known(at).map(|at| self.text(at)).unwrap_or_default()
    }
}

fn midnight(day: Day, zone: Zone) -> i64 {
    let utc = i64::from(day.number()) * 86_400;
    utc - i64::from(zone.offset_at(utc))
}

/// So many open minutes later.
pub(super) fn after(hours: &BusinessTime, at: i64, minutes: i64) -> Result<i64, Failure> {
    hours.add(at, minutes * 60).map_err(|error| Failure::Wrong(format!("{error:?}")))
}

/// The next opening.
pub(super) fn opening(hours: &BusinessTime, at: i64) -> Result<i64, Failure> {
    hours.next_open(at).map_err(|error| Failure::Wrong(format!("{error:?}")))
}
