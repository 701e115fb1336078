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
mod licence;
mod parts;
mod selector;

pub use asset::{Asset, Site, UNKNOWN_SITE};
pub use choice::{BookMethod, Category, Criticality, Lifecycle, RelationKind, Usage};
pub use estate::{ASSETS_MAX, Estate, EstateParts, Relation};
pub use facts::{FactLists, Facts, Lists};
pub use licence::{Consumable, Licence};
pub use parts::{Antivirus, Battery, Certificate, Database, Disk, Drive, Software, SupportRef};
pub use selector::Selector;
