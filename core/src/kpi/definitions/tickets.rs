//! Tickets, levels and preventive works.

use super::super::indicator::Indicator;
use super::super::measure::Measure;
use super::super::registry::{Definition, Formula, Goal, IndicatorUnit, IntervalKind, NoValue};

pub(in super::super) const PREVENTIVE_COMPLIANCE: Definition = Definition {
    indicator: Indicator::PreventiveCompliance,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "SMRP 5.4.10",
    formula_text: (
        "preventive works done within ± grace × interval of the due day / preventive works due",
        "préventifs faits à ± tolérance × intervalle de l’échéance / préventifs échus",
    ),
    edge_text: (
        "not done counts as missed; due after the window is left out",
        "non fait compte comme manqué ; échu après la fenêtre exclu",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::PreventiveInTolerance],
        denominator: &[Measure::PreventiveDue],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const PREVENTIVE_ON_TIME: Definition = Definition {
    indicator: Indicator::PreventiveOnTime,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "preventive works done on or before the due day / preventive works due",
        "préventifs faits au plus tard à l’échéance / préventifs échus",
    ),
    edge_text: ("not done counts as missed", "non fait compte comme manqué"),
    formula: Formula::Ratio {
        numerator: &[Measure::PreventiveOnTime],
        denominator: &[Measure::PreventiveDue],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const SCHEDULE_COMPLIANCE: Definition = Definition {
    indicator: Indicator::ScheduleCompliance,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("O22"),
    source: "EN 15341:2007 O22",
    formula_text: (
        "work orders done as scheduled / work orders scheduled",
        "ordres faits comme programmés / ordres programmés",
    ),
    edge_text: (
        "the schedule is that of the begin of the window",
        "le calendrier est celui du début de la fenêtre",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::OrdersAsScheduled],
        denominator: &[Measure::OrdersScheduled],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const BACKLOG_WEEKS: Definition = Definition {
    indicator: Indicator::BacklogWeeks,
    unit: IndicatorUnit::Weeks,
    goal: Goal::Lower,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "estimated minutes of orders not done / crew minutes a week",
        "minutes estimées des ordres non faits / minutes d’équipe par semaine",
    ),
    edge_text: (
        "no crew: no value; orders without an estimate are counted apart",
        "aucune équipe : pas de valeur ; ordres sans estimation comptés à part",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::BacklogMinutes],
        denominator: &[Measure::CrewWeekMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const WRENCH_TIME: Definition = Definition {
    indicator: Indicator::WrenchTime,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "SMRP",
    formula_text: ("hands-on observations / observations", "observations en main / observations"),
    edge_text: ("a sample: Wilson interval", "un échantillon : intervalle de Wilson"),
    formula: Formula::Ratio {
        numerator: &[Measure::HandsOnSamples],
        denominator: &[Measure::WorkSamples],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const FIRST_TIME_FIX: Definition = Definition {
    indicator: Indicator::FirstTimeFix,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "resolved with one visit and not reopened within k days / resolved, old enough to judge",
        "résolus en une visite et non rouverts sous k jours / résolus, assez anciens pour juger",
    ),
    edge_text: (
        "tickets younger than k days are left out and counted",
        "les tickets de moins de k jours sont exclus et comptés",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::FirstTimeFixedTickets],
        denominator: &[Measure::FirstTimeJudgedTickets],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const REASSIGNMENT_FREE: Definition = Definition {
    indicator: Indicator::ReassignmentFree,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "resolved without reassignment / resolved",
        "résolus sans réaffectation / résolus",
    ),
    edge_text: (
        "tickets of unknown routing are left out",
        "les tickets à aiguillage inconnu sont exclus",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::UnreassignedTickets],
        denominator: &[Measure::RoutedTickets],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const REOPEN_RATE: Definition = Definition {
    indicator: Indicator::ReopenRate,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: ("reopened at least once / resolved", "rouverts au moins une fois / résolus"),
    edge_text: (
        "tickets of unknown reopenings are left out",
        "les tickets aux réouvertures inconnues sont exclus",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::ReopenedTickets],
        denominator: &[Measure::ReopenKnownTickets],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};

pub(in super::super) const MEAN_RESOLUTION: Definition = Definition {
    indicator: Indicator::MeanResolution,
    unit: IndicatorUnit::Hours,
    goal: Goal::Lower,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "Σ time from opening to resolution / resolved",
        "Σ temps de l’ouverture à la résolution / résolus",
    ),
    edge_text: (
        "open tickets are left out and counted",
        "les tickets ouverts sont exclus et comptés",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::ResolutionSeconds],
        denominator: &[Measure::ResolvedTickets],
        scale: (1, 3_600),
    },
    empty: NoValue::NoClosedIncident,
    interval: IntervalKind::None,
};

pub(in super::super) const LEVEL_COMPLIANCE: Definition = Definition {
    indicator: Indicator::LevelCompliance,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: ("met / (met + breached)", "tenus / (tenus + manqués)"),
    edge_text: (
        "open and late is breached; open and not late is left out and counted",
        "ouvert et en retard est manqué ; ouvert et à l’heure est exclu et compté",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::LevelsMet],
        denominator: &[Measure::LevelsMet, Measure::LevelsBreached],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};
