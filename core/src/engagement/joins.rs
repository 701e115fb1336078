//! The joins of contracts with the estate and the plan.

use super::RecordBook;
use super::demand::Demand;
use crate::contract::CoverageFinding;
use crate::contract::{Contract, Outcome, Reach, Service};
use crate::error::{Error, Fault, codes};
use crate::id::AssetId;
use crate::inventory::{Asset, Estate};
use crate::order;
use crate::plan::{Plan, PlanInput};
use crate::quantity::Money;
use crate::report::AssetCover;
use crate::text::Text;
use crate::time::{Day, Period};

/// Every finding on `plan`, by code, contract, asset.
pub(super) fn findings(plan: &Plan, records: &RecordBook) -> Result<Vec<CoverageFinding>, Error> {
    let input = plan.input();
    // The best first: the first that covers wins.
    let reaches = ranked(input);
    let mut findings = Vec::new();
    let mut demand = Demand::new(&reaches);
    against_plan(plan, &reaches, &mut demand, &mut findings);
    findings.extend(uncovered_value(plan, &reaches)?);
    for (number, reach) in reaches.iter().enumerate() {
        let recorded = records.of(reach.contract().id().as_str()).consumption.clone();
        demand.exhausted((number, reach), plan.as_of(), recorded, &mut findings)?;
        left_out(plan, reach, &mut findings);
    }
    for (index, (id, _)) in records.contracts().enumerate() {
        if !input.contracts().iter().any(|contract| contract.id() == id) {
            let message = format!("no contract `{id}`");
            return Err(Error::new(codes::DOC_DANGLING_ID, format!("/contracts/{index}"), message));
        }
    }
    order::sort(&mut findings);
    Ok(findings)
}

/// Rows of the plan by asset: where each asset's begin, and their numbers.
fn by_asset(plan: &Plan) -> (Vec<usize>, Vec<usize>) {
    let assets = plan.table().subjects();
    let place = |asset: u32| usize::try_from(asset).unwrap_or(usize::MAX);
    let mut starts = vec![0usize; plan.input().estate().assets().len() + 1];
    for asset in assets {
        if let Some(count) = starts.get_mut(place(*asset).saturating_add(1)) {
            *count += 1;
        }
    }
    let mut total = 0;
    for count in &mut starts {
        total += *count;
        *count = total;
    }
    let mut next = starts.clone();
    let mut rows = vec![0usize; assets.len()];
    for (row, asset) in assets.iter().enumerate() {
        if let Some(place) = next.get_mut(place(*asset)) {
            if let Some(slot) = rows.get_mut(*place) {
                *slot = row;
            }
            *place += 1;
        }
    }
    (starts, rows)
}

