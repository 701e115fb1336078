//! Series whose dates move with what was done and used: where the next ordinal falls.

use super::book::{Book, SubjectRef, is_done_on};
use super::counter::{Counters, Cycle, CycleSet, Join};
use super::input::PlanInput;
use super::meter::NoDate;
use super::policy::Counting;
use super::series::Start;
use super::task::{Every, TaskTemplate};
use crate::recurrence::{Generator, MonthEnd};
use crate::time::{Day, Interval};

/// How far a moving series has come: what its next ordinal counts from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Progress {
    /// Number of the next date.
    pub(super) ordinal: i32,
    /// Nominal day of the date before; `None` before the first.
    nominal: Option<Day>,
    /// When the work before was done, or counts as done.
    base: Day,
    /// The anchor that a partly shifted series counts from.
    anchor: Day,
    /// The day that use counts from, and the cycles that it counts.
    used_from: Day,
    used_cycles: u64,
    is_after: bool,
}

/// What became of an ordinal.
#[derive(Debug, Clone, Copy)]
pub(super) enum Course {
    /// It was planned on the first day and done, or counts as done, on the second.
    Done(Day, Day),
    /// It was not done; whether meters begin anew.
    LeftOut { resets_meter: bool },
}

/// One moving series of a subject.
pub(super) struct Moving<'a> {
    pub(super) book: &'a Book,
    pub(super) input: &'a PlanInput,
    pub(super) index: u16,
    pub(super) task: &'a TaskTemplate,
    pub(super) place: u32,
    pub(super) subject: SubjectRef<'a>,
}

impl Progress {
    pub(super) fn new(start: Start) -> Progress {
        Progress {
            ordinal: 1,
            nominal: None,
            base: start.anchor,
            anchor: start.anchor,
            used_from: start.anchor,
            used_cycles: 1,
            is_after: start.is_after,
        }
    }

    /// The day that the next date counts from; the date itself where it counts from none.
    pub(super) fn counted_from(&self, counting: Counting, next: Day) -> Day {
        match (self.nominal, counting) {
            (None, _) if !self.is_after => next,
            (_, Counting::PartialShift(_)) => self.anchor,
            _ => self.base,
        }
    }
}

