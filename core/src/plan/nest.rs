//! Which dates of the strands of one subject nest in others: sets of days, compared word by word.

use super::series::Item;
use super::table::Marks;
use crate::time::Day;

/// Days from a first one on, a bit each.
#[derive(Debug, Clone, Default)]
pub(super) struct DaySet {
    first: i32,
    words: Vec<u64>,
}

impl DaySet {
    pub(super) fn new(first: Day, days: i32) -> DaySet {
        let words = usize::try_from(days).unwrap_or_default().div_ceil(64).max(1);
        DaySet { first: first.number(), words: vec![0; words] }
    }

    fn clear(&mut self) {
        self.words.fill(0);
    }

    /// The words and masks of the days from `from` to `to`, within the set.
    fn masks(&self, from: i32, to: i32) -> impl Iterator<Item = (usize, u64)> + use<> {
        let bits = i64::try_from(self.words.len()).unwrap_or(i64::MAX).saturating_mul(64);
        let low = (i64::from(from) - i64::from(self.first)).clamp(0, bits);
        let high = (i64::from(to) - i64::from(self.first) + 1).clamp(0, bits);
        let (low, high) = (u64::try_from(low).unwrap_or(0), u64::try_from(high).unwrap_or(0));
        let words = if low < high { low / 64..(high - 1) / 64 + 1 } else { 0..0 };
        words.map(move |word| {
            let start = low.saturating_sub(word * 64).min(63);
            let end = (high - word * 64).min(64);
            let mask = (u64::MAX << start) & (u64::MAX >> (64 - end));
            (usize::try_from(word).unwrap_or(usize::MAX), mask)
        })
    }

    pub(super) fn add(&mut self, from: i32, to: i32) {
        for (word, mask) in self.masks(from, to) {
            if let Some(word) = self.words.get_mut(word) {
                *word |= mask;
            }
        }
    }

    fn has(&self, day: i32) -> bool {
        let place = u64::try_from(i64::from(day) - i64::from(self.first)).unwrap_or(u64::MAX);
        let word = usize::try_from(place / 64).ok().and_then(|word| self.words.get(word));
        word.is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    fn has_any(&self, from: i32, to: i32) -> bool {
        let hits = |(word, mask): (usize, u64)| self.words.get(word).is_some_and(|w| w & mask != 0);
        self.masks(from, to).any(hits)
    }

    fn meets(&self, other: &DaySet) -> bool {
        self.words.iter().zip(&other.words).any(|(a, b)| a & b != 0)
    }

    fn join(&mut self, other: &DaySet) {
        for (own, more) in self.words.iter_mut().zip(&other.words) {
            *own |= more;
        }
    }
}

/// The days of a series, and those of the windows around them.
#[derive(Debug, Default)]
pub(super) struct Shadow {
    nominals: DaySet,
    windows: DaySet,
}

impl Shadow {
    pub(super) fn of(items: &[Item], mut empty: DaySet) -> Shadow {
        empty.clear();
        let mut shadow = Shadow { nominals: empty.clone(), windows: empty };
        for item in items {
            let day = item.nominal.number();
            shadow.nominals.add(day, day);
            shadow.windows.add(day - item.early, day + item.late);
        }
        shadow
    }
}

/// One strand of a nest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layer<'k> {
    pub(super) level: u8,
    pub(super) absorbs: bool,
    pub(super) items: &'k [Item],
    pub(super) shadow: &'k Shadow,
}

/// What higher levels cover and lower levels fill, for one nest of one subject.
#[derive(Debug, Default)]
pub(super) struct Nester {
    /// Levels of the layers, descending, each once.
    levels: Vec<u8>,
    /// Windows of what performs and absorbs above each level.
    above: Vec<DaySet>,
    /// Dates below each level.
    below: Vec<DaySet>,
}

impl Nester {
    /// Works out the layers of one nest; `empty` is a set of the days that count.
    pub(super) fn settle(&mut self, layers: &[Layer<'_>], empty: &DaySet) {
        self.levels.clear();
        for layer in layers {
            if let Err(place) = self.levels.binary_search_by(|level| layer.level.cmp(level)) {
                self.levels.insert(place, layer.level);
            }
        }
        let count = self.levels.len();
        for sets in [&mut self.above, &mut self.below] {
            sets.resize_with(count.max(sets.len()), || empty.clone());
            sets.iter_mut().take(count).for_each(DaySet::clear);
        }
        for (place, level) in self.levels.iter().enumerate() {
            let (done, open) = self.above.split_at_mut(place + 1);
            let (Some(above), next) = (done.last(), open.first_mut()) else { continue };
            let Some(next) = next.filter(|_| place + 1 < count) else { continue };
            next.join(above);
            for layer in layers.iter().filter(|layer| layer.level == *level && layer.absorbs) {
                if !layer.shadow.nominals.meets(above) {
                    next.join(&layer.shadow.windows);
                    continue;
                }
                for item in layer.items {
                    let day = item.nominal.number();
                    if !above.has(day) {
                        next.add(day - item.early, day + item.late);
                    }
                }
            }
        }
        for (place, level) in self.levels.iter().enumerate() {
            if let Some(below) = self.below.get_mut(place) {
                let lower = layers.iter().filter(|layer| layer.level < *level);
                lower.for_each(|layer| below.join(&layer.shadow.nominals));
            }
        }
    }

    /// What nesting makes of the dates of a layer.
    pub(super) fn of(&self, layer: &Layer<'_>) -> Nested<'_> {
        let place = self.levels.binary_search_by(|level| layer.level.cmp(level)).ok();
        let above = place.and_then(|place| self.above.get(place));
        let below = place.filter(|_| layer.absorbs).and_then(|place| self.below.get(place));
        Nested {
            above: above.filter(|above| layer.shadow.nominals.meets(above)),
            below: below.filter(|below| layer.shadow.windows.meets(below)),
        }
    }
}

/// What covers a layer, and what it may absorb; `None` where nothing does.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nested<'n> {
    above: Option<&'n DaySet>,
    below: Option<&'n DaySet>,
}

impl Nested<'_> {
    /// Whether no date of the layer is changed.
    pub(super) fn is_plain(&self) -> bool {
        self.above.is_none() && self.below.is_none()
    }

    /// The marks of an item; `None` when it is absorbed.
    pub(super) fn marks(&self, item: &Item) -> Option<Marks> {
        let day = item.nominal.number();
        if self.above.is_some_and(|above| above.has(day)) {
            return None;
        }
        let absorbs = self.below.is_some_and(|b| b.has_any(day - item.early, day + item.late));
        Some(if absorbs { item.marks.with(Marks::ABSORBS) } else { item.marks })
    }
}
