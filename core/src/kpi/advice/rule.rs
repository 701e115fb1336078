//! When an indicator calls for what.

use crate::error::{Error, Faults, codes};
use crate::id::RuleId;
use crate::kpi::Indicator;
use crate::reliability::Direction;
use crate::text::{Text, choice};

/// Most rules.
pub const ADVICE_RULES_MAX: usize = 500;

choice! {
    /// What is to be done.
    CorrectiveMeasure {
        /// Preventive work more often.
        RaiseFrequency "raise_frequency" "more frequent preventive work" "préventif plus fréquent",
        /// Preventive work less often.
        LowerFrequency "lower_frequency" "less frequent preventive work" "préventif moins fréquent",
        /// Replace equipment.
        Replace "replace" "replacement" "remplacement",
        /// Train people.
        Train "train" "training" "formation",
        /// Watch more closely.
        ExtendMonitoring "extend_monitoring" "wider monitoring" "supervision étendue",
        /// Renegotiate a service level or a contract.
        RenegotiateLevel "renegotiate_level" "renegotiation of levels" "renégociation des niveaux",
        /// More hands, or fewer works.
        AddCapacity "add_capacity" "more capacity" "capacité accrue",
        /// Other spare parts in stock.
        ReviewStock "review_stock" "review of the stock" "revue du stock",
        /// Write down what is not known.
        CollectData "collect_data" "collection of data" "collecte de données",
    }
}

/// The test of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdviceTest {
    /// The indicator is above so many thousandths of its unit, its interval included.
    Above(i64),
    /// The indicator is below so many thousandths of its unit, its interval included.
    Below(i64),
    /// The indicator goes this way over the windows, beyond chance.
    Trend(Direction),
    /// The indicator has no value because measures are missing.
    Missing,
}

/// A rule: when an indicator of a group calls for a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceRule {
    /// Its id.
    pub id: RuleId,
    /// What it recommends.
    pub title: Text,
    /// What it looks at.
    pub indicator: Indicator,
    /// When it speaks.
    pub test: AdviceTest,
    /// Least denominator, in the unit of its measures, below which it says nothing.
    pub at_least: i64,
    /// What is to be done.
    pub measure: CorrectiveMeasure,
    /// By how much intervals of preventive work are multiplied, for measures that change them.
    pub interval_factor: Option<(u32, u32)>,
    /// Why, and whose practice that is.
    pub source: Text,
}

/// Checked rules, by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdviceRules(Vec<AdviceRule>);

impl AdviceRules {
    /// The rules.
    ///
    /// # Errors
    /// `KPI-002` more than [`ADVICE_RULES_MAX`] rules · `KPI-005` an id twice · `KPI-010` an interval factor where
    /// the measure changes no interval, or none where it does, or one that goes the wrong way or is not between a
    /// twelfth and twelve. Pointers: `/3/interval_factor`, by the place given.
    pub fn new(mut rules: Vec<AdviceRule>) -> Result<AdviceRules, Error> {
        let mut faults = Faults::new();
        if rules.len() > ADVICE_RULES_MAX {
            let message = format!("{} rules, at most {ADVICE_RULES_MAX}", rules.len());
            faults.add(codes::KPI_TOO_LARGE, "", message);
        }
        let mut ids = crate::order::Index::default();
        for (place, rule) in rules.iter().enumerate() {
            if !ids.is_new(rule.id.as_str()) {
                let message = format!("rule `{}` twice", rule.id);
                faults.add(codes::KPI_TWICE, format!("/{place}/id"), message);
            }
            if let Some(message) = bad_factor(rule) {
                faults.add(codes::KPI_FACTOR, format!("/{place}/interval_factor"), message);
            }
        }
        Error::check(faults.into_vec())?;
        crate::order::sort_by(&mut rules, |a, b| a.id.cmp(&b.id));
        Ok(AdviceRules(rules))
    }

    /// The rules, by id.
    pub fn as_slice(&self) -> &[AdviceRule] {
        &self.0
    }

    /// The rule of an id.
    pub fn get(&self, id: &str) -> Option<&AdviceRule> {
        self.0.iter().find(|rule| rule.id.as_str() == id)
    }
}

fn bad_factor(rule: &AdviceRule) -> Option<String> {
    let shortens = match rule.measure {
        CorrectiveMeasure::RaiseFrequency => true,
        CorrectiveMeasure::LowerFrequency => false,
        _ => {
            let given = rule.interval_factor.map(|(above, below)| format!("{above}/{below}"));
            return given.map(|factor| format!("`{factor}` beside `{}`", rule.measure.code()));
        }
    };
    let Some((above, below)) = rule.interval_factor else {
        return Some(format!("`{}` without a factor", rule.measure.code()));
    };
    let twelve = |n: u32| n.checked_mul(12);
    let is_sane = below > 0
        && above > 0
        && twelve(above).is_none_or(|above| above >= below)
        && twelve(below).is_none_or(|below| above <= below);
    let goes_right = if shortens { above < below } else { above > below };
    (!is_sane || !goes_right).then(|| format!("`{above}/{below}`"))
}
