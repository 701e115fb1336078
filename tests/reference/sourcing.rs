//! Options for a demand, year by year and volume by volume, from scratch.
//!
//! Contracts here have one price a year, since prices have a twin of their own: a fixed fee, classes, an hour, a visit.

use entretien::sourcing::{
    AdHoc, ContractOffer, DemandLine, InHouse, SourcingInput, SourcingOption, Way,
};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Signed, ToPrimitive, Zero};

pub type Q = Ratio<BigInt>;

pub fn q(above: i64, below: i64) -> Q {
    Ratio::new(above.into(), below.into())
}

fn million(ppm: i64) -> Q {
    q(ppm, 1_000_000)
}

fn whole(count: u64) -> Q {
    Ratio::from_integer(count.into())
}

/// To the nearest, a half away from zero.
pub fn round(value: &Q) -> i64 {
    let twice = (value.abs() * q(2, 1) + Q::one()).floor().to_integer();
    let size: BigInt = twice / 2;
    let size = size.to_i64().expect("a small amount");
    if value.is_negative() { -size } else { size }
}

/// `(1 + rate)` so many times.
fn compound(ppm: i64, times: u32) -> Q {
    let mut factor = Q::one();
    for _ in 0..times {
        factor *= Q::one() + million(ppm);
    }
    factor
}

/// The parts of the work of a year.
struct Work<'a> {
    lines: Vec<(&'a DemandLine, Q)>,
}

impl Work<'_> {
    fn minutes_of(line: &DemandLine, volume: &Q) -> Q {
        match line.interventions {
            Some(0) | None => Q::zero(),
            Some(count) => volume * whole(line.minutes.unwrap()) / whole(count),
        }
    }

    fn minutes(&self) -> Q {
        self.lines.iter().map(|(line, volume)| Self::minutes_of(line, volume)).sum()
    }

    fn volume(&self) -> Q {
        self.lines.iter().map(|(_, volume)| volume.clone()).sum()
    }

    fn visits(&self) -> Q {
        let each = self.lines.iter().map(|(line, volume)| match line.interventions {
            Some(0) | None => Q::zero(),
            Some(count) => volume * whole(line.visits.unwrap()) / whole(count),
        });
        each.sum()
    }

    fn late(&self) -> Q {
        let each = self.lines.iter().map(|(line, volume)| {
            Self::minutes_of(line, volume) * million(line.out_of_hours_ppm.unwrap())
        });
        each.sum()
    }
}

/// A number of posts and what the year before had.
struct Posts {
    now: Q,
    before: Option<Q>,
}

fn team_cost(team: &InHouse, work: &Work<'_>, posts: &Posts, (years, wage_ppm): (u32, i64)) -> Q {
    let rise = compound(team.wage_index_ppm, years);
    let wages = &rise * million(wage_ppm);
    let prices = compound(team.price_index_ppm, years);
    let gross = q(team.wage_minor.unwrap(), 1) * &wages * &posts.now;
    let paid = &gross * (Q::one() + million(team.charges_ppm.unwrap()));
    let mut cost = &paid * (Q::one() + million(team.overhead_ppm.unwrap()));
    let mut recruits = &posts.now * million(team.turnover_ppm.unwrap());
    if let Some(before) = &posts.before
        && posts.now > *before
    {
        recruits += &posts.now - before;
    }
    cost += recruits * q(team.recruitment_minor.unwrap(), 1) * &prices;
    cost += q(team.tools_minor.unwrap(), 1) * &prices;
    cost += q(team.tools_per_post_minor.unwrap(), 1) * &posts.now * &prices;
    cost += work.visits() * q(team.visit_minor.unwrap(), 1) * &prices;
    cost += q(team.on_call_minor.unwrap(), 1) * rise;
    let hour =
        q(team.wage_minor.unwrap(), 1) * wages * (Q::one() + million(team.charges_ppm.unwrap()))
            / whole(team.paid_hours);
    cost + work.late() / q(60, 1) * hour * million(team.out_of_hours_extra_ppm.unwrap())
}

pub fn needed(team: &InHouse, minutes: &Q) -> Q {
    let hours = whole(team.paid_hours) - whole(team.absence_hours) - whole(team.training_hours);
    minutes / q(60, 1) / (hours * million(team.utilisation_ppm))
}

fn above(value: Q, included: Q) -> Q {
    if value > included { value - included } else { Q::zero() }
}

fn contract_cost(offer: &ContractOffer, work: &Work<'_>, years: u32) -> Q {
    let amounts = &offer.price.parts().amounts;
    let mut fees = q(amounts.fixed.map_or(0, |fee| fee.minor), 1);
    for class in &amounts.classes {
        let count = offer.counts.iter().find(|count| count.class == class.class.id).unwrap();
        let grown = whole(count.count.unwrap()) * compound(count.growth_ppm, years);
        fees += q(round(&grown), 1) * q(class.fee.minor, 1);
    }
    let minutes = work.minutes();
    let mut out = &minutes * million(offer.out_of_scope_ppm);
    if let Some(included) = offer.included_minutes {
        out += above(&minutes - &out, whole(included));
    }
    let mut beside = out / q(60, 1) * q(amounts.hour_minor.unwrap(), 1);
    if let Some(included) = offer.included_visits {
        beside += above(work.visits(), whole(included)) * q(amounts.visit_minor.unwrap(), 1);
    }
    if let Some(units) = offer.units {
        beside += above(work.volume(), whole(units.included)) * q(units.minor.unwrap(), 1);
    }
    let index = compound(offer.price_index_ppm.unwrap(), years);
    let managed = (&fees + beside) * (Q::one() + million(offer.overhead_ppm.unwrap()));
    (managed - fees * million(offer.penalties_ppm.unwrap())) * index
}

