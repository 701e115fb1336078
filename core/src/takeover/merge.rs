//! Laying one inventory over another.

use super::record::{Evidence, Lists, Origin, Record, Said};
use crate::inventory::{Antivirus, Battery, Database, Disk, Drive, Facts, Software};
use crate::order;

/// Lays `later` over `base`: what it says replaces, what it does not say stays.
pub(super) fn lay_over(base: &mut Record, later: Record) {
    let partial = later.partial;
    facts(&mut base.facts, later.facts);
    lists(&mut base.lists, later.lists, partial);
    evidence(&mut base.evidence, later.evidence);
    said(&mut base.said, later.said);
    if later.origin == Origin::Agent && base.origin == Origin::Register {
        // A machine calls itself by its own name.
        base.name = later.name;
    }
    base.origin = base.origin.max(later.origin);
    base.partial &= partial;
    if !later.serial_at.is_empty() {
        base.serial_at = later.serial_at;
    }
}

macro_rules! replace_known {
    ($base:expr, $later:expr, $($field:ident)*) => {
        $( if $later.$field.is_some() { $base.$field = $later.$field; } )*
    };
}

fn facts(base: &mut Facts, later: Facts) {
    let last_inventory = base.last_inventory.max(later.last_inventory);
    base.lay_over(later);
    base.last_inventory = last_inventory;
}

fn evidence(base: &mut Evidence, later: Evidence) {
    replace_known!(base, later, item_type device_type chassis vm_system network);
}

/// Takes what people said later.
pub(super) fn said(base: &mut Said, later: Said) {
    replace_known!(base, later, site category category_word criticality usage);
    base.tags.extend(later.tags);
}

fn lists(base: &mut Lists, later: Lists, partial: bool) {
    list(&mut base.software, later.software, partial);
    list(&mut base.drives, later.drives, partial);
    list(&mut base.batteries, later.batteries, partial);
    list(&mut base.antivirus, later.antivirus, partial);
    list(&mut base.disks, later.disks, partial);
    list(&mut base.databases, later.databases, partial);
    list(&mut base.remote_tools, later.remote_tools, partial);
    list(&mut base.mac_addresses, later.mac_addresses, partial);
}

fn list<T: Entry>(base: &mut Option<Vec<T>>, later: Option<Vec<T>>, partial: bool) {
    match (base.as_mut(), later) {
        (_, None) => {}
        (Some(known), Some(entries)) if partial => update(known, entries),
        (_, later) => *base = later,
    }
}

/// Updates entries of the same name and adds the others.
///
/// Where a name stands several times (kernels, run-time libraries), entries of the same version
/// belong together, the others in order.
fn update<T: Entry>(known: &mut Vec<T>, entries: Vec<T>) {
    let old: Vec<Key<'_>> = known.iter().map(|entry| (entry.name(), entry.version())).collect();
    let new: Vec<Key<'_>> = entries.iter().map(|entry| (entry.name(), entry.version())).collect();
    let places = pair(&old, &new);
    for (entry, place) in entries.into_iter().zip(places) {
        match place.and_then(|place| known.get_mut(place)) {
            Some(slot) => slot.lay_over(entry),
            None => known.push(entry),
        }
    }
}

/// Name and version.
type Key<'a> = (&'a str, Option<&'a str>);

/// The place in `old` of each of `new`: of the same name and version, else of the same name.
fn pair(old: &[Key<'_>], new: &[Key<'_>]) -> Vec<Option<usize>> {
    let mut is_free = vec![true; old.len()];
    let mut places = vec![None; new.len()];
    for of_version in [true, false] {
        // The length tells where the name ends; no version is not the empty one.
        let text = |(name, version): &Key<'_>| match version.filter(|_| of_version) {
            Some(version) => format!("{} {name}{version}", name.len()),
            None => format!("- {name}"),
        };
        let mut free = order::Lists::default();
        for (place, key) in old.iter().enumerate().rev() {
            if is_free.get(place) == Some(&true) {
                free.push(&text(key), place);
            }
        }
        for (key, found) in new.iter().zip(&mut places).filter(|(_, found)| found.is_none()) {
            *found = free.pop(&text(key));
            if let Some(slot) = found.and_then(|place| is_free.get_mut(place)) {
                *slot = false;
            }
        }
    }
    places
}

/// An entry of a list of facts.
trait Entry {
    /// What it is recognised by.
    fn name(&self) -> &str;
    /// What tells entries of one name apart.
    fn version(&self) -> Option<&str> {
        None
    }
    /// Takes what `later` says.
    fn lay_over(&mut self, later: Self);
}

impl Entry for Software {
    fn name(&self) -> &str {
        &self.name
    }

    fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    fn lay_over(&mut self, later: Self) {
        replace_known!(self, later, version publisher installed);
    }
}

impl Entry for Drive {
    fn name(&self) -> &str {
        &self.name
    }

    fn lay_over(&mut self, later: Self) {
        replace_known!(self, later, total_mib free_mib encrypted);
        if self.free_mib > self.total_mib && self.total_mib.is_some() {
            // The older of the two no longer holds.
            if later.free_mib.is_some() {
                self.total_mib = None;
            } else {
                self.free_mib = None;
            }
        }
    }
}

impl Entry for Battery {
    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    fn lay_over(&mut self, later: Self) {
        replace_known!(self, later, design_mwh real_mwh manufactured);
    }
}

impl Entry for Antivirus {
    fn name(&self) -> &str {
        &self.name
    }

    fn lay_over(&mut self, later: Self) {
        replace_known!(self, later, enabled up_to_date base_day expires);
    }
}

impl Entry for Disk {
    /// Disks of one model are told apart by their serial numbers.
    fn name(&self) -> &str {
        self.serial.as_deref().unwrap_or(&self.name)
    }

    fn lay_over(&mut self, later: Self) {
        replace_known!(self, later, serial size_mib is_healthy);
    }
}

impl Entry for Database {
    fn name(&self) -> &str {
        &self.name
    }

    fn lay_over(&mut self, later: Self) {
        replace_known!(self, later, version is_backed_up last_backup);
    }
}

/// A MAC address or the name of a tool: there is nothing to it but its name.
impl Entry for Box<str> {
    fn name(&self) -> &str {
        self
    }

    fn lay_over(&mut self, _later: Self) {}
}
