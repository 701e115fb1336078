//! Budget smoothing: renewals moved inside their windows so that no year costs more than it may.
//!
//! Each item is wanted in a month and may go to any month of a window. The year decides which cap pays for it;
//! inside the year it takes the month nearest to the wanted one. What that costs is its **regret**, in minor
//! units:
//!
//! - placed: price of that year − price of the wanted year (negative when prices fall), plus the cost of each
//!   month early or late; the wanted year is the nearest one of the budget;
//! - not placed: its stated consequence; it is reported with the reason, never dropped.
//!
//! A bundle that goes together ([`BundlePolicy`]) is one item of the summed prices and regrets, less its saving,
//! in the years that all of its items may go to; one that may go together is every combination of the years of
//! its items. A year above a level costs a penalty that is linear ([`Smoothing`]).
//! [`solve`] takes the least sum, with as few mandatory items without place as can be before all else.
//!
//! # How
//! With choices j of each group g (item or bundle), regret c, spending w by year, and limits k on runs of years
//! (caps with what is carried), any multipliers λ ≥ 0 give a bound:
//!
//! ```text
//! min Σ c  ≥  D(λ) = Σ_g min_j (c_gj + Σ_k λ_k w_gjk) − Σ_k λ_k amount_k
//! ```
//!
//! A level with its penalty is one more such row, whose multiplier is at most the penalty. The top of D equals
//! that of the linear relaxation; it is reached by a dual simplex method with long steps in the space of the
//! multipliers, in floats of the four basic operations, which are the same bits everywhere. They only propose:
//! the multipliers are rounded to multiples of 2⁻⁴⁰ and D is summed in 128-bit whole numbers, rounded up to
//! whole minor units. At the top at most one group a row is split; rounding, exchanges and, on the choices
//! whose reduced cost can still be in a better answer, branching and bounding give the answer. Every node is closed by
//! the whole-number bound only. The work is counted in steps, not in time; when it ends early the answer says
//! so, and its bound is the least of the open nodes.
//!
//! Two things make the branching short. Limits that every answer in whole choices keeps but the top of D does not
//! (mixed-integer rounding of the limits, at the choices that the top splits) raise it before the branching. And at a
//! node where few choices are left, all answers that can still be better are tried without new multipliers: a limit
//! that is passed is kept again only by one of the moves that relieve it, and together they may cost no more than what
//! is between the bound and the best answer.
//!
//! This is done twice. First only the mandatory items without place are counted, and nothing else costs; then regret
//! is, where one more row of limits keeps their number: a weight on them instead would leave a gap as large as
//! the weight wherever the bound splits one.
//!
//! The combinations of a bundle that may go together are not listed: at given multipliers the cheapest is each item at
//! its cheapest, or all in one year, and only those that were cheapest once are choices. After the rounding all that
//! can still be in a better answer are listed, of those that spend the same the cheapest; up to 200 000 places of
//! items in all, 25 000 combinations of one bundle and never fewer than 16. Where that cuts some off, the answer's
//! bound counts them.
//!
//! # Example
//! Two laptops are wanted in 2026, of which its cap holds one. Prices rise by 3 %. Moving the one of March costs
//! ten months late at 5,00 € and 30,00 € of price; moving the one of December costs one month.
//!
//! ```
//! use entretien::quantity::Currency;
//! use entretien::renewal::budget::{
//!     BudgetInput, BudgetItem, CarryOver, Outcome, PriceByYear, YearBudget, check, solve,
//! };
//! let laptop = |id: &str, month: i32| BudgetItem {
//!     id: id.into(),
//!     wanted_month: 2026 * 12 + month - 1,
//!     earliest_month: 2026 * 12,
//!     latest_month: 2027 * 12 + 11,
//!     price: PriceByYear::Indexed { base_minor: 100_000, numerator: 103, denominator: 100 },
//!     cost_per_month_early_minor: 200,
//!     cost_per_month_late_minor: 500,
//!     consequence_minor: 50_000,
//!     is_mandatory: false,
//!     bundle: None,
//! };
//! let input = BudgetInput {
//!     first_year: 2026,
//!     years: vec![YearBudget { cap_minor: Some(100_000) }, YearBudget { cap_minor: Some(200_000) }],
//!     currency: Currency::EUR,
//!     carry_over: CarryOver::None,
//!     items: vec![laptop("a", 3), laptop("b", 12)],
//!     bundles: vec![],
//!     smoothing: None,
//!     work_steps_max: None,
//! };
//! let answer = solve(&input).unwrap();
//! assert!(matches!(answer.placements[1].outcome, Outcome::Placed { year: 2027, month, .. } if month == 2027 * 12));
//! assert_eq!(answer.total_regret_minor, 3_500); // 30,00 € of price and one month late
//! assert!(answer.is_optimal);
//! assert!(check(&input, &answer).is_empty());
//! ```

mod answer;
mod blend;
mod bound;
mod build;
mod check;
mod climb;
mod cuts;
mod exchange;
mod filling;
mod fit;
mod input;
mod limits;
mod model;
mod number;
mod point;
mod reduce;
mod report;
mod rows;
mod search;
mod settle;
mod sweep;
mod tree;
mod validate;
mod view;

pub use answer::{BudgetAnswer, BundleSum, Method, Outcome, Placement, Reason, YearSum};
pub use check::check;
pub use input::{
    BudgetInput, BudgetItem, Bundle, BundlePolicy, CHOICES_MAX, CarryOver, ITEMS_MAX, PriceByYear,
    Smoothing, WORK_STEPS_DEFAULT, YEARS_MAX, YearBudget,
};

use crate::error::Error;

/// Places the items of a budget: as few mandatory ones without place as can be, then the least total regret.
///
/// The same input gives the same answer everywhere. Placements and bundles are in the order of the input. Up to
/// some 200 items over 5 years the answer is usually proven optimal; whether it is, and how far it can be from
/// the best, the answer says.
///
/// # Errors
/// All that is wrong: `REN-060` a reversed window · `REN-061` an amount below zero · `REN-062` amounts beyond
/// ±(2⁵³−1) · `REN-063` an id twice · `REN-064` an unknown bundle · `REN-065` too many years, items or choices ·
/// `REN-066` a year or month out of range · `REN-067` an index or penalty out of bounds · `REN-068` not one price
/// for each year · `REN-069` an empty bundle · `REN-070` a saving above its prices.
pub fn solve(input: &BudgetInput) -> Result<BudgetAnswer, Error> {
    validate::validate(input)?;
    let (model, units) = build::build(input);
    let found = search::search(&model, input.steps());
    Ok(report::report(input, &model, &units, &found))
}
