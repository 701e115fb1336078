//! Money of each year against its cap.

use crate::quantity::Currency;
use serde::Serialize;

/// Money of each year, by kind, against its cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetChart {
    /// What the chart is called.
    pub title: String,
    /// Currency of all amounts.
    pub currency: Currency,
    /// Names of the kinds of spending.
    pub series: Vec<String>,
    /// Years in order.
    pub years: Vec<BudgetYear>,
}

/// One year of a [`BudgetChart`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetYear {
    /// Such as `2027`.
    pub label: String,
    /// Minor units in the order of the series; `None` when unknown, negative for a credit.
    pub parts_minor: Vec<Option<i64>>,
    /// What may be spent; `None` without a cap.
    pub cap_minor: Option<i64>,
}

impl BudgetYear {
    /// What is known of the year, in minor units, held at the ends of the numbers.
    pub fn known_minor(&self) -> i64 {
        self.parts_minor.iter().flatten().fold(0, |sum, part| sum.saturating_add(*part))
    }

    /// How many parts are unknown.
    pub fn unknown_count(&self) -> usize {
        self.parts_minor.iter().filter(|part| part.is_none()).count()
    }

    /// Whether what is known exceeds the cap.
    pub fn is_over(&self) -> bool {
        self.cap_minor.is_some_and(|cap| self.known_minor() > cap)
    }
}
