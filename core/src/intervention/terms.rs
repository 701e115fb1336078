//! Texts that repeat, each kept once.

use crate::order;
use serde::{Serialize, Serializer};
use std::num::NonZeroU32;

/// Most terms of a table.
pub const TERMS_MAX: usize = 16_000_000;

/// A text of a [`Terms`] table: its number there.
///
/// In the table of a [`Log`](super::Log) terms are numbered in the order of their texts (bytes), so that sorting
/// terms sorts texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term(NonZeroU32);

impl Term {
    /// Its number, from 0, below the length of the table.
    pub fn index(self) -> usize {
        usize::try_from(self.0.get()).unwrap_or(usize::MAX).saturating_sub(1)
    }

    fn of(index: usize) -> Option<Term> {
        let number = u32::try_from(index).ok()?.checked_add(1)?;
        NonZeroU32::new(number).map(Term)
    }
}

/// Texts, each kept once. They are compared as they are written.
///
/// ```
/// use entretien::intervention::Terms;
/// let mut terms = Terms::new();
/// let paris = terms.add("Paris").unwrap();
/// assert_eq!(terms.add("Paris"), Some(paris));
/// assert_eq!(terms.text(paris), "Paris");
/// assert_eq!(terms.find("Lyon"), None);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Terms {
    text: String,
    /// End of each text; it begins where the one before it ends.
    ends: Vec<usize>,
    /// Open hash table of numbers from 1; 0 is free. Its length is a power of two, or 0.
    slots: Vec<u32>,
}

impl Terms {
    /// No text yet.
    pub fn new() -> Terms {
        Terms::default()
    }

    /// Number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a term; empty when the term is of another table.
    pub fn text(&self, term: Term) -> &str {
        self.at(term.index())
    }

    /// Every term with its text, in order of number.
    pub fn iter(&self) -> impl Iterator<Item = (Term, &str)> {
        (0..self.len()).filter_map(|index| Some((Term::of(index)?, self.at(index))))
    }

    /// The term of a text, if it has one.
    pub fn find(&self, text: &str) -> Option<Term> {
        let slot = self.slot(text)?;
        let number = self.slots.get(slot).copied()?;
        NonZeroU32::new(number).map(Term)
    }

    /// The term of a text, which is added when it is new; `None` when it is blank or the table is full
    /// ([`TERMS_MAX`]). White space at its ends is left out.
    pub fn add(&mut self, text: &str) -> Option<Term> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if self.slots.len() < self.ends.len().saturating_add(1).saturating_mul(2) {
            self.grow();
        }
        let slot = self.slot(text)?;
        let known = self.slots.get_mut(slot)?;
        if let Some(number) = NonZeroU32::new(*known) {
            return Some(Term(number));
        }
        if self.ends.len() >= TERMS_MAX {
            return None;
        }
        let term = Term::of(self.ends.len())?;
        *known = term.0.get();
        self.text.push_str(text);
        self.ends.push(self.text.len());
        Some(term)
    }

    fn at(&self, index: usize) -> &str {
        let before = index.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or_default();
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    fn grow(&mut self) {
        let length = self.slots.len().saturating_mul(2).max(64);
        self.slots.clear();
        self.slots.resize(length, 0);
        for index in 0..self.ends.len() {
            if let (Some(slot), Some(term)) = (self.slot(self.at(index)), Term::of(index))
                && let Some(place) = self.slots.get_mut(slot)
            {
                *place = term.0.get();
            }
        }
    }

    /// The slot of a text, or the free one in which it belongs; at most half of the slots are taken.
    ///
    /// Steps grow (1, 2, 3 …), which visits every slot of a table of a power of two.
    fn slot(&self, text: &str) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut place = hash(text.as_bytes()) & mask;
        for step in 1..=self.slots.len() {
            let number = usize::try_from(*self.slots.get(place)?).ok()?;
            match number.checked_sub(1) {
                None => return Some(place),
                Some(index) if self.at(index) == text => return Some(place),
                Some(_) => place = place.wrapping_add(step) & mask,
            }
        }
        None
    }

    /// The table in the order of its texts, and the new term of each old number.
    pub(super) fn sorted(&self) -> (Terms, Vec<Option<Term>>) {
        let mut places: Vec<usize> = (0..self.len()).collect();
        order::sort_by(&mut places, |a, b| self.at(*a).cmp(self.at(*b)));
        let mut sorted = Terms::new();
        let mut renamed = vec![None; self.len()];
        for place in places {
            let term = sorted.add(self.at(place));
            if let Some(slot) = renamed.get_mut(place) {
                *slot = term;
            }
        }
        (sorted, renamed)
    }
}

impl PartialEq for Terms {
    fn eq(&self, other: &Terms) -> bool {
        self.text == other.text && self.ends == other.ends
    }
}

impl Eq for Terms {}

impl Serialize for Terms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|(_, text)| text))
    }
}

/// Mixes eight bytes at a time; the same everywhere.
fn hash(bytes: &[u8]) -> usize {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut mixed = bytes.len() as u64;
    let (words, tail) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    for (slot, byte) in last.iter_mut().zip(tail) {
        *slot = *byte;
    }
    for word in words.iter().chain([&last]) {
        mixed = (mixed ^ u64::from_le_bytes(*word)).wrapping_mul(MIX);
        mixed ^= mixed >> 32;
    }
    usize::try_from(mixed & 0x7FFF_FFFF).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Terms;

    #[test]
    fn texts_are_kept_once_and_sorted() {
        let mut terms = Terms::new();
        let texts: Vec<String> = (0..5_000).map(|n| format!("{}", n * 7_919 % 5_003)).collect();
        let added: Vec<_> = texts.iter().map(|text| terms.add(text)).collect();
        let again: Vec<_> = texts.iter().map(|text| terms.add(text)).collect();
        assert_eq!(added, again);
        assert_eq!(terms.len(), 5_000);
        assert!(texts.iter().zip(&added).all(|(text, term)| terms.find(text) == *term));
        let (sorted, renamed) = terms.sorted();
        let list: Vec<_> = sorted.iter().map(|(_, text)| text).collect();
        assert!(list.windows(2).all(|pair| pair[0] < pair[1]));
        for (old, new) in added.iter().zip(&renamed) {
            assert_eq!(terms.text(old.unwrap()), sorted.text(new.unwrap()));
        }
        assert_eq!(terms.add(" \t"), None);
        assert_eq!((terms.find("x"), Terms::new().find("x")), (None, None));
    }
}
