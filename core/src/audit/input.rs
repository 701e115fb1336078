//! What an audit looks at.

use super::check::AuditRules;
use crate::id::{AssetId, LicenceId, RuleId};
use crate::inventory::{Estate, Selector};
use crate::support::Installed;
use crate::text::Text;
use crate::time::Day;

/// Whether contracts cover an asset on the day of the audit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CoveredAsset {
    /// The asset.
    pub asset: AssetId,
    /// Whether some contract covers it.
    pub is_covered: bool,
    /// Whether some contract covers it with work from a distance.
    pub is_covered_remotely: bool,
}

/// Which findings of a rule a waiver is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaivedSubject {
    /// Those of the assets selected.
    Assets(Selector),
    /// Those of one licence.
    Licence(LicenceId),
}

/// A decision to live with findings: they are kept, marked, and left out of scores and remedies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The rule.
    pub rule: RuleId,
    /// On what.
    pub subject: WaivedSubject,
    /// On which part, by its name; on every part when `None`.
    pub part: Option<Box<str>>,
    /// First day on which it no longer holds; until it is taken back when `None`.
    pub until: Option<Day>,
    /// Why.
    pub reason: Text,
    /// Who decided.
    pub by: Box<str>,
}

/// What an audit looks at. Rows are sorted by asset; an asset without a row is one of which nothing is known.
#[derive(Debug, Clone, Copy)]
pub struct AuditInput<'a> {
    /// The estate.
    pub estate: &'a Estate,
    /// The day of the audit.
    pub as_of: Day,
    /// Which assets contracts cover; `None` when no contract is known. An asset without a row is not covered.
    pub coverage: Option<&'a [CoveredAsset]>,
    /// Systems and programs with what is known of their support.
    pub support: &'a [Installed],
    /// Assets whose inventory gave a placeholder in the place of a serial number, sorted.
    pub placeholder_serials: &'a [AssetId],
    /// Decisions to live with findings.
    pub waivers: &'a [Waiver],
}

impl<'a> AuditInput<'a> {
    /// An audit of `estate` as of a day, of which nothing else is known.
    pub fn new(estate: &'a Estate, as_of: Day) -> Self {
        AuditInput {
            estate,
            as_of,
            coverage: None,
            support: &[],
            placeholder_serials: &[],
            waivers: &[],
        }
    }
}

/// What an audit asks, and what people decided to live with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditPolicy {
    /// The rules.
    pub rules: AuditRules,
    /// The waivers, in the order given.
    pub waivers: Vec<Waiver>,
}
