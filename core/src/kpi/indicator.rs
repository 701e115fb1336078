//! The indicators by name.

use crate::text::choice;

choice! {
    /// An indicator.
    Indicator {
        /// Mean operating time between failures.
        Mtbf "mtbf" "mean operating time between failures (MTBF)" "temps moyen de fonctionnement entre pannes (MTBF)",
        /// The same, outages that overlap or touch counted once.
        MtbfEpisodes "mtbf_episodes" "MTBF by episodes" "MTBF par épisodes",
        /// Mean time to restoration.
        Mttr "mttr" "mean time to restoration (MTTR)" "temps moyen de rétablissement (MTTR)",
        /// The same, open failures taken in.
        MttrCensored "mttr_censored" "MTTR with open failures" "MTTR avec pannes ouvertes",
        /// Mean active repair time.
        MeanRepairTime "mean_repair_time" "mean active repair time (MRT)" "temps moyen de réparation active (MRT)",
        /// Mean time to resolution of tickets.
        MeanResolution "mean_resolution" "mean time to resolution" "temps moyen de résolution",
        /// Mean time to failure of what is not repaired.
        Mttf "mttf" "mean time to failure (MTTF)" "durée moyenne jusqu'à la panne (MTTF)",
        /// MTBF over MTBF and MTTR.
        InherentAvailability "inherent_availability" "inherent availability" "disponibilité intrinsèque",
        /// Operating time over operating time and all maintenance downtime.
        AchievedAvailability "achieved_availability" "achieved availability" "disponibilité atteinte",
        /// Operating time over required time.
        OperationalAvailability "operational_availability" "operational availability" "disponibilité opérationnelle",
        /// Availability against failures only.
        FailureAvailability "failure_availability" "availability against failures" "disponibilité vis-à-vis des pannes",
        /// Availability against planned stops only.
        PlannedAvailability "planned_availability" "availability against planned stops" "disponibilité vis-à-vis des arrêts planifiés",
        /// Share of preventive work in maintenance downtime.
        PreventiveDownShare "preventive_down_share" "preventive share of downtime" "part préventive de l'indisponibilité",
        /// Share of immediate corrective work in maintenance downtime.
        ImmediateDownShare "immediate_down_share" "immediate corrective share of downtime" "part corrective immédiate de l'indisponibilité",
        /// Operating time per work order that stops an asset.
        OperatingTimePerStop "operating_time_per_stop" "operating time per stopping work order" "temps de fonctionnement par ordre causant arrêt",
        /// Failures per hour of operation.
        FailureRate "failure_rate" "failure rate" "taux de défaillance",
        /// Failures per year of operation.
        AnnualFailureRate "annual_failure_rate" "annual failure rate (AFR)" "taux de défaillance annuel",
        /// Preventive works done in tolerance.
        PreventiveCompliance "preventive_compliance" "preventive compliance" "respect du préventif",
        /// Preventive works done on or before the due day.
        PreventiveOnTime "preventive_on_time" "preventive works on time" "préventif à l'heure",
        /// Work orders done as scheduled.
        ScheduleCompliance "schedule_compliance" "schedule compliance" "respect du calendrier",
        /// Weeks of work waiting.
        BacklogWeeks "backlog_weeks" "backlog" "charge en attente",
        /// Share of observations with somebody at work.
        WrenchTime "wrench_time" "wrench time" "temps en main",
        /// Share of tickets fixed the first time.
        FirstTimeFix "first_time_fix" "first-time fix" "résolution au premier passage",
        /// Share of tickets that never changed hands.
        ReassignmentFree "reassignment_free" "never reassigned" "jamais réaffectés",
        /// Share of tickets reopened.
        ReopenRate "reopen_rate" "reopen rate" "taux de réouverture",
        /// Share of tickets within their service level.
        LevelCompliance "level_compliance" "service level compliance" "respect des niveaux de service",
        /// Corrective share of corrective and preventive hours.
        ReactiveShare "reactive_share" "reactive share" "part réactive",
        /// Corrective share of hours.
        CorrectiveWorkShare "corrective_work_share" "corrective share of work" "part corrective du travail",
        /// Immediate corrective share of hours.
        ImmediateWorkShare "immediate_work_share" "immediate corrective share of work" "part corrective immédiate du travail",
        /// Preventive share of hours.
        PreventiveWorkShare "preventive_work_share" "preventive share of work" "part préventive du travail",
        /// Condition-based share of hours.
        ConditionWorkShare "condition_work_share" "condition-based share of work" "part conditionnelle du travail",
        /// Predetermined share of hours.
        PredeterminedWorkShare "predetermined_work_share" "predetermined share of work" "part systématique du travail",
        /// Overtime share of hours.
        OvertimeShare "overtime_share" "overtime share" "part d'heures supplémentaires",
        /// Planned and scheduled hours over available hours.
        PlannedWorkShare "planned_work_share" "planned work over available work" "travail planifié sur disponible",
        /// Training over hours.
        TrainingShare "training_share" "training share of work" "part de formation",
        /// Trained people.
        TrainedShare "trained_share" "personnel trained" "personnel formé",
        /// Maintenance people over all.
        PersonnelShare "personnel_share" "maintenance personnel share" "part du personnel de maintenance",
        /// Assets whose criticality was judged.
        CriticalityCoverage "criticality_coverage" "criticality coverage" "couverture par l'analyse de criticité",
        /// Cost per asset.
        CostPerAsset "cost_per_asset" "cost per asset" "coût par équipement",
        /// Cost per ticket.
        CostPerTicket "cost_per_ticket" "cost per ticket" "coût par ticket",
        /// Cost over replacement value.
        CostOverReplacement "cost_over_replacement" "maintenance cost over replacement value" "coût de maintenance sur valeur de remplacement",
        /// Value of spares over replacement value.
        SparesOverReplacement "spares_over_replacement" "spares over replacement value" "stock de pièces sur valeur de remplacement",
        /// Own staff's share of cost.
        InternalShare "internal_share" "internal personnel share" "part du personnel interne",
        /// Hired staff's share of cost.
        ExternalShare "external_share" "external personnel share" "part du personnel externe",
        /// Contractors' share of cost.
        ContractorShare "contractor_share" "contractor share" "part de la sous-traitance",
        /// Materials' share of cost.
        MaterialShare "material_share" "material share" "part des pièces",
        /// Materials over stock.
        StockTurnover "stock_turnover" "turnover of spares" "rotation du stock de pièces",
        /// Corrective share of cost.
        CorrectiveCostShare "corrective_cost_share" "corrective share of cost" "part corrective du coût",
        /// Preventive share of cost.
        PreventiveCostShare "preventive_cost_share" "preventive share of cost" "part préventive du coût",
        /// Condition-based share of cost.
        ConditionCostShare "condition_cost_share" "condition-based share of cost" "part conditionnelle du coût",
        /// Predetermined share of cost.
        PredeterminedCostShare "predetermined_cost_share" "predetermined share of cost" "part systématique du coût",
        /// Improvement share of cost.
        ImprovementCostShare "improvement_cost_share" "improvement share of cost" "part d'amélioration du coût",
        /// Training per head.
        TrainingPerHead "training_per_head" "training cost per head" "coût de formation par personne",
        /// Requests served from stock.
        StockService "stock_service" "stock service" "taux de service du magasin",
    }
}
