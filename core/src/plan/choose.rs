//! Choosing the day of a candidate: apart from redundant assets, after what comes first, with the visit.

use super::book::Book;
use super::facts::Decision;
use super::ground::{Ground, by_distance};
use super::simulate::Unit;
use super::table::Marks;
use super::unit::{Candidate, Number, Strand, Turn};
use crate::error::Error;
use crate::time::Day;
use std::collections::BTreeSet;
use std::ops::Range;

/// Farthest days of one maintenance window that are looked at, to either side.
const WINDOW_REACH_DAYS: i32 = 366;

/// The first and last day of the maintenance window that `day` lies in: itself, outside any.
pub(super) fn same_window(ground: &Ground<'_>, day: Day) -> (Day, Day) {
    if ground.maintenance.is_empty() || !ground.in_maintenance(day) {
        return (day, day);
    }
    let walk = |step: i32| {
        let days = (1..=WINDOW_REACH_DAYS).map_while(|n| day.add_days(n * step));
        days.take_while(|day| ground.in_maintenance(*day)).last().unwrap_or(day)
    };
    (walk(-1), walk(1))
}

/// Whether two days are in one maintenance window, or the same.
fn are_joined(ground: &Ground<'_>, a: Day, b: Day) -> bool {
    let (first, last) = (a.number().min(b.number()), a.number().max(b.number()));
    let mut days = (first..=last).filter_map(Day::from_number);
    first == last
        || (last - first <= WINDOW_REACH_DAYS
            && !ground.maintenance.is_empty()
            && days.all(|day| ground.in_maintenance(day)))
}

