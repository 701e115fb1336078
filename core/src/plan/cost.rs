//! What one occurrence costs.

use super::book::is_on_site;
use super::occurrence::Occurrence;
use crate::quantity::{Money, Rounding};
use serde::Serialize;

/// The estimate of what one occurrence costs, by the rates of the programme.
///
/// Ninety minutes at 50.01 € an hour are 75.02 € of labour (75.015, half-up). Three works of one visit share its
/// travel of 100.00 € as 33.34 €, 33.33 € and 33.33 €, in the order of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cost {
    /// Price of the work: that of an hour of its skill for its minutes, rounded half-up to the minor unit; `None`
    /// when the hour has no price.
    pub labour: Option<Money>,
    /// Its share of the travel of its visit, 0 without travel; `None` when the travel to the site has no price.
    pub travel: Option<Money>,
    /// Price of its parts; `None` when none are stated.
    pub parts: Option<Money>,
}

impl Cost {
    /// Labour, travel and parts together; `None` when labour or travel has no price, or beyond 2⁵³ minor units.
    pub fn total(self) -> Option<Money> {
        let sum = self.labour?.checked_add(self.travel?)?;
        match self.parts {
            Some(parts) => sum.checked_add(parts),
            None => Some(sum),
        }
    }
}

impl Occurrence<'_> {
    /// What it costs; nothing when a decision leaves it out.
    ///
    /// The travel of a visit, which is works on site on one site and day, is shared evenly: each work has the whole
    /// part, and the first ones in the order of the plan one minor unit more until nothing is left. It
    /// looks at every row of its day.
    pub fn cost(&self) -> Cost {
        let rates = &self.plan.input().programme.rates;
        let parts = self.task.policy.parts;
        let currency = rates.currency().or(parts.map(|parts| parts.currency()));
        let nothing = currency.and_then(|currency| Money::new(0, currency));
        if !self.row.marks.is_work() {
            return Cost { labour: nothing, travel: nothing, parts: None };
        }
        let hour = rates.hour(&self.task.skill);
        let minutes = i64::from(self.task.duration_minutes);
        let labour = hour.and_then(|hour| hour.share(minutes, 60, Rounding::HalfUp));
        let travel = if self.is_visit() { self.travel() } else { nothing };
        Cost { labour, travel, parts }
    }

    fn is_visit(&self) -> bool {
        self.row.marks.is_work() && self.asset().is_some() && is_on_site(self.task)
    }

    /// Its share of the travel of the visit.
    fn travel(&self) -> Option<Money> {
        let site = &self.asset()?.site;
        let price = self.plan.input().programme.rates.travel_to(site)?;
        let dates = self.plan.table().dates();
        let date = self.row.date.number();
        let from = dates.partition_point(|other| *other < date);
        let to = dates.partition_point(|other| *other <= date);
        let (mut works, mut place) = (0i64, None);
        for other in (from..to).filter_map(|index| self.plan.occurrence(index)) {
            if other.is_visit() && other.asset().is_some_and(|asset| asset.site == *site) {
                if other.row == self.row {
                    place = place.or(Some(works));
                }
                works += 1;
            }
        }
        let (place, minor) = (place?, price.minor());
        let more = i64::from(place < minor.checked_rem_euclid(works)?);
        Money::new(minor.checked_div_euclid(works)?.checked_add(more)?, price.currency())
    }
}
