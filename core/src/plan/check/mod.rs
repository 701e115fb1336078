//! The independent checker: reads the rules again, day by day, without the planner.

mod case;
mod cover;
mod decision;
mod facts;
mod fixed;
mod house;
mod moving;
mod nest;
mod occasion;
mod pairs;
mod place;
mod series;
mod step;
mod strand;
mod sums;
mod visit;
mod windows;

use super::input::PlanInput;
use super::result::Plan;
use crate::error::{Fault, Faults};
use case::{Case, fault};
pub use house::check_house;

/// Verifies that `plan` follows from `input`, and returns what does not: `PLAN-005` with the row
/// (`/occurrences/3`), the total (`/totals/skipped`) or, for what is missing, `/occurrences`.
///
/// Every rule of the book is read again, naively: each day of the horizon is judged on its own for every
/// task and subject, RFC 5545 rules are read period by period, moving series are walked from their first
/// ordinal, uses are summed from what meters showed. Then each row is asked: is its date in its window, free
/// by every rule, and is no nearer day free; what absorbed, served or joined it; do its marks say so; which
/// contract covers it. It costs about days × tasks × assets and calls neither the planner, the generators
/// nor the rolls that it verifies.
///
/// What is not judged: where in its window a skipped or cancelled row stands; whether more works could have
/// joined a visit; what works outside the horizon, which the plan does not hold, exclude near its edges; and
/// the ordinals of moving series whose base the plan does not tell: there the next row is taken as it is, if
/// it comes later. Where the rules leave two readings, either passes: whether the tolerance or the window of
/// an occasion is asked for nesting and order, which window work on occasion has that a decision moved,
/// whether skipped work keeps others off its day, and, of a sequence, whose roll says that the calendar is
/// not asked.
///
/// A monthly task from 2026-01-31 whose row of 2026-02-28 is dated 2026-03-02 by `roll: next` passes; dated
/// 2026-03-03 it gives `PLAN-005` at that row.
pub fn check(input: &PlanInput, plan: &Plan) -> Vec<Fault> {
    let mut faults = Faults::new();
    let mut case = Case::of(input, plan);
    sums::judge_order(&case, &mut faults);
    let (absent, left_out) = fixed::judge(&mut case, &mut faults);
    let calls = occasion::take(&mut case, &mut faults);
    let absorbed = moving::judge(&mut case, &mut faults);
    for (index, seen) in case.rows.iter().enumerate() {
        let repeated = case.rows_of((seen.row.subject, seen.row.task, seen.row.key));
        if repeated.first() != Some(&index) {
            continue;
        }
        if seen.strand.is_none() {
            let message = "no rule gives this task on this asset with this nominal date";
            fault(&mut faults, index, message);
        } else if !case.horizon.contains(seen.row.nominal) {
            fault(&mut faults, index, "no rule gives a nominal date outside the horizon");
        }
    }
    nest::judge(&case, &absent, &absorbed, &mut faults);
    occasion::judge(&case, &calls, &mut faults);
    decision::judge(&case, &mut faults);
    let pairs = pairs::Pairs::of(input);
    place::judge(&case, &pairs, &mut faults);
    pairs.judge(&case, &mut faults);
    visit::judge(&case, &pairs, &mut faults);
    cover::judge(&case, &mut faults);
    sums::judge_totals(&case, left_out, &mut faults);
    faults.into_vec()
}
