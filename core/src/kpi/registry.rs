//! The registry of indicators: what each one is, how it is computed, in which direction it is good.

use super::indicator::Indicator;
use super::measure::Measure;
use crate::text::{Label, Lang, choice};
use serde::Serialize;

choice! {
    /// The unit of an indicator.
    IndicatorUnit {
        /// Hours.
        Hours "hours" "h" "h",
        /// A share of one; people read percent.
        Share "share" "%" "%",
        /// A quotient without unit.
        Ratio "ratio" "" "",
        /// Events an hour.
        PerHour "per_hour" "per hour" "par heure",
        /// Events a year of 8 766 hours (365.25 days).
        PerYear "per_year" "per year" "par an",
        /// Weeks.
        Weeks "weeks" "weeks" "semaines",
        /// Minor units of the currency.
        Minor "minor" "minor units" "unités mineures",
        /// Minor units of the currency and head.
        MinorPerHead "minor_per_head" "minor units a head" "unités mineures par personne",
    }
}

choice! {
    /// In which direction an indicator is good.
    Goal {
        /// More is better.
        Higher "higher" "higher is better" "plus haut est mieux",
        /// Less is better.
        Lower "lower" "lower is better" "plus bas est mieux",
        /// It depends: a share of a mix.
        Neutral "neutral" "depends" "selon le cas",
    }
}

choice! {
    /// Why an indicator has no value.
    NoValue {
        /// No failure in the window: there is a lower bound, no mean.
        NoFailure "no_failure" "no failure" "aucune panne",
        /// The assets never operated in the window.
        NoOperatingTime "no_operating_time" "no operating time" "aucun temps de fonctionnement",
        /// The window holds no required time.
        NoRequiredTime "no_required_time" "no required time" "aucun temps requis",
        /// No incident is closed yet.
        NoClosedIncident "no_closed_incident" "no closed incident" "aucun incident clos",
        /// There is nothing to divide by: nothing due, no hours, no cost.
        NothingCounted "nothing_counted" "nothing to count" "rien à compter",
        /// A measure that it needs is not known: `missing` says which.
        NotGiven "not_given" "data missing" "données absentes",
        /// The data do not carry an estimate.
        NotEstimable "not_estimable" "not estimable from the data" "non estimable avec ces données",
    }
}

choice! {
    /// How the interval of an indicator is found.
    IntervalKind {
        /// None is given.
        None "none" "none" "aucun",
        /// χ² bounds of a mean time between failures.
        MeanTime "mean_time" "chi-square" "khi-deux",
        /// χ² bounds of a rate: those of the mean time, inverted.
        Rate "rate" "chi-square" "khi-deux",
        /// Wilson bounds of a proportion.
        Wilson "wilson" "Wilson" "Wilson",
    }
}

/// How the value follows from the measures. Sums are whole numbers; one division gives the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// `Σ numerator × scale.0 / (Σ denominator × scale.1)`.
    Ratio {
        /// Measures that are added above.
        numerator: &'static [Measure],
        /// Measures that are added below.
        denominator: &'static [Measure],
        /// Factors of the unit.
        scale: (i64, i64),
    },
    /// `MTBF / (MTBF + MTTR)`: `U·n_closed / (U·n_closed + Σrestoration·n)`.
    Inherent,
    /// Mean of the law that the lives of the assets follow.
    Lives,
}

/// A written definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// Which one.
    pub indicator: Indicator,
    /// Its unit.
    pub unit: IndicatorUnit,
    /// In which direction it is good.
    pub goal: Goal,
    /// Code in EN 15341:2007, from memory: an alias for those who look for it, no claim of conformity.
    pub en15341: Option<&'static str>,
    /// Where the definition comes from.
    pub source: &'static str,
    /// The formula in words, English and French.
    pub formula_text: (&'static str, &'static str),
    /// What happens at the edges, English and French.
    pub edge_text: (&'static str, &'static str),
    /// How it is computed.
    pub formula: Formula,
    /// Why there is no value when the denominator is zero.
    pub empty: NoValue,
    /// How its interval is found.
    pub interval: IntervalKind,
}

/// A definition as people and programs read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefinitionRow {
    /// Id of the indicator.
    pub id: Indicator,
    /// Its name.
    pub title: &'static str,
    /// Its unit.
    pub unit: IndicatorUnit,
    /// In which direction it is good.
    pub goal: Goal,
    /// Code in EN 15341:2007, an alias.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en15341: Option<&'static str>,
    /// Where the definition comes from.
    pub source: &'static str,
    /// The formula in words.
    pub formula: &'static str,
    /// What happens at the edges.
    pub edge: &'static str,
    /// How its interval is found.
    pub interval: IntervalKind,
    /// The measures that it needs.
    pub measures: Vec<Measure>,
}

impl Indicator {
    /// Its written definition.
    pub fn definition(self) -> Definition {
        super::definitions::of(self)
    }

    /// The indicator with this code of EN 15341:2007.
    pub fn from_en15341(code: &str) -> Option<Indicator> {
        let mut all = Indicator::ALL.iter().copied();
        all.find(|indicator| indicator.definition().en15341 == Some(code))
    }
}

impl Definition {
    /// The measures that it needs, in the order of the formula.
    pub fn measures(&self) -> Vec<Measure> {
        match self.formula {
            Formula::Ratio { numerator, denominator, .. } => {
                let mut out = numerator.to_vec();
                out.extend(denominator.iter().filter(|measure| !numerator.contains(measure)));
                out
            }
            Formula::Inherent => vec![
                Measure::OperatingSeconds,
                Measure::Failures,
                Measure::RestorationSeconds,
                Measure::RestoredFailures,
            ],
            Formula::Lives => Vec::new(),
        }
    }

    /// The definition in one language.
    pub fn row(&self, lang: Lang) -> DefinitionRow {
        let pick = |(en, fr): (&'static str, &'static str)| match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        DefinitionRow {
            id: self.indicator,
            title: self.indicator.label(lang),
            unit: self.unit,
            goal: self.goal,
            en15341: self.en15341,
            source: self.source,
            formula: pick(self.formula_text),
            edge: pick(self.edge_text),
            interval: self.interval,
            measures: self.measures(),
        }
    }
}

/// Every definition in one language, in the order of [`Indicator::ALL`].
pub fn definitions(lang: Lang) -> Vec<DefinitionRow> {
    Indicator::ALL.iter().map(|indicator| indicator.definition().row(lang)).collect()
}
