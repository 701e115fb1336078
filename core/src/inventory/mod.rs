//! The estate (parc): sites, assets, and how assets depend on each other.
//!
//! An [`Asset`] has an identity, the few attributes that rules select on, and [`Facts`]: what
//! inventories and people report about it. Every fact is optional: unknown is `None`, never zero.
//! An [`Estate`] is consistent by construction: unique ids, known sites, no circular dependency;
//! sites, assets and relations are sorted by id.

mod asset;
mod choice;
mod estate;
mod facts;
mod selector;

pub use asset::{Asset, Site, UNKNOWN_SITE};
pub use choice::{Category, Criticality, RelationKind, Usage};
pub use estate::{ASSETS_MAX, Estate, Relation};
pub use facts::{Antivirus, Battery, Drive, Facts, Software};
pub use selector::Selector;
