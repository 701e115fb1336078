//! Planning anew only what a change touches.

use super::book::Book;
use super::change::{Change, with_reading};
use super::event::PlanEvent;
use super::fast::Fast;
use super::generate::{Asides, has_task, plan, unit_rows};
use super::input::PlanInput;
use super::ledger::{Attributes, Sign};
use super::result::Plan;
use super::splice::order_of;
use super::table::{OccurrenceTable, Row};
use super::totals::Totals;
use super::units::{closure, is_tied, tied_tasks};
use crate::error::Error;
use crate::inventory::Asset;
use crate::order;
use std::sync::Arc;

/// What some subjects contribute to a plan.
#[derive(Debug, Default)]
struct Share {
    rows: Vec<Row>,
    asides: Asides,
}

/// What a change to the input in place can be undone by.
enum Undo {
    /// Sets this event again, or removes the one of this id.
    Event(Box<str>, Option<PlanEvent>),
    Asset(usize, Asset),
    Meter(usize, super::meter::Meter),
}

impl Plan {
    /// Plans anew after a change: the very plan that planning afresh would give.
    ///
    /// A change to an event, to an asset that is there, or a new reading plans only the unit of its subject
    /// anew, and updates columns and totals in place; other changes plan afresh. When something else still
    /// holds the input, it is copied first. On an error nothing has changed.
    ///
    /// # Errors
    /// Those of [`PlanInput::with`] and of [`plan`].
    ///
    /// ```
    /// use entretien::plan::{Change, Happening, OccurrenceId, PlanEvent};
    /// use entretien::{document, takeover::Takeover, time::Day};
    /// let text = br#"{"format":"entretien/engagement","format_version":"1.0",
    ///   "provider":{"name":"P"},"customer":{"name":"C"},"time_zone":"Europe/Paris","begin":"2026-01-05",
    ///   "assets":[{"id":"srv","category":"server"}],
    ///   "tasks":[{"id":"dust","title":{"en":"Dust"},"duration_minutes":30,"every":"quarterly"}]}"#;
    /// let engagement = document::read_engagement(text, &Takeover::default())?;
    /// let date = |text: &str| text.parse().unwrap();
    /// let mut plan = engagement.plan(date("2026-02-01"), date("2026-01-01"), date("2027-01-01"))?;
    /// let skip = PlanEvent {
    ///     id: "e1".into(),
    ///     day: Day::parse("2026-02-01").unwrap(),
    ///     happening: Happening::Cancelled(OccurrenceId::parse("dust/srv/2026-04-05").unwrap()),
    /// };
    /// plan.replan(&Change::Event(skip))?;
    /// assert_eq!((plan.totals().occurrences, plan.totals().left_out), (3, 1));
    /// # Ok::<(), entretien::error::Error>(())
    /// ```
    pub fn replan(&mut self, change: &Change) -> Result<(), Error> {
        let Some(subject) = self.touched(change) else { return self.afresh(change) };
        let subjects = closure(&self.book, &self.input, &[subject]);
        let before = share_of(self, &subjects)?;
        let undo = self.enter(change)?;
        let now = closure(&self.book, &self.input, &subjects);
        if now == subjects {
            let after = share_of(self, &subjects);
            return self.settle(&before, after, undo);
        }
        // More are tied to the subject than before: what they gave then is asked for too.
        let redo = self.enter_undo(undo);
        let before = share_of(self, &now)?;
        let undo = self.enter_undo(redo);
        let after = share_of(self, &now);
        self.settle(&before, after, undo)
    }

    fn settle(
        &mut self,
        before: &Share,
        after: Result<Share, Error>,
        undo: Undo,
    ) -> Result<(), Error> {
        let after = match after {
            Ok(after) => after,
            Err(error) => {
                self.enter_undo(undo);
                return Err(error);
            }
        };
        let changed = match &undo {
            Undo::Asset(place, old) => u32::try_from(*place).ok().map(|place| (place, old)),
            _ => None,
        };
        self.replace(before, &after, changed);
        Ok(())
    }

