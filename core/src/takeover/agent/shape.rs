//! Elements of agent XML as sections and fields of the GLPI format.

use super::{Message, convert};
use crate::error::{Faults, codes};
use crate::takeover::glpi::CONTENT;
use crate::takeover::json::{Json, Known, Shape};
use crate::takeover::text;
use crate::takeover::xml::Node;
use std::borrow::Cow;

/// Fields that agents and OCS name otherwise: section, name in lower case, name in the format. The names
/// of the format themselves go before.
const RENAMED: &[(&str, &str, &str)] = &[
    ("networks", "macaddr", "mac"),
    ("networks", "macaddress", "mac"),
    ("softwares", "installdate", "install_date"),
    ("storages", "serialnumber", "serial"),
    ("storages", "smartstatus", "smart_status"),
    ("network_device", "comments", "description"),
    ("network_device", "snmphostname", "name"),
    ("network_device", "netbiosname", "name"),
    ("network_device", "dnshostname", "name"),
    ("network_components", "stacknumber", "stack_number"),
    ("cpus", "cores", "core"),
    ("batteries", "designcapacity", "capacity"),
    ("batteries", "fullchargecapacity", "real_capacity"),
    ("batteries", "manufacturedate", "date"),
    ("antivirus", "datfilecreation", "base_creation"),
    ("users", "name", "login"),
];

/// Sections that agents name otherwise: name in lower case, name in the format.
const SECTIONS: &[(&str, &str)] = &[
    ("user", "users"),
    ("ports", "network_ports"),
    ("info", "network_device"),
    ("cartridges", "cartridges"),
    ("accessloginfo", "accesslog"),
];

/// Fields that hold a date as people of Europe write it.
const DAYS: &[(&str, &str)] = &[
    ("softwares", "install_date"),
    ("batteries", "date"),
    ("antivirus", "base_creation"),
    ("antivirus", "expiration"),
];

/// The name in the format of a section of the file.
pub(super) fn section_name(element: &str) -> String {
    let lower = element.to_lowercase();
    let known = SECTIONS.iter().find(|(name, _)| *name == lower);
    known.map_or(lower, |(_, section)| (*section).to_owned())
}

impl<'a> Message<'a> {
    /// Takes one element of the content: into its section, or counted where nothing is made of it.
    pub(super) fn take(&mut self, node: &'a Node, path: &str, faults: &mut Faults) {
        self.take_as(&section_name(&node.name), node, path, faults);
    }

    /// Takes the fields that a discovery writes directly below the device.
    pub(super) fn take_device(&mut self, node: &'a Node, path: &str, faults: &mut Faults) {
        self.take_as("network_device", node, path, faults);
    }

    /// Takes one element as an entry of the section `name`.
    pub(super) fn take_as(&mut self, name: &str, node: &'a Node, path: &str, faults: &mut Faults) {
        let Some(&(section, shape)) = CONTENT.iter().find(|(known, _)| *known == name) else {
            self.count(name, 1);
            return;
        };
        if node.children.is_empty() && node.text.trim().is_empty() {
            return;
        }
        let (known, is_list) = match shape {
            Shape::Items(known) => (known, true),
            Shape::Object(known) | Shape::Content(known) => (known, false),
            Shape::Skip | Shape::Scalar => return,
        };
        let entry = if !is_list && self.content.iter().any(|(name, _)| *name == section) {
            0
        } else {
            self.places.add_entry(section, path.to_owned())
        };
        let value = if node.children.is_empty() {
            Json::Text(Cow::Borrowed(node.text.trim()))
        } else {
            Json::Object(self.fields(node, (section, entry), known, path, faults))
        };
        self.put(section, value, is_list, path, faults);
    }

