//! Programs, volumes, batteries and antivirus products of a machine.

use super::item::{At, Item};
use super::parts;
use crate::error::{Faults, codes};
use crate::inventory::{Antivirus, Battery, Drive, Software};
use crate::takeover::json::Json;
use crate::takeover::placeholder;
use crate::takeover::record::Lists;

/// A charge of up to this many milliwatt hours is a percentage in the wrong field.
const PERCENT_MAX: u64 = 100;

/// Reads the list sections of `content`; a section that is absent stays `None`.
pub(super) fn read(content: &Json<'_>, faults: &mut Faults) -> Lists {
    Lists {
        software: section(content, "softwares", faults, software),
        drives: section(content, "drives", faults, |item, faults| Some(drive(item, faults))),
        batteries: section(content, "batteries", faults, |item, faults| {
            Some(battery(item, faults))
        }),
        antivirus: section(content, "antivirus", faults, antivirus),
        disks: section(content, "storages", faults, parts::disk),
        databases: section(content, "databases_services", faults, parts::database),
        remote_tools: section(content, "remote_mgmt", faults, parts::remote_tool),
        mac_addresses: parts::mac_addresses(content, faults),
    }
}

/// The entries of a list section; a lone object is a list of one.
pub(super) fn entries<'x, 'a>(
    content: &'x Json<'a>,
    name: &'static str,
    faults: &mut Faults,
) -> Option<Vec<Item<'x, 'a>>> {
    let list = match content.get(name)? {
        Json::List(list) => list,
        object @ Json::Object(_) => {
            let at = At::Section(name);
            return Some(vec![Item { object, at }]);
        }
        other => {
            let message = format!("{} where a list is expected", other.kind());
            faults.add(codes::TAK_WRONG_TYPE, At::Section(name).pointer(""), message);
            return None;
        }
    };
    let mut items = Vec::with_capacity(list.len());
    for (index, object) in list.iter().enumerate() {
        let at = At::Entry(name, index);
        match object {
            Json::Object(_) => items.push(Item { object, at }),
            other => {
                let message = format!("{} where an object is expected", other.kind());
                faults.add(codes::TAK_WRONG_TYPE, at.pointer(""), message);
            }
        }
    }
    Some(items)
}

fn section<T>(
    content: &Json<'_>,
    name: &'static str,
    faults: &mut Faults,
    read: fn(&Item<'_, '_>, &mut Faults) -> Option<T>,
) -> Option<Vec<T>> {
    let items = entries(content, name, faults)?;
    let mut list = Vec::with_capacity(items.len());
    for item in items {
        list.extend(read(&item, faults));
    }
    Some(list)
}

pub(super) fn nameless(item: &Item<'_, '_>, what: &str, faults: &mut Faults) {
    let message = format!("{what} without a name, left out");
    faults.add(codes::TAK_WRONG_TYPE, item.at.pointer(""), message);
}

fn software(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Software> {
    let Some(name) = item.first_text(&["name", "guid"], faults) else {
        nameless(item, "a program", faults);
        return None;
    };
    Some(Software {
        name,
        version: item.first_text(&["version"], faults),
        publisher: item.first_text(&["publisher"], faults),
        installed: item.day("install_date", faults),
    })
}

/// The name is the letter (Windows), else the mount point, else the device, else the label; phones
/// name no volume at all, theirs are called by their place, `#1`.
fn drive(item: &Item<'_, '_>, faults: &mut Faults) -> Drive {
    let mount = item.text("type", faults).filter(|kind| kind.starts_with('/'));
    let name = item
        .first_text(&["letter"], faults)
        .or_else(|| mount.map(|path| path.into_owned().into()))
        .or_else(|| item.first_text(&["volumn", "label", "description", "serial"], faults))
        .unwrap_or_else(|| match item.at {
            At::Entry(_, index) => format!("#{}", index.saturating_add(1)).into(),
            At::Root | At::Section(_) => "#1".into(),
        });
    let total_mib = item.number("total", faults);
    let mut free_mib = item.number("free", faults);
    if let (Some(total), Some(free)) = (total_mib, free_mib)
        && free > total
    {
        let message = format!("{free} MiB free of {total}");
        faults.add(codes::TAK_OUT_OF_RANGE, item.at.pointer("free"), message);
        free_mib = None;
    }
    Drive { name, total_mib, free_mib, encrypted: encrypted(item, faults) }
}

/// `Yes` is encrypted; `No` and `Partially` are not: part of the data can be read.
fn encrypted(item: &Item<'_, '_>, faults: &mut Faults) -> Option<bool> {
    match item.object.get("encrypt_status")? {
        Json::Text(word) if word.trim().eq_ignore_ascii_case("partially") => Some(false),
        _ => item.boolean("encrypt_status", faults),
    }
}

fn battery(item: &Item<'_, '_>, faults: &mut Faults) -> Battery {
    let name = item
        .first_text(&["name"], faults)
        .or_else(|| item.identity("serial", placeholder::is_text, faults));
    Battery {
        name,
        design_mwh: charge(item, "capacity", faults),
        real_mwh: charge(item, "real_capacity", faults),
        manufactured: item.day("date", faults),
    }
}

fn charge(item: &Item<'_, '_>, field: &str, faults: &mut Faults) -> Option<u64> {
    let number = item.number(field, faults)?;
    if number <= PERCENT_MAX {
        let message = format!("`{number}` is a percentage or nothing, not milliwatt hours");
        faults.add(codes::TAK_OUT_OF_RANGE, item.at.pointer(field), message);
        return None;
    }
    Some(number)
}

fn antivirus(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Antivirus> {
    let Some(name) = item.first_text(&["name", "company", "guid"], faults) else {
        nameless(item, "an antivirus", faults);
        return None;
    };
    Some(Antivirus {
        name,
        enabled: item.boolean("enabled", faults),
        up_to_date: item.boolean("uptodate", faults),
        base_day: item.day("base_creation", faults),
        expires: item.day("expiration", faults),
    })
}
