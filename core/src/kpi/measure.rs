//! What is counted and summed: whole numbers, from which every indicator is one division away.

use crate::text::choice;

choice! {
    /// The unit of a measure.
    MeasureUnit {
        /// A number of things.
        Count "count" "number" "nombre",
        /// Seconds.
        Seconds "seconds" "seconds" "secondes",
        /// Minutes of work.
        Minutes "minutes" "minutes" "minutes",
        /// Minor units of the currency.
        Minor "minor" "minor units" "unités mineures",
    }
}

choice! {
    /// A total. Those of time and tickets come from the log and the estate; those marked *given* only from the
    /// caller, since no log has them.
    Measure {
        /// Windows of the assets in service, less planned windows: seconds.
        RequiredSeconds "required_seconds" "required time" "temps requis",
        /// Required time less unplanned downtime: seconds.
        OperatingSeconds "operating_seconds" "operating time" "temps de fonctionnement",
        /// Unplanned downtime, united: seconds.
        FailureDownSeconds "failure_down_seconds" "downtime due to failures" "indisponibilité due aux pannes",
        /// Planned windows, united: seconds.
        PlannedDownSeconds "planned_down_seconds" "planned downtime" "indisponibilité planifiée",
        /// Planned windows of preventive work: seconds.
        PreventiveDownSeconds "preventive_down_seconds" "downtime for preventive work" "indisponibilité pour préventif",
        /// Downtime due to failures and planned windows: seconds.
        MaintenanceDownSeconds "maintenance_down_seconds" "downtime due to maintenance" "indisponibilité due à la maintenance",
        /// Active time of corrective work that could not wait: seconds.
        ImmediateRepairSeconds "immediate_repair_seconds" "immediate corrective time" "temps correctif immédiat",
        /// Outages that begin in the window.
        Failures "failures" "failures" "pannes",
        /// Runs of outages that overlap or touch.
        FailureEpisodes "failure_episodes" "episodes of failure" "épisodes de panne",
        /// Failures whose end is known.
        RestoredFailures "restored_failures" "restored failures" "pannes rétablies",
        /// Failures still open.
        OpenFailures "open_failures" "open failures" "pannes ouvertes",
        /// From failure to restoration, of those that are restored: seconds.
        RestorationSeconds "restoration_seconds" "time to restoration" "temps de rétablissement",
        /// From failure to the end of the window, of those still open: seconds.
        OpenRestorationSeconds "open_restoration_seconds" "time of open failures" "durée des pannes ouvertes",
        /// From begin to end of corrective work, waits left out: seconds.
        RepairSeconds "repair_seconds" "active repair time" "temps de réparation actif",
        /// Corrective interventions with begin and end.
        Repairs "repairs" "repairs" "réparations",
        /// Interventions that stopped an asset.
        DowntimeOrders "downtime_orders" "work orders causing downtime" "ordres causant un arrêt",
        /// Tickets opened.
        OpenedTickets "opened_tickets" "tickets opened" "tickets ouverts",
        /// Tickets opened and not resolved.
        OpenTickets "open_tickets" "tickets open" "tickets non résolus",
        /// Tickets resolved, the instant being known.
        ResolvedTickets "resolved_tickets" "tickets resolved" "tickets résolus",
        /// Tickets resolved or closed whose changes of group are known.
        RoutedTickets "routed_tickets" "tickets resolved, routing known" "tickets résolus, aiguillage connu",
        /// Of these, those that never changed hands.
        UnreassignedTickets "unreassigned_tickets" "tickets never reassigned" "tickets jamais réaffectés",
        /// Tickets resolved or closed whose reopenings are known.
        ReopenKnownTickets "reopen_known_tickets" "tickets resolved, reopenings known" "tickets résolus, réouvertures connues",
        /// Of these, those reopened at least once.
        ReopenedTickets "reopened_tickets" "tickets reopened" "tickets rouverts",
        /// Tickets resolved whose visits are known and that are old enough to judge.
        FirstTimeJudgedTickets "first_time_judged_tickets" "tickets judged for first-time fix" "tickets jugés au premier passage",
        /// Of these, those resolved with one visit and not reopened.
        FirstTimeFixedTickets "first_time_fixed_tickets" "tickets fixed the first time" "tickets réglés du premier coup",
        /// Resolved too lately to be judged.
        FirstTimeYoungTickets "first_time_young_tickets" "tickets too young to judge" "tickets trop récents pour juger",
        /// From opening to resolution: seconds.
        ResolutionSeconds "resolution_seconds" "time to resolution" "temps de résolution",
        /// Tickets within their service level.
        LevelsMet "levels_met" "service levels met" "niveaux de service tenus",
        /// Tickets beyond it, those still open included.
        LevelsBreached "levels_breached" "service levels breached" "niveaux de service manqués",
        /// Tickets still open and not late.
        LevelsOpen "levels_open" "service levels still open" "niveaux de service encore ouverts",
        /// Tickets without a service level.
        LevelsUnknown "levels_unknown" "tickets without a service level" "tickets sans niveau de service",
        /// Preventive works due.
        PreventiveDue "preventive_due" "preventive works due" "préventifs échus",
        /// Of these, done within the tolerance.
        PreventiveInTolerance "preventive_in_tolerance" "preventive works within tolerance" "préventifs dans la tolérance",
        /// Of these, done on or before the due day.
        PreventiveOnTime "preventive_on_time" "preventive works on time" "préventifs à l'heure",
        /// Work orders scheduled.
        OrdersScheduled "orders_scheduled" "work orders scheduled" "ordres programmés",
        /// Of these, done on the day scheduled.
        OrdersAsScheduled "orders_as_scheduled" "work orders done as scheduled" "ordres faits comme programmés",
        /// Estimated work of orders not done: minutes.
        BacklogMinutes "backlog_minutes" "backlog" "travail en attente",
        /// Orders not done without an estimate.
        BacklogWithoutEstimate "backlog_without_estimate" "backlog without estimate" "en attente sans estimation",
        /// Work of the crew in a week: minutes, given.
        CrewWeekMinutes "crew_week_minutes" "crew minutes a week" "minutes d'équipe par semaine",
        /// Observations of somebody at work, given.
        HandsOnSamples "hands_on_samples" "hands-on observations" "observations en main",
        /// Observations in all, given.
        WorkSamples "work_samples" "observations" "observations",
        /// Work on corrective interventions: minutes.
        CorrectiveMinutes "corrective_minutes" "corrective work" "travail correctif",
        /// Of this, on what could not wait: minutes.
        ImmediateMinutes "immediate_minutes" "immediate corrective work" "travail correctif immédiat",
        /// Work on preventive interventions: minutes.
        PreventiveMinutes "preventive_minutes" "preventive work" "travail préventif",
        /// Of this, because of a measured condition: minutes, given.
        ConditionMinutes "condition_minutes" "condition-based work" "travail conditionnel",
        /// Of this, at fixed intervals: minutes.
        PredeterminedMinutes "predetermined_minutes" "predetermined work" "travail systématique",
        /// Work of every kind: minutes.
        WorkMinutes "work_minutes" "maintenance work" "travail de maintenance",
        /// Overtime: minutes.
        OvertimeMinutes "overtime_minutes" "overtime" "heures supplémentaires",
        /// Planned and scheduled work: minutes.
        ScheduledMinutes "scheduled_minutes" "scheduled work" "travail programmé",
        /// Work that could be had: minutes, given.
        AvailableMinutes "available_minutes" "available work" "travail disponible",
        /// Training: minutes, given.
        TrainingMinutes "training_minutes" "training" "formation",
        /// Cost of own staff.
        InternalMinor "internal_minor" "internal personnel cost" "coût du personnel interne",
        /// Cost of hired staff.
        ExternalMinor "external_minor" "external personnel cost" "coût du personnel externe",
        /// Cost of contractors.
        ContractorMinor "contractor_minor" "contractor cost" "coût de la sous-traitance",
        /// Cost of parts and materials.
        MaterialMinor "material_minor" "material cost" "coût des pièces",
        /// Cost of maintenance in all: the four above, travel included in that of who travels.
        MaintenanceMinor "maintenance_minor" "maintenance cost" "coût de maintenance",
        /// Of this, corrective.
        CorrectiveMinor "corrective_minor" "corrective cost" "coût correctif",
        /// Of this, preventive.
        PreventiveMinor "preventive_minor" "preventive cost" "coût préventif",
        /// Of this, because of a measured condition, given.
        ConditionMinor "condition_minor" "condition-based cost" "coût conditionnel",
        /// Of this, at fixed intervals.
        PredeterminedMinor "predetermined_minor" "predetermined cost" "coût systématique",
        /// Of this, updates and renewals.
        ImprovementMinor "improvement_minor" "improvement cost" "coût d'amélioration",
        /// Cost of training, given.
        TrainingMinor "training_minor" "training cost" "coût de formation",
        /// What replacing the assets would cost.
        ReplacementMinor "replacement_minor" "asset replacement value" "valeur de remplacement du parc",
        /// Value of spare parts in stock, given.
        SpareMinor "spare_minor" "value of spare parts" "valeur du stock de pièces",
        /// Assets.
        Assets "assets" "assets" "équipements",
        /// Of these, those whose criticality was judged.
        JudgedAssets "judged_assets" "assets with a criticality" "équipements à criticité jugée",
        /// People in maintenance, given.
        Personnel "personnel" "maintenance personnel" "personnel de maintenance",
        /// Of these, those trained, given.
        TrainedPersonnel "trained_personnel" "personnel trained" "personnel formé",
        /// People employed in all, given.
        Employees "employees" "employees" "effectif",
        /// Requests to the stock, given.
        StockRequests "stock_requests" "requests to the stock" "demandes au magasin",
        /// Of these, served from it, given.
        StockServed "stock_served" "requests served from stock" "demandes servies par le magasin",
    }
}

impl Measure {
    /// Its unit.
    pub fn unit(self) -> MeasureUnit {
        let code = self.code();
        if code.ends_with("_seconds") {
            MeasureUnit::Seconds
        } else if code.ends_with("_minutes") {
            MeasureUnit::Minutes
        } else if code.ends_with("_minor") {
            MeasureUnit::Minor
        } else {
            MeasureUnit::Count
        }
    }
}