/// Planned but not covered, covered but not planned; fills the demand on each contract.
fn against_plan(
    plan: &Plan,
    reaches: &[Reach<'_>],
    demand: &mut Demand,
    findings: &mut Vec<CoverageFinding>,
) {
    let input = plan.input();
    let (starts, rows) = by_asset(plan);
    // Rolls may lead out of the horizon.
    let dates = plan.table().dates();
    let first = dates.first().copied().and_then(Day::from_number);
    let last = dates.last().copied().and_then(Day::from_number).and_then(|day| day.add_days(1));
    let horizon = plan.horizon();
    let window = Period::new(
        first.map_or(horizon.start(), |day| day.min(horizon.start())),
        last.map_or(horizon.end(), |day| day.max(horizon.end())),
    )
    .unwrap_or(horizon);
    for (place, asset) in input.estate().assets().iter().enumerate() {
        let own = starts.get(place).zip(starts.get(place + 1));
        let own = own.and_then(|(from, to)| rows.get(*from..*to)).unwrap_or_default();
        let covers: Vec<Vec<Period>> = reaches
            .iter()
            .map(|reach| reach.covered_periods(asset, Service::Preventive, window))
            .collect();
        let mut open: Option<(Day, u64, u64)> = None;
        for row in own.iter().filter_map(|row| plan.table().row(*row)) {
            let Some(task) = input.tasks().get(usize::from(row.task)) else { continue };
            let winner = covers.iter().position(|periods| {
                let later = periods.partition_point(|period| period.start() <= row.date);
                later
                    .checked_sub(1)
                    .and_then(|place| periods.get(place))
                    .is_some_and(|period| period.contains(row.date))
            });
            if let Some(winner) = winner {
                demand.add(winner, row.date, asset, task);
            } else {
                let (first, count, minutes) = open.unwrap_or((row.date, 0, 0));
                open = Some((first, count + 1, minutes + u64::from(task.duration_minutes)));
            }
        }
        findings.extend(open.map(|open| not_covered(asset, open)));
        let planned = || input.tasks().iter().any(|task| task.applies_to.matches(asset));
        let mut firsts = covers.iter().zip(reaches).filter_map(|(periods, reach)| {
            let day = periods.iter().find_map(|period| in_horizon(*period, horizon))?;
            Some((day, reach.contract()))
        });
        if let Some((day, contract)) = firsts.next().filter(|_| !planned()) {
            findings.push(no_task(asset, contract, day));
        }
    }
}

fn in_horizon(period: Period, horizon: Period) -> Option<Day> {
    let start = period.start().max(horizon.start());
    (start < period.end().min(horizon.end())).then_some(start)
}

fn not_covered(asset: &Asset, (day, count, minutes): (Day, u64, u64)) -> CoverageFinding {
    let id = &asset.id;
    let en = format!(
        "{count} planned occurrences on {id} are not covered, {minutes} minutes, from {day} on"
    );
    let fr = format!(
        "{count} occurrences prévues sur {id} ne sont pas couvertes, {minutes} minutes, à partir du {day}"
    );
    let figures = [("occurrences", count), ("planned_minutes", minutes)];
    CoverageFinding {
        asset: Some(id.clone()),
        service: Some(Service::Preventive),
        ..CoverageFinding::new(codes::COV_NOT_COVERED, day, &figures, Text::new(&en, Some(&fr)))
    }
}

fn no_task(asset: &Asset, contract: &Contract, day: Day) -> CoverageFinding {
    let (id, name) = (&asset.id, contract.reference());
    let en = format!("{id} is covered by {name} for preventive work, but no task applies to it");
    let fr = format!("{id} est couvert par {name} en préventif, mais aucune tâche ne s'y applique");
    CoverageFinding {
        contract: Some(contract.id().clone()),
        asset: Some(id.clone()),
        service: Some(Service::Preventive),
        ..CoverageFinding::new(codes::COV_NO_TASK, day, &[], Text::new(&en, Some(&fr)))
    }
}

/// The assets that no contract covers for anything on the day of the plan, with their value.
fn uncovered_value(plan: &Plan, reaches: &[Reach<'_>]) -> Result<Option<CoverageFinding>, Error> {
    let day = plan.as_of();
    let covered = |asset: &Asset| reaches.iter().any(|reach| covers_anything(reach, asset, day));
    let mut open: Vec<&Asset> =
        plan.input().estate().assets().iter().filter(|asset| !covered(asset)).collect();
    if open.is_empty() {
        return Ok(None);
    }
    let key = |asset: &Asset| {
        let price = asset.facts.price;
        (price.is_none(), price.map(|price| (price.currency(), -price.minor())))
    };
    order::sort_by(&mut open, |a, b| key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id)));
    let mut values: Vec<Money> = Vec::new();
    for price in open.iter().filter_map(|asset| asset.facts.price) {
        match values.last_mut().filter(|sum| sum.currency() == price.currency()) {
            None => values.push(price),
            Some(sum) => {
                *sum = sum.checked_add(price).ok_or_else(|| {
                    let message =
                        format!("the prices in {} add up beyond 2⁵³", price.currency().code());
                    Error::new(codes::DOC_OUT_OF_RANGE, "/assets", message)
                })?;
            }
        }
    }
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let unknown = count(open.iter().filter(|asset| asset.facts.price.is_none()).count());
    let total = count(open.len());
    let en =
        format!("{total} assets are covered by no contract, {unknown} of them of unknown price");
    let fr = format!(
        "{total} équipements ne sont couverts par aucun contrat, dont {unknown} de prix inconnu"
    );
    let figures = [("assets", total), ("unknown_price", unknown)];
    let text = Text::new(&en, Some(&fr));
    Ok(Some(CoverageFinding {
        values,
        assets: open.into_iter().map(|asset| asset.id.clone()).collect(),
        ..CoverageFinding::new(codes::COV_UNCOVERED_VALUE, day, &figures, text)
    }))
}

