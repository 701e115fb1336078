//! Random budgets, seeded.

use crate::Random;
use entretien::quantity::Currency;
use entretien::renewal::budget::{
    BudgetInput, BudgetItem, Bundle, BundlePolicy, CarryOver, PriceByYear, Smoothing, YearBudget,
};

/// Shapes of random budgets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Up to 8 items and 3 years, with everything a budget can have.
    Tiny,
    /// 200 renewals of an IT estate over 5 years: prices of models, caps below what peaks want.
    Estate,
    /// As an estate, with prices that no two items share.
    Uneven,
    /// As an estate, all items equal but for their month.
    Equal,
    /// As an estate with many mandatory items that the caps cannot hold.
    Mandatory,
    /// As an estate with bundles.
    Bundles,
    /// As an estate with a penalty above the mean year.
    Smooth,
}

impl Shape {
    /// Every shape.
    pub const ALL: &'static [Shape] = &[
        Shape::Tiny,
        Shape::Estate,
        Shape::Uneven,
        Shape::Equal,
        Shape::Mandatory,
        Shape::Bundles,
        Shape::Smooth,
    ];
}

const FIRST_YEAR: i32 = 2026;

/// A carry of every kind.
pub fn carry(random: &mut Random, most: i64) -> CarryOver {
    match random.below(5_u32) {
        0 | 1 => CarryOver::None,
        2 => CarryOver::Unspent { max_minor: None },
        3 => CarryOver::Unspent { max_minor: Some(random.below(most.max(1))) },
        _ => CarryOver::Window { years: random.below(3_u64).try_into().expect("small") },
    }
}

fn month(random: &mut Random, from: i32, months: u64) -> i32 {
    from + i32::try_from(random.below(months)).expect("small")
}

/// Up to 8 items and 3 years.
pub fn tiny(random: &mut Random) -> BudgetInput {
    let years = 1 + random.below(3_usize);
    let start = FIRST_YEAR * 12;
    let items = 1 + random.below(8_usize);
    let bundles = random.below(3_usize).min(items);
    let mut list = Vec::new();
    for index in 0..items {
        let earliest_month = month(random, start - 8, 12 * years as u64 + 8);
        let price = if random.chance(50) {
            PriceByYear::Indexed {
                base_minor: random.below(60),
                numerator: 90 + random.below(30_i64),
                denominator: 100,
            }
        } else {
            PriceByYear::Listed((0..years).map(|_| random.below(60)).collect())
        };
        list.push(BudgetItem {
            id: format!("i{index}"),
            wanted_month: month(random, start - 6, 12 * years as u64 + 12),
            earliest_month,
            latest_month: earliest_month + month(random, 0, 30),
            price,
            cost_per_month_early_minor: random.below(4),
            cost_per_month_late_minor: random.below(6),
            consequence_minor: random.below(90),
            is_mandatory: random.chance(25),
            bundle: if index < bundles {
                Some(index)
            } else {
                (bundles > 0).then(|| random.below(2 * bundles)).filter(|place| *place < bundles)
            },
        });
    }
    let policy = |random: &mut Random| random.pick(&[BundlePolicy::Together, BundlePolicy::Saving]);
    BudgetInput {
        first_year: FIRST_YEAR,
        years: (0..years)
            .map(|_| YearBudget {
                cap_minor: (!random.chance(12))
                    .then(|| random.below(120) * i64::from(random.chance(85))),
            })
            .collect(),
        currency: Currency::EUR,
        carry_over: carry(random, 60),
        items: list,
        bundles: (0..bundles)
            .map(|index| Bundle {
                id: format!("b{index}"),
                policy: policy(random),
                saving_minor: 0,
            })
            .collect(),
        smoothing: random.chance(35).then(|| Smoothing {
            level_minor: random.chance(60).then(|| random.below(80)),
            penalty_ppm: random.below(900_000),
        }),
        work_steps_max: None,
    }
}

/// Gives each bundle a saving that its cheapest year can bear.
pub fn with_savings(random: &mut Random, mut input: BudgetInput) -> BudgetInput {
    for index in 0..input.bundles.len() {
        let members = input.items.iter().filter(|item| item.bundle == Some(index));
        let least = |item: &BudgetItem| item.price.by_year(input.years.len())?.into_iter().min();
        let sum: i64 = members.filter_map(least).sum();
        input.bundles[index].saving_minor = random.below(sum / 2 + 1);
    }
    input
}

