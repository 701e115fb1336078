//! What agents write that is not the GLPI format: their XML, and the JSON of OCS Inventory.
//!
//! Each is brought into the shape of the GLPI format and read by its reader, so that a machine means the
//! same in every format. [`Places`] remembers where each piece stood, so that every diagnostic still
//! points into the file that was given.

pub(super) mod convert;
mod ocs;
mod places;
mod shape;
mod xml_message;

pub(super) use ocs::{is_ocs, read as read_ocs};
pub(super) use xml_message::read as read_xml;

use super::glpi::{self, Reading};
use super::json::Json;
use super::record::Import;
use crate::error::Faults;
use places::Places;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A message in the shape of the GLPI format.
#[derive(Debug, Default)]
struct Message<'a> {
    /// `deviceid`, `itemtype`, `partial`.
    head: Vec<(&'static str, Json<'a>)>,
    content: Vec<(&'static str, Json<'a>)>,
    /// Sections that are not used, with their number of items.
    rest: BTreeMap<String, u64>,
    places: Places,
    /// What the kind of machine is concluded from.
    kind_at: &'static str,
}

impl Message<'_> {
    fn count(&mut self, section: &str, count: usize) {
        let sum = self.rest.entry(section.to_owned()).or_default();
        *sum = sum.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
    }

    /// Reads the machine; its diagnostics point into the file.
    fn read(self, faults: &mut Faults) -> Reading {
        let (head, content) = (Json::Object(self.head), Json::Object(self.content));
        let mut found = Faults::new();
        let reading = glpi::inventory(&head, &content, &self.rest, &mut found);
        for mut fault in found.into_vec() {
            fault.pointer = self.places.of(&fault.pointer);
            faults.push(fault);
        }
        match reading {
            Reading::Inventory(import) => {
                Reading::Inventory(self.places.relocate(import, self.kind_at))
            }
            Reading::Refused(mut fault) => {
                fault.pointer = self.places.of(&fault.pointer);
                Reading::Refused(fault)
            }
            other @ Reading::Other(_) => other,
        }
    }
}

impl Places {
    /// The same machines, told where they stand in the file.
    fn relocate(&self, mut import: Import, kind_at: &'static str) -> Import {
        for record in &mut import.records {
            record.serial_at = Cow::Owned(self.of(&record.serial_at));
            record.kind_at = kind_at;
        }
        import
    }
}
