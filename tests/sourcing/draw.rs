//! Random comparisons of which everything is known.

use entretien::contract::price::{
    Amounts, BillingPeriod, Class, ClassPrice, Fee, Price, PriceParts,
};
use entretien::id::SkillId;
use entretien::inventory::Selector;
use entretien::plan::Mode;
use entretien::quantity::Currency;
use entretien::sourcing::{
    Activity, AdHoc, ClassCount, ContractOffer, DemandLine, InHouse, LineSelector, OptionPart,
    Parameter, Sensitivity, SourcingInput, SourcingOption, UnitPrice, Way,
};
use entretien::text::Text;
use entretien::time::Day;
use entretien_tests::Random;
use std::sync::Arc;

const PERIMETERS: [&str; 3] = ["north", "south", "west"];
const SKILLS: [&str; 2] = ["network", "systems"];

fn amount(random: &mut Random, most: i64) -> i64 {
    if random.chance(15) { 0 } else { random.below(most) }
}

fn share(random: &mut Random, most: i64) -> i64 {
    if random.chance(30) { 0 } else { random.below(most) }
}

fn line(random: &mut Random, number: usize) -> DemandLine {
    let mode = random.pick(Mode::ALL);
    let interventions: u64 = if random.chance(10) { 0 } else { 1 + random.below(400_u64) };
    let visits = if mode == Mode::OnSite { random.below(interventions + 1) } else { 0 };
    DemandLine {
        activity: random.pick(Activity::ALL),
        skill: random.maybe(70, |random| SkillId::new(random.pick(&SKILLS)).expect("an id")),
        mode,
        interventions: Some(interventions),
        minutes: Some(interventions * random.below(200_u64)),
        visits: Some(visits),
        out_of_hours_ppm: Some(share(random, 400_000)),
        assets: Some(random.below(300)),
        growth_ppm: i64::from(random.below(400_000_u32)) - 200_000,
        ..DemandLine::new(&format!("line {number}"), random.pick(&PERIMETERS))
    }
}

fn team(random: &mut Random) -> InHouse {
    InHouse {
        wage_minor: Some(amount(random, 6_000_000)),
        charges_ppm: Some(share(random, 600_000)),
        paid_hours: 1_200 + random.below(600_u64),
        absence_hours: random.below(100),
        training_hours: random.below(80),
        leave_hours: random.below(250),
        utilisation_ppm: 200_000 + random.below(800_001_i64),
        posts_min: random.below(3),
        posts_now: random.below(3),
        recruitment_minor: Some(amount(random, 900_000)),
        turnover_ppm: Some(share(random, 400_000)),
        tools_minor: Some(amount(random, 900_000)),
        tools_per_post_minor: Some(amount(random, 500_000)),
        visit_minor: Some(amount(random, 20_000)),
        on_call_minor: Some(amount(random, 900_000)),
        out_of_hours_extra_ppm: Some(share(random, 1_000_000)),
        overhead_ppm: Some(share(random, 200_000)),
        wage_index_ppm: random.below(60_000),
        price_index_ppm: random.below(60_000),
    }
}

fn offer(random: &mut Random, start: Day) -> ContractOffer {
    let mut parts = PriceParts::new(Currency::EUR, BillingPeriod::YEARLY);
    let classes = random.list(2, |random| 1 + random.below(30_000_i64));
    let class = |number: usize| Class {
        id: format!("class {number}").into(),
        selector: Selector::default(),
    };
    parts.amounts = Amounts {
        fixed: Some(Fee { minor: random.below(9_000_000), per: None }),
        classes: (classes.iter().enumerate())
            .map(|(number, minor)| ClassPrice {
                class: class(number),
                fee: Fee { minor: *minor, per: None },
            })
            .collect(),
        hour_minor: Some(random.below(15_000)),
        visit_minor: Some(random.below(20_000)),
        ..Amounts::default()
    };
    let counts = (0..classes.len()).map(|number| ClassCount {
        class: class(number).id,
        count: Some(random.below(200)),
        growth_ppm: i64::from(random.below(200_000_u32)) - 100_000,
    });
    let counts = counts.collect();
    ContractOffer {
        counts,
        price_index_ppm: Some(share(random, 60_000)),
        included_minutes: random.maybe(60, |random| random.below(40_000)),
        included_visits: random.maybe(60, |random| random.below(200)),
        out_of_scope_ppm: random.below(200_000),
        units: random.maybe(50, |random| UnitPrice {
            included: random.below(400),
            minor: Some(amount(random, 30_000)),
        }),
        penalties_ppm: Some(share(random, 100_000)),
        overhead_ppm: Some(share(random, 200_000)),
        ..ContractOffer::new(Arc::new(Price::new(parts).expect("a price")), start)
    }
}

fn orders(random: &mut Random) -> AdHoc {
    AdHoc {
        intervention_minor: Some(amount(random, 10_000)),
        hour_minor: Some(amount(random, 15_000)),
        visit_minor: Some(amount(random, 20_000)),
        minutes_min: random.below(120),
        out_of_hours_extra_ppm: Some(share(random, 1_000_000)),
        price_index_ppm: random.below(60_000),
        overhead_ppm: Some(share(random, 200_000)),
    }
}

fn part(random: &mut Random, start: Day, takes: LineSelector) -> OptionPart {
    let way = match random.below(3_u32) {
        0 => Way::InHouse(team(random)),
        1 => Way::Contract(offer(random, start)),
        _ => Way::AdHoc(orders(random)),
    };
    OptionPart { takes, way, skills: None, week: None }
}

/// Up to four options for up to five lines over up to six years.
pub fn input(seed: u64) -> SourcingInput {
    let random = &mut Random(seed);
    let start = Day::from_ymd(2027, 1 + random.below(12_u32), 1 + random.below(31_u32));
    let start = start.unwrap_or(Day::from_ymd(2028, 2, 29).expect("a day"));
    let lines = 1 + random.below(5_usize);
    let demand: Vec<DemandLine> = (0..lines).map(|number| line(random, number)).collect();
    let options = (0..2 + random.below(3_usize)).map(|number| {
        let mut parts = Vec::new();
        if random.chance(40) {
            let takes = LineSelector {
                perimeters: random.list(2, |random| random.pick(&PERIMETERS).into()),
                activities: random.list(1, |random| random.pick(Activity::ALL)),
                skills: Vec::new(),
                modes: random.list(1, |random| random.pick(Mode::ALL)),
            };
            parts.push(part(random, start, takes));
        }
        parts.push(part(random, start, LineSelector::default()));
        SourcingOption {
            id: format!("option {number}").into(),
            title: Text::new("An option", None),
            parts,
            transition_minor: Some(amount(random, 2_000_000)),
            exit_minor: Some(amount(random, 1_000_000)),
            downtime_minutes: Some(random.below(600)),
        }
    });
    let options = options.collect();
    SourcingInput {
        currency: Currency::EUR,
        start,
        years: 1 + random.below(6_u32),
        discount_ppm: i64::from(random.below(150_000_u32)) - 20_000,
        demand,
        options,
        needed_week: None,
        downtime_hour_minor: Some(random.below(30_000)),
        volume_max: Some(1 + random.below(200_u64)),
        sensitivity: Sensitivity {
            parameters: vec![(Parameter::Volume, 200_000), (Parameter::Wage, 100_000)],
            range_ppm: None,
        },
    }
}