/// Renewals of an estate: `items` over `years` years, caps at 100/`demand_percent` of what is wanted.
pub fn estate(
    random: &mut Random,
    shape: Shape,
    items: usize,
    years: usize,
    demand_percent: i64,
) -> BudgetInput {
    let start = FIRST_YEAR * 12;
    let months = 12 * years as u64;
    // A laptop, a desktop, a switch, a server, a screen, a printer, a firewall, a UPS: cents.
    let models: [(i64, i64); 8] = [
        (95_000, 900),
        (70_000, 700),
        (180_000, 2_500),
        (650_000, 15_000),
        (22_000, 150),
        (48_000, 400),
        (240_000, 6_000),
        (90_000, 2_000),
    ];
    let mut list = Vec::with_capacity(items);
    let mut wanted_sums = vec![0_i64; years];
    for index in 0..items {
        let (price, late) = if shape == Shape::Equal { models[0] } else { random.pick(&models) };
        let base_minor = match shape {
            Shape::Equal => price,
            Shape::Uneven => price + random.below(price / 4),
            _ => price + 500 * random.below(price / 5_000),
        };
        let wanted_month = month(random, start, months);
        let early = month(random, 0, 13);
        let late_months = month(random, 6, 31);
        wanted_sums[usize::try_from(wanted_month / 12 - FIRST_YEAR).expect("a year")] += base_minor;
        let late = late + random.below(late / 2 + 1);
        list.push(BudgetItem {
            id: format!("asset-{index}"),
            wanted_month,
            earliest_month: wanted_month - early,
            latest_month: wanted_month + late_months,
            price: PriceByYear::Indexed { base_minor, numerator: 1_025, denominator: 1_000 },
            cost_per_month_early_minor: base_minor / 60,
            cost_per_month_late_minor: late,
            consequence_minor: base_minor / 2 + 40 * late,
            is_mandatory: random.chance(if shape == Shape::Mandatory { 80 } else { 3 }),
            bundle: None,
        });
    }
    let total: i64 = wanted_sums.iter().sum();
    let even = total * 100 / demand_percent / i64::try_from(years).expect("few");
    let tight = if shape == Shape::Mandatory { 2 } else { 1 };
    let cap = |_| YearBudget { cap_minor: Some(even / tight) };
    let mut input = BudgetInput {
        first_year: FIRST_YEAR,
        years: (0..years).map(cap).collect(),
        currency: Currency::EUR,
        carry_over: CarryOver::Unspent { max_minor: Some(even / 10) },
        items: list,
        bundles: Vec::new(),
        smoothing: (shape == Shape::Smooth)
            .then_some(Smoothing { level_minor: None, penalty_ppm: 60_000 }),
        work_steps_max: None,
    };
    if shape == Shape::Bundles {
        bundle(random, &mut input);
    }
    input
}

/// Puts a third of the items into bundles of 2 to 12 whose wanted months are near.
fn bundle(random: &mut Random, input: &mut BudgetInput) {
    let mut order: Vec<usize> = (0..input.items.len()).collect();
    order.sort_by_key(|index| input.items[*index].wanted_month);
    let mut place = 0;
    while place < order.len() {
        let size = 2 + random.below(11_usize);
        if random.chance(35) && place + size <= order.len() {
            let number = input.bundles.len();
            let is_soft = size == 2 && random.chance(70);
            let mut sum = 0;
            for index in &order[place..place + size] {
                input.items[*index].bundle = Some(number);
                sum += input.items[*index].price.by_year(1).expect("a price")[0];
            }
            input.bundles.push(Bundle {
                id: format!("site-{number}"),
                policy: if is_soft { BundlePolicy::Saving } else { BundlePolicy::Together },
                saving_minor: sum / 25,
            });
        }
        place += size;
    }
}

/// A budget of a shape.
pub fn budget(random: &mut Random, shape: Shape) -> BudgetInput {
    if shape == Shape::Tiny {
        let input = tiny(random);
        return with_savings(random, input);
    }
    // Months are uneven: years above their cap even where the caps hold the whole.
    let demand_percent = 60 + random.below(45_i64);
    let mut input = estate(random, shape, 200, 5, demand_percent);
    let most = input.years[0].cap_minor.unwrap_or_default();
    input.carry_over = carry(random, most / 4);
    input
}
