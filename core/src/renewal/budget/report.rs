//! From choices to an answer.

use super::answer::{BudgetAnswer, BundleSum, Method, Outcome, Placement, Reason, YearSum};
use super::build::{Spot, Unit, common_year, members, spots, together};
use super::input::{BudgetInput, CarryOver};
use super::limits::{Limit, limits};
use super::model::Model;
use super::number::{at, set, wide};
use super::search::Found;
use std::collections::VecDeque;

/// Where each item goes: the spot, or none.
fn places(input: &BudgetInput, units: &[Unit], found: &Found) -> Vec<Option<Spot>> {
    let members = members(input);
    let mut places = vec![None; input.items.len()];
    let in_year =
        |item: usize, year: usize| spots(input, item).into_iter().find(|s| s.year == year);
    for (unit, choice) in units.iter().zip(&found.chosen) {
        let tag = wide(choice.tag);
        match unit {
            Unit::Item(item) => set(&mut places, *item, in_year(*item, tag)),
            Unit::Together(bundle) => {
                for item in members.get(*bundle).into_iter().flatten() {
                    set(&mut places, *item, in_year(*item, tag));
                }
            }
            Unit::Saving(bundle) => {
                let items = members.get(*bundle).into_iter().flatten();
                let picks = found.combinations.get(tag).into_iter().flatten();
                for (item, year) in items.zip(picks) {
                    set(&mut places, *item, in_year(*item, usize::from(*year)));
                }
            }
        }
    }
    places
}

fn minor(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// The answer that the choices make.
pub(super) fn report(
    input: &BudgetInput,
    model: &Model,
    units: &[Unit],
    found: &Found,
) -> BudgetAnswer {
    let places = places(input, units, found);
    let members = members(input);
    let mut spent = vec![0_i128; input.years.len()];
    for spot in places.iter().flatten() {
        let sum = at(&spent, spot.year) + i128::from(spot.price);
        set(&mut spent, spot.year, sum);
    }
    let mut bundles = Vec::with_capacity(input.bundles.len());
    for (bundle, items) in input.bundles.iter().zip(&members) {
        let picked: Vec<Option<Spot>> = items.iter().map(|item| at(&places, *item)).collect();
        let year = common_year(&picked);
        let saving_minor = if year.is_some() { bundle.saving_minor } else { 0 };
        if let Some(year) = year {
            let sum = at(&spent, year) - i128::from(saving_minor);
            set(&mut spent, year, sum);
        }
        let year = year.map(|year| input.year(year));
        bundles.push(BundleSum { id: bundle.id.clone(), year, saving_minor });
    }
    let reasons = Reasons { input, members: &members, limits: limits(input), spent: &spent, found };
    let mut mandatory_unplaced = 0;
    let mut placements = Vec::with_capacity(input.items.len());
    for ((index, item), spot) in input.items.iter().enumerate().zip(&places) {
        let outcome = if let Some(spot) = spot {
            placed(input, spot)
        } else {
            mandatory_unplaced += usize::from(item.is_mandatory);
            Outcome::Unplaced {
                consequence_minor: item.consequence_minor,
                is_mandatory: item.is_mandatory,
                reason: reasons.of(index),
            }
        };
        placements.push(Placement { id: item.id.clone(), outcome });
    }
    let (total, lower) = (minor(found.total), minor(found.lower));
    BudgetAnswer {
        currency: input.currency,
        placements,
        bundles,
        years: year_sums(input, model, &spent),
        total_regret_minor: total,
        lower_bound_minor: lower,
        gap_minor: total.saturating_sub(lower),
        mandatory_unplaced,
        is_optimal: found.is_optimal(),
        method: found.method,
        steps: input.steps().saturating_sub(found.steps_left),
        is_limit_reached: found.method == Method::Limited,
    }
}

fn placed(input: &BudgetInput, spot: &Spot) -> Outcome {
    Outcome::Placed {
        year: input.year(spot.year),
        month: spot.month,
        price_minor: spot.price,
        price_change_minor: minor(spot.price_change),
        shift_minor: minor(spot.shift),
    }
}

/// What each year costs, may cost, and hands on.
fn year_sums(input: &BudgetInput, model: &Model, spent: &[i128]) -> Vec<YearSum> {
    let mut purse: VecDeque<(usize, i128)> = VecDeque::new();
    let mut sums = Vec::with_capacity(spent.len());
    for (index, (year, spent)) in input.years.iter().zip(spent).enumerate() {
        let kept = match input.carry_over {
            CarryOver::None => 0,
            CarryOver::Unspent { .. } => usize::MAX,
            CarryOver::Window { years } => wide(years),
        };
        purse.retain(|(from, _)| index - from <= kept);
        let mut carried: i128 = purse.iter().map(|(_, amount)| amount).sum();
        if let CarryOver::Unspent { max_minor: Some(most) } = input.carry_over {
            carried = carried.min(i128::from(most));
            purse = VecDeque::from([(index, carried)]);
        }
        let mut left = None;
        if let Some(cap) = year.cap_minor {
            purse.push_back((index, i128::from(cap)));
            left = Some(i128::from(cap) + carried - spent);
            let mut due = *spent;
            for (_, amount) in &mut purse {
                let paid = due.min(*amount);
                *amount -= paid;
                due -= paid;
            }
        } else {
            purse.clear();
        }
        let levels = model.levels.iter().filter(|level| level.year == index);
        sums.push(YearSum {
            year: input.year(index),
            spent_minor: minor(*spent),
            cap_minor: year.cap_minor,
            carried_minor: minor(carried),
            left_minor: left.map(minor),
            penalty_minor: minor(levels.map(|level| level.penalty(*spent)).sum()),
        });
    }
    sums
}

/// Why items have no place.
struct Reasons<'a> {
    input: &'a BudgetInput,
    members: &'a [Vec<usize>],
    limits: Vec<Limit>,
    spent: &'a [i128],
    found: &'a Found,
}

