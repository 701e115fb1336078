//! Sums over a plan.

use super::generate::Asides;
use super::input::PlanInput;
use super::ledger::{Ledger, Load};
use super::policy::Subject;
use super::task::TaskTemplate;
use crate::inventory::Category;
use crate::order;
use crate::quantity::Currency;
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
    /// Known cost, minor units, travel included; left out when nothing has a price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_minor: Option<u64>,
}

/// Known cost of the works of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CostTotal {
    /// ISO 4217 currency.
    pub currency: Currency,
    /// Labour, parts and travel, minor units.
    pub cost_minor: u64,
    /// Occurrences whose hour of work has no price: not in the sum.
    pub unpriced_occurrences: u64,
    /// Visits whose travel has no price: not in the sum.
    pub unpriced_visits: u64,
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
    /// Occurrences that a decision skips or cancels; they are not in any other sum.
    pub left_out: u64,
    /// Visits: works on site on one site and day are one.
    pub visits: u64,
    /// What the works cost; `None` when nothing has a price.
    pub cost: Option<CostTotal>,
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
    /// By the contract that covers the work.
    pub contracts: Vec<LoadTotal>,
    /// Occurrences that no contract covers.
    pub uncovered_occurrences: u64,
    /// By week and skill.
    pub weeks: Vec<WeekTotal>,
}

impl Totals {
    /// The sums of a ledger.
    pub(super) fn of(
        input: &PlanInput,
        horizon: Period,
        ledger: &Ledger,
        asides: &Asides,
    ) -> Totals {
        let mut all = Load::default();
        ledger.by_task.iter().flatten().for_each(|load| all.merge(*load));
        let sites = input.estate.sites().iter().map(|site| site.id.as_str());
        let categories = Category::ALL.iter().map(|category| category.code());
        let (uncovered, by_contract) = ledger.by_contract.split_first().unzip();
        let contracts = input.contracts.iter().map(|contract| contract.id().as_str());
        let by_contract = by_contract.unwrap_or_default().iter().copied();
        let of_task = |key: fn(&TaskTemplate) -> &str| {
            let loads = input.tasks.iter().zip(&ledger.by_task);
            let pairs = loads.flat_map(|(task, both)| both.iter().map(move |l| (key(task), *l)));
            to_list(pairs.collect())
        };
        let costs = Costs::of(input, ledger);
        Totals {
            occurrences: all.occurrences,
            work_minutes: all.minutes,
            skipped: asides.skipped,
            left_out: ledger.left_out,
            visits: ledger.visits(),
            cost: costs.as_ref().map(|costs| costs.total.clone()),
            assets: u64::try_from(input.estate.assets().len()).unwrap_or(u64::MAX),
            assets_without_task: asides.assets_without_task,
            months: months(horizon, ledger, costs.as_ref()),
            periodicities: periodicities(input, ledger),
            skills: of_task(|task| task.skill.as_str()),
            modes: of_task(|task| task.mode.code()),
            sites: to_list(sites.zip(ledger.by_site.iter().copied()).collect()),
            categories: to_list(categories.zip(ledger.by_category.iter().copied()).collect()),
            tasks: of_task(|task| task.id.as_str()),
            contracts: to_list(contracts.zip(by_contract).collect()),
            uncovered_occurrences: uncovered.map_or(0, |load| load.occurrences),
            weeks: weeks(input, ledger),
        }
    }
}

/// Known costs, by day.
struct Costs {
    total: CostTotal,
    /// In the order of the days of the ledger.
    by_day: Vec<u64>,
}

impl Costs {
    /// `None` when nothing has a price.
    fn of(input: &PlanInput, ledger: &Ledger) -> Option<Costs> {
        let parts = input.tasks.iter().find_map(|task| task.policy.parts);
        let currency = input.programme.rates.currency();
        let currency = currency.or(parts.map(|parts| parts.currency()))?;
        let mut by_day = ledger.day_cost.clone();
        let mut unpriced_visits = 0;
        for (day, travel) in ledger.travel() {
            let place = usize::try_from(day - ledger.first_day).ok();
            match (travel, place.and_then(|place| by_day.get_mut(place))) {
                (Some(travel), Some(sum)) => *sum = sum.saturating_add(travel),
                _ => unpriced_visits += 1,
            }
        }
        let total = CostTotal {
            currency,
            cost_minor: by_day.iter().sum(),
            unpriced_occurrences: ledger.unpriced,
            unpriced_visits,
        };
        Some(Costs { total, by_day })
    }
}

