//! The strands of a unit and their candidates: what [`simulate`](super::simulate) works on.

use super::book::{Book, SubjectRef, is_done_on, offset_of};
use super::cover::Cover;
use super::event::Occasion;
use super::facts::{Decision, Fact};
use super::ground::Grounds;
use super::input::PlanInput;
use super::moving::{Moving, Progress};
use super::series::{LeftOut, Maker, Origin, Series, Start, due_of};
use super::size::check_works;
use super::table::Marks;
use super::task::{Every, TaskTemplate};
use crate::calendar::Roll;
use crate::error::Error;
use crate::order;
use crate::time::{Day, Period};

/// Number of a candidate in its unit.
pub(super) type Number = usize;

/// An occurrence that is not yet placed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) strand: usize,
    pub(super) subject: u32,
    /// The task that is done: that of the strand, or the one in turn of its sequence.
    pub(super) task: u16,
    pub(super) level: u8,
    pub(super) nominal: Day,
    pub(super) due: Day,
    pub(super) key: i32,
    pub(super) base: Day,
    pub(super) early: i32,
    pub(super) late: i32,
    /// Tolerances around the nominal day, for nesting and order.
    pub(super) reach: (i32, i32),
    pub(super) marks: Marks,
    pub(super) fact: Option<Fact>,
    /// Whether it has been dealt with.
    pub(super) settled: bool,
    /// Its row, once it has one.
    pub(super) row: Option<usize>,
    /// Whether no day is within reach of its roll.
    pub(super) nowhere: bool,
    /// First and last due day of the preventives that serve instead.
    pub(super) served_within: Option<(Day, Day)>,
}

/// What is left of a candidate's position in the order of placement.
pub(super) type Turn = (Day, u32, u8, u16, Day, Number);

impl Candidate {
    /// Its place in the order of placement: due day, subject, higher level, task, nominal day.
    pub(super) fn turn(&self, number: Number) -> Turn {
        (self.due, self.subject, u8::MAX - self.level, self.task, self.nominal, number)
    }

    pub(super) fn decision(&self) -> Option<Decision> {
        self.fact.and_then(|fact| fact.decision)
    }

    /// Whether a decision leaves it out.
    pub(super) fn is_out(&self) -> bool {
        matches!(self.decision(), Some(Decision::Skip { .. } | Decision::Cancel))
    }
}

/// A task on a subject.
pub(super) struct Strand<'a> {
    pub(super) index: u16,
    pub(super) task: &'a TaskTemplate,
    pub(super) place: u32,
    pub(super) subject: SubjectRef<'a>,
    /// How far a moving series has come.
    pub(super) progress: Option<Progress>,
    /// Its candidates, by nominal day.
    pub(super) candidates: Vec<Number>,
    /// The farthest that its candidates reach before and after their nominal days.
    pub(super) reach: (i32, i32),
    /// The least and most days from the nominal day of a candidate to its due day, 0 among them.
    pub(super) drift: (i32, i32),
    /// Nominal days that the roll `skip` left out.
    pub(super) skipped: Vec<Day>,
    /// First day without it: the end of the contract that it is done for.
    pub(super) end: Option<Day>,
}

impl<'a> Strand<'a> {
    /// Adds a candidate.
    pub(super) fn note(&mut self, number: Number, candidate: &Candidate) {
        let days = candidate.due.number() - candidate.nominal.number();
        self.reach = (self.reach.0.max(candidate.reach.0), self.reach.1.max(candidate.reach.1));
        self.drift = (self.drift.0.min(days), self.drift.1.max(days));
        self.candidates.push(number);
    }

    pub(super) fn moving(&self, book: &'a Book, input: &'a PlanInput) -> Moving<'a> {
        Moving {
            book,
            input,
            index: self.index,
            task: self.task,
            place: self.place,
            subject: self.subject,
        }
    }
}

/// Makes the strands of subjects, and their candidates.
pub(super) struct Factory<'a, 'b> {
    pub(super) book: &'a Book,
    pub(super) input: &'a PlanInput,
    /// Nominal days of the candidates of fixed series and occasions.
    pub(super) period: Period,
    pub(super) grounds: &'b mut Grounds<'a>,
}

