//! Laying one inventory over another.

use super::record::{Evidence, Lists, Record};
use crate::inventory::{Antivirus, Battery, Drive, Facts, Software};
use std::collections::{BTreeMap, VecDeque};

/// Lays `later` over `base`: what it says replaces, what it does not say stays.
pub(super) fn lay_over(base: &mut Record, later: Record) {
    let partial = later.partial;
    facts(&mut base.facts, later.facts);
    lists(&mut base.lists, later.lists, partial);
    evidence(&mut base.evidence, later.evidence);
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
    replace_known!(base, later, serial uuid manufacturer model os);
    replace_known!(base, later, os_version firmware memory_mib last_boot);
    base.last_inventory = last_inventory;
}

fn evidence(base: &mut Evidence, later: Evidence) {
    replace_known!(base, later, item_type device_type chassis vm_system network);
}

fn lists(base: &mut Lists, later: Lists, partial: bool) {
    list(&mut base.software, later.software, partial);
    list(&mut base.drives, later.drives, partial);
    list(&mut base.batteries, later.batteries, partial);
    list(&mut base.antivirus, later.antivirus, partial);
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
    let mut same: BTreeMap<(String, Option<String>), VecDeque<usize>> = BTreeMap::new();
    for (place, entry) in known.iter().enumerate() {
        same.entry(identity(entry)).or_default().push_back(place);
    }
    let mut others = Vec::new();
    for entry in entries {
        let place = same.get_mut(&identity(&entry)).and_then(VecDeque::pop_front);
        match place.and_then(|place| known.get_mut(place)) {
            Some(slot) => slot.lay_over(entry),
            None => others.push(entry),
        }
    }
    let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for ((name, _), places) in same {
        free.entry(name).or_default().extend(places);
    }
    for places in free.values_mut() {
        places.make_contiguous().sort_unstable();
    }
    for entry in others {
        let place = free.get_mut(entry.name()).and_then(VecDeque::pop_front);
        match place.and_then(|place| known.get_mut(place)) {
            Some(slot) => slot.lay_over(entry),
            None => known.push(entry),
        }
    }
}

fn identity<T: Entry>(entry: &T) -> (String, Option<String>) {
    (entry.name().to_owned(), entry.version().map(str::to_owned))
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
