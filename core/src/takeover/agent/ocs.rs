//! The JSON of OCS Inventory 3: `template_inventory`, lists of objects whose keys have spaces.
//!
//! It tells no name of the machine: the serial number of its firmware stands for it. Numbers come with
//! units and with the decimal sign of the machine's language (`50,0115 Wh`, ` 15,2G`).

use super::Message;
use super::convert::{self, QuantityFault, Units};
use super::places::Places;
use crate::error::{Fault, Faults, codes};
use crate::takeover::glpi::{self, Reading};
use crate::takeover::json::{self, Json, Shape, Source};
use crate::takeover::text;
use std::borrow::Cow;

/// Path of the content.
const ROOT: &str = "/template_inventory";

const MESSAGE: &[(&str, Shape)] = &[("template_inventory", Shape::Content(CONTENT))];

const CONTENT: &[(&str, Shape)] = &[
    (
        "BIOS",
        Shape::Items(&[
            ("SERIAL NUMBER", Shape::Scalar),
            ("MANUFACTURER", Shape::Scalar),
            ("MODEL", Shape::Scalar),
            ("TYPE", Shape::Scalar),
            ("BIOS VERSION", Shape::Scalar),
            ("ASSET TAG", Shape::Scalar),
            ("MOTHERBOARD MANUFACTURER", Shape::Scalar),
            ("MOTHERBOARD MODEL", Shape::Scalar),
        ]),
    ),
    ("CPUS", Shape::Items(&[("CORES NUMBER", Shape::Scalar)])),
    ("MEMORIES", Shape::Items(&[("CAPACITY", Shape::Scalar)])),
    (
        "DRIVES",
        Shape::Items(&[
            ("LETTER", Shape::Scalar),
            ("TYPE", Shape::Scalar),
            ("DESIGNATION", Shape::Scalar),
            ("TOTAL (MB)", Shape::Scalar),
            ("FREE (MB)", Shape::Scalar),
        ]),
    ),
    (
        "BATTERIES",
        Shape::Items(&[
            ("NAME", Shape::Scalar),
            ("SERIAL NUMBER", Shape::Scalar),
            ("DESIGN CAPACITY", Shape::Scalar),
        ]),
    ),
    (
        "STORAGES",
        Shape::Items(&[
            ("NAME", Shape::Scalar),
            ("MODEL", Shape::Scalar),
            ("TYPE", Shape::Scalar),
            ("SERIAL NUMBER", Shape::Scalar),
            ("DISK SIZE", Shape::Scalar),
        ]),
    ),
    (
        "SOFTWARES",
        Shape::Items(&[
            ("NAME", Shape::Scalar),
            ("VERSION", Shape::Scalar),
            ("PUBLISHER", Shape::Scalar),
            ("INSTALLATION DATE", Shape::Scalar),
        ]),
    ),
    ("NETWORKS", Shape::Items(&[("MAC ADDRESS", Shape::Scalar)])),
];

/// What is done to a value.
#[derive(Clone, Copy)]
enum Convert {
    Text,
    Day,
    Quantity(Units),
}

/// Section and field of the file, section and field of the format.
const FIELDS: &[(&str, &str, &str, &str, Convert)] = &[
    ("BIOS", "SERIAL NUMBER", "bios", "ssn", Convert::Text),
    ("BIOS", "MANUFACTURER", "bios", "smanufacturer", Convert::Text),
    ("BIOS", "MODEL", "bios", "smodel", Convert::Text),
    ("BIOS", "BIOS VERSION", "bios", "bversion", Convert::Text),
    ("BIOS", "ASSET TAG", "bios", "assettag", Convert::Text),
    ("BIOS", "MOTHERBOARD MANUFACTURER", "bios", "mmanufacturer", Convert::Text),
    ("BIOS", "MOTHERBOARD MODEL", "bios", "mmodel", Convert::Text),
    ("BIOS", "TYPE", "hardware", "chassis_type", Convert::Text),
    ("CPUS", "CORES NUMBER", "cpus", "core", Convert::Text),
    ("DRIVES", "LETTER", "drives", "letter", Convert::Text),
    ("DRIVES", "TYPE", "drives", "type", Convert::Text),
    ("DRIVES", "DESIGNATION", "drives", "volumn", Convert::Text),
    ("DRIVES", "TOTAL (MB)", "drives", "total", Convert::Quantity(convert::MEBIBYTES)),
    ("DRIVES", "FREE (MB)", "drives", "free", Convert::Quantity(convert::MEBIBYTES)),
    ("BATTERIES", "NAME", "batteries", "name", Convert::Text),
    ("BATTERIES", "SERIAL NUMBER", "batteries", "serial", Convert::Text),
    (
        "BATTERIES",
        "DESIGN CAPACITY",
        "batteries",
        "capacity",
        Convert::Quantity(convert::MILLIWATT_HOURS),
    ),
    ("STORAGES", "NAME", "storages", "name", Convert::Text),
    ("STORAGES", "MODEL", "storages", "model", Convert::Text),
    ("STORAGES", "TYPE", "storages", "type", Convert::Text),
    ("STORAGES", "SERIAL NUMBER", "storages", "serial", Convert::Text),
    ("STORAGES", "DISK SIZE", "storages", "disksize", Convert::Quantity(convert::MEBIBYTES)),
    ("SOFTWARES", "NAME", "softwares", "name", Convert::Text),
    ("SOFTWARES", "VERSION", "softwares", "version", Convert::Text),
    ("SOFTWARES", "PUBLISHER", "softwares", "publisher", Convert::Text),
    ("SOFTWARES", "INSTALLATION DATE", "softwares", "install_date", Convert::Day),
    ("NETWORKS", "MAC ADDRESS", "networks", "mac", Convert::Text),
];

