//! What an input must keep to.

use super::build::{members, spots};
use super::input::{
    BudgetInput, BudgetItem, Bundle, CHOICES_MAX, CarryOver, ITEMS_MAX, PriceByYear, YEARS_MAX,
};
use crate::error::codes::{self, Code};
use crate::error::{Error, Faults};
use crate::order::Index;
use crate::quantity::INTEGER_MAX;

/// The first and the last calendar year of a budget.
const YEARS: std::ops::RangeInclusive<i32> = 1583..=9999;

/// Refuses an input with all that is wrong with it.
pub(super) fn validate(input: &BudgetInput) -> Result<(), Error> {
    let mut faults = Faults::new();
    judge_size(input, &mut faults);
    if !faults.is_empty() {
        return Err(refusal(faults));
    }
    judge_years(input, &mut faults);
    let mut ids = Index::default();
    for (index, item) in input.items.iter().enumerate() {
        let place = format!("/items/{index}");
        if !ids.is_new(&item.id) {
            faults.add(codes::REN_DUPLICATE, format!("{place}/id"), format!("`{}` again", item.id));
        }
        judge_item(input, item, &place, &mut faults);
    }
    let members = members(input);
    let mut ids = Index::default();
    for (index, bundle) in input.bundles.iter().enumerate() {
        let place = format!("/bundles/{index}");
        if !ids.is_new(&bundle.id) {
            faults.add(
                codes::REN_DUPLICATE,
                format!("{place}/id"),
                format!("`{}` again", bundle.id),
            );
        }
        let items = members.get(index).map_or(&[][..], Vec::as_slice);
        judge_bundle(bundle, items, &place, &mut faults);
    }
    if faults.is_empty() {
        judge_sums(input, &members, &mut faults);
    }
    if faults.is_empty() { Ok(()) } else { Err(refusal(faults)) }
}

fn refusal(faults: Faults) -> Error {
    match Error::check(faults.into_vec()) {
        Err(error) => error,
        Ok(()) => Error::new(codes::REN_BUDGET_LARGE, "", "nothing to refuse"),
    }
}

fn judge_size(input: &BudgetInput, faults: &mut Faults) {
    let years = input.years.len();
    if years == 0 || years > YEARS_MAX {
        let message = format!("{years} years, not 1 to {YEARS_MAX}");
        faults.add(codes::REN_TOO_MANY, "/years", message);
    }
    let last = i64::from(input.first_year) + i64::try_from(years).unwrap_or(i64::MAX) - 1;
    let last = i32::try_from(last).unwrap_or(i32::MAX);
    if !YEARS.contains(&input.first_year)
        || (years > 0 && years <= YEARS_MAX && !YEARS.contains(&last))
    {
        let message =
            format!("the years {} to {last} are not within 1583 to 9999", input.first_year);
        faults.add(codes::REN_BAD_YEAR, "/first_year", message);
    }
    for (place, count) in [("/items", input.items.len()), ("/bundles", input.bundles.len())] {
        if count > ITEMS_MAX {
            faults.add(codes::REN_TOO_MANY, place, format!("{count}, more than {ITEMS_MAX}"));
        }
    }
    let choices = input.items.len().saturating_mul(years.saturating_add(1));
    if faults.is_empty() && choices > CHOICES_MAX {
        let message = format!("{choices} choices, more than {CHOICES_MAX}");
        faults.add(codes::REN_TOO_MANY, "/items", message);
    }
}

fn judge_years(input: &BudgetInput, faults: &mut Faults) {
    for (index, year) in input.years.iter().enumerate() {
        if let Some(cap) = year.cap_minor {
            judge_amount(cap, codes::REN_NEGATIVE, &format!("/years/{index}/cap_minor"), faults);
        }
    }
    if let CarryOver::Unspent { max_minor: Some(most) } = input.carry_over {
        judge_amount(most, codes::REN_NEGATIVE, "/carry_over/max_minor", faults);
    }
    if let Some(smoothing) = input.smoothing {
        if let Some(level) = smoothing.level_minor {
            judge_amount(level, codes::REN_NEGATIVE, "/smoothing/level_minor", faults);
        }
        if !(0..=1_000_000_000).contains(&smoothing.penalty_ppm) {
            let message = format!("{} ppm, not 0 to 1000000000", smoothing.penalty_ppm);
            faults.add(codes::REN_BUDGET_RATE, "/smoothing/penalty_ppm", message);
        }
    }
}

/// An amount from zero to 2⁵³−1.
fn judge_amount(amount: i64, negative: Code, place: &str, faults: &mut Faults) {
    if amount < 0 {
        faults.add(negative, place, format!("{amount} is below zero"));
    } else if amount > INTEGER_MAX {
        faults.add(codes::REN_BUDGET_LARGE, place, format!("{amount} is beyond {INTEGER_MAX}"));
    }
}

