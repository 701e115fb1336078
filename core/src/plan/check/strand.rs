//! Each task on each of its subjects, with where its dates count from.

use super::facts::Facts;
use super::series::{Series, Source, first_period_days, scaled, spread};
use crate::calendar::WorkCalendar;
use crate::contract::Service;
use crate::id::TaskId;
use crate::inventory::{Asset, Usage};
use crate::plan::counter::Counters;
use crate::plan::event::OnOccasion;
use crate::plan::input::PlanInput;
use crate::plan::policy::{Counting, Subject};
use crate::plan::task::{Every, Spread, TaskTemplate};
use crate::recurrence::Rule;
use crate::time::{Day, Period};

/// How a strand is dated.
pub(super) enum Dating<'a> {
    /// Counted from the anchor.
    Fixed(Series<'a>),
    /// Counted from the work before, at an interval.
    Moving(Series<'a>),
    /// Counted from the work before, by use.
    Counters(&'a Counters),
    /// Once for each occasion.
    Occasion(&'a OnOccasion),
    /// By nothing of its own: a task of a sequence, a review that the house rules switch off.
    Nothing,
}

/// A task on one subject.
pub(super) struct Strand<'a> {
    /// Index of the task whose periodicity dates it.
    pub(super) place: u16,
    /// That task.
    pub(super) task: &'a TaskTemplate,
    /// Index of the asset, or number of assets and index of the contract.
    pub(super) subject: u32,
    /// The asset; `None` for a contract.
    pub(super) asset: Option<&'a Asset>,
    /// Calendar of the work.
    pub(super) calendar: &'a WorkCalendar,
    /// How it is dated.
    pub(super) dating: Dating<'a>,
    /// Day that it is counted from.
    pub(super) anchor: Day,
    /// Whether the first date is later than the anchor.
    pub(super) after_one_cycle: bool,
    /// First day without it: the end of the contract that it is done for.
    pub(super) end: Option<Day>,
    /// Indices of the tasks in turn; its own when it is no sequence.
    pub(super) turn: Vec<u16>,
}

impl Strand<'_> {
    /// The series of a strand at an interval, a rule or a day of months.
    pub(super) fn series(&self) -> Option<&Series<'_>> {
        match &self.dating {
            Dating::Fixed(series) | Dating::Moving(series) => Some(series),
            _ => None,
        }
    }

    /// Whether `day` is a date of a fixed series.
    pub(super) fn falls_on(&self, day: Day) -> bool {
        let Dating::Fixed(series) = &self.dating else { return false };
        series.falls_on(day)
            && !(self.after_one_cycle && day == self.anchor)
            && self.end.is_none_or(|end| day < end)
    }

    /// The task of date number `position`, from 0.
    pub(super) fn in_turn(&self, position: usize) -> u16 {
        self.turn.get(position % self.turn.len().max(1)).copied().unwrap_or(self.place)
    }

    /// Position of a date of a fixed series, counted day by day; 0 where it does not matter.
    pub(super) fn position(&self, date: Day) -> usize {
        if self.turn.len() < 2 {
            return 0;
        }
        let days = (self.anchor.number()..date.number()).filter_map(Day::from_number);
        days.filter(|day| self.falls_on(*day)).count()
    }
}

/// Every strand of `input`, by subject and task.
pub(super) fn strands<'a>(
    input: &'a PlanInput,
    facts: &Facts<'_>,
    horizon: Period,
) -> Vec<Strand<'a>> {
    let mut strands = Vec::new();
    let assets = input.estate().assets();
    let mut rules = Rules { horizon, read: Vec::new() };
    let tasks = || (0u16..).zip(input.tasks());
    for (subject, asset) in (0u32..).zip(assets) {
        let mut contract: Option<Day> = None;
        for reach in input.reaches() {
            if reach.ever_covers(asset, Service::Preventive) {
                let begin = reach.contract().begin();
                contract = Some(contract.map_or(begin, |first| first.min(begin)));
            }
        }
        let calendar = input.calendar_of(asset);
        for (place, task) in tasks() {
            if task.policy.subject == Subject::Asset && task.applies_to.matches(asset) {
                let base = task.anchor.or(contract).unwrap_or(input.begin());
                let last = facts.last_done(&task.id, &asset.id);
                let on = On { subject, asset: Some(asset), calendar, base, last, end: None };
                strands.push(strand(input, (place, task), on, &mut rules));
            }
        }
    }
    let first = u32::try_from(assets.len()).unwrap_or(u32::MAX);
    let calendar = input.calendars.get(input.default_calendar);
    for (subject, contract) in (first..).zip(input.contracts()) {
        let Some(calendar) = calendar else { continue };
        for (place, task) in tasks() {
            let named = &task.policy.contracts;
            let chosen = named.is_empty() || named.contains(contract.id());
            if task.policy.subject == Subject::Contract && chosen {
                let base = task.anchor.unwrap_or(contract.begin());
                let end = contract.term().final_end();
                let on = On { subject, asset: None, calendar, base, last: None, end };
                strands.push(strand(input, (place, task), on, &mut rules));
            }
        }
    }
    strands
}

