//! From when on one option has cost less than another.

use super::choice::CostPart;
use super::exact::{Exact, exact, over};
use super::result::{BreakEvenDate, OptionAnswer, OptionYear};
use super::terms::SourcingInput;
use num_traits::{Signed, Zero};

/// Months of a year.
const MONTHS: u32 = 12;

/// For each pair of options whose costs are known, each day on which the one that had cost more has cost less.
///
/// What an option has cost at the end of a month is what the years before cost, the transition from the first day
/// on, so many twelfths of the rest of the year, and the exit at the very end; whole posts. The day is the one
/// after the first month at the end of which the order has turned. Equal costs turn nothing.
pub(super) fn break_even_dates(
    input: &SourcingInput,
    options: &[OptionAnswer],
) -> Vec<BreakEvenDate> {
    let curves: Vec<Option<Vec<Exact>>> = options.iter().map(curve).collect();
    let mut dates = Vec::new();
    for (place, (first, a)) in options.iter().zip(&curves).enumerate() {
        for (second, b) in options.iter().zip(&curves).skip(place + 1) {
            let (Some(a), Some(b)) = (a, b) else { continue };
            let mut ahead = None;
            for (months, (a, b)) in (0_u32..).zip(a.iter().zip(b)) {
                let difference = a - b;
                if difference.is_zero() {
                    continue;
                }
                let is_first = difference.is_negative();
                if ahead.is_some_and(|ahead| ahead != is_first) {
                    let (before, after) = if is_first { (second, first) } else { (first, second) };
                    let day = i32::try_from(months)
                        .ok()
                        .and_then(|months| input.start.add_months(months));
                    dates.extend(day.map(|day| BreakEvenDate {
                        before: before.id.clone(),
                        after: after.id.clone(),
                        months,
                        day,
                    }));
                }
                ahead = Some(is_first);
            }
        }
    }
    dates
}

/// What an option has cost at the beginning and at the end of each month; `None` where a year is not known.
fn curve(option: &OptionAnswer) -> Option<Vec<Exact>> {
    let once = |year: &OptionYear, part: CostPart| {
        year.costs.iter().find(|cost| cost.part == part).map_or(Some(0), |cost| cost.minor)
    };
    let mut reached = exact(once(option.years.first()?, CostPart::Transition)?);
    let mut curve = vec![reached.clone()];
    for year in &option.years {
        let (transition, exit) = (once(year, CostPart::Transition)?, once(year, CostPart::Exit)?);
        let even = exact(year.total_minor?) - exact(transition) - exact(exit);
        let month = even * over(1, MONTHS);
        for _ in 0..MONTHS {
            reached += &month;
            curve.push(reached.clone());
        }
        reached += exact(exit);
        if let Some(last) = curve.last_mut() {
            last.clone_from(&reached);
        }
    }
    Some(curve)
}
