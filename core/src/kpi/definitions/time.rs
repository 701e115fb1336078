//! Times and availability.

use super::super::indicator::Indicator;
use super::super::measure::Measure;
use super::super::registry::{Definition, Formula, Goal, IndicatorUnit, IntervalKind, NoValue};

pub(in super::super) const MTBF: Definition = Definition {
    indicator: Indicator::Mtbf,
    unit: IndicatorUnit::Hours,
    goal: Goal::Higher,
    en15341: Some("T17"),
    source: "SMRP 3.5.1; EN 15341:2007 T17",
    formula_text: ("operating time / failures", "temps de fonctionnement / pannes"),
    edge_text: (
        "no failure: no value, a lower bound U / (-ln(1-c))",
        "aucune panne : pas de valeur, une borne inférieure U / (-ln(1-c))",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::Failures],
        scale: (1, 3_600),
    },
    empty: NoValue::NoFailure,
    interval: IntervalKind::MeanTime,
};

pub(in super::super) const MTBF_EPISODES: Definition = Definition {
    indicator: Indicator::MtbfEpisodes,
    unit: IndicatorUnit::Hours,
    goal: Goal::Higher,
    en15341: None,
    source: "KPI definitions, 1.1",
    formula_text: (
        "operating time / episodes of failure",
        "temps de fonctionnement / épisodes de panne",
    ),
    edge_text: ("no episode: no value", "aucun épisode : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::FailureEpisodes],
        scale: (1, 3_600),
    },
    empty: NoValue::NoFailure,
    interval: IntervalKind::None,
};

pub(in super::super) const MTTR: Definition = Definition {
    indicator: Indicator::Mttr,
    unit: IndicatorUnit::Hours,
    goal: Goal::Lower,
    en15341: Some("T21"),
    source: "EN 15341:2007 T21; IEC 60050-192 restoration",
    formula_text: (
        "Σ time to restoration of restored failures / restored failures",
        "Σ temps de rétablissement des pannes rétablies / pannes rétablies",
    ),
    edge_text: (
        "open failures are left out and counted",
        "les pannes ouvertes sont exclues et comptées",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::RestorationSeconds],
        denominator: &[Measure::RestoredFailures],
        scale: (1, 3_600),
    },
    empty: NoValue::NoClosedIncident,
    interval: IntervalKind::None,
};

pub(in super::super) const MTTR_CENSORED: Definition = Definition {
    indicator: Indicator::MttrCensored,
    unit: IndicatorUnit::Hours,
    goal: Goal::Lower,
    en15341: None,
    source: "exponential likelihood with censoring",
    formula_text: (
        "(Σ time to restoration + time of open failures so far) / restored failures",
        "(Σ temps de rétablissement + durée des pannes ouvertes) / pannes rétablies",
    ),
    edge_text: ("no restored failure: no value", "aucune panne rétablie : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::RestorationSeconds, Measure::OpenRestorationSeconds],
        denominator: &[Measure::RestoredFailures],
        scale: (1, 3_600),
    },
    empty: NoValue::NoClosedIncident,
    interval: IntervalKind::None,
};

