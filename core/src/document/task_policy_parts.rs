//! From the policies, counters and occasions of a document to domain values; every fault is added with its
//! pointer. What goes with what is judged by [`PlanInput::new`](crate::plan::PlanInput::new).

use super::calendars::year_span;
use super::counter_types::{CountersDoc, CycleDoc, OccasionDoc};
use super::every::EveryDoc;
use super::parts;
use super::task_policy_types::{
    CallDoc, CountingDoc, CountingName, HouseRulesDoc, NestDoc, ReviewDoc, SeasonDoc, ShiftDoc,
    ToleranceDoc,
};
use crate::error::{Faults, codes};
use crate::plan::{
    Call, Counters, Counting, Cycle, CycleSet, Every, HouseRules, Join, MeterCycle, Nest, Nesting,
    Occasion, OnOccasion, OutOfSeason, PartialShift, Season, Shift, Slack, Tolerance,
};
use crate::time::Interval;

/// Days over which an average use is taken, where nothing is said.
const WINDOW_DAYS: u16 = 90;

pub(super) fn counting(doc: &CountingDoc, pointer: &str, faults: &mut Faults) -> Option<Counting> {
    let shift = match doc {
        CountingDoc::Named(CountingName::Fixed) => return Some(Counting::Fixed),
        CountingDoc::Named(CountingName::FromCompletion) => return Some(Counting::FromCompletion),
        CountingDoc::Shift(shift) => shift,
    };
    if shift.early.is_none() && shift.late.is_none() {
        let message = "neither `early` nor `late` says what moves";
        faults.add(codes::DOC_MISSING_FIELD, format!("{pointer}/late"), message);
        return None;
    }
    let side = |doc: &Option<ShiftDoc>| Shift {
        tolerance_percent: doc.as_ref().and_then(|doc| doc.tolerance_percent).unwrap_or_default(),
        factor_percent: doc.as_ref().map_or(0, |doc| doc.factor_percent),
    };
    Some(Counting::PartialShift(PartialShift {
        early: side(&shift.early),
        late: side(&shift.late),
    }))
}

pub(super) fn season(doc: &SeasonDoc, pointer: &str, faults: &mut Faults) -> Option<Season> {
    let mut spans = Vec::with_capacity(doc.spans.len());
    for (index, span) in doc.spans.iter().enumerate() {
        let pointer = format!("{pointer}/spans/{index}");
        spans.extend(year_span(&span.start, &span.end, &pointer, faults));
    }
    let whole = spans.len() == doc.spans.len();
    whole.then(|| Season { spans, outside: doc.outside.unwrap_or(OutOfSeason::Skip) })
}

pub(super) fn call(doc: &CallDoc, pointer: &str, faults: &mut Faults) -> Option<Call> {
    let all = [
        ("percent_of_cycle", doc.percent_of_cycle.map(Call::PercentOfCycle)),
        ("calendar_days", doc.calendar_days.map(Call::CalendarDays)),
        ("working_days", doc.working_days.map(Call::WorkingDays)),
    ];
    only(all, pointer, faults)
}

/// The only value given among `all`; several and none are faults.
pub(super) fn only<T, const N: usize>(
    all: [(&str, Option<T>); N],
    pointer: &str,
    faults: &mut Faults,
) -> Option<T> {
    let names = all.each_ref().map(|(name, _)| *name).join("`, `");
    let mut given = all.into_iter().filter_map(|(_, value)| value);
    let first = given.next();
    let (code, found) = match (&first, given.next()) {
        (Some(_), None) => return first,
        (Some(_), Some(_)) => (codes::CON_TWO_VALUES, "several"),
        (None, _) => (codes::DOC_MISSING_FIELD, "none"),
    };
    faults.add(code, pointer, format!("exactly one of `{names}`, found {found}"));
    None
}

/// The tolerance; a side that nothing is said of has none.
pub(super) fn tolerance(
    doc: &ToleranceDoc,
    pointer: &str,
    faults: &mut Faults,
) -> Option<Tolerance> {
    let mut side = |days: Option<u16>, percent: Option<u16>, name: &str| match (days, percent) {
        (Some(_), Some(_)) => {
            let message = format!("`{name}_days` is given too");
            faults.add(codes::CON_TWO_VALUES, format!("{pointer}/{name}_percent"), message);
            None
        }
        (None, Some(percent)) => Some(Slack::PercentOfCycle(percent)),
        (days, None) => Some(Slack::Days(days.unwrap_or_default())),
    };
    let early = side(doc.early_days, doc.early_percent, "early");
    let late = side(doc.late_days, doc.late_percent, "late");
    Some(Tolerance { early: early?, late: late? })
}

