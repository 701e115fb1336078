//! Names as sequences of words, in lower case.

use super::version;

/// A name in lower case, white space made one space, marks of trade taken out and `service pack 2`
/// written `sp2`.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            folded.extend(letter.to_lowercase());
        }
    }
    for (from, to) in [("(r)", " "), ("(tm)", " "), ("service pack ", "sp")] {
        if folded.contains(from) {
            folded = folded.replace(from, to);
        }
    }
    folded
}

/// Whether a letter belongs to a word.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '+' | '#')
}

/// The words of a folded text: letters, digits, `.`, `+` and `#`; points at their ends left out, so
/// that `.NET` is `net` and `Node.js` stays `node.js`.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|letter| !is_of_word(letter))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
}

/// What a word is filed under: its letters up to the first digit, or the whole word when it begins
/// with one: `python3.11` and `python` are both `python`.
pub(super) fn key(word: &str) -> &str {
    let end = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    match word.get(..end) {
        Some(letters) if !letters.is_empty() => letters.trim_end_matches('.'),
        _ => word,
    }
}

/// The version that a word is, `v` before it aside.
pub(super) fn as_version(word: &str) -> Option<&str> {
    version::digits_of(word)
}

/// Whether a word only names a processor or its bits.
pub(super) fn is_processor(word: &str) -> bool {
    matches!(
        word,
        "x64"
            | "x86"
            | "64"
            | "32"
            | "bit"
            | "bits"
            | "64bit"
            | "32bit"
            | "amd64"
            | "i386"
            | "i586"
            | "i686"
            | "arm64"
            | "aarch64"
            | "win64"
            | "win32"
            | "noarch"
            | "armhf"
    )
}

/// Whether a word of the name of a program says nothing of which program it is: language, edition.
pub(super) fn is_noise(word: &str) -> bool {
    is_processor(word)
        || matches!(
            word,
            "version"
                | "release"
                | "edition"
                | "édition"
                | "lts"
                | "fr"
                | "en"
                | "de"
                | "es"
                | "it"
        )
        || matches!(
            word,
            "us" | "gb" | "uk" | "ca" | "ch" | "be" | "pt" | "br" | "nl" | "fra" | "enu" | "deu"
        )
        || matches!(word, "français" | "francais" | "french" | "english" | "deutsch" | "german")
}

/// Whether `word` at `place` is a number of bits, `64` of `64-bit`, and no version.
pub(super) fn is_bits(words: &[&str], place: usize) -> bool {
    let next = words.get(place.saturating_add(1)).copied().unwrap_or_default();
    let before = place.checked_sub(1).and_then(|place| words.get(place)).copied();
    let is_number = matches!(words.get(place).copied(), Some("64" | "32"));
    is_number && (matches!(next, "bit" | "bits" | "bits)") || before == Some("x86"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_words() {
        let split = |text: &str| words(&folded(text)).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            split("Microsoft .NET SDK 9.0.304 (x64)"),
            ["microsoft", "net", "sdk", "9.0.304", "x64"]
        );
        assert_eq!(split("Notepad++ (64-bit x64)"), ["notepad++", "64", "bit", "x64"]);
        assert_eq!(
            split("Microsoft(R) Windows® XP Service Pack 3"),
            ["microsoft", "windows", "xp", "sp3"]
        );
        assert_eq!(split("mysql-server-8.0"), ["mysql", "server", "8.0"]);
        assert_eq!(split("Pop!_OS 22.04"), ["pop", "os", "22.04"]);
        assert_eq!(
            ["python3.11", "7", "node.js", "log4j12"].map(key),
            ["python", "7", "node.js", "log"]
        );
    }

    #[test]
    fn bits_are_no_version() {
        assert!(is_bits(&["notepad++", "64", "bit"], 1));
        assert!(!is_bits(&["fedora", "32"], 1));
        assert!(is_bits(&["x86", "64"], 1));
    }
}
