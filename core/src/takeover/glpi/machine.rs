//! The machine itself: what names it and what is known of it.

use super::item::{At, Item};
use super::stack::Stack;
use super::{lists, parts, section};
use crate::error::{Faults, codes};
use crate::id;
use crate::inventory::{Category, Facts};
use crate::takeover::json::Json;
use crate::takeover::record::{Evidence, Origin, Record, Said};
use crate::takeover::{category, date, placeholder, text};
use crate::time::Day;
use std::borrow::Cow;

/// Reads the machine of a message, or `None` when nothing identifies it.
///
/// The id is the first of these that can be one: the name (`hardware.name`, else
/// `network_device.name`), `serial:` and the serial number (`bios.ssn`, else
/// `network_device.serial`), `uuid:` and the UUID (`hardware.uuid`), the device id. The serial
/// number of the board (`bios.msn`) is not the machine's: it changes with the board and warranties
/// do not know it.
pub(super) fn read(
    message: &Item<'_, '_>,
    content: &Json<'_>,
    faults: &mut Faults,
) -> Option<Record> {
    let hardware = section(content, "hardware", faults);
    let bios = section(content, "bios", faults);
    let device = section(content, "network_device", faults);
    let device_id = message.text("deviceid", faults);
    let partial = message.boolean("partial", faults).unwrap_or(false);
    let mut facts =
        Facts { uuid: hardware.identity("uuid", placeholder::is_uuid, faults), ..Facts::default() };
    let serial_at = serial(&mut facts, &bios, &device, faults);
    let name = name(&hardware, faults).or_else(|| name(&device, faults));
    let base_id = base_id(name.as_deref(), &facts, device_id.as_deref(), faults)?;
    if partial {
        let note = "a part of the machine only";
        faults.add(codes::TAK_PARTIAL, At::Root.pointer("partial"), note);
    }
    describe(&mut facts, content, &[&hardware, &bios, &device], faults);
    let logged = section(content, "accesslog", faults).day("logdate", faults);
    doubt_boot(&mut facts, logged, faults);
    facts.last_inventory = logged.or_else(|| date::of_device_id(device_id.as_deref()?));
    Some(Record {
        name: name.unwrap_or_else(|| base_id.as_str().into()),
        base_id,
        lists: lists::read(content, faults),
        evidence: Evidence {
            item_type: message.first_text(&["itemtype"], faults),
            device_type: device_type(&device, faults),
            chassis: hardware.first_text(&["chassis_type"], faults),
            vm_system: hardware.first_text(&["vmsystem"], faults),
            network: None,
        },
        said: Said::default(),
        origin: Origin::Agent,
        tool: None,
        facts,
        partial,
        serial_at,
        kind_at: if message.object.get("itemtype").is_some() { "/itemtype" } else { "" },
    })
}

/// The kinds of network device that the format lists.
const DEVICE_TYPES: &[&str] = &[
    "unmanaged",
    "computer",
    "networking",
    "printer",
    "storage",
    "power",
    "phone",
    "video",
    "kvm",
];

fn device_type(device: &Item<'_, '_>, faults: &mut Faults) -> Option<Box<str>> {
    let kind = device.first_text(&["type"], faults)?;
    if !DEVICE_TYPES.contains(&kind.to_lowercase().as_str()) {
        let message = format!("`{}` is none of the kinds of the format", text::quote(&kind));
        faults.add(codes::TAK_NOT_IN_FORMAT, device.at.pointer("type"), message);
    }
    Some(kind)
}

/// Sets the serial number and returns its pointer.
fn serial(
    facts: &mut Facts,
    bios: &Item<'_, '_>,
    device: &Item<'_, '_>,
    faults: &mut Faults,
) -> Cow<'static, str> {
    for (item, field) in [(bios, "ssn"), (device, "serial")] {
        facts.serial = item.identity(field, placeholder::is_text, faults);
        if facts.serial.is_some() {
            return Cow::Owned(item.at.pointer(field));
        }
        facts.has_placeholder_serial |= item.has_placeholder(field);
    }
    Cow::Borrowed("")
}

