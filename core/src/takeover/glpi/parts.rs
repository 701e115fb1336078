//! Processors, disks, databases, addresses and remote control tools of a machine.

use super::item::Item;
use super::{lists, section};
use crate::error::{Faults, codes};
use crate::inventory::{Database, Disk};
use crate::takeover::json::Json;
use crate::takeover::{mac, placeholder, text};

/// Words by which storage says that it is no disk.
const NO_DISK: &[&str] = &["cd", "dvd", "card reader", "floppy", "tape"];

/// A physical disk; what is an optical drive, a card reader or a tape is none.
pub(super) fn disk(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Disk> {
    let kind = item.text("type", faults).unwrap_or_default().to_lowercase();
    if NO_DISK.iter().any(|word| kind.contains(word)) {
        return None;
    }
    let Some(name) = item.first_text(&["model", "name"], faults) else {
        lists::nameless(item, "a disk", faults);
        return None;
    };
    let size_mib = item.number("disksize", faults);
    if size_mib == Some(0) {
        let message = "a disk without room";
        faults.add(codes::TAK_OUT_OF_RANGE, item.at.pointer("disksize"), message);
    }
    Some(Disk {
        name,
        serial: item.identity("serial", placeholder::is_text, faults),
        size_mib: size_mib.filter(|size| *size > 0),
        is_healthy: healthy(item, faults),
    })
}

/// What the disk says of itself: `PASSED` and `OK`, or a word of failure.
fn healthy(item: &Item<'_, '_>, faults: &mut Faults) -> Option<bool> {
    let word = item.text("smart_status", faults)?.to_lowercase();
    match word.as_str() {
        "passed" | "ok" | "healthy" | "verified" | "good" => Some(true),
        "failed" | "failing" | "fail" | "bad" | "pred fail" => Some(false),
        "unknown" | "not supported" | "n/a" => None,
        other => {
            let message = format!("`{}` is no result of a disk test", text::quote(other));
            faults.add(codes::TAK_BAD_CHOICE, item.at.pointer("smart_status"), message);
            None
        }
    }
}

/// A database service, by its name, else its product.
pub(super) fn database(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Database> {
    let Some(name) = item.first_text(&["name", "type"], faults) else {
        lists::nameless(item, "a database service", faults);
        return None;
    };
    Some(Database {
        name,
        version: item.first_text(&["version"], faults),
        is_backed_up: item.boolean("is_onbackup", faults),
        last_backup: item.day("last_backup_date", faults),
    })
}

/// The product of a remote control tool; its number there is nobody's business.
pub(super) fn remote_tool(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Box<str>> {
    let name = item.first_text(&["type"], faults);
    if name.is_none() {
        lists::nameless(item, "a remote control tool", faults);
    }
    name
}

/// The addresses of the network cards and of the device, each once; `None` where the content speaks of
/// neither.
pub(super) fn mac_addresses(content: &Json<'_>, faults: &mut Faults) -> Option<Vec<Box<str>>> {
    let cards = lists::entries(content, "networks", faults);
    let device = section(content, "network_device", &mut Faults::new());
    let has_device = device.object.get("mac").is_some();
    if cards.is_none() && !has_device {
        return None;
    }
    let mut addresses: Vec<Box<str>> = Vec::new();
    let mut seen = crate::order::Index::default();
    let device = has_device.then_some(device);
    for item in device.iter().chain(cards.iter().flatten()) {
        let address = item.text("mac", faults).and_then(|text| {
            mac::read(&text).map_err(|fault| fault.tell(&text, item.at.pointer("mac"), faults)).ok()
        });
        addresses.extend(address.filter(|address| seen.is_new(address)));
    }
    Some(addresses)
}

/// The cores of all processors; unknown when one of them does not say.
pub(super) fn core_count(content: &Json<'_>, faults: &mut Faults) -> Option<u32> {
    let processors = lists::entries(content, "cpus", faults)?;
    let mut sum: Option<u32> = (!processors.is_empty()).then_some(0);
    for item in &processors {
        let cores = item.number("core", faults).or_else(|| item.number("corecount", faults));
        let cores = match cores {
            Some(0) => {
                let message = "a processor without cores";
                faults.add(codes::TAK_OUT_OF_RANGE, item.at.pointer("core"), message);
                None
            }
            cores => cores.and_then(|cores| u32::try_from(cores).ok()),
        };
        sum = sum.zip(cores).and_then(|(sum, cores)| sum.checked_add(cores));
    }
    sum
}

/// The first of those who were logged in.
pub(super) fn first_user(content: &Json<'_>, faults: &mut Faults) -> Option<Box<str>> {
    let users = lists::entries(content, "users", faults)?;
    users.iter().find_map(|item| item.first_text(&["login"], faults))
}