/// What a task is done on, and where it counts from.
#[derive(Clone, Copy)]
struct On<'a> {
    subject: u32,
    asset: Option<&'a Asset>,
    calendar: &'a WorkCalendar,
    base: Day,
    last: Option<Day>,
    end: Option<Day>,
}

/// The days of rules that were read, by task and anchor: assets share them.
struct Rules {
    horizon: Period,
    read: Vec<(TaskId, Day, Source)>,
}

impl Rules {
    fn source(&mut self, task: &TaskTemplate, rule: &Rule, anchor: Day) -> Source {
        let known = self.read.iter().find(|(id, day, _)| *id == task.id && *day == anchor);
        if let Some((_, _, source)) = known {
            return source.clone();
        }
        let in_turn = !task.policy.sequence.is_empty();
        let source = Source::rule(rule, anchor, self.horizon, in_turn);
        self.read.push((task.id.clone(), anchor, source.clone()));
        source
    }
}

fn strand<'a>(
    input: &'a PlanInput,
    (place, task): (u16, &'a TaskTemplate),
    on: On<'a>,
    rules: &mut Rules,
) -> Strand<'a> {
    let On { subject, asset, calendar, base, last, end } = on;
    let house = input.house_rules();
    let interval = match &task.every {
        Every::Interval(interval) => Some(*interval),
        Every::House if asset.is_none() => house.review,
        Every::House if asset.and_then(|asset| asset.usage) == Some(Usage::Frequent) => {
            Some(house.frequent)
        }
        Every::House => Some(house.normal),
        _ => None,
    };
    let interval = interval.and_then(|interval| scaled(interval, task.policy.cycle_percent));
    let mut anchor = last.unwrap_or(base);
    if let (None, Some(asset), Some(interval), Spread::ByAsset) =
        (last, asset, interval, task.spread)
    {
        let days = first_period_days(interval, base, calendar);
        let days = spread(task.id.as_str(), asset.id.as_str(), days);
        anchor = base.add_days(days).unwrap_or(base);
    }
    let series = |source| Series { source, anchor, month_end: task.month_end, calendar };
    let dating = match &task.every {
        Every::Interval(_) | Every::House => match interval.map(Source::Interval) {
            None => Dating::Nothing,
            Some(source) if task.policy.counting == Counting::Fixed => {
                Dating::Fixed(series(source))
            }
            Some(source) => Dating::Moving(series(source)),
        },
        Every::Rule(rule) => Dating::Fixed(series(rules.source(task, rule, anchor))),
        Every::MonthDay(day) => Dating::Fixed(series(Source::MonthDay(*day))),
        Every::Counters(counters) => Dating::Counters(counters),
        Every::Occasion(occasion) => Dating::Occasion(occasion),
        Every::Sequence => Dating::Nothing,
    };
    let find = |id: &TaskId| input.tasks().iter().position(|task| task.id == *id);
    let turn = task.policy.sequence.iter().filter_map(|id| u16::try_from(find(id)?).ok());
    let mut turn: Vec<u16> = turn.collect();
    if turn.is_empty() {
        turn.push(place);
    }
    let after_one_cycle = last.is_some() || task.policy.after_one_cycle;
    Strand { place, task, subject, asset, calendar, dating, anchor, after_one_cycle, end, turn }
}