/// A section, the fields of an entry of it, and the number of the entry.
type Made<'a> = (&'static str, Vec<(&'static str, Json<'a>)>, usize);

/// Sections counted under the name that other formats give them.
const COUNTED: &[(&str, &str)] =
    &[("virtual machines", "virtualmachines"), ("usb devices", "usbdevices")];

/// Disks that are only memory or files of the system.
const NO_DISKS: &[&str] = &["zram", "loop", "ram"];

/// Whether a JSON text may be such a file.
pub(in crate::takeover) fn is_ocs(text: &str) -> bool {
    text.contains("\"template_inventory\"")
}

/// Reads a file of OCS; [`Reading::Other`] when it only seemed one.
pub(in crate::takeover) fn read(text: &str, faults: &mut Faults) -> Reading {
    let source = Source::new(text);
    let parsed = match json::parse(&source, Shape::Object(MESSAGE), faults) {
        Ok(parsed) => parsed,
        Err(broken) => return Reading::Refused(glpi::refusal(broken)),
    };
    let content = match parsed.root.get("template_inventory") {
        Some(content @ Json::Object(_)) => content,
        Some(other) => {
            let message = format!("the content is {}, not an object", other.kind());
            return Reading::Refused(Fault::new(codes::TAK_NO_CONTENT, ROOT, message));
        }
        None => return Reading::Other("JSON that is no inventory"),
    };
    let places = Places::new("", ROOT, false);
    let mut message = Message { places, kind_at: ROOT, ..Message::default() };
    for (name, count) in parsed.rest.iter().filter(|(_, count)| **count > 0) {
        let lower = name.to_lowercase();
        let known = COUNTED.iter().find(|(written, _)| *written == lower);
        let section = known.map_or_else(|| lower.replace(' ', "_"), |(_, name)| (*name).to_owned());
        message.count(&section, usize::try_from(*count).unwrap_or(usize::MAX));
    }
    message.head.push(("itemtype", Json::Text(Cow::Borrowed("Computer"))));
    if let Json::Object(sections) = content {
        for (section, value) in sections {
            message.take_ocs(section, value, faults);
        }
    }
    message.read(faults)
}

impl<'a> Message<'a> {
    fn take_ocs(&mut self, section: &'static str, value: &Json<'a>, faults: &mut Faults) {
        let path = format!("{ROOT}/{section}");
        let lone = std::slice::from_ref(value);
        let (items, is_list) = match value {
            Json::List(items) => (items.as_slice(), true),
            Json::Object(_) => (lone, false),
            Json::Null => return,
            other => {
                let message = format!("{} where a list is expected", other.kind());
                faults.add(codes::TAK_WRONG_TYPE, path, message);
                return;
            }
        };
        if section == "MEMORIES" {
            self.take_memory(items, &path, faults);
            return;
        }
        for (place, item) in items.iter().enumerate() {
            let at = if is_list { format!("{path}/{place}") } else { path.clone() };
            match item {
                Json::Object(_) if is_memory_disk(section, item) => self.count("storages", 1),
                Json::Object(_) => self.take_item(section, item, &at, faults),
                other => {
                    let message = format!("{} where an object is expected", other.kind());
                    faults.add(codes::TAK_WRONG_TYPE, at, message);
                }
            }
        }
        if items.is_empty() && section != "BIOS" && is_list {
            self.take_empty(section);
        }
    }

