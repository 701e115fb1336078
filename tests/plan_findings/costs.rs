//! What an occurrence costs.

use super::parts::*;
use entretien::id::{SiteId, SkillId};
use entretien::plan::{Happening, Mode, Occurrence, Plan, PlanParts, Rates};
use entretien::quantity::{Currency, Money};
use entretien::time::Day;
use entretien_tests::Random;

fn euros(minor: i64) -> Money {
    Money::new(minor, Currency::EUR).expect("an amount")
}

fn rates(hour: i64, travel: i64) -> Rates {
    Rates {
        hourly: vec![(SkillId::new("k").expect("an id"), euros(hour))],
        travel: vec![(SiteId::new("s").expect("an id"), euros(travel))],
    }
}

/// Id, labour, travel, parts and total, in cents.
fn costs(plan: &Plan) -> Vec<String> {
    let minor =
        |money: Option<Money>| money.map_or("?".to_owned(), |money| money.minor().to_string());
    let line = |occurrence: Occurrence<'_>| {
        let cost = occurrence.cost();
        let amounts = [cost.labour, cost.travel, cost.parts, cost.total()].map(minor);
        format!("{} {}", occurrence.id(), amounts.join(" "))
    };
    plan.occurrences().map(line).collect()
}

#[test]
fn costs_of_occurrences() {
    let tasks = [("t", "yearly"), ("u", "yearly"), ("v", "yearly"), ("w", "yearly")];
    let mut parts = parts(&tasks);
    only_on(&mut parts.tasks[1], "x");
    parts.tasks[1].policy.parts = Some(euros(1_250));
    parts.tasks[2].mode = Mode::Remote;
    parts.tasks[2].duration_minutes = 20;
    only_on(&mut parts.tasks[2], "x");
    only_on(&mut parts.tasks[3], "y");
    parts.tasks[3].skill = SkillId::new("rare").expect("an id");
    let skipped =
        |about: &str| Happening::Skipped { occurrence: occurrence(about), resets_meter: false };
    // 90 minutes at 50.01 are 75.015; 100.00 in three are 33.34, 33.33, 33.33; 20 minutes are 16.67.
    let of_three = |parts: &PlanParts| {
        let mut parts = parts.clone();
        parts.programme.rates = rates(5_001, 10_000);
        parts.programme.events = vec![event("e", skipped("w/y/2026-01-05"))];
        plan_of(parts)
    };
    assert_eq!(
        costs(&of_three(&parts)),
        [
            "t/x/2026-01-05 7502 3334 ? 10836",
            "u/x/2026-01-05 7502 3333 1250 12085",
            "v/x/2026-01-05 1667 0 ? 1667",
            "t/y/2026-01-05 7502 3333 ? 10835",
            "w/y/2026-01-05 0 0 ? 0",
        ]
    );
    // Four share 99.99; the hour of a skill without price leaves the total unknown, not the travel.
    parts.programme.rates = rates(6_000, 9_999);
    assert_eq!(
        costs(&plan_of(parts.clone())),
        [
            "t/x/2026-01-05 9000 2500 ? 11500",
            "u/x/2026-01-05 9000 2500 1250 12750",
            "v/x/2026-01-05 2000 0 ? 2000",
            "t/y/2026-01-05 9000 2500 ? 11500",
            "w/y/2026-01-05 ? 2499 ? ?",
        ]
    );
    parts.programme.rates.travel.clear();
    assert_eq!(costs(&plan_of(parts.clone()))[0], "t/x/2026-01-05 9000 ? ? ?");
    parts.programme.rates = Rates::default();
    parts.tasks[1].policy.parts = None;
    assert_eq!(costs(&plan_of(parts))[2], "v/x/2026-01-05 ? ? ? ?");
}

#[test]
fn shares_of_travel_add_up() {
    let mut random = Random(13);
    for _ in 0..60 {
        let mut parts = parts(&[("t", "monthly"), ("u", "quarterly"), ("v", "weekly")]);
        for task in &mut parts.tasks {
            task.duration_minutes = 1 + random.below(600);
            task.roll = entretien::calendar::Roll::Next;
            task.policy.parts = random.maybe(50, |random| euros(random.below(10_000)));
        }
        let travel = random.below(30_000);
        parts.programme.rates = rates(random.below(20_000), travel);
        let plan = plan_of(parts);
        let mut sum = 0;
        let mut visits = std::collections::BTreeMap::<Day, i64>::new();
        for occurrence in plan.occurrences() {
            let cost = occurrence.cost();
            *visits.entry(occurrence.date()).or_default() += cost.travel.expect("a price").minor();
            sum += cost.total().expect("a price").minor();
        }
        assert!(visits.values().all(|shared| *shared == travel), "{travel}: {visits:?}");
        let totals = plan.totals().cost.as_ref().map(|cost| cost.cost_minor);
        assert_eq!(totals, u64::try_from(sum).ok());
    }
}
