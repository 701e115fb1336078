//! Assets and sites.

use super::{Category, Criticality, Facts, Lifecycle, Usage};
use crate::id::{AssetId, CalendarId, SiteId};

/// Id of the site of assets whose site nobody gave.
pub const UNKNOWN_SITE: &str = "unknown";

/// A place where assets stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: Box<str>,
    /// Calendar of the works done there; the engagement's calendar when `None`.
    pub calendar: Option<CalendarId>,
}

/// One piece of equipment (équipement).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its id.
    pub id: AssetId,
    /// Name that people use.
    pub name: Box<str>,
    /// Kind of equipment.
    pub category: Category,
    /// Where it stands.
    pub site: SiteId,
    /// How much its failure hurts, when known.
    pub criticality: Option<Criticality>,
    /// How intensely it is used, when known.
    pub usage: Option<Usage>,
    /// Free labels, sorted and unique.
    pub tags: Vec<Box<str>>,
    /// What is known of it.
    pub facts: Box<Facts>,
}

impl Asset {
    /// An asset of which nothing else is known yet.
    pub fn new(id: AssetId, name: &str, category: Category, site: SiteId) -> Self {
        Asset {
            id,
            name: name.into(),
            category,
            site,
            criticality: None,
            usage: None,
            tags: Vec::new(),
            facts: Box::default(),
        }
    }

    /// Whether it was taken out of use.
    pub fn is_retired(&self) -> bool {
        self.facts.lifecycle == Some(Lifecycle::Retired)
    }

    /// Adds a label, keeping the labels sorted and unique.
    pub fn add_tag(&mut self, tag: &str) {
        if let Err(place) = self.tags.binary_search_by(|known| (**known).cmp(tag)) {
            self.tags.insert(place, tag.into());
        }
    }
}
