//! How far beyond the horizon a plan must look for what lies in it to be right.

use super::book::{Book, offset_of};
use super::ground::longest_closed_run;
use super::input::PlanInput;
use super::policy::OutOfSeason;
use super::simulate::Span;
use super::task::{Every, TaskTemplate};
use crate::time::{Day, Period};

/// Reaches of the rules of one plan, days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    horizon: Period,
    /// From a nominal day to its due day.
    roll: i32,
    season: i32,
    visits: i32,
    tolerance: i32,
    nest: i32,
    occasion: i32,
    /// From the nominal day of work on occasion to the last due day of what serves instead.
    served: i32,
}

impl Reach {
    pub(super) fn new(book: &Book, input: &PlanInput, horizon: Period) -> Reach {
        let from = horizon.start().add_days(-400).unwrap_or(Day::MIN);
        let to = horizon.end().add_days(800).unwrap_or(Day::MAX);
        let calendars = book.open_days.iter();
        let roll = calendars.map(|calendar| longest_closed_run(calendar, from, to)).max();
        let next = |task: &TaskTemplate| {
            task.policy.season.as_ref().is_some_and(|season| season.outside == OutOfSeason::Next)
        };
        let (tolerance, nesting) = tolerances(book, input);
        let offsets = input.tasks.iter().filter_map(|task| offset_of(input, task));
        let is_served = |task: &&TaskTemplate| matches!(&task.every, Every::Occasion(on) if on.served_by_preventive);
        let served = input.tasks.iter().filter(is_served);
        let served = served.filter_map(|task| Some(-offset_of(input, task)?.1)).max();
        Reach {
            horizon,
            roll: roll.unwrap_or_default(),
            season: if input.tasks.iter().any(next) { 366 } else { 0 },
            visits: input.programme.visits.map_or(0, |visits| i32::from(visits.within_days)),
            tolerance,
            nest: nesting,
            occasion: offsets.map(|(_, days)| days.abs()).max().unwrap_or_default(),
            served: served.unwrap_or_default().max(0),
        }
    }

    /// Of subjects that nothing ties together: nesting alone looks beyond.
    pub(super) fn plain(&self) -> Span {
        let (start, end) = (self.horizon.start(), self.horizon.end());
        let reach = Period::new(moved(start, -self.nest), moved(end, self.nest));
        Span { horizon: self.horizon, reach: reach.unwrap_or(self.horizon), stop: end }
    }

    /// Of a unit: from the begin of its series when what is placed first decides about what comes later.
    pub(super) fn unit(&self, book: &Book, subjects: &[u32], has_memory: bool) -> Span {
        let forward = self.season + self.roll + self.visits + self.tolerance + self.served;
        let slack = 2 * forward + self.roll + self.nest + 7;
        let decided = subjects.iter().flat_map(|subject| book.facts.decided_days(*subject));
        let end = decided.fold(self.horizon.end(), Day::max);
        let start = if has_memory {
            Day::MIN
        } else {
            moved(self.horizon.start(), -(slack + self.occasion))
        };
        let reach = Period::new(start, moved(end, slack));
        Span {
            horizon: self.horizon,
            reach: reach.unwrap_or(self.horizon),
            stop: moved(end, forward),
        }
    }
}

fn moved(day: Day, days: i32) -> Day {
    day.add_days(days).unwrap_or(if days < 0 { Day::MIN } else { Day::MAX })
}

/// The longest tolerance, and the sum over the levels of nests of the longest of each.
fn tolerances(book: &Book, input: &PlanInput) -> (i32, i32) {
    let mut longest = 0;
    let mut by_level = [0i32; 256];
    for (task, info) in input.tasks.iter().zip(&book.tasks) {
        let cycle = longest_cycle(input, task).unwrap_or(366);
        let (early, late) = (info.tolerance.early.days(cycle), info.tolerance.late.days(cycle));
        let days = early.max(late);
        longest = longest.max(days);
        if let (Some(_), Some(sum)) = (info.group, by_level.get_mut(usize::from(info.level))) {
            *sum = (*sum).max(days);
        }
    }
    (longest, by_level.iter().sum())
}

/// Most days of the cycle of a task; `None` when no interval says.
fn longest_cycle(input: &PlanInput, task: &TaskTemplate) -> Option<i32> {
    let house = [Some(input.house.normal), Some(input.house.frequent), input.house.review];
    let cycles: Vec<_> = match &task.every {
        Every::Interval(every) => vec![*every],
        Every::House => house.into_iter().flatten().collect(),
        _ => return None,
    };
    let days = cycles.into_iter().filter_map(|every| {
        let every = task.policy.scale(every)?;
        every.fixed_days().or_else(|| every.months()?.checked_mul(31))
    });
    days.max()
}
