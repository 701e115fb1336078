//! Sums over a plan.

use super::input::PlanInput;
use super::table::{Marks, OccurrenceTable};
use super::task::TaskTemplate;
use crate::inventory::{Category, Usage};
use crate::order;
use crate::time::{Day, Period};
use serde::Serialize;

/// Occurrences and work of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoadTotal {
    /// Code or id of the group.
    pub key: Box<str>,
    /// Number of occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
}

/// Occurrences and work of one calendar month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthTotal {
    /// `YYYY-MM`, of the planned date.
    pub month: String,
    /// Number of occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
}

/// Work of one week and skill, against what the skill offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekTotal {
    /// Monday of the week.
    pub monday: Day,
    /// The skill.
    pub skill: Box<str>,
    /// Work, minutes.
    pub work_minutes: u64,
    /// Minutes offered; `None` when the engagement gives no capacity for the skill.
    pub capacity_minutes: Option<u64>,
}

/// Sums over a plan; every list is sorted by its key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Totals {
    /// Number of occurrences.
    pub occurrences: u64,
    /// Work, minutes.
    pub work_minutes: u64,
    /// Nominal dates left out by the roll `skip`.
    pub skipped: u64,
    /// Assets in the estate.
    pub assets: u64,
    /// Assets that no task applies to.
    pub assets_without_task: u64,
    /// By month of the planned date: every month of the horizon, and those that rolls lead to.
    pub months: Vec<MonthTotal>,
    /// By periodicity, as [`Every::text`](super::Every::text) writes it (`P1W`, `P1M/2TU+1D`, a rule);
    /// house rules by their intervals.
    pub periodicities: Vec<LoadTotal>,
    /// By skill.
    pub skills: Vec<LoadTotal>,
    /// By mode.
    pub modes: Vec<LoadTotal>,
    /// By site.
    pub sites: Vec<LoadTotal>,
    /// By category.
    pub categories: Vec<LoadTotal>,
    /// By task.
    pub tasks: Vec<LoadTotal>,
    /// By week and skill.
    pub weeks: Vec<WeekTotal>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Load {
    occurrences: u64,
    minutes: u64,
}

impl Load {
    fn add(&mut self, minutes: u64) {
        self.occurrences += 1;
        self.minutes += minutes;
    }

    fn merge(&mut self, other: Load) {
        self.occurrences += other.occurrences;
        self.minutes += other.minutes;
    }
}

/// Running sums; dense arrays, so that a row costs a few additions.
struct Sums<'a> {
    input: &'a PlanInput,
    skill_of_task: Vec<usize>,
    skills: Vec<&'a str>,
    site_of_asset: Vec<usize>,
    by_task: Vec<Load>,
    /// Part of `by_task` on assets of frequent usage.
    by_task_frequent: Vec<Load>,
    by_site: Vec<Load>,
    /// In the order of `Category::ALL`.
    by_category: Vec<Load>,
    month_places: order::Slots,
    by_month: Vec<(Day, Load)>,
    week_places: order::Slots,
    /// Monday, and the work of each skill.
    by_week: Vec<(i32, Vec<u64>)>,
}

