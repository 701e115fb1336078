//! Which assets a rule, a task or a perimeter speaks of.

use super::{Asset, Category, Criticality, Usage};
use crate::id::{AssetId, SiteId};

/// Conditions on an asset. A list that is empty does not restrict; the lists that are given must all
/// hold (and), one of their values is enough in each (or); then `except` takes out. The default selector takes every asset.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selector {
    /// Categories.
    pub categories: Vec<Category>,
    /// Labels.
    pub tags: Vec<Box<str>>,
    /// Criticalities; an asset of unknown criticality does not match.
    pub criticalities: Vec<Criticality>,
    /// Usages; an asset of unknown usage counts as normal.
    pub usages: Vec<Usage>,
    /// Sites.
    pub sites: Vec<SiteId>,
    /// Explicit ids.
    pub assets: Vec<AssetId>,
    /// What it leaves out all the same: an asset that one of these takes.
    pub except: Vec<Selector>,
}

impl Selector {
    /// Whether the category of an asset is all that it asks for.
    pub(crate) fn is_by_category(&self) -> bool {
        *self == Selector { categories: self.categories.clone(), ..Selector::default() }
    }

    /// Whether it takes assets of `category`, whatever else it asks for.
    pub(crate) fn takes_category(&self, category: Category) -> bool {
        self.categories.is_empty() || self.categories.contains(&category)
    }

    /// Whether `asset` satisfies every condition given.
    pub fn matches(&self, asset: &Asset) -> bool {
        fn any<T: PartialEq>(list: &[T], value: &T) -> bool {
            list.is_empty() || list.contains(value)
        }
        any(&self.categories, &asset.category)
            && any(&self.usages, &asset.usage.unwrap_or(Usage::Normal))
            && (self.criticalities.is_empty()
                || asset.criticality.is_some_and(|value| self.criticalities.contains(&value)))
            && (self.tags.is_empty() || self.tags.iter().any(|tag| asset.tags.contains(tag)))
            && any(&self.sites, &asset.site)
            && any(&self.assets, &asset.id)
            && !self.except.iter().any(|except| except.matches(asset))
    }
}
