//! Versions as they stand in names: parts, order, editions.

use std::cmp::Ordering;

/// Most parts of a version that are looked at: `10.0.19045.3803` has four.
const PARTS_MAX: usize = 4;

/// The whole numbers at the start of a version, without leading zeros: `17.06.05` has `17`, `6` and
/// `5`, `1.1.1k-3` has `1`, `1` and `1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    parts: [&'a str; PARTS_MAX],
    len: usize,
}

impl<'a> Parts<'a> {
    /// The parts of a text that begins with a digit, a `v` before it aside.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let text = digits_of(text)?;
        let mut found = Parts { parts: [""; PARTS_MAX], len: 0 };
        for (slot, piece) in found.parts.iter_mut().zip(text.split('.')) {
            let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                break;
            }
            let number = piece.get(..digits).unwrap_or_default().trim_start_matches('0');
            *slot = if number.is_empty() { "0" } else { number };
            found.len = found.len.saturating_add(1);
            if digits < piece.len() {
                break;
            }
        }
        Some(found)
    }

    pub(super) fn as_slice(&self) -> &[&'a str] {
        self.parts.get(..self.len).unwrap_or_default()
    }

    /// Whether these parts begin with those of `prefix`: `10.0.19045.3803` with `10.0.19045`.
    pub(super) fn starts_with(&self, prefix: &Parts<'_>) -> bool {
        self.as_slice().starts_with(prefix.as_slice())
    }

    /// How many leading parts are the same.
    pub(super) fn common(&self, other: &Parts<'_>) -> usize {
        self.as_slice().iter().zip(other.as_slice()).take_while(|(a, b)| a == b).count()
    }

    /// The order of versions.
    pub(super) fn compare(&self, other: &Parts<'_>) -> Ordering {
        let mut pairs = self.as_slice().iter().zip(other.as_slice());
        let differing = pairs.find(|(a, b)| a != b);
        differing.map_or_else(|| self.len.cmp(&other.len), |(a, b)| number_order(a, b))
    }
}

/// The text from its first digit on, when only a `v` comes before it.
pub(super) fn digits_of(text: &str) -> Option<&str> {
    let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
    text.starts_with(|c: char| c.is_ascii_digit()).then_some(text)
}

/// The order of two runs of digits without leading zeros.
fn number_order(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// The order of names of cycles: runs of digits by their value, the rest as text.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (x, rest_a) = run(a);
        let (y, rest_b) = run(b);
        if x.is_empty() || y.is_empty() {
            return x.len().cmp(&y.len());
        }
        let both_digits = [x, y].iter().all(|r| r.starts_with(|c: char| c.is_ascii_digit()));
        let order = if both_digits {
            number_order(x.trim_start_matches('0'), y.trim_start_matches('0'))
        } else {
            x.cmp(y)
        };
        if order != Ordering::Equal {
            return order;
        }
        (a, b) = (rest_a, rest_b);
    }
}

/// The digits, or the other letters, that a text begins with, and what follows.
fn run(text: &str) -> (&str, &str) {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// The edition at the end of the name of a cycle: the words of letters after its first part.
/// `11-24h2-e-lts` has `e-lts`, `r610-linux` has `linux`, `2012-r2` and `jazzy` have none.
pub(super) fn edition(name: &str) -> &str {
    let mut start = name.len();
    for (dash, _) in name.rmatch_indices('-') {
        let word = name.get(dash.saturating_add(1)..start).unwrap_or_default();
        let word = word.strip_suffix('-').unwrap_or(word);
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            break;
        }
        start = dash.saturating_add(1);
    }
    name.get(start..).unwrap_or_default()
}

/// The version in a text of a version field: `1:10.6.22-0ubuntu0.22.04.1` without its epoch,
/// `Bengaluru 17.06.05` from the first number on, `22.04.3 LTS (Jammy)` up to the space.
pub(super) fn in_field(text: &str) -> Option<&str> {
    let mut words = text.split(|c: char| c.is_whitespace() || c == ',' || c == '$' || c == '(');
    let word = words.find(|word| digits_of(word).is_some())?;
    match word.split_once(':') {
        Some((epoch, rest)) if epoch.bytes().all(|b| b.is_ascii_digit()) => digits_of(rest),
        _ => digits_of(word),
    }
}

/// Whether a version is that of a package: with an epoch (`1:146.0`), a revision (a dash and a digit, as
/// `2.4.25-1.fc25`) or a tilde.
pub(super) fn is_packaged(text: &str) -> bool {
    let epoch = text.split_once(':').map_or("", |(epoch, _)| epoch);
    has_revision(text)
        || text.contains('~')
        || (!epoch.is_empty() && epoch.bytes().all(|byte| byte.is_ascii_digit()))
}

fn has_revision(text: &str) -> bool {
    text.match_indices('-').any(|(dash, _)| {
        let rest = text.get(dash.saturating_add(1)..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a version is that of a kernel, `4.11.3-200.fc25.x86_64`: three numbers and a revision.
pub(super) fn is_kernel(text: &str) -> bool {
    let start = text.split('-').next().unwrap_or_default();
    start.len() < text.len() && has_revision(text) && Parts::of(start).is_some_and(|p| p.len >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_whole_numbers_without_leading_zeros() {
        let parts = |text| Parts::of(text).map(|parts| parts.as_slice().join("."));
        assert_eq!(parts("v17.06.05").as_deref(), Some("17.6.5"));
        assert_eq!(parts("1.0.2k-1.fc25").as_deref(), Some("1.0.2"));
        assert_eq!(parts("19c").as_deref(), Some("19"));
        assert_eq!(parts("10.0.0").as_deref(), Some("10.0.0"));
        assert_eq!((parts("bookworm"), parts("")), (None, None));
    }

    #[test]
    fn cycles_are_ordered_by_numbers() {
        assert_eq!(compare("9.6", "10"), Ordering::Less);
        assert_eq!(compare("11-23h2-w", "11-23h2-e"), Ordering::Greater);
        assert_eq!(compare("8", "8.1"), Ordering::Less);
        assert_eq!(compare("22.04", "22.04"), Ordering::Equal);
    }

    #[test]
    fn editions_are_words_at_the_end() {
        let names = ["11-24h2-e-lts", "10-22h2", "2012-r2", "r610-linux", "jazzy", "23h2-ac"];
        assert_eq!(names.map(edition), ["e-lts", "", "", "linux", "", "ac"]);
    }

    #[test]
    fn versions_of_fields_leave_out_what_is_around() {
        assert_eq!(in_field("1:10.6.22-0ubuntu0.22.04.1"), Some("10.6.22-0ubuntu0.22.04.1"));
        assert_eq!(in_field("Bengaluru 17.06.05"), Some("17.06.05"));
        assert_eq!(in_field("22.04.3 LTS (Jammy Jellyfish)"), Some("22.04.3"));
        assert_eq!((in_field(""), in_field("unknown")), (None, None));
        assert!(is_packaged("2.4.25-1.fc25") && !is_packaged("2.3.8-I001"));
        assert!(is_kernel("4.11.3-200.fc25.x86_64") && !is_kernel("7.4-3"));
    }
}
