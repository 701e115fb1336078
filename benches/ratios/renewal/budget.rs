//! 100 000 renewals over ten years, caps below what is wanted: the gap to the bound, and the time.

use cpu_time::ThreadTime;
use entretien::quantity::Currency;
use entretien::renewal::budget::{
    BudgetInput, BudgetItem, Bundle, BundlePolicy, CarryOver, PriceByYear, YearBudget, check, solve,
};

const ITEMS: usize = 100_000;
const YEARS: usize = 10;
const FIRST_YEAR: i32 = 2026;
/// Price in cents and cost of a month late: laptop, desktop, switch, server, screen, printer, firewall, UPS.
const MODELS: [(i64, i64); 8] = [
    (95_000, 900),
    (70_000, 700),
    (180_000, 2_500),
    (650_000, 15_000),
    (22_000, 150),
    (48_000, 400),
    (240_000, 6_000),
    (90_000, 2_000),
];

/// Gap (a part of the bound) and CPU seconds of the usual shape.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worst {
    pub(crate) gap: f64,
    pub(crate) seconds: f64,
}

/// A stream of numbers (`SplitMix64`).
struct Stream(u64);

impl Stream {
    fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((z ^ (z >> 31)) % most.max(1).cast_unsigned())
            .expect("below a positive number")
    }

    fn month(&mut self, most: i64) -> i32 {
        i32::try_from(self.below(most)).expect("few months")
    }
}

#[derive(Debug, Clone, Copy)]
struct Shape {
    name: &'static str,
    /// What is wanted, in percent of the caps.
    demand_percent: i64,
    carry: CarryOver,
    is_even: bool,
    /// Items of a bundle, 0 without bundles.
    bundle: usize,
}

const CARRY: CarryOver = CarryOver::Unspent { max_minor: Some(500_000_000) };
const USUAL: Shape =
    Shape { name: "demand 130 %", demand_percent: 130, carry: CARRY, is_even: false, bundle: 0 };
const SHAPES: [Shape; 6] = [
    USUAL,
    Shape { name: "demand 120 %", demand_percent: 120, ..USUAL },
    Shape { name: "demand 150 %", demand_percent: 150, ..USUAL },
    Shape { name: "no carry", carry: CarryOver::None, ..USUAL },
    Shape { name: "equal prices", is_even: true, ..USUAL },
    Shape { name: "bundles of 50", bundle: 50, ..USUAL },
];

fn input(shape: Shape) -> BudgetInput {
    let mut stream = Stream(11);
    let mut items = Vec::with_capacity(ITEMS);
    let mut sum = 0;
    for index in 0..ITEMS {
        let model =
            if shape.is_even { 0 } else { usize::try_from(stream.below(8)).expect("small") };
        let (price, late) = MODELS[model];
        let base_minor = if shape.is_even { price } else { price + stream.below(price / 4) };
        sum += base_minor;
        // Items of one bundle have windows that meet.
        let spread = if shape.bundle > 0 { 12 } else { 120 };
        let site = shape.bundle.max(1);
        let start = i64::try_from(index / site * 7_919 % 109).expect("small");
        let from = if shape.bundle > 0 { i32::try_from(start).expect("small") } else { 0 };
        let wanted_month = FIRST_YEAR * 12 + from + stream.month(spread);
        let late = late + stream.below(late / 2 + 1);
        items.push(BudgetItem {
            id: format!("asset-{index}"),
            wanted_month,
            earliest_month: wanted_month - 12,
            latest_month: wanted_month + 12 + stream.month(25),
            price: PriceByYear::Indexed { base_minor, numerator: 1_025, denominator: 1_000 },
            cost_per_month_early_minor: base_minor / 60,
            cost_per_month_late_minor: late,
            consequence_minor: base_minor / 2 + 40 * late,
            is_mandatory: stream.below(100) < 3,
            bundle: (shape.bundle > 0).then(|| index / shape.bundle),
        });
    }
    let years = i64::try_from(YEARS).expect("few");
    let cap = YearBudget { cap_minor: Some(sum * 100 / shape.demand_percent / years) };
    let sites = ITEMS.checked_div(shape.bundle).unwrap_or_default();
    BudgetInput {
        first_year: FIRST_YEAR,
        years: vec![cap; YEARS],
        currency: Currency::EUR,
        carry_over: shape.carry,
        items,
        bundles: (0..sites)
            .map(|index| Bundle {
                id: format!("site-{index}"),
                policy: BundlePolicy::Together,
                saving_minor: 100_000,
            })
            .collect(),
        smoothing: None,
        work_steps_max: None,
    }
}

/// Measures every shape and prints the table; the gap is the worst, the time that of the usual shape.
#[expect(clippy::cast_precision_loss, reason = "amounts are printed as ratios")]
pub(crate) fn run() -> Worst {
    println!("{:<20}{:>14}{:>12}{:>14}{:>10}", "100 000 x 10", "gap", "optimal", "steps", "CPU s");
    let mut worst = Worst { gap: 0.0, seconds: 0.0 };
    for shape in SHAPES {
        let input = input(shape);
        let clock = ThreadTime::now();
        let answer = solve(&input).expect("an answer");
        let seconds = clock.elapsed().as_secs_f64();
        assert!(check(&input, &answer).is_empty(), "{}: the checker found faults", shape.name);
        let gap = answer.gap_minor as f64 / (answer.lower_bound_minor.abs().max(1)) as f64;
        println!(
            "{:<20}{gap:>14.8}{:>12}{:>14}{seconds:>10.2}",
            shape.name, answer.is_optimal, answer.steps
        );
        worst.gap = worst.gap.max(gap);
        if shape.name == USUAL.name {
            worst.seconds = seconds;
        }
    }
    worst
}
