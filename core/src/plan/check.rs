//! The independent checker: reads the rules again, day by day, without the planner.

use super::input::PlanInput;
use super::naive;
use super::result::Plan;
use super::table::Row;
use super::task::{Every, Spread, TaskTemplate};
use crate::calendar::{ROLL_REACH_DAYS, Roll, WorkCalendar};
use crate::contract::Service;
use crate::error::{Fault, Faults, codes};
use crate::id::TaskId;
use crate::inventory::{Asset, Usage};
use crate::order;
use crate::recurrence::{MonthDay, MonthEnd, Rule};
use crate::time::{Day, Interval, Period, days_in_month};
use std::rc::Rc;

/// Verifies that `plan` follows from `input`, and returns what does not: `PLAN-005` with the row
/// (`/occurrences/3`) or, for what is missing, the task.
///
/// Every day of the horizon is judged on its own for every task and asset: is it a date of the series,
/// where must the roll lead, is there exactly one row that says so? RFC 5545 rules are read naively,
/// period by period, once for each anchor. Order, uniqueness and totals are verified too. It costs days
/// × tasks × assets and calls neither the planner, the generators nor the rolls that it verifies.
pub fn check(input: &PlanInput, plan: &Plan) -> Vec<Fault> {
    let mut faults = Faults::new();
    let mut rows = Found::of(plan);
    let mut previous: Option<Row> = None;
    for (index, row) in plan.table().rows().enumerate() {
        let place = format!("/occurrences/{index}");
        if previous.is_some_and(|previous| previous > row) {
            faults.add(codes::PLAN_CHECK, &*place, "the row is out of order");
        }
        previous = Some(row);
        if rows.again.get(index) == Some(&true) {
            faults.add(
                codes::PLAN_CHECK,
                place,
                "the same task, asset and nominal date appear twice",
            );
        }
    }
    let mut sums = Sums::default();
    let mut readings = Readings::default();
    for (asset_index, asset) in (0u32..).zip(input.estate().assets()) {
        for (task_index, task) in (0u16..).zip(input.tasks()) {
            if !task.applies_to.matches(asset) {
                continue;
            }
            let rules = Rules::of(input, task, asset, plan.horizon(), &mut readings);
            for day in plan.horizon().iter().filter(|day| rules.is_nominal(*day)) {
                let found = rows.take((asset_index, task_index, day));
                judge(&rules, day, found, &mut faults, &mut sums);
            }
        }
    }
    for index in rows.left() {
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

/// Asset, task and nominal day.
type Key = (u32, u16, Day);

/// A row by what it is the answer to.
struct FoundRow {
    key: Key,
    index: usize,
    date: Day,
    taken: bool,
}

/// The rows by key, each key once: the last of equals.
struct Found {
    rows: Vec<FoundRow>,
    /// Whether row number … has the key of an earlier one.
    again: Vec<bool>,
}

impl Found {
    fn of(plan: &Plan) -> Found {
        let row = |(index, row): (usize, Row)| {
            let key = (row.subject, row.task, row.nominal);
            FoundRow { key, index, date: row.date, taken: false }
        };
        let mut rows: Vec<FoundRow> = plan.table().rows().enumerate().map(row).collect();
        order::sort_by(&mut rows, |a, b| a.key.cmp(&b.key));
        let mut again = vec![false; rows.len()];
        rows.dedup_by(|later, kept| {
            let same = later.key == kept.key;
            if same {
                if let Some(again) = again.get_mut(later.index) {
                    *again = true;
                }
                std::mem::swap(later, kept);
            }
            same
        });
        Found { rows, again }
    }

    fn take(&mut self, key: Key) -> Option<(usize, Day)> {
        let place = self.rows.binary_search_by(|row| row.key.cmp(&key)).ok()?;
        let row = self.rows.get_mut(place)?;
        let was_taken = std::mem::replace(&mut row.taken, true);
        (!was_taken).then_some((row.index, row.date))
    }

    /// Rows that nothing took, by key.
    fn left(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter(|row| !row.taken).map(|row| row.index)
    }
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

/// The days of rules that were read, by task and anchor: assets share them.
#[derive(Default)]
struct Readings(Vec<(TaskId, Day, Rc<[Day]>)>);

impl Readings {
    fn days(
        &mut self,
        task: &TaskTemplate,
        rule: &Rule,
        anchor: Day,
        horizon: Period,
    ) -> Rc<[Day]> {
        let known = self.0.iter().find(|(id, day, _)| *id == task.id && *day == anchor);
        if let Some((_, _, days)) = known {
            return Rc::clone(days);
        }
        let days: Rc<[Day]> = naive::dates(rule, anchor, horizon).into();
        self.0.push((task.id.clone(), anchor, Rc::clone(&days)));
        days
    }
}

/// What dates a task.
enum Source {
    Interval(Interval),
    /// The days of a rule within the horizon.
    Days(Rc<[Day]>),
    MonthDay(MonthDay),
}

struct Rules<'a> {
    task: &'a TaskTemplate,
    asset: &'a Asset,
    calendar: &'a WorkCalendar,
    source: Source,
    anchor: Day,
}

impl<'a> Rules<'a> {
    fn of(
        input: &'a PlanInput,
        task: &'a TaskTemplate,
        asset: &'a Asset,
        horizon: Period,
        readings: &mut Readings,
    ) -> Rules<'a> {
        let mut contract_begin: Option<Day> = None;
        for reach in input.reaches() {
            if reach.ever_covers(asset, Service::Preventive) {
                let begin = reach.contract().begin();
                contract_begin = Some(contract_begin.map_or(begin, |first| first.min(begin)));
            }
        }
        let base = task.anchor.or(contract_begin).unwrap_or(input.begin());
        let source = match &task.every {
            Every::Interval(interval) => Source::Interval(*interval),
            Every::House if asset.usage == Some(Usage::Frequent) => {
                Source::Interval(input.house_rules().frequent)
            }
            Every::House => Source::Interval(input.house_rules().normal),
            Every::Rule(rule) => Source::Days(readings.days(task, rule, base, horizon)),
            Every::MonthDay(day) => Source::MonthDay(*day),
            Every::Counters(_) | Every::Occasion(_) | Every::Sequence => Source::Days(Rc::new([])),
        };
        let calendar = input.calendar_of(asset);
        let mut rules = Rules { task, asset, calendar, source, anchor: base };
        if task.spread == Spread::ByAsset {
            let days = rules.first_period_days();
            let days = spread(task.id.as_str(), asset.id.as_str(), days);
            rules.anchor = base.add_days(days).unwrap_or(base);
        }
        rules
    }

    /// Days from the anchor to the next date, walked one by one; day 29–31 clamps.
    fn first_period_days(&self) -> i32 {
        let Source::Interval(interval) = self.source else { return 1 };
        let wanted = self.anchor.ymd().2;
        let hits = |day: &Day| match interval.months() {
            None => Some(day.number() - self.anchor.number()) == interval.fixed_days(),
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

    /// Whether the task falls on `day`.
    fn is_nominal(&self, day: Day) -> bool {
        day >= self.anchor
            && match &self.source {
                Source::Interval(interval) => self.is_in_series(*interval, day),
                Source::Days(days) => days.binary_search(&day).is_ok(),
                Source::MonthDay(pick) => self.is_month_day(*pick, day).unwrap_or_default(),
            }
    }

    /// Whether `day` is the n-th weekday or working day of a month in turn, moved by the offset.
    fn is_month_day(&self, pick: MonthDay, day: Day) -> Option<bool> {
        let found = day.add_days(-pick.offset_days())?;
        let (year, month, of_month) = found.ymd();
        let counts = |other: &Day| match pick.weekday() {
            Some(weekday) => other.weekday_index() == usize::from(weekday),
            None => self.calendar.is_open(*other),
        };
        let in_turn = self.months_since(found) % i32::try_from(pick.every_months()).ok()? == 0;
        let days = |from: u32, to: u32| {
            let days = (from..=to).filter_map(|day| Day::from_ymd(year, month, day));
            i32::try_from(days.filter(counts).count()).unwrap_or_default()
        };
        let n = i32::from(pick.n());
        let nth = if n > 0 {
            days(1, of_month) == n
        } else {
            days(of_month, days_in_month(year, month)) == -n
        };
        Some(in_turn && counts(&found) && nth)
    }

    /// Whether the series falls on `day`, judged from the day alone.
    fn is_in_series(&self, interval: Interval, day: Day) -> bool {
        let Some(every) = interval.months() else {
            let days = interval.fixed_days().unwrap_or(1);
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
            && matches!(self.source, Source::Interval(interval) if interval.months().is_some())
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

/// The sum of the first eight bytes, little-endian, of the BLAKE3 of both ids, through the output function of
/// `SplitMix64`, modulo the days.
fn spread(task: &str, asset: &str, period_days: i32) -> i32 {
    let head = |id: &str| {
        let digest = blake3::hash(id.as_bytes());
        digest.as_bytes().iter().take(8).rev().fold(0u64, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let mut value = head(task).wrapping_add(head(asset));
    for (shift, factor) in [(30, 0xBF58_476D_1CE4_E5B9), (27, 0x94D0_49BB_1331_11EB), (31, 1)] {
        value = (value ^ value >> shift).wrapping_mul(factor);
    }
    let days = u64::try_from(period_days.max(1)).unwrap_or(1);
    i32::try_from(value % days).unwrap_or_default()
}
