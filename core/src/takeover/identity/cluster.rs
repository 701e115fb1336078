//! Telling apart machines of one id.

use super::Sourced;
use crate::order;
use crate::takeover::text::folded;

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
        let class = usize::from(serial) + 2 * usize::from(uuid);
        if class < 3
            && let Some(first) = records.first()
        {
            joined.push((class, first.file, first.record.serial_at.to_string()));
        }
        let place = known.first_compatible(class);
        match place.and_then(|place| machines.get_mut(place)) {
            Some(machine) => machine.extend(records),
            None => machines.push(records),
        }
        known.add(place.unwrap_or(machines.len().saturating_sub(1)), class);
    }
    let doubts = joined.into_iter().filter(|(class, ..)| {
        // A record that knows nothing is compatible with its own machine as well.
        known.count_compatible(*class) > usize::from(*class == 0)
    });
    let doubts = doubts.map(|(_, file, place)| (file, place)).collect();
    Clusters { machines, doubts }
}

/// Groups records that share a serial number or a UUID.
fn link(records: Vec<Sourced>) -> Vec<Vec<Sourced>> {
    let mut roots: Vec<usize> = (0..records.len()).collect();
    let mut first_with = [order::Index::default(), order::Index::default()];
    for (place, sourced) in records.iter().enumerate() {
        let facts = &sourced.record.facts;
        for (first_with, value) in first_with.iter_mut().zip([&facts.serial, &facts.uuid]) {
            if let Some(value) = value {
                let first = first_with.add(&folded(value), place).unwrap_or(place);
                let (a, b) = (root(&mut roots, first), root(&mut roots, place));
                let (low, high) = (a.min(b), a.max(b));
                if let Some(slot) = roots.get_mut(high) {
                    *slot = low;
                }
            }
        }
    }
    let mut groups: Vec<Vec<Sourced>> = Vec::new();
    groups.resize_with(records.len(), Vec::new);
    for (place, sourced) in records.into_iter().enumerate() {
        if let Some(group) = groups.get_mut(root(&mut roots, place)) {
            group.push(sourced);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
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

/// Whether machines of two classes know nothing of the same kind.
fn are_compatible(class: usize, other: usize) -> bool {
    class & other == 0
}

/// What the machines so far know, a class for each: nothing, a serial number, a UUID, both.
#[derive(Default)]
struct Known {
    /// Class of each machine.
    classes: Vec<usize>,
    /// Number of machines of each class.
    counts: [usize; 4],
    /// No machine before this place is of the class.
    first: [usize; 4],
}

impl Known {
    fn first_compatible(&mut self, class: usize) -> Option<usize> {
        let mut lowest = self.classes.len();
        for (other, first) in self.first.iter_mut().enumerate() {
            if are_compatible(class, other) {
                while self.classes.get(*first).is_some_and(|known| *known != other) {
                    *first += 1;
                }
                lowest = lowest.min(*first);
            }
        }
        (lowest < self.classes.len()).then_some(lowest)
    }

    fn count_compatible(&self, class: usize) -> usize {
        let counts = self.counts.iter().enumerate();
        counts.filter(|(other, _)| are_compatible(class, *other)).map(|(_, count)| count).sum()
    }

    /// Notes what a machine, known or next, knows now.
    fn add(&mut self, place: usize, class: usize) {
        let mut now = class;
        if let Some(known) = self.classes.get_mut(place) {
            if let Some(count) = self.counts.get_mut(*known) {
                *count -= 1;
            }
            now |= *known;
            *known = now;
        } else {
            self.classes.push(now);
        }
        if let (Some(count), Some(first)) = (self.counts.get_mut(now), self.first.get_mut(now)) {
            *count += 1;
            *first = place.min(*first);
        }
    }
}
