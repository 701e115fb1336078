//! What one part of an option costs in one year, exactly.

use super::choice::{CostPart, Parameter, Unknown};
use super::exact::{Exact, ceiling, exact, power, ppm};
use super::fees::{YearFees, assumed_rise};
use super::load::{Figure, Lever, Load, known, plus, share, times};
use super::ways::{AdHoc, ContractOffer, InHouse};
use num_traits::{One, Zero};

/// A cost with whole and with fractional posts.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub whole: Figure,
    pub fractional: Figure,
}

impl Pair {
    /// A cost that does not hang on posts.
    pub(super) fn same(figure: Figure) -> Pair {
        Pair { whole: figure.clone(), fractional: figure }
    }

    pub(super) fn map(&self, with: impl Fn(&Figure) -> Figure) -> Pair {
        Pair { whole: with(&self.whole), fractional: with(&self.fractional) }
    }

    pub(super) fn and(&self, other: &Pair, with: impl Fn(&Figure, &Figure) -> Figure) -> Pair {
        Pair {
            whole: with(&self.whole, &other.whole),
            fractional: with(&self.fractional, &other.fractional),
        }
    }
}

/// When a cost falls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// Years before this one.
    pub before: u32,
    pub lever: Lever,
}

/// The costs of a part in a year, and its posts.
#[derive(Debug)]
pub(super) struct PartYear {
    pub costs: Vec<(CostPart, Pair)>,
    pub posts: Pair,
}

fn none() -> Pair {
    Pair::same(Ok(Exact::zero()))
}

/// Hours that a post spends on interventions in a year.
fn productive_hours(team: &InHouse, lever: Lever) -> Exact {
    let lost = exact(team.absence_hours) + exact(team.training_hours);
    let used = ppm(team.utilisation_ppm) * lever.of(Parameter::Utilisation);
    (exact(team.paid_hours) - lost) * used.min(Exact::one())
}

/// Posts that some minutes fill, and the whole ones that are paid for them.
pub(super) fn posts(team: &InHouse, minutes: &Figure, lever: Lever) -> Pair {
    let productive = productive_hours(team, lever);
    let needed: Figure = minutes.clone().and_then(|minutes| {
        // Only a lever takes the last productive hour: no number of posts does the work then.
        if productive.is_zero() && !minutes.is_zero() {
            return Err(Unknown::Minutes);
        }
        let sixty = exact(60);
        Ok(if minutes.is_zero() { minutes } else { minutes / sixty / &productive })
    });
    let whole = needed.clone().map(|needed| exact(ceiling(&needed).max(team.posts_min.into())));
    Pair { whole, fractional: needed }
}

/// A team. `previous` are the posts of the year before; those of year 1 come on top of the posts that are there,
/// and a running year hires for turnover only.
pub(super) fn in_house(
    team: &InHouse,
    load: &Load,
    moment: Moment,
    previous: Option<&Pair>,
) -> PartYear {
    let lever = moment.lever;
    let posts = posts(team, &load.minutes, lever);
    let wage_index = power(&lever.grown(team.wage_index_ppm, Parameter::WageIndex), moment.before);
    let price_index =
        power(&lever.grown(team.price_index_ppm, Parameter::PriceIndex), moment.before);
    let wage = known(team.wage_minor, Unknown::Wage)
        .map(|wage| wage * lever.of(Parameter::Wage) * &wage_index);
    let charges = share(team.charges_ppm, Unknown::Charges);
    let overhead = share(team.overhead_ppm, Unknown::Overhead)
        .map(|overhead| overhead * lever.of(Parameter::Overhead));
    let turnover = share(team.turnover_ppm, Unknown::Turnover)
        .map(|turnover| turnover * lever.of(Parameter::Turnover));
    let indexed =
        |amount: Option<i64>, reason| known(amount, reason).map(|amount| amount * &price_index);

    let wages = posts.map(|posts| times(posts, &wage));
    let on_wages = wages.map(|wages| times(wages, &charges));
    let paid = wages.and(&on_wages, plus);
    let left = posts.map(|posts| times(posts, &turnover));
    let hired = match previous {
        None => none(),
        Some(previous) => {
            posts.and(previous, |now, then| Ok((now.clone()? - then.clone()?).max(Exact::zero())))
        }
    };
    let recruits = hired.and(&left, plus);
    let recruitment = indexed(team.recruitment_minor, Unknown::Recruitment);
    let tools = indexed(team.tools_minor, Unknown::Tools);
    let each = indexed(team.tools_per_post_minor, Unknown::Tools);
    let visit = indexed(team.visit_minor, Unknown::Travel);
    let duty = known(team.on_call_minor, Unknown::OnCall).map(|duty| duty * &wage_index);
    // An hour outside opening hours is paid once in the wage; this is what comes on top.
    let hours = load.out_of_hours.clone().map(|minutes| minutes / exact(60));
    let extra = share(team.out_of_hours_extra_ppm, Unknown::OnCall);
    let extra = times(&hours, &extra);
    let hour = plus(&Ok(Exact::one()), &charges);
    let hour = times(&wage, &hour).map(|hour| hour / exact(team.paid_hours));
    let on_call = plus(&duty, &times(&extra, &hour));
    PartYear {
        costs: vec![
            (CostPart::Recruitment, recruits.map(|recruits| times(recruits, &recruitment))),
            (CostPart::Tooling, posts.map(|posts| plus(&tools, &times(posts, &each)))),
            (CostPart::Travel, Pair::same(times(&load.visits, &visit))),
            (CostPart::OnCall, Pair::same(on_call)),
            (CostPart::Management, paid.map(|paid| times(paid, &overhead))),
            (CostPart::Wages, wages),
            (CostPart::Charges, on_wages),
        ],
        posts,
    }
}

