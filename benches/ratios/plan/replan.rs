//! One change of a full plan of 10,000 assets: planned again where it matters, against planned afresh.
//!
//! 300 seeded changes, one after the other: completions, decisions and fields of assets in turn. After each,
//! the plan must be the one that is planned afresh; that is compared outside the time.

use super::{SEED, pool, timed};
use crate::table::median;
use entretien::inventory::{Criticality, Usage};
use entretien::plan::{Change, Happening, OccurrenceId, Plan, PlanEvent, plan};
use entretien::time::Day;
use entretien_benches::{Random, full_input, year};
use std::sync::Arc;

const ASSETS: u64 = 10_000;
const CHANGES: u64 = 300;
const KINDS: [&str; 3] = ["completion", "decision", "field"];
/// Longest time between planned and done, days.
const LATE_DAYS: u64 = 5;

/// Half of the year has passed.
fn as_of() -> Day {
    Day::parse("2027-07-01").expect("a day")
}

/// CPU seconds of the changes of one kind.
#[derive(Default)]
struct Times {
    again: Vec<f64>,
    afresh: Vec<f64>,
}

/// Measures and prints; how many times faster it is than planning afresh, by medians, for the kind of change
/// that gains least.
pub(super) fn gain() -> f64 {
    let times = pool(1).install(measure);
    let mut least = f64::INFINITY;
    for (kind, times) in KINDS.iter().zip(times) {
        let slowest = times.again.iter().copied().fold(0.0, f64::max);
        let (again, afresh) = (median(times.again), median(times.afresh));
        least = least.min(afresh / again);
        println!(
            "{:<28}{:>12.3} ms{:>12.3} ms afresh, slowest {:.3} ms, {:.1} times faster",
            format!("replan, {kind}"),
            again * 1e3,
            afresh * 1e3,
            slowest * 1e3,
            afresh / again,
        );
    }
    least
}

fn measure() -> [Times; 3] {
    let mut random = Random::new(SEED);
    let mut times = [Times::default(), Times::default(), Times::default()];
    let first = plan(Arc::new(full_input(ASSETS, SEED)), as_of(), year());
    let mut current = first.expect("a plan");
    for number in 0..CHANGES {
        let kind = usize::try_from(number).expect("small") % KINDS.len();
        let change = draw(&current, kind, number, &mut random);
        let (next, again, _) = timed(|| current.replan(change).expect("a plan again"));
        // Of its own: the input of the plan is shared with nobody, so that no change copies it.
        let input = Arc::new(next.input().clone());
        let (whole, afresh, _) = timed(|| plan(input, as_of(), year()).expect("a plan afresh"));
        assert!(next.table() == whole.table(), "change {number}: other rows");
        assert!(next.totals() == whole.totals(), "change {number}: other totals");
        times[kind].again.push(again);
        times[kind].afresh.push(afresh);
        current = next;
    }
    times
}

fn draw(plan: &Plan, kind: usize, number: u64, random: &mut Random) -> Change {
    match KINDS[kind] {
        "completion" => completion(plan, number, random),
        "decision" => decision(plan, number, random),
        _ => field(plan, random),
    }
}

/// An occurrence planned in the past was done on its day or up to five days later.
fn completion(plan: &Plan, number: u64, random: &mut Random) -> Change {
    let past = plan.table().dates().partition_point(|date| *date <= as_of().number());
    let occurrence = plan.occurrence(below(random, past)).expect("a row");
    let late = i32::try_from(random.below(LATE_DAYS + 1)).expect("small");
    let day = occurrence.date().add_days(late).expect("in range").min(as_of());
    event(number, day, Happening::Done(id_of(&occurrence.id())))
}

/// An occurrence to come is skipped, cancelled, moved by a week, or fixed three days later.
fn decision(plan: &Plan, number: u64, random: &mut Random) -> Change {
    let past = plan.table().dates().partition_point(|date| *date <= as_of().number());
    let index = past + below(random, plan.len() - past);
    let chosen = plan.occurrence(index).expect("a row");
    let (occurrence, date) = (id_of(&chosen.id()), chosen.date());
    let later = |days| date.add_days(days).expect("in range");
    let happening = match random.below(4) {
        0 => Happening::Skipped { occurrence, resets_meter: false },
        1 => Happening::Cancelled(occurrence),
        2 => Happening::Moved { occurrence, to: later(7) },
        _ => Happening::Fixed { occurrence, on: later(3) },
    };
    event(number, as_of(), happening)
}

/// An asset is used otherwise, matters otherwise, is another kind of asset, or stands elsewhere.
fn field(plan: &Plan, random: &mut Random) -> Change {
    let assets = plan.input().estate().assets();
    let mut asset = assets[below(random, assets.len())].clone();
    let other = &assets[below(random, assets.len())];
    match random.below(4) {
        0 => asset.usage = Some(random.pick(Usage::ALL)),
        1 => asset.criticality = Some(random.pick(Criticality::ALL)),
        2 => asset.category = other.category,
        _ => asset.site = other.site.clone(),
    }
    Change::Asset(asset)
}

fn event(number: u64, day: Day, happening: Happening) -> Change {
    Change::Event(PlanEvent { id: format!("event-{number}").into(), day, happening })
}

fn id_of(text: &str) -> OccurrenceId {
    OccurrenceId::parse(text).expect("an id of a plan")
}

fn below(random: &mut Random, bound: usize) -> usize {
    usize::try_from(random.below(bound as u64)).expect("an index")
}
