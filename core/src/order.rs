//! Sorting and finding, each compiled once for all types.
//!
//! The sort and the maps of the standard library are compiled anew for every type: some five kilobytes
//! of WebAssembly each, and this library sorts in fifty places and groups in thirty. Here the order is
//! found on places by one sort and then applied by swaps, texts are found by one map, and small whole
//! numbers by their place in a list.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Sorts `items` by `compare`; stable.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    apply(&mut places, &mut |a, b| items.swap(a, b));
}

/// Sorts `items` by a small number, below `count`; stable, and in time that grows with the items alone.
pub(crate) fn sort_by_number<T>(items: &mut [T], count: usize, number: impl Fn(&T) -> usize) {
    let mut next = vec![0_usize; count];
    let numbers: Vec<usize> =
        items.iter().map(|item| number(item).min(count.saturating_sub(1))).collect();
    for number in &numbers {
        if let Some(slot) = next.get_mut(*number) {
            *slot += 1;
        }
    }
    let mut before = 0;
    for slot in &mut next {
        before += std::mem::replace(slot, before);
    }
    let mut places = vec![0; items.len()];
    for (from, number) in numbers.iter().enumerate() {
        let Some(to) = next.get_mut(*number) else { continue };
        if let Some(slot) = places.get_mut(*to) {
            *slot = from;
        }
        *to += 1;
    }
    apply(&mut places, &mut |a, b| items.swap(a, b));
}

/// Sorts `items` by their own order; stable.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts `items` and leaves each value once.
pub(crate) fn sort_once<T: Ord>(items: &mut Vec<T>) {
    sort(items);
    items.dedup();
}

/// Values by key: keys in order, the values of each in the order given.
pub(crate) fn group<K: Ord, V>(mut pairs: Vec<(K, V)>) -> Vec<(K, Vec<V>)> {
    sort_by(&mut pairs, |a, b| a.0.cmp(&b.0));
    let mut groups: Vec<(K, Vec<V>)> = Vec::new();
    for (key, value) in pairs {
        match groups.last_mut() {
            Some((last, values)) if *last == key => values.push(value),
            _ => groups.push((key, vec![value])),
        }
    }
    groups
}

fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

/// Swaps, cycle by cycle, so that each place gets the item of the place that `places` names there.
fn apply(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut current = start;
        while let Some(slot) = places.get_mut(current) {
            let next = std::mem::replace(slot, current);
            if next == start {
                break;
            }
            swap(current, next);
            current = next;
        }
    }
}

/// Texts, and the number of each.
#[derive(Debug, Default)]
pub(crate) struct Index(BTreeMap<String, u64>);

impl Index {
    /// The number of `key`, if it has one.
    pub(crate) fn get(&self, key: &str) -> Option<usize> {
        self.0.get(key).and_then(|number| usize::try_from(*number).ok())
    }

    /// Gives `key` a number; when it already has one, it keeps that one, which is returned.
    pub(crate) fn add(&mut self, key: &str, number: usize) -> Option<usize> {
        let known = self.get(key);
        if known.is_none() {
            self.0.insert(key.to_owned(), u64::try_from(number).unwrap_or(u64::MAX));
        }
        known
    }

    /// Notes `key`; whether it is new.
    pub(crate) fn is_new(&mut self, key: &str) -> bool {
        self.add(key, 0).is_none()
    }
}

/// Places by text.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    index: Index,
    lists: Vec<Vec<usize>>,
}

impl Lists {
    /// Adds a place to the list of `key`, unless it was the last one added there.
    pub(crate) fn push(&mut self, key: &str, place: usize) {
        let known = self.index.add(key, self.lists.len());
        match known.and_then(|number| self.lists.get_mut(number)) {
            Some(list) if list.last() == Some(&place) => {}
            Some(list) => list.push(place),
            None => self.lists.push(vec![place]),
        }
    }

    /// Takes the last place off the list of `key`.
    pub(crate) fn pop(&mut self, key: &str) -> Option<usize> {
        self.lists.get_mut(self.index.get(key)?)?.pop()
    }

    /// The list of `key`, empty when nothing was added.
    pub(crate) fn get(&self, key: &str) -> &[usize] {
        let list = self.index.get(key).and_then(|number| self.lists.get(number));
        list.map_or(&[], Vec::as_slice)
    }
}

/// Small whole keys, numbered in order of first use.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    /// Number of each key, from 1; 0 is none.
    numbers: Vec<u32>,
    used: u32,
}

impl Slots {
    /// The number of `key`: 0 for the first key met, 1 for the second … Memory follows the largest key.
    pub(crate) fn number(&mut self, key: usize) -> usize {
        if key >= self.numbers.len() {
            self.numbers.resize(key.saturating_add(1), 0);
        }
        let Some(number) = self.numbers.get_mut(key) else {
            return usize::MAX;
        };
        if *number == 0 {
            self.used += 1;
            *number = self.used;
        }
        usize::try_from(*number - 1).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the sort of the standard library, for every list of up to six of three values.
    #[test]
    fn sorts_as_the_standard_library_does() {
        for length in 0..=6u32 {
            for code in 0..3usize.pow(length) {
                let values = (0..length).map(|place| code / 3usize.pow(place) % 3);
                let mut ours: Vec<(usize, u32)> = values.zip(0..).collect();
                let mut theirs = ours.clone();
                sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
                theirs.sort_by_key(|pair| pair.0);
                assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn groups_keep_the_order_given() {
        let groups = group(vec![("b", 1), ("a", 2), ("b", 3), ("a", 4)]);
        assert_eq!(groups, [("a", vec![2, 4]), ("b", vec![1, 3])]);
    }

    #[test]
    fn keys_keep_their_first_number() {
        let mut index = Index::default();
        assert_eq!([index.add("x", 7), index.add("x", 8), index.get("y")], [None, Some(7), None]);
        let mut slots = Slots::default();
        assert_eq!([9, 2, 9, 0, 2].map(|key| slots.number(key)), [0, 1, 0, 2, 1]);
        let mut lists = Lists::default();
        for (key, place) in [("a", 3), ("a", 3), ("b", 1), ("a", 5)] {
            lists.push(key, place);
        }
        assert_eq!((lists.get("a"), lists.get("c")), (&[3, 5][..], &[][..]));
        assert_eq!([lists.pop("b"), lists.pop("b"), lists.pop("c")], [Some(1), None, None]);
    }
}
