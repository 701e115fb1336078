//! What was already read: words repeat from row to row.

/// Number of words kept; a power of two.
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

/// FNV-1a of a word.
#[inline]
fn place(word: &str) -> usize {
    let hash = word
        .bytes()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    usize::try_from(hash ^ (hash >> 16)).unwrap_or(0) & (SLOTS - 1)
}
