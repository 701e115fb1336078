//! Placing the occurrences of a unit one after the other, in the order of their due days.
//!
//! Every rule of the rule book acts here. Subjects that nothing ties together take the short way of
//! [`fast`](super::fast), which gives the same rows.

use super::book::Book;
use super::cover::Cover;
use super::facts::Decision;
use super::ground::Grounds;
use super::input::PlanInput;
use super::meter::NoDate;
use super::moving::Course;
use super::policy::Kind;
use super::series::{LeftOut, out_of_reach};
use super::table::{Marks, Row};
use super::task::{Every, TaskTemplate};
use super::unit::{Candidate, Factory, Number, Strand, Turn};
use crate::error::Error;
use crate::time::{Day, Period};
use std::collections::BTreeSet;

/// What the units of a plan are computed over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// Rows are those whose nominal day lies in it.
    pub(super) horizon: Period,
    /// Nominal days that may decide about them.
    pub(super) reach: Period,
    /// Last due day that is placed.
    pub(super) stop: Day,
}

/// Work that has no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NoDateOf {
    pub(super) subject: u32,
    pub(super) task: u16,
    pub(super) ordinal: i32,
    pub(super) reason: NoDate,
}

/// What a unit gives.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) rows: Vec<Row>,
    /// By subject: nominal days left out by the roll `skip`.
    pub(super) skipped: Vec<(u32, u64)>,
    pub(super) undated: Vec<NoDateOf>,
    /// Subject and place of the request that a preventive serves, and the task and key of that.
    pub(super) served: Vec<Served>,
}

/// A request that a preventive of the asset serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Served {
    pub(super) subject: u32,
    pub(super) task: u16,
    pub(super) key: i32,
    pub(super) request: u32,
}

/// A unit while it is placed.
pub(super) struct Unit<'a, 'b> {
    pub(super) book: &'a Book,
    pub(super) input: &'a PlanInput,
    span: Span,
    pub(super) factory: Factory<'a, 'b>,
    subjects: &'b [u32],
    covers: Vec<Cover>,
    /// First strand of each subject.
    firsts: Vec<usize>,
    pub(super) strands: Vec<Strand<'a>>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) queue: BTreeSet<Turn>,
    /// Days on which each subject is interrupted.
    pub(super) interrupted: Vec<Vec<Day>>,
    /// A moving strand that waits for the date of a candidate that absorbed its own.
    waiting: Vec<(Number, Number)>,
    outcome: Outcome,
}

/// Plans the unit of `subjects`, which ascend.
pub(super) fn simulate<'a>(
    book: &'a Book,
    input: &'a PlanInput,
    span: Span,
    grounds: &mut Grounds<'a>,
    subjects: &[u32],
) -> Result<Outcome, Error> {
    let mut factory = Factory { book, input, period: span.reach, grounds };
    let mut strands = Vec::new();
    let mut candidates = Vec::new();
    let mut covers = Vec::with_capacity(subjects.len());
    let mut firsts = Vec::with_capacity(subjects.len() + 1);
    for place in subjects {
        firsts.push(strands.len());
        let Some(subject) = input.subject(*place) else { continue };
        let own = factory.strands(*place, subject, strands.len(), &mut candidates);
        strands.extend(own);
        covers.push(factory.cover(*place, subject));
    }
    firsts.push(strands.len());
    let queue = candidates.iter().enumerate().map(|(number, c)| c.turn(number)).collect();
    let mut unit = Unit {
        book,
        input,
        span,
        factory,
        subjects,
        covers,
        firsts,
        strands,
        candidates,
        queue,
        interrupted: vec![Vec::new(); subjects.len()],
        waiting: Vec::new(),
        outcome: Outcome::default(),
    };
    for strand in 0..unit.strands.len() {
        unit.feed(strand)?;
    }
    while let Some(turn) = unit.queue.pop_first() {
        if turn.0 > span.stop {
            break;
        }
        unit.settle(turn.5)?;
    }
    Ok(unit.finish())
}