pub(super) fn nest(doc: &NestDoc) -> Nest {
    Nest {
        group: doc.group.0.as_str().into(),
        level: doc.level,
        how: doc.how.unwrap_or(Nesting::Absorb),
    }
}

pub(super) fn counters(doc: &CountersDoc, pointer: &str, faults: &mut Faults) -> Option<Counters> {
    let before = faults.len();
    let mut sets = Vec::with_capacity(doc.counters.len());
    for (number, set) in doc.counters.iter().enumerate() {
        let mut cycles = Vec::with_capacity(set.cycles.len());
        for (index, cycle) in set.cycles.iter().enumerate() {
            let pointer = format!("{pointer}/counters/{number}/cycles/{index}");
            cycles.extend(match cycle {
                CycleDoc::Time(doc) => parts::counted(doc, &pointer, faults).map(Cycle::Time),
                CycleDoc::Meter(doc) => Some(Cycle::Meter(MeterCycle {
                    meter: doc.meter.0.as_str().into(),
                    units: doc.units,
                    call_ahead_units: doc.call_ahead_units.unwrap_or_default(),
                    window_days: doc.window_days.unwrap_or(WINDOW_DAYS),
                })),
            });
        }
        sets.push(CycleSet { cycles, join: set.join.unwrap_or(Join::Or), times: set.times });
    }
    (faults.len() == before).then_some(Counters { sets })
}

pub(super) fn occasion(
    doc: &OccasionDoc,
    pointer: &str,
    faults: &mut Faults,
) -> Option<OnOccasion> {
    let corrective = doc.on == Occasion::CorrectiveClosed;
    let by_house_rule = corrective || doc.on == Occasion::ContractBegin;
    let offset_days = match doc.offset_days {
        None => (!by_house_rule).then_some(0),
        Some(days) => {
            let fits = i32::try_from(days).ok();
            if fits.is_none() {
                let message = format!("`{days}` is not within −3660 and 3660");
                faults.add(codes::DOC_OUT_OF_RANGE, format!("{pointer}/offset_days"), message);
                return None;
            }
            fits
        }
    };
    Some(OnOccasion {
        occasion: doc.on,
        offset_days,
        served_by_preventive: doc.served_by_preventive.unwrap_or(corrective),
        remedies: doc.remedies.iter().map(|remedy| remedy.as_str().into()).collect(),
    })
}

/// The house rules; what is not given is that of the default ones.
pub(super) fn house_rules(doc: Option<&HouseRulesDoc>, faults: &mut Faults) -> HouseRules {
    let mut rules = HouseRules::default();
    let Some(given) = doc else { return rules };
    for (field, every, rule) in [
        ("normal", &given.normal, &mut rules.normal),
        ("frequent", &given.frequent, &mut rules.frequent),
    ] {
        let Some(every) = every else { continue };
        *rule = house_interval(every, &format!("/house_rules/{field}"), faults).unwrap_or(*rule);
    }
    rules.judge_intervals = given.judge_intervals.unwrap_or(rules.judge_intervals);
    rules.kick_off = given.kick_off.unwrap_or(rules.kick_off);
    match &given.review {
        None => {}
        Some(ReviewDoc::None(_)) => rules.review = None,
        Some(ReviewDoc::Every(every)) => {
            rules.review = house_interval(every, "/house_rules/review", faults);
        }
    }
    let pointer = "/house_rules/follow_up_days";
    match (given.follow_up, given.follow_up_days) {
        (Some(false), Some(_)) => {
            faults.add(codes::CON_TWO_VALUES, pointer, "`follow_up` is switched off");
        }
        (Some(false), None) => rules.follow_up_days = None,
        (_, days) => rules.follow_up_days = days.or(rules.follow_up_days),
    }
    rules
}

fn house_interval(doc: &EveryDoc, pointer: &str, faults: &mut Faults) -> Option<Interval> {
    let message = match parts::every(doc, pointer, faults)? {
        Every::Interval(interval) => return Some(interval),
        Every::House => "`house` cannot define itself",
        _ => "a house rule is an interval",
    };
    faults.add(codes::DOC_BAD_CHOICE, pointer, message);
    None
}
