//! What is known on the day of the plan: events, requests and readings dated after it are not.

use crate::id::{AssetId, TaskId};
use crate::order;
use crate::plan::event::{Happening, OccurrenceId, PlanEvent, RequestKind, WorkRequest};
use crate::plan::input::PlanInput;
use crate::plan::meter::Meter;
use crate::time::Day;

/// Days that a search for the day of a use goes on for.
const SEARCH_DAYS: i32 = 40_000;

/// The events known, by occurrence, and the other facts.
pub(super) struct Facts<'a> {
    input: &'a PlanInput,
    as_of: Day,
    by_occurrence: Vec<(OccurrenceId, Vec<&'a PlanEvent>)>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(input: &'a PlanInput, as_of: Day) -> Facts<'a> {
        let mut pairs = Vec::new();
        for event in input.programme().events.iter().filter(|event| event.day <= as_of) {
            if let Some(id) = event.happening.occurrence() {
                pairs.push((id.clone(), event));
            }
        }
        let mut by_occurrence = order::group(pairs);
        for (_, events) in &mut by_occurrence {
            order::sort_by(events, |a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
        }
        Facts { input, as_of, by_occurrence }
    }

    fn events(&self, id: &OccurrenceId) -> &[&'a PlanEvent] {
        let place = self.by_occurrence.binary_search_by(|(other, _)| other.cmp(id));
        place.ok().and_then(|place| self.by_occurrence.get(place)).map_or(&[], |(_, events)| events)
    }

    /// The decision that holds: the latest of those that skip, cancel, move or fix. That it was done is no
    /// decision.
    pub(super) fn decision(&self, id: &OccurrenceId) -> Option<&'a Happening> {
        let mut decisions = self.events(id).iter().map(|event| &event.happening);
        decisions.rfind(|happening| !matches!(happening, Happening::Done(_)))
    }

    /// When it was done; the latest of several.
    pub(super) fn done(&self, id: &OccurrenceId) -> Option<Day> {
        let done = |event: &&&PlanEvent| matches!(event.happening, Happening::Done(_));
        self.events(id).iter().rfind(done).map(|event| event.day)
    }

    /// The latest day on which the task was done on the asset before the plan took over.
    pub(super) fn last_done(&self, task: &TaskId, asset: &AssetId) -> Option<Day> {
        let events = self.input.programme().events.iter();
        let about = |event: &&PlanEvent| match &event.happening {
            Happening::LastDone { task: done, asset: on } => done == task && on == asset,
            _ => false,
        };
        events.filter(about).map(|event| event.day).filter(|day| *day <= self.as_of).max()
    }

    /// The requests known, with their index.
    pub(super) fn requests(&self) -> impl Iterator<Item = (i32, &'a WorkRequest)> + use<'_, 'a> {
        let ahead = |kind| matches!(kind, RequestKind::EndOfSupport | RequestKind::RenewalDue);
        (0i32..).zip(&self.input.programme().requests).filter(move |(_, request)| {
            let known = match request.known {
                None if ahead(request.kind) => return true,
                known => known.unwrap_or(request.day),
            };
            known <= self.as_of
        })
    }

    /// What is known of the use of an asset.
    pub(super) fn usage(&self, asset: &AssetId, counts: &str) -> Option<Usage> {
        let mut meters = self.input.programme().meters.iter();
        let meter = meters.find(|meter| meter.asset() == asset && meter.counts() == counts)?;
        Usage::of(meter, self.as_of)
    }
}

/// The use of a meter at each reading known, summed again from what it showed.
pub(super) struct Usage(Vec<(Day, i64)>);

impl Usage {
    fn of(meter: &Meter, as_of: Day) -> Option<Usage> {
        let mut known = Vec::new();
        let (mut sum, mut shown) = (0i64, None::<i64>);
        for reading in meter.readings().iter().filter(|reading| reading.day <= as_of) {
            let value = i64::try_from(reading.value).ok()?;
            if let Some(shown) = shown {
                let rolled_over = i64::try_from(meter.rollover_units().unwrap_or_default()).ok()?;
                sum += value - shown + if value < shown { rolled_over } else { 0 };
            }
            known.push((reading.day, sum));
            shown = i64::try_from(reading.replaced_at.unwrap_or(reading.value)).ok();
        }
        Some(Usage(known))
    }

    /// Units and days of the average over the `window_days` before the last reading.
    fn rate(&self, window_days: u16) -> Option<(i64, i64)> {
        let (last, used) = *self.0.last()?;
        let within = |day: Day| last.number() - day.number() <= i32::from(window_days);
        let (first, before) = self.0.iter().copied().find(|(day, _)| within(*day))?;
        let days = i64::from(last.number() - first.number());
        (days > 0 && used > before).then_some((used - before, days))
    }

    /// Use at the end of `day`; after the last reading by the average, where there is one.
    pub(super) fn at(&self, day: Day, window_days: u16) -> i64 {
        let days = |from: Day, to: Day| i64::from(to.number() - from.number());
        let Some((from, low)) = self.0.iter().copied().rfind(|(at, _)| *at <= day) else {
            return 0;
        };
        match self.0.iter().copied().find(|(at, _)| *at > day) {
            Some((to, high)) => low + part(high - low, days(from, day), days(from, to)),
            None => match self.rate(window_days) {
                Some((units, span)) => low + part(units, days(from, day), span),
                None => low,
            },
        }
    }

    /// The first day at whose end the use is at least `units`, looked for day by day.
    pub(super) fn day_of(&self, units: i64, window_days: u16) -> Option<Day> {
        let first = self.0.first()?.0;
        let days = (0..SEARCH_DAYS).map_while(|n| first.add_days(n));
        days.into_iter().find(|day| self.at(*day, window_days) >= units)
    }
}

/// `units × days / span`, rounded down.
fn part(units: i64, days: i64, span: i64) -> i64 {
    let product = i128::from(units) * i128::from(days) / i128::from(span.max(1));
    i64::try_from(product).unwrap_or(i64::MAX)
}