fn judge_item(input: &BudgetInput, item: &BudgetItem, place: &str, faults: &mut Faults) {
    if item.earliest_month > item.latest_month {
        let message = format!(
            "the window of `{}` begins in month {} and ends in month {}",
            item.id, item.earliest_month, item.latest_month
        );
        faults.add(codes::REN_REVERSED_WINDOW, format!("{place}/latest_month"), message);
    }
    for (name, month) in [
        ("wanted_month", item.wanted_month),
        ("earliest_month", item.earliest_month),
        ("latest_month", item.latest_month),
    ] {
        if !YEARS.contains(&month.div_euclid(12)) {
            let message = format!("month {month} is not within the years 1583 to 9999");
            faults.add(codes::REN_BAD_YEAR, format!("{place}/{name}"), message);
        }
    }
    for (name, amount) in [
        ("cost_per_month_early_minor", item.cost_per_month_early_minor),
        ("cost_per_month_late_minor", item.cost_per_month_late_minor),
        ("consequence_minor", item.consequence_minor),
    ] {
        judge_amount(amount, codes::REN_NEGATIVE, &format!("{place}/{name}"), faults);
    }
    judge_price(input, &item.price, &format!("{place}/price"), faults);
    if let Some(bundle) = item.bundle.filter(|bundle| *bundle >= input.bundles.len()) {
        let message = format!("bundle {bundle} of {}", input.bundles.len());
        faults.add(codes::REN_UNKNOWN_BUNDLE, format!("{place}/bundle"), message);
    }
}

fn judge_price(input: &BudgetInput, price: &PriceByYear, place: &str, faults: &mut Faults) {
    match price {
        PriceByYear::Indexed { base_minor, numerator, denominator } => {
            judge_amount(*base_minor, codes::REN_NEGATIVE, &format!("{place}/base_minor"), faults);
            if *numerator < 0 || *denominator <= 0 {
                let message = format!("the index {numerator}/{denominator}");
                faults.add(codes::REN_BUDGET_RATE, place, message);
                return;
            }
        }
        PriceByYear::Listed(prices) if prices.len() != input.years.len() => {
            let message = format!("{} prices for {} years", prices.len(), input.years.len());
            faults.add(codes::REN_PRICES, place, message);
        }
        PriceByYear::Listed(_) => {}
    }
    let by_year = price.by_year(input.years.len()).unwrap_or_default();
    let wrong = by_year.iter().find(|price| !(0..=INTEGER_MAX).contains(*price));
    if let (Some(wrong), true) = (wrong, faults.is_empty()) {
        judge_amount(*wrong, codes::REN_NEGATIVE, place, faults);
    }
}

fn judge_bundle(bundle: &Bundle, items: &[usize], place: &str, faults: &mut Faults) {
    let saving = format!("{place}/saving_minor");
    judge_amount(bundle.saving_minor, codes::REN_NEGATIVE, &saving, faults);
    if items.is_empty() {
        let message = format!("no item belongs to `{}`", bundle.id);
        faults.add(codes::REN_EMPTY_BUNDLE, place, message);
    }
}

/// What can only be judged once every item is sound: sums, savings.
fn judge_sums(input: &BudgetInput, members: &[Vec<usize>], faults: &mut Faults) {
    let (mut spent, mut regret) = (0_i128, 0_i128);
    for (index, item) in input.items.iter().enumerate() {
        let spots = spots(input, index);
        spent += spots.iter().map(|spot| i128::from(spot.price)).max().unwrap_or_default();
        let most = spots.iter().map(|spot| spot.price_change.abs() + spot.shift).max();
        regret += most.unwrap_or_default().max(i128::from(item.consequence_minor));
    }
    let savings = input.bundles.iter().map(|bundle| i128::from(bundle.saving_minor));
    regret += savings.sum::<i128>();
    if let Some(smoothing) = input.smoothing {
        regret += spent * i128::from(smoothing.penalty_ppm) / 1_000_000 + 30;
    }
    let caps = input.years.iter().filter_map(|year| year.cap_minor.map(i128::from)).sum::<i128>();
    for (name, sum) in [("prices", spent), ("regrets", regret), ("caps", caps)] {
        if sum > i128::from(INTEGER_MAX) {
            let message = format!("the {name} may add up to {sum}, beyond {INTEGER_MAX}");
            faults.add(codes::REN_BUDGET_LARGE, "", message);
        }
    }
    for (index, (bundle, items)) in input.bundles.iter().zip(members).enumerate() {
        let whole = super::build::together(input, items, bundle.saving_minor);
        if let Some((year, _, _)) = whole.iter().find(|(_, _, price)| *price < 0) {
            let message = format!("saves more than its items cost in {}", input.year(*year));
            faults.add(codes::REN_SAVING, format!("/bundles/{index}/saving_minor"), message);
        }
    }
}