    /// An empty list: there are none, which is not the same as nothing being said.
    fn take_empty(&mut self, section: &str) {
        if let Some((_, _, of, ..)) = FIELDS.iter().find(|(name, ..)| *name == section) {
            self.content.push((of, Json::List(Vec::new())));
        }
    }

    fn take_item(&mut self, section: &str, item: &Json<'a>, at: &str, faults: &mut Faults) {
        let mut made: Vec<Made<'a>> = Vec::new();
        for &(_, written, of, name, convert) in
            FIELDS.iter().filter(|(known, ..)| *known == section)
        {
            let there = made.iter().position(|(known, ..)| *known == of);
            let slot = there.unwrap_or_else(|| {
                made.push((of, Vec::new(), self.places.add_entry(of, at.to_owned())));
                made.len().saturating_sub(1)
            });
            let Some((_, fields, entry)) = made.get_mut(slot) else {
                continue;
            };
            self.places.rename(of, *entry, name, written);
            let Some(value) = item.get(written) else {
                continue;
            };
            let pointer = || {
                let mut pointer = at.to_owned();
                text::push_pointer(&mut pointer, written);
                pointer
            };
            if let Some(value) = converted(value, convert, pointer, faults) {
                fields.push((name, value));
            }
        }
        for (of, fields, _) in made {
            let value = Json::Object(fields);
            match self.content.iter_mut().find(|(name, _)| *name == of) {
                Some((_, Json::List(list))) => list.push(value),
                // The firmware of a second machine in one file cannot be told from a first one's.
                Some(_) => {
                    let message = "a second entry where there is one at most, left out";
                    faults.add(codes::TAK_DUPLICATE_KEY, at, message);
                    return;
                }
                None if matches!(of, "bios" | "hardware") => self.content.push((of, value)),
                None => self.content.push((of, Json::List(vec![value]))),
            }
        }
    }

    /// The memory is the sum of its modules; unknown when one of them does not say.
    fn take_memory(&mut self, items: &[Json<'a>], path: &str, faults: &mut Faults) {
        let mut sum: Option<u64> = None;
        for (place, item) in items.iter().enumerate() {
            let Some(value) = item.get("CAPACITY") else {
                continue;
            };
            match convert::quantity(value, convert::MEBIBYTES) {
                Ok(size) => sum = Some(sum.unwrap_or(0).saturating_add(size)),
                Err(QuantityFault::Empty) => {}
                Err(QuantityFault::Unread) => {
                    tell_quantity(value, format!("{path}/{place}/CAPACITY"), faults);
                    return;
                }
            }
        }
        let Some(sum) = sum else {
            return;
        };
        self.places.set("/content/hardware/memory", path.to_owned());
        let value = ("memory", Json::Text(Cow::Owned(sum.to_string())));
        match self.content.iter_mut().find(|(name, _)| *name == "hardware") {
            Some((_, Json::Object(fields))) => fields.push(value),
            _ => self.content.push(("hardware", Json::Object(vec![value]))),
        }
    }
}

fn is_memory_disk(section: &str, item: &Json<'_>) -> bool {
    let name = match item.get("NAME") {
        Some(Json::Text(name)) if section == "STORAGES" => name.trim(),
        _ => return false,
    };
    NO_DISKS.iter().any(|kind| {
        let rest = name.strip_prefix(kind);
        rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

fn converted<'a>(
    value: &Json<'a>,
    convert: Convert,
    pointer: impl Fn() -> String,
    faults: &mut Faults,
) -> Option<Json<'a>> {
    match (convert, value) {
        (Convert::Quantity(units), value) => match convert::quantity(value, units) {
            Ok(number) => Some(Json::Text(Cow::Owned(number.to_string()))),
            Err(QuantityFault::Empty) => None,
            Err(QuantityFault::Unread) => {
                tell_quantity(value, pointer(), faults);
                None
            }
        },
        (Convert::Day, Json::Text(text)) => {
            convert::day(text).map(|day| Json::Text(Cow::Owned(day.into_owned())))
        }
        (_, value) => Some(value.clone()),
    }
}

fn tell_quantity(value: &Json<'_>, pointer: String, faults: &mut Faults) {
    let shown = match value {
        Json::Text(text) => format!("`{}`", text::quote(text.trim())),
        Json::Number(digits) => format!("`{}`", text::quote(digits)),
        other => other.kind().to_owned(),
    };
    faults.add(codes::TAK_BAD_QUANTITY, pointer, format!("{shown} is no quantity of a known unit"));
}
