//! Switch stacks: one name on the network, several machines in the rack.
//!
//! A device that reports two or more chassis among its components is a stack. Each member is an
//! asset of its own, `name/1`, `name/2` …: it has its own serial number, fails and is replaced
//! alone. The number is `stack_number` where given, else the number at the end of the member's name
//! (`Switch 2`, `Unit 3`), else the place by index, then serial number. A slot that is configured
//! but empty (no serial number, model or firmware) is no member.

use super::item::{At, Item};
use crate::error::{Fault, Faults, codes};
use crate::id;
use crate::inventory::Facts;
use crate::order;
use crate::takeover::json::Json;
use crate::takeover::placeholder;
use crate::takeover::record::{Lists, Record};
use crate::takeover::text;
use std::borrow::Cow;

/// Most members of one stack; each becomes an asset that repeats what the device says.
pub(super) const MEMBERS_MAX: usize = 1_000;

/// What the components of a device show.
#[derive(Debug, Default)]
pub(super) struct Stack {
    /// Members by number; empty when the device is no stack.
    pub members: Vec<Member>,
    /// Access points that the device commands.
    pub access_points: u64,
    /// Whether a stack or chassis is among the components.
    pub has_chassis: bool,
}

/// One member of a stack.
#[derive(Debug)]
pub(super) struct Member {
    number: u64,
    index: u64,
    told: Option<u64>,
    serial: Option<Box<str>>,
    has_placeholder_serial: bool,
    manufacturer: Option<Box<str>>,
    model: Option<Box<str>>,
    firmware: Option<Box<str>>,
    at: At,
}

/// Reads the members among `components`.
///
/// # Errors
/// `TAK-054` more than [`MEMBERS_MAX`] chassis.
pub(super) fn read(components: &[Item<'_, '_>], faults: &mut Faults) -> Result<Stack, Fault> {
    let mut stack = Stack::default();
    let mut chassis = Vec::new();
    for item in components {
        match item.object.get("type") {
            Some(Json::Text(kind)) if kind.eq_ignore_ascii_case("chassis") => chassis.push(item),
            Some(Json::Text(kind)) if kind.eq_ignore_ascii_case("stack") => {
                stack.has_chassis = true;
            }
            None if item.object.get("ip").is_some() => {
                stack.access_points = stack.access_points.saturating_add(1);
            }
            _ => {}
        }
    }
    stack.has_chassis |= !chassis.is_empty();
    if chassis.len() > MEMBERS_MAX {
        let message = format!("{} chassis, at most {MEMBERS_MAX}", chassis.len());
        let pointer = At::Section("network_components").pointer("");
        return Err(Fault::new(codes::TAK_TOO_LARGE, pointer, message));
    }
    if chassis.len() < 2 {
        return Ok(stack);
    }
    stack.members = chassis.iter().filter_map(|item| member(item, faults)).collect();
    if stack.members.len() < 2 {
        stack.members.clear();
    }
    number(&mut stack.members);
    Ok(stack)
}

fn member(item: &Item<'_, '_>, faults: &mut Faults) -> Option<Member> {
    let says = |field: &str| match item.object.get(field) {
        Some(Json::Text(text)) => !text.trim().is_empty(),
        other => other.is_some(),
    };
    if !["serial", "model", "firmware"].iter().any(|field| says(field)) {
        let name = item.text("name", faults).unwrap_or_default();
        let message =
            format!("member `{}` has no serial number, model or firmware", text::quote(&name));
        faults.add(codes::TAK_ABSENT_MEMBER, item.at.pointer(""), message);
        return None;
    }
    let told = match item.number("stack_number", faults) {
        Some(number) => Some(number),
        None => item.text("name", faults).and_then(|name| number_of_name(&name)),
    };
    Some(Member {
        number: 0,
        index: item.number("index", faults).unwrap_or(u64::MAX),
        told: told.filter(|number| (1..=u64::from(u16::MAX)).contains(number)),
        serial: item.identity("serial", placeholder::is_text, faults),
        has_placeholder_serial: item.has_placeholder("serial"),
        manufacturer: item.first_identity(&["manufacturer"], faults),
        model: item.first_identity(&["model"], faults),
        firmware: item.first_text(&["firmware"], faults),
        at: item.at,
    })
}

/// The number that ends a name, if it is the whole name or stands after a space.
fn number_of_name(name: &str) -> Option<u64> {
    name.rsplit(' ').next()?.parse().ok()
}

/// Numbers the members and sorts them by number.
fn number(members: &mut [Member]) {
    order::sort_by(members, |a, b| {
        let key = |m: &Member| (m.index, m.serial.clone());
        key(a).cmp(&key(b))
    });
    let mut told: Vec<u64> = members.iter().filter_map(|member| member.told).collect();
    order::sort_once(&mut told);
    let all_told = told.len() == members.len();
    for (place, member) in (1_u64..).zip(members.iter_mut()) {
        member.number = match member.told {
            Some(number) if all_told => number,
            _ => place,
        };
    }
    order::sort_by(members, |a, b| a.number.cmp(&b.number));
}

/// One record a member, or the device itself when it is no stack.
///
/// What the device says as a whole (programs, volumes, system) stands with the first member.
pub(super) fn split(device: Record, stack: Stack, faults: &mut Faults) -> Vec<Record> {
    if stack.members.is_empty() {
        return vec![device];
    }
    let mut records = Vec::with_capacity(stack.members.len());
    for (place, member) in stack.members.into_iter().enumerate() {
        let base_id = format!("{}/{}", device.base_id, member.number);
        if !id::is_id(&base_id) {
            let message = format!("`{}` is too long for the id of a member", text::quote(&base_id));
            faults.add(codes::TAK_OUT_OF_RANGE, member.at.pointer(""), message);
            return vec![device];
        }
        let whole = if place == 0 {
            Facts { memory_mib: None, ..device.facts.clone() }
        } else {
            Facts { last_inventory: device.facts.last_inventory, ..Facts::default() }
        };
        let facts = Facts {
            serial: member.serial,
            has_placeholder_serial: member.has_placeholder_serial,
            uuid: None,
            manufacturer: member.manufacturer.or_else(|| device.facts.manufacturer.clone()),
            model: member.model.or_else(|| device.facts.model.clone()),
            firmware: member.firmware.or_else(|| device.facts.firmware.clone()),
            ..whole
        };
        records.push(Record {
            name: format!("{}/{}", device.name, member.number).into(),
            base_id,
            facts,
            lists: if place == 0 { device.lists.clone() } else { Lists::default() },
            evidence: device.evidence.clone(),
            said: device.said.clone(),
            origin: device.origin,
            tool: device.tool,
            partial: device.partial,
            serial_at: Cow::Owned(member.at.pointer("serial")),
            kind_at: device.kind_at,
        });
    }
    records
}
