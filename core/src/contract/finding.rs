//! What contracts, estate and plan say of each other.

use super::Service;
use crate::error::{Code, codes};
use crate::id::{AssetId, ContractId};
use crate::quantity::Money;
use crate::text::Text;
use crate::time::Day;
use serde::Serialize;

/// One figure of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// What it is, with its unit last: `occurrences`, `planned_minutes`.
    pub name: &'static str,
    /// How much.
    pub value: u64,
}

/// What contracts, estate and plan say of each other; ordered by code, then contract, then asset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageFinding {
    /// Stable code, `COV-001` to `COV-007`; the register of codes has its meaning and cure.
    pub code: &'static str,
    /// The contract that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractId>,
    /// The asset that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The service that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// The first day concerned.
    pub day: Day,
    /// Figures, in a fixed order for each code.
    pub figures: Vec<Figure>,
    /// Sums of known prices, one for each currency, by currency.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Money>,
    /// The assets concerned, where there may be several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assets: Vec<AssetId>,
    /// One sentence without a final stop, in both languages.
    pub text: Text,
}

impl CoverageFinding {
    pub(crate) fn new(code: Code, day: Day, figures: &[(&'static str, u64)], text: Text) -> Self {
        CoverageFinding {
            code: codes::info(code).code,
            contract: None,
            asset: None,
            service: None,
            day,
            figures: figures.iter().map(|(name, value)| Figure { name, value: *value }).collect(),
            values: Vec::new(),
            assets: Vec::new(),
            text,
        }
    }

    /// The figure called `name`.
    pub fn figure(&self, name: &str) -> Option<u64> {
        self.figures.iter().find(|figure| figure.name == name).map(|figure| figure.value)
    }
}
