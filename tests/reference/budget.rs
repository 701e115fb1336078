//! Budgets by trying everything: every item in every year or none, the money walked through year by year.

use entretien::renewal::budget::{BudgetInput, BudgetItem, BundlePolicy, CarryOver};

/// Mandatory items without place, then regret: the least there is.
pub fn least(input: &BudgetInput) -> (usize, i128) {
    let mut years = vec![None; input.items.len()];
    let mut best = None;
    try_all(input, 0, &mut years, &mut best);
    best.expect("placing nothing is always possible")
}

fn try_all(
    input: &BudgetInput,
    index: usize,
    years: &mut [Option<usize>],
    best: &mut Option<(usize, i128)>,
) {
    if index == years.len() {
        if let Some(found) = judge(input, years)
            && best.is_none_or(|best| found < best)
        {
            *best = Some(found);
        }
        return;
    }
    years[index] = None;
    try_all(input, index + 1, years, best);
    for year in 0..input.years.len() {
        if month(input, &input.items[index], year).is_some() {
            years[index] = Some(year);
            try_all(input, index + 1, years, best);
        }
    }
    years[index] = None;
}

/// Month by month: the nearest of the year and the window to the wanted one.
fn month(input: &BudgetInput, item: &BudgetItem, year: usize) -> Option<i32> {
    let first = (input.first_year + i32::try_from(year).unwrap()) * 12;
    let months =
        (first..first + 12).filter(|m| (item.earliest_month..=item.latest_month).contains(m));
    months.min_by_key(|month| (month - item.wanted_month).abs())
}

fn price(input: &BudgetInput, item: &BudgetItem, year: usize) -> i128 {
    i128::from(item.price.by_year(input.years.len()).unwrap()[year])
}

fn wanted_price(input: &BudgetInput, item: &BudgetItem) -> i128 {
    let last = i32::try_from(input.years.len()).unwrap() - 1;
    let year = (item.wanted_month.div_euclid(12) - input.first_year).clamp(0, last);
    price(input, item, usize::try_from(year).unwrap())
}

/// What an answer costs; `None` when it is not allowed.
fn judge(input: &BudgetInput, years: &[Option<usize>]) -> Option<(usize, i128)> {
    let mut spent = vec![0_i128; input.years.len()];
    let (mut lost, mut regret) = (0, 0);
    for (item, year) in input.items.iter().zip(years) {
        let Some(year) = *year else {
            lost += usize::from(item.is_mandatory);
            regret += i128::from(item.consequence_minor);
            continue;
        };
        let months = i128::from(month(input, item, year)? - item.wanted_month);
        regret += price(input, item, year) - wanted_price(input, item);
        regret += (-months).max(0) * i128::from(item.cost_per_month_early_minor);
        regret += months.max(0) * i128::from(item.cost_per_month_late_minor);
        spent[year] += price(input, item, year);
    }
    for (index, bundle) in input.bundles.iter().enumerate() {
        let members = input.items.iter().zip(years).filter(|(item, _)| item.bundle == Some(index));
        let mut places: Vec<Option<usize>> = members.map(|(_, year)| *year).collect();
        places.dedup();
        match places.as_slice() {
            [None] => {}
            [Some(year)] => {
                spent[*year] -= i128::from(bundle.saving_minor);
                regret -= i128::from(bundle.saving_minor);
            }
            _ if bundle.policy == BundlePolicy::Together => return None,
            _ => {}
        }
    }
    if let Some(smoothing) = input.smoothing {
        let in_budget =
            |item: &&BudgetItem| (0..spent.len()).any(|y| month(input, item, y).is_some());
        let wanted: i128 =
            input.items.iter().filter(in_budget).map(|item| wanted_price(input, item)).sum();
        let mean = wanted / i128::try_from(spent.len()).unwrap();
        let level = smoothing.level_minor.map_or(mean, i128::from);
        for spent in &spent {
            let above = (spent - level).max(0) * i128::from(smoothing.penalty_ppm);
            regret += (above + 999_999) / 1_000_000;
        }
    }
    pays(input, &spent).then_some((lost, regret))
}

/// Money by the year it is of; a year takes the oldest that it may.
fn pays(input: &BudgetInput, spent: &[i128]) -> bool {
    let mut money: Vec<i128> = vec![0; spent.len()];
    for (year, due) in spent.iter().enumerate() {
        let Some(cap) = input.years[year].cap_minor else {
            money.fill(0);
            continue;
        };
        let carried: i128 = match input.carry_over {
            CarryOver::None => 0,
            CarryOver::Unspent { max_minor } => {
                let sum: i128 = money.iter().sum();
                max_minor.map_or(sum, |most| sum.min(i128::from(most)))
            }
            CarryOver::Window { years } => {
                let oldest = year.saturating_sub(usize::try_from(years).unwrap());
                money[oldest..year].iter().sum()
            }
        };
        let mut rest = carried + i128::from(cap) - due;
        if rest < 0 {
            return false;
        }
        // What is left is the newest.
        if let CarryOver::Window { .. } = input.carry_over {
            for place in (0..=year).rev() {
                let own = if place == year { i128::from(cap) } else { money[place] };
                money[place] = rest.min(own);
                rest -= money[place];
            }
        } else {
            money.fill(0);
            money[year] = rest;
        }
    }
    true
}
