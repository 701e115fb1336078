//! Money and stock.

use super::super::indicator::Indicator;
use super::super::measure::Measure;
use super::super::registry::{Definition, Formula, Goal, IndicatorUnit, IntervalKind, NoValue};

pub(in super::super) const COST_PER_ASSET: Definition = Definition {
    indicator: Indicator::CostPerAsset,
    unit: IndicatorUnit::Minor,
    goal: Goal::Lower,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: ("maintenance cost / assets", "coût de maintenance / équipements"),
    edge_text: ("no asset: no value", "aucun équipement : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::MaintenanceMinor],
        denominator: &[Measure::Assets],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const COST_PER_TICKET: Definition = Definition {
    indicator: Indicator::CostPerTicket,
    unit: IndicatorUnit::Minor,
    goal: Goal::Lower,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: ("maintenance cost / tickets opened", "coût de maintenance / tickets ouverts"),
    edge_text: ("no ticket: no value", "aucun ticket : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::MaintenanceMinor],
        denominator: &[Measure::OpenedTickets],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const COST_OVER_REPLACEMENT: Definition = Definition {
    indicator: Indicator::CostOverReplacement,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("E1"),
    source: "EN 15341:2007 E1; SMRP 1.5",
    formula_text: (
        "maintenance cost / asset replacement value",
        "coût de maintenance / valeur de remplacement du parc",
    ),
    edge_text: ("no replacement value: no value", "aucune valeur de remplacement : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::MaintenanceMinor],
        denominator: &[Measure::ReplacementMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const SPARES_OVER_REPLACEMENT: Definition = Definition {
    indicator: Indicator::SparesOverReplacement,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("E7"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "value of spare parts / asset replacement value",
        "valeur du stock de pièces / valeur de remplacement du parc",
    ),
    edge_text: ("no replacement value: no value", "aucune valeur de remplacement : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::SpareMinor],
        denominator: &[Measure::ReplacementMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const INTERNAL_SHARE: Definition = Definition {
    indicator: Indicator::InternalShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E8"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "internal personnel cost / maintenance cost",
        "coût du personnel interne / coût de maintenance",
    ),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::InternalMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const EXTERNAL_SHARE: Definition = Definition {
    indicator: Indicator::ExternalShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E9"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "external personnel cost / maintenance cost",
        "coût du personnel externe / coût de maintenance",
    ),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ExternalMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const CONTRACTOR_SHARE: Definition = Definition {
    indicator: Indicator::ContractorShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E10"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "contractor cost / maintenance cost",
        "coût de la sous-traitance / coût de maintenance",
    ),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ContractorMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const MATERIAL_SHARE: Definition = Definition {
    indicator: Indicator::MaterialShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E11"),
    source: "EN 15341:2007 (from memory)",
    formula_text: ("material cost / maintenance cost", "coût des pièces / coût de maintenance"),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::MaterialMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const STOCK_TURNOVER: Definition = Definition {
    indicator: Indicator::StockTurnover,
    unit: IndicatorUnit::Ratio,
    goal: Goal::Higher,
    en15341: Some("E12"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "material cost / value of spare parts",
        "coût des pièces / valeur du stock de pièces",
    ),
    edge_text: ("no stock: no value", "aucun stock : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::MaterialMinor],
        denominator: &[Measure::SpareMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const CORRECTIVE_COST_SHARE: Definition = Definition {
    indicator: Indicator::CorrectiveCostShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("E15"),
    source: "EN 15341:2007 (from memory)",
    formula_text: ("corrective cost / maintenance cost", "coût correctif / coût de maintenance"),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::CorrectiveMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const PREVENTIVE_COST_SHARE: Definition = Definition {
    indicator: Indicator::PreventiveCostShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("E16"),
    source: "EN 15341:2007 (from memory)",
    formula_text: ("preventive cost / maintenance cost", "coût préventif / coût de maintenance"),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::PreventiveMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const CONDITION_COST_SHARE: Definition = Definition {
    indicator: Indicator::ConditionCostShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E17"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "condition-based cost / maintenance cost",
        "coût conditionnel / coût de maintenance",
    ),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ConditionMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const PREDETERMINED_COST_SHARE: Definition = Definition {
    indicator: Indicator::PredeterminedCostShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E18"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "predetermined cost / maintenance cost",
        "coût systématique / coût de maintenance",
    ),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::PredeterminedMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const IMPROVEMENT_COST_SHARE: Definition = Definition {
    indicator: Indicator::ImprovementCostShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("E19"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "cost of updates and renewals / maintenance cost",
        "coût des mises à jour et renouvellements / coût de maintenance",
    ),
    edge_text: ("no cost: no value", "aucun coût : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ImprovementMinor],
        denominator: &[Measure::MaintenanceMinor],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const TRAINING_PER_HEAD: Definition = Definition {
    indicator: Indicator::TrainingPerHead,
    unit: IndicatorUnit::MinorPerHead,
    goal: Goal::Neutral,
    en15341: Some("E21"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "training cost / maintenance personnel",
        "coût de formation / personnel de maintenance",
    ),
    edge_text: ("no personnel: no value", "aucun personnel : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::TrainingMinor],
        denominator: &[Measure::Personnel],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const STOCK_SERVICE: Definition = Definition {
    indicator: Indicator::StockService,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("O26"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "requests served from stock / requests to the stock",
        "demandes servies par le magasin / demandes au magasin",
    ),
    edge_text: ("no request: no value", "aucune demande : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::StockServed],
        denominator: &[Measure::StockRequests],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::Wilson,
};
