//! The GLPI inventory format, as agents write it.

mod item;
mod lists;
mod machine;
mod parts;
mod stack;

use super::json::{self, Broken, Json, Shape, Source};
use super::record::Import;
use super::text;
use crate::error::{Fault, Faults, codes};
use item::{At, Item};
use std::collections::BTreeMap;

/// What is used of a message; everything else is only counted.
const MESSAGE: &[(&str, Shape)] = &[
    ("deviceid", Shape::Scalar),
    ("itemtype", Shape::Scalar),
    ("action", Shape::Scalar),
    ("partial", Shape::Scalar),
    ("content", Shape::Content(CONTENT)),
];

pub(super) const CONTENT: &[(&str, Shape)] = &[
    (
        "hardware",
        Shape::Object(&[
            ("name", Shape::Scalar),
            ("uuid", Shape::Scalar),
            ("vmsystem", Shape::Scalar),
            ("chassis_type", Shape::Scalar),
            ("memory", Shape::Scalar),
            ("lastloggeduser", Shape::Scalar),
        ]),
    ),
    (
        "bios",
        Shape::Object(&[
            ("ssn", Shape::Scalar),
            ("smanufacturer", Shape::Scalar),
            ("smodel", Shape::Scalar),
            ("mmanufacturer", Shape::Scalar),
            ("mmodel", Shape::Scalar),
            ("bversion", Shape::Scalar),
            ("assettag", Shape::Scalar),
        ]),
    ),
    (
        "operatingsystem",
        Shape::Object(&[
            ("full_name", Shape::Scalar),
            ("name", Shape::Scalar),
            ("version", Shape::Scalar),
            ("kernel_version", Shape::Scalar),
            ("boot_time", Shape::Scalar),
            ("install_date", Shape::Scalar),
        ]),
    ),
    ("accesslog", Shape::Object(&[("logdate", Shape::Scalar)])),
    (
        "network_device",
        Shape::Object(&[
            ("name", Shape::Scalar),
            ("type", Shape::Scalar),
            ("serial", Shape::Scalar),
            ("manufacturer", Shape::Scalar),
            ("model", Shape::Scalar),
            ("description", Shape::Scalar),
            ("firmware", Shape::Scalar),
            ("ram", Shape::Scalar),
            ("mac", Shape::Scalar),
            ("assettag", Shape::Scalar),
        ]),
    ),
    (
        "network_components",
        Shape::Items(&[
            ("type", Shape::Scalar),
            ("name", Shape::Scalar),
            ("serial", Shape::Scalar),
            ("manufacturer", Shape::Scalar),
            ("model", Shape::Scalar),
            ("firmware", Shape::Scalar),
            ("index", Shape::Scalar),
            ("stack_number", Shape::Scalar),
            ("ip", Shape::Scalar),
        ]),
    ),
    (
        "firmwares",
        Shape::Items(&[
            ("name", Shape::Scalar),
            ("type", Shape::Scalar),
            ("version", Shape::Scalar),
        ]),
    ),
    (
        "softwares",
        Shape::Items(&[
            ("name", Shape::Scalar),
            ("guid", Shape::Scalar),
            ("version", Shape::Scalar),
            ("publisher", Shape::Scalar),
            ("install_date", Shape::Scalar),
        ]),
    ),
    (
        "drives",
        Shape::Items(&[
            ("letter", Shape::Scalar),
            ("type", Shape::Scalar),
            ("volumn", Shape::Scalar),
            ("label", Shape::Scalar),
            ("description", Shape::Scalar),
            ("serial", Shape::Scalar),
            ("total", Shape::Scalar),
            ("free", Shape::Scalar),
            ("encrypt_status", Shape::Scalar),
        ]),
    ),
    (
        "batteries",
        Shape::Items(&[
            ("name", Shape::Scalar),
            ("serial", Shape::Scalar),
            ("capacity", Shape::Scalar),
            ("real_capacity", Shape::Scalar),
            ("date", Shape::Scalar),
        ]),
    ),
    (
        "antivirus",
        Shape::Items(&[
            ("name", Shape::Scalar),
            ("company", Shape::Scalar),
            ("guid", Shape::Scalar),
            ("enabled", Shape::Scalar),
            ("uptodate", Shape::Scalar),
            ("base_creation", Shape::Scalar),
            ("expiration", Shape::Scalar),
        ]),
    ),
    ("networks", Shape::Items(&[("mac", Shape::Scalar)])),
    ("cpus", Shape::Items(&[("core", Shape::Scalar), ("corecount", Shape::Scalar)])),
    ("users", Shape::Items(&[("login", Shape::Scalar)])),
    ("remote_mgmt", Shape::Items(&[("type", Shape::Scalar)])),
    (
        "storages",
        Shape::Items(&[
            ("name", Shape::Scalar),
            ("model", Shape::Scalar),
            ("type", Shape::Scalar),
            ("serial", Shape::Scalar),
            ("disksize", Shape::Scalar),
            ("smart_status", Shape::Scalar),
        ]),
    ),
    (
        "databases_services",
        Shape::Items(&[
            ("name", Shape::Scalar),
            ("type", Shape::Scalar),
            ("version", Shape::Scalar),
            ("is_onbackup", Shape::Scalar),
            ("last_backup_date", Shape::Scalar),
        ]),
    ),
];

