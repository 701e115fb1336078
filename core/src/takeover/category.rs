//! The kind of a machine, from what inventories say of it.

use super::record::Evidence;
use crate::inventory::Category;

/// A conclusion and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The inventory says so.
    Known(Category),
    /// Network equipment that says no more: most of it are switches.
    Assumed(Category),
    /// Nothing tells.
    Unknown,
}

/// Concludes the category, in this order: item type `Phone` or `Printer`; type of network device;
/// and for computers: virtual machine system, chassis of a server, operating system of a server,
/// other chassis, operating system of a phone, series of models.
pub(super) fn conclude(evidence: &Evidence, os: Option<&str>, model: Option<&str>) -> Kind {
    let item_type = folded(evidence.item_type.as_deref());
    match item_type.as_str() {
        "phone" => return Kind::Known(Category::Phone),
        "printer" => return Kind::Known(Category::Printer),
        _ => {}
    }
    match folded(evidence.device_type.as_deref()).as_str() {
        "printer" => return Kind::Known(Category::Printer),
        "phone" => return Kind::Known(Category::Phone),
        "storage" => return Kind::Known(Category::Storage),
        "power" => return Kind::Known(Category::Ups),
        "networking" => return network(evidence),
        "unmanaged" | "video" | "kvm" => return Kind::Unknown,
        _ if item_type == "networkequipment" => return network(evidence),
        _ => {}
    }
    computer(evidence, os, model)
}

fn network(evidence: &Evidence) -> Kind {
    match evidence.network {
        Some(category) => Kind::Known(category),
        None => Kind::Assumed(Category::Switch),
    }
}

fn computer(evidence: &Evidence, os: Option<&str>, model: Option<&str>) -> Kind {
    let vm_system = folded(evidence.vm_system.as_deref());
    if !vm_system.is_empty() && vm_system != "physical" {
        return Kind::Known(Category::VirtualMachine);
    }
    let chassis = evidence.chassis.as_deref().and_then(of_chassis);
    if let Some(category @ (Category::Server | Category::Storage | Category::Laptop)) = chassis {
        return Kind::Known(category);
    }
    let os = folded(os);
    if ["server", "esxi", "proxmox", "hyper-v", "xenserver"].iter().any(|word| os.contains(word)) {
        return Kind::Known(Category::Server);
    }
    if let Some(category) = chassis {
        return Kind::Known(category);
    }
    if os.contains("android") || os.starts_with("ios") || os.starts_with("ipados") {
        return Kind::Known(Category::Phone);
    }
    let model = folded(model);
    SERIES
        .iter()
        .find(|(word, _)| model.contains(word))
        .map_or(Kind::Unknown, |(_, category)| Kind::Known(*category))
}

/// Series of models whose name tells the kind.
const SERIES: &[(&str, Category)] = &[
    ("macbook", Category::Laptop),
    ("imac", Category::Desktop),
    ("macmini", Category::Desktop),
    ("mac mini", Category::Desktop),
    ("macpro", Category::Desktop),
    ("xserve", Category::Server),
    ("poweredge", Category::Server),
    ("proliant", Category::Server),
    ("primergy", Category::Server),
    ("thinksystem", Category::Server),
    ("thinkpad", Category::Laptop),
    ("elitebook", Category::Laptop),
    ("probook", Category::Laptop),
    ("latitude", Category::Laptop),
    ("optiplex", Category::Desktop),
    ("thinkcentre", Category::Desktop),
    ("elitedesk", Category::Desktop),
    ("prodesk", Category::Desktop),
];

/// SMBIOS chassis types, by name or number; both spellings of a laptop, and what agents make of
/// them.
fn of_chassis(chassis: &str) -> Option<Category> {
    let letters = chassis.chars().filter(char::is_ascii_alphanumeric);
    let core: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    let core = core.strip_suffix("chassis").unwrap_or(&core);
    match core {
        "laptop" | "notebook" | "portable" | "subnotebook" | "ultrabook" | "convertible"
        | "detachable" | "tablet" | "macbook" | "macbookair" | "macbookpro" | "8" | "9" | "10"
        | "14" | "30" | "31" | "32" => Some(Category::Laptop),
        "desktop" | "lowprofiledesktop" | "pizzabox" | "minitower" | "tower" | "allinone"
        | "spacesaving" | "lunchbox" | "sealedcasepc" | "minipc" | "stickpc" | "workstation"
        | "imac" | "macmini" | "macstudio" | "macpro" | "3" | "4" | "5" | "6" | "7" | "13"
        | "15" | "16" | "24" | "35" | "36" => Some(Category::Desktop),
        "server" | "mainserver" | "mainsystem" | "rackmount" | "rackmountunit" | "blade"
        | "bladeenclosure" | "bladeenclosing" | "multisystem" | "17" | "23" | "25" | "28"
        | "29" => Some(Category::Server),
        "raid" | "22" => Some(Category::Storage),
        _ => None,
    }
}

/// Words by which network equipment says what it is, the first that occurs deciding.
const NETWORK_WORDS: &[(&str, Category)] = &[
    ("firewall", Category::Firewall),
    ("fortigate", Category::Firewall),
    ("pan-os", Category::Firewall),
    ("palo alto", Category::Firewall),
    ("pfsense", Category::Firewall),
    ("opnsense", Category::Firewall),
    ("stormshield", Category::Firewall),
    ("sonicwall", Category::Firewall),
    ("check point", Category::Firewall),
    ("watchguard", Category::Firewall),
    ("adaptive security appliance", Category::Firewall),
    ("switch", Category::Switch),
    ("catalyst", Category::Switch),
    ("procurve", Category::Switch),
    ("nexus", Category::Switch),
    ("powerconnect", Category::Switch),
    ("access point", Category::AccessPoint),
    ("aironet", Category::AccessPoint),
    ("arubaos (model", Category::AccessPoint),
    ("wireless controller", Category::AccessPoint),
    ("wireless lan controller", Category::AccessPoint),
    ("router", Category::Router),
    ("transport wr", Category::Router),
    ("wireless", Category::AccessPoint),
];

/// From this number of ports on, network equipment that says no more is a switch.
const SWITCH_PORTS_MIN: u64 = 8;

/// The kind of a piece of network equipment, from its description, model and firmware names, the
/// access points that it commands, and its number of ports.
pub(super) fn of_network(texts: &[&str], access_points: u64, ports: u64) -> Option<Category> {
    if access_points > 0 {
        return Some(Category::AccessPoint);
    }
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let found = NETWORK_WORDS
        .iter()
        .find(|(word, _)| texts.iter().any(|text| text.contains(word)))
        .map(|(_, category)| *category);
    found.or((ports >= SWITCH_PORTS_MIN).then_some(Category::Switch))
}

fn folded(text: Option<&str>) -> String {
    text.unwrap_or_default().trim().to_lowercase()
}
