//! Sums of two plans side by side.

use super::super::result::Plan;
use crate::quantity::Currency;
use serde::Serialize;

/// Sums of two plans, and numbers of their differences by kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DiffTotals {
    /// Occurrences before, those that a decision leaves out not counted.
    pub occurrences_before: u64,
    /// Occurrences after.
    pub occurrences_after: u64,
    /// Work before, minutes.
    pub work_minutes_before: u64,
    /// Work after, minutes.
    pub work_minutes_after: u64,
    /// Visits before.
    pub visits_before: u64,
    /// Visits after.
    pub visits_after: u64,
    /// Currency of the costs; `None` when nothing has a price, or when the two plans have different ones: then
    /// no costs are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// Known cost before, travel included, minor units; `None` when nothing has a price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_minor_before: Option<u64>,
    /// Known cost after, minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_minor_after: Option<u64>,
    /// Occurrences that only the plan after has.
    pub added: u64,
    /// Occurrences that only the plan before has.
    pub removed: u64,
    /// Occurrences on another planned day.
    pub moved: u64,
    /// Occurrences on the same day of which something else differs.
    pub changed: u64,
}

impl DiffTotals {
    /// The sums of both plans, without differences.
    pub(super) fn of(before: &Plan, after: &Plan) -> DiffTotals {
        let (a, b) = (before.totals(), after.totals());
        let currencies = (a.cost.as_ref().map(|c| c.currency), b.cost.as_ref().map(|c| c.currency));
        let currency = match currencies {
            (Some(own), Some(other)) => Some(own).filter(|own| *own == other),
            (own, other) => own.or(other),
        };
        let cost = |cost: &Option<super::super::totals::CostTotal>| {
            cost.as_ref().filter(|_| currency.is_some()).map(|cost| cost.cost_minor)
        };
        DiffTotals {
            occurrences_before: a.occurrences,
            occurrences_after: b.occurrences,
            work_minutes_before: a.work_minutes,
            work_minutes_after: b.work_minutes,
            visits_before: a.visits,
            visits_after: b.visits,
            currency,
            cost_minor_before: cost(&a.cost),
            cost_minor_after: cost(&b.cost),
            ..DiffTotals::default()
        }
    }
}
