//! Choosing the day of a candidate: apart from redundant assets, after what comes first, with the visit.

use super::book::Book;
use super::ground::{Ground, by_distance};
use super::simulate::Unit;
use super::table::Marks;
use super::unit::{Candidate, Number, Turn};
use crate::error::Error;
use crate::time::Day;

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

impl Unit<'_, '_> {
    /// The day before which a candidate must not be: that of the last of those that come first.
    pub(super) fn not_before(&mut self, candidate: &Candidate) -> Result<Option<Day>, Error> {
        let first: Vec<u16> =
            self.book.task(candidate.task).map(|info| info.after.clone()).unwrap_or_default();
        if first.is_empty() {
            return Ok(None);
        }
        let mut subjects = vec![candidate.subject];
        let depends = Book::of(&self.book.depends, candidate.subject);
        subjects.extend(depends.iter().map(|(_, other)| *other));
        let mut latest: Option<Day> = None;
        for task in first {
            let series = self.book.series_of(task);
            for subject in &subjects {
                if task == candidate.task && *subject == candidate.subject {
                    continue;
                }
                for number in self.first_ones(candidate, (task, series), *subject) {
                    self.settle(number)?;
                    let row = self.candidate(number).and_then(|first| first.row);
                    if let Some(date) = row.and_then(|row| self.date_of(row)) {
                        latest = Some(latest.map_or(date, |latest| latest.max(date)));
                    }
                }
            }
        }
        Ok(latest)
    }

    /// The candidates of a task on a subject that lie in the window of this one.
    fn first_ones(
        &self,
        candidate: &Candidate,
        (task, series): (u16, u16),
        subject: u32,
    ) -> Vec<Number> {
        let position = self.position(subject);
        let strand = self.own_strands(position).find(|s| s.index == series && s.place == subject);
        let numbers = strand.map_or(&[][..], |strand| &strand.candidates);
        let within = |number: &&Number| {
            self.candidates.get(**number).is_some_and(|first| {
                let days = first.nominal.number() - candidate.nominal.number();
                first.task == task && days >= -candidate.reach.0 && days <= candidate.reach.1
            })
        };
        numbers.iter().filter(within).copied().collect()
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
        let interrupts = self.template(candidate.task).is_some_and(|t| t.policy.interrupts);
        if partners.is_empty() || !interrupts {
            return false;
        }
        let (first, last) = same_window(ground, day);
        partners.iter().any(|(_, partner)| {
            let days = self.interrupted.get(self.position(*partner));
            days.is_some_and(|days| days.iter().any(|day| *day >= first && *day <= last))
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

    /// Opens a visit with a candidate, takes in those that can join, and gives all their day.
    pub(super) fn visit(&mut self, number: Number, from: Option<Day>) -> Result<(), Error> {
        let Some(leader) = self.candidate(number) else { return Ok(()) };
        // What comes first is placed before any day is looked at: it may take days, or works, away.
        let mut open = Vec::new();
        for (joiner, candidate) in self.companions(&leader) {
            let from = self.not_before(&candidate)?;
            open.push((joiner, candidate, from));
        }
        let mut days = self.free_days(&leader, from);
        if days.is_empty() {
            return self.put(number, leader.due, Marks::NO_ROOM);
        }
        let mut members = vec![(number, leader)];
        for (joiner, candidate, from) in open {
            let settled = self.candidate(joiner).is_none_or(|candidate| candidate.settled);
            if settled || members.iter().any(|(_, member)| member.strand == candidate.strand) {
                continue;
            }
            let own = self.free_days(&candidate, from);
            let mut common = days.clone();
            common.retain(|day| own.binary_search(day).is_ok());
            let beside = members.iter().any(|(_, member)| self.are_apart(member, &candidate));
            if !common.is_empty() && !beside {
                days = common;
                members.push((joiner, candidate));
                // It is of this visit: what comes first of the next ones must not take it into another.
                if let Some(candidate) = self.candidates.get_mut(joiner) {
                    candidate.settled = true;
                }
            }
        }
        let distance = |day: &Day| {
            let days = day.number() - leader.due.number();
            (days.abs(), days)
        };
        let day = days.iter().copied().min_by_key(distance).unwrap_or(leader.due);
        let together = members.len() > 1;
        for (member, candidate) in members {
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

    /// Whether two works must not be in one window.
    fn are_apart(&self, a: &Candidate, b: &Candidate) -> bool {
        let interrupts =
            |c: &Candidate| self.template(c.task).is_some_and(|task| task.policy.interrupts);
        let partners = Book::of(&self.book.partners, a.subject);
        partners.iter().any(|(_, partner)| *partner == b.subject) && interrupts(a) && interrupts(b)
    }

    /// The works that may join the visit of a leader: those of the same site due soon after it that are to
    /// be done, in their order.
    fn companions(&self, leader: &Candidate) -> Vec<(Number, Candidate)> {
        let Some(visits) = self.input.programme.visits else { return Vec::new() };
        let site = |subject: u32| {
            let subject = self.input.subject(subject).and_then(|subject| subject.asset());
            subject.map(|asset| &asset.site)
        };
        let last = leader.due.add_days(i32::from(visits.within_days)).unwrap_or(Day::MAX);
        let own = site(leader.subject);
        let turns = self.queue.iter().take_while(|turn: &&Turn| turn.0 <= last);
        turns
            .filter_map(|turn| Some((turn.5, self.candidate(turn.5)?)))
            .filter(|(_, candidate)| {
                self.is_visited(candidate)
                    && site(candidate.subject) == own
                    && !candidate.is_out()
                    && !candidate.nowhere
                    && !matches!(candidate.decision(), Some(super::facts::Decision::Fix(_)))
                    && self.server(candidate).is_none()
                    && self.absorber(candidate).is_none()
            })
            .collect()
    }

    fn date_of(&self, row: usize) -> Option<Day> {
        self.row(row).map(|row| row.date)
    }
}