impl<'a> Unit<'a, '_> {
    /// The day before which a candidate must not be: that of the last of those that come first.
    pub(super) fn not_before(&self, candidate: &Candidate) -> Option<Day> {
        let firsts = self.firsts(candidate).into_iter().filter_map(|first| self.candidate(first));
        let works = firsts.filter(|first| !first.is_out());
        works.filter_map(|first| self.row(first.row?).map(|row| row.date)).max()
    }

    /// The candidates that come before this one.
    fn firsts(&self, candidate: &Candidate) -> Vec<Number> {
        let mut found = Vec::new();
        for (task, strand, near) in self.first_strands(candidate) {
            let near = strand.candidates.get(near).unwrap_or_default().iter();
            found.extend(near.copied().filter(|number| {
                self.candidates.get(*number).is_some_and(|first| first.task == task)
            }));
        }
        found
    }

    /// Those that must be placed before this one and are not: what comes first, and the date that a moving
    /// series must have before its next can.
    pub(super) fn open_firsts(&self, candidate: &Candidate) -> Vec<Number> {
        let mut found = Vec::new();
        let last = candidate.nominal.number() + candidate.reach.1;
        for (task, strand, near) in self.first_strands(candidate) {
            let next = strand.candidates.last().filter(|_| strand.progress.is_some());
            let near = strand.candidates.get(near).unwrap_or_default();
            let own = near.iter().map(|number| (*number, task));
            for (number, task) in own.chain(next.map(|number| (*number, u16::MAX))) {
                let waits = self.candidates.get(number).is_some_and(|first| {
                    let leads = task == u16::MAX && first.nominal.number() <= last;
                    !first.settled && (leads || first.task == task)
                });
                if waits && !found.contains(&number) {
                    found.push(number);
                }
            }
        }
        found
    }

    /// The strands with what comes before a candidate: the task, its strand, and the places of the
    /// candidates near the nominal day of this one.
    fn first_strands(&self, candidate: &Candidate) -> Vec<(u16, &Strand<'a>, Range<usize>)> {
        let after = self.book.task(candidate.task).map_or(&[][..], |info| &info.after);
        let mut found = Vec::new();
        if after.is_empty() {
            return found;
        }
        let nominal = candidate.nominal.number();
        let (from, to) = (nominal - candidate.reach.0, nominal + candidate.reach.1);
        let depends = Book::of(&self.book.depends, candidate.subject);
        let own = std::iter::once(candidate.subject);
        let subjects: Vec<u32> = own.chain(depends.iter().map(|(_, other)| *other)).collect();
        for task in after {
            let series = self.book.series_of(*task);
            for subject in &subjects {
                if *task == candidate.task && *subject == candidate.subject {
                    continue;
                }
                let mut strands = self.own_strands(self.position(*subject));
                let own = strands.find(|own| own.index == series && own.place == *subject);
                if let Some(strand) = own {
                    found.push((*task, strand, self.between(strand, from, to)));
                }
            }
        }
        found
    }

    /// Whether `day` is free for a candidate, not before `from`.
    fn is_free(
        &self,
        candidate: &Candidate,
        ground: &Ground<'_>,
        from: Option<Day>,
        day: Day,
    ) -> bool {
        from.is_none_or(|from| day >= from)
            && ground.is_free(day)
            && !self.is_beside_partner(candidate, ground, day)
    }

    /// Whether a redundant asset is interrupted in the window of `day`.
    fn is_beside_partner(&self, candidate: &Candidate, ground: &Ground<'_>, day: Day) -> bool {
        let partners = Book::of(&self.book.partners, candidate.subject);
        if partners.is_empty() || !self.interrupts(candidate) {
            return false;
        }
        partners.iter().any(|(_, partner)| {
            let days = self.interrupted.get(self.position(*partner));
            days.is_some_and(|days| {
                let before = days.range(..=day).next_back();
                let after = days.range(day..).next();
                before.into_iter().chain(after).any(|other| are_joined(ground, day, *other))
            })
        })
    }

    /// The free day nearest to the due day of a candidate.
    pub(super) fn nearest(&mut self, candidate: &Candidate, from: Option<Day>) -> Option<Day> {
        let ground = self.ground(candidate)?;
        let ground = self.factory.grounds.get(ground)?;
        by_distance(candidate.due, candidate.early, candidate.late)
            .find(|day| self.is_free(candidate, ground, from, *day))
    }

    fn ground(&mut self, candidate: &Candidate) -> Option<usize> {
        let subject = self.input.subject(candidate.subject)?;
        self.factory.grounds.number(self.book, self.input, candidate.task, subject)
    }

    /// Whether visits take up a candidate.
    pub(super) fn is_visited(&self, candidate: &Candidate) -> bool {
        self.input.programme.visits.is_some()
            && self.template(candidate.task).is_some_and(super::book::is_on_site)
    }

    /// The free days of a candidate within its window, ascending.
    fn free_days(&mut self, candidate: &Candidate, from: Option<Day>) -> Vec<Day> {
        let Some(ground) = self.ground(candidate) else { return Vec::new() };
        let Some(ground) = self.factory.grounds.get(ground) else { return Vec::new() };
        let days = -candidate.early..=candidate.late;
        days.filter_map(|days| candidate.due.add_days(days))
            .filter(|day| self.is_free(candidate, ground, from, *day))
            .collect()
    }

    /// Whether what must come before a candidate is placed, or takes part in the same visit.
    fn is_ready(&self, candidate: &Candidate, members: &[(Number, Candidate)]) -> bool {
        let joined = |first: &Number| members.iter().any(|(member, _)| member == first);
        let placed = |first: &Number| {
            self.candidate(*first).is_none_or(|own| own.row.is_some() || own.is_out())
                || self.absorber(*first).is_some()
        };
        self.open_firsts(candidate).iter().all(&joined)
            && self.firsts(candidate).iter().all(|first| joined(first) || placed(first))
    }

    /// Opens a visit with a candidate, takes in those that can join, and gives all their day.
    pub(super) fn visit(&mut self, number: Number, from: Option<Day>) -> Result<(), Error> {
        let Some(leader) = self.candidate(number) else { return Ok(()) };
        let mut days = self.free_days(&leader, from);
        if days.is_empty() {
            return self.put(number, leader.due, Marks::NO_ROOM);
        }
        let companions = self.companions(&leader);
        let mut members = vec![(number, leader)];
        let mut strands = BTreeSet::from([leader.strand]);
        let mut interrupted = BTreeSet::new();
        if self.interrupts(&leader) {
            interrupted.insert(leader.subject);
        }
        for joiner in companions {
            let Some(candidate) = self.candidate(joiner).filter(|own| !own.settled) else {
                continue;
            };
            if strands.contains(&candidate.strand) || !self.is_ready(&candidate, &members) {
                continue;
            }
            let interrupts = self.interrupts(&candidate);
            let partners = Book::of(&self.book.partners, candidate.subject);
            if interrupts && partners.iter().any(|(_, partner)| interrupted.contains(partner)) {
                continue;
            }
            let own = self.free_days(&candidate, self.not_before(&candidate));
            let mut common = days.clone();
            common.retain(|day| own.binary_search(day).is_ok());
            if common.is_empty() {
                continue;
            }
            days = common;
            strands.insert(candidate.strand);
            if interrupts {
                interrupted.insert(candidate.subject);
            }
            members.push((joiner, candidate));
        }
        let distance = |day: &Day| {
            let days = day.number() - leader.due.number();
            (days.abs(), days)
        };
        let day = days.iter().copied().min_by_key(distance).unwrap_or(leader.due);
        let together = members.len() > 1;
        for (member, candidate) in members {
            if let Some(candidate) = self.candidates.get_mut(member) {
                candidate.settled = true;
            }
            let turn = candidate.turn(member);
            self.queue.remove(&turn);
            let mark = match (day == candidate.due, together) {
                (true, _) => Marks::default(),
                (false, true) => Marks::VISIT,
                (false, false) => Marks::PLACED,
            };
            self.put(member, day, mark)?;
        }
        Ok(())
    }

    pub(super) fn interrupts(&self, candidate: &Candidate) -> bool {
        self.template(candidate.task).is_some_and(|task| task.policy.interrupts)
    }

    /// The works that may join the visit of a leader: those of the same site due soon after it that are to
    /// be done, in their order.
    fn companions(&self, leader: &Candidate) -> Vec<Number> {
        let Some(visits) = self.input.programme.visits else { return Vec::new() };
        let site = |subject: u32| {
            let subject = self.input.subject(subject).and_then(super::book::SubjectRef::asset);
            subject.map(|asset| &asset.site)
        };
        let last = leader.due.add_days(i32::from(visits.within_days)).unwrap_or(Day::MAX);
        let own = site(leader.subject);
        let turns = self.queue.iter().take_while(|turn: &&Turn| turn.0 <= last);
        let joins = |number: &Number| {
            self.candidates.get(*number).is_some_and(|candidate| {
                !candidate.settled
                    && self.is_visited(candidate)
                    && site(candidate.subject) == own
                    && !candidate.is_out()
                    && !candidate.nowhere
                    && !matches!(candidate.decision(), Some(Decision::Fix(_)))
                    && self.server(candidate).is_none()
                    && self.absorber(*number).is_none()
            })
        };
        turns.map(|turn| turn.5).filter(joins).collect()
    }
}