/// Every month of the horizon, and those in which there is work.
fn months(horizon: Period, ledger: &Ledger, costs: Option<&Costs>) -> Vec<MonthTotal> {
    let mut months: Vec<(usize, MonthTotal)> = Vec::new();
    let first = ledger.first_day.min(horizon.start().number());
    let days = i32::try_from(ledger.days.len()).unwrap_or(i32::MAX);
    let last = ledger.first_day.saturating_add(days).max(horizon.end().number());
    for day in (first..last).filter_map(Day::from_number) {
        let place = usize::try_from(day.number() - ledger.first_day).ok();
        let load = place.and_then(|place| ledger.days.get(place)).copied().unwrap_or_default();
        if load == Load::default() && !horizon.contains(day) {
            continue;
        }
        let number = day.month_number();
        if months.last().is_none_or(|last| last.0 != number) {
            let (year, month, _) = day.ymd();
            let month = MonthTotal {
                month: format!("{year:04}-{month:02}"),
                occurrences: 0,
                work_minutes: 0,
                cost_minor: costs.map(|_| 0),
            };
            months.push((number, month));
        }
        if let Some((_, month)) = months.last_mut() {
            month.occurrences += load.occurrences;
            month.work_minutes += load.minutes;
            let cost = costs.and_then(|costs| costs.by_day.get(place?));
            month.cost_minor =
                month.cost_minor.map(|sum| sum.saturating_add(cost.copied().unwrap_or_default()));
        }
    }
    months.into_iter().map(|(_, month)| month).collect()
}

/// Sums by periodicity; a house-rule task counts under the interval of each asset.
fn periodicities(input: &PlanInput, ledger: &Ledger) -> Vec<LoadTotal> {
    let house = input.house;
    let mut loads: Vec<(String, Load)> = Vec::new();
    for (task, [normal, frequent]) in input.tasks.iter().zip(&ledger.by_task) {
        match (task.every.text(), task.policy.subject) {
            (Some(text), _) => {
                let mut both = *normal;
                both.merge(*frequent);
                loads.push((text, both));
            }
            (None, Subject::Asset) => {
                loads.push((house.frequent.iso(), *frequent));
                loads.push((house.normal.iso(), *normal));
            }
            (None, Subject::Contract) => {
                loads.extend(house.review.map(|review| (review.iso(), *normal)));
            }
        }
    }
    to_list(loads.iter().map(|(text, load)| (text.as_str(), *load)).collect())
}

fn weeks(input: &PlanInput, ledger: &Ledger) -> Vec<WeekTotal> {
    let capacity = |skill: &str| {
        let place = input.capacity.binary_search_by(|c| c.skill.as_str().cmp(skill)).ok()?;
        input.capacity.get(place).map(|c| u64::from(c.minutes_per_week))
    };
    let offered: Vec<Option<u64>> = ledger.skills.iter().map(|skill| capacity(skill)).collect();
    let count = ledger.skills.len().max(1);
    let mut weeks: Vec<WeekTotal> = Vec::new();
    let mut sums = vec![0u64; count];
    let mut monday = None;
    let mut close = |monday: Option<i32>, sums: &mut [u64]| {
        let Some(monday) = monday.and_then(Day::from_number) else { return };
        for ((skill, capacity_minutes), sum) in ledger.skills.iter().zip(&offered).zip(sums) {
            let work_minutes = std::mem::take(sum);
            if work_minutes > 0 {
                let skill = skill.clone();
                let capacity_minutes = *capacity_minutes;
                weeks.push(WeekTotal { monday, skill, work_minutes, capacity_minutes });
            }
        }
    };
    for (number, minutes) in (ledger.first_day..).zip(ledger.day_skills.chunks(count)) {
        // 1970-01-01 was a Thursday.
        let begin = number - (number + 3).rem_euclid(7);
        if monday != Some(begin) {
            close(monday, &mut sums);
            monday = Some(begin);
        }
        sums.iter_mut().zip(minutes).for_each(|(sum, minutes)| *sum += minutes);
    }
    close(monday, &mut sums);
    weeks
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
