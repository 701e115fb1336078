//! Running sums over the rows of a plan: rows are added and taken away one by one.

use super::book::is_on_site;
use super::input::PlanInput;
use super::table::{Marks, OccurrenceTable, Row};
use crate::inventory::{Asset, Category, Usage};
use crate::order;
use crate::quantity::Rounding;
use std::ops::Range;

/// Occurrences and work.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Load {
    pub(super) occurrences: u64,
    pub(super) minutes: u64,
}

impl Load {
    fn add(&mut self, minutes: u64, sign: Sign) {
        self.occurrences = sign.of(self.occurrences, 1);
        self.minutes = sign.of(self.minutes, minutes);
    }

    pub(super) fn merge(&mut self, other: Load) {
        self.occurrences += other.occurrences;
        self.minutes += other.minutes;
    }
}

/// Whether a row comes or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

impl Sign {
    fn of(self, sum: u64, part: u64) -> u64 {
        match self {
            Sign::Plus => sum.saturating_add(part),
            Sign::Minus => sum.saturating_sub(part),
        }
    }
}

/// What is summed of a task.
#[derive(Debug, Clone, Copy)]
struct OfTask {
    minutes: u64,
    skill: usize,
    on_site: bool,
    /// Labour and parts of one occurrence, minor units; `None` when the hour has no price.
    cost_minor: Option<u64>,
}

/// What the sums of a row depend on beside the row: the asset.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Attributes {
    /// Places of site and category; `None` for what is done for a contract.
    of_asset: Option<(u32, u16)>,
    frequent: bool,
}

impl Attributes {
    /// Those of an asset.
    pub(super) fn of(input: &PlanInput, asset: &Asset) -> Attributes {
        let site = input.estate.sites().binary_search_by(|site| site.id.cmp(&asset.site));
        Attributes::new(asset, site.ok())
    }

    /// Those of the subject of this place.
    pub(super) fn at(input: &PlanInput, place: u32) -> Attributes {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let asset = input.estate.assets().get(place);
        asset.map_or_else(Attributes::default, |a| Attributes::new(a, input.site_at(place)))
    }

    fn new(asset: &Asset, site: Option<usize>) -> Attributes {
        let site = site.and_then(|site| u32::try_from(site).ok()).unwrap_or(u32::MAX);
        let category = u16::try_from(category_place(asset.category)).unwrap_or(u16::MAX);
        let frequent = asset.usage == Some(Usage::Frequent);
        Attributes { of_asset: Some((site, category)), frequent }
    }
}

/// The place of a category in `Category::ALL`.
pub(super) fn category_place(category: Category) -> usize {
    // In the order of declaration, as `ALL`.
    category as usize
}

/// The sums; every list has a place for each thing of the input.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    tasks: Vec<OfTask>,
    /// Price of the travel of one visit by site.
    travel_minor: Vec<Option<u64>>,
    pub(super) skills: Vec<Box<str>>,
    /// By task, then apart: those on assets of frequent usage.
    pub(super) by_task: Vec<[Load; 2]>,
    pub(super) by_site: Vec<Load>,
    /// In the order of `Category::ALL`.
    pub(super) by_category: Vec<Load>,
    /// Under no contract first, then by contract.
    pub(super) by_contract: Vec<Load>,
    /// Number of the first day of `days`.
    pub(super) first_day: i32,
    pub(super) days: Vec<Load>,
    /// Minutes by day and skill.
    pub(super) day_skills: Vec<u64>,
    /// Known cost by day without travel, minor units.
    pub(super) day_cost: Vec<u64>,
    /// Works of unknown cost.
    pub(super) unpriced: u64,
    /// Works on site by day and site.
    visits: Vec<((i32, u32), u32)>,
    /// Rows that a decision leaves out.
    pub(super) left_out: u64,
}