impl<'a> Unit<'a, '_> {
    fn finish(mut self) -> Outcome {
        for (position, place) in self.subjects.iter().enumerate() {
            let own = self.own_strands(position);
            let days = own.flat_map(|strand| &strand.skipped);
            let count = days.filter(|day| self.span.horizon.contains(**day)).count();
            if count > 0 {
                let count = u64::try_from(count).unwrap_or(u64::MAX);
                self.outcome.skipped.push((*place, count));
            }
        }
        self.outcome.rows.retain(|row| self.span.horizon.contains(row.nominal));
        self.outcome
    }

    pub(super) fn position(&self, subject: u32) -> usize {
        self.subjects.binary_search(&subject).unwrap_or_default()
    }

    pub(super) fn own_strands(&self, position: usize) -> impl Iterator<Item = &Strand<'a>> {
        let from = self.firsts.get(position).copied().unwrap_or_default();
        let to = self.firsts.get(position + 1).copied().unwrap_or(self.strands.len());
        self.strands.get(from..to).unwrap_or_default().iter()
    }

    /// Adds the next candidate of a moving series.
    fn feed(&mut self, number: usize) -> Result<(), Error> {
        loop {
            let Some(strand) = self.strands.get(number) else { return Ok(()) };
            let Some(progress) = strand.progress else { return Ok(()) };
            let moving = strand.moving(self.book, self.input);
            let nominal = match moving.next(&progress) {
                Ok(nominal) => nominal,
                Err(reason) => {
                    let (subject, task) = (strand.place, strand.index);
                    let ordinal = progress.ordinal;
                    let undated = NoDateOf { subject, task, ordinal, reason };
                    self.outcome.undated.push(undated);
                    return Ok(());
                }
            };
            if nominal > self.span.stop || strand.end.is_some_and(|end| nominal >= end) {
                return Ok(());
            }
            match self.factory.next(strand, number, &progress, nominal) {
                Ok(candidate) => {
                    let place = self.candidates.len();
                    self.queue.insert(candidate.turn(place));
                    self.candidates.push(candidate);
                    if let Some(strand) = self.strands.get_mut(number) {
                        strand.candidates.push(place);
                    }
                    return Ok(());
                }
                Err(LeftOut::Nowhere) => {
                    return Err(out_of_reach(self.input, strand.index, strand.subject, nominal));
                }
                Err(why) => {
                    let course = Course::LeftOut { resets_meter: false };
                    let after = moving.after(progress, nominal, course);
                    if let Some(strand) = self.strands.get_mut(number) {
                        strand.progress = Some(after);
                        if why == LeftOut::Roll {
                            strand.skipped.push(nominal);
                        }
                    }
                }
            }
        }
    }

    pub(super) fn row(&self, row: usize) -> Option<&Row> {
        self.outcome.rows.get(row)
    }

    pub(super) fn candidate(&self, number: Number) -> Option<Candidate> {
        self.candidates.get(number).copied()
    }

    /// Deals with a candidate: leaves it out, or gives it its day.
    pub(super) fn settle(&mut self, number: Number) -> Result<(), Error> {
        let Some(candidate) = self.candidate(number).filter(|c| !c.settled) else { return Ok(()) };
        if let Some(candidate) = self.candidates.get_mut(number) {
            candidate.settled = true;
        }
        if candidate.nowhere {
            if !self.span.horizon.contains(candidate.nominal) {
                return Ok(());
            }
            let Some(subject) = self.input.subject(candidate.subject) else { return Ok(()) };
            return Err(out_of_reach(self.input, candidate.task, subject, candidate.nominal));
        }
        if candidate.is_out() {
            return self.leave_out(number, candidate);
        }
        if let Some(absorber) = self.absorber(&candidate) {
            return self.absorb(number, absorber);
        }
        if let Some(serving) = self.server(&candidate) {
            self.serve(serving, candidate.key);
            return Ok(());
        }
        if let Some(Decision::Fix(on)) = candidate.decision() {
            return self.put(number, on, Marks::FIXED);
        }
        let from = self.not_before(&candidate)?;
        if self.is_visited(&candidate) {
            return self.visit(number, from);
        }
        match self.nearest(&candidate, from) {
            Some(day) if day == candidate.due => self.put(number, day, Marks::default()),
            Some(day) => self.put(number, day, Marks::PLACED),
            None => self.put(number, candidate.due, Marks::NO_ROOM),
        }
    }

    /// A decision leaves it out: the row stays, the series goes on.
    fn leave_out(&mut self, number: Number, candidate: Candidate) -> Result<(), Error> {
        let (mark, resets_meter) = match candidate.decision() {
            Some(Decision::Skip { resets_meter }) => (Marks::SKIPPED, resets_meter),
            _ => (Marks::CANCELLED, false),
        };
        self.write(number, candidate.due, candidate.marks.with(mark));
        self.go_on(candidate.strand, candidate.nominal, Course::LeftOut { resets_meter })
    }

    /// The series of a strand goes on after one of its dates.
    fn go_on(&mut self, number: usize, nominal: Day, course: Course) -> Result<(), Error> {
        let Some(strand) = self.strands.get(number) else { return Ok(()) };
        let Some(progress) = strand.progress else { return Ok(()) };
        let after = strand.moving(self.book, self.input).after(progress, nominal, course);
        if let Some(strand) = self.strands.get_mut(number) {
            strand.progress = Some(after);
        }
        self.feed(number)
    }

    /// Gives a candidate its day.
    pub(super) fn put(&mut self, number: Number, date: Day, marks: Marks) -> Result<(), Error> {
        let Some(candidate) = self.candidate(number) else { return Ok(()) };
        self.write(number, date, candidate.marks.with(marks));
        if self.has_lower(&candidate) {
            self.mark(number, Marks::ABSORBS);
        }
        let interrupts = self.template(candidate.task).is_some_and(|task| task.policy.interrupts);
        let position = self.position(candidate.subject);
        if interrupts && let Some(days) = self.interrupted.get_mut(position) {
            days.push(date);
        }
        self.done(number, date, candidate)
    }

    pub(super) fn template(&self, task: u16) -> Option<&'a TaskTemplate> {
        self.input.tasks.get(usize::from(task))
    }

    /// The work of a candidate is planned on `date`, by itself or by what absorbed it: `by`, whose completion
    /// and window then say when it was done.
    fn done(&mut self, number: Number, date: Day, by: Candidate) -> Result<(), Error> {
        let Some(candidate) = self.candidate(number) else { return Ok(()) };
        if let Some(strand) = self.strands.get_mut(candidate.strand) {
            strand.history.push((candidate.nominal, date));
        }
        let latest = by.due.add_days(by.late).unwrap_or(by.due);
        let overdue = self.book.as_of > date.max(latest).max(by.nominal);
        let assumed = if overdue { self.book.as_of } else { date };
        let said = |candidate: Candidate| candidate.fact.and_then(|fact| fact.done);
        let done = said(candidate).or_else(|| said(by)).unwrap_or(assumed);
        self.go_on(candidate.strand, candidate.nominal, Course::Done(date, done))?;
        let waiting: Vec<Number> =
            self.waiting.iter().filter(|wait| wait.1 == number).map(|wait| wait.0).collect();
        self.waiting.retain(|wait| wait.1 != number);
        for waiter in waiting {
            self.done(waiter, date, by)?;
        }
        Ok(())
    }

    fn write(&mut self, number: Number, date: Day, marks: Marks) {
        let Some(candidate) = self.candidates.get_mut(number) else { return };
        let (subject, task) = (candidate.subject, candidate.task);
        candidate.row = Some(self.outcome.rows.len());
        let row = Row {
            date,
            subject,
            task,
            nominal: candidate.nominal,
            key: candidate.key,
            base: candidate.base,
            contract: None,
            marks,
        };
        let cover = self.covers.get(self.position(subject));
        let contract = cover.and_then(|cover| cover.winner(date));
        self.outcome.rows.push(Row { contract, ..row });
    }

    /// Adds a mark to a candidate, and to its row if it has one.
    fn mark(&mut self, number: Number, mark: Marks) {
        let Some(candidate) = self.candidates.get_mut(number) else { return };
        candidate.marks = candidate.marks.with(mark);
        let row = candidate.row.and_then(|row| self.outcome.rows.get_mut(row));
        if let Some(row) = row {
            row.marks = row.marks.with(mark);
        }
    }
}

