//! What the planner looks up again and again: tasks compiled, facts and requests found by subject.

use super::event::Occasion;
use super::facts::Facts;
use super::input::PlanInput;
use super::ledger::category_place;
use super::meter::Meter;
use super::open_days::OpenDays;
use super::policy::{Nesting, Subject, Tolerance};
use super::series::{cycle_days, seed};
use super::task::{Every, Mode, TaskTemplate};
use crate::calendar::WorkCalendar;
use crate::contract::{Contract, Service};
use crate::error::Error;
use crate::inventory::{Asset, Category, RelationKind, Selector, Usage};
use crate::order;
use crate::recurrence::Generator;
use crate::time::{Day, Interval, Period};

/// A task, compiled.
#[derive(Debug, Clone)]
pub(super) struct TaskInfo {
    /// One, two by the usage of the asset, or one for each calendar.
    generators: Vec<Generator>,
    /// The tasks that its dates stand for in turn: itself, unless it has a sequence.
    pub(super) members: Vec<u16>,
    /// The task whose sequence it belongs to.
    pub(super) parent: Option<u16>,
    /// Whether its dates move: its keys are ordinals.
    pub(super) moving: bool,
    /// Number of its nest.
    pub(super) group: Option<u16>,
    /// Level in its nest; 0 outside any.
    pub(super) level: u8,
    /// Whether it absorbs lower levels.
    pub(super) absorbs: bool,
    /// Tasks that come first.
    pub(super) after: Vec<u16>,
    /// The windows that concern it, as far as the task goes.
    pub(super) windows: Vec<u16>,
    /// Whether one of these looks at the asset.
    pub(super) by_asset: bool,
    /// How far it may move.
    pub(super) tolerance: Tolerance,
    /// What spreads its first dates, with the asset.
    pub(super) seed: u64,
    /// Days of the first cycle of an interval, from the anchor that most assets have.
    pub(super) first_cycle: Option<(Day, Interval, u64)>,
}

/// What the parts of an input are to each other, by place; as known on `as_of`.
#[derive(Debug, Clone)]
pub(super) struct Book {
    pub(super) as_of: Day,
    pub(super) tasks: Vec<TaskInfo>,
    pub(super) facts: Facts,
    /// Asset, place in the requests: those that are known.
    pub(super) requests: Vec<(u32, u32)>,
    /// Asset and its redundant partner, both ways; empty when no task interrupts.
    pub(super) partners: Vec<(u32, u32)>,
    /// Asset and what it depends on; empty when no task comes after another.
    pub(super) depends: Vec<(u32, u32)>,
    /// Asset and place of its meter, by asset.
    pub(super) meters: Vec<(u32, u32)>,
    /// By calendar: its open days.
    pub(super) open_days: Vec<OpenDays>,
    /// Contracts by rank, the first that covers wins; with the days of those that cover an asset all the time or
    /// never.
    pub(super) ranked: Vec<(u16, Option<Period>)>,
    /// By category of the asset: the tasks with dates of their own that may be done on it, and whether more
    /// than the category decides.
    pub(super) by_category: Vec<Vec<(u16, bool)>>,
}

impl Book {
    pub(super) fn new(input: &PlanInput, as_of: Day, horizon: Period) -> Result<Book, Error> {
        let tasks = compile_all(input)?;
        let facts = Facts::new(input, &tasks, as_of);
        let steady = |contract: &Contract| contract.steady_period(Service::Preventive);
        let mut ranked: Vec<(u16, Option<Period>)> =
            (0..).zip(input.contracts.iter().map(steady)).collect();
        order::sort_by(&mut ranked, |a, b| {
            let rank = |place: u16| input.contracts.get(usize::from(place)).map(Contract::rank);
            rank(a.0).cmp(&rank(b.0))
        });
        let interrupts = input.tasks.iter().any(|task| task.policy.interrupts);
        let ordered = input.tasks.iter().any(|task| !task.policy.after.is_empty());
        let mut book = Book {
            as_of,
            tasks,
            facts,
            requests: Vec::new(),
            partners: relations(input, RelationKind::RedundantWith, interrupts),
            depends: relations(input, RelationKind::DependsOn, ordered),
            meters: Vec::new(),
            open_days: input.calendars.iter().map(|own| OpenDays::new(own, horizon)).collect(),
            ranked,
            by_category: Category::ALL.iter().map(|c| tasks_of_category(input, *c)).collect(),
        };
        book.find_requests(input);
        let meters = (0u32..).zip(&input.programme.meters);
        book.meters = meters
            .filter_map(|(place, meter)| Some((input.place_of(meter.asset().as_str())?, place)))
            .collect();
        order::sort(&mut book.meters);
        Ok(book)
    }