    /// Puts an object into its section; where an agent writes a lone section twice, the later counts.
    fn put(
        &mut self,
        section: &'static str,
        value: Json<'a>,
        is_list: bool,
        path: &str,
        faults: &mut Faults,
    ) {
        let slot = self.content.iter_mut().find(|(name, _)| *name == section);
        match slot.map(|(_, slot)| slot) {
            None if is_list => self.content.push((section, Json::List(vec![value]))),
            None => self.content.push((section, value)),
            Some(Json::List(list)) => list.push(value),
            Some(Json::Object(fields)) => {
                let message = format!("`{}` stands twice", text::quote(section));
                faults.add(codes::TAK_DUPLICATE_KEY, path, message);
                if let Json::Object(later) = value {
                    for (name, value) in later {
                        fields.retain(|(known, _)| *known != name);
                        fields.push((name, value));
                    }
                }
            }
            Some(_) => {}
        }
    }

    /// The fields of an element that the format knows.
    fn fields(
        &mut self,
        node: &'a Node,
        (section, entry): (&'static str, usize),
        known: Known,
        path: &str,
        faults: &mut Faults,
    ) -> Vec<(&'static str, Json<'a>)> {
        let mut fields: Vec<(&'static str, Json<'a>)> = Vec::new();
        let children = || node.children.iter().map(|child| (child.name.to_lowercase(), child));
        for (lower, child) in children() {
            let Some(&(name, _)) = known.iter().find(|(name, _)| *name == lower) else {
                continue;
            };
            let Some(value) = value(child, section, name) else {
                continue;
            };
            match fields.iter_mut().find(|(there, _)| *there == name) {
                Some((_, slot)) => {
                    let message = format!("`{}` stands twice", text::quote(&child.name));
                    faults.add(codes::TAK_DUPLICATE_KEY, format!("{path}/{}", child.name), message);
                    *slot = value;
                }
                None => fields.push((name, value)),
            }
        }
        for (of, written, name) in RENAMED.iter().filter(|(of, ..)| *of == section) {
            let found = children().find(|(lower, _)| lower == written).map(|(_, child)| child);
            let field = known.iter().find(|(known, _)| known == name).map(|(known, _)| *known);
            let (Some(child), Some(name)) = (found, field) else {
                continue;
            };
            if fields.iter().any(|(there, _)| *there == name) {
                continue;
            }
            if let Some(value) = value(child, of, name) {
                fields.push((name, value));
                self.places.rename(section, entry, name, capitals(written));
            }
        }
        fields
    }
}

/// The value of a field; nothing where the element is empty.
fn value<'a>(node: &'a Node, section: &str, field: &str) -> Option<Json<'a>> {
    if !node.children.is_empty() {
        return Some(Json::Skipped("an element with others in it"));
    }
    let text = &node.text;
    if text.trim().is_empty() {
        return None;
    }
    if DAYS.contains(&(section, field)) {
        return convert::day(text).map(Json::Text);
    }
    if section == "batteries" && matches!(field, "capacity" | "real_capacity") {
        // Some agents write the unit; without one it is milliwatt hours. What is neither is told later.
        let text = Json::Text(Cow::Borrowed(text.trim()));
        let charge = convert::quantity(&text, convert::MILLIWATT_HOURS);
        return Some(charge.map_or(text, |charge| Json::Text(Cow::Owned(charge.to_string()))));
    }
    Some(Json::Text(Cow::Borrowed(text)))
}

/// The name as the file writes it.
fn capitals(written: &'static str) -> &'static str {
    const NAMES: &[(&str, &str)] = &[
        ("macaddr", "MACADDR"),
        ("macaddress", "MACADDRESS"),
        ("installdate", "INSTALLDATE"),
        ("serialnumber", "SERIALNUMBER"),
        ("smartstatus", "SMARTSTATUS"),
        ("comments", "COMMENTS"),
        ("snmphostname", "SNMPHOSTNAME"),
        ("netbiosname", "NETBIOSNAME"),
        ("dnshostname", "DNSHOSTNAME"),
        ("stacknumber", "STACKNUMBER"),
        ("cores", "CORES"),
        ("designcapacity", "DESIGNCAPACITY"),
        ("fullchargecapacity", "FULLCHARGECAPACITY"),
        ("manufacturedate", "MANUFACTUREDATE"),
        ("datfilecreation", "DATFILECREATION"),
        ("name", "NAME"),
    ];
    NAMES.iter().find(|(name, _)| *name == written).map_or(written, |(_, name)| name)
}
