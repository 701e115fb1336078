//! The whole comparison: years, ranking, turns, gaps, sensitivity.

use super::check;
use super::choice::{CostPart, Unknown};
use super::cost::Pair;
use super::dates::break_even_dates;
use super::exact::{Exact, count, exact, float, grown, half_up, minor};
use super::fees::year_starts;
use super::gaps::gaps;
use super::load::{Figure, Lever, Load, known, times, volumes};
use super::option::{ExactYear, Laid, discounted, missing};
use super::result::{
    DemandYear, Missing, OptionAnswer, OptionYear, PartCost, Rank, Ranking, Sourcing,
};
use super::sensitivity::sensitivity;
use super::terms::{DemandLine, SourcingInput};
use super::turns::volume_ranges;
use crate::error::Error;
use crate::order;
use num_traits::Zero;
use std::collections::BTreeMap;

/// Compares options for a demand, exactly; the rules are in [`rules`](super::rules), each with a name.
///
/// # Errors
/// All faults of the input at once, each at its place: `SRC-001` years · `SRC-002` a rate · `SRC-003` an amount ·
/// `SRC-004` hours of a post · `SRC-005` too much of something · `SRC-006` something twice · `SRC-007` nothing to
/// compare · `SRC-008` a line that an option does not serve · `SRC-010` another currency · `SRC-011` a line that
/// contradicts itself · `SRC-015` assets of classes. Then `SRC-009` a result beyond 2⁵³−1 · `SRC-012` a search that
/// is too large · those of [`Billing`](crate::contract::price::Billing).
pub fn compare(input: &SourcingInput) -> Result<Sourcing, Error> {
    check::input(input)?;
    let mut laid = Vec::with_capacity(input.options.len());
    for (place, option) in input.options.iter().enumerate() {
        laid.push(Laid::new(input, option, place)?);
    }
    let demand = demand_years(input)?;
    let mut options = Vec::with_capacity(laid.len());
    for one in &laid {
        options.push(answer(input, one, &demand)?);
    }
    let ranking = ranking(&options);
    let (volumes, volumes_fractional) = volume_ranges(input, &laid)?;
    let (tornado, thresholds) = sensitivity(input, &laid, &ranking)?;
    Ok(Sourcing {
        currency: input.currency,
        discount_ppm: input.discount_ppm,
        dates: break_even_dates(input, &options),
        demand,
        options,
        ranking,
        volumes,
        volumes_fractional,
        tornado,
        thresholds,
    })
}

fn demand_years(input: &SourcingInput) -> Result<Vec<DemandYear>, Error> {
    let lines: Vec<&DemandLine> = input.demand.iter().collect();
    let by_line = volumes(&lines, input.years, Lever::default());
    let assets = assets_by_year(input);
    let mut rows = Vec::new();
    for (number, pair) in year_starts(input).windows(2).enumerate() {
        let &[start, end] = pair else { continue };
        let of_year = lines.iter().zip(&by_line);
        let of_year =
            of_year.filter_map(|(line, volumes)| Some((*line, volumes.get(number)?.clone())));
        let load = Load::of(of_year, 0, Lever::default());
        let whole =
            |figure: &Figure| figure.as_ref().ok().map(|value| count(&half_up(value))).transpose();
        rows.push(DemandYear {
            year: u32::try_from(number + 1).unwrap_or(u32::MAX),
            start,
            end,
            interventions: whole(&load.interventions)?,
            corrective: whole(&load.corrective)?,
            hours: load.minutes.ok().map(|minutes| float(&(minutes / exact(60)))),
            visits: load.visits.ok().map(|visits| float(&visits)),
            assets: assets.get(number).map(whole).transpose()?.flatten(),
        });
    }
    Ok(rows)
}