pub(in super::super) const MEAN_REPAIR_TIME: Definition = Definition {
    indicator: Indicator::MeanRepairTime,
    unit: IndicatorUnit::Hours,
    goal: Goal::Lower,
    en15341: None,
    source: "IEC 60050-192",
    formula_text: (
        "Σ active time of corrective interventions, waits left out / corrective interventions",
        "Σ temps actif des interventions correctives, attentes exclues / interventions correctives",
    ),
    edge_text: (
        "interventions without begin or end are left out",
        "les interventions sans début ou fin sont exclues",
    ),
    formula: Formula::Ratio {
        numerator: &[Measure::RepairSeconds],
        denominator: &[Measure::Repairs],
        scale: (1, 3_600),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const MTTF: Definition = Definition {
    indicator: Indicator::Mttf,
    unit: IndicatorUnit::Hours,
    goal: Goal::Higher,
    en15341: None,
    source: "Weibull likelihood with censoring and delayed entry",
    formula_text: (
        "η·Γ(1 + 1/β) of the lives of the assets",
        "η·Γ(1 + 1/β) des vies des équipements",
    ),
    edge_text: ("no failure: not estimable", "aucune panne : non estimable"),
    formula: Formula::Lives,
    empty: NoValue::NotEstimable,
    interval: IntervalKind::None,
};

pub(in super::super) const INHERENT_AVAILABILITY: Definition = Definition {
    indicator: Indicator::InherentAvailability,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: None,
    source: "SMRP glossary",
    formula_text: ("MTBF / (MTBF + MTTR)", "MTBF / (MTBF + MTTR)"),
    edge_text: (
        "no failure or none restored: no value",
        "aucune panne ou aucune rétablie : pas de valeur",
    ),
    formula: Formula::Inherent,
    empty: NoValue::NoClosedIncident,
    interval: IntervalKind::None,
};

pub(in super::super) const ACHIEVED_AVAILABILITY: Definition = Definition {
    indicator: Indicator::AchievedAvailability,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("T1"),
    source: "SMRP glossary; EN 15341:2007 T1",
    formula_text: (
        "operating time / (operating time + downtime due to maintenance)",
        "temps de fonctionnement / (temps de fonctionnement + indisponibilité due à la maintenance)",
    ),
    edge_text: ("no time: no value", "aucun temps : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::OperatingSeconds, Measure::MaintenanceDownSeconds],
        scale: (1, 1),
    },
    empty: NoValue::NoOperatingTime,
    interval: IntervalKind::None,
};

pub(in super::super) const OPERATIONAL_AVAILABILITY: Definition = Definition {
    indicator: Indicator::OperationalAvailability,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("T2"),
    source: "SMRP glossary; EN 15341:2007 T2",
    formula_text: ("operating time / required time", "temps de fonctionnement / temps requis"),
    edge_text: ("no required time: no value", "aucun temps requis : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::RequiredSeconds],
        scale: (1, 1),
    },
    empty: NoValue::NoRequiredTime,
    interval: IntervalKind::None,
};

pub(in super::super) const FAILURE_AVAILABILITY: Definition = Definition {
    indicator: Indicator::FailureAvailability,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("T6"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "operating time / (operating time + downtime due to failures)",
        "temps de fonctionnement / (temps de fonctionnement + indisponibilité due aux pannes)",
    ),
    edge_text: ("no time: no value", "aucun temps : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::OperatingSeconds, Measure::FailureDownSeconds],
        scale: (1, 1),
    },
    empty: NoValue::NoOperatingTime,
    interval: IntervalKind::None,
};

pub(in super::super) const PLANNED_AVAILABILITY: Definition = Definition {
    indicator: Indicator::PlannedAvailability,
    unit: IndicatorUnit::Share,
    goal: Goal::Higher,
    en15341: Some("T7"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "operating time / (operating time + planned downtime)",
        "temps de fonctionnement / (temps de fonctionnement + indisponibilité planifiée)",
    ),
    edge_text: ("no time: no value", "aucun temps : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::OperatingSeconds, Measure::PlannedDownSeconds],
        scale: (1, 1),
    },
    empty: NoValue::NoOperatingTime,
    interval: IntervalKind::None,
};

pub(in super::super) const PREVENTIVE_DOWN_SHARE: Definition = Definition {
    indicator: Indicator::PreventiveDownShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Neutral,
    en15341: Some("T8"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "downtime for preventive work / downtime due to maintenance",
        "indisponibilité pour préventif / indisponibilité due à la maintenance",
    ),
    edge_text: ("no downtime: no value", "aucune indisponibilité : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::PreventiveDownSeconds],
        denominator: &[Measure::MaintenanceDownSeconds],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const IMMEDIATE_DOWN_SHARE: Definition = Definition {
    indicator: Indicator::ImmediateDownShare,
    unit: IndicatorUnit::Share,
    goal: Goal::Lower,
    en15341: Some("O11"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "active time of immediate corrective work / downtime due to maintenance",
        "temps actif du correctif immédiat / indisponibilité due à la maintenance",
    ),
    edge_text: ("no downtime: no value", "aucune indisponibilité : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::ImmediateRepairSeconds],
        denominator: &[Measure::MaintenanceDownSeconds],
        scale: (1, 1),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const OPERATING_TIME_PER_STOP: Definition = Definition {
    indicator: Indicator::OperatingTimePerStop,
    unit: IndicatorUnit::Hours,
    goal: Goal::Higher,
    en15341: Some("T16"),
    source: "EN 15341:2007 (from memory)",
    formula_text: (
        "operating time / work orders causing downtime",
        "temps de fonctionnement / ordres causant un arrêt",
    ),
    edge_text: ("no such order: no value", "aucun ordre : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::OperatingSeconds],
        denominator: &[Measure::DowntimeOrders],
        scale: (1, 3_600),
    },
    empty: NoValue::NothingCounted,
    interval: IntervalKind::None,
};

pub(in super::super) const FAILURE_RATE: Definition = Definition {
    indicator: Indicator::FailureRate,
    unit: IndicatorUnit::PerHour,
    goal: Goal::Lower,
    en15341: None,
    source: "IEC 60050-192",
    formula_text: ("failures / operating time", "pannes / temps de fonctionnement"),
    edge_text: ("no operating time: no value", "aucun temps de fonctionnement : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::Failures],
        denominator: &[Measure::OperatingSeconds],
        scale: (3_600, 1),
    },
    empty: NoValue::NoOperatingTime,
    interval: IntervalKind::Rate,
};

pub(in super::super) const ANNUAL_FAILURE_RATE: Definition = Definition {
    indicator: Indicator::AnnualFailureRate,
    unit: IndicatorUnit::PerYear,
    goal: Goal::Lower,
    en15341: None,
    source: "year of 8 766 hours (365.25 days)",
    formula_text: (
        "failures / operating time × 8 766 h",
        "pannes / temps de fonctionnement × 8 766 h",
    ),
    edge_text: ("no operating time: no value", "aucun temps de fonctionnement : pas de valeur"),
    formula: Formula::Ratio {
        numerator: &[Measure::Failures],
        denominator: &[Measure::OperatingSeconds],
        scale: (31_557_600, 1),
    },
    empty: NoValue::NoOperatingTime,
    interval: IntervalKind::Rate,
};
