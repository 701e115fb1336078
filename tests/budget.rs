//! Budgets by cases solved on paper, against trying everything, and as the independent checker reads them.

#[path = "reference/budget.rs"]
mod reference;

use entretien::quantity::{Currency, INTEGER_MAX};
use entretien::renewal::budget::{
    BudgetAnswer, BudgetInput, BudgetItem, Bundle, BundlePolicy, CarryOver, Method, Outcome,
    PriceByYear, Reason, Smoothing, YearBudget, check, solve,
};
use entretien_tests::budgets::{Shape, budget, estate};
use entretien_tests::{Random, text};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    caps: Vec<i64>,
    #[serde(default)]
    carry: String,
    /// Millionths above the mean year.
    smoothing: Option<i64>,
    items: Vec<Item>,
    #[serde(default)]
    bundles: Vec<BundleRow>,
    expect: Vec<String>,
    spent: Vec<i64>,
    carried: Option<Vec<i64>>,
    left: Option<Vec<i64>>,
    total: i64,
    #[serde(default)]
    mandatory_unplaced: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: String,
    wanted: String,
    from: String,
    to: String,
    price: Option<i64>,
    index: Option<[i64; 2]>,
    prices: Option<Vec<i64>>,
    #[serde(default)]
    early: i64,
    #[serde(default)]
    late: i64,
    consequence: i64,
    #[serde(default)]
    mandatory: bool,
    bundle: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BundleRow {
    id: String,
    policy: String,
    saving: i64,
}

fn month(text: &str) -> i32 {
    let (year, month) = text.split_once('-').expect("YYYY-MM");
    year.parse::<i32>().expect("a year") * 12 + month.parse::<i32>().expect("a month") - 1
}

fn item(row: &Item) -> BudgetItem {
    let [numerator, denominator] = row.index.unwrap_or([1, 1]);
    let indexed = |base_minor| PriceByYear::Indexed { base_minor, numerator, denominator };
    let listed = || PriceByYear::Listed(row.prices.clone().expect("a price"));
    BudgetItem {
        id: row.id.clone(),
        wanted_month: month(&row.wanted),
        earliest_month: month(&row.from),
        latest_month: month(&row.to),
        price: row.price.map_or_else(listed, indexed),
        cost_per_month_early_minor: row.early,
        cost_per_month_late_minor: row.late,
        consequence_minor: row.consequence,
        is_mandatory: row.mandatory,
        bundle: row.bundle,
    }
}

fn input(case: &Case) -> BudgetInput {
    let words: Vec<&str> = case.carry.split_whitespace().collect();
    let number = || words[1].parse::<i64>().expect("a number");
    BudgetInput {
        first_year: 2026,
        years: case
            .caps
            .iter()
            .map(|cap| YearBudget { cap_minor: (*cap >= 0).then_some(*cap) })
            .collect(),
        currency: Currency::EUR,
        carry_over: match words.first() {
            None => CarryOver::None,
            Some(&"window") => CarryOver::Window { years: u32::try_from(number()).expect("small") },
            Some(_) => CarryOver::Unspent { max_minor: (words.len() > 1).then(number) },
        },
        items: case.items.iter().map(item).collect(),
        bundles: case
            .bundles
            .iter()
            .map(|row| Bundle {
                id: row.id.clone(),
                policy: if row.policy == "saving" {
                    BundlePolicy::Saving
                } else {
                    BundlePolicy::Together
                },
                saving_minor: row.saving,
            })
            .collect(),
        smoothing: case.smoothing.map(|penalty_ppm| Smoothing { level_minor: None, penalty_ppm }),
        work_steps_max: None,
    }
}

fn placements(answer: &BudgetAnswer) -> Vec<String> {
    let line = |outcome: &Outcome| match outcome {
        Outcome::Placed { month, .. } => format!("{:04}-{:02}", month / 12, month % 12 + 1),
        Outcome::Unplaced { reason: Reason::Window, .. } => "window".to_owned(),
        Outcome::Unplaced { reason: Reason::Dearer, .. } => "dearer".to_owned(),
        Outcome::Unplaced { reason: Reason::Unfinished, .. } => "unfinished".to_owned(),
        Outcome::Unplaced { reason: Reason::Cap { year, lacking_minor, .. }, .. } => {
            format!("cap {year} lacks {lacking_minor}")
        }
    };
    answer.placements.iter().map(|one| format!("{} {}", one.id, line(&one.outcome))).collect()
}