// Nesting and serving.
impl Unit<'_, '_> {
    /// The strands of the same subject and nest.
    fn nest_mates(&self, candidate: &Candidate) -> Vec<usize> {
        let group = self.strands.get(candidate.strand).and_then(|strand| strand.group);
        let group = group.or_else(|| self.book.task(candidate.task)?.group);
        let Some(group) = group else { return Vec::new() };
        let position = self.position(candidate.subject);
        let from = self.firsts.get(position).copied().unwrap_or_default();
        let own = self.own_strands(position).enumerate();
        let in_group = |strand: &Strand<'_>| {
            let members = self.book.task(strand.index).map_or(&[][..], |info| &info.members);
            strand.group == Some(group)
                || members.iter().any(|m| self.book.task(*m).and_then(|i| i.group) == Some(group))
        };
        own.filter(|(_, strand)| in_group(strand)).map(|(offset, _)| from + offset).collect()
    }

    /// The candidate that does the work of this one: of the highest level, then the first.
    pub(super) fn absorber(&self, candidate: &Candidate) -> Option<Number> {
        let group = self.book.task(candidate.task)?.group?;
        let mut best: Option<(u8, Day, Number)> = None;
        for strand in self.nest_mates(candidate) {
            for number in &self.strands.get(strand)?.candidates {
                let Some(higher) = self.candidates.get(*number) else { continue };
                let covers = higher.level > candidate.level
                    && is_within(candidate.nominal, higher)
                    && self
                        .book
                        .task(higher.task)
                        .is_some_and(|i| i.absorbs && i.group == Some(group))
                    && self.performs(higher);
                let key = (u8::MAX - higher.level, higher.nominal, *number);
                if covers && best.is_none_or(|best| key < best) {
                    best = Some(key);
                }
            }
        }
        best.map(|best| best.2)
    }

    /// Whether a candidate is done as itself: neither left out nor absorbed.
    pub(super) fn performs(&self, candidate: &Candidate) -> bool {
        !candidate.is_out() && self.absorber(candidate).is_none()
    }

    /// Whether a lower occurrence falls in the window of this one, which absorbs.
    fn has_lower(&self, candidate: &Candidate) -> bool {
        let info = self.book.task(candidate.task);
        let Some(group) = info.filter(|info| info.absorbs).and_then(|info| info.group) else {
            return false;
        };
        self.nest_mates(candidate).into_iter().any(|strand| {
            let numbers = self.strands.get(strand).map_or(&[][..], |strand| &strand.candidates);
            numbers.iter().filter_map(|number| self.candidates.get(*number)).any(|lower| {
                lower.level < candidate.level
                    && is_within(lower.nominal, candidate)
                    && !lower.is_out()
                    && lower.row.is_none()
                    && self.book.task(lower.task).is_some_and(|info| info.group == Some(group))
            })
        })
    }

    fn absorb(&mut self, number: Number, absorber: Number) -> Result<(), Error> {
        self.mark(absorber, Marks::ABSORBS);
        let by = self.candidate(absorber);
        let row = by.and_then(|by| self.outcome.rows.get(by.row?));
        if let Some((by, date)) = by.zip(row.map(|row| row.date)) {
            return self.done(number, date, by);
        }
        self.waiting.push((number, absorber));
        Ok(())
    }

    /// The preventive of the asset that serves instead: the first due, then of the lowest task.
    pub(super) fn server(&self, candidate: &Candidate) -> Option<Number> {
        let (first, last) = candidate.served_within?;
        let mut best: Option<(Day, u16, Number)> = None;
        for strand in self.own_strands(self.position(candidate.subject)) {
            let returns = !matches!(strand.task.every, Every::Occasion(_));
            for number in strand.candidates.iter().filter(|_| returns) {
                let Some(other) = self.candidates.get(*number) else { continue };
                let kind = self.template(other.task).map(|task| task.policy.kind);
                if kind != Some(Kind::Preventive) {
                    continue;
                }
                let key = (other.due, other.task, *number);
                let due = other.due >= first && other.due <= last;
                if due && best.is_none_or(|best| key < best) && self.performs(other) {
                    best = Some(key);
                }
            }
        }
        best.map(|best| best.2)
    }

    /// Notes that a preventive serves for a request.
    fn serve(&mut self, number: Number, request: i32) {
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
