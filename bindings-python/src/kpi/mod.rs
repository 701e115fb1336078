//! Logs of incidents and interventions, and the indicators that follow from them.

pub(crate) mod accumulator;
pub(crate) mod ask;
pub(crate) mod downtime;
pub(crate) mod kpis;
pub(crate) mod report;
pub(crate) mod table;

use crate::answer::Typed;
use entretien::engagement as asked;
use entretien::intervention::{IncidentRow, InterventionRow, follow};
use entretien::kpi::{self as core, downtime as down};
use entretien::reliability as laws;
use pyo3::inspect::PyStaticExpr;
use pyo3::type_hint_identifier;

macro_rules! typed {
    ($( $type:ty: $name:literal ),* $(,)?) => { $(
        impl Typed for $type {
            const HINT: PyStaticExpr = type_hint_identifier!("entretien._kpi_answers", $name);
        }
    )* };
}

typed! {
    IncidentRow<'_>: "IncidentRow",
    InterventionRow<'_>: "InterventionRow",
    follow::OpenList<'_>: "OpenList",
    follow::Repeat<'_>: "Repeat",
    follow::FollowUpSummary<'_>: "FollowUpSummary",
    follow::Problems<'_>: "Problems",
    follow::Synthesis: "Synthesis",
    core::DefinitionRow: "DefinitionRow",
    core::Dimension: "Dimension",
    core::Answer: "KpiAnswer",
    core::Percentile: "Percentile",
    core::Trend: "Trend",
    core::KpiChange: "KpiChange",
    core::Pareto: "Pareto",
    core::Advice: "Advice",
    asked::AdviceRow: "AdviceRow",
    down::Downtime: "Downtime",
    laws::WeibullProfile: "WeibullProfile",
    laws::ExponentialFit: "ExponentialFit",
    laws::SurvivalCurve: "SurvivalCurve",
    laws::PowerLawEstimate: "PowerLawEstimate",
    laws::TrendTest: "TrendTest",
    laws::MannKendall: "MannKendall",
    laws::RateRatio: "RateRatio",
    laws::ProportionDifference: "ProportionDifference",
    laws::ProportionInterval: "ProportionInterval",
    laws::MannWhitney: "MannWhitney",
    laws::IndividualsChart: "IndividualsChart",
    laws::RatioChart: "RatioChart",
    laws::NodeAvailability: "NodeAvailability",
    laws::GroupAvailability: "GroupAvailability",
    laws::BlockPeriods: "BlockPeriods",
}

/// An argument that is a code of a closed list of the core, typed by its alias.
macro_rules! code {
    ($(#[$meta:meta])* $name:ident($core:ty) $argument:literal $alias:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct $name(pub(crate) $core);

        impl pyo3::FromPyObject<'_, '_> for $name {
            type Error = pyo3::PyErr;
            const INPUT_TYPE: pyo3::inspect::PyStaticExpr =
                pyo3::type_hint_identifier!("entretien._kpi_answers", $alias);

            fn extract(object: pyo3::Borrowed<'_, '_, pyo3::PyAny>) -> pyo3::PyResult<Self> {
                let text: pyo3::pybacked::PyBackedStr = object.extract()?;
                <$core>::parse(&text).map($name).ok_or_else(|| {
                    let codes: Vec<&str> = <$core>::ALL.iter().map(|value| value.code()).collect();
                    $crate::keyword::unknown($argument, &codes, &text)
                })
            }
        }
    };
}
pub(crate) use code;

code! {
    /// What is measured.
    Indicator(core::Indicator) "indicator" "Indicator"
}
code! {
    /// What is added up.
    Measure(core::Measure) "measure" "Measure"
}
code! {
    /// What groups are made by.
    Dimension(core::Dimension) "dimension" "Dimension"
}