#[test]
fn cases_on_paper() {
    let file: File = toml::from_str(&text("tests/data/renewal/budget.toml")).expect("cases");
    let mut names = BTreeSet::new();
    for case in &file.case {
        assert!(names.insert(&case.name), "{} twice", case.name);
        assert!(!case.why.is_empty());
        let input = input(case);
        let answer = solve(&input).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let name = &case.name;
        assert_eq!(placements(&answer), case.expect, "{name}");
        let years = |value: fn(&entretien::renewal::budget::YearSum) -> i64| -> Vec<i64> {
            answer.years.iter().map(value).collect()
        };
        assert_eq!(years(|year| year.spent_minor), case.spent, "{name}");
        if let Some(carried) = &case.carried {
            assert_eq!(&years(|year| year.carried_minor), carried, "{name}");
        }
        if let Some(left) = &case.left {
            assert_eq!(&years(|year| year.left_minor.unwrap_or(-1)), left, "{name}");
        }
        assert_eq!(answer.total_regret_minor, case.total, "{name}");
        assert_eq!(answer.mandatory_unplaced, case.mandatory_unplaced, "{name}");
        assert!(answer.is_optimal && answer.gap_minor == 0, "{name}");
        assert_eq!(check(&input, &answer), [], "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn as_good_as_trying_everything(seed in any::<u64>()) {
        let input = budget(&mut Random(seed), Shape::Tiny);
        let answer = solve(&input).expect("an answer");
        prop_assert_eq!(check(&input, &answer), vec![]);
        let found = (answer.mandatory_unplaced, i128::from(answer.total_regret_minor));
        prop_assert_eq!(found, reference::least(&input));
        prop_assert!(answer.is_optimal && answer.gap_minor == 0);
        prop_assert_eq!(solve(&input).expect("an answer"), answer);
    }

    /// Without steps there is still an answer that keeps the caps, and a bound that is not above the least.
    #[test]
    fn an_answer_without_work_is_honest(seed in any::<u64>(), steps in 0_u64..400) {
        let mut input = budget(&mut Random(seed), Shape::Tiny);
        input.work_steps_max = Some(steps);
        let answer = solve(&input).expect("an answer");
        prop_assert_eq!(check(&input, &answer), vec![]);
        let (lost, regret) = reference::least(&input);
        let found = (answer.mandatory_unplaced, i128::from(answer.total_regret_minor));
        prop_assert!(found >= (lost, regret));
        prop_assert!(!answer.is_optimal || found == (lost, regret));
        prop_assert_eq!(answer.is_limit_reached, answer.method == Method::Limited);
        if lost == answer.mandatory_unplaced {
            prop_assert!(i128::from(answer.lower_bound_minor) <= regret);
        }
    }
}

#[test]
fn estates_are_placed_soundly() {
    for (number, shape) in Shape::ALL.iter().enumerate() {
        let mut input = budget(&mut Random(number as u64), *shape);
        input.work_steps_max = Some(3_000_000);
        let answer = solve(&input).expect("an answer");
        assert_eq!(check(&input, &answer), [], "{shape:?}");
        assert!(answer.lower_bound_minor <= answer.total_regret_minor);
    }
}

/// Five thousand items over ten years: within a hundredth of the bound.
#[test]
fn many_items_come_near_the_bound() {
    let mut input = estate(&mut Random(5), Shape::Uneven, 5_000, 10, 130);
    input.work_steps_max = Some(30_000_000);
    let answer = solve(&input).expect("an answer");
    assert_eq!(check(&input, &answer), []);
    assert!(answer.gap_ppm().is_some_and(|gap| gap < 10_000), "{:?}", answer.gap_ppm());
}

/// A bundle of policy `saving` has as many combinations as it likes: twenty items over eight years, here, in a budget that
/// holds half of them. With room for all, they go together.
#[test]
fn a_large_bundle_may_go_together() {
    let mut random = Random(17);
    let mut input = estate(&mut random, Shape::Uneven, 20, 8, 200);
    input.items.iter_mut().for_each(|item| {
        item.bundle = Some(0);
        item.earliest_month = 2026 * 12;
        item.latest_month = 2033 * 12 + 11;
    });
    let least = |item: &BudgetItem| item.price.by_year(1).expect("prices")[0];
    let saving_minor = input.items.iter().map(least).sum::<i64>() * 9 / 10;
    input.bundles =
        vec![Bundle { id: "site".to_owned(), policy: BundlePolicy::Saving, saving_minor }];
    input.work_steps_max = Some(4_000_000);
    let answer = solve(&input).expect("an answer");
    assert_eq!(check(&input, &answer), []);
    assert!(answer.lower_bound_minor <= answer.total_regret_minor);
    input.years.iter_mut().for_each(|year| year.cap_minor = None);
    let answer = solve(&input).expect("an answer");
    assert_eq!(check(&input, &answer), []);
    assert!(answer.is_optimal && answer.bundles[0].year.is_some(), "{:?}", answer.bundles);
}

/// Many mandatory items that the caps cannot hold: as few as can be are left, and the bound is of as few.
#[test]
fn mandatory_items_beyond_the_caps_keep_the_bound_near() {
    for seed in 0..3 {
        let mut input = budget(&mut Random(seed), Shape::Mandatory);
        input.work_steps_max = Some(4_000_000);
        let answer = solve(&input).expect("an answer");
        assert_eq!(check(&input, &answer), []);
        assert!(answer.gap_minor * 10 < answer.total_regret_minor, "{seed}: {answer:?}");
    }
}

/// Breaks one thing of a sound input or answer.
type Change<T> = fn(&mut T);

fn sound() -> BudgetInput {
    let file: File = toml::from_str(&text("tests/data/renewal/budget.toml")).expect("cases");
    let case = file.case.iter().find(|case| case.name == "a-saving-that-pays-is-taken");
    input(case.expect("a case"))
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let input = sound();
    let answer = solve(&input).expect("an answer");
    let changes: [(&str, Change<BudgetAnswer>); 6] = [
        ("/placements/0", |answer| answer.placements[0].id.push('x')),
        ("/placements/0", |answer| {
            if let Outcome::Placed { month, .. } = &mut answer.placements[0].outcome {
                *month += 1;
            }
        }),
        ("/bundles/0", |answer| answer.bundles[0].saving_minor -= 1),
        ("/years/0", |answer| answer.years[0].spent_minor += 1),
        ("/total_regret_minor", |answer| answer.total_regret_minor += 1),
        ("/lower_bound_minor", |answer| answer.lower_bound_minor += 1),
    ];
    for (place, change) in changes {
        let mut wrong = answer.clone();
        change(&mut wrong);
        let faults = check(&input, &wrong);
        let named = faults.iter().any(|fault| fault.pointer == place && fault.code == "REN-080");
        assert!(named, "{place}: {faults:?}");
    }
    let mut tight = input.clone();
    tight.years[0].cap_minor = Some(154_999);
    assert!(check(&tight, &answer).iter().any(|fault| fault.pointer == "/years/0"));
}

#[test]
fn inputs_are_refused_with_all_their_faults() {
    let changes: [(&str, Change<BudgetInput>); 13] = [
        ("REN-060", |input| input.items[0].earliest_month = input.items[0].latest_month + 1),
        ("REN-061", |input| input.years[0].cap_minor = Some(-1)),
        ("REN-061", |input| input.items[0].consequence_minor = -1),
        ("REN-062", |input| input.items[0].consequence_minor = INTEGER_MAX + 1),
        ("REN-062", |input| input.items[0].consequence_minor = INTEGER_MAX),
        ("REN-063", |input| input.items[1].id = input.items[0].id.clone()),
        ("REN-064", |input| input.items[1].bundle = Some(1)),
        ("REN-065", |input| input.years.clear()),
        ("REN-066", |input| input.first_year = 9_999),
        ("REN-067", |input| {
            let price = PriceByYear::Indexed { base_minor: 1, numerator: 1, denominator: 0 };
            input.items[0].price = price;
        }),
        ("REN-068", |input| input.items[0].price = PriceByYear::Listed(vec![1])),
        ("REN-069", |input| input.items.iter_mut().for_each(|item| item.bundle = None)),
        ("REN-070", |input| input.bundles[0].saving_minor = 160_001),
    ];
    for (code, change) in changes {
        let mut wrong = sound();
        change(&mut wrong);
        let error = solve(&wrong).expect_err(code);
        assert!(error.faults().any(|fault| fault.code == code), "{code}: {error}");
    }
    let mut wrong = sound();
    wrong.items[0].earliest_month = wrong.items[0].latest_month + 1;
    wrong.years[0].cap_minor = Some(-1);
    assert_eq!(solve(&wrong).expect_err("two faults").faults().count(), 2);
}