fn orders_cost(prices: &AdHoc, work: &Work<'_>, years: u32) -> Q {
    let mut cost = work.visits() * q(prices.visit_minor.unwrap(), 1);
    for (line, volume) in &work.lines {
        let real = Work::minutes_of(line, volume);
        let least = volume * whole(prices.minutes_min);
        let hours = if real > least { real } else { least } / q(60, 1);
        let late = million(line.out_of_hours_ppm.unwrap())
            * million(prices.out_of_hours_extra_ppm.unwrap());
        cost += hours * (Q::one() + late) * q(prices.hour_minor.unwrap(), 1);
        cost += volume * q(prices.intervention_minor.unwrap(), 1);
    }
    cost * compound(prices.price_index_ppm, years)
        * (Q::one() + million(prices.overhead_ppm.unwrap()))
}

/// The lines of each part, each with the first that takes it.
fn shared<'a>(input: &'a SourcingInput, option: &SourcingOption) -> Vec<Vec<&'a DemandLine>> {
    let mut parts = vec![Vec::new(); option.parts.len()];
    for line in &input.demand {
        let place = option.parts.iter().position(|part| part.takes.takes(line)).unwrap();
        parts[place].push(line);
    }
    parts
}

/// The rounded cost of each year, with whole or with fractional posts.
pub fn totals(input: &SourcingInput, option: &SourcingOption, is_whole: bool) -> Vec<i64> {
    walk(input, option, is_whole, 1_000_000)
}

/// The rounded cost of each year with whole posts, at wages times a factor.
pub fn totals_at(input: &SourcingInput, option: &SourcingOption, wage_ppm: i64) -> Vec<i64> {
    walk(input, option, true, wage_ppm)
}

fn walk(input: &SourcingInput, option: &SourcingOption, is_whole: bool, wage_ppm: i64) -> Vec<i64> {
    let parts = shared(input, option);
    let mut before: Vec<Q> = option
        .parts
        .iter()
        .map(
            |part| {
                if let Way::InHouse(team) = &part.way { whole(team.posts_now) } else { Q::zero() }
            },
        )
        .collect();
    let mut totals = Vec::new();
    for year in 0..input.years {
        let mut cost = Q::zero();
        for ((part, lines), before) in option.parts.iter().zip(&parts).zip(&mut before) {
            let volume = |line: &DemandLine| {
                let grown = whole(line.interventions.unwrap()) * compound(line.growth_ppm, year);
                q(round(&grown), 1)
            };
            let work = Work { lines: lines.iter().map(|line| (*line, volume(line))).collect() };
            cost += match &part.way {
                Way::InHouse(team) => {
                    let mut now = needed(team, &work.minutes());
                    if is_whole {
                        now = now.ceil().max(whole(team.posts_min));
                    }
                    let posts = Posts { now: now.clone(), before: Some(before.clone()) };
                    *before = now;
                    team_cost(team, &work, &posts, (year, wage_ppm))
                }
                Way::Contract(offer) => contract_cost(offer, &work, year),
                Way::AdHoc(prices) => orders_cost(prices, &work, year),
            };
        }
        if year == 0 {
            cost += q(option.transition_minor.unwrap(), 1);
        }
        if year + 1 == input.years {
            cost += q(option.exit_minor.unwrap(), 1);
        }
        totals.push(round(&cost));
    }
    totals
}

/// Net present value of rounded totals.
pub fn npv(totals: &[i64], discount_ppm: i64) -> i64 {
    let mut value = Q::zero();
    for (years, total) in (1..).zip(totals) {
        value += q(*total, 1) / compound(discount_ppm, years);
    }
    round(&value)
}

/// The cost of a running year at some interventions in all.
pub fn running(input: &SourcingInput, option: &SourcingOption, volume: &Q, is_whole: bool) -> Q {
    let asked: u64 = input.demand.iter().map(|line| line.interventions.unwrap()).sum();
    let scale = volume / whole(asked);
    let mut cost = Q::zero();
    for (part, lines) in option.parts.iter().zip(shared(input, option)) {
        let scaled = |line: &DemandLine| whole(line.interventions.unwrap()) * &scale;
        let work = Work { lines: lines.iter().map(|line| (*line, scaled(line))).collect() };
        cost += match &part.way {
            Way::InHouse(team) => {
                let mut now = needed(team, &work.minutes());
                if is_whole {
                    now = now.ceil().max(whole(team.posts_min));
                }
                team_cost(team, &work, &Posts { now, before: None }, (0, 1_000_000))
            }
            Way::Contract(offer) => contract_cost(offer, &work, 0),
            Way::AdHoc(prices) => orders_cost(prices, &work, 0),
        };
    }
    cost
}