fn name(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Box<str>> {
    let name = item.identity("name", placeholder::is_name, faults)?;
    if !id::is_id(&name) {
        let message = format!("a name of more than {} characters", id::ID_LENGTH_MAX);
        faults.add(codes::TAK_OUT_OF_RANGE, item.at.pointer("name"), message);
        return None;
    }
    Some(name)
}

fn base_id(
    name: Option<&str>,
    facts: &Facts,
    device_id: Option<&str>,
    faults: &mut Faults,
) -> Option<String> {
    let device_id = device_id.filter(|text| !placeholder::is_name(text));
    let candidates = [
        name.map(str::to_owned),
        facts.serial.as_ref().map(|serial| format!("serial:{serial}")),
        facts.uuid.as_ref().map(|uuid| format!("uuid:{uuid}")),
        device_id.map(str::to_owned),
    ];
    let mut usable = candidates.into_iter().flatten();
    usable.find(|candidate| {
        let fits = id::is_id(candidate);
        if !fits {
            let message = format!("`{}` is too long for an id", text::quote(candidate));
            faults.add(codes::TAK_OUT_OF_RANGE, "", message);
        }
        fits
    })
}

/// Fills what is known beyond the identity, from `hardware`, `bios`, `network_device` and others.
fn describe(
    facts: &mut Facts,
    content: &Json<'_>,
    sections: &[&Item<'_, '_>; 3],
    faults: &mut Faults,
) {
    let [hardware, bios, device] = sections;
    facts.manufacturer = bios
        .first_identity(&["smanufacturer", "mmanufacturer"], faults)
        .or_else(|| device.first_identity(&["manufacturer"], faults));
    facts.model = bios
        .first_identity(&["smodel", "mmodel"], faults)
        .or_else(|| device.first_identity(&["model"], faults));
    facts.firmware = bios
        .first_text(&["bversion"], faults)
        .or_else(|| device.first_text(&["firmware"], faults))
        .or_else(|| firmware(content, faults));
    facts.memory_mib = memory(hardware, "memory", faults).or_else(|| memory(device, "ram", faults));
    let os = section(content, "operatingsystem", faults);
    facts.os = os.first_text(&["full_name", "name"], faults);
    facts.os_version = os.first_text(&["version"], faults);
    facts.kernel = os.first_text(&["kernel_version"], faults);
    facts.os_installed = os.day("install_date", faults);
    facts.last_boot = os.day("boot_time", faults);
    facts.asset_number = bios
        .first_identity(&["assettag"], faults)
        .or_else(|| device.first_identity(&["assettag"], faults));
    facts.core_count = parts::core_count(content, faults);
    facts.user = hardware
        .first_text(&["lastloggeduser"], faults)
        .or_else(|| parts::first_user(content, faults));
}

/// A start after the inventory cannot be; one day is left for time zones.
fn doubt_boot(facts: &mut Facts, logged: Option<Day>, faults: &mut Faults) {
    if let (Some(boot), Some(logged)) = (facts.last_boot, logged)
        && logged.add_days(1).is_some_and(|limit| boot > limit)
    {
        let message = format!("started on {boot}, after the inventory of {logged}");
        let at = At::Section("operatingsystem");
        faults.add(codes::TAK_OUT_OF_RANGE, at.pointer("boot_time"), message);
        facts.last_boot = None;
    }
}

/// The firmware of the device itself, else the first that has a version.
fn firmware(content: &Json<'_>, faults: &mut Faults) -> Option<Box<str>> {
    let firmwares = lists::entries(content, "firmwares", faults)?;
    let of_device = |item: &&Item<'_, '_>| plain(item.object, "type") == Some("device");
    let mut order = firmwares.iter().filter(of_device).chain(&firmwares);
    order.find_map(|item| item.first_text(&["version"], faults))
}

fn memory(item: &Item<'_, '_>, field: &str, faults: &mut Faults) -> Option<u64> {
    let mebibytes = item.number(field, faults)?;
    if mebibytes == 0 {
        let message = "a machine without memory";
        faults.add(codes::TAK_OUT_OF_RANGE, item.at.pointer(field), message);
        return None;
    }
    Some(mebibytes)
}

/// The kind of network equipment that the texts, members and ports show.
pub(super) fn network_kind(content: &Json<'_>, stack: &Stack, ports: u64) -> Option<Category> {
    let mut texts: Vec<&str> = Vec::new();
    if let Some(device) = content.get("network_device") {
        texts.extend(["description", "model"].iter().filter_map(|key| plain(device, key)));
    }
    if let Some(Json::List(firmwares)) = content.get("firmwares") {
        texts.extend(firmwares.iter().filter_map(|item| plain(item, "name")));
    }
    let known = category::of_network(&texts, stack.access_points, ports);
    known.or(stack.has_chassis.then_some(Category::Switch))
}

fn plain<'x>(object: &'x Json<'_>, key: &str) -> Option<&'x str> {
    match object.get(key) {
        Some(Json::Text(text)) => Some(text.as_ref()),
        _ => None,
    }
}