impl Ledger {
    /// Nothing summed yet.
    pub(super) fn new(input: &PlanInput) -> Ledger {
        let mut skills: Vec<Box<str>> =
            input.tasks.iter().map(|task| task.skill.as_str().into()).collect();
        order::sort_once(&mut skills);
        let rates = &input.programme.rates;
        let of_task = |task: &super::task::TaskTemplate| {
            let minutes = u64::from(task.duration_minutes);
            let labour = rates.hour(&task.skill).and_then(|hour| {
                hour.share(i64::from(task.duration_minutes), 60, Rounding::HalfUp)
            });
            let parts = task.policy.parts.map_or(0, |parts| parts.minor());
            let cost = labour.and_then(|labour| labour.minor().checked_add(parts));
            OfTask {
                minutes,
                skill: skills.binary_search_by(|s| (**s).cmp(task.skill.as_str())).unwrap_or(0),
                on_site: is_on_site(task),
                cost_minor: cost.and_then(|cost| u64::try_from(cost).ok()),
            }
        };
        let travel = |site: &crate::inventory::Site| {
            rates.travel_to(&site.id).and_then(|price| u64::try_from(price.minor()).ok())
        };
        let sites = input.estate.sites();
        Ledger {
            tasks: input.tasks.iter().map(of_task).collect(),
            travel_minor: sites.iter().map(travel).collect(),
            by_task: vec![[Load::default(); 2]; input.tasks.len()],
            by_site: vec![Load::default(); sites.len()],
            by_category: vec![Load::default(); Category::ALL.len()],
            by_contract: vec![Load::default(); input.contracts.len() + 1],
            first_day: 0,
            days: Vec::new(),
            day_skills: Vec::new(),
            day_cost: Vec::new(),
            unpriced: 0,
            visits: Vec::new(),
            left_out: 0,
            skills,
        }
    }

    /// The sums over a table.
    pub(super) fn of(input: &PlanInput, table: &OccurrenceTable) -> Ledger {
        let mut ledger = Ledger::new(input);
        ledger.add_all(input, table);
        ledger
    }

    /// Labour and parts of one occurrence of a task, minor units; `None` when the hour has no price.
    pub(super) fn cost_of(&self, task: u16) -> Option<u64> {
        self.tasks.get(usize::from(task))?.cost_minor
    }