    /// Applies a change to the input, and plans all anew.
    fn afresh(&mut self, change: &Change) -> Result<(), Error> {
        let input = self.input.with_one(change)?;
        *self = plan(Arc::new(input), self.as_of(), self.horizon)?;
        Ok(())
    }

    /// The subject that a change touches; `None` when it touches more, or is not known to be right.
    fn touched(&self, change: &Change) -> Option<u32> {
        let input = &self.input;
        match change {
            Change::Event(event) => {
                let known = self.event_place(&event.id);
                let old = known.ok().and_then(|place| input.programme.events.get(place));
                let subject = subject_of(self, event)?;
                // One that is about another subject now touches two.
                (old.is_none_or(|old| subject_of(self, old) == Some(subject))).then_some(subject)
            }
            Change::RemoveEvent(id) => {
                let place = self.event_place(id).ok()?;
                subject_of(self, input.programme.events.get(place)?)
            }
            Change::Asset(asset) => {
                let place = input.place_of(asset.id.as_str())?;
                let site = input.estate.site(asset.site.as_str()).is_some();
                (site && input.has_no_cap()).then_some(place)
            }
            Change::Reading { asset, counts, .. } => {
                self.meter_place(asset, counts)?;
                input.place_of(asset.as_str())
            }
            _ => None,
        }
    }

    fn event_place(&self, id: &str) -> Result<usize, usize> {
        self.input.programme.events.binary_search_by(|event| (*event.id).cmp(id))
    }

    fn meter_place(&self, asset: &crate::id::AssetId, counts: &str) -> Option<usize> {
        let meters = &self.input.programme.meters;
        meters.binary_search_by(|m| (m.asset(), m.counts()).cmp(&(asset, counts))).ok()
    }

    /// Changes the input in place.
    fn enter(&mut self, change: &Change) -> Result<Undo, Error> {
        let undo = match change {
            Change::Event(event) => Undo::Event(event.id.clone(), Some(event.clone())),
            Change::RemoveEvent(id) => Undo::Event(id.clone(), None),
            Change::Asset(asset) => {
                let place = self.input.place_of(asset.id.as_str()).unwrap_or(u32::MAX);
                Undo::Asset(usize::try_from(place).unwrap_or(usize::MAX), (**asset).clone())
            }
            Change::Reading { asset, counts, reading } => {
                let place = self.meter_place(asset, counts).unwrap_or(usize::MAX);
                let Some(meter) = self.input.programme.meters.get(place) else {
                    return Err(super::change::no_such("meter", counts));
                };
                Undo::Meter(place, with_reading(meter, *reading)?)
            }
            _ => return Err(super::change::no_such("change", "")),
        };
        Ok(self.enter_undo(undo))
    }

    /// Sets what is given in the place of what is there, which is returned.
    fn enter_undo(&mut self, undo: Undo) -> Undo {
        let place = match &undo {
            Undo::Event(id, _) => self.event_place(id),
            Undo::Asset(place, _) | Undo::Meter(place, _) => Ok(*place),
        };
        let as_of = self.book.as_of;
        let input = Arc::make_mut(&mut self.input);
        match undo {
            Undo::Event(id, event) => {
                let events = &mut input.programme.events;
                let old = match place {
                    Ok(place) => Some(events.remove(place)),
                    Err(_) => None,
                };
                if let Some(event) = &event {
                    let (Ok(place) | Err(place)) = place;
                    events.insert(place, event.clone());
                }
                if let Some(old) = &old {
                    self.book.facts.remove(input, &self.book.tasks, old);
                }
                if let Some(event) = event.filter(|event| event.day <= as_of) {
                    self.book.facts.add(input, &self.book.tasks, &event);
                }
                Undo::Event(id, old)
            }
            Undo::Asset(place, asset) => Undo::Asset(place, input.swap_asset(place, asset)),
            Undo::Meter(place, mut meter) => {
                if let Some(slot) = input.programme.meters.get_mut(place) {
                    std::mem::swap(slot, &mut meter);
                }
                Undo::Meter(place, meter)
            }
        }
    }