impl<'a> Sums<'a> {
    fn new(input: &'a PlanInput, horizon: Period) -> Sums<'a> {
        let mut skills: Vec<&str> = input.tasks.iter().map(|task| task.skill.as_str()).collect();
        order::sort_once(&mut skills);
        let place = |skill: &str| skills.binary_search(&skill).unwrap_or_default();
        let skill_of_task = input.tasks.iter().map(|task| place(task.skill.as_str())).collect();
        let sites = input.estate.sites();
        let site_of_asset = input
            .estate
            .assets()
            .iter()
            .map(|asset| sites.binary_search_by(|s| s.id.cmp(&asset.site)).unwrap_or_default())
            .collect();
        let mut sums = Sums {
            input,
            skill_of_task,
            skills,
            site_of_asset,
            by_task: vec![Load::default(); input.tasks.len()],
            by_task_frequent: vec![Load::default(); input.tasks.len()],
            by_site: vec![Load::default(); sites.len()],
            by_category: vec![Load::default(); Category::ALL.len()],
            month_places: order::Slots::default(),
            by_month: Vec::new(),
            week_places: order::Slots::default(),
            by_week: Vec::new(),
        };
        for day in horizon.iter() {
            sums.merge_month(day, Load::default());
        }
        sums
    }

    fn add_table(&mut self, table: &OccurrenceTable) {
        let mut day_load = Load::default();
        let mut day_skills = vec![0u64; self.skills.len()];
        let mut day = None;
        let assets = self.input.estate.assets();
        let frequent: Vec<bool> =
            assets.iter().map(|asset| asset.usage == Some(Usage::Frequent)).collect();
        let place = |category| Category::ALL.iter().position(|c| *c == category);
        let category_index: Vec<usize> =
            assets.iter().map(|asset| place(asset.category).unwrap_or(usize::MAX)).collect();
        for (((&date, &task), &asset), &marks) in
            table.dates().iter().zip(table.tasks()).zip(table.subjects()).zip(table.marks())
        {
            if !Marks::from_bits(marks).is_work() {
                continue;
            }
            if day != Some(date) {
                self.flush(day, &mut day_load, &mut day_skills);
                day = Some(date);
            }
            let (task, asset) = (usize::from(task), usize::try_from(asset).unwrap_or(usize::MAX));
            let minutes = self.input.tasks.get(task).map_or(0, |t| u64::from(t.duration_minutes));
            day_load.add(minutes);
            add_at(&mut self.by_task, task, minutes);
            if frequent.get(asset) == Some(&true) {
                add_at(&mut self.by_task_frequent, task, minutes);
            }
            add_at(
                &mut self.by_site,
                self.site_of_asset.get(asset).copied().unwrap_or(usize::MAX),
                minutes,
            );
            add_at(
                &mut self.by_category,
                category_index.get(asset).copied().unwrap_or(usize::MAX),
                minutes,
            );
            let skill = self.skill_of_task.get(task).copied().unwrap_or(usize::MAX);
            if let Some(sum) = day_skills.get_mut(skill) {
                *sum += minutes;
            }
        }
        self.flush(day, &mut day_load, &mut day_skills);
    }

    /// Moves the sums of one day into its month and week.
    fn flush(&mut self, day: Option<i32>, load: &mut Load, skills: &mut [u64]) {
        let Some(day) = day.and_then(Day::from_number) else {
            return;
        };
        self.merge_month(day, *load);
        let monday = day.number() - i32::try_from(day.weekday_index()).unwrap_or_default();
        // The week of the first day may begin before it.
        let week = (monday - Day::MIN.number()).div_euclid(7) + 1;
        let place = self.week_places.number(usize::try_from(week).unwrap_or_default());
        if place == self.by_week.len() {
            self.by_week.push((monday, vec![0; skills.len()]));
        }
        if let Some((_, week)) = self.by_week.get_mut(place) {
            for (sum, minutes) in week.iter_mut().zip(skills.iter_mut()) {
                *sum += std::mem::take(minutes);
            }
        }
        *load = Load::default();
    }

    fn merge_month(&mut self, day: Day, load: Load) {
        let place = self.month_places.number(day.month_number());
        if place == self.by_month.len() {
            self.by_month.push((day, Load::default()));
        }
        if let Some((_, sum)) = self.by_month.get_mut(place) {
            sum.merge(load);
        }
    }

    /// Sums by a text key of the task.
    fn group(&self, key: fn(&TaskTemplate) -> &str) -> Vec<LoadTotal> {
        let loads = self.input.tasks.iter().zip(&self.by_task);
        to_list(loads.map(|(task, load)| (key(task), *load)).collect())
    }

    /// Sums by periodicity; a house-rule task counts under the interval of each asset.
    fn periodicities(&self) -> Vec<LoadTotal> {
        let mut loads = Vec::new();
        let house = self.input.house;
        for ((task, all), frequent) in
            self.input.tasks.iter().zip(&self.by_task).zip(&self.by_task_frequent)
        {
            let Some(text) = task.every.text() else {
                let rest = Load {
                    occurrences: all.occurrences - frequent.occurrences,
                    minutes: all.minutes - frequent.minutes,
                };
                loads.push((house.frequent.iso(), *frequent));
                loads.push((house.normal.iso(), rest));
                continue;
            };
            loads.push((text, *all));
        }
        to_list(loads.iter().map(|(text, load)| (text.as_str(), *load)).collect())
    }

    fn weeks(&mut self) -> Vec<WeekTotal> {
        let capacity = |skill: &str| {
            let place =
                self.input.capacity.binary_search_by(|c| c.skill.as_str().cmp(skill)).ok()?;
            self.input.capacity.get(place).map(|c| u64::from(c.minutes_per_week))
        };
        order::sort_by(&mut self.by_week, |a, b| a.0.cmp(&b.0));
        let mut weeks = Vec::new();
        for (monday, minutes) in &self.by_week {
            for (skill, work_minutes) in self.skills.iter().zip(minutes) {
                if let (Some(monday), true) = (Day::from_number(*monday), *work_minutes > 0) {
                    weeks.push(WeekTotal {
                        monday,
                        skill: (*skill).into(),
                        work_minutes: *work_minutes,
                        capacity_minutes: capacity(skill),
                    });
                }
            }
        }
        weeks
    }
}

fn add_at(loads: &mut [Load], index: usize, minutes: u64) {
    if let Some(load) = loads.get_mut(index) {
        load.add(minutes);
    }
}

/// Groups with at least one occurrence, by key; loads of one key add up.
fn to_list(mut loads: Vec<(&str, Load)>) -> Vec<LoadTotal> {
    loads.retain(|(_, load)| load.occurrences > 0);
    order::sort_by(&mut loads, |a, b| a.0.cmp(b.0));
    let mut groups: Vec<LoadTotal> = Vec::new();
    for (key, load) in loads {
        match groups.last_mut() {
            Some(last) if *last.key == *key => {
                last.occurrences += load.occurrences;
                last.work_minutes += load.minutes;
            }
            _ => groups.push(LoadTotal {
                key: key.into(),
                occurrences: load.occurrences,
                work_minutes: load.minutes,
            }),
        }
    }
    groups
}

impl Totals {
    /// Sums of `table`.
    pub(crate) fn of(
        input: &PlanInput,
        horizon: Period,
        table: &OccurrenceTable,
        skipped: u64,
        assets_without_task: u64,
    ) -> Totals {
        let mut sums = Sums::new(input, horizon);
        sums.add_table(table);
        order::sort_by(&mut sums.by_month, |a, b| a.0.cmp(&b.0));
        let sites = input.estate.sites().iter().map(|site| site.id.as_str());
        let categories = Category::ALL.iter().map(|category| category.code());
        Totals {
            occurrences: sums.by_task.iter().map(|load| load.occurrences).sum(),
            work_minutes: sums.by_task.iter().map(|load| load.minutes).sum(),
            skipped,
            assets: u64::try_from(input.estate.assets().len()).unwrap_or(u64::MAX),
            assets_without_task,
            months: sums
                .by_month
                .iter()
                .map(|(day, load)| {
                    let (year, month, _) = day.ymd();
                    MonthTotal {
                        month: format!("{year:04}-{month:02}"),
                        occurrences: load.occurrences,
                        work_minutes: load.minutes,
                    }
                })
                .collect(),
            periodicities: sums.periodicities(),
            skills: sums.group(|task| task.skill.as_str()),
            modes: sums.group(|task| task.mode.code()),
            sites: to_list(sites.zip(sums.by_site.iter().copied()).collect()),
            categories: to_list(categories.zip(sums.by_category.iter().copied()).collect()),
            tasks: sums.group(|task| task.id.as_str()),
            weeks: sums.weeks(),
        }
    }
}
