//! Python bindings of `entretien`: convert in, call the core, convert out.

mod answer;
mod asset;
mod asset_parts;
mod calendar;
mod care;
mod change;
mod column;
mod contract;
mod convert;
mod diff;
mod engagement;
mod engagement_parts;
mod error;
mod fleet_column;
mod html;
mod inventory;
mod kept;
mod keyword;
mod kpi;
mod log;
mod log_read;
mod mapping;
mod occurrence;
mod plan;
mod recurrence;
mod review;
mod sourcing;
mod table;
mod task;
mod values;

use pyo3::prelude::*;

/// The compiled part of `entretien`; import from `entretien` instead.
#[pymodule]
mod _native {
    /// Version of the package.
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python gives it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
    /// Version of the rules of public holidays: it changes when a date may.
    #[pymodule_export]
    const HOLIDAY_RULES_VERSION: &str = entretien::calendar::HOLIDAY_RULES_VERSION;
    #[pymodule_export]
    use crate::asset::Asset;
    #[pymodule_export]
    use crate::asset_parts::{Antivirus, Battery, Certificate, Database, Disk, Drive, Software};
    #[pymodule_export]
    use crate::calendar::{BusinessTime, WorkCalendar, holiday_sets, holidays};
    #[pymodule_export]
    use crate::care::audit::Audit;
    #[pymodule_export]
    use crate::care::compare::{
        StructureNode, control_limits_individuals, control_limits_proportion, control_limits_rate,
        group_availability, mann_whitney, proportion_difference, rate_ratio,
        structure_availability, wilson_interval,
    };
    #[pymodule_export]
    use crate::care::economics::{
        Depreciation, economic_life, equivalent_annual_cost, price_after,
    };
    #[pymodule_export]
    use crate::care::lives::History;
    #[pymodule_export]
    use crate::care::observed::{
        block_replacement_by_period, exponential_fit, laplace, mann_kendall,
        mean_cumulative_function, mil_handbook, power_law, survival_curve, weibull_intervals,
        weibull_profile,
    };
    #[pymodule_export]
    use crate::care::reliability::{
        Lifetime, age_replacement, availability, block_replacement, expected_renewals,
        kaplan_meier, minimal_repair, mtbf_interval, renewal_function, weibull_fit,
    };
    #[pymodule_export]
    use crate::care::renewal::{Forecast, Renewals};
    #[pymodule_export]
    use crate::care::report::CareReport;
    #[pymodule_export]
    use crate::care::support::SupportCatalogue;
    #[pymodule_export]
    use crate::contract::ServiceLevels;
    #[pymodule_export]
    use crate::diff::{Difference, PlanDiff, WhatIf};
    #[pymodule_export]
    use crate::engagement::Engagement;
    #[pymodule_export]
    use crate::engagement_parts::plan;
    #[pymodule_export]
    use crate::error::Fault;
    #[pymodule_export]
    use crate::inventory::{Duplicate, TakenOver, take_over, take_over_mapped};
    #[pymodule_export]
    use crate::kpi::accumulator::KpiAccumulator;
    #[pymodule_export]
    use crate::kpi::downtime::{FleetDowntime, definitions, downtime, fleet_downtime};
    #[pymodule_export]
    use crate::kpi::kpis::Kpis;
    #[pymodule_export]
    use crate::kpi::report::KpiReport;
    #[pymodule_export]
    use crate::kpi::table::KpiTable;
    #[pymodule_export]
    use crate::log::Log;
    #[pymodule_export]
    use crate::occurrence::{Occurrence, Step};
    #[pymodule_export]
    use crate::plan::{Occurrences, Plan};
    #[pymodule_export]
    use crate::recurrence::{MonthRule, Rule, RuleSet, RuleWarning, Series, expand};
    #[pymodule_export]
    use crate::review::deliverable::Deliverable;
    #[pymodule_export]
    use crate::sourcing::{Sourcing, compare, make_or_buy};
    #[pymodule_export]
    use crate::table::PlanTable;
    #[pymodule_export]
    use crate::task::{Task, catalogue};
    #[pymodule_export]
    use crate::values::{Columns, Values};
}
