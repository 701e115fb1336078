//! Calendars of calendars: union, intersection, difference.

use super::closure::Closed;
use super::work::{Stretch, WorkCalendar, midnight};
use crate::error::{Error, codes};
use crate::id::CalendarId;
use crate::order;
use crate::text::choice;
use crate::time::Day;

choice! {
    /// How two calendars make one.
    Combination {
        /// Open when one of them is.
        Union "union" "either" "l'un ou l'autre",
        /// Open when both are.
        Intersection "intersection" "both" "les deux",
        /// Open when the first is and the second is not.
        Minus "minus" "the first without the second" "le premier sans le second",
    }
}

/// The most calendars that one is combined of.
pub const COMBINED_MAX: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Combined {
    how: Combination,
    first: WorkCalendar,
    second: WorkCalendar,
    /// Calendars below.
    parts: usize,
}

impl WorkCalendar {
    /// One calendar of two, of the same zone.
    ///
    /// A day of a union is a working day when it is one of either; of an intersection, when it is one
    /// of both and they share hours on it; of a difference, when it is one of the first and hours are
    /// left on it.
    ///
    /// ```
    /// use entretien::calendar::{Combination, HolidaySet, Span, Week, WorkCalendar};
    /// use entretien::{id::CalendarId, time::Day};
    /// let id = |name| CalendarId::new(name).unwrap();
    /// let office = WorkCalendar::new(id("office"), Week::office(), HolidaySet::FR, vec![]);
    /// let always = WorkCalendar::new(id("always"), Week::always(), HolidaySet::NONE, vec![]);
    /// let on_call = always.combine(Combination::Minus, &office, id("on-call")).unwrap();
    /// let monday = Day::parse("2026-03-02").unwrap();
    /// let spans = [(0, 480), (1_080, 1_440)].map(|(a, b)| Span::new(a, b).unwrap());
    /// assert_eq!(on_call.spans(monday), spans);
    /// ```
    ///
    /// # Errors
    /// `CAL-008` two zones · `CAL-009` more than [`COMBINED_MAX`] calendars.
    pub fn combine(
        &self,
        how: Combination,
        other: &WorkCalendar,
        id: CalendarId,
    ) -> Result<WorkCalendar, Error> {
        if self.zone() != other.zone() {
            let zones = (self.zone().name(), other.zone().name());
            let why = format!("calendars of `{}` and of `{}`", zones.0, zones.1);
            return Err(Error::new(codes::CAL_TWO_ZONES, "", why));
        }
        let parts = self.parts().saturating_add(other.parts());
        if parts > COMBINED_MAX {
            let why = format!("a combination of {parts} calendars, more than {COMBINED_MAX}");
            return Err(Error::new(codes::CAL_BOUND, "", why));
        }
        let combined = Combined { how, first: self.clone(), second: other.clone(), parts };
        Ok(WorkCalendar::of_combined(id, self.zone(), combined))
    }
}

impl Combined {
    pub(super) fn parts(&self) -> usize {
        self.parts
    }

    pub(super) fn closed(&self, day: Day) -> Option<Closed<'_>> {
        let (first, second) = (self.first.closed(day), self.second.closed(day));
        let number = day.number();
        match self.how {
            Combination::Union => first.filter(|_| second.is_some()),
            Combination::Intersection => first.or(second),
            Combination::Minus => first,
        }
        .or_else(|| {
            let open = self.stretch(number, number + 1).open.first() == Some(&true);
            (!open).then_some(Closed::Combined)
        })
    }

    pub(super) fn settled(&self) -> i32 {
        self.first.settled().max(self.second.settled())
    }

    pub(super) fn stretch(&self, first: i32, end: i32) -> Stretch {
        let (mut a, b) = (self.first.stretch(first, end), self.second.stretch(first, end));
        match self.how {
            Combination::Union => {
                a.spans.extend(b.spans);
                merge(&mut a.spans);
                a.open.iter_mut().zip(b.open).for_each(|(open, other)| *open |= other);
                return a;
            }
            Combination::Intersection => {
                a.spans = common(&a.spans, &b.spans);
                a.open.iter_mut().zip(b.open).for_each(|(open, other)| *open &= other);
            }
            Combination::Minus => {
                a.spans = common(&a.spans, &complement(&b.spans, midnight(first), midnight(end)));
            }
        }
        // A day is open only where hours are left.
        let mut rest = a.spans.iter().peekable();
        for (day, open) in (first..end).zip(&mut a.open) {
            while rest.next_if(|span| span.1 <= midnight(day)).is_some() {}
            *open &= rest.peek().is_some_and(|span| span.0 < midnight(day + 1));
        }
        a
    }
}

/// Sorts spans, and joins those that touch or overlap.
pub(super) fn merge(spans: &mut Vec<(i64, i64)>) {
    order::sort(spans);
    let mut joined: Vec<(i64, i64)> = Vec::with_capacity(spans.len());
    for (from, to) in spans.drain(..) {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ if from < to => joined.push((from, to)),
            _ => {}
        }
    }
    *spans = joined;
}

/// What two ascending lists have in common.
fn common(a: &[(i64, i64)], b: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut out = Vec::new();
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let (from, to) = (x.0.max(y.0), x.1.min(y.1));
        if from < to {
            out.push((from, to));
        }
        if x.1 <= y.1 {
            a.next();
        } else {
            b.next();
        }
    }
    out
}

/// What an ascending list leaves of `low..high`.
fn complement(spans: &[(i64, i64)], low: i64, high: i64) -> Vec<(i64, i64)> {
    let mut out = Vec::new();
    let mut at = low;
    for (from, to) in spans {
        if *from > at {
            out.push((at, *from));
        }
        at = *to;
    }
    if at < high {
        out.push((at, high));
    }
    out
}
