//! How many machines have the program of a licence.

use crate::inventory::{Asset, Category, Estate, Lifecycle};
use std::cmp::Ordering;

/// How often a licence is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LicenceCount {
    /// Machines with its program: at least, and at most if every machine of which no program is known has it.
    /// `None` when no program of any machine is known.
    pub installs: Option<(i64, i64)>,
}

/// The prefixes of licences, sorted, each with the longest other prefix that it begins with.
struct Prefixes {
    /// Folded prefix, place of the next shorter prefix, places of its licences.
    list: Vec<(Box<str>, Option<usize>, Vec<usize>)>,
}

impl Prefixes {
    fn new(estate: &Estate) -> Prefixes {
        let texts = estate.licences().iter().map(|licence| licence.software.to_ascii_lowercase());
        let groups = crate::order::group(texts.zip(0..).collect());
        let mut list: Vec<(Box<str>, Option<usize>, Vec<usize>)> = Vec::new();
        for (text, licences) in groups {
            let mut shorter = list.len().checked_sub(1);
            while let Some(place) = shorter {
                match list.get(place) {
                    Some((prefix, ..)) if text.starts_with(&**prefix) => break,
                    Some((_, next, _)) => shorter = *next,
                    None => break,
                }
            }
            list.push((text.into(), shorter, licences));
        }
        Prefixes { list }
    }

    /// Calls `meet` with every licence whose program `name` is.
    fn of(&self, name: &str, mut meet: impl FnMut(usize)) {
        let after = self.list.partition_point(|(prefix, ..)| {
            compare_folded(prefix.as_bytes(), name.as_bytes()) != Ordering::Greater
        });
        let mut next = after.checked_sub(1);
        while let Some((prefix, shorter, licences)) = next.and_then(|place| self.list.get(place)) {
            if begins_folded(name, prefix) {
                licences.iter().for_each(|licence| meet(*licence));
            }
            next = *shorter;
        }
    }
}

/// Compares folded bytes with bytes that are not folded yet.
fn compare_folded(folded: &[u8], other: &[u8]) -> Ordering {
    folded.iter().copied().cmp(other.iter().map(u8::to_ascii_lowercase))
}

/// Whether `text` begins with `folded`, without regard to the case of its ASCII letters.
pub(super) fn begins_folded(text: &str, folded: &str) -> bool {
    let begin = text.as_bytes().get(..folded.len());
    begin.is_some_and(|begin| compare_folded(folded.as_bytes(), begin) == Ordering::Equal)
}

/// Whether a machine of which no program is known could have some.
fn can_have_programs(asset: &Asset) -> bool {
    use Category::{Desktop, Laptop, Server, VirtualMachine};
    matches!(asset.category, Laptop | Desktop | Server | VirtualMachine)
}

/// The count of each licence, by its place. A machine counts once, however many of its programs begin with the
/// name; a retired one does not.
pub(super) fn counts(estate: &Estate) -> Vec<LicenceCount> {
    let licences = estate.licences().len();
    let prefixes = Prefixes::new(estate);
    let mut installs = vec![0i64; licences];
    let mut last = vec![usize::MAX; licences];
    let (mut known, mut silent) = (0i64, 0i64);
    let assets = estate.assets().iter().enumerate();
    for (place, asset) in assets.filter(|(_, a)| a.facts.lifecycle != Some(Lifecycle::Retired)) {
        if asset.facts.software.is_empty() {
            silent += i64::from(can_have_programs(asset));
            continue;
        }
        known += 1;
        for program in &asset.facts.software {
            prefixes.of(&program.name, |licence| {
                if let Some(seen) = last.get_mut(licence).filter(|seen| **seen != place) {
                    *seen = place;
                    if let Some(count) = installs.get_mut(licence) {
                        *count += 1;
                    }
                }
            });
        }
    }
    let bounds = |count: i64| (known > 0).then_some((count, count.saturating_add(silent)));
    installs.into_iter().map(|count| LicenceCount { installs: bounds(count) }).collect()
}