impl Reasons<'_> {
    fn of(&self, index: usize) -> Reason {
        let Some(item) = self.input.items.get(index) else { return Reason::Window };
        let bundle =
            item.bundle.and_then(|bundle| self.input.bundles.get(bundle).zip(Some(bundle)));
        let whole = bundle.filter(|(bundle, _)| bundle.policy == super::BundlePolicy::Together);
        let own = [index];
        let (items, saving) = match whole {
            Some((bundle, number)) => {
                (self.members.get(number).map_or(&[][..], Vec::as_slice), bundle.saving_minor)
            }
            None => (&own[..], 0),
        };
        let mut years = together(self.input, items, saving);
        if years.is_empty() {
            return Reason::Window;
        }
        let all = || items.iter().filter_map(|item| self.input.items.get(*item));
        let consequence: i128 = all().map(|item| i128::from(item.consequence_minor)).sum();
        if !all().any(|item| item.is_mandatory) {
            years.retain(|(_, regret, _)| *regret <= consequence);
        }
        let Some((year, _, price)) = years.iter().min_by_key(|(year, regret, _)| (*regret, *year))
        else {
            return Reason::Dearer;
        };
        let lacking = |limit: &&Limit| limit.spent(self.spent) + price - limit.amount;
        let bars = self.limits.iter().filter(|limit| limit.holds(*year) && lacking(limit) > 0);
        if let Some(limit) = bars.max_by_key(lacking) {
            return Reason::Cap {
                year: self.input.year(*year),
                first_year: self.input.year(limit.from),
                last_year: self.input.year(limit.to),
                lacking_minor: minor(lacking(&limit)),
            };
        }
        // It fits and is left out all the same: its regret, with the penalty, is not less.
        if self.found.is_optimal() { Reason::Dearer } else { Reason::Unfinished }
    }
}
