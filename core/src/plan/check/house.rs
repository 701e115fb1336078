//! The house intervals, counted again from the rows.

use crate::inventory::Usage;
use crate::order;
use crate::plan::input::PlanInput;
use crate::plan::policy::Kind;
use crate::plan::result::Plan;
use crate::plan::table::Marks;
use crate::time::{Day, days_in_month};

/// The gaps between preventive works that are longer than the house rules allow: the index of the asset,
/// and the two nominal dates that follow each other. Rows count that are preventive, neither skipped nor
/// cancelled; what is absorbed counts by the nominal date of what absorbed it. Months are those of the
/// calendar: from 31 January, one month reaches to 28 February. Nothing is said of the days before the
/// first date and after the last of the horizon.
///
/// With three months, nominal dates 2026-01-15, 2026-04-15 and 2026-07-16 give one gap, the second.
pub fn check_house(input: &PlanInput, plan: &Plan) -> Vec<(u32, Day, Day)> {
    let mut dates: Vec<(u32, Day)> = Vec::new();
    for row in plan.table().rows().filter(|row| row.marks.is_work()) {
        let task = input.tasks().get(usize::from(row.task));
        let preventive = task.is_some_and(|task| task.policy.kind == Kind::Preventive);
        if preventive || row.marks.has(Marks::ABSORBS) {
            dates.push((row.subject, row.nominal));
        }
    }
    let mut gaps = Vec::new();
    for (subject, mut days) in order::group(dates) {
        let assets = input.estate().assets();
        let Some(asset) = usize::try_from(subject).ok().and_then(|place| assets.get(place)) else {
            continue;
        };
        let house = input.house_rules();
        let interval =
            if asset.usage == Some(Usage::Frequent) { house.frequent } else { house.normal };
        order::sort_once(&mut days);
        for (before, next) in days.iter().zip(days.iter().skip(1)) {
            let last = match (interval.fixed_days(), interval.months()) {
                (Some(length), _) => before.add_days(length),
                (None, months) => months_later(*before, months.unwrap_or(1)),
            };
            if last.is_some_and(|last| *next > last) {
                gaps.push((subject, *before, *next));
            }
        }
    }
    gaps
}

fn months_later(day: Day, months: i32) -> Option<Day> {
    let (year, month, of_month) = day.ymd();
    let count = i32::try_from(month).ok()? - 1 + months;
    let (year, month) =
        (year + count.div_euclid(12), u32::try_from(count.rem_euclid(12)).ok()? + 1);
    Day::from_ymd(year, month, of_month.min(days_in_month(year, month)))
}
