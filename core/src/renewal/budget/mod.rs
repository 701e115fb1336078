//! Budget smoothing: renewals moved inside their windows so that no year costs more than it may.

mod answer;
mod bound;
mod check;
mod climb;
mod exchange;
mod filling;
mod input;
mod limits;
mod model;
mod number;
mod point;
mod report;
mod search;
mod validate;
mod view;

pub use answer::{BudgetAnswer, BundleSum, Method, Outcome, Placement, Reason, YearSum};
pub use check::check;
pub use input::{
    BudgetInput, BudgetItem, Bundle, BundlePolicy, CHOICES_MAX, COMBINATIONS_MAX, CarryOver,
    ITEMS_MAX, PriceByYear, Smoothing, WORK_STEPS_DEFAULT, YEARS_MAX, YearBudget,
};

use crate::error::Error;

/// Places the items of a budget.
pub fn solve(input: &BudgetInput) -> Result<BudgetAnswer, Error> {
    validate::validate(input)?;
    let (model, units) = model::build(input);
    let found = search::search(&model, input.steps());
    Ok(report::report(input, &model, &units, &found))
}