    /// Puts what subjects contribute now in the place of what they did; `asset` is the one that was set
    /// anew, `old` what it was.
    fn replace(&mut self, before: &Share, after: &Share, changed: Option<(u32, &Asset)>) {
        let is_of = |row: &Row| changed.is_some_and(|(place, _)| row.subject == place);
        let (gone, new) = differences(&before.rows, &after.rows);
        let input = &self.input;
        if let Some((place, old)) = changed {
            // Its sums are kept by its site, category and usage.
            let old = Attributes::of(input, old);
            let now = Attributes::at(input, place);
            for row in before.rows.iter().filter(|row| is_of(row)) {
                self.ledger.add(*row, old, Sign::Minus);
            }
            for row in after.rows.iter().filter(|row| is_of(row)) {
                self.ledger.add(*row, now, Sign::Plus);
            }
        }
        for (rows, sign) in [(&gone, Sign::Minus), (&new, Sign::Plus)] {
            for row in rows.iter().filter(|row| !is_of(row)) {
                self.ledger.add(*row, Attributes::at(input, row.subject), sign);
            }
        }
        self.table.splice(&gone, &new);
        let asides = &mut self.asides;
        let (before, after) = (&before.asides, &after.asides);
        asides.skipped = asides.skipped.saturating_sub(before.skipped) + after.skipped;
        asides.assets_without_task =
            asides.assets_without_task.saturating_sub(before.assets_without_task)
                + after.assets_without_task;
        asides.undated.retain(|undated| !before.undated.contains(undated));
        asides.undated.extend(&after.undated);
        order::sort(&mut asides.undated);
        asides.served.retain(|served| !before.served.contains(served));
        asides.served.extend(&after.served);
        order::sort(&mut asides.served);
        self.totals = Totals::of(&self.input, self.horizon, &self.ledger, &self.asides);
    }
}

fn subject_of(plan: &Plan, event: &PlanEvent) -> Option<u32> {
    // An event of a later day says nothing yet; it is entered all the same.
    super::facts::subject_of(&plan.input, &plan.book.tasks, event)
}

/// The rows that are only in the first, and only in the second; both sorted.
fn differences(before: &[Row], after: &[Row]) -> (Vec<Row>, Vec<Row>) {
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    let (mut old, mut fresh) = (before.iter().peekable(), after.iter().peekable());
    loop {
        match (old.peek(), fresh.peek()) {
            (Some(a), Some(b)) if a == b => {
                old.next();
                fresh.next();
            }
            (Some(a), Some(b)) if order_of(a, b).is_le() => gone.extend(old.next()),
            (Some(_), None) => gone.extend(old.next()),
            (_, Some(_)) => new.extend(fresh.next()),
            (None, None) => return (gone, new),
        }
    }
}

/// What `subjects`, which must be whole units, contribute; rows in the order of a plan.
fn share_of(plan: &Plan, subjects: &[u32]) -> Result<Share, Error> {
    let (input, book): (&PlanInput, &Book) = (&plan.input, &plan.book);
    let tied = tied_tasks(book, input);
    let mut share = Share::default();
    let mut table = OccurrenceTable::default();
    let mut fast = Fast::new(book, input, plan.reach.plain());
    let mut left: Vec<u32> = Vec::new();
    for place in subjects {
        match usize::try_from(*place).ok().and_then(|place| input.estate.assets().get(place)) {
            Some(asset) if !is_tied(book, input, &tied, *place, asset) => {
                fast.asset(*place, asset, &mut table)?;
            }
            Some(asset) => {
                share.asides.assets_without_task += u64::from(!has_task(input, asset));
                left.push(*place);
            }
            None => left.push(*place),
        }
    }
    while let Some(first) = left.first().copied() {
        let unit = closure(book, input, &[first]);
        let unit: Vec<u32> = unit.into_iter().filter(|place| left.contains(place)).collect();
        left.retain(|place| !unit.contains(place));
        let outcome = unit_rows(input, book, &plan.reach, &unit)?;
        share.rows.extend(share.asides.take_in(outcome));
    }
    share.rows.extend(table.rows());
    share.asides.skipped += fast.skipped;
    share.asides.assets_without_task += fast.assets_without_task;
    order::sort_by(&mut share.rows, order_of);
    Ok(share)
}