    /// Notes the requests that are known.
    pub(super) fn find_requests(&mut self, input: &PlanInput) {
        let as_of = self.as_of;
        let known = (0u32..).zip(&input.programme.requests).filter(|(_, request)| {
            let ahead = matches!(
                request.kind,
                super::event::RequestKind::EndOfSupport | super::event::RequestKind::RenewalDue
            );
            request.known.map_or(ahead || request.day <= as_of, |known| known <= as_of)
        });
        self.requests = known
            .filter_map(|(place, request)| Some((input.place_of(request.asset.as_str())?, place)))
            .collect();
        order::sort(&mut self.requests);
    }

    /// The tasks with dates of their own, or on occasion, that are done on an asset.
    pub(super) fn tasks_on<'a>(
        &'a self,
        input: &'a PlanInput,
        asset: &'a Asset,
    ) -> impl Iterator<Item = (u16, &'a TaskTemplate)> {
        let own = self.by_category.get(category_place(asset.category));
        own.into_iter().flatten().filter_map(|(index, asks)| {
            let task = input.tasks.get(usize::from(*index))?;
            (!asks || task.applies_to.matches(asset)).then_some((*index, task))
        })
    }

    /// Task number `index`.
    pub(super) fn task(&self, index: u16) -> Option<&TaskInfo> {
        self.tasks.get(usize::from(index))
    }

    /// The task whose series dates task number `index`: itself, or that of its sequence.
    pub(super) fn series_of(&self, index: u16) -> u16 {
        self.task(index).and_then(|task| task.parent).unwrap_or(index)
    }

    /// The values of the pairs that begin with `key`.
    pub(super) fn of(pairs: &[(u32, u32)], key: u32) -> &[(u32, u32)] {
        let start = pairs.partition_point(|pair| pair.0 < key);
        let end = pairs.partition_point(|pair| pair.0 <= key);
        pairs.get(start..end).unwrap_or_default()
    }

    /// The meter of the asset that counts `counts`.
    pub(super) fn meter<'a>(
        &self,
        input: &'a PlanInput,
        asset: u32,
        counts: &str,
    ) -> Option<&'a Meter> {
        Book::of(&self.meters, asset).iter().find_map(|(_, place)| {
            let meter = input.programme.meters.get(usize::try_from(*place).ok()?)?;
            (meter.counts() == counts).then_some(meter)
        })
    }

    /// The generator of task number `index` on a subject.
    pub(super) fn generator(
        &self,
        input: &PlanInput,
        index: u16,
        subject: SubjectRef<'_>,
    ) -> Option<&Generator> {
        let generators = &self.task(index)?.generators;
        let place = match (&input.tasks.get(usize::from(index))?.every, subject) {
            (Every::House, SubjectRef::Asset(asset)) => {
                usize::from(asset.usage == Some(Usage::Frequent))
            }
            (Every::MonthDay(_), _) => input.calendar_index_of(subject),
            _ => 0,
        };
        generators.get(place)
    }
}

/// An asset or a contract.
#[derive(Debug, Clone, Copy)]
pub(super) enum SubjectRef<'a> {
    Asset(&'a Asset),
    Contract(&'a Contract),
}

impl<'a> SubjectRef<'a> {
    pub(super) fn asset(self) -> Option<&'a Asset> {
        match self {
            SubjectRef::Asset(asset) => Some(asset),
            SubjectRef::Contract(_) => None,
        }
    }

    pub(super) fn id(self) -> &'a str {
        match self {
            SubjectRef::Asset(asset) => asset.id.as_str(),
            SubjectRef::Contract(contract) => contract.id().as_str(),
        }
    }
}

