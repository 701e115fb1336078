//! The independent checker: reads the rules again, day by day, without the planner.

use super::input::PlanInput;
use super::result::Plan;
use super::table::Row;
use super::task::{Every, Spread, TaskTemplate};
use crate::calendar::{ROLL_REACH_DAYS, Roll, WorkCalendar};
use crate::contract::Service;
use crate::error::{Fault, Faults, codes};
use crate::inventory::{Asset, Usage};
use crate::recurrence::MonthEnd;
use crate::time::{Day, Interval, days_in_month};
use std::collections::BTreeMap;

/// Verifies that `plan` follows from `input`, and returns what does not: `PLAN-005` with the row
/// (`/occurrences/3`) or, for what is missing, the task.
///
/// Every day of the horizon is judged on its own for every task and asset: is it a date of the series,
/// where must the roll lead, is there exactly one row that says so? Order, uniqueness and totals are
/// verified too. It costs days × tasks × assets and calls neither the planner, the series nor the
/// rolls that it verifies.
pub fn check(input: &PlanInput, plan: &Plan) -> Vec<Fault> {
    let mut faults = Faults::new();
    let mut rows: BTreeMap<(u32, u16, Day), (usize, Day)> = BTreeMap::new();
    let mut previous: Option<Row> = None;
    for (index, row) in plan.table().rows().enumerate() {
        let place = format!("/occurrences/{index}");
        if previous.is_some_and(|previous| previous > row) {
            faults.add(codes::PLAN_CHECK, &*place, "the row is out of order");
        }
        previous = Some(row);
        if rows.insert((row.asset, row.task, row.nominal), (index, row.date)).is_some() {
            faults.add(
                codes::PLAN_CHECK,
                place,
                "the same task, asset and nominal date appear twice",
            );
        }
    }
    let mut sums = Sums::default();
    for (asset_index, asset) in (0u32..).zip(input.estate().assets()) {
        for (task_index, task) in (0u16..).zip(input.tasks()) {
            if !task.applies_to.matches(asset) {
                continue;
            }
            let rules = Rules::of(input, task, asset);
            for day in plan.horizon().iter().filter(|day| rules.is_nominal(*day)) {
                let found = rows.remove(&(asset_index, task_index, day));
                judge(&rules, day, found, &mut faults, &mut sums);
            }
        }
    }
    for (index, _) in rows.into_values() {
        let message = "no rule gives this task on this asset with this nominal date";
        faults.add(codes::PLAN_CHECK, format!("/occurrences/{index}"), message);
    }
    let totals = plan.totals();
    for (name, stated, counted) in [
        ("occurrences", totals.occurrences, sums.occurrences),
        ("work_minutes", totals.work_minutes, sums.minutes),
        ("skipped", totals.skipped, sums.skipped),
    ] {
        if stated != counted {
            let message = format!("{stated} stated, {counted} counted");
            faults.add(codes::PLAN_CHECK, format!("/totals/{name}"), message);
        }
    }
    faults.into_vec()
}

#[derive(Default)]
struct Sums {
    occurrences: u64,
    minutes: u64,
    skipped: u64,
}

/// Compares what one nominal day asks for with what the plan has.
fn judge(
    rules: &Rules<'_>,
    nominal: Day,
    found: Option<(usize, Day)>,
    faults: &mut Faults,
    sums: &mut Sums,
) {
    let (task, asset) = (rules.task, rules.asset);
    let left_out = task.roll == Roll::Skip && !rules.calendar.is_open(nominal);
    sums.skipped += u64::from(left_out);
    match (found, left_out) {
        (Some((index, date)), false) => {
            sums.occurrences += 1;
            sums.minutes += u64::from(task.duration_minutes);
            if let Some(reason) = rules.misplaced(nominal, date) {
                let message = format!("nominal {nominal}, dated {date}: {reason}");
                faults.add(codes::PLAN_CHECK, format!("/occurrences/{index}"), message);
            }
        }
        (Some((index, _)), true) => {
            let message = format!("{nominal} is closed and the roll is `skip`");
            faults.add(codes::PLAN_CHECK, format!("/occurrences/{index}"), message);
        }
        (None, false) => {
            let message =
                format!("`{}` on `{}` of nominal date {nominal} is missing", task.id, asset.id);
            faults.add(codes::PLAN_CHECK, "/occurrences", message);
        }
        (None, true) => {}
    }
}

struct Rules<'a> {
    task: &'a TaskTemplate,
    asset: &'a Asset,
    calendar: &'a WorkCalendar,
    interval: Interval,
    anchor: Day,
}

