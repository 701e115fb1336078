//! Which fields a thing of a category needs, and how much.

use crate::inventory::{Asset, Category, UNKNOWN_SITE};

/// A field that something needs.
pub(super) struct Need {
    pub field: &'static str,
    pub weight: u64,
    pub applies: fn(Category) -> bool,
    pub is_known: fn(&Asset) -> bool,
}

/// The needs, the weightiest first, then in the order of the documentation of
/// [`quality`](super::quality).
pub(super) const NEEDS: &[Need] = &[
    need("site", 3, always, |asset| asset.site.as_str() != UNKNOWN_SITE),
    need("category", 3, always, |asset| asset.category != Category::Other),
    need("serial", 3, is_thing, |asset| asset.facts.serial.is_some()),
    need("os", 3, is_computer, |asset| asset.facts.os.is_some()),
    need("os_version", 3, is_computer, |asset| asset.facts.os_version.is_some()),
    need("purchase", 3, is_thing, |asset| asset.facts.purchase.is_some()),
    need("criticality", 2, always, |asset| asset.criticality.is_some()),
    need("model", 2, is_thing, |asset| asset.facts.model.is_some()),
    need("price", 2, is_thing, |asset| asset.facts.price.is_some()),
    need("warranty_end", 2, is_thing, |asset| asset.facts.warranty_end.is_some()),
    need("software", 2, is_computer, |asset| !asset.facts.software.is_empty()),
    need("drives", 2, is_computer, |asset| !asset.facts.drives.is_empty()),
    need("antivirus", 2, is_computer, |asset| asset.facts.antivirus.is_some()),
    need("is_backed_up", 2, keeps_data, |asset| asset.facts.is_backed_up.is_some()),
    need("has_remote_agent", 2, is_computer, |asset| asset.facts.has_remote_agent.is_some()),
    need("manufacturer", 1, is_thing, |asset| asset.facts.manufacturer.is_some()),
    need("memory_mib", 1, is_computer, |asset| asset.facts.memory_mib.is_some()),
    need("firmware", 1, has_firmware, |asset| asset.facts.firmware.is_some()),
    need("is_reachable", 1, is_remote, |asset| asset.facts.is_reachable.is_some()),
    need("lifecycle", 1, always, |asset| asset.facts.lifecycle.is_some()),
    need("location", 1, is_thing, |asset| asset.facts.location.is_some()),
    need("user", 1, is_personal, |asset| asset.facts.user.is_some()),
];

const fn need(
    field: &'static str,
    weight: u64,
    applies: fn(Category) -> bool,
    is_known: fn(&Asset) -> bool,
) -> Need {
    Need { field, weight, applies, is_known }
}

fn always(_: Category) -> bool {
    true
}

/// Something that was made and bought.
fn is_thing(category: Category) -> bool {
    category != Category::VirtualMachine
}

fn is_computer(category: Category) -> bool {
    matches!(
        category,
        Category::Laptop | Category::Desktop | Category::Server | Category::VirtualMachine
    )
}

fn keeps_data(category: Category) -> bool {
    matches!(category, Category::Server | Category::VirtualMachine | Category::Storage)
}

fn has_firmware(category: Category) -> bool {
    is_network(category) || matches!(category, Category::Storage | Category::Backup)
}

fn is_network(category: Category) -> bool {
    matches!(
        category,
        Category::Switch | Category::Router | Category::Firewall | Category::AccessPoint
    )
}

/// Whether somebody may work on it from afar.
fn is_remote(category: Category) -> bool {
    is_computer(category) || has_firmware(category)
}

fn is_personal(category: Category) -> bool {
    matches!(category, Category::Laptop | Category::Desktop | Category::Phone)
}