impl PlanInput {
    /// The place of an asset by its id.
    pub(super) fn place_of(&self, asset: &str) -> Option<u32> {
        let place = self.estate.assets().binary_search_by(|known| known.id.as_str().cmp(asset));
        u32::try_from(place.ok()?).ok()
    }

    /// The place of an asset or contract among all subjects.
    pub(super) fn subject_place(&self, subject: Subject, id: &str) -> Option<u32> {
        match subject {
            Subject::Asset => self.place_of(id),
            Subject::Contract => {
                let place = self.contracts.binary_search_by(|known| known.id().as_str().cmp(id));
                u32::try_from(self.estate.assets().len().checked_add(place.ok()?)?).ok()
            }
        }
    }

    /// The place of a contract among the contracts, by its place among all subjects: the key of its begin.
    pub(super) fn contract_key(&self, subject: u32) -> Option<i32> {
        let place = usize::try_from(subject).ok()?;
        i32::try_from(place.checked_sub(self.estate.assets().len())?).ok()
    }

    /// The subject of this place.
    pub(super) fn subject(&self, place: u32) -> Option<SubjectRef<'_>> {
        let place = usize::try_from(place).ok()?;
        let assets = self.estate.assets();
        if let Some(asset) = assets.get(place) {
            return Some(SubjectRef::Asset(asset));
        }
        self.contracts.get(place.checked_sub(assets.len())?).map(SubjectRef::Contract)
    }

    pub(super) fn calendar_index_of(&self, subject: SubjectRef<'_>) -> usize {
        match subject {
            SubjectRef::Asset(asset) => self.calendar_index(asset),
            SubjectRef::Contract(_) => self.default_calendar,
        }
    }

    /// The calendar of the work on a subject.
    pub(super) fn calendar_of_subject(&self, subject: SubjectRef<'_>) -> &WorkCalendar {
        self.calendar_for(subject.asset())
    }

    /// The interval of a task on a subject, cycle factor included; `None` when it has none.
    pub(super) fn cycle_of(
        &self,
        task: &TaskTemplate,
        subject: SubjectRef<'_>,
    ) -> Option<Interval> {
        match subject {
            SubjectRef::Asset(asset) => self.interval_of(task, asset),
            SubjectRef::Contract(_) => self.interval_for_contracts(task),
        }
    }
}

/// Whether a task is done on a subject, by a periodicity of its own.
pub(super) fn is_done_on(task: &TaskTemplate, subject: SubjectRef<'_>) -> bool {
    if matches!(task.every, Every::Sequence) {
        return false;
    }
    match (task.policy.subject, subject) {
        (Subject::Asset, SubjectRef::Asset(asset)) => task.applies_to.matches(asset),
        (Subject::Contract, SubjectRef::Contract(contract)) => {
            let contracts = &task.policy.contracts;
            contracts.is_empty() || contracts.contains(contract.id())
        }
        _ => false,
    }
}

fn relations(input: &PlanInput, kind: RelationKind, wanted: bool) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for relation in input.estate.relations().iter().filter(|r| wanted && r.kind == kind) {
        let places = (input.place_of(relation.from.as_str()), input.place_of(relation.to.as_str()));
        if let (Some(from), Some(to)) = places {
            pairs.push((from, to));
            if kind == RelationKind::RedundantWith {
                pairs.push((to, from));
            }
        }
    }
    order::sort_once(&mut pairs);
    pairs
}

