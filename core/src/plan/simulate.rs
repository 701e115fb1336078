//! Placing the occurrences of a unit one after the other, in the order of their due days.
//!
//! Every rule of the rule book acts here. Subjects that nothing ties together take the short way of
//! [`fast`](super::fast), which gives the same rows.

use super::absorb::Mates;
use super::book::Book;
use super::cover::Cover;
use super::facts::Decision;
use super::ground::Grounds;
use super::input::PlanInput;
use super::meter::NoDate;
use super::moving::Course;
use super::series::{LeftOut, out_of_reach};
use super::size::check_works;
use super::table::{Marks, Row};
use super::task::TaskTemplate;
use super::unit::{Candidate, Factory, Number, Strand, Turn};
use crate::error::Error;
use crate::time::{Day, Period};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Nominal days left out by the roll `skip`.
    pub(super) skipped: u64,
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

/// A candidate whose day is looked for.
struct Opened {
    number: Number,
    /// Those that must be placed first, the last of them first.
    firsts: Vec<Number>,
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
    bounds: Vec<usize>,
    pub(super) strands: Vec<Strand<'a>>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) queue: BTreeSet<Turn>,
    /// Days on which each subject is interrupted.
    pub(super) interrupted: Vec<BTreeSet<Day>>,
    /// The strands of each nest, and what is known of who absorbs whom.
    pub(super) mates: Mates,
    /// By a candidate that has no day yet: those that it absorbed, which wait for it.
    pub(super) waiting: BTreeMap<Number, Vec<Number>>,
    pub(super) outcome: Outcome,
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
    let mut bounds = Vec::with_capacity(subjects.len() + 1);
    for place in subjects {
        bounds.push(strands.len());
        let Some(subject) = input.subject(*place) else { continue };
        let own = factory.strands(*place, subject, strands.len(), &mut candidates)?;
        strands.extend(own);
        covers.push(factory.cover(*place, subject));
    }
    bounds.push(strands.len());
    check_works(candidates.len())?;
    let queue = candidates.iter().enumerate().map(|(number, c)| c.turn(number)).collect();
    let mates = Mates::new(book, &strands);
    let mut unit = Unit {
        book,
        input,
        span,
        factory,
        subjects,
        covers,
        bounds,
        strands,
        candidates,
        queue,
        interrupted: vec![BTreeSet::new(); subjects.len()],
        mates,
        waiting: BTreeMap::new(),
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
        let skipped = self.strands.iter().flat_map(|strand| &strand.skipped);
        let skipped = skipped.filter(|day| self.span.horizon.contains(**day)).count();
        self.outcome.skipped = u64::try_from(skipped).unwrap_or(u64::MAX);
        self.outcome.rows.retain(|row| self.span.horizon.contains(row.nominal));
        self.outcome
    }

    pub(super) fn position(&self, subject: u32) -> usize {
        self.subjects.binary_search(&subject).unwrap_or_default()
    }

    pub(super) fn own_strands(&self, position: usize) -> impl Iterator<Item = &Strand<'a>> {
        let from = self.bounds.get(position).copied().unwrap_or_default();
        let to = self.bounds.get(position + 1).copied().unwrap_or(self.strands.len());
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
                    if let Some(strand) = self.strands.get_mut(number) {
                        strand.note(place, &candidate);
                        self.mates.renew(strand.place);
                    }
                    self.candidates.push(candidate);
                    return check_works(self.candidates.len());
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

    /// Deals with a candidate, after those that come before it: leaves it out, or gives it its day.
    pub(super) fn settle(&mut self, number: Number) -> Result<(), Error> {
        let mut open: Vec<Opened> = self.begin(number)?.into_iter().collect();
        while let Some(top) = open.last_mut() {
            if let Some(first) = top.firsts.pop() {
                open.extend(self.begin(first)?);
                continue;
            }
            let number = top.number;
            let Some(candidate) = self.candidate(number) else { return Ok(()) };
            // What was placed may have given its series a further date.
            let mut firsts = self.open_firsts(&candidate);
            firsts.reverse();
            if firsts.is_empty() {
                open.pop();
                self.place(number)?;
            } else if let Some(top) = open.last_mut() {
                top.firsts = firsts;
            }
        }
        Ok(())
    }

    /// Deals with what no day is looked for; else opens the candidate.
    fn begin(&mut self, number: Number) -> Result<Option<Opened>, Error> {
        let Some(candidate) = self.candidate(number).filter(|c| !c.settled) else {
            return Ok(None);
        };
        if let Some(candidate) = self.candidates.get_mut(number) {
            candidate.settled = true;
        }
        if candidate.nowhere {
            if !self.span.horizon.contains(candidate.nominal) {
                return Ok(None);
            }
            let Some(subject) = self.input.subject(candidate.subject) else { return Ok(None) };
            return Err(out_of_reach(self.input, candidate.task, subject, candidate.nominal));
        }
        if candidate.is_out() {
            self.leave_out(number, candidate)?;
        } else if let Some(absorber) = self.absorber(number) {
            self.absorb(number, absorber)?;
        } else if let Some(serving) = self.server(&candidate) {
            self.serve(serving, candidate.key);
        } else if let Some(Decision::Fix(on)) = candidate.decision() {
            self.put(number, on, Marks::FIXED)?;
        } else {
            return Ok(Some(Opened { number, firsts: Vec::new() }));
        }
        Ok(None)
    }

    /// Gives an open candidate its day.
    fn place(&mut self, number: Number) -> Result<(), Error> {
        let Some(candidate) = self.candidate(number) else { return Ok(()) };
        let from = self.not_before(&candidate);
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
        let position = self.position(candidate.subject);
        if self.interrupts(&candidate)
            && let Some(days) = self.interrupted.get_mut(position)
        {
            days.insert(date);
        }
        self.done(number, date, candidate)
    }

    pub(super) fn template(&self, task: u16) -> Option<&'a TaskTemplate> {
        self.input.tasks.get(usize::from(task))
    }

    /// The work of a candidate is planned on `date`, by itself or by what absorbed it: `by`, whose completion
    /// and window then say when it was done.
    pub(super) fn done(&mut self, number: Number, date: Day, by: Candidate) -> Result<(), Error> {
        let Some(candidate) = self.candidate(number) else { return Ok(()) };
        let latest = by.due.add_days(by.late).unwrap_or(by.due);
        let overdue = self.book.as_of > date.max(latest).max(by.nominal);
        let assumed = if overdue { self.book.as_of } else { date };
        let said = |candidate: Candidate| candidate.fact.and_then(|fact| fact.done);
        let done = said(candidate).or_else(|| said(by)).unwrap_or(assumed);
        self.go_on(candidate.strand, candidate.nominal, Course::Done(date, done))?;
        for waiter in self.waiting.remove(&number).unwrap_or_default() {
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
    pub(super) fn mark(&mut self, number: Number, mark: Marks) {
        let Some(candidate) = self.candidates.get_mut(number) else { return };
        candidate.marks = candidate.marks.with(mark);
        let row = candidate.row.and_then(|row| self.outcome.rows.get_mut(row));
        if let Some(row) = row {
            row.marks = row.marks.with(mark);
        }
    }
}