/// The greatest common divisor.
fn common_divisor(a: i32, b: i32) -> i32 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Moving<'_> {
    /// The nominal day of the next ordinal.
    ///
    /// # Errors
    /// Why it has none.
    pub(super) fn next(&self, progress: &Progress) -> Result<Day, NoDate> {
        if let Every::Counters(counters) = &self.task.every {
            return self.counted(counters, progress);
        }
        let generator = self.generator().ok_or(NoDate::BeyondCalendar)?;
        let next = match progress.nominal {
            None if progress.is_after => generator.next_after(progress.anchor, progress.anchor),
            None => Some(progress.anchor),
            Some(nominal) => match self.task.policy.counting {
                Counting::PartialShift(_) => generator.next_after(progress.anchor, nominal),
                _ => generator.next_after(progress.base, nominal.max(progress.base)),
            },
        };
        next.ok_or(NoDate::BeyondCalendar)
    }

    /// The progress after the ordinal whose nominal day is `nominal`.
    pub(super) fn after(&self, progress: Progress, nominal: Day, course: Course) -> Progress {
        let mut after = Progress {
            ordinal: progress.ordinal.saturating_add(1),
            nominal: Some(nominal),
            base: nominal,
            ..progress
        };
        match course {
            Course::LeftOut { resets_meter } => {
                if resets_meter {
                    after.used_from = nominal;
                    after.used_cycles = 1;
                } else {
                    after.used_cycles = progress.used_cycles.saturating_add(1);
                }
            }
            Course::Done(planned, done) => {
                after.base = done;
                after.used_from = done;
                after.used_cycles = 1;
                if let Some(anchor) = self.shifted(&progress, nominal, planned, done) {
                    after.anchor = anchor;
                }
            }
        }
        after
    }

    /// The new anchor of a partly shifted series; `None` when nothing shifts.
    fn shifted(&self, progress: &Progress, nominal: Day, planned: Day, done: Day) -> Option<Day> {
        let Counting::PartialShift(shift) = self.task.policy.counting else { return None };
        let next = self.generator()?.next_after(progress.anchor, nominal)?;
        let cycle_days = self.package_days(nominal).unwrap_or(next.number() - nominal.number());
        let days = shift.days(done.number() - planned.number(), cycle_days);
        if days == 0 { None } else { next.add_days(days) }
    }

    /// Smallest number of days between the dates of the tasks that nest with this one, counted from one day:
    /// 10 for 30 and 40. `None` when it nests with none, or days nest with months.
    fn package_days(&self, nominal: Day) -> Option<i32> {
        let group = self.book.task(self.index)?.group?;
        let mates = (0u16..).zip(&self.input.tasks).filter(|(index, task)| {
            self.book.task(*index).is_some_and(|info| info.group == Some(group))
                && is_done_on(task, self.subject)
        });
        let cycles: Vec<Interval> =
            mates.filter_map(|(_, task)| self.input.cycle_of(task, self.subject)).collect();
        if cycles.len() < 2 {
            return None;
        }
        let all = |of: fn(&Interval) -> Option<i32>| {
            let counts: Option<Vec<i32>> = cycles.iter().map(of).collect();
            let counts = counts?;
            // Multiples of two cycles come as near to each other as their greatest common divisor.
            let pairs = counts.iter().flat_map(|a| counts.iter().map(|b| common_divisor(*a, *b)));
            pairs.min()
        };
        match (all(Interval::fixed_days), all(Interval::months)) {
            (Some(days), _) => Some(days),
            (None, Some(months)) => Some(nominal.add_months(months)?.number() - nominal.number()),
            (None, None) => None,
        }
    }

    fn generator(&self) -> Option<&Generator> {
        self.book.generator(self.input, self.index, self.subject)
    }

    fn counted(&self, counters: &Counters, progress: &Progress) -> Result<Day, NoDate> {
        let set = counters.set(progress.ordinal).ok_or(NoDate::NoMeter)?;
        let mut day: Option<Day> = None;
        let mut reason = None;
        for cycle in &set.cycles {
            match self.cycle_day(set, cycle, progress) {
                Ok(due) => {
                    day = Some(match (day, set.join) {
                        (None, _) => due,
                        (Some(day), Join::Or) => day.min(due),
                        (Some(day), Join::And) => day.max(due),
                    });
                }
                Err(why) => reason = reason.or(Some(why)),
            }
        }
        match (day, reason, set.join) {
            (Some(_), Some(why), Join::And) | (None, Some(why), _) => Err(why),
            (Some(day), ..) => {
                let earliest = progress.nominal.and_then(|nominal| nominal.add_days(1));
                Ok(earliest.map_or(day, |earliest| day.max(earliest)))
            }
            (None, None, _) => Err(NoDate::NoMeter),
        }
    }

    fn cycle_day(&self, set: &CycleSet, cycle: &Cycle, progress: &Progress) -> Result<Day, NoDate> {
        let cycle = match cycle {
            Cycle::Time(every) => {
                let generator = Generator::interval(*every, MonthEnd::Backward);
                let after = progress.nominal.map_or(progress.base, |n| n.max(progress.base));
                return generator.next_after(progress.base, after).ok_or(NoDate::BeyondCalendar);
            }
            Cycle::Meter(cycle) => cycle,
        };
        let meter = self.book.meter(self.input, self.place, &cycle.meter).ok_or(NoDate::NoMeter)?;
        let as_of = self.book.as_of;
        let rate = meter.rate(as_of, cycle.window_days).ok();
        let alone = set.cycles.len() == 1 && self.task.policy.counting == Counting::Fixed;
        let (from, cycles) = if alone {
            (progress.anchor, u64::try_from(progress.ordinal).unwrap_or(1))
        } else {
            (progress.used_from, progress.used_cycles)
        };
        let used = meter.used_at(from, as_of, rate);
        let full = used.saturating_add(cycle.units.saturating_mul(cycles));
        meter.day_of(full.saturating_sub(cycle.call_ahead_units), as_of, cycle.window_days)
    }
}
