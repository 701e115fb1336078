//! The independent checker: reads an answer beside its input, without the solver.

use super::answer::{BudgetAnswer, Outcome, YearSum};
use super::input::{BudgetInput, BudgetItem, BundlePolicy, CarryOver};
use crate::error::codes::REN_CHECK;
use crate::error::{Fault, Faults};
use std::collections::VecDeque;

/// Verifies that `answer` follows from `input`, and returns what does not: `REN-080` with the placement
/// (`/placements/3`), the bundle, the year or the total.
///
/// It computes prices, months, regrets, savings, yearly sums, the carry from year to year, penalties and totals
/// anew, and asks that each item is placed once at most, in its window, bundles by their policy, every year
/// within its cap and what it carries, and the bound not above the total. It calls nothing of the solver; that
/// an answer is optimal it does not judge.
///
/// Two items of 600,00 € placed in a year with a cap of 1000,00 € give `REN-080` at `/years/0`.
pub fn check(input: &BudgetInput, answer: &BudgetAnswer) -> Vec<Fault> {
    let mut case = Case { input, answer, faults: Faults::new(), spent: Vec::new(), regret: 0 };
    case.spent = vec![0; input.years.len()];
    if answer.placements.len() != input.items.len()
        || answer.bundles.len() != input.bundles.len()
        || answer.years.len() != input.years.len()
    {
        case.fault(
            "",
            "not one placement for each item, one bundle for each bundle, one sum for each year",
        );
        return case.faults.into_vec();
    }
    case.judge_placements();
    case.judge_bundles();
    case.judge_years();
    case.judge_totals();
    case.faults.into_vec()
}

struct Case<'a> {
    input: &'a BudgetInput,
    answer: &'a BudgetAnswer,
    faults: Faults,
    spent: Vec<i128>,
    regret: i128,
}

