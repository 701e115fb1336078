//! Nesting and serving within a unit: which candidate does the work of another.

use super::book::Book;
use super::policy::Kind;
use super::simulate::{Served, Unit};
use super::table::Marks;
use super::task::Every;
use super::unit::{Candidate, Number, Strand};
use crate::error::Error;
use crate::time::Day;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The strands of each nest, and which candidates are known to be absorbed.
#[derive(Debug, Default)]
pub(super) struct Mates {
    /// By subject and group: highest level and number of each strand, descending by level.
    strands: BTreeMap<(u32, u16), Vec<(u8, usize)>>,
    /// By subject: how often a moving series gave it a new candidate.
    ages: BTreeMap<u32, u32>,
    /// By candidate: its absorber as it was found at that age, counted from 1.
    known: RefCell<Vec<(u32, Option<Number>)>>,
}

impl Mates {
    pub(super) fn new(book: &Book, all: &[Strand<'_>]) -> Mates {
        let mut strands: BTreeMap<(u32, u16), Vec<(u8, usize)>> = BTreeMap::new();
        for (number, strand) in all.iter().enumerate() {
            let members = book.task(strand.index).map_or(&[][..], |info| &info.members);
            for info in members.iter().filter_map(|member| book.task(*member)) {
                let Some(group) = info.group else { continue };
                let own = strands.entry((strand.place, group)).or_default();
                match own.iter_mut().find(|(_, other)| *other == number) {
                    Some((level, _)) => *level = info.level.max(*level),
                    None => own.push((info.level, number)),
                }
            }
        }
        for own in strands.values_mut() {
            crate::order::sort_by(own, |a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        }
        Mates { strands, ..Mates::default() }
    }

    /// What is known of the subject may be other than it was.
    pub(super) fn renew(&mut self, subject: u32) {
        let age = self.ages.entry(subject).or_default();
        *age = age.saturating_add(1);
    }

    fn age(&self, subject: u32) -> u32 {
        self.ages.get(&subject).copied().unwrap_or_default().saturating_add(1)
    }

    fn find(&self, number: Number, age: u32) -> Option<Option<Number>> {
        let known = self.known.borrow();
        known.get(number).filter(|known| known.0 == age).map(|known| known.1)
    }

    fn keep(&self, number: Number, age: u32, absorber: Option<Number>) {
        let mut known = self.known.borrow_mut();
        if known.len() <= number {
            known.resize(number.saturating_add(1), (0, None));
        }
        if let Some(known) = known.get_mut(number) {
            *known = (age, absorber);
        }
    }

    fn of(&self, subject: u32, group: u16) -> &[(u8, usize)] {
        self.strands.get(&(subject, group)).map_or(&[], Vec::as_slice)
    }
}

impl Unit<'_, '_> {
    /// The candidates of a strand whose nominal day lies between two numbers of days, both included.
    pub(super) fn between(
        &self,
        strand: &Strand<'_>,
        from: i32,
        to: i32,
    ) -> std::ops::Range<usize> {
        let day = |number: &Number| self.candidates.get(*number).map(|own| own.nominal.number());
        let numbers = &strand.candidates;
        let start = numbers.partition_point(|number| day(number) < Some(from));
        start..numbers.partition_point(|number| day(number) <= Some(to)).max(start)
    }

    /// The candidate that does the work of this one: of the highest level, then the first.
    pub(super) fn absorber(&self, number: Number) -> Option<Number> {
        let candidate = self.candidates.get(number)?;
        let group = self.book.task(candidate.task)?.group?;
        let age = self.mates.age(candidate.subject);
        if let Some(known) = self.mates.find(number, age) {
            return known;
        }
        let nominal = candidate.nominal.number();
        let mut best: Option<(u8, Day, Number)> = None;
        for (level, strand) in self.mates.of(candidate.subject, group) {
            if *level <= candidate.level || best.is_some_and(|best| *level < u8::MAX - best.0) {
                break;
            }
            let Some(strand) = self.strands.get(*strand) else { continue };
            let (early, late) = strand.reach;
            let near = self.between(strand, nominal - late, nominal + early);
            for place in strand.candidates.get(near).unwrap_or_default() {
                let Some(higher) = self.candidates.get(*place) else { continue };
                let key = (u8::MAX - higher.level, higher.nominal, *place);
                let covers = best.is_none_or(|best| key < best)
                    && higher.level > candidate.level
                    && is_within(candidate.nominal, higher)
                    && self.absorbs_in(higher.task, group)
                    && !higher.is_out()
                    && self.absorber(*place).is_none();
                if covers {
                    best = Some(key);
                }
            }
        }
        let found = best.map(|best| best.2);
        self.mates.keep(number, age, found);
        found
    }

    fn absorbs_in(&self, task: u16, group: u16) -> bool {
        self.book.task(task).is_some_and(|info| info.absorbs && info.group == Some(group))
    }

    /// Whether a lower occurrence falls in the window of this one, which absorbs.
    pub(super) fn has_lower(&self, candidate: &Candidate) -> bool {
        let info = self.book.task(candidate.task);
        let Some(group) = info.filter(|info| info.absorbs).and_then(|info| info.group) else {
            return false;
        };
        let nominal = candidate.nominal.number();
        let (from, to) = (nominal - candidate.reach.0, nominal + candidate.reach.1);
        self.mates.of(candidate.subject, group).iter().any(|(_, strand)| {
            let Some(strand) = self.strands.get(*strand) else { return false };
            let near = strand.candidates.get(self.between(strand, from, to)).unwrap_or_default();
            near.iter().filter_map(|number| self.candidates.get(*number)).any(|lower| {
                lower.level < candidate.level
                    && !lower.is_out()
                    && lower.row.is_none()
                    && self.book.task(lower.task).is_some_and(|info| info.group == Some(group))
            })
        })
    }

    /// The work of a candidate is done by another.
    pub(super) fn absorb(&mut self, number: Number, absorber: Number) -> Result<(), Error> {
        self.mark(absorber, Marks::ABSORBS);
        let by = self.candidate(absorber);
        let date = by.and_then(|by| self.row(by.row?)).map(|row| row.date);
        match by.zip(date) {
            Some((by, date)) => self.done(number, date, by),
            None => {
                self.waiting.entry(absorber).or_default().push(number);
                Ok(())
            }
        }
    }

    /// The preventive of the asset that serves instead: the first due, then of the lowest task.
    pub(super) fn server(&self, candidate: &Candidate) -> Option<Number> {
        let (first, last) = candidate.served_within?;
        let mut best: Option<(Day, u16, Number)> = None;
        for strand in self.own_strands(self.position(candidate.subject)) {
            if matches!(strand.task.every, Every::Occasion(_)) {
                continue;
            }
            let (least, most) = strand.drift;
            let near = self.between(strand, first.number() - most, last.number() - least);
            for number in strand.candidates.get(near).unwrap_or_default() {
                let Some(other) = self.candidates.get(*number) else { continue };
                let key = (other.due, other.task, *number);
                let task = self.template(other.task);
                let serves = other.due >= first
                    && other.due <= last
                    && !other.is_out()
                    && task.is_some_and(|task| task.policy.kind == Kind::Preventive);
                if serves && best.is_none_or(|best| key < best) && self.absorber(*number).is_none()
                {
                    best = Some(key);
                }
            }
        }
        best.map(|best| best.2)
    }

    /// Notes that a preventive serves for a request.
    pub(super) fn serve(&mut self, number: Number, request: i32) {
        self.mark(number, Marks::SERVES);
        if let Some(serving) = self.candidate(number) {
            self.outcome.served.push(Served {
                subject: serving.subject,
                task: serving.task,
                key: serving.key,
                request: u32::try_from(request).unwrap_or(u32::MAX),
            });
        }
    }
}

/// Whether a nominal day lies in the window of a candidate around its own.
fn is_within(nominal: Day, candidate: &Candidate) -> bool {
    let days = nominal.number() - candidate.nominal.number();
    days >= -candidate.reach.0 && days <= candidate.reach.1
}
