//! Splitting a line at its separators, eight bytes at a time.

use std::ops::Range;

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

const LOW: u64 = each(0x7F);
const HIGH: u64 = each(0x80);

/// The highest bit of every byte that is zero; sums of seven bits do not carry into the next byte.
const fn zeros(word: u64) -> u64 {
    !((word & LOW).wrapping_add(LOW) | word | LOW)
}

/// The highest bit of every byte that is no printable ASCII character.
const fn odd(word: u64) -> u64 {
    let low = word & LOW;
    let printable = low.wrapping_add(each(0x60));
    let delete = low.wrapping_add(each(0x01));
    (word | !printable | delete) & HIGH
}

/// Adds the places of the values of a line without quotes; says whether each of them is of printable
/// ASCII characters only.
#[inline]
pub(super) fn split(line: &[u8], separator: u8, spans: &mut Vec<Range<usize>>) -> bool {
    let wanted = each(separator);
    let (words, tail) = line.as_chunks::<8>();
    let (mut start, mut place, mut seen) = (0_usize, 0_usize, 0_u64);
    let mut add = |word: u64, place: usize| {
        let mut found = zeros(word ^ wanted);
        seen |= odd(word) & !found;
        while found != 0 {
            let end = place.wrapping_add(byte_of(found));
            spans.push(start..end);
            start = end.wrapping_add(1);
            found &= found.wrapping_sub(1);
        }
    };
    for word in words {
        add(u64::from_le_bytes(*word), place);
        place = place.wrapping_add(8);
    }
    // What fills the last word is neither a separator nor odd.
    let mut last = [if separator == b'~' { b'_' } else { b'~' }; 8];
    for (slot, byte) in last.iter_mut().zip(tail) {
        *slot = *byte;
    }
    add(u64::from_le_bytes(last), place);
    spans.push(start..line.len());
    seen == 0
}

/// Place of the first byte that is marked by its highest bit.
const fn byte_of(mask: u64) -> usize {
    (mask.trailing_zeros() / 8) as usize
}

/// Whether all bytes are printable ASCII characters.
#[inline]
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    let (words, tail) = bytes.as_chunks::<8>();
    let seen = words.iter().fold(0, |seen, word| seen | odd(u64::from_le_bytes(*word)));
    seen == 0 && tail.iter().all(|byte| matches!(byte, 0x20..=0x7E))
}

#[cfg(test)]
mod tests {
    use super::{is_plain, split};
    use std::ops::Range;

    #[test]
    fn lines_are_split_as_byte_by_byte() {
        // Every byte at every place of a word, between separators.
        for byte in 0..=u8::MAX {
            let places = (0..20).flat_map(|place| b",;\t|~".map(|separator| (separator, place)));
            for (separator, place) in places {
                let mut line = *b"ab cdefgh,ij;k\tl|m~n";
                if let Some(slot) = line.get_mut(place) {
                    *slot = byte;
                }
                let mut found: Vec<Range<usize>> = Vec::new();
                let plain = split(&line, separator, &mut found);
                let values: Vec<&[u8]> = line.split(|byte| *byte == separator).collect();
                let read: Vec<&[u8]> = found.iter().filter_map(|s| line.get(s.clone())).collect();
                assert_eq!(read, values);
                let printable = |value: &&[u8]| value.iter().all(|b| matches!(b, 0x20..=0x7E));
                assert_eq!(plain, values.iter().all(&printable));
                assert_eq!(is_plain(&line), printable(&line.as_slice()));
            }
        }
        let mut found = Vec::new();
        assert!(split(b"", b',', &mut found));
        assert_eq!(found.len(), 1);
    }
}