impl Case<'_> {
    fn fault(&mut self, place: &str, message: impl Into<String>) {
        self.faults.push(Fault::new(REN_CHECK, place, message));
    }

    fn expect(&mut self, place: &str, what: &str, found: i128, expected: i128) {
        if found != expected {
            self.fault(place, format!("{what} is {found}, not {expected}"));
        }
    }

    fn index(&self, year: i32) -> Option<usize> {
        let index = usize::try_from(year.checked_sub(self.input.first_year)?).ok()?;
        (index < self.input.years.len()).then_some(index)
    }

    fn judge_placements(&mut self) {
        let (input, answer) = (self.input, self.answer);
        for (index, (item, placement)) in input.items.iter().zip(&answer.placements).enumerate() {
            let place = format!("/placements/{index}");
            if item.id != placement.id {
                self.fault(&place, format!("`{}` in the place of `{}`", placement.id, item.id));
            }
            match placement.outcome {
                Outcome::Placed { year, month, price_minor, price_change_minor, shift_minor } => {
                    let sums = [price_minor, price_change_minor, shift_minor];
                    self.judge_placed(item, &place, (year, month), sums);
                }
                Outcome::Unplaced { consequence_minor, is_mandatory, .. } => {
                    let consequence = i128::from(item.consequence_minor);
                    self.expect(
                        &place,
                        "the consequence",
                        i128::from(consequence_minor),
                        consequence,
                    );
                    if is_mandatory != item.is_mandatory {
                        self.fault(&place, "says otherwise whether it is mandatory");
                    }
                    self.regret += consequence;
                }
            }
        }
    }

    fn judge_placed(
        &mut self,
        item: &BudgetItem,
        place: &str,
        (year, month): (i32, i32),
        [price, change, shift]: [i64; 3],
    ) {
        let Some(index) = self.index(year) else {
            return self.fault(place, format!("the year {year} is not of the budget"));
        };
        if month.div_euclid(12) != year || month < item.earliest_month || month > item.latest_month
        {
            self.fault(place, format!("month {month} is not of {year} or not in the window"));
        }
        // No month of that year and of the window is nearer to the wanted one.
        let nearer = (year * 12..year * 12 + 12)
            .filter(|other| (item.earliest_month..=item.latest_month).contains(other))
            .any(|other| (other - item.wanted_month).abs() < (month - item.wanted_month).abs());
        if nearer {
            self.fault(place, format!("a month nearer than {month} to {}", item.wanted_month));
        }
        let (own, reference) = match item.price.by_year(self.input.years.len()) {
            Some(prices) => {
                let wanted = item.wanted_month.div_euclid(12);
                let last = self.answer.years.last().map_or(year, |sum| sum.year);
                let wanted = wanted.clamp(self.input.first_year, last.max(self.input.first_year));
                let price = |year: i32| {
                    self.index(year)
                        .and_then(|index| prices.get(index))
                        .copied()
                        .unwrap_or_default()
                };
                (i128::from(price(year)), i128::from(price(wanted)))
            }
            None => return self.fault(place, "no price"),
        };
        let months = i128::from(month) - i128::from(item.wanted_month);
        let cost = if months < 0 {
            item.cost_per_month_early_minor
        } else {
            item.cost_per_month_late_minor
        };
        let late = months.abs() * i128::from(cost);
        self.expect(place, "the price", i128::from(price), own);
        self.expect(place, "the price change", i128::from(change), own - reference);
        self.expect(place, "the cost of being early or late", i128::from(shift), late);
        self.regret += own - reference + late;
        if let Some(sum) = self.spent.get_mut(index) {
            *sum += own;
        }
    }

    fn judge_bundles(&mut self) {
        let (input, answer) = (self.input, self.answer);
        let mut years: Vec<Vec<Option<i32>>> = vec![Vec::new(); input.bundles.len()];
        for (item, placement) in input.items.iter().zip(&answer.placements) {
            if let Some(list) = item.bundle.and_then(|bundle| years.get_mut(bundle)) {
                list.push(match placement.outcome {
                    Outcome::Placed { year, .. } => Some(year),
                    Outcome::Unplaced { .. } => None,
                });
            }
        }
        for (index, ((bundle, sum), years)) in
            input.bundles.iter().zip(&answer.bundles).zip(&years).enumerate()
        {
            let place = format!("/bundles/{index}");
            let first = years.first().copied().flatten();
            let is_same = years.iter().all(|year| Some(year) == years.first());
            let common = first.filter(|_| is_same);
            if bundle.policy == BundlePolicy::Together && !is_same {
                self.fault(&place, format!("the items of `{}` are apart", bundle.id));
            }
            if sum.year != common || sum.id != bundle.id {
                self.fault(&place, format!("says {:?}, not {common:?}", sum.year));
            }
            let saving = if common.is_some() { i128::from(bundle.saving_minor) } else { 0 };
            self.expect(&place, "the saving", i128::from(sum.saving_minor), saving);
            self.regret -= saving;
            if let Some(spent) =
                common.and_then(|y| self.index(y)).and_then(|i| self.spent.get_mut(i))
            {
                *spent -= saving;
            }
        }
    }

    /// Walks through the years with what money is left of each.
    fn judge_years(&mut self) {
        let (input, answer) = (self.input, self.answer);
        let mut purse: VecDeque<(i32, i128)> = VecDeque::new();
        let spent = self.spent.clone();
        for (index, ((budget, sum), spent)) in
            input.years.iter().zip(&answer.years).zip(spent).enumerate()
        {
            let place = format!("/years/{index}");
            let year = input.year(index);
            lapse(input.carry_over, &mut purse, year);
            let carried: i128 = purse.iter().map(|money| money.1).sum();
            self.judge_sum(&place, sum, year, spent);
            self.expect(&place, "what is carried", i128::from(sum.carried_minor), carried);
            if sum.cap_minor != budget.cap_minor {
                self.fault(&place, "another cap than the input");
            }
            match budget.cap_minor {
                None => {
                    purse.clear();
                    if sum.left_minor.is_some() {
                        self.fault(&place, "a rest of a year without cap");
                    }
                }
                Some(cap) => {
                    purse.push_back((year, i128::from(cap)));
                    let left = i128::from(cap) + carried - spent;
                    let said = sum.left_minor.map_or(i128::MIN, i128::from);
                    self.expect(&place, "what is left", said, left);
                    if left < 0 {
                        self.fault(&place, format!("spends {} more than it has", -left));
                    }
                    pay(&mut purse, spent);
                }
            }
        }
    }

    fn judge_sum(&mut self, place: &str, sum: &YearSum, year: i32, spent: i128) {
        self.expect(place, "the year", i128::from(sum.year), i128::from(year));
        self.expect(place, "what is spent", i128::from(sum.spent_minor), spent);
        let mut penalty = 0;
        if let Some(smoothing) = self.input.smoothing {
            let above = spent - self.level(smoothing.level_minor);
            if above > 0 {
                penalty = (above * i128::from(smoothing.penalty_ppm) + 999_999) / 1_000_000;
            }
        }
        self.expect(place, "the penalty", i128::from(sum.penalty_minor), penalty);
        self.regret += penalty;
    }

    fn level(&self, given: Option<i64>) -> i128 {
        let years = self.input.years.len();
        let first = self.input.first_year;
        let last = self.answer.years.last().map_or(first, |sum| sum.year.max(first));
        let mut sum = 0;
        for item in &self.input.items {
            let has_month =
                item.earliest_month < (last + 1) * 12 && item.latest_month >= first * 12;
            let wanted = item.wanted_month.div_euclid(12).clamp(first, last);
            let prices = item.price.by_year(years).unwrap_or_default();
            let price = self.index(wanted).and_then(|index| prices.get(index)).copied();
            if has_month {
                sum += i128::from(price.unwrap_or_default());
            }
        }
        given.map_or(sum / i128::try_from(years.max(1)).unwrap_or(1), i128::from)
    }

    fn judge_totals(&mut self) {
        let answer = self.answer;
        let (total, lower) =
            (i128::from(answer.total_regret_minor), i128::from(answer.lower_bound_minor));
        self.expect("/total_regret_minor", "the total", total, self.regret);
        if lower > total {
            self.fault(
                "/lower_bound_minor",
                format!("the bound {lower} is above the total {total}"),
            );
        }
        self.expect("/gap_minor", "the gap", i128::from(answer.gap_minor), total - lower);
        if answer.is_optimal != (answer.gap_minor == 0) && answer.is_optimal {
            self.fault("/is_optimal", "optimal, with a gap");
        }
        let lost = answer.placements.iter().filter(|placement| {
            matches!(placement.outcome, Outcome::Unplaced { is_mandatory: true, .. })
        });
        if lost.count() != answer.mandatory_unplaced {
            self.fault("/mandatory_unplaced", "not the number of mandatory items without place");
        }
    }
}

/// Takes away what can no longer be spent in `year`.
fn lapse(policy: CarryOver, purse: &mut VecDeque<(i32, i128)>, year: i32) {
    match policy {
        CarryOver::None => purse.clear(),
        CarryOver::Window { years } => {
            purse.retain(|money| i64::from(year) - i64::from(money.0) <= i64::from(years));
        }
        CarryOver::Unspent { max_minor: None } => {}
        CarryOver::Unspent { max_minor: Some(most) } => {
            let sum: i128 = purse.iter().map(|money| money.1).sum();
            *purse = VecDeque::from([(year - 1, sum.min(i128::from(most)))]);
        }
    }
}

/// Spends the oldest money first.
fn pay(purse: &mut VecDeque<(i32, i128)>, spent: i128) {
    let mut due = spent;
    for money in purse {
        let paid = due.min(money.1);
        money.1 -= paid;
        due -= paid;
    }
}