impl<'a> Factory<'a, '_> {
    /// The strands of one subject; the candidates of fixed series and occasions are added to `all`.
    pub(super) fn strands(
        &mut self,
        place: u32,
        subject: SubjectRef<'a>,
        first: usize,
        all: &mut Vec<Candidate>,
    ) -> Result<Vec<Strand<'a>>, Error> {
        let mut strands: Vec<Strand<'a>> = Vec::new();
        let input = self.input;
        let origin = Origin::new(self.book, input, place, subject);
        for (index, task) in (0u16..).zip(&input.tasks) {
            if !is_done_on(task, subject) {
                continue;
            }
            let mut strand = Strand {
                index,
                task,
                place,
                subject,
                progress: None,
                candidates: Vec::new(),
                reach: (0, 0),
                drift: (0, 0),
                skipped: Vec::new(),
                end: match subject {
                    SubjectRef::Asset(_) => None,
                    SubjectRef::Contract(contract) => contract.term().final_end(),
                },
            };
            let number = first + strands.len();
            if matches!(task.every, Every::Occasion(_)) {
                self.occasions(&mut strand, number, all);
            } else {
                let start = origin.start(index, task);
                if task.is_moving() {
                    strand.progress = Some(Progress::new(start));
                } else {
                    self.fixed(&mut strand, number, start, all);
                }
            }
            check_works(all.len())?;
            strands.push(strand);
        }
        Ok(strands)
    }

    fn fixed(
        &mut self,
        strand: &mut Strand<'a>,
        number: usize,
        start: Start,
        all: &mut Vec<Candidate>,
    ) {
        let maker = Maker { book: self.book, input: self.input, period: self.period };
        let task = (strand.index, strand.task);
        let Series { items, skipped, nowhere } =
            maker.series(self.grounds, task, strand.subject, start);
        let lasts = |day: &Day| strand.end.is_none_or(|end| *day < end);
        let skipped = skipped.into_iter().filter(lasts).collect();
        let items: Vec<_> = items.into_iter().filter(|item| lasts(&item.nominal)).collect();
        strand.skipped = skipped;
        for item in items {
            let candidate = Candidate {
                strand: number,
                subject: strand.place,
                task: item.task,
                level: self.level(item.task),
                nominal: item.nominal,
                due: item.due,
                key: item.nominal.number(),
                base: item.nominal,
                early: item.early,
                late: item.late,
                reach: (item.early, item.late),
                marks: if item.marks.has(Marks::SEASON) { Marks::SEASON } else { Marks::default() },
                fact: None,
                settled: false,
                row: None,
                nowhere: false,
                served_within: None,
            };
            let candidate = self.decided(candidate);
            strand.note(all.len(), &candidate);
            all.push(candidate);
        }
        if let Some(nominal) = nowhere {
            let mut candidate = self.bare(strand, number, nominal);
            candidate.nowhere = true;
            all.push(candidate);
        }
    }

    fn level(&self, task: u16) -> u8 {
        self.book.task(task).map_or(0, |info| info.level)
    }

    fn bare(&self, strand: &Strand<'a>, number: usize, nominal: Day) -> Candidate {
        Candidate {
            strand: number,
            subject: strand.place,
            task: strand.index,
            level: self.level(strand.index),
            nominal,
            due: nominal,
            key: nominal.number(),
            base: nominal,
            early: 0,
            late: 0,
            reach: (0, 0),
            marks: Marks::default(),
            fact: None,
            settled: false,
            row: None,
            nowhere: false,
            served_within: None,
        }
    }

    /// With what is known of it.
    fn decided(&self, mut candidate: Candidate) -> Candidate {
        let about = (candidate.subject, candidate.task, candidate.key);
        candidate.fact = self.book.facts.find(about);
        if let Some(Decision::Move(to)) = candidate.decision() {
            candidate.due = to;
            candidate.marks = Marks::MOVED;
        }
        candidate
    }

    /// One candidate for each known request, or for the begin of the contract.
    fn occasions(&mut self, strand: &mut Strand<'a>, number: usize, all: &mut Vec<Candidate>) {
        let Some((occasion, offset)) = offset_of(self.input, strand.task) else { return };
        let Every::Occasion(on) = &strand.task.every else { return };
        let mut days: Vec<(Day, i32)> = Vec::new();
        match (occasion.request(), strand.subject) {
            (Some(kind), SubjectRef::Asset(_)) => {
                for (_, place) in Book::of(&self.book.requests, strand.place) {
                    let request = usize::try_from(*place).ok();
                    let Some(request) = request.and_then(|r| self.input.programme.requests.get(r))
                    else {
                        continue;
                    };
                    let answers = on.remedies.is_empty()
                        || request.remedy.as_ref().is_some_and(|r| on.remedies.contains(r));
                    if request.kind == kind && answers {
                        days.push((request.day, i32::try_from(*place).unwrap_or(i32::MAX)));
                    }
                }
            }
            (None, SubjectRef::Contract(contract)) => {
                let key = self.input.contract_key(strand.place);
                days.extend(key.map(|key| (contract.begin(), key)));
            }
            _ => {}
        }
        for (day, key) in days {
            let Some(nominal) = day.add_days(offset) else { continue };
            if !self.period.contains(nominal) {
                continue;
            }
            let mut candidate = self.bare(strand, number, nominal);
            candidate.key = key;
            candidate.base = day;
            if on.served_by_preventive && occasion.request().is_some() {
                candidate.served_within = occasion_window(day, nominal);
            }
            match occasion_due(self.input, strand.task, strand.subject, occasion, (day, nominal)) {
                Some((due, early, late)) => {
                    candidate.due = due;
                    candidate.early = early;
                    candidate.late = late;
                    candidate.reach = (early, late);
                }
                None => candidate.nowhere = strand.task.roll != Roll::Skip,
            }
            let candidate = self.decided(candidate);
            strand.note(all.len(), &candidate);
            all.push(candidate);
        }
        order::sort_by(&mut strand.candidates, |a, b| {
            let key = |number: &Number| all.get(*number).map(|c| (c.nominal, c.key));
            key(a).cmp(&key(b))
        });
    }

    /// The candidate of the next date of a moving series; `Ok(None)` when season or roll leave it out.
    pub(super) fn next(
        &mut self,
        strand: &Strand<'a>,
        number: usize,
        progress: &Progress,
        nominal: Day,
    ) -> Result<Candidate, LeftOut> {
        let info = self.book.task(strand.index);
        let members = info.map_or(&[][..], |info| &info.members);
        let turns = i32::try_from(members.len()).unwrap_or(1).max(1);
        let turn = usize::try_from((progress.ordinal - 1).rem_euclid(turns)).unwrap_or_default();
        let member = members.get(turn).copied().unwrap_or(strand.index);
        let ground = self.grounds.number(self.book, self.input, member, strand.subject);
        let ground = ground.and_then(|ground| self.grounds.get(ground)).ok_or(LeftOut::Season)?;
        let base = progress.counted_from(strand.task.policy.counting, nominal);
        let generator = self.book.generator(self.input, strand.index, strand.subject);
        let sticks = generator.is_some_and(|generator| generator.sticks_to_end(base));
        let (due, marks) = due_of(strand.task, &|day| ground.is_open(day), nominal, sticks)?;
        let mut candidate = self.bare(strand, number, nominal);
        let cycle_days = self.cycle_days(strand, nominal);
        let tolerance = self.book.task(member).map(|info| info.tolerance).unwrap_or_default();
        candidate.task = member;
        candidate.level = self.level(member);
        candidate.due = due;
        candidate.key = progress.ordinal;
        candidate.base = base;
        candidate.early = tolerance.early.days(cycle_days);
        candidate.late = tolerance.late.days(cycle_days);
        candidate.reach = (candidate.early, candidate.late);
        candidate.marks = marks;
        Ok(self.decided(candidate))
    }

    /// Days from a date of a moving series to the next, if it is done on its day; counters have none.
    fn cycle_days(&self, strand: &Strand<'a>, nominal: Day) -> i32 {
        let generator = self.book.generator(self.input, strand.index, strand.subject);
        let next = generator.and_then(|generator| generator.next_after(nominal, nominal));
        next.map_or(0, |next| next.number() - nominal.number())
    }

    /// The cover of a subject.
    pub(super) fn cover(&self, place: u32, subject: SubjectRef<'a>) -> Cover {
        Cover::of(self.book, self.input, (place, subject), wide(self.period))
    }
}

