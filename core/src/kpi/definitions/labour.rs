//! Hours and people.

use super::super::indicator::Indicator;
use super::super::measure::Measure;
use super::super::registry::{Definition, Formula, Goal, IndicatorUnit, IntervalKind, NoValue};

pub(in super::super) const REACTIVE_SHARE: Definition = Definition {
    indicator: Indicator::ReactiveShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "corrective minutes / corrective and preventive minutes",
        "minutes correctives / minutes correctives et préventives",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::CorrectiveMinutes],
        denominator: &[Measure::CorrectiveMinutes, Measure::PreventiveMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const CORRECTIVE_WORK_SHARE: Definition = Definition {
    indicator: Indicator::CorrectiveWorkShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("O16"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "corrective minutes / minutes of maintenance work",
        "minutes correctives / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::CorrectiveMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const IMMEDIATE_WORK_SHARE: Definition = Definition {
    indicator: Indicator::ImmediateWorkShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("O17"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "immediate corrective minutes / minutes of maintenance work",
        "minutes correctives immédiates / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ImmediateMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const PREVENTIVE_WORK_SHARE: Definition = Definition {
    indicator: Indicator::PreventiveWorkShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("O18"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "preventive minutes / minutes of maintenance work",
        "minutes préventives / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::PreventiveMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const CONDITION_WORK_SHARE: Definition = Definition {
    indicator: Indicator::ConditionWorkShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("O19"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "condition-based minutes / minutes of maintenance work",
        "minutes conditionnelles / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ConditionMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const PREDETERMINED_WORK_SHARE: Definition = Definition {
    indicator: Indicator::PredeterminedWorkShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("O20"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "predetermined minutes / minutes of maintenance work",
        "minutes systématiques / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::PredeterminedMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const OVERTIME_SHARE: Definition = Definition {
    indicator: Indicator::OvertimeShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("O21"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "overtime minutes / minutes of maintenance work",
        "minutes supplémentaires / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OvertimeMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const PLANNED_WORK_SHARE: Definition = Definition {
    indicator: Indicator::PlannedWorkShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("O5"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "planned and scheduled minutes / available minutes",
        "minutes planifiées et programmées / minutes disponibles",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ScheduledMinutes],
        denominator: &[Measure::AvailableMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const TRAINING_SHARE: Definition = Definition {
    indicator: Indicator::TrainingShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("O23"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "training minutes / minutes of maintenance work",
        "minutes de formation / minutes de travail de maintenance",
    ),
    edge_text: ("no hours: no value", "aucune heure : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::TrainingMinutes],
        denominator: &[Measure::WorkMinutes],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const TRAINED_SHARE: Definition = Definition {
    indicator: Indicator::TrainedShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("O15"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "trained maintenance personnel / maintenance personnel",
        "personnel de maintenance formé / personnel de maintenance",
    ),
    edge_text: ("no personnel: no value", "aucun personnel : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::TrainedPersonnel],
        denominator: &[Measure::Personnel],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const PERSONNEL_SHARE: Definition = Definition {
    indicator: Indicator::PersonnelShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("O1"),
    source: "EN 15341:2007 (from memory)",
    formula_text: ("maintenance personnel / employees", "personnel de maintenance / effectif"),
    edge_text: ("no employees: no value", "aucun effectif : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::Personnel],
        denominator: &[Measure::Employees],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const CRITICALITY_COVERAGE: Definition = Definition {
    indicator: Indicator::CriticalityCoverage,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("T15"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "assets whose criticality was judged / assets",
        "équipements à criticité jugée / équipements",
    ),
    edge_text: ("no asset: no value", "aucun équipement : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::JudgedAssets],
        denominator: &[Measure::Assets],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};
