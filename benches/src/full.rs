//! The same estate with everything that a plan may take in: visits that nest, windows, contracts, rates.

use crate::{assets, begin, parts_of, tasks};
use entretien::calendar::{MonthDay, YearSpan};
use entretien::contract::{Contract, ContractParts, Perimeter, Service, ServiceTerms};
use entretien::id::{ContractId, SkillId};
use entretien::inventory::{Category, Selector};
use entretien::plan::{
    Every, Nest, Nesting, PlanInput, Programme, Rates, Slack, TaskTemplate, Tolerance, WindowKind,
    WorkWindow,
};
use entretien::quantity::{Currency, Money};
use entretien::time::{Day, Interval, Period};

/// Early and late tolerance, percent of the cycle.
const TOLERANCE_PERCENT: u16 = 10;
/// Price of an hour, cents.
const HOUR_CENTS: i64 = 7_250;

/// What a full plan of `count` assets needs: the assets and tasks of [`input`](crate::input), whose longer
/// cycles absorb the shorter ones of their family, a tolerance of 10 % of the cycle each way, blackouts at
/// the turn of the year and in August, a contract over everything and one of a higher priority over the
/// servers, and the price of an hour.
///
/// # Panics
/// Never: the parts are good.
pub fn full_input(count: u64, seed: u64) -> PlanInput {
    let mut parts = parts_of(assets(count, seed), tasks().into_iter().map(nested).collect());
    let servers = Selector { categories: vec![Category::Server], ..Selector::default() };
    parts.contracts = vec![
        contract("everything", Perimeter::default(), 0),
        contract("servers", Perimeter::of(vec![servers]), 1),
    ];
    let percent = Slack::PercentOfCycle(TOLERANCE_PERCENT);
    let price = Money::new(HOUR_CENTS, Currency::EUR).expect("a price");
    parts.programme = Programme {
        tolerance: Tolerance { early: percent, late: percent },
        windows: blackouts(),
        rates: Rates {
            hourly: vec![(SkillId::new("general").expect("an id"), price)],
            travel: Vec::new(),
        },
        ..Programme::default()
    };
    PlanInput::new(parts).expect("a good input")
}

/// The task, with its place in the group of its family: `server-monthly` nests with `server-quarterly`, and
/// the four common ones with each other.
fn nested(mut task: TaskTemplate) -> TaskTemplate {
    const CYCLES: [Interval; 4] =
        [Interval::MONTHLY, Interval::QUARTERLY, Interval::HALF_YEARLY, Interval::YEARLY];
    let Every::Interval(every) = task.every else { return task };
    let place = CYCLES.iter().position(|cycle| *cycle == every).expect("one of four cycles");
    let (group, _) = task.id.as_str().split_once('-').expect("the id of a family");
    let level = u8::try_from(place + 1).expect("a small number");
    task.policy.nest = Some(Nest { group: group.into(), level, how: Nesting::Absorb });
    task
}

/// 24 December to 2 January of every year, and a week of August.
fn blackouts() -> Vec<WorkWindow> {
    let month_day = |text| MonthDay::parse(text).expect("a day of the year");
    let day = |text| Day::parse(text).expect("a day");
    let winter = YearSpan::new(month_day("12-24"), month_day("01-03")).expect("a span");
    let summer = Period::new(day("2027-08-09"), day("2027-08-16")).expect("a week");
    let blackout = |id: &str, periods, yearly| WorkWindow {
        id: id.into(),
        kind: WindowKind::Blackout,
        applies_to: Selector::default(),
        tasks: Vec::new(),
        modes: Vec::new(),
        weekdays: [false; 7],
        periods,
        yearly,
        series: None,
        reason: None,
    };
    vec![blackout("summer", vec![summer], Vec::new()), blackout("winter", Vec::new(), vec![winter])]
}

/// An open-ended contract of preventive work.
fn contract(id: &str, perimeter: Perimeter, priority: u32) -> Contract {
    let mut parts = ContractParts::new(ContractId::new(id).expect("an id"), begin());
    parts.content.perimeter = perimeter;
    parts.content.services = vec![ServiceTerms::unlimited(Service::Preventive)];
    parts.priority = priority;
    Contract::new(parts).expect("a good contract")
}
