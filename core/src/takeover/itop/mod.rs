//! Exports of iTop: configuration items, what links them, and contracts, in XML or CSV.
//!
//! Objects refer to each other by class and id, across files: they are collected file by file and joined
//! when all are there. Hardware and virtual machines become assets, and so do applications, so that what
//! they depend on is known. What runs on a machine (database and web servers, schemas, hypervisors with a
//! server) stands for that machine: a relation to it is a relation to the machine. A farm stands for its
//! hypervisors, which can do each other's work.

mod class;
mod contract;
mod csv;
mod graph;
mod join;
mod machine;

pub(super) use csv::{is_itop as is_csv, read as read_csv};
pub(super) use join::join;

use super::xml::Node;
use crate::error::{Fault, Faults, codes};
use class::Class;
use std::collections::BTreeMap;

/// The objects of one file.
#[derive(Debug, Default)]
pub(super) struct Objects {
    list: Vec<Object>,
    /// Objects of classes that are not used, by class.
    unused: BTreeMap<String, u64>,
}

/// One object.
#[derive(Debug)]
struct Object {
    class: &'static Class,
    /// Its id within its class; empty where the file tells none.
    id: Box<str>,
    /// Where it stands: a path, or `line N`.
    at: String,
    /// Whether fields have a path of their own.
    has_paths: bool,
    /// What it says, by code of the attribute; what is empty is not there.
    fields: BTreeMap<&'static str, Box<str>>,
    /// Names of what it refers to, where the file tells names instead of ids.
    names: BTreeMap<&'static str, Box<str>>,
}

impl Objects {
    fn count(&mut self, name: &str) {
        let sum = self.unused.entry(name.to_owned()).or_default();
        *sum = sum.saturating_add(1);
    }
}

impl Object {
    fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(|text| &**text)
    }

    /// The id that a field refers to; 0 is none.
    fn reference(&self, field: &str) -> Option<&str> {
        self.get(field).filter(|id| *id != "0")
    }

    /// Where a field stands.
    fn place(&self, field: &str) -> String {
        if self.has_paths && !field.is_empty() {
            format!("{}/{field}", self.at)
        } else {
            self.at.clone()
        }
    }
}

/// Reads a `Set`.
///
/// # Errors
/// `TAK-069` no object in it has a class and fields.
pub(super) fn read(root: &Node, faults: &mut Faults) -> Result<Objects, Fault> {
    let mut objects = Objects::default();
    for (step, node) in root.steps() {
        let at = format!("/Set/{step}");
        let Some(class) = class::find(&node.name) else {
            objects.count(&format!("itop:{}", super::text::quote(&node.name)));
            continue;
        };
        let id = node.id.as_deref().unwrap_or_default().trim();
        if id.is_empty() && !class.is_link() {
            let message = "an object without an id: nothing can refer to it";
            faults.add(codes::TAK_NAMELESS_DEVICE, at.as_str(), message);
        }
        let mut fields: BTreeMap<&'static str, Box<str>> = BTreeMap::new();
        for child in &node.children {
            let Some(&field) = class::FIELDS.iter().find(|field| ***field == *child.name) else {
                // An external key of 0 refers to nothing.
                if !matches!(child.text.trim(), "" | "0") || !child.children.is_empty() {
                    let field = super::text::quote(&child.name);
                    objects.count(&format!("itop:{}.{field}", class.name));
                }
                continue;
            };
            let pointer = || format!("{at}/{field}");
            let Some(text) = super::text::clean(&child.text, pointer, faults) else {
                continue;
            };
            if fields.insert(field, text.into_owned().into()).is_some() {
                let message = format!("`{field}` stands twice in the same object");
                faults.add(codes::TAK_DUPLICATE_KEY, pointer(), message);
            }
        }
        objects.list.push(Object {
            class,
            id: id.into(),
            at,
            has_paths: true,
            fields,
            names: BTreeMap::new(),
        });
    }
    if objects.list.is_empty() && objects.unused.is_empty() {
        return Err(Fault::new(codes::TAK_NO_OBJECT, "/Set", "the set is empty"));
    }
    Ok(objects)
}
