//! What was already read: words repeat from row to row.

/// Groups of words: as many as the number of a word can say.
const GROUPS: usize = 64;
/// Words of one group.
const WAYS: usize = 4;

/// Remembers what words mean, a bounded number of them.
#[derive(Debug)]
pub(super) struct Memo<T> {
    groups: Vec<Group<T>>,
}

#[derive(Debug)]
struct Group<T> {
    known: [Option<(Box<str>, T)>; WAYS],
    /// Which is forgotten next.
    next: usize,
}

impl<T: Copy> Memo<T> {
    pub(super) fn new() -> Self {
        let empty = || Group { known: [const { None }; WAYS], next: 0 };
        Memo { groups: std::iter::repeat_with(empty).take(GROUPS).collect() }
    }

    /// What a word means, found out where it is not known.
    #[inline]
    pub(super) fn get(&mut self, word: &str, find: impl FnOnce(&str) -> T) -> T {
        let Some(group) = self.groups.get_mut(place(word)) else {
            return find(word);
        };
        for (known, meaning) in group.known.iter().flatten() {
            if &**known == word {
                return *meaning;
            }
        }
        let meaning = find(word);
        group.keep(word, meaning);
        meaning
    }
}

impl<T> Group<T> {
    #[cold]
    fn keep(&mut self, word: &str, meaning: T) {
        if let Some(slot) = self.known.get_mut(self.next) {
            *slot = Some((word.into(), meaning));
        }
        self.next = (self.next + 1) % WAYS;
    }
}

/// A number of a word, from its length, its first and its last eight bytes.
#[inline]
fn place(word: &str) -> usize {
    let bytes = word.as_bytes();
    let mixed = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29)
        }
        _ => short(bytes),
    };
    let hash =
        (mixed ^ u64::try_from(bytes.len()).unwrap_or(0)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(hash >> 58).unwrap_or(0) % GROUPS
}

/// At most seven bytes as a number.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | (u64::from(last) << 32);
    }
    bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}
