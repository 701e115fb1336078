//! Patterns of names: which words must stand there, in which order.

use super::rule::RuleScope;
use super::tokens;

/// One place of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Element {
    optional: bool,
    /// Words that may stand here; a version follows the word at once where `versioned`.
    words: Vec<Box<str>>,
    versioned: bool,
}

/// A pattern, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    elements: Vec<Element>,
    open_start: bool,
    open_end: bool,
}

/// What a pattern found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Found<'a> {
    /// The version that stands where the pattern says.
    pub version: Option<&'a str>,
    /// The first version that stands elsewhere in the name.
    pub other: Option<&'a str>,
}

impl Pattern {
    pub(super) fn of(text: &str) -> Self {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let open_start = words.first() == Some(&"*");
        if open_start {
            words.remove(0);
        }
        let open_end = words.last() == Some(&"*");
        if open_end {
            words.pop();
        }
        let element = |word: &&str| {
            let optional = word.starts_with('?');
            let word = word.strip_prefix('?').unwrap_or(word);
            let versioned = word.ends_with("{v}");
            let word = word.strip_suffix("{v}").unwrap_or(word);
            let words = word.split('/').map(Into::into).collect();
            Element { optional, words, versioned }
        };
        Pattern { elements: words.iter().map(element).collect(), open_start, open_end }
    }

    /// What the first word of a name must be filed under; nothing for patterns that say no such thing.
    pub(super) fn keys(&self) -> Option<Vec<&str>> {
        if self.open_start {
            return None;
        }
        let mut keys = Vec::new();
        for element in &self.elements {
            if element.words.iter().any(|word| word.is_empty()) {
                return None;
            }
            keys.extend(element.words.iter().map(|word| tokens::key(word)));
            if !element.optional {
                return Some(keys);
            }
        }
        None
    }

    /// Compares with the words of a name.
    pub(super) fn find<'a>(&self, words: &[&'a str], scope: RuleScope) -> Option<Found<'a>> {
        if !self.open_start {
            return self.find_at(words, 0, scope);
        }
        (0..words.len()).find_map(|start| self.find_at(words, start, scope))
    }

    fn find_at<'a>(&self, words: &[&'a str], start: usize, scope: RuleScope) -> Option<Found<'a>> {
        let mut found = Found::default();
        let mut next = 0_usize;
        let mut after_word = false;
        let mut place = start;
        while let Some(word) = words.get(place) {
            if let Some((at, version)) = self.next_element(next, words, place) {
                next = at.saturating_add(1);
                found.version = found.version.or(version);
                place = place.saturating_add(1);
                continue;
            }
            if self.open_end && self.is_complete(next) {
                break;
            }
            let version = tokens::as_version(word).filter(|_| !tokens::is_bits(words, place));
            let may_stand = match scope {
                RuleScope::Package => tokens::is_processor(word),
                _ => tokens::is_noise(word) || tokens::as_version(word).is_some(),
            };
            if !may_stand || next == 0 {
                return None;
            }
            found.other = found.other.or(version);
            place = place.saturating_add(1);
        }
        if !self.is_complete(next) {
            return None;
        }
        for at in place..words.len() {
            let Some(word) = words.get(at) else { break };
            if matches!(*word, "version" | "release") {
                let stated = words.get(at.saturating_add(1)).and_then(|w| tokens::as_version(w));
                if stated.is_some() && !after_word {
                    found.other = stated;
                    after_word = true;
                }
            }
            let version = tokens::as_version(word).filter(|_| !tokens::is_bits(words, at));
            found.other = found.other.or(version);
        }
        Some(found)
    }

    /// The place of the element that the word is, when all before it may be absent.
    fn next_element<'a>(
        &self,
        from: usize,
        words: &[&'a str],
        place: usize,
    ) -> Option<(usize, Option<&'a str>)> {
        let word = *words.get(place)?;
        for (at, element) in self.elements.iter().enumerate().skip(from) {
            if let Some(version) = element.compare(word)
                && !(version.is_some() && tokens::is_bits(words, place))
            {
                return Some((at, version));
            }
            if !element.optional {
                return None;
            }
        }
        None
    }

    fn is_complete(&self, next: usize) -> bool {
        self.elements.iter().skip(next).all(|element| element.optional)
    }
}

impl Element {
    /// Whether the word may stand here, and the version in it.
    #[expect(clippy::option_option, reason = "whether it fits, and whether it has a version")]
    fn compare<'a>(&self, word: &'a str) -> Option<Option<&'a str>> {
        self.words.iter().find_map(|own| {
            if !self.versioned {
                return (&**own == word).then_some(None);
            }
            let rest = word.strip_prefix(&**own)?;
            let version = if own.is_empty() {
                tokens::as_version(rest)?
            } else {
                rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest)?
            };
            Some(Some(version))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(pattern: &str, name: &str, scope: RuleScope) -> Option<String> {
        let folded = tokens::folded(name);
        let words: Vec<&str> = tokens::words(&folded).collect();
        let found = Pattern::of(pattern).find(&words, scope)?;
        Some(found.version.or(found.other).unwrap_or_default().to_owned())
    }

    #[test]
    fn all_words_of_a_program_must_be_explained() {
        let app = RuleScope::Program;
        assert_eq!(find("python", "Python 3.12.2 (64-bit)", app).as_deref(), Some("3.12.2"));
        assert_eq!(find("python", "Python 3.12.2 Documentation", app), None);
        assert_eq!(find("microsoft office {v}", "Update for Microsoft Office 2010", app), None);
        assert_eq!(find("fedora *", "Fedora 32 (Workstation)", app).as_deref(), Some("32"));
        assert_eq!(
            find("* iosxe *", "L3 (CAT9K_IOSXE), Version 17.6.5", app).as_deref(),
            Some("17.6.5")
        );
    }

    #[test]
    fn a_package_has_no_other_word() {
        let package = RuleScope::Package;
        assert_eq!(find("python{v}", "python3.11", package).as_deref(), Some("3.11"));
        assert_eq!(find("python{v}", "python3-pip", package), None);
        assert_eq!(find("postgresql {v}", "postgresql-14", package).as_deref(), Some("14"));
        assert_eq!(find("php ?cli", "php-common", package), None);
        assert_eq!(find("openjdk {v} jre", "openjdk-11-jre:amd64", package).as_deref(), Some("11"));
    }
}
