//! What makes the dates of each task: compiled once, listed once where assets share them.

use super::input::PlanInput;
use super::task::{Every, TaskTemplate};
use crate::error::Error;
use crate::inventory::{Asset, Usage};
use crate::recurrence::Generator;
use crate::time::{Day, Period};

/// The generators of one task: one, two by the usage of the asset, or one for each calendar.
type Compiled = Vec<Generator>;

/// The generators of every task, in order.
pub(super) struct Generators<'a> {
    input: &'a PlanInput,
    tasks: Vec<Compiled>,
}

impl<'a> Generators<'a> {
    pub(super) fn of(input: &'a PlanInput) -> Result<Generators<'a>, Error> {
        let tasks =
            input.tasks.iter().map(|task| compile(input, task)).collect::<Result<_, _>>()?;
        Ok(Generators { input, tasks })
    }

    /// The generator of task number `index` on `asset`.
    pub(super) fn get(&self, index: usize, asset: &Asset) -> Option<&Generator> {
        let place = match self.input.tasks.get(index)?.every {
            Every::Interval(_) | Every::Rule(_) => 0,
            Every::House => usize::from(asset.usage == Some(Usage::Frequent)),
            Every::MonthDay(_) => self.input.calendar_index(asset),
            Every::Counters(_) | Every::Occasion(_) | Every::Sequence => return None,
        };
        self.tasks.get(index)?.get(place)
    }
}

fn compile(input: &PlanInput, task: &TaskTemplate) -> Result<Compiled, Error> {
    let interval = |every| Generator::interval(every, task.month_end);
    Ok(match &task.every {
        Every::Interval(every) => vec![interval(*every)],
        Every::House => vec![interval(input.house.normal), interval(input.house.frequent)],
        Every::Rule(rule) => vec![Generator::rule(rule)?],
        Every::MonthDay(day) => {
            input.calendars.iter().map(|calendar| Generator::month_day(*day, calendar)).collect()
        }
        Every::Counters(_) | Every::Occasion(_) | Every::Sequence => Vec::new(),
    })
}

/// The dates of a task that assets share.
struct List {
    calendar: usize,
    anchor: Day,
    days: Vec<i32>,
}

/// Dates within a horizon of the tasks that no asset shifts: all assets of one calendar and anchor share
/// them.
pub(super) struct Listed {
    horizon: Period,
    /// By task, then by calendar and anchor.
    tasks: Vec<Vec<List>>,
}

impl Listed {
    pub(super) fn new(input: &PlanInput, horizon: Period) -> Listed {
        Listed { horizon, tasks: input.tasks.iter().map(|_| Vec::new()).collect() }
    }

    /// The dates of task number `index` on `asset` from `anchor`, listed when they are not yet.
    pub(super) fn add(
        &mut self,
        generators: &Generators<'_>,
        index: usize,
        asset: &Asset,
        anchor: Day,
    ) -> &[i32] {
        let horizon = self.horizon;
        let calendar = generators.input.calendar_index(asset);
        let Some(lists) = self.tasks.get_mut(index) else { return &[] };
        let place = match find(lists, calendar, anchor) {
            Ok(place) => place,
            Err(place) => {
                let mut days = Vec::new();
                if let Some(generator) = generators.get(index, asset) {
                    generator.days_into(anchor, horizon, &mut days);
                }
                lists.insert(place, List { calendar, anchor, days });
                place
            }
        };
        lists.get(place).map_or(&[], |list| &list.days)
    }

    /// The dates that were listed; `None` for a task of its own dates on each asset.
    pub(super) fn get(&self, index: usize, calendar: usize, anchor: Day) -> Option<&[i32]> {
        let lists = self.tasks.get(index)?;
        let place = find(lists, calendar, anchor).ok()?;
        lists.get(place).map(|list| list.days.as_slice())
    }
}

fn find(lists: &[List], calendar: usize, anchor: Day) -> Result<usize, usize> {
    lists.binary_search_by(|list| (list.calendar, list.anchor).cmp(&(calendar, anchor)))
}