    /// Adds every row of a table.
    pub(super) fn add_all(&mut self, input: &PlanInput, table: &OccurrenceTable) {
        let days = table.dates();
        if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
            self.reserve(*first);
            self.reserve(*last);
        }
        let mut from = 0;
        for run in table.subjects().chunk_by(|a, b| a == b) {
            let attributes = Attributes::at(input, run.first().copied().unwrap_or(u32::MAX));
            let to = from + run.len();
            self.add_run(table, from..to, attributes);
            from = to;
        }
    }

    /// Adds the rows of one subject: what they have in common is summed once.
    fn add_run(&mut self, table: &OccurrenceTable, rows: Range<usize>, attributes: Attributes) {
        fn part<T>(column: &[T], rows: &Range<usize>) -> impl Iterator<Item = T>
        where
            T: Copy,
        {
            column.get(rows.clone()).unwrap_or_default().iter().copied()
        }
        let mut all = Load::default();
        let columns = part(table.dates(), &rows)
            .zip(part(table.tasks(), &rows))
            .zip(part(table.contracts(), &rows))
            .zip(part(table.marks(), &rows));
        for (((date, task), contract), marks) in columns {
            if !Marks::from_bits(marks).is_work() {
                self.left_out += 1;
                continue;
            }
            let place = (date, task, usize::from(contract));
            if let Some(minutes) = self.work(place, attributes, Sign::Plus) {
                all.add(minutes, Sign::Plus);
            }
        }
        if let Some((site, category)) = attributes.of_asset {
            let site = usize::try_from(site).unwrap_or(usize::MAX);
            let category = usize::from(category);
            let sums = [self.by_site.get_mut(site), self.by_category.get_mut(category)];
            sums.into_iter().flatten().for_each(|sum| sum.merge(all));
        }
    }

    /// Adds the sums of another ledger of the same input.
    pub(super) fn merge(&mut self, other: &Ledger) {
        fn loads(own: &mut [Load], more: &[Load]) {
            own.iter_mut().zip(more).for_each(|(own, more)| own.merge(*more));
        }
        if !other.days.is_empty() {
            let days = i32::try_from(other.days.len()).unwrap_or(i32::MAX);
            self.reserve(other.first_day);
            self.reserve(other.first_day.saturating_add(days.saturating_sub(1)));
        }
        for (own, more) in self.by_task.iter_mut().zip(&other.by_task) {
            loads(own, more);
        }
        loads(&mut self.by_site, &other.by_site);
        loads(&mut self.by_category, &other.by_category);
        loads(&mut self.by_contract, &other.by_contract);
        let from = usize::try_from(other.first_day - self.first_day).unwrap_or_default();
        loads(self.days.get_mut(from..).unwrap_or_default(), &other.days);
        let skills = self.skills.len();
        for (sums, more, from) in [
            (&mut self.day_cost, &other.day_cost, from),
            (&mut self.day_skills, &other.day_skills, from * skills),
        ] {
            let own = sums.get_mut(from..).unwrap_or_default();
            own.iter_mut().zip(more).for_each(|(own, more)| *own += more);
        }
        self.unpriced += other.unpriced;
        self.left_out += other.left_out;
        for (key, works) in &other.visits {
            self.visit(*key, *works, Sign::Plus);
        }
    }

    /// Makes room for a day.
    fn reserve(&mut self, day: i32) {
        let skills = self.skills.len();
        if self.days.is_empty() {
            self.first_day = day;
        }
        if day < self.first_day {
            let more = usize::try_from(self.first_day - day).unwrap_or_default();
            self.days.splice(0..0, std::iter::repeat_n(Load::default(), more));
            self.day_cost.splice(0..0, std::iter::repeat_n(0, more));
            self.day_skills.splice(0..0, std::iter::repeat_n(0, more * skills));
            self.first_day = day;
        }
        let place = usize::try_from(day - self.first_day).unwrap_or_default();
        if place >= self.days.len() {
            self.days.resize(place + 1, Load::default());
            self.day_cost.resize(place + 1, 0);
            self.day_skills.resize((place + 1) * skills, 0);
        }
    }

    /// Adds or takes away a row.
    pub(super) fn add(&mut self, row: Row, attributes: Attributes, sign: Sign) {
        if !row.marks.is_work() {
            self.left_out = sign.of(self.left_out, 1);
            return;
        }
        self.reserve(row.date.number());
        let contract = row.contract.map_or(0, |number| usize::from(number) + 1);
        let place = (row.date.number(), row.task, contract);
        let Some(minutes) = self.work(place, attributes, sign) else { return };
        if let Some((site, category)) = attributes.of_asset {
            let site = usize::try_from(site).unwrap_or(usize::MAX);
            add_to(self.by_site.get_mut(site), minutes, sign);
            add_to(self.by_category.get_mut(usize::from(category)), minutes, sign);
        }
    }

    /// Adds or takes away one work on a day that has room: all sums but those of its site and category. Its
    /// minutes; `None` when there is no such task.
    #[inline]
    fn work(
        &mut self,
        (date, task, contract): (i32, u16, usize),
        attributes: Attributes,
        sign: Sign,
    ) -> Option<u64> {
        let of = self.tasks.get(usize::from(task)).copied()?;
        let day = usize::try_from(date - self.first_day).unwrap_or(usize::MAX);
        let frequent = usize::from(attributes.frequent);
        let load = self.by_task.get_mut(usize::from(task)).and_then(|t| t.get_mut(frequent));
        add_to(load, of.minutes, sign);
        add_to(self.by_contract.get_mut(contract), of.minutes, sign);
        add_to(self.days.get_mut(day), of.minutes, sign);
        if let Some(sum) = self.day_skills.get_mut(day * self.skills.len() + of.skill) {
            *sum = sign.of(*sum, of.minutes);
        }
        match (of.cost_minor, self.day_cost.get_mut(day)) {
            (Some(cost), Some(sum)) => *sum = sign.of(*sum, cost),
            _ => self.unpriced = sign.of(self.unpriced, 1),
        }
        if let (true, Some((site, _))) = (of.on_site, attributes.of_asset) {
            self.visit((date, site), 1, sign);
        }
        Some(of.minutes)
    }

    fn visit(&mut self, key: (i32, u32), count: u32, sign: Sign) {
        // Rows come by day: a new visit is most often the last.
        let place = match self.visits.last() {
            Some((last, _)) if *last < key => Err(self.visits.len()),
            _ => self.visits.binary_search_by(|visit| visit.0.cmp(&key)),
        };
        match (place, sign) {
            (Ok(place), Sign::Plus) => {
                if let Some((_, works)) = self.visits.get_mut(place) {
                    *works += count;
                }
            }
            (Err(place), Sign::Plus) => self.visits.insert(place, (key, count)),
            (Ok(place), Sign::Minus) => {
                let works = self.visits.get_mut(place).map(|(_, works)| {
                    *works = works.saturating_sub(count);
                    *works
                });
                if works == Some(0) {
                    self.visits.remove(place);
                }
            }
            (Err(_), Sign::Minus) => {}
        }
    }

    /// Number of visits: works on site of one site and day are one.
    pub(super) fn visits(&self) -> u64 {
        u64::try_from(self.visits.len()).unwrap_or(u64::MAX)
    }

    /// Cost of the travel of the visits by day, and number of visits whose travel has no price.
    pub(super) fn travel(&self) -> impl Iterator<Item = (i32, Option<u64>)> + '_ {
        self.visits.iter().map(|((day, site), _)| {
            let site = usize::try_from(*site).ok();
            (*day, site.and_then(|site| self.travel_minor.get(site).copied().flatten()))
        })
    }
}

fn add_to(load: Option<&mut Load>, minutes: u64, sign: Sign) {
    if let Some(load) = load {
        load.add(minutes, sign);
    }
}