/// Assets of each year: of each perimeter the largest number of its lines.
fn assets_by_year(input: &SourcingInput) -> Vec<Figure> {
    let mut perimeters: BTreeMap<&str, Vec<Figure>> = BTreeMap::new();
    for line in &input.demand {
        let mut running = known(line.assets, Unknown::Assets);
        let years = (0..input.years).map(|_| {
            let rounded = running.clone().map(|value| exact(half_up(&value)));
            running = running.clone().map(|value| value * grown(line.growth_ppm));
            rounded
        });
        let years: Vec<Figure> = years.collect();
        match perimeters.get_mut(&*line.perimeter) {
            None => {
                perimeters.insert(&line.perimeter, years);
            }
            Some(known) => {
                for (most, own) in known.iter_mut().zip(years) {
                    *most = most.clone().and_then(|most| Ok(most.max(own?)));
                }
            }
        }
    }
    let years = usize::try_from(input.years).unwrap_or_default();
    let of_year = |number: usize| {
        let of_all = perimeters.values().filter_map(|years| years.get(number));
        of_all.cloned().try_fold(Exact::zero(), |sum, own| Ok(sum + own?))
    };
    (0..years).map(of_year).collect()
}

fn answer(
    input: &SourcingInput,
    laid: &Laid<'_>,
    demand: &[DemandYear],
) -> Result<OptionAnswer, Error> {
    let exact_years = laid.exact_years(Lever::default());
    let mut years: Vec<OptionYear> = Vec::with_capacity(exact_years.len());
    let mut running = (Some(0_i64), Some(0_i64));
    for (exact_year, asked) in exact_years.iter().zip(demand) {
        let (costs, totals) = rounded(exact_year)?;
        running = (added(running.0, totals.0)?, added(running.1, totals.1)?);
        let (hours, downtime) = downtime(input, laid, asked);
        let downtime_minor = downtime.ok().map(|cost| minor(&cost)).transpose()?;
        let posts = &exact_year.posts;
        years.push(OptionYear {
            year: asked.year,
            costs,
            total_minor: totals.0,
            fractional_total_minor: totals.1,
            cumulated_minor: running.0,
            fractional_cumulated_minor: running.1,
            posts_needed: posts.fractional.as_ref().ok().map(float),
            posts_paid: posts
                .whole
                .as_ref()
                .ok()
                .map(|posts| count(&half_up(posts)))
                .transpose()?,
            per_asset_minor: share_of(totals.0, asked.assets)?,
            per_intervention_minor: share_of(totals.0, asked.interventions)?,
            downtime_hours: hours.ok().as_ref().map(float),
            downtime_minor,
            with_risk_minor: match (totals.0, downtime_minor) {
                (Some(total), Some(downtime)) => added(Some(total), Some(downtime))?,
                _ => None,
            },
        });
    }
    let factor = grown(input.discount_ppm);
    let npv = |amount: &dyn Fn(&OptionYear) -> Option<i64>| {
        discounted(&years.iter().map(amount).collect::<Vec<_>>(), &factor)
    };
    let all = |amounts: &dyn Fn(&DemandYear) -> Option<u64>| {
        demand.iter().map(amounts).try_fold(0_u64, |sum, own| sum.checked_add(own?))
    };
    let (own_gaps, gaps_missing) = gaps(input, laid)?;
    let mut unknown = missing(&exact_years);
    unknown.extend(gaps_missing);
    unknown.extend(risk_missing(input, laid));
    order::sort_once(&mut unknown);
    Ok(OptionAnswer {
        id: laid.option.id.clone(),
        title: laid.option.title.clone(),
        kind: laid.option.kind(),
        total_minor: running.0,
        fractional_total_minor: running.1,
        npv_minor: npv(&|year| year.total_minor)?,
        fractional_npv_minor: npv(&|year| year.fractional_total_minor)?,
        per_asset_minor: share_of(running.0, all(&|year| year.assets))?,
        per_intervention_minor: share_of(running.0, all(&|year| year.interventions))?,
        downtime_npv_minor: npv(&|year| year.downtime_minor)?,
        with_risk_npv_minor: npv(&|year| year.with_risk_minor)?,
        years,
        gaps: own_gaps,
        unknown,
    })
}

fn added(sum: Option<i64>, amount: Option<i64>) -> Result<Option<i64>, Error> {
    let (Some(sum), Some(amount)) = (sum, amount) else { return Ok(None) };
    minor(&(exact(sum) + exact(amount))).map(Some)
}

/// An amount over a number, rounded half up; `None` over nothing.
fn share_of(amount: Option<i64>, among: Option<u64>) -> Result<Option<i64>, Error> {
    let (Some(amount), Some(among)) = (amount, among.filter(|among| *among > 0)) else {
        return Ok(None);
    };
    minor(&(exact(amount) / exact(among))).map(Some)
}

