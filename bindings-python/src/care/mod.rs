//! Care of an estate: support, renewals, audits, and the mathematics of replacement.

pub(crate) mod audit;
pub(crate) mod compare;
pub(crate) mod economics;
pub(crate) mod lives;
pub(crate) mod observed;
pub(crate) mod reliability;
pub(crate) mod renewal;
pub(crate) mod report;
pub(crate) mod support;

use crate::answer::Typed;
use entretien::{audit as audits, engagement as asked, inventory, reliability as laws};
use entretien::{renewal as renewals, support as cycles, takeover};
use pyo3::exceptions::PyValueError;
use pyo3::inspect::PyStaticExpr;
use pyo3::type_hint_identifier;

macro_rules! typed {
    ($( $type:ty: $name:literal ),* $(,)?) => { $(
        impl Typed for $type {
            const HINT: PyStaticExpr = type_hint_identifier!("entretien._care_answers", $name);
        }
    )* };
}

typed! {
    cycles::SupportProduct: "SupportProduct",
    cycles::Cycle: "Cycle",
    cycles::SupportStatus: "SupportStatus",
    asked::SupportSurvey: "SupportSurvey",
    asked::Comparison: "Comparison",
    asked::AccessReport: "AccessReport",
    renewals::RenewalRow: "RenewalRow",
    renewals::ForecastCell: "ForecastCell",
    renewals::ForecastTotal: "ForecastTotal",
    renewals::UndatedCount: "UndatedCount",
    renewals::AgeRow: "AgeRow",
    renewals::Unplanned: "Unplanned",
    renewals::Books: "Books",
    renewals::BudgetTable: "BudgetTable",
    renewals::YearCharge: "YearCharge",
    renewals::Retirement: "Retirement",
    renewals::EconomicLife: "EconomicLife",
    audits::Audit: "AuditResult",
    audits::Scores: "Scores",
    audits::RuleResult: "RuleResult",
    audits::Finding: "Finding",
    audits::WaiverResult: "WaiverResult",
    audits::FindingGroup: "FindingGroup",
    audits::AuditComparison: "AuditComparison",
    audits::RemedyRow: "RemedyRow",
    takeover::Conflict: "Conflict",
    takeover::Reconciliation: "Reconciliation",
    takeover::FoundContract: "FoundContract",
    takeover::FoundRelation: "FoundRelation",
    takeover::Quality: "Quality",
    takeover::TakeoverDiff: "TakeoverDiff",
    inventory::Licence: "Licence",
    inventory::Consumable: "Consumable",
    inventory::Relation: "Relation",
    laws::AgeReplacement: "AgeReplacement",
    laws::BlockReplacement: "BlockReplacement",
    laws::MinimalRepair: "MinimalRepair",
    laws::FleetRenewals: "FleetRenewals",
    laws::WeibullEstimate: "WeibullEstimate",
    laws::SurvivalStep: "SurvivalStep",
    laws::MtbfEstimate: "MtbfEstimate",
    laws::Availability: "Availability",
}

/// An answer of the core as JSON: the bytes that every other binding gives.
pub(crate) fn json(answer: &impl serde::Serialize) -> pyo3::PyResult<String> {
    serde_json::to_string(answer).map_err(|failure| PyValueError::new_err(failure.to_string()))
}