/// Minutes of a year that fees do not include: the share that never is, and what is left beyond the included ones.
fn minutes_out_of_scope(offer: &ContractOffer, minutes: &Figure) -> Figure {
    let outside = ppm(offer.out_of_scope_ppm);
    let Some(included) = offer.included_minutes else {
        return times(minutes, &Ok(outside));
    };
    let minutes = minutes.clone()?;
    let out = &minutes * &outside;
    let beyond = (minutes - &out - exact(included)).max(Exact::zero());
    Ok(out + beyond)
}

/// What is above a bound; nothing where there is none.
fn beyond(quantity: &Figure, included: Option<u64>) -> Figure {
    let Some(included) = included else { return Ok(Exact::zero()) };
    quantity.clone().map(|quantity| (quantity - exact(included)).max(Exact::zero()))
}

/// A contract.
pub(super) fn contract(
    offer: &ContractOffer,
    prices: &YearFees,
    load: &Load,
    moment: Moment,
) -> PartYear {
    let lever = moment.lever;
    let rise = assumed_rise(offer)
        .map_or_else(Exact::one, |rise| lever.grown(rise, Parameter::PriceIndex));
    let index = power(&rise, moment.before);
    let fees = prices.fees.clone().map(|fees| fees * lever.of(Parameter::Fees) * &index);
    let hours = minutes_out_of_scope(offer, &load.minutes).map(|minutes| minutes / exact(60));
    let visits = beyond(&load.visits, offer.included_visits);
    let units = offer.units.map_or(Ok(Exact::zero()), |units| {
        let price = known(units.minor, Unknown::InterventionPrice);
        times(&beyond(&load.interventions, Some(units.included)), &price)
    });
    let work = plus(&times(&hours, &prices.hour), &times(&visits, &prices.visit));
    let out = plus(&work, &units).map(|out| out * lever.of(Parameter::OutOfScope) * &index);
    let back = share(offer.penalties_ppm, Unknown::Penalties);
    let overhead = share(offer.overhead_ppm, Unknown::Overhead)
        .map(|overhead| overhead * lever.of(Parameter::Overhead));
    PartYear {
        costs: vec![
            (CostPart::Management, Pair::same(times(&plus(&fees, &out), &overhead))),
            (CostPart::Penalties, Pair::same(times(&fees, &back).map(|back| -back))),
            (CostPart::Fees, Pair::same(fees)),
            (CostPart::OutOfScope, Pair::same(out)),
        ],
        posts: none(),
    }
}

/// Interventions ordered one by one.
pub(super) fn ad_hoc(prices: &AdHoc, load: &Load, moment: Moment) -> PartYear {
    let lever = moment.lever;
    let index = power(&lever.grown(prices.price_index_ppm, Parameter::PriceIndex), moment.before);
    let hour = known(prices.hour_minor, Unknown::HourPrice);
    let hours = |minutes: &Figure| minutes.clone().map(|minutes| minutes / exact(60));
    let extra = share(prices.out_of_hours_extra_ppm, Unknown::HourPrice);
    let calls =
        times(&load.interventions, &known(prices.intervention_minor, Unknown::InterventionPrice));
    let work = times(&hours(&load.billed), &hour);
    let outside = times(&times(&hours(&load.billed_out_of_hours), &extra), &hour);
    let visits = times(&load.visits, &known(prices.visit_minor, Unknown::VisitPrice));
    let billed = plus(&plus(&calls, &work), &plus(&outside, &visits));
    let billed = billed.map(|billed| billed * lever.of(Parameter::AdHoc) * &index);
    let overhead = share(prices.overhead_ppm, Unknown::Overhead)
        .map(|overhead| overhead * lever.of(Parameter::Overhead));
    PartYear {
        costs: vec![
            (CostPart::Management, Pair::same(times(&billed, &overhead))),
            (CostPart::Interventions, Pair::same(billed)),
        ],
        posts: none(),
    }
}