/// Rows of parts, and the totals with whole and with fractional posts.
type Rounded = (Vec<PartCost>, (Option<i64>, Option<i64>));

/// The parts of a year and its totals. A total is rounded once; parts are differences of rounded running sums.
fn rounded(year: &ExactYear) -> Result<Rounded, Error> {
    let of_basis = |pick: &dyn Fn(&Pair) -> &Figure| {
        let (mut running, mut before, mut is_known) = (Exact::zero(), 0_i64, true);
        let mut parts = Vec::new();
        for cost in &year.costs {
            let figure = cost.as_ref().map(pick);
            parts.push(match figure {
                None => None,
                Some(Err(_)) => {
                    is_known = false;
                    None
                }
                Some(Ok(value)) => {
                    running += value;
                    let reached = minor(&running)?;
                    let part = reached.saturating_sub(before);
                    before = reached;
                    Some(part)
                }
            });
        }
        Ok::<_, Error>((parts, is_known.then_some(before)))
    };
    let (whole, total) = of_basis(&|pair| &pair.whole)?;
    let (fractional, fractional_total) = of_basis(&|pair| &pair.fractional)?;
    let rows = CostPart::ALL.iter().zip(&year.costs).zip(whole.into_iter().zip(fractional));
    let rows = rows.filter(|((_, cost), _)| cost.is_some());
    let costs = rows.map(|((part, _), (minor, fractional_minor))| PartCost {
        part: *part,
        minor,
        fractional_minor,
    });
    Ok((costs.collect(), (total, fractional_total)))
}

/// Expected hours of downtime of a year and what they cost.
fn downtime(input: &SourcingInput, laid: &Laid<'_>, asked: &DemandYear) -> (Figure, Figure) {
    let corrective = known(asked.corrective, Unknown::Interventions);
    let each = known(laid.option.downtime_minutes, Unknown::Downtime);
    let hours = times(&corrective, &each).map(|minutes| minutes / exact(60));
    let cost = times(&hours, &known(input.downtime_hour_minor, Unknown::DowntimeCost));
    (hours, cost)
}

fn risk_missing(input: &SourcingInput, laid: &Laid<'_>) -> Vec<Missing> {
    let mut missing = Vec::new();
    if laid.option.downtime_minutes.is_none() {
        missing.push(Missing { part: None, cost: None, reason: Unknown::Downtime });
    }
    if input.downtime_hour_minor.is_none() {
        missing.push(Missing { part: None, cost: None, reason: Unknown::DowntimeCost });
    }
    missing
}

/// The options of least amount, as given.
fn least(options: &[OptionAnswer], amount: impl Fn(&OptionAnswer) -> Option<i64>) -> Vec<Box<str>> {
    let known = options.iter().filter_map(|option| Some((amount(option)?, &option.id)));
    let Some(least) = known.clone().map(|(amount, _)| amount).min() else { return Vec::new() };
    known.filter(|(amount, _)| *amount == least).map(|(_, id)| id.clone()).collect()
}

fn ranking(options: &[OptionAnswer]) -> Ranking {
    let mut order: Vec<Rank> = options
        .iter()
        .filter_map(|option| {
            let npv_minor = option.npv_minor?;
            Some(Rank { option: option.id.clone(), npv_minor, more_minor: 0 })
        })
        .collect();
    order::sort_by(&mut order, |a, b| a.npv_minor.cmp(&b.npv_minor));
    let first = order.first().map_or(0, |rank| rank.npv_minor);
    for rank in &mut order {
        rank.more_minor = rank.npv_minor.saturating_sub(first);
    }
    let cheapest = least(options, |option| option.npv_minor);
    let cheapest_fractional = least(options, |option| option.fractional_npv_minor);
    let cheapest_with_risk = least(options, |option| option.with_risk_npv_minor);
    let mut ranked = options.iter().filter(|option| option.npv_minor.is_some());
    let is_risk_known = ranked.all(|option| option.with_risk_npv_minor.is_some());
    Ranking {
        bases_disagree: cheapest != cheapest_fractional,
        risk_disagrees: is_risk_known.then(|| cheapest != cheapest_with_risk),
        not_ranked: options
            .iter()
            .filter(|option| option.npv_minor.is_none())
            .map(|option| option.id.clone())
            .collect(),
        order,
        cheapest,
        cheapest_fractional,
        cheapest_with_risk,
    }
}
