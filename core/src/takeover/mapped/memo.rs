//! What was already read: words repeat from row to row.

/// Number of words kept: as many as a byte can say.
const SLOTS: usize = 256;

/// Remembers what words mean, a bounded number of them.
#[derive(Debug)]
pub(super) struct Memo<T> {
    slots: Vec<Option<(Box<str>, T)>>,
}

impl<T: Copy> Memo<T> {
    pub(super) fn new() -> Self {
        Memo { slots: std::iter::repeat_with(|| None).take(SLOTS).collect() }
    }

    /// What a word means, found out where it is not known.
    #[inline]
    pub(super) fn get(&mut self, word: &str, find: impl FnOnce(&str) -> T) -> T {
        let Some(slot) = self.slots.get_mut(place(word)) else {
            return find(word);
        };
        match slot {
            Some((known, meaning)) if &**known == word => *meaning,
            slot => {
                let meaning = find(word);
                *slot = Some((word.into(), meaning));
                meaning
            }
        }
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
    usize::try_from(hash >> 56).unwrap_or(0) & (SLOTS - 1)
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