/// The assets that a contract leaves out by its caps, or for want of a day of purchase; on the day of the
/// plan, or on the first day of a contract that begins later.
fn left_out(plan: &Plan, reach: &Reach<'_>, findings: &mut Vec<CoverageFinding>) {
    let contract = reach.contract();
    let day = plan.as_of().max(contract.begin());
    let version = contract.version_at(day);
    let Some(service) = version.content.services.first().map(|terms| terms.service) else {
        return;
    };
    let mut beyond: Vec<AssetId> = Vec::new();
    let mut unknown: Vec<AssetId> = Vec::new();
    for asset in plan.input().estate().assets() {
        match reach.outcome(asset, service, day).0 {
            Outcome::BeyondCap => beyond.push(asset.id.clone()),
            Outcome::UnknownAge => unknown.push(asset.id.clone()),
            _ => {}
        }
    }
    let name = contract.reference();
    for (code, assets, en, fr) in [
        (codes::COV_BEYOND_CAP, beyond, "beyond the cap of", "au-delà du plafond de"),
        (
            codes::COV_UNKNOWN_AGE,
            unknown,
            "without a day of purchase, left out of",
            "sans date d'achat, hors de",
        ),
    ] {
        if assets.is_empty() {
            continue;
        }
        let count = assets.len();
        let text = Text::new(
            &format!("{count} assets {en} {name}"),
            Some(&format!("{count} équipements {fr} {name}")),
        );
        let figures = [("assets", u64::try_from(count).unwrap_or(u64::MAX))];
        findings.push(CoverageFinding {
            contract: Some(contract.id().clone()),
            assets,
            ..CoverageFinding::new(code, day, &figures, text)
        });
    }
}

/// A diagnostic for each contract of which a perimeter selects no asset on any day of its term, caps apart.
/// Pointers count in the list given.
pub(crate) fn empty_perimeters(contracts: &[Contract], estate: &Estate) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, contract) in contracts.iter().enumerate() {
        for version in contract.versions() {
            let perimeter = &version.content.perimeter;
            let changed =
                version.number == 0 || version.changed.contains(&crate::contract::Part::Perimeter);
            if !changed || estate.assets().iter().any(|asset| perimeter.ever_selects(asset)) {
                continue;
            }
            let place = format!("/contracts/{index}/perimeter");
            let message = match version.number {
                0 => format!("contract `{}` covers no asset", contract.id()),
                _ => {
                    format!("contract `{}` covers no asset from {} on", contract.id(), version.from)
                }
            };
            faults.push(Fault::new(codes::CON_EMPTY_PERIMETER, place, message));
        }
    }
    faults
}

/// The contracts with what they reach, the one that goes before the others first.
pub(super) fn ranked(input: &PlanInput) -> Vec<Reach<'_>> {
    let mut reaches: Vec<Reach<'_>> = input.reaches().collect();
    order::sort_by(&mut reaches, |a, b| a.contract().rank().cmp(&b.contract().rank()));
    reaches
}

/// The assets that are not retired, each with the contract that goes before the others that cover it on a day.
pub(super) fn covers(input: &PlanInput, day: Day) -> Vec<AssetCover<'_>> {
    let reaches = ranked(input);
    let winner = |asset| reaches.iter().find(|reach| covers_anything(reach, asset, day));
    let living = input.estate().living();
    living.map(|asset| AssetCover { asset, contract: winner(asset).map(Reach::contract) }).collect()
}

/// Whether a contract covers an asset for any service on a day.
pub(super) fn covers_anything(reach: &Reach<'_>, asset: &Asset, day: Day) -> bool {
    let services = &reach.contract().version_at(day).content.services;
    let first = services.first().map(|terms| terms.service);
    // The services of a version share its perimeter: one answers for all.
    first.is_some_and(|service| reach.outcome(asset, service, day).0 == Outcome::Covered)
}