impl<'a> Rules<'a> {
    fn of(input: &'a PlanInput, task: &'a TaskTemplate, asset: &'a Asset) -> Rules<'a> {
        let interval = match task.every {
            Every::Interval(interval) => interval,
            Every::House if asset.usage == Some(Usage::Frequent) => input.house_rules().frequent,
            Every::House => input.house_rules().normal,
        };
        let mut contract_begin: Option<Day> = None;
        for contract in input.contracts() {
            let preventive = contract.services().contains(&Service::Preventive);
            if preventive && contract.perimeter().contains(asset) {
                let begin = contract.begin();
                contract_begin = Some(contract_begin.map_or(begin, |first| first.min(begin)));
            }
        }
        let base = task.anchor.or(contract_begin).unwrap_or(input.begin());
        let mut rules =
            Rules { task, asset, calendar: input.calendar_of(asset), interval, anchor: base };
        if task.spread == Spread::ByAsset {
            let mut days = rules.first_period_days();
            days = spread(task.id.as_str(), asset.id.as_str(), days);
            rules.anchor = base.add_days(days).unwrap_or(base);
        }
        rules
    }

    /// Days from the anchor to the next date, walked one by one; day 29–31 clamps.
    fn first_period_days(&self) -> i32 {
        let wanted = self.anchor.ymd().2;
        let hits = |day: &Day| match self.interval.months() {
            None => Some(day.number() - self.anchor.number()) == self.interval.fixed_days(),
            Some(months) => {
                let (year, month, of_month) = day.ymd();
                self.months_since(*day) == months
                    && of_month == wanted.min(days_in_month(year, month))
            }
        };
        let next = (1..).map_while(|n| self.anchor.add_days(n)).find(hits);
        next.map_or(1, |day| day.number() - self.anchor.number())
    }

    fn months_since(&self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        let (anchor_year, anchor_month, _) = self.anchor.ymd();
        let number = |month: u32| i32::try_from(month).unwrap_or_default();
        (year - anchor_year) * 12 + number(month) - number(anchor_month)
    }

    /// Whether the series falls on `day`, judged from the day alone.
    fn is_nominal(&self, day: Day) -> bool {
        if day < self.anchor {
            return false;
        }
        let Some(every) = self.interval.months() else {
            let days = self.interval.fixed_days().unwrap_or(1);
            return (day.number() - self.anchor.number()) % days == 0;
        };
        let (year, month, of_month) = day.ymd();
        let wanted = self.anchor.ymd().2;
        let last = days_in_month(year, month);
        let in_turn = self.months_since(day) % every == 0;
        match self.task.month_end {
            MonthEnd::Omit => in_turn && of_month == wanted,
            MonthEnd::StickToEnd if self.anchor.is_month_end() => in_turn && of_month == last,
            MonthEnd::Backward | MonthEnd::StickToEnd => in_turn && of_month == wanted.min(last),
            MonthEnd::Forward => {
                let spilled = of_month == 1
                    && (self.months_since(day) - 1) % every == 0
                    && day
                        .add_days(-1)
                        .is_some_and(|eve| eve >= self.anchor && eve.ymd().2 < wanted);
                (in_turn && of_month == wanted) || spilled
            }
        }
    }

    /// Why `date` is not where the roll must lead from `nominal`; `None` when it is.
    fn misplaced(&self, nominal: Day, date: Day) -> Option<&'static str> {
        let open = |day: Day| self.calendar.is_open(day);
        if self.task.roll == Roll::None || open(nominal) {
            return (date != nominal).then_some("the nominal day needs no roll");
        }
        if !open(date) {
            return Some("the date is a closed day");
        }
        // Walk outwards one day at a time; the first open day on each side decides.
        let walk = |step: i32| {
            (1..=ROLL_REACH_DAYS).filter_map(|n| nominal.add_days(n * step)).find(|day| open(*day))
        };
        let (before, after) = (walk(-1), walk(1));
        let inside = |day: Option<Day>| day.filter(|day| day.ymd().1 == nominal.ymd().1);
        let sticks = self.task.month_end == MonthEnd::StickToEnd
            && self.interval.months().is_some()
            && self.anchor.is_month_end();
        let expected = match self.task.roll {
            _ if sticks => before,
            Roll::Next => after,
            Roll::Previous => before,
            Roll::ModifiedNext => inside(after).or(before),
            Roll::ModifiedPrevious => inside(before).or(after),
            Roll::Nearest => match (before, after) {
                (Some(b), Some(a))
                    if a.number() - nominal.number() < nominal.number() - b.number() =>
                {
                    Some(a)
                }
                (Some(b), _) => Some(b),
                (None, a) => a,
            },
            Roll::None | Roll::Skip => Some(nominal),
        };
        (expected != Some(date)).then_some("the roll leads to another day")
    }
}

fn spread(task: &str, asset: &str, period_days: i32) -> i32 {
    let digest = blake3::hash(&[task.as_bytes(), &[0], asset.as_bytes()].concat());
    let mut value: u64 = 0;
    for byte in digest.as_bytes().iter().take(8).rev() {
        value = value << 8 | u64::from(*byte);
    }
    let days = u64::try_from(period_days.max(1)).unwrap_or(1);
    i32::try_from(value % days).unwrap_or_default()
}