/// Sections of things attached to a machine, which are not assets here.
const ATTACHED: &[&str] = &["monitors", "printers", "virtualmachines"];

/// What a file turned out to be.
#[derive(Debug)]
pub(super) enum Reading {
    /// An inventory.
    Inventory(Import),
    /// JSON of another kind, and why.
    Other(&'static str),
    /// An inventory that cannot be used.
    Refused(Fault),
}

/// A section that is one object; its place and nothing in it when absent or of another type.
fn section<'x, 'a>(content: &'x Json<'a>, name: &'static str, faults: &mut Faults) -> Item<'x, 'a> {
    let at = At::Section(name);
    let object = match content.get(name) {
        Some(object @ Json::Object(_)) => object,
        Some(other) => {
            let message = format!("{} where an object is expected", other.kind());
            faults.add(codes::TAK_WRONG_TYPE, at.pointer(""), message);
            &Json::Null
        }
        None => &Json::Null,
    };
    Item { object, at }
}

/// Reads a JSON text that begins with `{`.
pub(super) fn read(text: &str, faults: &mut Faults) -> Reading {
    let source = Source::new(text);
    let parsed = match json::parse(&source, Shape::Object(MESSAGE), faults) {
        Ok(parsed) => parsed,
        Err(broken) => return Reading::Refused(refusal(broken)),
    };
    let root = &parsed.root;
    let marked = ["deviceid", "itemtype", "action"].iter().any(|key| root.get(key).is_some());
    let content = match root.get("content") {
        Some(content @ Json::Object(fields)) => {
            let known = |name: &&str| parsed.rest.contains_key(*name);
            if !marked && fields.is_empty() && !["versionclient", "network_ports"].iter().any(known)
            {
                return Reading::Other("JSON with a content that is no inventory");
            }
            content
        }
        Some(other) if marked => {
            let message = format!("the content is {}, not an object", other.kind());
            return Reading::Refused(Fault::new(codes::TAK_NO_CONTENT, "/content", message));
        }
        None if marked => {
            let message = "the message has no content";
            return Reading::Refused(Fault::new(codes::TAK_NO_CONTENT, "", message));
        }
        _ => return Reading::Other("JSON that is no GLPI inventory"),
    };
    inventory(root, content, &parsed.rest, faults)
}

/// The refusal of a text that is no JSON or beyond a bound.
pub(super) fn refusal(broken: Broken) -> Fault {
    match broken {
        Broken::Syntax(message) => Fault::new(codes::TAK_NOT_JSON, "", message),
        Broken::Deep(message) => Fault::new(codes::TAK_TOO_DEEP, "", message),
        Broken::Large(message) => Fault::new(codes::TAK_TOO_LARGE, "", message),
    }
}

/// Makes assets of a message and its content; the sections in `rest` are counted.
pub(super) fn inventory(
    root: &Json<'_>,
    content: &Json<'_>,
    rest: &BTreeMap<String, u64>,
    faults: &mut Faults,
) -> Reading {
    let message = Item { object: root, at: At::Root };
    let ports = rest.get("network_ports").copied().unwrap_or(0);
    let Some(mut record) = machine::read(&message, content, faults) else {
        let message = "no usable name, serial number, UUID or device id";
        return Reading::Refused(Fault::new(codes::TAK_NO_IDENTITY, "", message));
    };
    let components = lists::entries(content, "network_components", faults).unwrap_or_default();
    let stack = match stack::read(&components, faults) {
        Ok(stack) => stack,
        Err(fault) => return Reading::Refused(fault),
    };
    record.evidence.network = machine::network_kind(content, &stack, ports);
    let mut counts = Counts::default();
    for (name, count) in rest {
        counts.add(name, *count);
    }
    counts.add_components(&components, &stack);
    counts.add_storages(content, record.lists.disks.as_ref().map_or(0, Vec::len));
    let records = stack::split(record, stack, faults);
    let Counts { attached, unused } = counts;
    Reading::Inventory(Import { records, attached, unused, ..Import::default() })
}

#[derive(Default)]
struct Counts {
    attached: BTreeMap<String, u64>,
    unused: BTreeMap<String, u64>,
}

impl Counts {
    fn add(&mut self, section: &str, count: u64) {
        if ATTACHED.contains(&section) {
            self.attached.insert(section.to_owned(), count);
        } else {
            let sum = self.unused.entry(text::quote(section)).or_default();
            *sum = sum.saturating_add(count);
        }
    }

    /// What of the storages is no disk: optical drives, card readers.
    fn add_storages(&mut self, content: &Json<'_>, disks: usize) {
        if let Some(Json::List(storages)) = content.get("storages")
            && let Ok(others @ 1..) = u64::try_from(storages.len().saturating_sub(disks))
        {
            self.unused.insert("storages".to_owned(), others);
        }
    }

    /// Components are members of the stack, access points, or parts that nothing is said of.
    fn add_components(&mut self, components: &[Item<'_, '_>], stack: &stack::Stack) {
        let all = u64::try_from(components.len()).unwrap_or(u64::MAX);
        let members = u64::try_from(stack.members.len()).unwrap_or(u64::MAX);
        if stack.access_points > 0 {
            self.attached.insert("access_points".to_owned(), stack.access_points);
        }
        let parts = all.saturating_sub(members).saturating_sub(stack.access_points);
        if parts > 0 {
            self.unused.insert("network_components".to_owned(), parts);
        }
    }
}
