//! The written definitions, by subject.

mod cost;
mod labour;
mod tickets;
mod time;

use super::indicator::Indicator;
use super::registry::Definition;

/// The definition of an indicator.
pub(super) fn of(indicator: Indicator) -> Definition {
    match indicator {
        Indicator::Mtbf => time::MTBF,
        Indicator::MtbfEpisodes => time::MTBF_EPISODES,
        Indicator::Mttr => time::MTTR,
        Indicator::MttrCensored => time::MTTR_CENSORED,
        Indicator::MeanRepairTime => time::MEAN_REPAIR_TIME,
        Indicator::Mttf => time::MTTF,
        Indicator::InherentAvailability => time::INHERENT_AVAILABILITY,
        Indicator::AchievedAvailability => time::ACHIEVED_AVAILABILITY,
        Indicator::OperationalAvailability => time::OPERATIONAL_AVAILABILITY,
        Indicator::FailureAvailability => time::FAILURE_AVAILABILITY,
        Indicator::PlannedAvailability => time::PLANNED_AVAILABILITY,
        Indicator::PreventiveDownShare => time::PREVENTIVE_DOWN_SHARE,
        Indicator::ImmediateDownShare => time::IMMEDIATE_DOWN_SHARE,
        Indicator::OperatingTimePerStop => time::OPERATING_TIME_PER_STOP,
        Indicator::FailureRate => time::FAILURE_RATE,
        Indicator::AnnualFailureRate => time::ANNUAL_FAILURE_RATE,
        Indicator::PreventiveCompliance => tickets::PREVENTIVE_COMPLIANCE,
        Indicator::PreventiveOnTime => tickets::PREVENTIVE_ON_TIME,
        Indicator::ScheduleCompliance => tickets::SCHEDULE_COMPLIANCE,
        Indicator::BacklogWeeks => tickets::BACKLOG_WEEKS,
        Indicator::WrenchTime => tickets::WRENCH_TIME,
        Indicator::FirstTimeFix => tickets::FIRST_TIME_FIX,
        Indicator::ReassignmentFree => tickets::REASSIGNMENT_FREE,
        Indicator::ReopenRate => tickets::REOPEN_RATE,
        Indicator::MeanResolution => tickets::MEAN_RESOLUTION,
        Indicator::LevelCompliance => tickets::LEVEL_COMPLIANCE,
        Indicator::ReactiveShare => labour::REACTIVE_SHARE,
        Indicator::CorrectiveWorkShare => labour::CORRECTIVE_WORK_SHARE,
        Indicator::ImmediateWorkShare => labour::IMMEDIATE_WORK_SHARE,
        Indicator::PreventiveWorkShare => labour::PREVENTIVE_WORK_SHARE,
        Indicator::ConditionWorkShare => labour::CONDITION_WORK_SHARE,
        Indicator::PredeterminedWorkShare => labour::PREDETERMINED_WORK_SHARE,
        Indicator::OvertimeShare => labour::OVERTIME_SHARE,
        Indicator::PlannedWorkShare => labour::PLANNED_WORK_SHARE,
        Indicator::TrainingShare => labour::TRAINING_SHARE,
        Indicator::TrainedShare => labour::TRAINED_SHARE,
        Indicator::PersonnelShare => labour::PERSONNEL_SHARE,
        Indicator::CriticalityCoverage => labour::CRITICALITY_COVERAGE,
        Indicator::CostPerAsset => cost::COST_PER_ASSET,
        Indicator::CostPerTicket => cost::COST_PER_TICKET,
        Indicator::CostOverReplacement => cost::COST_OVER_REPLACEMENT,
        Indicator::SparesOverReplacement => cost::SPARES_OVER_REPLACEMENT,
        Indicator::InternalShare => cost::INTERNAL_SHARE,
        Indicator::ExternalShare => cost::EXTERNAL_SHARE,
        Indicator::ContractorShare => cost::CONTRACTOR_SHARE,
        Indicator::MaterialShare => cost::MATERIAL_SHARE,
        Indicator::StockTurnover => cost::STOCK_TURNOVER,
        Indicator::CorrectiveCostShare => cost::CORRECTIVE_COST_SHARE,
        Indicator::PreventiveCostShare => cost::PREVENTIVE_COST_SHARE,
        Indicator::ConditionCostShare => cost::CONDITION_COST_SHARE,
        Indicator::PredeterminedCostShare => cost::PREDETERMINED_COST_SHARE,
        Indicator::ImprovementCostShare => cost::IMPROVEMENT_COST_SHARE,
        Indicator::TrainingPerHead => cost::TRAINING_PER_HEAD,
        Indicator::StockService => cost::STOCK_SERVICE,
    }
}
