//! Messages of agents in XML: the inventory of the machine itself, and of devices asked over the network.

use super::Message;
use super::places::Places;
use super::shape::section_name;
use crate::error::{Fault, Faults, codes};
use crate::takeover::glpi::Reading;
use crate::takeover::json::Json;
use crate::takeover::record::Import;
use crate::takeover::xml::Node;
use std::borrow::Cow;

/// Kinds of `QUERY` that speak of devices which the agent asked.
const DEVICE_QUERIES: &[&str] = &["snmp", "snmpquery", "netinventory", "netdiscovery"];

/// Path of the content.
const CONTENT: &str = "/REQUEST/CONTENT";

/// Reads a `REQUEST`.
pub(in crate::takeover) fn read(root: &Node, faults: &mut Faults) -> Reading {
    let query = root.child_text("QUERY").unwrap_or_default().to_lowercase();
    let Some(content) = root.child("CONTENT").filter(|content| !content.children.is_empty()) else {
        let what = if query.is_empty() { "the message" } else { "the message of the agent" };
        let message = format!("{what} has no content");
        return Reading::Refused(Fault::new(codes::TAK_NO_CONTENT, "", message));
    };
    let devices: Vec<(String, &Node)> =
        content.steps().into_iter().filter(|(_, child)| &*child.name == "DEVICE").collect();
    if !devices.is_empty() {
        return read_devices(root, content, &devices, &query, faults);
    }
    if DEVICE_QUERIES.contains(&query.as_str()) {
        let message = "the message of the agent speaks of no device";
        return Reading::Refused(Fault::new(codes::TAK_NO_CONTENT, CONTENT, message));
    }
    machine(root, content, faults).read(faults)
}

fn message<'a>(root: &'a Node, content_at: &str) -> Message<'a> {
    let places = Places::new("/REQUEST", content_at, true);
    let mut message = Message { places, kind_at: CONTENT, ..Message::default() };
    for (name, field) in
        [("DEVICEID", "deviceid"), ("ITEMTYPE", "itemtype"), ("PARTIAL", "partial")]
    {
        if let Some(text) = root.child_text(name) {
            message.head.push((field, Json::Text(Cow::Borrowed(text))));
        }
    }
    message
}

/// The inventory of the machine on which the agent runs.
fn machine<'a>(root: &'a Node, content: &'a Node, faults: &mut Faults) -> Message<'a> {
    let mut message = message(root, CONTENT);
    if message.head.iter().any(|(name, _)| *name == "itemtype") {
        message.kind_at = "/REQUEST/ITEMTYPE";
    } else {
        message.head.push(("itemtype", Json::Text(Cow::Borrowed("Computer"))));
    }
    for (step, node) in content.steps() {
        message.take(node, &format!("{CONTENT}/{step}"), faults);
    }
    fill_system(&mut message, content);
    message
}

/// Old agents, and those of OCS, tell the system among the hardware.
fn fill_system<'a>(message: &mut Message<'a>, content: &'a Node) {
    let Some(hardware) = content.child("HARDWARE") else {
        return;
    };
    let written = [("full_name", "OSNAME"), ("version", "OSVERSION")].into_iter().filter_map(
        |(field, name)| {
            let text = hardware.child_text(name)?;
            Some((field, name, Json::Text(Cow::Borrowed(text))))
        },
    );
    if message.content.iter().any(|(section, _)| *section == "operatingsystem") {
        return;
    }
    let mut fields = Vec::new();
    for (field, name, value) in written {
        fields.push((field, value));
        let pointer = format!("/content/operatingsystem/{field}");
        message.places.set(&pointer, format!("{CONTENT}/HARDWARE/{name}"));
    }
    if !fields.is_empty() {
        message.content.push(("operatingsystem", Json::Object(fields)));
    }
}

/// The devices that the agent asked; one that nothing identifies costs only itself.
fn read_devices(
    root: &Node,
    content: &Node,
    devices: &[(String, &Node)],
    query: &str,
    faults: &mut Faults,
) -> Reading {
    let mut all = Import::default();
    let mut last = None;
    for (step, node) in devices {
        let path = format!("{CONTENT}/{step}");
        let mut message = device(root, node, &path, query, faults);
        if devices.len() > 1 {
            // The id is that of the agent that asked: it can stand for one device at most.
            message.head.retain(|(name, _)| *name != "deviceid");
        }
        match message.read(faults) {
            Reading::Inventory(import) => add(&mut all, import),
            Reading::Refused(fault) => last = Some((path, fault)),
            Reading::Other(_) => {}
        }
        if let Some((path, fault)) = last.take_if(|_| devices.len() > 1) {
            faults.add(codes::TAK_NAMELESS_DEVICE, path, fault.message);
        }
    }
    for node in content.children.iter().filter(|child| &*child.name != "DEVICE") {
        let sum = all.unused.entry(section_name(&node.name)).or_default();
        *sum = sum.saturating_add(1);
    }
    match last {
        _ if !all.records.is_empty() => Reading::Inventory(all),
        Some((_, fault)) => Reading::Refused(fault),
        None => {
            let message = "no device has a usable name or serial number";
            Reading::Refused(Fault::new(codes::TAK_NO_IDENTITY, CONTENT, message))
        }
    }
}

fn add(all: &mut Import, one: Import) {
    all.records.extend(one.records);
    for (sums, counts) in [(&mut all.attached, one.attached), (&mut all.unused, one.unused)] {
        for (name, count) in counts {
            let sum = sums.entry(name).or_default();
            *sum = sum.saturating_add(count);
        }
    }
}

/// One device: what an inventory tells in `INFO`, a discovery tells directly.
fn device<'a>(
    root: &'a Node,
    node: &'a Node,
    path: &str,
    query: &str,
    faults: &mut Faults,
) -> Message<'a> {
    let mut message = message(root, path);
    message.head.retain(|(name, _)| *name != "itemtype");
    let info = node.child("INFO");
    if info.is_none() && node.children.iter().any(|child| child.children.is_empty()) {
        message.take_device(node, path, faults);
    }
    for (step, child) in node.steps() {
        let path = format!("{path}/{step}");
        match &*child.name {
            "COMPONENTS" => {
                for (step, component) in child.steps() {
                    message.take_as(
                        "network_components",
                        component,
                        &format!("{path}/{step}"),
                        faults,
                    );
                }
            }
            "PORTS" => message.count("network_ports", child.children.len()),
            // Fields of a discovery, taken above.
            _ if info.is_none() && child.children.is_empty() => {}
            _ => message.take(child, &path, faults),
        }
    }
    let kind = info.unwrap_or(node).child_text("TYPE").unwrap_or_default().to_lowercase();
    let item_type = match kind.as_str() {
        "printer" => "Printer",
        "phone" => "Phone",
        "networking" | "storage" | "power" | "video" | "kvm" => "NetworkEquipment",
        "" if query == "netdiscovery" => "Unmanaged",
        "unmanaged" => "Unmanaged",
        _ => "Computer",
    };
    message.head.push(("itemtype", Json::Text(Cow::Borrowed(item_type))));
    if item_type == "Unmanaged" {
        message.kind_at = "/REQUEST/QUERY";
    }
    message
}