/// A period with a year on either side.
pub(super) fn wide(period: Period) -> Period {
    let start = period.start().add_days(-800).unwrap_or(Day::MIN);
    let end = period.end().add_days(800).unwrap_or(Day::MAX);
    Period::new(start, end).unwrap_or(period)
}

/// The first and last day of the window of work on an occasion of `day`, before any roll.
fn occasion_window(day: Day, nominal: Day) -> Option<(Day, Day)> {
    Some(if nominal > day { (day.add_days(1)?, nominal) } else { (nominal, day) })
}

/// The due day of work on occasion, and its tolerances to either side; `None` when no day is within reach.
pub(super) fn occasion_due(
    input: &PlanInput,
    task: &TaskTemplate,
    subject: SubjectRef<'_>,
    occasion: Occasion,
    (day, nominal): (Day, Day),
) -> Option<(Day, i32, i32)> {
    let calendar = input.calendar_of_subject(subject);
    let (first, last) = occasion_window(day, nominal)?;
    let due = if occasion == Occasion::CorrectiveClosed && nominal > day {
        let within = (first.number()..=nominal.number()).rev().filter_map(Day::from_number);
        let open = within.into_iter().find(|day| calendar.is_open(*day));
        open.or_else(|| rolled(calendar, nominal, Roll::Next))?
    } else {
        rolled(calendar, nominal, task.roll)?
    };
    let early = (due.number() - first.number()).max(0);
    let late = (last.number() - due.number()).max(0);
    Some((due, early, late))
}

fn rolled(calendar: &crate::calendar::WorkCalendar, day: Day, roll: Roll) -> Option<Day> {
    match calendar.roll(day, roll) {
        crate::calendar::Rolled::To(day) => Some(day),
        _ => None,
    }
}
