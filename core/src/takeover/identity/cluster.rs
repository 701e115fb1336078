//! Telling apart machines of one id.

use super::Sourced;
use crate::takeover::text::folded;
use std::collections::{BTreeMap, BTreeSet};

/// Machines of one id, in order of their first record.
pub(super) struct Clusters {
    /// The records of each.
    pub machines: Vec<Vec<Sourced>>,
    /// Files and pointers of records that could as well be of another of these machines.
    pub doubts: Vec<(usize, String)>,
}

/// Splits records of one id, in order of file, into machines.
///
/// Records that share a serial number or a UUID are one machine. Then each machine joins the first
/// earlier one that it does not contradict: two contradict when both know a serial number or both
/// know a UUID, as they share neither.
pub(super) fn split(records: Vec<Sourced>) -> Clusters {
    let mut machines: Vec<Vec<Sourced>> = Vec::new();
    let mut known = Known::default();
    let mut joined = Vec::new();
    for records in link(records) {
        let serial = records.iter().any(|sourced| sourced.record.facts.serial.is_some());
        let uuid = records.iter().any(|sourced| sourced.record.facts.uuid.is_some());
        if !(serial && uuid)
            && let Some(first) = records.first()
        {
            joined.push((serial, uuid, first.file, first.record.serial_at.to_string()));
        }
        let place = known.first_compatible(serial, uuid);
        match place.and_then(|place| machines.get_mut(place)) {
            Some(machine) => machine.extend(records),
            None => machines.push(records),
        }
        known.add(place.unwrap_or(machines.len().saturating_sub(1)), serial, uuid);
    }
    let doubts = joined.into_iter().filter(|(serial, uuid, ..)| {
        // A record that knows nothing is compatible with its own machine as well.
        known.count_compatible(*serial, *uuid) > usize::from(!serial && !uuid)
    });
    let doubts = doubts.map(|(_, _, file, place)| (file, place)).collect();
    Clusters { machines, doubts }
}

/// Groups records that share a serial number or a UUID.
fn link(records: Vec<Sourced>) -> Vec<Vec<Sourced>> {
    let mut roots: Vec<usize> = (0..records.len()).collect();
    let mut first_with: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for (place, sourced) in records.iter().enumerate() {
        let facts = &sourced.record.facts;
        for (is_serial, value) in [(true, &facts.serial), (false, &facts.uuid)] {
            if let Some(value) = value {
                let first = *first_with.entry((is_serial, folded(value))).or_insert(place);
                let (a, b) = (root(&mut roots, first), root(&mut roots, place));
                let (low, high) = (a.min(b), a.max(b));
                if let Some(slot) = roots.get_mut(high) {
                    *slot = low;
                }
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<Sourced>> = BTreeMap::new();
    for (place, sourced) in records.into_iter().enumerate() {
        groups.entry(root(&mut roots, place)).or_default().push(sourced);
    }
    groups.into_values().collect()
}

/// The lowest place of a group; the path to it is halved on the way.
fn root(roots: &mut [usize], place: usize) -> usize {
    let mut at = place;
    loop {
        let up = roots.get(at).copied().unwrap_or(at);
        if up == at {
            return at;
        }
        let above = roots.get(up).copied().unwrap_or(up);
        if let Some(slot) = roots.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
}

/// The machines so far, by whether they know a serial number and a UUID.
#[derive(Default)]
struct Known {
    places: BTreeMap<(bool, bool), BTreeSet<usize>>,
}

impl Known {
    fn compatible(&self, serial: bool, uuid: bool) -> impl Iterator<Item = &BTreeSet<usize>> {
        let fits = move |known: &(bool, bool)| !(serial && known.0 || uuid && known.1);
        self.places.iter().filter(move |(known, _)| fits(known)).map(|(_, places)| places)
    }

    fn first_compatible(&self, serial: bool, uuid: bool) -> Option<usize> {
        self.compatible(serial, uuid).filter_map(BTreeSet::first).min().copied()
    }

    fn count_compatible(&self, serial: bool, uuid: bool) -> usize {
        self.compatible(serial, uuid).map(BTreeSet::len).sum()
    }

    /// Notes what a machine knows now.
    fn add(&mut self, place: usize, serial: bool, uuid: bool) {
        let mut now = (serial, uuid);
        for (known, places) in &mut self.places {
            if places.remove(&place) {
                now = (now.0 || known.0, now.1 || known.1);
            }
        }
        self.places.entry(now).or_default().insert(place);
    }
}