fn compile_all(input: &PlanInput) -> Result<Vec<TaskInfo>, Error> {
    let mut groups: Vec<&str> =
        input.tasks.iter().filter_map(|task| Some(&*task.policy.nest.as_ref()?.group)).collect();
    order::sort_once(&mut groups);
    let place = |id: &crate::id::TaskId| {
        let place = input.tasks.binary_search_by(|task| task.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    };
    let mut tasks = Vec::with_capacity(input.tasks.len());
    for (index, task) in (0u16..).zip(&input.tasks) {
        let nest = task.policy.nest.as_ref();
        let group = nest.and_then(|nest| groups.binary_search(&&*nest.group).ok());
        let windows = (0u16..).zip(&input.programme.windows).filter(|(_, w)| w.concerns_task(task));
        let windows: Vec<u16> = windows.map(|(place, _)| place).collect();
        let whole = |place: &u16| {
            let window = input.programme.windows.get(usize::from(*place));
            window.is_none_or(|window| window.applies_to == Selector::default())
        };
        let members: Vec<u16> = task.policy.sequence.iter().filter_map(place).collect();
        tasks.push(TaskInfo {
            generators: compile(input, task)?,
            members: if members.is_empty() { vec![index] } else { members },
            parent: None,
            moving: task.is_moving(),
            group: group.and_then(|group| u16::try_from(group).ok()),
            level: nest.map_or(0, |nest| nest.level),
            absorbs: nest.is_some_and(|nest| nest.how == Nesting::Absorb),
            after: task.policy.after.iter().filter_map(place).collect(),
            by_asset: !windows.iter().all(whole),
            windows,
            tolerance: task.policy.tolerance.unwrap_or(input.programme.tolerance),
            seed: seed(task.id.as_str()),
            first_cycle: first_cycle(input, task),
        });
    }
    for index in 0..tasks.len() {
        let Some(task) = tasks.get(index) else { continue };
        let (members, moving) = (task.members.clone(), task.moving);
        let parent = u16::try_from(index).ok();
        for member in members.into_iter().filter(|member| Some(*member) != parent) {
            if let Some(member) = tasks.get_mut(usize::from(member)) {
                member.parent = parent;
                member.moving = moving;
            }
        }
    }
    Ok(tasks)
}

fn tasks_of_category(input: &PlanInput, category: Category) -> Vec<(u16, bool)> {
    let mut tasks = Vec::new();
    for (index, task) in (0u16..).zip(&input.tasks) {
        if task.applies_to.takes_category(category)
            && task.policy.subject == Subject::Asset
            && !matches!(task.every, Every::Sequence)
        {
            tasks.push((index, !task.applies_to.is_by_category()));
        }
    }
    tasks
}

fn first_cycle(input: &PlanInput, task: &TaskTemplate) -> Option<(Day, Interval, u64)> {
    let Every::Interval(every) = task.every else { return None };
    let every = task.policy.scale(every)?;
    let begins = input.contracts.iter().map(Contract::begin);
    let base = task.anchor.or_else(|| begins.min()).unwrap_or(input.begin);
    Some((base, every, cycle_days(base, every)))
}

fn compile(input: &PlanInput, task: &TaskTemplate) -> Result<Vec<Generator>, Error> {
    let interval = |every| {
        let every = task.policy.scale(every).unwrap_or(every);
        Generator::interval(every, task.month_end)
    };
    Ok(match (&task.every, task.policy.subject) {
        (Every::Interval(every), _) => vec![interval(*every)],
        (Every::House, Subject::Asset) => {
            vec![interval(input.house.normal), interval(input.house.frequent)]
        }
        (Every::House, Subject::Contract) => input.house.review.map(interval).into_iter().collect(),
        (Every::Rule(rule), _) => vec![Generator::rule(rule)?],
        (Every::MonthDay(day), _) => {
            input.calendars.iter().map(|calendar| Generator::month_day(*day, calendar)).collect()
        }
        (Every::Counters(_) | Every::Occasion(_) | Every::Sequence, _) => Vec::new(),
    })
}

/// Days from an occasion to the nominal date of the task that answers it; `None` when the house rules
/// switch it off.
pub(super) fn offset_of(input: &PlanInput, task: &TaskTemplate) -> Option<(Occasion, i32)> {
    let Every::Occasion(on) = &task.every else { return None };
    let house = || match on.occasion {
        Occasion::CorrectiveClosed => input.house.follow_up_days.map(i32::from),
        Occasion::ContractBegin => input.house.kick_off.then_some(0),
        _ => Some(0),
    };
    let switched_on = house()?;
    Some((on.occasion, on.offset_days.unwrap_or(switched_on)))
}

/// Whether visits take up the task.
pub(super) fn is_on_site(task: &TaskTemplate) -> bool {
    task.mode == Mode::OnSite && task.policy.subject == Subject::Asset
}
